// What a reader of an estimate is told besides its figures: shares out of the usual, small orders, stand-ins,
// and how much of it is known.
#include <algorithm>
#include <array>

#include "bom/estimate_lines.h"
#include "bom/exact.h"
#include "bom/factory_minimum.h"
#include "bom/number_text.h"

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

}  // namespace

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
  if (const std::string& why = ascending(estimate).front()->undelivered; !why.empty())
    warnings.push_back(why + "; nothing is reckoned beyond the port");
  // They differ between quantities only by the amounts they name.
  if (const auto& delivery = ascending(estimate).front()->delivery)
    warnings.insert(warnings.end(), delivery->notes.begin(), delivery->notes.end());
  return warnings;
}

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

}  // namespace bom
