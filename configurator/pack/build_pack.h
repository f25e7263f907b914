// The one road's middle: choices in, pack out. Total: every design that keeps the rules builds.
#pragma once

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// REQUIRES that `choices` has a value for every slot, parameter and zone of the catalog and keeps its rules.
/// The body is built first, then every slot's option in catalog order.
Pack buildPack(const Catalog& catalog, const Choices& choices, PackSize size);

}  // namespace configurator
