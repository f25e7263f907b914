// Whole tech pack documents of the fixture.
#include "bom/tech_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "bom/number_text.h"
#include "bom/tech_pack_rules.h"
#include "bom/xml_tree.h"
#include "tests/bom/product_fixture.h"
#include "tests/bom/schema_files.h"
#include "tests/bom/tech_pack_xsd.h"

namespace {

using bom::Edition;
using bom::XmlElement;
using testing::HasSubstr;
using testing::Not;

const XmlElement& child(const XmlElement& parent, const std::string& name) {
  for (const XmlElement& element : parent.children) {
    if (element.name == name) return element;
  }
  throw std::runtime_error("no " + name + " in " + parent.name);
}

XmlElement treeOf(const bom::TechPack& pack) {
  return *bom::parseXmlTree(bom::writeTechPackXml(pack), "techpack.xml");
}

TEST(TechPack, TheShippedSchemaSaysWhatTheReaderChecks) {
  // RUCKSMITH_ACCEPT=1 writes the schema anew after a deliberate change of the rules.
  const std::string schema = writeXsd(bom::techPackRules());
  if (std::getenv("RUCKSMITH_ACCEPT") != nullptr) std::ofstream(schemaPath(), std::ios::binary) << schema;
  EXPECT_EQ(readFile(schemaPath()), schema)
      << "run this test once with RUCKSMITH_ACCEPT=1 and look at the difference";
}

TEST(TechPack, BothEditionsAreValidForXmllint) {
  if (!hasXmllint()) GTEST_SKIP() << "no xmllint here";
  EXPECT_TRUE(xmllintAccepts(bom::writeTechPackXml(makeTechPack(Edition::Factory))));
  EXPECT_TRUE(xmllintAccepts(bom::writeTechPackXml(makeTechPack(Edition::Internal))));
}

TEST(TechPack, ReadingAndWritingGivesTheSameBytes) {
  for (const Edition edition : {Edition::Factory, Edition::Internal}) {
    const std::string xml = bom::writeTechPackXml(makeTechPack(edition));
    EXPECT_EQ(bom::writeTechPackXml(makeTechPack(edition)), xml);
    const auto again = bom::rewriteTechPackXml(xml, "techpack.xml");
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, xml);
  }
}

TEST(TechPack, HoldsEverySectionOfTheTradeInOrder) {
  // Elements of techpack_sections.csv in its order (nested ones apart), and the operations.
  std::vector<std::string> names;
  for (const XmlElement& section : treeOf(makeTechPack(Edition::Factory)).children)
    names.push_back(section.name);
  EXPECT_THAT(names,
              testing::ElementsAre("Header", "Drawings", "Assets", "Colorways", "BillOfMaterials", "Pattern",
                                   "Construction", "SeamWalk", "Reinforcements", "Operations", "Measurements",
                                   "Artwork", "Labels", "Packaging", "TestPlan", "QualityPlan", "Compliance",
                                   "CostSheet", "Approvals", "Revisions", "UsageInfo"));
  const XmlElement root = treeOf(makeTechPack(Edition::Factory));
  EXPECT_NO_THROW(child(child(root, "BillOfMaterials"), "Trim"));
  EXPECT_NO_THROW(child(child(root, "Measurements"), "Grade"));
  EXPECT_NO_THROW(child(child(root, "Packaging"), "CartonMarks"));
}

