#include "configurator/pack/piece_cells.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "configurator/pack/geometry.h"
#include "configurator/pack/thinned.h"

namespace configurator {
namespace {

constexpr double kFinest = 12, kCoarsest = 24;  // mm
constexpr double kRimStep = 12;                 // mm; the outline's own points come on top
constexpr int kProbes = 4;                      // on the cloth across a piece, at every place along it
constexpr int kMostProbes = 12;  // across the box round a piece that fills little of it, or a folded one

bool isFolded(const Piece& piece) {
  return piece.cell_scale.x < 1 || piece.cell_scale.y < 1;
}

bool crosses(const Mark& fold, Vec2 a, Vec2 b) {
  const Vec2 along = fold.points[1] - fold.points[0];
  const auto side = [&](Vec2 p) {
    return (p.x - fold.points[0].x) * along.y - (p.y - fold.points[0].y) * along.x;
  };
  return side(a) * side(b) < 0;
}

bool crossesAFold(const Piece& piece, Vec2 a, Vec2 b) {
  return std::any_of(piece.marks.begin(), piece.marks.end(), [&](const Mark& mark) {
    return mark.kind == MarkKind::Fold && mark.points.size() == 2 && crosses(mark, a, b);
  });
}

/// How many lines lie between two places.
double between(const std::vector<double>& lines, double a, double b) {
  const auto first = std::upper_bound(lines.begin(), lines.end(), std::min(a, b));
  return static_cast<double>(std::upper_bound(first, lines.end(), std::max(a, b)) - first);
}

}  // namespace

Vec3 PieceBend::placeOf(Vec2 flat) const {
  const Vec3 nominal = piece_->surface(flat);
  return map_ ? map_(nominal) : nominal;
}

PieceBend::PieceBend(const Piece& piece, FillMap map) : piece_(&piece), map_(std::move(map)) {
  const Polyline outline = outlineOf(piece);
  area_mm2_ = std::abs(areaOf(outline));
  box_ = boxOf(outline);
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec2 a = outline[i];
    const Vec2 b = outline[(i + 1) % outline.size()];
    const int steps = std::max(1, static_cast<int>(std::ceil(glm::distance(a, b) / kRimStep)));
    for (int k = 0; k < steps; ++k) {
      const Vec2 p = glm::mix(a, b, static_cast<double>(k) / steps);
      rim_.push_back({p, placeOf(p)});
    }
  }
  for (const int axis : {0, 1}) along_[axis] = bendAlong(axis, outline);
}

namespace {

/// Points in a row across a piece at even distances, put in space when first asked for.
class ProbeRow {
 public:
  using Place = std::function<Vec3(Vec2)>;
  /// `outline` is the piece's; all outlive this. At least two points, along an axis.
  ProbeRow(const Piece& piece, const Polyline& outline, Place place, std::vector<Vec2> points)
      : piece_(piece),
        place_(std::move(place)),
        axis_(points[1].x != points[0].x ? 0 : 1),
        rims_(rimsOn(outline, axis_, points[0])),
        points_(std::move(points)),
        known_(points_.size()) {}

  /// Curvature at a point along the row, 1/mm; 0 at a fold and where the piece has no room for a chord.
  double bendAt(std::size_t i) {
    const Vec2 p = points_[i], step = points_[1] - points_[0];
    if (i > 0 && i + 1 < points_.size() && isInside(p - step) && isInside(p + step))
      return isFolded(p, step) ? 0 : curvature(at(i - 1), at(i), at(i + 1), glm::length(step));
    // A shorter chord is all that a narrow piece has room for.
    for (const Vec2 reach : {step / 2.0, step / 4.0}) {
      if (!isInside(p - reach) || !isInside(p + reach)) continue;
      return isFolded(p, reach) ? 0
                                : curvature(place_(p - reach), at(i), place_(p + reach), glm::length(reach));
    }
    return 0;
  }

 private:
  bool isFolded(Vec2 p, Vec2 reach) const { return crossesAFold(piece_, p - reach, p + reach); }
  /// Of an arc whose middle stands off its chord.
  static double curvature(Vec3 from, Vec3 middle, Vec3 to, double half_chord) {
    return 2 * glm::length((from + to) / 2.0 - middle) / (half_chord * half_chord);
  }
  Vec3 at(std::size_t i) {
    if (!known_[i]) known_[i] = place_(points_[i]);
    return *known_[i];
  }

  /// Where the row crosses the outline, rising.
  static std::vector<double> rimsOn(const Polyline& outline, int axis, Vec2 row) {
    std::vector<double> rims;
    const double level = row[1 - axis];
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const Vec2 a = outline[i], b = outline[(i + 1) % outline.size()];
      if ((a[1 - axis] > level) == (b[1 - axis] > level)) continue;
      rims.push_back(a[axis] + (b[axis] - a[axis]) * (level - a[1 - axis]) / (b[1 - axis] - a[1 - axis]));
    }
    std::sort(rims.begin(), rims.end());
    return rims;
  }
  bool isInside(Vec2 p) const {
    return (std::upper_bound(rims_.begin(), rims_.end(), p[axis_]) - rims_.begin()) % 2 == 1;
  }

  const Piece& piece_;
  Place place_;
  int axis_;
  std::vector<double> rims_;
  std::vector<Vec2> points_;
  std::vector<std::optional<Vec3>> known_;
};

}  // namespace

