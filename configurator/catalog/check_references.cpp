// References among slots, options, parameters, series and zones.
#include "configurator/catalog/check_references.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/in_quotes.h"
#include "configurator/catalog/near_word.h"
#include "configurator/catalog/number_text.h"

namespace configurator {

namespace {

constexpr long long kMostSteps = 10'000;

template <typename T>
std::vector<std::string> idsOf(const std::vector<T>& all) {
  std::vector<std::string> ids;
  for (const T& one : all) ids.push_back(one.id);
  return ids;
}

std::vector<std::string> optionIdsOf(const Catalog& catalog, const std::string& slot) {
  std::vector<std::string> ids;
  for (const Option* option : catalog.optionsOf(slot)) ids.push_back(option->id);
  return ids;
}

template <typename Map>
std::vector<std::string> keysOf(const Map& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

std::vector<std::string> materialIds(const Catalog& catalog) {
  std::vector<std::string> ids = keysOf(catalog.prices.items);
  for (const Series& line : catalog.series) ids.push_back(line.id);
  return ids;
}

bool isIn(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// One check for every reference: `what` completes "… is unknown".
void checkKnown(const std::vector<std::string>& known, const std::string& id, const std::string& what,
                const FileLine& at, Problems& problems) {
  if (!isIn(known, id)) problems.add(at, what + " " + inQuotes(id) + " is unknown" + didYouMean(id, known));
}

void checkSlot(const Catalog& catalog, const Slot& slot, Problems& problems) {
  const auto options = optionIdsOf(catalog, slot.id);
  if (options.empty()) {
    problems.add(slot.at, "slot " + inQuotes(slot.id) + " has no option");
  } else {
    checkKnown(options, slot.default_option, "the default option of slot " + inQuotes(slot.id), slot.at,
               problems);
  }
}

void checkOption(const Catalog& catalog, const Option& option, Problems& problems) {
  const std::string whose = "option " + inQuotes(option.id) + ": ";
  checkKnown(idsOf(catalog.slots), option.slot, whose + "slot", option.at, problems);
  const auto bodies = optionIdsOf(catalog, "body");
  for (const std::string& body : option.bodies) checkKnown(bodies, body, whose + "body", option.at, problems);
  if (option.slot == "body") {
    const std::string run = option.attribute("size-run");
    checkKnown(idsOf(catalog.size_runs), run, whose + "the attribute size-run", option.at, problems);
  }
  const auto rates = keysOf(catalog.prices.rates);
  for (const std::string& rate : option.tooling) checkKnown(rates, rate, whose + "rate", option.at, problems);
  const auto items = keysOf(catalog.prices.items);
  for (const ItemUse& use : option.items) checkKnown(items, use.item, whose + "item", use.at, problems);
  const auto operations = keysOf(catalog.prices.operations);
  for (const OperationUse& use : option.operations) {
    checkKnown(operations, use.operation, whose + "operation", use.at, problems);
  }
}

long long millionths(double value) {
  return std::llround(value * 1e6);
}

/// True when the steps lead from min exactly to max.
bool checkSteps(const Parameter& parameter, Problems& problems) {
  const std::string whose = "parameter " + inQuotes(parameter.id) + ": ";
  if (parameter.min >= parameter.max) {
    problems.add(parameter.at, whose + "min must be below max");
    return false;
  }
  long long at = millionths(parameter.min), steps = 0;
  for (const Parameter::Step& step : parameter.steps) {
    const long long below = millionths(step.below), by = millionths(step.step);
    if (by <= 0) return false;  // said by the format already
    if (below <= at || below > millionths(parameter.max)) {
      problems.add(parameter.at, whose + "<step> below=" + inQuotes(formatNumber(step.below)) +
                                     " must lie above the one before it and not above max");
      return false;
    }
    if ((below - at) % by != 0) {
      problems.add(parameter.at, whose + "steps of " + formatNumber(step.step) + " from " +
                                     formatNumber(static_cast<double>(at) / 1e6) + " do not reach " +
                                     formatNumber(step.below));
      return false;
    }
    steps += (below - at) / by;
    at = below;
  }
  if (at != millionths(parameter.max)) {
    problems.add(parameter.at, whose + "the last <step> must have below=" +
                                   inQuotes(formatNumber(parameter.max)) + ", the maximum");
    return false;
  }
  if (steps > kMostSteps) problems.add(parameter.at, whose + "more than 10000 steps");
  return steps <= kMostSteps;
}

void checkRange(const Catalog& catalog, const Parameter& parameter, const Parameter::Range& range,
                Problems& problems) {
  const std::string whose = "parameter " + inQuotes(parameter.id) + ": ";
  const auto fits = [&](const Option& option) {
    return option.id == range.option && (range.slot.empty() || option.slot == range.slot);
  };
  const auto count = std::count_if(catalog.options.begin(), catalog.options.end(), fits);
  if (count == 0) {
    std::vector<std::string> known =
        range.slot.empty() ? idsOf(catalog.options) : optionIdsOf(catalog, range.slot);
    problems.add(range.at, whose + "option " + inQuotes(range.option) + " is unknown" +
                               didYouMean(range.option, known));
  } else if (count > 1) {
    problems.add(range.at, whose + "several slots have an option " + inQuotes(range.option) +
                               "; add slot=\"…\" to <range>");
  }
  if (range.min > range.max || range.min < parameter.min || range.max > parameter.max) {
    problems.add(range.at, whose + "the range " + formatNumber(range.min) + " to " + formatNumber(range.max) +
                               " does not lie inside " + formatNumber(parameter.min) + " to " +
                               formatNumber(parameter.max));
    return;
  }
  const auto steps = parameterSteps(parameter);
  if (std::none_of(steps.begin(), steps.end(), [&](double s) { return s >= range.min && s <= range.max; })) {
    problems.add(range.at, whose + "no step lies in the range " + formatNumber(range.min) + " to " +
                               formatNumber(range.max));
  }
}

void checkParameter(const Catalog& catalog, const Parameter& parameter, Problems& problems) {
  if (!checkSteps(parameter, problems)) return;
  const auto steps = parameterSteps(parameter);
  if (std::find(steps.begin(), steps.end(), parameter.default_value) == steps.end()) {
    problems.add(parameter.at, "parameter " + inQuotes(parameter.id) + ": the default " +
                                   formatNumber(parameter.default_value) + " is not one of its steps");
  }
  for (const Parameter::Range& range : parameter.ranges) checkRange(catalog, parameter, range, problems);
}

void checkZone(const Catalog& catalog, const Zone& zone, Problems& problems) {
  const std::string whose = "zone " + inQuotes(zone.id) + ": ";
  std::vector<std::string> categories;
  for (const auto& [id, item] : catalog.prices.items) categories.push_back(item.category);
  for (const Series& line : catalog.series) categories.push_back(line.category);
  for (const std::string& category : zone.accepts) {
    if (isIn(categories, category)) continue;
    problems.add(zone.at, whose + "no item or series has the category " + inQuotes(category) +
                              didYouMean(category, categories));
  }
  const auto known = materialIds(catalog);
  checkKnown(known, zone.default_item, whose + "the default", zone.at, problems);
  if (isIn(known, zone.default_item) && !catalog.suits(zone, zone.default_item)) {
    problems.add(zone.at,
                 whose + "the default " + inQuotes(zone.default_item) + " has a category it does not accept");
  }
}

}  // namespace

void checkReferences(const Catalog& catalog, Problems& problems) {
  checkChoiceReferences(catalog, problems);
  checkPriceReferences(catalog, problems);
  checkTradeReferences(catalog, problems);
  checkColorLots(catalog, problems);
  checkPlan(catalog, problems);
  checkQualityReferences(catalog, problems);
}

void checkChoiceReferences(const Catalog& catalog, Problems& problems) {
  for (const Slot& slot : catalog.slots) checkSlot(catalog, slot, problems);
  for (const Option& option : catalog.options) checkOption(catalog, option, problems);
  for (const Parameter& parameter : catalog.parameters) checkParameter(catalog, parameter, problems);
  const auto items = keysOf(catalog.prices.items);
  for (const Series& line : catalog.series) {
    for (const Series::Member& member : line.members) {
      checkKnown(items, member.item, "series " + inQuotes(line.id) + ": item", line.at, problems);
    }
  }
  for (const Zone& zone : catalog.zones) checkZone(catalog, zone, problems);
}

}  // namespace configurator
