// Pictures: light, shadow, colour, transparency, picking. What is asserted is measured on the pixels.
#include "renderer/draw.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "tests/renderer/scenes.h"
#include "tests/renderer/with_renderer.h"

namespace renderer {
namespace {

using test::Pixel;
using test::pixelAt;

Camera cameraOf(const Scene& scene, StandardView view = StandardView::ThreeQuarter) {
  return frameView(view, boundsOf(scene.geometry), 4.0f / 3.0f);
}

int brightness(const Pixel& pixel) {
  return pixel.r + pixel.g + pixel.b;
}

// Summed over the pixels that differ between two pictures of one size.
long long darkening(const Image& bright, const Image& dark) {
  long long sum = 0;
  for (int y = 0; y < bright.height; ++y) {
    for (int x = 0; x < bright.width; ++x)
      sum += brightness(pixelAt(bright, x, y)) - brightness(pixelAt(dark, x, y));
  }
  return sum;
}

double meanRed(const Image& image) {
  double sum = 0;
  for (int y = 60; y < 120; ++y) {
    for (int x = 90; x < 150; ++x) sum += pixelAt(image, x, y).r;
  }
  return sum / 3600.0;
}

class Drawing : public test::WithRenderer {
 protected:
  Image draw(const Camera& camera, const DrawSettings& settings = test::smallPicture()) {
    auto image = renderer_->drawToImage(camera, settings);
    if (!image) throw std::runtime_error(image.error().message);
    return *image;
  }
};

TEST_F(Drawing, TheKeyLightsShadowDarkensTheGround) {
  const Scene scene = test::boxScene();
  show(scene);
  DrawSettings settings = test::smallPicture();
  const Image lit = draw(cameraOf(scene), [&] {
    auto s = settings;
    s.shadow = false;
    return s;
  }());
  const Image shadowed = draw(cameraOf(scene), settings);
  EXPECT_GT(darkening(lit, shadowed), 2000);
  // Light from the top left: the shadow falls to the right of the box, not to its left.
  const int row = 138;
  const int right = brightness(pixelAt(lit, 175, row)) - brightness(pixelAt(shadowed, 175, row));
  const int left = brightness(pixelAt(lit, 40, row)) - brightness(pixelAt(shadowed, 40, row));
  EXPECT_GT(right, 9);
  EXPECT_LE(left, 3);
}

TEST_F(Drawing, OnePartCastsAShadowOnAnother) {
  Scene scene;
  Material white;
  white.color = {0.9f, 0.9f, 0.9f};
  test::addPart(scene, "wall", test::wallMesh({-200, 0, 0}, {200, 300, 0}), white);
  Scene with_shelf = scene;
  test::addPart(with_shelf, "shelf", test::boxMesh({-200, 220, 0}, {200, 230, 120}), white);
  const Camera camera = cameraOf(scene, StandardView::Front);
  show(scene);
  const Pixel open = pixelAt(draw(camera), 120, 80);
  show(with_shelf);
  const Pixel below = pixelAt(draw(camera), 120, 80);
  EXPECT_LT(brightness(below), brightness(open) * 8 / 10);
}

TEST_F(Drawing, MaterialColorsComeOutAsTheColorsTheyAre) {
  Scene scene = test::boxScene();
  show(scene);
  for (const glm::vec3 color :
       {glm::vec3(0.8f, 0.1f, 0.1f), glm::vec3(0.1f, 0.35f, 0.8f), glm::vec3(0.78f, 0.94f, 0.19f)}) {
    scene.appearance.materials[0].color = color;
    renderer_->setAppearance(scene.appearance);
    const Pixel seen = pixelAt(draw(cameraOf(scene, StandardView::Front)), 120, 90);
    EXPECT_NEAR(seen.r, color.r * 255, 38);
    EXPECT_NEAR(seen.g, color.g * 255, 38);
    EXPECT_NEAR(seen.b, color.b * 255, 38);
  }
}

TEST_F(Drawing, AColorChangeUploadsNoGeometryAgain) {
  Scene scene = test::boxScene();
  show(scene);
  const Image before = draw(cameraOf(scene));
  scene.appearance.materials[0].color = {0.9f, 0.2f, 0.1f};
  renderer_->setAppearance(scene.appearance);
  const Image after = draw(cameraOf(scene));
  EXPECT_EQ(renderer_->counters().geometry_uploads, 1u);
  EXPECT_EQ(renderer_->counters().pictures, 2u);
  EXPECT_NE(before.rgba, after.rgba);
}

TEST_F(Drawing, TheSamePictureTwiceHasTheSameBytes) {
  const Scene scene = test::boxScene();
  DrawSettings settings = test::smallPicture();
  settings.samples = 4;
  show(scene);
  const auto first = encodePng(draw(cameraOf(scene), settings));
  draw(cameraOf(scene, StandardView::Back));
  EXPECT_EQ(first, encodePng(draw(cameraOf(scene), settings)));
  renderer_.reset();
  context_.reset();
  EXPECT_EQ(first, encodePng(test::drawn(scene, cameraOf(scene), settings)));
}

TEST_F(Drawing, ATransparentPictureIsEmptyAtTheBorderAndSolidInTheMiddle) {
  const Scene scene = test::boxScene();
  show(scene);
  for (const int samples : {1, 4}) {
    DrawSettings settings = test::smallPicture();
    settings.samples = samples;
    settings.background = Background::Transparent;
    const Image image = draw(cameraOf(scene), settings);
    EXPECT_EQ(pixelAt(image, 0, 0).a, 0);
    EXPECT_EQ(pixelAt(image, 239, 179).a, 0);
    EXPECT_EQ(pixelAt(image, 120, 90).a, 255);
    EXPECT_NEAR(pixelAt(image, 110, 90).r, pixelAt(draw(cameraOf(scene)), 110, 90).r, 2);
  }
}

TEST_F(Drawing, TheDarkBackgroundIsPlain) {
  const Scene scene = test::boxScene();
  show(scene);
  DrawSettings settings = test::smallPicture();
  settings.background = Background::Dark;
  const Pixel corner = pixelAt(draw(cameraOf(scene), settings), 2, 2);
  EXPECT_EQ(corner.r, 0x14);
  EXPECT_EQ(corner.g, 0x16);
  EXPECT_EQ(corner.b, 0x1a);
}

TEST_F(Drawing, TheStudioIsLighterInTheMiddleThanAtTheBorder) {
  Scene scene;
  test::addPart(scene, "dot", test::boxMesh({-1, 0, -1}, {1, 2, 1}));
  show(scene);
  Camera camera = cameraOf(scene);
  camera.distance_mm *= 40.0f;
  camera.elevation_deg = -1.0f;  // from below there is no ground to see
  const Image image = draw(camera);
  const Pixel middle = pixelAt(image, 132, 80);
  const Pixel corner = pixelAt(image, 1, 1);
  EXPECT_NEAR(middle.r, 0x2b, 2);
  EXPECT_NEAR(middle.g, 0x30, 2);
  EXPECT_NEAR(middle.b, 0x38, 2);
  EXPECT_NEAR(corner.r, 0x15, 4);
  EXPECT_NEAR(corner.b, 0x1b, 5);
}

TEST_F(Drawing, WhatLiesBehindAMeshShowsThroughIt) {
  Scene scene;
  Material red;
  red.color = {0.9f, 0.05f, 0.05f};
  Material mesh;
  mesh.color = {0.02f, 0.02f, 0.02f};
  mesh.weave = Weave::StretchMesh;
  mesh.weave_scale_mm = 3.0f;
  test::addPart(scene, "behind", test::wallMesh({-100, 0, 0}, {100, 200, 0}), red);
  test::addPart(scene, "mesh", test::wallMesh({-100, 0, 40}, {100, 200, 0}), mesh);
  const Camera camera = cameraOf(scene, StandardView::Front);
  show(scene);
  const double through = meanRed(draw(camera));
  scene.appearance.materials[1].weave = Weave::Plain;
  renderer_->setAppearance(scene.appearance);
  const double closed = meanRed(draw(camera));
  scene.appearance.materials[1].opacity = 0.0f;
  renderer_->setAppearance(scene.appearance);
  const double gone = meanRed(draw(camera));
  EXPECT_LT(closed, 60.0);
  EXPECT_GT(through, closed + 25.0);
  EXPECT_LT(through, gone - 25.0);
}

TEST_F(Drawing, AHighlightedPartIsOutlinedInLime) {
  const Scene scene = test::boxScene();
  show(scene);
  const auto limePixels = [&](const std::string& part) {
    DrawSettings settings = test::smallPicture();
    settings.highlighted_parts = {part};
    const Image image = draw(cameraOf(scene), settings);
    int count = 0;
    for (int y = 0; y < image.height; ++y) {
      for (int x = 0; x < image.width; ++x) {
        const Pixel p = pixelAt(image, x, y);
        count += std::abs(p.r - 0xc8) < 30 && std::abs(p.g - 0xf0) < 30 && std::abs(p.b - 0x31) < 40;
      }
    }
    return count;
  };
  EXPECT_EQ(limePixels(""), 0);
  EXPECT_EQ(limePixels("no-such-part"), 0);
  EXPECT_GT(limePixels("body"), 200);
}

TEST_F(Drawing, OutlinesOnASheetOfTheirOwnLeaveThePictureAlone) {
  const Scene scene = test::boxScene();
  show(scene);
  EXPECT_EQ(renderer_->outlinesToTexture(cameraOf(scene), {"body"}), 0u) << "there is no picture yet";
  const unsigned picture = renderer_->drawToTexture(cameraOf(scene), test::smallPicture());
  const std::uint64_t drawn = renderer_->counters().pictures;
  const unsigned sheet = renderer_->outlinesToTexture(cameraOf(scene), {"body"});
  EXPECT_NE(sheet, 0u);
  EXPECT_NE(sheet, picture);
  EXPECT_EQ(renderer_->counters().pictures, drawn);
  EXPECT_EQ(renderer_->outlinesToTexture(cameraOf(scene), {}), 0u);
  const Bounds extent = renderer_->partExtent("body");
  EXPECT_EQ(extent.min, boundsOf(scene.geometry).min);
  EXPECT_GT(renderer_->partExtent("no-such-part").min.x, renderer_->partExtent("no-such-part").max.x);
}

TEST_F(Drawing, PickingReturnsThePartUnderThePixelAndNothingElsewhere) {
  Scene scene;
  test::addPart(scene, "left", test::boxMesh({-100, 0, -50}, {-5, 200, 50}));
  test::addPart(scene, "right", test::boxMesh({5, 0, -50}, {100, 200, 50}));
  show(scene);
  const Camera camera = cameraOf(scene, StandardView::Front);
  EXPECT_EQ(renderer_->partAt(camera, 240, 180, 80, 90), "left");
  EXPECT_EQ(renderer_->partAt(camera, 240, 180, 160, 90), "right");
  EXPECT_EQ(renderer_->partAt(camera, 240, 180, 3, 3), "");
  EXPECT_EQ(renderer_->partAt(camera, 240, 180, -1, 90), "");
  EXPECT_EQ(renderer_->partAt(camera, 240, 180, 240, 90), "");
}

// The border between two parts lies on the same pixel in the picture and in picking.
TEST_F(Drawing, PickingAgreesWithThePicturePixelByPixel) {
  Scene scene;
  Material red;
  red.color = {0.9f, 0.0f, 0.0f};
  Material blue;
  blue.color = {0.0f, 0.0f, 0.9f};
  test::addPart(scene, "red", test::wallMesh({-90, 0, 0}, {13, 200, 0}), red);
  test::addPart(scene, "blue", test::wallMesh({13, 0, 0}, {90, 200, 0}), blue);
  show(scene);
  const Camera camera = cameraOf(scene, StandardView::Front);
  const Image image = draw(camera);
  for (int x = 70; x < 170; x += 1) {
    const Pixel pixel = pixelAt(image, x, 90);
    EXPECT_EQ(renderer_->partAt(camera, 240, 180, x, 90), pixel.r > pixel.b ? "red" : "blue") << x;
  }
}

TEST_F(Drawing, GhostsAreDrawnButNotPicked) {
  Scene scene = test::boxScene();
  const Camera camera = cameraOf(scene, StandardView::Front);
  show(scene);
  const Image alone = draw(camera);
  test::addPart(scene, "torso", test::boxMesh({-60, 50, 60}, {60, 250, 120}));
  scene.geometry.nodes.back().ghost = true;
  show(scene);
  EXPECT_NE(pixelAt(draw(camera), 120, 90).r, pixelAt(alone, 120, 90).r);
  EXPECT_EQ(renderer_->partAt(camera, 240, 180, 120, 90), "body");
}

// Nodes may show one mesh many times, mirrored too: the mirrored one keeps its outside outside.
TEST_F(Drawing, AMirroredOneSidedNodeIsSeenFromItsOutside) {
  Scene scene;
  Material material;
  material.two_sided = false;
  test::addPart(scene, "box", test::boxMesh({20, 0, -40}, {100, 200, 40}), material);
  Node mirrored = scene.geometry.nodes[0];
  mirrored.part_id = "mirrored";
  mirrored.transform[0].x = -1.0f;
  scene.geometry.nodes.push_back(mirrored);
  show(scene);
  const Image image = draw(cameraOf(scene, StandardView::Front));
  EXPECT_NEAR(pixelAt(image, 85, 90).r, pixelAt(image, 155, 90).r, 40);
  EXPECT_GT(pixelAt(image, 85, 90).r, 80);
}

TEST_F(Drawing, AnEmptySceneIsJustTheBackdrop) {
  show(Scene{});
  const Image image = draw(Camera{});
  EXPECT_EQ(image.rgba.size(), 240u * 180u * 4u);
  EXPECT_EQ(renderer_->partAt(Camera{}, 240, 180, 120, 90), "");
}

TEST_F(Drawing, OddSizesAndOddSampleCountsWork) {
  const Scene scene = test::boxScene();
  show(scene);
  DrawSettings settings = test::smallPicture();
  settings.width = 17;
  settings.height = 16;
  settings.samples = 3;
  EXPECT_EQ(draw(cameraOf(scene), settings).rgba.size(), 17u * 16u * 4u);
}

TEST_F(Drawing, ASlotWithoutMaterialIsABrokenPromise) {
  renderer_->setGeometry(test::boxScene().geometry);
  renderer_->setAppearance({});
  EXPECT_THROW((void)renderer_->drawToImage(Camera{}, test::smallPicture()), std::logic_error);
}

TEST_F(Drawing, AMeshWithAWrongIndexIsABrokenPromise) {
  Scene scene = test::boxScene();
  scene.geometry.meshes[0].indices[0] = 999;
  EXPECT_THROW(renderer_->setGeometry(scene.geometry), std::logic_error);
}

TEST_F(Drawing, EveryWeaveLooksDifferentFromEveryOther) {
  Scene scene;
  test::addPart(scene, "panel", test::wallMesh({-40, 0, 0}, {40, 60, 0}));
  scene.appearance.materials[0].weave_scale_mm = 4.0f;
  const Camera camera = cameraOf(scene, StandardView::Front);
  renderer_->setGeometry(scene.geometry);
  std::vector<std::vector<std::uint8_t>> pictures;
  for (int weave = 0; weave < 14; ++weave) {
    scene.appearance.materials[0].weave = static_cast<Weave>(weave);
    renderer_->setAppearance(scene.appearance);
    pictures.push_back(draw(camera).rgba);
    for (int other = 0; other < weave; ++other) {
      EXPECT_NE(pictures[static_cast<std::size_t>(weave)], pictures[static_cast<std::size_t>(other)])
          << weave << " and " << other;
    }
  }
}

}  // namespace
}  // namespace renderer
