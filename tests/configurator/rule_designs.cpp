// Reads the designs of rules.
#include "tests/configurator/rule_designs.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "configurator/catalog/read_file.h"
#include "configurator/design/edit_design.h"
#include "configurator/session/template_library.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

constexpr const char* kDay = "2026-03-02";

std::filesystem::path ruleFolders() {
  return std::filesystem::path(RUCKSMITH_SOURCE_DIR) / "tests" / "rules";
}

}  // namespace

std::vector<std::string> ruleFolderNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(ruleFolders())) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Design ruleDesign(const std::string& rule, const std::string& name) {
  const std::filesystem::path file = ruleFolders() / rule / name;
  const auto text = readFile(file);
  if (!text) throw std::runtime_error(text.error().message);
  Design design;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string verb, word;
    words >> verb;
    if (verb.empty() || verb.front() == '#') continue;
    while (words >> word) {
      const std::size_t equals = word.find('=');
      auto next = verb == "new" ? newDesign(testWorkshop(), word, kDay)
                                : applyEdit(testWorkshop().catalog, design, word.substr(0, equals),
                                            word.substr(equals + 1));
      if (!next) throw std::runtime_error(file.string() + ": " + word + ": " + next.error().message);
      design = std::move(*next);
    }
  }
  return design;
}

}  // namespace configurator
