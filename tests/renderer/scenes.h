// Small scenes and files that the renderer's tests share. Millimetres.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "renderer/draw.h"
#include "renderer/image.h"
#include "renderer/scene.h"

namespace renderer::test {

/// A box between two corners, 12 triangles, flat normals.
Mesh boxMesh(const glm::vec3& low, const glm::vec3& high);

/// A wall facing +z between two corners (z of `low`), uvs in mm.
Mesh wallMesh(const glm::vec3& low, const glm::vec3& high);

/// Adds a mesh with its own slot as one part.
void addPart(Scene& scene, const std::string& part_id, Mesh mesh, const Material& material = {});

/// A light grey box of 200 x 300 x 100 that stands on y = 0, part id "body".
Scene boxScene();

/// Draws with a context of its own.
Image drawn(const Scene& scene, const Camera& camera, const DrawSettings& settings);

/// A small picture: 240 x 180, no MSAA unless changed.
DrawSettings smallPicture();

struct Pixel {
  int r, g, b, a;
};
Pixel pixelAt(const Image& image, int x, int y);

/// A fresh path under the build folder's scratch space.
std::filesystem::path scratchPath(const std::string& name);

void writeFile(const std::filesystem::path& path, const std::vector<std::uint8_t>& bytes);
std::vector<std::uint8_t> readFile(const std::filesystem::path& path);

/// Runs Khronos' validator over the files. 0 = clean, 1 = complaints, 77 = not to be had here.
int validateGlb(const std::vector<std::filesystem::path>& paths);

}  // namespace renderer::test
