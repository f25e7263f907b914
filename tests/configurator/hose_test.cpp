// The drinking hose of whole packs: from the bladder through its port over the shoulder to the chest. A tube
// as it is sold with a bladder is 900 to 1100 long; the wearer is the torso of the size table.
#include <gtest/gtest.h>

#include <algorithm>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/torso.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

/// What is drawn of a pack's bladder set.
struct Set {
  const ModelShape* bladder = nullptr;
  const ModelShape* valve = nullptr;
  const CordShape* hose = nullptr;
};

Set setOf(const Pack& pack) {
  Set set;
  for (const Fitting& fitting : pack.fittings) {
    if (fitting.zone != "vessel") continue;
    for (const Shape& shape : fitting.shapes) {
      if (const auto* cord = std::get_if<CordShape>(&shape.drawn())) set.hose = cord;
      const auto* model = std::get_if<ModelShape>(&shape.drawn());
      if (model != nullptr && model->model == "bite-valve") set.valve = model;
      if (model != nullptr && model->model == "bladder") set.bladder = model;
    }
  }
  return set;
}

/// Vests, padded straps and webbing straps.
const std::vector<std::pair<std::string, Options>> kPacks{
    {"hydration", {}},
    {"eco-tourism", {}},
    {"eco-tourism", {{"hose-port", "left"}}},
    {"eco-tourism", {{"harness", "webbing"}, {"hose-clip", "none"}, {"strap-pockets", "none"}}}};

TEST(Hose, LeadsFromTheBladderToTheChestAndIsAsLongAsATubeIsSold) {
  for (const auto& [id, options] : kPacks) {
    SCOPED_TRACE(id);
    const Pack pack = packWith(id, options);
    const Set set = setOf(pack);
    ASSERT_TRUE(set.hose != nullptr && set.valve != nullptr && set.bladder != nullptr);
    EXPECT_LT(glm::distance(set.hose->path.front(), set.bladder->at), 120);
    EXPECT_LT(glm::distance(set.hose->path.back(), set.valve->at), 1e-6);
    EXPECT_GT(lengthOf(set.hose->path), 550);
    EXPECT_LT(lengthOf(set.hose->path), 1100);
    const Torso torso = makeTorso(PackSize::M, pack.c7_y_mm, -pack.back_gap_mm);
    const Vec3 valve = set.valve->at;
    EXPECT_LT(valve.z, frontOfTorso(torso, valve.x, valve.y).z) << "in front of the chest";
    EXPECT_LT(valve.y, pack.c7_y_mm - 60) << "below the shoulder";
    for (const Vec3& at : set.hose->path) EXPECT_LT(depthInside(torso, at), 2) << at.y;
  }
}

TEST(Hose, ComesOutOnTheSideOfItsPort) {
  const Pack right = packWith("eco-tourism", {{"hose-port", "right"}});
  const Pack left = packWith("eco-tourism", {{"hose-port", "left"}});
  EXPECT_GT(setOf(right).valve->at.x, 30);
  EXPECT_LT(setOf(left).valve->at.x, -30);
}

TEST(Hose, RunsThroughItsLoops) {
  const Pack pack = packWith("eco-tourism", {{"hose-clip", "elastic"}, {"hose-port", "right"}});
  const Set set = setOf(pack);
  int loops = 0;
  for (const Fitting& fitting : pack.fittings) {
    if (fitting.id.rfind("hose-clip.loop-right", 0) != 0) continue;
    ++loops;
    const auto& band = std::get<RibbonShape>(fitting.shapes.front().drawn());
    const Vec3 top = band.path[band.path.size() / 2];
    double nearest = 1e9;
    for (const Vec3& at : set.hose->path) nearest = std::min(nearest, glm::distance(at, top));
    // The arch stands half a hose, 4.75, and its own slack over the hose's middle.
    EXPECT_LT(nearest, 9) << fitting.id;
    EXPECT_GT(nearest, 4) << fitting.id;
  }
  EXPECT_EQ(loops, 2);
}

Vec2 tackAt(const Pack& pack, const std::string& id) {
  for (const Tack& tack : pack.tacks)
    if (tack.id == id) return tack.at;
  throw std::runtime_error("no tack " + id);
}

/// A slider moves on its loop, between the loop's tacks: no hose loop, which is 20 wide, is sewn over it.
TEST(HoseClips, AreClearOfTheSternumsSliders) {
  for (const std::string sternum : {"one", "two"}) {
    const Design design = designWith("eco-tourism", {{"hose-clip", "elastic"}, {"sternum", sternum}});
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
      const Pack pack = buildPack(programWorkshop().catalog, design.choices, size);
      for (const std::string side : {"left", "right"}) {
        const std::string loop = "sternum.upper-loop-" + side;
        const Vec2 high = tackAt(pack, loop + "-tack-high"), low = tackAt(pack, loop + "-tack-low");
        for (const std::string i : {"-1", "-2"}) {
          SCOPED_TRACE(sternum + " " + packSizeName(size) + " " + side + i);
          const Vec2 clip =
              (tackAt(pack, "hose-clip.tack-1-" + side + i) + tackAt(pack, "hose-clip.tack-2-" + side + i)) /
              2.0;
          const double along =
              std::clamp(glm::dot(clip - high, low - high) / glm::dot(low - high, low - high), 0.0, 1.0);
          EXPECT_GT(glm::distance(clip, glm::mix(high, low, along)), 12);
        }
      }
    }
  }
}

TEST(Hose, IsNotThereWithoutABladder) {
  const Pack pack = packWith("eco-tourism", {{"hydration", "sleeve"}});
  EXPECT_EQ(setOf(pack).hose, nullptr);
}

/// A port is cut through all that lies between the bladder and the wearer, and its edge is bound.
TEST(HosePort, IsASlitThroughEveryPlyOfThePaddedBack) {
  const std::map<std::string, std::vector<std::string>> plies{
      {"eco-tourism", {"body.back-lining", "body.back", "back-panel.foam", "back-panel.mesh"}},
      {"endurance", {"body.wrap", "body.back", "back-panel.foam", "back-panel.mesh"}}};
  for (const auto& [id, pieces] : plies) {
    const Pack pack = packWith(id, {{"hose-port", "right"}, {"back-panel", "foam-spacer"}});
    std::vector<Vec3> middles;
    for (const std::string& ply : pieces) {
      SCOPED_TRACE(id + " " + ply);
      const Piece* piece = findPiece(pack, ply);
      ASSERT_NE(piece, nullptr);
      const auto slit = std::find_if(piece->marks.begin(), piece->marks.end(),
                                     [](const Mark& mark) { return mark.name == "hose-port.slit-right"; });
      ASSERT_NE(slit, piece->marks.end());
      EXPECT_EQ(slit->kind, MarkKind::Drill) << "a hole, not a row of stitches";
      EXPECT_NEAR(lengthOf(slit->points), 40, 0.5);
      middles.push_back(piece->surface((slit->points.front() + slit->points.back()) / 2.0));
    }
    for (const Vec3& middle : middles)
      EXPECT_LT(glm::length((middle - middles.front()) * Vec3{1, 1, 0}), 2) << "one above the other";
    const auto edge = std::find_if(pack.stitch_lines.begin(), pack.stitch_lines.end(),
                                   [](const auto& line) { return line.id == "hose-port.slit-stitch-right"; });
    ASSERT_NE(edge, pack.stitch_lines.end());
    EXPECT_NEAR(lengthOf(pack, edge->run), 80, 0.5);
  }
}

}  // namespace
}  // namespace configurator
