// Edits of a design in turn, and which broken rules are theirs.
#pragma once

#include <string>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/workshop.h"

namespace configurator {

struct KeyValue {
  std::string key, value;  ///< of applyEdit
};

/// Why edits were not made. With `violations` empty, `message` says which key or value nobody knows.
struct EditRefusal {
  std::string message;
  std::vector<Violation> violations;  ///< the errors that the edits would bring
};

/// Of the errors in `after`, those that `edits` bring: the rule was kept in `before`, or it names an edited
/// key.
std::vector<Violation> errorsOf(const std::vector<KeyValue>& edits, const std::vector<Violation>& before,
                                const std::vector<Violation>& after);

/// Numbers that no option's choice would make possible: outside a parameter's whole range, or between its
/// steps.
std::vector<Violation> rangeErrorsOf(const Catalog& catalog, const std::vector<KeyValue>& edits);

/// All edits in turn, rules unchecked, except that `auto` keeps as many as it can: it takes the catalog's
/// default or, where the rest of the design does not, the next value that it does. Fails on the first key or
/// value that nobody knows, and on an order that is too large.
Result<Design> editedDesign(const Catalog& catalog, Design design, const std::vector<KeyValue>& edits);

}  // namespace configurator
