// What the window says beside the present design: cards, an opened value with its ways, choices taken back.
// The other road is the command line's: the same edit made by itself, or rules checked one by one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "configurator/design/design_file.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/session.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using engine::ValueState;
using testing::IsEmpty;
using testing::Not;

Session sessionOf(const std::string& id) {
  Session session(programWorkshop());
  must(session.startFrom(id, "2026-03-02").has_value());
  session.finishLaying();
  return session;
}

const ValueCard& cardOf(const Session& session, const std::string& value) {
  const auto& cards = session.cards();
  const auto card =
      std::find_if(cards.begin(), cards.end(), [&](const ValueCard& one) { return one.value == value; });
  must(card != cards.end());
  return *card;
}

void reckonCards(Session& session) {
  while (session.computeNextDelta()) {
  }
}

bom::Money fobOf(const Session& session) {
  return session.figures().estimate.value().breaks.front().fob;
}

/// Of what an option changes only the cloth that has no marker yet is reckoned as the present design takes
/// it: within 1 % of the pack's price.
TEST(SessionAdvice, EveryCardIsReckoned) {
  Session session = sessionOf("commuter");
  const double price = static_cast<double>(fobOf(session).millionths());
  int exact = 0, about = 0;
  for (const char* slot : {"hip-belt", "front-pocket", "packaging", "reflective", "hose-port"}) {
    session.selectSlot(slot);
    reckonCards(session);
    for (const ValueCard& card : session.cards()) {
      ASSERT_TRUE(card.reckoned);
      EXPECT_EQ(card.delta.has_value(), !card.present && card.finds.empty()) << slot << " " << card.value;
      if (!card.delta) continue;
      // The other road: a second session makes the change, and its figures are compared.
      Session other = sessionOf("commuter");
      ASSERT_TRUE(other.choose({slot, card.value}).made) << card.value;
      other.finishLaying();
      const bom::Money then = fobOf(session) + card.delta->unit_cost;
      if (card.delta->exact) {
        EXPECT_EQ(then, fobOf(other)) << card.value;
      }
      EXPECT_NEAR(static_cast<double>(then.millionths()), static_cast<double>(fobOf(other).millionths()),
                  0.01 * price)
          << card.value;
      ++(card.delta->exact ? exact : about);
      EXPECT_NEAR(session.figures().estimate->breaks.front().bill.mass.toDouble() + card.delta->mass_g,
                  other.figures().estimate->breaks.front().bill.mass.toDouble(), 1e-6);
    }
  }
  EXPECT_GT(exact, 0);
  EXPECT_GT(about, 0);
}

TEST(SessionAdvice, ATemplatesValuesAreFreeAndGoAlong) {
  Session session = sessionOf("commuter");
  session.selectSlot("hose-port");
  reckonCards(session);
  const ValueCard& left = cardOf(session, "left");
  EXPECT_EQ(left.state, ValueState::available);
  ASSERT_EQ(left.changes.size(), 1u);
  EXPECT_EQ(left.changes.front().place, "hydration");
  EXPECT_FALSE(left.changes.front().own);
  const std::string before = writeDesign(session.design());
  const ChoiceMade chosen = session.choose({"hose-port", "left"});
  ASSERT_TRUE(chosen.made);
  EXPECT_EQ(session.design().choices.options.at("hydration").value, "sleeve");
  EXPECT_EQ(session.design().choices.options.at("hydration").by, By::Solved);
  EXPECT_EQ(session.design().choices.options.at("hose-port").by, By::User);
  EXPECT_TRUE(session.figures().valid);
  session.undo();
  EXPECT_EQ(writeDesign(session.design()), before) << "one step";
  EXPECT_FALSE(session.canUndo());
}

TEST(SessionAdvice, ABlockedCardSaysWhyAndWhatItWouldChange) {
  Session session = sessionOf("commuter");
  ASSERT_TRUE(session.apply("hydration", "none"));
  session.selectSlot("hose-port");
  reckonCards(session);
  const ValueCard& left = cardOf(session, "left");
  EXPECT_EQ(left.state, ValueState::blocked);
  EXPECT_FALSE(left.canBeChosen());
  ASSERT_EQ(left.reasons.size(), 1u);
  EXPECT_EQ(left.reasons.front().choices, (std::vector<PlaceValue>{{"hydration", "none"}}));
  ASSERT_EQ(left.reasons.front().rules.size(), 1u);
  EXPECT_EQ(left.reasons.front().rules.front().id, "port-needs-sleeve");
  EXPECT_THAT(left.reasons.front().rules.front().because, Not(IsEmpty()));
  EXPECT_EQ(left.changes, (std::vector<PlaceChange>{{"hydration", "none", "sleeve", true, false}}));
  EXPECT_TRUE(left.delta.has_value());
  EXPECT_EQ(cardOf(session, "none").state, ValueState::forced);
}

