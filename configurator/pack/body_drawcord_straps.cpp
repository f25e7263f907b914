// What holds the cover of the drawcord top down: webbing from its front rim to a buckle on the front panel;
// or, without a cover, one strap from the back over the gathered collar.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_drawcord_parts.h"

namespace configurator {
namespace {

constexpr double kWebbing = 20, kThickness = 1.3;
constexpr double kTurnUnder = 40;    // sewn in at an end, or round a buckle's bar
constexpr double kTail = 180;        // left to pull at
constexpr double kBuckleHalf = 27;   // from a 20 mm buckle's middle to its bar
constexpr double kBuckleBelow = 45;  // the mouth, the buckle's middle
constexpr double kBelowRim = 42;     // a flap's rim
constexpr double kAnchorBelow = 52;  // the buckle's middle
constexpr double kLift = 4;          // of the buckle off the front
constexpr double kPatchWidth = 40, kPatchHeight = 60;
constexpr double kStrapSpread = 0.5;  // of the width, between two straps

double buckleHeight(const DrawcordBuild& build) {
  const double high = build.shape->frontHeight() - kBuckleBelow;
  return build.cover == DrawcordCover::Flap ? std::min(high, flapRim(build, 0).at.y - kBelowRim) : high;
}

Vec3 overFront(const DrawcordBuild& build, double x, double y, double lift) {
  const Surface front = [&](Vec2 p) { return onFrontPanel(*build.shape, p); };
  return front({x, y}) + lift * normalAt(front, {x, y});
}

/// A band along a line in a plane x = const that runs over the top towards the front and down: its face out.
RibbonShape bandOf(std::vector<Vec3> line) {
  RibbonShape band;
  band.width_mm = kWebbing;
  band.thickness_mm = kThickness;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec3 step = line[std::min(i + 1, line.size() - 1)] - line[i > 0 ? i - 1 : 0];
    band.normals.push_back(glm::normalize(Vec3{0, step.z, -step.y}));
  }
  band.path = std::move(line);
  return band;
}

/// A cubic from `a` along `away` to `b`, arriving straight down.
std::vector<Vec3> curveTo(Vec3 a, Vec3 away, Vec3 b) {
  const Vec3 p1 = a + away;
  const Vec3 p2 = b + Vec3{0, 0.35 * glm::distance(a, b), 0};
  std::vector<Vec3> line;
  constexpr int kSteps = 16;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const double s = 1 - t;
    line.push_back(s * s * s * a + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * b);
  }
  return line;
}

/// From the back's upper edge over the ruff of the collar to the front.
std::vector<Vec3> overCollar(const DrawcordBuild& build, double x, Vec3 bar) {
  const DrawcordShape& shape = *build.shape;
  const double fold = shape.collarHeight() + shape.dimensions().tunnel;
  const double half = shape.mouthLength() / 2;
  const Vec3 rear = shape.onCollar({half, fold});
  const Vec3 front = shape.onCollar({0, fold});
  const double high = std::max(rear.y, front.y) + 6;
  const Vec3 top{x, high, (rear.z + front.z) / 2};
  const Vec3 start = onBackTop(build, -x);
  std::vector<Vec3> line;
  const Polyline up =
      bezierLine({{start.z, start.y}, {start.z + 4, high - 14}, {rear.z - 6, high}, {top.z, high}}, 14);
  for (const Vec2& p : up) line.emplace_back(x, p.y, p.x);
  const std::vector<Vec3> down = curveTo(top, {0, 0, bar.z - top.z}, bar);
  line.insert(line.end(), down.begin() + 1, down.end());
  return line;
}

std::vector<Vec3> upperLine(const DrawcordBuild& build, double x, Vec3 bar) {
  if (build.cover == DrawcordCover::Strap) return overCollar(build, x, bar);
  const CoverRim rim = build.cover == DrawcordCover::Lid ? lidRim(build, x) : flapRim(build, x);
  return curveTo(rim.at, 0.3 * glm::distance(rim.at, bar) * rim.away, bar);
}

struct Strap {
  double x = 0;
  std::string suffix;
};

/// Where the webbing's upper end is tacked.
void addUpperTack(const DrawcordBuild& build, const Strap& strap) {
  Tack tack;
  tack.id = build.id("cover-strap-tack" + strap.suffix);
  tack.assembly = build.call.assembly;
  tack.type = TackType::Bartack42;
  tack.location = "upper end of the cover strap";
  tack.piece = build.id("back");
  tack.at = {-strap.x, build.back() - 8};
  if (build.cover == DrawcordCover::Flap) {
    tack.piece = build.id("flap");
    tack.at = {strap.x, 10};
  } else if (build.cover == DrawcordCover::Lid) {
    tack.piece = build.id("lid-underside");
    tack.at = {strap.x, build.lid->outline().dimensions().height - 8};
  }
  addTack(build.draft, std::move(tack));
}

