// Elastic cords laced over a host: a bungee between webbing loops, or a lace that draws the pack together.
#include <algorithm>
#include <cmath>

#include "configurator/pack/module_families.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kBungeeEase = 1.15, kBungeeEnds = 150;  // length = 1.15 x zig-zag run + 150
constexpr double kLaceEase = 1.2;
constexpr double kLoopCut = 60;

/// Loops up both sides; the cord crosses from each to the one diagonally above.
struct Lacing {
  Polyline loops;  // alternating left and right, from the bottom up
  Polyline cord;
};

Lacing lacingOf(const Spot& spot, int zigzags, bool crossed) {
  Lacing lacing;
  const double left = spot.at.x;
  const double right = spot.at.x + spot.width_mm;
  for (int i = 0; i <= zigzags; ++i) {
    const double y = spot.at.y + spot.height_mm * i / zigzags;
    const bool at_left = i % 2 == 0;
    lacing.cord.push_back({at_left ? left : right, y});
    lacing.loops.push_back({left, y});
    lacing.loops.push_back({right, y});
  }
  if (!crossed) return lacing;
  for (int i = zigzags; i >= 0; --i) {
    const double y = spot.at.y + spot.height_mm * i / zigzags;
    lacing.cord.push_back({i % 2 == 0 ? right : left, y});
  }
  lacing.cord.push_back(lacing.cord.front());
  return lacing;
}

void addLoop(PackDraft& draft, const PartNames& base, const Host& host, Vec2 at, int index) {
  PartNames names = base;
  names.suffix = "-" + std::to_string(index);
  const double outward = at.x < host.width_mm / 2 ? -1 : 1;
  const Polyline line{at, at + Vec2{outward * 16, 0}};
  addNarrow(draft, names,
            {"loop", "webbing", "cord loop", 10, kLoopCut, {ribbonOn(draft, host, {line, 10, 2, 0.6})}});
  addTackOn(draft, names, host, {"tack", "cord loop", at + Vec2{outward * 12, 0}, TackType::Bartack28, 90});
}

void buildCordRun(const ModuleCall& call, PackDraft& draft) {
  const bool lace = call.word("kind", "bungee") == "lace";
  const PartNames names = namesOf(call, lace ? "Lace" : "Bungee");
  const Host& wanted = placeOf(draft, call.word("host", "front"));
  Spot spot = spotOf(call, draft,
                     {wanted.id, 0.7 * wanted.width_mm, 0.45 * wanted.height_mm, 0, 0.3 * wanted.height_mm});
  spot.at.x += 14;  // the loops stand outside the cord
  spot.width_mm = std::max(20.0, spot.width_mm - 28);
  const Host& host = draft.body.hosts.at(spot.host);
  const int zigzags = std::clamp(static_cast<int>(std::lround(call.number("zigzags", 3))), 2, 10);
  const Lacing lacing = lacingOf(spot, zigzags, true);
  const double size = call.number("cord", 3);
  const double run = lengthOf(lacing.cord);
  const double cut = lace ? kLaceEase * run : kBungeeEase * run + kBungeeEnds;
  addNarrow(draft, names,
            {"cord",
             "cord",
             lace ? "lace" : "bungee",
             size,
             cut,
             {cordOn(draft, host, {lacing.cord, size, 1, 3})}});
  int index = 0;
  for (const Vec2& at : lacing.loops) addLoop(draft, names, host, at, ++index);
  if (call.word("lock", "yes") == "yes") {
    const Vec2 at{spot.at.x + spot.width_mm / 2, spot.at.y};
    addCounted(draft, names,
               {"lock",
                "hardware",
                "cl",
                "cord lock",
                0,
                1,
                {modelOn(draft, host, {"cord-lock", at, {1, 0}, 1, 4})}});
    addWork(draft, {names.id("threading"), "S20", call.assembly, 1, 0, {names.id("lock")}});
  }
}

}  // namespace

Family cordRunFamily() {
  return {moduleSpec("cord-run", true,
                     {wordArgument("kind", {"bungee", "lace"}), numberArgument("cord"),
                      numberArgument("zigzags"), wordArgument("lock", {"yes", "no"})}),
          buildCordRun};
}

}  // namespace configurator
