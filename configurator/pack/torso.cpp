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

/// How the skin changes with height at a section (d/dy), which the loft between sections keeps to.
struct Slopes {
  double back = 0, front = 0, a = 0, n = 0;
};
using BodySlopes = std::array<Slopes, 9>;

/// Slopes of one quantity at all rows.
template <typename Quantity>
void addSlopes(const std::array<Row, 9>& rows, Quantity of, double Slopes::*slope, BodySlopes& slopes) {
  const std::size_t last = rows.size() - 1;
  const auto width = [&](std::size_t k) { return rows[k + 1].below - rows[k].below; };
  const auto between = [&](std::size_t k) { return (of(rows[k]) - of(rows[k + 1])) / width(k); };
  slopes.front().*slope = between(0);
  slopes.back().*slope = between(last - 1);
  for (std::size_t k = 1; k < last; ++k)
    slopes[k].*slope = monotoneSlope(between(k - 1), between(k), width(k - 1), width(k));
}

/// The same for every torso of a size, wherever it stands.
const BodySlopes& slopesOf(PackSize size) {
  static const std::array<BodySlopes, 3> kSlopes = [] {
    std::array<BodySlopes, 3> all;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::array<Row, 9>& rows = kBodies[i].rows;
      addSlopes(
          rows, [](const Row& r) { return -r.ahead; }, &Slopes::back, all[i]);
      addSlopes(
          rows, [](const Row& r) { return -r.ahead - 2 * r.b; }, &Slopes::front, all[i]);
      addSlopes(
          rows, [](const Row& r) { return r.a; }, &Slopes::a, all[i]);
      addSlopes(
          rows, [](const Row& r) { return r.n; }, &Slopes::n, all[i]);
    }
    return all;
  }();
  return kSlopes[static_cast<std::size_t>(size)];
}

/// A value with its slope in y.
struct Sloped {
  double value = 0, slope = 0;
};

/// The cubic between two sections: values and slopes at its ends, `t` from 0 to 1 over the height `h`.
struct Loft {
  double t, h;
  Sloped between(Sloped from, Sloped to) const {
    const double t2 = t * t, t3 = t2 * t;
    return {from.value * (2 * t3 - 3 * t2 + 1) + to.value * (3 * t2 - 2 * t3) +
                h * from.slope * (t3 - 2 * t2 + t) + h * to.slope * (t3 - t2),
            6 * (t2 - t) * (from.value - to.value) / h + from.slope * (3 * t2 - 4 * t + 1) +
                to.slope * (3 * t2 - 2 * t)};
  }
};

Loft loftAt(const std::vector<TorsoSection>& s, std::size_t i, double y) {
  const double h = s[i + 1].y - s[i].y;
  return {(y - s[i].y) / h, h};
}

constexpr double kCapMm = 26;  // the shoulder's end is rounded this far above and below the acromion

Sloped loftedWidth(const Torso& torso, std::size_t i, double y) {
  const BodySlopes& slopes = slopesOf(torso.size);
  const auto end = [&](std::size_t k) { return Sloped{torso.sections[k].a, slopes[k].a}; };
  return loftAt(torso.sections, i, y).between(end(i), end(i + 1));
}

/// Half width inside the gap below section `i`. The ridge from neck to acromion is straight, because its
/// slope is a measured angle, and ends in a round cap.
Sloped halfWidthAt(const Torso& torso, std::size_t i, double y) {
  const TorsoSection &neck = torso.sections[kNeckBase], &shoulder = torso.sections[kShoulder];
  const auto ridge = [&](double at) {
    return neck.a + (shoulder.a - neck.a) * (at - neck.y) / (shoulder.y - neck.y);
  };
  const double tip = shoulder.y;
  if (std::abs(y - tip) < kCapMm) {
    const double t = (tip + kCapMm - y) / (2 * kCapMm);
    const double above = ridge(tip + kCapMm), below = loftedWidth(torso, kShoulder, tip - kCapMm).value;
    return {(1 - t) * (1 - t) * above + 2 * t * (1 - t) * shoulder.a + t * t * below,
            ((1 - t) * (above - shoulder.a) + t * (shoulder.a - below)) / kCapMm};
  }
  if (i == kNeckBase) return {ridge(y), (shoulder.a - neck.a) / (shoulder.y - neck.y)};
  return loftedWidth(torso, i, y);
}

