// off(u) = r (cos(turn) sin(pi u) + sin(turn) / 2 sin(2 pi u)) over the gap, u in 0..1: both waves lengthen
// the cloth alike, so turning from one to the other hardly changes r. r is found for every gap and turn of a
// grid so that the curve has the cloth's length, and the curve is kept at even steps of its own length.
#include "configurator/pack/fold_curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr std::size_t kGaps = 48, kTurns = 44, kSteps = 32;
constexpr int kFine = 72;

struct Wave {
  double gap = 1, turn = 0, height = 0;

  double off(double u) const {
    return height * (std::cos(turn) * std::sin(kPi * u) + std::sin(turn) / 2 * std::sin(2 * kPi * u));
  }
  double step(int i) const {
    const double from = static_cast<double>(i) / kFine, to = static_cast<double>(i + 1) / kFine;
    return std::hypot(gap * (to - from), off(to) - off(from));
  }
  double length() const {
    double sum = 0;
    for (int i = 0; i < kFine; ++i) sum += step(i);
    return sum;
  }
};

Wave waveFor(double gap, double turn) {
  Wave wave{gap, turn, 0};
  double low = 0, high = 1;
  for (int i = 0; i < 28; ++i) {
    wave.height = (low + high) / 2;
    (wave.length() < 1 ? low : high) = wave.height;
  }
  wave.height = low;
  return wave;
}

using Curve = std::array<FoldPoint, kSteps + 1>;

Curve curveOf(const Wave& wave) {
  Curve curve{};
  double done = 0;
  int fine = 0;
  const double length = wave.length();
  for (std::size_t k = 1; k < kSteps; ++k) {
    const double goal = length * static_cast<double>(k) / kSteps;
    while (done + wave.step(fine) < goal) done += wave.step(fine++);
    const double u = (fine + (goal - done) / wave.step(fine)) / kFine;
    curve[k] = {u, wave.off(u)};
  }
  curve[kSteps] = {1, 0};
  return curve;
}

/// Curves for gaps from kLeastGap to 1 and turns from 0 to pi.
constexpr double kLeastGap = 0.04;

// Near the full length the height grows as a root: gaps are spaced so that it grows evenly.
double gapOf(double place) {
  return 1 - (1 - kLeastGap) * (1 - place) * (1 - place);
}
double placeOf(double gap) {
  return 1 - std::sqrt(std::clamp((1 - gap) / (1 - kLeastGap), 0.0, 1.0));
}

struct Table {
  std::vector<Curve> curves;
  Table() {
    for (std::size_t g = 0; g <= kGaps; ++g)
      for (std::size_t t = 0; t <= kTurns; ++t)
        curves.push_back(
            curveOf(waveFor(gapOf(static_cast<double>(g) / kGaps), kPi * static_cast<double>(t) / kTurns)));
  }
  FoldPoint at(std::size_t gap, std::size_t turn, double t) const {
    const Curve& curve = curves[gap * (kTurns + 1) + turn];
    const double place = t * kSteps;
    const std::size_t i = std::min(kSteps - 1, static_cast<std::size_t>(place));
    const double part = place - static_cast<double>(i);
    return {std::lerp(curve[i].along, curve[i + 1].along, part),
            std::lerp(curve[i].off, curve[i + 1].off, part)};
  }
};

FoldPoint between(const FoldPoint& a, const FoldPoint& b, double part) {
  return {std::lerp(a.along, b.along, part), std::lerp(a.off, b.off, part)};
}

}  // namespace

FoldPoint foldAt(double gap, double turn, double t) {
  static const Table kTable;
  const double g = placeOf(gap) * kGaps, a = std::clamp(turn / kPi, 0.0, 1.0) * kTurns;
  const std::size_t i = std::min(kGaps - 1, static_cast<std::size_t>(g));
  const std::size_t k = std::min(kTurns - 1, static_cast<std::size_t>(a));
  const double part_g = g - static_cast<double>(i), part_a = a - static_cast<double>(k);
  const double at = std::clamp(t, 0.0, 1.0);
  return between(between(kTable.at(i, k, at), kTable.at(i, k + 1, at), part_a),
                 between(kTable.at(i + 1, k, at), kTable.at(i + 1, k + 1, at), part_a), part_g);
}

double foldArea(double gap, double turn) {
  double sum = 0;
  FoldPoint last;
  for (std::size_t k = 1; k <= kSteps; ++k) {
    const FoldPoint here = foldAt(gap, turn, static_cast<double>(k) / kSteps);
    sum += (here.off + last.off) / 2 * (here.along - last.along);
    last = here;
  }
  return sum * gap;
}

}  // namespace configurator
