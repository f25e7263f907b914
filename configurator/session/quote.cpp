// Prints a design's figures into a quote, and compares one with what the catalog gives today.
#include "configurator/session/quote.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "bom/number_text.h"
#include "bom/prices/price_list.h"
#include "configurator/design/design_file.h"

namespace configurator {
namespace {

constexpr const char* kSizesOfOrder = "order";

void addTotals(const bom::Estimate& estimate, const bom::EstimateAtQuantity& at, QuotedBreak& out) {
  const auto add = [&](const std::string& name, const std::string& amount) {
    out.lines.push_back({"total", name, amount, "", ""});
  };
  const std::pair<const char*, bom::Money> totals[] = {
      {"materials", at.materials},   {"labour", at.labour},       {"overhead", at.overhead},
      {"tooling", at.tooling},       {"quality", at.quality},     {"margin", at.margin},
      {"ex-factory", at.ex_factory}, {"logistics", at.logistics}, {"FOB", at.fob}};
  for (const auto& [name, money] : totals) add(name, bom::formatUnitMoney(money));
  if (at.delivery) {
    add("price " + at.delivery->incoterm, bom::formatUnitMoney(at.delivery->price));
    add("landed in " + estimate.input.market, bom::formatUnitMoney(at.delivery->landed));
    add("duty, % of " + at.delivery->duty.valuation + " under " + at.delivery->duty.tariff_line,
        bom::formatPercent(at.delivery->duty.rate));
  }
  if (const auto total = orderTotal(at, estimate.input.incoterm))
    add("order total " + estimate.input.incoterm, bom::formatOrderMoney(*total));
  add("minutes", bom::formatRounded(at.minutes.millionths(), 6, 2));
  add("mass, g", bom::formatRounded(at.bill.mass.millionths(), 6, 1));
}

QuotedBreak quotedBreak(const bom::Estimate& estimate, const bom::EstimateAtQuantity& at,
                        const bom::PriceBook& prices) {
  QuotedBreak out;
  out.quantity = at.quantity;
  addTotals(estimate, at, out);
  for (const bom::EstimateLine& line : at.lines) {
    out.lines.push_back({line.group, line.name, bom::formatUnitMoney(line.unit), line.basis,
                         std::string(bom::figureStatusName(line.status))});
  }
  if (at.delivery) {
    for (const bom::CostLeg& leg : at.delivery->legs) {
      const std::string payer = leg.is_cost ? std::string(bom::payerName(leg.payer)) : "gets back";
      out.lines.push_back({"leg", leg.id + " (" + payer + ")", bom::formatUnitMoney(leg.amount), leg.basis,
                           std::string(bom::figureStatusName(leg.status))});
    }
  }
  for (const bom::BillLine& line : at.bill.lines) {
    if (line.is_assembly) continue;
    out.bill.push_back({line.number, line.item, line.placement,
                        std::string(bom::unitSymbol(prices.items.at(line.item).unit)),
                        bom::formatQuantity(line.net), bom::formatQuantity(line.gross),
                        bom::formatUnitMoney(line.unit_price), bom::formatUnitMoney(line.extended),
                        std::string(bom::figureStatusName(line.status))});
  }
  return out;
}

std::string priceOf(const bom::Item& item) {
  std::string text =
      bom::formatScaled(item.price.millionths(), 6, 4) + " " + std::string(item.price.currency().code());
  for (const bom::PriceStep& step : item.price_steps)
    text +=
        ", from " + bom::formatQuantity(step.from) + ": " + bom::formatScaled(step.price.millionths(), 6, 4);
  return text;
}

/// The catalog's prices today, with the quote's own user prices over them.
bom::PriceBook pricesToday(const Workshop& workshop, const Quote& quote) {
  bom::PriceList list;
  for (const bom::Item& item : quote.items) {
    // A price of the user's comes as a ladder; a catalog that says "user" of its own has none.
    if (item.price_provenance.status != bom::FigureStatus::User || item.price_steps.empty()) continue;
    const bool own_minimum = item.moq_provenance.status == bom::FigureStatus::User;
    const auto minimum = [&](bom::Quantity moq) {
      return own_minimum ? std::optional<bom::Quantity>(moq) : std::nullopt;
    };
    list.prices.push_back({item.id, 0, item.price_steps, minimum(item.moq), minimum(item.moq_dyed),
                           item.lead_days, item.supplier, item.price_provenance.date, ""});
  }
  bom::PriceBook prices = bom::withPriceList(workshop.catalog.prices, list);
  for (const bom::Item& item : quote.items) {
    const auto now = prices.items.find(item.id);
    if (item.price_provenance.status == bom::FigureStatus::User && now != prices.items.end())
      now->second.price_provenance = item.price_provenance;
  }
  return prices;
}

Result<Quote> quoteToday(const Workshop& workshop, const Quote& quote) {
  const auto design = parseDesign(quote.design, "the quoted design", workshop.catalog);
  if (!design) return tl::unexpected(design.error());
  FigureRequest request;
  request.size = parsePackSize(quote.terms.size).value_or(PackSize::M);
  request.in_all_sizes = quote.terms.size == kSizesOfOrder;
  for (const QuotedBreak& at : quote.breaks) request.quantities.push_back(at.quantity);
  request.origin = quote.terms.origin;
  request.market = quote.terms.market;
  request.incoterm = quote.terms.incoterm;
  request.currency = quote.terms.currency;
  request.on = quote.terms.date;
  request.prices = std::make_shared<const bom::PriceBook>(pricesToday(workshop, quote));
  const auto figures = figuresOf(workshop, *design, request);
  if (!figures) return tl::unexpected(figures.error());
  if (!figures->estimate) return failure("the quoted design cannot be built any more");
  return makeQuote(workshop, *design, *figures);
}

/// What is printed under a name, in the order of printing; equal names are told apart by counting.
class Printed {
 public:
  void add(std::string name, const std::string& value) {
    const int count = ++counts_[name];
    if (count > 1) name += " (" + std::to_string(count) + ")";
    values_.try_emplace(name, value);
    order_.push_back(std::move(name));
  }

