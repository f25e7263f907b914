#include "configurator/pack/body_vest_bulge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace configurator {
namespace {

constexpr int kRows = 20;

// Gauss-Legendre points and weights on 0..1.
constexpr std::size_t kPoints = 4;
constexpr std::array<double, kPoints> kAt{0.069431844202974, 0.330009478207572, 0.669990521792428,
                                          0.930568155797026};
constexpr std::array<double, kPoints> kWeight{0.173927422568727, 0.326072577431273, 0.326072577431273,
                                              0.173927422568727};

/// Half of one level line: from the middle out to the seam.
struct Arc4 {
  std::array<double, kPoints> x{}, rise{}, sine{}, cosine{};  ///< place and direction of its points
  double length = 0, area = 0;                                ///< worn; area between it and the base
};

struct Profile {
  const BulgeShape& shape;
  double rise = 0;

  double level(int row) const {
    // Rows close up at the bottom, where the cloth stands nearly upright.
    const double t = static_cast<double>(row) / kRows;
    return shape.height * t * t;
  }

  double riseAt(double at) const {
    const double up = std::clamp(1 - at / shape.round, 0.0, 1.0);
    const double towards_top = std::clamp((at - shape.round) / (shape.height - shape.round), 0.0, 1.0);
    const double full = rise * (1 + (shape.mouth - 1) * towards_top * towards_top);
    return full * std::sqrt(std::max(0.0, 1 - up * up));
  }

  Arc4 arcAt(double chord, double height) const {
    Arc4 arc;
    const bool flat = height < 1e-6;
    const double radius = flat ? chord : (chord * chord + height * height) / (2 * height);
    const double half_angle = flat ? 1 : 2 * std::atan2(height, chord);
    for (std::size_t k = 0; k < kPoints; ++k) {
      const double angle = half_angle * kAt[k];
      arc.sine[k] = flat ? 0 : std::sin(angle);
      arc.cosine[k] = flat ? 1 : std::cos(angle);
      arc.x[k] = flat ? chord * kAt[k] : radius * arc.sine[k];
      arc.rise[k] = flat ? 0 : radius * arc.cosine[k] - (radius - height);
      const double across = shape.base_stretch.x * (1 + shape.curvature.x * arc.rise[k]) * arc.cosine[k];
      const double step = kWeight[k] * radius * half_angle;
      arc.length += step * std::hypot(across, arc.sine[k]);
      arc.area += step * shape.base_stretch.x * arc.cosine[k] *
                  (arc.rise[k] + shape.curvature.x * arc.rise[k] * arc.rise[k] / 2);
    }
    return arc;
  }

  /// Mean distance of two level lines on the cloth: rows that far apart keep the cloth's area.
  double between(const Arc4& below, const Arc4& above, double level_step) const {
    double sum = 0;
    for (std::size_t k = 0; k < kPoints; ++k) {
      const double height = (below.rise[k] + above.rise[k]) / 2;
      const double along = level_step * shape.base_stretch.y * (1 + shape.curvature.y * height);
      const double aside =
          (above.x[k] - below.x[k]) * shape.base_stretch.x * (1 + shape.curvature.x * height);
      const double out = aside * (below.sine[k] + above.sine[k]) / 2 +
                         (above.rise[k] - below.rise[k]) * (below.cosine[k] + above.cosine[k]) / 2;
      sum += kWeight[k] * std::hypot(along, out);
    }
    return sum;
  }
};

/// The cut that fills out to this rise.
BulgeCut cutFor(const BulgeShape& shape, double rise) {
  BulgeCut cut{shape, {}, 0};
  cut.rows.reserve(kRows + 1);
  const Profile profile{shape, rise};
  Arc4 below;
  for (int i = 0; i <= kRows; ++i) {
    BulgeCut::Row row;
    row.level = profile.level(i);
    row.rise = profile.riseAt(row.level);
    const Arc4 arc = profile.arcAt(cut.halfChord(row.level), row.rise);
    row.half = arc.length / kMeshStretch.x;
    if (i > 0) {
      const BulgeCut::Row& last = cut.rows.back();
      const double step = row.level - last.level;
      row.flat_y = last.flat_y + profile.between(below, arc, step) / kMeshStretch.y;
      // Both halves, and the mean of both rows.
      cut.litres += step * shape.base_stretch.y * (below.area + arc.area) / 1e6;
    }
    cut.rows.push_back(row);
    below = arc;
  }
  return cut;
}

/// Length of the sewn edges (left, bottom, right) as cut over the length of their place.
double gatherOf(const BulgeCut& cut) {
  double sewn = cut.rows.front().half, place = cut.halfChord(0);
  for (std::size_t i = 1; i < cut.rows.size(); ++i) {
    const BulgeCut::Row &a = cut.rows[i - 1], &b = cut.rows[i];
    sewn += std::hypot(b.half - a.half, b.flat_y - a.flat_y);
    place += std::hypot(cut.halfChord(b.level) - cut.halfChord(a.level), b.level - a.level);
  }
  return sewn / place;
}

}  // namespace

