// The schemas and the loaders agree: what is good passes both, and every mistake a schema can see is refused
// by both. xmllint is the second road. Without it these tests are skipped.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <tuple>

#include "configurator/catalog/read_file.h"
#include "configurator/design/design_file.h"
#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;

class SchemaAgreement : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
    folder_ = fs::path(testing::TempDir()) / ("schema_agreement_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }

  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  /// Whether xmllint accepts the text under the schema.
  bool schemaAccepts(const std::string& schema, const std::string& text) const {
    const fs::path file = folder_ / "file.xml";
    std::ofstream(file, std::ios::binary) << text;
    const std::string command = "xmllint --noout --nonet --schema '" + std::string(RUCKSMITH_SOURCE_DIR) +
                                "/assets/schemas/" + schema + "' '" + file.string() + "' 2>'" +
                                (folder_ / "said").string() + "'";
    return std::system(command.c_str()) == 0;
  }

  /// Writes the texts as files and has xmllint check them all at once; the ones it refuses.
  std::vector<std::string> refusedBySchema(const std::string& schema,
                                           const std::vector<std::string>& texts) const {
    const fs::path many = folder_ / "many", said = folder_ / "said";
    fs::remove_all(many);
    fs::create_directories(many);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      std::ofstream(many / (std::to_string(i) + ".xml"), std::ios::binary) << texts[i];
    }
    const std::string command = "cd '" + many.string() + "' && xmllint --noout --nonet --schema '" +
                                std::string(RUCKSMITH_SOURCE_DIR) + "/assets/schemas/" + schema +
                                "' *.xml 2>'" + said.string() + "'";
    if (texts.empty() || std::system(command.c_str()) == 0) return {};
    std::ifstream stream(said);
    std::vector<std::string> refused;
    for (std::string line; std::getline(stream, line);) {
      if (line.find(" validates") == std::string::npos) refused.push_back(line);
    }
    return refused;
  }

  fs::path folder_;
};

/// The text after a few slips of the hand: lines lost, doubled, swapped; a value in another's place; a letter
/// changed.
std::string withSlips(const std::string& good, std::mt19937& random) {
  std::vector<std::string> lines;
  std::istringstream stream(good);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  const auto at = [&random](std::size_t size) { return random() % size; };
  const std::size_t one = 2 + at(lines.size() - 2), other = 2 + at(lines.size() - 2);
  const auto valueIn = [](const std::string& line) {
    const std::size_t first = line.find('"');
    const std::size_t last = first == std::string::npos ? first : line.find('"', first + 1);
    return std::pair(first, last);
  };
  switch (random() % 5) {
    case 0:
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(one));
      break;
    case 1:
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(other), lines[one]);
      break;
    case 2:
      std::swap(lines[one], lines[other]);
      break;
    case 3: {
      const auto [first, last] = valueIn(lines[one]);
      const auto [from, to] = valueIn(lines[other]);
      if (last == std::string::npos || to == std::string::npos) break;
      lines[one].replace(first, last - first, lines[other].substr(from, to - from));
      break;
    }
    default: {
      constexpr std::string_view kLetters = "0aZ-. \"<>/=#&\t";
      if (!lines[one].empty()) lines[one][at(lines[one].size())] = kLetters[at(kLetters.size())];
    }
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

TEST_F(SchemaAgreement, GoodFilesPass) {
  EXPECT_TRUE(schemaAccepts("catalog.xsd", smallCatalogText()));
  EXPECT_TRUE(schemaAccepts("ruck.xsd", smallDesignText()));
}

TEST_F(SchemaAgreement, BothRefuseEveryWrongCatalogThatASchemaCanSee) {
  int seen = 0;
  for (const WrongFile& wrong : wrongCatalogs()) {
    const std::string text = withMistake(smallCatalogText(), wrong);
    EXPECT_FALSE(parseCatalog({{"small.xml", text}})) << wrong.name;
    if (!wrong.schema_sees_it) continue;
    EXPECT_FALSE(schemaAccepts("catalog.xsd", text)) << wrong.name;
    ++seen;
  }
  EXPECT_GT(seen, 40);
}

TEST_F(SchemaAgreement, BothRefuseEveryWrongDesignThatASchemaCanSee) {
  int seen = 0;
  for (const WrongFile& wrong : wrongDesigns()) {
    const std::string text = withMistake(smallDesignText(), wrong);
    EXPECT_FALSE(parseDesign(text, "ridge.ruck", smallCatalog())) << wrong.name;
    if (!wrong.schema_sees_it) continue;
    EXPECT_FALSE(schemaAccepts("ruck.xsd", text)) << wrong.name;
    ++seen;
  }
  EXPECT_GT(seen, 25);
}

TEST_F(SchemaAgreement, NoDesignThatTheLoaderTakesIsRefusedByTheSchema) {
  constexpr unsigned kSeed = 5;
  std::mt19937 random(kSeed);
  std::vector<std::string> taken;
  for (int i = 0; i < 4000; ++i) {
    const std::string text = withSlips(smallDesignText(), random);
    if (text != smallDesignText() && parseDesign(text, "ridge.ruck", smallCatalog())) taken.push_back(text);
  }
  EXPECT_GT(taken.size(), 100U);  // slips in free text and lines that may be left out
  EXPECT_EQ(refusedBySchema("ruck.xsd", taken), std::vector<std::string>{}) << "seed " << kSeed;
}

TEST_F(SchemaAgreement, NoCatalogThatTheLoaderTakesIsRefusedByTheSchema) {
  constexpr unsigned kSeed = 6;
  std::mt19937 random(kSeed);
  std::vector<std::string> taken;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = withSlips(smallCatalogText(), random);
    if (text != smallCatalogText() && parseCatalog({{"small.xml", text}})) taken.push_back(text);
  }
  EXPECT_GT(taken.size(), 50U);
  EXPECT_EQ(refusedBySchema("catalog.xsd", taken), std::vector<std::string>{}) << "seed " << kSeed;
}

TEST_F(SchemaAgreement, WhatTheProgramWritesPasses) {
  auto design = parseDesign(smallDesignText(), "ridge.ruck", smallCatalog()).value();
  design.brand = {};
  design.use.clear();
  design.order.lines.clear();
  EXPECT_TRUE(schemaAccepts("ruck.xsd", writeDesign(design)));
}

TEST_F(SchemaAgreement, EveryShippedFilePassesItsSchema) {
  const fs::path source(RUCKSMITH_SOURCE_DIR);
  for (const auto& [folder, extension, schema] :
       {std::tuple(source / "assets" / "catalog", ".xml", "catalog.xsd"),
        std::tuple(source / "templates", ".ruck", "ruck.xsd")}) {
    std::vector<std::string> texts;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == extension) texts.push_back(readFile(entry.path()).value());
    }
    EXPECT_FALSE(texts.empty()) << folder;
    EXPECT_EQ(refusedBySchema(schema, texts), std::vector<std::string>{}) << folder;
  }
}

}  // namespace
}  // namespace configurator
