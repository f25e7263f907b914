// Webbing sewn to a host: MOLLE fields, daisy chains, plain runs, pole and axe loops, the haul loop.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "configurator/pack/module_families.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kRowEnd = 12;       // beyond the end tack
constexpr double kSlackPerLoop = 4;  // a daisy loop stands off a little
constexpr double kTurnUnder = 20;    // of a load-bearing end

/// A webbing field: `rows` bands of `cells` equal loops, turned on its side when vertical.
struct Field {
  std::string pattern = "molle";
  Spot spot;
  double webbing_mm = 25, pitch_mm = 50, cell_mm = 38.1;
  int rows = 1, cells = 1;
  bool vertical = false;

  double runLength() const { return vertical ? spot.height_mm : spot.width_mm; }
  double acrossLength() const { return vertical ? spot.width_mm : spot.height_mm; }
  Vec2 point(double along, double across) const {
    return spot.at + (vertical ? Vec2{across, along} : Vec2{along, across});
  }
};

/// What pockets on a host leave of a stretch of its height: the tallest clear band.
struct Band {
  double low = 0, high = 0;
};

Band clearBand(const PackDraft& draft, const Spot& spot) {
  constexpr double kClear = 14;  // pockets offer themselves 10 inside their seam
  std::vector<Band> taken;
  const std::string prefix = spot.host + "/";
  for (const auto& [id, panel] : draft.body.hosts) {
    const bool on_host = id.rfind(prefix, 0) == 0 && id.find('/', prefix.size()) == std::string::npos;
    const bool beside =
        panel.origin.x > spot.at.x + spot.width_mm || panel.origin.x + panel.width_mm < spot.at.x;
    if (on_host && !beside) taken.push_back({panel.origin.y - kClear, panel.reach_mm + kClear});
  }
  std::sort(taken.begin(), taken.end(), [](const Band& a, const Band& b) { return a.low < b.low; });
  const double top = spot.at.y + spot.height_mm;
  taken.push_back({top, top});
  Band best;
  double from = spot.at.y;
  for (const Band& one : taken) {
    const double to = std::min(one.low, top);
    if (to - from > best.high - best.low) best = {from, to};
    from = std::max(from, one.high);
  }
  return best;
}

/// Rows of webbing keep off pockets. Where those leave no room for one row, the field is a pocket's.
Spot clearRowsOf(const ModuleCall& call, PackDraft& draft, const SpotDefaults& defaults, double pitch_mm) {
  Spot spot = spotOf(call, draft, defaults);
  const Band band = clearBand(draft, spot);
  if (band.high - band.low < std::min(pitch_mm, spot.height_mm) - 0.01)
    return openSpotOf(call, draft, defaults);
  spot.at.y = band.low;
  spot.height_mm = band.high - band.low;
  return fitted(draft, spot);
}

/// cells = floor((w - 20) / 38.1), rows = floor(h / 50): PALS practice with 25 mm webbing.
Field fieldOf(const ModuleCall& call, PackDraft& draft) {
  Field field;
  field.pattern = call.word("pattern", "molle");
  field.vertical =
      call.word("orientation", field.pattern == "daisy" ? "vertical" : "horizontal") == "vertical";
  field.webbing_mm = call.number("webbing", field.pattern == "molle" ? 25 : 20);
  field.pitch_mm = std::max(field.webbing_mm + 5, call.number("pitch", 50));
  field.cell_mm = std::max(20.0, call.number("cell", field.pattern == "daisy" ? 50 : 38.1));
  const Host& host = placeOf(draft, call.word("host", "front"));
  const bool one = field.pattern != "molle";
  const double band = field.webbing_mm + 4;
  const double wide = one && field.vertical ? band : host.width_mm - 8;
  const double tall = one && !field.vertical ? band : host.height_mm - 24;
  ModuleCall here = call;
  for (const char* side : {"width", "height"}) {
    if (call.number(side, 0) <= 0) here.numbers.erase(side);
  }
  field.spot = one || field.vertical ? openSpotOf(here, draft, {host.id, wide, tall, 0, 12})
                                     : clearRowsOf(here, draft, {host.id, wide, tall, 0, 12}, field.pitch_mm);
  const int fit = std::max(1, static_cast<int>(std::floor(field.acrossLength() / field.pitch_mm)));
  const int wanted = static_cast<int>(std::lround(call.number("rows", 0)));
  field.rows = wanted > 0 ? std::min(wanted, fit) : one ? 1 : fit;
  field.cells = std::max(1, static_cast<int>(std::floor((field.runLength() - 20) / field.cell_mm)));
  return field;
}

/// Distances of the tacks along a row.
std::vector<double> tackPlaces(const Field& field) {
  const double start = (field.runLength() - field.cells * field.cell_mm) / 2;
  std::vector<double> places;
  for (int i = 0; i <= field.cells; ++i) {
    if (field.pattern == "plain" && i != 0 && i != field.cells) continue;
    places.push_back(start + i * field.cell_mm);
  }
  return places;
}

