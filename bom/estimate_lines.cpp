// How each group of an estimate is reckoned. Every line is rounded to 4 decimals once, here, and printed so.
#include "bom/estimate_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "bom/exact.h"
#include "bom/number_text.h"

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
  return convertMoney(*basis.book, per_minute, {factor, basis.currency, 4});
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
  for (const WorkStep& step : basis.product->work) {
    const auto found = basis.book->operations.find(step.operation);
    if (found != basis.book->operations.end() && found->second.paid_by == rate)
      names.insert(found->second.name);
  }
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// `share` of the price, where `cost` is the other `rest` of it: cost x share / rest, rounded once to what is
/// printed. REQUIRES rest > 0.
Money shareOfPrice(Money cost, Ratio share, Ratio rest) {
  constexpr std::int64_t kPrinted = 100;  // millionths in the fourth decimal
  const std::int64_t steps = divideRounded(multiplyExact(cost.millionths(), share.billionths()),
                                           multiplyExact(rest.billionths(), kPrinted));
  return Money::fromMillionths(scaleRounded(steps, kPrinted, 1), cost.currency());
}

Result<EstimateLine> perVolumeLine(const EstimateBasis& basis, const std::string& id, Ratio volume) {
  const auto price = moneyRate(*basis.book, id);
  if (!price) return tl::unexpected(price.error());
  const auto unit = convertMoney(*basis.book, *price, {volume, basis.currency, 4});
  if (!unit) return tl::unexpected(unit.error());
  const Rate& rate = basis.book->rates.at(id);
  std::string text =
      formatRounded(volume.billionths(), 9, 6) + " m3 of carton per piece x " + moneyText(*price) + " per m3";
  const bool own = holdsIn(rate, basis.origin->id);
  if (!own) text += "; a stand-in, no figure for " + basis.origin->name;
  return EstimateLine{"logistics",
                      rate.name.empty() ? id : rate.name,
                      text,
                      *unit,
                      own ? rate.provenance.status : FigureStatus::Estimate,
                      Leg::OriginTerminal};
}

}  // namespace

