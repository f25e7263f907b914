#include "tests/bom/quality_fixture.h"

#include <array>
#include <string>

namespace {

const bom::Provenance kPractice{"trade practice", "2026-01", bom::FigureStatus::Estimate};

/// "0/1" a plan, "^" and "v" arrows.
bom::SamplingCell cellOf(const std::string& text) {
  using Kind = bom::SamplingCell::Kind;
  if (text == "v") return {Kind::Down, 0, 0};
  if (text == "^") return {Kind::Up, 0, 0};
  const std::size_t slash = text.find('/');
  return {Kind::Plan, std::stoll(text.substr(0, slash)), std::stoll(text.substr(slash + 1))};
}

void addLots(bom::QualityBook& book) {
  struct Lot {
    std::int64_t from, to;
    const char* levels[7];
  };
  const std::array<Lot, 15> kLots{{{2, 8, {"A", "A", "A", "A", "A", "A", "B"}},
                                   {9, 15, {"A", "A", "A", "A", "A", "B", "C"}},
                                   {16, 25, {"A", "A", "B", "B", "B", "C", "D"}},
                                   {26, 50, {"A", "B", "B", "C", "C", "D", "E"}},
                                   {51, 90, {"B", "B", "C", "C", "C", "E", "F"}},
                                   {91, 150, {"B", "B", "C", "D", "D", "F", "G"}},
                                   {151, 280, {"B", "C", "D", "E", "E", "G", "H"}},
                                   {281, 500, {"B", "C", "D", "E", "F", "H", "J"}},
                                   {501, 1200, {"C", "C", "E", "F", "G", "J", "K"}},
                                   {1201, 3200, {"C", "D", "E", "G", "H", "K", "L"}},
                                   {3201, 10000, {"C", "D", "F", "G", "J", "L", "M"}},
                                   {10001, 35000, {"C", "D", "F", "H", "K", "M", "N"}},
                                   {35001, 150000, {"D", "E", "G", "J", "L", "N", "P"}},
                                   {150001, 500000, {"D", "E", "G", "J", "M", "P", "Q"}},
                                   {500001, 0, {"D", "E", "H", "K", "N", "Q", "R"}}}};
  const char* kLevels[] = {"S1", "S2", "S3", "S4", "I", "II", "III"};
  for (const Lot& lot : kLots) {
    bom::LotRange range{lot.from, lot.to, {}};
    for (int i = 0; i < 7; ++i) range.letters[kLevels[i]] = lot.levels[i];
    book.lots.push_back(range);
  }
}

}  // namespace

void addSamplingTables(bom::QualityBook& book) {
  struct Row {
    const char* letter;
    std::int64_t size;
    const char *at_1, *at_2_5, *at_4;
  };
  const std::array<Row, 16> kRows{{{"A", 2, "v", "v", "v"},
                                   {"B", 3, "v", "v", "0/1"},
                                   {"C", 5, "v", "0/1", "^"},
                                   {"D", 8, "v", "^", "v"},
                                   {"E", 13, "0/1", "v", "1/2"},
                                   {"F", 20, "^", "1/2", "2/3"},
                                   {"G", 32, "v", "2/3", "3/4"},
                                   {"H", 50, "1/2", "3/4", "5/6"},
                                   {"J", 80, "2/3", "5/6", "7/8"},
                                   {"K", 125, "3/4", "7/8", "10/11"},
                                   {"L", 200, "5/6", "10/11", "14/15"},
                                   {"M", 315, "7/8", "14/15", "21/22"},
                                   {"N", 500, "10/11", "21/22", "^"},
                                   {"P", 800, "14/15", "^", "^"},
                                   {"Q", 1250, "21/22", "^", "^"},
                                   {"R", 2000, "^", "^", "^"}}};
  addLots(book);
  for (const Row& row : kRows) {
    book.samples.push_back(
        {row.letter,
         row.size,
         {{"1.0", cellOf(row.at_1)}, {"2.5", cellOf(row.at_2_5)}, {"4.0", cellOf(row.at_4)}}});
  }
}

void addQuality(bom::PriceBook& book) {
  bom::QualityBook& quality = book.quality;
  addSamplingTables(quality);
  quality.presets = {{"usual", "II", "2.5", "4.0", {"any"}, "Book it in time", kPractice}};
  quality.points = {{"cloth", "IQC", "major", {bom::BillSection::Shell}, {}, "Shade & faults", kPractice},
                    {"cut", "IPQC", "major", {}, {"cut"}, "Pieces on the pattern", kPractice},
                    {"fit", "FQC", "critical", {}, {}, "Sharp edges", kPractice}};
  bom::TestMethod tear;
  tear.id = "tear";
  tear.name = "Tear strength";
  tear.standard = "ISO 13937-1";
  tear.stage = "IQC";
  tear.place = "laboratory";
  tear.threshold = ">= 25";
  tear.unit = "N";
  tear.severity = "major";
  tear.sections = {bom::BillSection::Shell, bom::BillSection::Lining, bom::BillSection::Mesh};
  tear.provenance = kPractice;
  bom::TestMethod webbing = tear;
  webbing.id = "webbing";
  webbing.place = "supplier";
  webbing.sections = {bom::BillSection::Webbing};
  bom::TestMethod drop = tear;
  drop.id = "drop";
  drop.stage = "FQC";
  drop.place = "factory";
  drop.sections = {};
  drop.samples = 3;
  quality.tests = {tear, webbing, drop};
  for (const char* word : {"PA6", "EL"}) quality.materials[word] = {word, word, "textile", false};
  bom::ComplianceRule reach;
  reach.id = "reach";
  reach.instrument = "Substance law";
  reach.requirement = "Limits <= 1 mg/kg & less";
  reach.document = "Report";
  reach.reference = "Regulation 1";
  reach.reason = "It holds for every article";
  reach.where = {"DE"};
  reach.from = "2020-01-01";
  reach.evidence = "reach";
  reach.of = "items";
  quality.rules = {reach};
  quality.claims = {
      {"oeko-tex", "OEKO-TEX", {"OEKO-TEX Standard 100"}, {"oeko-tex-100"}, false, "It names it"}};
  const std::int64_t per_day = 125'000'000;
  book.rates["inspection-pieces-per-day"] = {
      "inspection-pieces-per-day", "pieces", "pieces", per_day, per_day, per_day, kPractice};
}
