#include "configurator/pack/fill_vest.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <memory>
#include <mutex>
#include <numbers>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "configurator/pack/fold_curve.h"
#include "configurator/pack/mesh_piece.h"

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kLeft = 0.3;               // of a pocket's height that an empty one keeps
constexpr double kStuffedHeight = 1;        // a pocket's height grows with its fill
constexpr double kFlatLayers = 5;           // what stands off no further is cloth, not a pocket
constexpr double kBaseCell = 24;            // between the points by which the cloth on the wearer is known
constexpr double kCell = 45, kReach = 190;  // of the grid in which they are found
constexpr double kNode = 10;                // between the places where the way off the cloth is known
constexpr double kBlend = 40;               // mm over which the cloth's points are averaged
constexpr double kBeside = 45, kFade = 40;  // beyond the cloth's edge the map dies out
constexpr double kRim = 30;                 // folds of a strip die out this far inside and outside it
constexpr double kApart = 0.5;      // layers keep clear of each other though folds are cut into triangles
constexpr double kBeyondRung = 14;  // mm over which the places along a strip are averaged
constexpr double kWrinkle = 2.2, kWrinkleLength = 62;

double smooth(double t) {
  const double x = std::clamp(t, 0.0, 1.0);
  return x * x * (3 - 2 * x);
}

/// How far a point stands off the cloth on the wearer, and which way is off.
struct Stand {
  Vec3 out{0, 0, 1};
  double height = 0, beside = 0;
};

/// The cloth on the wearer as scattered points. Every cell of a grid knows those that are near to it.
class Ground {
 public:
  explicit Ground(const std::vector<const Piece*>& pieces) {
    for (const Piece* piece : pieces) {
      const PieceMesh mesh = meshPiece(*piece, kBaseCell);
      for (std::size_t i = 0; i < mesh.space.size(); ++i) points_.push_back({mesh.space[i], mesh.normals[i]});
    }
    Vec3 high = points_.front().at;
    low_ = high;
    for (const SurfacePoint& point : points_) {
      low_ = glm::min(low_, point.at);
      high = glm::max(high, point.at);
    }
    low_ -= Vec3{1, 1, 1} * kReach;
    for (int axis = 0; axis < 3; ++axis)
      count_[axis] = static_cast<int>(std::ceil((high[axis] + kReach - low_[axis]) / kCell));
    for (int k = 0; k < count_[2]; ++k)
      for (int j = 0; j < count_[1]; ++j)
        for (int i = 0; i < count_[0]; ++i)
          near_.push_back(nearTo(low_ + kCell * Vec3{i + 0.5, j + 0.5, k + 0.5}));
    // The mean of points on round cloth lies under it.
    std::vector<double> hollow;
    for (const SurfacePoint& point : points_) {
      const std::optional<Stand> own = standOf(point.at);
      hollow.push_back(own ? own->height : 0);
    }
    hollow_ = std::move(hollow);
  }

  /// Interpolated between places kNode apart, each found once: of the cloth's many points a place needs a
  /// hundred.
  std::optional<Stand> standNear(Vec3 p) const {
    const Vec3 at = (p - low_) / kNode;
    const Vec3 cell = glm::floor(at), t = at - cell;
    Stand sum{{0, 0, 0}, 0, 0};
    for (int corner = 0; corner < 8; ++corner) {
      const Vec3 bit{corner & 1, (corner >> 1) & 1, corner >> 2};
      const std::optional<Stand>& node = nodeAt(cell + bit);
      if (!node) return standOf(p);
      const Vec3 share = glm::mix(1.0 - t, t, bit);
      const double weight = share.x * share.y * share.z;
      sum.out += weight * node->out;
      sum.height += weight * node->height;
      sum.beside += weight * node->beside;
    }
    const double size = glm::length(sum.out);
    if (size < 0.5) return standOf(p);  // between two sheets that face each other
    sum.out /= size;
    return sum;
  }

  std::optional<Stand> standOf(Vec3 p) const {
    const std::vector<std::uint32_t>* near = cellOf(p);
    if (near == nullptr || near->empty()) return std::nullopt;
    double least = std::numeric_limits<double>::max();
    for (const std::uint32_t i : *near) least = std::min(least, distance2(points_[i].at, p));
    Vec3 middle{0, 0, 0}, out{0, 0, 0};
    double sum = 0, hollow = 0;
    for (const std::uint32_t i : *near) {
      const double weight = std::exp(-(distance2(points_[i].at, p) - least) / (2 * kBlend * kBlend));
      middle += weight * points_[i].at;
      out += weight * points_[i].normal;
      if (!hollow_.empty()) hollow += weight * hollow_[i];
      sum += weight;
    }
    const double size = glm::length(out);
    if (size < 1e-9) return std::nullopt;
    Stand stand{out / size, 0, 0};
    const Vec3 off = p - middle / sum;
    stand.height = glm::dot(off, stand.out) - hollow / sum;
    stand.beside = glm::length(off - glm::dot(off, stand.out) * stand.out);
    return stand;
  }

 private:
  static double distance2(Vec3 a, Vec3 b) {
    const Vec3 d = a - b;
    return glm::dot(d, d);
  }

  /// What may be nearest to a point of the cell around `middle`, or weigh in beside it.
  std::vector<std::uint32_t> nearTo(Vec3 middle) const {
    double least = std::numeric_limits<double>::max();
    for (const SurfacePoint& point : points_) least = std::min(least, distance2(point.at, middle));
    std::vector<std::uint32_t> near;
    if (least > kReach * kReach) return near;
    const double far = std::sqrt(least) + kCell + kBlend;
    for (std::uint32_t i = 0; i < points_.size(); ++i)
      if (distance2(points_[i].at, middle) < far * far) near.push_back(i);
    return near;
  }