/// A section and how it changes with height; the change of `y` is not used.
struct SlopedSection {
  TorsoSection at, slope;
};

SlopedSection slopedSectionAt(const Torso& torso, double y) {
  const std::vector<TorsoSection>& s = torso.sections;
  require(s.size() == kBodies[0].rows.size(), "torso has no sections");
  const TorsoSection none{0, 0, 0, 0, 0};
  if (y >= s.front().y) return {{y, s.front().a, s.front().b, s.front().n, s.front().centre_z}, none};
  if (y <= s.back().y) return {{y, s.back().a, s.back().b, s.back().n, s.back().centre_z}, none};
  std::size_t i = 0;
  while (y < s[i + 1].y) ++i;
  const Loft loft = loftAt(s, i, y);
  const Slopes &m = slopesOf(torso.size)[i], &m1 = slopesOf(torso.size)[i + 1];
  const Sloped back =
      loft.between({s[i].centre_z + s[i].b, m.back}, {s[i + 1].centre_z + s[i + 1].b, m1.back});
  const Sloped front =
      loft.between({s[i].centre_z - s[i].b, m.front}, {s[i + 1].centre_z - s[i + 1].b, m1.front});
  const Sloped n = loft.between({s[i].n, m.n}, {s[i + 1].n, m1.n});
  const Sloped a = halfWidthAt(torso, i, y);
  return {{y, a.value, (back.value - front.value) / 2, n.value, (back.value + front.value) / 2},
          {0, a.slope, (back.slope - front.slope) / 2, n.slope, (back.slope + front.slope) / 2}};
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
  if (x == 0) return s.b;
  const double t = std::min(1.0, std::abs(x) / s.a);
  return s.b * std::pow(std::max(0.0, 1 - std::pow(t, s.n)), 1 / s.n);
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

double armpitOf(const Torso& torso) {
  return torso.sections[kArmpit].y;
}

TorsoSection sectionAt(const Torso& torso, double y) {
  return slopedSectionAt(torso, y).at;
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

/// r is 0 on the axis of the section and 1 on the skin: r^n = u^n + v^n with u = |x| / a, v = |z - centre| /
/// b. Depth = (1 - r) / |gradient of r|. All powers come from the logarithms, which the slope with height
/// needs:
///   (ln r)' = ((u^n ln u^n)' + (v^n ln v^n)') / (n r^n) - n' ln r^n / n^2.
UnderSkin underSkin(const Torso& torso, Vec3 at) {
  const auto [s, slope] = slopedSectionAt(torso, at.y);
  const double w = at.z - s.centre_z;
  const double u = std::abs(at.x) / s.a, v = std::abs(w) / s.b;
  constexpr double kOnAxis = 1e-6;
  if (u < kOnAxis && v < kOnAxis) return {std::min(s.a, s.b), {0, 0, 1}};
  const double log_u = u > 0 ? std::log(u) : 0, log_v = v > 0 ? std::log(v) : 0;
  const double pu = u > 0 ? std::exp(s.n * log_u) : 0, pv = v > 0 ? std::exp(s.n * log_v) : 0;
  const double log_sum = std::log(pu + pv), ratio = std::exp(log_sum / s.n);
  const double scale = ratio / (pu + pv);
  const double gx = u > 0 ? scale * pu / at.x : 0, gz = v > 0 ? scale * pv / w : 0;
  double gy = pu * (slope.n * log_u / s.n - slope.a / s.a) + pv * (slope.n * log_v / s.n - slope.b / s.b);
  gy = scale * gy - ratio * slope.n * log_sum / (s.n * s.n) - gz * slope.centre_z;
  const Vec3 gradient{gx, gy, gz};
  const double steep = glm::length(gradient);
  return {(1 - ratio) / steep, gradient / steep};
}

Vec3 torsoNormal(const Torso& torso, Vec3 at) {
  return underSkin(torso, at).out;
}

double depthInside(const Torso& torso, Vec3 at) {
  return underSkin(torso, at).depth;
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
