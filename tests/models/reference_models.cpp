// Reads reference-numbers.csv.
#include "tests/models/reference_models.h"

#include <cstdlib>
#include <fstream>
#include <regex>

namespace models {
namespace {

std::vector<std::string> cellsOf(const std::string& row) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (const char character : row) {
    if (character == '"') {
      is_quoted = !is_quoted;
    } else if (character == ',' && !is_quoted) {
      cells.emplace_back();
    } else {
      cells.back().push_back(character);
    }
  }
  return cells;
}

std::optional<int> numberOf(const std::string& cell) {
  if (cell.empty()) return std::nullopt;
  return std::stoi(cell);
}

}  // namespace

std::filesystem::path referenceFolder() {
  const char* reference = std::getenv("RUCKSMITH_REFERENCE");
  const std::filesystem::path folder = reference != nullptr
                                           ? std::filesystem::path(reference)
                                           : std::filesystem::path(RUCKSMITH_SOURCE_DIR) / "../shared";
  return folder / "feature-models";
}

std::vector<ReferenceNumbers> referenceNumbers() {
  std::ifstream file(referenceFolder() / "reference-numbers.csv");
  std::vector<ReferenceNumbers> all;
  std::string row;
  std::getline(file, row);
  while (std::getline(file, row)) {
    std::vector<std::string> cell = cellsOf(row);
    if (cell.size() < 11) continue;
    ReferenceNumbers numbers{cell[0], numberOf(cell[1]), numberOf(cell[3]), numberOf(cell[4]), {}, cell[5],
                             cell[9]};
    const std::string list = "attributes/uvl-z3/";
    if (numbers.file.starts_with(list)) numbers.file = "uvl/" + numbers.file.substr(list.size());
    std::smatch words;
    if (std::regex_search(cell[10], words, std::regex("(\\d+) impossible")))
      numbers.impossible = std::stoi(words[1]);
    all.push_back(numbers);
  }
  return all;
}

}  // namespace models
