// Cut pieces, zip and seams of the lid. Arc lengths run round the ring from the middle of the rear edge over
// the wearer's left; the top's flat frame is seen from above with the front up, the underside's from below.
#include <algorithm>
#include <utility>

#include "configurator/pack/body_drawcord_lid_shape.h"
#include "configurator/pack/body_drawcord_parts.h"
#include "configurator/pack/body_panel_loader_tab.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kBoundAllowance = 10, kSeamAllowance = 12;
constexpr double kZip = 5, kZipEnds = 30;
constexpr double kChainHeight = 2;
constexpr double kPullerReach = 30;

struct LidBuild {
  const DrawcordBuild& build;
  std::shared_ptr<const DrawcordLidShape> lid;
  std::shared_ptr<const GussetStrip> ring, lower, upper;
};

LidBuild lidOf(const DrawcordBuild& build) {
  const auto& lid = build.lid;
  const auto strip = [&](GussetStrip::Kind kind, double from, double to) {
    return std::make_shared<const GussetStrip>(lid->box(), kind, from, to);
  };
  return {build, lid, strip(GussetStrip::Kind::Whole, -lid->zipFrom(), lid->zipFrom()),
          strip(GussetStrip::Kind::Narrow, lid->zipFrom(), lid->zipTo()),
          strip(GussetStrip::Kind::Wide, lid->zipFrom(), lid->zipTo())};
}

constexpr PanelEdgeNames kTopEdges{"rear", "left", "front", "right"};
constexpr PanelEdgeNames kUnderEdges{"rear", "right", "front", "left"};

void addPanels(const LidBuild& made) {
  const DrawcordBuild& build = made.build;
  const auto lid = made.lid;
  Piece top = drawcordPiece(build, "lid-top", "shell");
  top.name = "Lid, top";
  top.edges = panelEdges(lid->outline(), kTopEdges, kBoundAllowance);
  top.is_body = true;
  top.surface = [lid](Vec2 p) { return lid->onTop(p); };
  Piece under = drawcordPiece(build, "lid-underside", "lining");
  under.name = "Lid, underside";
  under.edges = panelEdges(lid->outline(), kUnderEdges, kBoundAllowance);
  under.is_body = true;
  under.surface = [lid](Vec2 p) { return lid->onUnderside(p); };
  for (Piece* piece : {&top, &under}) {
    addPiece(build.draft, std::move(*piece));
  }
}

struct StripPiece {
  std::string name, title;
  std::shared_ptr<const GussetStrip> strip;
  const char* low_edge;
  const char* high_edge;
};

void addStrip(const LidBuild& made, const StripPiece& of) {
  const bool ring = of.strip == made.ring;
  const Polyline low = of.strip->backEdge();
  const Polyline high = of.strip->frontEdge();
  const auto edge = [](const char* name, Polyline points) {
    const bool zip = std::string(name) == "zip";
    return Edge{name, std::move(points), zip ? kSeamAllowance : kBoundAllowance,
                zip ? EdgeFinish::Raw : EdgeFinish::Bound};
  };
  Piece piece = drawcordPiece(made.build, of.name, "shell");
  piece.name = of.title;
  piece.grain = {1, 0};  // long strips follow the roll
  piece.edges = {edge(of.low_edge, low),
                 {ring ? "end-left" : "end-right", {low.back(), high.back()}, kSeamAllowance},
                 edge(of.high_edge, reversed(high)),
                 {ring ? "end-right" : "end-left", {high.front(), low.front()}, kSeamAllowance}};
  piece.surface = [lid = made.lid, strip = of.strip](Vec2 p) { return lid->inSpace(strip->inSpace(p)); };
  piece.is_body = true;
  addPiece(made.build.draft, std::move(piece));
}

void addTab(const LidBuild& made, bool left) {
  const std::string side = left ? "left" : "right";
  const double seam = left ? made.lid->zipFrom() : made.lid->zipTo();
  Piece tab = makeZipTab(made.lid->box(), seam, left ? 1 : -1);
  tab.id = made.build.id("lid-zip-tab-" + side);
  tab.name = "Zip end tab of the lid";
  tab.code = made.build.id("lid-zip-tab");
  tab.mirrored = left;
  tab.assembly = made.build.call.assembly;
  tab.zone = "shell";
  tab.item = made.build.draft.item("shell").id;
  tab.surface = [lid = made.lid, own = tab.surface](Vec2 p) { return lid->inSpace(own(p)); };
  Tack tack;
  tack.id = made.build.id("lid-zip-end-tack-" + side);
  tack.assembly = tab.assembly;
  tack.piece = tab.id;
  tack.location = "across the zip end of the lid, through the tab";
  tack.at = {15, 19};
  addPiece(made.build.draft, std::move(tab));
  addTack(made.build.draft, std::move(tack));
}

