// Names of the enumerations that catalog files, bills and tech packs write.
#include "bom/item.h"

#include <array>

#include "bom/require.h"

namespace bom {

namespace {

constexpr std::array<std::string_view, 4> kStatusNames{"sourced", "estimate", "quote", "user"};

// In the order of the enumeration.
constexpr std::array<std::string_view, 18> kSectionNames{
    "shell", "lining",     "mesh",   "foam",  "frame",    "zip",       "hardware",    "webbing",   "tape",
    "cord",  "reflective", "thread", "label", "branding", "hydration", "electronics", "packaging", "finish"};

}  // namespace

std::string_view figureStatusName(FigureStatus status) {
  return kStatusNames.at(static_cast<std::size_t>(status));
}

std::optional<FigureStatus> parseFigureStatus(std::string_view name) {
  for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
    if (kStatusNames[i] == name) return static_cast<FigureStatus>(i);
  }
  return std::nullopt;
}

FigureStatus weaker(FigureStatus a, FigureStatus b) {
  // From the least to the most reliable for the buyer who reads the figure.
  constexpr std::array kByTrust{FigureStatus::Estimate, FigureStatus::Sourced, FigureStatus::User,
                                FigureStatus::Quote};
  for (const FigureStatus status : kByTrust) {
    if (a == status || b == status) return status;
  }
  require(false, "a figure status without a rank");
  return a;
}

std::string_view billSectionName(BillSection section) {
  return kSectionNames.at(static_cast<std::size_t>(section));
}

std::optional<BillSection> parseBillSection(std::string_view name) {
  for (std::size_t i = 0; i < kSectionNames.size(); ++i) {
    if (kSectionNames[i] == name) return static_cast<BillSection>(i);
  }
  return std::nullopt;
}

}  // namespace bom
