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

/// Where a group's share of ex-factory usually lies, in percent; figures of the price book win over these
/// (cost_parameters: bagmakerpro.com, blackbackpack.co.uk).
struct ShareBand {
  const char* what;
  const char* rate;
  std::int64_t low, high;
  Money (*part)(const EstimateAtQuantity& at);
};
constexpr std::array kBands{ShareBand{"materials are", "share-materials-of-exfactory", 40, 60,
                                      [](const EstimateAtQuantity& at) { return at.materials; }},
                            ShareBand{"labour is", "share-labour-of-exfactory", 20, 35,
                                      [](const EstimateAtQuantity& at) { return at.labour; }},
                            ShareBand{"overhead and margin are", "share-overhead-profit-of-exfactory", 10, 25,
                                      [](const EstimateAtQuantity& at) { return at.overhead + at.margin; }}};

Ratio shareOf(Money part, Money whole) {
  if (whole.millionths() <= 0) return Ratio();
  return Ratio::fromBillionths(scaleRounded(part.millionths(), kBillion, whole.millionths()));
}

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

/// The shipment's origin charges hold the export clearance, which a term may leave to another than the rest.
Result<std::vector<DeliveryInput::Exported>> exportedLegs(const PriceBook& book,
                                                          const EstimateAtQuantity& at) {
  const auto rate = moneyRate(book, "export-clearance");
  if (!rate) return tl::unexpected(rate.error());
  const auto own = printedSpread(book, *rate, {Ratio::one(), at.quantity, at.ex_factory.currency()});
  if (!own) return tl::unexpected(own.error());
  Money clearance = *own;
  std::vector<DeliveryInput::Exported> legs;
  for (const EstimateLine& line : at.lines) {
    if (!line.leg) continue;
    DeliveryInput::Exported leg{*line.leg, line.unit, line.basis, line.status};
    if (leg.leg == Leg::OriginTerminal && clearance.millionths() > 0) {
      const Money part = std::min(clearance, leg.amount);
      legs.push_back({Leg::ExportClearance, part, "of: " + line.basis, line.status});
      leg.amount = leg.amount - part;
      clearance = Money::fromMillionths(0, clearance.currency());
    }
    legs.push_back(std::move(leg));
  }
  return legs;
}

Result<void> addDelivery(const EstimateBasis& basis, std::vector<Freight> freights, EstimateAtQuantity& at) {
  at.order_total = (at.fob * at.quantity).roundedToMinor();
  const EstimateInput& input = *basis.input;
  if (basis.book().incoterms.empty() || basis.costing->volume_m3 <= Ratio()) return {};
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
  if (basis.input->words) at.bill = *billOf(basis.costing->explosion, basis.quantity, currency);
  const auto delivered = addDelivery(basis, std::move(*freights), at);
  if (!delivered) return tl::unexpected(delivered.error());
  return at;
}

ShareBand bandFrom(const PriceBook& book, ShareBand band) {
  const auto found = book.rates.find(band.rate);
  if (found == book.rates.end()) return band;
  band.low = found->second.low_millionths / kMillion;
  band.high = found->second.high_millionths / kMillion;
  return band;
}

/// Smallest order first, however they were asked for.
std::vector<const EstimateAtQuantity*> ascending(const Estimate& estimate) {
  std::vector<const EstimateAtQuantity*> sorted;
  for (const EstimateAtQuantity& at : estimate.breaks) sorted.push_back(&at);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto* a, const auto* b) { return a->quantity < b->quantity; });
  return sorted;
}

/// One sentence for all quantities on one side of a band, or none.
std::string sideWarning(const Estimate& estimate, const ShareBand& band, bool below) {
  std::string where;
  for (const EstimateAtQuantity* at : ascending(estimate)) {
    const Ratio share = shareOf(band.part(*at), at->ex_factory);
    const bool outside = below ? share < Ratio::fromPercentMillionths(band.low * kMillion)
                               : Ratio::fromPercentMillionths(band.high * kMillion) < share;
    if (!outside) continue;
    if (!where.empty()) where += ", ";
    where += std::to_string(at->quantity) + " pieces (" + formatRounded(share.billionths(), 7, 1) + " %)";
  }
  if (where.empty()) return where;
  return std::string(band.what) + (below ? " below " : " above ") + "the usual " + std::to_string(band.low) +
         " to " + std::to_string(band.high) + " % of ex-factory at " + where;
}

