// The search: orders of laying that are known to do well, then small changes of the best one. The bottom-left
// rule is after B. S. Baker, E. G. Coffman, R. L. Rivest, Orthogonal packings in two dimensions (SIAM J.
// Comput. 9, 1980); searching orders for it is the usual way to better it (S. Jakobs, Eur. J. Oper. Res. 88,
// 1996).
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <random>
#include <string>
#include <utility>

#include "bom/marker/bottom_left.h"
#include "bom/marker/marker.h"
#include "bom/number_text.h"
#include "bom/require.h"

namespace bom {
namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();

Point turned(Point point, double degrees) {
  // Quarter turns exactly: a piece turned half round has to have the very width it had.
  const double quarters = std::fmod(degrees / 90, 4);
  const int quarter = static_cast<int>(quarters < 0 ? quarters + 4 : quarters);
  if (std::fmod(degrees, 90) == 0) {
    if (quarter == 1) return {-point.y, point.x};
    if (quarter == 2) return {-point.x, -point.y};
    if (quarter == 3) return {point.y, -point.x};
    return point;
  }
  const double angle = degrees * std::numbers::pi / 180;
  return {point.x * std::cos(angle) - point.y * std::sin(angle),
          point.x * std::sin(angle) + point.y * std::cos(angle)};
}

bool isSame(const RowShape& a, const RowShape& b) {
  const auto near = [](double x, double y) { return std::abs(x - y) < 1e-7; };
  if (a.parts.size() != b.parts.size() || !near(a.length, b.length) || !near(a.width, b.width)) return false;
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    if (a.parts[i].size() != b.parts[i].size()) return false;
    for (std::size_t k = 0; k < a.parts[i].size(); ++k) {
      const ShapeRow &x = a.parts[i][k], &y = b.parts[i][k];
      if (!near(x.low, y.low) || !near(x.high, y.high) || !near(x.left_low, y.left_low) ||
          !near(x.left_high, y.left_high) || !near(x.right_low, y.right_low) ||
          !near(x.right_high, y.right_high))
        return false;
    }
  }
  return true;
}

/// On empty cloth: both selvedges, and for shapes that may lock into others some heights between.
std::vector<double> heightsFor(const RowShape& shape, double cloth_width) {
  constexpr int kBetween = 16;
  const double free = std::max(0.0, cloth_width - shape.width);
  const bool fills_its_box = shape.area() > 0.9 * shape.length * shape.width;
  const int steps = fills_its_box ? 1 : kBetween;
  std::vector<double> heights;
  for (int i = 0; i <= steps; ++i) heights.push_back(free * i / steps);
  return heights;
}

/// A curve's corners are drawn closer than a knife follows: within 0.3 mm on 1450 mm of cloth they are one
/// line.
constexpr double kCoarse = 2e-4;

std::size_t shapeIn(LayTask& task, const RowShape& exact) {
  const RowShape shape = coarsened(exact, kCoarse * task.width);
  for (std::size_t i = 0; i < task.shapes.size(); ++i) {
    if (isSame(task.shapes[i].fixed, shape)) return i;
  }
  LaidShape laid{shape, grown(shape, task.spacing), heightsFor(shape, task.width), exact.levels(), 0};
  if (!task.shapes.empty()) {
    const LaidShape& before = task.shapes.back();
    laid.first_part = before.first_part + before.fixed.parts.size();
  }
  task.shapes.push_back(std::move(laid));
  return task.shapes.size() - 1;
}

std::string inMillimetres(double mm) {
  return formatDouble(mm, 1) + " mm";
}

Result<void> checkPiece(const MarkerPiece& piece) {
  const std::string named = "piece '" + piece.name + "'";
  for (const Point& point : piece.outline) {
    if (!std::isfinite(point.x) || !std::isfinite(point.y))
      return failure(named + " has a corner that is no number");
  }
  if (piece.outline.size() < 3 || std::abs(outlineArea(piece.outline)) < 1e-9)
    return failure(named + " has no area");
  if (piece.demand < 1) return failure(named + " is cut " + std::to_string(piece.demand) + " times");
  if (piece.mirrored < 0 || piece.mirrored > piece.demand) {
    return failure(named + " is cut " + std::to_string(piece.demand) + " times, " +
                   std::to_string(piece.mirrored) + " of them mirrored");
  }
  if (piece.rotations_deg.empty()) return failure(named + " may lie in no direction");
  return {};
}

