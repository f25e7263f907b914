// The rows that the program names are asked for, all of them: the lists are held against the sources.
#include "configurator/session/needed_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "configurator/session/catalog_check.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// Points of measure that are taken only where the catalog has them, shares that have values of their own,
/// and what is only told beside a figure.
const std::set<std::string> kOptional{"R",
                                      "S",
                                      "T",
                                      "U",
                                      "X",
                                      "overhead-on-direct-labour",
                                      "share-materials-of-exfactory",
                                      "share-labour-of-exfactory",
                                      "share-overhead-profit-of-exfactory"};

/// The texts in quotes of one line of a source, its comment apart.
void addQuoted(std::string line, std::set<std::string>& found) {
  line.resize(std::min(line.size(), line.find("//")));
  std::size_t open = line.find('"');
  while (open != std::string::npos) {
    const std::size_t close = line.find('"', open + 1);
    if (close == std::string::npos) return;
    found.insert(line.substr(open + 1, close - open - 1));
    open = line.find('"', close + 1);
  }
}

/// Every text in quotes of what reckons and builds.
std::set<std::string> quotedInSources() {
  std::set<std::string> found;
  const std::filesystem::path top = RUCKSMITH_SOURCE_DIR;
  for (const auto& folder : {top / "bom", top / "configurator" / "pack", top / "configurator" / "session"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      const std::string extension = entry.path().extension();
      if ((extension != ".cpp" && extension != ".h") || entry.path().stem() == "needed_rows") continue;
      std::istringstream text(readText(entry.path()));
      for (std::string line; std::getline(text, line);) addQuoted(std::move(line), found);
    }
  }
  return found;
}

TEST(NeededRows, AreEveryRowThatTheProgramNames) {
  const std::set<std::string> named = quotedInSources();
  ASSERT_EQ(named.count("carry-travel"), 1U) << "the sources were not read";
  const std::vector<std::string> asked = missingRows(Catalog());
  const auto expect = [&](const std::string& kind, const std::string& id) {
    if (named.count(id) == 0 || kOptional.count(id) == 1) return;
    EXPECT_THAT(asked, Contains(HasSubstr(" the " + kind + " \"" + id + "\",")));
  };
  const Catalog& catalog = programWorkshop().catalog;
  for (const auto& [id, row] : catalog.prices.rates) expect("rate", id);
  for (const auto& [id, row] : catalog.prices.operations) expect("operation", id);
  for (const auto& [id, row] : catalog.prices.items) expect("item", id);
  for (const auto& [id, row] : catalog.prices.stitches) expect("stitch", id);
  for (const auto& [id, row] : catalog.prices.seam_classes) expect("seam class", id);
  for (const MeasureSpec& row : catalog.measures) expect("measure", row.id);
  for (const Parameter& row : catalog.parameters) expect("parameter", row.id);
  for (const Zone& row : catalog.zones) expect("zone", row.id);
  EXPECT_THAT(asked, Contains("no file has a <market>"));
  EXPECT_THAT(asked, Contains("no file has an <origin>"));
}

TEST(NeededRows, AreAllInTheShippedCatalog) {
  EXPECT_THAT(missingRows(programWorkshop().catalog), IsEmpty());
}

TEST(NeededRows, ACatalogWithoutThemIsNotInOrder) {
  const TestFolder folder;
  std::filesystem::copy(programWorkshop().folders.catalog, folder.path() / "catalog",
                        std::filesystem::copy_options::recursive);
  std::filesystem::remove(folder.path() / "catalog" / "carry.xml");
  EXPECT_THAT(
      checkCatalogFolder(folder.path() / "catalog"),
      Contains("catalog:0: no file has the rate \"carry-stride-acceleration\", which the program needs"));
}

}  // namespace
}  // namespace configurator
