#include "configurator/pack/body_panel_loader_shape.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

// The belly hangs a little below the middle: the height u in 0..1 is pushed up before the parabola is taken.
constexpr double kBellyDrop = 0.22;

double bellyAt(double u) {
  const double pushed = u + kBellyDrop * u * (1 - u);
  return 4 * pushed * (1 - pushed);
}

/// Heights crowd towards both ends, where the rounded corners change the width quickest: slices of equal
/// angle.
struct SliceAngles {
  static constexpr int kCount = 48;
  double sine[kCount], cosine[kCount];
  SliceAngles() {
    for (int i = 0; i < kCount; ++i) {
      const double phi = std::numbers::pi * (i + 0.5) / kCount;
      sine[i] = std::sin(phi);
      cosine[i] = std::cos(phi);
    }
  }
};

}  // namespace

PanelLoaderShape::PanelLoaderShape(const Dimensions& dimensions)
    : dimensions_(dimensions), outline_(dimensions.panel) {
  lean_sin_ = (dimensions_.bottom_depth - dimensions_.top_depth) / dimensions_.panel.height;
  require(std::abs(lean_sin_) < 0.7, "a gusset tapers less than its height");
  lean_cos_ = std::sqrt(1 - lean_sin_ * lean_sin_);
}

double PanelLoaderShape::dome(Vec2 flat) const {
  const double half = outline_.halfWidthAt(flat.y);
  const double across = std::max(-0.25, 1 - flat.x * flat.x / (half * half));
  return across * bellyAt(flat.y / dimensions_.panel.height);
}

Vec3 PanelLoaderShape::onFront(Vec2 flat) const {
  const double rise = dimensions_.front_sag * dome(flat);
  // Rigidly turned about the bottom edge, so that the panel's edges keep their length.
  return Vec3{flat.x, flat.y * lean_cos_, dimensions_.bottom_depth - flat.y * lean_sin_} +
         rise * Vec3{0, lean_sin_, lean_cos_};
}

double PanelLoaderShape::gussetWidthAt(double s) const {
  const double y = outline_.at(s).y;
  return std::hypot(y * (1 - lean_cos_), dimensions_.bottom_depth - y * lean_sin_);
}

Vec3 PanelLoaderShape::onGusset(double s, double across) const {
  const Vec2 p = outline_.at(s);
  const double t = across / gussetWidthAt(s);
  const Vec3 back{p.x, p.y, 0};
  const Vec3 front{p.x, p.y * lean_cos_, dimensions_.bottom_depth - p.y * lean_sin_};
  const double bow = outline_.bowAt(s, dimensions_.gusset_bow) * 4 * t * (1 - t);
  return glm::mix(back, front, t) + bow * Vec3{outline_.outward(s), 0};
}

double PanelLoaderShape::zipGussetStart() const {
  const double stop = outline_.rightSideAt((1 - dimensions_.opening) * dimensions_.panel.height);
  return stop - dimensions_.tab;
}

double PanelLoaderShape::zipLength() const {
  return zipGussetLength() - 2 * dimensions_.tab;
}
double PanelLoaderShape::zipGussetLength() const {
  return outline_.perimeter() - bottomGussetLength();
}
double PanelLoaderShape::bottomGussetLength() const {
  return 2 * zipGussetStart();
}

// Between the back plane and the leaning front plane, with k = 1 - cos(lean): the map (x, y, t) -> (x, y (1 -
// t k), t (Db - y sin)) has the determinant (1 - t k)(Db - y sin) - y k t sin; over t that gives (1 - k/2) Db
// - y sin. Then the dome over the panel, and the bow of the straight gussets (2/3 of a parabola).
double PanelLoaderShape::volume() const {
  const double height = dimensions_.panel.height;
  static const SliceAngles kAngles;
  double area = 0;
  double moment = 0;
  double domed = 0;
  for (int i = 0; i < SliceAngles::kCount; ++i) {
    const double y = height * (1 - kAngles.cosine[i]) / 2;
    const double slice =
        outline_.halfWidthAt(y) * height * kAngles.sine[i] * std::numbers::pi / SliceAngles::kCount;
    area += slice;
    moment += y * slice;
    domed += bellyAt(y / height) * slice * 2 / 3;
  }
  double volume = area * dimensions_.bottom_depth * (1 + lean_cos_) / 2 - moment * lean_sin_;
  volume += dimensions_.front_sag * domed;
  for (const auto& edge : outline_.straightEdges(dimensions_.gusset_bow)) {
    volume += edge.length * edge.mean_bow * gussetWidthAt(edge.middle_s) * 2 / 3;
  }
  return volume;
}

GussetStrip::GussetStrip(std::shared_ptr<const PanelLoaderShape> shape, Kind kind, double from_s, double to_s)
    : shape_(std::move(shape)), kind_(kind), s_(shape_->outline().stations(from_s, to_s, {})) {
  require(to_s > from_s, "a strip has a length");
  x_.push_back(0);
  for (std::size_t i = 1; i < s_.size(); ++i) {
    const double step = s_[i] - s_[i - 1];
    // The panel edges are polylines: an arc's chord is what the seam walks.
    const double chord = glm::distance(shape_->outline().at(s_[i - 1]), shape_->outline().at(s_[i]));
    const double along = std::min(step, chord > 0 ? chord : step);
    const double taper = (widthAt(s_[i]) - widthAt(s_[i - 1])) / 2;
    x_.push_back(x_.back() + std::sqrt(std::max(0.0, along * along - taper * taper)));
  }
}

double GussetStrip::widthAt(double s) const {
  const auto& dimensions = shape_->dimensions();
  if (kind_ == Kind::Narrow) return dimensions.narrow_strip;
  const double whole = shape_->gussetWidthAt(s) - dimensions.ring_gap;
  return kind_ == Kind::Whole ? whole : whole - dimensions.narrow_strip - dimensions.chain;
}

namespace {

/// Piecewise linear from one ascending list to the other, going on straight beyond both ends.
double carried(const std::vector<double>& from, const std::vector<double>& to, double value) {
  const auto next = std::upper_bound(from.begin() + 1, from.end() - 1, value);
  const auto i = static_cast<std::size_t>(next - from.begin());
  const double t = (value - from[i - 1]) / (from[i] - from[i - 1]);
  return to[i - 1] + t * (to[i] - to[i - 1]);
}

}  // namespace

double GussetStrip::flatX(double s) const {
  return carried(s_, x_, s);
}
double GussetStrip::arcAt(double x) const {
  return carried(x_, s_, x);
}

Polyline GussetStrip::backEdge() const {
  Polyline line;
  for (std::size_t i = 0; i < s_.size(); ++i) line.emplace_back(x_[i], -widthAt(s_[i]) / 2);
  return line;
}

Polyline GussetStrip::frontEdge() const {
  Polyline line;
  for (std::size_t i = 0; i < s_.size(); ++i) line.emplace_back(x_[i], widthAt(s_[i]) / 2);
  return line;
}

Vec3 GussetStrip::inSpace(Vec2 flat) const {
  const double s = arcAt(flat.x);
  const auto& dimensions = shape_->dimensions();
  const double first = kind_ == Kind::Wide ? dimensions.narrow_strip + dimensions.chain : 0;
  return shape_->onGusset(s, first + widthAt(s) / 2 + flat.y);
}

}  // namespace configurator