  std::vector<QuoteChange> comparedWith(const Printed& now, const std::string& where) const {
    std::vector<QuoteChange> changes;
    for (const std::string& name : order_) {
      const auto other = now.values_.find(name);
      const std::string then = other == now.values_.end() ? "not there" : other->second;
      if (then != values_.at(name)) changes.push_back({where, name, values_.at(name), then});
    }
    for (const std::string& name : now.order_)
      if (!values_.contains(name)) changes.push_back({where, name, "not there", now.values_.at(name)});
    return changes;
  }

 private:
  std::map<std::string, int> counts_;
  std::map<std::string, std::string> values_;
  std::vector<std::string> order_;
};

Printed printedOf(const QuotedBreak& at) {
  Printed printed;
  for (const QuotedLine& line : at.lines) printed.add(line.group + ": " + line.name, line.amount);
  for (const QuotedBillLine& line : at.bill)
    printed.add("bill: " + line.item + " " + line.placement,
                line.gross + " " + line.unit + " x " + line.unit_price + " = " + line.extended);
  return printed;
}

Printed pricesPrinted(const Quote& quote) {
  Printed printed;
  for (const bom::Item& item : quote.items) printed.add("item " + item.id, priceOf(item));
  for (const QuotedFigure& figure : quote.figures) printed.add(figure.kind + " " + figure.id, figure.value);
  return printed;
}

}  // namespace

Quote makeQuote(const Workshop& workshop, const Design& design, const Figures& figures) {
  const bom::Estimate& estimate = *figures.estimate;
  const bom::EstimateInput& input = estimate.input;
  Quote quote;
  quote.program = workshop.program;
  quote.name = design.name;
  quote.style_number = design.brand.style_number;
  quote.design = writeDesign(design);
  quote.terms = {input.as_of,
                 input.origin,
                 input.market,
                 input.incoterm,
                 std::string(input.currency.code()),
                 figures.other_sizes.empty() ? std::string(packSizeName(figures.pack->size)) : kSizesOfOrder};
  std::set<std::string> ids;
  for (const bom::EstimateAtQuantity& at : estimate.breaks) {
    quote.breaks.push_back(quotedBreak(estimate, at, *figures.prices));
    for (const QuotedBillLine& line : quote.breaks.back().bill) ids.insert(line.item);
  }
  for (const std::string& id : ids) quote.items.push_back(figures.prices->items.at(id));
  quote.figures = quotedFigures(figures);
  quote.notes = estimate.warnings;
  return quote;
}

Result<std::vector<QuoteChange>> changesSince(const Workshop& workshop, const Quote& quote) {
  const auto today = quoteToday(workshop, quote);
  if (!today) return tl::unexpected(today.error());
  std::vector<QuoteChange> changes;
  const auto add = [&](std::vector<QuoteChange> some) {
    changes.insert(changes.end(), some.begin(), some.end());
  };
  for (std::size_t i = 0; i < quote.breaks.size(); ++i) {
    const std::string where = std::to_string(quote.breaks[i].quantity) + " pieces";
    add(printedOf(quote.breaks[i]).comparedWith(printedOf(today->breaks[i]), where));
  }
  add(pricesPrinted(quote).comparedWith(pricesPrinted(*today), "prices"));
  return changes;
}

}  // namespace configurator
