// A customer's pictures on the places of the pack's artwork, in true proportion.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "configurator/pack/fill_shape.h"
#include "configurator/pack/pack_scene.h"

namespace configurator {

/// The picture of one artwork as it is drawn. Its uvs are mm from the picture's lower left corner.
struct PlacedArtwork {
  std::string id;  ///< the artwork's
  ShownPicture picture;
  renderer::Mesh mesh;
  bool is_print = true;  ///< ink or thread on the cloth; else it lies on a badge or label
};

/// A mark that is a thing of its own, which the picture lies on; else ink or thread on the cloth.
bool isOnBadge(std::string_view technique);

/// Whether a pack has that artwork, and it is not cut from film.
bool showsPicture(const Pack& pack, std::string_view artwork_id);

/// By the fitting that stands for the artwork. Each picture is as large as its place lets it be, in the
/// middle. What has no place on this pack is left out, and so is artwork that is cut from reflective film.
std::map<std::string, PlacedArtwork> placedArtwork(const Pack& pack, const ArtworkPictures& pictures,
                                                   const FillMap& map);

}  // namespace configurator
