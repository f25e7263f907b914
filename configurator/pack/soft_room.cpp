#include "configurator/pack/soft_room.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <utility>

namespace configurator {

RoomTable::RoomTable(const SoftRoom& room) : width_(room.width_mm), height_(room.height_mm) {
  nodes_.reserve((kColumns + 1) * (kRows + 1));
  for (int row = 0; row <= kRows; ++row) {
    for (int column = 0; column <= kColumns; ++column) {
      const Vec2 flat{width_ * (static_cast<double>(column) / kColumns - 0.5), height_ * row / kRows};
      if (room.roof) {
        const Vec3 floor = room.floor(flat);
        nodes_.push_back({floor, room.roof(flat) - floor});
      } else {
        const SurfacePoint point = room.floor.pointAt(flat);
        nodes_.push_back({point.at, point.normal});
      }
    }
  }
  up_ = glm::normalize(nodeAt({0, height_}).floor - nodeAt({0, height_ - 20}).floor);
}

RoomTable::Node RoomTable::nodeAt(Vec2 flat) const {
  const double x = (flat.x / width_ + 0.5) * kColumns, y = flat.y / height_ * kRows;
  const int column = std::clamp(static_cast<int>(std::floor(x)), 0, kColumns - 1);
  const int row = std::clamp(static_cast<int>(std::floor(y)), 0, kRows - 1);
  const auto node = [&](int right, int higher) -> const Node& {
    return nodes_[static_cast<std::size_t>((row + higher) * (kColumns + 1) + column + right)];
  };
  const double a = x - column, b = y - row;
  const auto mixed = [&](Vec3 Node::*part) {
    return glm::mix(glm::mix(node(0, 0).*part, node(1, 0).*part, a),
                    glm::mix(node(0, 1).*part, node(1, 1).*part, a), b);
  };
  return {mixed(&Node::floor), mixed(&Node::out)};
}

Vec3 RoomTable::at(Vec2 flat, double off) const {
  const double above = std::max(0.0, flat.y - height_);
  const Node node = nodeAt({flat.x, flat.y - above});
  return node.floor + off * node.out + above * up_;
}

double RoomTable::depth(Vec2 flat) const {
  return glm::length(nodeAt({flat.x, std::min(flat.y, height_)}).out);
}

namespace {

/// Made when the first point is asked for; safe to ask from several threads.
template <typename Vessel>
class MadeOnce {
 public:
  explicit MadeOnce(std::function<Vessel()> make) : make_(std::move(make)) {}
  const Vessel& get() const {
    std::call_once(once_, [this] { vessel_ = std::make_unique<const Vessel>(make_()); });
    return *vessel_;
  }

 private:
  std::function<Vessel()> make_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const Vessel> vessel_;
};

template <typename Vessel>
std::function<Vec3(Vec3)> softly(std::function<Vessel()> make) {
  const auto once = std::make_shared<const MadeOnce<Vessel>>(std::move(make));
  return [once](Vec3 at) { return once->get()(at); };
}

struct FlaskInPocket {
  RoomTable room;
  double scale = 1, foot_mm = 0;

