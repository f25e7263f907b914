#include "configurator/pack/hose.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "configurator/pack/on_host.h"
#include "configurator/pack/torso_lines.h"

namespace configurator {
namespace {

constexpr double kRadius = 4.75;                       // outside of a hose of 6.35 bore
constexpr double kOnCloth = 5.6;                       // its middle over the cloth
constexpr double kOnShoulder = 16;                     // over the skin, on a vest's cloth
constexpr double kOutletOut = 42.4, kOutletDown = 78;  // of the bladder's model, from its middle
constexpr double kStep = 5;

/// What the hose goes along, kept until it is drawn.
struct HoseWay {
  Shape bladder;
  HosePort port;
  std::optional<ShoulderLine> strap;
  Torso torso;
  Anchor shoulder;  ///< the upper strap anchor of its side
  std::optional<HostLayers> chest;
  double chest_width = 0, chest_height = 0;
};

using Points = std::vector<Vec3>;

/// A smooth line through points (Catmull-Rom).
Points smoothThrough(const Points& way) {
  Points line;
  for (std::size_t i = 0; i + 1 < way.size(); ++i) {
    const Vec3 a = way[i > 0 ? i - 1 : 0], b = way[i], c = way[i + 1];
    const Vec3 d = way[std::min(i + 2, way.size() - 1)];
    const int parts = std::max(1, static_cast<int>(glm::distance(b, c) / kStep));
    for (int k = 0; k < parts; ++k) {
      const double t = static_cast<double>(k) / parts;
      line.push_back(0.5 * (2.0 * b + t * (c - a) + t * t * (2.0 * a - 5.0 * b + 4.0 * c - d) +
                            t * t * t * (3.0 * b - 3.0 * c + d - a)));
    }
  }
  line.push_back(way.back());
  return line;
}

/// Inside: from the bladder's port up its front, over its top to the slit, and out.
void addInside(const HoseWay& way, Points& points) {
  const auto& bladder = std::get<ModelShape>(way.bladder.drawn());
  const Vec3 up = glm::normalize(glm::cross(bladder.outward, bladder.along));
  const SurfacePoint slit = way.port.outside.pointAt(way.port.at);
  const Vec3 outlet = bladder.at + bladder.scale * (kOutletOut * bladder.outward - kOutletDown * up);
  const double rise = std::max(60.0, glm::dot(slit.at - outlet, up) - 45);
  if (bladder.soft) {
    // In the furrow that it presses into the bladder's front, under the sleeve.
    constexpr double kInFurrow = 34, kTop = -120;
    points.push_back(bladder.soft({0, kOutletOut, kOutletDown}));
    for (double down = kOutletDown - 30; down > kTop; down -= 40)
      points.push_back(bladder.soft({0, kInFurrow, down}));
  } else {
    points.push_back(outlet);
    points.push_back(outlet + 40.0 * up);
    points.push_back(outlet + rise * up);
  }
  points.push_back(slit.at - 16.0 * slit.normal - 6.0 * up);
  points.push_back(slit.at + 7.0 * slit.normal + 4.0 * up);
}

/// Over the shoulder on the strap, down to a height of the chest.
void addOverStrap(const HoseWay& way, double chest_top, Points& points) {
  const Polyline& middle = way.strap->points;
  constexpr double kBareEnd = 0.42;  // of bare webbing, which has no place for clips: on the chest
  const double end = (way.chest ? 1 : kBareEnd) * lengthOf(middle);
  for (double s = 24; s < end; s += 24) {
    const SurfacePoint on = way.strap->cloth.pointAt(pointAlong(middle, s));
    if (on.at.z < points.front().z - 60 && on.at.y < chest_top + 12) break;
    points.push_back(on.at + kOnCloth * on.normal);
  }
}

/// Over the shoulder of a vest.
void addOverTorso(const HoseWay& way, double chest_top, Points& points) {
  const double from = points.back().y + 25;
  for (const Vec3& at : overShoulder(way.torso, {way.shoulder.at().x, from, chest_top + 18, 24}))
    points.push_back(at + kOnShoulder * torsoNormal(way.torso, at));
}

/// A hose is stiff: past what stands out on the chest it goes on for a while rather than turn in at once.
void straighten(const Torso& torso, Points::iterator from, Points::iterator end) {
  constexpr double kSteepest = 0.35;  // towards the skin, of the way
  for (Points::iterator at = from + 1; at < end; ++at) {
    const Vec3 step = *at - *(at - 1), out = torsoNormal(torso, *at);
    const double lacking = -glm::dot(step, out) - kSteepest * glm::length(step);
    if (lacking > 0) *at += lacking * out;
  }
}

/// Through the clips: they sit in the middle of the strap, from above down.
void addDownChest(const HoseWay& way, Points& points) {
  constexpr int kParts = 6;
  constexpr double kFrom = 0.96, kToStrap = 0.05, kToWing = 0.31;  // of the chest part's height
  const double to = way.strap ? kToStrap : kToWing;
  const auto before = static_cast<std::ptrdiff_t>(points.size());
  for (int i = 0; i <= kParts; ++i) {
    const double v = way.chest_height * (kFrom + (to - kFrom) * i / kParts);
    points.push_back(way.chest->over({way.chest_width / 2, v}, kOnCloth).at);
  }
  straighten(way.torso, points.begin() + before, points.end());
  if (way.strap) return;
  // A vest's flask stands below the last clip: the end turns off to the breastbone, clear of it.
  const SurfacePoint last = way.chest->over({way.chest_width / 2, way.chest_height * to}, kOnCloth);
  const Vec3 inward{way.shoulder.at().x > 0 ? -1.0 : 1.0, 0, 0};
  points.push_back(last.at + 24.0 * inward + 12.0 * last.normal - Vec3{0, 10, 0});
}

/// Out of the wearer, where a straight way from port to strap would cut through the shoulder.
void keepOut(const Torso& torso, Points& line) {
  constexpr double kInPack = 0;  // what lies further back is inside the pack
  for (Vec3& at : line) {
    if (at.z > kInPack) continue;
    for (int round = 0; round < 3; ++round) {
      const double depth = depthInside(torso, at) + kRadius;
      if (depth > 0) at += depth * torsoNormal(torso, at);
    }
  }
}

Points pathOf(const HoseWay& way) {
  Points points;
  addInside(way, points);
  const double top = way.chest ? way.chest->over({way.chest_width / 2, way.chest_height}, 0).at.y : -1e9;
  if (way.strap)
    addOverStrap(way, top, points);
  else if (way.chest)
    addOverTorso(way, top, points);
  if (way.chest) addDownChest(way, points);
  Points line = smoothThrough(points);
  keepOut(way.torso, line);
  return line;
}

ModelShape biteValve(const HoseWay& way) {
  const Points path = pathOf(way);
  Vec3 along = glm::normalize(path.back() - path[path.size() - 2]);
  const Vec3 out = torsoNormal(way.torso, path.back());
  along = glm::normalize(along - std::min(0.0, glm::dot(along, out)) * out);  // it lies on the chest
  Vec3 outward{0, 0, -1};                                                     // away from the chest
  outward = glm::normalize(outward - glm::dot(outward, along) * along);
  return {"bite-valve", path.back(), along, outward, 1};
}

/// The right port where there are two: most people drink with it.
const HosePort& portOf(const Body& body) {
  for (const HosePort& port : body.hose_ports)
    if (port.side == "right") return port;
  return body.hose_ports.front();
}

HoseWay wayOf(const PackDraft& draft, const Fitting& bladder) {
  const Body& body = draft.body;
  HoseWay way{bladder.shapes.front(), portOf(body), {}, body.torso, {}, {}, 0, 0};
  const std::string side = way.port.side;
  way.shoulder = body.anchors.at("strap-top-" + side);
  if (const auto strap = body.shoulder_lines.find(side); strap != body.shoulder_lines.end())
    way.strap = strap->second;
  for (const char* stem : {"strap-", "wing-"}) {
    const auto host = body.hosts.find(stem + side);
    if (host == body.hosts.end()) continue;
    way.chest.emplace(draft, host->second);
    way.chest_width = host->second.width_mm;
    way.chest_height = host->second.height_mm;
    break;
  }
  return way;
}

}  // namespace

void layHose(PackDraft& draft) {
  const Body& body = draft.body;
  if (body.bladder.empty() || body.hose_ports.empty()) return;
  for (Fitting& fitting : draft.pack.fittings) {
    if (fitting.id != body.bladder || fitting.shapes.empty()) continue;
    const auto way = std::make_shared<const HoseWay>(wayOf(draft, fitting));
    fitting.shapes.emplace_back([way] { return CordShape{pathOf(*way), kRadius}; });
    fitting.shapes.emplace_back([way] { return biteValve(*way); });
  }
}

}  // namespace configurator
