#include "one_item_catalog.h"

namespace configurator {

void addItem(Catalog& catalog, const std::string& id) {
  bom::Item item;
  item.id = item.name = id;
  catalog.prices.items[id] = item;
}

Catalog makeOneItemCatalog(const std::vector<std::string>& zones, const std::vector<std::string>& measures) {
  Catalog catalog;
  for (const std::string& zone : zones) {
    addItem(catalog, zone);
    Zone made;
    made.id = made.default_item = zone;
    catalog.zones.push_back(made);
  }
  for (const std::string& id : measures) {
    MeasureSpec spec;
    spec.id = id;
    catalog.measures.push_back(spec);
  }
  return catalog;
}

void addOptions(Catalog& catalog, const std::vector<SpeakingOption>& options) {
  for (const SpeakingOption& one : options) {
    Option option;
    option.slot = one.slot;
    option.id = one.id;
    option.attributes[one.attribute] = one.value;
    catalog.options.push_back(std::move(option));
  }
}

void setDimension(Choices& choices, const std::string& id, std::optional<double> given, double otherwise) {
  choices.parameters[id] = {given.value_or(otherwise), given ? By::User : By::Solved, false};
}

PackDraft draftOf(const Catalog& catalog, const Choices& choices, PackSize size) {
  PackDraft draft{catalog, choices, {}, {}};
  draft.pack.size = size;
  for (const auto& [id, chosen] : choices.parameters) draft.pack.parameters[id] = chosen.value;
  return draft;
}

}  // namespace configurator
