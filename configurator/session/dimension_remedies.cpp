#include "configurator/session/dimension_remedies.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/given_numbers.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

constexpr double kReached = 0.006;  // free dimensions are solved to 0.5 % of the litres

Choices with(Choices choices, const Remedy& remedy) {
  choices.parameters.at(remedy.parameter).value = remedy.value;
  return choices;
}

Pack built(const Catalog& catalog, const Choices& choices) {
  return buildPack(catalog, choices, PackSize::M);
}

std::vector<double> stepsOf(const Catalog& catalog, const Choices& choices, const std::string& id) {
  return allowedSteps(catalog, choices, *catalog.findParameter(id));
}

bool fits(const Pack& pack, const Shortfall& shortfall) {
  return std::none_of(pack.shortfalls.begin(), pack.shortfalls.end(), [&](const Shortfall& other) {
    return other.slot == shortfall.slot && other.name == shortfall.name;
  });
}

/// Nothing falls short that did not before.
bool takesAllOf(const Pack& pack, const Pack& before) {
  return std::all_of(pack.shortfalls.begin(), pack.shortfalls.end(),
                     [&](const Shortfall& one) { return !fits(before, one); });
}

/// The first of values in an order that a growing test lets pass; their end when none does.
std::vector<double>::const_iterator firstOf(const std::vector<double>& values,
                                            const std::function<bool(double)>& passes) {
  return std::partition_point(values.begin(), values.end(), [&](double value) { return !passes(value); });
}

/// Steps from the present value on, towards more litres or fewer.
std::vector<double> stepsFrom(const Catalog& catalog, const Choices& choices, const std::string& id,
                              bool more) {
  std::vector<double> steps = stepsOf(catalog, choices, id);
  const double now = choices.parameters.at(id).value;
  std::erase_if(steps, [&](double step) { return more ? step <= now : step >= now; });
  if (!more) std::reverse(steps.begin(), steps.end());
  return steps;
}

std::optional<Remedy> dimensionThatHolds(const Catalog& catalog, const Choices& choices, const Pack& pack,
                                         const Remedy& litres) {
  const bool more = labelledLitres(pack) < litres.value;
  const std::vector<double> steps = stepsFrom(catalog, choices, litres.parameter, more);
  const auto packWith = [&](double step) { return built(catalog, with(choices, {litres.parameter, step})); };
  const auto reached = firstOf(steps, [&](double step) {
    const double held = labelledLitres(packWith(step));
    return more ? held >= (1 - kReached) * litres.value : held <= (1 + kReached) * litres.value;
  });
  // The step before it may be the closer one, or the last that there is.
  std::optional<Remedy> best;
  double nearest = kCapacityTolerance * litres.value;
  const auto index = reached - steps.begin();
  for (const auto at : {index - 1, index}) {
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(steps.size())) continue;
    const double step = steps[static_cast<std::size_t>(at)];
    const Pack tried = packWith(step);
    const double off = std::abs(labelledLitres(tried) - litres.value);
    if (off > nearest || !takesAllOf(tried, pack)) continue;
    nearest = off;
    best = Remedy{litres.parameter, step};
  }
  return best;
}

/// A module without room in one size.
struct Cramped {
  const Catalog& catalog;
  PackSize size;
  const Shortfall& shortfall;
};

/// The least value of a dimension that makes room, others held; nothing where none does.
std::optional<double> leastWithRoom(const Cramped& cramped, const Choices& choices, const std::string& id) {
  const std::vector<double> steps = stepsFrom(cramped.catalog, choices, id, true);
  const auto has_room = [&](double step) {
    return fits(buildPack(cramped.catalog, with(choices, {id, step}), cramped.size), cramped.shortfall);
  };
  const auto found = firstOf(steps, has_room);
  if (found == steps.end()) return std::nullopt;
  return *found;
}

/// The least width with the longest back, and then the least back with that width.
std::vector<Remedy> bothWithRoom(const Cramped& cramped, const Choices& choices) {
  const double longest = stepsOf(cramped.catalog, choices, "back-length").back();
  const auto width = leastWithRoom(cramped, with(choices, {"back-length", longest}), "width");
  if (!width) return {};
  const auto length = leastWithRoom(cramped, with(choices, {"width", *width}), "back-length");
  if (!length) return {};
  return {{"back-length", *length}, {"width", *width}};
}

bool holdsWithout(const Catalog& catalog, Choices choices, const std::vector<std::string>& freed) {
  for (const std::string& id : freed) choices.parameters.at(id).by = By::Solved;
  return holdsItsCapacity(catalog, choices, built(catalog, choices));
}

}  // namespace

std::vector<std::string> givenDimensions(const Choices& choices) {
  std::vector<std::string> given;
  for (const char* id : kDimensions)
    if (isGiven(choices, id)) given.emplace_back(id);
  return given;
}

std::vector<Remedy> dimensionsThatHold(const Catalog& catalog, const Choices& choices, const Pack& pack,
                                       double litres) {
  std::vector<Remedy> remedies;
  for (const std::string& id : givenDimensions(choices)) {
    if (const auto remedy = dimensionThatHolds(catalog, choices, pack, {id, litres}))
      remedies.push_back(*remedy);
  }
  return remedies;
}

std::optional<Remedy> labelThatHolds(const Catalog& catalog, const Choices& choices, const Pack& pack) {
  const std::vector<double> steps = stepsOf(catalog, choices, kCapacity);
  Choices labelled = choices;
  double& label = labelled.parameters.at(kCapacity).value;
  double litres = labelledLitres(pack);
  // Free dimensions move with the label, so that the next one may lie beside the first.
  for (int i = 0; i < 3; ++i) {
    label = nearestOf(steps, litres);
    const Pack tried = built(catalog, labelled);
    if (holdsItsCapacity(catalog, labelled, tried) && takesAllOf(tried, pack))
      return Remedy{kCapacity, label};
    litres = labelledLitres(tried);
  }
  return std::nullopt;
}

std::vector<std::string> dimensionsToFree(const Catalog& catalog, const Choices& choices) {
  const std::vector<std::string> given = givenDimensions(choices);
  for (std::size_t count = 1; count <= given.size(); ++count) {
    // Masks of the dimensions: later ones first, so that a back length stays before a depth does.
    for (std::size_t mask = (std::size_t{1} << given.size()) - 1; mask > 0; --mask) {
      std::vector<std::string> freed;
      for (std::size_t i = 0; i < given.size(); ++i)
        if ((mask >> i) & 1U) freed.push_back(given[i]);
      if (freed.size() == count && holdsWithout(catalog, choices, freed)) return freed;
    }
  }
  return {};
}

RoomRemedies roomFor(const Catalog& catalog, const Choices& choices, PackSize size,
                     const Shortfall& shortfall) {
  const Cramped cramped{catalog, size, shortfall};
  RoomRemedies remedies;
  for (const char* id : {"width", "back-length"}) {
    if (!isGiven(choices, id)) continue;
    if (const auto least = leastWithRoom(cramped, choices, id)) remedies.any.push_back({id, *least});
  }
  if (remedies.any.empty() && isGiven(choices, "width") && isGiven(choices, "back-length"))
    remedies.together = bothWithRoom(cramped, choices);
  return remedies;
}

}  // namespace configurator
