// Single families against figures worked out by hand, and module masses against the reference table.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <numbers>
#include <set>
#include <sstream>

#include "configurator/pack/cut_line.h"
#include "configurator/pack/mesh_piece.h"
#include "configurator/pack/swollen_panel.h"
#include "module_fixture.h"

namespace configurator {
namespace {

int tacksOf(const Pack& pack, const std::string& part) {
  int count = 0;
  for (const Tack& tack : pack.tacks) count += tack.id.rfind(part + ".", 0) == 0 ? 1 : 0;
  return count;
}

const Fitting* findFitting(const Pack& pack, const std::string& id) {
  for (const Fitting& fitting : pack.fittings) {
    if (fitting.id == id) return &fitting;
  }
  return nullptr;
}

TEST(Molle, HasATackPerCellAndOneMorePerRow) {
  // 250 wide: floor((250 - 20) / 38.1) = floor(6.04) = 6 cells, 7 tacks a row; 160 tall: floor(160 / 50) = 3
  // rows. Each row 6 x 38.1 + 2 x 12 = 252.6 mm of webbing.
  ModuleDraft module;
  module.build("webbing-run",
               callOf("grid", {{"width", 250}, {"height", 160}, {"y", 100}}, {{"host", "front"}}));
  EXPECT_EQ(tacksOf(module.pack(), "grid"), 3 * 7);
  ASSERT_EQ(module.pack().fittings.size(), 3u);
  for (const Fitting& row : module.pack().fittings) EXPECT_NEAR(row.amount, 0.2526, 1e-9);
  ASSERT_EQ(module.pack().work.size(), 3u);
  EXPECT_EQ(module.pack().work[0].operation, "S11");
}

/// Rows used to be sewn down along their middle from end to end: nothing could be hung in their cells.
TEST(Molle, IsHeldByItsTacksAlone) {
  for (const char* pattern : {"molle", "daisy", "plain"}) {
    ModuleDraft module;
    module.build("webbing-run", callOf("grid", {}, {{"host", "front"}, {"pattern", pattern}}));
    EXPECT_EQ(module.pack().stitch_lines.empty(), std::string(pattern) != "plain") << pattern;
  }
}

TEST(Molle, KeepsTheRowsAboveAPocketInItsWay) {
  // The pocket reaches up to 220. A field from 100 to 400 has 6 rows; above the pocket and 14 mm clear of its
  // seam 166 mm are left, room for 3 of 50.
  ModuleDraft module;
  module.build("patch-pocket",
               callOf("pocket", {{"width", 200}, {"height", 200}, {"y", 20}}, {{"host", "front"}}));
  module.build("webbing-run",
               callOf("grid", {{"width", 250}, {"height", 300}, {"y", 100}}, {{"host", "front"}}));
  std::set<double> rows;
  for (const Tack& tack : module.pack().tacks) {
    if (tack.id.rfind("grid.", 0) != 0) continue;
    EXPECT_EQ(tack.piece, "body.front");
    EXPECT_GT(tack.at.y, 220 + 12.5);
    rows.insert(tack.at.y);
  }
  EXPECT_EQ(rows.size(), 3u);
}

TEST(Molle, TacksOfARowStandOneCellApartAndRowsFifty) {
  ModuleDraft module;
  module.build("webbing-run",
               callOf("grid", {{"width", 250}, {"height", 160}, {"y", 100}}, {{"host", "front"}}));
  const auto& tacks = module.pack().tacks;
  EXPECT_NEAR(tacks[1].at.x - tacks[0].at.x, 38.1, 1e-9);
  EXPECT_NEAR(tacks[7].at.y - tacks[0].at.y, 50, 1e-9);
}

TEST(ElasticMouth, IsCutToEightyTwoHundredthsOfTheMouthAndTwoEnds) {
  // The mouth of a panel without fullness is as wide as its place: 0.82 x 200 + 2 x 10 = 184 mm.
  ModuleDraft module;
  module.build("patch-pocket", callOf("pocket", {{"width", 200}, {"height", 180}, {"fullness", 0}},
                                      {{"host", "front"}, {"mouth", "elastic"}}));
  const Fitting* elastic = findFitting(module.pack(), "pocket.mouth-elastic");
  ASSERT_NE(elastic, nullptr);
  EXPECT_NEAR(elastic->amount, 0.184, 1e-6);
}

/// Flat zip pockets used to have raw zip ends and a bare upper tape.
TEST(ZipPocket, HasTabsOverItsZipsEndsAndAStripOverItsUpperTape) {
  ModuleDraft module;
  module.build("patch-pocket", callOf("pocket", {{"width", 200}, {"height", 180}}, {{"host", "front"}}));
  for (const char* tab : {"pocket.zip-tab-1", "pocket.zip-tab-2"}) {
    const Piece* piece = findPiece(module.pack(), tab);
    ASSERT_NE(piece, nullptr);
    EXPECT_NEAR(areaOf(outlineOf(*piece)), 30 * 50, 1e-6);
  }
  const Piece* strip = findPiece(module.pack(), "pocket.tape-strip");
  ASSERT_NE(strip, nullptr);
  EXPECT_NEAR(areaOf(outlineOf(*strip)), 200 * 14, 1e-6) << "as long as the opening";
  // A box pocket's zip lies between its panel and its own top strip.
  ModuleDraft box;
  box.build("patch-pocket",
            callOf("pocket", {{"width", 200}, {"height", 180}, {"bellows", 40}}, {{"host", "front"}}));
  EXPECT_EQ(findPiece(box.pack(), "pocket.tape-strip"), nullptr);
}

TEST(Pocket, IsCutWiderAtTheMouthByItsFullness) {
  ModuleDraft module;
  module.build("patch-pocket", callOf("pocket", {{"width", 220}, {"height", 240}, {"fullness", 40}},
                                      {{"host", "front"}, {"mouth", "open"}}));
  const Edge& top = *findEdge(*findPiece(module.pack(), "pocket.panel"), "top");
  EXPECT_NEAR(top.points.front().x - top.points.back().x, 260, 0.5);
  const Edge& left = *findEdge(*findPiece(module.pack(), "pocket.panel"), "left");
  EXPECT_NEAR(lengthOf(left.points), 240 - 20 + 20 * std::numbers::pi / 4, 0.5)
      << "the sewn side stays as long";
}

TEST(Pocket, HoldsTheVolumeBetweenItsPanelAndItsHost) {
  // Second road: the panel's triangles as prisms over the flat host at z = 150.
  ModuleDraft module;
  module.build("patch-pocket",
               callOf("pocket", {{"width", 220}, {"height", 240}, {"fullness", 30}, {"corner-radius", 0}},
                      {{"host", "front"}, {"mouth", "open"}}));
  const PieceMesh mesh = meshPiece(*findPiece(module.pack(), "pocket.panel"), 5);
  double mm3 = 0;
  for (const auto& [a, b, c] : mesh.triangles) {
    const Vec3 ab = mesh.space[b] - mesh.space[a];
    const Vec3 ac = mesh.space[c] - mesh.space[a];
    const double ground = (ab.x * ac.y - ab.y * ac.x) / 2;
    mm3 += ground * ((mesh.space[a].z + mesh.space[b].z + mesh.space[c].z) / 3 - 150);
  }
  ASSERT_EQ(module.pack().compartments.size(), 1u);
  EXPECT_NEAR(module.pack().compartments[0].capacity_l, mm3 * 1e-6, 0.03);
}

TEST(Pocket, HoldsLessThanAFreePaperBagOfItsSizeAndItsBellows) {
  for (const double fullness : {5.0, 12.0, 30.0, 60.0}) {
    for (const double bellows : {0.0, 30.0}) {
      ModuleDraft module;
      module.build(
          "patch-pocket",
          callOf("pocket", {{"width", 240}, {"height", 280}, {"fullness", fullness}, {"bellows", bellows}},
                 {{"host", "front"}}));
      const double bag = paperBagVolume(240 + fullness, 280 + fullness) + 240 * 280 * bellows * 1e-6;
      EXPECT_LT(module.pack().compartments[0].capacity_l, bag);
      EXPECT_EQ(module.pack().compartments[0].enclosed, true);
    }
  }
}

TEST(PaperBag, GivesThePublishedLitresOfAFlatPocket) {
  // 180 x 330 holds 2.6 l (construction reference, section 6).
  EXPECT_NEAR(paperBagVolume(180, 330), 2.6, 0.05);
  EXPECT_EQ(paperBagVolume(330, 180), paperBagVolume(180, 330));
}

TEST(BellowsPocket, HasAStripAsLongAsTwoSidesAndABottom) {
  // 200 x 140, corners 20: 2 x 140 + 200 - 2 x (2 - pi / 2) x 20 = 462.83.
  ModuleDraft module;
  module.build("patch-pocket",
               callOf("pocket", {{"width", 200}, {"height", 140}, {"bellows", 40}, {"corner-radius", 20}},
                      {{"host", "front"}}));
  const Piece* strip = findPiece(module.pack(), "pocket.bellows");
  ASSERT_NE(strip, nullptr);
  EXPECT_NEAR(lengthOf(strip->edges[0].points), 462.83, 0.6);
  EXPECT_NEAR(lengthOf(strip->edges[1].points), 40, 1e-9);
  ASSERT_NE(findPiece(module.pack(), "pocket.top-strip"), nullptr);
}

TEST(SidePockets, AreOnePatternAndItsMirrorImage) {
  ModuleDraft module;
  module.build("side-pocket", callOf("side", {{"height", 210}}));
  const Piece* left = findPiece(module.pack(), "side.panel-left");
  const Piece* right = findPiece(module.pack(), "side.panel-right");
  ASSERT_NE(left, nullptr);
  ASSERT_NE(right, nullptr);
  EXPECT_EQ(left->code, right->code);
  EXPECT_FALSE(left->mirrored);
  EXPECT_TRUE(right->mirrored);
  EXPECT_NEAR(areaOf(outlineOf(*left)), areaOf(outlineOf(*right)), 1);
  for (const char* edge : {"bottom", "right", "top", "left"}) {
    EXPECT_NEAR(lengthOf(findEdge(*left, edge)->points), lengthOf(findEdge(*right, edge)->points), 0.01)
        << edge;
  }
}

TEST(SidePockets, AreLowerTowardsTheWearer) {
  ModuleDraft module;
  module.build("side-pocket", callOf("side", {{"height", 210}, {"slant", 40}}));
  for (const char* id : {"side.panel-left", "side.panel-right"}) {
    const Piece& piece = *findPiece(module.pack(), id);
    const Polyline& mouth = findEdge(piece, "top")->points;
    const Vec3 a = piece.surface(mouth.front());
    const Vec3 b = piece.surface(mouth.back());
    const Vec3& wearer = a.z < b.z ? a : b;
    const Vec3& outer = a.z < b.z ? b : a;
    EXPECT_NEAR(outer.y - wearer.y, 40, 0.5) << id;
  }
}

const StitchLine* findStitch(const Pack& pack, const std::string& id) {
  for (const StitchLine& line : pack.stitch_lines) {
    if (line.id == id) return &line;
  }
  return nullptr;
}

/// Badges and labels used to be minutes without a stitch.
TEST(Badge, AndLabelsAreSewnWithThread) {
  ModuleDraft module;
  module.build("badge", callOf("badge", {{"y", 140}}, {{"host", "front"}}));
  module.build("labels", callOf("labels"));
  // 2 mm inside 45 x 45, all round: 4 x 41. The main label 50 x 20: 2 x (46 + 16). The care label is held by
  // its end of 60 in the seam.
  const std::map<std::string, double> stitched{
      {"badge.badge-stitch", 164}, {"labels.main-stitch", 124}, {"labels.care-stitch", 56}};
  for (const auto& [id, length] : stitched) {
    const StitchLine* line = findStitch(module.pack(), id);
    ASSERT_NE(line, nullptr) << id;
    EXPECT_NEAR(lengthOf(module.pack(), line->run), length, 0.1) << id;
    EXPECT_EQ(line->operation, "P04");
  }
}

TEST(Cords, OfPocketsRunThroughLoopsThatAreTacked) {
  ModuleDraft module;
  module.build("radio-pocket", callOf("radio", {}, {{"host", "left"}}));
  module.build("flask-pockets", callOf("flask"));
  for (const char* id : {"radio.bungee-loop-left", "radio.bungee-loop-right", "flask.cord-guide-left-1",
                         "flask.cord-guide-left-2", "flask.cord-guide-right-3"}) {
    const Fitting* loop = findFitting(module.pack(), id);
    ASSERT_NE(loop, nullptr) << id;
    EXPECT_NE(loop->item.find("web"), std::string::npos);
  }
  EXPECT_EQ(tacksOf(module.pack(), "radio"), 2 + 2) << "mouth corners and loops";
  EXPECT_EQ(tacksOf(module.pack(), "flask"), 2 * (2 + 3));
}

TEST(Badge, IsSewnToThePocketThatCoversItsPlace) {
  ModuleDraft module;
  module.build("patch-pocket",
               callOf("pocket", {{"width", 240}, {"height", 280}, {"y", 20}}, {{"host", "front"}}));
  module.build("badge", callOf("badge", {{"y", 140}}, {{"host", "front"}}));
  module.build("badge", callOf("upper", {{"y", 390}}, {{"host", "front"}}));
  ASSERT_EQ(module.pack().artwork.size(), 2u);
  EXPECT_EQ(module.pack().artwork[0].piece, "pocket.panel");
  EXPECT_EQ(module.pack().artwork[1].piece, "body.front");
}

TEST(Tape, MovesAboveAPocketThatIsInItsWay) {
  ModuleDraft module;
  module.build("patch-pocket",
               callOf("pocket", {{"width", 200}, {"height", 200}, {"y", 20}}, {{"host", "front"}}));
  module.build("tape-run", callOf("tape", {{"y", 200}}, {{"host", "front"}}));
  const auto& ribbon = std::get<RibbonShape>(findFitting(module.pack(), "tape.tape-1")->shapes.at(0).drawn());
  for (const Vec3& point : ribbon.path) EXPECT_GT(point.y, 220);
}

TEST(Tape, IsCutTenLongerAtEachEnd) {
  ModuleDraft module;
  module.build("tape-run", callOf("tape", {{"length", 200}, {"count", 2}}, {{"host", "front"}}));
  EXPECT_NEAR(findFitting(module.pack(), "tape.tape-1")->amount, 0.220, 1e-9);
  EXPECT_NE(findFitting(module.pack(), "tape.tape-2"), nullptr);
}

TEST(Piping, FollowsItsSeamAndRunsOutTwentyAtEachEnd) {
  // front-seam of the plain body: its upper edge, 280 long.
  ModuleDraft module;
  module.build("piping-run", callOf("piping"));
  EXPECT_NEAR(findFitting(module.pack(), "piping.piping")->amount, 0.320, 1e-9);
}

TEST(CompressionStraps, ArePairsByTheHeightOfTheSide) {
  // 460 high: ceil(460 / 250) = 2 on each side, 150 + 150 long each.
  ModuleDraft module;
  module.build("compression-straps", callOf("straps"));
  int straps = 0;
  for (const Fitting& fitting : module.pack().fittings) {
    if (fitting.id.rfind("straps.strap", 0) != 0) continue;
    ++straps;
    EXPECT_NEAR(fitting.amount, 0.3, 1e-9);
  }
  EXPECT_EQ(straps, 4);
}

TEST(Pouch, IsASubAssemblyOfItsOwnWithLoopsOnThePack) {
  ModuleDraft module;
  module.build("detachable-pouch", callOf("pouch", {}, {{"host", "front"}}));
  const auto& assemblies = module.pack().assemblies;
  ASSERT_EQ(assemblies.back().id, "pouch-off");
  EXPECT_TRUE(assemblies.back().detachable);
  EXPECT_EQ(assemblies.back().parent, "pouch");
  EXPECT_EQ(findFitting(module.pack(), "pouch.base-loop-4")->assembly, "pouch");
  EXPECT_EQ(findPiece(module.pack(), "pouch.panel")->assembly, "pouch-off");
}

TEST(RainCover, IsThePanelOfWidthAndHeightEachWithTheDepth) {
  // (280 + 150) x (460 + 150) with corners of 120: 430 x 610 - (4 - pi) x 120^2 = 249 939 mm2.
  ModuleDraft module;
  module.build("rain-cover", callOf("cover"));
  const Piece* cover = findPiece(module.pack(), "cover.cover");
  ASSERT_NE(cover, nullptr);
  EXPECT_EQ(cover->layer, "stowed");
  EXPECT_NEAR(areaOf(outlineOf(*cover)), 249939, 60);
}

TEST(Finish, CountsTheClothOfItsZone) {
  // One zip pocket of the shell's cloth adds its area to the plain panels'.
  ModuleDraft module;
  double area = 0;
  for (const Piece& piece : module.pack().pieces) area += areaOf(outlineOf(piece));
  module.build("finish", callOf("finish", {}, {{"zone", "shell"}, {"item", "fin-dwr-c0"}}));
  EXPECT_NEAR(module.pack().fittings.at(0).amount, area * 1e-6, 1e-9);
}

/// Rows of module_masses.csv: module and variant to low and high.
struct MassRow {
  double low = 0, high = 0;
};

std::map<std::string, MassRow> referenceMasses() {
  const char* set = std::getenv("RUCKSMITH_REFERENCE");
  const std::string folder = set != nullptr ? set : std::string(RUCKSMITH_SOURCE_DIR) + "/../shared";
  std::ifstream file(folder + "/construction/module_masses.csv");
  std::map<std::string, MassRow> rows;
  std::string line;
  while (std::getline(file, line)) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        cells.emplace_back();
      else
        cells.back() += c;
    }
    double values[2] = {0, 0};
    if (cells.size() < 5) continue;
    std::istringstream(cells[2]) >> values[0];
    std::istringstream(cells[4]) >> values[1];
    rows[cells[0] + ": " + cells[1]] = {values[0], values[1]};
  }
  return rows;
}

