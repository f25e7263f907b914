// The size table against figures worked out by hand: from the construction notes' gradings, the design's own
// dimensions and the straps as they are drawn.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <variant>

#include "bom/tech_pack.h"
#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_product.h"
#include "configurator/pack/size_table.h"
#include "configurator/pack/torso.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

Design designOf(const std::string& template_id) {
  for (Design& design : templateDesigns()) {
    if (design.template_id == template_id) return design;
  }
  throw std::runtime_error("no template " + template_id);
}

SizeTable tableOf(const Design& design) {
  const Catalog& catalog = testWorkshop().catalog;
  return sizeTableOf(catalog, design.choices, buildPack(catalog, design.choices, PackSize::M));
}

/// A point of measure in S, M and L.
std::vector<double> rowOf(const SizeTable& table, const std::string& id) {
  std::vector<double> row;
  for (const SizeColumn& column : table.columns) {
    for (const SizePoint& point : column.points) {
      if (point.id == id) row.push_back(point.value);
    }
  }
  return row;
}

using testing::DoubleNear;
using testing::ElementsAre;

TEST(SizeTable, EveryTemplateHasEveryPointOfMeasureInEverySize) {
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE(design.template_id);
    const SizeTable table = tableOf(design);
    ASSERT_EQ(table.columns.size(), 3U);
    std::vector<std::vector<std::string>> ids;
    for (const SizeColumn& column : table.columns) {
      ids.emplace_back();
      for (const SizePoint& point : column.points) {
        ids.back().push_back(point.id);
        EXPECT_FALSE(point.name.empty() || point.how.empty()) << point.id;
        EXPECT_GT(point.tol_plus, 0) << point.id;
        EXPECT_GT(point.tol_minus, 0) << point.id;
      }
    }
    EXPECT_EQ(ids[0], ids[1]);
    EXPECT_EQ(ids[1], ids[2]);
  }
}

/// construction/ section 3: half widths 122, 132, 142 at the hem; shoulders 68, 72, 76 about the asked width;
/// centre-front and pockets as they are drawn.
TEST(SizeTable, AVestGrowsByTheNotesOfItsConstruction) {
  const Design design = designOf("hydration");
  const SizeTable table = tableOf(design);
  EXPECT_EQ(table.run->id, "chest");
  const double strap = design.choices.parameters.at("strap-width").value;
  EXPECT_THAT(rowOf(table, "G"), ElementsAre(strap - 4, strap, strap + 4));
  const std::vector<double> hem = rowOf(table, "C");
  EXPECT_NEAR(hem[1] - hem[0], 20, 0.1);
  EXPECT_NEAR(hem[2] - hem[1], 20, 2);  // 1 less on each side: what the L torso leaves for its side mesh
  EXPECT_THAT(rowOf(table, "P"), ElementsAre(150, 150, 150));  // a flask is a flask
  // Neck half gaps 55, 60, 62: the shape's own is 4 wider, its steps are the notes'.
  const std::vector<double> spread = rowOf(table, "H");
  EXPECT_NEAR(spread[1] - spread[0], 10, 2.1);
  EXPECT_NEAR(spread[2] - spread[1], 4, 0.1);
}

/// Section 3: backs of 350, 380 and 410. What hangs inside does not grade: a 330 mm bladder sleeve, its rims
/// and the scoop of the neck need a back of 410 (330 + 14 + 66), which S therefore has as M does.
TEST(SizeTable, AVestsBackGradesAsFarAsItsBladderLetsIt) {
  const std::vector<double> race = rowOf(tableOf(designOf("lightweight")), "A");
  EXPECT_NEAR(race[1] - race[0], 30, 1e-9);
  EXPECT_NEAR(race[2] - race[1], 30, 1e-9);
  const std::vector<double> bladder = rowOf(tableOf(designOf("hydration")), "A");
  EXPECT_NEAR(bladder[1] - bladder[0], 0, 1e-9);
  EXPECT_NEAR(bladder[2] - bladder[1], 30, 1e-9);
}

/// One body, three harnesses: padded straps of 380, 420 and 450 (POM F), 300 of tail webbing (POM J), which
/// grades by 25 a half as the belt does (construction/ section 4).
TEST(SizeTable, OtherPacksAreOneBodyWithThreeHarnesses) {
  const Design design = designOf("commuter");
  const SizeTable table = tableOf(design);
  EXPECT_EQ(table.run->id, "torso");
  EXPECT_THAT(rowOf(table, "F"), ElementsAre(380, 420, 450));
  EXPECT_THAT(rowOf(table, "J"), ElementsAre(275, 300, 325));
  const double width = design.choices.parameters.at("strap-width").value;
  EXPECT_THAT(rowOf(table, "G"), ElementsAre(width, width, width));
  for (const char* id : {"A", "B", "C", "D", "E", "N"}) {
    const std::vector<double> row = rowOf(table, id);
    ASSERT_EQ(row.size(), 3U) << id;
    EXPECT_EQ(row[0], row[1]) << id;
    EXPECT_EQ(row[1], row[2]) << id;
  }
}

TEST(SizeTable, AGivenBackLengthIsTheBodyHeight) {
  Design design = designOf("commuter");
  Chosen<double>& back = design.choices.parameters.at("back-length");
  back.by = By::User;
  back.value = 500;
  EXPECT_THAT(rowOf(tableOf(design), "A"), ElementsAre(500, 500, 500));
}

