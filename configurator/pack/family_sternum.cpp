#include "configurator/pack/family_sternum.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

#include "configurator/catalog/require.h"
#include "configurator/pack/family_harness.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {
namespace {

// A sternum strap's webbing beyond its longest setting: both turned ends sewn, a hem, and the grip that stays
// behind the buckle. At its shortest the buckle stands between the loops of both sliders.
constexpr double kLeastLongest = 280, kEnds = 120, kSliderLoop = 20, kBucklePerSize = 2;

constexpr double kLoopSize = 15, kLoopCut = 70;  // webbing that a slider moves on, as cut
constexpr double kLoopTurn = 10;                 // turned under at each end
constexpr double kRail = 160, kRailWidth = 10;   // construction reference: rails of 160
constexpr double kRailStop = 5;                  // from a rail's end to the stop, which the tack closes
constexpr double kCordCut = 220, kCordStretch = 1.25, kCordEnds = 80;  // worn taut, a knot at each end
constexpr double kBar = 9;  // from a slider's middle to the bar that holds the strap

const ChestLine& chestLineOf(const PackDraft& draft, const std::string& side) {
  const auto found = draft.body.chest_lines.find(side);
  if (found == draft.body.chest_lines.end()) broken("neither body nor harness offers the chest line " + side);
  return found->second;
}

double heightOn(const ChestLine& line, const std::string& height) {
  return height == "upper" ? line.upper_mm : line.lower_mm;
}

/// Across the line towards the breastbone, in the piece's flat frame.
Vec2 inwardAt(const ChestLine& line, double along_mm) {
  double at = 0;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const double step = glm::distance(line.points[i - 1], line.points[i]);
    if (at + step >= along_mm || i + 1 == line.points.size()) {
      const double t = std::clamp((along_mm - at) / step, 0.0, 1.0);
      return glm::normalize(glm::mix(line.inward[i - 1], line.inward[i], t));
    }
    at += step;
  }
  return line.inward.front();
}

/// On the strap, `inward_mm` from its chest line, `above_mm` over the cloth.
SurfacePoint onStrap(const ChestLine& line, double along_mm, Vec2 inward_and_above) {
  const Vec2 flat = pointAlong(line.points, along_mm) + inward_and_above.x * inwardAt(line, along_mm);
  const SurfacePoint point = line.cloth.pointAt(flat);
  return {point.at + (line.lift_mm + inward_and_above.y) * point.normal, point.normal};
}

/// The points of a line across the chest that a band pulled tight touches: no other lies before it. The
/// wearer's front is at -z.
std::vector<Vec3> pulledTight(const std::vector<Vec3>& over) {
  std::vector<Vec3> tight;
  for (const Vec3& point : over) {
    if (!tight.empty() && point.x <= tight.back().x) continue;
    while (tight.size() >= 2) {
      const Vec3 a = tight[tight.size() - 2], b = tight.back();
      if ((b.x - a.x) * (point.z - a.z) - (point.x - a.x) * (b.z - a.z) > 0) break;
      tight.pop_back();
    }
    tight.push_back(point);
  }
  return tight;
}

/// What a strap across the chest goes over, kept until it is drawn.
struct ChestWay {
  ChestLine left, right;
  Torso torso;
  std::string height;
};
using ChestWayPtr = std::shared_ptr<const ChestWay>;

ChestWayPtr chestWay(const PackDraft& draft, const std::string& height) {
  return std::make_shared<const ChestWay>(
      ChestWay{chestLineOf(draft, "left"), chestLineOf(draft, "right"), draft.body.torso, height});
}

/// From a line's slider over the inner edge of its strap.
std::vector<Vec3> overEdge(const ChestLine& line, const std::string& height) {
  constexpr double kAbove = 2.5;
  constexpr int kSteps = 3;
  std::vector<Vec3> over;
  for (int i = 0; i <= kSteps; ++i) {
    const double inward =
        glm::mix(kBar, std::max(kBar, line.to_edge_mm) + 2, static_cast<double>(i) / kSteps);
    over.push_back(onStrap(line, heightOn(line, height), {inward, kAbove}).at);
  }
  return over;
}

/// A line pulled tight from one slider to the other: over the inner edges of both straps and over the chest.
std::vector<Vec3> tightOver(const ChestWay& way) {
  constexpr int kParts = 12;
  std::vector<Vec3> over = overEdge(way.left, way.height);
  std::vector<Vec3> other = overEdge(way.right, way.height);
  const Vec3 left = over.back(), right = other.back();
  for (int i = 1; i < kParts; ++i) {
    const Vec3 chord = glm::mix(left, right, static_cast<double>(i) / kParts);
    over.push_back(frontOfTorso(way.torso, chord.x, chord.y) + Vec3{0, 0, -4});
  }
  over.insert(over.end(), other.rbegin(), other.rend());
  return pulledTight(over);
}

/// Length of that line, known before cloth is draped.
double reachOver(const ChestWay& way) {
  ChestWay rough = way;
  for (ChestLine* line : {&rough.left, &rough.right})
    if (line->roughly) line->cloth = line->roughly;
  return lengthOf(tightOver(rough));
}

/// The way of a strap or cord.
BodyPath overChest(const ChestWay& way) {
  constexpr double kStep = 12;
  const std::vector<Vec3> tight = tightOver(way);
  const double length = lengthOf(tight);
  const int parts = std::max(2, 2 * static_cast<int>(length / kStep / 2));
  BodyPath path;
  for (int i = 0; i <= parts; ++i) {
    const double at = length * i / parts;
    const Vec3 along = pointAlong(tight, at + 1) - pointAlong(tight, at - 1);
    path.points.push_back(pointAlong(tight, at));
    path.normals.push_back(glm::normalize(Vec3{along.z, 0, -along.x}));
  }
  return path;
}

