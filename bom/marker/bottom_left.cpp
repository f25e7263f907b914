#include "bom/marker/bottom_left.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>

namespace bom {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Lengths nearer than this are one: a nanometre where pieces are in mm, far above the rounding of doubles.
constexpr double kSame = 1e-6;

constexpr std::size_t kFewestKnown = 256, kMostKnown = std::size_t{1} << 14U;

/// How far back a shape goes at one height, as far as is known.
struct Height {
  double y = 0;
  double x = 0;             ///< never less, with what lies there now
  std::size_t checked = 0;  ///< against the first so many pieces laid
};

struct ShapeHeights {
  std::vector<Height> heights;
  std::vector<double> sorted;  ///< their y, to add none twice
  std::size_t seen = 0;        ///< pieces laid whose edges are among them
};

/// A piece that lies, with its box.
struct Lying {
  const LaidShape* shape = nullptr;
  double x = 0, y = 0, right = 0, top = 0;
};

struct Choice {
  Turn turn;
  double x = 0, y = 0, right = 0;
  double start = 0, end = 0;  ///< x and right, with what their height counts
};

class Table {
 public:
  Table(const LayTask& task, double slant, BlockedStretches& blocked)
      : task_(task), slant_(slant), blocked_(blocked), heights_(task.shapes.size()) {}

  /// Where a copy ends soonest, of its places that start before `start`, their height counted in, and end on
  /// the roll by `end`.
  std::optional<Choice> placeFor(const Copy& copy, double start, double end) {
    std::optional<Choice> best;
    for (const Turn& turn : copy.turns) {
      const double length = task_.shapes[turn.shape].fixed.length;
      const double sooner = best ? best->end - length : kInfinite;
      tryTurn(turn, {std::min(start - 3 * kSame, sooner), end - length}, best);
    }
    return best;
  }

  void lay(const Choice& choice) {
    lying_.push_back({&task_.shapes[choice.turn.shape], choice.x, choice.y, choice.right,
                      choice.y + task_.shapes[choice.turn.shape].fixed.width});
  }

 private:
  /// How far on a turn may start: with its height counted in, and on the roll.
  struct Limit {
    double start = 0, x = 0;
  };

  /// Betters `best` where this turn starts before the limit; where it starts with it, only by a lower place.
  void tryTurn(const Turn& turn, Limit limit, std::optional<Choice>& best) {
    const LaidShape& shape = task_.shapes[turn.shape];
    addHeights(shape, heights_[turn.shape]);
    const auto startOf = [this](const Height& height) { return height.x + slant_ * height.y; };
    const auto isBetter = [&](const Height& height) {
      const double start = startOf(height);
      if (height.x > limit.x + kSame) return false;
      if (!best) return start <= limit.start + kSame;
      return start < limit.start - kSame || (start <= limit.start + kSame && height.y < best->y - kSame);
    };
    for (Height& height : heights_[turn.shape].heights) {
      if (!isBetter(height)) continue;
      pushOn(shape, height, std::min(limit.x, limit.start - slant_ * height.y));
      if (!isBetter(height)) continue;
      limit.start = startOf(height);
      const double length = shape.fixed.length;
      best = Choice{turn, height.x, height.y, height.x + length, limit.start, limit.start + length};
    }
  }

  /// Moves on along the roll past everything in the way, to just beyond `limit` at most.
  void pushOn(const LaidShape& shape, Height& height, double limit) {
    // From the first piece not looked at; after a move all others have to be looked at again.
    std::size_t at = height.checked, to_check = lying_.size() - height.checked;
    while (to_check > 0 && height.x <= limit + kSame) {
      if (at == lying_.size()) at = 0;
      const double next = pastPiece(lying_[at++], shape, height);
      --to_check;
      if (next == height.x) continue;
      height.x = next;
      to_check = lying_.size() - 1;
    }
    // Given up half way, it is not checked against all, but never further back than it says.
    height.checked = to_check == 0 ? lying_.size() : 0;
  }

  /// Where a shape starts that would start at `height` were it not for this piece.
  double pastPiece(const Lying& lying, const LaidShape& shape, const Height& height) {
    const double gap = task_.spacing, x = height.x, y = height.y;
    if (lying.top + gap <= y + kSame || lying.y - gap >= y + shape.fixed.width - kSame) return x;
    if (lying.right + gap <= x + kSame || lying.x - gap >= x + shape.fixed.length - kSame) return x;
    double dx = x - gap - lying.x;
    const double dy = y - gap - lying.y, started = dx;
    for (bool pushed = true; pushed;) {
      const double before = dx;
      for (std::size_t a = 0; a < lying.shape->fixed.parts.size(); ++a) {
        for (std::size_t b = 0; b < shape.moved.parts.size(); ++b) {
          const Stretch blocked = blocked_.at(lying.shape->first_part + a, shape.first_part + b, dy);
          if (dx > blocked.from + kSame && dx < blocked.to - kSame) dx = blocked.to;
        }
      }
      pushed = dx != before && lying.shape->fixed.parts.size() * shape.moved.parts.size() > 1;
    }
    return dx == started ? x : lying.x + dx + gap;
  }

