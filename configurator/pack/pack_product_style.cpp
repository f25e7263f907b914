#include "configurator/pack/pack_product_style.h"

#include <algorithm>
#include <cmath>

#include "bom/bill_thread.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr const char* kCartons = "export-carton";  // the series of cartons, by litres
constexpr const char* kMaxGross = "carton-max-gross";
constexpr double kHeightStep = 10;  // mm in which cartons are ordered

/// What the design's option of a slot says under a name; empty when it says nothing.
std::string attributeOf(const Catalog& catalog, const Design& design, const std::string& slot,
                        const std::string& name) {
  const Option* option = catalog.chosenOption(design.choices, slot);
  return option == nullptr ? std::string() : option->attribute(name);
}

std::string neededAttribute(const Catalog& catalog, const Design& design, const std::string& slot,
                            const std::string& name) {
  std::string value = attributeOf(catalog, design, slot, name);
  if (value.empty()) broken("the chosen option of " + slot + " says no " + name);
  return value;
}

/// The packing row of a pack: the body says it, with another one for small packs; an option that changes what
/// a carton holds (pouches) says which row it wants instead.
std::string packingTypeOf(const Catalog& catalog, const Design& design, const Pack& pack) {
  std::string type = neededAttribute(catalog, design, "body", "packing");
  const std::string small = attributeOf(catalog, design, "body", "packing-small");
  if (!small.empty()) {
    const auto below = parseDecimal(neededAttribute(catalog, design, "body", "packing-small-below-l"));
    if (!below) broken("packing-small-below-l is no number of litres");
    if (pack.carry_l < *below) type = small;
  }
  for (const Slot& slot : catalog.slots) {
    const std::string instead = attributeOf(catalog, design, slot.id, "packing-instead-of-" + type);
    if (!instead.empty()) return instead;
  }
  return type;
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

/// ASTM F2153 counts enclosed compartments; the other label counts what runners carry in the open as well.
void nameLitres(const Pack& pack, bom::Style& style) {
  const bool carry = pack.label_means == "carry_l";
  style.label_means = carry ? "carrying volume: enclosed compartments and open pockets"
                            : "capacity: enclosed compartments only";
  style.volume_method =
      std::string(carry ? "Enclosed compartments and open pockets" : "Enclosed compartments") +
      " at nominal fill, after the logic of ASTM F2153" +
      (carry ? ", which itself counts enclosed compartments only" : "");
}

const bom::Item& cartonItemOf(const Catalog& catalog, const bom::CartonPlan& plan) {
  return catalog.itemOf(kCartons, plan.length_mm * plan.width_mm * plan.height_mm / 1e6);
}

/// Takes packs out of a carton that would weigh more than one person lifts, and as much off its height.
void keepLiftable(const Catalog& catalog, double each_g, bom::CartonPlan& plan) {
  const auto rate = catalog.prices.rates.find(kMaxGross);
  if (rate == catalog.prices.rates.end()) broken(std::string("the catalog has no rate ") + kMaxGross);
  const double limit_g = 1000 * asDouble(rate->second.typical_millionths);
  const double room_g = limit_g - cartonItemOf(catalog, plan).mass.toDouble();
  if (each_g * static_cast<double>(plan.pieces_per_carton) <= room_g) return;
  const auto fewer = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::floor(room_g / each_g)));
  const double part = static_cast<double>(fewer) / static_cast<double>(plan.pieces_per_carton);
  plan.height_mm = kHeightStep * std::ceil(plan.height_mm * part / kHeightStep);
  plan.pieces_per_carton = fewer;
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
  nameLitres(pack, style);
  style.width_mm = pack.dimensions_mm.x;
  style.height_mm = pack.dimensions_mm.y;
  style.depth_mm = pack.dimensions_mm.z;
  return style;
}

double packedGrams(const Catalog& catalog, const bom::Product& product) {
  double grams = 0;
  for (const bom::Use& use : product.uses) {
    const bom::Item& item = catalog.itemOf(use.item, 0);
    const bool packaging = item.section == bom::BillSection::Packaging;
    grams += packaging ? use.net.toDouble() * item.mass.toDouble() : use.mass.toDouble();
  }
  // Thread data that is wrong is refused by the bill; here it only weighs nothing.
  if (const auto threads = bom::threadGrams(product, catalog.prices)) grams += *threads;
  return grams;
}

bom::CartonPlan cartonOf(const Catalog& catalog, const Design& design, const Pack& pack, double each_g) {
  const std::string type = packingTypeOf(catalog, design, pack);
  bom::CartonPlan plan;
  plan.fold = neededAttribute(catalog, design, "packaging", "fold");
  plan.pieces_per_carton = packingFigure(catalog, type, "pcs-per-carton") / 1'000'000;
  if (plan.pieces_per_carton < 1) broken("a carton of " + type + " packs holds no pack");
  plan.length_mm = asDouble(packingFigure(catalog, type, "carton-length"));
  plan.width_mm = asDouble(packingFigure(catalog, type, "carton-width"));
  plan.height_mm = asDouble(packingFigure(catalog, type, "carton-height"));
  keepLiftable(catalog, each_g, plan);
  return plan;
}

bom::Use cartonUseOf(const Catalog& catalog, const bom::CartonPlan& plan) {
  const bom::Item& item = cartonItemOf(catalog, plan);
  bom::Use use;
  use.item = item.id;
  use.assembly = "packaging";
  use.placement = "Export carton";
  use.part_ids = {"packaging.export-carton"};
  use.net = bom::Quantity::fromDouble(1.0 / static_cast<double>(plan.pieces_per_carton), item.unit);
  use.mass = bom::Quantity::fromMillionths(0, bom::Unit::Gram);
  use.in_product = false;
  return use;
}

}  // namespace configurator
