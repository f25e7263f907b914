// Random figures that are the same for a seed on every machine: the engine is the standard's, the
// distributions are our own.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

#include "bom/item.h"

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  /// low .. high, both included.
  std::int64_t from(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool chance(int percent) { return from(1, 100) <= percent; }
  template <typename T>
  const T& of(const std::vector<T>& values) {
    return values.at(static_cast<std::size_t>(from(0, static_cast<std::int64_t>(values.size()) - 1)));
  }
  std::string word(std::initializer_list<const char*> words) { return of(std::vector<const char*>(words)); }
  /// A figure of so many decimals between low and high, in millionths: figures that people write are short.
  std::int64_t millionths(double low, double high, int decimals) {
    std::int64_t step = 1'000'000;
    for (int i = 0; i < decimals; ++i) step /= 10;
    const auto steps = [&](double value) { return static_cast<std::int64_t>(value * 1e6) / step; };
    return from(steps(low), steps(high)) * step;
  }
  bom::Quantity quantity(double low, double high, bom::Unit unit, int decimals = 6) {
    return bom::Quantity::fromMillionths(millionths(low, high, decimals), unit);
  }
  bom::Ratio percent(double low, double high, int decimals = 2) {
    return bom::Ratio::fromPercentMillionths(millionths(low, high, decimals));
  }
  /// A length in mm with `decimals` places, as the nearest double.
  double mm(double low, double high, int decimals = 3) {
    return static_cast<double>(millionths(low, high, decimals)) / 1e6;
  }
  bom::Provenance provenance() {
    using bom::FigureStatus;
    return {"dice", "2026-01",
            of(std::vector{FigureStatus::Sourced, FigureStatus::Estimate, FigureStatus::Quote,
                           FigureStatus::User})};
  }

 private:
  std::mt19937_64 engine_;
};
