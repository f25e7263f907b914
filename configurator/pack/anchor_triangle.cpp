#include "configurator/pack/anchor_triangle.h"

#include <cmath>
#include <utility>

namespace configurator {
namespace {

constexpr double kSquare = 120;

/// Folding keeps lengths: first the square's upper left half over its diagonal x = y, then the half of the
/// resulting triangle over its axis x + y = side. What is left is a right triangle with the right angle at
/// (side, 0).
Vec2 foldTwice(Vec2 p) {
  if (p.y > p.x) std::swap(p.x, p.y);
  if (p.x + p.y > kSquare) p = Vec2{kSquare - p.y, kSquare - p.x};
  return p;
}

}  // namespace

void addAnchorTriangle(const ModuleCall& call, PackDraft& draft, const AnchorTriangle& triangle) {
  const Vec3 out = glm::normalize(triangle.towards - triangle.seam_point);
  Vec3 up = Vec3{0, 1, 0} - out.y * out;
  up = glm::length(up) > 1e-6 ? glm::normalize(up) : Vec3{0, 0, 1};
  Piece piece;
  piece.id = call.part + "." + triangle.name;
  piece.name = "Strap anchor, square folded twice";
  piece.code = call.part + ".anchor-patch";
  piece.mirrored = triangle.mirrored;
  piece.assembly = call.assembly;
  piece.zone = "strap-shell";
  piece.item = draft.item("strap-shell").id;
  piece.layer = "reinforcement";
  piece.edges = makeEdges({{0, 0}, kSquare, kSquare, 0, 0, -1}, 0, EdgeFinish::HotCut);
  piece.marks.push_back({"fold-1", MarkKind::Fold, {{0, 0}, {kSquare, kSquare}}});
  piece.marks.push_back({"fold-2", MarkKind::Fold, {{kSquare, 0}, {kSquare / 2, kSquare / 2}}});
  // Folded: corners (0,0), (120,0), (60,60); its longest side (0,0)-(120,0) lies along the seam, its tip
  // points out.
  piece.surface = [at = triangle.seam_point, out, up](Vec2 p) {
    const Vec2 q = foldTwice(p);
    return at + (q.x - kSquare / 2) * up + q.y * out;
  };
  addPiece(draft, std::move(piece));
}

}  // namespace configurator
