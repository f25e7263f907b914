// A stretch pocket on its base in space.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_vest_bulge.h"

namespace configurator {
namespace {

constexpr int kHalfColumns = 8;

/// Signed volume between a quadrilateral and the origin.
double quadVolume(Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
  return (glm::dot(a, glm::cross(b, c)) + glm::dot(a, glm::cross(c, d))) / 6;
}

/// Area under an arc of this half angle over that under its chords.
double arcOverChords(double half_angle) {
  constexpr double kChords = 2 * kHalfColumns;
  const double under = std::sin(half_angle) * std::cos(half_angle);
  const double arc = half_angle - under;
  const double chords = kChords / 2 * std::sin(2 * half_angle / kChords) - under;
  return arc / chords;
}

double volumeUnder(const std::vector<std::vector<Vec3>>& rows) {
  double volume = 0;
  for (std::size_t i = 0; i + 1 < rows.size(); ++i)
    for (std::size_t k = 0; k + 1 < rows[i].size(); ++k)
      volume += quadVolume(rows[i][k], rows[i][k + 1], rows[i + 1][k + 1], rows[i + 1][k]);
  return volume;
}

}  // namespace

Bulge::Bulge(BulgeCut cut, BulgePlace place) : cut_(std::move(cut)), place_(std::move(place)) {}

Polyline Bulge::footprint() const {
  Polyline line = cut_.footprint();
  for (Vec2& p : line) p += place_.at;
  return line;
}

Vec3 Bulge::onRow(double level, double rise, double turn) const {
  const double chord = cut_.halfChord(level);
  Vec2 in_plane{turn * chord, 0};
  if (rise > 1e-6) {
    const double radius = (chord * chord + rise * rise) / (2 * rise);
    const double angle = turn * 2 * std::atan2(rise, chord);
    in_plane = {radius * std::sin(angle), radius * std::cos(angle) - (radius - rise)};
  }
  return place_.base(place_.at + Vec2{in_plane.x, level}, in_plane.y + place_.lift);
}

double Bulge::litresAt(double rise) const {
  std::vector<std::vector<Vec3>> cloth, ground;
  for (const BulgeCut::Row& row : cut_.rows) {
    std::vector<Vec3> over, under;
    const double chord = cut_.halfChord(row.level);
    for (int k = -kHalfColumns; k <= kHalfColumns; ++k) {
      const double share = static_cast<double>(k) / kHalfColumns;
      over.push_back(onRow(row.level, rise * row.rise, share));
      under.push_back(place_.base(place_.at + Vec2{share * chord, row.level}, place_.lift));
    }
    cloth.push_back(std::move(over));
    ground.push_back(std::move(under));
  }
  // Between the cloth and its base, closed at the mouth by a flat lid.
  double volume = volumeUnder(cloth) - volumeUnder(ground);
  for (std::size_t k = 0; k + 1 < cloth.back().size(); ++k)
    volume += quadVolume(cloth.back()[k], cloth.back()[k + 1], ground.back()[k + 1], ground.back()[k]);
  const BulgeCut::Row& middle = cut_.rows[cut_.rows.size() * 3 / 4];
  const double half_angle = 2 * std::atan2(rise * middle.rise, cut_.halfChord(middle.level));
  return volume * (half_angle > 0.05 ? arcOverChords(half_angle) : 1) / 1e6;
}

Bulge::Worn Bulge::makeWorn() const {
  Worn worn;
  if (cut_.litres > 1e-6) {
    for (int i = 0; i < 5; ++i) {
      const double holds = litresAt(worn.rise);
      if (holds <= 0) break;
      worn.rise = std::clamp(worn.rise * cut_.litres / holds, 0.3, 2.0);
    }
  }
  // The mesh evens its stretch out along each level line.
  for (const BulgeCut::Row& row : cut_.rows) {
    std::array<double, kSteps + 1> way{};
    Vec3 before = onRow(row.level, worn.rise * row.rise, -1);
    for (std::size_t k = 1; k <= kSteps; ++k) {
      const Vec3 at = onRow(row.level, worn.rise * row.rise, 2.0 * static_cast<double>(k) / kSteps - 1);
      way[k] = way[k - 1] + glm::distance(before, at);
      before = at;
    }
    for (double& part : way) part /= way.back();
    worn.way.push_back(way);
  }
  return worn;
}

const Bulge::Worn& Bulge::worn() const {
  std::call_once(once_, [this] { worn_ = makeWorn(); });
  return worn_;
}

namespace {

/// Where along a growing table (0..1, even steps from -1 to 1) a value lies; a little beyond its ends too.
template <typename Table>
double turnAt(const Table& table, double value) {
  const auto next = std::upper_bound(table.begin() + 1, table.end() - 1, value);
  const double step = 2.0 / static_cast<double>(table.size() - 1);
  const double before = static_cast<double>(next - 1 - table.begin());
  return -1 + step * (before + (value - *(next - 1)) / (*next - *(next - 1)));
}

}  // namespace

Vec3 Bulge::at(Vec2 flat) const {
  const std::vector<BulgeCut::Row>& rows = cut_.rows;
  const auto above = std::upper_bound(rows.begin() + 1, rows.end() - 1, flat.y,
                                      [](double y, const BulgeCut::Row& row) { return y < row.flat_y; });
  const std::size_t i = static_cast<std::size_t>(above - rows.begin());
  const BulgeCut::Row &b = rows[i], &a = rows[i - 1];
  const double t = std::clamp((flat.y - a.flat_y) / (b.flat_y - a.flat_y), -0.5, 1.5);
  const double share = (flat.x / std::max(glm::mix(a.half, b.half, t), 1e-6) + 1) / 2;
  const double turn = glm::mix(turnAt(worn().way[i - 1], share), turnAt(worn().way[i], share), t);
  return onRow(std::max(0.0, glm::mix(a.level, b.level, t)),
               worn().rise * std::max(0.0, glm::mix(a.rise, b.rise, t)), turn);
}

}  // namespace configurator
