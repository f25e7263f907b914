// Frames on the inside of the back: a sheet in a sleeve, aluminium stays, a bent rod. Their sizes are those
// of the whole back B x W, not of the rectangle that other modules have there (construction reference,
// section 7).
#include "configurator/pack/family_frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/require.h"
#include "configurator/pack/cut_line.h"
#include "configurator/pack/family_harness.h"
#include "configurator/pack/module_trims.h"
#include "configurator/pack/on_host.h"

namespace configurator {
namespace {

/// A line on a host lifted a little, with the host's normal at each point.
RibbonShape bandOnHost(const Host& host, const LineOnHost& line) {
  RibbonShape band;
  band.width_mm = line.width_mm;
  for (const Vec2& p : refined(line.points, 25)) {
    band.path.push_back(onHost(host, p, line.above_mm));
    band.normals.push_back(normalAt(host.outside, p));
  }
  return band;
}

/// The seam line of the back in the frame of the place inside it, counter-clockwise. Where the cloth goes on
/// round the sides, the place itself and the margin that it keeps.
Polyline backOutline(const PackDraft& draft, const Host& inner) {
  constexpr double kMargin = 5, kGoesOn = 1.4;
  const Piece& piece = *findPiece(draft.pack, inner.piece);
  Polyline outline;
  if (areaOf(outlineOf(piece)) > kGoesOn * inner.width_mm * inner.height_mm) {
    const double right = inner.width_mm + kMargin, top = inner.height_mm;
    return {{-kMargin, -kMargin}, {right, -kMargin}, {right, top}, {-kMargin, top}};
  }
  for (const Vec2& p : outlineOf(piece))
    outline.push_back({glm::dot(p - inner.origin, inner.u_axis), glm::dot(p - inner.origin, inner.v_axis)});
  return outline;
}

Polyline insetBy(const Polyline& outline, double inset_mm) {
  Piece shrunk;
  Polyline closed = outline;
  closed.push_back(outline.front());
  shrunk.edges = {{"rim", std::move(closed), -inset_mm, EdgeFinish::Raw}};
  return cutLineOf(shrunk);
}

/// Without the points that lie on a straight line between their neighbours.
Polyline cornersOf(const Polyline& outline) {
  constexpr double kStraight = 1e-4;
  Polyline corners;
  const std::size_t n = outline.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Vec2 in = glm::normalize(outline[i] - outline[(i + n - 1) % n]);
    const Vec2 out = glm::normalize(outline[(i + 1) % n] - outline[i]);
    if (std::abs(in.x * out.y - in.y * out.x) > kStraight) corners.push_back(outline[i]);
  }
  return corners;
}

/// Sharp corners rounded; those of arcs cut in chords turn too little to be meant.
Polyline roundedAt(const Polyline& outline, double radius_mm) {
  constexpr double kSharp = 0.6;  // radians
  const Polyline corners = cornersOf(outline);
  const std::size_t n = corners.size();
  Polyline round;
  for (std::size_t i = 0; i < n; ++i) {
    const Vec2 corner = corners[i];
    const Vec2 before = corners[(i + n - 1) % n] - corner, after = corners[(i + 1) % n] - corner;
    const Vec2 in = -glm::normalize(before), out = glm::normalize(after);
    const double turn = std::acos(std::clamp(glm::dot(in, out), -1.0, 1.0));
    if (turn < kSharp) {
      round.push_back(corner);
      continue;
    }
    const double room = 0.45 * std::min(glm::length(before), glm::length(after));
    const double radius = std::min(radius_mm, room / std::tan(turn / 2));
    const Vec2 start = corner - radius * std::tan(turn / 2) * in;
    const Vec2 centre = start + radius * Vec2{-in.y, in.x};
    const double from = std::atan2(start.y - centre.y, start.x - centre.x);
    for (const Vec2& p : arcLine({centre, radius, from, from + turn})) round.push_back(p);
  }
  return round;
}

/// The one stretch of a counter-clockwise outline above (or below) a height, from where it enters to where it
/// leaves.
Polyline stretchBeyond(const Polyline& outline, double y, bool above) {
  const std::size_t n = outline.size();
  const auto inside = [&](std::size_t i) { return (outline[i % n].y > y) == above; };
  std::size_t first = 0;
  while (first < n && (inside(first) || !inside(first + 1))) ++first;
  if (first == n) return {};
  const auto crossing = [&](std::size_t i) {
    const Vec2 a = outline[i % n], b = outline[(i + 1) % n];
    return glm::mix(a, b, (y - a.y) / (b.y - a.y));
  };
  Polyline stretch{crossing(first)};
  std::size_t i = first + 1;
  for (; inside(i); ++i) stretch.push_back(outline[i % n]);
  stretch.push_back(crossing(i - 1));
  return stretch;
}

constexpr double kSheetSide = 15, kSheetEnd = 20, kSheetRadius = 40;  // W - 30 x B - 40

/// The back's outline 15 inside at the sides and 20 at both ends, or `ease` more.
Polyline sheetOutline(const Polyline& back, double ease_mm) {
  Polyline sheet = roundedAt(insetBy(back, kSheetSide - ease_mm), kSheetRadius);
  const Box2 box = boxOf(sheet);
  const Box2 whole = boxOf(back);
  const double low = whole.low.y + kSheetEnd - ease_mm, high = whole.high.y - kSheetEnd + ease_mm;
  for (Vec2& p : sheet) p.y = glm::mix(low, high, (p.y - box.low.y) / (box.high.y - box.low.y));
  return sheet;
}

Piece boardPiece(PackDraft& draft, const PartNames& names, const Host& inner, const Polyline& outline) {
  Piece sheet = makePiece(draft, names, {"sheet", "board", "board"});
  sheet.name = "Framesheet";
  sheet.thickness_mm = 1;
  const std::size_t half = outline.size() / 2;
  Polyline first(outline.begin(), outline.begin() + static_cast<std::ptrdiff_t>(half) + 1);
  Polyline second(outline.begin() + static_cast<std::ptrdiff_t>(half), outline.end());
  second.push_back(outline.front());
  sheet.edges = {{"rim-1", std::move(first), 0, EdgeFinish::Raw},
                 {"rim-2", std::move(second), 0, EdgeFinish::Raw}};
  sheet.surface = [host = inner](Vec2 p) { return onHost(host, p, 0.8); };
  return sheet;
}

/// Hook on the sheet and loop on the sleeve, just below its mouth.
void addSheetClosure(PackDraft& draft, const PartNames& names, const Polyline& mouth) {
  constexpr double kBelow = 22;  // clear of the hem
  const Polyline line{glm::mix(mouth.back(), mouth.front(), 0.25) - Vec2{0, kBelow},
                      glm::mix(mouth.back(), mouth.front(), 0.75) - Vec2{0, kBelow}};
  addNarrow(draft, names,
            {"mouth", "hook-loop", "hook and loop at the sleeve mouth", 20, lengthOf(line), {}});
  for (const char* side : {"sheet", "sleeve"}) {
    addMark(draft, names.id(side), {"closure", MarkKind::Stitch, line});
    StitchLine sewn = makeStitch(names, std::string(side) + "-closure-stitch", "S03");
    sewn.run = {{names.id(side), "closure"}};
    sewn.rows = 2;
    addStitchLine(draft, std::move(sewn));
  }
}

PartNames frameNames(const ModuleCall& call) {
  return {call.part, "", call.assembly, "Frame"};
}

}  // namespace

