#include "configurator/pack/body_vest_fill.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>

namespace configurator {
namespace {

constexpr double kLeastDepth = 10, kMostDepth = 120;
constexpr double kFlattest = 0.2, kFullest = 1.12;  // dome of the main panel, 1 as it likes to stand

/// A pocket's cut is kept for the next design that has the same: flask pockets differ with the size only.
BulgeCut knownCut(const BulgeShape& shape) {
  constexpr std::size_t kKept = 24;
  static std::mutex mutex;
  static std::deque<BulgeCut> kept;
  const std::lock_guard lock(mutex);
  for (const BulgeCut& cut : kept)
    if (cut.shape == shape) return cut;
  if (kept.size() == kKept) kept.pop_front();
  kept.push_back(cutBulge(shape));
  return kept.back();
}

BulgeCut flaskCut(const VestShape& shape, const PocketWishes& wishes) {
  const bool small = wishes.small_flasks;
  BulgeShape flask;
  // A flask is a flask: on a small vest its pocket takes more of the wing.
  constexpr double kLeastHalf = 43.5;
  flask.half_bottom = flask.half_top = std::max(kLeastHalf, 0.335 * shape.front_width);
  flask.height = small ? 130 : 150;
  flask.gather = small ? 1.40 : 1.45;
  flask.mouth = 0.96;
  flask.corner = 28;
  flask.round = 36;
  flask.curvature = {1 / 165.0, 0.0024};  // of the ribs under it
  return knownCut(flask);
}

/// A shallow pocket for gels on the middle of the flask pocket.
BulgeCut stashCut(const BulgeCut& flask) {
  const double half = 0.36 * flask.mouth_mm() / 2;
  constexpr double kGather = 1.2, kHeight = 84;
  return knownCut({half, 1.06 * half, kHeight, 18, kGather, 0.9, 20,
                   flask.crownCurvature(kStashUp + kHeight / 2), kMeshStretch});
}

/// Low on the main panel, whatever depth that gets.
BulgeCut kangarooCut(const MainPocketShape& main, double capacity_l) {
  BulgeShape kangaroo;
  kangaroo.half_bottom = main.half_bottom + 4;
  kangaroo.half_top = kangaroo.half_bottom - 12;
  kangaroo.height = std::clamp(0.62 * main.footprintHeight() - 31, 46.0, 165.0);
  kangaroo.corner = 40;
  kangaroo.gather = std::clamp(0.99 + 0.0135 * capacity_l, 1.03, 1.16);
  kangaroo.mouth = 0.6;
  kangaroo.round = 36;
  kangaroo.curvature = {0.0022, 0.0008};  // of the main panel
  return knownCut(kangaroo);
}

/// The value in low..high at which a growing function reaches its goal (or the nearer end): false position,
/// which needs a handful of steps on a nearly straight function.
template <typename Function>
double solve(double low, double high, double goal, const Function& at) {
  double below = at(low) - goal, above = at(high) - goal;
  if (below >= 0) return low;
  if (above <= 0) return high;
  for (int i = 0; i < 20; ++i) {
    const double next = low + (high - low) * below / (below - above), value = at(next) - goal;
    if (std::abs(value) < 2e-4 * goal) return next;
    // The end that stays is given half its weight (Illinois), so that both close in.
    if (value < 0) {
      low = next;
      below = value;
      above /= 2;
    } else {
      high = next;
      above = value;
      below /= 2;
    }
  }
  return (low + high) / 2;
}

}  // namespace

VestFiller::VestFiller(const VestShape& vest, const PocketWishes& wishes) : shape_(vest), wishes_(wishes) {
  if (!wishes.flask) return;
  flask_ = flaskCut(vest, wishes);
  stash_ = stashCut(*flask_);
}

MainPocketShape VestFiller::mainShape(const MainFill& fill) const {
  constexpr double kLowest = 0.55;  // at height 0 the pocket is shorter by that share of its room
  MainPocketShape s;
  s.half_bottom = shape_.back_half_hem - 13;
  s.half_top = shape_.back_half_arm - 24;
  s.bottom = -(shape_.back_length - 15);
  const double highest = -(shape_.neck_drop + 24);
  s.top = highest - (1 - fill.height) * kLowest * (highest - s.bottom);
  s.depth = fill.depth;
  s.fullness = fill.fullness;
  return s;
}

const BulgeCut* VestFiller::kangarooOn(const MainPocketShape& main) {
  if (!wishes_.kangaroo) return nullptr;
  // The last one again while only the main pocket's depth changes.
  if (!kangaroo_ || main.top != kangaroo_top_) kangaroo_ = kangarooCut(main, wishes_.capacity_l);
  kangaroo_top_ = main.top;
  return &*kangaroo_;
}

double VestFiller::litresOf(const MainPocketShape& main) {
  double sum = main.litres();
  if (const BulgeCut* kangaroo = kangarooOn(main)) sum += kangaroo->litres;
  if (flask_) sum += 2 * (flask_->litres + stash_->litres);
  return sum;
}

MainFill usualFill(const PocketWishes& wishes, double depth) {
  MainFill fill;
  fill.height = std::clamp(0.35 + 0.1 * wishes.capacity_l, 0.0, 1.0);
  fill.depth = depth;
  return fill;
}

MainFill solveFill(VestFiller filler, std::optional<double> depth) {
  const double goal = filler.wishes().capacity_l;
  const auto reached = [&](const MainFill& fill) {
    return std::abs(filler.litres(fill) - goal) < 1e-3 * goal;
  };
  MainFill fill = usualFill(filler.wishes(), depth.value_or(0));
  if (!depth) {
    fill.depth = solve(kLeastDepth, kMostDepth, goal, [&](double tried) {
      return filler.litres({fill.height, tried, fill.fullness});
    });
    if (reached(fill)) return fill;
  }
  // The depth is held: the pocket's height takes what is missing, then the dome of its panel.
  fill.height = solve(0, 1, goal, [&](double height) {
    return filler.litres({height, fill.depth, fill.fullness});
  });
  if (reached(fill)) return fill;
  fill.fullness = solve(kFlattest, kFullest, goal, [&](double full) {
    return filler.litres({fill.height, fill.depth, full});
  });
  return fill;
}

}  // namespace configurator
