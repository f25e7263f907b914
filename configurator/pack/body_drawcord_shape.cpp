#include "configurator/pack/body_drawcord_shape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;
// Fullest between these parts of the trunk's height; the mouth, not stuffed to the brim, loses some again.
constexpr double kFullFrom = 0.35, kFullTo = 0.55, kFullLost = 0.3;
// Towards the mouth the collar draws the corners in.
constexpr double kDrawnFrom = 0.65, kDrawnBackRadius = 38, kDrawnFrontRadius = 58;
constexpr double kMostReach = 0.79;      // of the collar: cloth cannot lean in flatter than this
constexpr double kThroatForward = 0.05;  // of half the depth: the lower front lets the throat lie forward
constexpr double kMostThroat = 0.4;      // of the mouth's area, in a very small bag
constexpr double kTunnelLift = 0.8;      // between the tunnel's two layers
constexpr double kFoldStart = 20;        // above the mouth seam the folds have their full depth
constexpr int kSectors = 20;             // of half the mouth, for volumes

double smooth(double t) {
  const double x = std::clamp(t, 0.0, 1.0);
  return x * x * (3 - 2 * x);
}

// The lean of the collar's cloth changes in straight stretches between these parts of its height: upright at
// the seam, inwards in between, upright at the cord, outwards in the ruff. Its integral to the cord is 1.
constexpr double kLeanFull = 0.14, kLeanKept = 0.83, kRuffFull = 1.12;
constexpr double kMostLean = 1 / (0.5 + (kLeanKept - kLeanFull) / 2);

/// Cloth that has not far to go stands upright first and leans in the more above: the throat is kept level.
constexpr double kMostSway = 0.95;
double sway(double reach) {
  return std::clamp(kMostSway / std::max(reach, 0.1) - kMostLean, 0.0, 1.0);
}

/// The parts of half width and half depth that are left when both lose the same and `part` of the area is
/// left.
Vec2 throatOf(Vec2 half, double part) {
  const double sum = half.x + half.y;
  const double lost = (sum - std::sqrt(sum * sum - 4 * half.x * half.y * (1 - part))) / 2;
  return {1 - lost / half.x, 1 - lost / half.y};
}

/// Integral of a rate that runs straight from `r0` at `t0` to `r1` at `t1`, as far as `t`.
double rampArea(double t, Vec2 from, Vec2 to) {
  const double span = to.x - from.x;
  const double x = std::clamp(t - from.x, 0.0, span);
  return from.y * x + (to.y - from.y) * x * x / (2 * span);
}

}  // namespace

DrawcordShape::DrawcordShape(const Dimensions& dimensions) : dimensions_(dimensions) {
  Dimensions& d = dimensions_;
  require(d.width > 0 && d.depth > 0 && d.back_length > d.front_drop, "a drawcord top has three dimensions");
  half_girth_ = d.width + d.depth;
  slant_ = std::hypot(d.depth, d.front_drop);
  d.corner_radius = std::clamp(d.corner_radius, 2.0, d.depth / 5);
  d.front_radius = std::clamp(d.front_radius, d.corner_radius, d.depth / 2 - 2);
  const BoxSection mouth = sectionAt(dimensions_.back_length);
  shrink_ =
      throatOf({mouth.halfWidth(), mouth.middleZ()}, std::min(kMostThroat, d.throat_area / mouth.area()));
  centre_ = {0, mouth.middleZ() * (1 + kThroatForward)};
  double reach = 0;
  overSectors([&](const Sector& sector) { reach = std::max(reach, sector.reach_mm); });
  collar_ = std::max(d.collar, reach / kMostReach);
}

BoxSection DrawcordShape::sectionOf(double full, double drawn) const {
  const Dimensions& d = dimensions_;
  const double most = d.depth / 2.2;
  BoxSection::Walls walls;
  walls.half_girth = half_girth_;
  walls.back_radius = glm::mix(d.corner_radius, std::min(kDrawnBackRadius, most), drawn);
  walls.front_radius = glm::mix(d.corner_radius, d.front_radius, full);
  walls.front_radius = glm::mix(walls.front_radius, std::min(kDrawnFrontRadius, most), drawn);
  // Rounding a corner of the box pushes the walls out; the belly takes half of itself back.
  walls.depth = d.depth + roundingDepth(walls.back_radius, walls.front_radius) - full * d.belly * d.width / 8;
  walls.bow = d.belly * full;
  return BoxSection(walls);
}

BoxSection DrawcordShape::sectionAt(double up) const {
  const double part = up / dimensions_.back_length;
  const double full = smooth(part / kFullFrom) * (1 - kFullLost * smooth((part - kFullTo) / (1 - kFullTo)));
  return sectionOf(full, smooth((part - kDrawnFrom) / (1 - kDrawnFrom)));
}

double DrawcordShape::topAt(double around) const {
  const double forward = (std::abs(around) - dimensions_.width / 2) / dimensions_.depth;
  return dimensions_.back_length - dimensions_.front_drop * std::clamp(forward, 0.0, 1.0);
}