void addUpper(const DrawcordBuild& build, const Strap& strap, Vec3 bar) {
  std::vector<Vec3> line = upperLine(build, strap.x, bar);
  Fitting webbing = drawcordFitting(build, "cover-strap-upper" + strap.suffix, "webbing", kWebbing);
  webbing.name = "Cover strap, upper part";
  webbing.placement = build.cover == DrawcordCover::Strap ? "back's upper edge to the buckle"
                                                          : "front rim of the cover to the buckle";
  webbing.amount = (lengthOf(line) + 2 * kTurnUnder) / 1000;
  webbing.shapes.emplace_back(bandOf(std::move(line)));
  addFitting(build.draft, std::move(webbing));
  addUpperTack(build, strap);
}

void addLower(const DrawcordBuild& build, const Strap& strap) {
  const double from = buckleHeight(build) - kBuckleHalf;
  const double to = strapAnchorHeight(build);
  std::vector<Vec3> line;
  constexpr int kSteps = 6;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    line.push_back(overFront(build, strap.x, from + (to - from) * t, 1 + (kLift - 1) * (1 - t) * (1 - t)));
  }
  Fitting webbing = drawcordFitting(build, "cover-strap-lower" + strap.suffix, "webbing", kWebbing);
  webbing.name = "Cover strap, lower part with its tail";
  webbing.placement = "front panel to the buckle";
  webbing.amount = (lengthOf(line) + kTurnUnder + kTail) / 1000;
  webbing.shapes.emplace_back(bandOf(std::move(line)));
  addFitting(build.draft, std::move(webbing));
  Tack tack;
  tack.id = build.id("cover-strap-anchor" + strap.suffix);
  tack.assembly = build.call.assembly;
  tack.piece = build.id("front");
  tack.location = "lower end of the cover strap";
  tack.type = TackType::XBox;
  tack.at = {strap.x, to + 8};
  addTack(build.draft, std::move(tack));
}

void addPatch(const DrawcordBuild& build, const Strap& strap) {
  Piece patch = drawcordPiece(build, "cover-strap-patch" + strap.suffix, "lining");
  patch.name = "Backing patch of the cover strap";
  patch.code = build.id("cover-strap-patch");
  patch.layer = "reinforcement";
  patch.edges = makeEdges({{-kPatchWidth / 2, -kPatchHeight / 2}, kPatchWidth, kPatchHeight, 0, 0, -1}, 0,
                          EdgeFinish::HotCut);
  patch.surface = [shape = build.shape, x = strap.x, y = strapAnchorHeight(build) + 8](Vec2 p) {
    const Surface front = [&](Vec2 at) { return onFrontPanel(*shape, at); };
    return front({x + p.x, y + p.y}) - 0.4 * normalAt(front, {x + p.x, y + p.y});
  };
  const std::vector<Edge> edges = patch.edges;
  const std::string id = addPiece(build.draft, std::move(patch)).id;
  Seam seam = drawcordSeam(build, "cover-strap-patch-seam" + strap.suffix, "Backing patch to the front");
  seam.seam_class = "2.01.01";
  seam.operation = "S03";
  seam.finish = {};
  for (const Edge& edge : edges) {
    Mark line{id + "." + edge.name, MarkKind::Placement, {}};
    for (const Vec2& p : edge.points) line.points.push_back(p + Vec2{strap.x, strapAnchorHeight(build) + 8});
    seam.runs[0].push_back({id, edge.name});
    seam.runs[1].push_back({build.id("front"), line.name});
    addMark(build.draft, build.id("front"), std::move(line));
  }
  addSeam(build.draft, std::move(seam));
}

void addBuckle(const DrawcordBuild& build, const Strap& strap) {
  const double y = buckleHeight(build);
  Fitting buckle = drawcordFitting(build, "cover-buckle" + strap.suffix, "buckle", kWebbing);
  buckle.name = "Side-release buckle of the cover strap";
  buckle.placement = "front, below the mouth";
  ModelShape model;
  model.model = "side-release-buckle";
  model.at = overFront(build, strap.x, y, kLift);
  model.along = {0, -1, 0};
  const Surface front = [&](Vec2 p) { return onFrontPanel(*build.shape, p); };
  model.outward = normalAt(front, {strap.x, y});
  model.scale = kWebbing / 20;
  buckle.shapes.emplace_back(model);
  addFitting(build.draft, std::move(buckle));
}

}  // namespace

std::vector<double> DrawcordBuild::strapPlaces() const {
  if (straps < 2) return {0};
  const double half = kStrapSpread * width() / 2;
  return {-half, half};
}

double strapAnchorHeight(const DrawcordBuild& build) {
  return buckleHeight(build) - kAnchorBelow;
}

void addDrawcordStraps(const DrawcordBuild& build) {
  const std::vector<double> places = build.strapPlaces();
  for (const double x : places) {
    const Strap strap{x, places.size() == 1 ? "" : (x < 0 ? "-left" : "-right")};
    const Vec3 bar = overFront(build, x, buckleHeight(build) + kBuckleHalf, kLift);
    addUpper(build, strap, bar);
    addLower(build, strap);
    addPatch(build, strap);
    addBuckle(build, strap);
  }
  const int count = static_cast<int>(places.size());
  addWork(build.draft, {build.id("cover-strap-sets"), "S17", build.call.assembly, count, 0, {}});
  addWork(build.draft, {build.id("cover-strap-hardware"), "S20", build.call.assembly, 2 * count, 0, {}});
}

}  // namespace configurator