void buildFramesheet(const ModuleCall& call, PackDraft& draft) {
  Host& inner = draft.body.hosts.at("back-inner");
  const PartNames names = frameNames(call);
  constexpr double kSleeveEase = 6, kMouthBelow = 26;  // the sheet stands out of the mouth, to be drawn
  const Polyline back = backOutline(draft, inner);
  const Polyline outline = sheetOutline(back, 0);
  addPiece(draft, boardPiece(draft, names, inner, outline));
  const double mouth_y = boxOf(outline).high.y - kMouthBelow;
  const Polyline rim = stretchBeyond(sheetOutline(back, kSleeveEase), mouth_y, false);
  require(!rim.empty(), "a framesheet is higher than its sleeve's mouth lies below its top");
  const Polyline mouth{rim.back(), rim.front()};
  Piece sleeve = makePiece(draft, names, {"sleeve", "lining", "lining", "framesheet sleeve"});
  sleeve.edges = {{"rim", rim, 10, EdgeFinish::Raw}, {"top", mouth, 10, EdgeFinish::Raw}};
  prepareMouthEdge(sleeve, "top", "hem");
  const std::vector<Edge> placed = sleeve.edges;
  sleeve.surface = [host = inner](Vec2 p) { return onHost(host, p, 2.2); };
  addPiece(draft, std::move(sleeve));
  Seam seam = lappedSeam(names, "sleeve-seam", "S03");
  seam.name = "Framesheet sleeve to back lining";
  sewOn(draft, inner, {names.id("sleeve"), {"rim"}, placed, std::move(seam)});
  finishMouth(draft, names, {names.id("sleeve"), "top", "hem"});
  addSheetClosure(draft, names, mouth);
  addWork(draft, {names.id("insert"), "B08", call.assembly, 1, 0, {names.id("sheet")}});
  inner.lift_mm += 2.5;
}

FamilySpec framesheetSpec() {
  return {"framesheet", {}, {}, {}};
}