Vec3 ringOutward(const LidBuild& made, double s) {
  return made.lid->direction({made.lid->outline().outward(s), 0});
}

void addChain(const LidBuild& made) {
  const DrawcordBuild& build = made.build;
  const PanelLoaderShape& box = *made.lid->box();
  RibbonShape band;
  for (const double s : box.outline().stations(made.lid->zipFrom(), made.lid->zipTo(), {4.5, 9})) {
    band.path.push_back(made.lid->onRing(s, chainMiddle(box)));
    band.normals.push_back(ringOutward(made, s));
  }
  band.width_mm = box.dimensions().chain;
  band.thickness_mm = kChainHeight;
  Fitting chain = drawcordFitting(build, "lid-zip", "zip", kZip);
  chain.name = "Zip of the lid pocket, coil chain";
  chain.placement = "front of the lid's ring";
  chain.amount = (lengthOf(band.path) + 2 * kZipEnds) / 1000;
  chain.shapes.emplace_back(std::move(band));
  addFitting(build.draft, std::move(chain));
}

void addSlider(const LidBuild& made) {
  const DrawcordBuild& build = made.build;
  const PanelLoaderShape& box = *made.lid->box();
  // Closed: the slider stands at the end on the wearer's right, its tab back along the chain.
  const double s = made.lid->zipTo() - box.dimensions().tab - 14;
  const Vec3 out = ringOutward(made, s);
  const Vec3 along = glm::normalize(made.lid->onRing(s + 1, 0) - made.lid->onRing(s - 1, 0));
  Fitting slider = drawcordFitting(build, "lid-slider", "slider", kZip);
  slider.name = "Slider of the lid pocket";
  slider.placement = "front of the lid's ring";
  ModelShape model;
  model.model = "zip-slider";
  model.at = made.lid->onRing(s, chainMiddle(box)) + kChainHeight * out;
  model.along = along;
  model.outward = out;
  slider.shapes.emplace_back(model);
  addFitting(build.draft, std::move(slider));
  Fitting puller = drawcordFitting(build, "lid-puller", "puller", kZip);
  puller.name = "Puller of the lid pocket";
  puller.placement = "front of the lid's ring";
  CordShape cord;
  cord.radius_mm = 1.4;
  const Vec3 start = model.at + 1.6 * out;
  for (const double t : {0.0, 0.5, 1.0})
    cord.path.push_back(start + Vec3{0, -kPullerReach * t, 0} + 2 * t * out);
  for (const double t : {1.0, 0.5, 0.0})
    cord.path.push_back(start + 4.0 * along + Vec3{0, -kPullerReach * t, 0} + 2 * t * out);
  puller.shapes.emplace_back(std::move(cord));
  addFitting(build.draft, std::move(puller));
}

/// From the back's upper edge to the lid's rear edge, ruled between them.
void addHinge(const LidBuild& made) {
  const DrawcordBuild& build = made.build;
  const auto lid = made.lid;
  const Polyline rear = findEdge(*findPiece(build.draft.pack, build.id("lid-underside")), "rear")->points;
  const double high = lengthOf(rear);
  const double wide = build.width();
  const double height = glm::distance(onBackTop(build, 0), lid->onUnderside(pointAlong(rear, high / 2)));
  Piece hinge = drawcordPiece(build, "lid-hinge", "shell");
  hinge.name = "Hinge panel of the lid";
  hinge.edges = makeEdges({{-wide / 2, 0}, wide, height, 0, 0, high}, kBoundAllowance, EdgeFinish::Bound);
  hinge.is_body = true;
  // Seen from the wearer's side: x to the wearer's left.
  hinge.surface = [trunk = build.shape, back = build.back(), lid, rear, height, high, wide](Vec2 p) {
    const double part = p.x / glm::mix(wide, high, p.y / height);
    const Vec3 low = trunk->onTrunk(-part * wide, back);
    const Vec3 top = lid->onUnderside(pointAlong(rear, (0.5 - part) * high));
    return glm::mix(low, top, p.y / height);
  };
  addPiece(build.draft, std::move(hinge));
  Seam foot = drawcordSeam(build, "lid-hinge-seam", "Hinge panel of the lid to the back's upper edge");
  foot.runs[0] = {{build.id("lid-hinge"), "bottom", 0, -1}};
  foot.runs[1] = {{build.id("back"), "top", wide, 0}};
  foot.finish = "in the collar seam";
  foot.rows = 2;
  addSeam(build.draft, std::move(foot));
  Seam rim = drawcordSeam(build, "lid-rear-seam", "Hinge panel to the lid's rear edge");
  rim.runs[0] = {{build.id("lid-hinge"), "top", 0, -1}};
  rim.runs[1] = {{build.id("lid-underside"), "rear", 0, -1}};
  rim.finish = "in the lid's lower seam";
  addSeam(build.draft, std::move(rim));
}

