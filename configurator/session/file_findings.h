// What a design's own files leave undone: pictures and parts that are missing, pictures that show nowhere.
#pragma once

#include <vector>

#include "configurator/design/design.h"
#include "configurator/pack/pack.h"
#include "configurator/rules/check_rules.h"

namespace configurator {

/// Warnings "picture-has-no-place", "picture-is-missing" and "part-is-missing": figures stand without these
/// files, pictures do not. Only looks whether files are there.
std::vector<Violation> fileFindingsOf(const Design& design, const Pack& pack);

}  // namespace configurator
