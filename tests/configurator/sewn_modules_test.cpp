// Modules of whole packs: what is drawn is what is bought, sewn and measured.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/mesh_piece.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using testing::IsEmpty;

/// A template with other options and other materials.
struct Change {
  std::map<std::string, std::string> options, zones = {};
};

Pack packWith(const std::string& id, const Change& change) {
  Design design = templateDesign(id);
  for (const auto& [slot, option] : change.options) design.choices.options.at(slot).value = option;
  for (const auto& [zone, item] : change.zones) design.choices.zones.at(zone).value = item;
  std::vector<Violation> violations = violationsOf(programWorkshop(), design);
  std::erase_if(violations, [](const Violation& one) { return one.severity != "error"; });
  EXPECT_THAT(violations, IsEmpty());
  return buildPack(programWorkshop().catalog, design.choices, PackSize::M);
}

const Seam& seamOf(const Pack& pack, const std::string& id) {
  for (const Seam& seam : pack.seams) {
    if (seam.id == id) return seam;
  }
  throw std::runtime_error("no seam " + id);
}

double measureOf(const Pack& pack, const std::string& id) {
  for (const Measure& measure : pack.measures) {
    if (measure.id == id) return measure.value_mm;
  }
  throw std::runtime_error("no measure " + id);
}

std::vector<Vec3> bandOf(const Pack& pack, const std::string& id) {
  for (const Fitting& fitting : pack.fittings) {
    if (fitting.id == id) return std::get<RibbonShape>(fitting.shapes.at(0).drawn()).path;
  }
  throw std::runtime_error("no fitting " + id);
}

TEST(MainZip, IsSetAsItsTapeNeeds) {
  const std::map<std::string, std::string> operations{
      {"zip-generic", "S05"}, {"zip-wr", "S06"}, {"zip-wr-ykk", "S06"}, {"zip-dwr-ykk", "S06"}};
  for (const auto& [zip, operation] : operations) {
    SCOPED_TRACE(zip);
    EXPECT_EQ(seamOf(packWith("commuter", {{}, {{"zip", zip}}}), "body.zip-seam").operation, operation);
    EXPECT_EQ(seamOf(packWith("hydration", {{}, {{"zip", zip}}}), "body.main-zip-seam").operation, operation);
  }
}

TEST(StormFlap, CoversTheMainZipFromEndToEnd) {
  const Pack pack = packWith("commuter", {{{"main-closure", "zip-storm-flap"}}});
  ASSERT_NE(findPiece(pack, "body.storm-flap"), nullptr);
  EXPECT_NEAR(lengthOf(pack, seamOf(pack, "body.storm-flap-seam").runs[0]), measureOf(pack, "N"), 0.5);
  EXPECT_EQ(findPiece(packWith("commuter", {{{"main-closure", "zip"}}}), "body.storm-flap"), nullptr);
}

TEST(Foam, OfChannelledPadsIsTheEvaThatTheirNameSays) {
  Design design = templateDesign("modular");
  ASSERT_EQ(design.choices.options.at("back-panel").value, "eva-channelled");
  const Pack pack = buildPack(programWorkshop().catalog, design.choices, PackSize::M);
  EXPECT_EQ(findPiece(pack, "back-panel.pad-left")->item, "eva10");
  EXPECT_EQ(findPiece(pack, "back-panel.pad-left")->thickness_mm, 10);
  design.choices.zones.at("foam-back").value = "foam-pe";
  const auto violations = violationsOf(programWorkshop(), design);
  ASSERT_EQ(violations.size(), 1U);
  EXPECT_EQ(violations.front().rule, "channelled-pads-need-eva");
}

TEST(BackPad, InItsSleeveIsFoamAloneAsHeavyAsWeighedPads) {
  const Pack pack =
      packWith("humanitarian-aid", {{{"back-panel", "pad-sleeve"}}, {{"foam-back", "foam-pe"}}});
  EXPECT_EQ(findPiece(pack, "back-panel.mesh"), nullptr);
  const Piece* pad = findPiece(pack, "back-panel.foam");
  ASSERT_NE(pad, nullptr);
  EXPECT_EQ(pad->thickness_mm, 6);
  // 198 g/m2 of 6 mm sheet; removable pads of 20 to 30 l packs were weighed at 28 to 81 g.
  const double grams = 198 * areaOf(outlineOf(*pad)) * 1e-6;
  EXPECT_GT(grams, 20);
  EXPECT_LT(grams, 81);
}

TEST(Foam, OfAStrapIsMeasuredAsItIsBought) {
  // 12 mm are asked for; the thickest PE sheet has 10.
  const Pack pack = packWith("endurance", {{{"harness", "padded-thick"}}, {{"foam-strap", "foam-pe"}}});
  EXPECT_EQ(findPiece(pack, "harness.foam-left")->item, "ld33-10");
  EXPECT_EQ(measureOf(pack, "I"), 10);
}

TEST(Molle, OnTwoSidesIsMeasuredOnce) {
  const Pack pack = packWith("security", {{{"grid", "molle-sides"}}});
  int rows = 0;
  for (const Measure& measure : pack.measures) rows += measure.id == "U" ? 1 : 0;
  EXPECT_EQ(rows, 1);
}

/// As they are drawn, straps are set between the ends of their ranges.
TEST(Straps, AreMeasuredAlongTheirWebbing) {
  const Pack pack = packWith("endurance", {{{"sternum", "one"}}});
  double sternum = 0;
  for (const char* part : {"webbing-left", "webbing-right", "insert"})
    sternum += lengthOf(bandOf(pack, std::string("sternum.upper-") + part));
  EXPECT_GT(sternum, measureOf(pack, "K"));
  EXPECT_LT(sternum, measureOf(pack, "KX"));
  const auto left = bandOf(pack, "hip-belt.webbing-left"), right = bandOf(pack, "hip-belt.webbing-right");
  const double closed = lengthOf(left) + lengthOf(right) + glm::distance(left.front(), right.front());
  EXPECT_GT(closed, measureOf(pack, "M"));
  EXPECT_LT(closed, measureOf(pack, "MX"));
  EXPECT_GT(closed, 750) << "round the hips of size M";
  EXPECT_LT(closed, 1100);
}

