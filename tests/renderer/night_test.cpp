// Night pictures: what a lamp at the eye gets back from tape and from cloth, and the area an onlooker sees.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "renderer/draw.h"
#include "renderer/retroreflection.h"
#include "tests/renderer/scenes.h"
#include "tests/renderer/with_renderer.h"

namespace renderer {
namespace {

using test::Pixel;
using test::pixelAt;

// The least that EN ISO 20471 (table 4) asks of tape, cd/(lx m2), at an observation angle of 12 minutes.
TEST(Retroreflection, ReturnsWhatTheStandardAsksForAtItsEntranceAngles) {
  struct Asked {
    float entrance_deg, returned;
  };
  for (const auto& [angle, returned] : {Asked{5, 330}, Asked{20, 290}, Asked{30, 180}, Asked{40, 65}}) {
    EXPECT_NEAR(returnedShare(angle), returned / 330, 0.03f) << angle;
  }
}

TEST(Retroreflection, FallsWithTheEntranceAngleAndEnds) {
  for (float angle = 0; angle < 80; angle += 1) EXPECT_GE(returnedShare(angle), returnedShare(angle + 1));
  EXPECT_EQ(returnedShare(0), 1.0f);
  EXPECT_EQ(returnedShare(kReturnEnd_deg), 0.0f);
}

double linear(int channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const Pixel& pixel) {
  return 0.2126 * linear(pixel.r) + 0.7152 * linear(pixel.g) + 0.0722 * linear(pixel.b);
}

/// Two walls of one colour side by side: tape to the left, cloth to the right.
Scene tapeAndCloth() {
  Scene scene;
  Material cloth;
  cloth.color = {0.8f, 0.8f, 0.8f};
  Material tape = cloth;
  tape.retroreflective = true;
  test::addPart(scene, "tape", test::wallMesh({-100, 0, 0}, {-2, 100, 0}), tape);
  test::addPart(scene, "cloth", test::wallMesh({2, 0, 0}, {100, 100, 0}), cloth);
  return scene;
}

Camera lookingAt(const glm::vec3& target, float azimuth_deg, float distance_mm) {
  Camera camera;
  camera.target = target;
  camera.azimuth_deg = azimuth_deg;
  camera.elevation_deg = 0;
  camera.distance_mm = distance_mm;
  camera.field_of_view_deg = 2;
  return camera;
}

const glm::vec3 kTape{-50, 50, 0}, kCloth{50, 50, 0};

class Night : public test::WithRenderer {
 protected:
  /// What comes from the middle of the picture.
  double lightFrom(const Camera& camera, bool headlamp = true) {
    DrawSettings settings = test::smallPicture();
    settings.light = Light::Night;
    settings.headlamp = headlamp;
    settings.background = Background::Transparent;  // no glow
    auto image = renderer_->drawToImage(camera, settings);
    if (!image) throw std::runtime_error(image.error().message);
    return luminance(pixelAt(*image, 120, 90));
  }

