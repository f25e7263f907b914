// The surface structure of each weave as a tile: computed once, repeated over the cloth by its flat
// millimetres. A tile with its averages at coarser scales fades to an even tone at a distance, so no weave
// ever shimmers.
#pragma once

#include <cstdint>
#include <vector>

#include "renderer/scene.h"

namespace renderer {

inline constexpr int kWeaveTileSize = 256;
inline constexpr int kWeaveCount = 16;

/// The middles of the two bands of a Stitch tile along v, for repeats of kStitch_mm: a row of thread, dashes
/// with needle holes between, and a bartack's threads side by side.
inline constexpr float kStitch_mm = 3.175f;  ///< 8 stitches per inch
inline constexpr float kRowV_mm = 1 * kStitch_mm, kTackV_mm = 3 * kStitch_mm;

/// How a weave lies on the cloth and how strongly it shows.
struct WeaveLook {
  float repeats_per_tile;  ///< repeats of the weave along one side of the tile
  float bump;              ///< strength of the tile's slopes, 0..2
  float wrinkle;           ///< strength of the cloth's slow unevenness, 0..1
  float mean_coverage;     ///< share of the tile that is not hole, 0..1
};

WeaveLook lookOf(Weave weave);

/// kWeaveTileSize² RGBA pixels that repeat without a seam: slopes along u and v (128 = flat), tone (204
/// = 1.0) and coverage (0 = hole).
std::vector<std::uint8_t> makeWeaveTile(Weave weave);

/// The slow unevenness of laid cloth, in the same form; only its slopes vary.
std::vector<std::uint8_t> makeWrinkleTile();

}  // namespace renderer
