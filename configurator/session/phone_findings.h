// Pockets that are made for a phone and come out too small for one.
#pragma once

#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/pack/pack.h"
#include "configurator/rules/check_rules.h"

namespace configurator {

/// A warning for each option with such pockets: they are still good for keys and gels.
std::vector<Violation> phoneFindingsOf(const Catalog& catalog, const Choices& choices, const Pack& pack);

}  // namespace configurator
