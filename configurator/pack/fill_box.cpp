#include "configurator/pack/fill_box.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <memory>
#include <numbers>
#include <optional>
#include <vector>

#include "configurator/pack/fill_cover.h"
#include "configurator/pack/fold_curve.h"

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kLeft = 0.16;            // of the nominal volume that an empty bag still encloses
constexpr double kLeastDepth = 0.1;       // of the nominal depth at the top, however empty
constexpr double kEmptyFoot = 0.3;        // of the nominal depth at the foot of an empty bag
constexpr double kCordTop = 0.5;          // gathered cloth is a lump that does not get flatter
constexpr double kCollarSinks = 0.45;     // of its height when empty
constexpr double kTopTurn = 0.6 * kPi;    // the top strip lies more in than out
constexpr double kRim = 70;               // folds of the strips die out this far inside the outline
constexpr double kSway = 6, kDroop = 14;  // mm, of an empty front
constexpr double kSink = 0.035;           // of the height, by which an empty front sinks
constexpr double kFlop = 0.45;            // radians that an empty top bends forward above what is held
constexpr double kEmptyPocket = 0.25;     // of what stands off the front or a side when empty
constexpr double kFlatLayers = 4;         // what stands off no further is cloth, not a pocket
constexpr double kApart = 0.6;         // layers keep clear of each other though folds are cut into triangles
constexpr double kHeldOff = 0.3;       // of the depth, what an empty bag holds from its front
constexpr double kOffSides = 11;       // the same beside the strips, which bow a little
constexpr double kMostFuller = 0.15;   // kStuffed - 1
constexpr double kStuffedGap = 0.985;  // of a strip's length at the fullest
constexpr double kStuffedDome = 0.3;   // by which the front's dome grows
constexpr double kStuffedPocket = 0.15;

double smooth(double t) {
  const double x = std::clamp(t, 0.0, 1.0);
  return x * x * (3 - 2 * x);
}

/// A function of height by even samples.
class Profile {
 public:
  Profile() = default;
  template <typename Function>
  Profile(double low, double high, const Function& value) : low_(low), step_((high - low) / kSteps) {
    for (int i = 0; i <= kSteps; ++i) values_.push_back(value(low + step_ * i));
  }
  Profile(const std::vector<BoxForm::Section>& sections, double BoxForm::Section::*value)
      : Profile(sections.front().y, sections.back().y, [&](double y) {
          const auto above = std::find_if(sections.begin() + 1, sections.end() - 1,
                                          [&](const BoxForm::Section& s) { return s.y >= y; });
          const BoxForm::Section &a = *(above - 1), &b = *above;
          return std::lerp(a.*value, b.*value, std::clamp((y - a.y) / (b.y - a.y), 0.0, 1.0));
        }) {}
  double operator()(double y) const {
    const double at = std::clamp((y - low_) / step_, 0.0, kSteps - 1e-9);
    const auto i = static_cast<std::size_t>(at);
    return std::lerp(values_[i], values_[i + 1], at - static_cast<double>(i));
  }
  double low() const { return low_; }
  double high() const { return low_ + step_ * kSteps; }

 private:
  static constexpr int kSteps = 240;
  double low_ = 0, step_ = 1;
  std::vector<double> values_;
};

/// The nearest way out of the bag in the plane of its front.
struct Rim {
  Vec2 out{0, 0};     // unit
  double share = 0;   // 0 well inside, 1 on the outline and beyond
  double beyond = 0;  // mm outside
};

class Box {
 public:
  Box(const BoxForm& form, double fill);
  Vec3 at(Vec3 p) const;

 private:
  using Top = BoxForm::Top;
  void solveDepth();
  void sinkFront();
  double shareAt(double y) const;  ///< of the nominal depth
  double volume() const;
  Rim rimAt(double x, double y) const;
  double turnAt(const Rim& rim, double x, double y) const;
  double wrinkle(double x, double y) const;
  double pocket(double off, double flat) const;
  Vec3 sway(double x, double y) const;
  Vec3 bent(Vec3 p) const;
  double raised(Vec3 p) const;
  Vec3 bagAt(Vec3 p) const;

