// The schemas and the loaders agree: what is good passes both, and every mistake a schema can see is refused
// by both. xmllint is the second road. Without it these tests are skipped.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "configurator/design/design_file.h"
#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;

class SchemaAgreement : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
    folder_ = fs::path(testing::TempDir()) / "schema_agreement";
    fs::create_directories(folder_);
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

  fs::path folder_;
};

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

TEST_F(SchemaAgreement, WhatTheProgramWritesPasses) {
  auto design = parseDesign(smallDesignText(), "ridge.ruck", smallCatalog()).value();
  design.brand = {};
  design.use.clear();
  design.order.lines.clear();
  EXPECT_TRUE(schemaAccepts("ruck.xsd", writeDesign(design)));
}

TEST_F(SchemaAgreement, EveryShippedCatalogFilePassesItsSchema) {
  int files = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(RUCKSMITH_SOURCE_DIR) / "assets" / "catalog")) {
    if (entry.path().extension() != ".xml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    EXPECT_TRUE(schemaAccepts("catalog.xsd", text)) << entry.path();
    ++files;
  }
  EXPECT_GT(files, 0);
}

}  // namespace
}  // namespace configurator