/// Along the middle of webbing that lies flat from end to end.
void addRowStitch(PackDraft& draft, const PartNames& names, const RunPart& line) {
  StitchLine sewn = makeStitch(names, "row-stitch", "S11");
  sewn.seam_class = "2.01.01";
  sewn.purpose = "webbing on panel";
  sewn.run = {line};
  addStitchLine(draft, std::move(sewn));
}

void addRow(PackDraft& draft, const PartNames& base, const Field& field, int row) {
  const Host& host = draft.body.hosts.at(field.spot.host);
  PartNames names = base;
  names.suffix = "-" + std::to_string(row + 1);
  const double first = (field.acrossLength() - (field.rows - 1) * field.pitch_mm) / 2;
  const double across = first + row * field.pitch_mm;
  const std::vector<double> places = tackPlaces(field);
  const double from = std::max(1.0, places.front() - kRowEnd);
  const double to = std::min(field.runLength() - 1, places.back() + kRowEnd);
  const Polyline line{field.point(from, across), field.point(to, across)};
  const double slack = field.pattern == "daisy" ? kSlackPerLoop * field.cells : 0;
  const double lift = field.pattern == "daisy" ? 2 : 0.6;
  addNarrow(draft, names,
            {"row",
             "webbing",
             field.pattern == "daisy" ? "daisy chain" : "webbing row",
             field.webbing_mm,
             field.cells * field.cell_mm + 2 * kRowEnd + slack,
             {ribbonOn(draft, host, {line, field.webbing_mm, 1.3, lift})}});
  const std::string mark = markOn(draft, host, {names.id("line"), MarkKind::Placement, line});
  if (field.pattern == "plain") {
    addRowStitch(draft, names, {host.piece, mark});
  } else {  // what hangs in the cells goes under the webbing: its tacks alone hold it
    addWork(draft, {names.id("row-laying"), "S11", names.assembly, 1, (to - from) / 1000, {names.id("row")}});
  }
  int index = 0;
  for (const double along : places) {
    addTackOn(draft, names, host,
              {"tack-" + std::to_string(++index), "webbing cell", field.point(along, across),
               TackType::Bartack42, field.vertical ? 0.0 : 90.0});
  }
}

void buildWebbingRun(const ModuleCall& call, PackDraft& draft) {
  const Field field = fieldOf(call, draft);
  const PartNames names = namesOf(call, field.pattern == "molle" ? "MOLLE field" : "Webbing run");
  for (int row = 0; row < field.rows; ++row) addRow(draft, names, field, row);
  // Two fields of one pack have one pitch.
  if (field.pattern == "molle" && draft.catalog.findMeasure("U") != nullptr && !hasMeasure(draft, "U")) {
    addMeasure(draft, "U", field.pitch_mm);
    if (draft.catalog.findMeasure("UC") != nullptr) addMeasure(draft, "UC", field.cell_mm);
  }
}

/// A pole or axe is held low in a loop and above by a bungee keeper.
void addToolLoop(PackDraft& draft, const PartNames& names, const ModuleCall& call, Vec2 base) {
  const Host& host = placeOf(draft, call.word("host", "front"));
  const bool axe = call.word("kind", "pole") == "axe";
  const double width = call.number("webbing", 20);
  const double length = std::clamp(call.number("length", 150), 60.0, 300.0);
  const double drop = std::min(length / 3, base.y - 2);
  const double half = axe ? 14 : 10;
  const Polyline loop{base + Vec2{-half, 0}, base + Vec2{-half, -drop}, base + Vec2{half, -drop},
                      base + Vec2{half, 0}};
  addNarrow(draft, names,
            {"loop",
             "webbing",
             axe ? "axe loop" : "pole loop",
             width,
             length,
             {ribbonOn(draft, host, {loop, width * 0.6, 1.2, 3})}});
  addBackingPatch(draft, names, host, base);
  addTackOn(draft, names, host, {"tack-1", "tool loop end", base, TackType::Bartack42});
  const Vec2 keeper = base + Vec2{0, std::min(300.0, std::max(40.0, host.height_mm - 30 - base.y))};
  const Polyline bungee{keeper, keeper + Vec2{-14, -20}, keeper + Vec2{0, -34}, keeper + Vec2{14, -20},
                        keeper};
  addNarrow(draft, names,
            {"keeper", "cord", "bungee keeper", 3, 200, {cordOn(draft, host, {bungee, 3, 1, 1})}});
  addCounted(draft, names,
             {"keeper-lock",
              "hardware",
              "cl",
              "cord lock",
              0,
              1,
              {modelOn(draft, host, {"cord-lock", keeper + Vec2{0, -38}, {0, 1}, 1, 2})}});
  addTackOn(draft, names, host, {"tack-2", "bungee keeper", keeper});
}

void buildLoops(const ModuleCall& call, PackDraft& draft) {
  const Host& host = placeOf(draft, call.word("host", "front"));
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 2))), 1, 4);
  const double room = (host.width_mm - 60) / std::max(1, count - 1);
  const double spacing = std::min(call.number("spacing", 120), std::max(20.0, room));
  for (int i = 0; i < count; ++i) {
    PartNames names = namesOf(call, "Tool loop");
    names.suffix = "-" + std::to_string(i + 1);
    const double u = host.width_mm / 2 + (i - (count - 1) / 2.0) * spacing + call.number("x", 0);
    const double y = std::clamp(call.number("y", 55), 20.0, host.height_mm / 2);
    addToolLoop(draft, names, call, {std::clamp(u, 24.0, std::max(24.0, host.width_mm - 24)), y});
  }
}