/// The turns of a piece that fit the cloth, each shape once; the narrowest width where none does.
Result<Copy> copyOf(const MarkerPiece& piece, bool mirrored, LayTask& task) {
  Copy copy{0, 0, mirrored, {}};
  double narrowest = kEndless;
  for (const double degrees : piece.rotations_deg) {
    const RowShape shape = rowShapeOf(placedOutline(piece, {0, 0, 0, degrees, mirrored}));
    narrowest = std::min(narrowest, shape.width);
    if (shape.width > task.width + 1e-6) continue;
    const std::size_t index = shapeIn(task, shape);
    const bool known = std::any_of(copy.turns.begin(), copy.turns.end(),
                                   [index](const Turn& turn) { return turn.shape == index; });
    if (!known) copy.turns.push_back({index, degrees});
  }
  if (!copy.turns.empty()) return copy;
  return failure("piece '" + piece.name + "' is " + inMillimetres(narrowest) + " wide and the cloth " +
                 inMillimetres(task.width));
}

/// Two copies that lie alike whichever comes first.
bool areAlike(const Copy& a, const Copy& b) {
  return std::equal(a.turns.begin(), a.turns.end(), b.turns.begin(), b.turns.end(),
                    [](const Turn& x, const Turn& y) { return x.shape == y.shape; });
}

std::size_t kindOf(const Copy& copy, const LayTask& task) {
  for (const Copy& other : task.copies) {
    if (areAlike(other, copy)) return other.kind;
  }
  return task.copies.empty() ? 0 : task.copies.back().kind + 1;
}

Result<void> addCopies(const MarkerPiece& piece, std::size_t index, LayTask& task) {
  const auto checked = checkPiece(piece);
  if (!checked) return checked;
  for (const bool mirrored : {false, true}) {
    const int count = mirrored ? piece.mirrored : piece.demand - piece.mirrored;
    if (count == 0) continue;
    auto copy = copyOf(piece, mirrored, task);
    if (!copy) return tl::unexpected(copy.error());
    copy->piece = index;
    copy->kind = kindOf(*copy, task);
    task.copies.insert(task.copies.end(), static_cast<std::size_t>(count), *copy);
  }
  return {};
}

using Order = std::vector<std::size_t>;

/// Orders that lay the same kinds one after another are one order.
bool areAlike(const Order& a, const Order& b, const LayTask& task) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&task](std::size_t x, std::size_t y) {
    return task.copies[x].kind == task.copies[y].kind;
  });
}

