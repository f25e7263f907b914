// Loading catalogs: what comes out of a good one, and the exact words about bad ones.
#include "configurator/catalog/load_catalog.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

TEST(LoadCatalog, ReadsWhatCanBeChosen) {
  const Catalog& catalog = smallCatalog();
  ASSERT_EQ(catalog.slots.size(), 4U);
  EXPECT_EQ(catalog.slots[0].name.text("de"), "Korpus");
  EXPECT_EQ(catalog.slots[0].name.text("de-AT"), "Korpus");
  EXPECT_EQ(catalog.slots[0].name.text("fr"), "Body");
  EXPECT_EQ(catalog.slots[0].at.line, 4);
  const Option* sleeve = catalog.findOption("hydration", "sleeve");
  ASSERT_NE(sleeve, nullptr);
  EXPECT_EQ(sleeve->description.text(), "Hangs a bladder.");
  ASSERT_EQ(sleeve->calls.size(), 1U);
  EXPECT_EQ(sleeve->calls[0].family, "pocket");
  EXPECT_EQ(sleeve->calls[0].arguments.at("host").word, "back");
  EXPECT_EQ(sleeve->calls[0].arguments.at("width_mm").value->text(), "0.85 * host.width");
  const Option* stowed = catalog.findOption("rain-cover", "stowed");
  EXPECT_EQ(stowed->bodies, std::vector<std::string>{"panel-loader"});
  EXPECT_FALSE(stowed->items[0].in_product);
  const Option* bladder = catalog.findOption("hydration", "sleeve-bladder");
  EXPECT_TRUE(bladder->items[0].in_product);
  EXPECT_EQ(bladder->operations[0].operation, "F02");
  EXPECT_EQ(bladder->tooling, std::vector<std::string>{"die-set"});
  EXPECT_EQ(catalog.findOption("body", "vest")->attributes.at("label-means"), "carry_l");
}

TEST(LoadCatalog, ReadsRulesMeasuresAndFamilies) {
  const Catalog& catalog = smallCatalog();
  ASSERT_EQ(catalog.rules.size(), 5U);
  EXPECT_EQ(catalog.rules[0].verb, RuleVerb::Needs);
  EXPECT_EQ(catalog.rules[0].source, "bench");
  EXPECT_EQ(catalog.rules[0].severity, "error");
  EXPECT_EQ(catalog.rules[1].verb, RuleVerb::Excludes);
  EXPECT_EQ(catalog.rules[2].verb, RuleVerb::OnlyWith);
  EXPECT_EQ(catalog.rules[2].severity, "warning");
  EXPECT_EQ(catalog.rules[2].when.size(), 2U);
  EXPECT_EQ(catalog.findMeasure("A")->tol_minus, 5.5);
  EXPECT_TRUE(catalog.findMeasure("A")->critical);
  EXPECT_EQ(catalog.findFamily("nylon")->pros[0].text(), "Strong");
}

TEST(LoadCatalog, ReadsLooksAndFindsThemByItemThenByCategory) {
  const Catalog& catalog = smallCatalog();
  const MaterialLook* named = catalog.lookOf(*catalog.findItem("ny210"));
  ASSERT_NE(named, nullptr);
  EXPECT_EQ(named->weave, "ripstop");
  EXPECT_EQ(named->repeat_mm, 5);
  EXPECT_EQ(named->roughness, 0.78);
  EXPECT_EQ(named->sheen, 0.25);
  EXPECT_EQ(named->opacity, 1);
  EXPECT_EQ(catalog.lookOf(*catalog.findItem("co600")), catalog.findLook("main-fabric"));
  EXPECT_EQ(catalog.lookOf(*catalog.findItem("web15")), nullptr);
}

