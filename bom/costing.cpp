#include "bom/costing.h"

#include <algorithm>
#include <cmath>

#include "bom/delivery/container.h"
#include "bom/exact.h"
#include "bom/quality/test_plan.h"

namespace bom {

namespace {

std::vector<SectionLines> sectionsOf(const Explosion& explosion) {
  std::map<BillSection, SectionLines> sections;
  for (std::size_t i = 0; i < explosion.lines.size(); ++i) {
    const Item* item = explosion.sources[i].item;
    if (item == nullptr) continue;
    SectionLines& section = sections[item->section];
    section.section = item->section;
    section.lines.push_back(i);
    section.status = weaker(section.status, explosion.lines[i].status);
  }
  std::vector<SectionLines> list;
  for (auto& [section, lines] : sections) list.push_back(std::move(lines));
  return list;
}

void addStage(std::vector<StageMinutes>& stages, const Operation& operation, Quantity minutes) {
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

Result<void> addWork(Costing& costing) {
  costing.minutes = Quantity::fromMillionths(0, Unit::Minute);
  for (const WorkStep& step : costing.product->work) {
    const auto found = costing.book->operations.find(step.operation);
    if (found == costing.book->operations.end()) {
      return failure("work step '" + step.id + "' is operation '" + step.operation +
                     "', which the price book lacks");
    }
    const Quantity minutes = standardMinutes(found->second, step);
    costing.minutes = costing.minutes + minutes;
    if (found->second.paid_by.empty()) addStage(costing.stages, found->second, minutes);
  }
  return {};
}

}  // namespace

Quantity standardMinutes(const Operation& operation, const WorkStep& step) {
  const std::int64_t running =
      scaleRounded(operation.minutes_per_metre.millionths(), step.metres.millionths(), kMillion);
  const Quantity all =
      operation.fixed_minutes * step.occurrences + Quantity::fromMillionths(running, Unit::Minute);
  return step.packs == 1 ? all : all / step.packs;
}

Ratio volumePerPiece(const CartonPlan& carton) {
  if (carton.pieces_per_carton < 1) return Ratio();
  return Ratio::fromBillionths(scaleRounded(cartonMillilitres(carton), 1000, 1)) /
         Ratio::fromBillionths(scaleRounded(carton.pieces_per_carton, kBillion, 1));
}

Result<Costing> prepareCosting(const Product& product, const PriceBook& book,
                               const Consumption* consumption) {
  auto explosion = explode(product, book, consumption);
  if (!explosion) return tl::unexpected(explosion.error());
  Costing costing;
  costing.product = &product;
  costing.book = &book;
  costing.explosion = std::move(*explosion);
  costing.sections = sectionsOf(costing.explosion);
  costing.lots = colorLotsOf(product, costing.explosion);
  const auto worked = addWork(costing);
  if (!worked) return tl::unexpected(worked.error());
  for (const std::string& id : product.tooling) ++costing.tools[id];
  for (const Item* item : costing.explosion.items)
    for (const std::string& id : item->tooling) ++costing.tools[id];
  costing.surface = outerSurfaceOf(product, book);
  costing.volume_m3 = volumePerPiece(product.carton);
  return costing;
}

namespace {

/// The cloth of the shell that most of the outside is cut of; empty without any.
std::string mainClothOf(const Costing& costing) {
  std::map<std::string, double> areas;
  for (const PatternPiece& piece : costing.product->pieces) {
    const auto item = costing.book->items.find(piece.item);
    if (item == costing.book->items.end() || item->second.section != BillSection::Shell) continue;
    areas[piece.item] += piece.area_mm2 * static_cast<double>(piece.part_ids.size());
  }
  std::string most;
  for (const auto& [item, area] : areas)
    if (most.empty() || area > areas[most]) most = item;
  return most;
}

std::int64_t paidSamplesOf(const Costing& costing, const TestPlan& tests) {
  if (costing.book->colors.dyed.empty()) return static_cast<std::int64_t>(tests.laboratory_samples.size());
  const std::string main_cloth = mainClothOf(costing);
  std::int64_t paid = 0;
  bool has_main = false, main_is_paid = false;
  for (const auto& [item, srgb] : tests.laboratory_samples) {
    const bool made = std::any_of(costing.lots.begin(), costing.lots.end(),
                                  [&, &id = item, &color = srgb](const ColorLot& lot) {
                                    return lot.made != nullptr && lot.item->id == id && lot.srgb == color;
                                  });
    if (made) ++paid;
    has_main = has_main || item == main_cloth;
    main_is_paid = main_is_paid || (made && item == main_cloth);
  }
  return has_main && !main_is_paid ? paid + 1 : paid;
}

}  // namespace

MarketCosting prepareMarket(const Costing& costing, const std::string& market) {
  MarketCosting own;
  const auto found = costing.book->markets.find(market);
  if (found != costing.book->markets.end()) own.market = &found->second;
  const TestPlan tests = testPlan(*costing.product, costing.explosion.lines, *costing.book, own.market);
  own.laboratory_samples = static_cast<std::int64_t>(tests.laboratory_samples.size());
  own.paid_samples = paidSamplesOf(costing, tests);
  return own;
}

}  // namespace bom
