// Capacity, back length, width and depth given or left free, in every combination and for every body. What is
// expected: what was given stays; what is free is solved so that the label's litres come out (the 2 % of
// design.md) or the check says so and each number that it names does resolve it, which is tried by setting
// it.
#include "configurator/pack/given_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <regex>

#include "configurator/catalog/number_text.h"
#include "configurator/design/design_file.h"
#include "configurator/pack/build_pack.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/apply_edits.h"
#include "configurator/session/choice_state.h"
#include "configurator/session/dimension_findings.h"
#include "configurator/session/figures.h"
#include "configurator/session/solved_capacity.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Edits = std::vector<KeyValue>;
constexpr const char* kFour[] = {"capacity", "back-length", "width", "depth"};

/// A body on the template that suits it, with four numbers that a user may give: of a common pack, and far
/// from each other.
struct BodyCase {
  const char *body, *template_id, *closure;
  double common[4], apart[4];
};
constexpr BodyCase kBodies[] = {
    {"vest", "lightweight", "zip-top", {4.5, 370, 260, 40}, {12, 330, 220, 10}},
    {"panel-loader", "commuter", "zip", {20, 480, 270, 170}, {30, 400, 280, 90}},
    {"panel-loader-wide", "medical", "zip", {24, 500, 290, 190}, {30, 400, 240, 100}},
    {"clamshell", "medical", "zip", {24, 500, 290, 190}, {12, 560, 330, 240}},
    {"roll-top", "endurance", "roll-top-buckle", {25, 480, 280, 190}, {40, 400, 190, 110}},
    {"drawcord", "endurance", "drawcord-lid", {25, 470, 270, 160}, {40, 400, 240, 120}}};

Design designOf(const BodyCase& body) {
  Design design = templateDesign(body.template_id);
  design.choices.options.at("body").value = body.body;
  design.choices.options.at("main-closure").value = body.closure;
  design.choices.options.at("laptop").value = "none";  // its sleeve asks for room of its own
  for (const Parameter& parameter : programWorkshop().catalog.parameters) {
    double& value = design.choices.parameters.at(parameter.id).value;
    value = nearestOf(allowedSteps(programWorkshop().catalog, design.choices, parameter), value);
  }
  return design;
}

Edits editsOf(const double (&numbers)[4], unsigned mask) {
  Edits edits;
  for (std::size_t i = 0; i < 4; ++i)
    edits.push_back({kFour[i], (mask >> i) & 1U ? formatNumber(numbers[i]) : "auto"});
  return edits;
}

Design edited(const Design& design, const Edits& edits) {
  auto made = editedDesign(programWorkshop().catalog, design, edits);
  if (!made) throw std::runtime_error(made.error().message);
  return std::move(*made);
}

Pack packOf(const Design& design) {
  return buildPack(programWorkshop().catalog, design.choices, PackSize::M);
}

std::vector<Violation> findingsOn(const Design& design) {
  return findingsOf(programWorkshop().catalog, design.choices, packOf(design));
}

const Violation* capacityConflict(const std::vector<Violation>& violations) {
  for (const Violation& violation : violations)
    if (violation.rule == "capacity-not-reached") return &violation;
  return nullptr;
}

/// The litres on the label, read from the pack's own compartments.
double labelled(const Design& design, const Pack& pack) {
  const Option* body = programWorkshop().catalog.chosenOption(design.choices, "body");
  double litres = 0;
  for (const Compartment& one : pack.compartments)
    if (one.enclosed || body->attribute("label-means") == "carry_l") litres += one.capacity_l;
  return litres;
}

/// What was given is what the pack has; what was not lies in its range, on the step for capacity.
void expectGivensKept(const Design& design, const Pack& pack, const Edits& edits) {
  for (const KeyValue& edit : edits) {
    const Chosen<double>& chosen = design.choices.parameters.at(edit.key);
    const auto steps = allowedSteps(programWorkshop().catalog, design.choices,
                                    *programWorkshop().catalog.findParameter(edit.key));
    const auto now = presentValue(chosen, edit.key, &pack);
    if (edit.value != "auto") {
      EXPECT_EQ(formatNumber(now.value), edit.value) << edit.key;
      EXPECT_EQ(now.by, By::User) << edit.key;
      continue;
    }
    EXPECT_EQ(now.by, By::Solved) << edit.key;
    if (edit.key == "capacity") {
      EXPECT_NEAR(now.value, labelled(design, pack), 1e-9);
      EXPECT_THAT(steps, testing::Contains(chosen.value));
    } else {
      EXPECT_GE(now.value, steps.front() - 1e-6) << edit.key;
      EXPECT_LE(now.value, steps.back() + 1e-6) << edit.key;
    }
  }
}

