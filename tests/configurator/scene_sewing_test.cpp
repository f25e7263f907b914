// Sewing in the picture: where it lies and what it belongs to. Distances are reckoned here over all
// triangles, with nothing of the code under test.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "configurator/pack/pack_scene.h"
#include "configurator/pack/pack_scene_exploded.h"
#include "configurator/pack/sewn_rows.h"
#include "configurator/session/figures.h"
#include "configurator/session/pictures.h"
#include "renderer/weave_tile.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

constexpr const char* kTemplates[] = {"commuter", "modular", "lightweight", "endurance", "eco-tourism"};

Pack packOf(const std::string& id) {
  return figuresOf(programWorkshop(), templateDesign(id)).value().pack.value();
}

PackScene sceneOf(const Pack& pack, const SceneDetail& detail = {}) {
  return buildScene(pack, programWorkshop().models, detail);
}

const renderer::Mesh& meshOf(const PackScene& scene, const renderer::Node& node) {
  return scene.geometry.meshes[node.mesh];
}

/// The part that a decal lies on.
const renderer::Node* partUnder(const PackScene& scene, const renderer::Node& decal) {
  for (const renderer::Node& node : scene.geometry.nodes)
    if (!node.decal && node.part_id == decal.part_id) return &node;
  return nullptr;
}

/// How far a point is from a triangle's plane, where it lies over the triangle; else from its corners.
float awayFrom(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c) {
  const glm::vec3 normal = glm::cross(b - a, c - a);
  const float twice = glm::dot(normal, normal);
  if (twice > 0) {
    const float u = glm::dot(glm::cross(c - b, p - b), normal),
                v = glm::dot(glm::cross(a - c, p - c), normal),
                w = glm::dot(glm::cross(b - a, p - a), normal);
    if (u >= 0 && v >= 0 && w >= 0) return std::abs(glm::dot(p - a, normal)) / std::sqrt(twice);
  }
  const auto toEdge = [&](const glm::vec3& from, const glm::vec3& to) {
    const glm::vec3 along = to - from;
    const float share =
        std::clamp(glm::dot(p - from, along) / std::max(1e-9f, glm::dot(along, along)), 0.0f, 1.0f);
    return glm::distance(p, from + share * along);
  };
  return std::min(toEdge(a, b), std::min(toEdge(b, c), toEdge(c, a)));
}

float awayFrom(const glm::vec3& p, const renderer::Mesh& mesh) {
  float least = 1e9f;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
    least = std::min(least, awayFrom(p, mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]],
                                     mesh.positions[mesh.indices[i + 2]]));
  return least;
}

TEST(Sewing, LiesWithinHalfAMillimetreOfThePartThatItIsPickedAs) {
  for (const char* id : kTemplates) {
    for (const double fill : {kNominalFill, 0.3}) {
      SCOPED_TRACE(std::string(id) + " filled " + std::to_string(fill));
      const PackScene scene = sceneOf(packOf(id), {SceneLevel::Still, fill});
      std::size_t decals = 0;
      for (const renderer::Node& node : scene.geometry.nodes) {
        if (!node.decal) continue;
        ++decals;
        const renderer::Node* part = partUnder(scene, node);
        ASSERT_NE(part, nullptr) << node.part_id;
        const renderer::Mesh& thread = meshOf(scene, node);
        // Its middle: where a bartack lies across an edge, a side of it has nothing under it.
        for (std::size_t i = 0; i + 1 < thread.positions.size(); i += 8)
          EXPECT_LE(awayFrom((thread.positions[i] + thread.positions[i + 1]) / 2.0f, meshOf(scene, *part)),
                    0.5f)
              << node.part_id;
        EXPECT_EQ(scene.looks[node.slot], kThreadLook);
      }
      EXPECT_GT(decals, 3u);
    }
  }
}

/// Bartacks on these parts, and those of their points that have nothing of the part under them.
struct Tacked {
  std::size_t points = 0, in_the_air = 0;
};
Tacked tackedOn(const PackScene& scene, const std::string& part_ids) {
  // Thread lies 0.25 mm above, and its middle up to half a millimetre off the triangles that are drawn.
  constexpr float kNear_mm = 0.6f;
  Tacked found;
  for (const renderer::Node& node : scene.geometry.nodes) {
    const renderer::Node* part = node.decal ? partUnder(scene, node) : nullptr;
    if (part == nullptr || node.part_id.rfind(part_ids, 0) != 0) continue;
    const renderer::Mesh& thread = meshOf(scene, node);
    for (std::size_t i = 0; i < thread.positions.size(); ++i) {
      const float from_tack_row = std::abs(thread.uvs[i].y - renderer::kTackV_mm);
      if (from_tack_row > static_cast<float>(kBartack_mm)) continue;
      ++found.points;
      if (awayFrom(thread.positions[i], meshOf(scene, *part)) > kNear_mm) ++found.in_the_air;
    }
  }
  return found;
}

