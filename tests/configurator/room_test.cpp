// What is named by its size has that size, or the design says that it has not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "configurator/pack/build_pack.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// Width and height of a piece's outline.
Vec2 sizeOf(const Pack& pack, const std::string& id) {
  const Piece* piece = findPiece(pack, id);
  if (piece == nullptr) return {0, 0};
  const Polyline outline = outlineOf(*piece);
  Vec2 low = outline.front(), high = outline.front();
  for (const Vec2& p : outline) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  return high - low;
}

Design designWith(const std::string& id, const std::map<std::string, std::string>& options, double litres) {
  Design design = templateDesign(id);
  for (const auto& [slot, option] : options) design.choices.options.at(slot).value = option;
  design.choices.parameters.at("capacity").value = litres;
  return design;
}

/// Inner sizes of the sleeves and the least litres that the catalog takes them with.
struct LaptopCase {
  const char* option;
  double width, height, least_l;
};
constexpr LaptopCase kLaptops[] = {{"sleeve-13", 230, 320, 14},
                                   {"sleeve-14", 240, 335, 16},
                                   {"sleeve-15", 260, 370, 18},
                                   {"sleeve-16", 270, 375, 20}};

TEST(Room, LaptopSleevesAreAsLargeAsTheirLaptops) {
  for (const LaptopCase& one : kLaptops) {
    for (const char* body : {"panel-loader", "panel-loader-wide", "roll-top"}) {
      for (const double litres : {one.least_l, 26.0}) {
        const double held = std::string(body) == "roll-top" ? std::max(litres, 18.0) : litres;
        SCOPED_TRACE(std::string(body) + " " + one.option + " " + std::to_string(held));
        const char* closure = std::string(body) == "roll-top" ? "roll-top-buckle" : "zip";
        const Design design =
            designWith("commuter", {{"body", body}, {"main-closure", closure}, {"laptop", one.option}}, held);
        ASSERT_THAT(violationsOf(programWorkshop(), design), IsEmpty());
        const Pack pack = buildPack(programWorkshop().catalog, design.choices, PackSize::M);
        const Vec2 facing = sizeOf(pack, "laptop.back-facing");
        EXPECT_NEAR(facing.x, one.width, 0.5);
        EXPECT_NEAR(facing.y, one.height, 0.5);
      }
    }
  }
}

TEST(Room, ALongSleeveMakesABagLongAndNotWide) {
  // The sleeve is 200 x 380: with 5 to each seam and 10 of ease a bag of 220 is wide enough. Its width grew
  // with its length to 420, of which the two front pockets took so much that no litres were left for a depth.
  const Design design = designWith("endurance",
                                   {{"laptop", "none"},
                                    {"hydration", "sleeve-bladder-20"},
                                    {"front-pocket", "two-zip"},
                                    {"dividers", "instrument"}},
                                   12);
  const Pack pack = buildPack(programWorkshop().catalog, design.choices, PackSize::M);
  EXPECT_LT(pack.parameters.at("width"), 270);
  EXPECT_GT(pack.parameters.at("depth"), 80);
  EXPECT_NEAR(pack.capacity_l, 12, 0.24);
  EXPECT_THAT(pack.shortfalls, IsEmpty());
}

TEST(Room, ALaptopSleeveStaysInsideThePanelThatItIsSewnTo) {
  const Design design = templateDesign("commuter");
  const Pack pack = buildPack(programWorkshop().catalog, design.choices, PackSize::M);
  const Piece& sleeve = *findPiece(pack, "laptop.back-facing");
  const Piece& lining = *findPiece(pack, "body.back-lining");
  const Polyline panel = outlineOf(lining);
  int points = 0;
  for (const Seam& seam : pack.seams) {
    if (seam.id != "laptop.back-facing-seam") continue;
    for (const RunPart& part : seam.runs[1]) {
      for (const Mark& mark : lining.marks) {
        if (mark.name != part.edge) continue;
        for (const Vec2& p : mark.points) {
          ++points;
          double area = 0;  // the sum of the triangles to all edges is the panel's own area only from inside
          for (std::size_t i = 0; i < panel.size(); ++i) {
            const Vec2 a = panel[i] - p, b = panel[(i + 1) % panel.size()] - p;
            area += std::abs(a.x * b.y - a.y * b.x) / 2;
          }
          EXPECT_NEAR(area, areaOf(panel), 1) << p.x << " " << p.y;
        }
      }
    }
  }
  EXPECT_GT(points, 3);
  EXPECT_GT(areaOf(outlineOf(sleeve)), 0);
}

