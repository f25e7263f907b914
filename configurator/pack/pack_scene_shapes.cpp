#include "configurator/pack/pack_scene_shapes.h"

#include <algorithm>
#include <cmath>
#include <glm/mat3x3.hpp>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

#include "configurator/pack/mesh_piece.h"
#include "configurator/pack/pack_scene_soft.h"
#include "configurator/pack/thinned.h"

namespace configurator {
namespace {

constexpr double kSlabFrom = 1.5;  // thinner cloth is drawn as one sheet

glm::vec3 toFloat(Vec3 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

std::uint32_t addVertex(renderer::Mesh& mesh, Vec3 at, Vec3 normal, Vec2 uv) {
  mesh.positions.push_back(toFloat(at));
  mesh.normals.push_back(toFloat(normal));
  mesh.uvs.emplace_back(static_cast<float>(uv.x), static_cast<float>(uv.y));
  return static_cast<std::uint32_t>(mesh.positions.size() - 1);
}

void addQuad(renderer::Mesh& mesh, std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  mesh.indices.insert(mesh.indices.end(), {a, b, c, a, c, d});
}

Vec3 unit(Vec3 v, Vec3 fallback) {
  const double size = glm::length(v);
  return size > 1e-9 ? v / size : fallback;
}

/// Direction of a path at a point: the mean of the steps before and after.
Vec3 tangentAt(const std::vector<Vec3>& path, std::size_t i) {
  const Vec3 before = i > 0 ? unit(path[i] - path[i - 1], {0, 0, 0}) : Vec3{0, 0, 0};
  const Vec3 after = i + 1 < path.size() ? unit(path[i + 1] - path[i], {0, 0, 0}) : Vec3{0, 0, 0};
  return unit(before + after, {1, 0, 0});
}

/// One of the four long faces of a band: from corner a to corner b of its cross-section.
struct BandFace {
  int a = 0, b = 0;
};

struct BandSection {
  Vec3 corners[4];  // lower left, lower right, upper right, upper left, seen along the path
  Vec3 side, up;
  double at = 0;
};

BandSection sectionOf(const RibbonShape& ribbon, std::size_t i, double at) {
  const Vec3 along = tangentAt(ribbon.path, i);
  const Vec3 up = unit(ribbon.normals[i] - glm::dot(ribbon.normals[i], along) * along, {0, 0, 1});
  const Vec3 side = unit(glm::cross(along, up), {1, 0, 0});
  const Vec3 half = side * (ribbon.width_mm / 2);
  const Vec3 lift = up * ribbon.thickness_mm;
  const Vec3 p = ribbon.path[i];
  return {{p - half, p + half, p + half + lift, p - half + lift}, side, up, at};
}

RibbonShape thinnedRibbon(const RibbonShape& ribbon, double tolerance_mm) {
  const std::vector<Vec3>&path = ribbon.path, &normals = ribbon.normals;
  const auto away = [&](std::size_t i, std::size_t from, std::size_t to) {
    const double twist = awayFromChord(normals[i], normals[from], normals[to]);
    return std::max(awayFromChord(path[i], path[from], path[to]), twist * ribbon.width_mm / 2);
  };
  RibbonShape thin{{}, {}, ribbon.width_mm, ribbon.thickness_mm};
  for (const std::size_t i : thinned(path.size(), tolerance_mm, away)) {
    thin.path.push_back(path[i]);
    thin.normals.push_back(normals[i]);
  }
  return thin;
}

CordShape thinnedCord(const CordShape& cord, double tolerance_mm) {
  CordShape thin{{}, cord.radius_mm};
  for (const std::size_t i :
       thinned(cord.path.size(), tolerance_mm, [&](std::size_t at, std::size_t from, std::size_t to) {
         return awayFromChord(cord.path[at], cord.path[from], cord.path[to]);
       }))
    thin.path.push_back(cord.path[i]);
  return thin;
}

/// So many that a flat side is no further inside the tube than half the tolerance.
int sidesOf(double radius_mm, double tolerance_mm) {
  const double cosine = 1 - tolerance_mm / 2 / std::max(radius_mm, tolerance_mm);
  return std::clamp(static_cast<int>(std::ceil(std::numbers::pi / std::acos(cosine))), 5, 12);
}

}  // namespace

void appendRibbon(const RibbonShape& whole, double tolerance_mm, renderer::Mesh& mesh) {
  if (whole.path.size() < 2 || whole.normals.size() != whole.path.size()) return;
  const RibbonShape ribbon = thinnedRibbon(whole, tolerance_mm);
  std::vector<BandSection> sections;
  double at = 0;
  for (std::size_t i = 0; i < ribbon.path.size(); ++i) {
    if (i > 0) at += glm::distance(ribbon.path[i - 1], ribbon.path[i]);
    sections.push_back(sectionOf(ribbon, i, at));
  }
  constexpr BandFace kFaces[4] = {{3, 2}, {1, 0}, {2, 1}, {0, 3}};  // top, underside, right, left
  for (int face = 0; face < 4; ++face) {
    const auto [a, b] = kFaces[face];
    std::uint32_t last_a = 0;
    std::uint32_t last_b = 0;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const BandSection& s = sections[i];
      const Vec3 normal = face == 0 ? s.up : face == 1 ? -s.up : face == 2 ? s.side : -s.side;
      const double across = face < 2 ? ribbon.width_mm : ribbon.thickness_mm;
      const std::uint32_t va = addVertex(mesh, s.corners[a], normal, {s.at, 0});
      const std::uint32_t vb = addVertex(mesh, s.corners[b], normal, {s.at, across});
      // The underside is split along the same diagonal as the top: where a thin band twists, the two would
      // cross each other.
      if (i > 0 && face == 1) addQuad(mesh, last_b, vb, va, last_a);
      if (i > 0 && face != 1) addQuad(mesh, last_a, last_b, vb, va);
      last_a = va;
      last_b = vb;
    }
  }
  for (const bool end : {false, true}) {
    const BandSection& s = end ? sections.back() : sections.front();
    const Vec3 normal = glm::cross(s.up, s.side) * (end ? 1.0 : -1.0);
    std::uint32_t v[4];
    for (int k = 0; k < 4; ++k) v[k] = addVertex(mesh, s.corners[k], normal, {0, 4.0 * k});
    if (end)
      addQuad(mesh, v[0], v[1], v[2], v[3]);
    else
      addQuad(mesh, v[3], v[2], v[1], v[0]);
  }
}

void appendCord(const CordShape& whole, double tolerance_mm, renderer::Mesh& mesh) {
  if (whole.path.size() < 2) return;
  const CordShape cord = thinnedCord(whole, tolerance_mm);
  const int sides = sidesOf(cord.radius_mm, tolerance_mm);
  Vec3 side = unit(glm::cross(tangentAt(cord.path, 0), Vec3{0.31, 0.87, 0.39}), {1, 0, 0});
  double at = 0;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < cord.path.size(); ++i) {
    if (i > 0) at += glm::distance(cord.path[i - 1], cord.path[i]);
    const Vec3 along = tangentAt(cord.path, i);
    side = unit(side - glm::dot(side, along) * along, side);  // carried along, so the tube does not twist
    const Vec3 other = glm::cross(along, side);
    const auto ring = static_cast<std::uint32_t>(mesh.positions.size());
    for (int k = 0; k <= sides; ++k) {
      const double angle = 2 * std::numbers::pi * k / sides;
      const Vec3 normal = std::cos(angle) * side + std::sin(angle) * other;
      addVertex(mesh, cord.path[i] + cord.radius_mm * normal, normal, {at, cord.radius_mm * angle});
    }
    for (std::uint32_t k = 0; i > 0 && k < static_cast<std::uint32_t>(sides); ++k)
      addQuad(mesh, last + k, last + k + 1, ring + k + 1, ring + k);
    last = ring;
  }
}

