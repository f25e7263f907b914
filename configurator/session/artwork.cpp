#include "configurator/session/artwork.h"

#include <filesystem>
#include <utility>

#include "renderer/load_picture.h"

namespace configurator {

Result<ArtworkPictures> loadArtwork(const Design& design) {
  ArtworkPictures pictures;
  for (const auto& [part, file] : design.artwork) {
    auto image = renderer::loadPicture(std::filesystem::path(design.folder) / file);
    if (!image) return failure("artwork " + part + ": " + image.error().message);
    pictures[part] = std::make_shared<const renderer::Image>(std::move(*image));
  }
  return pictures;
}

}  // namespace configurator