  std::optional<FillCover> cover_;
  BoxForm form_;
  double empty_ = 0;    // 0 nominal or fuller .. 1 empty
  double stuffed_ = 0;  // 0 nominal .. 1 fullest
  double flop_ = 0;
  double foot_share_ = 1, top_share_ = 1;
  Profile half_width_, depth_, rise_, back_, sunk_, slack_;
};

Box::Box(const BoxForm& form, double fill) : form_(form) {
  empty_ = std::clamp(1 - fill, 0.0, 1.0);
  stuffed_ = std::clamp((fill - 1) / kMostFuller, 0.0, 1.0);
  flop_ = form.framed ? 0 : kFlop * empty_ * empty_;
  half_width_ = Profile(form.sections, &BoxForm::Section::half_width);
  depth_ = Profile(form.sections, &BoxForm::Section::depth);
  rise_ = Profile(form.sections, &BoxForm::Section::rise);
  back_ = Profile(form.sections, &BoxForm::Section::back);
  solveDepth();
  sinkFront();
  if (form.cover.empty()) return;
  const double kept = std::lerp(1.0, kEmptyPocket, empty_) + kStuffedPocket * stuffed_;
  const FillCover::Line line{form.cover, form.cover_mm, std::min(1.0, 3 * empty_), kept};
  cover_.emplace(line, [this](Vec3 p) { return bagAt(p); });
}

double Box::shareAt(double y) const {
  if (stuffed_ > 0) return 1;
  return std::lerp(foot_share_, top_share_, smooth((y / form_.height_mm - 0.1) / 0.85));
}

/// Between back and front of the upright part, less what the sides fold in.
double Box::volume() const {
  double sum = 0;
  constexpr int kSlices = 48;
  for (int i = 0; i < kSlices; ++i) {
    const double y = depth_.high() * (i + 0.5) / kSlices;
    const double share = shareAt(y), depth = depth_(y), half = half_width_(y);
    // Sides that fold out would gain what the depth loses: near nominal fill the top would sink at once.
    const double side = std::min(0.0, foldArea(share, turnAt({{1, 0}, 1, 0}, half, y))) * depth * depth;
    sum += 2 * half * (share * depth + share * rise_(y) * 2 / 3) + 2 * side;
  }
  return sum * depth_.high() / kSlices;
}

// What a bag holds lies low: the foot stays deep as long as it can, and the depth of the top follows from the
// volume that is left.
void Box::solveDepth() {
  const double nominal = volume();
  const double full = std::pow(1 - empty_, 1.5);
  foot_share_ = std::lerp(kEmptyFoot, 1.0, 1 - std::pow(empty_, 2.0));
  const double goal = nominal * (kLeft + (1 - kLeft) * (1 - empty_));
  const double least = form_.top == Top::Cord ? std::lerp(kCordTop, 1.0, full) : kLeastDepth;
  double low = least, high = 1;
  for (int i = 0; i < 30 && empty_ > 0; ++i) {
    top_share_ = (low + high) / 2;
    (volume() < goal ? low : high) = top_share_;
  }
  if (empty_ > 0) top_share_ = low;
}

// The front keeps its length: where it leans more than at nominal fill its upper edge comes down. An empty
// one sinks on its own besides, in level folds.
void Box::sinkFront() {
  const auto front = [&](double y, double share) { return share * (back_(y) + depth_(y)); };
  double sunk = 0;
  double last = depth_.low();
  const double sink = kSink * form_.height_mm * empty_;
  const auto own = [&](double y) { return sink * smooth((y / form_.height_mm - 0.3) / 0.65); };
  sunk_ = Profile(depth_.low(), depth_.high(), [&](double y) {
    if (y <= last) return 0.0;
    const double step = y - last;
    const double before = front(y, 1) - front(last, 1);
    const double now = front(y, shareAt(y)) - front(last, shareAt(last));
    if (y < form_.height_mm + 1) {
      const double left = step * step + before * before - now * now;
      sunk += step - std::sqrt(std::max(0.04 * step * step, left));
    }
    last = y;
    return sunk + own(y);
  });
  slack_ = Profile(depth_.low(), depth_.high(), [&](double y) { return (own(y + 2) - own(y - 2)) / 4; });
}

