#include "configurator/pack/reflective_area.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <variant>
#include <vector>

#include "configurator/pack/figure.h"
#include "configurator/pack/solid_slices.h"
#include "configurator/pack/surface_samples.h"

namespace configurator {
namespace {

constexpr double kCell = 8;  // mm: fine enough for a tape on a curved panel
constexpr double kSquareCm = 100;

/// A bit of surface with its outward normal (of a piece: as long as its cloth is stretched). A cord's bit has
/// the direction it runs in, too: then `area_mm2` is length x radius.
struct Facet {
  Vec3 at{0, 0, 0};
  double area_mm2 = 0;
  Vec3 normal{0, 0, 1};
  Vec3 along{0, 0, 0};
};

/// The cord's outer half, a half-cylinder: seen at the angle a from its normal, it is r (1 + cos a) wide.
double cordAreaFrom(const Facet& facet, const Vec3& direction) {
  const Vec3 across = direction - glm::dot(direction, facet.along) * facet.along;
  const double size = glm::length(across);
  if (size < 1e-9) return 0;
  return facet.area_mm2 * size * (1 + glm::dot(across / size, facet.normal));
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

void addRibbon(const RibbonShape& ribbon, std::vector<Facet>& facets) {
  for (std::size_t i = 1; i < ribbon.path.size() && i < ribbon.normals.size(); ++i) {
    const Vec3 step = ribbon.path[i] - ribbon.path[i - 1];
    const Vec3 along = unitOr(step, {1, 0, 0});
    const Vec3 up = ribbon.normals[i - 1] + ribbon.normals[i];
    facets.push_back({(ribbon.path[i - 1] + ribbon.path[i]) / 2.0, glm::length(step) * ribbon.width_mm,
                      unitOr(up - glm::dot(up, along) * along, ribbon.normals[i])});
  }
}

void addCord(const CordShape& cord, const Vec3& middle, std::vector<Facet>& facets) {
  for (std::size_t i = 1; i < cord.path.size(); ++i) {
    const Vec3 step = cord.path[i] - cord.path[i - 1];
    const Vec3 along = unitOr(step, {0, 1, 0});
    const Vec3 out = (cord.path[i] + cord.path[i - 1]) / 2.0 - middle;
    const Vec3 across = unitOr(out - glm::dot(out, along) * along, {0, 0, 1});
    facets.push_back(
        {(cord.path[i - 1] + cord.path[i]) / 2.0, glm::length(step) * cord.radius_mm, across, along});
  }
}

/// The middle of the box around the body's main pieces, near enough to tell outside from inside.
Vec3 middleOf(const Pack& pack) {
  return {0, pack.dimensions_mm.y / 2, pack.dimensions_mm.z / 2};
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
      if (const auto* cord = std::get_if<CordShape>(&shape.drawn())) addCord(*cord, middleOf(pack), facets);
    }
  }
  return facets;
}

/// What hides: the wearer, and the filled body as far as it is convex, which of a vest its main pocket is.
std::vector<SolidSlices> hidersOf(const Pack& pack) {
  constexpr double kHiderCell = 24;
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
  std::array<ReflectiveView, 8> views;
  for (std::size_t i = 0; i < views.size(); ++i) {
    ReflectiveView& view = views[i];
    view.azimuth_deg = 45.0 * static_cast<double>(i);
    const Vec3 direction = towards(view.azimuth_deg);
    for (const Facet& facet : facets) {
      const double area = areaFrom(facet, direction);
      if (area > 0 && !isHidden(hiders, facet.at, direction)) view.area_cm2 += area / kSquareCm;
    }
  }
  return views;
}

}  // namespace configurator
