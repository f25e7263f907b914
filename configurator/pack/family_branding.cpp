// Marks of a brand: prints, embroidery, badges, and the labels the law and the brand ask for.
#include <algorithm>
#include <cmath>

#include "configurator/pack/host_room.h"
#include "configurator/pack/module_families.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

/// The artwork's rectangle on the piece, and a thin band that shows it.
Shape markShape(const PackDraft& draft, const Spot& spot, double thickness_mm) {
  const Host& host = draft.body.hosts.at(spot.host);
  const Vec2 left = spot.at + Vec2{0, spot.height_mm / 2};
  return ribbonOn(draft, host, {{left, left + Vec2{spot.width_mm, 0}}, spot.height_mm, thickness_mm, 0.3});
}

void addArtwork(PackDraft& draft, const PartNames& names, const Spot& spot, const std::string& technique,
                int colors) {
  const Host& host = draft.body.hosts.at(spot.host);
  Artwork artwork{names.id("artwork"),    technique, host.piece, spot.width_mm, spot.height_mm,
                  onPiece(host, spot.at), colors};
  draft.pack.artwork.push_back(std::move(artwork));
  std::vector<Edge> edges = patchEdges(spot, 0);
  Polyline outline;
  for (const Edge& edge : edges) outline.insert(outline.end(), edge.points.begin(), edge.points.end() - 1);
  outline.push_back(outline.front());
  markOn(draft, host, {names.id("artwork"), MarkKind::Logo, outline});
}

/// How much of a print's item it takes: area, or one position (a screen per colour).
double printAmount(const bom::Item& item, const Spot& spot, int colors) {
  if (item.unit == bom::Unit::SquareMetre) return spot.width_mm * spot.height_mm * 1e-6;
  return item.id.rfind("scrn", 0) == 0 ? colors : 1;
}

void addFilm(PackDraft& draft, const PartNames& names, const Spot& spot, const bom::Item& item) {
  Piece film;
  film.id = names.id("film");
  film.name = names.label("transfer film");
  film.assembly = names.assembly;
  film.zone = "logo";
  film.item = item.id;
  film.layer = "reinforcement";
  film.thickness_mm = 0.15;
  film.edges = patchEdges(spot, 4, 0);
  addPatch(draft, draft.body.hosts.at(spot.host), std::move(film), 0.8);
}

void buildPrint(const ModuleCall& call, PackDraft& draft) {
  const std::string technique = call.word("technique", "screen");
  const PartNames names = namesOf(call, "Print");
  const Spot spot = clearSpot(draft, openSpotOf(call, draft, {"front", 80, 40, 0, 200}), call.slot);
  const int colors = std::clamp(static_cast<int>(std::lround(call.number("colors", 1))), 1, 6);
  const bool screen = technique == "screen";
  const char* usual = screen                       ? "scrn"
                      : technique == "transfer"    ? "htr"
                      : technique == "sublimation" ? "subl"
                                                   : "refht";
  const bom::Item& item = draft.catalog.itemOf(call.word("item", usual), 0);
  if (item.sheet) {
    addFilm(draft, names, spot, item);
  } else {
    addCounted(draft, names,
               {"print",
                technique == "reflective" ? "reflective-fabric" : "logo",
                item.id,
                technique,
                0,
                printAmount(item, spot, colors),
                {markShape(draft, spot, 0.2)}});
  }
  addArtwork(draft, names, spot, technique, colors);
  addWork(draft, {names.id("work"), screen ? "P01" : "P02", call.assembly, screen ? colors : 1, 0, {}});
}

void buildEmbroidery(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Embroidery");
  const Spot spot = clearSpot(draft, openSpotOf(call, draft, {"front", 60, 40, 0, 200}), call.slot);
  const int thousands = std::clamp(static_cast<int>(std::lround(call.number("stitches", 6))), 1, 40);
  const int colors = std::clamp(static_cast<int>(std::lround(call.number("colors", 2))), 1, 12);
  addCounted(draft, names,
             {"stitches",
              "logo",
              call.word("item", "emb"),
              "embroidery",
              0,
              static_cast<double>(thousands),
              {markShape(draft, spot, 0.6)}});
  addArtwork(draft, names, spot, "embroidery", colors);
  addWork(draft, {names.id("work"), "P03", call.assembly, thousands, 0, {}});
}

/// A label's place and how it is held: by a row of stitches round it, or by one end in a seam.
struct HeldLabel {
  Spot spot;
  bool all_round = true;
};