  /// The model's inner side follows ribs of one radius; unrolled off them it is laid on those of the wearer.
  Vec3 operator()(Vec3 at) const {
    constexpr double kRibs = 165, kInner = 25.8, kFoot = 110, kClear = 0.6;
    constexpr double kPressed = 0.95;  // by cloth, which is drawn in triangles
    const double out = kRibs + kInner + at.y;
    const Vec2 flat{scale * kRibs * std::atan2(at.x, out), foot_mm + scale * (kFoot - at.z)};
    return room.at(flat, kPressed * scale * (std::hypot(at.x, out) - kRibs) + kClear);
  }
};

double smoothStep(double from, double to, double x) {
  const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

/// The model's bag, as make_models.py draws it: x across, z down from its middle.
struct Bag {
  static constexpr double kHalf = 73, kFlange = 79, kFoot = 160, kTop = -138, kSlide = -132.5, kFlat = 0.7;

  static double halfDepth(double x, double z) {
    const double t = std::clamp((kFoot - 6 - z) / 286, 0.0, 1.0), low = 1 - t / 0.43;
    const double bulge = t > 0.43 ? 1 - std::pow(std::abs(2 * t - 0.86), 3.2) / 1.5 : 1 - low * low * low;
    const double root = std::sqrt(std::max(0.0, bulge)), u = std::min(1.0, std::abs(x) / kHalf);
    const double c = u * std::sqrt(std::sqrt(u));  // u^1.25
    return std::max(kFlat, (0.8 + 26.3 * root * std::sqrt(root)) * std::pow(1 - c * c, 0.575));
  }
};

class BladderInSleeve {
 public:
  BladderInSleeve(const SoftRoom& room, double litres)
      : room_(room),
        across_((room.width_mm / 2 - kRim) / Bag::kFlange),
        upward_((room.height_mm - kFootRoom - kRim) / (Bag::kFoot - Bag::kTop)),
        scale_(std::cbrt(litres / kModelLitres)) {
    fill(litres);
  }

  Vec3 operator()(Vec3 at) const {
    const Vec2 flat = flatOf(at.x, at.z);
    const double depth = room_.depth(flat);
    if (at.z < Bag::kSlide) return room_.at(flat, 0.5 + scale_ * at.y / depth);
    const double free = freeOf(depth), half = Bag::halfDepth(at.x, at.z);
    const double over = at.y - half;
    if (over < kOn) return room_.at(flat, bagOff(at, std::clamp(at.y / half, -1.0, 1.0), free) / depth);
    // Port and hose lie in what they press in, under the cloth.
    const double off =
        glm::mix(bagOff(at, 1, free), free + floorOf(free), std::min(1.0, over / (kOutmost - half)));
    return room_.at(flat, off / depth);
  }

 private:
  static constexpr double kModelLitres = 1.5, kRim = 7, kFootRoom = 10, kOn = 1, kUnderCloth = 2.5,
                          kOverFloor = 0.8, kOutmost = 47.3;

  Vec2 flatOf(double x, double z) const {
    const double bag = kFootRoom + upward_ * (Bag::kFoot - std::max(z, Bag::kTop));
    return {across_ * x, bag + scale_ * std::max(0.0, Bag::kTop - z)};
  }

  /// Of a depth, what cloth that is drawn in triangles leaves, and how far off its back that is.
  static double freeOf(double depth) { return std::max(0.3 * depth, depth - kUnderCloth - kOverFloor); }
  static double floorOf(double free) { return std::min(kOverFloor, free); }

  /// How thick the bag is, of what its room is deep: it closes towards its slide.
  double share(double z) const { return full_ * std::sqrt(smoothStep(Bag::kTop - 4, Bag::kTop + 45, z)); }

  /// How far port and hose press it in.
  static double dent(double x, double z, double free) {
    constexpr double kPort = 113, kAroundPort = 27, kAroundHose = 15, kDeep = 13, kMost = 0.5;
    const double port = 1 - smoothStep(0.65, 1, std::hypot(x, z - kPort) / kAroundPort);
    const double hose = z < kPort ? 1 - smoothStep(0.4, 1, std::abs(x) / kAroundHose) : 0;
    return std::min(kDeep, kMost * free) * std::max(port, hose);
  }

  /// Of the bag's back (`side` -1) to its front (1), mm off the floor.
  double bagOff(Vec3 at, double side, double free) const {
    const double off = (0.5 + 0.5 * share(at.z) * side) * free + floorOf(free);
    return off - std::max(0.0, side) * dent(at.x, at.z, free);
  }

  /// As thick as its litres ask for, and as there is room for.
  void fill(double litres) {
    constexpr int kAcross = 24, kUp = 40;
    constexpr double kFullest = 0.97;
    double whole = 0, dents = 0;
    full_ = 1;
    for (int i = 0; i < kUp; ++i) {
      for (int k = 0; k < kAcross; ++k) {
        const double x = Bag::kHalf * (2 * (k + 0.5) / kAcross - 1);
        const double z = glm::mix(Bag::kFoot - 6, Bag::kTop + 6, (i + 0.5) / kUp);
        const double free = freeOf(room_.depth(flatOf(x, z)));
        whole += free * share(z);
        dents += dent(x, z, free);
      }
    }
    const double cell = across_ * 2 * Bag::kHalf / kAcross * upward_ * 286 / kUp;
    full_ = std::min(kFullest, (litres * 1e6 / cell + dents) / whole);
  }

  RoomTable room_;
  double across_, upward_, scale_, full_ = 1;
};

}  // namespace

std::function<Vec3(Vec3)> softFlask(const SoftRoom& room, double scale, double foot_mm) {
  return softly<FlaskInPocket>([=] { return FlaskInPocket{RoomTable(room), scale, foot_mm}; });
}

std::function<Vec3(Vec3)> softBladder(const SoftRoom& room, double litres) {
  return softly<BladderInSleeve>([=] { return BladderInSleeve(room, litres); });
}

}  // namespace configurator
