#include "configurator/session/artwork.h"

#include <utility>

#include "renderer/load_picture.h"

namespace configurator {

Result<ArtworkPictures> loadArtwork(const Design& design, const std::filesystem::path& design_file) {
  ArtworkPictures pictures;
  for (const auto& [part, file] : design.artwork) {
    auto image = renderer::loadPicture(design_file.parent_path() / file);
    if (!image) return failure("artwork " + part + ": " + image.error().message);
    pictures[part] = std::make_shared<const renderer::Image>(std::move(*image));
  }
  return pictures;
}

}  // namespace configurator
