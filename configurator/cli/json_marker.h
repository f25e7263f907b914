// Pieces of a strip-packing instance in, a marker out: the JSON of `rucksmith marker`.
#pragma once

#include <string>
#include <vector>

#include "bom/marker/marker.h"
#include "configurator/catalog/result.h"

namespace configurator {

/// An instance: {"strip_height": mm across, "items": [{"id", "demand", "allowed_orientations": [degrees],
/// "shape": {"data": [[x, y], ...]}}]}, x along the roll. "mirrored" of an item: so many of the demand are
/// cut mirrored across the grain. Other keys are passed over.
struct StripInstance {
  std::vector<bom::MarkerPiece> pieces;  ///< named by their id
  std::vector<bool> numbered;            ///< the id is a number in the file
  bom::Cloth cloth;
};

/// The message names the file and what is wrong where: the line of a syntax error, else all errors.
Result<StripInstance> parseStrip(const std::string& bytes, const std::string& path);

std::string markerJson(const StripInstance& strip, const bom::Marker& marker, double seconds);

}  // namespace configurator