  void addHeights(const LaidShape& shape, ShapeHeights& known) const {
    if (known.heights.empty()) {
      for (const double y : shape.heights) addHeight(y, known);
    }
    for (; known.seen < lying_.size(); ++known.seen) {
      const Lying& lying = lying_[known.seen];
      for (const Level& other : lying.shape->levels) {
        for (const Level& own : shape.levels)
          addMeeting(lying.y + other.y, other.faces_up, own, shape, known);
      }
    }
  }

  /// Edges that face each other touch, but for the spacing; edges that face one way come into line.
  void addMeeting(double level, bool faces_up, const Level& own, const LaidShape& shape,
                  ShapeHeights& known) const {
    const double gap = faces_up == own.faces_up ? 0 : task_.spacing;
    const double y = level - own.y + (faces_up ? gap : -gap);
    if (y >= 0 && y + shape.fixed.width <= task_.width + kSame) addHeight(y, known);
  }

  static void addHeight(double y, ShapeHeights& known) {
    const auto at = std::lower_bound(known.sorted.begin(), known.sorted.end(), y - kSame);
    if (at != known.sorted.end() && *at <= y + kSame) return;
    known.sorted.insert(at, y);
    known.heights.push_back({y, 0, 0});
  }

  const LayTask& task_;
  const double slant_;
  BlockedStretches& blocked_;
  std::vector<ShapeHeights> heights_;
  std::vector<Lying> lying_;
};

/// What is laid next, and where.
struct Next {
  std::size_t at = 0;  ///< in what is left
  Choice choice;
};

/// Of the first `competing` kinds of what is left the one that starts furthest back, the earlier of two.
std::optional<Next> nextOf(Table& table, const LayTask& task, const LayPlan& left, double limit) {
  std::optional<Next> next;
  std::vector<std::size_t> kinds;
  for (std::size_t i = 0; i < left.order.size() && kinds.size() < left.competing; ++i) {
    const Copy& copy = task.copies[left.order[i]];
    if (std::find(kinds.begin(), kinds.end(), copy.kind) != kinds.end()) continue;
    kinds.push_back(copy.kind);
    const auto choice = table.placeFor(copy, next ? next->choice.start : kInfinite, limit);
    if (!choice && !next) return std::nullopt;
    if (choice) next = Next{i, *choice};
  }
  return next;
}

}  // namespace

BlockedStretches::BlockedStretches(const LayTask& task)
    : known_(
          std::clamp(std::bit_ceil(8 * task.copies.size() * task.copies.size()), kFewestKnown, kMostKnown)) {
  for (const LaidShape& shape : task.shapes) {
    for (const RowPart& part : shape.fixed.parts) fixed_.push_back(&part);
    for (const RowPart& part : shape.moved.parts) moved_.push_back(&part);
  }
}

Stretch BlockedStretches::at(std::size_t fixed, std::size_t moved, double dy) {
  const std::uint64_t pair = 1 + fixed * moved_.size() + moved;
  std::uint64_t hash = std::bit_cast<std::uint64_t>(dy) * 0x9E3779B97F4A7C15U ^ pair * 0xC2B2AE3D27D4EB4FU;
  hash = (hash ^ (hash >> 29U)) * 0x9E3779B97F4A7C15U;
  Known& known = known_[(hash >> 32U) & (known_.size() - 1)];
  if (known.pair != pair || known.dy != dy)
    known = {pair, dy, blockedBy(*fixed_[fixed], *moved_[moved], dy).value_or(Stretch())};
  return known.stretch;
}

Lay layInOrder(const LayTask& task, const LayPlan& plan, double limit, BlockedStretches& blocked) {
  Table table(task, plan.slant, blocked);
  LayPlan left = plan;
  Lay lay;
  while (!left.order.empty()) {
    const auto next = nextOf(table, task, left, limit);
    if (!next) return {{}, kInfinite};
    const auto [at, choice] = *next;
    table.lay(choice);
    lay.pieces.push_back({left.order[at], choice.turn, choice.x, choice.y});
    lay.length = std::max(lay.length, choice.right);
    left.order.erase(left.order.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return lay;
}

}  // namespace bom
