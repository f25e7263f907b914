// Load lifters: webbing from the top of the back panel forward to the shoulder straps.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "configurator/pack/family_harness.h"
#include "configurator/pack/module_trims.h"
#include "configurator/pack/off_skin.h"

namespace configurator {
namespace {

const Vec3 kLifterRise{0, 38, 4};    // from the strap anchor up to the top seam
constexpr double kLifterMargin = 8;  // a lifter's tack below the edge of the back panel

/// The highest point of an outline above or below x.
double topOf(const Polyline& outline, double x) {
  double top = -1e300;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec2 a = outline[i], b = outline[(i + 1) % outline.size()];
    if (std::min(a.x, b.x) > x || std::max(a.x, b.x) < x) continue;
    const double t = a.x == b.x ? 0 : (x - a.x) / (b.x - a.x);
    top = std::max({top, glm::mix(a.y, b.y, t), a.x == b.x ? b.y : top});
  }
  return top;
}

/// Where a load lifter is tacked on the back panel: above the strap's anchor, but never beyond its edge.
Vec2 lifterPlaceOf(const PackDraft& draft, const Host& back, Vec3 wanted) {
  Vec2 at = hostPlaceOf(back, wanted);
  at.x = std::clamp(at.x, 0.0, back.width_mm);  // a narrow back ends inside the straps' spread
  const Vec2 flat = onPiece(back, at);
  const double top = topOf(outlineOf(*findPiece(draft.pack, back.piece)), flat.x) - kLifterMargin;
  at.y -= std::max(0.0, flat.y - top);
  return at;
}

/// How far down a line of cloth the point next to `at` lies, to 2 mm: first roughly, for the line bends
/// little.
double nearestOn(const ShoulderLine& line, Vec3 at) {
  constexpr double kRough = 16, kStep = 2;
  const double whole = lengthOf(line.points);
  const auto nearestIn = [&](double from, double to, double step) {
    double best = from, nearest = 1e300;
    for (double along = from; along <= to; along += step) {
      const double away = glm::distance(line.cloth(pointAlong(line.points, along)), at);
      if (away < nearest) best = along;
      nearest = std::min(nearest, away);
    }
    return best;
  };
  const double rough = nearestIn(0, whole, kRough);
  return nearestIn(std::max(0.0, rough - kRough), std::min(whole, rough + kRough), kStep);
}

/// The tab that holds a lifter's lock on the strap: tacked below it, its fold round the lock's bar.
void addLockTab(const ModuleCall& call, PackDraft& draft, const BodySide& side, Vec3 lock) {
  constexpr double kCut = 70, kBelow = 22;
  const auto line = draft.body.shoulder_lines.find(side.name);
  const auto chest = draft.body.chest_lines.find(side.name);
  if (line == draft.body.shoulder_lines.end() || chest == draft.body.chest_lines.end()) return;
  const std::string& shell = chest->second.piece;
  if (shell.empty()) return;  // a rule keeps lifters off bare webbing
  const double size = call.number("size", 15), along = nearestOn(line->second, lock) + kBelow;
  const Vec2 flat = pointAlong(line->second.points, along);
  const Vec2 down = pointAlong(line->second.points, along + 4) - pointAlong(line->second.points, along - 4);
  addTack(draft,
          {call.part + "." + side.of("tab-tack"), call.assembly, shell, "ladder lock tab of the load lifter",
           TackType::Bartack42, flat, std::atan2(-down.x, down.y) * 180 / std::numbers::pi});
  const Shape tab = [cloth = line->second.cloth, flat, lock, size] {
    const SurfacePoint foot = cloth.pointAt(flat);
    return RibbonShape{{foot.at + 0.8 * foot.normal, lock}, {foot.normal, foot.normal}, size, 1.2};
  };
  addNarrow(draft, namesOf(call, side, "Load lifter"),
            {"tab", "webbing", "ladder lock tab", size, kCut, {tab}});
}

/// A lifter's upper end: a tack under the back panel's upper edge, with a patch behind it.
void tackOnBack(const ModuleCall& call, PackDraft& draft, const BodySide& side, Vec2 at) {
  constexpr double kHalfPatch = 30;
  const Host& back = hostOf(draft, "back");
  addBackingPatch(draft, namesOf(call, side, "Load lifter"), back, at - Vec2{0, kHalfPatch - kLifterMargin});
  addTack(draft, {call.part + "." + side.of("tack"), call.assembly, back.piece, "load lifter at the top seam",
                  TackType::Bartack42, onPiece(back, at), 0});
}

}  // namespace

void buildLoadLifters(const ModuleCall& call, PackDraft& draft) {
  const double size = call.number("size", 15);
  for (const BodySide& side : kSides) {
    const Host& back = hostOf(draft, "back");
    const Vec3 above = anchorOf(draft, side.of("strap-top")) + kLifterRise + Vec3{side.sign * 22, 0, 0};
    const Vec2 tacked = lifterPlaceOf(draft, back, above);
    const Vec3 from = above + back.outside(tacked) - back.outside(hostPlaceOf(back, above));
    const Vec3 to = anchorOf(draft, side.of("lifter"));
    const Vec3 along = glm::normalize(to - from);
    const Vec3 up = glm::normalize(Vec3{0, 1, 0} - along.y * along);
    const RibbonShape band{{from, glm::mix(from, to, 0.5), to}, {up, up, up}, size, 1.2};
    const double cut = std::max(250.0, glm::distance(from, to) + 150);
    addNarrow(draft, namesOf(call, side, "Load lifter"), {"strap", "webbing", "webbing", size, cut, {band}});
    const ModelShape lock{"ladder-lock", to, along, up, size / 20};
    const Shape off = [torso = draft.body.torso, lock] {
      return offSkin(torso, lock, ladderLockUnderside());
    };
    addLadderLock(call, draft, side, {"Load lifter", size, off});
    addWork(draft, {call.part + "." + side.of("thread"), "S20", call.assembly, 2, 0, {}});
    addLockTab(call, draft, side, to);
    tackOnBack(call, draft, side, tacked);
  }
}

FamilySpec loadLiftersSpec() {
  return {"load-lifters", {{"size", false, {}, Dimension::Length, false}}, {}, {}};
}

}  // namespace configurator