Rim Box::rimAt(double x, double y) const {
  const double half = half_width_(y), keep = std::min(kRim, 0.8 * half);
  Vec2 out{std::copysign(std::max(0.0, std::abs(x) - half + keep), x), 0};
  if (y < keep) out.y = y - keep;
  if (form_.top == Top::Gusset) out.y = std::max(out.y, y - (form_.height_mm - keep));
  if (form_.top == Top::Gusset && y < keep) out.y = y - keep;
  const double off = glm::length(out);
  if (off < 1e-9) return {};
  const double over = form_.top == Top::Gusset ? y - form_.height_mm : 0;
  return {out / off, smooth(off / (0.45 * keep)), std::max({0.0, std::abs(x) - half, -y, over})};
}

// Sides fold in, or, where they end in a flat roll, out. Round corners, which can get neither shorter nor
// longer, lie in an S, and so do the bottom and the top.
double Box::turnAt(const Rim& rim, double x, double y) const {
  if (stuffed_ > 0) return 0;
  const double aside = rim.out.x * rim.out.x, level = rim.out.y * rim.out.y;
  double side = 0.8 * kPi;
  if (form_.top == Top::Roll) side = kPi / 2 * (1 - smooth(y / form_.height_mm));
  const double other = rim.out.y > 0 ? kTopTurn : 0.42 * kPi;
  const double corner = std::sqrt(4 * aside * level);
  const double uneven = 0.22 * std::sin(0.038 * y + (x > 0 ? 1.1 : 2.7));
  const double round = rim.out.y > 0 ? kTopTurn : kPi / 2;
  return std::clamp(std::lerp(aside * side + level * other, round, corner) + uneven, 0.0, kPi);
}

// Folds of the front: upright ones from the width that its dome no longer takes up, level ones from what it
// sinks. A wave of length l and height a has pi^2 a^2 / l^2 more cloth than its base.
double Box::wrinkle(double x, double y) const {
  if (empty_ <= 0 || y <= 0 || y >= form_.height_mm) return 0;
  const double half = half_width_(y), share = shareAt(y), high = form_.height_mm;
  const double across = std::max(0.0, 1 - x * x / (half * half));
  const double along = 4 * (y / high) * (1 - y / high);
  if (across <= 0) return 0;
  const double domed = rise_(y) / (2 * half);
  const double wide = (8.0 / 3 * domed * domed + 0.008) * (1 - share * share);
  const double long_x = half * 0.62, long_y = high * 0.17;
  const double upright = long_x / kPi * std::sqrt(wide) *
                         std::sin(2 * kPi * (x + 0.12 * y) / long_x + 0.9 * std::sin(2 * kPi * y / high));
  const double level = long_y / kPi * std::sqrt(std::max(0.0, slack_(y))) *
                       std::sin(2 * kPi * (y - 0.25 * x) / long_y + 0.6 * std::sin(1.7 * kPi * x / half));
  const double most = 0.45 * share * depth_(y) + 1.5;
  const double sum = (0.85 * upright + 0.8 * level) * std::sqrt(across) * std::sqrt(along);
  return most * std::tanh(sum / most);
}

double Box::pocket(double off, double flat) const {
  const double kept = empty_ > 0 ? std::lerp(1.0, kEmptyPocket, empty_) : 1 + kStuffedPocket * stuffed_;
  return off <= flat ? off : flat + (off - flat) * kept;
}