Vec3 DrawcordShape::onTrunk(double around, double up) const {
  const Vec2 p = sectionAt(up).at(std::abs(around));
  return {std::copysign(p.x, around), up, p.y};
}

Vec3 DrawcordShape::onBottom(Vec2 flat) const {
  const BoxSection foot = sectionAt(0);
  const double x = flat.x / foot.halfWidth();
  const double z = flat.y / foot.middleZ() - 1;
  const double sag = dimensions_.bottom_sag * std::max(0.0, 1 - x * x) * std::max(0.0, 1 - z * z);
  return {flat.x, -sag, flat.y};
}

double DrawcordShape::aroundOfMouth(double along) const {
  const double half = dimensions_.width / 2;
  const double at = std::abs(along);
  double from_front = at;
  if (at > half) from_front = half + std::min(at - half, slant_) * dimensions_.depth / slant_;
  if (at > half + slant_) from_front = half + dimensions_.depth + at - half - slant_;
  return std::copysign(1.0, along) * (half_girth_ - from_front);
}

double DrawcordShape::leaningRate(double reach, double part) const {
  if (part < kLeanFull) return kMostLean * part / kLeanFull - sway(reach) * std::sin(2 * kPi * part);
  if (part < 1) {
    const double kept = part < kLeanKept ? 1 : (1 - part) / (1 - kLeanKept);
    return kMostLean * kept - sway(reach) * std::sin(2 * kPi * part);
  }
  return -dimensions_.ruff * std::min(1.0, (part - 1) / (kRuffFull - 1));
}

double DrawcordShape::leaning(double reach, double part) const {
  const double ruff = -dimensions_.ruff;
  const double swayed = part < 1 ? sway(reach) * (std::cos(2 * kPi * part) - 1) / (2 * kPi) : 0;
  return swayed + rampArea(part, {0, 0}, {kLeanFull, kMostLean}) +
         rampArea(part, {kLeanFull, kMostLean}, {kLeanKept, kMostLean}) +
         rampArea(part, {kLeanKept, kMostLean}, {1, 0}) + rampArea(part, {1, 0}, {kRuffFull, ruff}) +
         ruff * std::max(0.0, part - kRuffFull);
}

// Cloth is neither stretched nor squeezed along a line: what leans in does not rise. Simpson's rule.
double DrawcordShape::riseAt(double reach, double part) const {
  constexpr int kSteps = 20;
  double sum = 0;
  for (int i = 0; i <= kSteps; ++i) {
    const double lean = reach * leaningRate(reach, part * i / kSteps);
    const double weight = i == 0 || i == kSteps ? 1 : (i % 2 == 1 ? 4 : 2);
    sum += weight * std::sqrt(std::max(0.0, 1 - lean * lean));
  }
  return collar_ * part * sum / (3 * kSteps);
}

/// The throat is the mouth drawn together, more from front and back than from the sides.
Vec2 DrawcordShape::toThroat(Vec2 mouth) const {
  return (Vec2{1, 1} - shrink_) * (centre_ - mouth);
}

Vec3 DrawcordShape::onSmoothCollar(double along, double up) const {
  const double around = aroundOfMouth(along);
  const Vec3 mouth = onTrunk(around, topAt(around));
  const Vec2 inwards = toThroat({mouth.x, mouth.z});
  const double part = std::max(0.0, up) / collar_;
  const double reach = glm::length(inwards) / collar_;
  const Vec2 in = leaning(reach, part) * inwards;
  const double rise = riseAt(reach, part);
  return {mouth.x + in.x, mouth.y + rise + std::min(0.0, up), mouth.z + in.y};
}

namespace {

/// Mean of sqrt(1 + m^2 cos^2) over a wave: its length over its base. It is the girth of the ellipse with the
/// half axes sqrt(1 + m^2) and 1 over 2 pi, by Ramanujan's second formula (error below 0.02 % for m < 8).
double waveLength(double m) {
  const double a = std::sqrt(1 + m * m);
  const double h = (a - 1) * (a - 1) / ((a + 1) * (a + 1));
  return (a + 1) / 2 * (1 + 3 * h / (10 + std::sqrt(4 - 3 * h)));
}

constexpr int kWaveSteps = 320;
constexpr double kWavePerStep = 1.0 / 64;  // lengths 1..6

/// m^2 for evenly spaced wave lengths from 1.
std::array<double, kWaveSteps + 1> makeWaveTable() {
  std::array<double, kWaveSteps + 1> table{};
  for (int i = 1; i <= kWaveSteps; ++i) {
    double low = 0;
    double high = 12;
    for (int round = 0; round < 40; ++round) {
      const double m = (low + high) / 2;
      (waveLength(m) < 1 + i * kWavePerStep ? low : high) = m;
    }
    table[static_cast<std::size_t>(i)] = low * low;
  }
  return table;
}

/// The steepness m of a wave whose cloth is `length` times as long as its base.
double waveSteepness(double length) {
  static const std::array<double, kWaveSteps + 1> kTable = makeWaveTable();
  const double at = std::clamp((length - 1) / kWavePerStep, 0.0, kWaveSteps - 1e-6);
  const auto i = static_cast<std::size_t>(at);
  return std::sqrt(glm::mix(kTable[i], kTable[i + 1], at - static_cast<double>(i)));
}

}  // namespace

