// options and why in words.
#include <algorithm>
#include <map>

#include "bom/number_text.h"
#include "configurator/cli/advice_answers.h"
#include "configurator/cli/text_table.h"
#include "configurator/rules/rule_text.h"

namespace configurator {
namespace {

using engine::ValueState;

std::string withSign(double value, const std::string& text) {
  return value > 0 ? "+" + text : text;
}

std::string costDelta(const OptionDelta& delta) {
  return withSign(static_cast<double>(delta.unit_cost.millionths()), bom::formatUnitMoney(delta.unit_cost));
}

std::string massDelta(const OptionDelta& delta) {
  const bom::Quantity grams = bom::Quantity::fromDouble(delta.mass_g, bom::Unit::Gram);
  return withSign(delta.mass_g, bom::formatRounded(grams.millionths(), 6, 1));
}

std::string joinedBy(const std::vector<std::string>& parts, const std::string& last) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? last : ", ") + parts[i];
  return text;
}

constexpr std::size_t kMostRules = 2;  // of a reason, in a table

/// "A hose port needs a bladder sleeve (you chose hydration=none)".
std::string shortReason(const Reason& reason) {
  std::string text;
  for (std::size_t i = 0; i < std::min(kMostRules, reason.rules.size()); ++i)
    text += (i == 0 ? "" : "; ") + reason.rules[i].name;
  if (reason.rules.size() > kMostRules)
    text += "; and " + std::to_string(reason.rules.size() - kMostRules) + " more";
  std::vector<std::string> own;
  for (const PlaceValue& choice : reason.choices) own.push_back(choice.place + "=" + choice.value);
  return own.empty() ? text : text + " (you chose " + joinedBy(own, " and ") + ")";
}

constexpr std::size_t kMostNamed = 3;  // changes that go along, in a table

/// The user's own first: "hydration=sleeve and hose-port=left", "body=vest, main-closure=zip-top, load=5 and
/// 4 more".
std::string alongText(std::vector<PlaceChange> along) {
  std::stable_partition(along.begin(), along.end(), [](const PlaceChange& change) { return change.own; });
  std::vector<std::string> parts;
  for (const PlaceChange& change : along) {
    if (parts.size() == kMostNamed) break;
    parts.push_back(change.place + "=" + change.to);
  }
  if (along.size() > kMostNamed) parts.push_back(std::to_string(along.size() - kMostNamed) + " more");
  return joinedBy(parts, " and ");
}

std::string optionWords(const Catalog& catalog, const std::string& slot, const AdvisedValue& value) {
  const Option* option = catalog.findOption(slot, value.value);
  std::string text = option == nullptr ? value.value : option->name.text();
  if (!value.reasons.empty()) text += ": " + shortReason(value.reasons.front());
  if (!value.along.empty())
    text += (value.state == ValueState::blocked ? "; anyway with " : ", with ") + alongText(value.along);
  if (!value.finds.empty()) text += ": does not fit as the design stands. " + value.finds.front().message;
  return text;
}

std::string currencyOf(const OptionAdvice& advice, const Design& design) {
  for (const AdvisedPlace& place : advice.places) {
    for (const AdvisedValue& value : place.values) {
      if (value.delta) return std::string(value.delta->unit_cost.currency().code());
    }
  }
  return design.order.currency;
}

std::string slotsText(const Catalog& catalog, const Design& design, const OptionAdvice& advice) {
  TextTable table({Align::Left, Align::Left, Align::Right, Align::Right, Align::Left});
  table.add({"option", "state", "about " + currencyOf(advice, design), "about g", "name"});
  table.addRule();
  for (const AdvisedPlace& place : advice.places) {
    if (place.kind != Place::Slot) continue;
    table.add({place.place, "", "", "", placeText(catalog, place.place)});
    for (const AdvisedValue& value : place.values) {
      table.add({(value.present ? "* " : "  ") + value.value, std::string(stateName(value.state)),
                 value.delta ? costDelta(*value.delta) : "", value.delta ? massDelta(*value.delta) : "",
                 "  " + optionWords(catalog, place.place, value)});
    }
  }
  return table.text();
}

