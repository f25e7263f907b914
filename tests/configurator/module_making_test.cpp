// Modules of whole packs: can they be sewn, filled and used as they are drawn?
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "configurator/pack/build_pack.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

template <typename T>
const T& oneOf(const std::vector<T>& all, const std::string& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  if (found == all.end()) throw std::runtime_error("no part " + id);
  return *found;
}

/// Does a seam run along this edge?
bool isSewn(const Pack& pack, const std::string& piece, const std::string& edge) {
  for (const Seam& seam : pack.seams) {
    for (const Run& run : seam.runs) {
      for (const RunPart& part : run) {
        if (part.piece == piece && part.edge == edge) return true;
      }
    }
  }
  return false;
}

double amountOf(const Pack& pack, const std::string& id) {
  return oneOf(pack.fittings, id).amount;
}

double stitchedOf(const Pack& pack, const std::string& id) {
  return lengthOf(pack, oneOf(pack.stitch_lines, id).run);
}

/// The lining used to be sewn to the back all round: the pad could not come out.
TEST(PadSleeve, IsOpenAboveAndItsMouthClosesWithHookAndLoop) {
  const std::map<std::string, std::string> sleeves{{"humanitarian-aid", "body.back-lining"},
                                                   {"endurance", "back-panel.sleeve"},
                                                   {"field-research", "body.back-lining"}};
  for (const auto& [id, cloth] : sleeves) {
    SCOPED_TRACE(id);
    const Pack pack = packWith(id, {{"back-panel", "pad-sleeve"}});
    for (const char* edge : {"left", "bottom", "right"}) EXPECT_TRUE(isSewn(pack, cloth, edge)) << edge;
    EXPECT_FALSE(isSewn(pack, cloth, "top"));
    const Polyline& mouth = findEdge(*findPiece(pack, cloth), "top")->points;
    EXPECT_EQ(findEdge(*findPiece(pack, cloth), "top")->finish, EdgeFinish::Bound);
    // The pad, a little bent, goes through: the mouth has at least 60 % of its width.
    const Box2 pad = boxOf(outlineOf(*findPiece(pack, "back-panel.foam")));
    EXPECT_GT(lengthOf(mouth), 0.6 * (pad.high.x - pad.low.x));
    const double closed = 1000 * amountOf(pack, "back-panel.closure");
    EXPECT_NEAR(closed, lengthOf(mouth) / 2, 1);
    EXPECT_NEAR(stitchedOf(pack, "back-panel.hook-stitch"), closed, 1);
    EXPECT_NEAR(stitchedOf(pack, "back-panel.loop-stitch"), closed, 1);
  }
}

Vec2 sizeOf(const Pack& pack, const std::string& id) {
  const Box2 box = boxOf(outlineOf(*findPiece(pack, id)));
  return box.high - box.low;
}

/// Sizes of the construction reference, section 7; frames used to be cut for the rectangle under the arch.
/// And what is in the minutes is sewn: channels had no stitch and no thread.
TEST(Frame, IsAsLongAndWideAsTheBackAsks) {
  const Pack sheet = packWith("modular", {{"frame", "framesheet"}});
  const double b = sheet.parameters.at("back-length"), w = sizeOf(sheet, "body.back").x;
  EXPECT_NEAR(sizeOf(sheet, "frame.sheet").x, w - 30, 0.5);
  EXPECT_NEAR(sizeOf(sheet, "frame.sheet").y, b - 40, 0.5);
  EXPECT_EQ(oneOf(sheet.stitch_lines, "frame.mouth-stitch").seam_class, "6.02.01");
  EXPECT_NEAR(stitchedOf(sheet, "frame.sleeve-closure-stitch"), 1000 * amountOf(sheet, "frame.mouth"), 0.5);
  EXPECT_NEAR(stitchedOf(sheet, "frame.sheet-closure-stitch"), 1000 * amountOf(sheet, "frame.mouth"), 0.5);
  const Pack stays = packWith("modular", {{"frame", "stay-pair"}});
  EXPECT_NEAR(amountOf(stays, "frame.stay-2"), (b + 40) / 1000, 1e-4);
  EXPECT_GT(stitchedOf(stays, "frame.channel-stitch-2"), 0.9 * b);
}