TEST(Yoke, LiesUnderTheArchOfTheBack) {
  const Pack pack = packWith("commuter", {{}});
  const Seam& seam = seamOf(pack, "harness.yoke-seam");
  int points = 0;
  for (const RunPart& part : seam.runs[1]) {
    const Piece& back = *findPiece(pack, part.piece);
    const Polyline outline = outlineOf(back);
    for (const Mark& mark : back.marks) {
      if (mark.name != part.edge) continue;
      for (const Vec2& p : mark.points) {
        ++points;
        double area = 0;  // of the triangles to all edges: the piece's own only from inside
        for (std::size_t i = 0; i < outline.size(); ++i) {
          const Vec2 a = outline[i] - p, b = outline[(i + 1) % outline.size()] - p;
          area += std::abs(a.x * b.y - a.y * b.x) / 2;
        }
        EXPECT_NEAR(area, areaOf(outline), 1) << p.x << " " << p.y;
      }
    }
  }
  EXPECT_GT(points, 3);
}

/// Paper folded as the patch is: no side of any triangle of the picture may be longer or shorter than on the
/// flat square, as one is that reaches across a fold; and no vertex may lack its ply's normal.
TEST(AnchorPatch, IsDrawnFoldedAtItsTwoFolds) {
  const Pack pack = packWith("commuter", {{}});
  for (const char* id : {"harness.anchor-patch-left", "harness.anchor-patch-right"}) {
    SCOPED_TRACE(id);
    const PieceMesh mesh = meshPiece(*findPiece(pack, id), 9);
    const Vec3 across = mesh.normals.front();
    for (const auto& corners : mesh.triangles) {
      for (int i = 0; i < 3; ++i) {
        const auto a = corners[i], b = corners[(i + 1) % 3];
        const double flat = glm::distance(mesh.flat[a], mesh.flat[b]);
        EXPECT_NEAR(glm::distance(mesh.space[a], mesh.space[b]), flat, 1.0) << mesh.flat[a].x;
        EXPECT_GT(std::abs(glm::dot(mesh.normals[a], across)), 0.9) << mesh.flat[a].x;
      }
    }
    EXPECT_NEAR(flatArea(mesh), 120 * 120, 1);
  }
}

/// The loop that a pocket's rim draws on the cloth below it, as a piece of that cloth.
Piece groundOf(const Pack& pack, const Seam& setting) {
  const Piece& cloth = *findPiece(pack, setting.runs[1].front().piece);
  Polyline loop;
  for (const RunPart& part : setting.runs[1]) {
    for (const Mark& mark : cloth.marks) {
      if (mark.name != part.edge) continue;
      for (const Vec2& p : mark.points) {
        if (loop.empty() || glm::distance(loop.back(), p) > 1e-6) loop.push_back(p);
      }
    }
  }
  if (areaOf(loop) < 0) std::reverse(loop.begin(), loop.end());
  Piece ground;
  ground.id = "ground";
  ground.surface = cloth.surface;
  loop.push_back(loop.front());
  ground.edges = {{"rim", loop}};
  return ground;
}

TEST(BeltPocket, HoldsWhatLiesBetweenItsPanelAndItsWing) {
  const Pack pack = packWith("endurance", {{{"hip-belt", "padded-pockets"}}});
  for (const char* side : {"-left", "-right"}) {
    SCOPED_TRACE(side);
    const std::string part = "hip-belt-pocket";
    const Piece& panel = *findPiece(pack, part + ".panel" + side);
    const Piece ground = groundOf(pack, seamOf(pack, part + ".setting" + side));
    const double litres =
        std::abs(enclosedVolume({meshPiece(panel, 3)}) - enclosedVolume({meshPiece(ground, 3)})) / 1e6;
    const auto space = std::find_if(pack.compartments.begin(), pack.compartments.end(),
                                    [&](const Compartment& one) { return one.id == part + side; });
    ASSERT_NE(space, pack.compartments.end());
    EXPECT_TRUE(space->enclosed);
    EXPECT_NEAR(space->capacity_l, litres, 0.15 * litres);
  }
}

TEST(BeltPocket, OpensAlongItsZip) {
  const Pack pack = packWith("endurance", {{{"hip-belt", "padded-pockets"}}});
  const Seam& zip = seamOf(pack, "hip-belt-pocket.zip-seam-left");
  EXPECT_EQ(zip.runs[0].front().edge, "top");
  for (const RunPart& part : seamOf(pack, "hip-belt-pocket.setting-left").runs[0])
    EXPECT_NE(part.edge, "top") << "a pocket that is sewn shut";
}

TEST(BeltWings, AreSewnToThePackOrToEachOther) {
  for (const char* belt : {"padded", "padded-pockets", "detachable"}) {
    const Pack pack = packWith("endurance", {{{"hip-belt", belt}}});
    for (const char* side : {"left", "right"}) {
      const Seam& seam = seamOf(pack, std::string("hip-belt.anchor-seam-") + side);
      EXPECT_EQ(seam.runs[0].front().edge, "anchor");
      const bool own = seam.runs[1].front().piece == "hip-belt.tongue-cloth";
      EXPECT_EQ(own, std::string(belt) == "detachable");
    }
  }
}

}  // namespace
}  // namespace configurator
