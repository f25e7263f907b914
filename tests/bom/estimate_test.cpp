// The estimate of the fixture at 1000 pieces from VN in US dollars, worked out by hand (materials:
// bill_test.cpp):
//   uplift     0.7223 x 3 % = 0.021669 -> 0.0217                                     materials 0.7440
//   efficiency 58 % x 60 % / 58 % = 60 %
//   cut        3 x 0.06 = 0.18 min / 0.6 = 0.3     x 0.0346 = 0.01038 -> 0.0104
//   sewing     0.15 + 0.3 x 0.2 = 0.21 / 0.6 = 0.35 x 0.0346 = 0.01211 -> 0.0121
//   main body  0.1 / 0.6 = 0.166667                x 0.0346 = 0.005767 -> 0.0058
//   set-up     800 / 1000 = 0.8 min                x 0.0346 = 0.02768 -> 0.0277     labour 0.0560
//   overhead   1.616667 min x 0.04 = 0.064667 -> 0.0647
//   tooling    (450 + 120 + 3 x 150 + 40 + 80) / 1000 = 1.14
//   quality    250/1000 = 0.25; ny210rs in 2 colours, lin210 in none of its own: 3 x 400 / 1000 = 1.2
//   cost       0.7440 + 0.0560 + 0.0647 + 1.1400 + 1.4500 = 3.4547 = 100 - 10 - 1 = 89 % of the price
//   control    3.4547 / 89 = 0.038817 -> 0.0388                                      quality 1.4888
//   margin     3.4547 x 10 / 89 = 0.388169 -> 0.3882;  ex-factory 3.4547 + 0.0388 + 0.3882 = 3.8817
//   logistics  0.6 x 0.45 x 0.4 / 50 = 0.00216 m3; x 3 = 0.00648 -> 0.0065; x 15 = 0.0324;
//              270/1000 = 0.27; x 11 = 0.02376 -> 0.0238; 0.3327
//   FOB        4.2144; 1000 pieces 4214.40
#include "bom/estimate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bom/number_text.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::EstimateAtQuantity;
using bom::EstimateInput;

bom::Estimate estimateOf(const bom::Product& product, const bom::PriceBook& book,
                         std::vector<std::int64_t> quantities) {
  EstimateInput input;
  input.quantities = std::move(quantities);
  auto estimate = bom::makeEstimate(product, book, input);
  if (!estimate) throw std::runtime_error(estimate.error().message);
  return *estimate;
}

std::string text(bom::Money money) {
  return bom::formatScaled(money.millionths(), 6, 4);
}

TEST(Estimate, FollowsTheHandWorkedTable) {
  const EstimateAtQuantity at = estimateOf(makeProduct(), makePriceBook(), {1000}).breaks.front();
  EXPECT_EQ(text(at.materials), "0.7440");
  EXPECT_EQ(text(at.labour), "0.0560");
  EXPECT_EQ(text(at.overhead), "0.0647");
  EXPECT_EQ(text(at.tooling), "1.1400");
  EXPECT_EQ(text(at.quality), "1.4888");
  EXPECT_EQ(text(at.margin), "0.3882");
  EXPECT_EQ(text(at.ex_factory), "3.8817");
  EXPECT_EQ(text(at.logistics), "0.3327");
  EXPECT_EQ(text(at.fob), "4.2144");
  EXPECT_EQ(bom::formatOrderMoney(at.order_total), "4214.40");
  EXPECT_EQ(bom::formatQuantity(at.minutes), "0.49");
}

