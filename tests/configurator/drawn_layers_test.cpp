// What lies over what in a drawn pack: what is sewn on the outside stays in sight at any fill, and what a
// pocket holds stays inside it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/pack/pack_scene_shapes.h"
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

/// A pack as it is drawn, by part.
class DrawnPack {
 public:
  DrawnPack(const std::string& id, const std::map<std::string, std::string>& options, PackSize size) {
    for (Design& design : templateDesigns()) {
      if (design.template_id != id) continue;
      for (const auto& [slot, option] : options) design.choices.options.at(slot).value = option;
      pack_ = buildPack(testWorkshop().catalog, design.choices, size);
    }
    scene_ = buildScene(pack_, testWorkshop().models);
  }
  const Pack& pack() const { return pack_; }
  std::vector<Facet> of(const std::string& part) const {
    for (const renderer::Node& node : scene_.geometry.nodes)
      if (node.part_id == part) return facetsOf(scene_.geometry.meshes[node.mesh]);
    throw std::runtime_error("nothing is drawn of " + part);
  }

 private:
  Pack pack_;
  PackScene scene_;
};

double highest(const std::vector<Facet>& facets) {
  double most = -1e9;
  for (const Facet& facet : facets) most = std::max(most, facet.middle.y);
  return most;
}

struct VesselInCloth {
  std::string design;
  std::map<std::string, std::string> options;
  std::string vessel, cloth;
};

/// What a flask is drawn with shows through its pocket's mesh, never before it: facets of it that look away
/// from the wearer, below the mouth. Stiff flasks stood through their pockets' rims in sizes S and M.
TEST(DrawnVessels, FlasksStandInsideTheirPockets) {
  constexpr double kPocketDeep = 90, kBelowMouth = 16;
  const std::vector<VesselInCloth> cases{
      {"hydration", {}, "flasks.flask-", "body.flask-pocket-"},
      {"lightweight", {}, "flasks.flask-", "body.flask-pocket-"},
      {"hydration", {{"flasks", "two-250"}}, "flasks.flask-", "body.flask-pocket-"},
      {"lightweight", {{"flasks", "two-500"}}, "flasks.flask-", "body.flask-pocket-"}};
  for (const VesselInCloth& one : cases) {
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
      const DrawnPack drawn(one.design, one.options, size);
      for (const std::string side : {"left", "right"}) {
        const std::vector<Facet> pocket = drawn.of(one.cloth + side);
        const double mouth = highest(pocket);
        std::size_t front = 0, outside = 0;
        for (const Facet& facet : drawn.of(one.vessel + side)) {
          if (facet.way.z > -0.1 || facet.middle.y > mouth - kBelowMouth) continue;
          ++front;
          if (!isUnder(facet, pocket, kPocketDeep)) ++outside;
        }
        EXPECT_GT(front, 20u);
        EXPECT_EQ(outside, 0u) << one.design << " " << packSizeName(size) << " " << side << " of " << front;
      }
    }
  }
}

/// The first model of a fitting, alone.
std::vector<Facet> modelOf(const Pack& pack, const std::string& id, const std::string& model) {
  const auto fitting = std::find_if(pack.fittings.begin(), pack.fittings.end(),
                                    [&](const Fitting& one) { return one.id == id; });
  renderer::Mesh mesh;
  appendModel(std::get<ModelShape>(fitting->shapes.at(0).drawn()), *testWorkshop().models.find(model, 0),
              mesh);
  return facetsOf(mesh);
}

double litresIn(const std::vector<Facet>& facets) {
  double volume = 0;
  for (const Facet& facet : facets)
    volume += glm::dot(facet.corner[0], glm::cross(facet.corner[1], facet.corner[2])) / 6;
  return volume * 1e-6;
}

const std::vector<VesselInCloth> kBladders{
    {"hydration", {}, "1.5", ""},
    {"hydration", {{"hydration", "sleeve-bladder-10"}}, "1", ""},
    {"hydration", {{"hydration", "sleeve-bladder-20"}}, "2", ""},
    {"eco-tourism", {{"hydration", "sleeve-bladder-20"}}, "2", ""},
    {"endurance", {{"hydration", "sleeve-bladder-30"}, {"hose-port", "right"}}, "3", ""}};

/// A bladder was 54 mm thick in a sleeve 40 mm deep. With its port it lies under the sleeve's cloth, and so
/// does its hose, whose middle is half a hose under it. The slide stands at the mouth.
TEST(DrawnVessels, ABladderLiesInsideItsSleeve) {
  constexpr double kSleeveDeep = 100, kBelowMouth = 32, kHalfHose = 4.75, kGive = 1.5, kFurrow = 20,
                   kTriangles = 2;  // what cloth is drawn within
  for (const VesselInCloth& one : kBladders) {
    SCOPED_TRACE(one.design + " " + one.vessel + " l");
    const DrawnPack drawn(one.design, one.options, PackSize::M);
    const std::vector<Facet> sleeve = drawn.of("hydration-sleeve.panel");
    const double mouth = highest(sleeve);
    std::size_t front = 0, outside = 0;
    for (Facet facet : modelOf(drawn.pack(), "hydration-bladder.bladder", "bladder")) {
      if (facet.middle.y > mouth - kBelowMouth || facet.way.z < 0.1) continue;
      ++front;
      facet.way = {0, 0, 1};
      facet.middle.z -= kTriangles;
      if (!isUnder(facet, sleeve, kSleeveDeep)) ++outside;
    }
    EXPECT_GT(front, 100u);
    EXPECT_EQ(outside, 0u) << "of " << front;
    for (const Fitting& fitting : drawn.pack().fittings) {
      if (fitting.id != "hydration-bladder.bladder" || fitting.shapes.size() < 2) continue;
      const auto& hose = std::get<CordShape>(fitting.shapes[1].drawn());
      for (const Vec3& at : hose.path) {
        if (at.y > mouth - kBelowMouth || std::abs(at.x) > kFurrow) break;
        Facet middle;
        middle.middle = at + Vec3{0.3, 0.2, 0};  // between the triangles' edges
        middle.way = {0, 0, 1};
        EXPECT_TRUE(isUnder(middle, sleeve, kSleeveDeep)) << at.y - mouth;
        EXPECT_FALSE(isUnder(middle, sleeve, kHalfHose - kGive)) << at.y - mouth;
      }
    }
  }
}

/// Shaped by what holds it a vessel holds what it is sold for. Cap and neck are 0.025 l of their own, slide
/// and port 2 % of a bladder.
TEST(DrawnVessels, HoldWhatTheyAreSoldFor) {
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    const DrawnPack drawn("hydration", {}, size);
    EXPECT_NEAR(litresIn(modelOf(drawn.pack(), "flasks.flask-left", "soft-flask")), 0.51, 0.03)
        << packSizeName(size);
  }
  for (const VesselInCloth& one : kBladders) {
    const DrawnPack drawn(one.design, one.options, PackSize::M);
    const double litres = std::stod(one.vessel);
    EXPECT_NEAR(litresIn(modelOf(drawn.pack(), "hydration-bladder.bladder", "bladder")), litres,
                0.06 * litres)
        << one.design;
  }
}

}  // namespace
}  // namespace configurator
