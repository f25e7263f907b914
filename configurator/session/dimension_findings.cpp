#include "configurator/session/dimension_findings.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

#include "bom/number_text.h"
#include "configurator/pack/given_numbers.h"
#include "configurator/rules/rule_text.h"
#include "configurator/session/dimension_remedies.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

/// What is wrong, and with which numbers.
struct Conflict {
  const Catalog& catalog;
  const Choices& choices;
  const Pack& pack;
  std::vector<std::string> given;
  double wanted = 0;          ///< litres
  bool passes_range = false;  ///< those are the end of it
};

std::string litresText(double litres) {
  return bom::formatDouble(litres, 1) + " l";
}

/// "back length".
std::string nameOf(const Catalog& catalog, const std::string& id) {
  std::string name = catalog.findParameter(id)->name.text();
  name.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(name.front())));
  return name;
}

/// "depth 195 mm".
std::string remedyText(const Catalog& catalog, const Remedy& remedy) {
  return nameOf(catalog, remedy.parameter) + " " +
         valueText(*catalog.findParameter(remedy.parameter), remedy.value);
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return text;
}

/// "a", "a, or b, or c".
std::string either(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", or ") + word;
  return text;
}

std::vector<std::string> textsOf(const Catalog& catalog, const std::vector<Remedy>& remedies) {
  std::vector<std::string> texts;
  for (const Remedy& remedy : remedies) texts.push_back(remedyText(catalog, remedy));
  return texts;
}

/// "With back length 480 mm and width 270 mm the pack holds 18.3 l at most, not 24 l."
std::string conflictText(const Conflict& conflict) {
  const double litres = labelledLitres(conflict.pack);
  const int decimals = litresText(litres) == litresText(conflict.wanted) ? 2 : 1;
  const std::string holds = "he pack holds " + bom::formatDouble(litres, decimals) + " l";
  if (conflict.given.empty())
    return "T" + holds + ", not the " + litresText(conflict.wanted) + " that it is labelled with.";
  std::vector<Remedy> numbers;
  for (const std::string& id : conflict.given)
    numbers.push_back({id, conflict.choices.parameters.at(id).value});
  const bool all = conflict.given.size() == std::size(kDimensions);
  const char* bound = all ? "" : litres < conflict.wanted ? " at most" : " at least";
  const std::string missed = !conflict.passes_range     ? ", not "
                             : litres < conflict.wanted ? ", less than the least that it can have, "
                                                        : ", more than the most that it can have, ";
  return "With " + listed(textsOf(conflict.catalog, numbers)) + " t" + holds + bound + missed +
         litresText(conflict.wanted) + ".";
}

/// "eave width and depth to be solved"; empty when that does not help.
std::string freedText(const Catalog& catalog, std::vector<std::string> freed) {
  if (freed.empty()) return "";
  for (std::string& id : freed) id = nameOf(catalog, id);
  return "eave " + listed(freed) + " to be solved";
}

/// " It holds 24 l with depth 195 mm, or width 330 mm; or label it 18 l."
std::string remediesText(const Conflict& conflict) {
  const Catalog& catalog = conflict.catalog;
  const auto dimensions = dimensionsThatHold(catalog, conflict.choices, conflict.pack, conflict.wanted);
  const auto label = isCapacityAuto(conflict.choices)
                         ? std::nullopt
                         : labelThatHolds(catalog, conflict.choices, conflict.pack);
  const std::string labelled = label ? "abel it " + litresText(label->value) : "";
  if (!dimensions.empty()) {
    return " It holds " + litresText(conflict.wanted) + " with " + either(textsOf(catalog, dimensions)) +
           (label ? "; or l" + labelled : "") + ".";
  }
  const std::string freed = freedText(catalog, dimensionsToFree(catalog, conflict.choices));
  if (label) return " L" + labelled + (freed.empty() ? "" : ", or l" + freed) + ".";
  return freed.empty() ? "" : " L" + freed + ".";
}

/// The end of the range that an automatic capacity would have to pass; nothing where a label is missed.
std::optional<double> passedEnd(const Catalog& catalog, const Choices& choices, const Pack& pack) {
  if (!isCapacityAuto(choices)) return std::nullopt;
  const auto steps = allowedSteps(catalog, choices, *catalog.findParameter(kCapacity));
  const double litres = labelledLitres(pack);
  if (litres < steps.front()) return steps.front();
  return litres > steps.back() ? std::optional(steps.back()) : std::nullopt;
}

Violation capacityFinding(const Catalog& catalog, const Choices& choices, const Pack& pack) {
  const auto end = passedEnd(catalog, choices, pack);
  const Conflict conflict{catalog,
                          choices,
                          pack,
                          givenDimensions(choices),
                          end.value_or(choices.parameters.at(kCapacity).value),
                          end.has_value()};
  Violation finding{"capacity-not-reached", "error", "", "", {kCapacity}};
  finding.ids.insert(finding.ids.end(), conflict.given.begin(), conflict.given.end());
  finding.message = conflictText(conflict) + remediesText(conflict);
  finding.because = conflict.given.empty()
                        ? "With the chosen body and pockets no dimensions in their ranges reach these litres."
                        : "Litres follow from back length, width and depth: what is given stays, and only "
                          "what is left free is solved for them.";
  return finding;
}

std::string sizeText(Vec2 size) {
  return bom::formatDouble(size.x, 0) + " x " + bom::formatDouble(size.y, 0) + " mm";
}

/// " It fits with width 285 mm or more."
std::string roomText(const Catalog& catalog, const RoomRemedies& remedies) {
  if (!remedies.any.empty()) return " It fits with " + either(textsOf(catalog, remedies.any)) + " or more.";
  if (!remedies.together.empty())
    return " It fits with " + listed(textsOf(catalog, remedies.together)) + " or more.";
  return "";
}

Violation roomFinding(const Catalog& catalog, const Choices& choices, PackSize size,
                      const Shortfall& shortfall) {
  Violation finding{"does-not-fit", "error", "", "", {shortfall.slot}};
  const auto given = givenDimensions(choices);
  finding.ids.insert(finding.ids.end(), given.begin(), given.end());
  if (shortfall.room == Vec2{0, 0}) {
    finding.message =
        shortfall.name + ", " + sizeText(shortfall.promised) + ", finds no free place on its cloth.";
    finding.because = "Two marks in one place cover each other.";
    return finding;
  }
  if (shortfall.promised.x == 0) {
    finding.message = shortfall.name + " needs a back " + bom::formatDouble(shortfall.promised.y, 0) +
                      " mm high; it is " + bom::formatDouble(shortfall.room.y, 0) + " mm." +
                      roomText(catalog, roomFor(catalog, choices, size, shortfall));
    finding.because = "From a shorter back a belt runs under the wearer's arms instead of round the waist.";
    return finding;
  }
  finding.message = shortfall.name + " is " + sizeText(shortfall.promised) + "; its place has room for " +
                    sizeText(shortfall.room) + "." +
                    roomText(catalog, roomFor(catalog, choices, size, shortfall));
  finding.because = "A sleeve that is smaller than its name does not take what it is bought for.";
  return finding;
}

}  // namespace

std::vector<Violation> findingsOf(const Catalog& catalog, const Choices& choices, const Pack& pack) {
  std::vector<Violation> findings;
  if (pack.size == PackSize::M && !holdsItsCapacity(catalog, choices, pack))
    findings.push_back(capacityFinding(catalog, choices, pack));
  for (const Shortfall& shortfall : pack.shortfalls)
    findings.push_back(roomFinding(catalog, choices, pack.size, shortfall));
  return findings;
}

}  // namespace configurator
