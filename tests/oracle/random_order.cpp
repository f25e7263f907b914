#include "tests/oracle/random_order.h"

#include <algorithm>
#include <set>

#include "tests/oracle/random_book.h"

namespace {

using bom::Unit;

const std::vector<std::string> kZones{"", "shell", "lining", "trim"};

std::string anyAssembly(Dice& dice, const bom::Product& product) {
  return dice.of(product.assemblies).id;
}

void addAssemblies(Dice& dice, bom::Product& product) {
  product.assemblies = {{"a0", "Whole", "", false}};
  const auto modules = static_cast<int>(dice.from(0, 5));
  for (int i = 1; i <= modules; ++i)
    product.assemblies.push_back({"a" + std::to_string(i), "Module", anyAssembly(dice, product), false});
}

void addUses(Dice& dice, const bom::PriceBook& book, bom::Product& product) {
  std::vector<std::string> items;
  for (const auto& [id, item] : book.items)
    if (item.section != bom::BillSection::Thread) items.push_back(id);
  const auto uses = static_cast<int>(dice.from(1, 24));
  for (int i = 0; i < uses && !items.empty(); ++i) {
    const bom::Item& item = book.items.at(dice.of(items));
    bom::Use use;
    use.item = item.id;
    use.assembly = anyAssembly(dice, product);
    use.placement = "place " + std::to_string(dice.from(0, 4));
    use.zone = dice.of(kZones);
    use.part_ids = {"part-" + std::to_string(i)};
    const bool counted = item.unit == Unit::Piece || item.unit == Unit::Set;
    use.net = counted ? dice.quantity(1, 9, item.unit, 0) : dice.quantity(0.000001, 3, item.unit, 6);
    use.in_product = dice.chance(85);
    use.mass = dice.quantity(0, use.in_product ? 300 : 0, Unit::Gram, 6);
    product.uses.push_back(use);
  }
}

/// Pieces that say how large the shell is: the outer surface decides a tariff line.
void addPieces(Dice& dice, const bom::PriceBook& book, bom::Product& product) {
  int index = 0;
  for (const bom::Use& use : product.uses) {
    if (!book.items.at(use.item).sheet || !dice.chance(80)) continue;
    bom::PatternPiece piece;
    piece.code = "P" + std::to_string(index++);
    piece.assembly = use.assembly;
    piece.zone = use.zone;
    piece.item = use.item;
    piece.layer = "outer";
    piece.part_ids = use.part_ids;
    if (dice.chance(30)) piece.part_ids.push_back(piece.part_ids.front() + "-right");
    piece.area_mm2 = dice.mm(1000, 90'000, 0);
    piece.cut_area_mm2 = piece.area_mm2 + dice.mm(1000, 90'000, 0);
    product.pieces.push_back(piece);
  }
}

void addSewing(Dice& dice, bom::Product& product) {
  const auto thread = [&] { return dice.word({"thread-a", "thread-b", "thread-c"}); };
  const auto stitch = [&] { return dice.word({"301", "401", "504"}); };
  const auto seams = static_cast<int>(dice.from(1, 8));
  for (int i = 0; i < seams; ++i) {
    bom::ConstructionSeam seam;
    seam.id = "seam-" + std::to_string(i);
    seam.assembly = anyAssembly(dice, product);
    seam.stitch = stitch();
    seam.thread_item = thread();
    seam.rows = static_cast<int>(dice.from(1, 3));
    for (double& length : seam.length_mm) length = dice.mm(5, 900);
    product.seams.push_back(seam);
  }
  const auto rows = static_cast<int>(dice.from(0, 5));
  for (int i = 0; i < rows; ++i) {
    bom::ConstructionStitch row;
    row.id = "row-" + std::to_string(i);
    row.assembly = anyAssembly(dice, product);
    row.stitch = stitch();
    row.thread_item = thread();
    row.rows = static_cast<int>(dice.from(1, 3));
    row.length_mm = dice.mm(5, 900);
    product.stitches.push_back(row);
  }
  const auto tacks = static_cast<int>(dice.from(0, 12));
  for (int i = 0; i < tacks; ++i) {
    bom::Reinforcement tack;
    tack.id = "tack-" + std::to_string(i);
    tack.type = dice.word({"BT28", "BT42", "XBOX"});
    tack.assembly = anyAssembly(dice, product);
    if (dice.chance(25)) tack.thread_item = thread();
    product.reinforcements.push_back(tack);
  }
}

void addWork(Dice& dice, const bom::PriceBook& book, bom::Product& product) {
  const auto steps = static_cast<int>(dice.from(1, 14));
  for (int i = 0; i < steps; ++i) {
    const std::string operation = "S" + std::to_string(dice.from(0, 7));
    product.work.push_back({"w" + std::to_string(i),
                            book.operations.at(operation).id,
                            anyAssembly(dice, product),
                            dice.from(0, 30),
                            dice.quantity(0, 4, Unit::Metre, 6),
                            {}});
  }
  for (const char* tool : {"print-plate", "logo-mould", "buckle-mould", "print-plate"})
    if (dice.chance(35)) product.tooling.push_back(tool);
  if (dice.chance(40)) product.storage.push_back("Main compartment");
}

void addColorways(Dice& dice, bom::Product& product) {
  // Some on the shade card, some within a few steps of it, some far from all of it.
  const std::vector<std::string> colors{"#202327", "#f2f4f5", "#1f4fa3", "#c41e2d", "#212428",
                                        "#1f50a4", "#ff00ff", "#7f7359", "#00ffcc", "#5b3a82"};
  std::vector<std::string> items{"thread-a"};
  for (const bom::Use& use : product.uses)
    if (std::find(items.begin(), items.end(), use.item) == items.end()) items.push_back(use.item);
  const auto count = static_cast<int>(dice.from(0, 3));
  for (int i = 0; i < count; ++i) {
    bom::Colorway colorway;
    colorway.code = "C" + std::to_string(i);
    colorway.pieces = dice.chance(60) ? dice.from(0, 900) : 0;
    // A zone has one colour, whatever items it takes; some zones have none.
    for (const std::string& zone : kZones) {
      if (zone.empty() || !dice.chance(80)) continue;
      const std::string srgb = dice.of(colors);
      for (const std::string& item : items)
        if (item == items.front() ? zone == "trim" : dice.chance(50))
          colorway.colors.push_back({zone, item, srgb, "", ""});
      if (colorway.colors.empty() || colorway.colors.back().zone != zone)
        colorway.colors.push_back({zone, items.back(), srgb, "", ""});
    }
    product.colorways.push_back(colorway);
  }
}

/// Orders at which what is needed of some item is near its supplier's minimum.
void addAtMinimum(Dice& dice, const bom::PriceBook& book, const bom::Product& product,
                  std::set<std::int64_t>& quantities) {
  const bom::Use& use = dice.of(product.uses);
  const bom::Item& item = book.items.at(use.item);
  const std::int64_t least = (dice.chance(50) ? item.moq : item.moq_dyed).millionths();
  const std::int64_t pieces = least / use.net.millionths();
  if (pieces < 1 || pieces > 60'000) return;
  quantities.insert(pieces);
  quantities.insert(pieces + 1);
}

bom::CartonPlan randomCarton(Dice& dice) {
  if (dice.chance(10)) return {};
  return {"flat", dice.from(4, 60), dice.mm(300, 700, 0), dice.mm(200, 500, 0), dice.mm(200, 500, 1)};
}

}  // namespace

bom::Product makeRandomOrder(Dice& dice, const bom::PriceBook& book) {
  bom::Product product;
  addAssemblies(dice, product);
  addUses(dice, book, product);
  addPieces(dice, book, product);
  addSewing(dice, product);
  addWork(dice, book, product);
  addColorways(dice, product);
  product.carton = randomCarton(dice);
  return product;
}

bom::Consumption makeRandomConsumption(Dice& dice, const bom::PriceBook& book, const bom::Product& product) {
  bom::Consumption consumption;
  if (dice.chance(35)) return consumption;
  const bom::LayLosses losses = bom::layLossesOf(book).value();
  for (const bom::ClothLot& lot : bom::clothLotsOf(product)) {
    if (dice.chance(15)) continue;
    std::int64_t net = 0;
    for (const bom::Use& use : product.uses)
      if (use.item == lot.item && std::find(lot.zones.begin(), lot.zones.end(), use.zone) != lot.zones.end())
        net += use.net.millionths();
    bom::ClothUse cloth;
    cloth.lot = lot;
    for (const int packs : {1, 4, 10}) {
      if (packs > 1 && dice.chance(30)) continue;
      bom::LaidPacks laid;
      laid.packs = packs;
      // Whole mm, longer than what lies in it; it may be longer per pack than one of fewer packs.
      laid.length_mm = static_cast<double>(net / 1000 * packs + dice.from(1, 900));
      laid.marker = bom::Quantity::fromDouble(laid.length_mm / 1000 / packs, Unit::Metre);
      laid.gross = bom::grossPerPack(laid.length_mm, packs, losses);
      const std::int64_t lost = laid.gross.millionths() - laid.marker.millionths();
      const std::int64_t ends = dice.from(0, lost);
      laid.ends = bom::Quantity::fromMillionths(ends, Unit::Metre);
      laid.defects = bom::Quantity::fromMillionths(lost - ends, Unit::Metre);
      cloth.laid.push_back(laid);
    }
    consumption.push_back(cloth);
  }
  return consumption;
}

std::vector<bom::EstimateInput> makeRandomQuestions(Dice& dice, const bom::PriceBook& book,
                                                    const bom::Product& product) {
  std::vector<bom::EstimateInput> questions;
  for (int i = 0; i < 3; ++i) {
    bom::EstimateInput input;
    const bom::QuantityBreak& at = dice.of(book.breaks);
    std::set<std::int64_t> quantities{std::max<std::int64_t>(at.quantity - 1, 1), at.quantity,
                                      dice.from(1, 400)};
    if (dice.chance(50)) quantities.insert(dice.from(401, 60'000));
    if (dice.chance(50) && book.rates.contains("factory-moq-style"))
      quantities.insert(book.rates.at("factory-moq-style").typical_millionths / 1'000'000 - dice.from(0, 1));
    addAtMinimum(dice, book, product, quantities);
    input.quantities.assign(quantities.begin(), quantities.end());
    input.origin = dice.of(oracleOrigins());
    input.market = dice.of(oracleMarkets());
    input.incoterm = dice.word({"EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"});
    const std::string code = dice.chance(40) ? "USD" : dice.of(oracleCurrencies());
    input.currency = *bom::Currency::parse(code);
    input.as_of = dice.word({"2026-03-01", "2026-03-02", "2026-03-03"});
    input.terms.freight = dice.word({"", "", "sea", "air", "express"});
    input.terms.proof_of_origin = dice.chance(40);
    input.terms.buyer_pays_tooling = dice.chance(30);
    if (dice.chance(30)) input.terms.tooling_over = dice.from(1, 5000);
    input.words = dice.chance(50);
    questions.push_back(input);
  }
  return questions;
}
