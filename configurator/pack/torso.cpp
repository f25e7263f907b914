// The wearer's torso as superellipse sections lofted by monotone cubics. Millimetres.
#include "configurator/pack/torso.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

/// A measured section: `below` C7, half width, half depth, exponent, and how far its rear lies ahead of the
/// back plane.
struct Row {
  double below, a, b, n, ahead;
};

struct Body3 {
  double length, chest_girth;
  std::array<Row, 9> rows;
};

constexpr std::size_t kNeckBase = 1, kShoulder = 2, kArmpit = 3;

// ANSUR II means of three size groups, chest widened over the lats so that the tape reads its girth.
// Exponents of waist and buttock are those that give the measured girth. The shoulder's depth is the one that
// makes the ridge 118 thick half way between neck and acromion. The first row is the neck, the last the
// upper thigh, both for drawing.
constexpr Body3 kBodies[3] = {
    {405,
     886,
     {{{-78, 53, 54, 2, 72},
       {10, 58, 58, 2, 50},
       {65, 184, 70, 2.5, 25},
       {159, 152, 105, 2.8, 5},
       {219, 149, 112, 3.0, 0},
       {346, 140, 100, 2.8, 22},
       {414, 139, 96, 2.8, 35},
       {568, 168, 109, 3.7, 5},
       {640, 164, 104, 3.4, 12}}}},
    {453,
     972,
     {{{-82, 60, 61, 2, 74},
       {20, 66, 66, 2, 50},
       {78, 203, 70, 2.5, 25},
       {183, 172, 112, 2.8, 5},
       {224, 171, 116, 3.0, 0},
       {395, 150, 108, 2.8, 22},
       {451, 149, 104, 2.7, 35},
       {626, 166, 112, 3.5, 5},
       {705, 162, 107, 3.3, 12}}}},
    {476,
     1056,
     {{{-84, 63, 64, 2, 74},
       {22, 69, 69, 2, 50},
       {80, 210, 74, 2.5, 25},
       {194, 186, 120, 2.8, 5},
       {234, 185, 126, 3.0, 0},
       {410, 163, 120, 2.8, 22},
       {472, 165, 118, 2.7, 35},
       {650, 175, 123, 3.5, 5},
       {730, 171, 118, 3.3, 12}}}},
};

/// Slope at the middle of three points that keeps a cubic monotone (Fritsch and Butland's harmonic mean).
double monotoneSlope(double before, double after, double width_before, double width_after) {
  if (before * after <= 0) return 0;
  const double w1 = 2 * width_after + width_before, w2 = width_after + 2 * width_before;
  return (w1 + w2) / (w1 / before + w2 / after);
}

/// A quantity of the sections lofted at `y` inside the gap below section `i` (y falls with the index).
template <typename Quantity>
double loft(const std::vector<TorsoSection>& s, std::size_t i, double y, Quantity of) {
  const auto slope = [&](std::size_t k) { return (of(s[k + 1]) - of(s[k])) / (s[k + 1].y - s[k].y); };
  const auto width = [&](std::size_t k) { return s[k].y - s[k + 1].y; };
  const double here = slope(i), h = s[i + 1].y - s[i].y, t = (y - s[i].y) / h;
  const double m0 = i > 0 ? monotoneSlope(slope(i - 1), here, width(i - 1), width(i)) : here;
  const double m1 = i + 2 < s.size() ? monotoneSlope(here, slope(i + 1), width(i), width(i + 1)) : here;
  const double t2 = t * t, t3 = t2 * t;
  return of(s[i]) * (2 * t3 - 3 * t2 + 1) + of(s[i + 1]) * (3 * t2 - 2 * t3) + h * m0 * (t3 - 2 * t2 + t) +
         h * m1 * (t3 - t2);
}

constexpr double kCapMm = 26;  // the shoulder's end is rounded this far above and below the acromion

/// Half width inside the gap below section `i`. The ridge from neck to acromion is straight, because its
/// slope is a measured angle, and ends in a round cap.
double halfWidthAt(const std::vector<TorsoSection>& s, std::size_t i, double y) {
  const auto width = [](const TorsoSection& q) { return q.a; };
  const auto ridge = [&](double at) {
    const TorsoSection &neck = s[kNeckBase], &tip = s[kShoulder];
    return neck.a + (tip.a - neck.a) * (at - neck.y) / (tip.y - neck.y);
  };
  const double tip = s[kShoulder].y;
  if (std::abs(y - tip) < kCapMm) {
    const double t = (tip + kCapMm - y) / (2 * kCapMm);
    return (1 - t) * (1 - t) * ridge(tip + kCapMm) + 2 * t * (1 - t) * s[kShoulder].a +
           t * t * loft(s, kShoulder, tip - kCapMm, width);
  }
  return i == kNeckBase ? ridge(y) : loft(s, i, y, width);
}