  double areaFrom(float azimuth_deg) {
    double sum = 0;
    for (const auto& [part, area] : renderer_->retroreflectiveAreas(azimuth_deg)) sum += area;
    return sum;
  }
};

TEST_F(Night, TheLampMakesTapeShineAndLeavesClothInTheDark) {
  show(tapeAndCloth());
  const double tape = lightFrom(lookingAt(kTape, 0, 2000));
  const double cloth = lightFrom(lookingAt(kCloth, 0, 2000));
  EXPECT_GT(tape, 0.6);
  EXPECT_LT(cloth, 0.06);
}

TEST_F(Night, WithTheLampOffTapeIsAsBrightAsClothOfItsColour) {
  show(tapeAndCloth());
  for (const float azimuth : {0.0f, 40.0f, 75.0f}) {
    const double tape = lightFrom(lookingAt(kTape, azimuth, 2000), false);
    const double cloth = lightFrom(lookingAt(kCloth, azimuth, 2000), false);
    EXPECT_GT(cloth, 0.0);
    EXPECT_NEAR(tape, cloth, 0.05 * cloth) << azimuth;
  }
}

// Far enough away for the picture not to clip: there the tape's light is in the measure of what comes back.
TEST_F(Night, TapeFallsAwayWithTheEntranceAngle) {
  show(tapeAndCloth());
  const auto returned = [&](float azimuth) {
    return lightFrom(lookingAt(kTape, azimuth, 5000)) - lightFrom(lookingAt(kTape, azimuth, 5000), false);
  };
  const double straight = returned(0);
  ASSERT_GT(straight, 0.2);
  EXPECT_NEAR(returned(30) / straight, 180.0 / 330, 0.06);
  EXPECT_NEAR(returned(40) / straight, 65.0 / 330, 0.06);
  EXPECT_LT(returned(76) / straight, 0.01);
}

TEST_F(Night, LightFallsWithTheSquareOfTheDistance) {
  show(tapeAndCloth());
  const auto returned = [&](float distance) {
    return lightFrom(lookingAt(kTape, 0, distance)) - lightFrom(lookingAt(kTape, 0, distance), false);
  };
  EXPECT_NEAR(returned(6000) / returned(4500), 4.5 * 4.5 / 36.0, 0.04);
  // From nearer than 2 m the eye is used to it.
  EXPECT_NEAR(returned(1000), returned(2000), 0.02);
}

TEST_F(Night, TheBackOfATapeReturnsNothing) {
  show(tapeAndCloth());
  const double back = lightFrom(lookingAt(kTape, 180, 2000));
  EXPECT_NEAR(back, lightFrom(lookingAt(kCloth, 180, 2000)), 0.05 * back);
}

TEST_F(Night, TheStreetIsDarkAndTheTapeGlows) {
  show(tapeAndCloth());
  DrawSettings settings = test::smallPicture();
  settings.light = Light::Night;
  Camera camera = frameView(StandardView::Night, boundsOf(tapeAndCloth().geometry), 4.0f / 3.0f);
  const auto image = renderer_->drawToImage(camera, settings);
  ASSERT_TRUE(image);
  for (const auto& [x, y] : {std::pair{2, 2}, std::pair{237, 177}, std::pair{2, 177}}) {
    const Pixel pixel = pixelAt(*image, x, y);
    EXPECT_LT(luminance(pixel), 0.05) << x << " " << y;
    EXPECT_EQ(pixel.a, 255);
  }
}

TEST_F(Night, TheVisibleAreaOfAWallIsItsProjection) {
  show(tapeAndCloth());  // the tape is 98 x 100
  EXPECT_NEAR(areaFrom(0), 9800, 50);
  EXPECT_NEAR(areaFrom(45), 9800 * std::numbers::sqrt2 / 2, 70);
  EXPECT_NEAR(areaFrom(315), 9800 * std::numbers::sqrt2 / 2, 70);
  EXPECT_EQ(areaFrom(180), 0);
}

TEST_F(Night, WhatStandsBeforeATapeHidesIt) {
  Scene scene = tapeAndCloth();
  test::addPart(scene, "strap", test::wallMesh({-200, 0, 30}, {200, 25, 30}));
  show(scene);
  EXPECT_NEAR(areaFrom(0), 9800 * 0.75, 50);
  test::addPart(scene, "wearer", test::wallMesh({-200, 50, 40}, {200, 200, 40}));
  scene.geometry.nodes.back().ghost = true;
  show(scene);
  EXPECT_NEAR(areaFrom(0), 9800 * 0.25, 50);
}

// A mesh that covers most hides most: what it covers on average is its opacity.
TEST_F(Night, ASeeThroughMeshHidesItsShare) {
  Scene scene = tapeAndCloth();
  Material mesh;
  mesh.weave = Weave::HexMesh;
  mesh.opacity = 0.5f;
  test::addPart(scene, "mesh", test::wallMesh({-200, -10, 30}, {200, 200, 30}), mesh);
  show(scene);
  EXPECT_NEAR(areaFrom(0) / 9800, 0.5, 0.07);
}

TEST_F(Night, ASceneWithoutTapeHasNoReflectiveArea) {
  show(test::boxScene());
  EXPECT_TRUE(renderer_->retroreflectiveAreas(0).empty());
  show(Scene{});
  EXPECT_TRUE(renderer_->retroreflectiveAreas(0).empty());
}

}  // namespace
}  // namespace renderer