namespace {

struct Frame {
  Vec3 x, y, z;
  Vec3 toSpace(const Vec3& v) const { return v.x * x + v.y * y + v.z * z; }
};

/// The model's axes in space.
Frame frameOf(const ModelShape& shape) {
  const Vec3 x = unit(shape.along, {1, 0, 0});
  const Vec3 y = unit(shape.outward - glm::dot(shape.outward, x) * x, {0, 0, 1});
  return {x, y, glm::cross(x, y)};
}

/// Middle of a model's underside.
Vec3 footOf(const renderer::Model& model) {
  glm::vec3 low(std::numeric_limits<float>::max()), high(-low);
  for (const renderer::ModelPart& part : model.parts) {
    for (const glm::vec3& p : part.mesh.positions) {
      low = glm::min(low, p);
      high = glm::max(high, p);
    }
  }
  return Vec3(glm::vec3((low.x + high.x) / 2, low.y, (low.z + high.z) / 2));
}

}  // namespace

ModelShape inPlaceOf(const ModelShape& shape, const renderer::Model& component,
                     const renderer::Model& other) {
  ModelShape own = shape;
  own.at += frameOf(shape).toSpace(shape.scale * footOf(component) - footOf(other));
  own.scale = 1;
  own.soft = {};
  return own;
}