TEST(FrameRod, RunsRoundTheBackInASewnChannelWithCappedEnds) {
  Design design = designWith("modular", {{"frame", "u-rod"}});
  design.choices.zones.at("rod").value = "pom5";
  const Pack pack = buildPack(programWorkshop().catalog, design.choices, PackSize::M);
  const double b = pack.parameters.at("back-length");
  const double w = areaOf(outlineOf(*findPiece(pack, "body.back"))) / b;
  constexpr double kRadius = 50;
  const double rod = 1000 * amountOf(pack, "frame.rod");
  // 2 (B - 40) + W - 2 r (2 - pi / 2); the arch of this back is rounder than r.
  EXPECT_NEAR(rod / (2 * (b - 40) + w - 2 * kRadius * (2 - std::numbers::pi / 2)), 1, 0.05);
  EXPECT_NEAR(stitchedOf(pack, "frame.channel-stitch"), rod, 1);
  for (const char* side : {"left", "right"}) {
    EXPECT_NEAR(amountOf(pack, std::string("frame.cap-") + side), 0.06, 1e-9);
    EXPECT_EQ(oneOf(pack.tacks, std::string("frame.cap-tack-") + side).type, TackType::Bartack42);
  }
}

/// The front facing used to hang from its upper edge: the foam behind it lay loose.
TEST(LaptopSleeve, HasItsFoamClosedInAllRoundAndItsTabSewn) {
  const Pack pack = packWith("commuter", {});
  for (const char* facing : {"laptop.front-facing", "laptop.back-facing"}) {
    for (const char* edge : {"left", "bottom", "right", "top"})
      EXPECT_TRUE(isSewn(pack, facing, edge)) << facing << " " << edge;
  }
  const double closure = amountOf(pack, "laptop.tab-closure");
  EXPECT_NEAR(stitchedOf(pack, "laptop.tab-loop-stitch"), 1000 * closure, 1);
  // The hook on the tab is sewn with two rows of lockstitch at 2.8 m of thread a metre; it had none.
  EXPECT_NEAR(amountOf(pack, "laptop.tab-hook-thread"), 2 * closure * 2.8, 1e-6);
}

/// Dividers used to be 50 mm shorter than the bag is wide and to find nothing on its walls to hold on to.
TEST(Dividers, ReachFromWallToWallAndHoldOnThem) {
  const Pack pack = packWith("medical", {});
  const Polyline lining = outlineOf(*findPiece(pack, "body.back-lining"));
  for (const char* number : {"-1", "-2", "-3"}) {
    SCOPED_TRACE(number);
    const Piece& divider = *findPiece(pack, std::string("dividers.lower") + number);
    const Vec2 size = sizeOf(pack, divider.id);
    // (W - 20) x (D - 20) at its height: 10 to the seam at both ends, half a millimetre of chords.
    for (const Mark& mark : findPiece(pack, "body.back-lining")->marks) {
      if (mark.name != std::string("dividers.line") + number) continue;
      for (const Vec2& end : mark.points) EXPECT_NEAR(distanceTo(lining, end), 10, 0.6);
    }
    EXPECT_GT(size.y, 0.75 * 150);
    const StitchLine& loop = oneOf(pack.stitch_lines, std::string("dividers.loop-stitch") + number);
    EXPECT_EQ(loop.run.size(), 2U) << "left and right wall";
    EXPECT_NEAR(1000 * amountOf(pack, std::string("dividers.hook") + number), 2 * size.y, 1);
  }
}

