#include "configurator/pack/fill_shape.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/require.h"
#include "configurator/pack/fill_box.h"
#include "configurator/pack/fill_vest.h"

namespace configurator {
namespace {

constexpr double kClear = 0.6;  // mm that bands keep off cloth whose folds are cut into triangles
constexpr double kFinest = 8;   // mm between points of webbing and cords that bend with the cloth

Vec3 unitOr(Vec3 v, Vec3 otherwise) {
  const double size = glm::length(v);
  return size > 1e-9 ? v / size : otherwise;
}

/// Where a short step from `at` in a direction goes.
Vec3 movedStep(const FillMap& map, Vec3 at, Vec3 direction) {
  constexpr double kStep = 0.5;
  return map(at + kStep * direction) - map(at - kStep * direction);
}

int partsOf(Vec3 from, Vec3 to) {
  return std::max(1, static_cast<int>(std::ceil(glm::distance(from, to) / kFinest)));
}

RibbonShape moved(const RibbonShape& ribbon, const FillMap& map) {
  RibbonShape out;
  out.width_mm = ribbon.width_mm;
  out.thickness_mm = ribbon.thickness_mm;
  // A band is as stiff across as it is wide: it lies on its two edges.
  const auto add = [&](Vec3 at, Vec3 along, Vec3 normal) {
    const Vec3 aside = 0.5 * ribbon.width_mm * unitOr(glm::cross(along, normal), {1, 0, 0});
    const Vec3 across = map(at + aside) - map(at - aside);
    const Vec3 now = unitOr(glm::cross(across, movedStep(map, at, along)), normal);
    out.path.push_back(map(at) + kClear * now);
    out.normals.push_back(now);
  };
  for (std::size_t i = 0; i + 1 < ribbon.path.size(); ++i) {
    const Vec3 along = unitOr(ribbon.path[i + 1] - ribbon.path[i], {1, 0, 0});
    const int parts = partsOf(ribbon.path[i], ribbon.path[i + 1]);
    const bool last = i + 2 == ribbon.path.size();
    for (int k = 0; k < parts + (last ? 1 : 0); ++k) {
      const double t = static_cast<double>(k) / parts;
      add(glm::mix(ribbon.path[i], ribbon.path[i + 1], t), along,
          glm::mix(ribbon.normals[i], ribbon.normals[i + 1], t));
    }
  }
  return out;
}

CordShape moved(const CordShape& cord, const FillMap& map) {
  CordShape out;
  out.radius_mm = cord.radius_mm;
  for (std::size_t i = 0; i + 1 < cord.path.size(); ++i) {
    const int parts = partsOf(cord.path[i], cord.path[i + 1]);
    for (int k = 0; k < parts; ++k)
      out.path.push_back(map(glm::mix(cord.path[i], cord.path[i + 1], static_cast<double>(k) / parts)));
  }
  out.path.push_back(map(cord.path.back()));
  return out;
}

ModelShape moved(const ModelShape& model, const FillMap& map) {
  ModelShape out = model;
  out.at = map(model.at);
  out.along = unitOr(movedStep(map, model.at, unitOr(model.along, {1, 0, 0})), model.along);
  out.outward = movedNormal(map, model.at, unitOr(model.outward, {0, 0, 1}));
  return out;
}

}  // namespace

// A normal is what stays at right angles to two directions of the surface.
Vec3 movedNormal(const FillMap& map, Vec3 at, Vec3 normal) {
  const Vec3 aside = std::abs(normal.x) < 0.7 ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
  const Vec3 u = glm::normalize(glm::cross(aside, normal));
  const Vec3 v = glm::cross(normal, u);
  return unitOr(glm::cross(movedStep(map, at, u), movedStep(map, at, v)), normal);
}

FillMap fillMap(const Pack& pack, double fill) {
  require(fill >= kEmpty && fill <= kStuffed, "a fill between empty and stuffed");
  if (fill == kNominalFill) return {};
  const std::optional<FillForm> form = fillFormOf(pack);
  if (!form) return {};
  if (const auto* box = std::get_if<BoxForm>(&*form)) return boxFillMap(*box, fill);
  return vestFillMap(std::get<VestForm>(*form), fill);
}

Shape::Drawn movedShape(const Shape::Drawn& drawn, const FillMap& map) {
  return std::visit(
      [&](const auto& shape) -> Shape::Drawn {
        if constexpr (!std::is_same_v<std::decay_t<decltype(shape)>, ModelShape>) {
          if (shape.path.empty()) return shape;
        }
        return moved(shape, map);
      },
      drawn);
}

}  // namespace configurator
