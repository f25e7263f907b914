// The points of measure that the trade's list asks for (points_of_measure.csv of the reference, whose rows
// are copied here) against the size tables of the templates.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "configurator/session/measures.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

/// One row of the list; a measure of two or three numbers is as many points here.
struct ListedPoint {
  std::string pom;
  std::vector<std::string> ids;
  double plus = 0, minus = 0;
  bool critical = false;
};

const std::vector<ListedPoint>& listedPoints() {
  static const std::vector<ListedPoint> kPoints{
      {"A", {"A"}, 10, 10, true},         {"B", {"B"}, 8, 8, true},
      {"C", {"C"}, 8, 8, false},          {"D", {"D"}, 5, 5, true},
      {"E", {"E"}, 8, 8, true},           {"F", {"F"}, 8, 8, true},
      {"G", {"G"}, 3, 3, false},          {"H", {"H"}, 5, 5, true},
      {"I", {"I"}, 1, 1, false},          {"J", {"J"}, 10, 10, false},
      {"K", {"K", "KX"}, 10, 10, false},  {"L", {"L"}, 5, 5, false},
      {"M", {"M", "MX"}, 15, 15, false},  {"N", {"N"}, 10, 10, true},
      {"O", {"O", "OW"}, 5, 5, false},    {"P", {"P"}, 5, 5, false},
      {"Q", {"Q", "QX"}, 5, 5, true},     {"R", {"R", "RW"}, 8, 8, true},
      {"S", {"S"}, 5, 5, false},          {"T", {"T", "TW", "TD"}, 5, 3, true},
      {"U", {"U", "UC"}, 1.5, 1.5, true}, {"V", {"V", "VF"}, 5, 5, false},
      {"W", {"W", "WY"}, 3, 3, true},     {"X", {"X"}, 5, 5, false},
      {"Y", {"Y"}, 20, 20, false},        {"Z", {"Z"}, 5, 5, true},
      {"SA", {"SA"}, 1.6, 1.6, false}};
  return kPoints;
}

bool isOneOf(const std::string& word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Has the design what a point is measured on? "All" in the list is all that have the part.
bool applies(const Design& design, const std::string& id) {
  const auto option = [&](const char* slot) { return design.choices.options.at(slot).value; };
  const auto chosen = [&](const char* slot) { return option(slot) != "none"; };
  const bool vest = option("body").rfind("vest", 0) == 0;
  if (id == "E") return !vest;  // a harness' anchors: a vest has none
  if (id == "F" || id == "I") return vest ? id == "F" : option("harness").rfind("webbing", 0) != 0;
  if (id == "J") return !vest;  // the side mesh of the templates' vests has no webbing
  if (id == "KX") return option("sternum") != "cords";  // a cord has one length
  if (id == "L") return option("sternum").find("rail") != std::string::npos;
  if (id == "M" || id == "MX") return chosen("hip-belt");
  if (id == "N") return option("main-closure").find("zip") != std::string::npos;
  if (id == "O" || id == "OW") return chosen("front-pocket");
  if (isOneOf(id, {"P", "Q", "QX"})) return vest;
  if (id == "R" || id == "RW") return chosen("hydration");
  if (id == "S") return chosen("hose-port");
  if (isOneOf(id, {"T", "TW", "TD"})) return chosen("laptop");
  if (id == "U" || id == "UC") return option("grid").rfind("molle", 0) == 0;
  if (id == "V" || id == "VF") return chosen("reflective");
  if (id == "W" || id == "WY") return chosen("branding");
  if (id == "X") return chosen("haul-loop");
  return true;
}

const SizePoint* findPoint(const SizeColumn& column, const std::string& id) {
  for (const SizePoint& point : column.points)
    if (point.id == id) return &point;
  return nullptr;
}

void expectListed(const ListedPoint& listed, const SizePoint& point) {
  EXPECT_EQ(point.critical, listed.critical) << point.id;
  double plus = listed.plus, minus = listed.minus;
  if (point.id == "Y") plus = minus = std::max(20.0, 0.05 * point.value);
  if (point.id == "Z") plus = minus = 0.05 * point.value;
  EXPECT_NEAR(point.tol_plus, plus, 1e-9) << point.id;
  EXPECT_NEAR(point.tol_minus, minus, 1e-9) << point.id;
}

TEST(PointsOfMeasure, EveryTemplateHasAllOfTheListThatApplyToIt) {
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE(design.template_id);
    const auto figures = figuresOf(testWorkshop(), design);
    ASSERT_TRUE(figures.has_value());
    for (const SizeColumn& column : measuresOf(testWorkshop(), design, *figures).columns) {
      for (const ListedPoint& listed : listedPoints()) {
        for (const std::string& id : listed.ids) {
          const SizePoint* point = findPoint(column, id);
          // ASTM F2153 counts enclosed compartments: a pack of open pockets has no volume to check.
          const bool there = id == "Z" ? figures->pack->capacity_l > 0 : applies(design, id);
          EXPECT_EQ(point != nullptr, there) << id;
          if (point != nullptr) expectListed(listed, *point);
        }
      }
    }
  }
}

/// The sample's own weight is the bill's, but for the bladder: 1.5 l and 2 l bladders are the only vessels on
/// the back.
TEST(PointsOfMeasure, TheFinishedWeightIsThatOfTheBillWithoutItsBladder) {
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE(design.template_id);
    const auto figures = figuresOf(testWorkshop(), design);
    ASSERT_TRUE(figures.has_value());
    const SizeTable table = measuresOf(testWorkshop(), design, *figures);
    double bladder = 0;
    const bom::Bill& bill = figures->estimate->breaks.front().bill;
    for (const bom::BillLine& line : bill.lines)
      if (!line.is_assembly && line.item.rfind("bl", 0) == 0 && line.zone == "vessel")
        bladder += line.mass.toDouble();
    EXPECT_NEAR(findPoint(table.columns[1], "Y")->value, bill.mass.toDouble() - bladder, 1e-6);
  }
}

/// Fields of a line of CSV; quotes may hold commas.
std::vector<std::string> fieldsOf(const std::string& line) {
  std::vector<std::string> fields{""};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      fields.emplace_back();
    else if (c != '\r')
      fields.back() += c;
  }
  return fields;
}

TEST(PointsOfMeasure, TheCopiedListIsTheReferences) {
  const char* said = std::getenv("RUCKSMITH_REFERENCE");
  const std::filesystem::path reference =
      said != nullptr ? said : std::filesystem::path(RUCKSMITH_SOURCE_DIR) / "../shared";
  std::ifstream file(reference / "domain/points_of_measure.csv");
  if (!file) GTEST_SKIP() << "no reference beside the source tree";
  std::map<std::string, const ListedPoint*> listed;
  for (const ListedPoint& point : listedPoints()) listed[point.pom] = &point;
  std::string line;
  std::getline(file, line);
  std::size_t rows = 0;
  for (; std::getline(file, line); ++rows) {
    const std::vector<std::string> fields = fieldsOf(line);
    ASSERT_GE(fields.size(), 7U) << line;
    ASSERT_EQ(listed.count(fields[0]), 1U) << fields[0];
    const ListedPoint& point = *listed[fields[0]];
    EXPECT_EQ(std::stod(fields[4]), point.plus) << fields[0];  // "5%" is 5 of a percent
    EXPECT_EQ(std::stod(fields[5]), point.minus) << fields[0];
    EXPECT_EQ(fields[6] == "critical", point.critical) << fields[0];
  }
  EXPECT_EQ(rows, listedPoints().size());
}

}  // namespace
}  // namespace configurator
