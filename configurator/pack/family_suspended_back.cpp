// A back of mesh stretched between two bands of cloth over a bent frame: air passes between it and the pack.
//
//   side view       band   sewn to the back panel under the strap anchors
//     pack |-----.
//          |  gap  \   mesh, an arc of a circle; taped along both sides
//          |-----'
//                 band   sewn to the back panel above the hips
//
// The pack is drawn with its back flat, so that its litres are those of the body; mesh and wearer stand off.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_box.h"
#include "configurator/pack/family_back_panel.h"
#include "configurator/pack/family_harness.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kStretch = 0.985;  // mesh as cut to mesh as mounted, across
constexpr double kBand = 45;        // finished height of a band
constexpr double kWidth = 0.86;     // of the back
constexpr double kTape = 25, kTapeEnd = 30;
constexpr double kUnderYoke = 38;  // from the strap anchors down: half the yoke strip and its seam
constexpr double kOverHips = 60, kOverBottom = 40;
constexpr double kLeastShape = 0.55;  // height of the mesh to its width

/// Bands and mesh as one sheet: `width` by the length of an arc that stands `gap` off its chord.
struct Sheet {
  Host back;
  Vec2 at{0, 0};  // lower left corner on the host
  double width = 0, chord = 0, gap = 0;

  double radius() const { return (chord * chord / 4 + gap * gap) / (2 * gap); }
  double arc() const { return 2 * radius() * std::asin(chord / 2 / radius()); }
  /// On a short back the bands are lower, so that half of the sheet is mesh.
  double band() const { return std::min(kBand, 0.25 * arc()); }
  double meshHeight() const { return arc() - 2 * band(); }
  Vec3 operator()(Vec2 p) const {
    const double angle = (p.y - arc() / 2) / radius();
    const double v = at.y + chord / 2 + radius() * std::sin(angle);
    return onHost(back, {at.x + p.x, v}, 0.6 + gap - radius() * (1 - std::cos(angle)));
  }
};

Sheet sheetOn(const PackDraft& draft, double gap) {
  const Host& back = hostOf(draft, "back");
  const double anchors = hostPlaceOf(back, anchorOf(draft, "strap-top-right")).y;
  const double hips = hostPlaceOf(back, anchorOf(draft, "hip-right")).y;
  // Under the yoke; a back that is hardly higher than that keeps half of its height.
  const double under_anchors = std::min(anchors, back.height_mm - 30);
  const double high =
      std::max(under_anchors - kUnderYoke, 0.5 * std::max(under_anchors, 0.5 * back.height_mm));
  const bool belt = draft.optionOf("hip-belt") != "none";
  const double low = std::min(belt ? hips + kOverHips : kOverBottom, high / 2);
  Sheet sheet{back, {0, low}, 0, high - low, gap};
  sheet.gap = std::min(gap, sheet.chord / 5);
  sheet.width = std::min(kWidth * std::min(back.width_mm, widthBetween(back, low, high)),
                         std::max(40.0, sheet.meshHeight()) / kLeastShape);
  sheet.at.x = (back.width_mm - sheet.width) / 2;
  return sheet;
}

/// A band from one height of the sheet to another: its edge "seam" lies on the pack, "mesh" on the mesh.
void addBand(PackDraft& draft, const PartNames& names, const Sheet& sheet, bool top) {
  const double from = top ? sheet.arc() - sheet.band() : 0;
  Piece band = makePiece(
      draft, names,
      {top ? "band-top" : "band-bottom", "shell", "reinforcement", top ? "upper band" : "lower band"});
  band.edges = makeEdges({{0, from}, sheet.width, sheet.band(), 0, 0, -1}, 10);
  band.surface = [sheet](Vec2 p) { return sheet(p); };
  const std::string id = band.id;
  addPiece(draft, std::move(band));
  Seam seam = makeSeam(names, top ? "band-top-seam" : "band-bottom-seam", "S04");
  seam.seam_class = "2.01.01";
  seam.stitch = "301x2";
  seam.rows = 2;
  const double v = top ? sheet.at.y + sheet.chord : sheet.at.y;
  const std::vector<Edge> line = makeEdges({{sheet.at.x, v}, sheet.width, sheet.band(), 0, 0, -1});
  Edge place = line.front();
  place.name = top ? "top" : "bottom";
  if (top) place.points = reversed(place.points);
  sewOn(draft, sheet.back, {id, {place.name}, {place}, std::move(seam)});
}

