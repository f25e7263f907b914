#include "configurator/pack/belt_tongue.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/belt_wing.h"
#include "configurator/pack/host_room.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kTape = 50,
                 kBesideTapes = 2;  // two hook tapes side by side: the reference's 100 of 100 x 200
constexpr double kTapeLength = 200;
constexpr double kEnd = 30;    // a tongue's ends carry the belt's X-boxes
constexpr double kRound = 12;  // a sleeve is so much higher than its tongue on each side
constexpr double kHem = 10;

/// The tongue on the back: (u, v) of its corners, level with the hips but with room for the sleeve under it.
Box2 tonguePlace(const PackDraft& draft, double height_mm) {
  constexpr double kInside = 2;
  const Host& back = hostOf(draft, "back");
  Box2 box{{1e9, 0}, {-1e9, 0}};
  for (const BodySide& side : kSides) {
    const Vec2 hip = hostPlaceOf(back, anchorOf(draft, side.of("hip")));
    const double low = std::max(hip.y - height_mm / 2, kRound + kInside);
    const Polyline end = movedOnto(draft, back, {{hip.x, low}, {hip.x, low + height_mm}}, kInside);
    box.low = {std::min(box.low.x, end[0].x), low};
    box.high = {std::max(box.high.x, end[1].x), low + height_mm};
  }
  return box;
}

StitchLine hemOf(const PartNames& names, const std::string& what, Run run) {
  StitchLine hem = makeStitch(names, what, "S03");
  hem.purpose = "hem";
  hem.seam_class = "6.02.01";
  hem.run = std::move(run);
  return hem;
}

/// Both tapes on one piece, `from_end_mm` short of its ends, sewn all round.
void addTapes(PackDraft& draft, const PartNames& names, const Host& cloth, const std::string& item,
              double from_end_mm) {
  const Vec2 middle{cloth.width_mm / 2, cloth.height_mm / 2};
  const double length = std::min(kTapeLength, cloth.width_mm - 2 * from_end_mm);
  const std::string kind = item == "hook50" ? "hook" : "loop";
  for (const int i : {0, 1}) {
    const double low = middle.y + (i == 0 ? -kTape - kBesideTapes / 2 : kBesideTapes / 2);
    const std::string what = kind + "-" + std::to_string(i + 1);
    const Vec2 a{middle.x - length / 2, low}, b = a + Vec2{length, kTape};
    StitchLine line = makeStitch(names, what + "-stitch", "S03");
    line.purpose = kind + " tape";
    line.seam_class = "2.01.01";
    line.run = {
        {cloth.piece,
         markOn(draft, cloth, {names.id(what), MarkKind::Placement, {a, {b.x, a.y}, b, {a.x, b.y}, a}})}};
    addStitchLine(draft, std::move(line));
    Fitting& tape = addNarrow(draft, names, {what, "hook-loop", kind + " tape", kTape, length, {}});
    tape.item = draft.catalog.itemOf(item, kTape).id;
  }
}

/// A host on a piece whose flat frame is the back's (u, v).
Host hostOn(const Host& back, const std::string& piece, Box2 box) {
  Host cloth = back;
  cloth.piece = piece;
  cloth.origin = box.low;
  cloth.u_axis = {1, 0};
  cloth.v_axis = {0, 1};
  cloth.width_mm = box.high.x - box.low.x;
  cloth.height_mm = box.high.y - box.low.y;
  cloth.outside = reframedSurface(back.outside, {box.low});
  cloth.half_width_at = {};
  return cloth;
}

}  // namespace

Host addTongue(const ModuleCall& call, PackDraft& draft) {
  constexpr double kAbove = 0.3;
  PartNames names = namesOf(call, "Detachable belt");
  Seam seams[2] = {wingSeam(call, kSides[0]), wingSeam(call, kSides[1])};
  const double wing = lengthOf(draft.pack, seams[0].runs[0]);
  const double height = std::max(wing, 2 * kTape + kBesideTapes + 2);
  const Box2 box = tonguePlace(draft, height);
  const Host& back = hostOf(draft, "back");
  Piece tongue = makePiece(draft, names, {"tongue-cloth", "strap-shell", "reinforcement", "tongue"});
  const std::string id = tongue.id;
  tongue.edges = makeEdges({box.low, box.high.x - box.low.x, height, 0, 0, -1}, kHem);
  addPatch(draft, back, std::move(tongue), kAbove);
  const bool left_first = hostPlaceOf(back, anchorOf(draft, "hip-left")).x < box.low.x + 1;
  for (const int i : {0, 1}) {
    const std::string end = (i == 0) == left_first ? "left" : "right";
    seams[i].runs[1] = {{id, end, (height - wing) / 2, (height + wing) / 2}};
    addSeam(draft, std::move(seams[i]));
  }
  for (const char* edge : {"bottom", "top"})
    addStitchLine(draft, hemOf(names, std::string("tongue-hem-") + edge, {{id, edge}}));
  const Host cloth = hostOn(back, id, box);
  addTapes(draft, names, cloth, "hook50", kEnd);
  return cloth;
}

void addTongueSleeve(const ModuleCall& call, PackDraft& draft, const Host& tongue) {
  constexpr double kAbove = 0.8, kSleeveEnd = 6;
  const Host& back = hostOf(draft, "back");
  PartNames names = namesOf(call, "Sleeve of the belt");
  const double low = tongue.origin.y - kRound, height = tongue.height_mm + 2 * kRound;
  const double width = std::min(tongue.width_mm - 2 * kEnd, widthBetween(back, low, low + height) - 2);
  const Vec2 at{tongue.origin.x + (tongue.width_mm - width) / 2, low};
  Piece sleeve = makePiece(draft, names, {"sleeve", "strap-shell", "reinforcement", "sleeve"});
  const std::string id = sleeve.id;
  sleeve.edges = makeEdges({at, width, height, 0, 0, -1}, kHem);
  const std::vector<Edge> placed = sleeve.edges;
  addPatch(draft, back, std::move(sleeve), kAbove);
  Seam seam = lappedSeam(names, "sleeve-seam", "S03");
  seam.rows = 2;
  sewOn(draft, back, {id, {"bottom", "top"}, placed, std::move(seam)});
  for (const char* edge : {"left", "right"})
    addStitchLine(draft, hemOf(names, std::string("sleeve-hem-") + edge, {{id, edge}}));
  addTapes(draft, names, hostOn(back, id, {at, at + Vec2{width, height}}), "loop50", kSleeveEnd);
}

}  // namespace configurator
