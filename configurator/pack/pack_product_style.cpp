#include "configurator/pack/pack_product_style.h"

#include <cmath>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

/// The packing row of a pack: what the carton table calls its type.
std::string packingTypeOf(const Pack& pack) {
  if (pack.construction == "vest") return pack.carry_l < 8 ? "lightweight" : "hydration";
  return pack.construction == "roll-top" ? "endurance" : "commuter";
}

std::int64_t packingFigure(const Catalog& catalog, const std::string& type, const std::string& what) {
  const std::string id = "packing-" + type + "-" + what;
  const auto rate = catalog.prices.rates.find(id);
  if (rate == catalog.prices.rates.end()) broken("the catalog has no rate " + id);
  return rate->second.typical_millionths;
}

double asDouble(std::int64_t millionths) {
  return static_cast<double>(millionths) / 1e6;
}

}  // namespace

bom::Style styleOf(const Design& design, const Pack& pack) {
  bom::Style style;
  style.number = design.brand.style_number;
  style.name = design.name;
  style.brand = design.brand.name;
  style.season = design.brand.season;
  style.type = pack.construction;
  style.description = design.brand.description;
  style.designer = design.brand.designer;
  style.date = design.order.date;
  style.status = "draft";
  style.sample_size = packSizeName(pack.size);
  style.origin = design.order.origin;
  style.market = design.order.market;
  style.incoterm = design.order.incoterm;
  style.target_quantity = totalQuantity(design.order);
  style.capacity_l = pack.capacity_l;
  style.carry_l = pack.carry_l;
  style.load_max_kg = pack.parameters.at("load");
  style.label_means = pack.label_means;
  style.volume_method = "Enclosed compartments at nominal fill, after the logic of ASTM F2153";
  style.care = "Hand wash 30 C, do not bleach, do not tumble dry, do not iron";
  style.width_mm = pack.dimensions_mm.x;
  style.height_mm = pack.dimensions_mm.y;
  style.depth_mm = pack.dimensions_mm.z;
  return style;
}

bom::CartonPlan cartonOf(const Catalog& catalog, const Pack& pack) {
  const std::string type = packingTypeOf(pack);
  bom::CartonPlan plan;
  plan.fold = "Stuffed with paper, straps folded to the back, one to a polybag";
  plan.pieces_per_carton = packingFigure(catalog, type, "pcs-per-carton") / 1'000'000;
  plan.length_mm = asDouble(packingFigure(catalog, type, "carton-length"));
  plan.width_mm = asDouble(packingFigure(catalog, type, "carton-width"));
  plan.height_mm = asDouble(packingFigure(catalog, type, "carton-height"));
  plan.gross_kg = asDouble(packingFigure(catalog, type, "gross-kg"));
  return plan;
}

}  // namespace configurator
