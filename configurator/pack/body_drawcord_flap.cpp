// The flap: two layers sewn together and turned, its rear edge in the seam of back and collar. It lies over
// the gathered collar and hangs down in front: bent in one direction only, so neither layer is stretched.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_drawcord_parts.h"

namespace configurator {
namespace {

constexpr double kWider = 20, kLonger = 160;  // than width and depth of the bag
constexpr double kHanging = 15;  // least below the mouth in front: a stuffed collar takes more cloth
constexpr double kFrontRadius = 45;
constexpr double kAllowance = 10;
constexpr double kBetween = 0.8;  // the two layers
constexpr double kBlend = 60;     // over which the curve of the back's edge dies out
constexpr double kOverFront = 9;  // off the front panel
constexpr double kClear = 5;      // over the ruff of the collar

Surface flapSurface(const DrawcordBuild& build, double mirror, double lift) {
  const double half = build.width() / 2;
  return [flap = build.flap, half, lift, mirror, shape = build.shape, back = build.back()](Vec2 p) {
    const std::vector<Vec3>& line = flap->points;
    const double at = flap->length_mm - p.y;
    const double x = mirror * p.x;
    const Vec3 here = pointAlong(line, at);
    const Vec3 step = pointAlong(line, at + 1) - pointAlong(line, std::max(0.0, at - 1));
    const Vec3 out = glm::normalize(Vec3{0, step.z, -step.y});
    const Vec3 rear = shape->onTrunk(x, back);
    const double blend = std::clamp(1 - at / kBlend, 0.0, 1.0);
    const Vec3 bent = blend * blend * Vec3{rear.x - x, 0, rear.z};
    const double wide = half + kWider / 2 * at / flap->length_mm;
    const double inside = std::min({wide - std::abs(x), p.y, at});
    return Vec3{x, here.y, here.z} + bent + lift * std::clamp(inside / 8, 0.0, 1.0) * out;
  };
}

void addLayer(const DrawcordBuild& build, bool inner) {
  Piece piece = drawcordPiece(build, inner ? "flap-lining" : "flap", inner ? "lining" : "shell");
  piece.name = inner ? "Flap, inner layer" : "Flap, outer layer";
  if (inner) piece.layer = "lining";
  const double wide = build.width() + kWider;
  piece.edges =
      makeEdges({{-wide / 2, 0}, wide, build.flap->length_mm, kFrontRadius, 0, build.width()}, kAllowance);
  piece.is_body = !inner;
  piece.surface = flapSurface(build, inner ? -1 : 1, inner ? -kBetween : 0);
  addPiece(build.draft, std::move(piece));
}

void addFlapSeams(const DrawcordBuild& build) {
  Seam turned = drawcordSeam(build, "flap-turned-seam", "Flap's layers, sides and front, then turned");
  Seam rear = drawcordSeam(build, "flap-rear-seam", "Flap to the back's upper edge");
  const auto whole = [&](const char* edge) { return edgeLength(build, "flap-lining", edge); };
  turned.runs[0] = {{build.id("flap"), "left", 0, -1},
                    {build.id("flap"), "bottom", 0, -1},
                    {build.id("flap"), "right", 0, -1}};
  turned.runs[1] = {{build.id("flap-lining"), "right", whole("right"), 0},
                    {build.id("flap-lining"), "bottom", whole("bottom"), 0},
                    {build.id("flap-lining"), "left", whole("left"), 0}};
  turned.finish = "turned, edges pressed out";
  rear.runs[0] = {{build.id("flap"), "top", 0, -1}};
  rear.runs[1] = {{build.id("back"), "top", 0, -1}};
  rear.finish = "in the collar seam, both layers";
  rear.rows = 2;
  StitchLine top;
  top.id = build.id("flap-topstitch");
  top.name = "Topstitch of the flap's edge";
  top.assembly = build.call.assembly;
  top.purpose = "holds the turned edge";
  top.run = turned.runs[0];
  addSeam(build.draft, std::move(turned));
  addSeam(build.draft, std::move(rear));
  addStitchLine(build.draft, std::move(top));
}

}  // namespace

// Over the highest of the collar, then down in front of the bag.
DrawcordFlapLine flapLine(const DrawcordBuild& build) {
  const DrawcordShape& shape = *build.shape;
  const double fold = shape.collarHeight() + shape.dimensions().tunnel;
  const int places = 3 * shape.dimensions().folds;
  double highest = 0;
  for (int i = 0; i < places; ++i) {
    const double along = shape.mouthLength() * (static_cast<double>(i) / places - 0.5);
    highest = std::max(highest, shape.onCollar({along, fold}).y);
  }
  const double back = build.back();
  const double rise = (highest + kClear - back) / 0.75;  // a cubic reaches 3/4 of its inner points
  const double front_y = shape.frontHeight() - 5;
  const double front_z = onFrontPanel(shape, {0, front_y}).z + kOverFront;
  const double lean = (back - front_y) * 0.4;
  const Polyline over =
      bezierLine({{0, back}, {4, back + rise}, {front_z, back + rise + lean}, {front_z, front_y}}, 36);
  DrawcordFlapLine flap;
  for (const Vec2& p : over) flap.points.emplace_back(0, p.y, p.x);
  const double covered = lengthOf(flap.points);
  flap.length_mm = std::max(build.depth() + kLonger, covered + kHanging);
  const double down = flap.length_mm - covered + kHanging;
  for (int i = 1; i <= 8; ++i) flap.points.emplace_back(0, front_y - down * i / 8, front_z);
  return flap;
}

void addDrawcordFlap(const DrawcordBuild& build) {
  addLayer(build, false);
  addLayer(build, true);
  addFlapSeams(build);
}

CoverRim flapRim(const DrawcordBuild& build, double x) {
  const DrawcordFlapLine& flap = *build.flap;
  const Vec3 end = pointAlong(flap.points, flap.length_mm);
  return {{x, end.y, end.z}, glm::normalize(end - pointAlong(flap.points, flap.length_mm - 4))};
}

}  // namespace configurator