std::string countText(std::int64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

Result<EstimateLine> spreadLine(const EstimateBasis& basis, const SpreadCost& cost) {
  const auto rate = findRate(*basis.book, cost.rate);
  if (!rate) return tl::unexpected(rate.error());
  const auto price = moneyRate(*basis.book, cost.rate);
  if (!price) return tl::unexpected(price.error());
  const Ratio factor = Ratio::fromBillionths(scaleRounded(cost.count, kBillion, 1));
  const auto total = convertMoney(*basis.book, *price, {factor, basis.currency, 6});
  if (!total) return tl::unexpected(total.error());
  const std::string text = cost.what + " x " + moneyText(*price) + " over " + std::to_string(basis.quantity) +
                           " pieces" + cost.note;
  return EstimateLine{cost.group, rate->name.empty() ? rate->id : rate->name, text,
                      (*total / basis.quantity).rounded(4), rate->provenance.status};
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

Quantity standardMinutes(const Operation& operation, const WorkStep& step) {
  const std::int64_t running =
      scaleRounded(operation.minutes_per_metre.millionths(), step.metres.millionths(), kMillion);
  return operation.fixed_minutes * step.occurrences + Quantity::fromMillionths(running, Unit::Minute);
}

Result<std::vector<StageMinutes>> minutesByStage(const Product& product, const PriceBook& book) {
  std::vector<StageMinutes> stages;
  for (const WorkStep& step : product.work) {
    const auto found = book.operations.find(step.operation);
    if (found == book.operations.end()) {
      return failure("work step '" + step.id + "' is operation '" + step.operation +
                     "', which the price book lacks");
    }
    const Operation& operation = found->second;
    if (!operation.paid_by.empty()) continue;
    const Quantity minutes = standardMinutes(operation, step);
    auto stage = std::find_if(stages.begin(), stages.end(),
                              [&](const StageMinutes& known) { return known.stage == operation.stage; });
    if (stage == stages.end()) {
      stages.push_back(
          {operation.stage, Quantity::fromMillionths(0, Unit::Minute), operation.provenance.status});
      stage = stages.end() - 1;
    }
    stage->minutes = stage->minutes + minutes;
    stage->status = weaker(stage->status, operation.provenance.status);
  }
  return stages;
}

Ratio lineEfficiency(const PriceBook& book, const QuantityBreak& at, const Origin& origin) {
  const Ratio reference = breakFor(book.breaks, kReferenceQuantity).line_efficiency;
  const Ratio scaled = at.line_efficiency * origin.line_efficiency / reference;
  return std::min(scaled, kBestEfficiency);
}

Result<EstimateLines> materialLines(const EstimateBasis& basis) {
  struct Section {
    Money sum;
    std::int64_t count = 0;
    FigureStatus status = FigureStatus::Quote;
  };
  std::map<BillSection, Section> sections;
  for (const BillLine& line : basis.bill->lines) {
    if (line.is_assembly) continue;
    const auto [at, is_new] = sections.try_emplace(basis.book->items.at(line.item).section);
    Section& section = at->second;
    section.sum = is_new ? line.extended : section.sum + line.extended;
    section.status = weaker(section.status, line.status);
    ++section.count;
  }
  EstimateLines lines;
  const std::string prices =
      " of the bill at the prices of " + std::to_string(basis.at->quantity) + " pieces";
  for (const auto& [section, total] : sections) {
    lines.push_back({"materials", std::string(billSectionName(section)),
                     countText(total.count, "line", "lines") + prices, total.sum, total.status});
  }
  if (basis.origin->material_uplift > Ratio()) {
    lines.push_back({"materials", "import uplift on materials",
                     formatPercent(basis.origin->material_uplift) + " % of the bill, materials brought to " +
                         basis.origin->name,
                     (basis.bill->materials * basis.origin->material_uplift).rounded(4),
                     basis.origin->provenance.status});
  }
  return lines;
}

Result<EstimateLines> labourLines(const EstimateBasis& basis) {
  const auto stages = minutesByStage(*basis.product, *basis.book);
  if (!stages) return tl::unexpected(stages.error());
  const Ratio efficiency = lineEfficiency(*basis.book, *basis.at, *basis.origin);
  if (efficiency <= Ratio())
    return failure("the line efficiency of '" + basis.origin->id + "' must be above zero");
  const Money wage = basis.origin->direct_labour_per_minute;
  const std::string at_efficiency = " min at " + formatRounded(efficiency.billionths(), 7, 1) +
                                    " % line efficiency x " + moneyText(wage) + " per minute";
  EstimateLines lines;
  Quantity worked = Quantity::fromMillionths(0, Unit::Minute);
  for (const StageMinutes& stage : *stages) {
    const Quantity clock = stage.minutes / efficiency;
    const auto cost = minutesCost(basis, clock, wage);
    if (!cost) return tl::unexpected(cost.error());
    worked = worked + clock;
    lines.push_back({"labour", stage.stage, formatRounded(stage.minutes.millionths(), 6, 2) + at_efficiency,
                     *cost, weaker(stage.status, basis.origin->provenance.status)});
  }
  const Quantity setup = basis.at->setup_minutes / basis.quantity;
  const auto setup_cost = minutesCost(basis, setup, wage);
  if (!setup_cost) return tl::unexpected(setup_cost.error());
  lines.push_back({"labour", "setting up the line",
                   formatQuantity(basis.at->setup_minutes) + " min over " + std::to_string(basis.quantity) +
                       " pieces x " + moneyText(wage) + " per minute",
                   *setup_cost, weaker(basis.at->provenance.status, basis.origin->provenance.status)});

  const Money rate = basis.origin->overhead_per_minute;
  const auto overhead = minutesCost(basis, worked + setup, rate);
  if (!overhead) return tl::unexpected(overhead.error());
  lines.push_back({"overhead", "factory overhead",
                   formatRounded((worked + setup).millionths(), 6, 2) + " min on the clock x " +
                       moneyText(rate) + " per minute",
                   *overhead, basis.origin->provenance.status});
  return lines;
}

Result<EstimateLines> toolingLines(const EstimateBasis& basis) {
  const auto rounds = findRate(*basis.book, "sample-rounds");
  if (!rounds) return tl::unexpected(rounds.error());
  const std::int64_t samples = std::max<std::int64_t>(1, divideRounded(rounds->typical_millionths, kMillion));
  std::vector<SpreadCost> costs{{"tooling", "cutting-die-set", 1, "1 style"},
                                {"tooling", "pattern-cad", 1, "1 style"},
                                {"tooling", "proto-sample-technical-pack", samples,
                                 countText(samples, "sample round", "sample rounds")}};
  std::map<std::string, std::int64_t> tools;
  for (const std::string& id : basis.product->tooling) ++tools[id];
  for (const auto& [id, count] : tools) {
    const std::string one = countedBy(*basis.book, id);
    costs.push_back({"tooling", id, count, countText(count, one, one + "s")});
  }
  return spreadLines(basis, costs);
}

Result<EstimateLines> priceShareLines(const EstimateBasis& basis, Money cost) {
  const auto control = percentRate(*basis.book, kInHouseControl);
  if (!control) return tl::unexpected(control.error());
  const Ratio margin = basis.at->margin;
  if (margin >= Ratio::one()) return failure("a factory margin must be below 100 %");
  if (margin + *control >= Ratio::one())
    return failure("factory margin and in-house control together must be below 100 % of ex-factory");
  // Both are shares of the price that they are part of: price = cost / (1 - control - margin).
  const Ratio rest = Ratio::one() - *control - margin;
  const std::string of_price =
      " % of ex-factory, on a cost of " + formatUnitMoney(cost) + " " + std::string(cost.currency().code());
  const Rate& rate = basis.book->rates.at(kInHouseControl);
  const std::string paid = workPaidBy(basis, kInHouseControl);
  return EstimateLines{{"quality", rate.name.empty() ? rate.id : rate.name,
                        formatPercent(*control) + of_price + (paid.empty() ? "" : "; it pays " + paid),
                        shareOfPrice(cost, *control, rest), rate.provenance.status},
                       {"margin", "factory margin", formatPercent(margin) + of_price,
                        shareOfPrice(cost, margin, rest), basis.at->provenance.status}};
}

Ratio volumePerPiece(const CartonPlan& carton) {
  if (carton.pieces_per_carton < 1) return Ratio();
  // A cubic millimetre is a billionth of a cubic metre: the carton's volume in mm3 is its Ratio in
  // billionths.
  const double volume_mm3 = carton.length_mm * carton.width_mm * carton.height_mm;
  const Quantity volume = Quantity::fromDouble(volume_mm3 / 1e9, Unit::Piece);
  return Ratio::fromBillionths(scaleRounded(volume.millionths(), 1000, 1)) /
         Ratio::fromBillionths(scaleRounded(carton.pieces_per_carton, kBillion, 1));
}

Result<EstimateLines> logisticsLines(const EstimateBasis& basis) {
  const Ratio volume = volumePerPiece(basis.product->carton);
  if (volume <= Ratio()) return EstimateLines{};
  EstimateLines lines;
  auto inland = perVolumeLine(basis, kInlandRate, volume);
  if (!inland) return tl::unexpected(inland.error());
  inland->leg = Leg::PreCarriage;
  lines.push_back(std::move(*inland));
  auto charges = spreadLine(basis, {"logistics", "origin-charges-fob", 1, "1 shipment"});
  if (!charges) return tl::unexpected(charges.error());
  charges->leg = Leg::OriginTerminal;
  lines.push_back(std::move(*charges));
  const Ratio order = Ratio::fromBillionths(scaleRounded(volume.billionths(), basis.quantity, 1));
  if (order < kContainerFrom) {
    auto consolidation = perVolumeLine(basis, "lcl-cfs", volume);
    if (!consolidation) return tl::unexpected(consolidation.error());
    lines.push_back(std::move(*consolidation));
  }
  return lines;
}

}  // namespace bom
