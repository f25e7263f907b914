#include "renderer/hidden_lines.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace renderer {
namespace {

constexpr float kCell_mm = 0.5f;      // of the depth picture
constexpr float kStep_mm = 0.6f;      // between the points of a line that are looked at
constexpr float kUnder_mm = 0.2f;     // farther behind another part's it may lie under that: cloth is thin
constexpr float kShortest_mm = 1.5f;  // visible bits shorter than this are specks
constexpr float kStraight_mm = 0.08f;
// Layers of cloth lie so near to each other that their triangles cut through: so far behind, hidden is
// uncertain, and the neighbours decide about bits shorter than these.
constexpr float kBetweenLayers_mm = 2.0f;
constexpr float kBridged_mm = 8.0f, kPeeking_mm = 12.0f;
constexpr float kGap_mm = 2.2f;  // shorter hidden bits are bridged, whatever hides them

float lengthOf(const Line2& line) {
  float length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length += glm::distance(line[i - 1], line[i]);
  return length;
}

float distanceTo(const glm::vec2& a, const glm::vec2& b, const glm::vec2& p) {
  const glm::vec2 along = b - a;
  const float share = glm::dot(p - a, along) / std::max(glm::dot(along, along), 1e-9f);
  return glm::distance(p, a + std::clamp(share, 0.0f, 1.0f) * along);
}

/// Without the points that a straight line does as well without; Douglas and Peucker. A line may come back
/// on itself: what counts is how far a point is from the stretch, not from its direction.
void addThinned(const Line2& line, std::size_t from, std::size_t to, Line2& out) {
  std::size_t farthest = from;
  float most = kStraight_mm;
  for (std::size_t i = from + 1; i < to; ++i) {
    const float off = distanceTo(line[from], line[to], line[i]);
    if (off > most) most = off, farthest = i;
  }
  if (farthest == from) {
    out.push_back(line[to]);
    return;
  }
  addThinned(line, from, farthest, out);
  addThinned(line, farthest, to, out);
}

/// A stretch of a line that is seen, or hidden.
struct LineStretch {
  bool seen = false;
  Line2 points;
  std::vector<float> over;  ///< mm that each of them lies behind

  float mostOver() const { return *std::max_element(over.begin(), over.end()); }
  /// Close to its start and its end.
  float overAtStart() const { return over[std::min(kClose, over.size() - 1)]; }
  float overAtEnd() const { return over[over.size() - 1 - std::min(kClose, over.size() - 1)]; }
  static constexpr std::size_t kClose = 2;
};

/// Points of the line one after the other, those that are seen and those that are not.
std::vector<LineStretch> stretchesOf(const LineOn& line, const Depth& depth) {
  std::vector<LineStretch> stretches;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const glm::vec3 &from = line.points[i - 1], &to = line.points[i];
    const int steps = std::max(1, static_cast<int>(std::ceil(glm::distance(from, to) / kStep_mm)));
    for (int k = i == 1 ? 0 : 1; k <= steps; ++k) {
      const glm::vec3 p = glm::mix(from, to, static_cast<float>(k) / static_cast<float>(steps));
      const float over = depth.over(p, line);
      if (stretches.empty() || stretches.back().seen != (over == 0)) stretches.push_back({over == 0, {}, {}});
      stretches.back().points.emplace_back(p);
      stretches.back().over.push_back(over);
    }
  }
  return stretches;
}

/// Hidden only as triangles hide each other: drawn through.
bool isBridged(const LineStretch& hidden) {
  const float length = lengthOf(hidden.points);
  return length < kGap_mm || (length < kBridged_mm && hidden.mostOver() < kBetweenLayers_mm);
}

/// The stretches between a line's ends become one with their seen neighbours where they are bridged.
std::vector<LineStretch> bridged(std::vector<LineStretch> stretches) {
  std::vector<LineStretch> joined;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const bool within = i > 0 && i + 1 < stretches.size();
    if (!stretches[i].seen && within && isBridged(stretches[i])) stretches[i].seen = true;
    if (joined.empty() || joined.back().seen != stretches[i].seen) {
      joined.push_back(std::move(stretches[i]));
      continue;
    }
    Line2& points = joined.back().points;
    points.insert(points.end(), stretches[i].points.begin(), stretches[i].points.end());
    std::vector<float>& over = joined.back().over;
    over.insert(over.end(), stretches[i].over.begin(), stretches[i].over.end());
  }
  return joined;
}