void addMesh(PackDraft& draft, const PartNames& names, const Sheet& sheet) {
  Piece mesh = makePiece(draft, names, {"mesh", "back-face", "mesh", "suspended mesh"});
  mesh.edges = makeEdges({{0, 0}, kStretch * sheet.width, sheet.meshHeight(), 0, 0, -1}, 10);
  for (Edge& edge : mesh.edges) {
    if (edge.name == "left" || edge.name == "right") edge = {edge.name, edge.points, 0, EdgeFinish::Bound};
  }
  mesh.surface = [sheet](Vec2 p) { return sheet({p.x / kStretch, p.y + sheet.band()}); };
  addPiece(draft, std::move(mesh));
  for (const bool top : {false, true}) {
    const std::string edge = top ? "top" : "bottom";
    Seam seam = lappedSeam(names, "mesh-" + edge, "S08");
    seam.runs[0] = {{names.id("mesh"), edge}};
    seam.runs[1] = {{names.id("band-" + edge), top ? "bottom" : "top"}};
    seam.ratio = kStretch;
    seam.rows = 2;
    addSeam(draft, std::move(seam));
  }
}

/// Webbing folded over one side of bands and mesh, tacked to the pack at both ends: it carries the pull.
void addSideTape(PackDraft& draft, const PartNames& names, const Sheet& sheet, bool right) {
  const std::string side = right ? "right" : "left";
  StitchLine stitch = makeStitch(names, "tape-stitch-" + side, "S10");
  stitch.purpose = "perimeter tape";
  stitch.seam_class = "3.05.01";
  for (const char* piece : {"band-bottom", "mesh", "band-top"}) stitch.run.push_back({names.id(piece), side});
  addStitchLine(draft, std::move(stitch));
  const double x = right ? sheet.width : 0;
  addNarrow(draft, names,
            {"tape-" + side,
             "webbing",
             "perimeter tape " + side,
             kTape,
             sheet.arc() + 2 * kTapeEnd,
             {ribbonShape(Surface([sheet](Vec2 p) { return sheet(p); }),
                          {{{x, 0}, {x, sheet.arc()}}, kTape / 2, 2.4, 0.4})}});
  for (const bool top : {false, true}) {
    const Vec2 at{sheet.at.x + std::clamp(x, kTape / 4, sheet.width - kTape / 4),
                  top ? sheet.at.y + sheet.chord - 5 : sheet.at.y + 5};
    addTackOn(draft, names, sheet.back,
              {"tape-tack-" + side + (top ? "-top" : "-bottom"), "end of the mesh's perimeter tape", at,
               TackType::Bartack42, 0});
  }
}

}  // namespace

void buildSuspendedBack(const ModuleCall& call, PackDraft& draft) {
  const Sheet sheet = sheetOn(draft, call.number("gap", 40));
  const PartNames names = namesOf(call, "Back");
  for (const bool top : {false, true}) addBand(draft, names, sheet, top);
  addMesh(draft, names, sheet);
  for (const bool right : {false, true}) addSideTape(draft, names, sheet, right);
  addMeasure(draft, "BS", sheet.gap);
  standOff(draft, sheet.gap);
  draft.body.stand_off_mm += sheet.gap;
}

FamilySpec suspendedBackSpec() {
  return {"suspended-back", {{"gap", false, {}, Dimension::Length, false}}, {}, {}};
}

}  // namespace configurator