/// "10 l to 30 l, 33 l": the steps that are not blocked, in runs.
std::string stepsText(const Catalog& catalog, const AdvisedPlace& place) {
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < place.values.size(); ++i) {
    if (place.values[i].state == ValueState::blocked) continue;
    std::size_t last = i;
    while (last + 1 < place.values.size() && place.values[last + 1].state != ValueState::blocked) ++last;
    std::string run = valueInWords(catalog, place.place, place.values[i].value);
    if (last > i) run += " to " + valueInWords(catalog, place.place, place.values[last].value);
    runs.push_back(std::move(run));
    i = last;
  }
  return runs.empty() ? "nothing" : joinedBy(runs, ", ");
}

std::string presentState(const AdvisedPlace& place) {
  const auto present = std::find_if(place.values.begin(), place.values.end(),
                                    [](const AdvisedValue& value) { return value.present; });
  return std::string(stateName(present == place.values.end() ? ValueState::blocked : present->state));
}

std::string parametersText(const Catalog& catalog, const Design& design, const OptionAdvice& advice) {
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Left});
  table.add({"parameter", "now", "state", "may be"});
  table.addRule();
  for (const AdvisedPlace& place : advice.places) {
    if (place.kind != Place::Parameter) continue;
    const std::string now = presentText(design.choices, place.place);
    table.add({place.place, valueInWords(catalog, place.place, now), presentState(place),
               stepsText(catalog, place)});
  }
  return table.text();
}

/// "12 of 15 materials", and what the others meet.
std::string materialsText(const AdvisedPlace& place) {
  std::map<std::string, std::vector<std::string>> blocked;
  std::size_t left = 0;
  for (const AdvisedValue& value : place.values) {
    if (value.state != ValueState::blocked) ++left;
    if (!value.reasons.empty()) blocked[shortReason(value.reasons.front())].push_back(value.value);
  }
  std::string text = std::to_string(left) + " of " + std::to_string(place.values.size());
  for (const auto& [reason, items] : blocked) text += "; not " + joinedBy(items, ", ") + ": " + reason;
  return text;
}

std::string zonesText(const Design& design, const OptionAdvice& advice) {
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Left});
  table.add({"zone", "now", "state", "materials left"});
  table.addRule();
  for (const AdvisedPlace& place : advice.places) {
    if (place.kind != Place::Zone) continue;
    table.add(
        {place.place, presentText(design.choices, place.place), presentState(place), materialsText(place)});
  }
  return table.text();
}

std::string changeWords(const Catalog& catalog, const PlaceChange& change) {
  return changeText(catalog, change.place, change.from, change.to) + (change.pinned ? " (pinned)" : "");
}

/// One change in the sentence, several below it.
std::string changesText(const Catalog& catalog, const WayOut& way, bool own, const std::string& indent) {
  std::vector<std::string> changes;
  for (const PlaceChange& change : way.changes) {
    if (change.own == own) changes.push_back(changeWords(catalog, change));
  }
  if (changes.empty()) return "";
  const std::string lead = indent + (own ? "Change " : "Along with it goes ");
  if (changes.size() == 1) return lead + changes.front() + ".\n";
  std::string text = indent + (own ? "Change\n" : "Along with it go\n");
  for (const std::string& change : changes) text += indent + "  " + change + "\n";
  return text;
}

std::string waysText(const Catalog& catalog, const WhyAnswer& answer) {
  if (answer.ways.empty()) return "\nNo other choice would allow it.\n";
  const std::string subject = answer.ways.size() == 1 ? "\nThis" : "\nEach of these";
  const bool is_own = answer.state == ValueState::chosen;
  std::string text = subject + (is_own ? " would put it right:\n" : " would make it possible:\n");
  for (std::size_t i = 0; i < answer.ways.size(); ++i) {
    std::string way = wayText(catalog, answer.ways[i], "     ");
    text += way.replace(2, 2, std::to_string(i + 1) + ".");
  }
  return text;
}

