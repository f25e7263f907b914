// Pictures that a design puts on its artwork, read from their files.
#pragma once

#include <vector>

#include "bom/product.h"
#include "configurator/catalog/result.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack_scene.h"

namespace configurator {

/// By artwork. The files lie where the design says, from its folder on. Fails with the first file that cannot
/// be used, whose message says what to do.
Result<ArtworkPictures> loadArtwork(const Design& design);

/// Whether the files of the design's pictures are there, whatever is in them.
bool hasFilesOfArtwork(const Design& design);

/// Prints and embroidery are as large as the scene's pictures on them, in the middle of their place; a badge
/// or label keeps its own size.
void fitToPictures(const PackScene& scene, std::vector<bom::ArtworkPlacement>& marks);

}  // namespace configurator