TEST(Room, ASleeveThatTheGivenSizeCannotTakeIsAFindingWithBothSizes) {
  Design design = templateDesign("commuter");  // a 15 inch sleeve
  Chosen<double>& width = design.choices.parameters.at("width");
  width.value = 220;
  width.by = By::User;
  const auto violations = violationsOf(programWorkshop(), design);
  ASSERT_FALSE(violations.empty());
  EXPECT_EQ(violations.front().rule, "does-not-fit");
  EXPECT_THAT(violations.front().message, HasSubstr("Padded sleeve for 15 inch is 260 x 370 mm"));
  EXPECT_THAT(violations.front().message, HasSubstr("x 370 mm."));
  EXPECT_THAT(violations.front().ids, testing::ElementsAre("laptop", "width"));
}

TEST(Room, AVestsBladderSleeveHangsOverTheWholeBackInEverySize) {
  const Design design = templateDesign("hydration");
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    const Pack pack = buildPack(programWorkshop().catalog, design.choices, size);
    EXPECT_THAT(pack.shortfalls, IsEmpty());
    const auto& seams = pack.seams;
    const auto setting = std::find_if(seams.begin(), seams.end(),
                                      [](const Seam& seam) { return seam.id == "hydration-sleeve.setting"; });
    ASSERT_NE(setting, seams.end());
    // Down 330, round two corners of 20, along 180, up 330, as it is sewn on.
    EXPECT_NEAR(lengthOf(pack, setting->runs[1]), 2 * 330 + 180 - 4 * 20 + 3.14159 * 20, 1.5);
  }
}

TEST(Room, ABladderIsDrawnByItsLitresWhateverItHangsIn) {
  for (const char* id : {"hydration", "eco-tourism"}) {
    const Design design = templateDesign(id);  // both with 1.5 l
    const Pack pack = buildPack(programWorkshop().catalog, design.choices, PackSize::M);
    const auto bladder = std::find_if(pack.fittings.begin(), pack.fittings.end(), [](const Fitting& fitting) {
      return fitting.id == "hydration-bladder.bladder";
    });
    ASSERT_NE(bladder, pack.fittings.end());
    const auto& model = std::get<ModelShape>(bladder->shapes.at(0).drawn());
    EXPECT_NEAR(model.scale * model.scale * model.scale, 1.5 / 1.5, 1e-9) << "the model holds 1.5 l";
  }
}

TEST(Room, TheShortBackOfAVestIsAFinding) {
  Design design = templateDesign("hydration");
  Chosen<double>& length = design.choices.parameters.at("back-length");
  length.value = 350;
  length.by = By::User;
  const auto violations = violationsOf(programWorkshop(), design);
  EXPECT_THAT(violations, testing::Contains(testing::Field(
                              &Violation::message, HasSubstr("Sleeve with 1.5 l bladder is 180 x 330 mm"))));
}

TEST(Room, TheLabelsLitresArePromisedAtSizeMOnly) {
  FigureRequest request;
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    request.size = size;
    const auto figures = figuresOf(programWorkshop(), templateDesign("hydration"), request);
    ASSERT_TRUE(figures.has_value());
    EXPECT_TRUE(figures->valid) << packSizeName(size);
  }
}

/// Two litres leave the light vest's back no place for a logo beside its printed bar.
TEST(Room, ALogoWithoutAPlaceIsSaidInItsOwnWords) {
  Design design = templateDesign("lightweight");
  design.choices.parameters.at("capacity").value = 2;
  EXPECT_THAT(violationsOf(programWorkshop(), design),
              testing::Contains(testing::AllOf(
                  testing::Field(&Violation::rule, "does-not-fit"),
                  testing::Field(&Violation::message, HasSubstr("finds no free place on its cloth")),
                  testing::Field(&Violation::because, "Two marks in one place cover each other."))));
}

}  // namespace
}  // namespace configurator
