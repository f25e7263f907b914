// The finder of a session: beside the user's work, stopped by command, its designs taken and undone.
#include <gtest/gtest.h>

#include "configurator/session/session.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

class SessionFinder : public ::testing::Test {
 protected:
  SessionFinder() : session_(programWorkshop()) {
    must(session_.startFrom("commuter", "2026-03-02").has_value());
    must(session_.apply("body", "panel-loader").has_value());
    request_.bounds.min_capacity_l = 18;
  }

  const FindAnswer& found() {
    session_.find(request_);
    session_.finishFinding();
    must(session_.finder().found() != nullptr && session_.finder().found()->answer.has_value());
    return *session_.finder().found()->answer;
  }

  Session session_;
  FindRequest request_;
};

TEST_F(SessionFinder, FindsBesideTheUsersWorkAndTakesNothingByItself) {
  const Choices before = session_.design().choices;
  session_.find(request_);
  EXPECT_TRUE(session_.finder().isFinding());
  EXPECT_TRUE(session_.apply("order.origin", "CN").has_value());  // meanwhile
  session_.finishFinding();
  EXPECT_FALSE(session_.finder().isFinding());
  ASSERT_NE(session_.finder().found(), nullptr);
  ASSERT_TRUE(session_.finder().found()->answer);
  EXPECT_FALSE(session_.finder().found()->answer->designs.empty());
  EXPECT_GT(session_.finder().built(), 100);
  EXPECT_EQ(session_.design().choices, before);
  EXPECT_FALSE(session_.foundIsCurrent()) << "it was of another origin";
  session_.undo();
  EXPECT_TRUE(session_.foundIsCurrent());
}

TEST_F(SessionFinder, FindsWhatTheCommandFinds) {
  request_.figures.in_all_sizes = true;
  const auto expected = findDesigns(programWorkshop(), session_.design(), request_);
  ASSERT_TRUE(expected);
  const FindAnswer& answer = found();
  ASSERT_EQ(answer.designs.size(), expected->designs.size());
  for (std::size_t i = 0; i < answer.designs.size(); ++i)
    EXPECT_EQ(answer.designs[i].design.choices, expected->designs[i].design.choices);
}

TEST_F(SessionFinder, ATakenDesignIsOneStepOfUndoAndAnotherMayFollow) {
  const Choices before = session_.design().choices;
  const FindAnswer& answer = found();
  ASSERT_GT(answer.designs.size(), 1U);
  EXPECT_FALSE(session_.takenDesign());
  ASSERT_TRUE(session_.takeDesign(0));
  EXPECT_EQ(session_.takenDesign(), 0U);
  EXPECT_TRUE(session_.foundIsCurrent());
  session_.finishLaying();
  EXPECT_EQ(unitCost(session_.figures().estimate->breaks.front(), "FOB"), answer.designs[0].design.unit_cost);
  ASSERT_TRUE(session_.takeDesign(1));
  EXPECT_EQ(session_.takenDesign(), 1U);
  session_.undo();
  session_.undo();
  EXPECT_EQ(session_.design().choices, before);
  EXPECT_TRUE(session_.foundIsCurrent());
  ASSERT_TRUE(session_.apply("hip-belt", "padded"));
  EXPECT_FALSE(session_.foundIsCurrent()) << "a choice of the user's is not in them";
}

TEST_F(SessionFinder, StoppedItAnswersWithTheBestSoFar) {
  ASSERT_TRUE(session_.takeBack("body"));  // all bodies: long
  session_.find(request_);
  session_.stopFinding();
  EXPECT_TRUE(session_.finder().isStopping());
  session_.finishFinding();
  ASSERT_NE(session_.finder().found(), nullptr);
  ASSERT_TRUE(session_.finder().found()->answer);
  EXPECT_FALSE(session_.finder().found()->answer->proven);
  EXPECT_FALSE(session_.finder().found()->answer->not_looked_at.empty());
}

TEST_F(SessionFinder, ANewSearchOrAnotherDesignForgetsTheOneBefore) {
  session_.find(request_);
  session_.find(request_);
  session_.finishFinding();
  ASSERT_NE(session_.finder().found(), nullptr);
  ASSERT_TRUE(session_.finder().found()->answer);
  EXPECT_TRUE(session_.finder().found()->answer->proven);
  session_.find(request_);
  ASSERT_TRUE(session_.startFrom("hydration", "2026-03-02"));
  while (session_.finder().isFinding()) session_.takeAnswer();
  EXPECT_EQ(session_.finder().found(), nullptr);
}

}  // namespace
}  // namespace configurator