struct MassCase {
  std::string row, family;
  ModuleCall call;
  int times = 1;  ///< how many of the row's module the call makes
  std::string assembly = "module";
};

std::vector<MassCase> massCases() {
  const auto call = [](std::map<std::string, double> n, std::map<std::string, std::string> w = {}) {
    return callOf("module", std::move(n), std::move(w));
  };
  return {
      {"pocket: front stretch dump 260x330, pleated", "dump-pocket",
       call({{"width", 260}, {"height", 330}}, {{"host", "front"}})},
      {"pocket: front zip 240x280 flat + zip #5", "patch-pocket", call({}, {{"host", "front"}})},
      {"pocket: front bellows 240x280x40 + zip #5", "patch-pocket",
       call({{"bellows", 40}}, {{"host", "front"}, {"lining", "yes"}})},
      {"pocket: phone zip 170x95 on strap", "phone-pocket", call({}, {{"host", "wing-left"}})},
      {"pocket: whistle pocket + whistle", "whistle", call({}, {{"host", "strap-left"}})},
      {"pocket: vest flask pocket 150 deep, stretch, with cord lock, each", "flask-pockets", call({}), 2},
      {"hydration: bladder sleeve 360x220 lining, elastic top", "sleeve",
       call({{"width", 220}, {"height", 360}}, {{"hanger", "no"}})},
      {"hydration: hose port: bound slit with flap, each", "hose-port", call({}, {{"side", "both"}}), 2},
      {"hydration: hose clips elastic loops, pair", "hose-clip", call({})},
      {"organisation: medical dividers: 3 hook-and-loop panels 240x120 PE foam", "dividers", call({})},
      {"organisation: laptop sleeve 15 in 370x260 padded 5 mm, lined both sides", "laptop-sleeve",
       call({{"width", 260}, {"height", 370}})},
      {"organisation: radio pocket 160x70x40 with bungee", "radio-pocket", call({}, {{"host", "left"}})},
      {"organisation: key clip on 10 mm webbing", "key-clip", call({})},
      {"compression: side straps 2 pairs, 15 mm 4x0.30, ladder locks", "compression-straps", call({})},
      {"compression: vest side adjusters pair", "side-adjusters", call({})},
      {"attachment: MOLLE field 3 rows x 250 mm webbing 25", "webbing-run",
       call({{"width", 254}, {"height", 160}}, {{"host", "front"}})},
      {"attachment: daisy chain 15 mm x 0.40 m", "webbing-run",
       call({{"webbing", 15}, {"height", 400}, {"width", 20}}, {{"host", "front"}, {"pattern", "daisy"}})},
      {"attachment: front bungee 3 mm 1.5 m, 6 loops, lock", "cord-run",
       call({{"zigzags", 2}}, {{"host", "front"}})},
      {"reflective: tape 25 mm 1.0 m", "tape-run",
       call({{"length", 240}, {"count", 4}, {"pitch", 80}}, {{"host", "front"}})},
      {"reflective: panel 100x150 fabric", "overlay-panel", call({}, {{"host", "front"}})},
      {"detachable pocket: zip pouch 200x140x40 with 4 clips", "detachable-pouch",
       call({}, {{"host", "front"}}), 1, "module-off"},
      {"sternum strap: 1, webbing 20 mm + SR20 + triglides", "sternum-strap", call({})},
      {"sternum strap: 2, webbing 15 mm", "sternum-strap", call({{"size", 15}}, {{"at", "both"}})},
      {"sternum strap: 2 elastic cords with hooks (vest)", "sternum-cords", call({})},
      {"sternum strap: sliders on moulded rails: 2 rails + 1 strap", "sternum-strap",
       call({}, {{"slide", "rail"}})},
      {"labels: main + care", "labels", call({}, {{"hang-tag", "no"}})},
      {"grab loop: webbing 20-25 mm 0.2 m doubled", "haul-loop", call({})},
      {"branding: rubber badge 45 mm", "badge", call({}, {{"host", "front"}, {"technique", "rubber-badge"}})},
      {"branding: embroidery 6000 stitches + backing", "embroidery", call({}, {{"host", "front"}})},
      {"lighting: LED clip loop only", "light", call({}, {{"host", "front"}})},
      {"rain cover: 20-25 L: 0.36 m2 of 70 g/m2 + cord + pouch", "rain-cover", call({{"margin", 90}})},
  };
}

