// A catalog of one item per zone, for bodies that are built alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/pack/draft.h"

namespace configurator {

/// Zones and items have the same ids; points of measure have nothing but theirs.
Catalog makeOneItemCatalog(const std::vector<std::string>& zones, const std::vector<std::string>& measures);
void addItem(Catalog& catalog, const std::string& id);

/// Options that say something of themselves to the body: slot, id, attribute and its value.
struct SpeakingOption {
  const char* slot;
  const char* id;
  const char* attribute;
  const char* value;
};
void addOptions(Catalog& catalog, const std::vector<SpeakingOption>& options);

/// A dimension as the user gave it, or as the program solves it.
void setDimension(Choices& choices, const std::string& id, std::optional<double> given, double otherwise);

/// A draft of a pack that starts with the choices' parameters; it refers to both.
PackDraft draftOf(const Catalog& catalog, const Choices& choices, PackSize size);

}  // namespace configurator