std::vector<std::string> heightsOf(const ModuleCall& call) {
  const std::string at = call.word("at", "upper");
  if (at == "both") return {"upper", "lower"};
  return {at};
}

Fitting madeOf(const ModuleCall& call, const std::string& id, const std::string& name) {
  Fitting fitting;
  fitting.id = call.id(id);
  fitting.name = name;
  fitting.assembly = call.assembly;
  return fitting;
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
    const Vec3 bar = onStrap(line, along_mm, {kBar, above_mm}).at - point.at;
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

/// A short loop of webbing on the strap, tacked at both ends, that a slider or hook is held by.
void addLoop(const ModuleCall& call, PackDraft& draft, const BodySide& side, const std::string& height) {
  const ChestLine& line = chestLineOf(draft, side.name);
  const std::string name = height + "-loop-" + side.name;
  const double half = kLoopCut / 2 - kLoopTurn, at = heightOn(line, height);
  Fitting loop = madeOf(call, name, "Sternum loop " + height + " " + side.name);
  loop.zone = "webbing";
  loop.item = draft.item("webbing", kLoopSize).id;
  loop.amount = kLoopCut / 1000;
  loop.shapes.push_back(bandOn(line, {at - half, at + half}, kLoopSize, 1.2));
  addFitting(draft, std::move(loop));
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
  Fitting slider =
      madeOf(call, height + "-slider-" + side.name, "Sternum slider " + height + " " + side.name);
  slider.zone = "hardware";
  slider.item = bare ? "stslidew" : call.number("size", 20) < 18 ? "stslide15" : "stslide";
  slider.shapes.push_back(sliderOn(draft, side, heightOn(line, height), bare ? 1.5 : 2));
  addFitting(draft, std::move(slider));
  addWork(draft, {call.id(height + "-thread-" + side.name), "S20", call.assembly, 1, 0, {}});
}

/// A moulded rail along the strap, sewn on by its flange and tacked at both ends.
void addRail(const ModuleCall& call, PackDraft& draft, const BodySide& side, Vec2 from_to) {
  const ChestLine& line = chestLineOf(draft, side.name);
  const std::string name = std::string("rail-") + side.name;
  Fitting rail = madeOf(call, name, std::string("Sternum rail ") + side.name);
  rail.zone = "hardware";
  rail.item = "strail";
  rail.amount = (from_to.y - from_to.x) / 1000;
  rail.shapes.push_back(bandOn(line, from_to, kRailWidth, 3));
  addFitting(draft, std::move(rail));
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
  Fitting set = madeOf(call, height + "-rail-set", "Sternum buckle and two sliders for rails " + height);
  set.zone = "hardware";
  set.item = "stern";
  set.shapes.push_back(std::move(buckle));
  for (const BodySide& side : kSides) {
    const ChestLine& line = chestLineOf(draft, side.name);
    set.shapes.push_back(sliderOn(draft, side, heightOn(line, height), 3.2));
  }
  addFitting(draft, std::move(set));
}

void addBuckle(const ModuleCall& call, PackDraft& draft, const std::string& height, Shape shape) {
  Fitting buckle = madeOf(call, height + "-buckle", "Sternum buckle " + height);
  buckle.zone = "buckle";
  buckle.item = draft.item("buckle", std::max(15.0, call.number("size", 20))).id;
  buckle.shapes.push_back(std::move(shape));
  addFitting(draft, std::move(buckle));
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
    Fitting webbing = madeOf(call, height + "-webbing", "Sternum webbing " + height);
    webbing.zone = "webbing";
    webbing.item = draft.item("webbing", size).id;
    const double longest = std::max(kLeastLongest, reachOver(*way));
    webbing.amount = (longest + kEnds) / 1000;
    webbing.shapes.emplace_back([way, size] { return ribbonOn(overChest(*way), size, 1.2); });
    addFitting(draft, std::move(webbing));
    if (rails) {
      addRailSet(call, draft, height, buckleOn(way, size));
    } else {
      addBuckle(call, draft, height, buckleOn(way, size));
      for (const BodySide& side : kSides) addSlider(call, draft, side, height);
    }
    addWork(draft, {call.id(height + "-set"), "S14", call.assembly, 1, 0, {call.id(height + "-webbing")}});
    if (hasMeasure(draft, "K")) continue;
    addMeasure(draft, "K", 2 * kSliderLoop + kBucklePerSize * size);
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
    Fitting cord = madeOf(call, height + "-cord", "Sternum elastic cord " + height);
    cord.zone = "cord";
    cord.item = draft.item("cord", size).id;
    cord.amount = std::max(kCordCut, reach / kCordStretch + kCordEnds) / 1000;
    cord.shapes.emplace_back([way, size] { return CordShape{lifted(overChest(*way), 3).points, size / 2}; });
    addFitting(draft, std::move(cord));
    for (const BodySide& side : kSides) {
      addLoop(call, draft, side, height);
      Fitting hook = madeOf(call, height + "-hook-" + side.name, "Sternum hook " + height + " " + side.name);
      hook.zone = "hardware";
      hook.item = draft.item("hardware").id;
      hook.shapes.emplace_back([way, sign = side.sign] {
        const std::vector<Vec3> tight = tightOver(*way);
        return ModelShape{"g-hook", sign < 0 ? tight.front() : tight.back(), {-sign, 0, 0}, {0, 0, -1}, 0.6};
      });
      addFitting(draft, std::move(hook));
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
