// Line art of boxes and walls: what must be seen and what hidden follows from where they stand.
#include "renderer/visible_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>

#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

float lengthOf(const std::vector<Line2>& lines) {
  float length = 0;
  for (const Line2& line : lines) {
    for (std::size_t i = 1; i < line.size(); ++i) length += glm::distance(line[i - 1], line[i]);
  }
  return length;
}

TEST(VisibleLines, ABoxFromTheFrontIsItsFrontFace) {
  // 200 wide, 300 high: no line of its back is seen, and none within the face.
  const VisibleLines lines = visibleLines(test::boxScene().geometry, {}, 0);
  EXPECT_TRUE(lines.edges.empty());
  for (const Line2& line : lines.outlines) {
    for (const glm::vec2& p : line)
      EXPECT_TRUE(std::abs(std::abs(p.x) - 100) < 0.1f || std::abs(p.y) < 0.1f || std::abs(p.y - 300) < 0.1f)
          << p.x << " " << p.y;
  }
  // Front and back rim lie on each other; the back's may be drawn too where nothing but the rim covers it.
  EXPECT_GE(lengthOf(lines.outlines), 1000 - 4);
}

TEST(VisibleLines, FromTheSideTheDepthIsSeen) {
  const VisibleLines lines = visibleLines(test::boxScene().geometry, {}, 90);
  float low = 1e9f, high = -1e9f;
  for (const Line2& line : lines.outlines) {
    for (const glm::vec2& p : line) low = std::min(low, p.x), high = std::max(high, p.x);
  }
  EXPECT_NEAR(high - low, 100, 0.1f);
}

TEST(VisibleLines, AWallHasItsRimAndAGivenLineBehindItIsHidden) {
  Scene scene;
  test::addPart(scene, "wall", test::wallMesh({-50, 0, 0}, {50, 80, 0}));
  const std::vector<Line3> given{{{-30, 20, 5}, {30, 20, 5}},     // before it
                                 {{-30, 40, -5}, {30, 40, -5}},   // behind it
                                 {{-90, 60, -5}, {90, 60, -5}}};  // behind it, longer at both sides
  const VisibleLines lines = visibleLines(scene.geometry, given, 0);
  EXPECT_NEAR(lengthOf(lines.edges), 2 * (100 + 80), 1);
  EXPECT_TRUE(lines.outlines.empty());  // its diagonal is no line
  EXPECT_NEAR(lengthOf(lines.given), 60 + 2 * 40, 4);
  // From behind the contrary.
  EXPECT_NEAR(lengthOf(visibleLines(scene.geometry, given, 180).given), 60 + 180, 4);
}

/// A line that went up and came back over itself was taken for the short way between its ends.
TEST(VisibleLines, ALineThatComesBackOnItselfIsDrawn) {
  Scene scene;
  test::addPart(scene, "wall", test::wallMesh({-50, 0, 0}, {50, 80, 0}));
  const std::vector<Line3> given{{{0, 10, 5}, {0, 70, 5}, {0, 70, 6}, {0, 9.9f, 6}}};
  EXPECT_NEAR(lengthOf(visibleLines(scene.geometry, given, 0).given), 120, 1);
}

/// Half a tube round the y axis, open towards the back: eight facets with the normals of the round surface.
Mesh halfTube(float radius, float height) {
  Mesh mesh;
  for (int i = 0; i <= 8; ++i) {
    const float angle = 3.14159265f * static_cast<float>(i) / 8;
    const glm::vec3 out(std::cos(angle), 0, std::sin(angle));
    const auto at = static_cast<std::uint32_t>(mesh.positions.size());
    for (const float y : {0.0f, height}) {
      mesh.positions.push_back(radius * out + glm::vec3(0, y, 0));
      mesh.normals.push_back(out);
      mesh.uvs.emplace_back(0, 0);
    }
    if (i > 0) mesh.indices.insert(mesh.indices.end(), {at - 2, at - 1, at + 1, at - 2, at + 1, at});
  }
  return mesh;
}

TEST(VisibleLines, ARoundSurfaceTurnsAwayInOneSmoothLineNotAlongItsTriangles) {
  Scene scene;
  test::addPart(scene, "tube", halfTube(50, 100));
  // From 30 degrees the eye sees it turn away at one side, which lies 50 mm off the axis.
  const VisibleLines lines = visibleLines(scene.geometry, {}, 30);
  ASSERT_EQ(lines.outlines.size(), 1U);
  EXPECT_NEAR(lengthOf(lines.outlines), 100, 1);
  // The chord of a facet is 50 (1 - cos(pi/16)) = 0.96 mm inside of the circle.
  for (const glm::vec2& p : lines.outlines.front()) EXPECT_NEAR(std::abs(p.x), 50, 1);
}

/// Cloth sewn on and cloth underneath differ by less than their triangles stray.
TEST(VisibleLines, APatchOnTopHasItsWholeRimAndOneUnderneathHasNone) {
  for (const float lift : {0.3f, -0.3f}) {
    Scene scene;
    test::addPart(scene, "wall", test::wallMesh({-50, 0, 0}, {50, 80, 0}));
    Mesh patch = test::wallMesh({-20, 20, 0}, {20, 60, 0});
    // One corner of it has strayed into the wall: near that alone nobody can tell.
    for (std::size_t i = 0; i < patch.positions.size(); ++i) patch.positions[i].z = i == 0 ? 0 : lift;
    test::addPart(scene, "patch", patch);
    const float rim = 2 * (100 + 80);
    const float seen = lengthOf(visibleLines(scene.geometry, {}, 0).edges);
    if (lift > 0)
      EXPECT_NEAR(seen, rim + 4 * 40, 2);
    else
      EXPECT_LT(seen, rim + 2 * 40);
  }
}

TEST(VisibleLines, WhoeverWearsItIsNotDrawn) {
  Scene scene = test::boxScene();
  scene.geometry.nodes.front().ghost = true;
  const VisibleLines lines = visibleLines(scene.geometry, {}, 0);
  EXPECT_TRUE(lines.outlines.empty());
  EXPECT_TRUE(lines.edges.empty());
}

}  // namespace
}  // namespace renderer
