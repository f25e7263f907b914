// The one road: unknown places, litres that are not reached, the order's own quantity.
#include "configurator/session/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "bom/number_text.h"
#include "configurator/session/apply_edits.h"
#include "configurator/session/dimension_findings.h"
#include "tests/configurator/rule_designs.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using Edits = std::vector<KeyValue>;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Figures, UnknownPlacesAndDaysAreNamed) {
  struct Case {
    std::string FigureRequest::*field;
    std::string value, message;
  };
  const std::vector<Case> cases{
      {&FigureRequest::origin, "XX", "\"XX\" is no origin"},
      {&FigureRequest::market, "D", "\"D\" is no market"},
      {&FigureRequest::incoterm, "FBO", "\"FBO\" is no Incoterm"},
      {&FigureRequest::currency, "DOLLAR", "\"DOLLAR\" is no currency with an exchange rate"},
      {&FigureRequest::on, "2026-02-29", "\"2026-02-29\" is not a day like 2026-03-31"}};
  for (const Case& one : cases) {
    FigureRequest request;
    request.*one.field = one.value;
    EXPECT_THAT(objectionTo(programWorkshop(), request).value(), HasSubstr(one.message));
    EXPECT_FALSE(figuresOf(programWorkshop(), templateDesign("commuter"), request).has_value());
  }
  FigureRequest none;
  none.quantities = {0};
  EXPECT_EQ(objectionTo(programWorkshop(), none).value(), "an order has 1 to 1000000 pieces, not 0");
  none.quantities = {1'000'001};
  EXPECT_EQ(objectionTo(programWorkshop(), none).value(), "an order has 1 to 1000000 pieces, not 1000001");
  EXPECT_EQ(objectionTo(programWorkshop(), {}), std::nullopt);
}

TEST(Figures, AreReckonedAtTheOrdersOwnQuantityUnlessAsked) {
  Design design = templateDesign("commuter");
  design.order.lines = {{design.colorways.front().code, "S", 40}, {design.colorways.front().code, "M", 75}};
  const auto own = figuresOf(programWorkshop(), design);
  EXPECT_EQ(own.value().estimate.value().breaks.front().quantity, 115);
  FigureRequest asked;
  asked.quantities = {1000, 200};
  const auto figures = figuresOf(programWorkshop(), design, asked);
  ASSERT_EQ(figures.value().estimate.value().breaks.size(), 2U);
  EXPECT_EQ(figures->estimate->breaks[0].quantity, 1000);
  EXPECT_EQ(figures->estimate->breaks[1].quantity, 200);
}

TEST(Figures, AnOrderOfNoPiecesIsSaid) {
  Design design = templateDesign("commuter");
  const auto names = [](const std::vector<Violation>& violations) {
    return std::any_of(violations.begin(), violations.end(),
                       [](const Violation& v) { return v.rule == "order-without-pieces"; });
  };
  EXPECT_FALSE(names(violationsOf(programWorkshop(), design)));
  design.order.lines.clear();
  EXPECT_TRUE(names(violationsOf(programWorkshop(), design)));
  const auto figures = figuresOf(programWorkshop(), design);
  EXPECT_TRUE(names(figures.value().violations));
  EXPECT_TRUE(figures->valid) << "a warning: the pack itself is in order";
}

/// The hydration vest's bladder needs M's back in S too; the race vest carries no bladder and grades by 30.
TEST(Figures, ABackThatDoesNotGradeIsSaid) {
  const auto names = [](const Design& design) {
    const std::vector<Violation> violations = violationsOf(programWorkshop(), design);
    return std::any_of(violations.begin(), violations.end(), [](const Violation& v) {
      return v.rule == "back-not-graded" && v.severity == "hint";
    });
  };
  EXPECT_TRUE(names(templateDesign("hydration")));
  EXPECT_FALSE(names(templateDesign("lightweight")));
  EXPECT_FALSE(names(templateDesign("commuter"))) << "one body in all sizes";
}

TEST(Figures, APriceAloneIsTheSamePrice) {
  for (const char* id : {"hydration", "commuter"}) {
    FigureRequest request;
    request.in_all_sizes = true;
    const Figures whole = figuresOf(programWorkshop(), templateDesign(id), request).value();
    request.price_only = true;
    const Figures price = figuresOf(programWorkshop(), templateDesign(id), request).value();
    EXPECT_FALSE(price.carry.has_value());
    EXPECT_EQ(price.valid, whole.valid);
    const auto &a = whole.estimate->breaks.front(), &b = price.estimate->breaks.front();
    EXPECT_EQ(a.order_total, b.order_total) << id;
    EXPECT_EQ(a.delivery->landed, b.delivery->landed) << id;
    EXPECT_EQ(a.bill.mass, b.bill.mass) << id;
  }
}