TEST(TechPack, SectionsWithoutContentSayWhy) {
  bom::TechPack pack = makeTechPack(Edition::Internal);
  pack.drawings.clear();
  pack.assets.clear();
  pack.estimate = {};
  pack.product.artwork.clear();
  pack.product.labels.clear();
  pack.product.measures.clear();
  pack.product.colorways.clear();
  pack.product.revisions.clear();
  pack.product.work.clear();
  pack.product.carton = {};
  pack.quality = {};
  const XmlElement root = treeOf(pack);
  for (const char* name :
       {"Drawings", "Assets", "Colorways", "Operations", "Measurements", "Artwork", "Labels", "TestPlan",
        "QualityPlan", "Compliance", "CostSheet", "Approvals", "Revisions"}) {
    const XmlElement& section = child(root, name);
    ASSERT_NE(bom::findAttribute(section, "status"), nullptr) << name;
    EXPECT_EQ(*bom::findAttribute(section, "status"), "none-yet") << name;
    EXPECT_FALSE(bom::findAttribute(section, "reason")->empty()) << name;
  }
  EXPECT_EQ(*bom::findAttribute(child(child(root, "Packaging"), "CartonMarks"), "status"), "none-yet");
  EXPECT_EQ(bom::findAttribute(child(root, "Pattern"), "status"), nullptr);
}

/// Digits of money that the factory must not learn: unit prices, extended prices and totals of the fixture.
std::vector<std::string> secretsOf(const bom::TechPack& pack) {
  std::vector<std::string> secrets{"USD", "unit-price", "unit price", "extended",
                                   "fob", "FOB\"",      "0.2508",     "2.2000"};
  for (const auto& at : pack.estimate.breaks) secrets.push_back(bom::formatUnitMoney(at.fob));
  return secrets;
}

TEST(TechPack, TheFactoryEditionCarriesNoMoney) {
  bom::TechPack pack = makeTechPack(Edition::Factory);
  pack.product.style.incoterm = "";
  const std::string xml = bom::writeTechPackXml(pack);
  const std::string csv = bom::writeBillCsv(pack);
  for (const std::string& secret : secretsOf(pack)) {
    EXPECT_THAT(xml, Not(HasSubstr(secret)));
    EXPECT_THAT(csv, Not(HasSubstr(secret)));
  }
  EXPECT_THAT(xml,
              HasSubstr("<CostSheet status=\"withheld\" reason=\"the factory edition carries no prices\"/>"));
  // Changing every price changes no byte of the factory edition.
  for (auto& [id, item] : pack.book.items) item.price = dollars(77.77);
  for (bom::BillLine& line : pack.bill.lines) line.unit_price = line.extended = dollars(77.77);
  pack.bill.materials = dollars(77.77);
  pack.estimate = {};
  EXPECT_EQ(bom::writeTechPackXml(pack), xml);
  EXPECT_EQ(bom::writeBillCsv(pack), csv);
}

TEST(TechPack, TheInternalEditionPrintsTheCostSheet) {
  const std::string xml = bom::writeTechPackXml(makeTechPack(Edition::Internal));
  EXPECT_THAT(xml, HasSubstr("unit-price=\"2.2000\" extended=\"0.2508\""));
  // Totals of estimate_test.cpp.
  EXPECT_THAT(
      xml, HasSubstr("<CostBreak quantity=\"1000\" minutes=\"0.49\" materials=\"0.7440\" labour=\"0.0560\" "
                     "overhead=\"0.0647\" tooling=\"1.1400\" quality=\"1.4888\" logistics=\"0.3327\" "
                     "margin=\"0.3882\" ex-factory=\"3.8817\" fob=\"4.2144\" order-total=\"4214.40\">"));
}

TEST(TechPack, AssembliesNestAsInTheProduct) {
  const XmlElement root = treeOf(makeTechPack(Edition::Factory));
  const XmlElement& pack = child(child(root, "BillOfMaterials"), "Assembly");
  const XmlElement& body = child(pack, "Assembly");
  const XmlElement& pocket = child(body, "Assembly");
  EXPECT_EQ(*bom::findAttribute(pack, "id"), "pack");
  EXPECT_EQ(*bom::findAttribute(body, "number"), "1");
  EXPECT_EQ(*bom::findAttribute(pocket, "number"), "1.5");
  EXPECT_EQ(*bom::findAttribute(pocket, "detachable"), "true");
  EXPECT_EQ(*bom::findAttribute(pocket, "mass-g"), "16.1824");
}