TEST(LoadCatalog, ReadsItemsExactly) {
  const bom::Item& nylon = *smallCatalog().findItem("ny210");
  EXPECT_EQ(nylon.mass.millionths(), 135'000'000);
  EXPECT_EQ(nylon.mass.unit(), bom::Unit::Gram);
  EXPECT_EQ(nylon.mass_low.millionths(), 115'000'000);
  EXPECT_EQ(nylon.price.millionths(), 2'200'000);
  EXPECT_EQ(nylon.price_high.millionths(), 3'200'000);
  EXPECT_EQ(nylon.price_provenance.status, bom::FigureStatus::Quote);
  EXPECT_EQ(nylon.price_provenance.date, "2026-01-31");
  EXPECT_EQ(nylon.sheet->cuttable_width_mm, 1450);
  EXPECT_EQ(nylon.cutting_waste.billionths(), 140'000'000);  // 14 %
  EXPECT_EQ(nylon.moq, bom::Quantity::fromMillionths(50'000'000, bom::Unit::Metre));
  EXPECT_EQ(nylon.moq_dyed, nylon.moq) << "not stated";
  EXPECT_EQ(nylon.moq_provenance.status, bom::FigureStatus::User);
  EXPECT_EQ(nylon.composition[1].share.billionths(), 75'000'000);  // 7.5 %
  EXPECT_EQ(nylon.properties.at("strength"), 3);
  EXPECT_EQ(nylon.certificates, std::vector<std::string>{"bluesign"});
  EXPECT_EQ(nylon.finish, "pu");
  const bom::Item& canvas = *smallCatalog().findItem("co600");
  EXPECT_EQ(canvas.mass_high, canvas.mass);
  EXPECT_EQ(canvas.price.currency().code(), "EUR");
  EXPECT_EQ(smallCatalog().findItem("bladder")->price.millionths(), 4'123'456);
}

