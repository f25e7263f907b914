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

constexpr std::string_view kMadeFor = " is made for ";

/// " is made for Body construction "Panel loader" or "Clamshell"" of a rule that says so; empty of others.
std::string madeFor(const ModelRule& rule) {
  const std::size_t at = rule.name.find(kMadeFor);
  return at == std::string::npos || !rule.id.starts_with("made-for.") ? "" : rule.name.substr(at);
}

/// Without the list of bodies.
std::string shortRule(const ModelRule& rule) {
  const std::string purpose = madeFor(rule);
  if (purpose.empty()) return rule.name;
  return rule.name.substr(0, rule.name.size() - purpose.size()) + " is made for other bodies";
}

/// "you chose hydration=none: A hose port needs a bladder sleeve"; what matters most is not cut off.
std::string shortReason(const Reason& reason) {
  std::string text;
  for (std::size_t i = 0; i < std::min(kMostRules, reason.rules.size()); ++i)
    text += (i == 0 ? "" : "; ") + shortRule(reason.rules[i]);
  if (reason.rules.size() > kMostRules)
    text += "; and " + std::to_string(reason.rules.size() - kMostRules) + " more";
  std::vector<std::string> own;
  for (const PlaceValue& choice : reason.choices) own.push_back(choice.place + "=" + choice.value);
  return own.empty() ? text : "you chose " + joinedBy(own, " and ") + ": " + text;
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

constexpr std::size_t kWidestColumn = 100;  // bytes; `why` says the rest

/// Cut between two words.
std::string cutToWidth(const std::string& text) {
  if (text.size() <= kWidestColumn) return text;
  const std::size_t end = text.rfind(' ', kWidestColumn - 4);
  return end == std::string::npos || end == 0 ? text : text.substr(0, end) + " ...";
}

std::string valueWords(const Catalog& catalog, const AdvisedPlace& place, const AdvisedValue& value) {
  std::string text = bareValueText(catalog, place.place, value.value);
  if (!value.reasons.empty()) text += ": " + shortReason(value.reasons.front());
  if (!value.along.empty())
    text += (value.state == ValueState::blocked ? "; anyway with " : ", with ") + alongText(value.along);
  if (!value.finds.empty()) text += ": does not fit as the design stands. " + value.finds.front().message;
  return text;
}

void addValueRows(const Catalog& catalog, const AdvisedPlace& place, TextTable& table) {
  for (const AdvisedValue& value : place.values) {
    table.add({(value.present ? "* " : "  ") + value.value, std::string(stateName(value.state)),
               value.delta ? costDelta(*value.delta) : "", value.delta ? massDelta(*value.delta) : "",
               "  " + cutToWidth(valueWords(catalog, place, value))});
  }
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
    addValueRows(catalog, place, table);
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

/// "460 mm"; "530 mm (solved)" where the number follows from others.
std::string presentNumber(const Catalog& catalog, const Design& design, const AdvisedPlace& place) {
  if (!place.solved) return valueInWords(catalog, place.place, presentText(design.choices, place.place));
  return valueInWords(catalog, place.place, bom::formatDouble(*place.solved, 1)) + " (solved)";
}

std::string parametersText(const Catalog& catalog, const Design& design, const OptionAdvice& advice) {
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Left});
  table.add({"parameter", "now", "state", "may be"});
  table.addRule();
  for (const AdvisedPlace& place : advice.places) {
    if (place.kind != Place::Parameter) continue;
    table.add(
        {place.place, presentNumber(catalog, design, place), presentState(place), stepsText(catalog, place)});
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
  for (const auto& [reason, items] : blocked) text += "; " + reason + ": not " + joinedBy(items, ", ");
  return text;
}

std::string zonesText(const Design& design, const OptionAdvice& advice) {
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Left});
  table.add({"zone", "now", "state", "materials left"});
  table.addRule();
  for (const AdvisedPlace& place : advice.places) {
    if (place.kind != Place::Zone) continue;
    table.add({place.place, presentText(design.choices, place.place), presentState(place),
               cutToWidth(materialsText(place))});
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
                     const WhyAnswer& answer) {
  const std::string what = choiceText(catalog, asked.place, asked.value);
  const bool present = presentText(design.choices, asked.place) == asked.value;
  const std::string now = present ? " The design has it now." : "";
  const bool is_unfit = !present && !answer.ways.empty() && !answer.ways.front().finds.empty();
  switch (answer.state) {
    case ValueState::chosen:
      return what + " is what you chose.\n";
    case ValueState::available:
      if (is_unfit) return what + " is available, but does not fit.\n";
      return what + " is available." + (present ? " The design has it now, free to change." : "") + "\n";
    case ValueState::forced:
      return what + " is the only value left." + now + "\n";
    case ValueState::blocked:
      return what + " is blocked." + now + "\n";
  }
  return "";
}

