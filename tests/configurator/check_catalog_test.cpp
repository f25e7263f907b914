// `catalog check` with families: unknown names, arguments, words, units and circles, in exact words.
#include <gtest/gtest.h>

#include "configurator/catalog/check_references.h"
#include "configurator/catalog/load_catalog.h"
#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

FamilySpec family(const std::string& name, std::vector<FamilySpec::Parameter> parameters) {
  return {name,
          std::move(parameters),
          {"host.width", "body.width", "body.count"},
          {{"body.count", Dimension::Number}}};
}

std::vector<FamilySpec> families() {
  const FamilySpec::Parameter width{"width_mm", false, {}, Dimension::Length, false};
  const FamilySpec::Parameter depth{"depth_mm", false, {}, Dimension::Length, false};
  const FamilySpec::Parameter host{"host", true, {"front", "back"}, Dimension::Length, true};
  return {family("vest", {width}), family("panel-loader", {width, depth}), family("pocket", {host, width})};
}

/// The complaints about the small catalog with one text replaced.
std::vector<std::string> complaints(const std::string& from, const std::string& to) {
  const auto catalog = parseCatalog({{"small.xml", withMistake(smallCatalogText(), {"", from, to, "", ""})}});
  if (!catalog) throw std::logic_error(catalog.error().message);
  return checkCatalog(*catalog, families());
}

TEST(CheckCatalog, FindsNothingWrongWithAGoodCatalog) {
  EXPECT_EQ(checkCatalog(smallCatalog(), families()), std::vector<std::string>{});
}

