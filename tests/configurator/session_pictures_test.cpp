// Call-out anchors need no OpenGL: where parts show, told from the six directions.
#include "configurator/session/pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "configurator/session/drawings.h"
#include "configurator/session/figures.h"
#include "configurator/session/turntable.h"
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
  const std::size_t views = drawnViews().size();
  ASSERT_EQ(plans.size(), views + design.colorways.size() - 1);
  EXPECT_EQ(plans.front().drawing.file, "view-front.png");
  EXPECT_EQ(plans.front().drawing.title, "Front view, " + design.colorways.front().name);
  if (design.colorways.size() > 1) {
    EXPECT_EQ(plans[views].drawing.file, "view-three-quarter-" + design.colorways[1].code + ".png");
    EXPECT_EQ(plans[views].colorway, 1U);
  }
}

TEST(Pictures, AnXrayShowsALaptopInItsSleeve) {
  const renderer::Geometry inside = shownGeometry(commuterScene(), "x-ray");
  const auto& nodes = commuterScene().geometry.nodes;
  const auto sewing =
      std::count_if(nodes.begin(), nodes.end(), [](const renderer::Node& node) { return node.decal; });
  EXPECT_GT(sewing, 0);  // left out: glass has no threads on it
  ASSERT_EQ(inside.nodes.size(), nodes.size() - static_cast<std::size_t>(sewing) + 1);
  const renderer::Node& laptop = inside.nodes.back();
  EXPECT_TRUE(laptop.ghost);  // no part of the pack
  renderer::Geometry alone{{inside.meshes[laptop.mesh]}, {laptop}};
  alone.nodes[0].mesh = 0;
  const renderer::Bounds box = renderer::boundsWithGhosts(alone);
  const auto boundsOf = [&](const std::string& id) {
    for (const renderer::Node& node : inside.nodes) {
      if (node.part_id != id) continue;
      renderer::Geometry part{{inside.meshes[node.mesh]}, {node}};
      part.nodes[0].mesh = 0;
      return renderer::boundsOf(part);
    }
    return renderer::Bounds{};
  };
  const renderer::Bounds back = boundsOf("laptop.back-facing"), front = boundsOf("laptop.front-facing");
  EXPECT_GT(box.min.z, back.max.z);
  EXPECT_LT(box.max.z, front.min.z);
  EXPECT_GT(box.min.x, back.min.x);
  EXPECT_LT(box.max.x, back.max.x);
  EXPECT_GT(box.min.y, back.min.y);
  EXPECT_LT(box.max.y, back.max.y);
  EXPECT_GT(box.max.y - box.min.y, 300);
}

TEST(Pictures, ASectionKeepsTheFarHalfAndHasAMaterialForEveryFace) {
  const renderer::Geometry half = shownGeometry(commuterScene(), "section");
  const renderer::Bounds box = renderer::boundsOf(half);
  EXPECT_LT(box.max.x, 2);  // the faces lie a little before each other
  EXPECT_LT(box.min.x, -100);
  const renderer::Appearance looks = shownAppearance(
      programWorkshop(), templateDesign("commuter").colorways.front(), commuterScene(), "section");
  bool cut_foam = false;
  for (const renderer::Node& node : half.nodes) {
    ASSERT_LT(node.slot, looks.materials.size());
    const bool face = node.slot >= commuterScene().looks.size();
    cut_foam = cut_foam || (face && node.part_id == "back-panel.foam");
    if (face) {
      EXPECT_EQ(looks.materials[node.slot].opacity, 1.0f) << node.part_id;
    }
  }
  EXPECT_TRUE(cut_foam);
}

TEST(Pictures, WhatASectionCutsAwayHasNoAnchor) {
  PictureRequest request;
  request.view = "section";
  const auto anchors = anchorsOf(commuterScene(), request);
  const auto shows = [&](const std::string& part) {
    return std::count_if(anchors.begin(), anchors.end(),
                         [&](const PartAnchor& anchor) { return anchor.part_id == part; });
  };
  EXPECT_EQ(shows("side-pocket.panel-left"), 1);
  EXPECT_EQ(shows("side-pocket.panel-right"), 0);
  EXPECT_EQ(shows("body.front"), 1);  // its cut face is none of its own
}

// Glass is what covers; what is carried and what bears stays solid.
TEST(Pictures, AnXrayTurnsTheShellIntoGlass) {
  const renderer::Appearance looks = shownAppearance(
      programWorkshop(), templateDesign("commuter").colorways.front(), commuterScene(), "x-ray");
  const auto opacityOf = [&](const std::string& zone) {
    for (std::size_t i = 0; i < looks.materials.size(); ++i) {
      if (commuterScene().looks[i].zone == zone) return looks.materials[i].opacity;
    }
    return -1.0f;
  };
  EXPECT_LT(opacityOf("shell"), 0.1f);
  EXPECT_LT(opacityOf("back-face"), 0.1f);
  EXPECT_EQ(opacityOf("foam-back"), 1.0f);
}

TEST(Pictures, ViewsOfTheContractAreKnownByName) {
  for (const char* view : {"front", "back", "left", "right", "top", "three-quarter", "worn", "exploded",
                           "x-ray", "section", "dimensions", "pattern", "night"})
    EXPECT_TRUE(isDrawnView(view)) << view;
  EXPECT_FALSE(isDrawnView("inside"));
}

TEST(Turntable, IsAPictureFromEverySideAndOneThatMoves) {
  auto studio = PictureStudio::make();
  ASSERT_TRUE(studio.has_value()) << studio.error().message;
  const Design design = templateDesign("commuter");
  (*studio)->show(programWorkshop(), commuterScene(), design.colorways.front());
  PictureRequest request;
  request.width = 96;
  request.height = 72;
  const auto turned = drawTurntable(**studio, request, 4);
  ASSERT_TRUE(turned.has_value()) << turned.error().message;
  ASSERT_EQ(turned->pngs.size(), 4U);
  EXPECT_EQ(turned->webp.substr(8, 4), "WEBP");
  const std::set<std::string> different(turned->pngs.begin(), turned->pngs.end());
  EXPECT_EQ(different.size(), 4U);
  EXPECT_EQ(drawTurntable(**studio, request, 4)->webp, turned->webp);
}

TEST(Turntable, TurnsWhatHasNoWordsBesideIt) {
  for (const char* view : {"three-quarter", "front", "worn", "night", "x-ray"})
    EXPECT_TRUE(turns(view)) << view;
  for (const char* view : {"exploded", "dimensions", "pattern"}) EXPECT_FALSE(turns(view)) << view;
}

}  // namespace
}  // namespace configurator
