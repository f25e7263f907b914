// What rules may ask of an order beside its choices: its market, the climate there, its use, how light its
// colours are.
#pragma once

#include <map>
#include <set>
#include <string>

#include "configurator/catalog/catalog.h"

namespace configurator {

/// Fact -> its words; a ground may be light in one colorway and dark in another. A rule that asks of a fact
/// that is not here does not speak.
using RuleFacts = std::map<std::string, std::set<std::string>>;

/// Has the fact one of the term's words? REQUIRES a term of a fact.
bool holds(const RuleFacts& facts, const Rule::Term& term);

/// Those facts and words that some rule asks of: two orders that differ elsewhere have the same rules.
RuleFacts askedFacts(const Catalog& catalog, const RuleFacts& facts);

}  // namespace configurator