/// An empty front hangs a little crooked, its upper corners lower.
Vec3 Box::sway(double x, double y) const {
  const double part = y / form_.height_mm, aside = std::min(1.2, std::abs(x) / half_width_(y));
  const double droop = kDroop * aside * aside * smooth(2 * part - 1);
  return empty_ * empty_ *
         Vec3{kSway * std::sin(4.1 * part + 0.4), -droop,
              kSway * (1 + std::sin(5.3 * part + 1.9 * x / 200)) / 2};
}

/// A gathered collar sinks into the bag.
double Box::raised(Vec3 p) const {
  const double over = p.y - form_.height_mm;
  if (form_.top != Top::Cord || over <= 0) return p.y;
  return p.y - kCollarSinks * empty_ * over * smooth((p.z + 12) / 8);
}

/// Above what is held the pack bends forward about a level line, the back keeping its length.
Vec3 Box::bent(Vec3 p) const {
  const double up = p.y - form_.held_mm;
  if (flop_ <= 0 || up <= 0) return p;
  const double reach = form_.top == Top::Roll ? 110 : 75;
  // The angle grows smoothly to flop_ at `reach` and stays; its sine and cosine are summed on the way.
  constexpr int kSteps = 12;
  Vec2 at{0, 0};
  for (int i = 0; i < kSteps; ++i) {
    const double angle = flop_ * smooth(up * (i + 0.5) / kSteps / reach);
    at += up / kSteps * Vec2{std::cos(angle), std::sin(angle)};
  }
  const double angle = flop_ * smooth(up / reach);
  const Vec3 moved{p.x, form_.held_mm + at.x - p.z * std::sin(angle), at.y + p.z * std::cos(angle)};
  // The wearer and the straps over his shoulders stay.
  return glm::mix(p, moved, smooth((p.z + 40) / 28));
}

Vec3 Box::at(Vec3 p) const {
  const Vec3 bagged = bagAt(p);
  return cover_ ? cover_->at(p, bagged) : bagged;
}

Vec3 Box::bagAt(Vec3 p) const {
  if (p.z <= 0 && (form_.top != Top::Cord || p.y < form_.height_mm)) return bent(p);
  const double y = p.y, half = half_width_(y), depth = depth_(y), share = shareAt(y);
  const double across = std::max(0.0, 1 - p.x * p.x / (half * half));
  const double front = depth + rise_(y) * across;
  const double inside = p.z - back_(y);
  const double t = std::clamp(inside / front, 0.0, 1.0);
  const double over = inside > front ? inside - front : std::min(0.0, inside);
  const double gap = share * (1 + (kStuffedGap - 1) * stuffed_);
  const Rim rim = rimAt(p.x, y);
  const double sunk = sunk_(y);
  const double span = std::hypot(gap, sunk / depth);
  const FoldPoint fold = foldAt(std::min(1.0, span), turnAt(rim, p.x, y), t);
  // What the bag holds lies clear of its front, which is cut into triangles.
  const double held = 1 - kHeldOff * empty_ * (1 - rim.share) * (1 - smooth((t - 0.88) / 0.1));
  const double along = held * std::lerp(t, fold.along, rim.share);
  const double dome = share * (1 + kStuffedDome * stuffed_);
  const double depth_now = gap * depth + dome * (front - depth) + wrinkle(p.x, y);
  const bool rolled = form_.top == Top::Roll && y > form_.height_mm;
  const double apart = kApart * (1 + 2 * empty_) * std::clamp(over / 0.3, 0.0, 1.0);
  const double stand_off = rolled ? over : pocket(over, kFlatLayers) + apart;
  const double beside = rolled ? 0 : rim.beyond - pocket(rim.beyond, kOffSides);
  const Vec2 aside = (fold.off * depth * rim.share - beside) * rim.out;
  const Vec3 moved{p.x + aside.x, raised(p) + aside.y - sunk * along,
                   gap * back_(y) + along * depth_now + stand_off};
  return bent(moved + along * sway(p.x, y));
}

}  // namespace

std::function<Vec3(Vec3)> boxFillMap(const BoxForm& form, double fill) {
  return [box = std::make_shared<const Box>(form, fill)](Vec3 p) { return box->at(p); };
}

}  // namespace configurator
