#include "configurator/pack/body_panel_loader_outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr double kSharp = 0.01;  // mm: below this a corner has no arc

double turnBetween(Vec2 in, Vec2 out) {
  return std::acos(std::clamp(glm::dot(in, out), -1.0, 1.0));
}

double cutBack(double radius, double turn) {
  return radius * std::tan(turn / 2);
}

}  // namespace

//      top
//    .------.        corners 2, 1 (radius top_radius)
//   /        \       Segments: bottom right half, corner 0, right side, corner 1, top, corner 2,
//  |          |                left side, corner 3, bottom left half.
//   `---0----'       corners 3, 0 (radius bottom_radius); s = 0 at the middle of the bottom
PanelOutline::PanelOutline(const Dimensions& dimensions) : dimensions_(dimensions) {
  const double h = dimensions.height;
  const double wt = dimensions.top_width / 2;
  const double wb = dimensions.bottom_width / 2;
  require(h > 0 && wt > 0 && wb > 0, "a panel has a height and widths");
  const Vec2 corners[4] = {{wb, 0}, {wt, h}, {-wt, h}, {-wb, 0}};
  Vec2 sides[4];  // bottom, right, top, left
  for (int i = 0; i < 4; ++i) sides[i] = glm::normalize(corners[i] - corners[(i + 3) % 4]);
  const double bottom_turn = turnBetween(sides[0], sides[1]);
  const double top_turn = turnBetween(sides[1], sides[2]);
  const double side = glm::distance(corners[0], corners[1]);
  double& rt = dimensions_.top_radius;
  double& rb = dimensions_.bottom_radius;
  rt = std::clamp(rt, 0.0, 0.96 * std::min(wt, 0.55 * side) / std::tan(top_turn / 2));
  rb = std::clamp(rb, 0.0, 0.96 * std::min(wb, 0.4 * side) / std::tan(bottom_turn / 2));
  const double cut[4] = {cutBack(rb, bottom_turn), cutBack(rt, top_turn), cutBack(rt, top_turn),
                         cutBack(rb, bottom_turn)};
  const double radii[4] = {rb, rt, rt, rb};
  segments_.reserve(9);
  Vec2 from{0, 0};
  for (int i = 0; i < 4; ++i) {
    addLine(from, corners[i] - cut[i] * sides[i]);
    addCorner(corners[i], sides[i], sides[(i + 1) % 4], radii[i]);
    from = corners[i] + cut[i] * sides[(i + 1) % 4];
  }
  addLine(from, {0, 0});
}

void PanelOutline::addLine(Vec2 from, Vec2 to) {
  Segment line;
  line.start = perimeter_;
  line.length = glm::distance(from, to);
  line.from = from;
  if (line.length > 0) line.direction = (to - from) / line.length;
  perimeter_ += line.length;
  segments_.push_back(line);
}

void PanelOutline::addCorner(Vec2 corner, Vec2 in, Vec2 out, double radius) {
  Segment arc;
  const double turn = turnBetween(in, out);
  arc.start = perimeter_;
  arc.from = corner - cutBack(radius, turn) * in;
  arc.direction = in;
  if (radius >= kSharp) {
    arc.radius = radius;
    arc.length = radius * turn;
    arc.centre = arc.from + radius * Vec2{-in.y, in.x};
    arc.angle = std::atan2(-in.x, in.y);
  }
  perimeter_ += arc.length;
  segments_.push_back(arc);
}

const PanelOutline::Segment& PanelOutline::segmentAt(double s, double& along) const {
  double at = s;
  if (s < 0 || s >= perimeter_) at = std::fmod(s, perimeter_);
  if (at < 0) at += perimeter_;
  std::size_t i = segments_.size() - 1;
  while (i > 0 && segments_[i].start > at) --i;
  along = at - segments_[i].start;
  return segments_[i];
}

Vec2 PanelOutline::at(double s) const {
  double along = 0;
  const Segment& segment = segmentAt(s, along);
  if (segment.radius <= 0) return segment.from + along * segment.direction;
  const double angle = segment.angle + along / segment.radius;
  return segment.centre + segment.radius * Vec2{std::cos(angle), std::sin(angle)};
}

