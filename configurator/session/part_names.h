// A part of the pack as a person calls it, and the slot that a click on it means.
#pragma once

#include <string>

#include "configurator/session/workshop.h"

namespace configurator {

/// "Shoulder strap, shell"; empty for a part that the pack does not have.
std::string partName(const Pack& pack, const std::string& part_id);

/// The slot whose option made a part; empty for a part that the pack does not have.
std::string slotOfPart(const Catalog& catalog, const Pack& pack, const std::string& part_id);

}  // namespace configurator
