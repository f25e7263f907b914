// Straps that draw a pack together: side compression straps of a box, side adjusters of a vest.
#include <algorithm>
#include <cmath>

#include "configurator/pack/module_families.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kAnchorCut = 70;   // a short loop that holds the ladder lock or the socket
constexpr double kModelWidth = 20;  // component models are drawn for 20 mm webbing

struct Strap {
  Vec2 from{0, 0}, to{0, 0};  ///< anchor and far end on the host
  double webbing_mm = 15, length_mm = 300;
  bool side_release = false;
};

void addHardware(PackDraft& draft, const PartNames& names, const Host& host, const Strap& strap) {
  const Vec2 along = glm::normalize(strap.to - strap.from);
  const Vec2 at = strap.from + 0.35 * glm::distance(strap.from, strap.to) * along;
  const double scale = strap.webbing_mm / kModelWidth;
  const char* zone = strap.side_release ? "buckle" : "ladder-lock";
  const char* model = strap.side_release ? "side-release-buckle" : "ladder-lock";
  addCounted(draft, names,
             {"buckle",
              zone,
              "",
              strap.side_release ? "side-release buckle" : "ladder lock",
              strap.webbing_mm,
              1,
              {modelOn(draft, host, {model, at, along, scale, 2})}});
}

double distanceToLine(const Polyline& line, Vec2 p) {
  double nearest = 1e300;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Vec2 d = line[i] - line[i - 1];
    const double t = std::clamp(glm::dot(p - line[i - 1], d) / std::max(glm::dot(d, d), 1e-12), 0.0, 1.0);
    nearest = std::min(nearest, glm::distance(p, line[i - 1] + t * d));
  }
  return nearest;
}

/// A strap's end: as far as the seam of its panel, where that is near and no zip, else on the host.
struct End {
  Vec2 at{0, 0};
  bool in_seam = false;
};

End endTowards(const PackDraft& draft, const Host& host, Vec2 from, Vec2 out) {
  constexpr double kReach = 30, kStep = 0.5;
  const Piece& piece = *findPiece(draft.pack, host.piece);
  const Polyline outline = outlineOf(piece);
  double way = 0;
  while (way < kReach && isInside(outline, onPiece(host, from + (way + kStep) * out))) way += kStep;
  const Vec2 at = from + way * out;
  if (way >= kReach) return {from, false};
  const auto nearest =
      std::min_element(piece.edges.begin(), piece.edges.end(), [&](const Edge& one, const Edge& other) {
        return distanceToLine(one.points, onPiece(host, at)) <
               distanceToLine(other.points, onPiece(host, at));
      });
  return nearest->name == "zip" ? End{from, false} : End{at, true};
}

/// A tack inside the seam line, or on the panel with a patch behind it.
void addEndTack(PackDraft& draft, const PartNames& names, const Host& host, const TackOf& tack,
                bool in_seam) {
  addTackOn(draft, names, host, tack);
  if (in_seam) return;
  PartNames patch = names;
  patch.suffix = names.suffix + "-" + tack.what;
  addBackingPatch(draft, patch, host, tack.at);
}

/// One strap: an anchor loop with its buckle, and the strap from the other side. S17 covers its sewing.
void addStrap(PackDraft& draft, const PartNames& names, const Host& host, Strap strap) {
  constexpr double kInside = 4;
  const Vec2 along = glm::normalize(strap.to - strap.from);
  const End ends[2] = {endTowards(draft, host, strap.from, -along), endTowards(draft, host, strap.to, along)};
  strap.from = ends[0].at;
  strap.to = ends[1].at;
  const Vec2 meeting = strap.from + 0.35 * glm::distance(strap.from, strap.to) * along;
  addNarrow(draft, names,
            {"strap",
             "webbing",
             "strap",
             strap.webbing_mm,
             strap.length_mm,
             {ribbonOn(draft, host, {{strap.to, meeting}, strap.webbing_mm, 1.3, 2})}});
  addNarrow(draft, names,
            {"anchor",
             "webbing",
             "anchor loop",
             strap.webbing_mm,
             kAnchorCut,
             {ribbonOn(draft, host, {{strap.from, meeting}, strap.webbing_mm, 1.3, 2})}});
  addHardware(draft, names, host, strap);
  addEndTack(draft, names, host,
             {"tack-1", "anchor loop", strap.from + kInside * along, TackType::Bartack42, 90},
             ends[0].in_seam);
  addEndTack(draft, names, host, {"tack-2", "strap end", strap.to - kInside * along, TackType::Bartack42, 90},
             ends[1].in_seam);
  addWork(draft, {names.id("set"), "S17", names.assembly, 1, 0, {names.id("strap")}});
}

/// Straps above each other on one host, numbered from `first` on.
struct StrapRow {
  std::string host;
  int count = 0, first = 1;
};

/// Where a side's straps go: shared between the places below and above a zip's end.
std::vector<StrapRow> rowsOf(const PackDraft& draft, const std::string& host, int pairs) {
  constexpr double kLeastUpper = 60;
  const auto upper = draft.body.hosts.find(host + "-upper");
  const bool two = pairs > 1 && upper != draft.body.hosts.end() && upper->second.height_mm >= kLeastUpper;
  if (!two) return {{host, pairs, 1}};
  const int above = pairs / 2;
  return {{host, pairs - above, 1}, {upper->first, above, pairs - above + 1}};
}