TEST(SessionAdvice, ABlockedCardIsExplainedAndChosenInOneOfItsWays) {
  Session session = sessionOf("commuter");
  ASSERT_TRUE(session.apply("hydration", "none"));
  session.finishLaying();
  session.selectSlot("hose-port");
  const std::string before = writeDesign(session.design());
  EXPECT_FALSE(session.choose({"hose-port", "left"}).made) << "the user's own choice is not touched unasked";
  EXPECT_EQ(writeDesign(session.design()), before);
  session.finishDeltas();
  const OpenedValue* opened = session.advice().opened();
  ASSERT_NE(opened, nullptr);
  EXPECT_THAT(opened->untried, IsEmpty());
  ASSERT_THAT(opened->ways, Not(IsEmpty()));
  ASSERT_TRUE(opened->ways.front().delta.has_value());
  EXPECT_TRUE(opened->ways.front().delta->exact) << "what is looked at is exact";
  const bom::Money promised = fobOf(session) + opened->ways.front().delta->unit_cost;
  ASSERT_TRUE(session.takeWay(0));
  session.finishLaying();
  EXPECT_EQ(fobOf(session), promised);
  EXPECT_TRUE(session.figures().valid);
  EXPECT_EQ(session.design().choices.options.at("hose-port").value, "left");
  EXPECT_EQ(session.design().choices.options.at("hydration").by, By::Solved);
  EXPECT_EQ(session.advice().opened(), nullptr);
  session.undo();
  EXPECT_EQ(writeDesign(session.design()), before);
  session.redo();
  EXPECT_EQ(session.design().choices.options.at("hose-port").value, "left");
}

TEST(SessionAdvice, CardsBecomeExact) {
  Workshop workshop = programWorkshop();
  workshop.markers = std::make_shared<bom::KeptMarkers>();  // what other tests laid is not known
  Session session(workshop);
  ASSERT_TRUE(session.startFrom("commuter", "2026-03-02"));
  session.finishLaying();
  session.selectSlot("front-pocket");
  reckonCards(session);
  const auto about = std::find_if(session.cards().begin(), session.cards().end(),
                                  [](const ValueCard& card) { return card.delta && !card.delta->exact; });
  ASSERT_NE(about, session.cards().end());
  const std::string value = about->value;
  session.attend(value);
  session.finishDeltas();
  for (const ValueCard& card : session.cards()) {
    EXPECT_TRUE(!card.delta || card.delta->exact) << card.value;
  }
}

TEST(SessionAdvice, APinnedValueIsNeverChangedByOneClick) {
  Session session = sessionOf("commuter");
  ASSERT_TRUE(session.apply("pin.hydration", "yes"));
  session.selectSlot("hose-port");
  EXPECT_FALSE(session.choose({"hose-port", "left"}).made);
  session.finishDeltas();
  ASSERT_NE(session.advice().opened(), nullptr);
  ASSERT_THAT(session.advice().opened()->ways, Not(IsEmpty()));
  EXPECT_TRUE(session.advice().opened()->ways.front().way.changes.front().pinned) << "it says so";
}

TEST(SessionAdvice, TheMaterialsOfAZoneAreCardsToo) {
  Session session = sessionOf("commuter");
  ASSERT_TRUE(session.apply("branding", "sublimation"));
  session.selectZone("front-panel");
  reckonCards(session);
  const ValueCard& nylon = cardOf(session, "ny210rs");
  EXPECT_EQ(nylon.state, ValueState::blocked);
  ASSERT_EQ(nylon.reasons.size(), 1u);
  EXPECT_EQ(nylon.reasons.front().rules.front().id, "sublimation-on-nylon");
  EXPECT_TRUE(nylon.delta.has_value());
  session.selectSlot("branding");
  EXPECT_EQ(session.advice().place(), "branding");
}

TEST(SessionAdvice, AnEndOfANumberSaysWhyAndLeadsBeyond) {
  Session session = sessionOf("commuter");
  ASSERT_TRUE(session.apply("capacity", "30"));
  const auto& bounds = session.advice().bounds();
  const auto end = std::find_if(bounds.begin(), bounds.end(), [](const StepBound& bound) {
    return bound.parameter == "capacity" && bound.direction == 1;
  });
  ASSERT_NE(end, bounds.end());
  EXPECT_EQ(end->value, "31");
  EXPECT_EQ(end->why, "Body construction \"Panel loader\" takes a Capacity of 10 l to 30 l, not 31 l.");
  session.explain({"capacity", "31"});
  session.finishDeltas();
  ASSERT_NE(session.advice().opened(), nullptr);
  ASSERT_THAT(session.advice().opened()->ways, Not(IsEmpty()));
  ASSERT_TRUE(session.takeWay(0));
  EXPECT_EQ(session.design().choices.parameters.at("capacity").value, 31);
  EXPECT_TRUE(session.figures().valid);
}

