// What is left out of a picture because it cannot show, and that nothing else is.
#include "renderer/gl/hidden_triangles.h"

#include <gtest/gtest.h>

#include <glm/gtc/matrix_transform.hpp>
#include <random>

#include "renderer/draw.h"
#include "tests/renderer/scenes.h"
#include "tests/renderer/with_renderer.h"

namespace renderer::gl {
namespace {

TEST(FarthestDepths, AreTheFarthestOfARectangle) {
  // 0.1 0.2 0.3
  // 0.4 0.9 0.5
  const FarthestDepths depths({3, 2}, {0.1f, 0.2f, 0.3f, 0.4f, 0.9f, 0.5f});
  EXPECT_FLOAT_EQ(depths.within({0, 0}, {2, 0}), 0.3f);
  EXPECT_FLOAT_EQ(depths.within({0, 0}, {0, 1}), 0.4f);
  EXPECT_FLOAT_EQ(depths.within({-5, -5}, {9, 9}), 0.9f);
  EXPECT_FLOAT_EQ(depths.within({2, 1}, {7, 7}), 0.5f);
  EXPECT_FLOAT_EQ(depths.within({3, 0}, {8, 1}), -1.0f) << "outside of the map";
}

// Over any rectangle the pyramid is never nearer than a search of every texel, and no farther than the whole.
TEST(FarthestDepths, AreNeverNearerThanASearchFindsThem) {
  std::mt19937 random(20261130);
  std::uniform_real_distribution<float> depth(0, 1);
  constexpr int kWidth = 61, kHeight = 37;
  std::vector<float> texels;
  for (int i = 0; i < kWidth * kHeight; ++i) texels.push_back(depth(random));
  const FarthestDepths depths({kWidth, kHeight}, texels);
  std::uniform_int_distribution<int> across(0, kWidth - 1), up(0, kHeight - 1);
  for (int trial = 0; trial < 500; ++trial) {
    const glm::ivec2 a(across(random), up(random)), b(across(random), up(random));
    const glm::ivec2 low(std::min(a.x, b.x), std::min(a.y, b.y)),
        high(std::max(a.x, b.x), std::max(a.y, b.y));
    float searched = -1;
    for (int y = low.y; y <= high.y; ++y) {
      for (int x = low.x; x <= high.x; ++x)
        searched = std::max(searched, texels[static_cast<std::size_t>(y * kWidth + x)]);
    }
    const float found = depths.within(low, high);
    EXPECT_GE(found, searched);
    if (high.x - low.x < 4 && high.y - low.y < 4) {
      EXPECT_FLOAT_EQ(found, searched);
    }
  }
}

// A camera at the origin that looks along -z, and a map of 8 x 8 texels with a wall over its left half.
class Hidden : public testing::Test {
 protected:
  static float depthAt(float distance) {
    const glm::vec4 clip = kProjection * glm::vec4(0, 0, -distance, 1);
    return clip.z / clip.w * 0.5f + 0.5f;
  }
  static FarthestDepths wallOnTheLeft(float distance) {
    std::vector<float> texels;
    for (int i = 0; i < 64; ++i) texels.push_back(i % 8 < 4 ? depthAt(distance) : 1.0f);
    return {{8, 8}, std::move(texels)};
  }
  /// A small triangle round x, 0 at a distance; the view is as wide as twice the distance.
  static bool isHidden(float x, float distance) {
    const float at = x * distance, size = 0.01f * distance;
    const std::vector<glm::vec3> corners{
        {at - size, -size, -distance}, {at + size, -size, -distance}, {at, size, -distance}};
    return hiddenTriangles(corners, {0, 1, 2}, kProjection, wallOnTheLeft(100)).at(0);
  }
  static inline const glm::mat4 kProjection = glm::perspective(1.5707963f, 1.0f, 10.0f, 1000.0f);
};

TEST_F(Hidden, IsWhatLiesBehind) {
  EXPECT_TRUE(isHidden(-0.6f, 101));
  EXPECT_FALSE(isHidden(-0.6f, 100)) << "the wall's own triangles";
  EXPECT_FALSE(isHidden(-0.6f, 99));
  EXPECT_FALSE(isHidden(0.6f, 500)) << "beside the wall";
  EXPECT_FALSE(isHidden(-0.05f, 101)) << "nearer to the wall's edge than a texel";
}

TEST_F(Hidden, IsWhatLiesOutsideOfThePicture) {
  EXPECT_TRUE(isHidden(3.0f, 50));
  EXPECT_TRUE(isHidden(-3.0f, 50));
  EXPECT_FALSE(isHidden(1.005f, 50)) << "its margin is within";
}

TEST_F(Hidden, IsNothingThatReachesBehindTheEye) {
  const std::vector<glm::vec3> corners{{-60, 0, -101}, {-60, 1, -101}, {-60, 0, 5}};
  EXPECT_FALSE(hiddenTriangles(corners, {0, 1, 2}, kProjection, wallOnTheLeft(100)).at(0));
}

using HiddenTriangles = test::WithRenderer;
using GeometryInMotion = test::WithRenderer;

// Boxes in boxes, turned: most of it is hidden, and the picture is the same to the last pixel.
TEST_F(HiddenTriangles, AreNotMissedInAPicture) {
  Scene scene;
  for (int i = 0; i < 12; ++i) {
    const auto size = static_cast<float>(100 - 8 * i);
    Material material;
    material.color = {0.2f + 0.06f * static_cast<float>(i), 0.5f, 0.3f};
    material.two_sided = i % 2 == 0;
    if (i == 1) material.opacity = 0.5f;
    test::addPart(scene, "box" + std::to_string(i), test::boxMesh(glm::vec3(-size), glm::vec3(size)),
                  material);
    test::addPart(scene, "beside" + std::to_string(i),
                  test::wallMesh({120 + 3 * i, -60 + 9 * i, -40 * i}, {180 + 3 * i, 60, -40 * i}), material);
  }
  show(scene);
  for (const int samples : {1, 4}) {
    for (const float azimuth : {0.0f, 33.0f, 210.0f}) {
      Camera camera = frameView(StandardView::ThreeQuarter, boundsOf(scene.geometry), 4.0f / 3.0f);
      camera.azimuth_deg += azimuth;
      DrawSettings settings = test::smallPicture();
      settings.samples = samples;
      const auto without = renderer_->drawToImage(camera, settings);
      settings.leave_out_hidden = false;
      const auto with = renderer_->drawToImage(camera, settings);
      ASSERT_TRUE(without && with);
      EXPECT_TRUE(without->rgba == with->rgba) << samples << " samples, " << azimuth << " degrees";
    }
  }
}

// Only pictures of one sample show it, picking does not, and it is gone with the geometry that it stood for.
TEST_F(GeometryInMotion, StandsInWhileThePictureMoves) {
  Scene whole, half;
  test::addPart(whole, "body", test::boxMesh({-100, 0, -50}, {100, 200, 50}));
  test::addPart(half, "body", test::boxMesh({-100, 0, -50}, {0, 200, 50}));
  show(whole);
  const Camera camera = frameView(StandardView::Front, boundsOf(whole.geometry), 4.0f / 3.0f);
  DrawSettings settings = test::smallPicture();
  settings.background = Background::Dark;
  settings.ground = false;
  const auto redAt = [&](int x, int samples) {
    settings.samples = samples;
    const auto image = renderer_->drawToImage(camera, settings);
    return image ? test::pixelAt(*image, x, 90).r : -1;
  };
  const int left = redAt(90, 1), right = redAt(150, 1);
  renderer_->setGeometryInMotion(half.geometry);
  EXPECT_NEAR(redAt(90, 1), left, 8);
  EXPECT_LT(redAt(150, 1), 40) << "the backdrop";
  EXPECT_NEAR(redAt(150, 4), right, 8);
  EXPECT_EQ(renderer_->partAt(camera, 240, 180, 150, 90), "body");
  renderer_->setGeometry(whole.geometry);
  EXPECT_NEAR(redAt(150, 1), right, 8);
}

}  // namespace
}  // namespace renderer::gl
