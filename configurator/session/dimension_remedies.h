// What a given number would have to be so that the pack holds its litres or its modules fit. Every value lies
// on its parameter's grid, inside the range that the chosen options leave, and was built before it is named.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// A number to give instead.
struct Remedy {
  std::string parameter;
  double value = 0;
};

/// The dimensions that the user gave, in the order of kDimensions.
std::vector<std::string> givenDimensions(const Choices& choices);

/// For each given dimension the value, all others held, with which the pack holds `litres` within 2 % and
/// takes what it took before; the one that comes closest. Dimensions that no value helps are left out.
std::vector<Remedy> dimensionsThatHold(const Catalog& catalog, const Choices& choices, const Pack& pack,
                                       double litres);

/// The label that the pack with these dimensions holds within 2 %.
std::optional<Remedy> labelThatHolds(const Catalog& catalog, const Choices& choices, const Pack& pack);

/// The fewest given dimensions without which the pack holds its litres; empty where none help.
std::vector<std::string> dimensionsToFree(const Catalog& catalog, const Choices& choices);

/// What makes room for a module: for each given dimension the least value that alone does, or else back
/// length and width together.
struct RoomRemedies {
  std::vector<Remedy> any, together;
};
RoomRemedies roomFor(const Catalog& catalog, const Choices& choices, PackSize size,
                     const Shortfall& shortfall);

}  // namespace configurator
