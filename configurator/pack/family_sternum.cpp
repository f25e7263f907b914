#include "configurator/pack/family_sternum.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <numbers>
#include <utility>

#include "configurator/pack/chest_way.h"
#include "configurator/pack/family_harness.h"

namespace configurator {
namespace {

// A sternum strap is two halves. The short one is webbing round the buckle's socket, lapped onto an elastic
// that turns round the right slider's bar; the long one turns round the left slider's bar and runs through
// the buckle's plug. Webbing beyond the longest setting: turned ends sewn, a hem, and the grip behind the
// buckle.
constexpr double kLeastLongest = 280, kEnds = 120, kSliderLoop = 20, kBucklePerSize = 2;
constexpr double kInsert = 60, kLap = 15, kTurnedInsert = 20;  // construction reference: elastic insert of 60
constexpr double kShortCut = 90, kRoundSocket = 30;
constexpr double kInsertShows = kInsert - kLap - kTurnedInsert;
constexpr double kShortHalf = kShortCut - kRoundSocket - kLap + kInsertShows;  // slider to socket

constexpr double kLoopSize = 15, kLoopCut = 70;  // webbing that a slider moves on, as cut
constexpr double kLoopTurn = 10;                 // turned under at each end
constexpr double kRail = 160, kRailWidth = 10;   // construction reference: rails of 160
constexpr double kRailStop = 5;                  // from a rail's end to the stop, which the tack closes
constexpr double kCordCut = 220, kCordStretch = 1.25, kCordEnds = 80;  // worn taut, a knot at each end

std::vector<std::string> heightsOf(const ModuleCall& call) {
  const std::string at = call.word("at", "upper");
  if (at == "both") return {"upper", "lower"};
  return {at};
}

PartNames namesOf(const ModuleCall& call) {
  return namesOf(call, "Sternum strap");
}

Shape buckleOn(const ChestWayPtr& way, double size) {
  return [way, size] {
    constexpr double kUnder = 4.6;  // the model below its middle; the strap runs as far off the chest
    const BodyPath path = overChest(*way);
    const std::size_t middle = path.points.size() / 2;
    return ModelShape{"side-release-buckle",
                      path.points[middle] + (kUnder * size / 20) * path.normals[middle],
                      {1, 0, 0},
                      path.normals[middle],
                      size / 20};
  };
}

/// A slider whose bar points to the breastbone and whose jaws hold what runs along the strap.
Shape sliderOn(const PackDraft& draft, const BodySide& side, double along_mm, double above_mm) {
  const ChestLine& line = chestLineOf(draft, side.name);
  return [line, along_mm, above_mm] {
    const SurfacePoint point = onStrap(line, along_mm, {0, above_mm});
    const Vec3 bar = onStrap(line, along_mm, {kSliderBar, above_mm}).at - point.at;
    return ModelShape{"sternum-slider", point.at, glm::normalize(bar), point.normal, 1};
  };
}

/// What lies along a chest line between two places on it.
Shape bandOn(const ChestLine& line, Vec2 from_to, double width_mm, double thickness_mm) {
  return [line, from_to, width_mm, thickness_mm] {
    constexpr int kParts = 10;
    RibbonShape band;
    band.width_mm = width_mm;
    band.thickness_mm = thickness_mm;
    for (int i = 0; i <= kParts; ++i) {
      const SurfacePoint point =
          onStrap(line, glm::mix(from_to.x, from_to.y, static_cast<double>(i) / kParts), {0, 0.6});
      band.path.push_back(point.at);
      band.normals.push_back(point.normal);
    }
    return band;
  };
}

/// A bartack across a chest line.
struct ChestTack {
  std::string id, location;
  double along_mm = 0;
};

void addChestTack(const ModuleCall& call, PackDraft& draft, const ChestLine& line, const ChestTack& tack) {
  const Vec2 across = inwardAt(line, tack.along_mm);
  addTack(draft,
          {call.id(tack.id), call.assembly, line.piece, tack.location, TackType::Bartack28,
           pointAlong(line.points, tack.along_mm), std::atan2(across.y, across.x) * 180 / std::numbers::pi});
}

/// What is sewn along a chest line takes its place from what else is put on the strap.
void takeChest(PackDraft& draft, const BodySide& side, Vec2 from_to) {
  draft.body.chest_lines.at(side.name).taken.push_back(from_to);
}

/// A short loop of webbing on the strap, tacked at both ends, that a slider or hook is held by.
void addLoop(const ModuleCall& call, PackDraft& draft, const BodySide& side, const std::string& height) {
  const ChestLine& line = chestLineOf(draft, side.name);
  const std::string name = height + "-loop-" + side.name;
  const double half = kLoopCut / 2 - kLoopTurn, at = heightOn(line, height);
  addNarrow(draft, namesOf(call),
            {name,
             "webbing",
             height + " loop " + side.name,
             kLoopSize,
             kLoopCut,
             {bandOn(line, {at - half, at + half}, kLoopSize, 1.2)}});
  takeChest(draft, side, {at - half, at + half});
  for (const double end : {-1.0, 1.0}) {
    addChestTack(
        call, draft, line,
        {name + (end < 0 ? "-tack-high" : "-tack-low"), "sternum loop on the strap", at + end * (half - 3)});
  }
}

/// A slider and what holds it: a loop sewn to the strap, or the strap's own webbing.
void addSlider(const ModuleCall& call, PackDraft& draft, const BodySide& side, const std::string& height) {
  const ChestLine& line = chestLineOf(draft, side.name);
  const bool bare = line.piece.empty();
  if (!bare) addLoop(call, draft, side, height);
  const char* item = bare ? "stslidew" : call.number("size", 20) < 18 ? "stslide15" : "stslide";
  addCounted(draft, namesOf(call),
             {height + "-slider-" + side.name,
              "hardware",
              item,
              height + " slider " + side.name,
              0,
              1,
              {sliderOn(draft, side, heightOn(line, height), bare ? 1.5 : 2)}});
  addWork(draft, {call.id(height + "-thread-" + side.name), "S20", call.assembly, 1, 0, {}});
}

/// A moulded rail along the strap, sewn on by its flange and tacked at both ends.
void addRail(const ModuleCall& call, PackDraft& draft, const BodySide& side, Vec2 from_to) {
  const ChestLine& line = chestLineOf(draft, side.name);
  const std::string name = std::string("rail-") + side.name;
  addCounted(draft, namesOf(call),
             {name,
              "hardware",
              "strail",
              std::string("rail ") + side.name,
              0,
              (from_to.y - from_to.x) / 1000,
              {bandOn(line, from_to, kRailWidth, 3)}});
  takeChest(draft, side, from_to);
  addMark(draft, line.piece,
          {call.id(name), MarkKind::Placement, stretchOf(line.points, from_to.x, from_to.y)});
  StitchLine flange{call.id(name + "-stitch"),
                    std::string("Sternum rail flange ") + side.name,
                    call.assembly,
                    "rail flange",
                    {{line.piece, call.id(name)}}};
  flange.operation = "";  // setting rail and slider is one operation, charged with the set
  flange.rows = 2;
  addStitchLine(draft, flange);
  for (const double end : {from_to.x + kRailStop, from_to.y - kRailStop}) {
    addChestTack(call, draft, line,
                 {name + (end < (from_to.x + from_to.y) / 2 ? "-tack-high" : "-tack-low"),
                  "end of the sternum rail", end});
  }
}

/// Both rails, round the middle of the heights at which straps run on them.
void addRails(const ModuleCall& call, PackDraft& draft, const std::vector<std::string>& heights) {
  constexpr double kBelow = 0.6;  // a wearer moves the strap down from the collarbones rather than up
  double travel = kRail;
  for (const BodySide& side : kSides) {
    const ChestLine& line = chestLineOf(draft, side.name);
    const double whole = lengthOf(line.points), length = std::min(kRail, whole);
    const double middle = (heightOn(line, heights.front()) + heightOn(line, heights.back())) / 2;
    const double top = std::clamp(middle - (1 - kBelow) * length, 0.0, whole - length);
    addRail(call, draft, side, {top, top + length});
    travel = std::min(travel, length - 2 * kRailStop);
  }
  addMeasure(draft, "L", travel);
}

/// The sliders on the rails and the buckle that comes with them.
void addRailSet(const ModuleCall& call, PackDraft& draft, const std::string& height, Shape buckle) {
  std::vector<Shape> shapes{std::move(buckle)};
  for (const BodySide& side : kSides) {
    const ChestLine& line = chestLineOf(draft, side.name);
    shapes.push_back(sliderOn(draft, side, heightOn(line, height), 3.2));
  }
  addCounted(draft, namesOf(call),
             {height + "-rail-set", "hardware", "stern", height + " buckle and two sliders for rails", 0, 1,
              std::move(shapes)});
}

void addBuckle(const ModuleCall& call, PackDraft& draft, const std::string& height, Shape shape) {
  addCounted(draft, namesOf(call),
             {height + "-buckle",
              "buckle",
              "",
              height + " buckle",
              std::max(15.0, call.number("size", 20)),
              1,
              {std::move(shape)}});
}

/// A stretch of a strap across the chest, by parts of its way from left to right.
Shape stretchOver(const ChestWayPtr& way, double size, const std::function<Vec2(double)>& part) {
  return [way, size, part] {
    const BodyPath path = overChest(*way);
    const double length = lengthOf(path.points);
    const Vec2 from_to = part(length);
    return ribbonOn(stretchOf(path, from_to.x, from_to.y), size, 1.2);
  };
}

/// Both halves of a strap and the elastic in the short one, which lets the chest breathe; four bartacks on
/// the webbing itself: round the left slider, at the free end, round the socket, through elastic and webbing.
void addHalves(const ModuleCall& call, PackDraft& draft, const std::string& height, double longest_mm) {
  const double size = call.number("size", 20);
  const ChestWayPtr way = chestWay(draft, height);
  const double long_cut = longest_mm + kEnds - kInsertShows - kShortCut;
  const auto middle = [](double length) { return length / 2; };
  const Shape left = stretchOver(way, size, [=](double length) { return Vec2{0, middle(length)}; });
  const Shape right = stretchOver(way, size, [=](double length) {
    return Vec2{middle(length), length - kInsertShows};
  });
  const Shape insert = stretchOver(way, size, [](double length) {
    return Vec2{length - kInsertShows, length};
  });
  const PartNames names = namesOf(call);
  addNarrow(draft, names,
            {height + "-webbing-left", "webbing", height + " webbing left", size, long_cut, {left}});
  addNarrow(draft, names,
            {height + "-webbing-right", "webbing", height + " webbing right", size, kShortCut, {right}});
  addNarrow(draft, names,
            {height + "-insert", "elastic", height + " elastic insert", size, kInsert, {insert}});
  sewLoose(
      draft, names,
      {height + "-tacks",
       "thread of the tacks on the " + height + " webbing",
       "B01",
       4,
       0,
       {call.id(height + "-webbing-left"), call.id(height + "-webbing-right"), call.id(height + "-insert")}});
}

/// On rails? A rule keeps them off bare webbing; a pack built against it has its sliders ride there.
bool onRails(const ModuleCall& call, const PackDraft& draft) {
  return call.word("slide", "ladder") == "rail" && !chestLineOf(draft, "left").piece.empty();
}

}  // namespace

void buildSternumStrap(const ModuleCall& call, PackDraft& draft) {
  const double size = call.number("size", 20);
  const bool rails = onRails(call, draft);
  if (rails) addRails(call, draft, heightsOf(call));
  for (const std::string& height : heightsOf(call)) {
    const ChestWayPtr way = chestWay(draft, height);
    const double longest = std::max(kLeastLongest, reachOver(*way));
    addHalves(call, draft, height, longest);
    if (rails) {
      addRailSet(call, draft, height, buckleOn(way, size));
    } else {
      addBuckle(call, draft, height, buckleOn(way, size));
      for (const BodySide& side : kSides) addSlider(call, draft, side, height);
    }
    addWork(draft,
            {call.id(height + "-set"), "S14", call.assembly, 1, 0, {call.id(height + "-webbing-left")}});
    if (hasMeasure(draft, "K")) continue;
    addMeasure(draft, "K", kShortHalf + kBucklePerSize * size + kSliderLoop);
    addMeasure(draft, "KX", longest);
  }
}

FamilySpec sternumStrapSpec() {
  return {"sternum-strap",
          {{"size", false, {}, Dimension::Length, false},
           {"at", true, {"upper", "lower", "both"}, Dimension::Number, false},
           {"slide", true, {"ladder", "rail"}, Dimension::Number, false}},
          {},
          {}};
}

void buildSternumCords(const ModuleCall& call, PackDraft& draft) {
  const double size = call.number("size", 3);
  // A vest has two heights for them.
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 2))), 1, 2);
  for (int i = 0; i < count; ++i) {
    const std::string height = i == 0 ? "upper" : "lower";
    const ChestWayPtr way = chestWay(draft, height);
    const double reach = reachOver(*way);
    const Shape cord = [way, size] { return CordShape{lifted(overChest(*way), 3).points, size / 2}; };
    addNarrow(draft, namesOf(call),
              {height + "-cord",
               "cord",
               height + " elastic cord",
               size,
               std::max(kCordCut, reach / kCordStretch + kCordEnds),
               {cord}});
    for (const BodySide& side : kSides) {
      addLoop(call, draft, side, height);
      const Shape hook = [way, sign = side.sign] {
        const std::vector<Vec3> tight = tightOver(*way);
        return ModelShape{"g-hook", sign < 0 ? tight.front() : tight.back(), {-sign, 0, 0}, {0, 0, -1}, 0.6};
      };
      addCounted(
          draft, namesOf(call),
          {height + "-hook-" + side.name, "hardware", "", height + " hook " + side.name, 0, 1, {hook}});
    }
    addWork(draft, {call.id(height + "-set"), "S14", call.assembly, 1, 0, {call.id(height + "-cord")}});
    if (!hasMeasure(draft, "K")) addMeasure(draft, "K", reach);
  }
}

FamilySpec sternumCordsSpec() {
  return {"sternum-cords",
          {{"size", false, {}, Dimension::Length, false}, {"count", false, {}, Dimension::Number, false}},
          {},
          {}};
}

}  // namespace configurator
