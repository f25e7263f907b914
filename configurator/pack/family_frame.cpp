#include "configurator/pack/family_frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/family_harness.h"
#include "configurator/pack/on_host.h"

namespace configurator {
namespace {

Fitting madeOf(const ModuleCall& call, const std::string& id, const char* name) {
  Fitting fitting;
  fitting.id = call.id(id);
  fitting.name = name;
  fitting.assembly = call.assembly;
  return fitting;
}

/// A line on a host lifted a little, with the host's normal at each point.
RibbonShape bandOnHost(const Host& host, const Polyline& line, double width_mm) {
  RibbonShape band;
  band.width_mm = width_mm;
  for (const Vec2& p : refined(line, 25)) {
    band.path.push_back(onHost(host, p, 0.6));
    band.normals.push_back(normalAt(host.outside, p));
  }
  return band;
}

}  // namespace

void buildFramesheet(const ModuleCall& call, PackDraft& draft) {
  Host& inner = draft.body.hosts.at("back-inner");
  const double width = std::min(inner.width_mm, draft.body.width_mm) - 30;
  // While a body is solved it may be too low for any sheet.
  constexpr double kLeastHeight = 100;
  const double height = std::max(inner.height_mm - 40, kLeastHeight);
  const Vec2 at{(inner.width_mm - width) / 2, 20};
  const auto onInner = [&](double lift) {
    return Surface([host = inner, at, lift](Vec2 p) { return onHost(host, p + at, lift); });
  };
  Piece sheet;
  sheet.id = call.id("sheet");
  sheet.name = "Framesheet";
  sheet.assembly = call.assembly;
  sheet.zone = "board";
  sheet.item = draft.item("board").id;
  sheet.layer = "board";
  sheet.thickness_mm = 1;
  sheet.edges = makeEdges({{0, 0}, width, height, 40, 40, -1}, 0);
  sheet.surface = onInner(0.8);
  addPiece(draft, std::move(sheet));
  Piece sleeve;
  sleeve.id = call.id("sleeve");
  sleeve.name = "Framesheet sleeve";
  sleeve.assembly = call.assembly;
  sleeve.zone = "lining";
  sleeve.item = draft.item("lining").id;
  sleeve.layer = "lining";
  sleeve.edges = makeEdges({{-6, -6}, width + 12, height - 20, 30, 4, -1}, 10);
  sleeve.surface = onInner(2.2);
  addPiece(draft, std::move(sleeve));
  Seam seam;
  seam.id = call.id("sleeve-seam");
  seam.name = "Framesheet sleeve to back lining";
  seam.assembly = call.assembly;
  seam.seam_class = "2.02.03";
  seam.operation = "S03";
  const std::vector<Edge> placed = makeEdges({at - Vec2{6, 6}, width + 12, height - 20, 30, 4, -1}, 10);
  sewOn(draft, inner, {call.id("sleeve"), {"left", "bottom", "right"}, placed, std::move(seam)});
  Fitting mouth = madeOf(call, "mouth", "Hook and loop at the sleeve mouth");
  mouth.zone = "hook-loop";
  mouth.item = draft.item("hook-loop", 20).id;
  mouth.amount = 0.5 * width / 1000;
  addFitting(draft, std::move(mouth));
  addWork(draft, {call.id("insert"), "B08", call.assembly, 1, 0, {call.id("sheet")}});
  inner.lift_mm += 2.5;
}

FamilySpec framesheetSpec() {
  return {"framesheet", {}, {}, {}};
}

void buildStays(const ModuleCall& call, PackDraft& draft) {
  Host& inner = draft.body.hosts.at("back-inner");
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 1))), 1, 2);
  const double length = inner.height_mm - 10;
  for (int i = 0; i < count; ++i) {
    const double x = inner.width_mm / 2 + (count == 1 ? 0.0 : i == 0 ? -70.0 : 70.0);
    const std::string number = std::to_string(i + 1);
    const Polyline line{{x, 5}, {x, 5 + length}};
    Fitting stay = madeOf(call, "stay-" + number, "Aluminium stay, bent to the back");
    stay.zone = "rod";
    stay.item = draft.item("rod").id;
    stay.amount = (length + 30) / 1000;
    stay.shapes.emplace_back([host = inner, line] { return bandOnHost(host, line, 12.7); });
    addFitting(draft, std::move(stay));
    Fitting sleeve = madeOf(call, "stay-sleeve-" + number, "Stay sleeve webbing");
    sleeve.zone = "webbing";
    sleeve.item = draft.item("webbing", 38).id;
    sleeve.amount = (length + 60) / 1000;
    sleeve.shapes.emplace_back([host = inner, line] { return bandOnHost(host, line, 30); });
    addFitting(draft, std::move(sleeve));
    for (const double y : {8.0, length}) {
      addTack(draft, {call.id("tack-" + number + (y < 10 ? "-bottom" : "-top")), call.assembly, inner.piece,
                      "stay sleeve end", TackType::Bartack42, onPiece(inner, {x, y}), 0});
    }
    addWork(draft, {call.id("insert-" + number), "B08", call.assembly, 1, 0, {}});
    addWork(draft, {call.id("sleeve-stitch-" + number), "S04", call.assembly, 1, 2 * length / 1000, {}});
  }
  inner.lift_mm += 3;
}

FamilySpec staysSpec() {
  return {"frame-stays", {{"count", false, {}, Dimension::Number, false}}, {}, {}};
}

void buildFrameRod(const ModuleCall& call, PackDraft& draft) {
  const Host& inner = hostOf(draft, "back-inner");
  const double diameter = call.number("diameter", 5);
  constexpr double kRadius = 50;
  const double left = 14;
  const double right = inner.width_mm - 14;
  const double top = inner.height_mm - 14;
  constexpr double kQuarter = 1.5707963267948966;
  const Polyline bow =
      joined({{{left, 30}, {left, top - kRadius}},
              reversed(arcLine({{left + kRadius, top - kRadius}, kRadius, kQuarter, 2 * kQuarter})),
              reversed(arcLine({{right - kRadius, top - kRadius}, kRadius, 0, kQuarter})),
              {{right, top - kRadius}, {right, 30}}});
  Fitting rod = madeOf(call, "rod", "Frame rod, bent to a U");
  rod.zone = "rod";
  rod.item = draft.item("rod").id;
  rod.amount = lengthOf(bow) / 1000;
  rod.shapes.emplace_back([host = inner, bow, radius = diameter / 2] {
    CordShape shape;
    shape.radius_mm = radius;
    for (const Vec2& p : refined(bow, 20)) shape.path.push_back(onHost(host, p, radius + 0.5));
    return shape;
  });
  addFitting(draft, std::move(rod));
  Fitting channel = madeOf(call, "channel", "Rod channel tape");
  channel.zone = "binding";
  channel.item = draft.item("binding").id;
  channel.amount = (lengthOf(bow) + 40) / 1000;
  addFitting(draft, std::move(channel));
  addWork(draft, {call.id("channel-stitch"), "S04", call.assembly, 1, lengthOf(bow) / 1000, {}});
  addWork(draft, {call.id("insert"), "B08", call.assembly, 1, 0, {call.id("rod")}});
}

FamilySpec frameRodSpec() {
  return {"frame-rod", {{"diameter", false, {}, Dimension::Length, false}}, {}, {}};
}

}  // namespace configurator
