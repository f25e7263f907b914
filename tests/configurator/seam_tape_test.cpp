// Taped seams of whole packs: what is taped instead of bound, how much tape it takes, and on what it holds.
// Lengths from the outlines of the panels, whose whole rims are the joins of a panel loader.
#include <gtest/gtest.h>

#include <algorithm>

#include "configurator/pack/build_pack.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

Design designWith(const std::string& sealing, const std::string& shell = "ny210rs") {
  Design design = templateDesign("commuter");
  design.choices.options.at("seam-sealing").value = sealing;
  for (const char* zone : {"shell", "front-panel"}) design.choices.zones.at(zone).value = shell;
  design.choices.zones.at("bottom").value = "ny420";
  design.choices.zones.at("lining").value = "lin210";
  return design;
}

Pack packWith(const std::string& sealing) {
  const Design design = designWith(sealing);
  EXPECT_TRUE(isValid(violationsOf(programWorkshop(), design)));
  return buildPack(programWorkshop().catalog, design.choices, PackSize::M);
}

double rimOf(const Pack& pack, const std::string& piece) {
  double rim = 0;
  for (const Edge& edge : findPiece(pack, piece)->edges) rim += lengthOf(edge.points);
  return rim;
}

const Fitting* fittingOf(const Pack& pack, const std::string& id) {
  for (const Fitting& fitting : pack.fittings)
    if (fitting.id == id) return &fitting;
  return nullptr;
}

TEST(SeamTape, CoversTheRimsOfBothPanelsInsteadOfBinding) {
  const Pack bound = packWith("none");
  const Pack taped = packWith("taped");
  const double rims = (rimOf(taped, "body.front") + rimOf(taped, "body.back")) / 1000;
  const Fitting* tape = fittingOf(taped, "seam-sealing.tape");
  ASSERT_NE(tape, nullptr);
  EXPECT_NEAR(tape->amount, 1.03 * rims, 0.01);
  ASSERT_NE(fittingOf(bound, "body.seam-binding"), nullptr);
  EXPECT_EQ(fittingOf(taped, "body.seam-binding"), nullptr);
  const auto bindings = [](const Pack& pack) {
    return std::count_if(pack.stitch_lines.begin(), pack.stitch_lines.end(),
                         [](const StitchLine& line) { return line.operation == "B06"; });
  };
  EXPECT_EQ(bindings(bound) - bindings(taped), 2);
  for (const Edge& edge : findPiece(taped, "body.front")->edges) EXPECT_EQ(edge.finish, EdgeFinish::Taped);
  double metres = 0;
  for (const Work& work : taped.work) metres += work.operation == "B07" ? work.metres : 0;
  EXPECT_NEAR(metres, rims, 0.01);
}

TEST(SeamTape, HoldsOnCoatedClothOnlyAndOnLaminatesWithItsOwnTape) {
  const auto rules = [](const std::string& sealing, const std::string& shell) {
    std::vector<std::string> broken;
    for (const Violation& violation : violationsOf(programWorkshop(), designWith(sealing, shell)))
      broken.push_back(violation.rule);
    return broken;
  };
  using Rules = std::vector<std::string>;
  EXPECT_EQ(rules("taped", "ny210rs"), Rules{});
  EXPECT_EQ(rules("taped", "ny30sil"), (Rules{"tape-needs-coated-shell", "tape-needs-coated-front-panel"}));
  EXPECT_EQ(rules("taped", "vx21"), (Rules{"pu-tape-on-laminate-shell", "pu-tape-on-laminate-front-panel"}));
  EXPECT_EQ(rules("taped-laminate", "vx21"), Rules{});
  EXPECT_EQ(rules("none", "ny30sil"), Rules{});
}

}  // namespace
}  // namespace configurator
