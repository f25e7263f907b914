// Line art of boxes and walls: what must be seen and what hidden follows from where they stand.
#include "renderer/visible_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
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

TEST(VisibleLines, WhoeverWearsItIsNotDrawn) {
  Scene scene = test::boxScene();
  scene.geometry.nodes.front().ghost = true;
  const VisibleLines lines = visibleLines(scene.geometry, {}, 0);
  EXPECT_TRUE(lines.outlines.empty());
  EXPECT_TRUE(lines.edges.empty());
}

}  // namespace
}  // namespace renderer
