// Simplified models against the models they came from.
#include "renderer/simplify_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

/// Distance from a point to a triangle, by the regions of C. Ericson, Real-Time Collision Detection, 5.1.5.
float distanceTo(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
  const glm::vec3 ab = b - a, ac = c - a, ap = p - a, bp = p - b, cp = p - c;
  const float d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap), d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp),
              d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
  if (d1 <= 0 && d2 <= 0) return glm::length(ap);
  if (d3 >= 0 && d4 <= d3) return glm::length(bp);
  if (d6 >= 0 && d5 <= d6) return glm::length(cp);
  const float vc = d1 * d4 - d3 * d2, vb = d5 * d2 - d1 * d6, va = d3 * d6 - d5 * d4;
  if (vc <= 0 && d1 >= 0 && d3 <= 0) return glm::distance(p, a + d1 / (d1 - d3) * ab);
  if (vb <= 0 && d2 >= 0 && d6 <= 0) return glm::distance(p, a + d2 / (d2 - d6) * ac);
  if (va <= 0 && d4 >= d3 && d5 >= d6)
    return glm::distance(p, b + (d4 - d3) / ((d4 - d3) + (d5 - d6)) * (c - b));
  return std::abs(glm::dot(ap, glm::normalize(glm::cross(ab, ac))));
}

float distanceTo(glm::vec3 p, const Mesh& mesh) {
  float nearest = std::numeric_limits<float>::max();
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
    nearest =
        std::min(nearest, distanceTo(p, mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]],
                                     mesh.positions[mesh.indices[i + 2]]));
  return nearest;
}

/// A cube of 10 mm, each face of it `cells` x `cells` quads of their own vertices.
Mesh cubeOfCells(int cells) {
  Mesh cube;
  for (int axis = 0; axis < 3; ++axis) {
    for (const float side : {0.f, 10.f}) {
      const auto pointAt = [&](int u, int v) {
        glm::vec3 p(side);
        p[(axis + 1) % 3] = 10.f * static_cast<float>(u) / static_cast<float>(cells);
        p[(axis + 2) % 3] = 10.f * static_cast<float>(v) / static_cast<float>(cells);
        return p;
      };
      glm::vec3 normal(0);
      normal[axis] = side > 0 ? 1.f : -1.f;
      for (int u = 0; u < cells; ++u) {
        for (int v = 0; v < cells; ++v) {
          const auto first = static_cast<std::uint32_t>(cube.positions.size());
          cube.positions.insert(cube.positions.end(),
                                {pointAt(u, v), pointAt(u + 1, v), pointAt(u + 1, v + 1), pointAt(u, v + 1)});
          cube.normals.insert(cube.normals.end(), 4, normal);
          cube.uvs.insert(cube.uvs.end(), 4, glm::vec2(0));
          const std::uint32_t b = first + (side > 0 ? 1 : 3), d = first + (side > 0 ? 3 : 1);
          cube.indices.insert(cube.indices.end(), {first, b, first + 2, first, first + 2, d});
        }
      }
    }
  }
  return cube;
}

TEST(SimplifyModel, ACubeOfManyCellsIsTwelveTrianglesWithSharpEdges) {
  Model cube;
  cube.parts.emplace_back();
  cube.parts[0].name = "cube";
  cube.parts[0].mesh = cubeOfCells(6);
  const Mesh simple = simplifyModel(cube, 0.01f).parts[0].mesh;
  EXPECT_EQ(simple.indices.size() / 3, 12U);
  EXPECT_EQ(simple.positions.size(), 24U) << "three normals at each corner";
  for (const glm::vec3& normal : simple.normals)
    EXPECT_NEAR(std::max({std::abs(normal.x), std::abs(normal.y), std::abs(normal.z)}), 1, 1e-5);
}

/// Small triangles that touch nowhere, on a sphere of 20 mm: nothing that simplifying could collapse.
Mesh looseTriangles(std::uint32_t count) {
  Mesh loose;
  for (std::uint32_t i = 0; i < count; ++i) {
    const float height = 2.f * static_cast<float>(i) / static_cast<float>(count) - 1.f;
    const float angle = 2.4f * static_cast<float>(i), around = std::sqrt(1.f - height * height);
    const glm::vec3 at = 20.f * glm::vec3(around * std::cos(angle), height, around * std::sin(angle));
    for (const glm::vec3& corner : {at, at + glm::vec3(.3f, 0, 0), at + glm::vec3(0, .3f, 0)}) {
      loose.indices.push_back(static_cast<std::uint32_t>(loose.positions.size()));
      loose.positions.push_back(corner);
      loose.normals.emplace_back(0, 1, 0);
      loose.uvs.emplace_back(0);
    }
  }
  return loose;
}

TEST(SimplifyModel, WhatHangsTogetherNowhereIsMergedDownToTheLimit) {
  Model loose;
  for (const char* name : {"one", "two"}) {
    loose.parts.emplace_back();
    loose.parts.back().name = name;
    loose.parts.back().mesh = looseTriangles(4000);
  }
  EXPECT_EQ(triangleCount(simplifyModel(loose, 0.15f)), 8000U);
  const Model reduced = reducedModel(loose, 0.15f, 1000);
  EXPECT_LE(triangleCount(reduced), 1000U);
  EXPECT_GT(triangleCount(reduced), 100U);
  for (const ModelPart& part : reduced.parts) {
    for (const glm::vec3& p : part.mesh.positions) EXPECT_LT(glm::length(p), 21.f);
  }
  EXPECT_EQ(triangleCount(reducedModel(loose, 0.15f, 8000)), 8000U);
}

TEST(SimplifyModel, EveryShippedModelStaysWhereItWas) {
  constexpr float kTolerance = 0.15f;
  std::size_t before = 0, after = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(RUCKSMITH_SOURCE_DIR) /
                                                               "assets" / "models")) {
    if (entry.path().extension() != ".glb") continue;
    const auto model = loadModel(entry.path());
    ASSERT_TRUE(model) << model.error().message;
    const Model simple = simplifyModel(*model, kTolerance);
    ASSERT_EQ(simple.parts.size(), model->parts.size());
    for (std::size_t i = 0; i < simple.parts.size(); ++i) {
      const Mesh& was = model->parts[i].mesh;
      const Mesh& is = simple.parts[i].mesh;
      EXPECT_EQ(simple.parts[i].name, model->parts[i].name);
      before += was.indices.size() / 3;
      after += is.indices.size() / 3;
      float furthest = 0;
      for (const glm::vec3& p : was.positions) furthest = std::max(furthest, distanceTo(p, is));
      EXPECT_LE(furthest, 4 * kTolerance) << entry.path().filename() << " " << simple.parts[i].name;
    }
  }
  EXPECT_LT(after, before * 6 / 10) << before;
}

}  // namespace
}  // namespace renderer