PieceBend::Along PieceBend::bendAlong(int axis, const Polyline& outline) const {
  const double fold = std::min(1.0, piece_->cell_scale[axis]);
  const double extent = box_.high[axis] - box_.low[axis];
  const int places = std::max(kProbes, static_cast<int>(std::ceil(extent / (kFinest * fold))));
  const Vec2 size = box_.high - box_.low;
  // Creases run slantwise over a folded piece: along them its places bend at different heights.
  const bool slantwise = axis == 0 && isFolded(*piece_);
  const double fewest = slantwise ? kMostProbes : std::ceil(kProbes * size.x * size.y / area_mm2_);
  const int probes = std::min(kMostProbes, static_cast<int>(fewest));
  Along along{box_.low[axis], extent / places, std::vector<double>(static_cast<std::size_t>(places), 0.0)};
  for (int k = 0; k < probes; ++k) {
    std::vector<Vec2> points(along.bend.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      points[i][axis] = along.from_mm + (static_cast<double>(i) + 0.5) * along.step_mm;
      points[i][1 - axis] = glm::mix(box_.low[1 - axis], box_.high[1 - axis], (k + 0.5) / probes);
    }
    ProbeRow row(
        *piece_, outline, [this](Vec2 p) { return placeOf(p); }, std::move(points));
    for (std::size_t i = 0; i < along.bend.size(); ++i)
      along.bend[i] = std::max(along.bend[i], row.bendAt(i));
  }
  return along;
}

std::vector<double> PieceBend::linesAlong(int axis, double tolerance_mm, double finest_mm) const {
  const Along& along = along_[axis];
  const auto mostWithin = [&](double from, double to) {
    double most = 0;
    const auto first = static_cast<std::size_t>(std::max(0.0, (from - along.from_mm) / along.step_mm));
    for (std::size_t i = first; i < along.bend.size(); ++i) {
      if (along.from_mm + static_cast<double>(i) * along.step_mm > to) break;
      most = std::max(most, along.bend[i]);
    }
    return most;
  };
  std::vector<double> lines{box_.low[axis]};
  while (lines.back() < box_.high[axis]) {
    double step = std::max(kCoarsest, finest_mm);
    for (;;) {
      const double bend = mostWithin(lines.back(), lines.back() + step);
      const double chord = bend > 0 ? std::sqrt(8 * tolerance_mm / bend) : step;
      if (chord >= step) break;
      step = std::max({chord, finest_mm, 0.8 * step});
      if (step <= finest_mm) break;
    }
    lines.push_back(lines.back() + step);
  }
  // Drawn together to end where the piece does, and a little beyond for the rounding.
  const double whole = box_.high[axis] - box_.low[axis];
  const double shrunk = (whole + 0.02) / (lines.back() - box_.low[axis]);
  for (double& line : lines) line = box_.low[axis] - 0.01 + (line - box_.low[axis]) * shrunk;
  return lines;
}

Polyline PieceBend::outlineWithin(double tolerance_mm) const {
  const std::size_t n = rim_.size();
  // Two halves, for a closed line has no chord.
  const auto half = [&](std::size_t first, std::size_t count, Polyline& outline) {
    const auto at = [&](std::size_t i) -> const RimPoint& { return rim_[(first + i) % n]; };
    const auto away = [&](std::size_t i, std::size_t from, std::size_t to) {
      return std::max(awayFromChord(at(i).flat, at(from).flat, at(to).flat),
                      awayFromChord(at(i).space, at(from).space, at(to).space));
    };
    for (const std::size_t i : thinned(count + 1, tolerance_mm, away))
      if (i < count) outline.push_back(at(i).flat);
  };
  Polyline outline;
  half(0, n / 2, outline);
  half(n / 2, n - n / 2, outline);
  return outline.size() >= 3 ? outline : outlineOf(*piece_);
}

PieceBend::Cells PieceBend::within(double tolerance_mm) const {
  // What is folded asks for finer cells than others; coarser ones would lose its folds, and area with them.
  if (isFolded(*piece_)) tolerance_mm = std::min(tolerance_mm, kFineTolerance);
  const double coarser = std::max(1.0, std::sqrt(tolerance_mm / kFineTolerance));
  const Vec2 finest = kFinest * coarser * piece_->cell_scale;
  Cells cells;
  cells.outline = outlineWithin(tolerance_mm / 2);
  cells.lines = {linesAlong(0, tolerance_mm, finest.x), linesAlong(1, tolerance_mm, finest.y)};
  // By Euler's formula a triangulated disc has 2 x inner + rim - 2 triangles.
  double rim = 0;
  for (std::size_t i = 0; i < cells.outline.size(); ++i) {
    const Vec2 a = cells.outline[i], b = cells.outline[(i + 1) % cells.outline.size()];
    rim += 1 + between(cells.lines.x, a.x, b.x) + between(cells.lines.y, a.y, b.y);
  }
  const Vec2 size = box_.high - box_.low;
  const double inner = area_mm2_ / (size.x * size.y) * static_cast<double>(cells.lines.x.size() - 1) *
                       static_cast<double>(cells.lines.y.size() - 1);
  cells.triangles = static_cast<std::size_t>(2 * inner + rim);
  cells.rim = static_cast<std::size_t>(rim);
  return cells;
}

}  // namespace configurator
