// Puts the groups of an estimate together for every order quantity, adds the factory's margin and says what
// to mind.
#include "bom/estimate.h"

#include <algorithm>
#include <array>

#include "bom/estimate_lines.h"
#include "bom/exact.h"
#include "bom/factory_minimum.h"
#include "bom/number_text.h"
#include "bom/printed_money.h"
#include "bom/require.h"

namespace bom {

namespace {

Money* totalOf(EstimateAtQuantity& at, const std::string& group) {
  if (group == "materials") return &at.materials;
  if (group == "labour") return &at.labour;
  if (group == "overhead") return &at.overhead;
  if (group == "tooling") return &at.tooling;
  if (group == "quality") return &at.quality;
  if (group == "logistics") return &at.logistics;
  if (group == "assist") return &at.assist;
  require(group == "margin", "an estimate line of an unknown group");
  return &at.margin;
}

void append(EstimateAtQuantity& at, EstimateLines lines) {
  for (EstimateLine& line : lines) {
    Money* total = totalOf(at, line.group);
    *total = *total + line.unit;
    (line.group == "assist" ? at.assists : at.lines).push_back(std::move(line));
  }
}

EstimateAtQuantity emptyAt(std::int64_t quantity, Currency currency) {
  EstimateAtQuantity at;
  at.quantity = quantity;
  for (Money* money : {&at.materials, &at.labour, &at.overhead, &at.tooling, &at.quality, &at.logistics,
                       &at.assist, &at.margin, &at.ex_factory, &at.fob, &at.order_total}) {
    *money = Money::fromMillionths(0, currency);
  }
  at.minutes = Quantity::fromMillionths(0, Unit::Minute);
  return at;
}

using Exported = DeliveryInput::Exported;

/// The part of `charges` that the leg's rate per shipment says, at most all of them.
Result<Exported> partOf(const Exported& charges, Leg leg, const PriceBook& book, std::int64_t quantity) {
  const std::string id(legName(leg));
  const auto rate = moneyRate(book, id);
  if (!rate) return tl::unexpected(rate.error());
  const auto each = printedSpread(book, *rate, {Ratio::one(), quantity, charges.amount.currency()});
  if (!each) return tl::unexpected(each.error());
  const std::string words = charges.basis.empty()
                                ? ""
                                : formatScaled(rate->millionths(), 6, 2) + " " +
                                      std::string(rate->currency().code()) + " of: " + charges.basis;
  return Exported{leg, std::min(*each, charges.amount), words,
                  weaker(charges.status, book.rates.at(id).provenance.status)};
}

/// What the part leaves of `charges`.
Exported restOf(Exported charges, const Exported& part) {
  charges.amount = charges.amount - part.amount;
  if (!charges.basis.empty() && part.amount.millionths() > 0)
    charges.basis += ", less " + formatUnitMoney(part.amount) + " for " + std::string(legName(part.leg));
  return charges;
}

/// The shipment's origin charges, the first line of the terminal, hold the export clearance and the loading
/// of the ship, which a term may leave to another than the rest. A part of nothing is no leg.
Result<std::vector<Exported>> exportedLegs(const PriceBook& book, const EstimateAtQuantity& at) {
  std::vector<Exported> legs, last;
  bool is_split = false;
  for (const EstimateLine& line : at.lines) {
    if (!line.leg) continue;
    Exported leg{*line.leg, line.unit, line.basis, line.status};
    if (leg.leg == Leg::OriginTerminal && !is_split) {
      const auto clearance = partOf(leg, Leg::ExportClearance, book, at.quantity);
      if (!clearance) return tl::unexpected(clearance.error());
      leg = restOf(std::move(leg), *clearance);
      const auto loading = partOf(leg, Leg::VesselLoading, book, at.quantity);
      if (!loading) return tl::unexpected(loading.error());
      leg = restOf(std::move(leg), *loading);
      if (clearance->amount.millionths() > 0) legs.push_back(*clearance);
      if (loading->amount.millionths() > 0) last.push_back(*loading);
      is_split = true;
    }
    legs.push_back(std::move(leg));
  }
  legs.insert(legs.end(), last.begin(), last.end());
  return legs;
}

Result<void> addDelivery(const EstimateBasis& basis, std::vector<Freight> freights, EstimateAtQuantity& at) {
  at.order_total = (at.fob * at.quantity).roundedToMinor();
  const EstimateInput& input = *basis.input;
  if (basis.book().incoterms.empty() || basis.costing->volume_m3 <= Ratio()) return {};
  const auto term = basis.book().incoterms.find(input.incoterm);
  if (term != basis.book().incoterms.end() && term->second.sea_only && !freights.empty() &&
      !freights.front().mode.starts_with("sea")) {
    at.undelivered = term->first + " is a term for carriage by sea, but from '" + input.origin + "' to '" +
                     input.market + "' goods go by " + freights.front().mode + ": take " +
                     term->second.instead;
    return {};
  }
  auto exported = exportedLegs(basis.book(), at);
  if (!exported) return tl::unexpected(exported.error());
  auto delivery = deliver({basis.costing->product, &basis.book(), at.quantity, at.bill.mass, at.ex_factory,
                           std::move(*exported), input.origin, input.market, input.incoterm, input.as_of,
                           std::move(freights), &basis.costing->surface, input.terms.proof_of_origin,
                           at.assist, input.words});
  if (!delivery) return tl::unexpected(delivery.error());
  at.delivery = std::move(*delivery);
  at.order_total = (at.delivery->price * at.quantity).roundedToMinor();
  return {};
}

/// The ways to carry the order, the one that its terms ask for first. Empty without a carton plan and where
/// the book has no delivery terms.
Result<std::vector<Freight>> freightsFor(const EstimateBasis& basis) {
  if (basis.book().incoterms.empty() || basis.costing->volume_m3 <= Ratio()) return std::vector<Freight>();
  const auto shipment = shipmentOf(basis.costing->product->carton, basis.book(), basis.quantity,
                                   basis.costing->explosion.lines.front().mass);
  if (!shipment) return tl::unexpected(shipment.error());
  auto freights =
      freightsOf(*shipment, basis.book(), {basis.input->origin, basis.input->market, basis.input->words});
  const std::string& wanted = basis.input->terms.freight;
  if (!freights || wanted.empty()) return freights;
  const auto way = std::find_if(freights->begin(), freights->end(),
                                [&](const Freight& one) { return one.mode.starts_with(wanted); });
  if (way == freights->end())
    return failure("no freight by " + wanted + " from '" + basis.input->origin + "' to '" +
                   basis.input->market + "' in the price book");
  std::rotate(freights->begin(), way, way + 1);
  return freights;
}

Result<void> appendGroups(const EstimateBasis& basis, EstimateAtQuantity& at) {
  const auto take = [&](Result<EstimateLines> lines) -> Result<void> {
    if (!lines) return tl::unexpected(lines.error());
    append(at, std::move(*lines));
    return {};
  };
  for (const auto group : {materialLines, labourLines, toolingLines, qualityLines}) {
    const auto taken = take(group(basis));
    if (!taken) return taken;
  }
  const auto cost = [&] { return at.materials + at.labour + at.overhead + at.tooling + at.quality; };
  const auto small = take(smallOrderLines(basis, cost()));
  if (!small) return small;
  const auto shares = take(priceShareLines(basis, cost()));
  if (!shares) return shares;
  return take(logisticsLines(basis));
}

Result<EstimateAtQuantity> estimateAt(EstimateBasis basis) {
  const Currency currency = basis.currency();
  const auto prices = priceLines(basis.costing->explosion, basis.quantity, currency);
  if (!prices) return tl::unexpected(prices.error());
  basis.prices = &*prices;
  const auto minimums =
      minimumOrders({basis.costing->product, &basis.costing->explosion, &basis.costing->lots, &*prices,
                     basis.quantity, currency, basis.input->words});
  if (!minimums) return tl::unexpected(minimums.error());
  basis.minimums = &*minimums;
  auto freights = freightsFor(basis);
  if (!freights) return tl::unexpected(freights.error());
  if (!freights->empty()) basis.freight = &freights->front();
  EstimateAtQuantity at = emptyAt(basis.quantity, currency);
  const auto appended = appendGroups(basis, at);
  if (!appended) return tl::unexpected(appended.error());
  at.ex_factory = at.materials + at.labour + at.overhead + at.tooling + at.quality + at.margin;
  at.fob = at.ex_factory + at.logistics;
  at.minutes = basis.costing->minutes;
  at.bill.quantity = basis.quantity;
  at.bill.currency = currency;
  at.bill.mass = basis.costing->explosion.lines.front().mass;
  at.bill.materials = prices->front().extended;
  if (basis.input->words) {
    at.bill = *billOf(basis.costing->explosion, basis.quantity, currency);
    for (const MinimumOrder& one : *minimums)
      at.minimums.push_back({one.lot->item->id, one.lot->color, one.lot->made != nullptr, one.need,
                             one.minimum, one.surplus, one.cost, one.basis});
  }
  const auto delivered = addDelivery(basis, std::move(*freights), at);
  if (!delivered) return tl::unexpected(delivered.error());
  return at;
}

}  // namespace

namespace {

Result<void> checkInput(const PriceBook& book, const EstimateInput& input) {
  if (!book.origins.contains(input.origin))
    return failure("no origin '" + input.origin + "' in the price book");
  if (book.breaks.empty()) return failure("the price book has no quantity breaks");
  if (input.quantities.empty()) return failure("an estimate needs at least one order quantity");
  if (breakFor(book.breaks, 1000).line_efficiency <= Ratio())
    return failure("the line efficiency of a quantity break must be above zero");
  for (const std::int64_t quantity : input.quantities) {
    const auto orderable = checkOrderQuantity(quantity);
    if (!orderable) return orderable;
  }
  return {};
}

}  // namespace

namespace {

Result<EstimateAtQuantity> estimateOf(const Costing& costing, const MarketCosting& market,
                                      const EstimateInput& input, std::int64_t quantity) {
  const PriceBook& book = *costing.book;
  return estimateAt({&costing, &market, &input, &book.origins.at(input.origin),
                     &breakFor(book.breaks, quantity), nullptr, nullptr, quantity, nullptr});
}

Estimate emptyEstimate(const EstimateInput& input) {
  Estimate estimate;
  estimate.input = input;
  estimate.input.consumption = nullptr;  // the caller's; it may not live as long
  return estimate;
}

/// The first of the sizes that has pieces.
const SizedProduct& firstOrdered(const std::vector<SizedProduct>& sizes, std::int64_t quantity) {
  std::vector<std::string> names;
  for (const SizedProduct& size : sizes) names.push_back(size.size);
  const auto pieces = piecesBySize(*sizes.front().product, names, quantity);
  const auto some = std::find_if(pieces.begin(), pieces.end(), [](std::int64_t one) { return one > 0; });
  return sizes[static_cast<std::size_t>(some - pieces.begin())];
}

void addWords(const Costing& costing, Estimate& estimate) {
  if (!estimate.input.words) return;
  estimate.warnings = warningsOf(estimate, costing);
  estimate.sourced_share = sourcedShare(estimate);
}

}  // namespace

Result<Estimate> makeEstimate(const Costing& costing, const MarketCosting& market,
                              const EstimateInput& input) {
  const auto checked = checkInput(*costing.book, input);
  if (!checked) return tl::unexpected(checked.error());
  Estimate estimate = emptyEstimate(input);
  for (const std::int64_t quantity : input.quantities) {
    auto at = estimateOf(costing, market, input, quantity);
    if (!at) return tl::unexpected(at.error());
    estimate.breaks.push_back(std::move(*at));
  }
  addWords(costing, estimate);
  return estimate;
}

Result<Estimate> makeEstimate(const std::vector<SizedProduct>& sizes, const PriceBook& book,
                              const EstimateInput& input) {
  require(!sizes.empty(), "an order has a size");
  const auto checked = checkInput(book, input);
  if (!checked) return tl::unexpected(checked.error());
  const SizedProduct& first = firstOrdered(sizes, input.quantities.front());
  const auto shown = prepareCosting(*first.product, book, first.consumption);
  if (!shown) return tl::unexpected(shown.error());
  const MarketCosting market = prepareMarket(*shown, input.market);
  std::vector<std::string> names;
  for (const SizedProduct& size : sizes) names.push_back(size.size);
  Estimate estimate = emptyEstimate(input);
  for (const std::int64_t quantity : input.quantities) {
    const auto mixed = mixSizes(sizes, piecesBySize(*sizes.front().product, names, quantity), book);
    if (!mixed) return tl::unexpected(mixed.error());
    const auto costing =
        prepareCosting(mixed->product, book, mixed->consumption.empty() ? nullptr : &mixed->consumption);
    if (!costing) return tl::unexpected(costing.error());
    auto at = estimateOf(*costing, market, input, quantity);
    if (!at) return tl::unexpected(at.error());
    estimate.breaks.push_back(std::move(*at));
  }
  addWords(*shown, estimate);
  if (!input.words) return estimate;
  for (EstimateAtQuantity& at : estimate.breaks)
    at.bill = *billOf(shown->explosion, at.quantity, input.currency);
  return estimate;
}

Result<Estimate> makeEstimate(const Product& product, const PriceBook& book, const EstimateInput& input) {
  const auto checked = checkInput(book, input);
  if (!checked) return tl::unexpected(checked.error());
  const auto costing = prepareCosting(product, book, input.consumption);
  if (!costing) return tl::unexpected(costing.error());
  return makeEstimate(*costing, prepareMarket(*costing, input.market), input);
}

}  // namespace bom