TEST(Estimate, PrintsEveryLineWithItsReckoning) {
  std::vector<std::string> lines;
  const bom::Estimate estimate = estimateOf(makeProduct(), makePriceBook(), {1000});
  for (const bom::EstimateLine& line : estimate.breaks.front().lines) {
    lines.push_back(line.group + " | " + line.name + " | " + line.basis + " | " + text(line.unit));
  }
  const std::string bill = " of the bill at the prices of 1000 pieces | ";
  EXPECT_THAT(
      lines,
      testing::ElementsAre(
          "materials | shell | 1 line" + bill + "0.2508", "materials | lining | 1 line" + bill + "0.0294",
          "materials | hardware | 1 line" + bill + "0.1818", "materials | webbing | 1 line" + bill + "0.0670",
          "materials | thread | 2 lines" + bill + "0.0014", "materials | label | 1 line" + bill + "0.0404",
          "materials | branding | 1 line" + bill + "0.1010",
          "materials | packaging | 1 line" + bill + "0.0505",
          "materials | import uplift on materials | 3 % of the bill, materials brought to Vietnam | 0.0217",
          "labour | cut | 0.18 min at 60.0 % line efficiency x 0.0346 USD per minute | 0.0104",
          "labour | sub-assembly | 0.21 min at 60.0 % line efficiency x 0.0346 USD per minute | 0.0121",
          "labour | main body | 0.10 min at 60.0 % line efficiency x 0.0346 USD per minute | 0.0058",
          "labour | setting up the line | 800 min over 1000 pieces x 0.0346 USD per minute | 0.0277",
          // 0.0647 / 0.0560 = 1.1554
          "overhead | factory overhead | 1.62 min on the clock x 0.04 USD per minute; 115.5 % of labour | "
          "0.0647",
          "tooling | rate cutting-die-set | 1 style x 450.00 USD over 1000 pieces | 0.4500",
          "tooling | rate pattern-cad | 1 style x 120.00 USD over 1000 pieces | 0.1200",
          "tooling | rate proto-sample-technical-pack | 3 sample rounds x 150.00 USD over 1000 pieces | "
          "0.4500",
          "tooling | rate logo-mould | 1 tool x 80.00 USD over 1000 pieces | 0.0800",
          "tooling | rate print-plate | 1 design x 40.00 USD over 1000 pieces | 0.0400",
          "quality | rate inspection-man-day-generic | 1 man-day of third-party inspection of 80 of 1000 "
          "pieces "
          "(level II, letter J, AQL 0/2.5/4.0) x 250.00 USD over 1000 pieces; Book it in time | "
          "0.2500",
          "quality | rate lab-test-package-per-material-colour | 3 material-colour pairs x 400.00 USD "
          "over 1000 "
          "pieces | "
          "1.2000",
          "quality | rate qc-inhouse | 1 % of ex-factory, on a cost of 3.4547 USD | 0.0388",
          "margin | factory margin | 10 % of ex-factory, on a cost of 3.4547 USD | 0.3882",
          "logistics | rate loading | 0.002160 m3 of carton per piece x 3.00 USD per m3 | 0.0065",
          "logistics | rate inland-factory-port | 0.002160 m3 of carton per piece x 15.00 USD per m3 | "
          "0.0324",
          "logistics | rate origin-charges-fob | 1 shipment x 270.00 USD over 1000 pieces | 0.2700",
          "logistics | rate lcl-cfs | 0.002160 m3 of carton per piece x 11.00 USD per m3 | 0.0238"));
}

TEST(Estimate, EfficiencyScalesWithTheOriginUpTo90Percent) {
  // At 100 pieces: 40 % x 60 % / 58 % = 41.3793103 %; 0.18 min / 0.413793103 x 0.0346 = 0.015051 -> 0.0151.
  bom::PriceBook book = makePriceBook();
  const auto lines = estimateOf(makeProduct(), book, {100}).breaks.front().lines;
  const auto cut =
      std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.name == "cut"; });
  EXPECT_EQ(cut->basis, "0.18 min at 41.4 % line efficiency x 0.0346 USD per minute");
  EXPECT_EQ(text(cut->unit), "0.0151");
  // 58 % x 100 % / 58 % = 100 %, cut down to 90 %: 0.18 / 0.9 = 0.2 min x 0.0346 = 0.00692 -> 0.0069.
  book.origins["VN"].line_efficiency = percent(100);
  const auto best = estimateOf(makeProduct(), book, {1000}).breaks.front().lines;
  const auto capped =
      std::find_if(best.begin(), best.end(), [](const auto& line) { return line.name == "cut"; });
  EXPECT_EQ(text(capped->unit), "0.0069");
}

TEST(Estimate, InspectsAsManyDaysAsTheSampleTakes) {
  // Level II opens 80 of 501..1200 pieces, 125 to 3200, 200 to 10,000, 315 to 35,000, at 125 a day.
  for (const auto& [quantity, days] :
       std::vector<std::pair<std::int64_t, std::string>>{{1, "1 man-day "},
                                                         {1000, "1 man-day "},
                                                         {3200, "1 man-day "},
                                                         {3201, "2 man-days "},
                                                         {10001, "3 man-days "}}) {
    const auto lines = estimateOf(makeProduct(), makePriceBook(), {quantity}).breaks.front().lines;
    const auto inspection =
        std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.group == "quality"; });
    EXPECT_TRUE(inspection->basis.starts_with(days)) << quantity << ": " << inspection->basis;
  }
}