/// The shortest of those that name the same own choices; the first comes first (option_advice.h).
std::string reasonsText(const Catalog& catalog, const std::vector<Reason>& reasons, bool all_reasons) {
  std::string text;
  std::vector<std::vector<PlaceValue>> told;
  std::size_t more = 0;
  for (const Reason& reason : reasons) {
    if (!all_reasons && std::find(told.begin(), told.end(), reason.choices) != told.end()) {
      ++more;
      continue;
    }
    told.push_back(reason.choices);
    text += "\n" + reasonText(catalog, reason);
  }
  if (more == 0) return text;
  return text + "\n" + std::to_string(more) + (more == 1 ? " longer explanation" : " longer explanations") +
         ": --explain\n";
}

std::string costsText(const OptionAdvice& advice) {
  if (advice.quantity == 0) return "The present design has no cost.";
  return "Costs are per pack, " + advice.incoterm + " at " + std::to_string(advice.quantity) +
         " pieces, with all that goes along.";
}

/// "Frame "Framesheet" and Frame "Two stays" are made for ... (made-for.frame.sheet, made-for.frame.stays)."
std::string togetherText(const std::vector<const ModelRule*>& rules) {
  std::vector<std::string> subjects, ids;
  for (const ModelRule* rule : rules) {
    subjects.push_back(rule->name.substr(0, rule->name.find(kMadeFor)));
    ids.push_back(rule->id);
  }
  const std::string purpose = madeFor(*rules.front()).substr(kMadeFor.size());
  return joinedBy(subjects, " and ") + " are made for " + purpose + " (" + joinedBy(ids, ", ") + ").\n";
}

}  // namespace

std::string ruleLines(const std::vector<ModelRule>& rules) {
  std::string text;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    std::vector<const ModelRule*> together{&rules[i]};
    const std::string purpose = madeFor(rules[i]);
    while (!purpose.empty() && i + 1 < rules.size() && madeFor(rules[i + 1]) == purpose)
      together.push_back(&rules[++i]);
    text +=
        "  " + (together.size() > 1 ? togetherText(together) : rules[i].name + " (" + rules[i].id + ").\n");
    const bool said_again = i + 1 < rules.size() && rules[i + 1].because == rules[i].because;
    if (!said_again) text += "    " + rules[i].because + "\n";
  }
  return text;
}

std::string deltaText(const OptionDelta& delta) {
  return std::string(delta.exact ? "" : "about ") + costDelta(delta) + " " +
         std::string(delta.unit_cost.currency().code()) + " " + delta.incoterm + ", " + massDelta(delta) +
         " g";
}

std::string reasonText(const Catalog& catalog, const Reason& reason) {
  std::vector<std::string> own;
  for (const PlaceValue& choice : reason.choices)
    own.push_back(choiceText(catalog, choice.place, choice.value));
  std::string text = own.empty() ? "Whatever you choose:\n" : "You chose " + joinedBy(own, " and ") + ":\n";
  return text + ruleLines(reason.rules);
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

namespace {

std::string contradictionsText(const Catalog& catalog, const OptionAdvice& advice) {
  std::string text;
  if (!advice.consistent)
    text += "Your choices contradict each other; all else is blocked until one of them changes.\n";
  for (const Reason& reason : advice.contradictions) text += reasonText(catalog, reason) + "\n";
  return text;
}

}  // namespace

std::string placeOptionsText(const Catalog& catalog, const Design& design, const OptionAdvice& advice) {
  std::string text = contradictionsText(catalog, advice);
  for (const AdvisedPlace& place : advice.places) {
    TextTable table({Align::Left, Align::Left, Align::Right, Align::Right, Align::Left});
    table.add({placeText(catalog, place.place), "state", currencyOf(advice, design), "g", ""});
    table.addRule();
    addValueRows(catalog, place, table);
    text += table.text();
  }
  return text + "\n* the design has it. " + costsText(advice) + "\n";
}

std::string optionsText(const Catalog& catalog, const Design& design, const OptionAdvice& advice) {
  std::string text = contradictionsText(catalog, advice);
  text += slotsText(catalog, design, advice) + "\n" + parametersText(catalog, design, advice) + "\n" +
          zonesText(design, advice);
  text += "\n* the design has it. " + costsText(advice) + "\n";
  if (advice.quantity == 0) return text;
  return text +
         "about: summed up with the cloth that the present design takes; "
         "`options` of one place and `why` lay the cloth anew.\n";
}

std::string whyText(const Catalog& catalog, const Design& design, const PlaceValue& asked,
                    const WhyAnswer& answer, bool all_reasons) {
  std::string text = headText(catalog, design, asked, answer);
  if (answer.state == ValueState::chosen && !answer.reasons.empty())
    text += "It is part of choices that contradict each other.\n";
  text += reasonsText(catalog, answer.reasons, all_reasons);
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
