#include "configurator/pack/strap_tail.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "configurator/pack/host_room.h"
#include "configurator/pack/off_skin.h"

namespace configurator {
namespace {

constexpr double kOverlap = 20;  // tail webbing sewn into the strap's end
constexpr double kTabCut = 100;  // folded round the lock's bar

/// A ladder lock at the start of a path's last stretch, turned along it.
ModelShape lockAtEnd(const BodyPath& end, double above_mm, double size) {
  const Vec3 normal = end.normals.front();
  const Vec3 along =
      glm::normalize(end.points[std::min<std::size_t>(2, end.points.size() - 1)] - end.points.front());
  return {"ladder-lock", end.points.front() + above_mm * normal, along, normal, size / 20};
}

}  // namespace

void addStrapLock(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap,
                  const StrapLock& lock) {
  const double whole = lengthOf(strap.path->points);
  const Shape model = [torso = draft.body.torso, path = strap.path, lock, whole] {
    return offSkin(torso, lockAtEnd(stretchOf(*path, lock.at_mm, whole), lock.above_mm, lock.size),
                   ladderLockUnderside());
  };
  addLadderLock(call, draft, strap.side, {"Shoulder strap", lock.size, model});
  const Shape tab = [path = strap.path, lock, whole] {
    return ribbonOn(stretchOf(*path, lock.at_mm, whole), lock.size, 2.4);
  };
  addNarrow(draft, namesOf(call, strap.side, "Shoulder strap"),
            {"lock-tab", "webbing", "ladder lock tab", lock.size, kTabCut, {tab}});
  addWork(draft, {call.part + "." + strap.side.of("thread-lock"), "S20", call.assembly, 2, 0, {}});
}

double tailExcess(const PackDraft& draft) {
  constexpr double kExcess[] = {275, 300, 325};
  return kExcess[static_cast<std::size_t>(draft.pack.size)];
}

void addTail(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap, double size) {
  const double whole = lengthOf(strap.path->points);
  const double start = strap.shape.length_mm - kOverlap;
  const double lock_at = std::max(start + 40, whole - 90);
  const Shape tail = [path = strap.path, start, lock_at, lift = strap.foam_mm / 2, size] {
    return ribbonOn(lifted(stretchOf(*path, start, lock_at), lift), size, 1.2);
  };
  addNarrow(
      draft, namesOf(call, strap.side, "Shoulder strap"),
      {"tail", "webbing", "tail webbing", size, lock_at - start + tailExcess(draft) + kTurnUnder, {tail}});
  addStrapLock(call, draft, strap, {lock_at, size});
  const std::string shell = call.part + "." + strap.side.of("shell");
  const Vec2 tail_at = pointAlong(strap.centre, strap.shape.length_mm - kXBoxMm / 2 - 3.5);
  const Vec2 down = pointAlong(strap.centre, strap.shape.length_mm) - tail_at;
  addTack(draft,
          {call.part + "." + strap.side.of("tail-tack"), call.assembly, shell, "tail webbing into strap end",
           TackType::XBox, tail_at, std::atan2(down.x, -down.y) * 180 / std::numbers::pi});
}

}  // namespace configurator
