// Glass: what is see-through lets through what lies behind, in whichever order its layers are drawn.
#include <gtest/gtest.h>

#include "tests/renderer/scenes.h"
#include "tests/renderer/with_renderer.h"

namespace renderer {
namespace {

using test::Pixel;
using test::pixelAt;

Material glass(float opacity) {
  Material material;
  material.color = {0.1f, 0.1f, 0.12f};
  material.opacity = opacity;
  return material;
}

class Glass : public test::WithRenderer {
 protected:
  Pixel middleOf(const Scene& scene, Light light) {
    show(scene);
    DrawSettings settings = test::smallPicture();
    settings.light = light;
    Camera camera;
    camera.target = {0, 50, 0};
    camera.azimuth_deg = 0;
    camera.elevation_deg = 0;
    camera.distance_mm = 1000;
    const auto image = renderer_->drawToImage(camera, settings);
    EXPECT_TRUE(image) << (image ? "" : image.error().message);
    return image ? pixelAt(*image, 120, 90) : Pixel{};
  }
};

TEST_F(Glass, WhatLiesInsideIsSeenThroughManyLayers) {
  Scene scene;
  Material red;
  red.color = {0.9f, 0.1f, 0.1f};
  test::addPart(scene, "inside", test::wallMesh({-80, 0, 0}, {80, 100, 0}), red);
  const Pixel alone = middleOf(scene, Light::Glass);
  for (const float z : {10.0f, 20.0f, 30.0f, 40.0f})
    test::addPart(scene, "shell", test::wallMesh({-80, 0, z}, {80, 100, z}), glass(0.07f));
  const Pixel through = middleOf(scene, Light::Glass);
  EXPECT_NEAR(through.r, alone.r, 45);
  EXPECT_GT(through.r, 2 * through.g);
}

TEST_F(Glass, TheOrderOfItsLayersHardlyMatters) {
  Scene scene, swapped;
  Material first = glass(0.07f), second = glass(0.30f);
  second.color = {0.8f, 0.3f, 0.1f};
  for (Scene* one : {&scene, &swapped}) {
    const float z = one == &scene ? 10.0f : 30.0f;
    test::addPart(*one, "a", test::wallMesh({-80, 0, z}, {80, 100, z}), first);
    test::addPart(*one, "b", test::wallMesh({-80, 0, 20}, {80, 100, 20}), second);
  }
  const Pixel one = middleOf(scene, Light::Glass), other = middleOf(swapped, Light::Glass);
  EXPECT_NEAR(one.r, other.r, 10);
  EXPECT_NEAR(one.g, other.g, 10);
  EXPECT_NEAR(one.b, other.b, 10);
}

TEST_F(Glass, OpaquePartsLookAsInTheStudio) {
  Scene scene = test::boxScene();
  const Pixel studio = middleOf(scene, Light::Studio), glassy = middleOf(scene, Light::Glass);
  EXPECT_NEAR(studio.r, glassy.r, 30);
}

}  // namespace
}  // namespace renderer
