#include "configurator/pack/body_vest_outline.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr double kBelowArmhole = 3;  // from the armhole to the side wing

constexpr double kDegree = std::numbers::pi / 180;
// The two shoulder slopes together take up the slope of the wearer's shoulder, front and back (about 23
// degrees each less what the blades and the collarbone fill).
constexpr double kBackSlope = 19 * kDegree, kFrontSlope = 21 * kDegree;

/// Differences between sizes S, M and L.
struct Grading {
  double back_length, neck_half, strap_width, half_width, back_armhole;
  double front_length, front_width, front_armhole, side, neck_below_c7;
};
constexpr Grading kGrading[3] = {{-30, -6, -4, -10, -18, -25, -7, -18, -5, -5},
                                 {0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                                 {30, 2, 4, 9, 14, 22, 5, 14, 5, 2}};

// Girth of the chest at which a vest of this size is worn, and the gap between its wings there.
constexpr double kChestGirth[3] = {886, 972, 1056};
constexpr double kCentreGap = 92;
// Side mesh is cut shorter than the way it spans, so that the vest hugs.
constexpr double kSideEase = 0.95;

Vec2 alongShoulder(double slope, double length) {
  return length * Vec2{std::cos(slope), -std::sin(slope)};
}
/// Away from the shoulder edge, down the piece.
Vec2 downFromShoulder(double slope) {
  return {-std::sin(slope), -std::cos(slope)};
}

double shoulderLength(const VestShape& s) {
  return s.strap_width / std::cos(kBackSlope);
}

}  // namespace

VestShape makeVestShape(PackSize size, const VestGivens& givens) {
  const int k = static_cast<int>(size);
  const Grading& g = kGrading[k];
  VestShape s;
  s.size = size;
  s.back_length = std::max(givens.back_length_mm + g.back_length, givens.least_back_mm);
  s.neck_half += g.neck_half;
  s.strap_width = givens.strap_width_mm + g.strap_width;
  s.back_half_hem = givens.width_mm / 2 + g.half_width;
  s.back_half_arm = s.back_half_hem - 10;
  s.back_armhole += g.back_armhole;
  s.front_length += g.front_length;
  s.front_width += g.front_width;
  s.front_armhole += g.front_armhole;
  s.side_rear += g.side;
  s.side_front += g.side;
  // A short back has less of a side below the armhole than the side wing is high.
  const double below_arm = s.back_length - kVestCornerMm - s.back_armhole - kBelowArmhole;
  s.side_rear = std::min(s.side_rear, below_arm);
  s.neck_below_c7 += g.neck_below_c7;
  const double worn = kChestGirth[k] / 2 + 6;  // half girth over the shirt and the vest's own thickness
  s.side_length = kSideEase * (worn - s.back_half_arm - 2 - s.front_width - kCentreGap / 2);
  return s;
}

std::vector<Edge> backHalfEdges(const VestShape& s) {
  const double bottom = -s.back_length;
  const Vec2 neck{s.neck_half, 0};
  const Vec2 tip = neck + alongShoulder(kBackSlope, shoulderLength(s));
  const Vec2 arm{s.back_half_arm, -s.back_armhole}, corner{s.back_half_hem, bottom + kVestCornerMm};
  const Vec2 down = downFromShoulder(kBackSlope);
  const double arm_drop = tip.y - arm.y, side_drop = arm.y - corner.y;
  const Vec2 hem_turn{s.back_half_hem - 1.3 * kVestCornerMm, bottom - 0.18 * s.hem_sag};
  const Polyline hem =
      joined({bezierLine({{0, bottom - s.hem_sag},
                          {0.4 * s.back_half_hem, bottom - s.hem_sag},
                          {hem_turn.x - 28, hem_turn.y - 5},
                          hem_turn}),
              bezierLine({hem_turn, hem_turn + Vec2{18, 3.2}, corner - Vec2{1, 16}, corner}, 10)});
  const Polyline side =
      bezierLine({corner, corner + Vec2{0.5, 0.35 * side_drop}, arm - Vec2{0, 0.4 * side_drop}, arm});
  const Polyline armhole =
      bezierLine({arm, arm + Vec2{-4, 0.34 * arm_drop}, tip + 0.44 * arm_drop * down, tip}, 32);
  const Polyline scoop = bezierLine(
      {neck, neck + 0.52 * s.neck_drop * down, {0.52 * s.neck_half, -s.neck_drop}, {0, -s.neck_drop}}, 20);
  return {{"hem", hem, 5, EdgeFinish::Bound},
          {"side", side, 10, EdgeFinish::Bound},
          {"armhole", armhole, 5, EdgeFinish::Bound},
          {"shoulder", {tip, neck}, 10, EdgeFinish::Overlocked},
          {"neck", scoop, 5, EdgeFinish::Bound}};
}

