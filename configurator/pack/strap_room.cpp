#include "configurator/pack/strap_room.h"

#include <algorithm>

namespace configurator {
namespace {

constexpr double kHalfLoop = 7.5;  // the loops' webbing; rails are narrower
constexpr double kClear = 4;

Vec2 onHostOf(const Host& host, Vec2 flat) {
  return {glm::dot(flat - host.origin, host.u_axis), glm::dot(flat - host.origin, host.v_axis)};
}

}  // namespace

std::vector<Vec2> takenByChest(const PackDraft& draft, const Host& host) {
  std::vector<Vec2> taken;
  for (const auto& [side, line] : draft.body.chest_lines) {
    if (line.piece != host.piece) continue;
    const auto heightOf = [&, points = &line.points](double along_mm) {
      return onHostOf(host, pointAlong(*points, along_mm)).y;
    };
    for (const Vec2 from_to : line.taken)  // a chest line runs down
      taken.emplace_back(heightOf(from_to.y), heightOf(from_to.x));
  }
  return taken;
}

double hangsFrom(const PackDraft& draft, const Host& host) {
  double high = host.height_mm;
  for (const Vec2 span : takenByChest(draft, host))
    if (span.x < host.height_mm && span.y > 0) high = std::min(high, span.x - kClear);
  return high;
}

Spot besideChest(const PackDraft& draft, Spot spot) {
  constexpr double kStep = 4;
  const Host& host = draft.body.hosts.at(spot.host);
  const double middle = host.width_mm / 2;
  double left = spot.at.x, right = spot.at.x + spot.width_mm;
  for (const auto& [side, line] : draft.body.chest_lines) {
    if (line.piece != host.piece) continue;
    for (const Vec2 from_to : line.taken) {
      for (double along = from_to.x; along <= from_to.y; along += kStep) {
        const Vec2 uv = onHostOf(host, pointAlong(line.points, along));
        if (uv.y < spot.at.y - kClear || uv.y > spot.at.y + spot.height_mm + kClear) continue;
        if (uv.x < middle)
          left = std::max(left, uv.x + kHalfLoop + kClear);
        else
          right = std::min(right, uv.x - kHalfLoop - kClear);
      }
    }
  }
  spot.at.x = left;
  spot.width_mm = right - left;
  return spot;
}

}  // namespace configurator