Vec2 PanelOutline::outward(double s) const {
  double along = 0;
  const Segment& segment = segmentAt(s, along);
  if (segment.radius <= 0) return {segment.direction.y, -segment.direction.x};
  const double angle = segment.angle + along / segment.radius;
  return {std::cos(angle), std::sin(angle)};
}

double PanelOutline::halfWidthAt(double y) const {
  const Segment& bottom = segments_[1];
  const Segment& side = segments_[2];
  const Segment& top = segments_[3];
  const double height = std::clamp(y, 0.0, dimensions_.height);
  if (bottom.radius > 0 && height < side.from.y) {
    const double dy = height - bottom.centre.y;
    return bottom.centre.x + std::sqrt(std::max(0.0, bottom.radius * bottom.radius - dy * dy));
  }
  if (top.radius > 0 && height > top.from.y) {
    const double dy = height - top.centre.y;
    return top.centre.x + std::sqrt(std::max(0.0, top.radius * top.radius - dy * dy));
  }
  return side.from.x + (height - side.from.y) * side.direction.x / side.direction.y;
}

double PanelOutline::rightSideAt(double y) const {
  const Segment& side = segments_[2];
  const double along = (y - side.from.y) / side.direction.y;
  return side.start + std::clamp(along, 0.0, side.length);
}

double PanelOutline::cornerMiddle(int corner) const {
  const Segment& arc = segments_[static_cast<std::size_t>(2 * corner + 1)];
  return arc.start + arc.length / 2;
}

std::vector<double> PanelOutline::stations(double from, double to, const Steps& steps) const {
  std::vector<double> out{from};
  const auto add = [&](double s) {
    if (s > out.back() + 1e-6 && s < to - 1e-6) out.push_back(s);
  };
  const int first = static_cast<int>(std::floor(from / perimeter_));
  const int last = static_cast<int>(std::floor(to / perimeter_));
  for (int turn = first; turn <= last; ++turn) {
    for (const Segment& segment : segments_) {
      const double start = turn * perimeter_ + segment.start;
      const double step = segment.radius > 0 ? steps.arc : steps.line;
      const int parts = 2 * std::max(1, static_cast<int>(std::ceil(segment.length / step / 2)));
      const bool whole = segment.radius <= 0 && segment.length <= step;
      for (int i = 0; i < (whole ? 1 : parts); ++i) add(start + segment.length * i / parts);
    }
  }
  out.push_back(to);
  return out;
}

namespace {

/// A short edge cannot bow far: its seam would get longer by (pi bow / length)^2 / 4.
double bowOfEdge(double length, double bow) {
  return length < 1 ? 0 : std::min(bow, 0.03 * length);
}

}  // namespace

double PanelOutline::bowAt(double s, double bow) const {
  double along = 0;
  const Segment& segment = segmentAt(s, along);
  if (segment.radius > 0) return 0;
  double length = segment.length;
  if (&segment == &segments_.front() || &segment == &segments_.back()) {  // halves of the bottom edge
    if (&segment == &segments_.front()) along += segments_.back().length;
    length = segments_.front().length + segments_.back().length;
  }
  if (length < 1) return 0;
  const double wave = std::sin(std::numbers::pi * along / length);
  return bowOfEdge(length, bow) * wave * wave;
}

std::array<PanelOutline::StraightEdge, 4> PanelOutline::straightEdges(double bow) const {
  std::array<StraightEdge, 4> edges;
  const double bottom = segments_.front().length + segments_.back().length;
  edges[0] = {0, bottom, bowOfEdge(bottom, bow) / 2};
  for (std::size_t i = 1; i < 4; ++i) {
    const Segment& line = segments_[2 * i];
    edges[i] = {line.start + line.length / 2, line.length, bowOfEdge(line.length, bow) / 2};
  }
  return edges;
}

std::vector<Edge> panelEdges(const PanelOutline& outline, const PanelEdgeNames& names, double allowance_mm) {
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const int corner = static_cast<int>(i);
    const double to = outline.cornerMiddle(corner);
    const double from =
        i == 0 ? outline.cornerMiddle(3) - outline.perimeter() : outline.cornerMiddle(corner - 1);
    Polyline line;
    for (const double s : outline.stations(from, to, {})) line.push_back(outline.at(s));
    edges.push_back({names[i], std::move(line), allowance_mm, EdgeFinish::Bound});
  }
  return edges;
}

}  // namespace configurator
