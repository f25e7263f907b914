// The bytes of a file, or why not.
#pragma once

#include <filesystem>
#include <string>

#include "configurator/catalog/result.h"

namespace configurator {

/// Refuses folders and files above 32 MB. The message names the path.
Result<std::string> readFile(const std::filesystem::path& path);

}  // namespace configurator
