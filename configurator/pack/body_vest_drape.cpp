#include "configurator/pack/body_vest_drape.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>
#include <numbers>
#include <utility>

#include "configurator/catalog/require.h"
#include "configurator/pack/torso_lines.h"

namespace configurator {
namespace {

constexpr double kCell = 24;
constexpr int kSeamPoints = 7;
constexpr double kSideStretch = 1.05;  // of the side mesh round the ribs

/// Ways over the shoulder in planes x = const, so that a place is found by how far it is along the way.
class ShoulderChart {
 public:
  ShoulderChart(const Torso& torso, double low_y, double front_y) {
    const double first = torso.neck_half_width_mm + 4;
    for (int k = 0; k < kPlanes; ++k) {
      Way way;
      way.x = first + kPlaneStep * k;
      way.points = overShoulder(torso, {way.x, low_y, front_y, kStep});
      way.step = glm::distance(way.points[0], way.points[1]);
      for (std::size_t i = 1; i < way.points.size(); ++i)
        if (way.points[i].y <= way.points[i - 1].y && way.ridge == 0) way.ridge = static_cast<double>(i) - 1;
      ways_.push_back(std::move(way));
    }
  }

  /// `s` from the ridge: positive down the back, negative down the front.
  Vec3 at(double x, double s) const {
    const double place = std::clamp((x - ways_.front().x) / kPlaneStep, 0.0, kPlanes - 1.0);
    const std::size_t k = std::min<std::size_t>(static_cast<std::size_t>(place), kPlanes - 2);
    const double t = place - static_cast<double>(k);
    Vec3 out = glm::mix(along(ways_[k], s), along(ways_[k + 1], s), t);
    out.x = x;
    return out;
  }

 private:
  static constexpr int kPlanes = 8;
  static constexpr double kPlaneStep = 18, kStep = 8;
  struct Way {
    double x = 0, step = 8, ridge = 0;
    std::vector<Vec3> points;
  };
  static Vec3 along(const Way& way, double s) {
    const double place =
        std::clamp(way.ridge - s / way.step, 0.0, static_cast<double>(way.points.size()) - 1.001);
    const std::size_t i = static_cast<std::size_t>(place);
    return glm::mix(way.points[i], way.points[i + 1], place - static_cast<double>(i));
  }
  std::vector<Way> ways_;
};

/// Quarter of a section as a line of points from the middle of the back (or front) to the flank.
std::vector<Vec3> quarterGirth(const Torso& torso, double y, bool front) {
  const TorsoSection s = sectionAt(torso, y);
  std::vector<Vec3> line;
  constexpr int kSteps = 40;
  for (int i = 0; i <= kSteps; ++i) {
    const double angle = std::numbers::pi / 2 * i / kSteps;
    line.push_back({s.a * std::pow(std::sin(angle), 2 / s.n), y,
                    s.centre_z + (front ? -1 : 1) * s.b * std::pow(std::max(0.0, std::cos(angle)), 2 / s.n)});
  }
  return line;
}

void placeBack(ClothSheet& sheet, const VestShape& shape, const Torso& torso) {
  // Down the spine by arc length, then round the ribs by arc length; the shoulders are left to the
  // relaxation.
  std::vector<Vec3> spine;
  const double top = torso.c7_y_mm - shape.neck_below_c7;
  for (int i = 0; i <= 60; ++i) spine.push_back(backOfTorso(torso, 0, top - 8.0 * i));
  for (int j = 0; j < sheet.grid.rows; ++j) {
    const double q = sheet.grid.low.y + sheet.grid.cell * j;
    const double down = -shape.neck_drop - q;
    const double y = down >= 0 ? pointAlong(spine, down).y : top - 0.55 * down;
    const std::vector<Vec3> rib = quarterGirth(torso, std::min(y, torso.c7_y_mm - 130), false);
    const double rise = y - rib.front().y;
    for (int i = 0; i < sheet.grid.columns; ++i) {
      const double p = sheet.grid.low.x + sheet.grid.cell * i;
      Vec3 at = pointAlong(rib, std::abs(p));
      if (rise > 0) {
        const Vec3 skin = backOfTorso(torso, at.x, std::min(y, shoulderTop(torso, at.x).y - 4));
        at = {at.x, y, std::min(at.z, std::max(skin.z, at.z - 0.6 * rise))};
      }
      at.z += kVestLiftMm;
      sheet.nodes[static_cast<std::size_t>(j * sheet.grid.columns + i)] = {p < 0 ? -at.x : at.x, at.y, at.z};
    }
  }
}

/// From a torso with C7 at the origin to where the pack has it.
Vec3 placeOf(const VestShape& shape) {
  return {0, c7OverHem(shape), -kVestBackGap};
}

/// Where the wing's flat points are before the relaxation.
class WingStart {
 public:
  WingStart(const VestShape& shape, const Torso& torso)
      : shape_(shape), torso_(torso), chest_(quarterGirth(torso, torso.sections[4].y, true)) {}

