// Cut pieces and seams of the panel loader. Every flat frame shows the outside of its piece; strips run along
// the gusset from the wearer's right over the top to the left, y from back to front.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_panel_loader_parts.h"
#include "configurator/pack/module_trims.h"
#include "configurator/pack/pad_sleeve.h"

namespace configurator {
namespace {

constexpr double kBoundAllowance = 10;  // raw edges under binding
constexpr double kSeamAllowance = 12;   // turned, and the fold beside the zip
constexpr double kLiningLift = 2;       // the lining lies off the shell inside

constexpr PanelEdgeNames kPanelEdges{"bottom", "right", "top", "left"};

/// The whole seam line as one mark, so that piping and webbing can run along it.
void addSeamLine(const PanelOutline& outline, Piece& piece) {
  Polyline line;
  for (const double s : outline.stations(0, outline.perimeter(), {})) line.push_back(outline.at(s));
  piece.marks.push_back({"seam-line", MarkKind::Stitch, std::move(line)});
}

Piece panelPiece(const PanelLoaderBuild& build, const std::string& name) {
  Piece piece;
  piece.id = build.id(name);
  piece.assembly = build.call.assembly;
  piece.edges = panelEdges(build.shape->outline(), kPanelEdges, kBoundAllowance);
  return piece;
}

void addPanels(const PanelLoaderBuild& build) {
  const auto shape = build.shape;
  Piece back = panelPiece(build, "back");
  back.name = "Back panel";
  back.zone = "shell";
  back.layer = "shell";
  back.surface = [shape](Vec2 p) { return shape->onBack({-p.x, p.y}); };
  back.is_body = true;
  addSeamLine(shape->outline(), back);
  Piece front = panelPiece(build, "front");
  front.name = "Front panel";
  front.zone = "front-panel";
  front.layer = "shell";
  front.surface = [shape](Vec2 p) { return shape->onFront(p); };
  front.is_body = true;
  addSeamLine(shape->outline(), front);
  Piece lining = panelPiece(build, "back-lining");
  lining.name = "Back panel lining (pad sleeve)";
  lining.zone = "lining";
  lining.layer = "lining";
  lining.surface = [shape](Vec2 p) { return shape->onBack(p) + Vec3{0, 0, kLiningLift * shape->dome(p)}; };
  if (padComesOut(build.draft)) openPadMouth(lining);
  for (Piece* piece : {&back, &front, &lining}) {
    piece->item = build.draft.item(piece->zone).id;
    addPiece(build.draft, std::move(*piece));
  }
}

struct StripPiece {
  std::string name, title, zone;
  std::shared_ptr<const GussetStrip> strip;
  std::string low_edge, high_edge;  // along y = low, y = high
  std::string first_end, last_end;  // at the strip's start, at its end
};

EdgeFinish finishOf(const std::string& edge) {
  return edge == "zip" ? EdgeFinish::Raw : EdgeFinish::Bound;
}
double allowanceOf(const std::string& edge) {
  return edge == "zip" ? kSeamAllowance : kBoundAllowance;
}

void addStrip(const PanelLoaderBuild& build, const StripPiece& made) {
  const Polyline low = made.strip->backEdge();
  const Polyline high = made.strip->frontEdge();
  Piece piece;
  piece.id = build.id(made.name);
  piece.name = made.title;
  piece.assembly = build.call.assembly;
  piece.zone = made.zone;
  piece.item = build.draft.item(made.zone).id;
  piece.layer = "shell";
  piece.grain = {1, 0};  // long strips follow the roll
  piece.edges = {{made.low_edge, low, allowanceOf(made.low_edge), finishOf(made.low_edge)},
                 {made.last_end, {low.back(), high.back()}, kSeamAllowance, EdgeFinish::Raw},
                 {made.high_edge, reversed(high), allowanceOf(made.high_edge), finishOf(made.high_edge)},
                 {made.first_end, {high.front(), low.front()}, kSeamAllowance, EdgeFinish::Raw}};
  piece.surface = [strip = made.strip](Vec2 p) { return strip->inSpace(p); };
  piece.is_body = true;
  addPiece(build.draft, std::move(piece));
}

/// Between the middles of the two bottom corners: what stands on the ground is doubled.
double bottomReach(const PanelLoaderBuild& build) {
  const PanelLoaderShape& shape = *build.shape;
  return std::min(shape.outline().cornerMiddle(0), shape.zipGussetStart() - kPanelSeamMargin);
}

void addSecondBottom(const PanelLoaderBuild& build) {
  const double reach = bottomReach(build);
  const auto strip =
      std::make_shared<const GussetStrip>(build.shape, GussetStrip::Kind::Whole, -reach, reach);
  const Polyline low = strip->backEdge();
  const Polyline high = strip->frontEdge();
  Piece piece;
  piece.id = build.id("bottom-inner");
  piece.name = "Bottom, second layer";
  piece.assembly = build.call.assembly;
  piece.zone = "bottom";
  piece.item = build.draft.item("bottom").id;
  piece.layer = "reinforcement";
  piece.grain = {1, 0};
  piece.edges = {{"back", low, kBoundAllowance, EdgeFinish::Bound},
                 {"end-right", {low.back(), high.back()}, kSeamAllowance, EdgeFinish::Raw},
                 {"front", reversed(high), kBoundAllowance, EdgeFinish::Bound},
                 {"end-left", {high.front(), low.front()}, kSeamAllowance, EdgeFinish::Raw}};
  piece.surface = [strip](Vec2 p) {
    const double inside =
        std::min({strip->widthAt(strip->arcAt(p.x)) / 2 - std::abs(p.y), p.x, strip->length() - p.x});
    return strip->inSpace(p) + Vec3{0, kLiningLift * std::clamp(inside / 8, 0.0, 1.0), 0};
  };
  addPiece(build.draft, std::move(piece));
}

double edgeLength(const PanelLoaderBuild& build, const std::string& piece, const std::string& edge) {
  return lengthOf(build.draft.pack, {{build.id(piece), edge, 0, -1}});
}

Seam perimeterSeam(const PanelLoaderBuild& build, const std::string& name, const std::string& title) {
  Seam seam;
  seam.id = build.id(name);
  seam.name = title;
  seam.assembly = build.call.assembly;
  seam.finish = "bound, 3.05.01 binding 22";
  return seam;
}

void addFrontPerimeter(const PanelLoaderBuild& build) {
  Seam front = perimeterSeam(build, "front-seam", "Front panel to gusset");
  front.runs[0] = frontPanelRun(build);
  front.runs[1] = gussetRun(build, true);
  front.operation = "B04";
  addSeam(build.draft, std::move(front));
}

/// The front seam comes from the expansion where one parts the front panel from the gusset.
void addPerimeters(const PanelLoaderBuild& build) {
  std::vector<BoundRun> bound{{"back", backPanelRun(build, "back", false)}};
  if (build.ring_zip <= 0) {
    addFrontPerimeter(build);
    bound.insert(bound.begin(), {"front", frontPanelRun(build)});
  }
  Seam lining = perimeterSeam(build, "back-lining-seam", "Back lining basted to the back panel");
  if (padComesOut(build.draft)) {
    runUpToMouth(build.draft, build.id("back-lining"), build.id("back"), lining);
  } else {
    lining.runs[0] = backPanelRun(build, "back-lining", true);
    lining.runs[1] = backPanelRun(build, "back", false);
  }
  lining.operation = "S01";
  lining.finish = "in the back seam";
  lining.stitches_per_inch = 5;
  addSeam(build.draft, std::move(lining));
  Seam back = perimeterSeam(build, "back-seam", "Back panel to gusset, closing seam");
  back.runs[0] = backPanelRun(build, "back", false);
  back.runs[1] = gussetRun(build, false);
  back.operation = "B05";
  back.seam_class = "1.01.02";
  back.rows = 2;
  addSeam(build.draft, std::move(back));
  addBinding(build.call, build.draft, bound);
}

/// One end of the bottom gusset to the zip gusset's end: narrow strip, zip under its tab, wide strip, back to
/// front.
void addGussetEnd(const PanelLoaderBuild& build, bool right) {
  const std::string side = right ? "right" : "left";
  const std::string end = "end-" + side;
  const double tab = edgeLength(build, "zip-tab-" + side, "seam");
  const double chain = build.shape->dimensions().chain;
  const double from = (tab - chain) / 2;
  const auto run = [&](const std::string& piece, bool backwards) {
    const double length = edgeLength(build, piece, end);
    return backwards ? RunPart{build.id(piece), end, length, 0} : RunPart{build.id(piece), end, 0, -1};
  };
  Seam seam;
  seam.id = build.id("gusset-end-" + side);
  seam.name = "Zip gusset to bottom gusset, " + side;
  seam.assembly = build.call.assembly;
  seam.runs[0] = {run("bottom-gusset", !right)};
  seam.runs[1] = {run("zip-narrow", right),
                  {build.id("zip-tab-" + side), "seam", from, from + chain},
                  run("zip-wide", right)};
  addSeam(build.draft, std::move(seam));
  StitchLine top;
  top.id = build.id("gusset-end-" + side + "-topstitch");
  top.name = "Topstitch of the bottom gusset's " + side + " end";
  top.assembly = build.call.assembly;
  top.purpose = "holds the turned seam and the zip end tab";
  top.run = {run("bottom-gusset", !right)};
  top.seam_class = "2.02.03";
  top.operation = "S04";
  top.stitch = "301x2";
  addStitchLine(build.draft, std::move(top));
}

/// The second bottom lies in the seams of the first, its ends folded under and stitched across it.
void addSecondBottomSeams(const PanelLoaderBuild& build) {
  const std::string inner = build.id("bottom-inner"), gusset = build.id("bottom-gusset");
  Seam basting = perimeterSeam(build, "bottom-inner-seam", "Second bottom basted to the bottom gusset");
  basting.operation = "S01";
  basting.finish = "in the front and back seams";
  basting.stitches_per_inch = 5;
  for (const char* edge : {"back", "front"}) {
    const double middle = edgeLength(build, "bottom-gusset", edge) / 2;
    const double half = edgeLength(build, "bottom-inner", edge) / 2;
    basting.runs[0].push_back({inner, edge});
    basting.runs[1].push_back({gusset, edge, middle - half, middle + half});
  }
  addSeam(build.draft, std::move(basting));
  Seam ends =
      perimeterSeam(build, "bottom-inner-ends", "Second bottom's folded ends across the bottom gusset");
  ends.operation = "S03";
  ends.finish = "";
  ends.seam_class = "2.02.03";
  const double reach = bottomReach(build);
  for (const bool right : {true, false}) {
    const double at = right ? reach : -reach;
    const double x = build.bottom->flatX(at), half = build.bottom->widthAt(at) / 2;
    const Mark line{std::string("bottom-inner-") + (right ? "right" : "left"),
                    MarkKind::Placement,
                    {{x, -half}, {x, half}}};
    ends.runs[0].push_back({inner, right ? "end-right" : "end-left"});
    ends.runs[1].push_back({gusset, line.name});
    addMark(build.draft, gusset, line);
  }
  addSeam(build.draft, std::move(ends));
}

}  // namespace

void addPanelLoaderPieces(const PanelLoaderBuild& build) {
  addPanels(build);
  addStrip(build, {"zip-narrow", "Zip gusset, strip at the back", "shell", build.narrow, "back", "zip",
                   "end-right", "end-left"});
  addStrip(build, {"zip-wide", "Zip gusset, strip at the front", "shell", build.wide, "zip", "front",
                   "end-right", "end-left"});
  addStrip(build, {"bottom-gusset", "Bottom gusset", "bottom", build.bottom, "back", "front", "end-left",
                   "end-right"});
  addSecondBottom(build);
}

void addPanelLoaderSeams(const PanelLoaderBuild& build) {
  Seam zip;
  zip.id = build.id("zip-seam");
  zip.name = "Main zip to both gusset strips";
  zip.assembly = build.call.assembly;
  zip.runs[0] = {{build.id("zip-narrow"), "zip", edgeLength(build, "zip-narrow", "zip"), 0}};
  zip.runs[1] = {{build.id("zip-wide"), "zip", 0, -1}};
  zip.seam_class = "2.02.03";
  zip.operation = zipOperation(build.draft, build.zip_size);
  zip.rows = 2;
  zip.finish = "folded edge 2 from the chain";
  addSeam(build.draft, std::move(zip));
  for (const bool right : {true, false}) addGussetEnd(build, right);
  addSecondBottomSeams(build);
  addPerimeters(build);
}

Run frontPanelRun(const PanelLoaderBuild& build) {
  return backPanelRun(build, "front", true);
}

// Seen from inside (or the front panel from outside) the outline runs counter-clockwise like the gusset; seen
// from the wearer's side it runs the other way, so its edges are walked backwards.
Run backPanelRun(const PanelLoaderBuild& build, const std::string& piece, bool seen_from_inside) {
  const std::string id = build.id(piece);
  const double bottom = edgeLength(build, piece, "bottom");
  if (seen_from_inside) {
    return {{id, "bottom", bottom / 2, -1},
            {id, "right", 0, -1},
            {id, "top", 0, -1},
            {id, "left", 0, -1},
            {id, "bottom", 0, bottom / 2}};
  }
  return {{id, "bottom", bottom / 2, 0},
          {id, "left", edgeLength(build, piece, "left"), 0},
          {id, "top", edgeLength(build, piece, "top"), 0},
          {id, "right", edgeLength(build, piece, "right"), 0},
          {id, "bottom", bottom, bottom / 2}};
}

Run gussetRun(const PanelLoaderBuild& build, bool front) {
  const std::string bottom = build.id("bottom-gusset");
  const double whole = edgeLength(build, "bottom-gusset", front ? "front" : "back");
  if (front) {
    return {{bottom, "front", whole / 2, 0},
            {build.id("zip-wide"), "front", edgeLength(build, "zip-wide", "front"), 0},
            {bottom, "front", whole, whole / 2}};
  }
  return {{bottom, "back", whole / 2, -1},
          {build.id("zip-narrow"), "back", 0, -1},
          {bottom, "back", 0, whole / 2}};
}

}  // namespace configurator