TEST(Estimate, AContainerOrderPaysNoConsolidation) {
  // 15 m3 / 0.00216 m3 = 6944.4 pieces.
  const auto consolidated = [](std::int64_t quantity) {
    const auto lines = estimateOf(makeProduct(), makePriceBook(), {quantity}).breaks.front().lines;
    return std::any_of(lines.begin(), lines.end(),
                       [](const auto& line) { return line.name == "rate lcl-cfs"; });
  };
  EXPECT_TRUE(consolidated(6944));
  EXPECT_FALSE(consolidated(6945));
}

TEST(Estimate, WarnsOfWhatABuyerShouldMind) {
  bom::Product product = makeProduct();
  product.carton.pieces_per_carton = 0;
  EstimateInput input;
  input.quantities = {50, 1000};
  input.currency = *bom::Currency::parse("EUR");
  const auto estimate = bom::makeEstimate(product, makePriceBook(), input);
  ASSERT_TRUE(estimate);
  EXPECT_EQ(estimate->breaks.front().logistics.millionths(), 0);
  EXPECT_EQ(estimate->breaks.front().fob, estimate->breaks.front().ex_factory);
  ASSERT_EQ(estimate->warnings.size(), 5U) << testing::PrintToString(estimate->warnings);
  EXPECT_EQ(estimate->warnings[0],
            "50 pieces are below the smallest break: the prices of 100 are used, and few factories take such "
            "an order");
  EXPECT_TRUE(estimate->warnings[1].starts_with(
      "materials are below the usual 40 to 60 % of ex-factory at 50 pieces ("));
  EXPECT_TRUE(
      estimate->warnings[2].starts_with("labour is below the usual 20 to 35 % of ex-factory at 50 pieces ("));
  EXPECT_EQ(estimate->warnings[3],
            "prices are converted at 0.86 EUR per USD (trade practice, 2026-01, estimate)");
  EXPECT_EQ(estimate->warnings[4],
            "there is no carton plan: FOB is without inland freight and origin charges");
}

TEST(Estimate, WarnsOfTheSmallestOrderFirstHoweverTheyAreAsked) {
  EstimateInput input;
  input.quantities = {60, 1000, 20, 50};
  const auto estimate = bom::makeEstimate(makeProduct(), makePriceBook(), input);
  ASSERT_TRUE(estimate);
  for (const std::size_t i : {0U, 1U, 2U}) {
    const std::string pieces = std::to_string(std::vector{20, 50, 60}.at(i)) + " pieces ";
    EXPECT_TRUE(estimate->warnings.at(i).starts_with(pieces)) << estimate->warnings.at(i);
  }
  const std::string& share = estimate->warnings.at(3);
  EXPECT_LT(share.find("20 pieces"), share.find("50 pieces")) << share;
  EXPECT_LT(share.find("50 pieces"), share.find("60 pieces")) << share;
  EXPECT_EQ(estimate->breaks.front().quantity, 60) << "the breaks stay as asked";
}

const bom::EstimateLine* lineNamed(const std::vector<bom::EstimateLine>& lines, const std::string& name) {
  const auto found =
      std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.name == name; });
  return found == lines.end() ? nullptr : &*found;
}

TEST(Estimate, WorkThatARatePaysIsNoLabourAsWell) {
  bom::PriceBook book = makePriceBook();
  book.operations["B01"].paid_by = "qc-inhouse";
  const EstimateAtQuantity at = estimateOf(makeProduct(), book, {1000}).breaks.front();
  EXPECT_EQ(lineNamed(at.lines, "main body"), nullptr);
  EXPECT_EQ(text(at.labour), "0.0502");                // 0.0560 without its 0.0058
  EXPECT_EQ(text(at.overhead), "0.0580");              // 1.45 min x 0.04
  EXPECT_EQ(bom::formatQuantity(at.minutes), "0.49");  // it is work all the same
  EXPECT_THAT(lineNamed(at.lines, "rate qc-inhouse")->basis, testing::HasSubstr("; it pays operation B01"));
}

