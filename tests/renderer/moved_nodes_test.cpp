// Nodes that move where they stand: pictures and picking follow, nothing is uploaded again.
#include <gtest/gtest.h>

#include <stdexcept>

#include "renderer/draw.h"
#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

TEST(MovedNodes, ArePickedWhereTheyStandAndReturnToTheirPlaces) {
  auto context = OffscreenContext::make();
  if (!context) GTEST_SKIP() << context.error().message;
  auto renderer = Renderer::make();
  ASSERT_TRUE(renderer.has_value());
  Scene scene;
  test::addPart(scene, "low", test::boxMesh({-50, 0, -50}, {50, 100, 50}));
  test::addPart(scene, "high", test::boxMesh({-50, 200, -50}, {50, 300, 50}));
  (*renderer)->setGeometry(scene.geometry);
  (*renderer)->setAppearance(scene.appearance);
  const Camera camera = frameView(StandardView::Front, boundsOf(scene.geometry), 240.0f / 180);
  const auto at = [&](int x, int y) { return (*renderer)->partAt(camera, 240, 180, x, y); };
  const auto uploads = (*renderer)->counters().geometry_uploads;
  EXPECT_EQ(at(120, 130), "low");
  EXPECT_EQ(at(120, 48), "high");
  // 300 mm fill 70 % of 180 pixels: 100 mm are 42 pixels.
  (*renderer)->moveNodes({{100, 0, 0}, {-100, 0, 0}});
  EXPECT_EQ(at(120, 130), "");
  EXPECT_EQ(at(162, 130), "low");
  EXPECT_EQ(at(78, 48), "high");
  (*renderer)->moveNodes({{0, 0, 0}, {0, 0, 0}});
  EXPECT_EQ(at(120, 130), "low");
  EXPECT_EQ((*renderer)->counters().geometry_uploads, uploads);
}

TEST(MovedNodes, AMoveForEveryNodeIsAPromise) {
  auto context = OffscreenContext::make();
  if (!context) GTEST_SKIP() << context.error().message;
  auto renderer = Renderer::make();
  ASSERT_TRUE(renderer.has_value());
  (*renderer)->setGeometry(test::boxScene().geometry);
  EXPECT_THROW((*renderer)->moveNodes({}), std::logic_error);
}

}  // namespace
}  // namespace renderer
