// Sections: what is left, and the faces where it was cut.
#include "renderer/cut_open.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <glm/geometric.hpp>

#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

double areaOf(const Mesh& mesh) {
  double sum = 0;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const glm::vec3 a = mesh.positions[mesh.indices[i]];
    sum += static_cast<double>(glm::length(glm::cross(mesh.positions[mesh.indices[i + 1]] - a,
                                                      mesh.positions[mesh.indices[i + 2]] - a))) /
           2;
  }
  return sum;
}

/// The same box from inside: a hollow.
Mesh insideOut(Mesh mesh) {
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
    std::swap(mesh.indices[i], mesh.indices[i + 2]);
  for (glm::vec3& normal : mesh.normals) normal = -normal;
  return mesh;
}

Mesh joined(Mesh a, const Mesh& b) {
  const auto first = static_cast<std::uint32_t>(a.positions.size());
  a.positions.insert(a.positions.end(), b.positions.begin(), b.positions.end());
  a.normals.insert(a.normals.end(), b.normals.begin(), b.normals.end());
  a.uvs.insert(a.uvs.end(), b.uvs.begin(), b.uvs.end());
  for (const std::uint32_t index : b.indices) a.indices.push_back(first + index);
  return a;
}

Geometry cutAtZero(const Scene& scene) {
  Cut cut;
  cut.cloth_mm = 2;
  cut.slots = static_cast<std::uint32_t>(scene.appearance.materials.size());
  return cutOpen(scene.geometry, cut);
}

const Mesh& meshOf(const Geometry& geometry, std::size_t node) {
  return geometry.meshes[geometry.nodes[node].mesh];
}

TEST(CutOpen, ABoxIsHalvedAndItsCutIsFilled) {
  const Geometry cut = cutAtZero(test::boxScene());  // 200 x 300 x 100
  ASSERT_EQ(cut.nodes.size(), 2u);
  const Mesh& half = meshOf(cut, 0);
  for (const glm::vec3& p : half.positions) EXPECT_LE(p.x, 0.0f);
  EXPECT_NEAR(areaOf(half), 300 * 100 + 2 * 100 * 300 + 2 * 100 * 100, 1);
  const Mesh& face = meshOf(cut, 1);
  EXPECT_NEAR(areaOf(face), 300 * 100, 1);
  for (const glm::vec3& normal : face.normals) EXPECT_EQ(normal, glm::vec3(1, 0, 0));
  for (const glm::vec3& p : face.positions) EXPECT_NEAR(p.x, 0, 1);
  EXPECT_EQ(cut.nodes[0].part_id, "body");
  EXPECT_EQ(cut.nodes[1].part_id, "body");
  EXPECT_EQ(cut.nodes[0].slot, 0u);
  EXPECT_EQ(cut.nodes[1].slot, 1u);
}

TEST(CutOpen, TheFacesTurnTheirFrontToWhatWasCutAway) {
  const Mesh face = meshOf(cutAtZero(test::boxScene()), 1);
  for (std::size_t i = 0; i + 2 < face.indices.size(); i += 3) {
    const glm::vec3 a = face.positions[face.indices[i]];
    EXPECT_GT(glm::cross(face.positions[face.indices[i + 1]] - a, face.positions[face.indices[i + 2]] - a).x,
              0);
  }
}

TEST(CutOpen, AHollowStaysOpen) {
  Scene scene;
  test::addPart(scene, "vessel",
                joined(test::boxMesh({-50, 0, -50}, {50, 100, 50}),
                       insideOut(test::boxMesh({-40, 10, -40}, {40, 90, 40}))));
  EXPECT_NEAR(areaOf(meshOf(cutAtZero(scene), 1)), 100 * 100 - 80 * 80, 1);
}

TEST(CutOpen, TwoSolidsOfOnePartThatOverlapAreFilledOnce) {
  Scene scene;
  test::addPart(
      scene, "buckle",
      joined(test::boxMesh({-50, 0, 0}, {50, 100, 60}), test::boxMesh({-50, 0, 40}, {50, 100, 100})));
  EXPECT_NEAR(areaOf(meshOf(cutAtZero(scene), 1)), 100 * 100, 1);
}

TEST(CutOpen, ASheetShowsItsThickness) {
  Scene scene;
  test::addPart(scene, "wall", test::wallMesh({-50, 0, 0}, {50, 100, 0}));
  const Geometry cut = cutAtZero(scene);
  ASSERT_EQ(cut.nodes.size(), 2u);
  // Two triangles leave two stretches, each 2 wide and 0.6 longer at both ends.
  EXPECT_NEAR(areaOf(meshOf(cut, 1)), (100 + 4 * 0.6) * 2, 1);
}

TEST(CutOpen, WhatIsBeyondThePlaneIsGoneAndWhatIsBeforeItStays) {
  Scene scene;
  test::addPart(scene, "gone", test::boxMesh({10, 0, 0}, {20, 10, 10}));
  test::addPart(scene, "whole", test::boxMesh({-20, 0, 0}, {-10, 10, 10}));
  const Geometry cut = cutAtZero(scene);
  ASSERT_EQ(cut.nodes.size(), 1u);
  EXPECT_EQ(cut.nodes[0].part_id, "whole");
  EXPECT_EQ(cut.nodes[0].slot, 1u);
  EXPECT_EQ(meshOf(cut, 0).indices.size(), 36u);
}

// A mirrored node is cut where it stands, and its outside stays outside.
TEST(CutOpen, NodesAreCutWhereTheyStand) {
  Scene scene = test::boxScene();
  scene.geometry.nodes[0].transform[0].x = -1.0f;
  scene.geometry.nodes[0].transform[3].x = 60.0f;  // from -40 to 160
  const Geometry cut = cutAtZero(scene);
  ASSERT_EQ(cut.nodes.size(), 2u);
  EXPECT_NEAR(areaOf(meshOf(cut, 0)), 300 * 100 + 2 * 40 * 300 + 2 * 40 * 100, 1);
  EXPECT_NEAR(areaOf(meshOf(cut, 1)), 300 * 100, 1);
}

TEST(CutOpen, AGhostsCutIsAGhost) {
  Scene scene = test::boxScene();
  scene.geometry.nodes[0].ghost = true;
  const Geometry cut = cutAtZero(scene);
  ASSERT_EQ(cut.nodes.size(), 2u);
  EXPECT_TRUE(cut.nodes[1].ghost);
  EXPECT_EQ(cut.nodes[1].slot, 0u);
}

}  // namespace
}  // namespace renderer
