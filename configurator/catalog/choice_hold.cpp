#include "configurator/catalog/choice_hold.h"

namespace configurator {
namespace {

/// Calls `look` with what is chosen at the place.
template <typename AnyChoices, typename Look>
void lookAt(AnyChoices& choices, const std::string& place, Look look) {
  const auto lookIn = [&](auto& map) {
    if (const auto at = map.find(place); at != map.end()) look(at->second);
  };
  lookIn(choices.options);
  lookIn(choices.parameters);
  lookIn(choices.zones);
}

}  // namespace

PlaceHold holdOf(const Choices& choices, const std::string& place) {
  PlaceHold hold;
  lookAt(choices, place, [&](const auto& chosen) { hold = {chosen.by, chosen.pinned}; });
  return hold;
}

void makeOwn(Choices& choices, const std::string& place) {
  lookAt(choices, place, [](auto& chosen) { chosen.by = By::User; });
}

void unpin(Choices& choices, const std::string& place) {
  lookAt(choices, place, [](auto& chosen) { chosen.pinned = false; });
}

}  // namespace configurator