/// A zip's end parts a side wall: a divider beside it used to lose its strip without a word.
TEST(Dividers, AllHaveLoopOnBothWalls) {
  for (const std::string name : {"medical", "modular", "humanitarian-aid", "field-research"}) {
    for (const std::string option : {"medical", "instrument"}) {
      const Pack pack = packWith(name, {{"dividers", option}});
      std::size_t hooks = 0, loops = 0;
      for (const StitchLine& line : pack.stitch_lines) {
        if (line.id.rfind("dividers.hook-stitch", 0) == 0) ++hooks;
        if (line.id.rfind("dividers.loop-stitch", 0) != 0) continue;
        ++loops;
        EXPECT_EQ(line.run.size(), 2U) << name << " " << option << " " << line.id;
      }
      EXPECT_GT(hooks, 0U) << name << " " << option;
      EXPECT_EQ(loops, hooks) << name << " " << option;
    }
  }
}

/// The light used to sit on the front and its cells on the back, with no hole between.
TEST(PoweredLight, HasItsCellsBehindItWhereTheCableReaches) {
  const Pack pack = packWith("modular", {{"lighting", "powered"}, {"grid", "none"}});
  const std::string cloth = oneOf(pack.tacks, "lighting.tack-1").piece;
  EXPECT_EQ(oneOf(pack.tacks, "lighting-cell.tack-1").piece, cloth) << "the mouth of the cells' pocket";
  EXPECT_EQ(oneOf(pack.stitch_lines, "lighting.cable-hole-stitch").run.front().piece, cloth);
  const auto& drawn = oneOf(pack.fittings, "lighting.cable").shapes.at(0).drawn();
  const std::vector<Vec3>& path = std::get<CordShape>(drawn).path;
  EXPECT_LT(lengthOf(path), 1000 * amountOf(pack, "lighting.cable"));
  const auto& light = oneOf(pack.fittings, "lighting.module").shapes.at(0).drawn();
  EXPECT_LT(glm::distance(path.front(), std::get<ModelShape>(light).at), 15) << "comes out behind the light";
  EXPECT_GT(stitchedOf(pack, "lighting-cell.hook-stitch"), 50) << "closed twice: zip, hook and loop";
}

/// The layers used to be closed all round the sleeve between them.
TEST(VestBladder, GoesInBetweenTheLayersAtTheNeck) {
  const Pack pack = packWith("hydration", {});
  for (const RunPart& part : oneOf(pack.seams, "body.back-basting").runs[1]) EXPECT_NE(part.edge, "neck");
  EXPECT_EQ(findEdge(*findPiece(pack, "body.back-inner"), "neck")->finish, EdgeFinish::Bound);
  const double neck = lengthOf(findEdge(*findPiece(pack, "body.back-inner"), "neck")->points);
  EXPECT_NEAR(stitchedOf(pack, "body.bladder-mouth-binding"), neck, 0.5);
  EXPECT_GT(neck, 120);
  for (const char* layer : {"body.bladder-closure-back-inner", "body.bladder-closure-back-outer"})
    EXPECT_NEAR(stitchedOf(pack, layer), 1000 * amountOf(pack, "body.bladder-closure"), 0.5);
  const Pack without =
      packWith("hydration", {{"hydration", "none"}, {"hose-port", "none"}, {"hose-clip", "none"}});
  EXPECT_TRUE(isSewn(without, "body.back-inner", "neck"));
}

/// Its tabs used to be counted but sewn to nothing.
TEST(VestZip, EndsUnderTabsThatAreSewnAndTacked) {
  const Pack pack = packWith("hydration", {});
  for (const char* tab : {"body.main-zip-tab-left", "body.main-zip-tab-right"}) {
    EXPECT_TRUE(isSewn(pack, tab, "seam")) << tab;
    EXPECT_EQ(oneOf(pack.tacks, std::string(tab) + "-tack").type, TackType::Bartack28);
    EXPECT_NE(findPiece(pack, tab)->layer, "stowed");
  }
}

/// An elastic lace used to be cut from polyester drawcord.
TEST(Lace, IsElastic) {
  const Pack pack = packWith("modular", {{"compression", "lace"}, {"grid", "none"}});
  const std::string item = oneOf(pack.fittings, "compression.cord").item;
  EXPECT_EQ(programWorkshop().catalog.itemOf(item, 0).category, "shock-cord");
}

