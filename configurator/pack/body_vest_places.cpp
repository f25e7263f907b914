// Where modules attach to a vest: hosts, seam lines, named points.
#include <algorithm>
#include <cmath>

#include "configurator/pack/body_vest_parts.h"

namespace configurator {
namespace {

/// A rectangle on a piece, in its flat frame.
struct PlaceOnPiece {
  std::string id, piece;
  Vec2 origin{0, 0};
  double width = 0, height = 0;
  double lift = 0;
};

void addPlace(const VestBuild& build, const PlaceOnPiece& place) {
  Host host;
  host.id = place.id;
  host.piece = build.id(place.piece);
  host.origin = place.origin;
  host.width_mm = place.width;
  host.height_mm = place.height;
  host.lift_mm = place.lift;
  host.outside = [surface = findPiece(build.draft.pack, host.piece)->surface,
                  origin = place.origin](Vec2 uv) { return surface(origin + uv); };
  build.draft.body.hosts[place.id] = std::move(host);
}

/// Half the width of a shape at a height, from its "right" edge.
double halfWidthAt(const std::vector<Edge>& edges, double y) {
  const Polyline& right = edgeOf(edges, "right").points;
  for (std::size_t i = 1; i < right.size(); ++i)
    if (right[i].y >= y)
      return glm::mix(right[i - 1].x, right[i].x, (y - right[i - 1].y) / (right[i].y - right[i - 1].y));
  return right.back().x;
}

void addMainPlaces(const VestBuild& build) {
  const std::vector<Edge>& panel = build.main->panel();
  const double low = build.pockets.kangaroo ? build.pockets.kangaroo->mouthMiddle().y + 14 : 30;
  const double high = build.main->shape().panelHeight() - (build.zip_top ? 22 : 56);
  const double half = std::min(halfWidthAt(panel, low), halfWidthAt(panel, high)) - 10;
  addPlace(build, {"front", "main-outer", {-half, low}, 2 * half, high - low});
  const MainPocketShape& s = build.main->shape();
  const double foot = s.bottom + 22, head = s.top - 14;
  const double inner =
      std::min(halfWidthAt(build.main->footprint(), foot + 20), halfWidthAt(build.main->footprint(), head)) -
      4;
  addPlace(build, {"back-inner", "main-inner", {inner, foot}, 2 * inner, head - foot, 0.3});
  // The piece faces the wearer; what is sewn to it is seen from inside the pocket.
  Host& inside = build.draft.body.hosts["back-inner"];
  inside.u_axis = {-1, 0};
  inside.outside = [main = build.main, inner, foot](Vec2 uv) {
    return main->footprintAt({uv.x - inner, uv.y + foot});
  };
  // Seen from the wearer the outline is flipped.
  const double back = build.shape.back_half_arm - 26;
  addPlace(build, {"back",
                   "back-inner",
                   {-back, -build.shape.back_length + 24},
                   2 * back,
                   build.shape.back_length - 24 - build.shape.neck_drop - 30,
                   2});
}

/// A bladder sleeve hangs over the whole length of the back, between its two layers, sewn to the inner one.
void addBladderPlace(const VestBuild& build) {
  constexpr double kRim = 5, kArmholeClear = 12;
  const double half = build.shape.back_half_arm - kArmholeClear;
  const double foot = -build.shape.back_length + kRim;
  addPlace(build, {"bladder",
                   "back-inner",
                   {half, foot},
                   2 * half,
                   build.shape.back_length - build.shape.neck_drop - 2 * kRim,
                   0});
  Host& between = build.draft.body.hosts["bladder"];
  between.u_axis = {-1, 0};  // the piece faces the wearer; the sleeve is seen from behind
  between.outside = [back = liftedBack(build.drape), half, foot](Vec2 uv) {
    const Vec2 at{uv.x - half, uv.y + foot};
    return back(at, 0);
  };
}

/// A place on draped cloth.
struct DrapedPlace {
  LiftedSurface cloth;
  Vec2 flat;
  double lift;
  Vec3 at() const { return cloth(flat, lift); }
};

void addAnchor(const VestBuild& build, const std::string& id, DrapedPlace place) {
  build.draft.body.anchors[id] = Anchor([place = std::move(place)] { return place.at(); });
}

/// The lower wing is the flask's: what is put there lies in the pocket, its middle a little off the wearer.
void addFlaskPlace(const VestBuild& build, VestSide side) {
  constexpr double kFlaskLift = 12;
  const std::string name = vestSideName(side);
  const BulgeShape& s = build.pockets.flask->shape();
  const Vec2 mouth = build.pockets.flask->mouthMiddle();
  const double half = s.half_bottom - 4, low = mouth.y - s.height, turn = side == VestSide::Right ? -1 : 1;
  for (const char* id : {"wing-", "flask-"}) {
    addPlace(
        build,
        {id + name, "wing-outer-" + name, {turn * mouth.x - half, low + 12}, 2 * half, s.height, kFlaskLift});
  }
  const Surface wing = findPiece(build.draft.pack, build.id("wing-outer-" + name))->surface;
  build.draft.body.rooms["flask-" + name] = {
      offsetSurface(reframedSurface(wing, {{turn * mouth.x, low}}), kVestPocketLift), {}, 2 * half, s.height};
  addAnchor(
      build, "flask-" + name,
      {liftedWing(build.drape, side), {turn * mouth.x, low + 8}, build.pockets.flask->cut().rise() / 2});
}

void addWingPlaces(const VestBuild& build, VestSide side) {
  const std::string name = vestSideName(side);
  const bool right = side == VestSide::Right;
  const double in = -build.shape.front_lean, out = in + build.shape.front_width;
  const auto rectangle = [&](double from, double to) { return right ? -to : from; };
  // What other bodies have on their straps finds its place between neckline and armhole, above the flask.
  const double flask_top =
      build.pockets.flask ? build.pockets.flask->mouthMiddle().y : -build.shape.front_length + 20;
  const double high = build.pockets.flask ? std::max(flask_top + 40, -84.0) : -84;
  const double outer = build.shape.strap_width - 22;
  addPlace(build, {"strap-" + name,
                   "wing-outer-" + name,
                   {rectangle(in + 10, outer), flask_top + 12},
                   outer - in - 10,
                   high - flask_top - 12,
                   0.4});
  if (build.pockets.flask) {
    addFlaskPlace(build, side);
  } else {
    addPlace(build, {"wing-" + name,
                     "wing-outer-" + name,
                     {rectangle(in + 12, out - 12), -build.shape.front_length + 46},
                     build.shape.front_width - 24,
                     140,
                     0.4});
  }
  if (build.side_mesh) {
    constexpr double kRim = 5;  // clear of binding and seams
    const double half = 0.5 * std::min(build.shape.side_front, build.shape.side_rear) - kRim;
    const double length = build.shape.side_length - 2 * kRim;
    addPlace(
        build,
        {"side-" + name, "side-wing-" + name, {right ? kRim : -kRim - length, -half}, length, 2 * half, 0.3});
  } else {
    addPlace(build, {"side-" + name,
                     "wing-outer-" + name,
                     {rectangle(out - 60, out - 4), -build.shape.front_armhole - 70},
                     56,
                     66,
                     kVestPocketLift});
  }
}

void addPair(const VestBuild& build, const std::string& id, const DrapedPlace& right) {
  addAnchor(build, id + "-right", right);
  build.draft.body.anchors[id + "-left"] = Anchor([right] {
    const Vec3 at = right.at();
    return Vec3{-at.x, at.y, at.z};
  });
}

/// The wing of one side, roughly; `turn` is 1 on the left and -1 on the right.
class RoughChest final : public Surface::Node {
 public:
  RoughChest(const VestShape& shape, double turn) : wing_(shape), turn_(turn) {}
  Vec3 at(Vec2 flat) const override { return pointAt(flat).at; }
  SurfacePoint pointAt(Vec2 flat) const override {
    const SurfacePoint right = wing_.pointAt({turn_ * flat.x, flat.y});
    return {mirrored(right.at), mirrored(right.normal)};
  }

