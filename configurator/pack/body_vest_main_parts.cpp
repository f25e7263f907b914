// Pieces, seams and closure of the vest's main pocket.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "configurator/pack/body_vest_parts.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

const char* const kSewnEdges[3] = {"left", "bottom",
                                   "right"};  // the gusset's way, counter-clockwise from outside

Piece panelPiece(const VestBuild& build) {
  Piece piece = makeVestPiece(build, {"main-outer", "Main pocket outer panel", "front-panel"});
  piece.edges = build.main->panel();
  piece.surface = [main = build.main](Vec2 p) { return main->panelAt(p); };
  piece.is_body = true;
  return piece;
}

Piece innerPiece(const VestBuild& build) {
  Piece piece = makeVestPiece(build, {"main-inner", "Main pocket inner panel", "lining", "lining"});
  // Its outside faces the wearer, so that the pocket's pieces close a space.
  piece.edges = flippedEdges(build.main->footprint());
  piece.surface = [main = build.main](Vec2 p) { return main->footprintAt({-p.x, p.y}); };
  return piece;
}

Piece stripPiece(const VestBuild& build, const VestPiece& spec, const StripCut& cut, Surface surface) {
  Piece piece = makeVestPiece(build, spec);
  const Polyline upper = reversed(cut.upper);
  piece.edges = {{"back", cut.lower, 10, EdgeFinish::Bound},
                 {"end-right", {cut.lower.back(), upper.front()}, 10, EdgeFinish::Bound},
                 {"panel", upper, 10, EdgeFinish::Bound},
                 {"end-left", {upper.back(), cut.lower.front()}, 10, EdgeFinish::Bound}};
  piece.grain = {1, 0};
  piece.surface = std::move(surface);
  return piece;
}

Run edgesOf(const VestBuild& build, const std::string& piece) {
  Run run;
  for (const char* edge : kSewnEdges) run.push_back(vestRun(build, piece, edge));
  return run;
}

void addMainSeams(const VestBuild& build) {
  addVestSeam(build, {"main-back-seam",
                      "Gusset to inner panel",
                      {{vestRun(build, "main-gusset", "back")}, edgesOf(build, "main-inner")},
                      "S02"});
  addVestSeam(build, {"main-front-seam",
                      "Gusset to outer panel",
                      {{vestRun(build, "main-gusset", "panel")}, edgesOf(build, "main-outer")},
                      "B04"});
  addVestSeam(build, {"main-top-back-seam",
                      "Top strip to inner panel",
                      {{vestRun(build, "main-top", "back")}, {vestRun(build, "main-inner", "top")}},
                      "S02"});
  // The gusset ends where the top strip starts, at both upper corners.
  addVestSeam(build,
              {"main-end-right",
               "Gusset to top strip, right",
               {{vestRun(build, "main-gusset", "end-right")}, {vestRun(build, "main-top", "end-left")}},
               "S01"});
  addVestSeam(build,
              {"main-end-left",
               "Gusset to top strip, left",
               {{vestRun(build, "main-gusset", "end-left")}, {vestRun(build, "main-top", "end-right")}},
               "S01"});
  // The whole pocket is then sewn to the back body round its footprint.
  Run placed;
  for (const Edge& edge : build.main->footprint()) {
    const std::string mark = "main-" + edge.name;
    addMark(build.draft, build.id("back-outer"), {mark, MarkKind::Placement, edge.points});
    placed.push_back(vestRun(build, "back-outer", mark));
  }
  Run inner;
  for (const Edge& edge : build.main->footprint()) inner.push_back(vestRun(build, "main-inner", edge.name));
  addVestSeam(build, {"main-on-back", "Main pocket to back body", {placed, inner}, "S08", "301", "2.02.03"});
}

/// Where the zip lies, between the panel and the strip, which slopes down to the back: `part` of the way
/// along their edges from the wearer's right.
struct ZipPlace {
  Vec3 at, normal, to_strip;
};