/// 0 on the axis of the section, 1 on the skin.
double radiusRatio(const TorsoSection& s, double x, double z) {
  return std::pow(std::pow(std::abs(x) / s.a, s.n) + std::pow(std::abs(z - s.centre_z) / s.b, s.n), 1 / s.n);
}

/// Gradient of radiusRatio; the sections' change with height is taken by differences.
Vec3 ratioGradient(const Torso& torso, const TorsoSection& s, Vec3 at, double ratio) {
  constexpr double kStep = 0.5;
  const double w = at.z - s.centre_z, scale = std::pow(ratio, 1 - s.n);
  const double gx = scale * std::pow(std::abs(at.x) / s.a, s.n - 1) / s.a * (at.x < 0 ? -1 : 1);
  const double gz = scale * std::pow(std::abs(w) / s.b, s.n - 1) / s.b * (w < 0 ? -1 : 1);
  const double gy = (radiusRatio(sectionAt(torso, at.y + kStep), at.x, at.z) -
                     radiusRatio(sectionAt(torso, at.y - kStep), at.x, at.z)) /
                    (2 * kStep);
  return {gx, gy, gz};
}

/// Half width of the shoulders at the widest level of their round caps.
double widest(const Torso& torso) {
  const double tip = torso.sections[kShoulder].y;
  double a = 0;
  for (double y = tip + kCapMm; y > tip - kCapMm; y -= 2) a = std::max(a, sectionAt(torso, y).a);
  return a;
}

/// Half the depth of a section at lateral x.
double halfDepth(const TorsoSection& s, double x) {
  const double t = std::min(1.0, std::abs(x) / s.a);
  return s.b * std::pow(std::max(0.0, 1 - std::pow(t, s.n)), 1 / s.n);
}

std::vector<Vec3> evenly(const std::vector<Vec3>& line, double step) {
  const double length = lengthOf(line);
  const int pieces = std::max(1, static_cast<int>(std::lround(length / step)));
  std::vector<Vec3> out;
  out.reserve(static_cast<std::size_t>(pieces) + 1);
  for (int i = 0; i <= pieces; ++i) out.push_back(pointAlong(line, length * i / pieces));
  return out;
}

