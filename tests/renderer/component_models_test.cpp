// The component models that ship: written by their script, small, valid, closed, and of their real size.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "renderer/model.h"
#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

const std::filesystem::path kModels = std::filesystem::path(RUCKSMITH_SOURCE_DIR) / "assets" / "models";

std::vector<std::filesystem::path> modelFiles() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(kModels)) {
    if (entry.path().extension() == ".glb") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Scene sceneOf(const Model& model) {
  Scene scene;
  for (const ModelPart& part : model.parts) test::addPart(scene, part.name, part.mesh);
  return scene;
}

TEST(ComponentModels, AreWhatTheirScriptWrites) {
  if (std::system("command -v python3 > /dev/null") != 0) GTEST_SKIP() << "python3 is missing";
  const auto folder = test::scratchPath("models");
  std::filesystem::create_directories(folder);
  const std::string command =
      "python3 '" + (kModels / "make_models.py").string() + "' '" + folder.string() + "' > /dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0);
  ASSERT_GE(modelFiles().size(), 14u);
  for (const auto& file : modelFiles()) {
    EXPECT_TRUE(test::readFile(file) == test::readFile(folder / file.filename()))
        << file.filename() << " differs: run assets/models/make_models.py and commit what it writes";
  }
}

TEST(ComponentModels, PassKhronosValidator) {
  const int result = test::validateGlb(modelFiles());
  if (result == 77) GTEST_SKIP() << "Khronos' validator cannot be had here (node or the network is missing)";
  EXPECT_EQ(result, 0);
}

TEST(ComponentModels, AreSmallEnoughToBeShownOften) {
  for (const auto& file : modelFiles()) {
    const auto model = loadModel(file);
    ASSERT_TRUE(model.has_value()) << model.error().message;
    EXPECT_LE(triangleCount(sceneOf(*model).geometry), 4000u) << file.filename();
    EXPECT_GE(triangleCount(sceneOf(*model).geometry), 500u) << file.filename();
  }
}

// Sizes of real components, from what makers print: 20 mm side-release buckles are 55 to 70 mm long, a 500 ml
// flask stands about 210 mm, a size 5 slider with its puller is 30 to 40 mm long.
TEST(ComponentModels, HaveTheSizeOfTheRealThing) {
  const std::map<std::string, glm::vec2> lengths{
      {"side-release-buckle", {55, 70}}, {"soft-flask", {190, 230}}, {"zip-slider", {30, 40}},
      {"bladder", {300, 360}},           {"ladder-lock", {26, 34}},  {"whistle", {38, 50}},
      {"tri-glide", {24, 32}},           {"cord-lock", {15, 26}}};
  for (const auto& [name, range] : lengths) {
    const auto model = loadModel(kModels / (name + ".glb"));
    ASSERT_TRUE(model.has_value()) << model.error().message;
    const Bounds bounds = boundsOf(sceneOf(*model).geometry);
    const glm::vec3 size = bounds.max - bounds.min;
    const float longest = std::max({size.x, size.y, size.z});
    EXPECT_GE(longest, range.x) << name;
    EXPECT_LE(longest, range.y) << name;
  }
}

// The volume under the triangles of a closed skin, by the divergence theorem.
double volumeMl(const Mesh& mesh) {
  double volume = 0;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const glm::dvec3 a(mesh.positions[mesh.indices[i]]);
    const glm::dvec3 b(mesh.positions[mesh.indices[i + 1]]);
    const glm::dvec3 c(mesh.positions[mesh.indices[i + 2]]);
    volume += a.x * (b.y * c.z - b.z * c.y) + a.y * (b.z * c.x - b.x * c.z) + a.z * (b.x * c.y - b.y * c.x);
  }
  return volume / 6000.0;
}

TEST(ComponentModels, FlaskAndBladderHoldWhatTheirNamesSay) {
  const std::map<std::string, std::pair<std::string, double>> held{{"soft-flask", {"flask", 500}},
                                                                   {"bladder", {"bag", 1500}}};
  for (const auto& [name, expected] : held) {
    const auto model = loadModel(kModels / (name + ".glb"));
    ASSERT_TRUE(model.has_value());
    for (const ModelPart& part : model->parts) {
      if (part.name != expected.first) continue;
      EXPECT_NEAR(volumeMl(part.mesh), expected.second, expected.second * 0.04) << name;
    }
  }
}

// Every part is wound outwards and closed enough to have a positive volume.
TEST(ComponentModels, AreWoundOutwards) {
  for (const auto& file : modelFiles()) {
    const auto model = loadModel(file);
    ASSERT_TRUE(model.has_value());
    for (const ModelPart& part : model->parts)
      EXPECT_GT(volumeMl(part.mesh), 0.0) << file << " " << part.name;
  }
}

}  // namespace
}  // namespace renderer
