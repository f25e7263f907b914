// Cloth per pack of the ten templates and of random designs: what the pack cuts can be laid, nothing
// overlaps, and the pieces laid are those that the bill pays for.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "bom/marker/consumption.h"
#include "bom/marker/overlap.h"
#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_product.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

bom::Product productOf(const Design& design) {
  const Catalog& catalog = testWorkshop().catalog;
  return buildProduct(catalog, design, buildPack(catalog, design.choices, PackSize::M));
}

std::vector<bom::MaterialMarker> markersOf(const bom::Product& product, const std::vector<int>& packs) {
  const bom::PriceBook& book = testWorkshop().catalog.prices;
  const auto losses = bom::layLossesOf(book);
  if (!losses) throw std::runtime_error(losses.error().message);
  const auto markers = bom::layMaterials(product, book, *losses, {4, 1, {}}, packs);
  if (!markers) throw std::runtime_error(markers.error().message);
  return *markers;
}

/// Square metres of each sheet that the pack takes in each zone, by the bill's uses.
using Areas = std::map<std::pair<std::string, std::string>, double>;
Areas areasOf(const bom::Product& product) {
  Areas areas;
  for (const bom::Use& use : product.uses) {
    const bom::Item& item = testWorkshop().catalog.prices.items.at(use.item);
    if (item.sheet) areas[{use.item, use.zone}] += use.net.toDouble() * item.sheet->cuttable_width_mm / 1000;
  }
  return areas;
}

void check(const Design& design, const std::vector<int>& packs) {
  const bom::Product product = productOf(design);
  const Areas areas = areasOf(product);
  const auto markers = markersOf(product, packs);
  std::size_t zones_laid = 0;
  for (const bom::MaterialMarker& laid : markers) {
    SCOPED_TRACE(laid.item + " x " + std::to_string(laid.packs));
    EXPECT_TRUE(bom::conflictsIn(laid.marker, laid.pieces, laid.cloth).empty());
    double area = 0;
    for (const std::string& zone : laid.zones) area += areas.at({laid.item, zone});
    zones_laid += laid.zones.size();
    // Net amounts are rounded to a millionth of a metre of roll, once for each place.
    EXPECT_NEAR(laid.marker.pieces_mm2 * 1e-6 / laid.packs, area, 1e-4);
    EXPECT_GT(laid.gross_per_pack.toDouble() * laid.cloth.cuttable_width_mm / 1000, area);
  }
  EXPECT_EQ(zones_laid, areas.size() * packs.size());
}

TEST(MarkerOfTemplates, EveryMaterialIsLaidForOneAndFourPacks) {
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE(design.template_id);
    check(design, {1, 4});
  }
}

TEST(MarkerOfTemplates, FourPacksTakeLessEachThanOneAlone) {
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE(design.template_id);
    const auto markers = markersOf(productOf(design), {1, 4});
    for (std::size_t i = 0; i < markers.size(); i += 2)
      EXPECT_LT(markers[i + 1].gross_per_pack, markers[i].gross_per_pack) << markers[i].item;
  }
}

TEST(MarkerOfRandomDesigns, EveryMaterialIsLaid) {
  const std::vector<Design>& designs = randomDesigns();
  for (std::size_t i = 0; i < designs.size(); i += 5) {
    SCOPED_TRACE(i);
    check(designs[i], {1});
  }
}

}  // namespace
}  // namespace configurator
