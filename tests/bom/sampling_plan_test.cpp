// The tables here are copied by hand from MIL-STD-105E (quality_fixture.cpp); what the arrows lead to is
// followed with the finger in the printed table.
#include "bom/quality/sampling_plan.h"

#include <gtest/gtest.h>

#include "tests/bom/quality_fixture.h"

namespace {

bom::QualityBook tables() {
  bom::QualityBook book;
  addSamplingTables(book);
  return book;
}

struct ExpectedPlan {
  std::int64_t lot;
  const char *level, *aql, *code_letter, *letter;
  std::int64_t size, accept, reject;
};

TEST(SamplingPlan, IsTheTablesAndFollowsBothArrows) {
  const bom::QualityBook book = tables();
  for (const ExpectedPlan& want : {
           ExpectedPlan{1000, "II", "2.5", "J", "J", 80, 5, 6},
           {1000, "II", "4.0", "J", "J", 80, 7, 8},
           {1000, "III", "2.5", "K", "K", 125, 7, 8},
           {1000, "I", "4.0", "G", "G", 32, 3, 4},
           {3000, "II", "2.5", "K", "K", 125, 7, 8},
           {10000, "II", "1.0", "L", "L", 200, 5, 6},
           {500000, "II", "2.5", "P", "N", 500, 21, 22},  // up: nothing stands under 21/22
           {500000, "II", "1.0", "P", "P", 800, 14, 15},
           {500001, "II", "1.0", "Q", "Q", 1250, 21, 22},
           {500001, "III", "1.0", "R", "Q", 1250, 21, 22},  // up from R
           {100, "II", "2.5", "F", "F", 20, 1, 2},
           {60, "II", "2.5", "E", "F", 20, 1, 2},  // down: under 0/1 and its up arrow comes 1/2
           {40, "II", "2.5", "D", "C", 5, 0, 1},   // up to 0/1
           {20, "II", "2.5", "C", "C", 5, 0, 1},
           {12, "II", "2.5", "B", "C", 5, 0, 1},    // down
           {30, "II", "4.0", "D", "E", 13, 1, 2},   // down
           {20, "II", "4.0", "C", "B", 3, 0, 1},    // up
           {100, "II", "1.0", "F", "E", 13, 0, 1},  // up
           {200, "II", "1.0", "G", "H", 50, 1, 2},  // down
       }) {
    const auto plan = bom::samplingPlan(book, want.lot, want.level, want.aql);
    ASSERT_TRUE(plan) << want.lot;
    EXPECT_EQ(plan->code_letter, want.code_letter) << want.lot << " " << want.aql;
    EXPECT_EQ(plan->letter, want.letter) << want.lot << " " << want.aql;
    EXPECT_EQ(plan->size, want.size) << want.lot << " " << want.aql;
    EXPECT_EQ(plan->accept, want.accept) << want.lot << " " << want.aql;
    EXPECT_EQ(plan->reject, want.reject) << want.lot << " " << want.aql;
    EXPECT_FALSE(plan->whole_lot) << want.lot;
  }
}

TEST(SamplingPlan, TakesTheWholeLotWhereTheSampleIsNotSmaller) {
  const bom::QualityBook book = tables();
  // Lot 4, level II, AQL 2.5: letter A, two arrows down to C: 5 pieces of a lot of 4.
  const auto plan = bom::samplingPlan(book, 4, "II", "2.5");
  ASSERT_TRUE(plan);
  EXPECT_TRUE(plan->whole_lot);
  EXPECT_EQ(plan->size, 4);
  // Lot 5: the same 5 pieces are all of them; lot 6 keeps one back.
  EXPECT_TRUE(bom::samplingPlan(book, 5, "II", "2.5")->whole_lot);
  EXPECT_FALSE(bom::samplingPlan(book, 6, "II", "2.5")->whole_lot);
  EXPECT_EQ(bom::samplingPlan(book, 1, "II", "2.5")->size, 1);
}

TEST(SamplingPlan, HoldsForEveryLotLevelAndAql) {
  const bom::QualityBook book = tables();
  for (std::int64_t lot = 2; lot <= 500'000; lot += lot < 2000 ? 1 : 499) {
    for (const char* level : {"S1", "S2", "S3", "S4", "I", "II", "III"}) {
      for (const char* aql : {"1.0", "2.5", "4.0"}) {
        const auto plan = bom::samplingPlan(book, lot, level, aql);
        ASSERT_TRUE(plan) << lot;
        ASSERT_GE(plan->size, 1) << lot;
        ASSERT_LE(plan->size, lot);
        ASSERT_EQ(plan->whole_lot, plan->size == lot) << lot;
        ASSERT_EQ(plan->reject, plan->accept + 1) << lot;  // normal single sampling leaves no gap
      }
    }
  }
}

TEST(SamplingPlan, RefusesWhatTheStandardHasNot) {
  const bom::QualityBook book = tables();
  EXPECT_EQ(bom::samplingPlan(book, 0, "II", "2.5").error().message, "no sampling plan for a lot of 0");
  EXPECT_EQ(bom::samplingPlan(book, 9, "IV", "2.5").error().message, "no inspection level 'IV'");
  EXPECT_EQ(bom::samplingPlan(book, 9, "II", "3").error().message, "no AQL '3' in the sampling table");
}

}  // namespace
