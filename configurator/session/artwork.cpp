#include "configurator/session/artwork.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "configurator/pack/pack_scene_artwork.h"
#include "renderer/load_picture.h"

namespace configurator {

Result<ArtworkPictures> loadArtwork(const Design& design) {
  ArtworkPictures pictures;
  for (const auto& [part, file] : design.artwork) {
    auto image = renderer::loadPicture(pictureFileOf(design, file));
    if (!image) return failure("artwork " + part + ": " + image.error().message);
    pictures[part] = std::make_shared<const renderer::Image>(std::move(*image));
  }
  return pictures;
}

bool hasFilesOfArtwork(const Design& design) {
  std::error_code error;
  return std::all_of(design.artwork.begin(), design.artwork.end(), [&](const auto& picture) {
    return std::filesystem::exists(pictureFileOf(design, picture.second), error);
  });
}

void fitToPictures(const PackScene& scene, std::vector<bom::ArtworkPlacement>& marks) {
  for (bom::ArtworkPlacement& mark : marks) {
    const auto shown = scene.pictures.find(mark.id);
    if (shown == scene.pictures.end() || isOnBadge(mark.technique)) continue;
    const glm::dvec2 size(shown->second.size_mm);
    mark.offset_x_mm += (mark.width_mm - size.x) / 2;
    mark.offset_y_mm += (mark.height_mm - size.y) / 2;
    mark.width_mm = size.x;
    mark.height_mm = size.y;
  }
}

}  // namespace configurator
