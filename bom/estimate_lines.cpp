// How each group of an estimate is reckoned. Every line is rounded to 4 decimals once, here, and printed so.
#include "bom/estimate_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/printed_money.h"

namespace bom {

namespace {

constexpr std::int64_t kReferenceQuantity = 1000;  // Origin::line_efficiency and Item::price hold at it
constexpr const char* kInHouseControl = "qc-inhouse";
constexpr Ratio kBestEfficiency = Ratio::fromBillionths(900'000'000);
constexpr Ratio kContainerFrom =
    Ratio::fromBillionths(15'000'000'000);  // m3: from here a container beats LCL

std::string moneyText(Money money) {
  return formatScaled(money.millionths(), 6, 2) + " " + std::string(money.currency().code());
}

/// Minutes x a wage or overhead rate, in the estimate's currency.
Result<Money> minutesCost(const EstimateBasis& basis, Quantity minutes, Money per_minute) {
  // Ratio holds billionths, minutes are millionths: the same number, a thousand times finer.
  const Ratio factor = Ratio::fromBillionths(scaleRounded(minutes.millionths(), 1000, 1));
  return convertMoney(basis.book(), per_minute, {factor, basis.currency(), 4});
}

/// "USD per design" -> "design": what a rate is counted by; a rate that does not say is counted by the tool.
std::string countedBy(const PriceBook& book, const std::string& rate) {
  const auto found = book.rates.find(rate);
  const std::size_t per = found == book.rates.end() ? std::string::npos : found->second.unit.find(" per ");
  return per == std::string::npos ? "tool" : found->second.unit.substr(per + 5);
}

/// Names of the work of this product that the rate pays, joined.
std::string workPaidBy(const EstimateBasis& basis, const std::string& rate) {
  std::set<std::string> names;
  for (const WorkStep& step : basis.costing->product->work) {
    const auto found = basis.book().operations.find(step.operation);
    if (found != basis.book().operations.end() && found->second.paid_by == rate)
      names.insert(found->second.name);
  }
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string nameOf(const Rate& rate) {
  return rate.name.empty() ? rate.id : rate.name;
}

Result<EstimateLine> perVolumeLine(const EstimateBasis& basis, const std::string& id, Ratio volume) {
  const auto price = moneyRate(basis.book(), id);
  if (!price) return tl::unexpected(price.error());
  const auto unit = convertMoney(basis.book(), *price, {volume, basis.currency(), 4});
  if (!unit) return tl::unexpected(unit.error());
  const Rate& rate = basis.book().rates.at(id);
  const bool own = holdsIn(rate, basis.origin->id);
  return EstimateLine{"logistics",
                      nameOf(rate),
                      basis.say([&] {
                        return formatRounded(volume.billionths(), 9, 6) + " m3 of carton per piece x " +
                               moneyText(*price) + " per m3" +
                               (own ? "" : "; a stand-in, no figure for " + basis.origin->name);
                      }),
                      *unit,
                      own ? rate.provenance.status : FigureStatus::Estimate,
                      Leg::OriginTerminal};
}

/// Many factories reckon overhead as a share of labour; said so that both ways can be compared.
std::string overheadBesideLabour(const PriceBook& book, Money overhead, Money labour) {
  if (labour.millionths() <= 0) return {};
  const std::int64_t share = scaleRounded(overhead.millionths(), kBillion, labour.millionths());
  std::string text = "; " + formatRounded(share, 7, 1) + " % of labour";
  const auto usual = book.rates.find("overhead-on-direct-labour");
  if (usual != book.rates.end())
    text += ", usually " + formatScaled(usual->second.low_millionths, 6) + " to " +
            formatScaled(usual->second.high_millionths, 6);
  return text;
}

/// Goods that travel with those of others are brought together in a freight station first.
bool isConsolidated(const EstimateBasis& basis, Ratio volume) {
  if (basis.freight != nullptr) return basis.freight->mode == "sea-lcl";
  const Ratio order = Ratio::fromBillionths(scaleRounded(volume.billionths(), basis.quantity, 1));
  return order < kContainerFrom;
}

/// What lots below a supplier's minimum cost more, for each item and colour.
void addMinimumLines(const EstimateBasis& basis, EstimateLines& lines) {
  for (const MinimumOrder& order : *basis.minimums) {
    const Money unit = printedPart(order.cost, basis.quantity);
    if (unit.millionths() == 0) continue;
    const ColorLot& lot = *order.lot;
    lines.push_back({"materials",
                     "minimum of " + lot.item->name + (lot.color.empty() ? "" : ", " + lot.color),
                     order.basis, unit, order.status});
  }
}

}  // namespace

std::string countText(std::int64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

Result<EstimateLine> spreadLine(const EstimateBasis& basis, const SpreadCost& cost) {
  const auto found = basis.book().rates.find(cost.rate);
  if (found == basis.book().rates.end()) return failure("no rate '" + cost.rate + "' in the price book");
  const auto price = moneyRate(basis.book(), cost.rate);
  if (!price) return tl::unexpected(price.error());
  const std::int64_t over = cost.over > 0 ? cost.over : basis.quantity;
  const Ratio factor = Ratio::fromBillionths(scaleRounded(cost.count, kBillion, 1));
  const auto unit = printedSpread(basis.book(), *price, {factor, over, basis.currency()});
  if (!unit) return tl::unexpected(unit.error());
  return EstimateLine{cost.group, nameOf(found->second), basis.say([&] {
                        return cost.what + " x " + moneyText(*price) + " over " + std::to_string(over) +
                               " pieces" + cost.note;
                      }),
                      *unit, found->second.provenance.status};
}

Result<EstimateLines> spreadLines(const EstimateBasis& basis, const std::vector<SpreadCost>& costs) {
  EstimateLines lines;
  for (const SpreadCost& cost : costs) {
    auto line = spreadLine(basis, cost);
    if (!line) return tl::unexpected(line.error());
    lines.push_back(std::move(*line));
  }
  return lines;
}

bool holdsIn(const Rate& rate, const std::string& origin) {
  return rate.origins.empty() ||
         std::find(rate.origins.begin(), rate.origins.end(), origin) != rate.origins.end();
}

Ratio lineEfficiency(const PriceBook& book, const QuantityBreak& at, const Origin& origin) {
  const Ratio reference = breakFor(book.breaks, kReferenceQuantity).line_efficiency;
  const std::int64_t scaled = scaleRounded(at.line_efficiency.billionths(),
                                           origin.line_efficiency.billionths(), reference.billionths());
  return std::min(Ratio::fromBillionths(scaled), kBestEfficiency);
}

Result<EstimateLines> materialLines(const EstimateBasis& basis) {
  EstimateLines lines;
  Money all = Money::fromMillionths(0, basis.currency());
  for (const SectionLines& section : basis.costing->sections) {
    Money sum = Money::fromMillionths(0, basis.currency());
    for (const std::size_t line : section.lines) sum = sum + (*basis.prices)[line].extended;
    all = all + sum;
    lines.push_back({"materials", std::string(billSectionName(section.section)), basis.say([&] {
                       return countText(static_cast<std::int64_t>(section.lines.size()), "line", "lines") +
                              " of the bill at the prices of " + std::to_string(basis.at->quantity) +
                              " pieces";
                     }),
                     sum, section.status});
  }
  if (basis.origin->material_uplift > Ratio()) {
    lines.push_back({"materials", "import uplift on materials", basis.say([&] {
                       return formatPercent(basis.origin->material_uplift) +
                              " % of the bill, materials brought to " + basis.origin->name;
                     }),
                     printedShare(all, basis.origin->material_uplift), basis.origin->provenance.status});
  }
  addMinimumLines(basis, lines);
  return lines;
}

Result<EstimateLines> labourLines(const EstimateBasis& basis) {
  const Ratio efficiency = lineEfficiency(basis.book(), *basis.at, *basis.origin);
  if (efficiency <= Ratio())
    return failure("the line efficiency of '" + basis.origin->id + "' must be above zero");
  const Money wage = basis.origin->direct_labour_per_minute;
  const std::string at_efficiency = basis.say([&] {
    return " min at " + formatRounded(efficiency.billionths(), 7, 1) + " % line efficiency x " +
           moneyText(wage) + " per minute";
  });
  EstimateLines lines;
  Quantity worked = Quantity::fromMillionths(0, Unit::Minute);
  for (const StageMinutes& stage : basis.costing->stages) {
    const Quantity clock = stage.minutes / efficiency;
    const auto cost = minutesCost(basis, clock, wage);
    if (!cost) return tl::unexpected(cost.error());
    worked = worked + clock;
    lines.push_back({"labour", stage.stage, basis.say([&] {
                       return formatRounded(stage.minutes.millionths(), 6, 2) + at_efficiency;
                     }),
                     *cost, weaker(stage.status, basis.origin->provenance.status)});
  }
  const Quantity setup = basis.at->setup_minutes / basis.quantity;
  const auto setup_cost = minutesCost(basis, setup, wage);
  if (!setup_cost) return tl::unexpected(setup_cost.error());
  lines.push_back({"labour", "setting up the line", basis.say([&] {
                     return formatQuantity(basis.at->setup_minutes) + " min over " +
                            std::to_string(basis.quantity) + " pieces x " + moneyText(wage) + " per minute";
                   }),
                   *setup_cost, weaker(basis.at->provenance.status, basis.origin->provenance.status)});

  Money labour = *setup_cost;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) labour = labour + lines[i].unit;
  const Money rate = basis.origin->overhead_per_minute;
  const auto overhead = minutesCost(basis, worked + setup, rate);
  if (!overhead) return tl::unexpected(overhead.error());
  lines.push_back({"overhead", "factory overhead", basis.say([&] {
                     return formatRounded((worked + setup).millionths(), 6, 2) + " min on the clock x " +
                            moneyText(rate) + " per minute" +
                            overheadBesideLabour(basis.book(), *overhead, labour);
                   }),
                   *overhead, basis.origin->provenance.status});
  return lines;
}

Result<EstimateLines> toolingLines(const EstimateBasis& basis) {
  const auto rounds = basis.book().rates.find("sample-rounds");
  if (rounds == basis.book().rates.end()) return failure("no rate 'sample-rounds' in the price book");
  const std::int64_t samples =
      std::max<std::int64_t>(1, divideRounded(rounds->second.typical_millionths, kMillion));
  const char* group = basis.input->terms.buyer_pays_tooling ? "assist" : "tooling";
  std::vector<SpreadCost> costs{
      {group, "cutting-die-set", 1, "1 style"},
      {group, "pattern-cad", 1, "1 style"},
      {group, "proto-sample-technical-pack", samples, countText(samples, "sample round", "sample rounds")}};
  for (const auto& [id, count] : basis.costing->tools) {
    const std::string one = countedBy(basis.book(), id);
    costs.push_back({group, id, count, countText(count, one, one + "s")});
  }
  for (SpreadCost& cost : costs) cost.over = basis.input->terms.tooling_over;
  return spreadLines(basis, costs);
}

Result<EstimateLines> smallOrderLines(const EstimateBasis& basis, Money cost) {
  const auto least = basis.book().rates.find("factory-moq-style");
  const auto surcharge = basis.book().rates.find("small-order-surcharge");
  if (least == basis.book().rates.end() || surcharge == basis.book().rates.end()) return EstimateLines{};
  const std::int64_t pieces = divideRounded(least->second.low_millionths, kMillion);
  if (basis.quantity >= pieces) return EstimateLines{};
  const auto share = percentRate(basis.book(), "small-order-surcharge");
  if (!share) return tl::unexpected(share.error());
  return EstimateLines{{"overhead", nameOf(surcharge->second), basis.say([&] {
                          return formatPercent(*share) + " % of " + formatUnitMoney(cost) + " " +
                                 std::string(cost.currency().code()) + ", for " +
                                 countText(basis.quantity, "piece", "pieces") + " where factories take " +
                                 std::to_string(pieces);
                        }),
                        printedShare(cost, *share), surcharge->second.provenance.status}};
}

Result<EstimateLines> priceShareLines(const EstimateBasis& basis, Money cost) {
  const auto control = percentRate(basis.book(), kInHouseControl);
  if (!control) return tl::unexpected(control.error());
  const Ratio margin = basis.at->margin;
  if (margin >= Ratio::one()) return failure("a factory margin must be below 100 %");
  if (margin + *control >= Ratio::one())
    return failure("factory margin and in-house control together must be below 100 % of ex-factory");
  // Both are shares of the price that they are part of: price = cost / (1 - control - margin).
  const Ratio rest = Ratio::one() - *control - margin;
  const std::string of_price = basis.say([&] {
    return " % of ex-factory, on a cost of " + formatUnitMoney(cost) + " " +
           std::string(cost.currency().code());
  });
  const Rate& rate = basis.book().rates.at(kInHouseControl);
  return EstimateLines{
      {"quality", nameOf(rate), basis.say([&] {
         const std::string paid = workPaidBy(basis, kInHouseControl);
         return formatPercent(*control) + of_price + (paid.empty() ? "" : "; it pays " + paid);
       }),
       printedShare(cost, *control, rest), rate.provenance.status},
      {"margin", "factory margin", basis.say([&] { return formatPercent(margin) + of_price; }),
       printedShare(cost, margin, rest), basis.at->provenance.status}};
}

Result<EstimateLines> logisticsLines(const EstimateBasis& basis) {
  const Ratio volume = basis.costing->volume_m3;
  if (volume <= Ratio()) return EstimateLines{};
  EstimateLines lines;
  auto loading = perVolumeLine(basis, "loading", volume);
  if (!loading) return tl::unexpected(loading.error());
  loading->leg = Leg::Loading;
  lines.push_back(std::move(*loading));
  auto inland = perVolumeLine(basis, kInlandRate, volume);
  if (!inland) return tl::unexpected(inland.error());
  inland->leg = Leg::PreCarriage;
  lines.push_back(std::move(*inland));
  auto charges = spreadLine(basis, {"logistics", "origin-charges-fob", 1, "1 shipment"});
  if (!charges) return tl::unexpected(charges.error());
  charges->leg = Leg::OriginTerminal;
  lines.push_back(std::move(*charges));
  if (isConsolidated(basis, volume)) {
    auto consolidation = perVolumeLine(basis, "lcl-cfs", volume);
    if (!consolidation) return tl::unexpected(consolidation.error());
    lines.push_back(std::move(*consolidation));
  }
  return lines;
}

}  // namespace bom
