// Random designs that keep the rules: every slot, parameter and zone varies. The seed is printed by the
// tests.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// The workshop of the source tree, opened once.
const Workshop& testWorkshop();

/// The ten templates and then random designs.
std::vector<Design> templateDesigns();

class RandomDesigns {
 public:
  explicit RandomDesigns(std::uint32_t seed) : random_(seed) {}
  /// Valid by checkRules, and by what geometry finds where dimensions are given. Tries slots in a random
  /// order, keeping what the rules allow.
  Design next();
  /// How often each "slot=option" occurred in what next() returned.
  const std::map<std::string, int>& occurrences() const { return occurrences_; }

 private:
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random_)];
  }
  void chooseBody(Design& design);
  void chooseOptions(Design& design);
  void chooseParameters(Design& design);
  void chooseZones(Design& design);
  /// Back length, width and depth as a user gives them, each now and then, and now and then no litres.
  void giveDimensions(Design& design);

  std::mt19937 random_;
  std::map<std::string, int> occurrences_;
};

/// How many random designs a test looks at: 200, with $RUCKSMITH_SOAK 2000, under the sanitizers 20.
int randomDesignCount();

}  // namespace configurator
