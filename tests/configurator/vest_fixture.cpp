#include "vest_fixture.h"

#include <stdexcept>

#include "configurator/pack/body_vest.h"
#include "one_item_catalog.h"

namespace configurator {
namespace {

Catalog makeVestCatalog() {
  Catalog catalog = makeOneItemCatalog(
      {"shell", "front-panel", "bottom", "lining", "back-face", "wing-face", "strap-shell", "pocket-mesh",
       "edge-binding", "zip", "slider", "puller", "webbing", "ladder-lock", "cord"},
      {"A", "B", "C", "D", "F", "G", "H", "J", "N", "P", "Q", "QX", "Z"});
  addItem(catalog, "cl");
  addOptions(catalog, {{"main-closure", "elastic-overlap", "opening", "overlap"},
                       {"flasks", "two-250", "flask-ml", "250"}});
  return catalog;
}

const Catalog& catalogOfOneItemPerZone() {
  static const Catalog kCatalog = makeVestCatalog();
  return kCatalog;
}

Choices choicesOf(const VestWish& wish) {
  Choices choices = defaultChoices(catalogOfOneItemPerZone());
  choices.options["main-closure"] = {wish.closure, By::Template, false};
  choices.options["flasks"] = {wish.flasks, By::Template, false};
  setDimension(choices, "capacity", wish.capacity_l, 0);
  setDimension(choices, "back-length", wish.back_length, 480);
  setDimension(choices, "width", wish.width, 270);
  setDimension(choices, "depth", wish.depth, 150);
  setDimension(choices, "strap-width", wish.strap_width, 70);
  return choices;
}

}  // namespace

VestWish wishOf(double litres) {
  VestWish wish;
  wish.capacity_l = litres;
  return wish;
}

std::vector<VestWish> manyWishes() {
  std::vector<VestWish> wishes;
  for (const double litres : {2.0, 3.5, 5.0, 8.0, 12.0}) wishes.push_back(wishOf(litres));
  for (const PackSize size : {PackSize::S, PackSize::L}) {
    for (const double litres : {5.0, 12.0}) {
      wishes.push_back(wishOf(litres));
      wishes.back().size = size;
    }
  }
  wishes.push_back(wishOf(6));
  wishes.back().back_length = 420;
  wishes.back().width = 300;
  wishes.push_back(wishOf(5));
  wishes.back().back_length = 350;
  wishes.back().width = 240;
  // Narrow straps, and the dimensions at which the neck's edge was strained most.
  wishes.push_back(wishOf(2.5));
  wishes.back().strap_width = 60;
  wishes.push_back(wishOf(5));
  wishes.back().back_length = 360;
  wishes.back().width = 220;
  wishes.push_back(wishOf(8));
  wishes.back().depth = 100;
  wishes.push_back(wishOf(8));
  wishes.back().words = {{"side", "adjusters"}, {"kangaroo", "no"}};
  wishes.back().closure = "elastic-overlap";
  wishes.push_back(wishOf(5));
  wishes.back().words = {{"flask-pockets", "no"}};
  wishes.push_back(wishOf(4));
  wishes.back().flasks = "two-250";
  return wishes;
}

std::string described(const VestWish& wish) {
  return std::string(packSizeName(wish.size)) + " " + std::to_string(wish.capacity_l) + " l " + wish.closure;
}

Polyline stretchOfRun(const Piece& piece, const RunPart& part) {
  const Polyline& points = findEdge(piece, part.edge)->points;
  return part.to_mm < 0 ? points : stretchOf(points, part.from_mm, part.to_mm);
}

BuiltVest::BuiltVest(const VestWish& wish)
    : choices_(choicesOf(wish)), draft_(draftOf(catalogOfOneItemPerZone(), choices_, wish.size)) {
  ModuleCall call;
  call.slot = call.part = call.assembly = "body";
  call.words = wish.words;
  buildVest(call, draft_);
}

const Piece& BuiltVest::piece(const std::string& name) const {
  const Piece* found = findPiece(draft_.pack, "body." + name);
  if (found == nullptr) throw std::runtime_error("no piece " + name);
  return *found;
}

const Seam& BuiltVest::seam(const std::string& name) const {
  for (const Seam& seam : draft_.pack.seams)
    if (seam.id == "body." + name) return seam;
  throw std::runtime_error("no seam " + name);
}

double BuiltVest::carriedLitres() const {
  double sum = 0;
  for (const Compartment& compartment : draft_.pack.compartments) sum += compartment.capacity_l;
  return sum;
}

}  // namespace configurator
