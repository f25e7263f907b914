#include "configurator/pack/belt_wing.h"

#include <algorithm>
#include <utility>

#include "configurator/pack/belt_path.h"
#include "configurator/pack/host_room.h"
#include "configurator/pack/pocket.h"

namespace configurator {
namespace {

constexpr double kWingLength = 220, kWingWidth = 100;  // unless the option says otherwise
constexpr double kPerSize = 25;                        // construction reference: a belt grows by 25 per half

/// The way round the hips that a wing's cloth is laid along.
struct WingWay {
  HipWay hips;
  double half_width_mm = 0;

  BodyPath path() const {
    BodyPath path = halfHips(hips);
    path.eased_half_width_mm = half_width_mm;
    return path;
  }
};
WingWay wingWay(const ModuleCall& call, const PackDraft& draft, const BodySide& side, double lift_mm) {
  return {hipWay(draft, side, lift_mm), wingShape(call, draft.pack.size).width_mm / 2};
}

std::string shellOf(const ModuleCall& call, const BodySide& side) {
  return call.part + "." + side.of("shell");
}

struct WingLayer {
  const char* name;
  const char* text;
  const char* zone;
  const char* layer;
  double size = 0, inset_mm = 0, lift_mm = 0, thickness_mm = 0.3;
};

void addWingLayer(const ModuleCall& call, PackDraft& draft, const BodySide& side, const WingLayer& layer) {
  const StrapShape shape = wingShape(call, draft.pack.size);
  Piece piece = makePiece(draft, namesOf(call, side, "Belt wing"),
                          {layer.name, layer.zone, layer.layer, layer.text, layer.size});
  piece.mirrored = side.sign > 0;
  const bool foam = layer.inset_mm > 0;
  piece.edges =
      edgesOf(shape, {layer.inset_mm, foam ? 0.0 : 10.0, foam ? EdgeFinish::Raw : EdgeFinish::Bound});
  piece.surface = lazySurface([shape, way = wingWay(call, draft, side, 3 + layer.lift_mm)] {
    return layAlong(centreLineOf(shape), way.path(), 0);
  });
  piece.thickness_mm = layer.thickness_mm;
  addPiece(draft, std::move(piece));
}

/// The binding along one edge of a wing, which lies upright: straight centre line along +y.
RibbonShape wingBand(const BodyPath& path, const Edge& edge, double foam_mm) {
  const Surface cloth = layAlong({{0, 0}, {0, 400}}, path, 0);
  RibbonShape band;
  band.width_mm = foam_mm + 4;
  band.thickness_mm = 0.8;
  for (const Vec2& p : refined(edge.points, 8)) {
    const Vec3 out = cloth(p) - cloth({0.9 * p.x, p.y - 1});
    band.path.push_back(cloth(p));
    band.normals.push_back(glm::normalize(out));
  }
  return band;
}

/// A wing's binding on the edges that `around` runs along.
void addWingBinding(const ModuleCall& call, PackDraft& draft, const BodySide& side, const Run& around) {
  const double foam = draft.thicknessOf("foam-strap", call.number("foam", 8));
  StitchLine stitch{call.part + "." + side.of("binding-stitch"),
                    std::string("Belt wing binding ") + side.name, call.assembly, "binding", around};
  stitch.seam_class = "3.05.01";
  stitch.operation = "S10";
  addStitchLine(draft, stitch);
  std::vector<Shape> bands;
  for (const Edge& bound : edgesOf(wingShape(call, draft.pack.size), {})) {
    if (bound.name == "anchor") continue;
    bands.emplace_back([bound, foam, way = wingWay(call, draft, side, 3 + foam / 2 + 1.2)] {
      return wingBand(way.path(), bound, foam);
    });
  }
  addNarrow(draft, namesOf(call, side, "Belt wing"),
            {"binding", "binding", "binding", 0, 1.03 * lengthOf(draft.pack, around), std::move(bands)});
}

/// Across a wing towards its upper edge.
double upwards(const Surface& cloth, double along_mm) {
  return cloth({10, along_mm}).y > cloth({-10, along_mm}).y ? 1.0 : -1.0;
}

constexpr double kPocketHeight = 66;  // of the place for it

/// Where a wing's place for a pocket ends: there it still is wider than the pocket is high.
double pocketEnd(const StrapShape& shape) {
  constexpr double kBeside = 2, kStep = 1;
  double end = shape.length_mm;
  while (end > 0 && widthAt(shape, end) < kPocketHeight + 2 * kBeside) end -= kStep;
  return end;
}

/// The wing as a place of its own, seen from outside with its long side level.
void offerWing(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  constexpr double kFrom = 30, kLongest = 154;
  const double length = std::min(kLongest, pocketEnd(wingShape(call, draft.pack.size)) - kFrom);
  Host host;
  host.id = side.of("belt-wing");
  host.piece = call.part + "." + side.of("shell");
  const Surface cloth = findPiece(draft.pack, host.piece)->surface;
  const double up = upwards(cloth, kFrom);
  host.v_axis = {up, 0.0};
  host.u_axis = {0.0, -up};
  const Vec2 middle{0, kFrom + length / 2};
  host.origin = middle - host.u_axis * (length / 2) - host.v_axis * (kPocketHeight / 2);
  host.width_mm = length;
  host.height_mm = kPocketHeight;
  host.outside = [cloth, origin = host.origin, u = host.u_axis, v = host.v_axis](Vec2 uv) {
    return cloth(origin + uv.x * u + uv.y * v);
  };
  host.lift_mm = 0.3;
  draft.body.hosts[host.id] = std::move(host);
}

/// A snugger's upper end: a tack near the edge of the back panel, and where that is in space.
Vec3 tackSnuggerOnBack(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  constexpr double kAbove = 90, kHalfTack = 10, kMargin = 4;
  const Host& back = hostOf(draft, "back");
  const Vec2 wanted = hostPlaceOf(back, anchorOf(draft, side.of("hip")) + Vec3{0, kAbove, 0});
  const Polyline tack =
      movedOnto(draft, back, {wanted - Vec2{0, kHalfTack}, wanted, wanted + Vec2{0, kHalfTack}}, kMargin);
  addTack(draft, {call.part + "." + side.of("snugger-tack"), call.assembly, back.piece,
                  "belt snugger on the back panel", TackType::Bartack42, onPiece(back, tack[1]), 90});
  return back.outside(tack[1]);
}

}  // namespace

StrapShape wingShape(const ModuleCall& call, PackSize size) {
  StrapShape shape;
  shape.length_mm = call.number("wing-length", kWingLength) +
                    kPerSize * (static_cast<int>(size) - static_cast<int>(PackSize::M));
  shape.width_mm = call.number("wing-width", kWingWidth);
  shape.anchor_width_mm = shape.width_mm - 4;
  shape.tail_width_mm = 0.55 * shape.width_mm;
  shape.bend = 0;
  return shape;
}

double liftOverWing(const ModuleCall& call, const PackDraft& draft) {
  return draft.thicknessOf("foam-strap", call.number("foam", 8)) + 8.5;
}

void addWing(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  const double foam = draft.thicknessOf("foam-strap", call.number("foam", 8));
  addWingLayer(call, draft, side, {"face", "face mesh", "strap-face", "mesh", 0, 0, 0, 2.0});
  addWingLayer(call, draft, side, {"foam", "foam", "foam-strap", "foam", foam, 8, 2.2, foam});
  addWingLayer(call, draft, side, {"shell", "shell", "strap-shell", "shell", 0, 0, foam + 4.5, 0.3});
  const std::string shell = shellOf(call, side);
  const std::string face = call.part + "." + side.of("face");
  Seam seam{call.part + "." + side.of("close"),
            std::string("Belt wing layers ") + side.name,
            call.assembly,
            {{{shell, "right"}, {shell, "tail"}, {shell, "left"}},
             {{face, "right"}, {face, "tail"}, {face, "left"}}}};
  seam.operation = "";  // a belt wing is one operation, charged below
  seam.finish = "bound";
  addSeam(draft, seam);
  const double edge = lengthOf(draft.pack, seam.runs[0]);
  addWork(draft, {call.part + "." + side.of("wing"), "S15", call.assembly, 1, edge / 1000, {shell, face}});
  addWingBinding(call, draft, side, seam.runs[0]);
}

namespace {

/// Along a wing's middle, `length_mm` of it, and on round the hips.
BodyPath overWing(const Surface& cloth, double length_mm, const HipWay& hips) {
  constexpr double kStep = 8, kAbove = 1;
  BodyPath way;
  for (double along = 0; along <= length_mm; along += kStep) {
    const SurfacePoint point = cloth.pointAt({0, along});
    way.points.push_back(point.at + kAbove * point.normal);
    way.normals.push_back(point.normal);
  }
  const BodyPath round = halfHips(hips);
  for (std::size_t i = 1; i < round.points.size(); ++i) {
    if (hips.sign * round.points[i].x > hips.sign * way.points.back().x - kStep ||
        round.points[i].z > way.points.back().z)
      continue;
    way.points.push_back(round.points[i]);
    way.normals.push_back(round.normals[i]);
  }
  return way;
}

}  // namespace

Shape webbingOverWing(const ModuleCall& call, const PackDraft& draft, const BodySide& side, double width_mm) {
  return [cloth = findPiece(draft.pack, shellOf(call, side))->surface,
          length = wingShape(call, draft.pack.size).length_mm,
          hips = hipWay(draft, side, liftOverWing(call, draft)),
          width_mm] { return ribbonOn(overWing(cloth, length, hips), width_mm, kBeltWebbing); };
}

void sewWebbingOnWing(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  constexpr double kFrom = 10, kTip = 10;  // clear of the seams at both ends
  const double length = wingShape(call, draft.pack.size).length_mm;
  const std::string shell = shellOf(call, side), line = call.part + "." + side.of("webbing-line");
  addMark(draft, shell, {line, MarkKind::Placement, {{0, kFrom}, {0, length - kTip}}});
  StitchLine stitch{call.part + "." + side.of("webbing-stitch"),
                    std::string("Belt webbing on wing ") + side.name,
                    call.assembly,
                    "webbing on wing",
                    {{shell, line}}};
  stitch.seam_class = "2.01.01";
  stitch.stitch = "301x2";
  stitch.operation = "S04";
  stitch.rows = 2;
  addStitchLine(draft, stitch);
  addTack(draft, {call.part + "." + side.of("webbing-tack"),
                  call.assembly,
                  shell,
                  "belt webbing at the wing's tip",
                  TackType::Bartack42,
                  {0, length - kTip},
                  0});
}

void addWingPocket(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  offerWing(call, draft, side);
  PocketPlan plan;
  plan.names = {call.part + "-pocket", std::string("-") + side.name, call.assembly,
                std::string("Belt pocket ") + side.name};
  plan.spot = fitted(draft, {side.of("belt-wing"), {2, 2}, 150, kPocketHeight - 4});
  plan.fullness_mm = 20;
  plan.corner_radius_mm = 18;
  plan.zip = 3;
  plan.mirrored = side.sign > 0;
  plan.offers_host = false;
  addPocket(draft, plan);
}

Seam wingSeam(const ModuleCall& call, const BodySide& side) {
  Seam seam;
  seam.id = call.part + "." + side.of("anchor-seam");
  seam.name = std::string("Belt wing set on, ") + side.name;
  seam.assembly = call.assembly;
  seam.runs[0] = {{call.part + "." + side.of("shell"), "anchor"}};
  seam.seam_class = "2.01.01";
  seam.rows = 2;
  return seam;
}

void addSnugger(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  constexpr double kSize = 20, kCut = 380, kTabCut = 100, kTab = 25, kOnWing = 90, kInside = 24;
  const std::string shell = shellOf(call, side);
  const Surface cloth = findPiece(draft.pack, shell)->surface;
  const double edge = widthAt(wingShape(call, draft.pack.size), kOnWing) / 2;
  const Vec2 flat{upwards(cloth, kOnWing) * (edge - kInside), kOnWing};
  addTack(draft, {call.part + "." + side.of("snugger-tab-tack"), call.assembly, shell,
                  "ladder lock tab of the belt snugger", TackType::Bartack42, flat, 0});
  const SurfacePoint foot = cloth.pointAt(flat);
  const Vec3 from = foot.at + 1.5 * foot.normal, corner = tackSnuggerOnBack(call, draft, side);
  const Vec3 along = glm::normalize(corner - from), lock = from + kTab * along;
  const PartNames names = namesOf(call, side, "Belt snugger");
  const auto between = [&](Vec3 a, Vec3 b) {
    return ribbonOn({{a, b}, {foot.normal, foot.normal}}, kSize, 1.4);
  };
  addNarrow(draft, names,
            {"snugger-tab", "webbing", "ladder lock tab", kSize, kTabCut, {between(from, lock)}});
  addNarrow(draft, names, {"snugger", "webbing", "webbing", kSize, kCut, {between(lock, corner)}});
  addLadderLock(call, draft, side,
                {"Belt snugger", kSize, ModelShape{"ladder-lock", lock, along, foot.normal, kSize / 20}});
  addWork(draft, {call.part + "." + side.of("thread-snugger"), "S20", call.assembly, 2, 0, {}});
}

}  // namespace configurator
