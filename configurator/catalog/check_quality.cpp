// References of the rows about quality: markets, AQLs and letters, items, families, stages, suppliers,
// claims.
#include <algorithm>
#include <set>
#include <string>

#include "configurator/catalog/check_references.h"
#include "configurator/catalog/in_quotes.h"
#include "configurator/catalog/near_word.h"

namespace configurator {

namespace {

using Words = std::vector<std::string>;

/// Where a row stands and what it may refer to.
struct QualityCheck {
  const Catalog& catalog;
  Problems& problems;
  Words places, families, items, suppliers, claims, stages;
};

bool isListed(const Words& known, const std::string& word) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

void checkWords(const QualityCheck& check, const std::string& row, const std::string& what,
                const std::pair<const Words&, const Words&>& used_and_known) {
  const auto& [used, known] = used_and_known;
  const std::size_t colon = row.find(':');
  const std::string kind = row.substr(0, colon), id = row.substr(colon + 1);
  for (const std::string& word : used) {
    if (isListed(known, word)) continue;
    check.problems.add(check.catalog.placeOf(kind, id), kind + " " + inQuotes(id) + ": " + what + " " +
                                                            inQuotes(word) + " is unknown" +
                                                            didYouMean(word, known));
  }
}

QualityCheck checkOf(const Catalog& catalog, Problems& problems) {
  QualityCheck check{catalog, problems, {"any"}, {}, {}, {"brand"}, {}, {}};
  std::set<std::string> places, stages;
  for (const auto& [id, market] : catalog.prices.markets) {
    places.insert({id, market.customs_area});
    places.insert(market.compliance_regions.begin(), market.compliance_regions.end());
  }
  for (const auto& [id, operation] : catalog.prices.operations) stages.insert(operation.stage);
  check.places.insert(check.places.end(), places.begin(), places.end());
  check.stages.assign(stages.begin(), stages.end());
  for (const MaterialFamily& family : catalog.families) check.families.push_back(family.id);
  for (const auto& [id, item] : catalog.prices.items) check.items.push_back(id);
  for (const auto& [id, supplier] : catalog.prices.suppliers) check.suppliers.push_back(id);
  for (const bom::ClaimRule& claim : catalog.prices.quality.claims) check.claims.push_back(claim.id);
  return check;
}

/// Lots follow each other without a gap, and each letter has a row in the table of samples.
void checkLots(const QualityCheck& check) {
  const bom::QualityBook& book = check.catalog.prices.quality;
  Words letters;
  for (const bom::SampleRow& row : book.samples) letters.push_back(row.letter);
  for (std::size_t i = 0; i < book.lots.size(); ++i) {
    const bom::LotRange& lot = book.lots[i];
    const std::string row = "lot:" + std::to_string(lot.from);
    const bool last = i + 1 == book.lots.size();
    if (last ? lot.to != 0 : lot.to + 1 != book.lots[i + 1].from)
      check.problems.add(check.catalog.placeOf("lot", std::to_string(lot.from)),
                         "lot " + inQuotes(std::to_string(lot.from)) +
                             ": lots must follow each other without a gap, and the last has no end");
    Words used;
    for (const auto& [level, letter] : lot.letters) used.push_back(letter);
    checkWords(check, row, "letter", {used, letters});
  }
}

void checkPresets(const QualityCheck& check) {
  const bom::QualityBook& book = check.catalog.prices.quality;
  Words aqls;
  if (!book.samples.empty()) {
    for (const auto& [aql, cell] : book.samples.front().cells) aqls.push_back(aql);
  }
  for (const bom::SampleRow& row : book.samples) {
    Words used;
    for (const auto& [aql, cell] : row.cells) used.push_back(aql);
    checkWords(check, "sample:" + row.letter, "AQL", {used, aqls});
    if (used.size() < aqls.size())
      check.problems.add(check.catalog.placeOf("sample", row.letter),
                         "sample " + inQuotes(row.letter) + ": an AQL of the first sample is missing");
  }
  for (const bom::AqlPreset& preset : book.presets) {
    const std::string row = "preset:" + preset.id;
    checkWords(check, row, "AQL", {{preset.major, preset.minor}, aqls});
    checkWords(check, row, "market or customs area", {preset.where, check.places});
  }
}

bool leadsToPlan(const bom::QualityBook& book, std::size_t at, const std::string& aql) {
  using Kind = bom::SamplingCell::Kind;
  for (std::size_t steps = 0; steps <= book.samples.size(); ++steps) {
    if (at >= book.samples.size()) return false;
    const auto cell = book.samples[at].cells.find(aql);
    if (cell == book.samples[at].cells.end()) return true;  // that it is missing is said already
    const Kind kind = cell->second.kind;
    if (kind == Kind::Plan) return true;
    if (kind == Kind::Up && at == 0) return false;
    at = kind == Kind::Down ? at + 1 : at - 1;
  }
  return false;
}

/// REQUIRES that every sample has the AQLs of the first.
void checkArrows(const QualityCheck& check) {
  const bom::QualityBook& book = check.catalog.prices.quality;
  for (std::size_t i = 0; i < book.samples.size(); ++i) {
    const std::string& letter = book.samples[i].letter;
    for (const auto& [aql, cell] : book.samples[i].cells) {
      if (!leadsToPlan(book, i, aql))
        check.problems.add(
            check.catalog.placeOf("sample", letter),
            "sample " + inQuotes(letter) + ": the arrow at AQL " + inQuotes(aql) + " leads to no plan");
    }
  }
}

void checkPointsAndTests(const QualityCheck& check) {
  const bom::QualityBook& book = check.catalog.prices.quality;
  for (const bom::InspectionPoint& point : book.points)
    checkWords(check, "point:" + point.id, "stage of work", {point.works, check.stages});
  for (const bom::TestMethod& test : book.tests) {
    checkWords(check, "test:" + test.id, "family", {test.families, check.families});
    checkWords(check, "test:" + test.id, "market or customs area", {test.where, check.places});
  }
}

void checkRulesAndCertificates(const QualityCheck& check) {
  const bom::QualityBook& book = check.catalog.prices.quality;
  for (const bom::ComplianceRule& rule : book.rules) {
    const std::string row = "requirement:" + rule.id;
    checkWords(check, row, "market or customs area", {rule.where, check.places});
    checkWords(check, row, "item", {rule.items, check.items});
    checkWords(check, row, "claim", {rule.claims, check.claims});
  }
  for (const bom::Certificate& certificate : book.certificates)
    checkWords(check, "certificate:" + certificate.number, "holder", {{certificate.holder}, check.suppliers});
}

/// A composition in words that nobody explains could not be counted as textile or not.
void checkMaterials(const QualityCheck& check) {
  const auto& materials = check.catalog.prices.quality.materials;
  if (materials.empty()) return;
  Words known;
  for (const auto& [word, material] : materials) known.push_back(word);
  for (const auto& [id, item] : check.catalog.prices.items) {
    Words used;
    for (const bom::Component& component : item.composition) used.push_back(component.fibre);
    checkWords(check, "item:" + id, "material", {used, known});
  }
}

}  // namespace

void checkQualityReferences(const Catalog& catalog, Problems& problems) {
  if (catalog.prices.markets.empty()) return;  // that is said once, where a program needs them
  const QualityCheck check = checkOf(catalog, problems);
  checkLots(check);
  const std::size_t before = problems.count();
  checkPresets(check);
  if (problems.count() == before) checkArrows(check);
  checkPointsAndTests(check);
  checkRulesAndCertificates(check);
  checkMaterials(check);
}

}  // namespace configurator