/// Centripetal-free Catmull-Rom through all points; ends are mirrored.
std::vector<Vec3> splineThrough(const std::vector<Vec3>& p, int per_gap) {
  std::vector<Vec3> out{p.front()};
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

/// How deep a point lies under the skin, and the way out.
struct UnderSkin {
  double depth = 0;
  Vec3 out{0, 0, 1};
};

UnderSkin underSkin(const Torso& torso, Vec3 at) {
  const TorsoSection s = sectionAt(torso, at.y);
  const double ratio = radiusRatio(s, at.x, at.z);
  if (ratio < 1e-6) return {std::min(s.a, s.b), {0, 0, 1}};
  const Vec3 gradient = ratioGradient(torso, s, at, ratio);
  return {(1 - ratio) / glm::length(gradient), glm::normalize(gradient)};
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

Torso makeTorso(PackSize size, double c7_y_mm, double back_plane_z_mm) {
  const Body3& body = kBodies[static_cast<int>(size)];
  Torso torso;
  torso.size = size;
  torso.c7_y_mm = c7_y_mm;
  torso.back_plane_z_mm = back_plane_z_mm;
  torso.length_mm = body.length;
  torso.chest_girth_mm = body.chest_girth;
  torso.neck_half_width_mm = body.rows[kNeckBase].a;
  torso.acromion_half_mm = body.rows[kShoulder].a;
  torso.sections.reserve(body.rows.size());
  for (const Row& row : body.rows)
    torso.sections.push_back({c7_y_mm - row.below, row.a, row.b, row.n, back_plane_z_mm - row.ahead - row.b});
  return torso;
}

TorsoSection sectionAt(const Torso& torso, double y) {
  const std::vector<TorsoSection>& s = torso.sections;
  require(s.size() > kArmpit, "torso has no sections");
  if (y >= s.front().y) return {y, s.front().a, s.front().b, s.front().n, s.front().centre_z};
  if (y <= s.back().y) return {y, s.back().a, s.back().b, s.back().n, s.back().centre_z};
  std::size_t i = 0;
  while (y < s[i + 1].y) ++i;
  const double back = loft(s, i, y, [](const TorsoSection& q) { return q.centre_z + q.b; });
  const double front = loft(s, i, y, [](const TorsoSection& q) { return q.centre_z - q.b; });
  TorsoSection out{y, 0, (back - front) / 2, loft(s, i, y, [](const TorsoSection& q) { return q.n; }),
                   (back + front) / 2};
  out.a = halfWidthAt(s, i, y);
  return out;
}

Vec3 backOfTorso(const Torso& torso, double x, double y) {
  const TorsoSection s = sectionAt(torso, y);
  return {std::clamp(x, -s.a, s.a), y, s.centre_z + halfDepth(s, x)};
}

Vec3 frontOfTorso(const Torso& torso, double x, double y) {
  const TorsoSection s = sectionAt(torso, y);
  return {std::clamp(x, -s.a, s.a), y, s.centre_z - halfDepth(s, x)};
}

Vec3 shoulderTop(const Torso& torso, double x) {
  const TorsoSection &neck = torso.sections[kNeckBase], &tip = torso.sections[kShoulder];
  const double lateral = std::clamp(std::abs(x), neck.a, widest(torso));
  double y = neck.y + (tip.y - neck.y) * (lateral - neck.a) / (tip.a - neck.a);
  if (y < tip.y + kCapMm) {  // on the cap: the highest level that is wide enough
    double high = tip.y + kCapMm, low = tip.y - kCapMm;
    for (int i = 0; i < 30; ++i) {
      y = (high + low) / 2;
      (sectionAt(torso, y).a < lateral ? high : low) = y;
    }
  }
  return {x < 0 ? -lateral : lateral, y, sectionAt(torso, y).centre_z};
}

Vec3 torsoNormal(const Torso& torso, Vec3 at) {
  return underSkin(torso, at).out;
}

double depthInside(const Torso& torso, Vec3 at) {
  return underSkin(torso, at).depth;
}

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

std::vector<Vec3> strapPath(const Torso& torso, Vec3 anchor, Vec3 lower, double lift_mm) {
  const double side = anchor.x < 0 ? -1 : 1;
  const double neck = torso.neck_half_width_mm, armpit = torso.sections[kArmpit].y;
  const double over = neck + 36, chest = neck + 56;
  const Vec3 top = shoulderTop(torso, side * over);
  const double under = armpit - 62;
  const TorsoSection flank = sectionAt(torso, under);
  const Vec3 behind = backOfTorso(torso, side * 0.86 * flank.a, under - 40);
  const std::vector<Vec3> way{anchor,
                              backOfTorso(torso, side * (over - 6), top.y - 26),
                              top,
                              frontOfTorso(torso, side * (over + 6), top.y - 32),
                              frontOfTorso(torso, side * chest, armpit + 10),
                              frontOfTorso(torso, side * (chest + 18), armpit - 38),
                              {side * flank.a, under, flank.centre_z},
                              behind,
                              lower};
  std::vector<Vec3> line = evenly(splineThrough(way, 24), 8);
  for (int pass = 0; pass < 4; ++pass) {
    std::vector<Vec3> smooth = line;
    for (std::size_t i = 1; i + 1 < line.size(); ++i)
      smooth[i] = keptOut(torso, 0.25 * line[i - 1] + 0.5 * line[i] + 0.25 * line[i + 1], lift_mm);
    line = std::move(smooth);
  }
  return evenly(line, 8);
}

std::vector<std::vector<Vec3>> torsoRings(const Torso& torso, int rings, int points) {
  require(rings >= 2 && points >= 8, "a torso needs at least 2 rings of 8 points");
  // Rings are spread by the way along the flank, so that the shallow shoulders get as many as the flanks.
  constexpr int kSteps = 400;
  const double top = torso.sections.front().y, bottom = torso.sections.back().y;
  std::vector<Vec3> flank;
  flank.reserve(kSteps + 1);
  for (int i = 0; i <= kSteps; ++i) {
    const double y = top + (bottom - top) * i / kSteps;
    flank.push_back({sectionAt(torso, y).a, y, 0});
  }
  std::vector<std::vector<Vec3>> out;
  const double length = lengthOf(flank);
  for (int i = 0; i < rings; ++i) {
    const TorsoSection s = sectionAt(torso, pointAlong(flank, length * i / (rings - 1)).y);
    std::vector<Vec3> ring;
    for (int k = 0; k < points; ++k) {
      const double angle = 2 * std::numbers::pi * k / points, c = std::cos(angle), q = std::sin(angle);
      ring.push_back({s.a * std::copysign(std::pow(std::abs(c), 2 / s.n), c), s.y,
                      s.centre_z + s.b * std::copysign(std::pow(std::abs(q), 2 / s.n), q)});
    }
    out.push_back(std::move(ring));
  }
  return out;
}

}  // namespace configurator
