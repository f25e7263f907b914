// The app's session: one design, undo, cards whose differences are reckoned by the same road as the figures.
#include "configurator/session/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "configurator/design/design_file.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using testing::IsEmpty;
using testing::Not;

Session commuterSession() {
  Session session(programWorkshop());
  must(session.startFrom("commuter", "2026-03-02").has_value());
  session.finishLaying();
  return session;
}

bom::Money fobOf(const Figures& figures) {
  return figures.estimate.value().breaks.front().fob;
}

TEST(Session, AChangeMovesFiguresAndCanBeUndoneAndRedone) {
  Session session = commuterSession();
  const bom::Money before = fobOf(session.figures());
  const int geometry = session.geometryVersion();
  ASSERT_TRUE(session.apply("hip-belt", "padded"));
  session.finishLaying();
  const bom::Money after = fobOf(session.figures());
  EXPECT_TRUE(before < after);
  EXPECT_GT(session.geometryVersion(), geometry);
  session.undo();
  EXPECT_EQ(fobOf(session.figures()), before);
  EXPECT_FALSE(session.canUndo());
  session.redo();
  EXPECT_EQ(fobOf(session.figures()), after);
  EXPECT_FALSE(session.canRedo());
}

TEST(Session, ARefusedChangeChangesNothing) {
  Session session = commuterSession();
  const std::string before = writeDesign(session.design());
  const auto refused = session.apply("hose-port", "left");
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.error(), Not(IsEmpty()));
  const auto unknown = session.apply("hose-port", "lefft");
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(writeDesign(session.design()), before);
  EXPECT_FALSE(session.canUndo());
}

TEST(Session, AColourChangesLooksAndNoGeometry) {
  Session session = commuterSession();
  const int geometry = session.geometryVersion();
  const int looks = session.looksVersion();
  ASSERT_TRUE(session.apply("color." + session.shownColorway() + ".shell", "#ff8800"));
  EXPECT_EQ(session.geometryVersion(), geometry);
  EXPECT_GT(session.looksVersion(), looks);
}

TEST(Session, SavingOpeningAndClosing) {
  const TestFolder folder;
  Session session = commuterSession();
  EXPECT_TRUE(session.unsaved());
  EXPECT_FALSE(session.save());
  ASSERT_TRUE(session.saveAs(folder.path() / "a.ruck"));
  EXPECT_FALSE(session.unsaved());
  ASSERT_TRUE(session.apply("hip-belt", "webbing"));
  EXPECT_TRUE(session.unsaved());
  ASSERT_TRUE(session.save());
  Session other(programWorkshop());
  ASSERT_TRUE(other.open(folder.path() / "a.ruck"));
  EXPECT_EQ(writeDesign(other.design()), writeDesign(session.design()));
  EXPECT_FALSE(other.unsaved());
  other.close();
  EXPECT_FALSE(other.hasDesign());
  EXPECT_FALSE(other.open(folder.path() / "absent.ruck"));
}

/// A design has its markers a moment after it has its figures; then they are the command line's, to the last
/// digit, and what was laid once is there at once.
TEST(Session, ClothIsLaidInTheBackgroundAndThenExact) {
  Session session(programWorkshop());
  ASSERT_TRUE(session.startFrom("modular", "2026-03-02"));
  session.finishLaying();
  EXPECT_FALSE(session.laysCloth());
  EXPECT_TRUE(session.figures().cloth_is_laid);
  ASSERT_TRUE(session.apply("capacity", "17"));
  EXPECT_FALSE(session.figures().cloth_is_laid) << "other pieces, not laid yet";
  EXPECT_TRUE(session.laysCloth());
  const double about = static_cast<double>(fobOf(session.figures()).millionths());
  session.finishLaying();
  EXPECT_TRUE(session.figures().cloth_is_laid);
  FigureRequest as_ordered;
  as_ordered.in_all_sizes = true;
  const auto exact = figuresOf(session.workshop(), session.design(), as_ordered);
  ASSERT_TRUE(exact);
  EXPECT_EQ(fobOf(session.figures()), fobOf(*exact));
  EXPECT_NEAR(about, static_cast<double>(fobOf(*exact).millionths()), 0.01 * about);
  session.undo();
  EXPECT_TRUE(session.figures().cloth_is_laid) << "laid before";
  session.redo();
  EXPECT_TRUE(session.figures().cloth_is_laid);
  EXPECT_EQ(fobOf(session.figures()), fobOf(*exact));
}

TEST(Session, AChangeDuringLayingIsLaidInstead) {
  Session session(programWorkshop());
  ASSERT_TRUE(session.startFrom("field-research", "2026-03-02"));
  for (const char* litres : {"29", "27", "26"}) ASSERT_TRUE(session.apply("capacity", litres)) << litres;
  EXPECT_TRUE(session.laysCloth());
  session.finishLaying();
  EXPECT_TRUE(session.figures().cloth_is_laid);
  EXPECT_EQ(fobOf(session.figures()), fobOf(*figuresOf(session.workshop(), session.design())));
  ASSERT_TRUE(session.apply("capacity", "25"));
  session.close();
  EXPECT_FALSE(session.takeLaidCloth()) << "nobody wants it any more";
}

TEST(Session, AnUnknownSlotOrColorwayIsIgnored) {
  Session session = commuterSession();
  const std::string slot = session.selectedSlot();
  const std::string colorway = session.shownColorway();
  session.selectSlot("nothing");
  session.showColorway("NONE");
  EXPECT_EQ(session.selectedSlot(), slot);
  EXPECT_EQ(session.shownColorway(), colorway);
}

TEST(Session, HowFullThePackIsDrawnChangesNothingElse) {
  Session session = commuterSession();
  const int geometry = session.geometryVersion();
  const double litres = session.figures().pack->capacity_l;
  const bool unsaved = session.unsaved();
  EXPECT_EQ(session.shownFill(), 1);
  session.showFill(0.4);
  EXPECT_EQ(session.shownFill(), 0.4);
  EXPECT_EQ(session.geometryVersion(), geometry);
  EXPECT_EQ(session.figures().pack->capacity_l, litres);
  EXPECT_EQ(session.unsaved(), unsaved);
  EXPECT_FALSE(session.canUndo());
  session.showFill(7);
  EXPECT_EQ(session.shownFill(), 1.15);
  session.showFill(-1);
  EXPECT_EQ(session.shownFill(), 0);
}

TEST(Session, AnInvalidFileOpensAndIsPutRightStepByStep) {
  const TestFolder folder;
  Design design = templateDesign("commuter");
  design.choices.options.at("hose-port").value = "left";
  ASSERT_TRUE(saveDesign(folder.path() / "a.ruck", design));
  Session session(programWorkshop());
  ASSERT_TRUE(session.open(folder.path() / "a.ruck"));
  EXPECT_FALSE(session.figures().valid);
  ASSERT_TRUE(session.apply("hip-belt", "webbing"));
  ASSERT_TRUE(session.apply("hydration", "sleeve"));
  EXPECT_TRUE(session.figures().valid);
}

}  // namespace
}  // namespace configurator