/// A webbing belt's halves are 600, 625 and 650 mm (construction/ section 7). 120 of each is sewn down or
/// gripped; pulled in, 40 of it shows on each side. A padded belt has the reference's range of 400 (650 to
/// 1050); either is 25 longer per half from size to size (section 4).
TEST(SizeTable, AHipBeltGoesFromItsShortestToItsLongest) {
  const auto spanOf = [](const SizeTable& table) {
    std::vector<double> span = rowOf(table, "MX");
    const std::vector<double> shortest = rowOf(table, "M");
    for (std::size_t i = 0; i < span.size(); ++i) span[i] -= shortest[i];
    return span;
  };
  const auto near = [](double mm) { return DoubleNear(mm, 1e-6); };
  EXPECT_THAT(spanOf(tableOf(designOf("medical"))), ElementsAre(near(880), near(930), near(980)));
  const SizeTable padded = tableOf(designOf("endurance"));
  EXPECT_THAT(spanOf(padded), ElementsAre(near(400), near(400), near(400)));
  const std::vector<double> longest = rowOf(padded, "MX");
  EXPECT_NEAR(longest[1] - longest[0], 50, 1e-6);
  EXPECT_NEAR(longest[2] - longest[1], 50, 1e-6);
}

/// A belt that does not close round its wearer's waist is no belt (section 2: 790, 842, 940).
TEST(SizeTable, EveryHipBeltClosesOnItsWearersWaist) {
  constexpr double kWaists[] = {790, 842, 940};
  for (const std::string id : {"commuter", "endurance", "modular", "humanitarian-aid"}) {
    for (const char* belt : {"webbing", "padded", "padded-pockets", "trekking", "detachable"}) {
      SCOPED_TRACE(id + " " + belt);
      Design design = designOf(id);
      design.choices.options.at("hip-belt").value = belt;
      const SizeTable table = tableOf(design);
      const std::vector<double> shortest = rowOf(table, "M"), longest = rowOf(table, "MX");
      for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_LT(shortest[i], kWaists[i]);
        EXPECT_GT(longest[i], kWaists[i] + 100);
      }
    }
  }
}

/// All that is drawn as ribbons of parts whose ids start so.
double drawnLength(const Pack& pack, const std::string& id) {
  double length = 0;
  for (const Fitting& fitting : pack.fittings) {
    if (fitting.id.rfind(id, 0) != 0 || fitting.id.find("loop") != std::string::npos) continue;
    for (const Shape& shape : fitting.shapes) {
      if (const auto* band = std::get_if<RibbonShape>(&shape.drawn())) length += lengthOf(band->path);
    }
  }
  return length;
}

/// The strap on the torso is one of the settings it allows. Pulled in, 20 mm webbing leaves its short half, a
/// buckle of 40 and a loop of 20. The short half: 90 cut, 30 of it round the socket and 15 lapped, and the
/// elastic insert of 60 with 15 lapped and 20 turned round the slider's bar.
TEST(SizeTable, ASternumStrapIsDrawnWithinItsRange) {
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE(design.template_id);
    const SizeTable table = tableOf(design);
    const std::vector<double> shortest = rowOf(table, "K"), longest = rowOf(table, "KX");
    if (longest.empty()) continue;  // a cord without an adjuster has one length
    for (std::size_t i = 0; i < longest.size(); ++i) {
      const Pack pack = buildPack(testWorkshop().catalog, design.choices, table.columns[i].size);
      const double drawn = drawnLength(pack, "sternum.upper-");
      if (drawn == 0) continue;  // cords beside a rail
      EXPECT_GT(drawn, shortest[i]);
      EXPECT_LE(drawn, longest[i] + 1e-6);
    }
  }
  EXPECT_THAT(rowOf(tableOf(designOf("commuter")), "K"), ElementsAre(130, 130, 130));
}

/// The torso that a size is drawn on is one of the wearers whom the size is for.
TEST(SizeTable, EachSizeIsForTheTorsoItIsDrawnOn) {
  for (const SizeRun& run : testWorkshop().catalog.size_runs) {
    ASSERT_EQ(run.sizes.size(), 3U);
    for (int i = 0; i < 3; ++i) {
      const Torso torso = makeTorso(static_cast<PackSize>(i), 0, 0);
      const double wearer = run.id == "chest" ? torso.chest_girth_mm : torso.length_mm;
      EXPECT_GE(wearer, run.sizes[static_cast<std::size_t>(i)].from_mm) << run.id << " " << i;
      EXPECT_LE(wearer, run.sizes[static_cast<std::size_t>(i)].to_mm) << run.id << " " << i;
    }
  }
}

TEST(SizeTable, RandomDesignsHaveTheSamePointsInEverySize) {
  for (const Design& design : randomDesigns()) {
    const SizeTable table = tableOf(design);
    bom::Product product;
    ASSERT_NO_THROW(addSizeTable(table, product)) << design.template_id;
    std::set<std::pair<std::string, std::string>> cells;
    for (const bom::PointOfMeasure& point : product.measures) cells.emplace(point.id, point.size);
    EXPECT_EQ(cells.size(), product.measures.size());
    EXPECT_EQ(cells.size(), 3 * table.columns[0].points.size());
    const std::vector<double> shortest = rowOf(table, "M"), longest = rowOf(table, "MX");
    for (std::size_t k = 0; k < longest.size(); ++k) EXPECT_LT(shortest[k], longest[k]);
  }
}

}  // namespace
}  // namespace configurator
