#include "configurator/pack/pack_scene_exploded.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/vec4.hpp>
#include <limits>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

namespace configurator {
namespace {

constexpr float kCell_mm = 6;  // of the grid that says where the picture is taken
constexpr int kApart = 3;      // cells between two parts
constexpr float kFarthest_mm = 2400;
constexpr float kTouch_mm = 4;   // nodes this near to each other are one thing
constexpr float kLeast_mm = 30;  // every part moves so far, in the way already or not
constexpr const char* kBody = "body";

struct Box {
  glm::vec3 low{std::numeric_limits<float>::max()}, high{std::numeric_limits<float>::lowest()};

  void add(const glm::vec3& p) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  void add(const Box& other) {
    low = glm::min(low, other.low);
    high = glm::max(high, other.high);
  }
  glm::vec3 middle() const { return 0.5f * (low + high); }
  bool meets(const Box& other, float reach) const {
    return glm::all(glm::lessThanEqual(low - reach, other.high)) &&
           glm::all(glm::lessThanEqual(other.low - reach, high));
  }
};

Box boxOf(const renderer::Geometry& geometry, std::size_t node) {
  Box box;
  for (const glm::vec3& p : geometry.meshes[geometry.nodes[node].mesh].positions)
    box.add(glm::vec3(geometry.nodes[node].transform * glm::vec4(p, 1.0f)));
  return box;
}

/// By part id: the assembly, and where a piece points outwards, as long as it is large.
struct PartFacts {
  std::string assembly;
  glm::vec3 outward{0.0f};
};

std::unordered_map<std::string, PartFacts> factsOf(const Pack& pack) {
  std::unordered_map<std::string, PartFacts> facts;
  for (const Piece& piece : pack.pieces) {
    const Polyline outline = outlineOf(piece);
    const Vec3 normal = normalAt(piece.surface, centroidOf(outline)) * std::abs(areaOf(outline));
    facts[piece.id] = {piece.assembly, glm::vec3(normal)};
  }
  for (const Fitting& fitting : pack.fittings) facts[fitting.id] = {fitting.assembly, glm::vec3(0.0f)};
  return facts;
}

/// Nodes that touch, by boxes.
std::vector<std::vector<std::size_t>> touching(const std::vector<std::size_t>& nodes,
                                               const std::vector<Box>& boxes) {
  std::vector<std::vector<std::size_t>> groups;
  for (const std::size_t node : nodes) {
    std::vector<std::size_t> grown{node};
    for (auto& group : groups) {
      const bool meets = std::any_of(group.begin(), group.end(), [&](std::size_t other) {
        return boxes[node].meets(boxes[other], kTouch_mm);
      });
      if (!meets) continue;
      grown.insert(grown.end(), group.begin(), group.end());
      group.clear();
    }
    std::erase_if(groups, [](const auto& group) { return group.empty(); });
    groups.push_back(std::move(grown));
  }
  return groups;
}

/// An assembly whose things stand clear of the middle on both sides comes off in two parts.
std::vector<LoosePart> sidesOf(const std::string& assembly, const std::vector<std::size_t>& nodes,
                               const std::vector<Box>& boxes) {
  LoosePart sides[2]{{assembly, {}}, {assembly, {}}};
  for (const auto& group : touching(nodes, boxes)) {
    Box box;
    for (const std::size_t node : group) box.add(boxes[node]);
    if (assembly == kBody || box.low.x * box.high.x <= 0) return {{assembly, nodes}};
    auto& side = sides[box.low.x > 0 ? 1 : 0].nodes;
    side.insert(side.end(), group.begin(), group.end());
  }
  std::vector<LoosePart> parts;
  for (LoosePart& side : sides) {
    std::sort(side.nodes.begin(), side.nodes.end());
    if (!side.nodes.empty()) parts.push_back(std::move(side));
  }
  return parts;
}

/// The picture's plane: right, up and towards the eye. Perspective is left out of it.
struct Axes {
  glm::vec3 right, up, back;
};

Axes axesOf(const renderer::Camera& seen) {
  const glm::mat4 view = renderer::viewMatrix(seen);
  return {{view[0][0], view[1][0], view[2][0]},
          {view[0][1], view[1][1], view[2][1]},
          {view[0][2], view[1][2], view[2][2]}};
}

using Cell = glm::ivec2;

/// The cells that a triangle covers, its corners at least.
void addCells(const glm::vec2 (&corner)[3], std::vector<Cell>& cells) {
  const glm::vec2 low = glm::min(corner[0], glm::min(corner[1], corner[2]));
  const glm::vec2 high = glm::max(corner[0], glm::max(corner[1], corner[2]));
  for (const glm::vec2& p : corner) cells.emplace_back(glm::floor(p));
  const auto aside = [](const glm::vec2& a, const glm::vec2& b, const glm::vec2& p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
  };
  for (float y = std::floor(low.y); y <= high.y; ++y) {
    for (float x = std::floor(low.x); x <= high.x; ++x) {
      const glm::vec2 p(x + 0.5f, y + 0.5f);
      const float a = aside(corner[0], corner[1], p), b = aside(corner[1], corner[2], p),
                  c = aside(corner[2], corner[0], p);
      if ((a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0)) cells.emplace_back(glm::floor(p));
    }
  }
}

/// What a part covers of the picture, each cell once.
std::vector<Cell> cellsOf(const renderer::Geometry& geometry, const std::vector<std::size_t>& nodes,
                          const Axes& axes) {
  std::vector<Cell> cells;
  for (const std::size_t number : nodes) {
    const renderer::Node& node = geometry.nodes[number];
    const renderer::Mesh& mesh = geometry.meshes[node.mesh];
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
      glm::vec2 corner[3];
      for (std::size_t k = 0; k < 3; ++k) {
        const glm::vec3 at = glm::vec3(node.transform * glm::vec4(mesh.positions[mesh.indices[i + k]], 1.0f));
        corner[k] = glm::vec2(glm::dot(at, axes.right), glm::dot(at, axes.up)) / kCell_mm;
      }
      addCells(corner, cells);
    }
  }
  const auto before = [](const Cell& a, const Cell& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; };
  std::sort(cells.begin(), cells.end(), before);
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

/// Which cells of the picture are taken, with a margin round them.
class Taken {
 public:
  void add(const std::vector<Cell>& cells, Cell shift) {
    for (const Cell& cell : cells) {
      for (int y = -kApart; y <= kApart; ++y) {
        for (int x = -kApart; x <= kApart; ++x) {
          if (const auto at = indexOf(cell + shift + Cell(x, y))) taken_[*at] = true;
        }
      }
      low_ = glm::min(low_, cell + shift);
      high_ = glm::max(high_, cell + shift);
    }
  }
  bool isFree(const std::vector<Cell>& cells, Cell shift) const {
    return std::none_of(cells.begin(), cells.end(), [&](const Cell& cell) {
      const auto at = indexOf(cell + shift);
      return at && taken_[*at];
    });
  }
  /// How much larger, of the picture's shape, it gets with a part there; cells.
  float growth(const std::vector<Cell>& cells, Cell shift) const {
    Cell low = low_, high = high_;
    for (const Cell& cell : cells) {
      low = glm::min(low, cell + shift);
      high = glm::max(high, cell + shift);
    }
    return sizeOf(high - low) - sizeOf(high_ - low_);
  }

