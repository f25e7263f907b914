#include "configurator/pack/piece_cells.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/geometry.h"
#include "configurator/pack/thinned.h"

namespace configurator {
namespace {

constexpr double kFinest = 12, kCoarsest = 24;  // mm
constexpr double kRimStep = 12;                 // mm; the outline's own points come on top
constexpr int kProbes = 4;                      // on the cloth across a piece, at every place along it
constexpr int kMostProbes = 12;                 // across the box round a piece that fills little of it

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

PieceBend::Along PieceBend::bendAlong(int axis, const Polyline& outline) const {
  const double fold = std::min(1.0, piece_->cell_scale[axis]);
  const double extent = box_.high[axis] - box_.low[axis];
  const int places = std::max(kProbes, static_cast<int>(std::ceil(extent / (kFinest * fold))));
  const Vec2 size = box_.high - box_.low;
  const int probes =
      std::min(kMostProbes, static_cast<int>(std::ceil(kProbes * size.x * size.y / area_mm2_)));
  Along along{box_.low[axis], extent / places, {}};
  for (int i = 0; i < places; ++i) {
    double most = 0;
    for (int k = 0; k < probes; ++k) {
      Vec2 p;
      p[axis] = box_.low[axis] + (i + 0.5) * along.step_mm;
      p[1 - axis] = glm::mix(box_.low[1 - axis], box_.high[1 - axis], (k + 0.5) / probes);
      // The longest chord that fits: a short one is all that a narrow piece has room for.
      for (const double half : {kFinest, kFinest / 2, kFinest / 4}) {
        Vec2 reach{0, 0};
        reach[axis] = half * fold;
        if (!isInside(outline, p - reach) || !isInside(outline, p + reach)) continue;
        if (crossesAFold(*piece_, p - reach, p + reach)) break;
        const Vec3 sag = (placeOf(p - reach) + placeOf(p + reach)) / 2.0 - placeOf(p);
        most = std::max(most, 2 * glm::length(sag) / (reach[axis] * reach[axis]));
        break;
      }
    }
    along.bend.push_back(most);
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
  if (piece_->cell_scale.x < 1 || piece_->cell_scale.y < 1)
    tolerance_mm = std::min(tolerance_mm, kFineTolerance);
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
