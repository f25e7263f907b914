#include "configurator/pack/torso_lines.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace configurator {
namespace {

std::vector<Vec3> evenly(const std::vector<Vec3>& line, double step) {
  const double length = lengthOf(line);
  const int pieces = std::max(1, static_cast<int>(std::lround(length / step)));
  std::vector<Vec3> out;
  out.reserve(static_cast<std::size_t>(pieces) + 1);
  out.push_back(line.front());
  double before = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double here = glm::distance(line[i - 1], line[i]);
    while (out.size() < static_cast<std::size_t>(pieces)) {
      const double left = length * static_cast<double>(out.size()) / pieces - before;
      if (left > here) break;
      out.push_back(glm::mix(line[i - 1], line[i], left / here));
    }
    before += here;
  }
  out.push_back(line.back());
  return out;
}

/// Centripetal-free Catmull-Rom through all points; ends are mirrored.
std::vector<Vec3> splineThrough(const std::vector<Vec3>& p, int per_gap) {
  std::vector<Vec3> out{p.front()};
  out.reserve(p.size() * static_cast<std::size_t>(per_gap));
  const std::size_t last = p.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    const Vec3 before = i > 0 ? p[i - 1] : 2.0 * p[0] - p[1];
    const Vec3 after = i + 2 <= last ? p[i + 2] : 2.0 * p[last] - p[last - 1];
    const Vec3 m0 = 0.5 * (p[i + 1] - before), m1 = 0.5 * (after - p[i]);
    for (int k = 1; k <= per_gap; ++k) {
      const double t = static_cast<double>(k) / per_gap, t2 = t * t, t3 = t2 * t;
      out.push_back(p[i] * (2 * t3 - 3 * t2 + 1) + p[i + 1] * (3 * t2 - 2 * t3) + m0 * (t3 - 2 * t2 + t) +
                    m1 * (t3 - t2));
    }
  }
  return out;
}

/// Moves a point out of the body until it is `lift` above the skin.
Vec3 keptOut(const Torso& torso, Vec3 at, double lift) {
  for (int i = 0; i < 3; ++i) {
    const UnderSkin under = underSkin(torso, at);
    const double inside = under.depth + lift;
    if (inside <= 1e-3) break;
    at += inside * under.out;
  }
  return at;
}

}  // namespace

std::vector<Vec3> overShoulder(const Torso& torso, const OverShoulder& line) {
  constexpr int kSamples = 48;
  const Vec3 top = shoulderTop(torso, line.x);
  std::vector<Vec3> dense;
  dense.reserve(2 * kSamples + 1);
  // Heights thin out towards the ridge, where the skin turns level.
  const auto height = [&](double from, int i) {
    return from + (top.y - from) * std::sin(std::numbers::pi / 2 * i / kSamples);
  };
  for (int i = 0; i < kSamples; ++i) dense.push_back(backOfTorso(torso, line.x, height(line.back_y, i)));
  dense.push_back(top);
  for (int i = kSamples - 1; i >= 0; --i)
    dense.push_back(frontOfTorso(torso, line.x, height(line.front_y, i)));
  return evenly(dense, line.step_mm);
}

std::vector<Vec3> strapPath(const Torso& torso, Vec3 anchor, Vec3 lower, double lift_mm, double drop_mm) {
  const double side = anchor.x < 0 ? -1 : 1;
  const double neck = torso.neck_half_width_mm, armpit = armpitOf(torso);
  const double over = neck + 36, chest = neck + 56;
  const Vec3 top = shoulderTop(torso, side * over);
  const double under = armpit - 62 - drop_mm;
  const TorsoSection flank = sectionAt(torso, under);
  const Vec3 behind = backOfTorso(torso, side * 0.86 * flank.a, under - 40);
  std::vector<Vec3> way{anchor,
                        backOfTorso(torso, side * (over - 6), top.y - 26),
                        top,
                        frontOfTorso(torso, side * (over + 6), top.y - 32),
                        frontOfTorso(torso, side * chest, armpit + 10),
                        frontOfTorso(torso, side * (chest + 18), armpit - 38 - drop_mm),
                        {side * flank.a, under, flank.centre_z},
                        behind,
                        lower};
  constexpr double kLeastDrop = 30;
  if (drop_mm > kLeastDrop)  // straight down the chest before it turns
    way.insert(way.begin() + 5, frontOfTorso(torso, side * (chest + 6), armpit - 20 - 0.5 * drop_mm));
  std::vector<Vec3> line = evenly(splineThrough(way, 24), 8);
  for (int pass = 0; pass < 12; ++pass) {
    Vec3 before = line.front();
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      const Vec3 here = line[i];
      line[i] = keptOut(torso, 0.25 * before + 0.5 * here + 0.25 * line[i + 1], lift_mm);
      before = here;
    }
  }
  return evenly(line, 8);
}

}  // namespace configurator