/// All round the ring with growing arc length, from the middle of the rear.
Run topRun(const DrawcordBuild& build) {
  const std::string id = build.id("lid-top");
  const double half = edgeLength(build, "lid-top", "rear") / 2;
  return {{id, "rear", half, -1},
          {id, "left", 0, -1},
          {id, "front", 0, -1},
          {id, "right", 0, -1},
          {id, "rear", 0, half}};
}

Run underRun(const DrawcordBuild& build) {
  const std::string id = build.id("lid-underside");
  const auto whole = [&](const char* edge) { return edgeLength(build, "lid-underside", edge); };
  return {{id, "rear", whole("rear") / 2, 0},
          {id, "left", whole("left"), 0},
          {id, "front", whole("front"), 0},
          {id, "right", whole("right"), 0},
          {id, "rear", whole("rear"), whole("rear") / 2}};
}

Run ringRun(const DrawcordBuild& build, bool top) {
  const std::string ring = build.id("lid-ring");
  if (top) {
    const double whole = edgeLength(build, "lid-ring", "top");
    return {{ring, "top", whole / 2, 0},
            {build.id("lid-zip-upper"), "top", edgeLength(build, "lid-zip-upper", "top"), 0},
            {ring, "top", whole, whole / 2}};
  }
  const double whole = edgeLength(build, "lid-ring", "bottom");
  return {{ring, "bottom", whole / 2, -1},
          {build.id("lid-zip-lower"), "bottom", 0, -1},
          {ring, "bottom", 0, whole / 2}};
}

constexpr double kSkirt = 72, kSkirtInset = 0.8, kHem = 12;  // hangs over the collar, finished

/// What hangs from the lid's lower seam over the collar, on the sides and in front: lengths along the ring.
struct SkirtLine {
  std::vector<double> ring_mm, cut_mm;

  double length() const { return cut_mm.back(); }
  double onRing(double cut) const {
    const auto next = std::upper_bound(cut_mm.begin() + 1, cut_mm.end() - 1, cut);
    const auto i = static_cast<std::size_t>(next - cut_mm.begin());
    const double part = (cut - cut_mm[i - 1]) / (cut_mm[i] - cut_mm[i - 1]);
    return ring_mm[i - 1] + part * (ring_mm[i] - ring_mm[i - 1]);
  }
};

SkirtLine skirtLine(const PanelOutline& outline) {
  SkirtLine line;
  line.ring_mm = outline.stations(outline.cornerMiddle(0), outline.cornerMiddle(3), {});
  line.cut_mm = {0};
  for (std::size_t i = 1; i < line.ring_mm.size(); ++i)
    line.cut_mm.push_back(line.cut_mm.back() +
                          glm::distance(outline.at(line.ring_mm[i - 1]), outline.at(line.ring_mm[i])));
  return line;
}

void addSkirt(const LidBuild& made) {
  const DrawcordBuild& build = made.build;
  const SkirtLine line = skirtLine(made.lid->outline());
  const double length = line.length();
  Piece skirt = drawcordPiece(build, "lid-skirt", "shell");
  skirt.name = "Skirt of the lid, sides and front";
  skirt.grain = {1, 0};
  skirt.edges = {{"hem", {{0, 0}, {length, 0}}, kHem, EdgeFinish::Hemmed},
                 {"end-right", {{length, 0}, {length, kSkirt}}, kHem, EdgeFinish::Hemmed},
                 {"top", {{length, kSkirt}, {0, kSkirt}}, kBoundAllowance, EdgeFinish::Bound},
                 {"end-left", {{0, kSkirt}, {0, 0}}, kHem, EdgeFinish::Hemmed}};
  skirt.surface = [lid = made.lid, line](Vec2 p) {
    const double s = line.onRing(p.x), down = kSkirt - p.y;
    const Vec2 in = kSkirtInset * std::clamp(down / 6, 0.0, 1.0) * lid->outline().outward(s);
    return lid->inSpace({lid->outline().at(s) - in, -down});
  };
  skirt.is_body = true;
  addPiece(build.draft, std::move(skirt));
  Seam seam = drawcordSeam(build, "lid-skirt-seam", "Skirt basted to the lid's underside");
  seam.runs[0] = {{build.id("lid-skirt"), "top", length, 0}};
  for (const char* edge : {"left", "front", "right"})
    seam.runs[1].push_back({build.id("lid-underside"), edge, edgeLength(build, "lid-underside", edge), 0});
  seam.finish = "in the lid's lower seam";
  seam.stitches_per_inch = 5;
  addSeam(build.draft, std::move(seam));
  StitchLine hem;
  hem.id = build.id("lid-skirt-hem");
  hem.name = "Hem of the lid's skirt";
  hem.assembly = build.call.assembly;
  hem.purpose = "hem";
  hem.run = {{build.id("lid-skirt"), "end-left"},
             {build.id("lid-skirt"), "hem"},
             {build.id("lid-skirt"), "end-right"}};
  hem.seam_class = "6.02.01";
  addStitchLine(build.draft, std::move(hem));
}

