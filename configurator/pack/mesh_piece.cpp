#include "configurator/pack/mesh_piece.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

/// A straight line right across a piece at which its cloth is folded: no triangle crosses it.
struct Crease {
  Vec2 from{0, 0}, to{0, 0};
};

std::vector<Crease> creasesOf(const Piece& piece) {
  std::vector<Crease> creases;
  for (const Mark& mark : piece.marks) {
    if (mark.kind == MarkKind::Fold && mark.points.size() == 2)
      creases.push_back({mark.points[0], mark.points[1]});
  }
  return creases;
}

/// Which side of a crease a point is on: -1, 1, or 0 within the rounding to the integer grid.
int sideOf(const Crease& crease, Vec2 p) {
  const Vec2 along = glm::normalize(crease.to - crease.from);
  const double away =
      (p.x / kGridUnits - crease.from.x) * along.y - (p.y / kGridUnits - crease.from.y) * along.x;
  return away > 1 / kGridUnits ? 1 : away < -1 / kGridUnits ? -1 : 0;
}

Vec2 vectorOf(const GridPoint& p) {
  return {static_cast<double>(p.x), static_cast<double>(p.y)};
}

/// Where the stretch between two points on different sides of a crease meets it. The same point whichever way
/// round the stretch is given, so that neighbours keep sharing their vertices.
GridPoint crossingOf(const Crease& crease, GridPoint a, GridPoint b) {
  if (std::pair(b.x, b.y) < std::pair(a.x, a.y)) std::swap(a, b);
  const Vec2 along = crease.to - crease.from;
  const Vec2 from = vectorOf(a) - kGridUnits * crease.from;
  const Vec2 step = vectorOf(b) - vectorOf(a);
  const double t = (from.y * along.x - from.x * along.y) / (step.x * along.y - step.y * along.x);
  const Vec2 p = vectorOf(a) + t * step;
  return {std::llround(p.x), std::llround(p.y)};
}

/// A closed path with a point wherever it crosses a crease.
GridPath cutAtCreases(GridPath path, const std::vector<Crease>& creases) {
  for (const Crease& crease : creases) {
    GridPath cut;
    for (std::size_t i = 0; i < path.size(); ++i) {
      const GridPoint& a = path[i];
      const GridPoint& b = path[(i + 1) % path.size()];
      cut.push_back(a);
      if (sideOf(crease, vectorOf(a)) * sideOf(crease, vectorOf(b)) < 0)
        cut.push_back(crossingOf(crease, a, b));
    }
    path = std::move(cut);
  }
  return path;
}

/// A vertex, and on which sides of the creases its triangle lies.
struct Corner {
  GridPoint at;
  unsigned face = 0;
  friend bool operator==(const Corner&, const Corner&) = default;
};

struct CornerHash {
  std::size_t operator()(const Corner& corner) const {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
    std::uint64_t hash = static_cast<std::uint64_t>(corner.at.x) * kSpread;
    hash = (hash ^ (hash >> 32) ^ static_cast<std::uint64_t>(corner.at.y)) * kSpread;
    return static_cast<std::size_t>((hash ^ (hash >> 32)) + corner.face);
  }
};

/// Collects welded vertices and triangles. A vertex on a crease is one on either side of it: the cloth has
/// two normals there.
struct Weld {
  PieceMesh& mesh;
  const std::vector<Crease>& creases;
  std::unordered_map<Corner, std::uint32_t, CornerHash> known;

  /// On which side of every crease a point is, one bit each.
  unsigned faceAt(Vec2 p) const {
    unsigned face = 0;
    for (const Crease& crease : creases) face = 2 * face + (sideOf(crease, p) > 0 ? 1 : 0);
    return face;
  }

  std::uint32_t vertex(const GridPoint& p, unsigned face) {
    const auto [entry, added] =
        known.try_emplace(Corner{p, face}, static_cast<std::uint32_t>(mesh.flat.size()));
    if (added) mesh.flat.push_back(vectorOf(p) / kGridUnits);
    return entry->second;
  }

  void triangle(const std::array<GridPoint, 3>& corners, std::size_t crease) {
    if (crease < creases.size()) {
      splitTriangle(corners, crease);
      return;
    }
    const auto& [a, b, c] = corners;
    const unsigned face = faceAt((vectorOf(a) + vectorOf(b) + vectorOf(c)) / 3.0);
    mesh.triangles.push_back({vertex(a, face), vertex(b, face), vertex(c, face)});
  }

  /// What of the triangle lies on either side of a crease, each part cut at the creases that follow.
  void splitTriangle(const std::array<GridPoint, 3>& corners, std::size_t crease) {
    const GridPath cut = cutAtCreases({corners.begin(), corners.end()}, {creases[crease]});
    if (cut.size() == corners.size()) {
      triangle(corners, crease + 1);
      return;
    }
    for (const int side : {-1, 1}) {
      GridPath part;
      for (const GridPoint& p : cut) {
        if (sideOf(creases[crease], vectorOf(p)) != -side) part.push_back(p);
      }
      for (std::size_t i = 2; i < part.size(); ++i) triangle({part[0], part[i - 1], part[i]}, crease + 1);
    }
  }

  void polygon(const GridPath& path) {
    Polyline points;
    for (const GridPoint& p : path) points.push_back(vectorOf(p));
    for (const auto& corners : triangulate(points)) {
      this->triangle({path[corners[0]], path[corners[1]], path[corners[2]]}, 0);
    }
  }
};

