#include "configurator/session/measures.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "bom/bill_thread.h"
#include "configurator/catalog/require.h"
#include "configurator/pack/pack_product.h"
#include "configurator/session/carry.h"

namespace configurator {
namespace {

SizePoint pointOf(const Catalog& catalog, const std::string& id, double value, const std::string& unit) {
  const MeasureSpec* spec = catalog.findMeasure(id);
  if (spec == nullptr) broken("unknown point of measure: " + id);
  return {id, spec->name, spec->how, unit, value, spec->tol_plus, spec->tol_minus, spec->critical};
}

/// Ids of the bladders, which the scale is not to show.
std::set<std::string> bladdersOf(const Pack& pack) {
  std::set<std::string> ids;
  for (const Fitting& fitting : pack.fittings)
    if (fitting.zone == "vessel" && fitting.id.ends_with(".bladder")) ids.insert(fitting.id);
  return ids;
}

/// Grams of one pack as the bill adds them up.
double finishedGrams(const Catalog& catalog, const bom::Product& product,
                     const std::set<std::string>& without) {
  bom::Quantity grams = bom::Quantity::fromMillionths(0, bom::Unit::Gram);
  const auto add = [&](const std::vector<bom::Use>& uses) {
    for (const bom::Use& use : uses) {
      const bool left_out = std::any_of(use.part_ids.begin(), use.part_ids.end(),
                                        [&](const std::string& id) { return without.count(id) > 0; });
      if (use.in_product && use.mass.millionths() != 0 && !left_out) grams = grams + use.mass;
    }
  };
  add(product.uses);
  const auto threads = bom::threadUses(product, catalog.prices);
  require(threads.has_value(), "a catalog that was loaded has its thread data");
  add(*threads);
  return grams.toDouble();
}

SizePoint weightOf(const Workshop& workshop, const Design& design, const Pack& pack) {
  constexpr double kShare = 0.05;  // of the weight, where that is more than the grams
  const bom::Product product = buildProduct(workshop.catalog, design, pack);
  const double grams = finishedGrams(workshop.catalog, product, bladdersOf(pack));
  SizePoint point = pointOf(workshop.catalog, "Y", grams, "g");
  point.tol_plus = std::max(point.tol_plus, kShare * grams);
  point.tol_minus = std::max(point.tol_minus, kShare * grams);
  return point;
}

/// Nothing where nothing reflects.
std::vector<SizePoint> reflectiveOf(const Catalog& catalog, const Pack& pack) {
  const std::set<std::string> items = reflectiveItemsOf(catalog);
  const auto reflects = [&](const auto& part) { return items.count(part.item) > 0; };
  if (std::none_of(pack.pieces.begin(), pack.pieces.end(), reflects) &&
      std::none_of(pack.fittings.begin(), pack.fittings.end(), reflects))
    return {};
  const auto views = reflectiveViewsOf(pack, items);
  return {pointOf(catalog, "V", views[0].area_cm2, "cm2"), pointOf(catalog, "VF", views[4].area_cm2, "cm2")};
}

}  // namespace

SizeTable measuresOf(const Workshop& workshop, const Design& design, const Figures& figures) {
  require(figures.pack.has_value(), "a size table is of a pack that can be built");
  return sizeTableOf(workshop.catalog, design.choices, *figures.pack, [&](const Pack& pack) {
    std::vector<SizePoint> points = reflectiveOf(workshop.catalog, pack);
    points.push_back(weightOf(workshop, design, pack));
    return points;
  });
}

}  // namespace configurator
