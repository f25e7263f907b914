#include "configurator/pack/on_host.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr double kBorder = 2;     // a spot keeps this far from its host's rim
constexpr double kSmallest = 8;   // no spot is narrower
constexpr double kLineStep = 16;  // of shapes along a line
constexpr char kOnPocket = '/';   // "front/front-pocket": a panel that lies on front

/// Hosts that take the part of one that a body does not offer.
constexpr std::array<std::array<const char*, 4>, 10> kStandIns{
    {{"left", "side-left", "wing-left", "front"},
     {"right", "side-right", "wing-right", "front"},
     {"side-left", "left", "wing-left", "front"},
     {"side-right", "right", "wing-right", "front"},
     {"wing-left", "strap-left", "side-left", "front"},
     {"wing-right", "strap-right", "side-right", "front"},
     {"strap-left", "wing-left", "left", "front"},
     {"strap-right", "wing-right", "right", "front"},
     {"back-inner", "back", "front", "front"},
     {"bladder", "back-inner", "back", "front"}}};

const char* standIn(const PackDraft& draft, const std::string& id) {
  for (const auto& row : kStandIns) {
    if (id != row[0]) continue;
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (draft.body.hosts.count(row[i]) > 0) return row[i];
    }
  }
  return draft.body.hosts.count("front") > 0 ? "front" : nullptr;
}

/// The panels that lie on a host, in id order.
std::vector<const Host*> panelsOn(const PackDraft& draft, const std::string& id) {
  std::vector<const Host*> panels;
  const std::string prefix = id + kOnPocket;
  for (auto it = draft.body.hosts.lower_bound(prefix); it != draft.body.hosts.end(); ++it) {
    if (it->first.compare(0, prefix.size(), prefix) != 0) break;
    panels.push_back(&it->second);
  }
  return panels;
}

bool covers(const Host& panel, Vec2 uv) {
  const Vec2 in = uv - panel.origin;
  return in.x >= 0 && in.y >= 0 && in.x <= panel.width_mm && in.y <= panel.height_mm;
}

bool overlaps(const Host& panel, const Spot& spot) {
  return spot.at.x < panel.origin.x + panel.width_mm && panel.origin.x < spot.at.x + spot.width_mm &&
         spot.at.y < panel.reach_mm && panel.origin.y < spot.at.y + spot.height_mm;
}

/// Beside a panel in the way: above or below it, whichever has room and is nearer; else on the panel itself.
Spot besidePanel(const Host& host, const Host& panel, const Spot& spot) {
  constexpr double kClear = 14;  // panels offer themselves 10 inside their seam
  const double above = panel.reach_mm + kClear;
  const double below = panel.origin.y - kClear - spot.height_mm;
  const bool room_above = above + spot.height_mm <= host.height_mm - kBorder;
  const bool room_below = below >= kBorder;
  Spot moved = spot;
  if (room_above && (!room_below || above - spot.at.y <= spot.at.y - below)) {
    moved.at.y = above;
  } else if (room_below) {
    moved.at.y = below;
  } else {
    moved.host = panel.id;
    moved.at -= panel.origin;
  }
  return moved;
}

}  // namespace

void noteShortfall(PackDraft& draft, const std::string& slot, const Spot& promised, const Spot& room) {
  constexpr double kMatters = 0.5;
  const bool fits =
      room.width_mm > promised.width_mm - kMatters && room.height_mm > promised.height_mm - kMatters;
  if (fits) return;
  const Option* option = draft.catalog.chosenOption(draft.choices, slot);
  draft.pack.shortfalls.push_back({slot,
                                   option == nullptr ? slot : option->name.text(),
                                   {promised.width_mm, promised.height_mm},
                                   {room.width_mm, room.height_mm}});
}

Host& placeOf(PackDraft& draft, const std::string& id) {
  if (const auto found = draft.body.hosts.find(id); found != draft.body.hosts.end()) return found->second;
  const char* other = standIn(draft, id);
  if (other == nullptr) broken("the body offers no place " + id);
  return draft.body.hosts.at(other);
}

