// Back body, wings and side wings of the vest: outer cloth and body-side spacer, and what joins them.
#include <algorithm>
#include <string>
#include <vector>

#include "configurator/pack/body_vest_parts.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kSpacerThickness = 2;

Piece backPiece(const VestBuild& build, bool outer) {
  Piece piece = makeVestPiece(build, outer ? VestPiece{"back-outer", "Back body outer", "shell"}
                                           : VestPiece{"back-inner", "Back body inner", "back-face", "mesh"});
  piece.is_body = true;
  const LiftedSurface lifted = liftedBack(build.drape);
  piece.edges = outer ? build.outlines.back : flippedEdges(build.outlines.back);
  piece.surface = outer ? atLift(lifted, kVestOuterLift) : turnedOver(lifted, kVestInnerLift);
  piece.thickness_mm = outer ? 0.4 : kSpacerThickness;
  return piece;
}

/// Left pieces are the pattern; the right ones are its mirror image.
Piece wingPiece(const VestBuild& build, VestSide side, bool outer) {
  const std::string layer = outer ? "wing-outer" : "wing-inner";
  Piece piece = makeVestPiece(
      build, {layer + "-" + vestSideName(side),
              std::string(outer ? "Front wing outer, " : "Front wing inner, ") + vestSideName(side),
              outer ? "strap-shell" : "wing-face", outer ? "shell" : "mesh"});
  piece.is_body = true;
  piece.code = build.id(layer);
  piece.mirrored = side == VestSide::Right;
  const bool flipped = piece.mirrored == outer;
  piece.edges = flipped ? flippedEdges(build.outlines.wing) : build.outlines.wing;
  const LiftedSurface lifted = liftedWing(build.drape, side);
  piece.surface = outer ? atLift(lifted, kVestOuterLift) : turnedOver(lifted, kVestInnerLift);
  piece.thickness_mm = outer ? 0.4 : kSpacerThickness;
  return piece;
}

Piece sidePiece(const VestBuild& build, VestSide side) {
  Piece piece =
      makeVestPiece(build, {std::string("side-wing-") + vestSideName(side),
                            std::string("Side wing, ") + vestSideName(side), "pocket-mesh", "mesh"});
  piece.code = build.id("side-wing");
  piece.mirrored = side == VestSide::Right;
  piece.edges = side == VestSide::Right ? build.outlines.side : flippedEdges(build.outlines.side);
  piece.surface = atLift(liftedSide(build.drape, side), 0);
  piece.grain = {1, 0};
  return piece;
}

bool hasBladderSleeve(const PackDraft& draft) {
  const Option* option = draft.catalog.chosenOption(draft.choices, "hydration");
  if (option == nullptr) return false;
  return std::any_of(option->calls.begin(), option->calls.end(),
                     [](const FamilyCall& call) { return call.family == "sleeve"; });
}

/// The bladder goes in at the neck, between the layers: the inner one's edge is bound by itself there, and
/// hook and loop hold it to the outer one on both sides of the hanger loop.
void addBladderMouth(const VestBuild& build) {
  constexpr double kLap = 20, kFrom = 25, kTo = 55, kBelow = 16;
  PackDraft& draft = build.draft;
  const PartNames names{build.call.part, "", build.call.assembly, "Bladder mouth"};
  const RunPart neck = vestRun(build, "back-inner", "neck");
  StitchLine bound = makeStitch(names, "bladder-mouth-binding", "S07");
  bound.purpose = "edge binding";
  bound.stitch = "406";
  bound.seam_class = "3.03.01";
  bound.stitches_per_inch = 9;
  bound.run = {neck};
  addStitchLine(draft, std::move(bound));
  const double length = lengthOf(draft.pack, {neck});
  addNarrow(
      draft, names,
      {"bladder-mouth-edge", "edge-binding", "stretch binding of the inner layer's neck", 0, length + kLap});
  addNarrow(draft, names, {"bladder-closure", "hook-loop", "hook and loop", 20, 2 * (kTo - kFrom)});
  const double y = -build.shape.neck_drop - kBelow;
  for (const char* layer : {"back-outer", "back-inner"}) {
    StitchLine sewn = makeStitch(names, std::string("bladder-closure-") + layer, "S03");
    sewn.rows = 2;
    for (const VestSide side : kVestSides) {
      const double turn = side == VestSide::Right ? 1 : -1;
      const std::string mark = std::string("bladder-closure-") + vestSideName(side);
      addMark(draft, build.id(layer), {mark, MarkKind::Stitch, {{turn * kFrom, y}, {turn * kTo, y}}});
      sewn.run.push_back(vestRun(build, layer, mark));
    }
    addStitchLine(draft, std::move(sewn));
  }
}

