// What the contract names and this version does not have: said so, instead of "unknown".
#pragma once

#include <optional>
#include <string>

namespace configurator {

bool isLaterExport(const std::string& kind);

/// `"quote" is not part of this version.`
std::string laterVersionMessage(const std::string& what);

}  // namespace configurator
