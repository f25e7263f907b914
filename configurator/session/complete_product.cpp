#include "configurator/session/complete_product.h"

namespace configurator {
namespace {

void addOrdered(const Order& order, bom::Product& product) {
  for (bom::Colorway& colorway : product.colorways) {
    for (const OrderLine& line : order.lines) {
      if (line.colorway == colorway.code) colorway.pieces += line.quantity;
    }
  }
}

void addVolumes(const Pack& pack, bom::Product& product) {
  for (const VolumeMeasure& volume : pack.volumes) {
    product.measures.push_back({volume.id, volume.name, volume.how, packSizeName(pack.size), volume.value_l,
                                volume.tol_plus_l, volume.tol_minus_l, volume.critical, "l"});
  }
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

}  // namespace

void completeProduct(const Design& design, const Pack& pack, bom::Product& product) {
  addOrdered(design.order, product);
  addVolumes(pack, product);
  nameLitres(pack, product.style);
}

}  // namespace configurator