/// The numbers that a message offers: "It holds 24 l with depth 195 mm, or width 330 mm; or label it 18 l."
Edits offersIn(const std::string& message) {
  const std::pair<const char*, const char*> kNames[] = {{"back-length", "(?:with|or) back length (\\d+) mm"},
                                                        {"width", "(?:with|or) width (\\d+) mm"},
                                                        {"depth", "(?:with|or) depth (\\d+) mm"},
                                                        {"capacity", "abel it ([0-9.]+) l[.,]"}};
  const std::string offered = message.substr(std::min(message.size(), message.find(" l.") + 3));
  Edits offers;
  for (const auto& [id, pattern] : kNames) {
    std::smatch found;
    if (std::regex_search(offered, found, std::regex(pattern))) offers.push_back({id, found[1].str()});
  }
  return offers;
}

/// Every number in the explanation is tried; their count.
std::size_t expectOffersResolve(const Design& design, const Violation& conflict) {
  const Edits offers = offersIn(conflict.message);
  for (const KeyValue& offer : offers) {
    SCOPED_TRACE(conflict.message + " - " + offer.key);
    const Design resolved = edited(design, {offer});
    EXPECT_EQ(rangeErrorsOf(programWorkshop().catalog, {offer}).size(), 0U);
    EXPECT_TRUE(isValid(checkRules(programWorkshop().catalog, resolved.choices)));
    EXPECT_EQ(capacityConflict(findingsOn(resolved)), nullptr);
  }
  return offers.size();
}

struct Counts {
  std::size_t held = 0, conflicts = 0, offers = 0;
};

void checkCombination(const BodyCase& body, const double (&numbers)[4], unsigned mask, Counts& counts) {
  const Edits edits = editsOf(numbers, mask);
  SCOPED_TRACE(std::string(body.body) + " " + edits[0].value + " " + edits[1].value + " " + edits[2].value +
               " " + edits[3].value);
  const Design design = edited(designOf(body), edits);
  ASSERT_TRUE(isValid(checkRules(programWorkshop().catalog, design.choices)));
  const Pack pack = packOf(design);
  expectGivensKept(design, pack, edits);
  const auto violations = findingsOf(programWorkshop().catalog, design.choices, pack);
  const double label = design.choices.parameters.at("capacity").value;
  if (const Violation* conflict = capacityConflict(violations)) {
    ++counts.conflicts;
    std::cout << body.body << ": " << conflict->message << "\n";
    counts.offers += expectOffersResolve(design, *conflict);
    EXPECT_GE(static_cast<int>(conflict->message.size()), 40);
    return;
  }
  ++counts.held;
  if (!capacityFollows(design.choices)) {
    EXPECT_NEAR(labelled(design, pack), label, 0.02 * label);
  }
}

TEST(GivenNumbers, EveryCombinationOfACommonPackIsSolved) {
  Counts counts;
  for (const BodyCase& body : kBodies)
    for (unsigned mask = 0; mask < 16; ++mask) checkCombination(body, body.common, mask, counts);
  // All that leave something free; of those that give all four, only a vest can make up for a difference.
  EXPECT_GE(counts.held, 6U * 15) << "those in conflict are printed above";
}

TEST(GivenNumbers, EveryCombinationOfNumbersFarApartIsSolvedOrExplained) {
  Counts counts;
  for (const BodyCase& body : kBodies)
    for (unsigned mask = 0; mask < 16; ++mask) checkCombination(body, body.apart, mask, counts);
  EXPECT_GE(counts.conflicts, 5U);
  EXPECT_GE(counts.offers, counts.conflicts) << "a conflict offers a number on the average";
}

TEST(GivenNumbers, LitresFollowFromThreeGivenDimensions) {
  const Edits edits{{"capacity", "auto"}, {"back-length", "480"}, {"width", "280"}, {"depth", "180"}};
  const Design design = edited(templateDesign("commuter"), edits);
  const Pack pack = packOf(design);
  // A box of these dimensions holds 24.2 l; the bag tapers to 130/175 of its depth and 250/270 of its width
  // at the top and is rounded there, but its panels bow out: between the taper alone and the box.
  const double box = 0.480 * 0.280 * 0.180 * 1000;
  EXPECT_LT(pack.capacity_l, box);
  EXPECT_GT(pack.capacity_l, box * (1 + 130.0 / 175 * 250 / 270) / 2 * 0.9);
  EXPECT_EQ(pack.parameters.at("capacity"), pack.capacity_l);
  EXPECT_NEAR(design.choices.parameters.at("capacity").value, pack.capacity_l, 0.5) << "steps of 1 l";
  EXPECT_EQ(capacityConflict(violationsOf(programWorkshop(), design)), nullptr);
}

