#include "bom/delivery/container.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {
namespace {

/// Millionths of a millimetre: length, width, height.
using Size = std::array<std::int64_t, 3>;

std::int64_t rowsAlong(const Size& container, const Size& carton) {
  std::int64_t cartons = 1;
  for (std::size_t side = 0; side < 3; ++side) cartons *= container[side] / carton[side];
  return cartons;
}

Size sizeOf(const CartonPlan& carton) {
  Size size{};
  const std::array<double, 3> sides{carton.length_mm, carton.width_mm, carton.height_mm};
  for (std::size_t side = 0; side < 3; ++side) {
    size[side] = Quantity::fromDouble(sides[side], Unit::Piece).millionths();
    require(size[side] > 0, "a carton has a size");
  }
  return size;
}

}  // namespace

Result<std::int64_t> cartonsIn(const PriceBook& book, const std::string& container,
                               const CartonPlan& carton) {
  Size inside{};
  constexpr std::array kSides{"-length", "-width", "-height"};
  for (std::size_t side = 0; side < 3; ++side) {
    const auto rate = findRate(book, container + kSides[side]);
    if (!rate) return tl::unexpected(rate.error());
    inside[side] = rate->typical_millionths;
  }
  const auto usable = findRate(book, container + "-practical");
  if (!usable) return tl::unexpected(usable.error());
  Size turned = sizeOf(carton);
  const Int128 volume = multiplyExact(multiplyExact(turned[0], turned[1]), turned[2]);
  std::sort(turned.begin(), turned.end());
  std::int64_t most = 0;
  do {
    most = std::max(most, rowsAlong(inside, turned));
  } while (std::next_permutation(turned.begin(), turned.end()));
  // Both in the cube of a millionth of a millimetre; a rate has millionths of a cubic metre.
  const Int128 room =
      multiplyExact(multiplyExact(usable->typical_millionths, kMillion), multiplyExact(kBillion, kMillion));
  return std::min(most, static_cast<std::int64_t>(room / volume));
}

std::int64_t cartonMillilitres(const CartonPlan& carton) {
  const auto micrometres = [](double mm) { return std::int64_t{std::llround(mm * 1e3)}; };
  constexpr std::int64_t kOfMillilitre = 1'000'000'000'000;  // cubic micrometres
  return scaleRounded(micrometres(carton.length_mm) * micrometres(carton.width_mm),
                      micrometres(carton.height_mm), kOfMillilitre);
}

}  // namespace bom