ZipPlace zipPlaceAt(const MainPocket& main, Vec2 top, Vec2 foot) {
  const Surface panel = [&main](Vec2 p) { return main.panelAt(p); };
  const Vec3 out = normalAt(panel, top);
  const Vec3 strip = glm::normalize(main.panelAt(top) - main.footprintAt(foot));
  const Vec3 along = glm::normalize(main.panelAt(top - Vec2{1, 0}) - main.panelAt(top + Vec2{1, 0}));
  const Vec3 normal = glm::normalize(out + glm::normalize(glm::cross(along, strip)));
  const Vec3 across = glm::cross(normal, along);
  return {main.panelAt(top), normal, glm::dot(across, strip) < 0 ? across : -across};
}

/// The zip's chain between the outer panel and the top strip.
RibbonShape chainAlongTop(const MainPocket& main, double width) {
  constexpr double kLift = 0.2;
  RibbonShape ribbon;
  ribbon.width_mm = width;
  ribbon.thickness_mm = 1.4;
  const Polyline& top = main.panel()[2].points;
  const Polyline& foot = main.footprint()[2].points;
  for (std::size_t i = 0; i < top.size(); ++i) {
    const ZipPlace place = zipPlaceAt(main, top[i], foot[i]);
    ribbon.path.push_back(place.at + kLift * place.normal);
    ribbon.normals.push_back(place.normal);
  }
  return ribbon;
}

constexpr double kTabWidth = 30, kTabLength = 50;

/// Folded over the zip's end, its outer half above the chain, its inner half below; both raw edges lie in the
/// seams of gusset and strip. Seen from outside x runs up on the right and down on the left.
Surface tabSurface(const MainPocketPtr& main, bool right) {
  Polyline top = main->panel()[2].points, foot = main->footprint()[2].points;
  if (!right) {
    std::reverse(top.begin(), top.end());
    std::reverse(foot.begin(), foot.end());
  }
  return lazySurface([main, top, foot, up = right ? 1.0 : -1.0] {
    constexpr double kHalf = kTabLength / 2;
    const double part = kHalf / 2 / lengthOf(top);
    const ZipPlace middle =
        zipPlaceAt(*main, pointAlong(top, kHalf / 2), pointAlong(foot, part * lengthOf(foot)));
    const Vec3 corner = main->panelAt(top.front());
    const Vec3 along = glm::normalize(main->panelAt(pointAlong(top, kHalf)) - corner);
    const Vec3 out = glm::normalize(middle.normal - glm::dot(middle.normal, along) * along);
    const Vec3 turned = glm::cross(out, along);
    const Vec3 across = up * (glm::dot(turned, middle.to_strip) > 0 ? turned : -turned);
    return Surface([=](Vec2 p) {
      const double in = kHalf - std::abs(p.y - kHalf);
      const double turn = std::clamp((p.y - kHalf + 3) / 6, 0.0, 1.0);
      const double raised = std::clamp(in / 8, 0.0, 1.0);
      const double lift =
          (1.1 + 1.7 * std::cos(std::numbers::pi * turn)) * raised * raised * (3 - 2 * raised);
      return corner + in * along + (p.x - kTabWidth / 2) * across + lift * out;
    });
  });
}

/// Half of the tab's end is caught with the panel's side, half with the strip's end.
void addTabSeam(const VestBuild& build, const std::string& tab, bool right) {
  constexpr double kHalf = kTabWidth / 2;
  const auto length = [&](const std::string& piece, const std::string& edge) {
    return lengthOf(build.draft.pack, {vestRun(build, piece, edge)});
  };
  const std::string side = right ? "right" : "left", end = right ? "end-left" : "end-right";
  const double panel = length("main-outer", side), strip = length("main-top", end);
  const double caught = std::min(kHalf, strip);
  Run run[2];
  if (right) {
    run[0] = {vestRun(build, tab, "seam", 0, kHalf + caught)};
    run[1] = {vestRun(build, "main-outer", side, panel - kHalf, panel),
              vestRun(build, "main-top", end, 0, caught)};
  } else {
    run[0] = {vestRun(build, tab, "seam", kHalf - caught, kTabWidth)};
    run[1] = {vestRun(build, "main-top", end, strip - caught, strip),
              vestRun(build, "main-outer", side, 0, kHalf)};
  }
  addVestSeam(build,
              {tab + "-seam", "Zip end tab basted into the gusset's seam, " + side, {run[0], run[1]}, ""});
}

