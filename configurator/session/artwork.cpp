#include "configurator/session/artwork.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
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

bool hasFilesOfArtwork(const Design& design) {
  std::error_code error;
  return std::all_of(design.artwork.begin(), design.artwork.end(), [&](const auto& picture) {
    return std::filesystem::exists(std::filesystem::path(design.folder) / picture.second, error);
  });
}

}  // namespace configurator
