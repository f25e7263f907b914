// The picture of a marker, to scale: 1 unit is 1 mm.
#pragma once

#include <string>
#include <vector>

#include "bom/marker/marker.h"

namespace bom {

/// Pieces with their names, the cloth with its width and length in mm, an arrow along the grain, efficiency.
/// x runs to the right, y upwards. The same marker gives the same bytes.
std::string markerSvg(const Marker& marker, const std::vector<MarkerPiece>& pieces, const Cloth& cloth);

}  // namespace bom
