#include "configurator/pack/anchor_triangle.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "configurator/pack/family_harness.h"
#include "configurator/pack/host_room.h"
#include "configurator/pack/on_host.h"

namespace configurator {
namespace {

constexpr double kSquare = 120;
constexpr double kPly = 0.3;

/// A point of the folded square: where it lies, and on which of the four plies.
struct Folded {
  Vec2 at{0, 0};
  int ply = 0;
};

/// Folding keeps lengths: first the square's upper left half over its diagonal x = y, then the half of the
/// resulting triangle over its axis x + y = side. What is left is a right triangle with the right angle at
/// (side / 2, side / 2).
Folded foldTwice(Vec2 p) {
  Folded folded{p, 0};
  if (p.y > p.x) folded = {{p.y, p.x}, 1};
  if (p.x + p.y > kSquare) folded = {{kSquare - folded.at.y, kSquare - folded.at.x}, 3 - folded.ply};
  return folded;
}

/// The stretch of the back's seam that catches the long side; where no seam runs there, a line on the back.
RunPart placeOnBody(PackDraft& draft, const AnchorTriangle& triangle, const std::string& name) {
  constexpr double kNear = 25;
  const auto found = draft.body.seams.find("back-seam");
  if (found != draft.body.seams.end()) {
    const BodySeam& line = found->second;
    const SeamCurve curve = line.curve();
    double along = 0, best = 1e300, best_at = 0;
    for (std::size_t i = 0; i < curve.path.size(); ++i) {
      if (i > 0) along += glm::distance(curve.path[i], curve.path[i - 1]);
      const double away = glm::distance(curve.path[i], triangle.seam_point);
      if (away < best) {
        best = away;
        best_at = along;
      }
    }
    const double whole = lengthOf(draft.pack, {line.run});
    const bool inside = best_at > kSquare / 2 && best_at < whole - kSquare / 2;
    if (best < kNear && inside)
      return {line.run.piece, line.run.edge, best_at - kSquare / 2, best_at + kSquare / 2};
  }
  const Host& back = hostOf(draft, "back");
  Vec2 at = hostPlaceOf(back, triangle.seam_point);
  at.y = std::max(at.y, kSquare / 2);
  const Vec2 half{0, kSquare / 2};
  const Mark mark{name, MarkKind::Placement, movedOnto(draft, back, {at - half, at + half}, 1)};
  return {back.piece, markOn(draft, back, mark)};
}

/// A level direction of the folded patch from `at` that leads its tip past the wearer: a pack that is longer
/// than its wearer's back has its lower corners behind the hips.
Vec3 besideBody(const Torso& torso, Vec3 at, Vec3 out) {
  constexpr double kTurn = 6 * std::numbers::pi / 180, kTip = kSquare / 2;
  const double aside = at.x < 0 ? -1 : 1;
  const auto inside = [&] {
    double depth = -1e9;
    for (const double reach : {0.33, 0.67, 1.0}) {
      for (const double rise : {-1.0, 0.0, 1.0})
        depth = std::max(depth,
                         depthInside(torso, at + reach * kTip * out + Vec3{0, rise * (1 - reach) * kTip, 0}));
    }
    return depth;
  };
  for (int i = 0; i < 20 && inside() > -1; ++i) {
    const double c = std::cos(kTurn), s = aside * std::sin(kTurn);
    out = {c * out.x - s * out.z, 0, s * out.x + c * out.z};
  }
  return out;
}

/// What makes the folded square one anchor, in the flat frame of the ply that lies on top: a row along both
/// folded sides, and the tack through the tab.
void closePatch(const ModuleCall& call, PackDraft& draft, const AnchorTriangle& triangle,
                const std::string& id) {
  constexpr double kFromSide = 4, kOpen = 8;  // the row ends clear of the seam that catches the patch
  constexpr double kBox = 20, kBar = 42;      // from the seam: an X-box needs more width than a bar
  const double off = kFromSide * std::numbers::sqrt2, tip = kSquare / 2;
  addMark(draft, id,
          {"closing",
           MarkKind::Stitch,
           {{kOpen, kOpen - off}, {tip, tip - off}, {kSquare - kOpen, kOpen - off}}});
  StitchLine row{id + "-closing",
                 "Strap anchor closed along its folds",
                 call.assembly,
                 "closing stitch",
                 {{id, "closing"}}};
  row.seam_class = "2.02.03";
  addStitchLine(draft, std::move(row));
  const bool box = triangle.tab == TackType::XBox;
  addTack(draft, {id + "-tab-tack",
                  call.assembly,
                  id,
                  "ladder lock tab in the anchor",
                  triangle.tab,
                  {tip, box ? kBox : kBar},
                  0});
}

}  // namespace

void addAnchorTriangle(const ModuleCall& call, PackDraft& draft, const AnchorTriangle& triangle) {
  // The long side stays in the seam, which runs upright; the webbing crosses the patch at its own slant, from
  // below its middle, so that no corner hangs under the pack.
  constexpr double kAbove = 12;
  const Vec3 up{0, 1, 0};
  const Vec3 level = (triangle.towards - triangle.seam_point) * Vec3{1, 0, 1};
  const Vec3 straight = glm::length(level) > 1e-6 ? glm::normalize(level) : Vec3{0, 0, -1};
  const Vec3 out = besideBody(draft.body.torso, triangle.seam_point + kAbove * up, straight);
  Piece piece;
  piece.id = call.part + "." + triangle.name;
  piece.name = "Strap anchor, square folded twice";
  piece.code = call.part + ".anchor-patch";  // a square has no hand: both sides fold it alike
  piece.assembly = call.assembly;
  piece.zone = "strap-shell";
  piece.item = draft.item("strap-shell").id;
  piece.layer = "reinforcement";
  piece.edges = makeEdges({{0, 0}, kSquare, kSquare, 0, 0, -1}, 0, EdgeFinish::HotCut);
  piece.marks.push_back({"fold-1", MarkKind::Fold, {{0, 0}, {kSquare, kSquare}}});
  piece.marks.push_back({"fold-2", MarkKind::Fold, {{kSquare, 0}, {kSquare / 2, kSquare / 2}}});
  // Folded: corners (0,0), (120,0), (60,60); its longest side (0,0)-(120,0) lies along the seam, its tip
  // points out. The plies lie one on the other, away from the wearer's middle.
  const Vec3 aside = (triangle.mirrored ? -1.0 : 1.0) * glm::cross(up, out);
  piece.surface = [at = triangle.seam_point + kAbove * up, out, up, aside](Vec2 p) {
    const auto [q, ply] = foldTwice(p);
    return at + (q.x - kSquare / 2) * up + q.y * out + ply * kPly * aside;
  };
  const std::string id = addPiece(draft, std::move(piece)).id;
  Seam seam;
  seam.id = id + "-seam";
  seam.name = "Strap anchor caught in the side";
  seam.assembly = call.assembly;
  seam.operation = "";  // closed with the body's seam, or charged with the strap's bartacks
  seam.runs[0] = {{id, "bottom"}};
  seam.runs[1] = {placeOnBody(draft, triangle, id + "-line")};
  addSeam(draft, std::move(seam));
  closePatch(call, draft, triangle, id);
}

}  // namespace configurator