 private:
  Vec3 mirrored(Vec3 v) const { return {-turn_ * v.x, v.y, v.z}; }

  RoughWing wing_;
  double turn_;
};

/// Upper and lower sternum strap: 110 apart, the upper one 50-90 below the breastbone's notch.
void addChestLine(const VestBuild& build, VestSide side) {
  constexpr double kFromEdge = 11;  // clear of the edge's binding
  const double turn = side == VestSide::Right ? -1 : 1;
  const Polyline inner = edgeOf(build.outlines.wing, "inner").points;
  const double length = lengthOf(inner);
  ChestLine line;
  line.piece = build.id("wing-outer-" + std::string(vestSideName(side)));
  for (const Vec2& p : refined(stretchOf(inner, 0.1 * length, 0.9 * length), 16)) {
    line.points.push_back({turn * (p.x + kFromEdge), p.y});
    line.inward.push_back({-turn, 0});
  }
  line.cloth = findPiece(build.draft.pack, line.piece)->surface;
  line.roughly = Surface(std::make_shared<const RoughChest>(build.shape, turn));
  line.lift_mm = 0.3;
  line.to_edge_mm = kFromEdge;
  line.upper_mm = 0.30 * length;
  line.lower_mm = 0.62 * length;
  build.draft.body.chest_lines[vestSideName(side)] = std::move(line);
}

void addAnchors(const VestBuild& build) {
  const LiftedSurface back = liftedBack(build.drape), side = liftedSide(build.drape, VestSide::Right);
  addPair(build, "hip", {side, {build.shape.side_length / 2, 0}, 1});
  const std::vector<Edge>& half = build.outlines.back_half;
  const Polyline& shoulder = edgeOf(half, "shoulder").points;
  addPair(build, "strap-top", {back, glm::mix(shoulder[0], shoulder[1], 0.5), 1});
  addPair(build, "strap-bottom", {back, edgeOf(half, "side").points.front() - Vec2{8, 0}, 1});
  const Polyline& flank = edgeOf(half, "side").points;
  addPair(build, "side-top", {back, flank.back(), 1});
  addPair(build, "side-bottom", {back, flank.front(), 1});
  addAnchor(build, "haul-loop", {back, {0, -build.shape.neck_drop - 8}, kVestOuterLift});
  build.draft.body.anchors["bladder-hanger"] = Anchor([main = build.main] {
    return main->footprintAt({0, main->shape().top - 8});
  });
}

/// A line of a piece (flat points) in space.
SeamCurve curveOn(const Surface& surface, const Polyline& line) {
  SeamCurve curve;
  for (const Vec2& p : line) {
    const SurfacePoint point = surface.pointAt(p);
    if (!curve.path.empty() && glm::distance(curve.path.back(), point.at) < 0.5) continue;
    curve.path.push_back(point.at);
    curve.normals.push_back(point.normal);
  }
  return curve;
}

void addSeamLine(const VestBuild& build, const std::string& id, const RunPart& run) {
  const Piece& piece = *findPiece(build.draft.pack, run.piece);
  build.draft.body.seams[id] = {
      id, run, [surface = piece.surface, line = refined(findEdge(piece, run.edge)->points, 8)] {
        return curveOn(surface, line);
      }};
}

void addSeamLines(const VestBuild& build) {
  // Outlines run counter-clockwise: left down, bottom, right up. The panel's seam to the gusset is one line.
  Polyline line;
  for (const char* name : {"right", "bottom", "left"}) {
    for (const Vec2& p : reversed(edgeOf(build.main->panel(), name).points)) line.push_back(p);
  }
  build.draft.body.seams["front-seam"] = {
      "front-seam", vestRun(build, "main-gusset", "panel"),
      [panel = findPiece(build.draft.pack, build.id("main-outer"))->surface, line] {
        return curveOn(panel, line);
      }};
  addSeamLine(build, "bottom-seam", vestRun(build, "back-outer", "hem"));
  for (const VestSide side : kVestSides) {
    const std::string name = vestSideName(side);
    addSeamLine(build, "edge-" + name, vestRun(build, "wing-outer-" + name, "inner"));
  }
}

}  // namespace

void addVestPlaces(const VestBuild& build) {
  addMainPlaces(build);
  addBladderPlace(build);
  for (const VestSide side : kVestSides) {
    addWingPlaces(build, side);
    addChestLine(build, side);
  }
  addAnchors(build);
  addSeamLines(build);
}

}  // namespace configurator