double cross(Vec2 a, Vec2 b, Vec2 c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool insideTriangle(Vec2 p, Vec2 a, Vec2 b, Vec2 c) {
  return cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0;
}

bool isEar(const Polyline& polygon, const std::vector<std::uint32_t>& left, std::size_t i) {
  const std::size_t n = left.size();
  const std::uint32_t ia = left[(i + n - 1) % n];
  const std::uint32_t ib = left[i];
  const std::uint32_t ic = left[(i + 1) % n];
  if (cross(polygon[ia], polygon[ib], polygon[ic]) <= 0) return false;
  return std::none_of(left.begin(), left.end(), [&](std::uint32_t k) {
    if (k == ia || k == ib || k == ic) return false;
    const Vec2 p = polygon[k];
    if (p == polygon[ia] || p == polygon[ib] || p == polygon[ic]) return false;
    return insideTriangle(p, polygon[ia], polygon[ib], polygon[ic]);
  });
}

/// The ear whose tip is furthest from straight: keeps triangles fat. n when there is none.
std::size_t bestEar(const Polyline& polygon, const std::vector<std::uint32_t>& left) {
  std::size_t best = left.size();
  double best_quality = -1;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!isEar(polygon, left, i)) continue;
    const std::size_t n = left.size();
    const Vec2 a = polygon[left[(i + n - 1) % n]];
    const Vec2 b = polygon[left[i]];
    const Vec2 c = polygon[left[(i + 1) % n]];
    const double longest = std::max({glm::distance(a, b), glm::distance(b, c), glm::distance(c, a)});
    const double quality = cross(a, b, c) / (longest * longest);
    if (quality > best_quality + 1e-12) {
      best_quality = quality;
      best = i;
    }
  }
  return best;
}

void addNormals(PieceMesh& mesh) {
  mesh.normals.assign(mesh.flat.size(), Vec3{0, 0, 0});
  for (const auto& [a, b, c] : mesh.triangles) {
    const Vec3 normal = glm::cross(mesh.space[b] - mesh.space[a], mesh.space[c] - mesh.space[a]);
    for (const std::uint32_t v : {a, b, c}) mesh.normals[v] += normal;
  }
  for (Vec3& normal : mesh.normals) {
    const double size = glm::length(normal);
    normal = size > 1e-12 ? normal / size : Vec3{0, 0, 1};
  }
}

}  // namespace

std::vector<std::array<std::uint32_t, 3>> triangulate(const Polyline& polygon) {
  std::vector<std::uint32_t> left(polygon.size());
  for (std::uint32_t i = 0; i < left.size(); ++i) left[i] = i;
  std::vector<std::array<std::uint32_t, 3>> triangles;
  while (left.size() >= 3) {
    const std::size_t ear =
        left.size() > 3 ? bestEar(polygon, left)
                        : (cross(polygon[left[0]], polygon[left[1]], polygon[left[2]]) > 0 ? 0 : left.size());
    if (ear == left.size()) break;  // only straight points are left
    const std::size_t n = left.size();
    triangles.push_back({left[(ear + n - 1) % n], left[ear], left[(ear + 1) % n]});
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(ear));
  }
  return triangles;
}

PieceMesh meshPiece(const Piece& piece, double cell_mm) {
  require(cell_mm > 0, "a grid cell has a size");
  const Polyline outline = outlineOf(piece);
  return meshPiece(piece, outline, evenLines(outline, cell_mm * piece.cell_scale));
}

PieceMesh meshPiece(const Piece& piece, const Polyline& outline, const GridLines& lines) {
  const GridCut cut = cutAtGrid(outline, lines);
  PieceMesh mesh;
  const std::vector<Crease> creases = creasesOf(piece);
  Weld weld{mesh, creases, {}};
  weld.known.reserve(2 * cut.cells.size());
  for (const GridPath& cell : cut.cells) weld.polygon(cell);
  const GridPath rim = cutAtCreases(cut.outline, creases);
  for (std::size_t i = 0; i < rim.size(); ++i) {
    const Vec2 middle = (vectorOf(rim[i]) + vectorOf(rim[(i + 1) % rim.size()])) / 2.0;
    mesh.boundary.push_back(weld.vertex(rim[i], weld.faceAt(middle)));
  }
  mesh.space.reserve(mesh.flat.size());
  for (const Vec2& p : mesh.flat) mesh.space.push_back(piece.surface(p));
  addNormals(mesh);
  return mesh;
}

PieceMesh movedMesh(PieceMesh mesh, const std::function<Vec3(Vec3)>& map) {
  for (Vec3& point : mesh.space) point = map(point);
  addNormals(mesh);
  return mesh;
}

double flatArea(const PieceMesh& mesh) {
  double sum = 0;
  for (const auto& [a, b, c] : mesh.triangles) sum += cross(mesh.flat[a], mesh.flat[b], mesh.flat[c]) / 2;
  return sum;
}

double spaceArea(const PieceMesh& mesh) {
  double sum = 0;
  for (const auto& [a, b, c] : mesh.triangles) {
    sum += glm::length(glm::cross(mesh.space[b] - mesh.space[a], mesh.space[c] - mesh.space[a])) / 2;
  }
  return sum;
}

double enclosedVolume(const std::vector<PieceMesh>& meshes) {
  double six_times = 0;
  for (const PieceMesh& mesh : meshes) {
    for (const auto& [a, b, c] : mesh.triangles) {
      six_times += glm::dot(mesh.space[a], glm::cross(mesh.space[b], mesh.space[c]));
    }
  }
  return six_times / 6;
}

}  // namespace configurator