TEST(TechPack, SeamsNamePiecesByCodeAndByPart) {
  const std::string xml = bom::writeTechPackXml(makeTechPack(Edition::Factory));
  EXPECT_THAT(
      xml,
      HasSubstr("<RunPart piece=\"P1\" part=\"pocket.left\" edge=\"bottom\" from-mm=\"0\" to-mm=\"200\"/>"));
  EXPECT_THAT(xml, HasSubstr("<RunPart piece=\"F1\" edge=\"pocket\" from-mm=\"0\" to-mm=\"200\"/>"));
}

TEST(TechPack, PiecesCarryTheirOutlineCutLineAndMarks) {
  const XmlElement root = treeOf(makeTechPack(Edition::Factory));
  const XmlElement& front = child(child(root, "Pattern"), "Piece");
  EXPECT_EQ(*bom::findAttribute(front, "area-mm2"), "144000");      // 300 x 480
  EXPECT_EQ(*bom::findAttribute(front, "cut-area-mm2"), "160000");  // 320 x 500
  std::vector<std::string> names;
  for (const XmlElement& element : front.children) {
    const std::string* name = bom::findAttribute(element, "name");
    names.push_back(element.name + (name == nullptr ? "" : " " + *name));
  }
  // The two notches without a name keep apart.
  EXPECT_THAT(names,
              testing::ElementsAre("Name", "Part", "Edge bottom", "Edge right", "Edge top", "Edge left",
                                   "CutLine", "Mark pocket", "Mark notch", "Mark notch.2"));
  EXPECT_EQ(*bom::findAttribute(front.children[2], "length-mm"), "300");
}

TEST(TechPack, WalksItsSeams) {
  // 200 of the pocket on 198.5 of the front, matched in the middle.
  EXPECT_THAT(
      bom::writeTechPackXml(makeTechPack(Edition::Factory)),
      testing::AllOf(
          HasSubstr("<WalkedSeam seam=\"seam.pocket\" ratio=\"1\" difference-mm=\"1.5\" ok=\"false\">"),
          HasSubstr("<MatchingNotch run-a-mm=\"100\" run-b-mm=\"99.25\" cuts=\"2\"/>")));
}

TEST(TechPack, GradesAreDifferencesToTheSampleSize) {
  // Body height: L 500.5 against M 480.
  EXPECT_THAT(bom::writeTechPackXml(makeTechPack(Edition::Factory)),
              HasSubstr("<GradeRule measure=\"A\" size=\"L\" delta=\"20.5\"/>"));
}

TEST(TechPack, TheSizeTableSaysWhomEachSizeIsFor) {
  const std::string xml = bom::writeTechPackXml(makeTechPack(Edition::Factory));
  EXPECT_THAT(xml, HasSubstr("<Size id=\"L\" from-mm=\"1000\" to-mm=\"1120\"/>"));
  EXPECT_THAT(xml, HasSubstr("<SizeSpec measure=\"A\" size=\"M\" value=\"480\" plus=\"10\" minus=\"10\"/>"));
}

/// One size is a table of one column; its rules add nothing.
TEST(TechPack, AProductOfOneSizeHasATableToo) {
  bom::TechPack pack = makeTechPack(Edition::Factory);
  std::erase_if(pack.product.measures, [](const auto& measure) { return measure.size != "M"; });
  pack.product.size_run = {};
  const std::string xml = bom::writeTechPackXml(pack);
  EXPECT_THAT(xml, HasSubstr("<Size id=\"M\"/>"));
  EXPECT_THAT(xml, HasSubstr("<GradeRule measure=\"A\" size=\"M\" delta=\"0\"/>"));
  EXPECT_EQ(*bom::rewriteTechPackXml(xml, "techpack.xml"), xml);
}

/// Sizes that the run has and a measure lacks are a bug of whoever made the product.
TEST(TechPack, ASizeThatAMeasureLacksIsRefused) {
  bom::TechPack pack = makeTechPack(Edition::Factory);
  pack.product.measures.pop_back();
  EXPECT_THROW(bom::writeTechPackXml(pack), std::logic_error);
}