TEST(Estimate, TestsEachMaterialInEachOrderedColour) {
  const auto tests = [](const bom::Product& product) {
    const auto lines = estimateOf(product, makePriceBook(), {1000}).breaks.front().lines;
    return text(lineNamed(lines, "rate lab-test-package-per-material-colour")->unit);
  };
  bom::Product product = makeProduct();
  product.colorways[0].pieces = 1000;
  EXPECT_EQ(tests(product), "0.8000");  // nobody ordered the red one
  product.colorways[1].pieces = 1;
  EXPECT_EQ(tests(product), "1.2000");
  product.colorways[1].colors[0].srgb = product.colorways[0].colors[0].srgb;
  EXPECT_EQ(tests(product), "0.8000");  // two colourways of one colour
  product.colorways[1].colors.push_back({"lining", "lin210", "#FFFFFF", "", ""});
  EXPECT_EQ(tests(product), "0.8000");
  product.colorways[0].colors.push_back({"lining", "lin210", "#000000", "", ""});
  EXPECT_EQ(tests(product), "1.2000");
}

/// The shell is made in the order's own colour, from 1000 m, where it is not black.
bom::PriceBook bookOfDyedCloth() {
  bom::PriceBook book = makePriceBook();
  book.colors.tolerance = 10;
  book.colors.stock = {{"Black", "#101214", {"cloth"}}};
  book.colors.dyed = {{bom::BillSection::Shell, "cloth", "least-lot-cloth"}};
  book.items["ny210rs"].moq_dyed = amount(1000, bom::Unit::Metre);
  const auto add = [&](const char* id, const char* unit, std::int64_t typical) {
    book.rates[id] = {id, id, unit, typical * 1'000'000, typical * 1'000'000, typical * 1'000'000, {}};
  };
  add("least-lot-cloth", "m", 50);
  add("below-moq-surcharge-dye", "USD per colour lot", 250);
  return book;
}

// The least lot of a colour was charged though none of the order is made in it: here the red of an order in
// blue alone, 250 + 50 x 2.2 = 360.
TEST(Estimate, AColourThatNobodyOrderedNeedsNoLot) {
  bom::Product product = makeProduct();
  product.colorways[0].pieces = 1000;
  product.colorways[0].colors[0] = {"shell", "ny210rs", "#2040C0", "blue", ""};
  const auto at = estimateOf(product, bookOfDyedCloth(), {1000}).breaks.front();
  // 1000 x 0.114 m = 114 m are more than the least lot of 50: the surcharge alone, 250 / 1000.
  ASSERT_NE(lineNamed(at.lines, "minimum of item ny210rs, blue"), nullptr);
  EXPECT_EQ(text(lineNamed(at.lines, "minimum of item ny210rs, blue")->unit), "0.2500");
  EXPECT_EQ(lineNamed(at.lines, "minimum of item ny210rs, #C0202A"), nullptr);
}

// The main cloth was paid for twice where its colour made for the order came after a stock colour, and once
// where it came before.
TEST(Estimate, TheMainClothIsTestedOnceWhicheverOfItsColoursComesFirst) {
  bom::Product product = makeProduct();
  const auto tests = [&] {
    const auto at = estimateOf(product, bookOfDyedCloth(), {1000}).breaks.front();
    return text(lineNamed(at.lines, "rate lab-test-package-per-material-colour")->unit);
  };
  EXPECT_EQ(tests(), "0.4000");  // black from stock, red made
  product.colorways[1].colors[0].srgb = "#000080";
  EXPECT_EQ(tests(), "0.4000");  // blue sorts before black
  product.colorways[1].colors[0].srgb = "#101214";
  EXPECT_EQ(tests(), "0.4000");  // black alone: the main cloth all the same
  product.colorways[0].colors[0].srgb = "#C0202A";
  product.colorways[1].colors[0].srgb = "#000080";
  EXPECT_EQ(tests(), "0.8000");  // both made
}

TEST(Estimate, AFigureOfElsewhereIsAStandIn) {
  bom::PriceBook book = makePriceBook();
  book.origins["PT"] = book.origins["VN"];
  book.origins["PT"].id = "PT";
  book.origins["PT"].name = "Portugal";
  bom::Rate& inland = book.rates["inland-factory-port"];
  inland.origins = {"CN", "VN"};
  inland.provenance.status = bom::FigureStatus::Sourced;
  EstimateInput input;
  input.quantities = {1000};
  const auto own = bom::makeEstimate(makeProduct(), book, input).value();
  EXPECT_EQ(lineNamed(own.breaks[0].lines, "rate inland-factory-port")->status, bom::FigureStatus::Sourced);
  input.origin = "PT";
  const auto other = bom::makeEstimate(makeProduct(), book, input).value();
  const bom::EstimateLine& line = *lineNamed(other.breaks[0].lines, "rate inland-factory-port");
  EXPECT_EQ(line.status, bom::FigureStatus::Estimate);
  EXPECT_EQ(line.basis,
            "0.002160 m3 of carton per piece x 15.00 USD per m3; a stand-in, no figure for Portugal");
  const std::string warning = "inland transport from PT is reckoned with a stand-in, the figure of CN, VN";
  EXPECT_THAT(other.warnings, testing::Contains(warning));
  EXPECT_THAT(own.warnings, testing::Not(testing::Contains(testing::HasSubstr("stand-in"))));
}