/// The mean pack of one size is that size: another road to the same digits.
TEST(Figures, AnOrderInOneSizeCostsTheSameByBothRoads) {
  const Figures figures = figuresOf(programWorkshop(), templateDesign("endurance")).value();
  bom::EstimateInput input = figures.estimate->input;
  input.quantities = {100, 300, 999};
  input.consumption = &figures.consumption;
  const auto plain = bom::makeEstimate(*figures.product, *figures.prices, input).value();
  const std::vector<bom::SizedProduct> one{{"M", &*figures.product, &figures.consumption}};
  const auto mixed = bom::makeEstimate(one, *figures.prices, input).value();
  for (std::size_t i = 0; i < input.quantities.size(); ++i) {
    EXPECT_EQ(plain.breaks[i].order_total, mixed.breaks[i].order_total);
    EXPECT_EQ(plain.breaks[i].delivery->landed, mixed.breaks[i].delivery->landed);
  }
}

/// One line of the estimate at 1000 pieces of the commuter with one edit; empty when there is none.
std::string lineOf(const Edits& edits, const std::string& group, const std::string& name) {
  const auto design = editedAsBySet(templateDesign("commuter"), edits);
  FigureRequest request;
  request.quantities = {1000};
  const auto figures = figuresOf(programWorkshop(), design.value(), request);
  for (const bom::EstimateLine& line : figures.value().estimate.value().breaks.front().lines) {
    if (line.group == group && line.name == name) return line.basis + " = " + bom::formatUnitMoney(line.unit);
  }
  return "";
}

TEST(Figures, AScreenPrintPaysItsPlateAndOtherMarksDoNot) {
  EXPECT_EQ(lineOf({{"branding", "screen-print"}}, "tooling", "Print plate"),
            "1 design x 40.00 USD over 1000 pieces = 0.0400");
  for (const char* branding : {"none", "heat-transfer", "sublimation", "embroidery", "woven-label"})
    EXPECT_EQ(lineOf({{"branding", branding}}, "tooling", "Print plate"), "") << branding;
}

TEST(Figures, InspectionInTheHouseIsPaidOnce) {
  const auto figures = figuresOf(programWorkshop(), templateDesign("commuter"));
  const auto& work = figures.value().product.value().work;
  EXPECT_TRUE(
      std::any_of(work.begin(), work.end(), [](const auto& step) { return step.operation == "F03"; }));
  EXPECT_EQ(programWorkshop().catalog.prices.operations.at("F03").paid_by, "qc-inhouse");
  EXPECT_THAT(lineOf({{"branding", "none"}}, "quality", "In-house quality control"),
              HasSubstr("1 % of ex-factory, on a cost of "));
  EXPECT_THAT(lineOf({{"branding", "none"}}, "quality", "In-house quality control"),
              HasSubstr("; it pays In-line + end-line inspection = "));
}

TEST(Figures, APackThatARuleSpeaksAgainstIsBuiltNevertheless) {
  for (const Rule& rule : programWorkshop().catalog.rules) {
    if (rule.severity != "error") continue;
    SCOPED_TRACE(rule.id);
    const auto figures = figuresOf(programWorkshop(), ruleDesign(rule.id, "breaks.txt"));
    ASSERT_TRUE(figures.has_value()) << figures.error().message;
    EXPECT_FALSE(figures->valid);
    EXPECT_TRUE(figures->pack && figures->product && figures->estimate);
  }
}

TEST(Figures, OnlyWhatARuleSpeaksAgainstCanBeBuilt) {
  const Catalog& catalog = programWorkshop().catalog;
  Choices printed = templateDesign("hydration").choices;
  printed.options.at("branding").value = "sublimation";
  EXPECT_EQ(checkRules(catalog, printed).front().rule, "sublimation-on-nylon");
  EXPECT_TRUE(isBuildable(catalog, checkRules(catalog, printed)));
  Choices tall = printed;
  tall.parameters.at("back-length").value = 480;  // no vest is so long
  Choices unknown = printed;
  unknown.options.at("harness").value = "wings";
  Choices wooden = printed;
  wooden.zones.at("shell").value = "cl2";  // a cord lock
  for (const Choices& wrong : {tall, unknown, wooden})
    EXPECT_FALSE(isBuildable(catalog, checkRules(catalog, wrong)));
}

TEST(Figures, AnOptionOfAnotherBodyLeavesNothingButTheReasons) {
  Design design = templateDesign("commuter");
  design.choices.options.at("body").value = "vest";
  const auto figures = figuresOf(programWorkshop(), design);
  ASSERT_TRUE(figures.has_value());
  EXPECT_FALSE(figures->valid);
  EXPECT_FALSE(figures->pack || figures->product || figures->estimate);
  EXPECT_FALSE(isValid(figures->violations));
}

