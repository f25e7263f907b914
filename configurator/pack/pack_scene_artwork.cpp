#include "configurator/pack/pack_scene_artwork.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <utility>
#include <variant>

namespace configurator {
namespace {

constexpr double kAbove_mm = 0.12;  // of the picture over the face of its band
constexpr double kStep_mm = 4;

/// The fitting that an artwork is made of: a part of the same module.
const Fitting* fittingOf(const Pack& pack, const Artwork& artwork) {
  const std::string module = artwork.id.substr(0, artwork.id.rfind('.') + 1);
  const auto found = std::find_if(pack.fittings.begin(), pack.fittings.end(), [&](const Fitting& fitting) {
    return fitting.zone == "logo" && fitting.id.compare(0, module.size(), module) == 0 &&
           fitting.id.find('.', module.size()) == std::string::npos && !fitting.shapes.empty();
  });
  return found == pack.fittings.end() ? nullptr : &*found;
}

glm::dvec2 fitted(const renderer::Image& image, const Artwork& artwork) {
  const double scale = std::min(artwork.width_mm / image.width, artwork.height_mm / image.height);
  return {scale * image.width, scale * image.height};
}

/// Where a length along a band is, and its outward normal there.
SurfacePoint along(const RibbonShape& band, double at) {
  std::size_t i = 1;
  double from = 0;
  for (; i + 1 < band.path.size(); ++i) {
    const double step = glm::distance(band.path[i], band.path[i - 1]);
    if (from + step >= at) break;
    from += step;
  }
  const double step = std::max(1e-9, glm::distance(band.path[i], band.path[i - 1]));
  const double share = std::clamp((at - from) / step, 0.0, 1.0);
  return {band.path[i - 1] + share * (band.path[i] - band.path[i - 1]),
          glm::normalize(band.normals[i - 1] + share * (band.normals[i] - band.normals[i - 1]))};
}

/// The outer face of the middle of a band, seen from outside with the band running to the right.
renderer::Mesh faceOf(const RibbonShape& band, const glm::dvec2& size) {
  renderer::Mesh mesh;
  const double start = (lengthOf(band.path) - size.x) / 2;
  const int steps = std::max(1, static_cast<int>(std::ceil(size.x / kStep_mm)));
  for (int i = 0; i <= steps; ++i) {
    const double u = size.x * i / steps;
    const SurfacePoint point = along(band, start + u);
    const Vec3 ahead = along(band, start + u + 0.5).at - along(band, start + u - 0.5).at;
    const Vec3 right = glm::normalize(ahead - glm::dot(ahead, point.normal) * point.normal);
    const Vec3 up = glm::cross(point.normal, right);
    const Vec3 middle = point.at + (band.thickness_mm + kAbove_mm) * point.normal;
    const auto at = static_cast<std::uint32_t>(mesh.positions.size());
    for (const double v : {0.0, size.y}) {
      mesh.positions.emplace_back(middle + (v - size.y / 2) * up);
      mesh.normals.emplace_back(point.normal);
      mesh.uvs.emplace_back(static_cast<float>(u), static_cast<float>(v));
    }
    if (i > 0) mesh.indices.insert(mesh.indices.end(), {at - 2, at, at + 1, at - 2, at + 1, at - 1});
  }
  return mesh;
}

}  // namespace

bool isOnBadge(std::string_view technique) {
  return technique == "woven-label" || technique == "rubber-badge";
}

bool showsPicture(const Pack& pack, std::string_view artwork_id) {
  return std::any_of(pack.artwork.begin(), pack.artwork.end(), [&](const Artwork& artwork) {
    return artwork.id == artwork_id && fittingOf(pack, artwork) != nullptr;
  });
}

std::map<std::string, PlacedArtwork> placedArtwork(const Pack& pack, const ArtworkPictures& pictures,
                                                   const FillMap& map) {
  std::map<std::string, PlacedArtwork> placed;
  for (const Artwork& artwork : pack.artwork) {
    const auto picture = pictures.find(artwork.id);
    const Fitting* fitting = fittingOf(pack, artwork);
    if (picture == pictures.end() || fitting == nullptr) continue;
    const Shape::Drawn drawn =
        map ? movedShape(fitting->shapes.front().drawn(), map) : fitting->shapes.front().drawn();
    const auto* band = std::get_if<RibbonShape>(&drawn);
    if (band == nullptr || band->path.size() < 2) continue;
    const glm::dvec2 size = fitted(*picture->second, artwork);
    placed[fitting->id] = {
        artwork.id, {picture->second, glm::vec2(size)}, faceOf(*band, size), !isOnBadge(artwork.technique)};
  }
  return placed;
}

}  // namespace configurator
