// The shared scenes.
#include "tests/renderer/scenes.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace renderer::test {
namespace {

void addQuad(Mesh& mesh, const std::vector<glm::vec3>& corners, const glm::vec3& normal) {
  const auto base = static_cast<std::uint32_t>(mesh.positions.size());
  for (const glm::vec3& corner : corners) {
    mesh.positions.push_back(corner);
    mesh.normals.push_back(normal);
    mesh.uvs.emplace_back(corner.x + corner.z, corner.y);
  }
  mesh.indices.insert(mesh.indices.end(), {base, base + 1, base + 2, base, base + 2, base + 3});
}

}  // namespace

Mesh boxMesh(const glm::vec3& a, const glm::vec3& b) {
  Mesh mesh;
  addQuad(mesh, {{a.x, a.y, b.z}, {b.x, a.y, b.z}, {b.x, b.y, b.z}, {a.x, b.y, b.z}}, {0, 0, 1});
  addQuad(mesh, {{b.x, a.y, a.z}, {a.x, a.y, a.z}, {a.x, b.y, a.z}, {b.x, b.y, a.z}}, {0, 0, -1});
  addQuad(mesh, {{b.x, a.y, b.z}, {b.x, a.y, a.z}, {b.x, b.y, a.z}, {b.x, b.y, b.z}}, {1, 0, 0});
  addQuad(mesh, {{a.x, a.y, a.z}, {a.x, a.y, b.z}, {a.x, b.y, b.z}, {a.x, b.y, a.z}}, {-1, 0, 0});
  addQuad(mesh, {{a.x, b.y, b.z}, {b.x, b.y, b.z}, {b.x, b.y, a.z}, {a.x, b.y, a.z}}, {0, 1, 0});
  addQuad(mesh, {{a.x, a.y, a.z}, {b.x, a.y, a.z}, {b.x, a.y, b.z}, {a.x, a.y, b.z}}, {0, -1, 0});
  return mesh;
}

Mesh wallMesh(const glm::vec3& a, const glm::vec3& b) {
  Mesh mesh;
  addQuad(mesh, {{a.x, a.y, a.z}, {b.x, a.y, a.z}, {b.x, b.y, a.z}, {a.x, b.y, a.z}}, {0, 0, 1});
  return mesh;
}

void addPart(Scene& scene, const std::string& part_id, Mesh mesh, const Material& material) {
  Node node;
  node.part_id = part_id;
  node.mesh = static_cast<std::uint32_t>(scene.geometry.meshes.size());
  node.slot = static_cast<std::uint32_t>(scene.appearance.materials.size());
  scene.geometry.meshes.push_back(std::move(mesh));
  scene.geometry.nodes.push_back(node);
  scene.appearance.materials.push_back(material);
}

Scene boxScene() {
  Scene scene;
  Material material;
  material.color = {0.8f, 0.8f, 0.8f};
  addPart(scene, "body", boxMesh({-100, 0, -50}, {100, 300, 50}), material);
  return scene;
}

Image drawn(const Scene& scene, const Camera& camera, const DrawSettings& settings) {
  const auto context = OffscreenContext::make();
  if (!context) throw std::runtime_error(context.error().message);
  const auto made = Renderer::make();
  if (!made) throw std::runtime_error(made.error().message);
  (*made)->setGeometry(scene.geometry);
  (*made)->setAppearance(scene.appearance);
  auto image = (*made)->drawToImage(camera, settings);
  if (!image) throw std::runtime_error(image.error().message);
  return *image;
}

DrawSettings smallPicture() {
  DrawSettings settings;
  settings.width = 240;
  settings.height = 180;
  settings.samples = 1;
  return settings;
}

Pixel pixelAt(const Image& image, int x, int y) {
  const auto at =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4;
  return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

std::filesystem::path scratchPath(const std::string& name) {
  const auto folder = std::filesystem::path(RUCKSMITH_BINARY_DIR) / "renderer-scratch";
  std::filesystem::create_directories(folder);
  return folder / name;
}

void writeFile(const std::filesystem::path& path, const std::vector<std::uint8_t>& bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

std::vector<std::uint8_t> readFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

int validateGlb(const std::vector<std::filesystem::path>& paths) {
  std::string command =
      "bash '" RUCKSMITH_SOURCE_DIR "/tests/gltf/check.sh' '" RUCKSMITH_BINARY_DIR "/gltf-validator'";
  for (const auto& path : paths) command += " '" + path.string() + "'";
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace renderer::test