  /// Across the body.
  double xAt(Vec2 flat) const {
    constexpr double kGap = 46;
    const double blend = blendAt(flat.y);
    const double at_shoulder = shape_.neck_half + 4 + 0.93 * flat.x;
    const double at_chest = pointAlong(chest_, std::max(0.0, kGap + shape_.front_lean + flat.x)).x;
    return at_shoulder + (at_chest - at_shoulder) * blend * blend * (3 - 2 * blend);
  }
  /// Along the way over the shoulder, from its ridge.
  double alongAt(Vec2 flat) const {
    constexpr double kSeamBehindRidge = 34;
    return flat.y + kSeamBehindRidge + 0.36 * std::max(0.0, flat.x) * (1 - blendAt(flat.y));
  }
  Vec3 lifted(Vec3 skin) const { return skin + kVestLiftMm * torsoNormal(torso_, skin); }

 private:
  /// 0 at the shoulder, 1 on the chest.
  static double blendAt(double y) { return std::clamp((-y - 40) / 140, 0.0, 1.0); }

  const VestShape& shape_;
  const Torso& torso_;
  std::vector<Vec3> chest_;
};

void placeWing(ClothSheet& sheet, const VestShape& shape, const Torso& torso) {
  const ShoulderChart chart(torso, torso.c7_y_mm - 220, torso.c7_y_mm - 440);
  const WingStart start(shape, torso);
  for (int j = 0; j < sheet.grid.rows; ++j) {
    for (int i = 0; i < sheet.grid.columns; ++i) {
      const Vec2 flat = sheet.grid.low + sheet.grid.cell * Vec2{i, j};
      sheet.nodes[static_cast<std::size_t>(j * sheet.grid.columns + i)] =
          start.lifted(chart.at(start.xAt(flat), start.alongAt(flat)));
    }
  }
}

/// Ends of the two seams that hold a side wing, from below.
struct SideHold {
  Vec2 rear[2], front[2];
};

void placeSide(VestDrape& drape, const SideHold& hold, const VestShape& shape, const Torso& torso) {
  ClothSheet& sheet = drape.side;
  const Vec3 rear[2] = {drape.back.at(hold.rear[0]), drape.back.at(hold.rear[1])};
  const Vec3 front[2] = {drape.wing.at(hold.front[0]), drape.wing.at(hold.front[1])};
  for (int j = 0; j < sheet.grid.rows; ++j) {
    const double v = sheet.grid.low.y + sheet.grid.cell * j;
    for (int i = 0; i < sheet.grid.columns; ++i) {
      const double s = (sheet.grid.low.x + sheet.grid.cell * i) / shape.side_length;
      Vec3 at = glm::mix(glm::mix(rear[0], rear[1], v / shape.side_rear + 0.5),
                         glm::mix(front[0], front[1], v / shape.side_front + 0.5), s);
      for (int k = 0; k < 4; ++k) {  // the chord runs through the ribs: out of them
        const double inside = depthInside(torso, at) + kVestLiftMm;
        if (inside > 0) at += inside * torsoNormal(torso, at);
      }
      at.x = std::max(at.x, 0.3 * sectionAt(torso, at.y).a);
      sheet.nodes[static_cast<std::size_t>(j * sheet.grid.columns + i)] = at;
    }
  }
}

struct SeamLine {
  std::size_t sheet;
  Polyline line;
};

void addSeam(Relaxation& relaxation, const SeamLine& a, const SeamLine& b) {
  const double la = lengthOf(a.line), lb = lengthOf(b.line);
  for (int k = 0; k < kSeamPoints; ++k) {
    const double t = static_cast<double>(k) / (kSeamPoints - 1);
    relaxation.seams.push_back(
        {{a.sheet, b.sheet}, {pointAlong(a.line, t * la), pointAlong(b.line, t * lb)}});
  }
}

Polyline outlineOfEdges(const std::vector<Edge>& edges) {
  std::vector<Polyline> lines;
  for (const Edge& edge : edges) lines.push_back(edge.points);
  Polyline all = joined(lines);
  if (glm::distance(all.front(), all.back()) < 1e-6) all.pop_back();
  return all;
}

}  // namespace

VestDrape drapeVest(const VestShape& shape) {
  const Torso torso = makeTorso(shape.size, 0, 0);
  VestDrape drape;
  const std::vector<Edge> half = backHalfEdges(shape), wing = wingEdges(shape), side = sideWingEdges(shape);
  const Polyline back_outline = outlineOfEdges(backEdges(shape));
  drape.back = makeSheet(back_outline, kCell);
  drape.wing = makeSheet(outlineOfEdges(wing), kCell);
  drape.side = makeSheet(outlineOfEdges(side), kCell);
  placeBack(drape.back, shape, torso);
  placeWing(drape.wing, shape, torso);
  const SideSeam seam = sideSeamOf(shape);
  const Polyline rear = stretchOf(edgeOf(half, "side").points, seam.back_from, seam.back_to);
  const Polyline front = stretchOf(edgeOf(wing, "outer").points, seam.wing_from, seam.wing_to);
  placeSide(drape, {{rear.front(), rear.back()}, {front.front(), front.back()}}, shape, torso);

  Relaxation relaxation;
  relaxation.lift_mm = kVestLiftMm;
  relaxation.sheets = {{&drape.back, back_outline, {1, 1}, true},
                       {&drape.wing, outlineOfEdges(wing), {1, 1}, false},
                       {&drape.side, outlineOfEdges(side), {kSideStretch, 1}, false}};
  addSeam(relaxation, {0, edgeOf(half, "shoulder").points}, {1, edgeOf(wing, "shoulder").points});
  addSeam(relaxation, {0, rear}, {2, reversed(edgeOf(side, "rear").points)});
  addSeam(relaxation, {1, front}, {2, edgeOf(side, "front").points});
  relax(torso, relaxation);
  return drape;
}

double c7OverHem(const VestShape& shape) {
  const Torso torso = makeTorso(shape.size, 0, 0);
  const double length = shape.back_length + shape.hem_sag - shape.neck_drop;
  constexpr double kStep = 12;

  Vec3 at = backOfTorso(torso, 0, -shape.neck_below_c7);
  double way = 0;
  while (true) {
    const Vec3 next = backOfTorso(torso, 0, at.y - kStep);
    const double step = glm::distance(at, next);
    if (way + step >= length) return -glm::mix(at.y, next.y, (length - way) / step);
    way += step;
    at = next;
  }
}

struct RoughWing::Known {
  explicit Known(const VestShape& vest)
      : shape(vest), torso(makeTorso(vest.size, 0, 0)), start(shape, torso), place(placeOf(vest)) {}
  VestShape shape;
  Torso torso;
  WingStart start;
  Vec3 place;
};

RoughWing::RoughWing(const VestShape& shape) : known_(std::make_shared<const Known>(shape)) {}

SurfacePoint RoughWing::pointAt(Vec2 flat) const {
  const auto& [shape, torso, start, place] = *known_;
  constexpr double kOutwards = 21;  // the relaxation draws the chest part of a wing so far to the flank
  constexpr double kUpwards = 8;    // and so far up
  constexpr double kBridging = 6;   // off the skin, over the hollow below the collarbone
  constexpr int kSteps = 16;
  const double down = -start.alongAt(flat) - kUpwards;
  require(down > 0, "this part of a wing lies on the chest");
  const double x = start.xAt(flat) + kOutwards;
  // Down the front from the ridge, in steps that widen with the way; the way is never steeper than plumb.
  Vec3 last = shoulderTop(torso, x);
  const double top = last.y;
  double way = 0;
  for (int i = 1;; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const Vec3 next = frontOfTorso(torso, x, top - down * t * t);
    const double step = glm::distance(last, next);
    if (way + step >= down) {
      const Vec3 skin = glm::mix(last, next, (down - way) / step);
      const Vec3 normal = torsoNormal(torso, skin);
      return {skin + (kVestLiftMm + kBridging) * normal + place, normal};
    }
    way += step;
    last = next;
  }
}

namespace {

/// A drape moved to where the pack has it. A few are kept, because most designs that are looked at one after
/// the other differ in something else.
std::shared_ptr<const VestDrape> placedDrape(const VestShape& shape) {
  constexpr std::size_t kKept = 36;
  static std::mutex mutex;
  static std::deque<std::pair<VestShape, std::shared_ptr<const VestDrape>>> kept;
  const std::lock_guard lock(mutex);
  for (const auto& [known, drape] : kept)
    if (known == shape) return drape;
  auto drape = std::make_shared<VestDrape>(drapeVest(shape));
  const Vec3 move = placeOf(shape);
  for (ClothSheet* sheet : {&drape->back, &drape->wing, &drape->side})
    for (Vec3& node : sheet->nodes) node += move;
  if (kept.size() == kKept) kept.pop_front();
  kept.emplace_back(shape, drape);
  return drape;
}

}  // namespace

const VestDrape& WornVest::drape() const {
  std::call_once(once_, [this] { drape_ = placedDrape(shape_); });
  return *drape_;
}

}  // namespace configurator