/// One end of the ring to the zip's: lower strip, zip under its tab, upper strip.
void addRingEnd(const LidBuild& made, bool left) {
  const DrawcordBuild& build = made.build;
  const std::string side = left ? "left" : "right";
  // Strips start at their end on the wearer's left and the ring ends there.
  const std::string strip_end = left ? "end-left" : "end-right";
  const double chain = made.lid->box()->dimensions().chain;
  const double from = (edgeLength(build, "lid-zip-tab-" + side, "seam") - chain) / 2;
  const auto part = [&](const std::string& piece, bool backwards) {
    const double length = edgeLength(build, piece, strip_end);
    return backwards ? RunPart{build.id(piece), strip_end, length, 0}
                     : RunPart{build.id(piece), strip_end, 0, -1};
  };
  Seam seam = drawcordSeam(build, "lid-ring-end-" + side, "Zip of the lid to its ring, " + side);
  seam.runs[0] = {part("lid-ring", !left)};
  seam.runs[1] = {part("lid-zip-lower", left),
                  {build.id("lid-zip-tab-" + side), "seam", from, from + chain},
                  part("lid-zip-upper", left)};
  addSeam(build.draft, std::move(seam));
}

void addLidSeams(const LidBuild& made) {
  const DrawcordBuild& build = made.build;
  Seam zip = drawcordSeam(build, "lid-zip-seam", "Zip of the lid to both strips");
  zip.runs[0] = {{build.id("lid-zip-lower"), "zip", edgeLength(build, "lid-zip-lower", "zip"), 0}};
  zip.runs[1] = {{build.id("lid-zip-upper"), "zip", 0, -1}};
  zip.seam_class = "2.02.03";
  zip.operation = zipOperation(build.draft, kZip);
  zip.rows = 2;
  zip.finish = "folded edge 2 from the chain";
  addSeam(build.draft, std::move(zip));
  for (const bool left : {true, false}) addRingEnd(made, left);
  Seam top = drawcordSeam(build, "lid-top-seam", "Lid top to its ring");
  top.runs[0] = topRun(build);
  top.runs[1] = ringRun(build, true);
  top.operation = "B04";
  top.finish = "bound, 3.05.01 binding 22";
  addSeam(build.draft, std::move(top));
  Seam under = drawcordSeam(build, "lid-underside-seam", "Lid underside to its ring, closing seam");
  under.runs[0] = underRun(build);
  under.runs[1] = ringRun(build, false);
  under.operation = "B04";
  under.finish = "bound, 3.05.01 binding 22";
  addSeam(build.draft, std::move(under));
  ModuleCall lid = build.call;
  lid.part = build.id("lid");
  addBinding(lid, build.draft, {{"top", topRun(build)}, {"underside", underRun(build)}});
}

}  // namespace

void addDrawcordLid(const DrawcordBuild& build) {
  const LidBuild made = lidOf(build);
  addPanels(made);
  addStrip(made, {"lid-ring", "Lid ring, sides and rear", made.ring, "bottom", "top"});
  addStrip(made, {"lid-zip-lower", "Lid ring, strip below the zip", made.lower, "bottom", "zip"});
  addStrip(made, {"lid-zip-upper", "Lid ring, strip above the zip", made.upper, "zip", "top"});
  for (const bool left : {true, false}) addTab(made, left);
  addChain(made);
  addSlider(made);
  addHinge(made);
  addLidSeams(made);
  addSkirt(made);
}

Compartment lidPocket(const DrawcordBuild& build) {
  return {build.id("lid-pocket"),
          "Lid pocket",
          build.lid->volume() / 1e6,
          true,
          {build.id("lid-top"), build.id("lid-underside"), build.id("lid-ring"), build.id("lid-zip-lower"),
           build.id("lid-zip-upper"), build.id("lid-zip")}};
}

CoverRim lidRim(const DrawcordBuild& build, double x) {
  const PanelOutline& outline = build.lid->outline();
  const double front = outline.dimensions().height;
  // x is within the straight of the front edge: the webbing is sewn to the underside and comes out below the
  // skirt.
  constexpr double kInsideSkirt = 5;
  return {build.lid->inSpace({-x, front - kInsideSkirt, 1}), build.lid->direction({0, 0, -1})};
}

}  // namespace configurator
