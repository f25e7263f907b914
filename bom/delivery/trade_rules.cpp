#include "bom/delivery/trade_rules.h"

#include <algorithm>
#include <array>

namespace bom {
namespace {

constexpr std::array<std::string_view, 3> kPayerNames{"seller", "buyer", "none"};
constexpr std::array<std::string_view, kLegs> kLegNames{
    "loading",        "pre-carriage",  "export-clearance", "origin-terminal",
    "vessel-loading", "main-carriage", "insurance",        "destination-terminal",
    "on-carriage",    "unloading",     "import-clearance", "duty-and-tax"};

}  // namespace

std::string_view payerName(Payer payer) {
  return kPayerNames.at(static_cast<std::size_t>(payer));
}

std::optional<Payer> parsePayer(std::string_view name) {
  const auto found = std::find(kPayerNames.begin(), kPayerNames.end(), name);
  if (found == kPayerNames.end()) return std::nullopt;
  return static_cast<Payer>(found - kPayerNames.begin());
}

std::string_view legName(Leg leg) {
  return kLegNames.at(static_cast<std::size_t>(leg));
}

}  // namespace bom
