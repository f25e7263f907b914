// find in words.
#include "configurator/cli/advice_answers.h"
#include "configurator/cli/find_answers.h"
#include "configurator/cli/text_table.h"
#include "configurator/rules/rule_text.h"

namespace configurator {
namespace {

std::string foundFiguresText(const ProbedDesign& design) {
  return foundMoneyText(design.unit_cost) + ", " + foundGramsText(design.mass_g) + ", " +
         foundLitresText(design);
}

std::string askedText(const FindReport& report) {
  std::string text;
  if (report.answer.fixed.empty()) {
    text = "Nothing of this design is your own choice or pinned, so everything may change.\n";
  } else {
    std::vector<std::string> parts;
    for (const PlaceValue& value : report.answer.fixed)
      parts.push_back(choiceText(report.catalog, value.place, value.value));
    text = "Kept as you chose or pinned it: " + enumerated(parts) + ". All else may change.\n";
  }
  const std::string least = measureName(report.request.minimise);
  text += report.request.second
              ? "Wanted: the trade between " + least + " and " + measureName(*report.request.second)
              : "Wanted: the least " + least;
  const std::string bounds = boundsInWords(report.request.bounds);
  return text + (bounds.empty() ? "" : ", with " + bounds) + ".\n";
}

std::string nowText(const FindReport& report) {
  if (!report.answer.present) return "";
  return "Now: " + foundFiguresText(*report.answer.present) +
         (report.answer.valid ? "" : ", against its rules") + ".\n";
}

std::string foundChangesText(const Catalog& catalog, const FoundPack& found) {
  if (found.changes.empty()) return "It is the design as it is.\n";
  std::string text = "It differs from the present design in\n";
  for (const PlaceChange& change : found.changes)
    text += "  " + changeText(catalog, change.place, change.from, change.to) + "\n";
  return text;
}

std::string foundWarningsText(const FindAnswer& answer, const FoundPack& found) {
  const std::vector<std::string> rules = newWarnings(answer, found);
  if (rules.empty()) return "";
  return countedText(rules.size(), "warning") +
         " that the present design does not have: " + enumerated(rules) +
         ". `rucksmith check` says more once the changes are made; --no-new-warnings finds the best "
         "without.\n";
}

std::string tableOf(const FindAnswer& answer, std::size_t from) {
  TextTable table({Align::Right, Align::Right, Align::Right, Align::Left, Align::Left});
  for (std::size_t i = from; i < answer.designs.size(); ++i) {
    const ProbedDesign& design = answer.designs[i].design;
    table.add({foundMoneyText(design.unit_cost), foundGramsText(design.mass_g), foundLitresText(design),
               countedText(answer.designs[i].changes.size(), "change"),
               countedText(newWarnings(answer, answer.designs[i]).size(), "new warning")});
  }
  return table.text("  ");
}

/// Each line two further to the right.
std::string indented(const std::string& lines) {
  std::string text;
  for (const char c : lines) text += (text.empty() || text.back() == '\n' ? "  " : "") + std::string(1, c);
  return text;
}

std::string bestText(const FindReport& report) {
  const FoundPack& best = report.answer.designs.front();
  std::string text = std::string(report.answer.proven ? "The best" : "The best so far") + ": " +
                     foundFiguresText(best.design) + ".\n" + foundWarningsText(report.answer, best) +
                     nowText(report) + foundChangesText(report.catalog, best);
  if (report.answer.designs.size() > 1)
    text += "\nThe next best that were built:\n" + tableOf(report.answer, 1);
  return text;
}

std::string frontText(const FindReport& report) {
  const FindAnswer& answer = report.answer;
  std::string text = "None of these is beaten in both:\n" + tableOf(answer, 0) + nowText(report);
  text += "\nThe first of them, " + foundFiguresText(answer.designs.front().design) + ".\n" +
          foundWarningsText(answer, answer.designs.front()) +
          foundChangesText(report.catalog, answer.designs.front());
  if (answer.designs.size() > 1)
    text += "\nThe last of them, " + foundFiguresText(answer.designs.back().design) + ".\n" +
            foundWarningsText(answer, answer.designs.back()) +
            foundChangesText(report.catalog, answer.designs.back());
  return text;
}

}  // namespace

std::string findText(const FindReport& report) {
  return askedText(report) + "\n" + (report.request.second ? frontText(report) : bestText(report)) + "\n" +
         certaintyText(report) + countText(report);
}

std::string nothingFoundText(const FindReport& report) {
  const FindAnswer& answer = report.answer;
  const FindObstacle& obstacle = answer.obstacle;
  const FindBounds& bounds = report.request.bounds;
  const std::string asked = boundsInWords(bounds);
  std::string text = "no design was found" + (asked.empty() ? "" : " with " + asked) + ".\n";
  if (answer.out_of_time) text += "Time was up before all was looked at.\n";
  for (const Reason& reason : obstacle.reasons) text += reasonText(report.catalog, reason);
  text += indented(insteadText(report));
  if (obstacle.reasons.empty() && !obstacle.least_cost && !obstacle.least_mass) {
    for (const Violation& finding : obstacle.findings)
      text += "  " + finding.message + " " + finding.because + "\n";
  }
  return text;
}

}  // namespace configurator
