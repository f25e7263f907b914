// The suspended mesh of whole packs: where it hangs, what holds it, and where the wearer stands then.
#include <gtest/gtest.h>

#include <cmath>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/mesh_piece.h"
#include "configurator/pack/torso.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

/// A panel loader, a roll-top and a drawcord bag with belts and without.
const std::vector<std::pair<std::string, Options>> kPacks{
    {"commuter", {{"back-panel", "mesh-suspended"}, {"frame", "framesheet"}}},
    {"commuter", {{"back-panel", "mesh-suspended"}, {"frame", "stay-pair"}, {"hip-belt", "padded"}}},
    {"endurance", {{"back-panel", "mesh-suspended"}, {"frame", "framesheet"}}},
    {"endurance",
     {{"body", "drawcord"},
      {"main-closure", "drawcord-lid"},
      {"back-panel", "mesh-suspended"},
      {"frame", "framesheet"}}}};

TEST(SuspendedMesh, NeedsAFrameThatIsBent) {
  const auto violations = violationsOf(
      programWorkshop(), designWith("commuter", {{"back-panel", "mesh-suspended"}, {"frame", "none"}}));
  ASSERT_EQ(violations.size(), 1U);
  EXPECT_EQ(violations.front().rule, "suspended-mesh-needs-frame");
}

TEST(SuspendedMesh, StandsThirtyToFiftyOffTheBackAndTheWearerBehindIt) {
  for (const auto& [id, options] : kPacks) {
    SCOPED_TRACE(id + " " + options.at("frame"));
    const Pack pack = packWith(id, options);
    const Torso torso = makeTorso(PackSize::M, pack.c7_y_mm, -pack.back_gap_mm);
    const PieceMesh mesh = meshPiece(*findPiece(pack, "back-panel.mesh"), 8);
    double farthest = 0, low = 1e9, high = -1e9;
    for (const Vec3& at : mesh.space) {
      farthest = std::max(farthest, -at.z);
      low = std::min(low, at.y);
      high = std::max(high, at.y);
      EXPECT_LT(depthInside(torso, at), 0) << at.y;
    }
    EXPECT_GT(farthest, 30);
    EXPECT_LT(farthest, 50);
    EXPECT_GT(high - low, 120);
    // Clear of the yoke strip, half of whose 60 lie below the strap anchors.
    for (const Tack& tack : pack.tacks) {
      if (tack.location != "shoulder strap anchor") continue;
      const Vec3 anchor = findPiece(pack, tack.piece)->surface(tack.at);
      EXPECT_LT(high, anchor.y - 30);
    }
  }
}

TEST(SuspendedMesh, IsCutNarrowerThanTheBandsThatStretchIt) {
  const Pack pack = packWith(kPacks[0].first, kPacks[0].second);
  const double mesh = lengthOf(pack, {{"back-panel.mesh", "top"}});
  const double band = lengthOf(pack, {{"back-panel.band-top", "bottom"}});
  EXPECT_NEAR(mesh / band, 0.985, 1e-6);
  int ends = 0;
  for (const Tack& tack : pack.tacks) ends += tack.id.rfind("back-panel.tape-tack", 0) == 0 ? 1 : 0;
  EXPECT_EQ(ends, 4);
  for (const WalkedSeam& seam : walkSeams(pack)) EXPECT_TRUE(seam.ok) << seam.seam->id;
}

TEST(SuspendedMesh, TakesNothingOffTheLitres) {
  const Pack foam = packWith("commuter", {{"frame", "framesheet"}});
  const Pack mesh = packWith(kPacks[0].first, kPacks[0].second);
  EXPECT_NEAR(mesh.capacity_l, foam.capacity_l, 0.02 * foam.capacity_l);
  EXPECT_NEAR(mesh.back_gap_mm, foam.back_gap_mm + 40, 1e-9);
}

}  // namespace
}  // namespace configurator
