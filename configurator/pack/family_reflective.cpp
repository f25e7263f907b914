// Reflective tape on a host and reflective piping in a seam of the body.
#include <algorithm>
#include <cmath>

#include "configurator/pack/module_families.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kTapeEnd = 10;  // turned under or caught in a seam, each end
constexpr double kPipingEnd = 20;

struct TapeLine {
  Polyline line;
  double width_mm = 25;
  int index = 1;
};

void addTape(PackDraft& draft, const PartNames& base, const Host& host, const TapeLine& tape) {
  PartNames names = base;
  names.suffix = "-" + std::to_string(tape.index);
  const double length = lengthOf(tape.line);
  addNarrow(draft, names,
            {"tape",
             "reflective-tape",
             "reflective tape",
             tape.width_mm,
             length + 2 * kTapeEnd,
             {ribbonOn(draft, host, {tape.line, tape.width_mm, 0.3, 0.5})}});
  StitchLine sewn = makeStitch(names, "tape-stitch", "S04");  // two rows, 2 from either edge
  sewn.purpose = "tape on panel";
  sewn.seam_class = "2.01.01";
  sewn.stitch = "301x2";
  sewn.run = {{host.piece, markOn(draft, host, {names.id("line"), MarkKind::Placement, tape.line})}};
  addStitchLine(draft, std::move(sewn));
}

void buildTapeRun(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Reflective tape");
  const Host& wanted = placeOf(draft, call.word("host", "front"));
  const bool vertical = call.word("orientation", "horizontal") == "vertical";
  const double width = std::clamp(call.number("width", 25), 10.0, 50.0);
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 1))), 1, 6);
  const double room = (vertical ? wanted.width_mm : wanted.height_mm) - width - 8;
  const double pitch = std::min(std::max(call.number("pitch", 60), width + 2), room / std::max(1, count - 1));
  const double across = width + (count - 1) * pitch;
  const double asked = call.number("length", 0);
  const double length = asked > 0 ? asked : (vertical ? wanted.height_mm : wanted.width_mm) - 20;
  ModuleCall here = call;
  here.numbers["width"] = vertical ? across : length;
  here.numbers["height"] = vertical ? length : across;
  const Spot spot = openSpotOf(here, draft, {wanted.id, length, across, 0, 40});
  const Host& host = draft.body.hosts.at(spot.host);
  for (int i = 0; i < count; ++i) {
    const double at = width / 2 + i * pitch;
    const Vec2 from = spot.at + (vertical ? Vec2{at, 0} : Vec2{0, at});
    const Vec2 to = from + (vertical ? Vec2{0, spot.height_mm} : Vec2{spot.width_mm, 0});
    addTape(draft, names, host, {{from, to}, width, i + 1});
  }
}

/// The points of a curve between two lengths, with their normals.
SeamCurve stretchOf(const SeamCurve& curve, double from, double to) {
  SeamCurve way;
  double at = 0;
  for (std::size_t i = 0; i < curve.path.size(); ++i) {
    if (i > 0) at += glm::distance(curve.path[i - 1], curve.path[i]);
    if (at < from - 1e-6 || at > to + 1e-6) continue;
    way.path.push_back(curve.path[i]);
    way.normals.push_back(curve.normals[i]);
  }
  return way;
}

/// Cord in a bias strip, caught between the plies of a body seam: basted to one of them first.
void buildPipingRun(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Piping");
  const auto wanted = draft.body.seams.find(call.word("seam", "front-seam"));
  const auto found = wanted != draft.body.seams.end() ? wanted : draft.body.seams.begin();
  if (found == draft.body.seams.end()) return;
  const BodySeam& seam = found->second;
  const double whole = lengthOf(draft.pack, {seam.run});
  const double from = std::clamp(call.number("from", 0), 0.0, whole / 2);
  const double asked = call.number("to", 0);
  const double to = asked > from ? std::min(asked, whole) : whole;
  const Shape cord([curve = seam.curve, from, to] {
    const SeamCurve way = stretchOf(curve(), from, to);
    CordShape shape;
    shape.radius_mm = 1.6;
    for (std::size_t i = 0; i < way.path.size(); ++i)
      shape.path.push_back(way.path[i] + 1.2 * way.normals[i]);
    return shape;
  });
  addCounted(draft, names,
             {"piping",
              "reflective-tape",
              call.word("item", "refpipe"),
              "reflective piping",
              0,
              (to - from + 2 * kPipingEnd) / 1000,
              {cord}});
  StitchLine baste = makeStitch(names, "baste", "S02");
  baste.purpose = "piping basted into the seam";
  baste.stitches_per_inch = 6;
  const bool forward = seam.run.to_mm < 0 || seam.run.to_mm >= seam.run.from_mm;
  const double sign = forward ? 1 : -1;
  baste.run = {{seam.run.piece, seam.run.edge, seam.run.from_mm + sign * from, seam.run.from_mm + sign * to}};
  addStitchLine(draft, std::move(baste));
}

}  // namespace

Family tapeRunFamily() {
  return {moduleSpec("tape-run", true,
                     {wordArgument("orientation", {"horizontal", "vertical"}), numberArgument("count"),
                      lengthArgument("length"), lengthArgument("pitch")}),
          buildTapeRun};
}

Family pipingRunFamily() {
  FamilySpec spec =
      moduleSpec("piping-run", false,
                 {wordArgument("seam"), lengthArgument("from"), lengthArgument("to"), wordArgument("item")});
  return {spec, buildPipingRun};
}

}  // namespace configurator
