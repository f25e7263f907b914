#include "configurator/pack/strap_way.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <utility>

#include "configurator/catalog/require.h"
#include "configurator/pack/family_harness.h"
#include "configurator/pack/torso_lines.h"

namespace configurator {
namespace {

using StrapWays = std::array<std::shared_ptr<const BodyPath>, 2>;

/// How much lower than a strap a wing turns under the arm: its flask stands upright on the chest. Not lower
/// than the pack's corner that it then goes to.
double wingDrop(const PackDraft& draft, Vec3 bottom) {
  constexpr double kDrop = 110, kStrapTurns = 102, kOverCorner = 20;
  return std::clamp(armpitOf(draft.body.torso) - kStrapTurns - bottom.y - kOverCorner, 0.0, kDrop);
}

BodyPath mirrored(BodyPath path) {
  for (Vec3& point : path.points) point.x = -point.x;
  for (Vec3& normal : path.normals) normal.x = -normal.x;
  path.bed_side = -path.bed_side;
  return path;
}

/// All that a way depends on: a torso is known by its size and its place.
struct WayEnds {
  PackSize size = PackSize::M;
  double c7_y_mm = 0, back_plane_z_mm = 0;
  Vec3 top{0, 0, 0}, bottom{0, 0, 0};
  double drop_mm = 0;

  friend bool operator==(const WayEnds&, const WayEnds&) = default;
};

/// A body and its anchors are the same on both sides, so one way is worked out and the other is its mirror
/// image.
StrapWays madeWays(const Torso& torso, const WayEnds& ends) {
  BodyPath left = pathOnTorso(torso, strapPath(torso, ends.top, ends.bottom, 2.0, ends.drop_mm));
  BodyPath right = mirrored(left);
  return {std::make_shared<const BodyPath>(std::move(left)),
          std::make_shared<const BodyPath>(std::move(right))};
}

/// A few are kept with the bed that they have found: most designs that are looked at one after the other
/// differ in something else.
StrapWays knownWays(const Torso& torso, const WayEnds& ends) {
  constexpr std::size_t kKept = 24;
  static std::mutex mutex;
  static std::deque<std::pair<WayEnds, StrapWays>> kept;
  const std::lock_guard lock(mutex);
  for (const auto& [known, ways] : kept)
    if (known == ends) return ways;
  if (kept.size() == kKept) kept.pop_front();
  kept.emplace_back(ends, madeWays(torso, ends));
  return kept.back().second;
}

}  // namespace

StrapWays strapWays(const PackDraft& draft, bool wings) {
  for (const char* stem : {"strap-top", "strap-bottom"}) {
    const Vec3 left = anchorOf(draft, kSides[0].of(stem)), right = anchorOf(draft, kSides[1].of(stem));
    require(left == Vec3{-right.x, right.y, right.z}, "the anchors of the straps mirror each other");
  }
  const Torso& torso = draft.body.torso;
  const Vec3 top = anchorOf(draft, kSides[0].of("strap-top"));
  const Vec3 bottom = anchorOf(draft, kSides[0].of("strap-bottom"));
  return knownWays(torso, {torso.size, torso.c7_y_mm, torso.back_plane_z_mm, top, bottom,
                           wings ? wingDrop(draft, bottom) : 0});
}

}  // namespace configurator
