#include "configurator/session/find_words.h"

#include <algorithm>
#include <cmath>

#include "bom/number_text.h"
#include "configurator/catalog/number_text.h"
#include "configurator/rules/rule_text.h"

namespace configurator {

std::string measureName(FoundFigure figure) {
  return figure == FoundFigure::Cost ? "cost" : figure == FoundFigure::Mass ? "mass" : "litres";
}

std::string foundMoneyText(bom::Money money) {
  return bom::formatUnitMoney(money) + " " + std::string(money.currency().code());
}

std::string foundGramsText(double grams) {
  return formatNumber(std::round(grams * 10) / 10) + " g";
}

std::string foundLitresText(const ProbedDesign& design) {
  const double label = design.label_means == "carry_l" ? design.carry_l : design.capacity_l;
  return formatNumber(std::round(label * 10) / 10) + " l";
}

std::string enumerated(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

std::optional<double> boundOf(const std::string& text) {
  constexpr double kMost = 1e6;
  const auto number = parseDecimal(text);
  if (!number || !std::isfinite(*number) || *number <= 0 || *number > kMost) return std::nullopt;
  return number;
}

std::optional<bom::Money> costBoundOf(const std::string& text, const std::string& currency) {
  const auto millionths = bom::parseScaled(text, 6);
  if (!millionths || *millionths <= 0) return std::nullopt;
  return bom::Money::fromMillionths(*millionths, bom::Currency::parse(currency).value_or(bom::Currency()));
}

std::string boundsInWords(const FindBounds& bounds) {
  std::vector<std::string> parts;
  if (bounds.max_cost) parts.push_back("at most " + foundMoneyText(*bounds.max_cost));
  if (bounds.max_mass_g) parts.push_back("at most " + foundGramsText(*bounds.max_mass_g));
  if (bounds.min_capacity_l) parts.push_back("at least " + formatNumber(*bounds.min_capacity_l) + " l");
  if (bounds.no_new_warnings) parts.emplace_back("no new warnings");
  return enumerated(parts);
}

std::vector<std::string> newWarnings(const FindAnswer& answer, const FoundPack& found) {
  const std::vector<std::string>& present = answer.present_warnings;
  std::vector<std::string> rules;
  for (const std::string& rule : found.warnings)
    if (std::find(present.begin(), present.end(), rule) == present.end()) rules.push_back(rule);
  return rules;
}

namespace {

/// A figure of what is minimised, in units of FigureSums.
std::string minimisedText(const FindReport& report, std::int64_t figure) {
  if (report.request.minimise == FoundFigure::Mass) return foundGramsText(static_cast<double>(figure) / 1000);
  const bom::Currency currency = report.answer.designs.front().design.unit_cost.currency();
  return foundMoneyText(bom::Money::fromMillionths(figure * 100, currency));
}

/// Only a sum that is less than the best, as both are printed, says anything.
std::string notProvenText(const FindReport& report) {
  const bool of_mass = report.request.minimise == FoundFigure::Mass;
  const auto& bound = report.answer.bound;
  const std::int64_t best = figureIn(report.answer.designs.front().design.sums, report.request.minimise);
  const bool says_less =
      bound && *bound < best && minimisedText(report, *bound) != minimisedText(report, best);
  if (!says_less) return "Not proven: adding up calls some combinations better that were not built.\n";
  return "Not proven: by adding up, a design of " + minimisedText(report, *bound) +
         " is thinkable; none that " + (of_mass ? "light" : "cheap") + " was built.\n";
}

/// "469074313" or, when it is long, "about 4.69 x 10^51".
std::string largeNumber(const std::string& digits) {
  constexpr std::size_t kReadable = 9;
  if (digits.size() <= kReadable) return digits;
  return "about " + digits.substr(0, 1) + "." + digits.substr(1, 2) + " x 10^" +
         std::to_string(digits.size() - 1);
}

/// The figure that can be had against the one that is wanted.
std::string obstacleText(const FindBounds& bounds, const std::string& figures) {
  const int asked = (bounds.max_cost ? 1 : 0) + (bounds.max_mass_g ? 1 : 0) + (bounds.min_capacity_l ? 1 : 0);
  return std::string(asked > 1 ? "With the other bounds as they are, the" : "The") + " least " + figures +
         ".\n";
}

}  // namespace

std::string certaintyText(const FindReport& report) {
  const FindAnswer& answer = report.answer;
  std::string text =
      "The figures above are exact: each design was built. Which to build came from adding up what every "
      "single change makes, reckoned in " +
      std::to_string(answer.built) + " trial designs.\n";
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
  return text + notProvenText(report);
}

std::string countText(const FindReport& report) {
  const DesignCount& count = report.answer.count;
  const bool litres = report.request.bounds.min_capacity_l.has_value();
  return std::string("Combinations of choices that keep the rules with what is fixed") +
         (litres ? " and with those litres" : "") +
         ", materials of parts that are not in the pack and numbers that geometry refuses included: " +
         (count.exact ? "" : "at most ") + largeNumber(count.number.text()) +
         (count.exact ? " (counted).\n" : " (a bound, not counted).\n");
}

std::string insteadText(const FindReport& report) {
  const FindObstacle& obstacle = report.answer.obstacle;
  const FindBounds& bounds = report.request.bounds;
  std::string text;
  if (obstacle.most_litres)
    text += (report.answer.fixed.empty() ? "The rules leave " : "With what is fixed the rules leave ") +
            formatNumber(*obstacle.most_litres) + " l at most.\n";
  if (obstacle.least_cost)
    text += obstacleText(bounds, "cost that was found is " +
                                     foundMoneyText(bom::Money::fromMillionths(*obstacle.least_cost * 100,
                                                                               bounds.max_cost->currency())) +
                                     "; you allow " + foundMoneyText(*bounds.max_cost));
  if (obstacle.least_mass)
    text += obstacleText(bounds, "mass that was found is " +
                                     foundGramsText(static_cast<double>(*obstacle.least_mass) / 1000) +
                                     "; you allow " + foundGramsText(*bounds.max_mass_g));
  return text;
}

std::string countedText(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace configurator
