#include "configurator/pack/reflective_area.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <variant>
#include <vector>

#include "configurator/pack/figure.h"
#include "configurator/pack/near_covers.h"
#include "configurator/pack/solid_slices.h"
#include "configurator/pack/surface_samples.h"

namespace configurator {
namespace {

constexpr double kCell = 5;  // mm: fine enough for a cord across a tape
constexpr double kSquareCm = 100;

/// A bit of surface with its outward normal (of a piece: as long as its cloth is stretched). A cord's bit has
/// the direction it runs in, too: then `area_mm2` is length x radius.
struct Facet {
  Vec3 at{0, 0, 0};
  double area_mm2 = 0;
  Vec3 normal{0, 0, 1};
  Vec3 along{0, 0, 0};
};

/// What it is sewn between hides the quarter of a cord that looks in. All its width, 2 r, shows up to 45
/// degrees from its normal; at a greater angle a the hidden quarter narrows it to r (1 + cos(a - 45
/// degrees)).
double cordAreaFrom(const Facet& facet, const Vec3& direction) {
  const Vec3 across = direction - glm::dot(direction, facet.along) * facet.along;
  const double size = glm::length(across);
  if (size < 1e-9) return 0;
  const double a = std::acos(std::clamp(glm::dot(across / size, facet.normal), -1.0, 1.0));
  return facet.area_mm2 * size * (1 + std::cos(std::max(0.0, a - std::numbers::pi / 4)));
}

double areaFrom(const Facet& facet, const Vec3& direction) {
  if (glm::dot(facet.along, facet.along) > 0) return cordAreaFrom(facet, direction);
  return facet.area_mm2 * std::max(0.0, glm::dot(facet.normal, direction));
}

/// The surface's vector area per flat area: its normal, as long as the surface is stretched there.
Vec3 vectorAreaAt(const Surface& surface, Vec2 at) {
  constexpr double kStep = 0.5;
  const Vec3 across = surface(at + Vec2{kStep, 0}) - surface(at - Vec2{kStep, 0});
  const Vec3 along = surface(at + Vec2{0, kStep}) - surface(at - Vec2{0, kStep});
  return glm::cross(across, along) / (4 * kStep * kStep);
}

void addPiece(const Piece& piece, std::vector<Facet>& facets) {
  for (const SurfaceSample& sample : samplesOf(outlineOf(piece), kCell)) {
    facets.push_back({piece.surface(sample.flat), sample.area_mm2, vectorAreaAt(piece.surface, sample.flat)});
  }
}

Vec3 unitOr(const Vec3& v, const Vec3& other) {
  const double size = glm::length(v);
  return size > 1e-9 ? v / size : other;
}

int cellsOf(double size_mm) {
  return std::max(1, static_cast<int>(std::ceil(size_mm / kCell)));
}

/// In cells along and across: what crosses a tape hides some of them.
void addRibbon(const RibbonShape& ribbon, std::vector<Facet>& facets) {
  const int strips = cellsOf(ribbon.width_mm);
  for (std::size_t i = 1; i < ribbon.path.size() && i < ribbon.normals.size(); ++i) {
    const Vec3 step = ribbon.path[i] - ribbon.path[i - 1];
    const Vec3 along = unitOr(step, {1, 0, 0});
    const Vec3 up = ribbon.normals[i - 1] + ribbon.normals[i];
    const Vec3 normal = unitOr(up - glm::dot(up, along) * along, ribbon.normals[i]);
    const Vec3 across = glm::cross(normal, along) * ribbon.width_mm;
    const int steps = cellsOf(glm::length(step));
    const double area = glm::length(step) * ribbon.width_mm / (steps * strips);
    for (int k = 0; k < steps; ++k) {
      const Vec3 at = ribbon.path[i - 1] + (k + 0.5) / steps * step;
      for (int j = 0; j < strips; ++j)
        facets.push_back({at + ((j + 0.5) / strips - 0.5) * across, area, normal});
    }
  }
}

/// The middle of the box around the body's main pieces, near enough to tell outside from inside.
Vec3 middleOf(const Pack& pack) {
  return {0, pack.dimensions_mm.y / 2, pack.dimensions_mm.z / 2};
}

/// Of a box, the way out of an edge halves the angle between its faces, however flat the box is: what lies on
/// it is seen in the measure of the pack, not in millimetres.
void addCord(const CordShape& cord, const Pack& pack, std::vector<Facet>& facets) {
  const Vec3 middle = middleOf(pack);
  const Vec3 size = glm::max(pack.dimensions_mm, Vec3{1, 1, 1});
  for (std::size_t i = 1; i < cord.path.size(); ++i) {
    const Vec3 step = cord.path[i] - cord.path[i - 1];
    const Vec3 along = unitOr(step, {0, 1, 0});
    const Vec3 out = ((cord.path[i] + cord.path[i - 1]) / 2.0 - middle) / size;
    const Vec3 across = unitOr(out - glm::dot(out, along) * along, {0, 0, 1});
    facets.push_back(
        {(cord.path[i - 1] + cord.path[i]) / 2.0, glm::length(step) * cord.radius_mm, across, along});
  }
}

std::vector<Facet> facetsOf(const Pack& pack, const std::set<std::string>& items) {
  std::vector<Facet> facets;
  for (const Piece& piece : pack.pieces) {
    if (items.count(piece.item) > 0 && piece.layer != "stowed") addPiece(piece, facets);
  }
  for (const Fitting& fitting : pack.fittings) {
    if (items.count(fitting.item) == 0) continue;
    for (const Shape& shape : fitting.shapes) {
      if (const auto* ribbon = std::get_if<RibbonShape>(&shape.drawn())) addRibbon(*ribbon, facets);
      if (const auto* cord = std::get_if<CordShape>(&shape.drawn())) addCord(*cord, pack, facets);
    }
  }
  return facets;
}

/// What hides: the wearer, and the filled body as far as it is convex, which of a vest its main pocket is.
std::vector<SolidSlices> hidersOf(const Pack& pack) {
  constexpr double kHiderCell = 10;
  std::vector<Vec3> points;
  for (const Piece& piece : pack.pieces) {
    const bool convex = pack.construction != "vest" || piece.id.rfind("body.main-", 0) == 0;
    if (!piece.is_body || !convex) continue;
    const Polyline outline = outlineOf(piece);
    for (const Vec2& p : refined(outline, kHiderCell)) points.push_back(piece.surface(p));
    for (const SurfaceSample& sample : samplesOf(outline, kHiderCell))
      points.push_back(piece.surface(sample.flat));
  }
  return {slicesOf(wearerOf(pack)), slicesAround(points)};
}

/// On a hider's own surface, which the slices have roughly, nothing is hidden.
bool isHidden(const std::vector<SolidSlices>& hiders, const Vec3& at, const Vec3& direction) {
  constexpr double kThrough = 10;
  return std::any_of(hiders.begin(), hiders.end(),
                     [&](const SolidSlices& solid) { return lengthInside(solid, at, direction) > kThrough; });
}

}  // namespace

Vec3 towards(double azimuth_deg) {
  const double a = azimuth_deg * std::numbers::pi / 180;
  return {std::sin(a), 0, std::cos(a)};
}

std::array<ReflectiveView, 8> reflectiveViewsOf(const Pack& pack, const std::set<std::string>& items) {
  const std::vector<Facet> facets = facetsOf(pack, items);
  const std::vector<SolidSlices> hiders = facets.empty() ? std::vector<SolidSlices>{} : hidersOf(pack);
  std::vector<Vec3> points;
  for (const Facet& facet : facets) points.push_back(facet.at);
  const NearCovers covers(pack, items, points);
  std::array<ReflectiveView, 8> views;
  for (std::size_t i = 0; i < views.size(); ++i) {
    ReflectiveView& view = views[i];
    view.azimuth_deg = 45.0 * static_cast<double>(i);
    const Vec3 direction = towards(view.azimuth_deg);
    for (const Facet& facet : facets) {
      const double area = areaFrom(facet, direction);
      if (area <= 0 || isHidden(hiders, facet.at, direction) || covers.hide(facet.at, direction)) continue;
      view.area_cm2 += area / kSquareCm;
    }
  }
  return views;
}

}  // namespace configurator
