// What the rules answer, as the window says it: short, with curved quotes.
#pragma once

#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/rules/rule_advisor.h"

namespace configurator {

/// `You chose Hydration “No hydration”`; empty where none of the user's choices is in the way.
std::string ownChoicesText(const Catalog& catalog, const Reason& reason);

/// `Hydration “No hydration” and Capacity 24 l`.
std::string choicesText(const Catalog& catalog, const std::vector<PlaceValue>& choices);

/// `Hydration to “Bladder sleeve”, Harness to “Vest wings” and 3 more`; pinned ones say so.
std::string changesText(const Catalog& catalog, const std::vector<PlaceChange>& changes, std::size_t most);

/// Those of the user's own, or the others.
std::vector<PlaceChange> changesOf(const std::vector<PlaceChange>& changes, bool own);

}  // namespace configurator
