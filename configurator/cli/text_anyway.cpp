// set --anyway in words: what changed, what would, or why nothing can.
#include <algorithm>

#include "configurator/cli/advice_answers.h"
#include "configurator/rules/rule_text.h"

namespace configurator {
namespace {

std::string oneChange(const Catalog& catalog, const PlaceChange& change) {
  return changeText(catalog, change.place, change.from, change.to) + (change.pinned ? " (pinned)" : "");
}

/// `lead` and the changes: one in the sentence, several below it.
std::string listOf(const Catalog& catalog, const std::vector<PlaceChange>& changes, bool own,
                   const std::string& lead) {
  std::vector<std::string> words;
  for (const PlaceChange& change : changes) {
    if (change.own == own) words.push_back(oneChange(catalog, change));
  }
  if (words.empty()) return "";
  if (words.size() == 1) return lead + " " + words.front() + ".\n";
  std::string text = lead + "\n";
  for (const std::string& word : words) text += "  " + word + "\n";
  return text;
}

std::string wayCost(const PricedWay& way, const std::string& lead) {
  return way.delta ? lead + " " + deltaText(*way.delta) + " per pack.\n" : "";
}

/// "--repair 2 would change Hydration ...: +0.6527 USD FOB, +12.1 g."
std::string otherWay(const Catalog& catalog, const PricedWay& way, int number) {
  std::string text = "--repair " + std::to_string(number) + " would change ";
  std::size_t own = 0;
  for (const PlaceChange& change : way.way.changes) {
    if (change.own) text += (own++ == 0 ? "" : ", ") + oneChange(catalog, change);
  }
  const std::size_t along = way.way.changes.size() - own;
  if (along > 0) text += " and " + std::to_string(along) + (along == 1 ? " other" : " others") + " with it";
  return text + (way.delta ? ": " + deltaText(*way.delta) + " per pack" : "") + ".\n";
}

std::string remainingWays(const Catalog& catalog, const AnywayAnswer& answer, int taken) {
  std::string text;
  for (int number = 1; number <= static_cast<int>(answer.ways.size()); ++number) {
    if (number != taken) text += otherWay(catalog, answer.ways[static_cast<std::size_t>(number - 1)], number);
  }
  return text;
}

}  // namespace

std::string anywayText(const Catalog& catalog, const AnywayAnswer& answer, int number) {
  if (answer.ways.empty())
    return answer.left.empty() ? "Nothing else had to change.\n" : stillBrokenText(answer.left);
  const PricedWay& way = answer.ways[static_cast<std::size_t>(number - 1)];
  const std::string own = listOf(catalog, way.way.changes, true, "Of your own choices this changed:");
  const std::string text =
      own +
      listOf(catalog, way.way.changes, false, own.empty() ? "For it this changed:" : "Along with it went") +
      wayCost(way, "That makes") + stillBrokenText(way.finds);
  const std::string others = remainingWays(catalog, answer, number);
  return others.empty() ? text : text + "\nAnother way instead:\n" + others;
}

std::string stillBrokenText(const std::vector<Violation>& errors) {
  std::vector<std::string> ids;
  for (const Violation& error : errors) {
    if (std::find(ids.begin(), ids.end(), error.rule) == ids.end()) ids.push_back(error.rule);
  }
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
  return ids.empty() ? "" : "The design still breaks rules: " + text + ".\n";
}

std::string offerText(const Catalog& catalog, const AnywayAnswer& answer, const std::string& command) {
  if (answer.ways.empty()) return noWayText(answer);
  const PricedWay& way = answer.ways.front();
  const std::string lead = command + " would change";
  const std::string own = listOf(catalog, way.way.changes, true, lead);
  return own + listOf(catalog, way.way.changes, false, own.empty() ? lead : "Along with it would go") +
         wayCost(way, "That would make");
}

std::string noWayText(const AnywayAnswer& answer) {
  if (answer.asks_contradiction) return "What you ask for contradicts itself: leave one of them out.\n";
  if (!answer.reasons.empty()) return "No other choice would allow it.\n";
  const bool out_of_range =
      std::any_of(answer.violations.begin(), answer.violations.end(),
                  [](const Violation& violation) { return violation.rule.starts_with("range."); });
  return out_of_range ? "" : "No change of other choices was found with which it fits.\n";
}

}  // namespace configurator
