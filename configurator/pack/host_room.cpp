#include "configurator/pack/host_room.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

/// How far inside a closed outline a point lies; negative outside.
double depthIn(const Polyline& outline, Vec2 p) {
  const double away = distanceTo(outline, p);
  return isInside(outline, p) ? away : -away;
}

Box2 boxOf(const Spot& spot, double margin_mm) {
  const Vec2 margin{margin_mm, margin_mm};
  return {spot.at - margin, spot.at + Vec2{spot.width_mm, spot.height_mm} + margin};
}

bool meet(const Box2& a, const Box2& b) {
  constexpr double kTouch = 0.01;
  return a.low.x < b.high.x - kTouch && b.low.x < a.high.x - kTouch && a.low.y < b.high.y - kTouch &&
         b.low.y < a.high.y - kTouch;
}

bool meetsAny(const Box2& box, const std::vector<Box2>& taken) {
  return std::any_of(taken.begin(), taken.end(), [&](const Box2& other) { return meet(box, other); });
}

/// A point of the host's piece in host (u, v).
Vec2 fromPiece(const Host& host, Vec2 at) {
  return {glm::dot(at - host.origin, host.u_axis), glm::dot(at - host.origin, host.v_axis)};
}

Box2 boxAround(const Host& host, const Polyline& points) {
  Box2 box{fromPiece(host, points.front()), fromPiece(host, points.front())};
  for (const Vec2& p : points) {
    box.low = glm::min(box.low, fromPiece(host, p));
    box.high = glm::max(box.high, fromPiece(host, p));
  }
  return box;
}

/// The placement marks of the host's piece that a run follows.
Polyline marksOf(const Piece& piece, const Run& run) {
  Polyline points;
  for (const RunPart& part : run) {
    if (part.piece != piece.id) continue;
    for (const Mark& mark : piece.marks) {
      if (mark.name == part.edge && mark.kind == MarkKind::Placement)
        points.insert(points.end(), mark.points.begin(), mark.points.end());
    }
  }
  return points;
}

/// The artwork on the host's piece.
std::vector<Box2> artworkOn(const PackDraft& draft, const Host& host) {
  std::vector<Box2> taken;
  for (const Artwork& artwork : draft.pack.artwork) {
    const Vec2 at = fromPiece(host, artwork.at);
    if (artwork.piece == host.piece) taken.push_back({at, at + Vec2{artwork.width_mm, artwork.height_mm}});
  }
  return taken;
}

/// What a mark must not lie on: artwork, and reflective panels, which it would hide.
std::vector<Box2> barredOn(const PackDraft& draft, const Host& host) {
  const Piece& piece = *findPiece(draft.pack, host.piece);
  std::vector<Box2> barred = artworkOn(draft, host);
  for (const Seam& seam : draft.pack.seams) {
    if (seam.runs[0].empty()) continue;
    const Piece* sewn = findPiece(draft.pack, seam.runs[0].front().piece);
    const Polyline points = marksOf(piece, seam.runs[1]);
    if (sewn != nullptr && sewn->zone == "reflective-fabric" && !points.empty())
      barred.push_back(boxAround(host, points));
  }
  return barred;
}

/// Patches and tapes there. What the body itself has on it its hosts leave out.
std::vector<Box2> sewnOn(const PackDraft& draft, const Host& host) {
  constexpr double kTapeHalf = 15;
  const Piece& piece = *findPiece(draft.pack, host.piece);
  std::vector<Box2> taken;
  for (const Seam& seam : draft.pack.seams) {
    const Polyline points = marksOf(piece, seam.runs[1]);
    if (seam.assembly != "body" && !points.empty()) taken.push_back(boxAround(host, points));
  }
  for (const StitchLine& line : draft.pack.stitch_lines) {
    const Polyline points = marksOf(piece, line.run);
    if (line.purpose != "tape on panel" || points.empty()) continue;
    const Box2 box = boxAround(host, points);
    taken.push_back({box.low - Vec2{kTapeHalf, kTapeHalf}, box.high + Vec2{kTapeHalf, kTapeHalf}});
  }
  return taken;
}

constexpr double kClear = 6;  // between two marks