namespace {

/// A channel of tape or webbing over a line on the host, held by a row of stitches along each side.
void sewChannel(PackDraft& draft, const PartNames& names, const Host& inner, const Polyline& line) {
  StitchLine sewn = makeStitch(names, "channel-stitch", "S04");
  sewn.purpose = "channel of the frame";
  sewn.seam_class = "2.02.03";
  sewn.stitch = "301x2";
  sewn.run = {{inner.piece, markOn(draft, inner, {names.id("channel-line"), MarkKind::Placement, line})}};
  addStitchLine(draft, std::move(sewn));
}

/// Top and bottom of a back at a place across it, `margin` inside.
Polyline uprightIn(const Polyline& back, double x, double margin) {
  const Polyline inset = insetBy(back, margin);
  const std::size_t n = inset.size();
  double low = 1e9, high = -1e9;
  for (std::size_t i = 0; i < n; ++i) {
    const Vec2 a = inset[i], b = inset[(i + 1) % n];
    if ((a.x < x) == (b.x < x)) continue;
    const double y = glm::mix(a.y, b.y, (x - a.x) / (b.x - a.x));
    low = std::min(low, y);
    high = std::max(high, y);
  }
  return {{x, low}, {x, high}};
}

void addStay(PackDraft& draft, const PartNames& names, const Host& inner, const Polyline& line) {
  constexpr double kBentAway = 40;  // B + 40 before it is bent to the back
  constexpr double kEndFold = 30;   // the sleeve is double where the stay's ends press
  const Box2 back = boxOf(backOutline(draft, inner));
  const double sleeve = lengthOf(line) + 2 * kEndFold;
  const double length = back.high.y - back.low.y + kBentAway;
  const auto band = [&](double width) {
    return Shape([host = inner, line, width] { return bandOnHost(host, {line, width, 1.2, 0.6}); });
  };
  addNarrow(draft, names, {"stay", "rod", "aluminium stay, bent to the back", 0, length, {band(12.7)}});
  addNarrow(draft, names, {"stay-sleeve", "webbing", "stay sleeve webbing", 38, sleeve, {band(30)}});
  sewChannel(draft, names, inner, line);
  constexpr double kTackIn = 4;
  const auto tack = [&](const char* what, Vec2 at) {
    addTackOn(draft, names, inner, {what, "stay sleeve end", at, TackType::Bartack42});
  };
  tack("tack-bottom", line.front() + Vec2{0, kTackIn});
  tack("tack-top", line.back() - Vec2{0, kTackIn});
  addWork(draft, {names.id("insert"), "B08", names.assembly, 1, 0, {names.id("stay")}});
}

}  // namespace

void buildStays(const ModuleCall& call, PackDraft& draft) {
  constexpr double kMargin = 8, kHalfSpacing = 70;
  Host& inner = draft.body.hosts.at("back-inner");
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 1))), 1, 2);
  const Polyline back = backOutline(draft, inner);
  for (int i = 0; i < count; ++i) {
    PartNames names = frameNames(call);
    names.suffix = "-" + std::to_string(i + 1);
    const double x = inner.width_mm / 2 + (count == 1 ? 0.0 : i == 0 ? -kHalfSpacing : kHalfSpacing);
    addStay(draft, names, inner, uprightIn(back, x, kMargin));
  }
  inner.lift_mm += 3;
}

FamilySpec staysSpec() {
  return {"frame-stays", {{"count", false, {}, Dimension::Number, false}}, {}, {}};
}

namespace {

/// A piece of webbing folded over an end of the rod, under a bartack.
void addRodCap(PackDraft& draft, const PartNames& names, const Host& inner, const LineOnHost& end) {
  constexpr double kCut = 60;
  addNarrow(draft, names,
            {"cap", "webbing", "cap of the rod's end", end.width_mm, kCut, {Shape([host = inner, end] {
               return bandOnHost(host, end);
             })}});
  addTackOn(draft, names, inner,
            {"cap-tack", "cap of the rod's end", end.points.back(), TackType::Bartack42});
}

}  // namespace

void buildFrameRod(const ModuleCall& call, PackDraft& draft) {
  constexpr double kFromSeam = 8, kFoot = 30, kRadius = 50, kCap = 30;
  const Host inner = hostOf(draft, "back-inner");
  const double diameter = call.number("diameter", 5);
  const PartNames names = frameNames(call);
  const Polyline back = backOutline(draft, inner);
  const Polyline bow =
      stretchBeyond(roundedAt(insetBy(back, kFromSeam), kRadius), boxOf(back).low.y + kFoot, true);
  const Shape rod([host = inner, bow, radius = diameter / 2] {
    CordShape shape;
    shape.radius_mm = radius;
    for (const Vec2& p : refined(bow, 20)) shape.path.push_back(onHost(host, p, radius + 0.5));
    return shape;
  });
  const double length = lengthOf(bow);
  addNarrow(draft, names, {"rod", "rod", "rod, bent to a U", 0, length, {rod}});
  addNarrow(draft, names, {"channel", "binding", "rod channel tape", 22, length + 40, {}});
  sewChannel(draft, names, inner, bow);
  PartNames ended = names;
  for (const bool right : {true, false}) {
    ended.suffix = right ? "-right" : "-left";
    const Vec2 end = right ? bow.front() : bow.back();
    addRodCap(draft, ended, inner, {{end + Vec2{0, kCap}, end}, 25, 1.2, diameter + 1});
  }
  addWork(draft, {names.id("insert"), "B08", call.assembly, 1, 0, {names.id("rod")}});
}

FamilySpec frameRodSpec() {
  return {"frame-rod", {{"diameter", false, {}, Dimension::Length, false}}, {}, {}};
}

}  // namespace configurator
