// What an export finds in its folder from one before it.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "configurator/session/verify_folder.h"

namespace configurator {

using NamedBytes = std::vector<std::pair<std::string, std::string>>;

/// What one export writes, and what it would write of the kinds that it was not asked for.
struct ExportContents {
  NamedBytes written;
  NamedBytes unasked;  ///< of documents and models that the folder lists
};

/// The entries of the folder's manifest that still hold beside `contents`: documents that say what this
/// export would have said, and pictures of the same model. Files that hold no more - of another edition,
/// order or design - are removed, unless somebody has changed them since; those are no longer vouched for.
Manifest keepEarlier(const std::filesystem::path& folder, const ExportContents& contents);

}  // namespace configurator