/// The nearest place of that size beside one of the boxes; the spot itself when there is none.
Spot beside(const PackDraft& draft, const Spot& spot, const std::vector<Box2>& taken) {
  const Vec2 size{spot.width_mm, spot.height_mm};
  Spot best = spot;
  double nearest = 1e300;
  for (const Box2& box : taken) {
    const Vec2 places[] = {{spot.at.x, box.high.y + kClear},
                           {spot.at.x, box.low.y - kClear - size.y},
                           {box.high.x + kClear, spot.at.y},
                           {box.low.x - kClear - size.x, spot.at.y}};
    for (const Vec2& at : places) {
      const Spot moved{spot.host, at, size.x, size.y};
      const Spot kept = fitted(draft, moved);
      const double way = glm::distance(at, spot.at);
      const bool fits = glm::distance(kept.at, at) < 0.01 && kept.width_mm == size.x &&
                        kept.height_mm == size.y && !meetsAny(boxOf(moved, kClear - 0.1), taken);
      if (!fits || way >= nearest) continue;
      nearest = way;
      best = moved;
    }
  }
  return best;
}

}  // namespace

Polyline movedOnto(const PackDraft& draft, const Host& host, const Polyline& line, double margin_mm) {
  constexpr double kStep = 0.5;
  constexpr double kSure = 1e-6;
  constexpr double kFine = 8;  // points of the line that are looked at
  const Piece* piece = findPiece(draft.pack, host.piece);
  require(piece != nullptr, "a host lies on a piece");
  const Polyline outline = outlineOf(*piece);
  double middle = 0;
  for (const Vec2& uv : line) middle += uv.x / static_cast<double>(line.size());
  const double inwards = middle < host.width_mm / 2 ? 1 : -1;
  for (double step = 0; step <= host.width_mm / 2;) {
    Polyline moved = line;
    for (Vec2& uv : moved) uv.x += inwards * step;
    double lacking = -1;
    Vec2 before{1e9, 1e9};
    for (const Vec2& uv : refined(moved, kFine)) {
      // So near to a point that lies deep enough that this one does too?
      if (lacking + glm::distance(before, uv) < -kSure) continue;
      lacking = margin_mm - depthIn(outline, onPiece(host, uv));
      before = uv;
      if (lacking > 0) break;
    }
    if (lacking <= 0) return moved;
    // A point comes no deeper than it moves: the steps between cannot fit.
    step += kStep * std::max(1.0, std::ceil((lacking - kSure) / kStep));
  }
  return line;
}

Vec2 xBoxOn(const PackDraft& draft, const Host& host, Vec2 uv) {
  constexpr double kMargin = 1;
  constexpr double kHalf = kXBoxMm / 2;
  uv.y = std::clamp(uv.y, kHalf, host.height_mm - kHalf);
  const Polyline box = {uv + Vec2{-kHalf, -kHalf}, uv + Vec2{kHalf, -kHalf}, uv + Vec2{kHalf, kHalf},
                        uv + Vec2{-kHalf, kHalf}};
  return movedOnto(draft, host, box, kMargin).front() + Vec2{kHalf, kHalf};
}

namespace {

/// The place nearest to `spot` on its host clear of `taken`; nothing when even a much smaller one finds none.
std::optional<Spot> roomFor(const PackDraft& draft, const Spot& spot, const std::vector<Box2>& taken) {
  constexpr double kSmallest = 0.3, kStep = 0.1;
  const Vec2 size{spot.width_mm, spot.height_mm};
  for (double part = 1; part > kSmallest - kStep / 2; part -= kStep) {
    const Spot smaller{spot.host, spot.at + (1 - part) / 2 * size, part * size.x, part * size.y};
    const Spot moved = beside(draft, smaller, taken);
    if (!meetsAny(boxOf(moved, 0), taken)) return moved;
  }
  return std::nullopt;
}

}  // namespace

Spot clearSpot(PackDraft& draft, const Spot& spot, const std::string& slot) {
  const Host& host = draft.body.hosts.at(spot.host);
  const std::vector<Box2> barred = barredOn(draft, host);
  if (!meetsAny(boxOf(spot, 0), barred)) return spot;
  std::vector<Box2> taken = sewnOn(draft, host);
  taken.insert(taken.end(), barred.begin(), barred.end());
  if (const auto room = roomFor(draft, spot, taken)) return *room;
  if (const auto room = roomFor(draft, spot, barred)) return *room;
  noteShortfall(draft, slot, spot, {spot.host, spot.at, 0, 0});
  return spot;
}

}  // namespace configurator
