// How the pack carries, as rows of `show`: the formula of the bounce score with its numbers, the limits of
// the load.
#pragma once

#include <array>
#include <string>

#include "configurator/cli/text_table.h"
#include "configurator/pack/carry_figures.h"

namespace configurator {

/// Two columns: name and text.
void addCarryRows(const CarryFigures& carry, TextTable& table);

/// "62 behind, 44, 0 right ... cm2, every 45 degrees".
std::string reflectiveText(const std::array<ReflectiveView, 8>& views);

}  // namespace configurator
