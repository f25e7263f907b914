#include "configurator/app/advice_words.h"

#include <algorithm>

#include "configurator/app/figure_text.h"
#include "configurator/rules/rule_text.h"

namespace configurator {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

}  // namespace

std::string choicesText(const Catalog& catalog, const std::vector<PlaceValue>& choices) {
  std::vector<std::string> parts;
  for (const PlaceValue& choice : choices) parts.push_back(choiceText(catalog, choice.place, choice.value));
  return withCurvedQuotes(joined(parts));
}

std::string ownChoicesText(const Catalog& catalog, const Reason& reason) {
  return reason.choices.empty() ? "" : "You chose " + choicesText(catalog, reason.choices);
}

std::string changesText(const Catalog& catalog, const std::vector<PlaceChange>& changes, std::size_t most) {
  std::vector<std::string> parts;
  for (const PlaceChange& change : changes) {
    if (parts.size() == most) break;
    parts.push_back(placeText(catalog, change.place) + " to " +
                    valueInWords(catalog, change.place, change.to) + (change.pinned ? " (pinned)" : ""));
  }
  if (changes.size() > most) parts.push_back(std::to_string(changes.size() - most) + " more");
  return withCurvedQuotes(joined(parts));
}

std::vector<PlaceChange> changesOf(const std::vector<PlaceChange>& changes, bool own) {
  std::vector<PlaceChange> some;
  std::copy_if(changes.begin(), changes.end(), std::back_inserter(some),
               [own](const PlaceChange& change) { return change.own == own; });
  return some;
}

}  // namespace configurator
