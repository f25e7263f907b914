// The vest's own pockets besides the main one: a flask pocket on each wing, a stash pocket on each flask
// pocket, and a two-layer kangaroo low on the main panel. All are stretch, sewn on by their sides and bottom.
#include <algorithm>

#include "configurator/pack/body_vest_parts.h"

namespace configurator {
namespace {

// Girth of a mouth at rest over the girth with its mesh stretched: the gauge of 75 and 110 for a flask's
// neck.
constexpr double kRelaxedGirth = 0.68;
constexpr double kRelaxed = kRelaxedGirth * kMeshStretch.x;  // elastic over a wide mouth as cut

/// A pocket to be sewn on a base piece; a mirrored one is the mirror image of its bulge.
struct SewnPocket {
  std::string name, title, code, base_piece;
  BulgePtr bulge;
  bool mirrored = false;
};

/// Where it is sewn, in the flat frame of its own base piece: down the left, along the bottom, up the right.
Polyline placeOf(const SewnPocket& pocket) {
  const Polyline line = pocket.bulge->footprint();
  return pocket.mirrored ? reversed(mirroredX(line)) : line;
}

std::vector<Edge> edgesOf(const SewnPocket& pocket) {
  if (!pocket.mirrored) return pocket.bulge->edges();
  std::vector<Edge> edges = flippedEdges(pocket.bulge->edges());
  for (Edge& edge : edges) {
    if (edge.name == "left" || edge.name == "right") edge.name = edge.name == "left" ? "right" : "left";
  }
  return edges;
}

void addPocketSeam(const VestBuild& build, const SewnPocket& pocket) {
  Polyline line = placeOf(pocket);
  addMark(build.draft, pocket.base_piece, {pocket.name + "-place", MarkKind::Placement, std::move(line)});
  Run run;
  for (const char* edge : {"left", "bottom", "right"}) run.push_back(vestRun(build, pocket.name, edge));
  // Cut fuller than its place, so that it fills out; the fullness is gathered in at the lower corners.
  VestSeam seam{pocket.name + "-seam",
                pocket.title + " to its place",
                {run, {{pocket.base_piece, pocket.name + "-place"}}},
                "S08"};
  seam.seam_class = "2.02.03";
  seam.ratio = pocket.bulge->shape().gather;
  addVestSeam(build, seam);
}

void addElasticMouth(const VestBuild& build, const std::string& piece, const std::string& edge,
                     const std::string& title) {
  StitchLine line;
  line.id = build.id(piece + "-" + edge + "-mouth");
  line.name = "Elastic mouth of " + title;
  line.assembly = build.call.assembly;
  line.purpose = "elastic mouth";
  line.run = {vestRun(build, piece, edge)};
  line.stitch = "406";
  line.seam_class = "7.26.01";
  line.operation = "S07";
  addStitchLine(build.draft, std::move(line));
}

/// Half the way round a mouth with its mesh stretched: over the pocket, and back along its base.
double stretchedHalfGirth(const Bulge& pocket) {
  return (kMeshStretch.x * pocket.mouth_mm() + 2 * pocket.shape().half_top) / 2;
}

/// Elastic as cut. Round a flask the base keeps its width, so that the elastic alone has to give: it is as
/// much shorter. (The gauge's own 110 would not let in the 75 mm flask it is named for, which is 118 half
/// round; its ratio is what holds a neck.)
double elasticLength(const Bulge& pocket, bool round_flask) {
  if (!round_flask) return kRelaxed * pocket.mouth_mm();
  return 2 * (kRelaxedGirth * stretchedHalfGirth(pocket) - pocket.shape().half_top);
}

/// The binding just inside a mouth.
RibbonShape mouthBand(const Surface& surface, const Polyline& mouth) {
  RibbonShape band;
  band.width_mm = 10;
  band.thickness_mm = 1.8;
  for (const Vec2& p : refined(mouth, 7)) {
    const Vec2 at = p - Vec2{0, 4};
    band.normals.push_back(normalAt(surface, at));
    band.path.push_back(surface(at) - 0.2 * band.normals.back());
  }
  return band;
}

void addMouth(const VestBuild& build, const SewnPocket& pocket) {
  addElasticMouth(build, pocket.name, "top", pocket.title);
  const Piece& piece = *findPiece(build.draft.pack, build.id(pocket.name));
  Fitting elastic;
  elastic.id = build.id(pocket.name + "-elastic");
  elastic.name = "Elastic binding, " + pocket.title;
  elastic.assembly = build.call.assembly;
  elastic.zone = "edge-binding";
  elastic.item = build.draft.item("edge-binding").id;
  elastic.placement = "mouth of " + pocket.title;
  elastic.amount = elasticLength(*pocket.bulge, pocket.bulge == build.pockets.flask) / 1000;
  elastic.shapes.emplace_back([surface = piece.surface, mouth = findEdge(piece, "top")->points] {
    return mouthBand(surface, mouth);
  });
  addFitting(build.draft, std::move(elastic));
}

void addMouthTacks(const VestBuild& build, const SewnPocket& pocket) {
  const Polyline place = placeOf(pocket);
  for (const bool last : {false, true}) {
    const Vec2 at = (last ? place.back() : place.front()) - Vec2{0, 3};
    addTack(build.draft, {build.id(pocket.name + (last ? "-tack-2" : "-tack-1")), build.call.assembly,
                          pocket.base_piece, "mouth end of " + pocket.title, TackType::Bartack28, at, 90});
  }
}

void addSewnPocket(const VestBuild& build, const SewnPocket& pocket) {
  Piece piece = makeVestPiece(build, {pocket.name, pocket.title, "pocket-mesh", "mesh"});
  piece.code = build.id(pocket.code);
  piece.mirrored = pocket.mirrored;
  piece.edges = edgesOf(pocket);
  const Surface surface = [bulge = pocket.bulge](Vec2 flat) { return bulge->at(flat); };
  piece.surface = pocket.mirrored ? mirroredSurface(surface) : surface;
  piece.grain = {1, 0};  // greatest stretch across the mouth
  addPiece(build.draft, std::move(piece));
  addPocketSeam(build, pocket);
  addMouth(build, pocket);
  addMouthTacks(build, pocket);
  build.draft.pack.compartments.push_back(
      {build.id(pocket.name), pocket.title, pocket.bulge->litres(), false, {build.id(pocket.name)}});
}

/// The mouth is drawn in round the flask's neck by a cord with a lock: stretch cloth alone lets it hop out.
void addNeckCord(const VestBuild& build, const SewnPocket& pocket) {
  // The lock stands on the pocket, clear of its corner, where it would press on the chest.
  constexpr double kCord = 3, kTails = 120, kBelowMouth = 6, kLockUnder = 4, kLockFromEnd = 18;
  const Piece& piece = *findPiece(build.draft.pack, build.id(pocket.name));
  Polyline line = findEdge(piece, "top")->points;
  for (Vec2& point : line) point.y -= kBelowMouth;
  const Shape way([cloth = piece.surface, line] {
    CordShape shape;
    shape.radius_mm = kCord / 2;
    for (const Vec2& at : refined(line, 16)) {
      const SurfacePoint point = cloth.pointAt(at);
      shape.path.push_back(point.at + kCord * point.normal);
    }
    return shape;
  });
  const Vec2 locked = pointAlong(line, lengthOf(line) - kLockFromEnd);
  const Shape lock([cloth = piece.surface, locked] {
    const SurfacePoint point = cloth.pointAt(locked);
    return ModelShape{
        "cord-lock", point.at + (kCord + kLockUnder) * point.normal, {0, -1, 0}, point.normal, 1};
  });
  addFitting(build.draft, {build.id(pocket.name + "-cord"),
                           "Neck cord, " + pocket.title,
                           build.call.assembly,
                           "cord",
                           build.draft.item("cord", kCord).id,
                           "round the neck of " + pocket.title,
                           (pocket.bulge->mouth_mm() + kTails) / 1000,
                           true,
                           {way}});
  addFitting(build.draft, {build.id(pocket.name + "-lock"),
                           "Cord lock, " + pocket.title,
                           build.call.assembly,
                           "hardware",
                           build.draft.catalog.itemOf("cl", 0).id,
                           "on the neck cord of " + pocket.title,
                           1,
                           true,
                           {lock}});
  addWork(build.draft, {build.id(pocket.name + "-threading"),
                        "F02",
                        build.call.assembly,
                        1,
                        0,
                        {build.id(pocket.name + "-cord")}});
}

void addWingPockets(const VestBuild& build, VestSide side) {
  const std::string name = vestSideName(side);
  const bool mirrored = side == VestSide::Right;
  const SewnPocket flask{"flask-pocket-" + name,         "flask pocket, " + name, "flask-pocket",
                         build.id("wing-outer-" + name), build.pockets.flask,     mirrored};
  addSewnPocket(build, flask);
  if (build.flask_cord) addNeckCord(build, flask);
  addSewnPocket(build, {"stash-" + name, "stash pocket, " + name, "stash", build.id("flask-pocket-" + name),
                        build.pockets.stash, mirrored});
}

std::vector<Edge> passThroughEdges(const Bulge& kangaroo) {
  const BulgeShape& s = kangaroo.shape();
  const Vec2 mouth = kangaroo.mouthMiddle();
  const double low = mouth.y - s.height, high = mouth.y + 14;
  const Vec2 corners[4] = {{s.corner - s.half_bottom, low},
                           {s.half_bottom - s.corner, low},
                           {s.half_top - 6, high},
                           {6 - s.half_top, high}};
  const Vec2 hollow{-10, 0};
  const Polyline right = bezierLine({corners[1], glm::mix(corners[1], corners[2], 0.3) + hollow,
                                     glm::mix(corners[1], corners[2], 0.7) + hollow, corners[2]});
  return {{"bottom", {corners[0], corners[1]}, 8, EdgeFinish::Raw},
          {"right", right, 0, EdgeFinish::Bound},
          {"top", {corners[2], corners[3]}, 8, EdgeFinish::Raw},
          {"left", reversed(mirroredX(right)), 0, EdgeFinish::Bound}};
}

/// The layer under the kangaroo's outer one: sewn along its top and bottom, open at both sides for poles or a
/// jacket.
void addPassThrough(const VestBuild& build) {
  Piece piece =
      makeVestPiece(build, {"kangaroo-inner", "kangaroo pocket, pass-through layer", "pocket-mesh", "mesh"});
  const std::vector<Edge> edges = passThroughEdges(*build.pockets.kangaroo);
  piece.edges = edges;
  piece.grain = {1, 0};
  piece.surface = atLift(liftedPanel(build.main), 0.7);
  addPiece(build.draft, std::move(piece));
  for (const char* edge : {"bottom", "top"}) {
    const std::string mark = std::string("kangaroo-inner-") + edge;
    addMark(build.draft, build.id("main-outer"), {mark, MarkKind::Placement, edgeOf(edges, edge).points});
    VestSeam seam{mark,
                  std::string("Pass-through layer to outer panel, ") + edge,
                  {{vestRun(build, "kangaroo-inner", edge)}, {vestRun(build, "main-outer", mark)}},
                  "S08"};
    seam.seam_class = "2.02.03";
    addVestSeam(build, seam);
  }
  for (const char* edge : {"left", "right"})
    addElasticMouth(build, "kangaroo-inner", edge, "pass-through opening");
  Fitting elastic;
  elastic.id = build.id("kangaroo-inner-elastic");
  elastic.name = "Elastic binding, pass-through openings";
  elastic.assembly = build.call.assembly;
  elastic.zone = "edge-binding";
  elastic.item = build.draft.item("edge-binding").id;
  elastic.placement = "sides of the pass-through layer";
  elastic.amount = 2 * 0.9 * lengthOf(edgeOf(edges, "left").points) / 1000;
  addFitting(build.draft, std::move(elastic));
}

}  // namespace

void addVestPockets(const VestBuild& build) {
  if (build.pockets.flask) {
    for (const VestSide side : kVestSides) addWingPockets(build, side);
    const BulgeShape& s = build.pockets.flask->shape();
    addMeasure(build.draft, "P", s.height);
    const Bulge& flask = *build.pockets.flask;
    addMeasure(build.draft, "Q", elasticLength(flask, true) / 2 + s.half_top);
    addMeasure(build.draft, "QX", stretchedHalfGirth(flask));
  }
  if (!build.pockets.kangaroo) return;
  addPassThrough(build);
  addSewnPocket(build,
                {"kangaroo", "kangaroo pocket", "kangaroo", build.id("main-outer"), build.pockets.kangaroo});
}

}  // namespace configurator
