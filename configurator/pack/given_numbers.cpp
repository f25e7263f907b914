#include "configurator/pack/given_numbers.h"

#include <algorithm>
#include <iterator>

namespace configurator {
namespace {

bool isBy(const Choices& choices, const std::string& parameter, By by) {
  const auto found = choices.parameters.find(parameter);
  return found != choices.parameters.end() && found->second.by == by;
}

}  // namespace

bool isGiven(const Choices& choices, const std::string& parameter) {
  return isBy(choices, parameter, By::User);
}

bool isCapacityAuto(const Choices& choices) {
  return isBy(choices, "capacity", By::Solved);
}

double labelledLitres(const Pack& pack) {
  return pack.label_means == "carry_l" ? pack.carry_l : pack.capacity_l;
}

bool capacityFollows(const Choices& choices) {
  return isCapacityAuto(choices) && std::all_of(std::begin(kDimensions), std::end(kDimensions),
                                                [&](const char* one) { return isGiven(choices, one); });
}

}  // namespace configurator