TEST(ModuleMass, LiesBetweenTheLowAndHighFigureOfTheReference) {
  const auto rows = referenceMasses();
  if (rows.empty()) GTEST_SKIP() << "the reference data is not here (set RUCKSMITH_REFERENCE)";
  for (const MassCase& one : massCases()) {
    SCOPED_TRACE(one.row);
    const auto row = rows.find(one.row);
    ASSERT_NE(row, rows.end());
    ModuleDraft module;
    module.build(one.family, one.call);
    const double grams = massOf(shippedCatalog(), module.pack(), one.assembly) / one.times;
    EXPECT_GE(grams, row->second.low);
    EXPECT_LE(grams, row->second.high);
  }
}

/// The reference counts the back panel behind the mesh too.
TEST(ModuleMass, OfASuspendedBackLiesBetweenTheLowAndHighFigureOfTheReference) {
  const auto rows = referenceMasses();
  if (rows.empty()) GTEST_SKIP() << "the reference data is not here (set RUCKSMITH_REFERENCE)";
  const MassRow row =
      rows.at("back panel: suspended mesh (mesh + perimeter tape + inner back shell), without rod");
  ModuleDraft module;
  module.build("suspended-back", callOf("module"));
  const Piece& back = *findPiece(module.pack(), "body.back");
  const double shell = areaOf(cutLineOf(back)) * 1e-6 * shippedCatalog().itemOf(back.item, 0).mass.toDouble();
  const double grams = massOf(shippedCatalog(), module.pack(), "module") + shell;
  EXPECT_GE(grams, row.low);
  EXPECT_LE(grams, row.high);
}

}  // namespace
}  // namespace configurator