TEST(GivenNumbers, WithNothingGivenAutoIsTheCatalogsDefault) {
  const Design design = edited(templateDesign("endurance"), {{"capacity", "auto"}});
  EXPECT_EQ(design.choices.parameters.at("capacity").value,
            programWorkshop().catalog.findParameter("capacity")->default_value);
}

TEST(GivenNumbers, AnAutomaticCapacityGrowsWithTheDimensionThatIsGiven) {
  double before = 0;
  for (const char* depth : {"120", "160", "200"}) {
    const Design design = edited(templateDesign("commuter"), {{"capacity", "auto"}, {"depth", depth}});
    const double litres = packOf(design).capacity_l;
    EXPECT_GT(litres, before) << depth;
    before = litres;
  }
}

TEST(GivenNumbers, AnAutomaticCapacityStandsWhereItsOptionsAllowIt) {
  const Edits flat{{"capacity", "auto"}, {"depth", "100"}, {"laptop", "none"}};
  const Design light = edited(templateDesign("commuter"), flat);
  ASSERT_LT(light.choices.parameters.at("capacity").value, 19);
  const Design laptop = edited(light, {{"laptop", "sleeve-16"}});  // takes 19 l or more
  EXPECT_EQ(laptop.choices.parameters.at("capacity").value, 19);
  EXPECT_TRUE(isValid(checkRules(programWorkshop().catalog, laptop.choices)));
}

TEST(GivenNumbers, AnAutomaticCapacityComesBackFromItsFile) {
  for (const BodyCase& body : kBodies) {
    SCOPED_TRACE(body.body);
    for (const unsigned mask : {0U, 8U, 14U}) {  // nothing, the depth, all dimensions
      const Design design = edited(designOf(body), editsOf(body.common, mask));
      const std::string text = writeDesign(design);
      const auto read = parseDesign(text, "t.ruck", programWorkshop().catalog);
      ASSERT_TRUE(read.has_value()) << read.error().message;
      EXPECT_EQ(read->choices, design.choices);
      EXPECT_EQ(withSolvedCapacity(programWorkshop().catalog, read->choices), design.choices);
      EXPECT_EQ(writeDesign(*read), text);
    }
  }
}

TEST(GivenNumbers, TheStepThatAFileKeepsOfAnAutomaticCapacityIsNotTrusted) {
  const Edits edits{{"capacity", "auto"}, {"back-length", "480"}, {"width", "280"}, {"depth", "180"}};
  const Design design = edited(templateDesign("commuter"), edits);
  Choices stale = design.choices;
  stale.parameters.at("capacity").value = 10;
  EXPECT_EQ(withSolvedCapacity(programWorkshop().catalog, stale), design.choices);
}

TEST(GivenNumbers, AConflictNamesWhatTheNumbersMakeAndWhatEachWouldHaveToBe) {
  const Edits edits{{"capacity", "24"}, {"back-length", "480"}, {"width", "270"}, {"depth", "150"}};
  const Design design = edited(templateDesign("commuter"), edits);
  const auto violations = violationsOf(programWorkshop(), design);
  const Violation* conflict = capacityConflict(violations);
  ASSERT_NE(conflict, nullptr);
  EXPECT_THAT(conflict->ids, ElementsAre("capacity", "back-length", "width", "depth"));
  EXPECT_THAT(conflict->message, HasSubstr("With back length 480 mm, width 270 mm and depth 150 mm the pack "
                                           "holds " +
                                           formatNumber(std::round(10 * packOf(design).capacity_l) / 10) +
                                           " l, not 24 l. It holds 24 l with "));
  EXPECT_THAT(conflict->message, HasSubstr("; or label it "));
  // Litres grow no faster than one dimension: the longest back makes 17.5 x 560 / 480, the widest panels
  // 17.5 x 330 / 270, both less than 24. That leaves the depth, and the label.
  EXPECT_EQ(expectOffersResolve(design, *conflict), 2U) << conflict->message;
}

