#include "tests/bom/random_product.h"

#include <array>
#include <random>

#include "tests/bom/product_fixture.h"

namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  /// 0 .. count - 1. Distributions of the standard library differ between machines; the engine does not.
  std::size_t pick(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  double length_mm() { return 10 + static_cast<double>(pick(900'000)) / 1000; }

 private:
  std::mt19937_64 engine_;
};

const std::array<const char*, 8> kItems{"ny210rs", "lin210", "web20", "sr20",
                                        "thr70",   "lblm",   "scrn",  "pbag"};

bom::Use makeUse(Dice& dice, const bom::PriceBook& book, int index) {
  const bom::Item& item = book.items.at(kItems[dice.pick(kItems.size())]);
  bom::Use use;
  use.item = item.id;
  use.placement = "place " + std::to_string(dice.pick(6));
  use.zone = dice.pick(3) == 0 ? "" : "zone-" + std::to_string(dice.pick(3));
  use.part_ids = {"part-" + std::to_string(index)};
  const double most = item.unit == bom::Unit::Metre ? 3.0 : 9.0;
  use.net = item.unit == bom::Unit::Metre
                ? amount(most * static_cast<double>(dice.pick(1'000'000)) / 1e6, item.unit)
                : amount(1 + static_cast<double>(dice.pick(9)), item.unit);
  use.in_product = item.id != "pbag";
  use.mass = amount(use.in_product ? use.net.toDouble() * item.mass.toDouble() : 0, bom::Unit::Gram);
  return use;
}

}  // namespace

bom::Product makeRandomProduct(std::uint64_t seed) {
  Dice dice(seed);
  const bom::PriceBook book = makePriceBook();
  bom::Product product = makeProduct();
  product.pieces.clear();
  product.artwork.clear();
  product.uses.clear();
  product.seams.clear();
  product.stitches.clear();
  product.reinforcements.clear();
  product.assemblies = {{"a0", "Whole", "", false}};
  const auto assembly = [&] { return "a" + std::to_string(dice.pick(product.assemblies.size())); };
  const std::size_t modules = dice.pick(9);
  for (std::size_t i = 1; i <= modules; ++i) {
    const std::string parent = assembly();
    product.assemblies.push_back(
        {"a" + std::to_string(i), "Module " + std::to_string(i), parent, i % 2 == 0});
  }
  const int uses = static_cast<int>(dice.pick(40));
  for (int i = 0; i < uses; ++i) {
    product.uses.push_back(makeUse(dice, book, i));
    product.uses.back().assembly = assembly();
  }
  const int seams = 1 + static_cast<int>(dice.pick(12));
  for (int i = 0; i < seams; ++i) {
    bom::ConstructionSeam seam;
    seam.id = "seam-" + std::to_string(i);
    seam.assembly = assembly();
    seam.stitch = "301";
    seam.thread_item = "thr70";
    seam.rows = 1 + static_cast<int>(dice.pick(2));
    seam.length_mm[0] = dice.length_mm();
    seam.length_mm[1] = dice.length_mm();
    product.seams.push_back(seam);
  }
  const int tacks = static_cast<int>(dice.pick(20));
  for (int i = 0; i < tacks; ++i) {
    bom::Reinforcement tack;
    tack.id = "tack-" + std::to_string(i);
    tack.type = "BT42";
    tack.assembly = assembly();
    product.reinforcements.push_back(tack);
  }
  product.work = {{"w1",
                   "S01",
                   assembly(),
                   1 + static_cast<std::int64_t>(dice.pick(60)),
                   amount(dice.length_mm() / 100, bom::Unit::Metre),
                   {}}};
  return product;
}
