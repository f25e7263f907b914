#include "configurator/session/choice_state.h"

#include <algorithm>
#include <cmath>

namespace configurator {

std::string_view stateOf(const std::string& slot, By by, const std::vector<Violation>& violations) {
  if (by == By::User) return "chosen";
  const bool blocked = std::any_of(violations.begin(), violations.end(), [&](const Violation& violation) {
    const auto& ids = violation.ids;
    return violation.severity == "error" && std::find(ids.begin(), ids.end(), slot) != ids.end();
  });
  return blocked ? "blocked" : "available";
}

Chosen<double> presentValue(const Chosen<double>& chosen, const std::string& parameter, const Pack* pack) {
  if (pack == nullptr || chosen.by == By::User) return chosen;
  const auto built = pack->parameters.find(parameter);
  if (built == pack->parameters.end() || std::abs(built->second - chosen.value) < 1e-9) return chosen;
  return {built->second, By::Solved, chosen.pinned};
}

std::set<std::string> zonesOf(const Pack& pack) {
  std::set<std::string> zones{"thread"};  // every seam has it; it is no fitting
  for (const Piece& piece : pack.pieces) zones.insert(piece.zone);
  for (const Fitting& fitting : pack.fittings) zones.insert(fitting.zone);
  return zones;
}

}  // namespace configurator
