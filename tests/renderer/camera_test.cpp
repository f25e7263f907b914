// Views and framing. Expected pixels are measured on the picture, not computed by the camera.
#include "renderer/camera.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <glm/vec4.hpp>

#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

struct Extent {
  int left = 1 << 20, right = -1, top = 1 << 20, bottom = -1;
  double height() const { return bottom - top + 1; }
  double width() const { return right - left + 1; }
};

// The pixels that the solid covers: the ground's shade never covers fully.
Extent solidPixels(const Image& image) {
  Extent extent;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (test::pixelAt(image, x, y).a < 250) continue;
      extent.left = std::min(extent.left, x);
      extent.right = std::max(extent.right, x);
      extent.top = std::min(extent.top, y);
      extent.bottom = std::max(extent.bottom, y);
    }
  }
  return extent;
}

Extent framed(StandardView view, const Scene& scene, int width, int height) {
  DrawSettings settings = test::smallPicture();
  settings.width = width;
  settings.height = height;
  settings.background = Background::Transparent;
  const float aspect = static_cast<float>(width) / static_cast<float>(height);
  return solidPixels(test::drawn(scene, frameView(view, boundsOf(scene.geometry), aspect), settings));
}

TEST(FrameView, FillsSeventyPercentOfTheHeightWithATallBox) {
  const Extent extent = framed(StandardView::Front, test::boxScene(), 600, 400);
  EXPECT_NEAR(extent.height() / 400.0, 0.70, 0.01);
  EXPECT_NEAR((extent.left + extent.right) / 2.0, 299.5, 1.5);
  EXPECT_NEAR((extent.top + extent.bottom) / 2.0, 199.5, 1.5);
}

TEST(FrameView, FillsSeventyPercentOfTheWidthWhereTheWidthBinds) {
  Scene scene;
  test::addPart(scene, "strap", test::boxMesh({-400, 0, -5}, {400, 40, 5}));
  EXPECT_NEAR(framed(StandardView::Front, scene, 300, 400).width() / 300.0, 0.70, 0.01);
}

TEST(FrameView, KeepsABoxNearSeventyPercentFromEverySide) {
  for (const StandardView view : {StandardView::Back, StandardView::Left, StandardView::Right,
                                  StandardView::Top, StandardView::ThreeQuarter}) {
    const Extent extent = framed(view, test::boxScene(), 400, 400);
    EXPECT_NEAR(std::max(extent.height(), extent.width()) / 400.0, 0.70, 0.02);
  }
}

TEST(FrameView, LooksAtNothingWithoutComplaint) {
  const Camera camera = frameView(StandardView::Front, Bounds{}, 1.5f);
  EXPECT_GT(camera.distance_mm, 0.0f);
}

// A wall at x = +100 only: from the right it faces the camera and is seen; the word "right" means +x.
TEST(StandardViews, LookFromTheNamedSide) {
  Scene scene;
  Material red;
  red.color = {1, 0, 0};
  red.two_sided = false;
  Material blue = red;
  blue.color = {0, 0, 1};
  test::addPart(scene, "front", test::wallMesh({-50, 0, 60}, {50, 100, 0}), red);
  test::addPart(scene, "back", test::boxMesh({-50, 0, -60}, {50, 100, 50}), blue);
  const auto colorFrom = [&](StandardView view) {
    const Camera camera = frameView(view, boundsOf(scene.geometry), 4.0f / 3.0f);
    return test::pixelAt(test::drawn(scene, camera, test::smallPicture()), 120, 90);
  };
  EXPECT_GT(colorFrom(StandardView::Front).r, colorFrom(StandardView::Front).b);
  EXPECT_LT(colorFrom(StandardView::Back).r, colorFrom(StandardView::Back).b);
}

