#include "bom/delivery/tariff.h"

#include <algorithm>
#include <array>
#include <vector>

#include "bom/number_text.h"
#include "bom/require.h"

namespace bom {
namespace {

constexpr const char* kFilmOutside = "tpu";
constexpr const char* kCotton = "CO";

struct SurfaceKind {
  const char* kind;
  const char* words;
};
constexpr std::array kSurfaces{SurfaceKind{"textile-man-made", "textile of man-made fibres"},
                               SurfaceKind{"textile-cotton", "cotton textile"},
                               SurfaceKind{"plastic", "sheeting of plastics"}};

std::size_t surfaceOf(const Item& item) {
  if (item.family == kFilmOutside) return 2;
  Ratio cotton;
  for (const Component& component : item.composition)
    if (component.fibre == kCotton) cotton = cotton + component.share;
  return cotton + cotton >= Ratio::one() ? 1 : 0;
}

/// Square metres of each surface among the pieces whose item is of the shell, or of any section.
std::array<double, kSurfaces.size()> areasOf(const Product& product, const PriceBook& book, bool shell_only) {
  std::array<double, kSurfaces.size()> areas{};
  for (const PatternPiece& piece : product.pieces) {
    const auto item = book.items.find(piece.item);
    if (item == book.items.end() || (shell_only && item->second.section != BillSection::Shell)) continue;
    areas[surfaceOf(item->second)] += piece.area_mm2 * 1e-6 * static_cast<double>(piece.part_ids.size());
  }
  return areas;
}

double sumOf(const std::array<double, kSurfaces.size()>& areas) {
  double sum = 0;
  for (const double area : areas) sum += area;
  return sum;
}

}  // namespace

OuterSurface outerSurfaceOf(const Product& product, const PriceBook& book) {
  auto areas = areasOf(product, book, true);
  const bool has_shell = sumOf(areas) > 0;
  if (!has_shell) areas = areasOf(product, book, false);
  const double all = sumOf(areas);
  const std::size_t most =
      static_cast<std::size_t>(std::max_element(areas.begin(), areas.end()) - areas.begin());
  const double share = all > 0 ? areas[most] / all : 1;
  return {kSurfaces[most].kind, formatDouble(100 * share, 0) + " % of " + formatDouble(all, 2) + " m2 of " +
                                    (has_shell ? "shell" : "cloth") + " is " + kSurfaces[most].words};
}

const TariffLine& tariffLineFor(const Market& market, const OuterSurface& surface) {
  require(!market.tariff.empty(), "a market has a tariff");
  std::vector<std::string> wanted{surface.kind};
  if (surface.kind != "plastic") wanted.push_back("textile");
  wanted.push_back("other");
  for (const std::string& kind : wanted) {
    for (const TariffLine& line : market.tariff)
      if (line.surface == kind) return line;
  }
  return market.tariff.front();
}

}  // namespace bom
