// Does a folder still hold what its SHA256SUMS says?
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "configurator/catalog/result.h"

namespace configurator {

struct Verification {
  std::vector<std::string> changed, missing, extra;  ///< sorted file names
  bool ok() const { return changed.empty() && missing.empty() && extra.empty(); }
};

inline constexpr std::string_view kManifestName = "SHA256SUMS";

/// Fails when there is no readable manifest.
Result<Verification> verifyFolder(const std::filesystem::path& folder);

/// The manifest of named contents, as sha256sum writes it, sorted by name.
std::string writeManifest(std::vector<std::pair<std::string, std::string>> names_and_bytes);

/// Lower-case hexadecimal SHA-256 of bytes.
std::string sha256Of(std::string_view bytes);

}  // namespace configurator