/// Pads used to be a fifth too small, held by nothing, and quilted across.
TEST(ChannelledPads, CoverHalfOfTheBackAndAreSewnRoundNotAcross) {
  const Pack pack = packWith("modular", {});
  double pads = 0;
  for (const char* name : {"back-panel.pad-left", "back-panel.pad-right", "back-panel.pad-lumbar"}) {
    const Piece& pad = *findPiece(pack, name);
    const double area = areaOf(outlineOf(pad));
    pads += area;
    // 3 inside: of a pad about as long round as its outline, 2 pi x 3 shorter.
    Polyline closed = outlineOf(pad);
    closed.push_back(closed.front());
    EXPECT_NEAR(stitchedOf(pack, std::string(name) + "-stitch"), lengthOf(closed) - 6 * std::numbers::pi, 4);
    EXPECT_GT(amountOf(pack, std::string(name) + ".glue"), 0);
    for (const Mark& mark : findPiece(pack, "back-panel.mesh")->marks) {
      if (mark.name.rfind("quilt-", 0) != 0) continue;
      for (const Vec2& p : refined(mark.points, 5)) EXPECT_FALSE(isInside(outlineOf(pad), p)) << mark.name;
    }
  }
  const double cover = pads / areaOf(outlineOf(*findPiece(pack, "body.back")));
  EXPECT_GT(cover, 0.50);
  EXPECT_LT(cover, 0.60);
  EXPECT_NEAR(sizeOf(pack, "back-panel.pad-left").x, 85, 0.1);
  EXPECT_NEAR(sizeOf(pack, "back-panel.pad-lumbar").x, 200, 0.1);
}

/// Pockets used to be cut for the rectangle under the arch; sizes of the reference, section 7.
TEST(Pockets, HaveTheSizesOfTheirTrade) {
  const Pack dump = packWith("modular", {{"front-pocket", "stretch-dump"}, {"grid", "none"}});
  const auto measured = [&](const std::string& id) { return oneOf(dump.measures, id).value_mm; };
  EXPECT_GT(sizeOf(dump, "front-pocket.panel").y, 330);
  EXPECT_LT(sizeOf(dump, "front-pocket.panel").y, 390);
  // W + 60, the pack's width W lying between its top's (B) and its bottom's (C).
  EXPECT_GT(sizeOf(dump, "front-pocket.panel").x, measured("B") + 60);
  EXPECT_LT(sizeOf(dump, "front-pocket.panel").x, measured("C") + 60);
  for (const char* option : {"zip", "bellows"}) {
    const Pack zipped = packWith("modular", {{"front-pocket", option}, {"grid", "none"}});
    const Vec2 size = sizeOf(zipped, "front-pocket.panel");
    EXPECT_NEAR(size.x, 240, 15) << option;
    const double above = std::string(option) == "zip" ? 8 + 16 : 0;  // a flat pocket's zip and strip
    EXPECT_NEAR(size.y + above, 280, 15) << option;
  }
}

/// Rows used to be cut for a rectangle under the arch and had three cells on a panel of 258 mm.
TEST(MolleFront, HasAllTheCellsThatThePanelHasRoomFor) {
  const Pack pack = packWith("modular", {});
  const Polyline front = outlineOf(*findPiece(pack, "body.front"));
  const double cells = (oneOf(pack.fittings, "grid.row-1").amount * 1000 - 24) / 38.1;
  EXPECT_NEAR(cells, std::round(cells), 1e-6);
  double top = 0;
  for (const Tack& tack : pack.tacks)
    if (tack.id.rfind("grid.", 0) == 0) top = std::max(top, tack.at.y);
  // One cell more, 10 mm beyond its tacks and the margin of the seam, would leave the panel at the top row.
  const double half = (cells + 1) * 38.1 / 2 + 10 + 8;
  EXPECT_FALSE(isInside(front, {half, top + 12.5}));
  EXPECT_TRUE(isInside(front, {half - 38.1 / 2 - 18, top + 12.5}));
}

}  // namespace
}  // namespace configurator
