// Plane and space geometry that pattern pieces need: points, polylines, outlines. Millimetres, double.
#pragma once

#include <glm/geometric.hpp>
#include <vector>

#include "configurator/pack/surface.h"

namespace configurator {

using Polyline = std::vector<Vec2>;

double lengthOf(const Polyline& line);
double lengthOf(const std::vector<Vec3>& line);
/// The point at arc length `at` (clamped to the ends).
Vec2 pointAlong(const Polyline& line, double at);
Vec3 pointAlong(const std::vector<Vec3>& line, double at);
/// The stretch of a line between two arc lengths, 0 <= from <= to; inner vertices kept.
Polyline stretchOf(const Polyline& line, double from, double to);
/// `line` with no segment longer than `step`.
Polyline refined(const Polyline& line, double step);
Polyline reversed(Polyline line);
Polyline mirroredX(Polyline line);  ///< x -> -x, same order

/// Signed area of a closed outline (last point joins the first): positive counter-clockwise.
double areaOf(const Polyline& outline);
Vec2 centroidOf(const Polyline& outline);
/// The smallest box round a line of at least one point.
struct Box2 {
  Vec2 low{0, 0}, high{0, 0};
};
Box2 boxOf(const Polyline& line);

/// Circular arc about `centre`, from angle `from` to `to` (radians, counter-clockwise when to > from), both
/// ends included, chords no longer than `step` mm.
struct Arc {
  Vec2 centre{0, 0};
  double radius = 1, from = 0, to = 1;
};
Polyline arcLine(const Arc& arc, double step = 4.0);
/// Cubic Bézier from p[0] to p[3], both ends included.
Polyline bezierLine(const Vec2 (&p)[4], int segments = 24);
/// Joins lines end to start; coinciding points are written once.
Polyline joined(const std::vector<Polyline>& lines);

/// Is a point within a closed outline (last point joined to the first), and how far from its line?
bool isInside(const Polyline& outline, Vec2 p);
double distanceTo(const Polyline& outline, Vec2 p);

/// Outward unit normal of a surface at a flat point.
inline Vec3 normalAt(const Surface& surface, Vec2 at) {
  return surface.pointAt(at).normal;
}

}  // namespace configurator
