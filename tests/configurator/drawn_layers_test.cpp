// What lies over what in a drawn pack: what is sewn on the outside stays in sight at any fill, and what a
// pocket holds stays inside it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_scene.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

Vec3 toDouble(glm::vec3 v) {
  return {static_cast<double>(v.x), static_cast<double>(v.y), static_cast<double>(v.z)};
}

/// Whether a ray meets a triangle between 0 and `reach`.
bool meets(Vec3 from, Vec3 way, const Vec3 (&corner)[3], double reach) {
  const Vec3 u = corner[1] - corner[0], v = corner[2] - corner[0], p = glm::cross(way, v);
  const double det = glm::dot(u, p);
  if (std::abs(det) < 1e-9) return false;
  const Vec3 off = from - corner[0], q = glm::cross(off, u);
  const double a = glm::dot(off, p) / det, b = glm::dot(way, q) / det, t = glm::dot(v, q) / det;
  return a >= 0 && b >= 0 && a + b <= 1 && t > 0 && t < reach;
}

/// A triangle by its corners, and its middle with the normal there.
struct Facet {
  Vec3 corner[3], middle{0, 0, 0}, way{0, 0, 0};
};

std::vector<Facet> facetsOf(const renderer::Mesh& mesh) {
  std::vector<Facet> facets(mesh.indices.size() / 3);
  for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
    Facet& facet = facets[i / 3];
    facet.corner[i % 3] = toDouble(mesh.positions[mesh.indices[i]]);
    facet.middle += facet.corner[i % 3] / 3.0;
    facet.way += toDouble(mesh.normals[mesh.indices[i]]) / 3.0;
  }
  return facets;
}

bool isUnder(const Facet& facet, const std::vector<Facet>& others, double reach_mm) {
  const double far = reach_mm + 25;
  return std::any_of(others.begin(), others.end(), [&](const Facet& other) {
    return glm::distance(other.middle, facet.middle) < far &&
           meets(facet.middle, facet.way, other.corner, reach_mm);
  });
}

/// Tapes, prints and labels on the front: facets that look away from the wearer, which no cloth of the body
/// may cover.
TEST(FilledScene, WhatIsSewnOnTheFrontStaysInSight) {
  std::size_t looked_at = 0;
  for (const Design& design : templateDesigns()) {
    const Pack pack = buildPack(testWorkshop().catalog, design.choices, PackSize::M);
    for (const double fill : {0.0, 0.25, 0.5, 0.75, 1.0, 1.15}) {
      const PackScene scene = buildScene(pack, testWorkshop().models, {SceneLevel::Still, fill});
      std::vector<Facet> body;
      for (const renderer::Node& node : scene.geometry.nodes) {
        const Piece* piece = findPiece(pack, node.part_id);
        if (piece == nullptr || !piece->is_body) continue;
        const std::vector<Facet> facets = facetsOf(scene.geometry.meshes[node.mesh]);
        body.insert(body.end(), facets.begin(), facets.end());
      }
      for (const renderer::Node& node : scene.geometry.nodes) {
        const std::string& zone = scene.looks[node.slot].zone;
        if (zone != "reflective-tape" && zone != "reflective-fabric" && zone != "logo") continue;
        std::size_t front = 0, hidden = 0;
        for (const Facet& facet : facetsOf(scene.geometry.meshes[node.mesh])) {
          if (facet.way.z < 0.6) continue;
          ++front;
          if (isUnder(facet, body, 15)) ++hidden;
        }
        looked_at += front;
        EXPECT_LE(hidden, front / 50) << design.template_id << " at " << fill << ": " << node.part_id;
      }
    }
  }
  EXPECT_GT(looked_at, 500u);
}

/// A flask shows through its pocket's mesh, never before it: facets of it that look forward, a finger's
/// breadth below the mouth.
TEST(DrawnVest, FlasksStandInsideTheirPockets) {
  constexpr double kPocketDeep = 45;
  for (const std::string name : {"hydration", "lightweight"}) {
    const std::vector<Design> designs = templateDesigns();
    const auto design = std::find_if(designs.begin(), designs.end(),
                                     [&](const Design& one) { return one.template_id == name; });
    ASSERT_NE(design, designs.end());
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
      const PackScene scene =
          buildScene(buildPack(testWorkshop().catalog, design->choices, size), testWorkshop().models);
      const auto drawn = [&](const std::string& id) {
        for (const renderer::Node& node : scene.geometry.nodes)
          if (node.part_id == id) return facetsOf(scene.geometry.meshes[node.mesh]);
        throw std::runtime_error("nothing is drawn of " + id);
      };
      for (const std::string side : {"left", "right"}) {
        const std::vector<Facet> pocket = drawn("body.flask-pocket-" + side);
        double mouth = -1e9;
        for (const Facet& facet : pocket) mouth = std::max(mouth, facet.middle.y);
        std::size_t front = 0, outside = 0;
        for (const Facet& facet : drawn("flasks.flask-" + side)) {
          if (facet.way.z > -0.6 || facet.middle.y > mouth - 30) continue;
          ++front;
          if (!isUnder(facet, pocket, kPocketDeep)) ++outside;
        }
        EXPECT_GT(front, 20u);
        EXPECT_LE(outside, front / 50)
            << name << " " << static_cast<int>(size) << " " << side << " of " << front;
      }
    }
  }
}

}  // namespace
}  // namespace configurator