void addRow(const ModuleCall& call, PackDraft& draft, const Side& side, const StrapRow& row) {
  const Host& host = draft.body.hosts.at(row.host);
  Strap strap;
  strap.webbing_mm = call.number("webbing", 15);
  const double length = call.number("length", 0);
  strap.length_mm = length > 0 ? length : draft.body.depth_mm + 150;
  strap.side_release = call.word("buckle", "ladder-lock") == "side-release";
  const double low = std::min(call.number("y", 60), host.height_mm / 3);
  const double pitch = (host.height_mm - 50 - low) / std::max(1, row.count - 1);
  for (int i = 0; i < row.count; ++i) {
    PartNames names = namesOf(call, "Compression strap");
    names.suffix = side.suffix + "-" + std::to_string(row.first + i);
    const double v = row.count == 1 ? host.height_mm * 0.6 : low + i * pitch;
    // The anchor sits towards the back: u = 0 is the back on the left side, the front on the right.
    strap.from = {side.mirrored ? host.width_mm - 2 : 2, v};
    strap.to = {side.mirrored ? 2 : host.width_mm - 2, v};
    addStrap(draft, names, host, strap);
  }
}

/// How high the side is that straps hold, below and above a zip's end.
double sideHeight(const PackDraft& draft, const std::string& host) {
  const auto upper = draft.body.hosts.find(host + "-upper");
  const double above = upper == draft.body.hosts.end() ? 0 : upper->second.height_mm;
  return draft.body.hosts.at(host).height_mm + above;
}

void buildCompressionStraps(const ModuleCall& call, PackDraft& draft) {
  constexpr double kHeightPerPair = 250;  // construction reference: ceil(B / 250), of what is straight
  const int wanted = static_cast<int>(std::lround(call.number("pairs", 0)));
  for (const Side& side : sidesOf(call, draft, "left")) {
    const int by_height = static_cast<int>(std::ceil(sideHeight(draft, side.host) / kHeightPerPair));
    const int pairs = std::clamp(wanted > 0 ? wanted : by_height, 1, 4);
    for (const StrapRow& row : rowsOf(draft, side.host, pairs)) addRow(call, draft, side, row);
  }
}

void addCordAdjuster(PackDraft& draft, const PartNames& names, const Host& host, const Strap& strap) {
  Polyline line;
  for (int i = 0; i <= 4; ++i) {
    const double a = i / 4.0;
    line.push_back(glm::mix(strap.from, strap.to, a) + Vec2{0, i % 2 == 0 ? -8.0 : 8.0});
  }
  addNarrow(
      draft, names,
      {"cord", "cord", "adjusting cord", 3, 2 * strap.length_mm, {cordOn(draft, host, {line, 3, 1, 2})}});
  addCounted(draft, names,
             {"lock",
              "hardware",
              "cl",
              "cord lock",
              0,
              1,
              {modelOn(draft, host, {"cord-lock", strap.to, {1, 0}, 1, 3})}});
  addTackOn(draft, names, host, {"tack-1", "cord end", strap.from});
  addTackOn(draft, names, host, {"tack-2", "cord guide", strap.to});
  addWork(draft, {names.id("set"), "S17", names.assembly, 1, 0, {names.id("cord")}});
}

void buildSideAdjusters(const ModuleCall& call, PackDraft& draft) {
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 1))), 1, 3);
  for (const Side& side : sidesOf(call, draft, "side-left")) {
    const Host& host = draft.body.hosts.at(side.host);
    Strap strap;
    strap.webbing_mm = call.number("webbing", 15);
    strap.length_mm = std::clamp(call.number("length", 250), 120.0, 400.0);
    for (int i = 0; i < count; ++i) {
      PartNames names = namesOf(call, "Side adjuster");
      names.suffix = side.suffix + "-" + std::to_string(i + 1);
      const double v = host.height_mm * (i + 1) / (count + 1.0);
      strap.from = {side.mirrored ? host.width_mm - 4 : 4, v};
      strap.to = {side.mirrored ? 4 : host.width_mm - 4, v};
      if (call.word("kind", "webbing") == "cord")
        addCordAdjuster(draft, names, host, strap);
      else
        addStrap(draft, names, host, strap);
    }
  }
}

}  // namespace

Family compressionStrapsFamily() {
  return {moduleSpec("compression-straps", false,
                     {wordArgument("sides", {"both", "left", "right"}), numberArgument("pairs"),
                      lengthArgument("webbing"), lengthArgument("length"),
                      wordArgument("buckle", {"ladder-lock", "side-release"})}),
          buildCompressionStraps};
}

Family sideAdjustersFamily() {
  return {moduleSpec("side-adjusters", false,
                     {wordArgument("sides", {"both", "left", "right"}), numberArgument("count"),
                      lengthArgument("webbing"), lengthArgument("length"),
                      wordArgument("kind", {"webbing", "cord"})}),
          buildSideAdjusters};
}

}  // namespace configurator