Spot fitted(const PackDraft& draft, Spot spot) {
  const Host& host = draft.body.hosts.at(spot.host);
  spot.height_mm = std::max(kSmallest, std::min(spot.height_mm, host.height_mm - 2 * kBorder));
  spot.at.y = std::max(kBorder, std::min(spot.at.y, host.height_mm - kBorder - spot.height_mm));
  const double span = widthBetween(host, spot.at.y, spot.at.y + spot.height_mm);
  const double left = (host.width_mm - span) / 2;
  spot.width_mm = std::max(kSmallest, std::min(spot.width_mm, span - 2 * kBorder));
  spot.at.x = std::max(left + kBorder, std::min(spot.at.x, left + span - kBorder - spot.width_mm));
  return spot;
}

Spot spotOf(const ModuleCall& call, PackDraft& draft, const SpotDefaults& defaults) {
  const Host& host = placeOf(draft, call.word("host", defaults.host));
  Spot spot;
  spot.host = host.id;
  spot.width_mm = call.number("width", defaults.width_mm);
  spot.height_mm = call.number("height", defaults.height_mm);
  spot.at = {call.number("x", defaults.x_mm), call.number("y", defaults.y_mm)};
  const bool centred = call.word("centred", defaults.centred ? "yes" : "no") == "yes";
  const Spot sized = fitted(draft, spot);
  if (call.word("must-hold", "no") == "yes") noteShortfall(draft, call.slot, spot, sized);
  spot.width_mm = sized.width_mm;
  if (centred) spot.at.x += (host.width_mm - spot.width_mm) / 2;
  return fitted(draft, spot);
}

Spot openSpotOf(const ModuleCall& call, PackDraft& draft, const SpotDefaults& defaults) {
  const Spot spot = spotOf(call, draft, defaults);
  const Host& host = draft.body.hosts.at(spot.host);
  const Vec2 middle = spot.at + Vec2{spot.width_mm, spot.height_mm} / 2.0;
  for (const Host* panel : panelsOn(draft, spot.host)) {
    if (!overlaps(*panel, spot)) continue;
    const bool fits = spot.width_mm <= panel->width_mm && spot.height_mm <= panel->height_mm;
    if (fits && covers(*panel, middle)) {
      return fitted(draft, {panel->id, spot.at - panel->origin, spot.width_mm, spot.height_mm});
    }
    return fitted(draft, besidePanel(host, *panel, spot));
  }
  return spot;
}

Host& offerAsHost(PackDraft& draft, const Spot& spot, const Piece& panel, double margin_mm) {
  Host host;
  host.id = spot.host + kOnPocket + panel.id;
  host.piece = panel.id;
  host.origin = spot.at + Vec2{margin_mm, margin_mm};
  host.width_mm = spot.width_mm - 2 * margin_mm;
  host.height_mm = spot.height_mm - 2 * margin_mm;
  host.outside = reframedSurface(panel.surface, {host.origin});
  host.lift_mm = panel.thickness_mm;
  host.reach_mm = host.origin.y + host.height_mm;
  Host& place = draft.body.hosts[host.id];
  place = std::move(host);
  return place;
}

void setMaterial(PackDraft& draft, Piece& piece, const std::string& zone, double size) {
  const bom::Item& item = draft.item(zone, size);
  piece.zone = zone;
  piece.item = item.id;
  piece.thickness_mm = item.sheet && item.sheet->thickness_mm > 0 ? item.sheet->thickness_mm : 0.3;
}

Piece& addPatch(PackDraft& draft, const Host& host, Piece piece, double above_mm) {
  const double height = host.lift_mm + above_mm;
  piece.surface = offsetSurface(host.outside, height);
  return addPiece(draft, std::move(piece));
}

std::vector<Edge> patchEdges(const Spot& spot, double radius_mm, double allowance_mm) {
  const double radius = std::min({radius_mm, spot.width_mm * 0.45, spot.height_mm * 0.45});
  return makeEdges({spot.at, spot.width_mm, spot.height_mm, radius, radius, -1}, allowance_mm);
}

std::string markOn(PackDraft& draft, const Host& host, const Mark& mark) {
  Mark placed{mark.name, mark.kind, {}};
  placed.points.reserve(mark.points.size());
  for (const Vec2& uv : mark.points) placed.points.push_back(onPiece(host, uv));
  addMark(draft, host.piece, std::move(placed));
  return mark.name;
}

