// Random colours and plans of quality. Colours of a shade card lie far apart, so that no colour of a product
// is near the tolerance: a colour difference is the one figure here that is not exact.
#include <string>

#include "tests/oracle/random_book.h"

namespace {

using bom::BillSection;
using bom::SamplingCell;

const char* const kStockColors[] = {"#202327", "#f2f4f5", "#1f4fa3", "#c41e2d", "#2f5d3a", "#f2c200"};

void addColors(Dice& dice, bom::PriceBook& book) {
  book.colors.tolerance = 10;
  book.colors.provenance = dice.provenance();
  const std::vector<std::string> goods{"cloth", "tape", "hardware"};
  int index = 0;
  for (const char* srgb : kStockColors) {
    bom::StockColor color{"stock " + std::to_string(index++), srgb, {}};
    for (const std::string& kind : goods)
      if (dice.chance(60)) color.goods.push_back(kind);
    if (!color.goods.empty()) book.colors.stock.push_back(color);
  }
  for (int section = 0; section <= static_cast<int>(BillSection::Finish); ++section) {
    if (static_cast<BillSection>(section) == BillSection::Thread || !dice.chance(50)) continue;
    const std::string kind = dice.of(goods);
    book.colors.dyed.push_back({static_cast<BillSection>(section), kind, "least-lot-" + kind});
  }
}

void addLots(Dice& dice, bom::QualityBook& quality) {
  std::int64_t from = 2;
  for (const char* letter : {"A", "B", "C", "D", "E", "F"}) {
    const bool last = *letter == 'F';
    const std::int64_t to = last ? 0 : from + dice.from(5, from * 6);
    const std::string next = last ? letter : std::string(1, static_cast<char>(*letter + 1));
    quality.lots.push_back({from, to, {{"I", letter}, {"II", next}}});
    from = to + 1;
  }
}

/// A column of plans and arrows: arrows before the first plan lead down, after the last one up, and between
/// two plans part of them up and the rest down.
std::vector<SamplingCell> randomColumn(Dice& dice, std::size_t rows) {
  std::vector<SamplingCell> column(rows);
  const auto sure = static_cast<std::size_t>(dice.from(0, static_cast<std::int64_t>(rows) - 1));
  bool above = false, down = true;
  for (std::size_t row = 0; row < rows; ++row) {
    if (row == sure || dice.chance(40)) {
      const std::int64_t accept = dice.from(0, 6);
      column[row] = {SamplingCell::Kind::Plan, accept, accept + 1};
      above = true;
      down = false;
      continue;
    }
    down = !above || (row < sure && (down || dice.chance(50)));
    column[row] = {down ? SamplingCell::Kind::Down : SamplingCell::Kind::Up, 0, 0};
  }
  return column;
}

void addSamples(Dice& dice, bom::QualityBook& quality) {
  std::int64_t size = dice.from(2, 5);
  for (const char* letter : {"A", "B", "C", "D", "E", "F"}) {
    quality.samples.push_back({letter, size, {}});
    size += dice.from(1, size * 2);
  }
  for (const char* aql : {"1.0", "2.5", "4.0"}) {
    const std::vector<SamplingCell> column = randomColumn(dice, quality.samples.size());
    for (std::size_t row = 0; row < column.size(); ++row) quality.samples[row].cells[aql] = column[row];
  }
}

void addTests(Dice& dice, bom::QualityBook& quality) {
  const auto count = static_cast<int>(dice.from(0, 4));
  for (int i = 0; i < count; ++i) {
    bom::TestMethod test;
    test.id = "test-" + std::to_string(i);
    test.stage = "IQC";
    test.place = dice.word({"laboratory", "laboratory", "supplier", "factory"});
    for (int section = 0; section < 6; ++section)
      if (dice.chance(30)) test.sections.push_back(static_cast<BillSection>(section));
    if (dice.chance(30)) test.families = {dice.word({"nylon", "tpu"}), "polyester"};
    if (dice.chance(20)) test.categories = {"main-fabric", dice.word({"lining", "mesh"})};
    if (dice.chance(15)) test.finishes = {"dwr-c0"};
    if (dice.chance(30)) test.where = {dice.word({"AA", "BB", "EU"})};
    if (dice.chance(20)) test.sun = "high";
    test.samples = dice.from(1, 3);
    test.provenance = dice.provenance();
    quality.tests.push_back(test);
  }
}

}  // namespace

void addRandomQuality(Dice& dice, bom::PriceBook& book) {
  bom::QualityBook& quality = book.quality;
  if (dice.chance(80)) addColors(dice, book);
  addLots(dice, quality);
  addSamples(dice, quality);
  const auto preset = [&](const char* id, const char* where) {
    quality.presets.push_back({id,
                               dice.word({"I", "II"}),
                               dice.word({"1.0", "2.5"}),
                               dice.word({"2.5", "4.0"}),
                               {where},
                               "",
                               dice.provenance()});
  };
  const bool own = dice.chance(40);
  if (own && dice.chance(50)) preset("own", "BB");
  if (dice.chance(80)) preset("usual", "any");
  if (own && quality.presets.size() < 2) preset("area", "EU");
  addTests(dice, quality);
  for (const char* word : {"PA6", "PET", "CO", "EL", "PP"})
    quality.materials[word] = {word, word, "textile", false};
  quality.materials["PU"] = {"PU", "PU", "polymer", false};
}
