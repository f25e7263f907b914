// The expansion gusset of whole packs: what it sews, what it adds, and that it lies folded inside. Litres and
// lengths by the formulas of the construction notes (sections 4 and 6), not by the code's own surfaces.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/mesh_piece.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

const Seam* seamOf(const Pack& pack, const std::string& id) {
  for (const Seam& seam : pack.seams)
    if (seam.id == id) return &seam;
  return nullptr;
}

double amountOf(const Pack& pack, const std::string& id) {
  double amount = 0;
  for (const Fitting& fitting : pack.fittings)
    if (fitting.id == id) amount += fitting.amount;
  return amount;
}

/// The three bodies that a zip can part all round.
const std::vector<std::pair<std::string, Options>> kPacks{
    {"commuter", {{"expansion", "zip-40"}}},
    {"commuter", {{"expansion", "zip-40"}, {"body", "panel-loader-wide"}}},
    {"medical", {{"expansion", "zip-40"}, {"body", "clamshell"}, {"panel-shape", "tapered"}}}};

TEST(Expansion, AddsFortyMillimetresOfFrontPanel) {
  for (const auto& [id, options] : kPacks) {
    SCOPED_TRACE(id);
    const Pack pack = packWith(id, options);
    const double height = pack.parameters.at("back-length"), width = pack.parameters.at("width");
    // W mean x B less (2 - pi/2)(r1^2 + r2^2); W top 250/270 of the bottom's; r 100 and 40 at 20 l, as the
    // cube root of the litres, held to 70..115 and 30..50.
    const double factor = std::cbrt(pack.compartments.front().capacity_l / 20);
    const double top = std::clamp(100 * factor, 70.0, 115.0), foot = std::clamp(40 * factor, 30.0, 50.0);
    const double panel =
        width * (1 + 250.0 / 270) / 2 * height - (2 - std::numbers::pi / 2) * (top * top + foot * foot);
    ASSERT_EQ(pack.volumes.size(), 2U);
    EXPECT_EQ(pack.volumes[1].id, "ZX");
    EXPECT_NEAR(pack.volumes[1].value_l, pack.capacity_l + 40 * panel / 1e6, 0.06);
  }
}

TEST(Expansion, LeavesTheLabelToTheClosedPack) {
  const Pack plain = packWith("commuter", {});
  const Pack expands = packWith("commuter", {{"expansion", "zip-40"}});
  EXPECT_NEAR(expands.capacity_l, plain.capacity_l, 0.01 * plain.capacity_l);
  EXPECT_NEAR(expands.dimensions_mm.z, plain.dimensions_mm.z, 2);
  EXPECT_EQ(plain.volumes.size(), 1U);
}

TEST(Expansion, IsAStripAllRoundWhoseSeamsReplaceTheFrontSeam) {
  for (const auto& [id, options] : kPacks) {
    SCOPED_TRACE(id);
    const Pack pack = packWith(id, options);
    EXPECT_EQ(seamOf(pack, "body.front-seam"), nullptr);
    double around = 0;
    for (const Edge& edge : findPiece(pack, "body.front")->edges) around += lengthOf(edge.points);
    const Piece& strip = *findPiece(pack, "expansion.strip");
    // Open, the strip stands where the closed zip had kept 8 mm (#5): 40 + 8 wide, and as long as the rim.
    EXPECT_NEAR(areaOf(outlineOf(strip)), around * 48, 1);
    for (const char* name : {"expansion.front-seam", "expansion.gusset-seam", "expansion.zip-seam"}) {
      const Seam* seam = seamOf(pack, name);
      ASSERT_NE(seam, nullptr) << name;
      for (const configurator::Run& run : seam->runs) EXPECT_NEAR(lengthOf(pack, run), around, 1) << name;
    }
    EXPECT_NEAR(amountOf(pack, "expansion.zip"), (around + 40) / 1000, 0.001);
    EXPECT_EQ(amountOf(pack, "expansion.zip-slider"), 1);
    EXPECT_EQ(amountOf(pack, "expansion.zip-puller"), 1);
    // Bound along both seams of the strip, 3 % longer than they are.
    EXPECT_NEAR(amountOf(pack, "expansion.seam-binding"), 1.03 * 2 * around / 1000, 0.01);
  }
}

TEST(Expansion, LiesFoldedInsideTheGussetAsLargeAsItIsCut) {
  const Pack pack = packWith("commuter", {{"expansion", "zip-40"}});
  for (const char* name : {"expansion.strip", "expansion.zip-garage"}) {
    const Piece& piece = *findPiece(pack, name);
    const PieceMesh mesh = meshPiece(piece, 6);
    const double cut = areaOf(outlineOf(piece));
    EXPECT_NEAR(spaceArea(mesh), cut, 0.03 * cut) << name;
  }
  // Nothing of the strip stands out over the box of back length, width and depth with the gusset's bow.
  const double bow = (pack.dimensions_mm.x - pack.parameters.at("width")) / 2;
  const PieceMesh strip = meshPiece(*findPiece(pack, "expansion.strip"), 8);
  for (const Vec3& at : strip.space) {
    EXPECT_LT(std::abs(at.x), pack.dimensions_mm.x / 2);
    EXPECT_GT(at.y, -10);
    EXPECT_LT(at.y, pack.dimensions_mm.y + bow);
    EXPECT_LT(at.z, pack.dimensions_mm.z);
  }
}

TEST(Expansion, KeepsThePipingInTheFrontSeam) {
  const Pack pack = packWith("commuter", {{"expansion", "zip-40"}, {"reflective", "piping"}});
  double around = 0;
  for (const Edge& edge : findPiece(pack, "body.front")->edges) around += lengthOf(edge.points);
  EXPECT_NEAR(amountOf(pack, "reflective.piping"), (around + 40) / 1000, 0.01);
}

TEST(Expansion, NeedsRoundedCorners) {
  for (const char* shape : {"square", "arched"}) {
    const auto violations = violationsOf(
        programWorkshop(), designWith("commuter", {{"expansion", "zip-40"}, {"panel-shape", shape}}));
    ASSERT_EQ(violations.size(), 1U) << shape;
    EXPECT_EQ(violations.front().rule, "expansion-needs-round-corners");
  }
}

TEST(Expansion, IsNothingForABodyWithoutAFrontSeamAllRound) {
  for (const char* id : {"hydration", "endurance"})
    EXPECT_FALSE(violationsOf(programWorkshop(), designWith(id, {{"expansion", "zip-40"}})).empty()) << id;
}

}  // namespace
}  // namespace configurator