TEST(TechPack, CallOutsCarryTheNumberOfTheBillLine) {
  const std::string xml = bom::writeTechPackXml(makeTechPack(Edition::Factory));
  EXPECT_THAT(xml, HasSubstr("<Anchor part=\"body.front\" x=\"0.5\" y=\"0.25\" line=\"1.1\"/>"));
  EXPECT_THAT(xml, Not(HasSubstr("wearer")));
}

/// Care is of the product's own materials; without it the sheet gives the reason instead.
TEST(TechPack, CareSaysWhyItSaysNothing) {
  bom::TechPack pack = makeTechPack(Edition::Factory);
  EXPECT_THAT(bom::writeTechPackXml(pack), HasSubstr("<Care>Hand wash, drip dry.</Care>"));
  pack.product.style.care = "";
  EXPECT_THAT(bom::writeTechPackXml(pack), HasSubstr("<Care status=\"none-yet\" reason=\""));
}

TEST(TechPack, CartonMarksAreWorkedOutFromTheCartonPlan) {
  // 42.8407 g x 50 = 2.142035 kg net; with a bag of 15 g each (42.8407 + 15) x 50 = 2.892035 kg gross.
  const std::string xml = bom::writeTechPackXml(makeTechPack(Edition::Factory));
  for (const char* mark :
       {"<MainMark>STYLE RX-7</MainMark>", "<MainMark>QTY 50 PCS</MainMark>",
        "<SideMark>G.W. 2.89 KG</SideMark>", "<SideMark>N.W. 2.14 KG</SideMark>",
        "<SideMark>MEAS. 600 X 450 X 400 MM</SideMark>", "<SideMark>MADE IN VIETNAM</SideMark>"}) {
    EXPECT_THAT(xml, HasSubstr(mark));
  }
}

TEST(TechPack, FreeTextSurvivesWithItsSignsAndLines) {
  bom::TechPack pack = makeTechPack(Edition::Factory);
  pack.product.style.description = "a < b & \"c\" > 'd' ]]>\r\nsecond\rthird\t한글 😀";
  const XmlElement header = child(treeOf(pack), "Header");
  EXPECT_EQ(child(header, "Description").text, "a < b & \"c\" > 'd' ]]>\nsecond\nthird\t한글 😀");
}

TEST(TechPack, WritingWhatNoReaderTakesIsABugAndThrows) {
  const auto written = [](auto change) -> std::string {
    bom::TechPack pack = makeTechPack(Edition::Factory);
    change(pack);
    try {
      return bom::writeTechPackXml(pack);
    } catch (const std::logic_error& error) {
      return error.what();
    }
  };
  using T = bom::TechPack;
  const std::string prefix = "this product makes no valid tech pack:\ntechpack.xml:0: ";
  EXPECT_EQ(written([](T& t) { t.product.stitches[0].run[0].edge = "hem"; }),
            prefix + "'RunPart' names edge 'F1 hem', which this document does not have");
  // A colour may only name what the product uses.
  EXPECT_EQ(written([](T& t) { t.product.colorways[0].colors[0].item = "webbing-pes"; }),
            prefix + "'Color' names item 'webbing-pes', which this document does not have");
  EXPECT_EQ(written([](T& t) { t.product.labels[0].item = "silk"; }),
            prefix + "'Label' names item 'silk', which this document does not have");
  EXPECT_EQ(written([](T& t) { t.product.stitches[0].id = "seam.pocket"; }),
            prefix + "'Stitching' has id 'seam.pocket', which another part already has");
  EXPECT_EQ(written([](T& t) { t.issued = "yesterday"; }),
            prefix + "attribute 'issued' of 'TechPack' is 'yesterday'; it must be a date like 2026-01-31");
  EXPECT_EQ(written([](T& t) { t.product.style.description = "bell \a"; }),
            "XML text must be UTF-8 without control characters");
  EXPECT_EQ(written([](T& t) { t.product.style.brand = "\xC3("; }),
            "XML text must be UTF-8 without control characters");
}

}  // namespace