TEST(SessionAdvice, ADesignThatBreaksRulesIsOfferedAWayOut) {
  const TestFolder folder;
  Design design = templateDesign("commuter");
  design.choices.options.at("hydration") = {"none", By::User, false};
  design.choices.options.at("hose-port") = {"left", By::User, false};
  ASSERT_TRUE(saveDesign(folder.path() / "a.ruck", design));
  Session session(programWorkshop());
  ASSERT_TRUE(session.open(folder.path() / "a.ruck"));
  EXPECT_FALSE(session.figures().valid);
  session.finishDeltas();
  const OpenedValue* opened = session.advice().opened();
  ASSERT_NE(opened, nullptr);
  EXPECT_THAT(opened->reasons, Not(IsEmpty()));
  ASSERT_EQ(opened->ways.size(), 2u) << "either of the two choices gives way";
  ASSERT_TRUE(session.takeWay(1));
  EXPECT_TRUE(session.figures().valid);
  EXPECT_EQ(session.advice().opened(), nullptr);
  session.undo();
  EXPECT_FALSE(session.figures().valid);
  EXPECT_NE(session.advice().opened(), nullptr);
}

/// Of every slot another option, whatever it takes along: taken back, the design is the template again.
TEST(SessionAdvice, AChoiceTakenBackIsAsIfItHadNeverBeenMade) {
  for (const char* id : {"commuter", "lightweight", "hydration"}) {
    Session session = sessionOf(id);
    const Choices before = session.design().choices;
    int tried = 0;
    for (const Slot& slot : programWorkshop().catalog.slots) {
      for (const Option* option : programWorkshop().catalog.optionsOf(slot.id)) {
        if (option->id == before.options.at(slot.id).value) continue;
        if (!session.choose({slot.id, option->id}).made) continue;
        ++tried;
        ASSERT_TRUE(session.takeBack(slot.id)) << slot.id << "=" << option->id;
        ASSERT_EQ(session.design().choices, before) << id << " " << slot.id << "=" << option->id;
        break;
      }
    }
    EXPECT_GT(tried, 10) << id;
  }
}

/// Not only the last: of two choices the first is taken back, and the second stands as if alone.
TEST(SessionAdvice, AnEarlierChoiceIsTakenBackAndALaterOneStands) {
  const std::vector<std::pair<PlaceValue, PlaceValue>> pairs{
      {{"hose-port", "left"}, {"hip-belt", "padded"}},
      {{"body", "roll-top"}, {"hose-port", "left"}},
      {{"body", "vest"}, {"hydration", "sleeve"}},
      {{"hydration", "sleeve"}, {"hose-port", "left"}}};
  for (const auto& [first, second] : pairs) {
    Session alone = sessionOf("commuter");
    ASSERT_TRUE(alone.choose(second).made);
    Session both = sessionOf("commuter");
    ASSERT_TRUE(both.choose(first).made);
    ASSERT_TRUE(both.choose(second).made);
    ASSERT_TRUE(both.takeBack(first.place));
    EXPECT_EQ(both.design().choices, alone.design().choices) << first.place << ", " << second.place;
    both.undo();
    EXPECT_EQ(presentText(both.design().choices, first.place), first.value);
  }
}

/// Any order of the same clicks gives the same design, with what went along.
TEST(SessionAdvice, TheOrderOfChoicesDoesNotMatter) {
  std::vector<PlaceValue> clicks{
      {"body", "roll-top"}, {"hose-port", "left"}, {"hip-belt", "padded"}, {"capacity", "25"}};
  std::sort(clicks.begin(), clicks.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
  std::optional<Choices> first;
  do {
    Session session(programWorkshop());
    must(session.startFrom("commuter", "2026-03-02").has_value());
    for (const PlaceValue& click : clicks) ASSERT_TRUE(session.choose(click).made) << click.place;
    if (!first) first = session.design().choices;
    EXPECT_EQ(session.design().choices, *first) << clicks.front().place;
  } while (std::next_permutation(clicks.begin(), clicks.end(),
                                 [](const auto& a, const auto& b) { return a.place < b.place; }));
}

TEST(SessionAdvice, APinnedChoiceIsTakenBackWithItsPin) {
  Session session = sessionOf("commuter");
  const Choices before = session.design().choices;
  ASSERT_TRUE(session.apply("hip-belt", "padded"));
  ASSERT_TRUE(session.apply("pin.hip-belt", "yes"));
  const auto changed = session.takeBack("hip-belt");
  ASSERT_TRUE(changed);
  ASSERT_EQ(changed->size(), 1u);
  EXPECT_EQ(session.design().choices, before);
}

}  // namespace
}  // namespace configurator
