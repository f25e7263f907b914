// Every kind of material that the catalog sells, near enough for its yarns and as far off as a pack stands,
// against accepted pictures.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "configurator/pack/pack_scene_looks.h"
#include "renderer/draw.h"
#include "tests/pictures/accepted_picture.h"
#include "tests/pictures/shown_template.h"

namespace configurator {
namespace {

struct Swatch {
  const char* item;
  double width_mm, height_mm;  ///< as it is cut; a strip's u runs along its width
};

/// Soft waves, so that light falls on it from all sides.
renderer::Mesh wavesOf(const Swatch& swatch) {
  constexpr int kAcross = 48, kUp = 12;
  constexpr double kWave_mm = 60, kDepth_mm = 9;
  renderer::Mesh mesh;
  for (int row = 0; row <= kUp; ++row) {
    for (int column = 0; column <= kAcross; ++column) {
      const double x = swatch.width_mm * column / kAcross, y = swatch.height_mm * row / kUp;
      const double turn = 2 * M_PI * x / kWave_mm;
      const double slope = kDepth_mm * std::cos(turn) * 2 * M_PI / kWave_mm;
      const double length = std::hypot(slope, 1);
      mesh.positions.emplace_back(x - swatch.width_mm / 2, y, kDepth_mm * std::sin(turn));
      mesh.normals.emplace_back(-slope / length, 0, 1 / length);
      mesh.uvs.emplace_back(x, y);
    }
  }
  constexpr auto at = [](int row, int column) {
    return static_cast<std::uint32_t>(row * (kAcross + 1) + column);
  };
  for (int row = 0; row < kUp; ++row) {
    for (int column = 0; column < kAcross; ++column) {
      for (const std::uint32_t corner : {at(row, column), at(row, column + 1), at(row + 1, column + 1)})
        mesh.indices.push_back(corner);
      for (const std::uint32_t corner : {at(row, column), at(row + 1, column + 1), at(row + 1, column)})
        mesh.indices.push_back(corner);
    }
  }
  return mesh;
}

renderer::Scene sceneOf(const Swatch& swatch) {
  renderer::Scene scene;
  renderer::Material material = lookOf(pictureWorkshop().catalog, {"", swatch.item});
  material.color = {0.78f, 0.36f, 0.16f};
  scene.geometry.meshes.push_back(wavesOf(swatch));
  scene.geometry.nodes.push_back({"swatch", 0, 0, glm::mat4(1.0f), false});
  scene.appearance.materials.push_back(material);
  return scene;
}

/// Two pictures of one height side by side.
renderer::Image beside(const renderer::Image& left, const renderer::Image& right) {
  renderer::Image both;
  both.width = left.width + right.width;
  both.height = left.height;
  for (int row = 0; row < both.height; ++row) {
    for (const renderer::Image* image : {&left, &right}) {
      const auto from = image->rgba.begin() + static_cast<std::ptrdiff_t>(4) * image->width * row;
      both.rgba.insert(both.rgba.end(), from, from + static_cast<std::ptrdiff_t>(4) * image->width);
    }
  }
  return both;
}

class MaterialPicture : public testing::TestWithParam<Swatch> {};

TEST_P(MaterialPicture, LooksAsAccepted) {
  const auto context = renderer::OffscreenContext::make();
  if (!context) GTEST_SKIP() << context.error().message;
  const auto made = renderer::Renderer::make();
  ASSERT_TRUE(made) << made.error().message;
  const renderer::Scene scene = sceneOf(GetParam());
  (*made)->setGeometry(scene.geometry);
  (*made)->setAppearance(scene.appearance);
  renderer::DrawSettings settings;
  settings.width = 200;
  settings.height = 150;
  renderer::Camera camera;
  camera.target = {0, GetParam().height_mm / 2, 0};
  camera.azimuth_deg = 20;
  camera.distance_mm = 90;
  const auto near = (*made)->drawToImage(camera, settings);
  camera.distance_mm = 500;
  const auto far = (*made)->drawToImage(camera, settings);
  ASSERT_TRUE(near && far);
  expectAccepted(beside(*near, *far), std::string("materials/") + GetParam().item,
                 "LooksAsAccepted/" + testName(GetParam().item));
}

constexpr Swatch kSwatches[] = {
    {"ny210rs", 160, 110}, {"pes300", 160, 110}, {"pes600", 160, 110}, {"canv16", 160, 110},
    {"vx21", 160, 110},    {"tpu320", 160, 110}, {"strw", 160, 110},   {"lin210", 160, 110},
    {"meshst", 160, 110},  {"mono", 160, 110},   {"mesh3d", 160, 110}, {"eva10", 160, 110},
    {"reffab", 160, 110},  {"web25", 160, 25},   {"zc5", 160, 30},     {"bind22", 160, 22},
};

INSTANTIATE_TEST_SUITE_P(Materials, MaterialPicture, testing::ValuesIn(kSwatches),
                         [](const testing::TestParamInfo<Swatch>& of) { return testName(of.param.item); });

TEST(MaterialPictures, ShowEveryWeaveThatTheCatalogSells) {
  std::vector<renderer::Weave> shown;
  for (const Swatch& swatch : kSwatches)
    shown.push_back(lookOf(pictureWorkshop().catalog, {"", swatch.item}).weave);
  for (const auto& [id, item] : pictureWorkshop().catalog.prices.items) {
    const renderer::Weave weave = lookOf(pictureWorkshop().catalog, {"", id}).weave;
    if (weave == renderer::Weave::None || weave == renderer::Weave::Cord) continue;
    EXPECT_NE(std::find(shown.begin(), shown.end(), weave), shown.end()) << id;
  }
}

}  // namespace
}  // namespace configurator