Vec3 DrawcordShape::onCollar(Vec2 flat) const {
  const double fold = collar_ + dimensions_.tunnel;
  const double up = flat.y <= fold ? flat.y : 2 * fold - flat.y;
  const double inside = kTunnelLift * std::clamp((flat.y - fold) / 5, 0.0, 1.0);
  constexpr double kStep = 0.5;
  const Vec3 across = (onSmoothCollar(flat.x + kStep, up) - onSmoothCollar(flat.x - kStep, up)) / (2 * kStep);
  const Vec3 upwards =
      (onSmoothCollar(flat.x, up + kStep) - onSmoothCollar(flat.x, up - kStep)) / (2 * kStep);
  const Vec3 normal = glm::cross(across, upwards);
  // Area is kept in the collar, the length of the edge in the tunnel; both agree where nothing is sheared.
  const double base = glm::mix(glm::length(normal), glm::length(across), smooth(5 * (up / collar_ - 0.8)));
  // Even folds, the ring's seam and the middle of the front between two.
  const double rate = 2 * kPi * dimensions_.folds / mouthLength();
  const double steep = waveSteepness(std::max(1.0, 1 / base)) * smooth(up / kFoldStart);
  const double wave = steep * base / rate * std::sin(rate * flat.x) - inside;
  return onSmoothCollar(flat.x, up) + wave * glm::normalize(normal);
}

std::vector<Vec3> DrawcordShape::throat() const {
  const int steps = 6 * dimensions_.folds;
  std::vector<Vec3> rim;
  for (int i = 0; i < steps; ++i) {
    // From the back over the wearer's left to the front: counter-clockwise from above.
    rim.push_back(onCollar({mouthLength() * (static_cast<double>(i) / steps - 0.5), collar_}));
  }
  rim.push_back(rim.front());
  return rim;
}

template <typename Visit>
void DrawcordShape::overSectors(Visit visit) const {
  const auto cross = [](Vec2 a, Vec2 b) { return a.x * b.y - a.y * b.x; };
  const BoxSection mouth = sectionAt(dimensions_.back_length);
  const double step = half_girth_ / kSectors;
  std::array<Sector, kSectors> sectors;
  double sum = 0;
  Vec2 last = mouth.at(0);
  for (std::size_t i = 0; i < kSectors; ++i) {
    const Vec2 next = mouth.at(step * static_cast<double>(i + 1));
    const Vec2 a = last - centre_;
    const Vec2 b = next - centre_;
    sectors[i] = {cross(a, b), topAt(step * (static_cast<double>(i) + 0.5)),
                  glm::length(toThroat((last + next) / 2.0))};
    sum += sectors[i].mouth;
    last = next;
  }
  for (Sector& sector : sectors) {  // both halves; the arcs' chords cut off a little
    sector.mouth *= mouth.area() / sum;
    visit(sector);
  }
}

// Sections up to the lower front, then under the slanting mouth: Simpson's rule, and a sector's own height.
double DrawcordShape::trunkVolume() const {
  constexpr int kSlices = 12;
  const double height = frontHeight();
  double sum = 0;
  for (int i = 0; i <= kSlices; ++i) {
    const double weight = i == 0 || i == kSlices ? 1 : (i % 2 == 1 ? 4 : 2);
    sum += weight * sectionAt(height * i / kSlices).area();
  }
  double volume = height * sum / (3 * kSlices);
  overSectors([&](const Sector& sector) { volume += sector.mouth * (sector.top - height); });
  const BoxSection foot = sectionAt(0);
  return volume + dimensions_.bottom_sag * foot.halfWidth() * 2 * foot.middleZ() * 2 * 4 / 9;
}

// A sector of the mouth shrinks to its sector of the throat as the cloth leans in: its volume is the integral
// of what is left of it over the rise.
double DrawcordShape::collarVolume() const {
  constexpr int kSteps = 10;
  double volume = 0;
  overSectors([&](const Sector& sector) {
    const double reach = sector.reach_mm / collar_;
    for (int i = 0; i < kSteps; ++i) {
      const double part = (i + 0.5) / kSteps;
      const Vec2 left = Vec2{1, 1} - leaning(reach, part) * (Vec2{1, 1} - shrink_);
      const double lean = reach * leaningRate(reach, part);
      const double rise = std::sqrt(std::max(0.0, 1 - lean * lean)) * collar_ / kSteps;
      volume += sector.mouth * left.x * left.y * rise;
    }
  });
  return volume;
}

double DrawcordShape::collarRise() const {
  double area = 0;
  double moment = 0;
  overSectors([&](const Sector& sector) {
    area += sector.mouth;
    moment += sector.mouth * riseAt(sector.reach_mm / collar_, 1);
  });
  return moment / area;
}

}  // namespace configurator