/// A bartack through the tab, across the zip's end.
void addTab(const VestBuild& build, bool right) {
  const std::string name = right ? "main-zip-tab-right" : "main-zip-tab-left";
  Piece tab = makeVestPiece(
      build, {name, right ? "Zip end tab, right" : "Zip end tab, left", "shell", "reinforcement"});
  tab.code = build.id("main-zip-tab");
  tab.edges = {{"seam", {{0, 0}, {kTabWidth, 0}}, 10, EdgeFinish::Raw},
               {"right", {{kTabWidth, 0}, {kTabWidth, kTabLength}}, 0, EdgeFinish::HotCut},
               {"inner-seam", {{kTabWidth, kTabLength}, {0, kTabLength}}, 10, EdgeFinish::Raw},
               {"left", {{0, kTabLength}, {0, 0}}, 0, EdgeFinish::HotCut}};
  tab.marks = {{"fold", MarkKind::Fold, {{0, kTabLength / 2}, {kTabWidth, kTabLength / 2}}}};
  tab.surface = tabSurface(build.main, right);
  addPiece(build.draft, std::move(tab));
  addTabSeam(build, name, right);
  const Vec2 inside_fold{kTabWidth / 2, kTabLength / 2 - 6};
  addTack(build.draft, {build.id(name + "-tack"), build.call.assembly, build.id(name),
                        "across the zip end, through the tab", TackType::Bartack28, inside_fold, 0});
}

ModelShape sliderOn(const RibbonShape& chain, double scale) {
  const std::size_t at = chain.path.size() * 5 / 6;
  const Vec3 along = glm::normalize(chain.path[at] - chain.path[at - 1]);
  return {"zip-slider", chain.path[at] + 1.2 * chain.normals[at], along, chain.normals[at], scale};
}

void addZip(const VestBuild& build) {
  const double size = build.main->shape().litres() > 4 ? 5 : 3;
  addVestSeam(build, {"main-zip-seam",
                      "Main zip between top strip and outer panel",
                      {{vestRun(build, "main-top", "panel")}, {vestRun(build, "main-outer", "top")}},
                      zipOperation(build.draft, size),
                      "301",
                      "2.02.03"});
  const Shape chain(
      [main = build.main, width = size > 4 ? 22.0 : 18.0] { return chainAlongTop(*main, width); });
  const Shape slider(
      [chain, scale = size / 5] { return sliderOn(std::get<RibbonShape>(chain.drawn()), scale); });
  const double opening = lengthOf(build.main->panel()[2].points);
  constexpr double kUnderTabs = 25;  // tape that runs under the end tabs, at each end
  PackDraft& draft = build.draft;
  addFitting(draft, {build.id("main-zip"),
                     "Main zip",
                     build.call.assembly,
                     "zip",
                     draft.item("zip", size).id,
                     "top of the main pocket",
                     (opening + 2 * kUnderTabs) / 1000,
                     true,
                     {chain}});
  addFitting(draft, {build.id("main-slider"),
                     "Slider of the main zip",
                     build.call.assembly,
                     "slider",
                     draft.item("slider", size).id,
                     "main zip",
                     1,
                     true,
                     {slider}});
  addFitting(draft, {build.id("main-puller"),
                     "Puller of the main zip",
                     build.call.assembly,
                     "puller",
                     draft.item("puller").id,
                     "main slider",
                     1,
                     true,
                     {}});
  for (const bool right : {false, true}) addTab(build, right);
  addMeasure(draft, "N", opening);
}