std::string headText(const Catalog& catalog, const Design& design, const PlaceValue& asked,
                     ValueState state) {
  const std::string what = choiceText(catalog, asked.place, asked.value);
  const bool present = presentText(design.choices, asked.place) == asked.value;
  const std::string now = present ? " The design has it now." : "";
  switch (state) {
    case ValueState::chosen:
      return what + " is what you chose.\n";
    case ValueState::available:
      return what + " is available." + (present ? " The design has it now, free to change." : "") + "\n";
    case ValueState::forced:
      return what + " is the only value left." + now + "\n";
    case ValueState::blocked:
      return what + " is blocked." + now + "\n";
  }
  return "";
}

}  // namespace

std::string deltaText(const OptionDelta& delta) {
  return std::string(delta.exact ? "" : "about ") + costDelta(delta) + " " +
         std::string(delta.unit_cost.currency().code()) + " FOB, " + massDelta(delta) + " g";
}

std::string reasonText(const Catalog& catalog, const Reason& reason) {
  std::vector<std::string> own;
  for (const PlaceValue& choice : reason.choices)
    own.push_back(choiceText(catalog, choice.place, choice.value));
  std::string text = own.empty() ? "Whatever you choose:\n" : "You chose " + joinedBy(own, " and ") + ":\n";
  for (std::size_t i = 0; i < reason.rules.size(); ++i) {
    const ModelRule& rule = reason.rules[i];
    text += "  " + rule.name + " (" + rule.id + ").\n";
    const bool said_again = i + 1 < reason.rules.size() && reason.rules[i + 1].because == rule.because;
    if (!said_again) text += "    " + rule.because + "\n";
  }
  return text;
}

std::string wayText(const Catalog& catalog, const PricedWay& priced, const std::string& indent) {
  std::string text = changesText(catalog, priced.way, true, indent);
  text += changesText(catalog, priced.way, false, indent);
  if (text.empty()) text = indent + "Nothing else changes with it.\n";
  if (priced.delta) text += indent + "That makes " + deltaText(*priced.delta) + " per pack.\n";
  for (const Violation& find : priced.finds)
    text += indent + "But it does not fit then: " + find.message + "\n";
  return text;
}

std::string optionsText(const Catalog& catalog, const Design& design, const OptionAdvice& advice) {
  std::string text;
  if (!advice.consistent)
    text += "Your choices contradict each other; all else is blocked until one of them changes.\n";
  for (const Reason& reason : advice.contradictions) text += reasonText(catalog, reason) + "\n";
  text += slotsText(catalog, design, advice) + "\n" + parametersText(catalog, design, advice) + "\n" +
          zonesText(design, advice);
  return text + "\n* the design has it. Costs are per pack, FOB, with all that goes along.\n";
}

std::string whyText(const Catalog& catalog, const Design& design, const PlaceValue& asked,
                    const WhyAnswer& answer) {
  std::string text = headText(catalog, design, asked, answer.state);
  if (answer.state == ValueState::chosen && !answer.reasons.empty())
    text += "It is part of choices that contradict each other.\n";
  for (const Reason& reason : answer.reasons) text += "\n" + reasonText(catalog, reason);
  const bool present = presentText(design.choices, asked.place) == asked.value;
  if (answer.state == ValueState::available && !present) {
    for (const PricedWay& way : answer.ways) text += wayText(catalog, way, "");
  } else if (answer.state == ValueState::blocked ||
             (answer.state == ValueState::chosen && !answer.ways.empty())) {
    text += waysText(catalog, answer);
  }
  return text;
}

}  // namespace configurator
