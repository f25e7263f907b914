// Torso and arms are tubes of rings. Where they meet, the points of both are moved onto one surface that
// blends them, so that shoulder and armpit have no crease; what lies deeper inside stays hidden.
#include "configurator/pack/figure.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace configurator {
namespace {

constexpr double kBlendMm = 28;      // how far from the crease shoulder and armpit are rounded
constexpr double kNeckMm = 44;       // the neck is cut this far above C7
constexpr double kNeckDomeMm = 20;   // height of its rounded end
constexpr double kEdgeRoundMm = 10;  // radius at the cut of hips and arms
constexpr int kTorsoRings = 110, kTorsoPoints = 112;
constexpr int kArmRings = 22, kArmPoints = 48;
constexpr int kCapRings = 9;

/// Arms of the three size groups: radius at the joint, which makes the breadth over the deltoids 436, 482 and
/// 511 (means of the same ANSUR II groups), at the cut, and the way between.
/// They are held 38 degrees away from the body, so
/// that armpits are as high as measured and straps run free below them.
struct ArmSize {
  double joint_radius, end_radius, length;
};
constexpr ArmSize kArms[3] = {{40, 34, 105}, {46, 39, 115}, {51, 43, 120}};
constexpr std::size_t kShoulder = 2;  // the torso's section through the acromions
constexpr double kHangDegrees = 38;

struct Depth {
  double mm = 0;
  Vec3 out{0, 0, 1};
};

Depth depthInArm(const UpperArm& arm, Vec3 at) {
  const Vec3 way = arm.end - arm.joint;
  const double t = std::clamp(glm::dot(at - arm.joint, way) / glm::dot(way, way), 0.0, 1.0);
  const Vec3 from = at - glm::mix(arm.joint, arm.end, t);
  const double distance = glm::length(from);
  const double radius = glm::mix(arm.joint_radius_mm, arm.end_radius_mm, t);
  return {radius - distance, distance > 1e-9 ? from / distance : Vec3{0, 0, 1}};
}

/// The larger of two depths, rounded where they are alike (a quadratic smooth maximum).
Depth blended(const Depth& a, const Depth& b) {
  const Depth &more = a.mm > b.mm ? a : b, &less = a.mm > b.mm ? b : a;
  const double h = std::max(0.0, kBlendMm - (more.mm - less.mm)) / kBlendMm;
  return {more.mm + h * h * kBlendMm / 4, glm::normalize((1 - h / 2) * more.out + h / 2 * less.out)};
}

Depth skinAt(const Figure& figure, Vec3 at) {
  const Depth torso{depthInside(figure.torso, at), torsoNormal(figure.torso, at)};
  return blended(torso, depthInArm(figure.arms[at.x < 0 ? 0 : 1], at));
}

/// Rings of one tube, all of one number of points; the first and last close to a point.
struct Tube {
  std::vector<std::vector<Vec3>> rings;
  std::size_t skin_from = 0, skin_to = 0;  ///< rings of the blended skin; those before and after are caps
};

Vec3 middleOf(const std::vector<Vec3>& ring) {
  Vec3 sum{0, 0, 0};
  for (const Vec3& p : ring) sum += p;
  return sum / static_cast<double>(ring.size());
}

/// The end of a tube: a quarter ellipse `height` high that leaves the rim at right angles and ends `round`
/// further in; from the rim to the middle.
struct Cap {
  std::vector<Vec3> rim;
  Vec3 out{0, 1, 0};
  double height = 10;
  bool dome = false;  ///< rounded all the way to the middle, else a flat end with a rounded edge
};

std::vector<std::vector<Vec3>> ringsOf(const Cap& cap) {
  std::vector<std::vector<Vec3>> rings;
  const Vec3 middle = middleOf(cap.rim);
  for (int i = 1; i <= kCapRings; ++i) {
    const double angle = std::numbers::pi / 2 * i / kCapRings;
    std::vector<Vec3> ring;
    for (const Vec3& p : cap.rim) {
      const double reach = glm::distance(p, middle);
      const double inwards = (cap.dome ? reach : cap.height) * (1 - std::cos(angle)) / reach;
      ring.push_back(glm::mix(p, middle, std::min(1.0, inwards)) + cap.height * std::sin(angle) * cap.out);
    }
    rings.push_back(std::move(ring));
  }
  if (!cap.dome) rings.push_back(std::vector<Vec3>(cap.rim.size(), middle + cap.height * cap.out));
  return rings;
}

Tube capped(std::vector<std::vector<Vec3>> skin, const Cap& first, const Cap& last) {
  Tube tube;
  tube.rings = ringsOf(first);
  std::reverse(tube.rings.begin(), tube.rings.end());
  tube.skin_from = tube.rings.size();
  for (std::vector<Vec3>& ring : skin) tube.rings.push_back(std::move(ring));
  tube.skin_to = tube.rings.size();
  for (std::vector<Vec3>& ring : ringsOf(last)) tube.rings.push_back(std::move(ring));
  return tube;
}

/// The same ring with its points one distance apart: a superellipse's own crowd at its corners.
std::vector<Vec3> evenlyRound(std::vector<Vec3> ring) {
  const std::size_t count = ring.size();
  ring.push_back(ring.front());
  const double length = lengthOf(ring);
  std::vector<Vec3> even;
  for (std::size_t k = 0; k < count; ++k)
    even.push_back(pointAlong(ring, length * static_cast<double>(k) / static_cast<double>(count)));
  return even;
}

double neckCut(const Torso& torso) {
  return std::min(torso.c7_y_mm + kNeckMm, torso.sections.front().y);
}

Tube torsoTube(const Torso& torso) {
  std::vector<std::vector<Vec3>> skin = torsoRings(torso, kTorsoRings, kTorsoPoints);
  for (std::vector<Vec3>& ring : skin) ring = evenlyRound(ring);
  const double cut = neckCut(torso);
  skin.erase(skin.begin(), std::find_if(skin.begin(), skin.end(), [&](const std::vector<Vec3>& ring) {
               return ring.front().y <= cut;
             }));
  const Cap neck{skin.front(), {0, 1, 0}, kNeckDomeMm, true};
  const Cap hips{skin.back(), {0, -1, 0}, kEdgeRoundMm, false};
  return capped(std::move(skin), neck, hips);
}

/// Rings of an arm, from inside the shoulder to its cut.
Tube armTube(const UpperArm& arm) {
  const Vec3 axis = glm::normalize(arm.end - arm.joint);
  const Vec3 back{0, 0, 1}, side = glm::cross(axis, back);
  std::vector<std::vector<Vec3>> skin;
  const auto ringAt = [&](Vec3 middle, double radius) {
    std::vector<Vec3> ring;
    for (int k = 0; k < kArmPoints; ++k) {
      const double angle = -2 * std::numbers::pi * k / kArmPoints;
      ring.push_back(middle + radius * (std::cos(angle) * side + std::sin(angle) * back));
    }
    return ring;
  };
  for (int i = 1; i < kCapRings; ++i) {  // the joint's round head
    const double angle = std::numbers::pi / 2 * (1 - static_cast<double>(i) / kCapRings);
    skin.push_back(ringAt(arm.joint - arm.joint_radius_mm * std::sin(angle) * axis,
                          arm.joint_radius_mm * std::cos(angle)));
  }
  for (int i = 0; i < kArmRings; ++i) {
    const double t = static_cast<double>(i) / (kArmRings - 1);
    skin.push_back(
        ringAt(glm::mix(arm.joint, arm.end, t), glm::mix(arm.joint_radius_mm, arm.end_radius_mm, t)));
  }
  const Cap head{skin.front(), -axis, 1, true}, cut{skin.back(), axis, kEdgeRoundMm, false};
  return capped(std::move(skin), head, cut);
}

/// Normals of a tube by differences between neighbouring points.
Vec3 normalBetween(const Tube& tube, std::size_t i, std::size_t k) {
  const std::vector<Vec3>& ring = tube.rings[i];
  const std::size_t n = ring.size();
  const std::vector<Vec3>& before = tube.rings[i > 0 ? i - 1 : 0];
  const std::vector<Vec3>& after = tube.rings[std::min(i + 1, tube.rings.size() - 1)];
  const Vec3 round = ring[(k + 1) % n] - ring[(k + n - 1) % n];
  const Vec3 normal = glm::cross(round, after[k] - before[k]);
  const double size = glm::length(normal);
  if (size > 1e-9) return normal / size;
  const Vec3 end = i == 0 ? middleOf(before) - middleOf(after) : middleOf(after) - middleOf(before);
  return glm::normalize(end);  // the point that closes the tube
}

/// Moved onto the blended skin, with its normal. Deep inside the other part it is drawn in instead, so that
/// no triangle of what is hidden comes near the skin.
Depth settle(const Figure& figure, Vec3& at) {
  constexpr double kHidden = kBlendMm / 4 + 4, kSink = 6;
  Depth depth = skinAt(figure, at);
  if (depth.mm > kHidden) {
    at -= kSink * depth.out;
    return depth;
  }
  for (int i = 0; i < 4; ++i) {
    at += depth.mm * depth.out;
    depth = skinAt(figure, at);
  }
  return depth;
}

void appendTube(const Figure& figure, Tube tube, FigureMesh& mesh) {
  const auto base = static_cast<std::uint32_t>(mesh.points.size());
  const auto around = static_cast<std::uint32_t>(tube.rings.front().size());
  std::vector<std::vector<Vec3>> normals(tube.rings.size());
  for (std::size_t i = tube.skin_from; i < tube.skin_to; ++i) {
    for (Vec3& p : tube.rings[i]) normals[i].push_back(settle(figure, p).out);
  }
  for (std::size_t i = 0; i < tube.rings.size(); ++i) {
    for (std::size_t k = 0; k < around; ++k) {
      mesh.points.push_back(tube.rings[i][k]);
      mesh.normals.push_back(normals[i].empty() ? normalBetween(tube, i, k) : normals[i][k]);
    }
  }
  for (std::uint32_t i = 0; i + 1 < tube.rings.size(); ++i) {
    for (std::uint32_t k = 0; k < around; ++k) {
      const std::uint32_t a = base + i * around + k, b = base + i * around + (k + 1) % around;
      mesh.triangles.push_back({a, b, b + around});
      mesh.triangles.push_back({a, b + around, a + around});
    }
  }
}

}  // namespace

