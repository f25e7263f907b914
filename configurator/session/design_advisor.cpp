#include "configurator/session/design_advisor.h"

#include <algorithm>
#include <utility>

#include "configurator/catalog/choice_hold.h"
#include "configurator/pack/given_numbers.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/design_facts.h"
#include "configurator/session/solved_capacity.h"
#include "configurator/session/template_library.h"

namespace configurator {
namespace {

Choices catalogDefaults(const Catalog& catalog) {
  Choices choices;
  for (const Slot& slot : catalog.slots) choices.options[slot.id] = {slot.default_option, By::Solved, false};
  for (const Parameter& parameter : catalog.parameters)
    choices.parameters[parameter.id] = {parameter.default_value, By::Solved, false};
  for (const Zone& zone : catalog.zones) choices.zones[zone.id] = {zone.default_item, By::Solved, false};
  return choices;
}

Choices startOf(const Workshop& workshop, const Design& design) {
  auto start = newDesign(workshop, design.template_id, design.order.date);
  return start ? std::move(start->choices) : catalogDefaults(workshop.catalog);
}

std::vector<std::string> allPlaces(const Catalog& catalog) {
  std::vector<std::string> places;
  for (const Slot& slot : catalog.slots) places.push_back(slot.id);
  for (const Parameter& parameter : catalog.parameters) places.push_back(parameter.id);
  for (const Zone& zone : catalog.zones) places.push_back(zone.id);
  return places;
}

/// The value of one place as it is in `from`; the pin stays.
void copyPlace(const Choices& from, const std::string& place, Choices& to) {
  const auto copy = [&](const auto& source, auto& target) {
    const auto found = source.find(place);
    if (found == source.end() || !target.contains(place)) return;
    const bool pinned = target.at(place).pinned;
    target[place] = found->second;
    target[place].pinned = pinned;
  };
  copy(from.options, to.options);
  copy(from.parameters, to.parameters);
  copy(from.zones, to.zones);
}

bool hasGivenDimension(const Choices& choices) {
  return std::any_of(std::begin(kDimensions), std::end(kDimensions),
                     [&](const char* id) { return isGiven(choices, id); });
}

}  // namespace

DesignAdvisor::DesignAdvisor(const Workshop& workshop, const Design& design)
    : workshop_(&workshop),
      facts_(factsOf(workshop.catalog, design)),
      rules_(rulesOf(workshop, design)),
      template_(startOf(workshop, design)) {}

/// A capacity that follows from given dimensions is the user's wish and stays.
Choices DesignAdvisor::withoutSolved(Choices choices) const {
  const bool follows = hasGivenDimension(choices);
  for (const std::string& place : allPlaces(workshop_->catalog)) {
    if (holdOf(choices, place).by != By::Solved || (follows && place == kCapacity)) continue;
    copyPlace(template_, place, choices);
  }
  return choices;
}

std::vector<WayOut> DesignAdvisor::findWays(const Choices& present, const std::vector<PlaceValue>& asked,
                                            int limit) {
  std::vector<WayOut> ways = rules_.findWaysForAll(present, asked, limit);
  if (ways.empty() || ways.front().changes.empty()) return ways;
  ways = rules_.findWaysForAll(withoutSolved(present), asked, limit);
  for (WayOut& way : ways) way.changes = changesBetween(workshop_->catalog, present, way.choices, asked);
  return ways;
}

std::vector<WayOut> DesignAdvisor::findWaysOut(const Choices& present, int limit) {
  return findWays(present, {}, limit);
}

std::optional<Choices> DesignAdvisor::takenBack(Choices choices, const std::string& place) {
  copyPlace(template_, place, choices);
  unpin(choices, place);
  choices = withoutSolved(std::move(choices));
  if (isValid(checkRules(workshop_->catalog, choices, facts_))) return choices;
  const std::vector<WayOut> ways = rules_.findWaysOut(choices, 1);
  if (ways.empty() || ways.front().ownChanges() > 0) return std::nullopt;
  return ways.front().choices;
}

std::vector<PlaceChange> changesBetween(const Catalog& catalog, const Choices& present, const Choices& then,
                                        const std::vector<PlaceValue>& asked) {
  std::vector<PlaceChange> changes;
  for (const std::string& place : allPlaces(catalog)) {
    const std::string from = presentText(present, place), to = presentText(then, place);
    const bool is_asked =
        std::any_of(asked.begin(), asked.end(), [&](const auto& one) { return one.place == place; });
    if (from == to || is_asked) continue;
    const PlaceHold hold = holdOf(present, place);
    changes.push_back({place, from, to, hold.by == By::User, hold.pinned});
  }
  return changes;
}

std::vector<PlaceValue> ownChoicesOf(const Catalog& catalog, const Choices& choices) {
  std::vector<PlaceValue> own;
  for (const std::string& place : allPlaces(catalog)) {
    if (holdOf(choices, place).by == By::User) own.push_back({place, presentText(choices, place)});
  }
  return own;
}

}  // namespace configurator