// By hand: azimuth 90 stands on +x, so a point with greater x lies nearer; view space looks along -z.
TEST(ViewMatrix, PutsTheEyeAtAzimuthAndElevation) {
  Camera camera;
  camera.azimuth_deg = 90.0f;
  camera.elevation_deg = 0.0f;
  camera.distance_mm = 1000.0f;
  const glm::vec4 seen = viewMatrix(camera) * glm::vec4(100.0f, 20.0f, -30.0f, 1.0f);
  EXPECT_NEAR(seen.x, 30.0f, 1e-3f);
  EXPECT_NEAR(seen.y, 20.0f, 1e-3f);
  EXPECT_NEAR(seen.z, -900.0f, 1e-3f);
}

TEST(ParseStandardView, KnowsSevenNamesAndNoOther) {
  for (const char* name : {"front", "back", "left", "right", "top", "three-quarter", "worn"}) {
    EXPECT_TRUE(parseStandardView(name).has_value()) << name;
  }
  EXPECT_FALSE(parseStandardView("Front").has_value());
  EXPECT_FALSE(parseStandardView("").has_value());
}

TEST(FrameView, LooksAtAWornPackFromBehindAShoulderAndFillsMoreOfThePicture) {
  const Camera worn = frameView(StandardView::Worn, boundsOf(test::boxScene().geometry), 1.0f);
  EXPECT_GT(worn.azimuth_deg, 0.0f) << "0 looks at what points away from the wearer";
  EXPECT_LT(worn.azimuth_deg, 90.0f);
  EXPECT_GT(worn.elevation_deg, frameView(StandardView::ThreeQuarter, Bounds{}, 1.0f).elevation_deg);
  const Extent extent = framed(StandardView::Worn, test::boxScene(), 400, 400);
  EXPECT_NEAR(std::max(extent.height(), extent.width()) / 400.0, 0.80, 0.02);
}

TEST(Turntable, GoesRoundAtOneDistanceAndHoldsTheSceneFromEverywhere) {
  const Scene scene = test::boxScene();
  const Bounds bounds = boundsOf(scene.geometry);
  const std::vector<Camera> cameras = turntable(StandardView::ThreeQuarter, bounds, 1.5f, 8);
  ASSERT_EQ(cameras.size(), 8u);
  const glm::vec3 middle = 0.5f * (bounds.min + bounds.max);
  for (std::size_t i = 0; i < cameras.size(); ++i) {
    const Camera& camera = cameras[i];
    EXPECT_EQ(camera.azimuth_deg, cameras[0].azimuth_deg - 45.0f * static_cast<float>(i));
    EXPECT_EQ(camera.distance_mm, cameras[0].distance_mm);
    EXPECT_EQ(camera.target, middle);
    const glm::mat4 project = projectionMatrix(camera, 1.5f, bounds) * viewMatrix(camera);
    for (int corner = 0; corner < 8; ++corner) {
      const glm::vec3 p(corner & 1 ? bounds.min.x : bounds.max.x, corner & 2 ? bounds.min.y : bounds.max.y,
                        corner & 4 ? bounds.min.z : bounds.max.z);
      const glm::vec4 seen = project * glm::vec4(p, 1.0f);
      EXPECT_LT(std::max(std::abs(seen.x), std::abs(seen.y)), 0.9f * seen.w) << i;
    }
  }
  EXPECT_EQ(cameras[0].azimuth_deg, frameView(StandardView::ThreeQuarter, bounds, 1.5f).azimuth_deg);
}

TEST(BoundsOf, LeavesGhostsOutAndAppliesTransforms) {
  Scene scene = test::boxScene();
  scene.geometry.nodes[0].transform[3] = glm::vec4(10, 20, 30, 1);
  Node ghost = scene.geometry.nodes[0];
  ghost.ghost = true;
  ghost.transform[3] = glm::vec4(5000, 0, 0, 1);
  scene.geometry.nodes.push_back(ghost);
  const Bounds bounds = boundsOf(scene.geometry);
  EXPECT_EQ(bounds.min, glm::vec3(-90, 20, -20));
  EXPECT_EQ(bounds.max, glm::vec3(110, 320, 80));
}

}  // namespace
}  // namespace renderer
