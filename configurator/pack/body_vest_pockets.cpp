// The vest's own pockets besides the main one: a flask pocket on each wing, a stash pocket on each flask
// pocket, and a two-layer kangaroo low on the main panel. All are stretch, sewn on by their sides and bottom.
#include "configurator/pack/body_vest_parts.h"

namespace configurator {
namespace {

/// A pocket to be sewn on a base piece.
struct PocketOnBase {
  std::string name, title, code, base_piece, where;
  BulgePtr bulge;
  LiftedSurface base;
  Vec2 at{0, 0};
  bool mirrored = false;
  double lift = kVestPocketLift;
};

void addPocketSeam(const VestBuild& build, const PocketOnBase& pocket) {
  Polyline line = pocket.bulge->footprint();
  for (Vec2& p : line) p += pocket.at;
  const double placed = lengthOf(line);
  addMark(build.draft, pocket.base_piece, {pocket.name + "-place", MarkKind::Placement, std::move(line)});
  Run run;
  double cut = 0;
  for (const char* edge : {"left", "bottom", "right"}) {
    run.push_back(vestRun(build, pocket.name, edge));
    cut += lengthOf(edgeOf(pocket.bulge->edges(), edge).points);
  }
  // Cut fuller than its place, so that it fills out; the fullness is gathered in at the lower corners.
  addVestSeam(build, {pocket.name + "-seam",
                      pocket.title + " to its place",
                      {run, {{pocket.base_piece, pocket.name + "-place"}}},
                      "S08",
                      "301",
                      "2.02.03",
                      cut / placed});
}

void addMouth(const VestBuild& build, const PocketOnBase& pocket, const Surface& surface) {
  constexpr double kRelaxed = 0.68;  // elastic over stretched mouth: gauge 75 relaxed, 110 stretched
  StitchLine line{build.id(pocket.name + "-mouth"),
                  "Elastic mouth of " + pocket.title,
                  build.call.assembly,
                  "elastic mouth",
                  {vestRun(build, pocket.name, "top")}};
  line.stitch = "406";
  line.seam_class = "7.26.01";
  line.operation = "S07";
  addStitchLine(build.draft, std::move(line));
  const Edge top = edgeOf(pocket.bulge->edges(), "top");
  RibbonShape band;
  band.width_mm = 10;
  band.thickness_mm = 1.8;
  for (const Vec2& p : refined(top.points, 7)) {
    const Vec2 at = p - Vec2{0, 4};
    band.normals.push_back(normalAt(surface, at));
    band.path.push_back(surface(at) - 0.2 * band.normals.back());
  }
  addFitting(build.draft, {build.id(pocket.name + "-elastic"),
                           "Elastic binding, " + pocket.title,
                           build.call.assembly,
                           "edge-binding",
                           build.draft.item("edge-binding").id,
                           "mouth of " + pocket.title,
                           kRelaxed * pocket.bulge->mouth_mm() / 1000,
                           true,
                           {band}});
  for (const bool right : {false, true}) {
    const double x = (right ? 1 : -1) * pocket.bulge->shape().half_top;
    addTack(build.draft, {build.id(pocket.name + (right ? "-tack-right" : "-tack-left")), build.call.assembly,
                          pocket.base_piece, "mouth end of " + pocket.title, TackType::Bartack28,
                          pocket.at + Vec2{x, pocket.bulge->shape().height - 3}, 90});
  }
}

Surface addPocketOnBase(const VestBuild& build, const PocketOnBase& pocket) {
  Piece piece = makeVestPiece(build, {pocket.name, pocket.title, "pocket-mesh", "mesh"});
  piece.code = build.id(pocket.code);
  piece.mirrored = pocket.mirrored;
  piece.edges = pocket.bulge->edges();
  piece.surface = bulgeSurface(pocket.bulge, pocket.base, pocket.at, pocket.lift);
  piece.grain = {1, 0};
  const Surface surface = piece.surface;
  addPiece(build.draft, std::move(piece));
  addPocketSeam(build, pocket);
  addMouth(build, pocket, surface);
  build.draft.pack.compartments.push_back(
      {build.id(pocket.name), pocket.title, pocket.bulge->litres(), false, {build.id(pocket.name)}});
  return surface;
}

void addWingPockets(const VestBuild& build, VestSide side) {
  const std::string name = vestSideName(side);
  const double turn = side == VestSide::Right ? -1 : 1;
  const Vec2 at{turn * build.pockets.flask_at.x, build.pockets.flask_at.y};
  const Surface flask = addPocketOnBase(
      build, {"flask-pocket-" + name, "flask pocket, " + name, "flask-pocket", build.id("wing-outer-" + name),
              "wing", build.pockets.flask, liftedWing(build.drape, side), at, side == VestSide::Right});
  if (!build.pockets.stash) return;
  const Vec2 stash{turn * build.pockets.stash_at.x, build.pockets.stash_at.y};
  addPocketOnBase(
      build, {"stash-" + name, "stash pocket, " + name, "stash", build.id("flask-pocket-" + name),
              "flask pocket", build.pockets.stash, liftedOver(flask), stash, side == VestSide::Right, 0.8});
}

/// The layer under the kangaroo's outer one: sewn along its top and bottom, open at both sides for poles or a
/// jacket.
void addPassThrough(const VestBuild& build) {
  const BulgeShape& s = build.pockets.kangaroo->shape();
  const Vec2 at = build.pockets.kangaroo_at;
  const Vec2 corners[4] = {at + Vec2{-s.half_bottom + s.corner, 0}, at + Vec2{s.half_bottom - s.corner, 0},
                           at + Vec2{s.half_top - 6, s.height + 14},
                           at + Vec2{-s.half_top + 6, s.height + 14}};
  const Vec2 hollow{-10, 0};
  Piece piece =
      makeVestPiece(build, {"kangaroo-inner", "Kangaroo pocket, pass-through layer", "pocket-mesh", "mesh"});
  piece.edges = {{"bottom", {corners[0], corners[1]}, 8, EdgeFinish::Raw},
                 {"right",
                  bezierLine({corners[1], glm::mix(corners[1], corners[2], 0.3) + hollow,
                              glm::mix(corners[1], corners[2], 0.7) + hollow, corners[2]}),
                  0, EdgeFinish::Bound},
                 {"top", {corners[2], corners[3]}, 8, EdgeFinish::Raw},
                 {"left",
                  bezierLine({corners[3], glm::mix(corners[3], corners[0], 0.3) - hollow,
                              glm::mix(corners[3], corners[0], 0.7) - hollow, corners[0]}),
                  0, EdgeFinish::Bound}};
  piece.grain = {1, 0};
  piece.surface = atLift(liftedOver([main = build.main](Vec2 p) { return main->panelAt(p); }), 0.7);
  const std::vector<Edge> edges = piece.edges;
  addPiece(build.draft, std::move(piece));
  for (const char* edge : {"bottom", "top"}) {
    const std::string mark = std::string("kangaroo-inner-") + edge;
    addMark(build.draft, build.id("main-outer"), {mark, MarkKind::Placement, edgeOf(edges, edge).points});
    addVestSeam(build, {mark,
                        std::string("Pass-through layer to outer panel, ") + edge,
                        {{vestRun(build, "kangaroo-inner", edge)}, {vestRun(build, "main-outer", mark)}},
                        "S08",
                        "301",
                        "2.02.03"});
  }
  for (const char* edge : {"left", "right"}) {
    StitchLine line{build.id(std::string("kangaroo-inner-") + edge + "-binding"),
                    "Elastic binding of the pass-through opening",
                    build.call.assembly,
                    "elastic mouth",
                    {vestRun(build, "kangaroo-inner", edge)}};
    line.stitch = "406";
    line.operation = "S07";
    addStitchLine(build.draft, std::move(line));
  }
  const double metres = 2 * 0.9 * lengthOf(edgeOf(edges, "left").points) / 1000;
  addFitting(build.draft, {build.id("kangaroo-inner-elastic"),
                           "Elastic binding, pass-through",
                           build.call.assembly,
                           "edge-binding",
                           build.draft.item("edge-binding").id,
                           "sides of the pass-through layer",
                           metres,
                           true,
                           {}});
}

}  // namespace

double VestPockets::litres() const {
  double sum = 0;
  if (flask) sum += 2 * flask->litres();
  if (stash) sum += 2 * stash->litres();
  if (kangaroo) sum += kangaroo->litres();
  return sum;
}

void addVestPockets(const VestBuild& build) {
  if (build.pockets.flask) {
    for (const VestSide side : kVestSides) addWingPockets(build, side);
    const BulgeShape& s = build.pockets.flask->shape();
    addMeasure(build.draft, "P", s.height);
    // Half the girth of the mouth, at the elastic's own length.
    addMeasure(build.draft, "Q", 0.68 * (build.pockets.flask->mouth_mm() + 2 * s.half_top) / 2);
  }
  if (!build.pockets.kangaroo) return;
  addPassThrough(build);
  addPocketOnBase(
      build, {"kangaroo", "kangaroo pocket", "kangaroo", build.id("main-outer"), "main panel",
              build.pockets.kangaroo, liftedOver([main = build.main](Vec2 p) { return main->panelAt(p); }),
              build.pockets.kangaroo_at, false});
}

}  // namespace configurator
