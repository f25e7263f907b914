// find in words.
#include <cmath>

#include "bom/number_text.h"
#include "configurator/catalog/number_text.h"
#include "configurator/cli/advice_answers.h"
#include "configurator/cli/find_answers.h"
#include "configurator/cli/text_table.h"
#include "configurator/rules/rule_text.h"

namespace configurator {
namespace {

std::string foundGramsText(double grams) {
  return formatNumber(std::round(grams * 10) / 10) + " g";
}

std::string foundLitresText(const ProbedDesign& design) {
  const double label = design.label_means == "carry_l" ? design.carry_l : design.capacity_l;
  return formatNumber(std::round(label * 10) / 10) + " l";
}

std::string foundMoneyText(bom::Money money) {
  return bom::formatUnitMoney(money) + " " + std::string(money.currency().code());
}

std::string enumerated(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

std::string foundFiguresText(const ProbedDesign& design) {
  return foundMoneyText(design.unit_cost) + ", " + foundGramsText(design.mass_g) + ", " +
         foundLitresText(design);
}

/// "at most 18.5000 USD, at most 700 g and at least 18 l"; empty without bounds.
std::string boundsInWords(const FindBounds& bounds) {
  std::vector<std::string> parts;
  if (bounds.max_cost) parts.push_back("at most " + foundMoneyText(*bounds.max_cost));
  if (bounds.max_mass_g) parts.push_back("at most " + foundGramsText(*bounds.max_mass_g));
  if (bounds.min_capacity_l) parts.push_back("at least " + formatNumber(*bounds.min_capacity_l) + " l");
  return enumerated(parts);
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

std::string tableOf(const FindAnswer& answer, std::size_t from) {
  TextTable table({Align::Right, Align::Right, Align::Right, Align::Left});
  for (std::size_t i = from; i < answer.designs.size(); ++i) {
    const ProbedDesign& design = answer.designs[i].design;
    table.add({foundMoneyText(design.unit_cost), foundGramsText(design.mass_g), foundLitresText(design),
               std::to_string(answer.designs[i].changes.size()) + " changes"});
  }
  return table.text("  ");
}

std::string bestText(const FindReport& report) {
  const FoundPack& best = report.answer.designs.front();
  std::string text = std::string(report.answer.proven ? "The best" : "The best so far") + ": " +
                     foundFiguresText(best.design) + ".\n" + nowText(report) +
                     foundChangesText(report.catalog, best);
  if (report.answer.designs.size() > 1)
    text += "\nThe next best that were built:\n" + tableOf(report.answer, 1);
  return text;
}

std::string frontText(const FindReport& report) {
  const FindAnswer& answer = report.answer;
  std::string text = "None of these is beaten in both:\n" + tableOf(answer, 0) + nowText(report);
  text += "\nThe first of them, " + foundFiguresText(answer.designs.front().design) + ".\n" +
          foundChangesText(report.catalog, answer.designs.front());
  if (answer.designs.size() > 1)
    text += "\nThe last of them, " + foundFiguresText(answer.designs.back().design) + ".\n" +
            foundChangesText(report.catalog, answer.designs.back());
  return text;
}

std::string boundText(const FindReport& report) {
  const std::int64_t bound = report.answer.bound.value_or(0);
  if (report.request.minimise == FoundFigure::Mass) return foundGramsText(static_cast<double>(bound) / 1000);
  const bom::Currency currency = report.answer.designs.front().design.unit_cost.currency();
  return foundMoneyText(bom::Money::fromMillionths(bound * 100, currency));
}

std::string certaintyText(const FindReport& report) {
  const FindAnswer& answer = report.answer;
  std::string text =
      "\nThe figures above are exact: each design was built. Which to build came from adding up what every "
      "single change makes (" +
      std::to_string(answer.built) + " designs were reckoned for that).\n";
  if (!answer.not_looked_at.empty()) {
    std::vector<std::string> bodies;
    for (const std::string& body : answer.not_looked_at)
      bodies.push_back(choiceText(report.catalog, "body", body));
    text += "Time was up before these were looked at: " + enumerated(bodies) + ".\n";
  }
  if (answer.proven && report.request.second)
    return text + "Proven of those sums: they call no combination better; there may be others in between.\n";
  if (answer.proven)
    return text + "Proven of those sums: every combination that they call better was built, and none is.\n";
  text += "Not proven: they call some combinations better that were not built";
  return text + (answer.bound ? ", down to " + boundText(report) + ".\n" : ".\n");
}

/// "4690743133" or, when it is long, "about 4.69 x 10^51".
std::string largeNumber(const std::string& digits) {
  constexpr std::size_t kReadable = 9;
  if (digits.size() <= kReadable) return digits;
  return digits + ", about " + digits.substr(0, 1) + "." + digits.substr(1, 2) + " x 10^" +
         std::to_string(digits.size() - 1);
}

std::string countText(const FindReport& report) {
  const DesignCount& count = report.answer.count;
  const bool litres = report.request.bounds.min_capacity_l.has_value();
  return std::string("Designs that keep the rules with what is fixed") +
         (litres ? " and with those litres" : "") + (count.exact ? ": " : ": at most ") +
         largeNumber(count.number.text()) + (count.exact ? " (counted).\n" : " (a bound, not counted).\n");
}

/// The figure that can be had against the one that is wanted.
std::string obstacleText(const std::string& what, const std::string& least, const std::string& wanted) {
  return "  With the other bounds as they are, the least " + what + " that was found is " + least +
         "; you allow " + wanted + ".\n";
}

}  // namespace

std::string measureName(FoundFigure figure) {
  return figure == FoundFigure::Cost ? "cost" : figure == FoundFigure::Mass ? "mass" : "litres";
}

std::string findText(const FindReport& report) {
  return askedText(report) + "\n" + (report.request.second ? frontText(report) : bestText(report)) +
         certaintyText(report) + countText(report);
}

std::string nothingFoundText(const FindReport& report) {
  const FindAnswer& answer = report.answer;
  const FindObstacle& obstacle = answer.obstacle;
  const FindBounds& bounds = report.request.bounds;
  const std::string asked = boundsInWords(bounds);
  std::string text = "no design was found" + (asked.empty() ? "" : " with " + asked) + ".\n";
  if (!answer.not_looked_at.empty()) text += "Time was up before every body was looked at.\n";
  for (const Reason& reason : obstacle.reasons) text += reasonText(report.catalog, reason);
  if (obstacle.least_cost)
    text += obstacleText(
        "cost",
        foundMoneyText(bom::Money::fromMillionths(*obstacle.least_cost * 100, bounds.max_cost->currency())),
        foundMoneyText(*bounds.max_cost));
  if (obstacle.least_mass)
    text += obstacleText("mass", foundGramsText(static_cast<double>(*obstacle.least_mass) / 1000),
                         foundGramsText(*bounds.max_mass_g));
  if (obstacle.reasons.empty() && !obstacle.least_cost && !obstacle.least_mass) {
    for (const Violation& finding : obstacle.findings)
      text += "  " + finding.message + " " + finding.because + "\n";
  }
  return text;
}

}  // namespace configurator
