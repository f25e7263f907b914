#include "configurator/pack/pocket_zip_cover.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace configurator {
namespace {

constexpr double kTapeStrip = 14, kStripFromChain = 2;
constexpr double kTabLength = 50, kTabWidth = 30, kLeastTab = 10, kTabOver = 3;
constexpr double kFoldRadius = 0.9;
constexpr double kTabStraight = (kTabLength - std::numbers::pi * kFoldRadius) / 2;  // of each half

/// What covers a flat pocket's zip is of its cloth; on stretch mesh, of lining.
std::string zipCoverZone(const PocketPlan& plan) {
  return plan.zone == "pocket-mesh" ? "lining" : plan.zone;
}

/// Is there cloth of the host under an upright line? Its rectangle may reach past a round corner of its
/// piece.
bool isOnCloth(const PackDraft& draft, const Host& host, const Polyline& upright) {
  const Polyline outline = outlineOf(*findPiece(draft.pack, host.piece));
  return std::all_of(upright.begin(), upright.end(), [&](const Vec2& uv) {
    return uv.y <= host.height_mm && isInside(outline, onPiece(host, uv));
  });
}

/// How wide tabs across the zip's ends can be: they reach from just over the panel's edge up the host.
double tabRoom(const PackDraft& draft, const Host& host, const Polyline& zip, double rim) {
  double width = kTabWidth;
  const auto fits = [&](const Vec2& end) {
    return isOnCloth(draft, host, {{end.x, rim}, {end.x, rim - kTabOver + width}});
  };
  while (width > kLeastTab && !(fits(zip.front()) && fits(zip.back()))) width -= 2;
  return width;
}

/// Folded over the zip's end, seen from outside, its raw edges on the line of the pocket's side.
//   side |=====outer=====.
//        |-----chain---- )  fold
//        |=====inner====='
Surface zipTabSurface(const Host& host, const Spot& over, double inward) {
  return lazySurface([host, over, inward] {
    constexpr double kUnder = 0.6;
    const Vec2 middle = over.at + Vec2{over.width_mm, over.height_mm} / 2.0;
    const Vec3 origin = onHost(host, middle, 0);
    const Vec3 out = normalAt(host.outside, middle);
    const Vec3 step = host.outside(middle + Vec2{1, 0}) - host.outside(middle - Vec2{1, 0});
    const Vec3 level = glm::normalize(step - glm::dot(step, out) * out);
    const Vec3 up = glm::cross(out, level);
    const double half = over.width_mm / 2, low = -over.height_mm / 2;
    return Surface([=](Vec2 p) {
      const double turn = std::clamp((p.y - kTabStraight) / kFoldRadius, 0.0, std::numbers::pi);
      const double along = std::min({p.y, kTabStraight, kTabLength - p.y}) + kFoldRadius * std::sin(turn);
      const double lift = kUnder + kFoldRadius * (1 + std::cos(turn));
      return origin + inward * (along - half) * level + (low + p.x) * up + lift * out;
    });
  });
}

std::vector<Edge> zipTabEdges(double width) {
  const auto side = [](double x) {  // with vertices round the fold
    return Polyline{
        {x, 0}, {x, kTabStraight}, {x, kTabLength / 2}, {x, kTabLength - kTabStraight}, {x, kTabLength}};
  };
  return {{"seam", {{0, 0}, {width, 0}}, 10, EdgeFinish::Raw},
          {"right", side(width), 0, EdgeFinish::HotCut},
          {"inner-seam", {{width, kTabLength}, {0, kTabLength}}, 10, EdgeFinish::Raw},
          {"left", reversed(side(0)), 0, EdgeFinish::HotCut}};
}

}  // namespace

double tapeStripRoom(const PocketPlan& plan) {
  constexpr double kLow = 90;
  return plan.spot.height_mm < kLow ? 0 : kTapeStrip + kStripFromChain;
}

void addZipTabs(PackDraft& draft, const PocketPlan& plan, const Polyline& zip, double rim) {
  const Host host = draft.body.hosts.at(plan.spot.host);
  const double width = tabRoom(draft, host, zip, rim);
  Seam seam = lappedSeam(plan.names, "zip-tabs", "S03");
  for (const bool right : {false, true}) {
    const std::string what = right ? "zip-tab-2" : "zip-tab-1";
    const Vec2 corner{right ? std::max(zip.front().x, zip.back().x) : std::min(zip.front().x, zip.back().x),
                      rim - kTabOver};
    Piece tab = makePiece(draft, plan.names, {what, zipCoverZone(plan), "reinforcement", "zip end tab"});
    tab.code = plan.names.code("zip-tab");
    tab.mirrored = plan.mirrored;
    tab.edges = zipTabEdges(width);
    tab.marks = {{"fold", MarkKind::Fold, {{0, kTabLength / 2}, {width, kTabLength / 2}}}};
    const double left = right ? corner.x - kTabLength / 2 : corner.x;
    tab.surface = zipTabSurface(host, {host.id, {left, corner.y}, kTabLength / 2, width}, right ? -1 : 1);
    tab.cell_scale = {4, 1};  // it bends about its fold only, where its edges have vertices
    const std::string id = addPiece(draft, std::move(tab)).id;
    seam.runs[0].push_back({id, "seam"});
    seam.runs[1].push_back(
        {host.piece,
         markOn(draft, host, {plan.names.id(what), MarkKind::Placement, {corner, corner + Vec2{0, width}}})});
  }
  addSeam(draft, std::move(seam));
}

void addTapeStrip(PackDraft& draft, const PocketPlan& plan, const Polyline& upper) {
  const Host host = draft.body.hosts.at(plan.spot.host);
  const Box2 line = boxOf(upper);
  const bool level = line.high.y - line.low.y < 0.1;
  if (!level || tapeStripRoom(plan) <= 0) return;
  const Vec2 at = line.low + Vec2{0, kStripFromChain};
  for (const double x : {line.low.x, line.high.x}) {
    if (!isOnCloth(draft, host, {{x, at.y}, {x, at.y + kTapeStrip}})) return;
  }
  Piece strip =
      makePiece(draft, plan.names, {"tape-strip", zipCoverZone(plan), "shell", "strip over the zip tape"});
  strip.mirrored = plan.mirrored;
  strip.grain = {1, 0};
  strip.edges = patchEdges({host.id, at, line.high.x - line.low.x, kTapeStrip}, 0);
  const std::vector<Edge> placed = strip.edges;
  addPatch(draft, host, std::move(strip), 1.7);
  sewOn(draft, host,
        {plan.names.id("tape-strip"),
         {"bottom", "top"},
         placed,
         lappedSeam(plan.names, "tape-strip-seam", "S03")});
}

}  // namespace configurator
