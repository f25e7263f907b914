#include "tests/configurator/session_fixture.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "configurator/pack/build_pack.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/choose_anyway.h"
#include "configurator/session/figures.h"

namespace configurator {

const Workshop& programWorkshop() {
  static const Workshop kWorkshop = [] {
    auto opened = openWorkshop(std::filesystem::path(RUCKSMITH_BINARY_DIR) / "rucksmith");
    if (!opened) throw std::runtime_error(opened.error().message);
    return std::move(*opened);
  }();
  return kWorkshop;
}

Design templateDesign(const std::string& id) {
  auto design = newDesign(programWorkshop(), id, "2026-03-02");
  if (!design) throw std::runtime_error(design.error().message);
  return std::move(*design);
}

Design designWith(const std::string& id, const Options& options) {
  Design design = templateDesign(id);
  for (const auto& [slot, option] : options) design.choices.options.at(slot).value = option;
  return design;
}

Pack packWith(const std::string& id, const Options& options) {
  const Design design = designWith(id, options);
  EXPECT_TRUE(isValid(violationsOf(programWorkshop(), design))) << id;
  return buildPack(programWorkshop().catalog, design.choices, PackSize::M);
}

tl::expected<Design, EditRefusal> editedAsBySet(const Design& design, const std::vector<KeyValue>& edits) {
  auto answer = findAnyway(programWorkshop(), design, edits);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->violations.empty()) return std::move(answer->edited);
  return tl::unexpected<EditRefusal>(EditRefusal{"", std::move(answer->violations)});
}

void must(bool has_value) {
  if (!has_value) throw std::runtime_error("what the test stands on failed");
}

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "rucksmith-session-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

void writeText(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string readText(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace configurator