/// Large pieces first; what "large" means is tried in several ways.
std::vector<Order> firstOrders(const LayTask& task) {
  const auto length = [&](std::size_t i) {
    return task.shapes[task.copies[i].turns.front().shape].fixed.length;
  };
  const auto width = [&](std::size_t i) {
    return task.shapes[task.copies[i].turns.front().shape].fixed.width;
  };
  std::vector<Order> orders;
  const auto add = [&](const auto& size) {
    Order order(task.copies.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
    const bool known = std::any_of(orders.begin(), orders.end(),
                                   [&](const Order& other) { return areAlike(other, order, task); });
    if (!known) orders.push_back(std::move(order));
  };
  add([&](std::size_t i) { return length(i) * width(i); });
  add([&](std::size_t i) { return length(i) * 1e6 + width(i); });
  add([&](std::size_t i) { return width(i) * 1e6 + length(i); });
  add([&](std::size_t i) { return length(i) + width(i); });
  return orders;
}

/// Kinds that compete for a place: three fill gaps well, one keeps to the order. Which is better depends on
/// the pieces, so both are tried.
constexpr std::array<std::size_t, 2> kCompeting{3, 1};

/// Row by row across the roll, along the lower selvedge first, and between the two.
constexpr std::array<double, 3> kSlants{0, 1, 0.4};

class Search {
 public:
  Search(const LayTask& task, const MarkerBudget& budget)
      : task_(task), budget_(budget), blocked_(task), random_(budget.seed) {}

  Lay best() {
    const std::vector<Order> orders = firstOrders(task_);
    const std::size_t kinds = task_.copies.empty() ? 0 : task_.copies.back().kind + 1;
    for (const double slant : kSlants) {
      for (const Order& order : orders) {
        for (const std::size_t competing : kCompeting) {
          const bool is_new = competing == kCompeting.front() || kinds > 1;
          if (is_new && !isOver()) take({order, competing, slant});
        }
      }
    }
    while (!isOver() && task_.copies.size() > 1) take(changed(plan_));
    return best_;
  }
  int iterations() const { return iterations_; }

 private:
  bool isOver() const {
    return iterations_ >= budget_.iterations || (iterations_ > 0 && budget_.enough && budget_.enough());
  }

  /// Keeps a plan only if it is shorter: drifting among plans of one length was tried and found less often.
  void take(LayPlan plan) {
    ++iterations_;
    Lay lay = layInOrder(task_, plan, best_.length - kShorter, blocked_);
    if (lay.length == kEndless) return;
    plan_ = std::move(plan);
    best_ = std::move(lay);
  }

  /// The same on every machine, which std::uniform_int_distribution is not.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

  /// Two copies of unlike kinds change places, or one moves to where the other is.
  LayPlan changed(LayPlan plan) {
    plan.competing = kCompeting[below(kCompeting.size())];
    if (below(8) == 0) plan.slant = kSlants[below(kSlants.size())];
    const auto at = [&](std::size_t i) { return plan.order.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto kind = [&](std::size_t i) { return task_.copies[plan.order[i]].kind; };
    const std::size_t from = below(plan.order.size());
    std::size_t to = below(plan.order.size());
    for (int tries = 0; tries < 8 && kind(from) == kind(to); ++tries) to = below(plan.order.size());
    if (below(2) == 0)
      std::iter_swap(at(from), at(to));
    else if (from < to)
      std::rotate(at(from), at(from) + 1, at(to) + 1);
    else
      std::rotate(at(to), at(from), at(from) + 1);
    return plan;
  }

  static constexpr double kShorter = 1e-3;  // mm

  const LayTask& task_;
  const MarkerBudget& budget_;
  BlockedStretches blocked_;
  std::mt19937_64 random_;
  LayPlan plan_;
  Lay best_{{}, kEndless};
  int iterations_ = 0;
};

Marker markerOf(const std::vector<MarkerPiece>& pieces, const LayTask& task, const Lay& lay) {
  Marker marker;
  marker.length_mm = lay.length;
  for (const MarkerPiece& piece : pieces)
    marker.pieces_mm2 += piece.demand * std::abs(outlineArea(piece.outline));
  for (const LaidPiece& laid : lay.pieces) {
    const Copy& copy = task.copies[laid.copy];
    Placement placement{copy.piece, 0, 0, laid.turn.rotation_deg, copy.mirrored};
    const Point start = boxStart(placedOutline(pieces[copy.piece], placement));
    placement.x = laid.x - start.x;
    placement.y = laid.y - start.y;
    marker.placements.push_back(placement);
  }
  std::stable_sort(marker.placements.begin(), marker.placements.end(),
                   [](const Placement& a, const Placement& b) { return a.piece < b.piece; });
  return marker;
}

}  // namespace

MarkerBudget quickMarker() {
  return {110, 1, {}};
}

MarkerBudget finalMarker() {
  return {2000, 1, {}};
}

Result<Marker> layMarker(const std::vector<MarkerPiece>& pieces, const Cloth& cloth,
                         const MarkerBudget& budget) {
  require(budget.iterations >= 1, "a marker takes at least one iteration");
  require(cloth.cuttable_width_mm > 0 && cloth.spacing_mm >= 0,
          "a cloth has a width and no negative spacing");
  LayTask task;
  task.width = cloth.cuttable_width_mm;
  task.spacing = cloth.spacing_mm;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto added = addCopies(pieces[i], i, task);
    if (!added) return tl::unexpected(added.error());
  }
  Search search(task, budget);
  Marker marker = markerOf(pieces, task, search.best());
  marker.iterations = search.iterations();
  return marker;
}

double markerEfficiency(const Marker& marker, const Cloth& cloth) {
  const double cloth_mm2 = cloth.cuttable_width_mm * marker.length_mm;
  return cloth_mm2 > 0 ? marker.pieces_mm2 / cloth_mm2 : 0;
}

double fabricUtilisation(const Marker& marker, const Cloth& cloth) {
  const double width = std::max(cloth.roll_width_mm, cloth.cuttable_width_mm);
  const double cloth_mm2 = width * (marker.length_mm + 2 * cloth.end_mm);
  return cloth_mm2 > 0 ? marker.pieces_mm2 / cloth_mm2 : 0;
}

std::vector<Point> placedOutline(const MarkerPiece& piece, const Placement& placement) {
  std::vector<Point> placed;
  placed.reserve(piece.outline.size());
  for (const Point& point : piece.outline) {
    const Point at = turned({point.x, placement.mirrored ? -point.y : point.y}, placement.rotation_deg);
    placed.push_back({at.x + placement.x, at.y + placement.y});
  }
  return placed;
}

double outlineArea(const std::vector<Point>& outline) {
  double doubled = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point a = outline[i], b = outline[(i + 1) % outline.size()];
    doubled += a.x * b.y - a.y * b.x;
  }
  return doubled / 2;
}

}  // namespace bom