/// A short bit that shows between hidden ones which lie hardly behind: the triangles of a layer underneath.
bool peeks(const std::vector<LineStretch>& stretches, std::size_t i) {
  const bool within = i > 0 && i + 1 < stretches.size();
  return within && lengthOf(stretches[i].points) < kPeeking_mm &&
         stretches[i - 1].overAtEnd() < kBetweenLayers_mm &&
         stretches[i + 1].overAtStart() < kBetweenLayers_mm;
}

float seenLength(const std::vector<LineStretch>& stretches) {
  float length = 0;
  for (const LineStretch& one : stretches)
    if (one.seen) length += lengthOf(one.points);
  return length;
}

/// What is sewn on and what lies underneath differ by less than the triangles stray: a line of which hardly
/// anything is certainly on top is one of those underneath.
std::vector<LineStretch> decided(LineOn line, const Depth& depth) {
  std::vector<LineStretch> lenient = stretchesOf(line, depth);
  line.behind_mm = kUnder_mm;
  std::vector<LineStretch> strict = stretchesOf(line, depth);
  return seenLength(strict) < seenLength(lenient) / 2 ? strict : lenient;
}

}  // namespace

Depth::Depth(const std::vector<Surface>& surfaces, const Bounds& bounds)
    : low_(glm::vec2(bounds.min) - 2 * kCell_mm),
      width_(static_cast<int>((bounds.max.x - bounds.min.x) / kCell_mm) + 6),
      height_(static_cast<int>((bounds.max.y - bounds.min.y) / kCell_mm) + 6),
      nearest_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_)) {
  for (const Surface& surface : surfaces)
    for (const Triangle& triangle : surface.triangles) add(triangle, surface.node);
}

float Depth::over(const glm::vec3& p, const LineOn& line) const {
  const glm::ivec2 cell = cellOf(glm::vec2(p));
  float least = std::numeric_limits<float>::max();
  for (int y = -line.reach; y <= line.reach; ++y) {
    for (int x = -line.reach; x <= line.reach; ++x) {
      const Cell there = at(cell.x + x, cell.y + y);
      const bool other = line.node != LineOn::kNoNode && there.node != line.node;
      if (there.z < p.z + (other ? line.behind_mm : kBehind_mm)) return 0;
      least = std::min(least, there.z - p.z);
    }
  }
  return least;
}

glm::ivec2 Depth::cellOf(const glm::vec2& p) const {
  return glm::ivec2(glm::floor((p - low_) / kCell_mm));
}

Depth::Cell Depth::at(int x, int y) const {
  if (x < 0 || y < 0 || x >= width_ || y >= height_) return {};
  return nearest_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                  static_cast<std::size_t>(x)];
}

void Depth::add(const Triangle& triangle, std::uint32_t node) {
  const std::array<glm::vec3, 3> t{triangle[0].at, triangle[1].at, triangle[2].at};
  const glm::ivec2 low = cellOf(glm::min(glm::vec2(t[0]), glm::min(glm::vec2(t[1]), glm::vec2(t[2]))));
  const glm::ivec2 high = cellOf(glm::max(glm::vec2(t[0]), glm::max(glm::vec2(t[1]), glm::vec2(t[2]))));
  const glm::vec2 u(t[1] - t[0]), v(t[2] - t[0]);
  const float area = u.x * v.y - u.y * v.x;
  if (std::abs(area) < 1e-6f) return;
  for (int y = std::max(low.y, 0); y <= std::min(high.y, height_ - 1); ++y) {
    for (int x = std::max(low.x, 0); x <= std::min(high.x, width_ - 1); ++x) {
      const glm::vec2 p = low_ + (glm::vec2(x, y) + 0.5f) * kCell_mm - glm::vec2(t[0]);
      const float b = (p.x * v.y - p.y * v.x) / area, c = (u.x * p.y - u.y * p.x) / area;
      if (b < 0 || c < 0 || b + c > 1) continue;
      Cell& nearest = nearest_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                               static_cast<std::size_t>(x)];
      const float z = t[0].z + b * (t[1].z - t[0].z) + c * (t[2].z - t[0].z);
      if (z > nearest.z) nearest = {z, node};
    }
  }
}

void addShown(const LineOn& line, const Depth& depth, std::vector<Line2>& out) {
  const std::vector<LineStretch> stretches = bridged(decided(line, depth));
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Line2& run = stretches[i].points;
    if (!stretches[i].seen || run.size() < 2 || lengthOf(run) < kShortest_mm || peeks(stretches, i)) continue;
    Line2 thin{run.front()};
    addThinned(run, 0, run.size() - 1, thin);
    out.push_back(std::move(thin));
  }
}

}  // namespace renderer
