// The mouth of the roll-top: hem, stiffener, and what holds the roll: a buckle over the top, or straps at
// both sides.
#include <cmath>
#include <utility>

#include "configurator/pack/body_roll_top_parts.h"

namespace configurator {
namespace {

constexpr double kWebbing = 20;
constexpr double kThickness = 1.3;
constexpr double kTurnUnder = 80;   // webbing sewn to the stiffener's end and round the buckle's bar
constexpr double kSideStrap = 350;  // lower side strap with its tail
constexpr double kBuckleHalf = 27;  // from a 20 mm buckle's middle to its bar
constexpr double kPatchWidth = 40, kPatchHeight = 60;

Fitting closureFitting(const RollTopBuild& build, const std::string& name, const std::string& zone) {
  Fitting fitting;
  fitting.id = build.id(name);
  fitting.assembly = build.call.assembly;
  fitting.zone = zone;
  fitting.item = build.draft.item(zone, kWebbing).id;
  return fitting;
}

void addHem(const RollTopBuild& build) {
  StitchLine hem;
  hem.id = build.id("mouth-hem");
  hem.name = "Mouth hem over the stiffener";
  hem.assembly = build.call.assembly;
  hem.purpose = "double turned hem, 25";
  hem.run = {{build.id("front"), "top", 0, -1}, {build.id("wrap"), "top", 0, -1}};
  hem.seam_class = "6.03.01";
  addStitchLine(build.draft, std::move(hem));
  Fitting stiffener = closureFitting(build, "mouth-stiffener", "webbing");
  stiffener.name = "Mouth stiffener, webbing";
  stiffener.placement = "in the mouth hem, back layer";
  stiffener.amount = (build.shape->girth() / 2 + 20) / 1000;
  stiffener.shapes.emplace_back([shape = build.shape] {
    RibbonShape ribbon;
    ribbon.path = shape->rollCore(shape->cutHeight() - 12, &ribbon.normals);
    ribbon.width_mm = kWebbing;
    ribbon.thickness_mm = kThickness;
    return ribbon;
  });
  addFitting(build.draft, std::move(stiffener));
}

/// A smooth curve from `from`, leaving along `away`, to `to`, arriving along `arriving` (lengths steer).
struct Curve {
  Vec3 from, away, to, arriving;
};

std::vector<Vec3> curveLine(const Curve& curve) {
  const Vec3 p1 = curve.from + curve.away / 3.0;
  const Vec3 p2 = curve.to - curve.arriving / 3.0;
  std::vector<Vec3> line;
  constexpr int kSteps = 16;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const double s = 1 - t;
    line.push_back(s * s * s * curve.from + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * curve.to);
  }
  return line;
}

/// A band along a line in an upright plane z = const, its face turned away from `centre`.
RibbonShape bandAway(std::vector<Vec3> line, Vec3 centre) {
  RibbonShape ribbon;
  ribbon.width_mm = kWebbing;
  ribbon.thickness_mm = kThickness;
  for (const Vec3& p : line)
    ribbon.normals.push_back(glm::normalize(Vec3{p.x - centre.x, p.y - centre.y, 0.0}));
  ribbon.path = std::move(line);
  return ribbon;
}

/// One end of the roll: where its core ends and which way it points.
struct RollEnd {
  Vec3 at, away;
};

RollEnd rollEnd(const RollTopShape& shape, bool right) {
  const std::vector<Vec3> core = shape.rollCore(shape.cutHeight(), nullptr);
  const std::size_t last = core.size() - 1;
  if (right) return {core[last], glm::normalize(core[last] - core[last - 1])};
  return {core[0], glm::normalize(core[0] - core[1])};
}

void addEndTack(const RollTopBuild& build, bool right) {
  const std::string side = right ? "right" : "left";
  Tack tack;
  tack.id = build.id("closure-tack-" + side);
  tack.assembly = build.call.assembly;
  tack.piece = build.id("wrap");
  tack.location = "webbing to the stiffener's " + side + " end";
  tack.type = TackType::Bartack42;
  const double x = (build.width() + build.depth()) / 2;
  tack.at = {right ? -x : x, build.flatY(build.shape->cutHeight() - 12)};
  addTack(build.draft, std::move(tack));
}

Fitting webbingHalf(const RollTopBuild& build, bool right, double length_mm) {
  const std::string side = right ? "right" : "left";
  Fitting webbing = closureFitting(build, "closure-webbing-" + side, "webbing");
  webbing.name = "Closure webbing, " + side;
  webbing.placement = "mouth stiffener's end to the buckle";
  webbing.amount = (length_mm + kTurnUnder) / 1000;
  return webbing;
}

void addTopBuckle(const RollTopBuild& build) {
  const RollTopShape& shape = *build.shape;
  const RollEnd reference = rollEnd(shape, true);
  const Vec3 top{0, reference.at.y + 12, reference.at.z};
  const Vec3 centre{0, shape.ridgeHeight() + 20, top.z};
  for (const bool right : {true, false}) {
    const RollEnd end = rollEnd(shape, right);
    const double sign = right ? 1 : -1;
    const Vec3 bar = top + Vec3{sign * kBuckleHalf, 0, 0};
    const double reach = glm::distance(end.at, bar);
    std::vector<Vec3> line =
        curveLine({end.at, 0.8 * reach * end.away, bar, 1.2 * reach * Vec3{-sign, 0, 0}});
    Fitting webbing = webbingHalf(build, right, lengthOf(line));
    webbing.shapes.emplace_back(bandAway(std::move(line), centre));
    addFitting(build.draft, std::move(webbing));
    addEndTack(build, right);
  }
  Fitting buckle = closureFitting(build, "closure-buckle", "buckle");
  buckle.name = "Side-release buckle of the roll closure";
  buckle.placement = "over the top";
  ModelShape model;
  model.model = "side-release-buckle";
  model.at = top;
  model.outward = {0, 1, 0};
  model.scale = kWebbing / 20;
  buckle.shapes.emplace_back(model);
  addFitting(build.draft, std::move(buckle));
  addWork(build.draft,
          {build.id("closure-work"), "S20", build.call.assembly, 2, 0, {build.id("closure-buckle")}});
}

/// The side's middle line at a height of cloth, lifted off it.
Vec3 onSide(const RollTopBuild& build, bool right, double up, double lift) {
  const double around = (build.width() + build.depth()) / 2;
  const double sign = right ? 1 : -1;
  return build.shape->onCloth(sign * around, up) + Vec3{sign * lift, 0, 0};
}

void addPatch(const RollTopBuild& build, bool right, double up) {
  const std::string side = right ? "right" : "left";
  Piece patch;
  patch.id = build.id("strap-patch-" + side);
  patch.name = "Backing patch of the side strap";
  patch.code = build.id("strap-patch");
  patch.mirrored = right;
  patch.assembly = build.call.assembly;
  patch.zone = "lining";
  patch.item = build.draft.item("lining").id;
  patch.layer = "reinforcement";
  patch.edges = makeEdges({{-kPatchWidth / 2, -kPatchHeight / 2}, kPatchWidth, kPatchHeight, 0, 0, -1}, 0,
                          EdgeFinish::HotCut);
  const double middle = (right ? 1 : -1) * (build.width() + build.depth()) / 2;
  patch.surface = [shape = build.shape, middle, up](Vec2 p) {
    const auto cloth = [&](Vec2 at) { return shape->onCloth(middle - at.x, up + at.y); };
    return cloth(p) - 0.4 * normalAt(cloth, p);
  };
  const std::vector<Edge> edges = patch.edges;
  const std::string id = addPiece(build.draft, std::move(patch)).id;
  Seam seam;
  seam.id = id + "-seam";
  seam.name = "Backing patch to the side, " + side;
  seam.assembly = build.call.assembly;
  seam.seam_class = "2.01.01";
  seam.operation = "S03";
  for (const Edge& edge : edges) {
    Mark line{id + "." + edge.name, MarkKind::Placement, {}};
    for (const Vec2& p : edge.points) line.points.push_back(Vec2{p.x - middle, build.flatY(up) + p.y});
    seam.runs[0].push_back({id, edge.name});
    seam.runs[1].push_back({build.id("wrap"), line.name});
    addMark(build.draft, build.id("wrap"), std::move(line));
  }
  addSeam(build.draft, std::move(seam));
  Tack tack;
  tack.id = build.id("side-strap-tack-" + side);
  tack.assembly = build.call.assembly;
  tack.piece = build.id("wrap");
  tack.location = "side strap's lower anchor, " + side;
  tack.type = TackType::Bartack42;
  tack.at = {-middle, build.flatY(up)};
  addTack(build.draft, std::move(tack));
}

void addSideStrap(const RollTopBuild& build, bool right) {
  const RollTopShape& shape = *build.shape;
  const std::string side = right ? "right" : "left";
  const double sign = right ? 1 : -1;
  const double buckle_up = 0.72 * shape.trunkHeight();
  const double anchor_up = 0.34 * shape.trunkHeight();
  const Vec3 out{sign, 0, 0};
  const Vec3 buckle = onSide(build, right, buckle_up, 5);
  const RollEnd end = rollEnd(shape, right);
  const Vec3 upper_bar = buckle + Vec3{0, kBuckleHalf, 0};
  const double reach = glm::distance(end.at, upper_bar);
  std::vector<Vec3> line = curveLine({end.at, 0.45 * reach * end.away, upper_bar, reach * Vec3{0, -1, 0}});
  Fitting webbing = webbingHalf(build, right, lengthOf(line));
  webbing.shapes.emplace_back(bandAway(std::move(line), {0, buckle.y, buckle.z}));
  addFitting(build.draft, std::move(webbing));
  addEndTack(build, right);

  Fitting strap = closureFitting(build, "side-strap-" + side, "webbing");
  strap.name = "Side strap of the roll closure, " + side;
  strap.placement = "side, lower anchor to the buckle";
  strap.amount = kSideStrap / 1000;
  RibbonShape band;
  band.width_mm = kWebbing;
  band.thickness_mm = kThickness;
  const double top_up = buckle_up - kBuckleHalf;
  for (int i = 0; i <= 12; ++i) {
    const double t = i / 12.0;
    band.path.push_back(onSide(build, right, top_up + (anchor_up - top_up) * t, 5 - 4 * t * t));
    band.normals.push_back(out);
  }
  strap.shapes.emplace_back(std::move(band));
  addFitting(build.draft, std::move(strap));
  Fitting clip = closureFitting(build, "side-buckle-" + side, "buckle");
  clip.name = "Side-release buckle of the side strap, " + side;
  clip.placement = "side, below the roll";
  ModelShape model;
  model.model = "side-release-buckle";
  model.at = buckle;
  model.along = {0, -1, 0};
  model.outward = out;
  model.scale = kWebbing / 20;
  clip.shapes.emplace_back(model);
  addFitting(build.draft, std::move(clip));
  addPatch(build, right, anchor_up);
}

}  // namespace

void addRollTopClosure(const RollTopBuild& build) {
  addHem(build);
  if (!build.side_straps) {
    addTopBuckle(build);
    return;
  }
  for (const bool right : {true, false}) addSideStrap(build, right);
  addWork(build.draft, {build.id("side-strap-sets"), "S17", build.call.assembly, 2, 0, {}});
  addWork(build.draft, {build.id("side-strap-hardware"), "S20", build.call.assembly, 4, 0, {}});
}

}  // namespace configurator
