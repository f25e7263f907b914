// A design as a .ruck file (assets/schemas/ruck.xsd, version 1): read strictly, written so that equal designs
// give equal bytes, saved so that a crash never costs the old file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "configurator/catalog/result.h"
#include "configurator/design/design.h"

namespace configurator {

/// Unknown elements, attributes and ids, wrong types and values out of range are errors with file and line:
/// the first syntax error, else all content errors. Slots, parameters and zones the file leaves out take the
/// catalog's defaults, by = template. Values that break a rule load; `check` names them.
Result<Design> parseDesign(std::string_view xml, std::string_view file_name, const Catalog& catalog);
Result<Design> loadDesign(const std::filesystem::path& path, const Catalog& catalog);

std::string writeDesign(const Design& design);

/// Writes beside the file, syncs, renames, syncs the folder. On failure the old file is untouched.
Result<void> saveFileAtomically(const std::filesystem::path& path, std::string_view bytes);
Result<void> saveDesign(const std::filesystem::path& path, const Design& design);

}  // namespace configurator
