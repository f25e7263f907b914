// Is a catalog folder in order? The loader's errors, or else what only the families of this program can tell.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace configurator {

/// One message for each thing that is wrong, with file and line; empty = in order.
std::vector<std::string> checkCatalogFolder(const std::filesystem::path& folder);

}  // namespace configurator
