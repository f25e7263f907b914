// See places.h.
#include "bom/quality/places.h"

#include <algorithm>

namespace bom {

std::optional<std::string> placeNamed(const std::vector<std::string>& where, const Market& market) {
  for (const std::string& word : where) {
    const auto& parts = market.compliance_regions;
    const bool named = word == "any" || word == market.id || word == market.customs_area ||
                       std::find(parts.begin(), parts.end(), word) != parts.end();
    if (named) return word;
  }
  return std::nullopt;
}

}  // namespace bom
