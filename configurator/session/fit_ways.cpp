#include "configurator/session/fit_ways.h"

#include <algorithm>
#include <set>
#include <utility>

#include "configurator/catalog/choice_hold.h"

namespace configurator {
namespace {

constexpr std::size_t kMostFittings = 40;  // to build and look at

/// One more change: a number left free (no value) or another option.
struct Give {
  std::string place, value;
};

std::vector<Give> givesOf(const Catalog& catalog, const UnfitWay& unfit) {
  std::set<std::string> places;
  for (const Violation& find : unfit.finds) places.insert(find.ids.begin(), find.ids.end());
  for (const PlaceValue& asked : unfit.asked) places.erase(asked.place);
  std::vector<Give> gives;
  for (const std::string& place : places) {
    if (catalog.findParameter(place) != nullptr) {
      if (unfit.choices.parameters.at(place).by != By::Solved) gives.push_back({place, ""});
      continue;
    }
    for (const Option* option : catalog.optionsOf(place)) {
      if (option->id != presentText(unfit.choices, place)) gives.push_back({place, option->id});
    }
  }
  return gives;
}

void give(const Give& one, Choices& choices) {
  if (one.value.empty())
    choices.parameters.at(one.place) = {choices.parameters.at(one.place).value, By::Solved, false};
  else
    choices.options.at(one.place) = {one.value, By::Solved, false};
}

WayOut wayWith(const Catalog& catalog, const UnfitWay& unfit, const std::vector<Give>& gives) {
  WayOut way{{}, unfit.choices};
  for (const Give& one : gives) give(one, way.choices);
  way.changes = changesBetween(catalog, unfit.present, way.choices, unfit.asked);
  for (const Give& one : gives) {
    const PlaceHold hold = holdOf(unfit.present, one.place);
    const bool said = std::any_of(way.changes.begin(), way.changes.end(),
                                  [&](const PlaceChange& change) { return change.place == one.place; });
    if (one.value.empty() && !said)
      way.changes.push_back(
          {one.place, presentText(unfit.present, one.place), "", hold.by == By::User, hold.pinned});
  }
  return way;
}

int pinnedIn(const WayOut& way) {
  return static_cast<int>(std::count_if(way.changes.begin(), way.changes.end(),
                                        [](const PlaceChange& change) { return change.pinned; }));
}

}  // namespace

std::vector<WayOut> fittingWays(const Catalog& catalog, const UnfitWay& unfit) {
  const std::vector<Give> gives = givesOf(catalog, unfit);
  std::vector<WayOut> ways;
  const auto add = [&](const std::vector<Give>& some) {
    WayOut way = wayWith(catalog, unfit, some);
    if (isValid(checkRules(catalog, way.choices, unfit.facts))) ways.push_back(std::move(way));
  };
  for (const Give& one : gives) add({one});
  for (std::size_t i = 0; i < gives.size(); ++i) {
    for (std::size_t j = i + 1; j < gives.size(); ++j) {
      if (gives[i].place != gives[j].place) add({gives[i], gives[j]});
    }
  }
  std::stable_sort(ways.begin(), ways.end(), [](const WayOut& a, const WayOut& b) {
    return std::pair(pinnedIn(a), a.ownChanges()) < std::pair(pinnedIn(b), b.ownChanges());
  });
  if (ways.size() > kMostFittings) ways.resize(kMostFittings);
  return ways;
}

}  // namespace configurator
