// Ends of shoulder straps, load lifters and sternum straps: what holds each lock, and what is sewn through
// what.
#include <gtest/gtest.h>

#include <algorithm>

#include "configurator/pack/build_pack.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

const std::vector<std::string> kSideNames{"left", "right"};

template <typename Part>
const Part* partOf(const std::vector<Part>& parts, const std::string& id) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; });
  return found == parts.end() ? nullptr : &*found;
}

double measureOf(const Pack& pack, const std::string& id) {
  const Measure* measure = partOf(pack.measures, id);
  return measure == nullptr ? -1 : measure->value_mm;
}

/// A square of 120 folded twice: its folded sides are 85 long each, its tip is 60 from the seam.
void expectClosedAnchor(const Pack& pack, const std::string& side, TackType tab) {
  const std::string id = "harness.anchor-patch-" + side;
  const StitchLine* closing = partOf(pack.stitch_lines, id + "-closing");
  ASSERT_NE(closing, nullptr);
  EXPECT_GT(lengthOf(pack, closing->run), 130);
  EXPECT_LT(lengthOf(pack, closing->run), 170);
  const Tack* tack = partOf(pack.tacks, id + "-tab-tack");
  ASSERT_NE(tack, nullptr);
  EXPECT_EQ(tack->piece, id);
  EXPECT_EQ(tack->type, tab);
  EXPECT_EQ(tack->at.x, 60);
  EXPECT_LT(tack->at.y, 55);
}

TEST(StrapLock, IsHeldByATabTackedIntoAClosedAnchor) {
  for (const char* harness : {"padded", "padded-thick", "unpadded", "vest-harness"}) {
    const Pack pack = packWith("endurance", {{"harness", harness}, {"flasks", "none"}});
    for (const std::string& side : kSideNames) {
      SCOPED_TRACE(harness + (" " + side));
      expectClosedAnchor(pack, side, TackType::Bartack42);
    }
  }
}

/// Construction reference: webbing straps are 2 x 950 with tri-glide and ladder lock and an X-box at both
/// ends.
TEST(WebbingHarness, HasAnXBoxAtBothEndsATabAndATriGlide) {
  const Pack pack = packWith("commuter", {{"harness", "webbing"}, {"load-lifters", "none"}});
  for (const std::string& side : kSideNames) {
    SCOPED_TRACE(side);
    expectClosedAnchor(pack, side, TackType::XBox);
    const Tack* upper = partOf(pack.tacks, "harness.anchor-box-" + side);
    ASSERT_NE(upper, nullptr);
    EXPECT_EQ(upper->type, TackType::XBox);
    const Fitting *strap = partOf(pack.fittings, "harness.strap-" + side),
                  *tab = partOf(pack.fittings, "harness.lock-tab-" + side),
                  *glide = partOf(pack.fittings, "harness.tri-glide-" + side);
    ASSERT_TRUE(strap != nullptr && tab != nullptr && glide != nullptr);
    EXPECT_EQ(glide->item, "tg25");
    EXPECT_NEAR(strap->amount + tab->amount, 0.95, 0.08);
  }
  // Strap anchors are 145 apart from middle to middle; webbing is 25 wide.
  EXPECT_NEAR(measureOf(pack, "H"), 120, 1);
  EXPECT_EQ(measureOf(pack, "J"), 150);
}

/// A shallow, wide pack bends round its corners soon: boxes that were measured from there missed their
/// webbing.
TEST(WebbingHarness, HasItsXBoxesUnderTheWebbingOnABackWithRoundCorners) {
  Design design = designWith("endurance", {{"body", "drawcord"},
                                           {"main-closure", "drawcord-lid"},
                                           {"harness", "webbing"},
                                           {"load-lifters", "none"}});
  design.choices.parameters.at("capacity").value = 39;
  design.choices.parameters.at("depth") = {145, By::User, false};
  const Pack pack = buildPack(programWorkshop().catalog, design.choices, PackSize::M);
  for (const std::string& side : kSideNames) {
    const Tack* box = partOf(pack.tacks, "harness.anchor-box-" + side);
    const Fitting* strap = partOf(pack.fittings, "harness.strap-" + side);
    ASSERT_TRUE(box != nullptr && strap != nullptr);
    const auto& band = std::get<RibbonShape>(strap->shapes.front().drawn());
    EXPECT_LT(glm::distance(findPiece(pack, box->piece)->surface(box->at), band.path.front()), 8) << side;
  }
}

TEST(LoadLifter, HasItsLockOnATabTackedToTheStrapAndAPatchBehindItsUpperEnd) {
  for (const std::string design : {"endurance", "modular", "commuter"}) {
    const Pack pack = packWith(design, {{"load-lifters", "pair"}});
    for (const std::string& side : kSideNames) {
      SCOPED_TRACE(design + " " + side);
      const Tack* tab = partOf(pack.tacks, "load-lifters.tab-tack-" + side);
      ASSERT_NE(tab, nullptr);
      EXPECT_EQ(tab->piece, "harness.shell-" + side);
      EXPECT_NE(partOf(pack.fittings, "load-lifters.tab-" + side), nullptr);
      // Construction reference: the lock sits 90 to 110 from the anchor, its tab's tack below it.
      EXPECT_GT(tab->at.y, 90);
      EXPECT_LT(tab->at.y, 135);
      const Piece* patch = findPiece(pack, "load-lifters.backing-" + side);
      ASSERT_NE(patch, nullptr);
      EXPECT_NEAR(areaOf(outlineOf(*patch)), 40 * 60, 1);
    }
  }
}

}  // namespace
}  // namespace configurator