double BulgeCut::halfChord(double level) const {
  const double straight = shape.half_bottom + (shape.half_top - shape.half_bottom) * level / shape.height;
  if (level >= shape.corner) return straight;
  const double up = shape.corner - std::max(0.0, level);
  return straight - shape.corner + std::sqrt(shape.corner * shape.corner - up * up);
}

std::vector<Edge> BulgeCut::edges() const {
  Polyline right, left;
  right.reserve(rows.size());
  left.reserve(rows.size());
  for (const Row& row : rows) right.push_back({row.half, row.flat_y});
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) left.push_back({-row->half, row->flat_y});
  return {{"bottom", {left.back(), right.front()}, 8, EdgeFinish::Raw},
          {"right", right, 8, EdgeFinish::Raw},
          {"top", {right.back(), left.front()}, 0, EdgeFinish::Bound},
          {"left", std::move(left), 8, EdgeFinish::Raw}};
}

Polyline BulgeCut::footprint() const {
  Polyline line;
  line.reserve(2 * rows.size());
  for (auto row = rows.rbegin(); row != rows.rend(); ++row)
    line.push_back({-halfChord(row->level), row->level});
  for (const Row& row : rows) line.push_back({halfChord(row.level), row.level});
  return line;
}

double BulgeCut::rise() const {
  double most = 0;
  for (const Row& row : rows) most = std::max(most, row.rise);
  return most;
}

Vec2 BulgeCut::crownCurvature(double flat_y) const {
  const auto row = std::find_if(rows.begin() + 1, rows.end() - 1,
                                [&](const Row& candidate) { return candidate.flat_y >= flat_y; });
  const double chord = halfChord(row->level), height = row->rise;
  const double radius = (chord * chord + height * height) / (2 * height);
  // Off a round base everything is wider than on it, and so less curved.
  const Vec2 wider = Vec2{1, 1} + height * shape.curvature;
  return {1 / (radius * wider.x * wider.x) + shape.curvature.x / wider.x, shape.curvature.y / wider.y};
}

BulgeCut cutBulge(const BulgeShape& shape) {
  // The fuller the pocket the longer its sewn edges: the rise at which they have the stated gather.
  constexpr double kExact = 1e-4;
  const double wide = std::max(shape.half_bottom, shape.half_top);
  double low = 0, high = 0.6 * wide;
  double below = gatherOf(cutFor(shape, low)) - shape.gather;
  if (below >= 0) return cutFor(shape, low);
  double above = gatherOf(cutFor(shape, high)) - shape.gather;
  for (int i = 0; above < 0 && i < 4; ++i) {
    high *= 1.5;
    above = gatherOf(cutFor(shape, high)) - shape.gather;
  }
  BulgeCut cut;
  for (int i = 0; i < 30; ++i) {
    const double rise = low + (high - low) * below / (below - above);
    cut = cutFor(shape, rise);
    const double off = gatherOf(cut) - shape.gather;
    if (std::abs(off) < kExact) break;
    // The end that stays is given half its weight (Illinois), so that both close in.
    (off < 0 ? low : high) = rise;
    (off < 0 ? below : above) = off;
    (off < 0 ? above : below) /= 2;
  }
  return cut;
}

}  // namespace configurator
