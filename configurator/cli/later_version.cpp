#include "configurator/cli/later_version.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace configurator {
namespace {

constexpr std::array<std::string_view, 5> kExports{"xlsx", "pdf", "rfq", "dxf", "html"};

}  // namespace

bool isLaterExport(const std::string& kind) {
  return std::find(kExports.begin(), kExports.end(), kind) != kExports.end();
}

std::string laterVersionMessage(const std::string& what) {
  return "\"" + what + "\" is not part of this version.";
}

}  // namespace configurator
