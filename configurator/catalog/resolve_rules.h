// What the words of rules stand for in the whole catalog: the values of an attribute or of a negation, the
// rows of a table. Says what leads nowhere.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/file_line.h"

namespace configurator {

/// Fills in `values` of all terms and the tables of all rules. `tables`: the bytes of each CSV file by the
/// name that rules give it. REQUIRES that everything else of the catalog is read.
void resolveRules(Catalog& catalog, const std::map<std::string, std::string>& tables, Problems& problems);

/// What a number of a test or law is: a parameter, "SLOT.ATTRIBUTE" or "ZONE.ATTRIBUTE". Nothing where no
/// value of the place has it, or where they differ in unit.
std::optional<Dimension> dimensionOfRuleNumber(const Catalog& catalog, const std::string& name);

/// The facts of an order that rules may ask of: "market", "heat", ..., "ground.ZONE" for each zone.
std::vector<std::string> ruleFacts(const Catalog& catalog);

/// "SLOT.ATTRIBUTE" taken apart; the attribute of a parameter is empty.
struct RuleNumber {
  std::string place, attribute;
};
RuleNumber ruleNumber(const std::string& name);

}  // namespace configurator