void appendModel(const ModelShape& shape, const renderer::Model& model, renderer::Mesh& mesh) {
  if (shape.soft) {
    appendSoftModel(shape, model, 1, mesh);
    return;
  }
  const Frame frame = frameOf(shape);
  const auto turned = [&](glm::vec3 v) { return frame.toSpace(Vec3(v)); };
  for (const renderer::ModelPart& part : model.parts) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    for (std::size_t i = 0; i < part.mesh.positions.size(); ++i) {
      addVertex(mesh, shape.at + shape.scale * turned(part.mesh.positions[i]), turned(part.mesh.normals[i]),
                {0, 0});
    }
    for (const std::uint32_t index : part.mesh.indices) mesh.indices.push_back(first + index);
  }
}

namespace {

bool isSlab(const Piece& piece) {
  return piece.thickness_mm >= kSlabFrom;
}

/// Twice the areas of a sheet's triangles.
std::vector<double> areasOf(const PieceMesh& sheet) {
  std::vector<double> areas;
  areas.reserve(sheet.triangles.size());
  for (const auto& [a, b, c] : sheet.triangles)
    areas.push_back(
        glm::length(glm::cross(sheet.space[b] - sheet.space[a], sheet.space[c] - sheet.space[a])));
  return areas;
}

/// For every point the normals of its triangles' corners, each triangle by its area.
std::vector<Vec3> normalsAround(const PieceMesh& sheet, const std::vector<double>& areas) {
  std::vector<Vec3> sum(sheet.normals.size(), Vec3{0, 0, 0});
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const auto& [a, b, c] = sheet.triangles[i];
    const Vec3 all = areas[i] * (sheet.normals[a] + sheet.normals[b] + sheet.normals[c]);
    for (const std::uint32_t corner : {a, b, c}) sum[corner] += all;
  }
  return sum;
}

/// Points that only slivers meet at take their neighbours' normals: at the rim, where cloth laps over itself,
/// slivers do not say which way is up.
void askAroundSlivers(const std::vector<double>& areas, PieceMesh& sheet) {
  constexpr int kMostInARow = 8;
  constexpr double kSliver = 0.1;  // of what meets at a point on average
  std::vector<double> met(sheet.normals.size(), 0.0);
  for (std::size_t i = 0; i < areas.size(); ++i)
    for (const std::uint32_t corner : sheet.triangles[i]) met[corner] += areas[i];
  const double least =
      kSliver * std::accumulate(met.begin(), met.end(), 0.0) / static_cast<double>(met.size());
  const std::vector<Vec3> own = sheet.normals;
  std::vector<std::size_t> slivers;
  for (std::size_t i = 0; i < met.size(); ++i)
    if (met[i] < least) slivers.push_back(i);
  for (const std::size_t i : slivers) sheet.normals[i] = {0, 0, 0};
  for (int round = 0; round < kMostInARow && !slivers.empty(); ++round) {
    const std::vector<Vec3> sum = normalsAround(sheet, areas);
    for (const std::size_t i : slivers) sheet.normals[i] = unit(sum[i], {0, 0, 0});
    std::erase_if(slivers, [&](std::size_t i) { return sheet.normals[i] != Vec3{0, 0, 0}; });
  }
  for (const std::size_t i : slivers) sheet.normals[i] = own[i];
}

