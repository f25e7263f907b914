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
constexpr const char* kBladder = "bladder";
constexpr const char* kInsulation = "insulation";
constexpr const char* kBladderOnly = "bladder-only";
constexpr const char* kPlastic = "plastic";

struct SurfaceKind {
  const char* kind;
  const char* words;
};
constexpr std::array kSurfaces{SurfaceKind{"textile-man-made", "textile of man-made fibres"},
                               SurfaceKind{"textile-cotton", "cotton textile"},
                               SurfaceKind{kPlastic, "sheeting of plastics"}};

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

bool takesCategory(const Product& product, const PriceBook& book, const char* category) {
  return std::any_of(product.uses.begin(), product.uses.end(), [&](const Use& use) {
    const auto item = book.items.find(use.item);
    return use.in_product && item != book.items.end() && item->second.category == category;
  });
}

}  // namespace

BeverageBag beverageBagOf(const Product& product, const PriceBook& book) {
  return {takesCategory(product, book, kBladder), takesCategory(product, book, kInsulation),
          product.storage.empty()};
}

OuterSurface outerSurfaceOf(const Product& product, const PriceBook& book) {
  auto areas = areasOf(product, book, true);
  const bool has_shell = sumOf(areas) > 0;
  if (!has_shell) areas = areasOf(product, book, false);
  const double all = sumOf(areas);
  const std::size_t most =
      static_cast<std::size_t>(std::max_element(areas.begin(), areas.end()) - areas.begin());
  const double share = all > 0 ? areas[most] / all : 1;
  return {kSurfaces[most].kind,
          formatDouble(100 * share, 0) + " % of " + formatDouble(all, 2) + " m2 of " +
              (has_shell ? "shell" : "cloth") + " is " + kSurfaces[most].words,
          beverageBagOf(product, book)};
}

const TariffLine& tariffLineFor(const Market& market, const OuterSurface& surface) {
  require(!market.tariff.empty(), "a market has a tariff");
  std::vector<std::string> wanted;
  const bool is_textile = surface.kind != kPlastic;
  if (is_textile && surface.bag.isOne()) wanted.emplace_back(kBladderOnly);
  wanted.push_back(surface.kind);
  if (is_textile) wanted.emplace_back("textile");
  wanted.push_back("other");
  for (const std::string& kind : wanted) {
    for (const TariffLine& line : market.tariff)
      if (line.surface == kind) return line;
  }
  return market.tariff.front();
}

}  // namespace bom