void sewOn(PackDraft& draft, const Host& host, SewOn sewing) {
  for (const std::string& name : sewing.edges) {
    const auto edge = std::find_if(sewing.placed.begin(), sewing.placed.end(),
                                   [&](const Edge& candidate) { return candidate.name == name; });
    require(edge != sewing.placed.end(), "a sewn edge has its place on the host");
    const std::string mark =
        markOn(draft, host, {sewing.piece + "." + name, MarkKind::Placement, edge->points});
    sewing.seam.runs[0].push_back({sewing.piece, name});
    sewing.seam.runs[1].push_back({host.piece, mark});
  }
  addSeam(draft, std::move(sewing.seam));
}

void tackOn(PackDraft& draft, const Host& host, Tack tack) {
  tack.piece = host.piece;
  tack.at = onPiece(host, tack.at);
  addTack(draft, std::move(tack));
}

HostLayers::HostLayers(const PackDraft& draft, const Host& host)
    : host_{host.outside, host.lift_mm, {0, 0}, host.width_mm, host.height_mm} {
  for (const Host* panel : panelsOn(draft, host.id)) {
    panels_.push_back({panel->outside, panel->lift_mm, panel->origin, panel->width_mm, panel->height_mm});
  }
}

SurfacePoint HostLayers::over(Vec2 uv, double above_mm) const {
  const auto panel = std::find_if(panels_.begin(), panels_.end(), [uv](const Layer& layer) {
    const Vec2 in = uv - layer.origin;
    return in.x >= 0 && in.y >= 0 && in.x <= layer.width_mm && in.y <= layer.height_mm;
  });
  const Layer& top = panel == panels_.end() ? host_ : *panel;
  const SurfacePoint point = top.outside.pointAt(uv - top.origin);
  return {point.at + (top.lift_mm + above_mm) * point.normal, point.normal};
}

RibbonShape HostLayers::ribbon(const LineOnHost& line) const {
  RibbonShape ribbon;
  ribbon.width_mm = line.width_mm;
  ribbon.thickness_mm = line.thickness_mm;
  for (const Vec2& uv : refined(line.points, kLineStep)) {
    const SurfacePoint point = over(uv, line.above_mm);
    ribbon.path.push_back(point.at);
    ribbon.normals.push_back(point.normal);
  }
  return ribbon;
}

CordShape HostLayers::cord(const LineOnHost& line) const {
  CordShape cord;
  cord.radius_mm = line.width_mm / 2;
  for (const Vec2& uv : refined(line.points, kLineStep)) {
    cord.path.push_back(over(uv, line.above_mm + cord.radius_mm).at);
  }
  return cord;
}

ModelShape HostLayers::model(const ModelOnHost& model) const {
  constexpr double kStep = 3;
  const SurfacePoint point = over(model.at, model.above_mm);
  const Vec2 step = kStep * model.direction;
  const Vec3 along = glm::normalize(host_.outside(model.at + step) - host_.outside(model.at - step));
  return {model.model, point.at, along, point.normal, model.scale};
}

Shape ribbonOn(const PackDraft& draft, const Host& host, LineOnHost line) {
  return Shape([layers = HostLayers(draft, host), line = std::move(line)] { return layers.ribbon(line); });
}

Shape cordOn(const PackDraft& draft, const Host& host, LineOnHost line) {
  return Shape([layers = HostLayers(draft, host), line = std::move(line)] { return layers.cord(line); });
}

Shape modelOn(const PackDraft& draft, const Host& host, ModelOnHost model) {
  return Shape([layers = HostLayers(draft, host), model = std::move(model)] { return layers.model(model); });
}

RibbonShape ribbonAlong(const Surface& surface, const LineOnHost& line) {
  RibbonShape ribbon;
  ribbon.width_mm = line.width_mm;
  ribbon.thickness_mm = line.thickness_mm;
  for (const Vec2& at : refined(line.points, kLineStep)) {
    const SurfacePoint point = surface.pointAt(at);
    ribbon.path.push_back(point.at + line.above_mm * point.normal);
    ribbon.normals.push_back(point.normal);
  }
  return ribbon;
}

Shape ribbonShape(Surface surface, LineOnHost line) {
  return Shape([surface = std::move(surface), line = std::move(line)] { return ribbonAlong(surface, line); });
}

}  // namespace configurator