Torso wearerOf(const Pack& pack) {
  return makeTorso(pack.size, pack.c7_y_mm, -pack.back_gap_mm);
}

Figure makeFigure(const Torso& torso) {
  const ArmSize& size = kArms[static_cast<int>(torso.size)];
  const TorsoSection& tip = torso.sections.at(kShoulder);
  const double hang = kHangDegrees * std::numbers::pi / 180;
  Figure figure{torso, {}};
  for (const int side : {0, 1}) {
    const double sign = side == 0 ? -1 : 1;
    UpperArm& arm = figure.arms[static_cast<std::size_t>(side)];
    arm.joint = {sign * (torso.acromion_half_mm - 6), tip.y - size.joint_radius + 4, tip.centre_z};
    arm.end = arm.joint + size.length * Vec3{sign * std::sin(hang), -std::cos(hang), 0};
    arm.joint_radius_mm = size.joint_radius;
    arm.end_radius_mm = size.end_radius;
  }
  return figure;
}

double depthInside(const Figure& figure, Vec3 at) {
  const double above = neckCut(figure.torso) + kNeckDomeMm - at.y;
  const double below = at.y - figure.torso.sections.back().y + kEdgeRoundMm;
  const double torso = std::min({depthInside(figure.torso, at), above, below});
  const UpperArm& arm = figure.arms[at.x < 0 ? 0 : 1];
  const Vec3 axis = glm::normalize(arm.end - arm.joint);
  const double before_cut = glm::dot(arm.end - at, axis) + kEdgeRoundMm;
  return blended({torso, {0, 1, 0}}, {std::min(depthInArm(arm, at).mm, before_cut), {0, 1, 0}}).mm;
}

FigureMesh meshFigure(const Figure& figure) {
  FigureMesh mesh;
  appendTube(figure, torsoTube(figure.torso), mesh);
  for (const UpperArm& arm : figure.arms) appendTube(figure, armTube(arm), mesh);
  return mesh;
}

}  // namespace configurator