/// Where a haul loop stands to: out of a top panel; up from a back, whose outside is the wearer's.
Vec3 standingFrom(const Host& host, Vec2 at) {
  const Vec3 out = normalAt(host.outside, at);
  if (out.y > 0.5 || out.z >= 0) return out;
  const Vec3 up = host.outside(at) - host.outside(at - Vec2{0, 5});
  return glm::normalize(glm::normalize(up) - 0.25 * out);
}

/// The haul loop stands out of the top of the back in a half circle.
RibbonShape standingLoop(const Host& host, const Polyline& ends, double rise_mm, double width_mm) {
  RibbonShape ribbon;
  ribbon.width_mm = width_mm;
  ribbon.thickness_mm = 2.4;
  const Vec3 from = onHost(host, ends[0], 0.5);
  const Vec3 to = onHost(host, ends[1], 0.5);
  const Vec3 out = standingFrom(host, (ends[0] + ends[1]) / 2.0);
  constexpr int kSteps = 14;
  constexpr double kPi = 3.14159265358979323846;
  for (int i = 0; i <= kSteps; ++i) {
    const double angle = kPi * i / kSteps;
    const double along = (1 - std::cos(angle)) / 2;
    ribbon.path.push_back(glm::mix(from, to, along) + std::sin(angle) * rise_mm * out);
    ribbon.normals.push_back(
        glm::normalize(std::sin(angle) * out - std::cos(angle) * glm::normalize(to - from)));
  }
  return ribbon;
}

/// The same loop, moved away from the wearer as far as its nearer edge needs.
RibbonShape clearOf(const Torso& torso, RibbonShape loop) {
  double inside = 0;
  for (const Vec3& at : loop.path)
    inside = std::max(inside, depthInside(torso, at - Vec3{0, 0, loop.width_mm / 2 + loop.thickness_mm}));
  for (Vec3& at : loop.path) at.z += inside;
  return loop;
}

void buildHaulLoop(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Haul loop");
  const bool top = draft.body.hosts.count("top") > 0 && call.word("host", "top") == "top";
  const Host& host = placeOf(draft, top ? "top" : call.word("host", "back"));
  const double width = call.number("webbing", 25);
  const double length = std::clamp(call.number("length", 220), 120.0, 400.0);
  const double spacing = std::clamp(call.number("spacing", 60), 20.0, std::max(20.0, host.width_mm - 10));
  const double v = top ? host.height_mm / 2 : host.height_mm - 6;
  const Polyline ends{{(host.width_mm - spacing) / 2, v}, {(host.width_mm + spacing) / 2, v}};
  const double free = length - 2 * kTurnUnder;
  const double rise = std::clamp((free - spacing) / 2.6, 12.0, 90.0);
  const bool daisy = call.word("kind", "webbing") == "daisy";
  addNarrow(draft, names,
            {"loop",
             "webbing",
             "haul loop",
             width,
             (daisy ? 1.5 : 1.0) * length,
             {clearOf(draft.body.torso, standingLoop(host, ends, rise, width))}});
  PartNames ended = names;
  for (int i = 0; i < 2; ++i) {
    ended.suffix = i == 0 ? "-left" : "-right";
    addBackingPatch(draft, ended, host, ends[static_cast<std::size_t>(i)]);
    addTackOn(draft, ended, host,
              {"anchor", "haul loop end", ends[static_cast<std::size_t>(i)], TackType::XBox});
  }
  if (daisy)
    addTackOn(draft, names, host, {"middle", "daisy loop", (ends[0] + ends[1]) / 2.0, TackType::Bartack42});
  addWork(draft, {names.id("baste"), "B03", call.assembly, 2, 0, {names.id("loop")}});
  if (draft.catalog.findMeasure("X") != nullptr) addMeasure(draft, "X", free / 2 + kTurnUnder);
}

}  // namespace

Family webbingRunFamily() {
  return {moduleSpec("webbing-run", true,
                     {wordArgument("pattern", {"molle", "daisy", "plain"}),
                      wordArgument("orientation", {"horizontal", "vertical"}), lengthArgument("webbing"),
                      lengthArgument("pitch"), lengthArgument("cell"), numberArgument("rows")}),
          buildWebbingRun};
}

Family loopsFamily() {
  return {moduleSpec("loops", true,
                     {wordArgument("kind", {"pole", "axe"}), numberArgument("count"),
                      lengthArgument("webbing"), lengthArgument("length"), lengthArgument("spacing")}),
          buildLoops};
}

Family haulLoopFamily() {
  return {moduleSpec("haul-loop", false,
                     {wordArgument("kind", {"webbing", "daisy"}), lengthArgument("webbing"),
                      lengthArgument("length"), lengthArgument("spacing")}),
          buildHaulLoop};
}

}  // namespace configurator