std::vector<Edge> flippedEdges(std::vector<Edge> edges) {
  std::reverse(edges.begin(), edges.end());
  for (Edge& edge : edges) edge.points = reversed(mirroredX(std::move(edge.points)));
  return edges;
}

namespace {

std::vector<Edge> wholeBack(const std::vector<Edge>& right) {
  const std::vector<Edge> left = flippedEdges(right);
  const auto named = [](Edge edge, const char* name) {
    edge.name = name;
    return edge;
  };
  Edge hem = right[0], neck = right[4];
  hem.points = joined({left[4].points, right[0].points});
  neck.points = joined({right[4].points, left[0].points});
  return {hem,
          named(right[1], "side-right"),
          named(right[2], "armhole-right"),
          named(right[3], "shoulder-right"),
          neck,
          named(left[1], "shoulder-left"),
          named(left[2], "armhole-left"),
          named(left[3], "side-left")};
}

SideSeam seamBetween(const VestShape& s, const std::vector<Edge>& back_half, const std::vector<Edge>& wings) {
  const double back = lengthOf(edgeOf(back_half, "side").points);
  const double wing = lengthOf(edgeOf(wings, "outer").points);
  return {back - kBelowArmhole - s.side_rear, back - kBelowArmhole, wing - kBelowArmhole - s.side_front,
          wing - kBelowArmhole};
}

}  // namespace

std::vector<Edge> backEdges(const VestShape& shape) {
  return wholeBack(backHalfEdges(shape));
}

std::vector<Edge> wingEdges(const VestShape& s) {
  const Vec2 neck{0, 0}, tip = alongShoulder(kFrontSlope, shoulderLength(s));
  const Vec2 down = downFromShoulder(kFrontSlope);
  const double in = -s.front_lean, out = s.front_width - s.front_lean, bottom = -s.front_length;
  const Vec2 arm{out, -s.front_armhole}, lower{out, arm.y - s.side_front - 6};
  const Vec2 inner_corner{in + 1, bottom + kVestCornerMm};
  const double arm_drop = tip.y - arm.y;
  const Polyline base = joined(
      {bezierLine({inner_corner, inner_corner - Vec2{0, 15}, {in + 11, bottom}, {in + kVestCornerMm, bottom}},
                  10),
       bezierLine({{in + kVestCornerMm, bottom}, {out - 58, bottom}, {out - 2, bottom + 2}, lower}, 20)});
  const Polyline armhole =
      bezierLine({arm, arm + Vec2{-8, 0.36 * arm_drop}, tip + 0.52 * arm_drop * down, tip}, 32);
  const Polyline inner = bezierLine(
      {neck, neck + 0.2 * s.front_length * down, {in - 1, -0.42 * s.front_length}, inner_corner}, 32);
  return {{"bottom", base, 5, EdgeFinish::Bound},
          {"outer", {lower, arm}, 10, EdgeFinish::Bound},
          {"armhole", armhole, 5, EdgeFinish::Bound},
          {"shoulder", {tip, neck}, 10, EdgeFinish::Overlocked},
          {"inner", inner, 5, EdgeFinish::Bound}};
}

std::vector<Edge> sideWingEdges(const VestShape& s) {
  const double rear = s.side_rear / 2, front = s.side_front / 2, length = s.side_length;
  constexpr double kHollow = 7;  // the free edges are cut hollow so that they do not flute under the arm
  const Polyline bottom = bezierLine(
      {{0, -rear}, {length / 3, -rear + kHollow}, {2 * length / 3, -front + kHollow}, {length, -front}});
  const Polyline top = bezierLine(
      {{length, front}, {2 * length / 3, front - kHollow}, {length / 3, rear - kHollow}, {0, rear}});
  return {{"bottom", bottom, 5, EdgeFinish::Bound},
          {"front", {{length, -front}, {length, front}}, 10, EdgeFinish::Bound},
          {"top", top, 5, EdgeFinish::Bound},
          {"rear", {{0, rear}, {0, -rear}}, 10, EdgeFinish::Bound}};
}

SideSeam sideSeamOf(const VestShape& shape) {
  return seamBetween(shape, backHalfEdges(shape), wingEdges(shape));
}

VestOutlines outlinesOf(const VestShape& shape) {
  VestOutlines outlines{backHalfEdges(shape), {}, wingEdges(shape), sideWingEdges(shape), {}};
  outlines.back = wholeBack(outlines.back_half);
  outlines.seam = seamBetween(shape, outlines.back_half, outlines.wing);
  return outlines;
}

const Edge& edgeOf(const std::vector<Edge>& edges, const std::string& name) {
  const auto found =
      std::find_if(edges.begin(), edges.end(), [&](const Edge& edge) { return edge.name == name; });
  require(found != edges.end(), "edge names of the vest pattern");
  return *found;
}

}  // namespace configurator
