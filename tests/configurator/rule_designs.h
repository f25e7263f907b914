// The designs of tests/rules: for each rule one that keeps it and one that breaks it.
#pragma once

#include <string>
#include <vector>

#include "configurator/design/design.h"

namespace configurator {

/// The folders of tests/rules, sorted: one for each rule, by its id.
std::vector<std::string> ruleFolderNames();

/// `file` ("keeps.txt" or "breaks.txt") of a rule's folder: `new TEMPLATE`, then `set KEY=VALUE ...`. Edits
/// are made as they are, nothing is repaired. Throws where a line is wrong.
Design ruleDesign(const std::string& rule, const std::string& file);

}  // namespace configurator
