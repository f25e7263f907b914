// Packs drawn fuller or emptier than they are reckoned: what moves, what stays, how much cloth and room there
// is. Volumes and areas are summed from triangles of the pieces, which the map knows nothing of.
#include "configurator/pack/fill_shape.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "configurator/pack/mesh_piece.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/session/session.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

struct Bag {
  std::string name, template_id;
  std::vector<KeyValue> edits;
};

/// All bodies, the drawcord with each of its closures, with and without a frame.
const std::vector<Bag>& bags() {
  static const std::vector<Bag> kBags{
      {"panel loader", "eco-tourism", {}},
      {"panel loader with a frame", "field-research", {}},
      {"wide panel loader", "medical", {}},
      {"clamshell", "eco-tourism", {{"body", "clamshell"}}},
      {"roll-top", "endurance", {}},
      {"drawcord with a lid", "eco-tourism", {{"body", "drawcord"}, {"main-closure", "drawcord-lid"}}},
      {"drawcord with a flap", "eco-tourism", {{"body", "drawcord"}, {"main-closure", "buckle-flap"}}},
      {"drawcord", "eco-tourism", {{"body", "drawcord"}, {"main-closure", "drawcord"}}},
      {"vest", "hydration", {}},
  };
  return kBags;
}

Pack packOf(const Bag& bag) {
  Session session(programWorkshop());
  must(session.startFrom(bag.template_id, "2026-03-02").has_value());
  must(bag.edits.empty() || session.applyAll(bag.edits).has_value());
  if (!session.figures().pack) throw std::runtime_error(bag.name + " has no pack");
  return *session.figures().pack;
}

class Fill : public testing::TestWithParam<Bag> {
 protected:
  const Pack pack_ = packOf(GetParam());

  bool isVest() const { return pack_.construction == "vest"; }
  const Piece& piece(const std::string& name) const {
    const Piece* found = findPiece(pack_, "body." + name);
    if (found == nullptr) throw std::runtime_error("no piece " + name);
    return *found;
  }
  PieceMesh meshAt(const Piece& piece, double fill) const {
    PieceMesh mesh = meshPiece(piece, 9);
    if (const FillMap map = fillMap(pack_, fill)) mesh = movedMesh(std::move(mesh), map);
    return mesh;
  }
  double litresAt(double fill) const {
    std::vector<PieceMesh> shell;
    for (const std::string& id : pack_.compartments.front().shell)
      if (const Piece* found = findPiece(pack_, id)) shell.push_back(meshAt(*found, fill));
    return enclosedVolume(shell) / 1e6;
  }
};

TEST_P(Fill, NominalFillMovesNothing) {
  EXPECT_FALSE(fillMap(pack_, kNominalFill));
}

TEST_P(Fill, WhatThePackHoldsGrowsWithTheFillAboutInProportion) {
  const double nominal = litresAt(1);
  double last = 0;
  for (const double fill : {0.0, 0.25, 0.5, 0.75, 1.0, 1.15}) {
    const double part = litresAt(fill) / nominal;
    EXPECT_GT(part, last) << fill;
    last = part;
    if (fill == 0) {
      EXPECT_LT(part, 0.33);
    }
    if (fill > 0 && fill < 1) {
      EXPECT_NEAR(part, 0.1 + 0.9 * fill, 0.17) << fill;
    }
  }
  EXPECT_LT(last, 1.25);
}

// What folds, shears and sags loses some of its area in space; nothing may be stretched like rubber.
TEST_P(Fill, ClothKeepsAboutItsAreaWhenHalfFull) {
  for (const Piece& part : pack_.pieces) {
    // A lid's pocket is emptied too, and a collar sinks into its own folds.
    if (!part.is_body || part.id.find("lid-") != std::string::npos || part.id == "body.collar") continue;
    const PieceMesh nominal = meshAt(part, 1), half = meshAt(part, 0.5);
    const double kept = spaceArea(half) / spaceArea(nominal);
    EXPECT_GT(kept, 0.84) << part.id;
    EXPECT_LT(kept, 1.08) << part.id;
  }
}

TEST_P(Fill, AStuffedPackStretchesItsClothByLittle) {
  for (const Piece& part : pack_.pieces) {
    if (!part.is_body || part.id.find("lid-") != std::string::npos) continue;
    EXPECT_NEAR(spaceArea(meshAt(part, kStuffed)) / spaceArea(meshAt(part, 1)), 1, 0.09) << part.id;
  }
}