void addLabelStitch(PackDraft& draft, const PartNames& names, const std::string& what,
                    const HeldLabel& held) {
  constexpr double kInside = 2;
  const Host& host = draft.body.hosts.at(held.spot.host);
  const Vec2 low = held.spot.at + Vec2{kInside, kInside};
  const Vec2 high = held.spot.at + Vec2{held.spot.width_mm - kInside, held.spot.height_mm - kInside};
  Polyline line{low, {low.x, high.y}};
  if (held.all_round) line = {low, {high.x, low.y}, high, {low.x, high.y}, low};
  StitchLine sewn = makeStitch(names, what + "-stitch", "P04");
  sewn.purpose = held.all_round ? "label all round" : "label's end";
  sewn.seam_class = "2.02.03";
  sewn.run = {{host.piece, markOn(draft, host, {names.id(what + "-line"), MarkKind::Stitch, line})}};
  addStitchLine(draft, std::move(sewn));
}

void buildBadge(const ModuleCall& call, PackDraft& draft) {
  const std::string technique = call.word("technique", "woven-label");
  const bool rubber = technique == "rubber-badge";
  const PartNames names = namesOf(call, rubber ? "Rubber badge" : "Woven label");
  const Spot spot = clearSpot(draft, openSpotOf(call, draft, {"front", 45, 45, 0, 200}), call.slot);
  addCounted(draft, names,
             {"badge",
              "logo",
              call.word("item", rubber ? "patch" : "lblw"),
              technique,
              0,
              1,
              {markShape(draft, spot, rubber ? 2.0 : 0.5)}});
  addArtwork(draft, names, spot, technique, 1);
  addLabelStitch(draft, names, "badge", {spot, true});
}

/// One label: a counted item, a shape where it is sewn, a line in the label list.
struct LabelOf {
  std::string kind, item, placement;
  Vec2 at{0, 0};
  double width_mm = 50, height_mm = 20;
  bool in_seam = false;  ///< its left end is
};

void addLabel(PackDraft& draft, const PartNames& names, const LabelOf& label) {
  std::vector<Shape> shapes;
  if (label.width_mm > 0) {
    const Host& host = placeOf(draft, "back-inner");
    const Spot spot = fitted(draft, {host.id, label.at, label.width_mm, label.height_mm});
    shapes.push_back(markShape(draft, spot, 0.3));
    addLabelStitch(draft, names, label.kind, {spot, !label.in_seam});
  }
  Fitting& fitting =
      addCounted(draft, names, {label.kind, "label", label.item, label.kind + " label", 0, 1, shapes});
  fitting.placement = label.placement;
  fitting.in_product = label.width_mm > 0;
  draft.pack.labels.push_back({names.id(label.kind), label.kind, label.placement, fitting.item});
}

void buildLabels(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Labels");
  const Host& inner = placeOf(draft, "back-inner");
  if (call.word("main", "yes") == "yes") {
    addLabel(draft, names,
             {"main",
              call.word("main-item", ""),
              "inside, centre back, below the upper edge",
              {inner.width_mm / 2 - 25, inner.height_mm - 50},
              50,
              20});
  }
  if (call.word("care", "yes") == "yes") {
    addLabel(draft, names,
             {"care",
              call.word("care-item", "lblc"),
              "inside, side seam of the lining, 30 from a corner",
              {2, 30},
              30,
              60,
              true});
  }
  if (call.word("hang-tag", "yes") == "yes") {
    addLabel(draft, names, {"hang-tag", call.word("tag-item", "tag"), "haul loop", {0, 0}, 0, 0});
  }
}

}  // namespace

Family printFamily() {
  return {moduleSpec("print", true,
                     {wordArgument("technique", {"screen", "transfer", "sublimation", "reflective"}),
                      numberArgument("colors"), wordArgument("item")}),
          buildPrint};
}

Family embroideryFamily() {
  return {moduleSpec("embroidery", true,
                     {numberArgument("stitches"), numberArgument("colors"), wordArgument("item")}),
          buildEmbroidery};
}

Family badgeFamily() {
  return {moduleSpec("badge", true,
                     {wordArgument("technique", {"woven-label", "rubber-badge"}), wordArgument("item")}),
          buildBadge};
}

Family labelsFamily() {
  return {moduleSpec("labels", false,
                     {wordArgument("main", {"yes", "no"}), wordArgument("care", {"yes", "no"}),
                      wordArgument("hang-tag", {"yes", "no"}), wordArgument("main-item"),
                      wordArgument("care-item"), wordArgument("tag-item")}),
          buildLabels};
}

}  // namespace configurator
