// The outline of a panel loader's front and back panel: a trapezoid with two arched top corners and two
// tighter bottom corners, closed form. Arc length runs counter-clockwise from the middle of the bottom edge.
// Millimetres.
#pragma once

#include <array>
#include <vector>

#include "configurator/pack/geometry.h"
#include "configurator/pack/pack.h"

namespace configurator {

class PanelOutline {
 public:
  struct Dimensions {
    double height = 480, top_width = 250, bottom_width = 270;
    double top_radius = 100,
           bottom_radius = 40;  ///< held to what the edges leave room for; 0 is a sharp corner
  };
  explicit PanelOutline(const Dimensions& dimensions);

  const Dimensions& dimensions() const { return dimensions_; }
  double perimeter() const { return perimeter_; }
  Vec2 at(double s) const;             ///< s is taken modulo the perimeter
  Vec2 outward(double s) const;        ///< unit normal in the panel's plane
  double halfWidthAt(double y) const;  ///< y is clamped to 0..height
  /// Arc length at the point of the right side whose height is `y`.
  double rightSideAt(double y) const;
  /// Middle of a corner's arc: 0 bottom right, 1 top right, 2 top left, 3 bottom left.
  double cornerMiddle(int corner) const;

  /// Arc lengths from `from` to `to` > from: both ends, every joint between line and arc, arcs cut evenly
  /// about every `arc_step`, lines about every `line_step`; the same arc is always cut at the same points.
  struct Steps {
    double arc = 4.5, line = 1e9;
  };
  std::vector<double> stations(double from, double to, const Steps& steps) const;

  /// How far the gusset bows out at `s` when a free edge of it would bow by `bow`: only where the outline is
  /// straight, dying out towards the corners so that no seam gets longer.
  double bowAt(double s, double bow) const;
  /// The mean of bowAt over each straight edge, with the edge's middle and length: for volumes.
  struct StraightEdge {
    double middle_s = 0, length = 0, mean_bow = 0;
  };
  std::array<StraightEdge, 4> straightEdges(double bow) const;

 private:
  struct Segment {
    double start = 0, length = 0;
    Vec2 from{0, 0}, direction{1, 0};  // line
    Vec2 centre{0, 0};                 // arc
    double radius = 0, angle = 0;      // arc: radius > 0, angle at its start
  };
  void addLine(Vec2 from, Vec2 to);
  void addCorner(Vec2 corner, Vec2 in, Vec2 out, double radius);
  const Segment& segmentAt(double s, double& along) const;

  Dimensions dimensions_;
  std::vector<Segment> segments_;  // line, then corner and line by turns, 9 in all
  double perimeter_ = 0;
};

/// The bottom edge's name first, then counter-clockwise.
using PanelEdgeNames = std::array<const char*, 4>;
/// The outline as four edges with raw edges to be bound; corners belong half to each neighbour.
std::vector<Edge> panelEdges(const PanelOutline& outline, const PanelEdgeNames& names, double allowance_mm);

}  // namespace configurator