/// A pocket with bellows has a bartack at either end of its mouth, at the corner of its panel: half of it
/// hung in the air.
TEST(Sewing, BartacksAtTheCornersOfBellowsPocketsHaveClothUnderThem) {
  std::size_t pockets = 0;
  for (const char* id : {"medical", "modular", "field-research", "humanitarian-aid", "security"}) {
    const Pack pack = packOf(id);
    const PackScene scene = sceneOf(pack, {});
    for (const Piece& piece : pack.pieces) {
      const std::size_t end = piece.id.rfind(".bellows");
      if (end == std::string::npos) continue;
      SCOPED_TRACE(std::string(id) + " " + piece.id);
      const Tacked tacked = tackedOn(scene, piece.id.substr(0, end + 1));
      EXPECT_EQ(tacked.in_the_air, 0u) << "of " << tacked.points;
      if (tacked.points > 0) ++pockets;
    }
  }
  EXPECT_GT(pockets, 2u);
}

/// The badge of the commuter is held all round, 2 mm inside its rim: four rows of its size less 4 mm.
TEST(Sewing, RunsAllRoundABadge) {
  const Pack pack = packOf("commuter");
  ASSERT_FALSE(pack.artwork.empty());
  const Artwork& badge = pack.artwork.front();
  const std::vector<SewnRow> rows = sewnRows(pack);
  const auto row = std::find_if(rows.begin(), rows.end(),
                                [&](const SewnRow& one) { return one.assembly == "branding" && !one.dense; });
  ASSERT_NE(row, rows.end());
  EXPECT_EQ(row->piece->id, badge.piece);
  EXPECT_NEAR(lengthOf(row->line), 2 * (badge.width_mm - 4 + badge.height_mm - 4), 0.1);
  const Box2 box = boxOf(row->line);
  EXPECT_NEAR(box.low.x, badge.at.x + 2, 0.1);
  EXPECT_NEAR(box.high.y, badge.at.y + badge.height_mm - 2, 0.1);
}

/// An edge stitch is 2 mm inside the edge of the pocket that it holds, the second row of a double needle a
/// quarter of an inch further in; where a corner is mitred a point may be elsewhere.
TEST(Sewing, FollowsItsEdgeAtTheTradesDistance) {
  std::size_t points = 0, at_corners = 0, second_rows = 0;
  const Pack pack = packOf("commuter");
  for (const SewnRow& row : sewnRows(pack)) {
    if (row.mate == nullptr || row.line.size() < 5) continue;
    const Polyline outline = outlineOf(*row.piece);
    for (std::size_t i = 1; i + 1 < row.line.size(); ++i) {
      const double inside = distanceTo(outline, row.line[i]);
      const bool first = std::abs(inside - 2) < 0.05, second = std::abs(inside - 2 - 25.4 / 4) < 0.1;
      ++points;
      if (second) ++second_rows;
      if (!first && !second) ++at_corners;
      EXPECT_LT(inside, 8.5) << row.piece->id;
    }
  }
  EXPECT_GT(points, 1000u);
  EXPECT_GT(second_rows, 0u);
  EXPECT_LT(at_corners, points / 100);
}

TEST(Sewing, KeepsToItsShareOfAStillAndIsLeftOutOfWhatMoves) {
  for (const char* id : kTemplates) {
    const Pack pack = packOf(id);
    std::size_t thread = 0;
    const PackScene still = sceneOf(pack), moving = sceneOf(pack, {SceneLevel::Moving});
    for (const renderer::Node& node : still.geometry.nodes)
      if (node.decal) thread += meshOf(still, node).indices.size() / 3;
    EXPECT_GT(thread, 100u) << id;
    EXPECT_LE(thread, kMostThread) << id;
    for (const renderer::Node& node : moving.geometry.nodes) EXPECT_FALSE(node.decal) << id;
  }
}

/// Thread of another colour shows in a picture from the front, and nothing else changes where it is not.
TEST(Sewing, ShowsInTheThreadsColour) {
  const Design design = templateDesign("commuter");
  DesignColorway plain = design.colorways.front(), loud = plain;
  loud.colors["thread"].srgb = "#ff00ff";
  auto studio = PictureStudio::make();
  ASSERT_TRUE(studio.has_value()) << studio.error().message;
  PictureRequest request{"front", 1200, 900};
  (*studio)->show(programWorkshop(), sceneOf(packOf("commuter")), plain);
  const renderer::Image before = (*studio)->draw(request).value();
  (*studio)->recolor(programWorkshop(), loud);
  const renderer::Image after = (*studio)->draw(request).value();
  std::size_t changed = 0, magenta = 0;
  for (std::size_t i = 0; i < before.rgba.size(); i += 4) {
    const int green = after.rgba[i + 1], red = after.rgba[i], blue = after.rgba[i + 2];
    if (std::abs(before.rgba[i] - red) > 8) ++changed;
    if (red > green + 40 && blue > green + 40) ++magenta;
  }
  EXPECT_GT(magenta, 500u);
  EXPECT_LT(changed, before.rgba.size() / 4 / 20) << "thread is thin";
}

TEST(Sewing, MovesApartWithItsPart) {
  const Pack pack = packOf("modular");
  const PackScene scene = sceneOf(pack);
  const auto parts = looseParts(pack, scene.geometry, {});
  const std::vector<glm::vec3> moves = movesOf(parts, scene.geometry.nodes.size());
  for (std::size_t i = 0; i < scene.geometry.nodes.size(); ++i) {
    const renderer::Node& node = scene.geometry.nodes[i];
    if (!node.decal) continue;
    const auto part = static_cast<std::size_t>(partUnder(scene, node) - scene.geometry.nodes.data());
    EXPECT_EQ(moves[i], moves[part]) << node.part_id;
  }
}

}  // namespace
}  // namespace configurator