TEST(CheckCatalog, SaysExactlyWhatTheFamiliesDoNotAccept) {
  const std::string depth = "0.5 * width - 20 mm", sleeve = "0.85 * host.width", quantity = "quantity=\"1\"";
  const std::string panel = "small.xml:11: option \"body=panel-loader\": ";
  const std::string pocket = "small.xml:13: option \"hydration=sleeve\": ";
  const std::string extras = "small.xml:14: option \"hydration=sleeve-bladder\": ";
  struct Row {
    std::string from, to, complaint;
  };
  const std::vector<Row> rows{
      {"family=\"vest\"", "family=\"vst\"",
       "small.xml:10: option \"body=vest\": family \"vst\" is unknown (did you mean \"vest\"?)"},
      {"name=\"depth_mm\"", "name=\"dept_mm\"",
       panel + "family \"panel-loader\" has no argument \"dept_mm\" (did you mean \"depth_mm\"?)"},
      {depth, "0.5 * widht - 20 mm",
       panel + "formula \"0.5 * widht - 20 mm\": unknown name \"widht\" (did you mean \"width\"?)"},
      {depth, "0.5 * width - 20", panel + "formula \"0.5 * width - 20\": mixes mm and a plain number"},
      {depth, "2 * capacity", panel + "formula \"2 * capacity\" gives a volume, wanted is a length"},
      {depth, "width * width",
       panel +
           "formula \"width * width\" gives mm^2, which is neither a number, a length, a volume nor a mass"},
      {depth, "host.width",
       panel + "formula \"host.width\": unknown name \"host.width\" (did you mean \"body.width\"?)"},
      {depth, "2 * width_mm", panel + "formula \"2 * width_mm\": unknown name \"width_mm\""},
      {depth, "depth_mm / 2", panel + "the arguments name each other in a circle: depth_mm, depth_mm"},
      {"word=\"back\"/><with", "word=\"bakc\"/><with",
       pocket + "host cannot be \"bakc\" (did you mean \"back\"?)"},
      {"word=\"back\"/><with", "value=\"1\"/><with", pocket + "\"host\" takes a word"},
      {"value=\"" + sleeve + "\"", "word=\"wide\"", pocket + "\"width_mm\" takes a value"},
      {"<with name=\"host\" word=\"back\"/></build><use", "</build><use",
       extras + "family \"pocket\" needs the argument \"host\""},
      {quantity, "quantity=\"width\"", extras + "formula \"width\" gives a length, wanted is a number"},
      {quantity, "quantity=\"boxes\"", extras + "formula \"boxes\": unknown name \"boxes\""},
      {"times=\"1\"", "times=\"capacity\"",
       extras + "formula \"capacity\" gives a volume, wanted is a number"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(complaints(row.from, row.to), std::vector<std::string>{row.complaint}) << row.to;
  }
}

TEST(CheckCatalog, SaysWhatPackingMisses) {
  const std::string vest = "small.xml:10: option \"body=vest\": ";
  const std::string row =
      "<attribute name=\"label-means\" value=\"carry_l\"/><attribute name=\"packing\" value=\"";
  using Lines = std::vector<std::string>;
  EXPECT_EQ(complaints(row + "small\"/>", ""), Lines{vest + "needs the attribute \"packing\""});
  EXPECT_EQ(complaints(row + "small\"/>", row + "big\"/>"),
            (Lines{vest + "rate \"packing-big-pcs-per-carton\" is unknown",
                   vest + "rate \"packing-big-carton-length\" is unknown",
                   vest + "rate \"packing-big-carton-width\" is unknown",
                   vest + "rate \"packing-big-carton-height\" is unknown"}));
  EXPECT_EQ(
      complaints(row + "small\"/>", row + "small\"/><attribute name=\"packing-small\" value=\"small\"/>"),
      Lines{vest + "needs the attribute \"packing-small-below-l\""});
  EXPECT_EQ(complaints(row + "small\"/>", row + "small\"/><attribute name=\"packing-small\" value=\"small\"/>"
                                                "<attribute name=\"packing-small-below-l\" value=\"few\"/>"),
            Lines{vest + "packing-small-below-l is \"few\", no number of litres"});
}

TEST(CheckCatalog, SaysWhichPackagingDoesNotSayItsFold) {
  Catalog catalog = smallCatalog();
  for (Option& option : catalog.options) {
    if (option.slot == "rain-cover" && option.id == "stowed") option.slot = "packaging";
  }
  Problems problems;
  checkPacking(catalog, problems);
  EXPECT_EQ(problems.lines(), std::vector<std::string>{
                                  "small.xml:19: option \"packaging=stowed\": needs the attribute \"fold\""});
}

TEST(CheckCatalog, FindsACircleThroughSeveralArguments) {
  EXPECT_EQ(
      complaints(
          "<with name=\"width_mm\" value=\"width\"/><with name=\"depth_mm\" value=\"0.5 * width - 20 mm\"/>",
          "<with name=\"width_mm\" value=\"depth_mm\"/><with name=\"depth_mm\" value=\"width_mm\"/>"),
      std::vector<std::string>{
          "small.xml:11: option \"body=panel-loader\": the arguments name each other in a "
          "circle: depth_mm, width_mm, depth_mm"});
}

TEST(CheckCatalog, AcceptsNumbersWithoutUnitAndNamesOfTheBody) {
  EXPECT_EQ(complaints("0.5 * width - 20 mm", "85"), std::vector<std::string>{});
  EXPECT_EQ(complaints("0.5 * width - 20 mm", "85 mm"), std::vector<std::string>{});
  EXPECT_EQ(complaints("quantity=\"1\"", "quantity=\"body.count + body.width / 100 mm\""),
            std::vector<std::string>{});
}

TEST(CheckCatalog, FindsFiguresWithoutSourceThatNoFileCanHold) {
  Catalog catalog = smallCatalog();
  catalog.prices.items.at("ny210").price_provenance.source.clear();
  catalog.prices.rates.at("die-set").provenance.date.clear();
  EXPECT_EQ(checkCatalog(catalog, families()),
            (std::vector<std::string>{"small.xml:45: the price of item \"ny210\" has no source",
                                      "small.xml:58: rate \"die-set\" has no date"}));
}

}  // namespace
}  // namespace configurator
