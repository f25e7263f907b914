#include "configurator/pack/grid_cut.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>
#include <random>
#include <utility>

namespace configurator {
namespace {

double areaUnits(const GridPath& path) {
  double twice = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const GridPoint &a = path[i], &b = path[(i + 1) % path.size()];
    twice += static_cast<double>(a.x * b.y - b.x * a.y);
  }
  return twice / 2;
}

using Stretch = std::pair<std::pair<std::int64_t, std::int64_t>, std::pair<std::int64_t, std::int64_t>>;

/// Every stretch between two cells is there once in either direction; what is left over is the outline.
void expectCellsFillOutline(const GridCut& cut) {
  double sum = 0;
  std::map<Stretch, int> open;
  for (const GridPath& cell : cut.cells) {
    const double area = areaUnits(cell);
    EXPECT_GT(area, 0) << "a cell runs counter-clockwise";
    sum += area;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const GridPoint &a = cell[i], &b = cell[(i + 1) % cell.size()];
      const Stretch there{{a.x, a.y}, {b.x, b.y}}, back{{b.x, b.y}, {a.x, a.y}};
      if (const auto met = open.find(back); met != open.end()) {
        open.erase(met);
      } else {
        EXPECT_TRUE(open.emplace(there, 1).second) << "two cells lie on the same side of a stretch";
      }
    }
  }
  EXPECT_EQ(sum, areaUnits(cut.outline));
  EXPECT_EQ(open.size(), cut.outline.size());
  for (std::size_t i = 0; i < cut.outline.size(); ++i) {
    const GridPoint &a = cut.outline[i], &b = cut.outline[(i + 1) % cut.outline.size()];
    EXPECT_EQ(open.count({{a.x, a.y}, {b.x, b.y}}), 1U) << a.x << " " << a.y;
  }
}

GridLines linesEvery(double step, double from, double to) {
  GridLines lines;
  for (double at = from; at < to + step; at += step) {
    lines.x.push_back(at);
    lines.y.push_back(at);
  }
  return lines;
}

TEST(GridCut, CellsOfADiscFillIt) {
  Polyline disc;
  for (int i = 0; i < 90; ++i) {
    const double angle = 2 * std::numbers::pi * i / 90;
    disc.push_back({50 * std::cos(angle), 50 * std::sin(angle)});
  }
  const GridCut cut = cutAtGrid(disc, linesEvery(12, -51, 51));
  expectCellsFillOutline(cut);
  EXPECT_GT(cut.cells.size(), 45U);  // 7854 mm2 in cells of 144
}

TEST(GridCut, AnOutlineInsideOneCellIsThatCell) {
  const GridCut cut = cutAtGrid({{1, 1}, {5, 1}, {3, 4}}, linesEvery(20, 0, 20));
  expectCellsFillOutline(cut);
  EXPECT_EQ(cut.cells.size(), 1U);
}

TEST(GridCut, ACellThatTheOutlineCrossesTwiceIsCutIntoItsParts) {
  // A comb: two teeth, both in the cells of one column.
  const Polyline comb{{1, 1}, {19, 1}, {19, 28}, {13, 28}, {13, 12}, {7, 12}, {7, 28}, {1, 28}};
  const GridCut cut = cutAtGrid(comb, linesEvery(20, 0, 40));
  expectCellsFillOutline(cut);
  EXPECT_EQ(cut.cells.size(), 3U);
}

TEST(GridCut, AnOutlineAlongTheGridsLinesIsWhole) {
  const GridCut cut =
      cutAtGrid({{10, 10}, {40, 10}, {40, 30}, {20, 30}, {20, 20}, {10, 20}}, linesEvery(10, 0, 50));
  expectCellsFillOutline(cut);
  EXPECT_EQ(cut.cells.size(), 5U);  // 3 below and 2 above
}

TEST(GridCut, StarsOfAnyShapeAreFilled) {
  std::mt19937 random(20261101);
  std::uniform_real_distribution<double> reach(20, 90), step(6, 30);
  for (int round = 0; round < 300; ++round) {
    Polyline star;
    for (int i = 0; i < 40; ++i) {
      const double angle = 2 * std::numbers::pi * i / 40, r = reach(random);
      star.push_back({r * std::cos(angle), r * std::sin(angle)});
    }
    SCOPED_TRACE(round);
    expectCellsFillOutline(cutAtGrid(star, linesEvery(step(random), -91, 91)));
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace configurator
