// What finishes the vest's edges: stretch binding round every free edge, tacks at the corners that pull, and
// side adjusters where there is no side mesh.
#include <cmath>

#include "configurator/pack/body_vest_parts.h"

namespace configurator {
namespace {

/// A stretch of a free edge with the surface it lies on; `lift` from the middle of the cloth.
struct FreeEdge {
  std::string piece, edge;
  double from = 0, to = -1;
  LiftedSurface surface;
};

/// A closed or open way along free edges that one length of binding covers.
struct BoundWay {
  std::string name, title;
  std::vector<FreeEdge> edges;
  double ease = 1;  ///< binding over edge: shorter on hollow curves, so that they hug
};

constexpr double kBindingWidth = 10, kBindingThickness = 4.6;

/// The folded binding straddles the edge: a band just inside it, as thick as all it covers.
RibbonShape bandAlong(const Polyline& line, const LiftedSurface& surface) {
  RibbonShape band;
  band.width_mm = kBindingWidth;
  band.thickness_mm = kBindingThickness;
  const Polyline fine = refined(line, 7);
  Vec2 last{1e9, 1e9};
  for (std::size_t i = 0; i < fine.size(); ++i) {
    const Vec2 along = fine[std::min(i + 1, fine.size() - 1)] - fine[i > 0 ? i - 1 : 0];
    if (glm::distance(fine[i], last) < 3 && i + 1 < fine.size()) continue;
    last = fine[i];
    const Vec2 inward = glm::normalize(Vec2{-along.y, along.x});  // outlines run counter-clockwise
    const Vec2 at = fine[i] + (kBindingWidth / 2 - 1.5) * inward;
    const Vec3 inside = surface(at, -kBindingThickness / 2 - 0.6);
    band.normals.push_back(glm::normalize(surface(at, kBindingThickness) - inside));
    band.path.push_back(inside);
  }
  return band;
}

/// Free stretches of an edge beside the seam that takes its middle.
void addRest(std::vector<FreeEdge>& edges, const FreeEdge& whole, double length, const Vec2& taken) {
  FreeEdge rest = whole;
  rest.from = 0;
  rest.to = taken.x;
  if (taken.x > 0.5) edges.push_back(rest);
  rest.from = taken.y;
  rest.to = length;
  if (length - taken.y > 0.5) edges.push_back(rest);
}

/// Side edges of back and wing that the side wing leaves free.
void addSideRests(const VestBuild& build, VestSide side, std::vector<FreeEdge>& edges) {
  const std::string name = vestSideName(side);
  const FreeEdge back{"back-outer", "side-" + name, 0, -1, liftedBack(build.drape)};
  const FreeEdge wing{"wing-outer-" + name, "outer", 0, -1, liftedWing(build.drape, side)};
  if (!build.side_mesh) {
    edges.push_back(back);
    edges.push_back(wing);
    return;
  }
  const SideSeam& at = build.outlines.seam;
  const double back_length = lengthOf(edgeOf(build.outlines.back, "side-" + name).points);
  const double wing_length = lengthOf(edgeOf(build.outlines.wing, "outer").points);
  const bool right = side == VestSide::Right;
  const auto turned = [](Vec2 taken, double length, bool turn) {
    return turn ? Vec2{length - taken.y, length - taken.x} : taken;
  };
  addRest(edges, back, back_length, turned({at.back_from, at.back_to}, back_length, !right));
  addRest(edges, wing, wing_length, turned({at.wing_from, at.wing_to}, wing_length, right));
}

std::vector<BoundWay> boundWays(const VestBuild& build) {
  const LiftedSurface back = liftedBack(build.drape);
  std::vector<BoundWay> ways;
  BoundWay front{"neck", "neck and front edges", {{"back-outer", "neck", 0, -1, back}}, 0.97};
  BoundWay lower{"lower", "hem, lower edges of the wings", {{"back-outer", "hem", 0, -1, back}}, 1.0};
  for (const VestSide side : kVestSides) {
    const std::string name = vestSideName(side);
    const LiftedSurface wing = liftedWing(build.drape, side);
    front.edges.push_back({"wing-outer-" + name, "inner", 0, -1, wing});
    lower.edges.push_back({"wing-outer-" + name, "bottom", 0, -1, wing});
    addSideRests(build, side, lower.edges);
    BoundWay arm{"armhole-" + name, "armhole, " + name, {}, 0.96};
    arm.edges = {{"back-outer", "armhole-" + name, 0, -1, back},
                 {"wing-outer-" + name, "armhole", 0, -1, wing}};
    if (build.side_mesh) {
      const LiftedSurface mesh = liftedSide(build.drape, side);
      arm.edges.push_back({"side-wing-" + name, "top", 0, -1, mesh});
      lower.edges.push_back({"side-wing-" + name, "bottom", 0, -1, mesh});
    }
    ways.push_back(std::move(arm));
  }
  ways.push_back(std::move(front));
  ways.push_back(std::move(lower));
  return ways;
}

void addBinding(const VestBuild& build, const BoundWay& way) {
  constexpr double kLap = 30;  // the ends lie over each other
  StitchLine line{build.id(way.name + "-binding"),
                  "Edge binding of " + way.title,
                  build.call.assembly,
                  "edge binding",
                  {}};
  Fitting binding{build.id(way.name + "-edge"),
                  "Stretch edge binding, " + way.title,
                  build.call.assembly,
                  "edge-binding",
                  build.draft.item("edge-binding").id,
                  way.title,
                  0,
                  true,
                  {}};
  for (const FreeEdge& edge : way.edges) {
    line.run.push_back(vestRun(build, edge.piece, edge.edge, edge.from, edge.to));
    const Piece& piece = *findPiece(build.draft.pack, build.id(edge.piece));
    const Polyline& points = findEdge(piece, edge.edge)->points;
    const Polyline stretch = edge.to < 0 ? points : stretchOf(points, edge.from, edge.to);
    binding.shapes.emplace_back([stretch, surface = edge.surface] { return bandAlong(stretch, surface); });
  }
  line.stitch = "406";
  line.seam_class = "3.03.01";
  line.operation = "S07";
  line.stitches_per_inch = 9;
  binding.amount = (way.ease * lengthOf(build.draft.pack, line.run) + kLap) / 1000;
  addStitchLine(build.draft, std::move(line));
  addFitting(build.draft, std::move(binding));
}

void addCornerTacks(const VestBuild& build) {
  for (const VestSide side : kVestSides) {
    const std::string name = vestSideName(side);
    const std::string on = build.id(build.side_mesh ? "side-wing-" + name : "wing-outer-" + name);
    const Piece& piece = *findPiece(build.draft.pack, on);
    int number = 0;
    for (const Edge& edge : piece.edges) {
      if (build.side_mesh ? false : edge.name != "outer") continue;
      const Vec2 inside = edge.points.front() + 0.06 * (centroidOf(outlineOf(piece)) - edge.points.front());
      addTack(build.draft, {build.id("side-tack-" + name + "-" + std::to_string(++number)),
                            build.call.assembly, on, "side seam end", TackType::Bartack28, inside, 90});
    }
    const Piece& wing = *findPiece(build.draft.pack, build.id("wing-outer-" + name));
    const Polyline& shoulder = findEdge(wing, "shoulder")->points;
    for (const bool last : {false, true}) {
      const Vec2 at = last ? shoulder.back() : shoulder.front();
      addTack(build.draft, {build.id("shoulder-tack-" + name + (last ? "-2" : "-1")), build.call.assembly,
                            wing.id, "shoulder seam end", TackType::Bartack28,
                            at + 0.1 * (glm::mix(shoulder.front(), shoulder.back(), 0.5) - at), 0});
    }
  }
}

/// From the back body over the ribs to the wing, at a height in parts of the side's half width.
RibbonShape adjusterBand(const VestShape& shape, const LiftedSurface& mesh, VestSide side, double level) {
  const double turn = side == VestSide::Right ? 1 : -1;
  RibbonShape band;
  band.width_mm = 15;
  for (int i = 0; i <= 18; ++i) {
    const double t = i / 18.0;
    const double half = shape.side_rear + (shape.side_front - shape.side_rear) * t;
    const Vec2 at{turn * t * shape.side_length, level * half};
    band.path.push_back(mesh(at, 1));
    band.normals.push_back(normalAt(atLift(mesh, 0), at));
  }
  return band;
}

ModelShape adjusterLock(const RibbonShape& band) {
  return {"ladder-lock", band.path[15] + 1.5 * band.normals[15],
          glm::normalize(band.path[16] - band.path[14]), band.normals[15], 15.0 / 20};
}

/// Two 15 mm webbings a side, from a tab on the back body through a ladder lock on the wing.
void addAdjusters(const VestBuild& build, VestSide side) {
  PackDraft& draft = build.draft;
  const LiftedSurface mesh = liftedSide(build.drape, side);
  for (const bool upper : {true, false}) {
    const std::string name = std::string("adjuster-") + (upper ? "upper-" : "lower-") + vestSideName(side);
    const Shape band([shape = build.shape, mesh, side, level = upper ? 0.3 : -0.3] {
      return adjusterBand(shape, mesh, side, level);
    });
    const Shape lock([band] { return adjusterLock(std::get<RibbonShape>(band.drawn())); });
    addFitting(draft, {build.id(name),
                       "Side adjuster webbing",
                       build.call.assembly,
                       "webbing",
                       draft.item("webbing", 15).id,
                       std::string("side, ") + vestSideName(side),
                       kVestAdjusterMm / 1000,
                       true,
                       {band}});
    addFitting(draft, {build.id(name + "-lock"),
                       "Side adjuster ladder lock",
                       build.call.assembly,
                       "ladder-lock",
                       draft.item("ladder-lock", 15).id,
                       std::string("wing, ") + vestSideName(side),
                       1,
                       true,
                       {lock}});
    addWork(draft, {build.id(name + "-set"), "S17", build.call.assembly, 1, 0, {build.id(name)}});
  }
}

}  // namespace

void addVestTrim(const VestBuild& build) {
  for (const BoundWay& way : boundWays(build)) addBinding(build, way);
  addCornerTacks(build);
  if (build.side_mesh) return;
  for (const VestSide side : kVestSides) addAdjusters(build, side);
}

}  // namespace configurator