/// Normals averaged with those around: foam has no creases, though the strap under it may.
void evenOut(PieceMesh& sheet) {
  constexpr int kRounds = 3;
  const std::vector<double> areas = areasOf(sheet);
  askAroundSlivers(areas, sheet);
  for (int round = 0; round < kRounds; ++round) {
    const std::vector<Vec3> sum = normalsAround(sheet, areas);
    for (std::size_t i = 0; i < sum.size(); ++i) sheet.normals[i] = unit(sum[i], sheet.normals[i]);
  }
}

/// An emptied pocket presses together what lies on it: what is sewn on keeps off its host's triangles.
PieceMesh clearOfHost(const Piece& piece, PieceMesh sheet) {
  constexpr double kClear = 0.8;
  if (piece.is_body && piece.layer != "mesh") return sheet;
  for (std::size_t i = 0; i < sheet.space.size(); ++i) sheet.space[i] += kClear * sheet.normals[i];
  return sheet;
}

/// Copies a sheet of the piece, moved `offset` along its normals; `flipped` turns it inside out.
void appendSheet(const PieceMesh& piece, double offset, bool flipped, renderer::Mesh& mesh) {
  const auto first = static_cast<std::uint32_t>(mesh.positions.size());
  for (std::size_t i = 0; i < piece.flat.size(); ++i) {
    const Vec3 normal = flipped ? -piece.normals[i] : piece.normals[i];
    addVertex(mesh, piece.space[i] + offset * piece.normals[i], normal, piece.flat[i]);
  }
  for (const auto& [a, b, c] : piece.triangles) {
    if (flipped)
      mesh.indices.insert(mesh.indices.end(), {first + a, first + c, first + b});
    else
      mesh.indices.insert(mesh.indices.end(), {first + a, first + b, first + c});
  }
}

void appendRim(const PieceMesh& piece, double thickness, renderer::Mesh& mesh) {
  const std::size_t n = piece.boundary.size();
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t a = piece.boundary[i];
    const std::uint32_t b = piece.boundary[(i + 1) % n];
    const Vec3 normal = unit(glm::cross(piece.space[b] - piece.space[a], piece.normals[a]), {1, 0, 0});
    const Vec3 lift_a = thickness * piece.normals[a];
    const Vec3 lift_b = thickness * piece.normals[b];
    const std::uint32_t v0 = addVertex(mesh, piece.space[a], normal, piece.flat[a]);
    const std::uint32_t v1 = addVertex(mesh, piece.space[b], normal, piece.flat[b]);
    const std::uint32_t v2 = addVertex(mesh, piece.space[b] + lift_b, normal, piece.flat[b]);
    const std::uint32_t v3 = addVertex(mesh, piece.space[a] + lift_a, normal, piece.flat[a]);
    addQuad(mesh, v0, v1, v2, v3);
  }
}

}  // namespace

void appendPiece(const Piece& piece, const PieceBend::Cells& cells, const FillMap& map,
                 renderer::Mesh& mesh) {
  PieceMesh sheet = meshPiece(piece, cells.outline, cells.lines);
  if (map) sheet = clearOfHost(piece, movedMesh(std::move(sheet), map));
  if (!isSlab(piece)) {
    appendSheet(sheet, 0, false, mesh);
    return;
  }
  evenOut(sheet);
  appendSheet(sheet, piece.thickness_mm, false, mesh);
  appendSheet(sheet, 0, true, mesh);
  appendRim(sheet, piece.thickness_mm, mesh);
}

std::size_t trianglesOf(const Piece& piece, const PieceBend::Cells& cells) {
  return isSlab(piece) ? 2 * (cells.triangles + cells.rim) : cells.triangles;
}

}  // namespace configurator
