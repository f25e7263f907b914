// Inspection and test plans of the fixture's product, worked out by hand from its bill.
#include "bom/quality/quality_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "bom/estimate.h"
#include "tests/bom/product_fixture.h"
#include "tests/bom/random_product.h"

namespace {

bom::Bill billOf(const bom::Product& product, const bom::PriceBook& book, std::int64_t quantity = 1000) {
  return *bom::makeBill(product, book, {quantity, bom::Currency()});
}

TEST(InspectionPlan, OfAThousandPiecesOpensEightyOfThemInADay) {
  const bom::Product product = makeProduct();
  const bom::PriceBook book = makePriceBook();
  const auto plan = bom::inspectionPlan(product, billOf(product, book), book, {1000});
  ASSERT_TRUE(plan);
  // 501..1200, level II: letter J, 80 pieces; 2.5 -> 5/6, 4.0 -> 7/8; critical: none in those 80.
  EXPECT_EQ(plan->sample, 80);
  EXPECT_EQ(plan->man_days, 1);  // 80 at 125 a day
  ASSERT_EQ(plan->classes.size(), 3U);
  EXPECT_EQ(plan->classes[0].plan.size, 80);
  EXPECT_EQ(plan->classes[0].plan.accept, 0);
  EXPECT_EQ(plan->classes[0].plan.reject, 1);
  EXPECT_EQ(plan->classes[1].plan.accept, 5);
  EXPECT_EQ(plan->classes[2].plan.accept, 7);
}

TEST(InspectionPlan, OfLargerLotsTakesMoreDays) {
  const bom::PriceBook book = makePriceBook();
  // 1201..3200: 125 pieces, one day of 125. 3201..10000: 200 pieces, two days. 10001..35000: 315, three.
  EXPECT_EQ(bom::finalInspection(book, {3200})->man_days, 1);
  EXPECT_EQ(bom::finalInspection(book, {3201})->man_days, 2);
  EXPECT_EQ(bom::finalInspection(book, {10'001})->man_days, 3);
}

TEST(InspectionPlan, TakesTheLargestSampleOfTheClasses) {
  // A lot of 60: letter E; AQL 2.5 leads down to F with 20 pieces, AQL 4.0 has its plan of 13.
  const auto plan = bom::finalInspection(makePriceBook(), {60});
  EXPECT_EQ(plan->classes[1].plan.size, 20);
  EXPECT_EQ(plan->classes[2].plan.size, 13);
  EXPECT_EQ(plan->sample, 20);
  EXPECT_EQ(plan->classes[0].plan.size, 20);
}

TEST(InspectionPlan, OfAMarketHasItsOwnPreset) {
  bom::PriceBook book = makePriceBook();
  book.quality.presets.push_back({"strict", "III", "1.0", "2.5", {"JP"}, "", {}});
  bom::Market japan;
  japan.id = "JP";
  // 1000 pieces, level III: letter K, 125 pieces; AQL 1.0 -> 3/4.
  const auto plan = bom::finalInspection(book, {1000, &japan});
  EXPECT_EQ(plan->classes[1].plan.size, 125);
  EXPECT_EQ(plan->classes[1].plan.accept, 3);
  EXPECT_EQ(bom::finalInspection(book, {1000})->level, "II");
}

TEST(InspectionPlan, CoversEveryLineOfTheBillExactlyOnce) {
  const bom::PriceBook book = makePriceBook();
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const bom::Product product = makeRandomProduct(seed);
    const bom::Bill bill = billOf(product, book);
    const auto plan = bom::inspectionPlan(product, bill, book, {1000});
    ASSERT_TRUE(plan) << seed;
    std::map<std::string, int> seen;
    std::map<std::string, std::string> item_of;
    for (const bom::InspectionRow& row : plan->rows) {
      for (const std::string& line : row.lines) {
        ++seen[line];
        item_of[line] = row.item;
      }
      ASSERT_FALSE(row.looks.empty()) << seed << " " << row.item;
    }
    std::size_t lines = 0;
    for (const bom::BillLine& line : bill.lines) {
      if (line.is_assembly) continue;
      ++lines;
      ASSERT_EQ(seen[line.number], 1) << "seed " << seed << ", line " << line.number;
      ASSERT_EQ(item_of[line.number], line.item) << "seed " << seed << ", line " << line.number;
    }
    ASSERT_EQ(seen.size(), lines) << seed;
  }
}

TEST(InspectionPlan, FollowsTheStagesOfWorkThatHaveSomethingToLookAt) {
  const bom::Product product = makeProduct();
  const bom::PriceBook book = makePriceBook();
  const auto plan = bom::inspectionPlan(product, billOf(product, book), book, {1000});
  std::vector<std::string> works;
  for (const bom::InspectionRow& row : plan->rows) {
    if (row.stage == "IPQC") works.push_back(row.work);
  }
  EXPECT_THAT(works, testing::ElementsAre("cut"));
  EXPECT_EQ(plan->rows.back().stage, "FQC");
}

TEST(TestPlan, HasARowForEachMethodThatFitsAndCountsColours) {
  bom::Product product = makeProduct();
  const bom::PriceBook book = makePriceBook();
  const bom::TestPlan plan = bom::testPlan(product, billOf(product, book).lines, book, nullptr);
  ASSERT_EQ(plan.rows.size(), 3U);
  // Shell ny210rs in black and red, lining lin210 without a colour: three specimens for the laboratory.
  EXPECT_THAT(plan.rows[0].items, testing::ElementsAre("ny210rs", "lin210"));
  EXPECT_EQ(plan.rows[0].specimens, 3);
  EXPECT_THAT(plan.laboratory_samples, testing::UnorderedElementsAre(testing::Pair("ny210rs", "#101214"),
                                                                     testing::Pair("ny210rs", "#C0202A"),
                                                                     testing::Pair("lin210", "")));
  // Webbing is tested by its supplier: one specimen, none for the laboratory.
  EXPECT_THAT(plan.rows[1].items, testing::ElementsAre("web20"));
  EXPECT_EQ(plan.rows[1].specimens, 1);
  EXPECT_TRUE(plan.rows[2].items.empty());
  EXPECT_EQ(plan.rows[2].specimens, 3);
}

TEST(TestPlan, AsksForStrongSunOnlyWhereTheSunIsStrong) {
  const bom::Product product = makeProduct();
  bom::PriceBook book = makePriceBook();
  book.quality.tests[0].sun = "high";
  book.quality.tests[2].where = {"KE"};
  bom::Market kenya, germany;
  kenya.id = "KE";
  kenya.sun = "high";
  germany.id = "DE";
  germany.sun = "medium";
  const bom::Bill bill = billOf(product, book);
  EXPECT_EQ(bom::testPlan(product, bill.lines, book, &kenya).rows.size(), 3U);
  EXPECT_EQ(bom::testPlan(product, bill.lines, book, &germany).rows.size(), 1U);
}

TEST(TestPlan, OfTheProductAsksForThePartThatItTests) {
  const bom::Product product = makeProduct();
  bom::PriceBook book = makePriceBook();
  const bom::Bill bill = billOf(product, book);
  book.quality.tests[2].parts = {bom::BillSection::Hydration};
  EXPECT_EQ(bom::testPlan(product, bill.lines, book, nullptr).rows.size(), 2U);
  book.quality.tests[2].parts = {bom::BillSection::Hydration, bom::BillSection::Branding};
  EXPECT_EQ(bom::testPlan(product, bill.lines, book, nullptr).rows.size(), 3U);
}

TEST(EstimateQuality, PaysTheInspectorByTheSampleAndTheLaboratoryByItsSamples) {
  const bom::Product product = makeProduct();
  bom::EstimateInput input;
  input.quantities = {10'000};
  const auto estimate = bom::makeEstimate(product, makePriceBook(), input);
  ASSERT_TRUE(estimate);
  std::vector<std::string> texts;
  std::vector<bom::Money> amounts;
  for (const bom::EstimateLine& line : estimate->breaks.front().lines) {
    if (line.group != "quality") continue;
    texts.push_back(line.basis);
    amounts.push_back(line.unit);
  }
  // 10,000 pieces: 200 are opened at 125 a day, so 2 days x 250 / 10,000 = 0.05; 3 samples x 400 / 10,000 =
  // 0.12.
  ASSERT_GE(texts.size(), 2U);
  EXPECT_EQ(
      texts[0],
      "2 man-days of third-party inspection of 200 of 10000 pieces (level II, letter L, AQL 0/2.5/4.0) x "
      "250.00 USD over 10000 pieces; Book it in time");
  EXPECT_EQ(amounts[0], dollars(0.05));
  EXPECT_EQ(amounts[1], dollars(0.12));
}

}  // namespace
