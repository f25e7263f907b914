// Call-out anchors need no OpenGL: where parts show, told from the six directions.
#include "configurator/session/pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "configurator/session/drawings.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

const PackScene& commuterScene() {
  static const PackScene kScene = [] {
    const auto figures = figuresOf(programWorkshop(), templateDesign("commuter"));
    return buildScene(figures.value().pack.value(), programWorkshop().models);
  }();
  return kScene;
}

PartAnchor anchorOf(const std::string& view, const std::string& part) {
  PictureRequest request;
  request.view = view;
  const auto anchors = anchorsOf(commuterScene(), request);
  const auto found = std::find_if(anchors.begin(), anchors.end(),
                                  [&](const PartAnchor& anchor) { return anchor.part_id == part; });
  EXPECT_NE(found, anchors.end()) << part;
  return found == anchors.end() ? PartAnchor{} : *found;
}

/// A left part that has a right one.
std::string aLeftPart() {
  for (const renderer::Node& node : commuterScene().geometry.nodes) {
    if (node.part_id.ends_with("-left")) return node.part_id;
  }
  return {};
}

TEST(Pictures, EveryAnchorLiesInItsPicture) {
  for (const std::string& view : drawnViews()) {
    PictureRequest request;
    request.view = view;
    for (const PartAnchor& anchor : anchorsOf(commuterScene(), request)) {
      EXPECT_GT(anchor.x, 0) << view << " " << anchor.part_id;
      EXPECT_LT(anchor.x, 1) << view << " " << anchor.part_id;
      EXPECT_GT(anchor.y, 0) << view << " " << anchor.part_id;
      EXPECT_LT(anchor.y, 1) << view << " " << anchor.part_id;
    }
  }
}

TEST(Pictures, AFillIsWholePerCentFromEmptyToStuffed) {
  EXPECT_EQ(parseFill("0"), 0);
  EXPECT_EQ(parseFill("60"), 0.6);
  EXPECT_EQ(parseFill("100"), kNominalFill);
  EXPECT_EQ(parseFill("115"), kStuffed);
  for (const char* wrong : {"", "-1", "116", "60%", "half", "0.6", "1e2"})
    EXPECT_FALSE(parseFill(wrong)) << wrong;
}

TEST(Pictures, LeftIsOnTheOtherSideSeenFromTheFront) {
  const std::string left = aLeftPart();
  ASSERT_FALSE(left.empty());
  // The front view looks at what points away from the wearer: the wearer's left is on its right-hand side or
  // left-hand side, and the back view shows the contrary.
  const double front = anchorOf("front", left).x - 0.5;
  const double back = anchorOf("back", left).x - 0.5;
  EXPECT_LT(front * back, 0);
}

TEST(Pictures, AnExportPlansEveryViewOnceAndTheFurtherColorways) {
  const Design design = templateDesign("commuter");
  const auto plans = planDrawings(design, commuterScene());
  ASSERT_EQ(plans.size(), drawnViews().size() + design.colorways.size() - 1);
  EXPECT_EQ(plans.front().drawing.file, "view-front.png");
  EXPECT_EQ(plans.front().drawing.title, "Front view, " + design.colorways.front().name);
  if (design.colorways.size() > 1) {
    EXPECT_EQ(plans[drawnViews().size()].drawing.file,
              "view-three-quarter-" + design.colorways[1].code + ".png");
    EXPECT_EQ(plans[drawnViews().size()].colorway, 1U);
  }
}

TEST(Pictures, ViewsOfTheContractAreKnownByName) {
  EXPECT_TRUE(isDrawnView("three-quarter"));
  EXPECT_TRUE(isDrawnView("night"));
  EXPECT_TRUE(isViewOfContract("night"));
  EXPECT_FALSE(isViewOfContract("inside"));
}

}  // namespace
}  // namespace configurator
