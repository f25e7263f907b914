// What a ZIP archive holds. minizip stays in this file's source.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "bom/result.h"

namespace bom {

/// The XML files of an archive by their names (".xml" and ".rels"), unpacked. Refuses what is damaged or
/// encrypted, and more than 16 MB in all: sizes are counted while unpacking, for an archive may lie about
/// them.
Result<std::map<std::string, std::string>> readZippedXml(std::string_view bytes,
                                                         const std::string& file_name);

}  // namespace bom