void addLayerSeams(const VestBuild& build) {
  // Outer cloth and spacer are basted into one layer before the edge binding goes round.
  const bool open = hasBladderSleeve(build.draft);
  std::vector<std::string> edges{"hem",  "side-right",    "armhole-right", "shoulder-right",
                                 "neck", "shoulder-left", "armhole-left",  "side-left"};
  if (open) {  // one chain from shoulder to shoulder
    std::rotate(edges.begin(), edges.begin() + 4, edges.end());
    edges.erase(edges.begin());
  }
  Run back[2];
  for (const std::string& edge : edges) {
    back[0].push_back(vestRun(build, "back-outer", edge));
    back[1].push_back(vestRun(build, "back-inner", edge));
  }
  addVestSeam(build, {"back-basting", "Back outer to back inner", {back[0], back[1]}, "S01"});
  if (open) addBladderMouth(build);
  for (const VestSide side : kVestSides) {
    const std::string name = vestSideName(side);
    Run wing[2];
    for (const char* edge : {"bottom", "outer", "armhole", "shoulder", "inner"}) {
      wing[0].push_back(vestRun(build, "wing-outer-" + name, edge));
      wing[1].push_back(vestRun(build, "wing-inner-" + name, edge));
    }
    addVestSeam(build,
                {"wing-basting-" + name, "Wing outer to wing inner, " + name, {wing[0], wing[1]}, "S01"});
  }
}

void addJoins(const VestBuild& build) {
  const SideSeam& at = build.outlines.seam;
  for (const VestSide side : kVestSides) {
    const std::string name = vestSideName(side);
    addVestSeam(build, {"shoulder-" + name,
                        "Shoulder, " + name,
                        {{vestRun(build, "back-outer", "shoulder-" + name)},
                         {vestRun(build, "wing-outer-" + name, "shoulder")}},
                        "S19",
                        "514"});
    if (!build.side_mesh) continue;
    // Flipped pieces run their edges the other way, so their stretches count from the other end.
    const double back = lengthOf(edgeOf(build.outlines.back, "side-" + name).points);
    const double wing = lengthOf(edgeOf(build.outlines.wing, "outer").points);
    const bool right = side == VestSide::Right;
    const RunPart rear =
        right ? vestRun(build, "back-outer", "side-" + name, at.back_from, at.back_to)
              : vestRun(build, "back-outer", "side-" + name, back - at.back_to, back - at.back_from);
    const RunPart front =
        right ? vestRun(build, "wing-outer-" + name, "outer", wing - at.wing_to, wing - at.wing_from)
              : vestRun(build, "wing-outer-" + name, "outer", at.wing_from, at.wing_to);
    addVestSeam(build, {"side-rear-" + name,
                        "Side wing to back body, " + name,
                        {{rear}, {vestRun(build, "side-wing-" + name, "rear")}},
                        "S19",
                        "514"});
    addVestSeam(build, {"side-front-" + name,
                        "Side wing to front wing, " + name,
                        {{front}, {vestRun(build, "side-wing-" + name, "front")}},
                        "S19",
                        "514"});
  }
}

}  // namespace

Piece makeVestPiece(const VestBuild& build, const VestPiece& spec) {
  Piece piece;
  piece.id = build.id(spec.name);
  piece.name = spec.title;
  piece.code = piece.id;
  piece.assembly = build.call.assembly;
  piece.zone = spec.zone;
  piece.item = build.draft.item(spec.zone).id;
  piece.layer = spec.layer;
  return piece;
}

RunPart vestRun(const VestBuild& build, const std::string& piece, const std::string& edge, double from,
                double to) {
  return {build.id(piece), edge, from, to};
}

void addVestSeam(const VestBuild& build, const VestSeam& spec) {
  Seam seam;
  seam.id = build.id(spec.name);
  seam.name = spec.title;
  seam.assembly = build.call.assembly;
  seam.runs[0] = spec.runs[0];
  seam.runs[1] = spec.runs[1];
  seam.operation = spec.operation;
  seam.stitch = spec.stitch;
  seam.seam_class = spec.seam_class;
  seam.ratio = spec.ratio;
  seam.stitches_per_inch = spec.stitch == "514" ? 11 : 8;
  addSeam(build.draft, std::move(seam));
}

void addVestBody(const VestBuild& build) {
  addPiece(build.draft, backPiece(build, false));
  addPiece(build.draft, backPiece(build, true));
  for (const VestSide side : kVestSides) {
    addPiece(build.draft, wingPiece(build, side, false));
    addPiece(build.draft, wingPiece(build, side, true));
    if (build.side_mesh) addPiece(build.draft, sidePiece(build, side));
  }
  addLayerSeams(build);
  addJoins(build);
}

}  // namespace configurator