/// Without a zip the top strip runs on over the panel, and an elastic mouth holds the panel under it.
void addOverlap(const VestBuild& build) {
  constexpr double kOverlap = 42;
  const Edge& top = build.main->panel()[2];
  Polyline lower;
  for (auto p = top.points.rbegin(); p != top.points.rend(); ++p)
    lower.push_back({0.96 * p->x, p->y - kOverlap});
  Piece flap = makeVestPiece(build, {"main-overlap", "Overlap of the main pocket", "front-panel"});
  flap.edges = {{"bottom", lower, 0, EdgeFinish::Bound},
                {"right", {lower.back(), top.points.front()}, 5, EdgeFinish::Bound},
                {"top", top.points, 10, EdgeFinish::Overlocked},
                {"left", {top.points.back(), lower.front()}, 5, EdgeFinish::Bound}};
  const LiftedSurface panel = liftedPanel(build.main);
  flap.surface = atLift(panel, 1.6);
  addPiece(build.draft, std::move(flap));
  addVestSeam(build, {"main-overlap-seam",
                      "Overlap to top strip",
                      {{vestRun(build, "main-overlap", "top")}, {vestRun(build, "main-top", "panel")}},
                      "S19",
                      "514"});
  for (const auto& [name, run] :
       {std::pair<std::string, RunPart>{"main-mouth", vestRun(build, "main-outer", "top")},
        {"main-overlap-edge", vestRun(build, "main-overlap", "bottom")}}) {
    StitchLine line{build.id(name + "-binding"),
                    "Elastic binding of the main opening",
                    build.call.assembly,
                    "elastic mouth",
                    {run}};
    line.stitch = "406";
    line.seam_class = "7.26.01";
    line.operation = "S07";
    addStitchLine(build.draft, std::move(line));
  }
  constexpr double kRelaxed = 0.85;  // elastic length over mouth length
  const double metres = kRelaxed * (lengthOf(top.points) + lengthOf(lower)) / 1000;
  const Shape band([panel, lower] {
    RibbonShape ribbon;
    ribbon.width_mm = 9;
    ribbon.thickness_mm = 1.6;
    for (const Vec2& p : refined(lower, 10)) {
      ribbon.path.push_back(panel(p + Vec2{0, 3}, 1.4));
      ribbon.normals.push_back(normalAt(atLift(panel, 0), p));
    }
    return ribbon;
  });
  addFitting(build.draft, {build.id("main-mouth-elastic"),
                           "Elastic binding of the main opening",
                           build.call.assembly,
                           "edge-binding",
                           build.draft.item("edge-binding").id,
                           "mouth and overlap of the main pocket",
                           metres,
                           true,
                           {band}});
}

}  // namespace

void addVestMain(const VestBuild& build) {
  addPiece(build.draft, innerPiece(build));
  addPiece(build.draft,
           stripPiece(build, {"main-gusset", "Main pocket gusset", "bottom"}, build.main->cut().gusset,
                      [main = build.main](Vec2 p) { return main->worn().gusset.at(p); }));
  addPiece(build.draft,
           stripPiece(build, {"main-top", "Main pocket top strip", "shell"}, build.main->cut().top_strip,
                      [main = build.main](Vec2 p) { return main->worn().top_strip.at(p); }));
  addPiece(build.draft, panelPiece(build));
  addMainSeams(build);
  if (build.zip_top)
    addZip(build);
  else
    addOverlap(build);
  std::vector<std::string> shell{build.id("main-inner"), build.id("main-gusset"), build.id("main-top"),
                                 build.id("main-outer")};
  build.draft.pack.compartments.push_back(
      {build.id("main"), "Main pocket", build.main->shape().litres(), build.zip_top, std::move(shell)});
}

}  // namespace configurator
