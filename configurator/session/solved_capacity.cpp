#include "configurator/session/solved_capacity.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/given_numbers.h"
#include "configurator/rules/check_rules.h"

namespace configurator {
namespace {

constexpr int kMostSteps = 6;  // of a label towards the litres that it leads to

std::vector<double> allowedFor(const Catalog& catalog, const Choices& choices, const char* id) {
  const Parameter* parameter = catalog.findParameter(id);
  return parameter == nullptr ? std::vector<double>() : allowedSteps(catalog, choices, *parameter);
}

double litresOf(const Catalog& catalog, const Choices& choices) {
  return labelledLitres(buildPack(catalog, choices, PackSize::M));
}

/// All three dimensions given: those of the user, and the others in the proportions that the body has by
/// itself.
Choices withProportions(const Catalog& catalog, const Choices& choices) {
  Choices free = choices;
  for (const char* id : kDimensions) free.parameters.at(id).by = By::Solved;
  const Pack usual = buildPack(catalog, free, PackSize::M);
  double factor = 1;
  int given = 0;
  for (const char* id : kDimensions) {
    if (!isGiven(choices, id)) continue;
    factor *= choices.parameters.at(id).value / usual.parameters.at(id);
    ++given;
  }
  factor = std::pow(factor, 1.0 / given);
  Choices whole = choices;
  for (const char* id : kDimensions) {
    if (isGiven(choices, id)) continue;
    whole.parameters.at(id) = {nearestOf(allowedFor(catalog, choices, id), factor * usual.parameters.at(id)),
                               By::User, false};
  }
  return whole;
}

/// The step next to the litres that a pack labelled with it holds, from the present one on. Litres hang a
/// little on the label: a vest of more litres has a higher pocket.
void settle(const Catalog& catalog, const std::vector<double>& steps, Choices& choices) {
  double& label = choices.parameters.at(kCapacity).value;
  for (int i = 0; i < kMostSteps; ++i) {
    const double next = nearestOf(steps, litresOf(catalog, choices));
    if (next == label) return;
    label = next;
  }
}

/// The same for the design itself, whose free dimensions are solved for the label: it stays where it is met.
void settleUnmet(const Catalog& catalog, const std::vector<double>& steps, Choices& choices) {
  double& label = choices.parameters.at(kCapacity).value;
  for (int i = 0; i < kMostSteps; ++i) {
    const double litres = litresOf(catalog, choices), next = nearestOf(steps, litres);
    if (std::abs(litres - label) <= kCapacityTolerance * label || next == label) return;
    label = next;
  }
}

bool canBeBuilt(const Catalog& catalog, const Choices& choices) {
  return isBuildable(catalog, checkRules(catalog, choices));
}

}  // namespace

double nearestOf(const std::vector<double>& values, double wanted) {
  return *std::min_element(values.begin(), values.end(),
                           [&](double a, double b) { return std::abs(a - wanted) < std::abs(b - wanted); });
}

bool holdsItsCapacity(const Catalog& catalog, const Choices& choices, const Pack& pack) {
  const auto label = choices.parameters.find(kCapacity);
  if (label == choices.parameters.end()) return true;
  const double litres = labelledLitres(pack);
  double low = label->second.value, high = low;
  const std::vector<double> steps = allowedFor(catalog, choices, kCapacity);
  if (capacityFollows(choices) && !steps.empty()) {
    low = steps.front();
    high = steps.back();
  }
  return litres >= (1 - kCapacityTolerance) * low && litres <= (1 + kCapacityTolerance) * high;
}

Choices withCapacityInRange(const Catalog& catalog, Choices choices) {
  const std::vector<double> steps = allowedFor(catalog, choices, kCapacity);
  if (!isCapacityAuto(choices) || steps.empty()) return choices;
  double& label = choices.parameters.at(kCapacity).value;
  label = nearestOf(steps, label);
  return choices;
}

Choices withSolvedCapacity(const Catalog& catalog, Choices choices) {
  const std::vector<double> steps = allowedFor(catalog, choices, kCapacity);
  if (!isCapacityAuto(choices) || steps.empty()) return choices;
  double& label = choices.parameters.at(kCapacity).value;
  label = nearestOf(steps, catalog.findParameter(kCapacity)->default_value);
  const bool any = std::any_of(std::begin(kDimensions), std::end(kDimensions),
                               [&](const char* id) { return isGiven(choices, id); });
  if (!any || !canBeBuilt(catalog, choices)) return choices;
  Choices whole = withProportions(catalog, choices);
  settle(catalog, steps, whole);
  label = whole.parameters.at(kCapacity).value;
  if (!capacityFollows(choices)) settleUnmet(catalog, steps, choices);
  return choices;
}

}  // namespace configurator
