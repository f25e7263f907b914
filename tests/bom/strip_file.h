// Strip-packing instances of others (strip.json), read from the reference data beside the repository.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bom/marker/marker.h"

struct StripFile {
  std::vector<bom::MarkerPiece> pieces;
  bom::Cloth cloth;
};

/// $RUCKSMITH_REFERENCE/nesting, else ../shared/nesting beside the repository; it need not exist.
std::filesystem::path nestingFolder();

/// Nothing where the file is not there.
std::optional<StripFile> readStrip(const std::string& name);
