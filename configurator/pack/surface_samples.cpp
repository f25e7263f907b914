// The outline is cut into rows; on each row's middle line the outline's crossings bound what lies inside
// (even-odd), which is divided into equal cells. The midpoint rule makes the error of a sum quadratic in the
// cell.
#include "configurator/pack/surface_samples.h"

#include <algorithm>
#include <cmath>

namespace configurator {
namespace {

std::vector<double> crossingsAt(const Polyline& outline, double y) {
  std::vector<double> crossings;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec2& a = outline[i];
    const Vec2& b = outline[(i + 1) % outline.size()];
    if ((a.y <= y) == (b.y <= y)) continue;
    crossings.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
  }
  std::sort(crossings.begin(), crossings.end());
  return crossings;
}

struct Row {
  double y = 0, height_mm = 0, cell_mm = 1;
};

void addRow(const Polyline& outline, const Row& row, std::vector<SurfaceSample>& samples) {
  const std::vector<double> crossings = crossingsAt(outline, row.y);
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    const double width = crossings[i + 1] - crossings[i];
    const int cells = std::max(1, static_cast<int>(std::ceil(width / row.cell_mm)));
    const double step = width / cells;
    for (int k = 0; k < cells; ++k)
      samples.push_back({{crossings[i] + (k + 0.5) * step, row.y}, step * row.height_mm});
  }
}

}  // namespace

std::vector<SurfaceSample> samplesOf(const Polyline& outline, double cell_mm) {
  std::vector<SurfaceSample> samples;
  if (outline.size() < 3) return samples;
  const auto [low, high] = std::minmax_element(outline.begin(), outline.end(),
                                               [](const Vec2& a, const Vec2& b) { return a.y < b.y; });
  const double height = high->y - low->y;
  const int rows = std::max(1, static_cast<int>(std::ceil(height / cell_mm)));
  for (int i = 0; i < rows; ++i) {
    addRow(outline, {low->y + (i + 0.5) * height / rows, height / rows, cell_mm}, samples);
  }
  double total = 0;
  for (const SurfaceSample& sample : samples) total += sample.area_mm2;
  if (total <= 0) return {};
  const double scale = std::abs(areaOf(outline)) / total;
  for (SurfaceSample& sample : samples) sample.area_mm2 *= scale;
  return samples;
}

}  // namespace configurator