TEST(Estimate, ChargesWhatIsAskedForAndNotWhatATechniqueIsCalled) {
  bom::Product product = makeProduct();
  product.artwork[0].technique = "screen print";
  product.tooling = {"logo-mould"};
  const auto lines = estimateOf(product, makePriceBook(), {1000}).breaks.front().lines;
  EXPECT_EQ(lineNamed(lines, "rate print-plate"), nullptr);
}

TEST(Estimate, SaysNothingOfSharesWithinTheBand) {
  // The bands of the price book win over the built-in ones: 0 to 100 % holds everything.
  bom::PriceBook book = makePriceBook();
  for (const char* id :
       {"share-materials-of-exfactory", "share-labour-of-exfactory", "share-overhead-profit-of-exfactory"}) {
    book.rates[id] = {id, "", "%", 0, 50'000'000, 100'000'000, {}};
  }
  EXPECT_THAT(estimateOf(makeProduct(), book, {1000}).warnings, testing::IsEmpty());
}

TEST(Estimate, SourcedShareCountsBillLinesAndEstimateLines) {
  // Sourced: the lining line 0.0294 of ex-factory 3.8817 -> 0.7574 %.
  const auto estimate = estimateOf(makeProduct(), makePriceBook(), {1000});
  EXPECT_EQ(bom::formatRounded(estimate.sourced_share.billionths(), 7, 4), "0.7574");
}

TEST(Estimate, SaysWhatIsUnknown) {
  const auto failureOf = [](auto change) {
    bom::Product product = makeProduct();
    bom::PriceBook book = makePriceBook();
    EstimateInput input;
    change(product, book, input);
    const auto estimate = bom::makeEstimate(product, book, input);
    return estimate ? "" : estimate.error().message;
  };
  using P = bom::Product;
  using B = bom::PriceBook;
  using I = EstimateInput;
  EXPECT_EQ(failureOf([](P&, B&, I& i) { i.origin = "XX"; }), "no origin 'XX' in the price book");
  EXPECT_EQ(failureOf([](P&, B&, I& i) { i.quantities.clear(); }),
            "an estimate needs at least one order quantity");
  EXPECT_EQ(failureOf([](P&, B&, I& i) { i.quantities = {-5}; }), "an order has at least one piece, not -5");
  EXPECT_EQ(failureOf([](P&, B&, I& i) { i.quantities = {9'000'000'000}; }),
            "an order has at most 1000000 pieces, not 9000000000");
  EXPECT_EQ(failureOf([](P&, B&, I& i) { i.currency = *bom::Currency::parse("CHF"); }),
            "no exchange rate for CHF: add one to the price book");
  EXPECT_EQ(failureOf([](P& p, B&, I&) { p.work[0].operation = "Z9"; }),
            "work step 'w1' is operation 'Z9', which the price book lacks");
  EXPECT_EQ(failureOf([](P& p, B&, I&) { p.tooling = {"gold-mould"}; }),
            "no rate 'gold-mould' in the price book");
  EXPECT_EQ(failureOf([](P&, B& b, I&) { b.breaks[0].margin = bom::Ratio::one(); }),
            "a factory margin must be below 100 %");
  EXPECT_EQ(failureOf([](P&, B& b, I&) { b.breaks[1].margin = percent(99); }),
            "factory margin and in-house control together must be below 100 % of ex-factory");
  EXPECT_EQ(failureOf([](P&, B& b, I&) { b.breaks.clear(); }), "the price book has no quantity breaks");
  EXPECT_EQ(failureOf([](P&, B& b, I&) { b.origins["VN"].line_efficiency = bom::Ratio(); }),
            "the line efficiency of 'VN' must be above zero");
}

}  // namespace