TEST(LoadCatalog, ReadsTradeAndWorkExactly) {
  const bom::PriceBook& prices = smallCatalog().prices;
  EXPECT_EQ(prices.operations.at("F02").minutes_per_metre.millionths(), 800'000);
  EXPECT_EQ(prices.stitches.at("BT28").thread_per_tack.millionths(), 250'000);
  EXPECT_EQ(prices.origins.at("VN").direct_labour_per_minute.millionths(), 34'600);
  EXPECT_EQ(prices.origins.at("VN").line_efficiency.billionths(), 600'000'000);
  const bom::Market& germany = prices.markets.at("DE");
  EXPECT_EQ(germany.vat.billionths(), 190'000'000);
  EXPECT_EQ(germany.tariff[0].duty.billionths(), 27'000'000);
  EXPECT_EQ(germany.compliance_regions, std::vector<std::string>{"EU"});
  EXPECT_FALSE(germany.imperial_units);
  ASSERT_EQ(prices.breaks.size(), 2U);
  EXPECT_EQ(prices.breaks[0].quantity, 100);  // sorted, though the file has 1000 first
  EXPECT_EQ(prices.breaks[0].trim_price_factor.billionths(), 1'350'000'000);
  EXPECT_EQ(prices.rates.at("die-set").typical_millionths, 450'000'000);
  EXPECT_EQ(prices.rates.at("die-set").origins, std::vector<std::string>{"VN"});
  EXPECT_EQ(prices.operations.at("F02").paid_by, "qc-inhouse");
  EXPECT_EQ(prices.exchange.at("EUR").per_usd.billionths(), 923'456'789);
  EXPECT_EQ(prices.suppliers.at("mill").certificates, std::vector<std::string>{"ISO 9001:2015"});
  EXPECT_EQ(prices.seam_classes.at("1.01.01").astm, "SSa-1");
}

TEST(LoadCatalog, SaysExactlyWhatIsWrong) {
  for (const WrongFile& wrong : wrongCatalogs()) {
    const std::string text = withMistake(smallCatalogText(), wrong);
    const auto catalog = parseCatalog({{"small.xml", text}});
    ASSERT_FALSE(catalog) << wrong.name;
    EXPECT_EQ(catalog.error().message, expectedMessage(text, wrong, "small.xml")) << wrong.name;
  }
}

TEST(LoadCatalog, SaysAllContentErrorsOfAllFilesAtOnce) {
  std::string text = smallCatalogText();
  text.replace(text.find("default=\"vest\""), 14, "default=\"west\"");
  text.replace(text.find("per-usd=\"0.9"), 12, "per-usd=\"x.9");
  text.replace(text.find("0.85 * host"), 11, "0.85 ** host");
  const std::string second =
      "<catalog xmlns=\"urn:rucksmith:catalog:1\" version=\"1\">\n<rates>\n<rate/>\n</rates>\n</catalog>";
  const auto catalog = parseCatalog({{"a.xml", text}, {"b.xml", second}});
  ASSERT_FALSE(catalog);
  EXPECT_EQ(catalog.error().message,
            "a.xml:4: the default option of slot \"body\" \"west\" is unknown (did you mean \"vest\"?)\n"
            "a.xml:13: formula \"0.85 ** host.width\": expected a number, a name or \"(\" at character 7, "
            "found \"*\"\n"
            "a.xml:59: <rate>: per-usd=\"x.923456789\" is not a number like 1.35, not negative, at most 9 "
            "decimals\n"
            "b.xml:3: <rate> lacks the attribute \"id\"\n"
            "b.xml:3: <rate> lacks the attribute \"unit\"\n"
            "b.xml:3: <rate> lacks the attribute \"low\"\n"
            "b.xml:3: <rate> lacks the attribute \"typical\"\n"
            "b.xml:3: <rate> lacks the attribute \"high\"\n"
            "b.xml:3: <rate> lacks the attribute \"source\"\n"
            "b.xml:3: <rate> lacks the attribute \"date\"\n"
            "b.xml:3: <rate> lacks the attribute \"status\"\n"
            "b.xml:3: <rate> lacks <name>");
}

TEST(LoadCatalog, SaysWhereTheFirstOfTwoFilesHasTheSameId) {
  const std::string more =
      "<catalog xmlns=\"urn:rucksmith:catalog:1\" version=\"1\"><slots>\n"
      "<slot id=\"body\" group=\"body\" default=\"vest\"><name>Body</name></slot></slots></catalog>";
  const auto catalog = parseCatalog({{"a.xml", smallCatalogText()}, {"b.xml", more}});
  ASSERT_FALSE(catalog);
  EXPECT_EQ(catalog.error().message, "b.xml:2: <slot> \"body\" already stands at a.xml:4");
}

TEST(LoadCatalog, RefusesOrReadsDamagedFilesWithoutACrash) {
  constexpr unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  int refused = 0;
  for (int i = 0; i < 500; ++i) {
    std::string damaged = smallCatalogText();
    for (int n = 0; n < 4; ++n) damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    refused += parseCatalog({{"damaged.xml", damaged}}) ? 0 : 1;
  }
  EXPECT_GT(refused, 300);
}

TEST(LoadCatalog, AddsUpTheFilesOfAFolderInNameOrder) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "load_catalog_folder";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "b.xml") << smallCatalogText();
  std::ofstream(folder / "a.xml")
      << "<catalog xmlns=\"urn:rucksmith:catalog:1\" version=\"1\"><measures>"
         "<measure id=\"Z\" tol-plus=\"1\" tol-minus=\"1\"><name>Z</name><how>z</how></measure>"
         "</measures></catalog>";
  std::ofstream(folder / "notes.txt") << "not a catalog file";
  const auto catalog = loadCatalog(folder);
  ASSERT_TRUE(catalog) << catalog.error().message;
  ASSERT_EQ(catalog->measures.size(), 2U);
  EXPECT_EQ(catalog->measures[0].id, "Z");
  EXPECT_EQ(catalog->measures[0].at.file, "a.xml");
  std::filesystem::remove_all(folder);
}

TEST(LoadCatalog, SaysWhenAFolderHoldsNoCatalog) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "load_catalog_empty";
  std::filesystem::remove_all(folder);
  EXPECT_EQ(loadCatalog(folder).error().message,
            folder.string() + ": the catalog folder cannot be read: No such file or directory");
  std::filesystem::create_directories(folder);
  EXPECT_EQ(loadCatalog(folder).error().message, folder.string() + ": the catalog folder has no .xml file");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace configurator