 private:
  static constexpr int kHalf = 700;
  static constexpr float kAspect = 0.76f;  // words stand at both sides
  static float sizeOf(Cell extent) {
    const float wide = static_cast<float>(extent.x), high = static_cast<float>(extent.y);
    return std::max(wide, high * kAspect) + 0.1f * (wide + high);
  }
  static std::optional<std::size_t> indexOf(Cell cell) {
    if (std::abs(cell.x) >= kHalf || std::abs(cell.y) >= kHalf) return std::nullopt;
    return static_cast<std::size_t>((cell.y + kHalf) * 2 * kHalf + cell.x + kHalf);
  }
  std::vector<bool> taken_ = std::vector<bool>(4ul * kHalf * kHalf, false);
  Cell low_{0}, high_{0};
};

/// Does a ray from `from` hit one of the part's triangles? Möller and Trumbore.
bool hits(const renderer::Geometry& geometry, const LoosePart& part, const glm::vec3& from,
          const glm::vec3& along) {
  constexpr float kOff_mm = 0.2f;
  for (const std::size_t number : part.nodes) {
    const renderer::Node& node = geometry.nodes[number];
    const renderer::Mesh& mesh = geometry.meshes[node.mesh];
    const auto at = [&](std::size_t i) {
      return glm::vec3(node.transform * glm::vec4(mesh.positions[mesh.indices[i]], 1.0f));
    };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
      const glm::vec3 a = at(i), u = at(i + 1) - a, v = at(i + 2) - a;
      const glm::vec3 p = glm::cross(along, v);
      const float det = glm::dot(u, p);
      if (std::abs(det) < 1e-9f) continue;
      const float s = glm::dot(from - a, p) / det;
      const glm::vec3 q = glm::cross(from - a, u);
      const float t = glm::dot(along, q) / det;
      if (s < 0 || t < 0 || s + t > 1) continue;
      if (glm::dot(v, q) / det > kOff_mm) return true;
    }
  }
  return false;
}

/// A part on its way out.
struct Leaving {
  LoosePart* part = nullptr;
  Box box;
  glm::vec3 way{0, 1, 0};  ///< unit
  float height = 0;        ///< along its way: the outermost come off last
  std::vector<Cell> cells;
};

glm::vec3 unitOr(const glm::vec3& v, const glm::vec3& otherwise) {
  const float length = glm::length(v);
  return length > 1e-6f ? v / length : otherwise;
}

/// Along the outward side of its pieces, a little away from the pack's middle.
glm::vec3 wayOf(const glm::vec3& outward, const glm::vec3& radial) {
  const glm::vec3 away = unitOr(radial, {0, 0, 1});
  const glm::vec3 normal = unitOr(outward, away);
  return unitOr(normal + 0.35f * away, normal);
}

/// Does the body close it in, before and behind and at both sides?
bool isInside(const renderer::Geometry& geometry, const LoosePart& body, const LoosePart& part,
              const glm::vec3& normal) {
  int inside = 0, asked = 0;
  for (const std::size_t number : part.nodes) {
    const renderer::Node& node = geometry.nodes[number];
    const auto& positions = geometry.meshes[node.mesh].positions;
    for (std::size_t i = 0; i < positions.size(); i += positions.size() / 3 + 1) {
      const glm::vec3 at = glm::vec3(node.transform * glm::vec4(positions[i], 1.0f));
      ++asked;
      if (hits(geometry, body, at, normal) && hits(geometry, body, at, -normal) &&
          hits(geometry, body, at, {0.97f, 0.1f, 0.2f}) && hits(geometry, body, at, {-0.97f, 0.1f, 0.2f}))
        ++inside;
    }
  }
  return 2 * inside > asked;
}

/// The ways a part may take: its own first, then turned up or down in the picture.
std::vector<std::pair<glm::vec3, float>> waysFrom(const glm::vec3& own, const Axes& axes) {
  std::vector<std::pair<glm::vec3, float>> ways{{own, 1.0f}};
  for (const float turn : {0.4f, -0.4f, 0.9f, -0.9f})
    ways.emplace_back(unitOr(own + turn * axes.up, own), 1.0f + 0.15f * std::abs(turn));
  for (const float turn : {0.4f, -0.4f})
    ways.emplace_back(unitOr(own + turn * axes.right, own), 1.0f + 0.3f * std::abs(turn));
  return ways;
}

Cell shiftOf(const glm::vec3& offset, const Axes& axes) {
  return Cell(glm::round(glm::vec2(glm::dot(offset, axes.right), glm::dot(offset, axes.up)) / kCell_mm));
}

/// The nearest free place over all its ways.
glm::vec3 placeFor(const Leaving& leaving, const Taken& taken, const Axes& axes) {
  glm::vec3 best = leaving.way * kFarthest_mm;
  float least = std::numeric_limits<float>::max();
  for (const auto& [way, dearness] : waysFrom(leaving.way, axes)) {
    for (float at = kLeast_mm; at <= kFarthest_mm; at += 2 * kCell_mm) {
      const Cell shift = shiftOf(way * at, axes);
      if (!taken.isFree(leaving.cells, shift)) continue;
      const float cost = at / kCell_mm * dearness + 3 * taken.growth(leaving.cells, shift);
      if (cost < least) best = way * at;
      least = std::min(least, cost);
      break;
    }
  }
  return best;
}

std::vector<LoosePart> partsOf(const Pack& pack, const renderer::Geometry& geometry,
                               const std::unordered_map<std::string, PartFacts>& facts,
                               const std::vector<Box>& boxes) {
  std::vector<std::string> order{kBody};
  for (const Assembly& assembly : pack.assemblies) {
    if (assembly.id != kBody) order.push_back(assembly.id);
  }
  std::unordered_map<std::string, std::vector<std::size_t>> nodes;
  for (std::size_t i = 0; i < geometry.nodes.size(); ++i) {
    const auto known = facts.find(geometry.nodes[i].part_id);
    if (known != facts.end()) nodes[known->second.assembly].push_back(i);
  }
  std::vector<LoosePart> parts;
  for (const std::string& assembly : order) {
    if (nodes[assembly].empty()) continue;
    for (LoosePart& part : sidesOf(assembly, nodes[assembly], boxes)) parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

std::vector<LoosePart> looseParts(const Pack& pack, const renderer::Geometry& geometry,
                                  const renderer::Camera& seen) {
  const auto facts = factsOf(pack);
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < geometry.nodes.size(); ++i) boxes.push_back(boxOf(geometry, i));
  std::vector<LoosePart> parts = partsOf(pack, geometry, facts, boxes);
  if (parts.size() < 2) return parts;
  const Axes axes = axesOf(seen);
  Box whole;
  for (const std::size_t node : parts.front().nodes) whole.add(boxes[node]);
  std::vector<Leaving> leaving;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    Leaving one{&parts[i], {}, {0, 1, 0}, 0, cellsOf(geometry, parts[i].nodes, axes)};
    glm::vec3 outward(0.0f);
    for (const std::size_t node : parts[i].nodes) {
      one.box.add(boxes[node]);
      outward += facts.at(geometry.nodes[node].part_id).outward;
    }
    const glm::vec3 radial = (one.box.middle() - whole.middle()) / (whole.high - whole.low + 1.0f);
    one.way = wayOf(outward, radial);
    if (isInside(geometry, parts.front(), parts[i], one.way)) one.way = {0, 1, 0};
    one.height = glm::dot(one.box.middle() - whole.middle(), one.way);
    leaving.push_back(std::move(one));
  }
  std::stable_sort(leaving.begin(), leaving.end(),
                   [](const Leaving& a, const Leaving& b) { return a.height < b.height; });
  Taken taken;
  taken.add(cellsOf(geometry, parts.front().nodes, axes), {0, 0});
  for (Leaving& one : leaving) {
    one.part->offset = placeFor(one, taken, axes);
    taken.add(one.cells, shiftOf(one.part->offset, axes));
  }
  return parts;
}

std::vector<glm::vec3> movesOf(const std::vector<LoosePart>& parts, std::size_t nodes, float share) {
  std::vector<glm::vec3> moves(nodes, glm::vec3(0.0f));
  for (const LoosePart& part : parts) {
    for (const std::size_t node : part.nodes) moves[node] = share * part.offset;
  }
  return moves;
}

renderer::Geometry moved(renderer::Geometry geometry, const std::vector<glm::vec3>& moves) {
  for (std::size_t i = 0; i < geometry.nodes.size(); ++i) {
    geometry.nodes[i].transform = glm::translate(glm::mat4(1.0f), moves[i]) * geometry.nodes[i].transform;
  }
  return geometry;
}

}  // namespace configurator