  const std::vector<std::uint32_t>* cellOf(Vec3 p) const {
    const Vec3 at = (p - low_) / kCell;
    for (int axis = 0; axis < 3; ++axis)
      if (at[axis] < 0 || at[axis] >= count_[axis]) return nullptr;
    const std::size_t i = static_cast<std::size_t>(at.x), j = static_cast<std::size_t>(at.y),
                      k = static_cast<std::size_t>(at.z);
    return &near_[(k * static_cast<std::size_t>(count_[1]) + j) * static_cast<std::size_t>(count_[0]) + i];
  }

  const std::optional<Stand>& nodeAt(Vec3 node) const {
    constexpr std::int64_t kMost = 1 << 20;
    const auto key = (static_cast<std::int64_t>(node.z) * kMost + static_cast<std::int64_t>(node.y)) * kMost +
                     static_cast<std::int64_t>(node.x);
    {
      const std::lock_guard lock(mutex_);
      if (const auto known = nodes_.find(key); known != nodes_.end()) return known->second;
    }
    const std::optional<Stand> stand = standOf(low_ + kNode * node);  // the same, whoever comes first
    const std::lock_guard lock(mutex_);
    return nodes_.try_emplace(key, stand).first->second;
  }

  std::vector<SurfacePoint> points_;
  std::vector<double> hollow_;
  mutable std::mutex mutex_;  // of nodes_: pieces are moved several at a time
  mutable std::unordered_map<std::int64_t, std::optional<Stand>> nodes_;
  Vec3 low_{0, 0, 0};
  std::array<int, 3> count_{1, 1, 1};
  std::vector<std::vector<std::uint32_t>> near_;  // by cell, x fastest
};

class Vest {
 public:
  Vest(const VestForm& form, double fill) : ground_(form.cloth), rungs_(form.rungs) {
    kept_ = fill < 1 ? kLeft + (1 - kLeft) * fill : 1 + kStuffedHeight * (fill - 1);
    empty_ = std::clamp(1 - fill, 0.0, 1.0);
  }

  Vec3 at(Vec3 p) const {
    const std::optional<Stand> stand = ground_.standNear(p);
    if (!stand || stand->height <= kFlatLayers) return p;
    // What stands far off may well hang over the cloth's edge.
    const double beside = stand->beside - 0.5 * stand->height;
    const double fade = 1 - smooth((beside - kBeside) / kFade);
    if (fade <= 0) return p;
    const double over = stand->height - kFlatLayers;
    Vec3 moved = p - (1 - kept_) * over * stand->out;
    moved += folded(p);
    moved += (wrinkle(p, over) + kApart * (1 + 2 * empty_) * std::min(1.0, over)) * stand->out;
    return glm::mix(p, moved, fade);
  }

 private:
  /// What the strip round the main pocket folds aside.
  Vec3 folded(Vec3 p) const {
    const auto place = [&](const VestForm::Rung& rung) {
      const Vec3 line = rung.rim - rung.foot;
      const double t = std::clamp(glm::dot(p - rung.foot, line) / glm::dot(line, line), 0.0, 1.0);
      const Vec3 off = p - glm::mix(rung.foot, rung.rim, t);
      return std::pair(t, off);
    };
    double least = kRim * kRim;
    for (const VestForm::Rung& rung : rungs_) {
      const Vec3 off = place(rung).second;
      least = std::min(least, glm::dot(off, off));
    }
    if (least >= kRim * kRim) return {0, 0, 0};
    Vec3 sum{0, 0, 0};
    double weights = 0;
    for (const VestForm::Rung& rung : rungs_) {
      const auto [t, off] = place(rung);
      const double weight = std::exp(-(glm::dot(off, off) - least) / (2 * kBeyondRung * kBeyondRung));
      if (weight < 1e-4) continue;
      const double turn = kept_ > 1 ? 0 : kPi * (0.78 + 0.14 * std::sin(0.05 * p.y + 0.03 * p.x));
      const double gap = kept_ > 1 ? 1 - 0.15 * (kept_ - 1) : kept_;
      sum += weight * foldAt(gap, turn, t).off * glm::distance(rung.rim, rung.foot) * rung.out;
      weights += weight;
    }
    return smooth(1 - std::sqrt(least) / kRim) / weights * sum;
  }

  /// Slack cloth over a pocket lies in soft folds, deeper the fuller the pocket was cut.
  double wrinkle(Vec3 p, double over) const {
    if (empty_ <= 0) return 0;
    const double room = kept_ * over;
    const double along = 2 * kPi * (0.9 * p.x + 0.45 * p.y) / kWrinkleLength;
    const double wave =
        std::sin(along + 1.2 * std::sin(0.03 * p.y)) + 0.6 * std::sin(0.083 * p.y - 0.03 * p.x);
    return std::min(kWrinkle * std::sqrt(empty_), 0.3 * room) * smooth((over - 4) / 20) * wave;
  }

  Ground ground_;
  std::vector<VestForm::Rung> rungs_;
  double kept_ = 1, empty_ = 0;
};

}  // namespace

std::function<Vec3(Vec3)> vestFillMap(const VestForm& form, double fill) {
  return [vest = std::make_shared<const Vest>(form, fill)](Vec3 p) { return vest->at(p); };
}

}  // namespace configurator