TEST_P(Fill, WhatLiesOnTheWearerStays) {
  for (const double fill : {0.0, 0.6, 1.15}) {
    const FillMap map = fillMap(pack_, fill);
    const Piece& back = piece(isVest() ? "back-outer" : "back");
    for (const Vec3& at : meshPiece(back, 30).space) {
      // Above the strap anchors a back without a frame gives way.
      if (at.y > pack_.c7_y_mm - 65 && !isVest()) continue;
      // Where a wrap or a back turns round a corner into the sides it goes with them.
      if (at.z > 0.5 && !isVest()) continue;
      // Where a vest's cloth ends, how high it lies itself is known less well.
      EXPECT_LT(glm::distance(map(at), at), isVest() ? 3 : 1)
          << fill << " " << at.x << " " << at.y << " " << at.z;
    }
    EXPECT_EQ(map({0, 100, -30}), (Vec3{0, 100, -30})) << fill;
  }
}

TEST_P(Fill, LayersKeepTheirOrderFromBackToFront) {
  if (isVest()) return;
  const FillMap map = fillMap(pack_, 0);
  for (const double y : {60.0, 150.0, 240.0}) {
    double last = -1;
    for (double z = 0; z < 300; z += 2) {
      const double now = map({0, y, z}).z;
      EXPECT_GT(now, last) << y << " " << z;
      last = now;
    }
  }
}

TEST_P(Fill, AFillNearNominalLooksNearlyNominal) {
  const FillMap map = fillMap(pack_, 0.999);
  for (const Piece& part : pack_.pieces) {
    if (!part.is_body) continue;
    for (const Vec3& at : meshPiece(part, 40).space) EXPECT_LT(glm::distance(map(at), at), 10) << part.id;
  }
}

TEST_P(Fill, TheSameFillMakesTheSameTriangles) {
  const PackScene once = buildScene(pack_, programWorkshop().models, {SceneLevel::Moving, 0.4});
  const PackScene again = buildScene(pack_, programWorkshop().models, {SceneLevel::Moving, 0.4});
  const PackScene nominal = buildScene(pack_, programWorkshop().models, {SceneLevel::Moving});
  ASSERT_EQ(once.geometry.meshes.size(), nominal.geometry.meshes.size());
  for (std::size_t i = 0; i < once.geometry.meshes.size(); ++i) {
    EXPECT_EQ(once.geometry.meshes[i].positions, again.geometry.meshes[i].positions);
    EXPECT_EQ(once.geometry.meshes[i].normals, again.geometry.meshes[i].normals);
    EXPECT_EQ(once.geometry.nodes[i].part_id, nominal.geometry.nodes[i].part_id);
  }
}

INSTANTIATE_TEST_SUITE_P(Bodies, Fill, testing::ValuesIn(bags()), [](const auto& bag) {
  std::string name = bag.param.name;
  for (char& letter : name)
    if (letter == ' ' || letter == '-') letter = '_';
  return name;
});

TEST(FillOfStrips, AGussetIsAsLongFromSeamToSeamAsItWasCut) {
  const Pack pack = packOf(bags().front());
  const FillMap map = fillMap(pack, 0.5);
  const Piece* gusset = findPiece(pack, "body.bottom-gusset");
  ASSERT_NE(gusset, nullptr);
  // Its flat lies along x about its middle, y from back to front; both halves of it run up a side.
  const Polyline outline = outlineOf(*gusset);
  double length = 0;
  for (const Vec2& p : outline) length = std::max(length, p.x);
  for (const double x : {0.15, 0.2, 0.5, 0.8, 0.85}) {
    double sum = 0, cut = 0;
    Vec3 last{0, 0, 0}, flat{0, 0, 0};
    constexpr int kSteps = 80;
    for (int i = 0; i <= kSteps; ++i) {
      const Vec3 nominal = gusset->surface({x * length, 130.0 * i / kSteps - 65});
      const Vec3 now = map(nominal);
      if (i > 0) {
        sum += glm::distance(now, last);
        cut += glm::distance(nominal, flat);
      }
      last = now;
      flat = nominal;
    }
    EXPECT_NEAR(sum / cut, 1, 0.06) << x;
  }
}

TEST(FillOfStrips, ABuckleTurnsWithItsClothAndKeepsItsSize) {
  const Pack pack = packOf(bags().front());
  const ModelShape buckle{"side-release-buckle", {120, 60, 80}, {0, 0, 1}, {1, 0, 0}, 1.25};
  const Shape::Drawn moved = movedShape(buckle, fillMap(pack, 0.3));
  const auto& now = std::get<ModelShape>(moved);
  EXPECT_EQ(now.scale, buckle.scale);
  EXPECT_NEAR(glm::length(now.along), 1, 1e-9);
  EXPECT_NEAR(glm::length(now.outward), 1, 1e-9);
  EXPECT_GT(glm::distance(now.at, buckle.at), 5);
}

}  // namespace
}  // namespace configurator