/// Tooling that is spread over more than is ordered is not paid back by this order.
void addToolingWarning(const Estimate& estimate, std::vector<std::string>& warnings) {
  const std::int64_t over = estimate.input.terms.tooling_over;
  const std::int64_t least = ascending(estimate).front()->quantity;
  if (over <= least || estimate.input.terms.buyer_pays_tooling) return;
  warnings.push_back("tooling is spread over " + std::to_string(over) + " pieces: an order of " +
                     std::to_string(least) +
                     " pays back only its part, the factory will ask for the rest if no "
                     "more is ordered");
}

std::vector<std::string> warningsOf(const Estimate& estimate, const Costing& costing) {
  const PriceBook& book = *costing.book;
  std::vector<std::string> warnings;
  for (const EstimateAtQuantity* at : ascending(estimate)) {
    if (at->quantity >= book.breaks.front().quantity) continue;
    const std::string smallest = std::to_string(book.breaks.front().quantity);
    warnings.push_back(std::to_string(at->quantity) + " pieces are below the smallest break: the prices of " +
                       smallest + " are used, and few factories take such an order");
  }
  for (std::string& warning :
       factoryMinimumWarnings(*costing.product, book, ascending(estimate).front()->quantity))
    warnings.push_back(std::move(warning));
  addToolingWarning(estimate, warnings);
  for (const ShareBand& band : kBands) {
    for (const bool below : {true, false}) {
      const std::string warning = sideWarning(estimate, bandFrom(book, band), below);
      if (!warning.empty()) warnings.push_back(warning);
    }
  }
  const std::string code(estimate.input.currency.code());
  const auto rate = book.exchange.find(code);
  if (estimate.input.currency != Currency() && rate != book.exchange.end()) {
    warnings.push_back("prices are converted at " + formatScaled(rate->second.per_usd.billionths(), 9) + " " +
                       code + " per USD (" + rate->second.provenance.source + ", " +
                       rate->second.provenance.date + ", " +
                       std::string(figureStatusName(rate->second.provenance.status)) + ")");
  }
  if (costing.volume_m3 <= Ratio()) {
    warnings.push_back("there is no carton plan: FOB is without inland freight and origin charges");
  } else if (const Rate& inland = book.rates.at(kInlandRate); !holdsIn(inland, estimate.input.origin)) {
    std::string elsewhere;
    for (const std::string& origin : inland.origins) elsewhere += (elsewhere.empty() ? "" : ", ") + origin;
    warnings.push_back("inland transport from " + estimate.input.origin +
                       " is reckoned with a stand-in, the figure of " + elsewhere);
  }
  // They differ between quantities only by the amounts they name.
  if (const auto& delivery = ascending(estimate).front()->delivery)
    warnings.insert(warnings.end(), delivery->notes.begin(), delivery->notes.end());
  return warnings;
}

/// Over all quantities together: what is not an estimate, as a share of ex-factory. Materials count line by
/// line.
Ratio sourcedShare(const Estimate& estimate) {
  Money sourced = Money::fromMillionths(0, estimate.input.currency);
  Money all = sourced;
  const auto add = [&](FigureStatus status, Money money) {
    if (status != FigureStatus::Estimate) sourced = sourced + money;
  };
  for (const EstimateAtQuantity& at : estimate.breaks) {
    all = all + at.ex_factory;
    for (const BillLine& line : at.bill.lines) {
      if (!line.is_assembly) add(line.status, line.extended);
    }
    for (const EstimateLine& line : at.lines) {
      const bool from_bill = line.group == "materials" && parseBillSection(line.name).has_value();
      if (!from_bill && line.group != "logistics") add(line.status, line.unit);
    }
  }
  return shareOf(sourced, all);
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

Result<Estimate> makeEstimate(const Costing& costing, const MarketCosting& market,
                              const EstimateInput& input) {
  const PriceBook& book = *costing.book;
  const auto checked = checkInput(book, input);
  if (!checked) return tl::unexpected(checked.error());
  Estimate estimate;
  estimate.input = input;
  estimate.input.consumption = nullptr;  // the caller's; it may not live as long
  for (const std::int64_t quantity : input.quantities) {
    auto at = estimateAt({&costing, &market, &input, &book.origins.at(input.origin),
                          &breakFor(book.breaks, quantity), nullptr, nullptr, quantity});
    if (!at) return tl::unexpected(at.error());
    estimate.breaks.push_back(std::move(*at));
  }
  if (!input.words) return estimate;
  estimate.warnings = warningsOf(estimate, costing);
  estimate.sourced_share = sourcedShare(estimate);
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