std::vector<Violation> findingsIn(const Design& design, const Pack& pack) {
  return findingsOf(programWorkshop().catalog, design.choices, pack);
}

/// A pack that is only its litres.
Pack packOfLitres(double capacity_l, double carry_l) {
  Pack pack;
  pack.capacity_l = capacity_l;
  pack.carry_l = carry_l;
  return pack;
}

TEST(Figures, LitresWithinTwoPercentOfTheLabelAreReached) {
  const Design design = templateDesign("commuter");  // labelled 18 l: 2 % are 0.36 l
  ASSERT_EQ(design.choices.parameters.at("capacity").value, 18);
  EXPECT_THAT(findingsIn(design, packOfLitres(18.35, 30)), IsEmpty());
  EXPECT_THAT(findingsIn(design, packOfLitres(17.65, 30)), IsEmpty());
  const auto findings = findingsIn(design, packOfLitres(18.37, 18));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "capacity-not-reached");
  EXPECT_THAT(findings.front().message,
              testing::StartsWith("The pack holds 18.4 l, not the 18 l that it is labelled with."));
  EXPECT_THAT(findings.front().ids, ElementsAre("capacity"));
}

TEST(Figures, AVestsLabelMeansAllThatItCarries) {
  const Design design = templateDesign("lightweight");
  const double label = design.choices.parameters.at("capacity").value;
  Pack pack = packOfLitres(1, label);
  EXPECT_EQ(findingsIn(design, pack).size(), 1U);
  pack.label_means = "carry_l";
  EXPECT_THAT(findingsIn(design, pack), IsEmpty());
}

TEST(Figures, AFindingNamesTheDimensionsThatTheUserGave) {
  Design design = templateDesign("commuter");
  design.choices.parameters.at("width").by = By::User;
  const auto findings = findingsIn(design, packOfLitres(9, 9));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_THAT(findings.front().message,
              testing::StartsWith("With width 270 mm the pack holds 9 l at most, not 18 l. "));
  EXPECT_THAT(findings.front().ids, ElementsAre("capacity", "width"));
}

std::vector<Violation> phoneFindings(const Options& options, const std::string& id) {
  std::vector<Violation> found = violationsOf(programWorkshop(), designWith(id, options));
  std::erase_if(found, [](const Violation& one) { return one.rule != "phone-does-not-fit"; });
  return found;
}

/// The construction reference's largest phone is 80 x 168; with its 9 mm it takes 89 of a flat pocket. Only
/// the option's description told where a pocket is too small for it.
TEST(Figures, APocketTooSmallForItsPhoneIsWarnedOf) {
  EXPECT_THAT(phoneFindings({{"strap-pockets", "phone"}, {"sternum", "one"}}, "eco-tourism"), IsEmpty());
  for (const auto& [id, sternum] : {std::pair{"eco-tourism", "two"}, std::pair{"hydration", "one"}}) {
    const auto found = phoneFindings({{"strap-pockets", "phone-pair-whistle"}, {"sternum", sternum}}, id);
    ASSERT_EQ(found.size(), 1U) << id;
    EXPECT_EQ(found.front().severity, "warning");
    EXPECT_THAT(found.front().message, testing::HasSubstr("a phone of 80 x 168 mm does not go in."));
    EXPECT_THAT(found.front().because, testing::HasSubstr("a pocket of 89 x 168 mm"));
    EXPECT_THAT(found.front().ids, ElementsAre("strap-pockets"));
    EXPECT_TRUE(isValid(found)) << "it still takes keys and gels";
  }
  EXPECT_THAT(phoneFindings({{"strap-pockets", "whistle"}}, "hydration"), IsEmpty());
}

TEST(Figures, UnitCostIsKnownUpToFob) {
  const auto figures = figuresOf(programWorkshop(), templateDesign("commuter"));
  const bom::EstimateAtQuantity& at = figures.value().estimate.value().breaks.front();
  EXPECT_EQ(unitCost(at, "EXW"), at.ex_factory);
  EXPECT_EQ(unitCost(at, "FOB"), at.fob);
  for (const char* term : {"FCA", "CIF", "DAP", "DDP"}) EXPECT_EQ(unitCost(at, term), std::nullopt) << term;
}

TEST(Figures, SizesAreNamedByOneLetter) {
  EXPECT_EQ(parsePackSize("S"), PackSize::S);
  EXPECT_EQ(parsePackSize("L"), PackSize::L);
  for (const char* wrong : {"", "m", "XL", "M "}) EXPECT_EQ(parsePackSize(wrong), std::nullopt);
}

}  // namespace
}  // namespace configurator
