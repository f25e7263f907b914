// Does a folder still hold what its SHA256SUMS says?
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
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

/// File name -> lower-case hexadecimal SHA-256.
using Manifest = std::map<std::string, std::string>;

/// Fails when the folder has no manifest, or one that sha256sum would not read.
Result<Manifest> readManifest(const std::filesystem::path& folder);

/// The manifest as sha256sum writes it, sorted by name.
std::string writeManifest(const Manifest& manifest);

/// Does the file still have the bytes that the manifest says?
bool isUnchanged(const std::filesystem::path& file, const std::string& hash);

/// Lower-case hexadecimal SHA-256 of bytes.
std::string sha256Of(std::string_view bytes);

}  // namespace configurator
