// How high the body stands beside a strap's path: a strap is broad, the path only its middle. Where shoulder
// and neck or hips rise beside the path, cloth rises over them; where the body falls away, it bends down a
// little.
#pragma once

#include <atomic>
#include <cstddef>
#include <vector>

#include "configurator/pack/torso.h"

namespace configurator {

/// Each height is worked out when first asked; safe to ask from several threads, which find the same.
class StrapBed {
 public:
  /// `normals` has one entry per point. Cloth bends towards a body that falls away by `wrap_mm` at most.
  StrapBed(Torso torso, std::vector<Vec3> points, std::vector<Vec3> normals, double wrap_mm);
  /// Height over the path's tangent plane, `across_mm` beside the path on the side of along cross normal, at
  /// a place between points: 3.5 is half way from the fourth to the fifth.
  double heightAt(double place, double across_mm) const;
  /// How much longer than the path the way is on average along the edges of cloth `half_width_mm` to each
  /// side: a belt over hips that flare does not reach as far round.
  double lengthening(double half_width_mm) const;

 private:
  static constexpr int kStations = 15;  // across, from one side to the other
  double measuredHeight(std::size_t i, int station) const;
  double nodeHeight(std::size_t i, int station) const;
  Vec3 acrossAt(std::size_t i) const;

  Torso torso_;
  std::vector<Vec3> points_, normals_;
  double wrap_mm_;
  mutable std::vector<std::atomic<double>> heights_;  // a station after the other, a point after the other
};

}  // namespace configurator
