// Finds things in a catalog and lists what a parameter or a zone may take.
#include "configurator/catalog/catalog.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/choices.h"
#include "configurator/catalog/require.h"

namespace configurator {

namespace {

template <typename T>
const T* findById(const std::vector<T>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

bool accepts(const Zone& zone, const std::string& category) {
  return std::find(zone.accepts.begin(), zone.accepts.end(), category) != zone.accepts.end();
}

}  // namespace

const std::string& LocalizedText::text(const std::string& language) const {
  static const std::string kNone;
  for (const std::string& wanted : {language, language.substr(0, 2), std::string("en")}) {
    const auto found = by_language.find(wanted);
    if (found != by_language.end()) return found->second;
  }
  return kNone;
}

std::vector<double> parameterSteps(const Parameter& parameter) {
  // In whole millionths, so that 60 steps of 0.1 end exactly where one multiplication would.
  const auto millionths = [](double value) { return std::llround(value * 1e6); };
  std::vector<double> values;
  long long at = millionths(parameter.min);
  for (const Parameter::Step& step : parameter.steps) {
    const long long by = millionths(step.step),
                    below = std::min(millionths(step.below), millionths(parameter.max));
    require(by > 0, "parameterSteps: a step is above 0");
    for (; at < below; at += by) values.push_back(static_cast<double>(at) / 1e6);
  }
  if (at == millionths(parameter.max)) values.push_back(parameter.max);
  return values;
}

const Slot* Catalog::findSlot(std::string_view id) const {
  return findById(slots, id);
}

const Option* Catalog::findOption(std::string_view slot, std::string_view id) const {
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& option) {
    return option.id == id && option.slot == slot;  // ids differ more than slots
  });
  return found == options.end() ? nullptr : &*found;
}

const Option* Catalog::chosenOption(const Choices& choices, const std::string& slot) const {
  const auto chosen = choices.options.find(slot);
  return chosen == choices.options.end() ? nullptr : findOption(slot, chosen->second.value);
}

std::string Option::attribute(const std::string& wanted) const {
  const auto found = attributes.find(wanted);
  return found == attributes.end() ? std::string() : found->second;
}

const Parameter* Catalog::findParameter(std::string_view id) const {
  return findById(parameters, id);
}

const Zone* Catalog::findZone(std::string_view id) const {
  return findById(zones, id);
}

const Series* Catalog::findSeries(std::string_view id) const {
  return findById(series, id);
}

const bom::Item* Catalog::findItem(std::string_view id) const {
  const auto found = prices.items.find(std::string(id));
  return found == prices.items.end() ? nullptr : &found->second;
}

const SizeRun* Catalog::findSizeRun(std::string_view id) const {
  return findById(size_runs, id);
}

const MeasureSpec* Catalog::findMeasure(std::string_view id) const {
  return findById(measures, id);
}

const MaterialFamily* Catalog::findFamily(std::string_view id) const {
  return findById(families, id);
}

const MaterialLook* Catalog::findLook(std::string_view id) const {
  return findById(looks, id);
}

const MaterialLook* Catalog::lookOf(const bom::Item& item) const {
  const auto named = look_of_item.find(item.id);
  return findLook(named == look_of_item.end() ? item.category : named->second);
}

const std::vector<std::string>& weaveWords() {
  static const std::vector<std::string> kWords{
      "none", "plain",   "ripstop", "oxford", "canvas", "stretch-mesh", "hex-mesh", "spacer-mesh",
      "film", "webbing", "coil",    "foam",   "cord",   "grosgrain",    "x-ply"};
  return kWords;
}

FileLine Catalog::placeOf(const std::string& kind, const std::string& id) const {
  const auto found = places.find(kind + ":" + id);
  return found == places.end() ? FileLine{"catalog", 0} : found->second;
}

std::vector<const Option*> Catalog::optionsOf(std::string_view slot) const {
  std::vector<const Option*> found;
  for (const Option& option : options) {
    if (option.slot == slot) found.push_back(&option);
  }
  return found;
}

bool Catalog::suits(const Zone& zone, const std::string& material) const {
  if (zone.accepts.empty()) return material == zone.default_item;
  const bom::Item* item = findItem(material);
  const Series* line = findSeries(material);
  return (item != nullptr && accepts(zone, item->category)) ||
         (line != nullptr && accepts(zone, line->category));
}

std::vector<std::string> Catalog::materialsOf(const Zone& zone) const {
  if (zone.accepts.empty()) return {zone.default_item};
  std::vector<std::string> ids;
  for (const auto& [id, item] : prices.items) {
    if (accepts(zone, item.category)) ids.push_back(id);
  }
  for (const Series& line : series) {
    if (accepts(zone, line.category)) ids.push_back(line.id);
  }
  return ids;
}

std::vector<std::string> Catalog::materialWords(const std::string& material,
                                                const std::string& attribute) const {
  const Series* line = findSeries(material);
  const bom::Item* item = findItem(line == nullptr ? material : line->members.front().item);
  if (item == nullptr) return {};
  std::vector<std::string> words;
  if (attribute == "category") {
    words = {line == nullptr ? item->category : line->category};
  } else if (attribute == "family") {
    words = {item->family};
  } else if (attribute == "look") {
    const MaterialLook* look = lookOf(*item);
    words = {look == nullptr ? std::string() : look->id};
  } else if (attribute == "brand") {
    words = {item->brand};
  } else if (attribute == "finish") {
    words = {item->finish};
  } else if (attribute == "certificate") {
    words = item->certificates;
  } else if (attribute == "fibre") {
    for (const bom::Component& component : item->composition) words.push_back(component.fibre);
  }
  std::erase(words, "");
  return words;
}

std::optional<double> Catalog::materialNumber(const std::string& material,
                                              const std::string& attribute) const {
  const Series* line = findSeries(material);
  const bom::Item* item = findItem(line == nullptr ? material : line->members.front().item);
  if (item == nullptr) return std::nullopt;
  if (attribute == "mass-per-area" && item->sheet) return item->mass.toDouble();
  if (attribute == "thickness" && item->sheet) return item->sheet->thickness_mm;
  const auto property = item->properties.find(attribute);
  if (property == item->properties.end()) return std::nullopt;
  return property->second;
}

const bom::Item& Catalog::itemOf(std::string_view item_or_series, double size) const {
  if (const bom::Item* item = findItem(item_or_series)) return *item;
  const Series* line = findSeries(item_or_series);
  if (line == nullptr) broken("Catalog::itemOf: no item or series \"" + std::string(item_or_series) + "\"");
  require(!line->members.empty(), "Catalog::itemOf: a series without members");
  // The first of equally near sizes is the smaller one.
  const auto nearest = std::min_element(
      line->members.begin(), line->members.end(),
      [size](const auto& a, const auto& b) { return std::abs(a.size - size) < std::abs(b.size - size); });
  const bom::Item* item = findItem(nearest->item);
  if (item == nullptr) broken("Catalog::itemOf: no item \"" + nearest->item + "\"");
  return *item;
}

Choices defaultChoices(const Catalog& catalog) {
  Choices choices;
  for (const Slot& slot : catalog.slots)
    choices.options[slot.id] = {slot.default_option, By::Template, false};
  for (const Parameter& parameter : catalog.parameters) {
    choices.parameters[parameter.id] = {parameter.default_value, By::Template, false};
  }
  for (const Zone& zone : catalog.zones) choices.zones[zone.id] = {zone.default_item, By::Template, false};
  return choices;
}

}  // namespace configurator