TEST(GivenNumbers, LitresBeyondTheRangeAreExplainedThoughNoLabelIsGiven) {
  const Edits edits{{"capacity", "auto"}, {"back-length", "560"}, {"width", "330"}, {"depth", "240"}};
  const Design design = edited(templateDesign("commuter"), edits);
  const auto violations = violationsOf(programWorkshop(), design);
  const Violation* conflict = capacityConflict(violations);
  ASSERT_NE(conflict, nullptr);
  EXPECT_THAT(conflict->message,
              HasSubstr(" l, more than the most that it can have, 30 l. It holds 30 l with "));
  EXPECT_GE(expectOffersResolve(design, *conflict), 1U) << conflict->message;
}

/// "It fits with width 285 mm or more.": tried with the value and with the step before it.
TEST(GivenNumbers, AModuleWithoutRoomSaysTheLeastThatWouldDo) {
  const Design design = edited(templateDesign("commuter"), {{"width", "220"}});  // a sleeve of 260 x 370
  const auto violations = violationsOf(programWorkshop(), design);
  ASSERT_EQ(violations.front().rule, "does-not-fit");
  std::smatch found;
  const std::string& message = violations.front().message;
  ASSERT_TRUE(std::regex_search(message, found, std::regex(" It fits with width (\\d+) mm or more\\.$")))
      << message;
  const double least = std::stod(found[1].str());
  EXPECT_GE(least, 260) << "the sleeve is as wide";
  EXPECT_THAT(packOf(edited(design, {{"width", formatNumber(least)}})).shortfalls, IsEmpty());
  EXPECT_THAT(packOf(edited(design, {{"width", formatNumber(least - 5)}})).shortfalls, testing::SizeIs(1));
}

/// What "does-not-fit" says; empty where all fits.
std::string crampedMessageOf(const Design& design) {
  const auto violations = violationsOf(programWorkshop(), design);
  const auto cramped = std::find_if(violations.begin(), violations.end(),
                                    [](const Violation& one) { return one.rule == "does-not-fit"; });
  return cramped == violations.end() ? "" : cramped->message;
}

TEST(GivenNumbers, AModuleThatNeedsBothWidthAndLengthSaysBoth) {
  const Design design =
      edited(templateDesign("commuter"), {{"width", "220"}, {"back-length", "360"}, {"depth", "auto"}});
  const std::string message = crampedMessageOf(design);
  std::smatch found;
  ASSERT_TRUE(std::regex_search(
      message, found, std::regex(" It fits with back length (\\d+) mm and width (\\d+) mm or more\\.$")))
      << message;
  const Design roomy = edited(design, {{"back-length", found[1].str()}, {"width", found[2].str()}});
  EXPECT_THAT(packOf(roomy).shortfalls, IsEmpty());
}

/// A trekking belt's wing is 162 high and the armpits of size L are 194 below C7, the strap anchors 60: from
/// the anchors down to the middle of the belt there are 194 + 81 - 60 at least.
TEST(GivenNumbers, ABeltMakesTheBackReachBelowTheArms) {
  constexpr double kLeast = 194 + 81 - 60;
  Design design = templateDesign("endurance");
  design.choices.options.at("hip-belt").value = "trekking";
  for (const char* litres : {"13", "18"}) {
    const Pack pack = packOf(edited(design, {{"capacity", litres}}));
    const auto between = std::find_if(pack.measures.begin(), pack.measures.end(),
                                      [](const Measure& measure) { return measure.id == "E"; });
    ASSERT_NE(between, pack.measures.end());
    EXPECT_GE(between->value_mm, kLeast) << litres;
    EXPECT_THAT(pack.shortfalls, IsEmpty()) << litres;
  }
}

TEST(GivenNumbers, ABeltOnABackThatIsGivenTooShortSaysTheLeast) {
  Design design = templateDesign("commuter");
  design.choices.options.at("hip-belt").value = "trekking";
  design.choices.options.at("laptop").value = "none";
  design = edited(design, {{"back-length", "340"}});
  const std::string message = crampedMessageOf(design);
  std::smatch found;
  ASSERT_TRUE(
      std::regex_search(message, found,
                        std::regex("^Trekking belt needs a back 300 mm high; it is \\d+ mm\\. It fits "
                                   "with back length (\\d+) mm or more\\.$")))
      << message;
  EXPECT_THAT(packOf(edited(design, {{"back-length", found[1].str()}})).shortfalls, IsEmpty());
}

}  // namespace
}  // namespace configurator
