// capacity=auto: which label suits the dimensions that are given. The order in which numbers have their way
// is in pack/given_numbers.h.
#pragma once

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// The id of the parameter.
inline constexpr const char* kCapacity = "capacity";

/// The label's litres are met within 2 %.
constexpr double kCapacityTolerance = 0.02;

/// Whether a pack of size M holds what these choices promise: the label's litres or, where litres follow from
/// the dimensions, some that the chosen options can have.
bool holdsItsCapacity(const Catalog& catalog, const Choices& choices, const Pack& pack);

/// The choices with an automatic capacity at its step; all others as they are. What the step was before does
/// not count. With no dimension given it is the allowed step next to the catalog's default. Else the free
/// dimensions grow by the same factor as the given ones (their geometric mean) over those of the body at that
/// default, and the step next to the litres of that body is taken.
Choices withSolvedCapacity(const Catalog& catalog, Choices choices);

/// The same by ranges alone, nothing built: the allowed step next to the present one.
Choices withCapacityInRange(const Catalog& catalog, Choices choices);

/// The value next to `wanted`; of two as near the lower. REQUIRES values, ascending.
double nearestOf(const std::vector<double>& values, double wanted);

}  // namespace configurator
