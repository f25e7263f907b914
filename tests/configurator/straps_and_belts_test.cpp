// Harnesses and belts of box packs beside the padded strap: vest wings, bare cloth, the trekking belt; and
// the doubled bottom of a panel loader.
#include <gtest/gtest.h>

#include <algorithm>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/cut_line.h"
#include "configurator/pack/pack_product.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

Design designWith(const std::string& id, const std::map<std::string, std::string>& options) {
  Design design = templateDesign(id);
  for (const auto& [slot, option] : options) design.choices.options.at(slot).value = option;
  EXPECT_TRUE(isValid(violationsOf(programWorkshop(), design)));
  return design;
}

Pack packOf(const Design& design) {
  return buildPack(programWorkshop().catalog, design.choices, PackSize::M);
}

/// Grams of one module's pieces and fittings.
double gramsOf(const Design& design, const std::string& assembly) {
  double grams = 0;
  for (const bom::Use& use : buildProduct(programWorkshop().catalog, design, packOf(design)).uses)
    grams += use.assembly == assembly ? use.mass.toDouble() : 0;
  return grams;
}

double cutAreaOf(const Pack& pack, const std::string& id) {
  const Piece* piece = findPiece(pack, id);
  return piece == nullptr ? 0 : areaOf(cutLineOf(*piece)) * 1e-6;
}

bool hasFitting(const Pack& pack, const std::string& id) {
  return std::any_of(pack.fittings.begin(), pack.fittings.end(),
                     [&](const Fitting& fitting) { return fitting.id == id; });
}

TEST(VestHarness, HasWideWingsWithAFlaskPocketAndAStashPocketEach) {
  const Design design = designWith("endurance", {{"harness", "vest-harness"}});
  const Pack pack = packOf(design);
  for (const std::string side : {"-left", "-right"}) {
    EXPECT_NE(findPiece(pack, "harness-flask.panel" + side), nullptr);
    EXPECT_NE(findPiece(pack, "harness-flask-stash.panel" + side), nullptr);
    EXPECT_TRUE(hasFitting(pack, "harness-flask.mouth-cord" + side));
    // The reference gives a wing of a pack 0.055 to 0.065 m2, flask pocket apart.
    EXPECT_GT(cutAreaOf(pack, "harness.shell" + side), 0.048);
    EXPECT_LT(cutAreaOf(pack, "harness.shell" + side), 0.065);
  }
  const Design straps = designWith("endurance", {{"harness", "padded"}});
  EXPECT_GT(cutAreaOf(pack, "harness.shell-left"), 1.4 * cutAreaOf(packOf(straps), "harness.shell-left"));
}

TEST(UnpaddedHarness, IsTwoLayersOfClothOnNarrowWebbing) {
  // Reference: an unpadded double fabric pair with its tails weighs 19 to 35 g; anchors and yoke come to it.
  const Design design = designWith("endurance", {{"harness", "unpadded"}});
  const Pack pack = packOf(design);
  EXPECT_EQ(findPiece(pack, "harness.foam-left"), nullptr);
  EXPECT_EQ(findPiece(pack, "harness.face-left")->item, findPiece(pack, "harness.shell-left")->item);
  EXPECT_LT(gramsOf(design, "harness"), gramsOf(designWith("endurance", {{"harness", "padded"}}), "harness"));
  // Turned out as its description says, not bound: ISO 4916 1.06.01, and a row along the turned edge.
  EXPECT_FALSE(hasFitting(pack, "harness.binding-left"));
  const auto close = std::find_if(pack.seams.begin(), pack.seams.end(),
                                  [](const Seam& seam) { return seam.id == "harness.close-left"; });
  ASSERT_NE(close, pack.seams.end());
  EXPECT_EQ(close->seam_class, "1.06.01");
  EXPECT_EQ(findEdge(*findPiece(pack, "harness.shell-left"), "left")->finish, EdgeFinish::Raw);
  const bool topstitched =
      std::any_of(pack.stitch_lines.begin(), pack.stitch_lines.end(),
                  [](const StitchLine& line) { return line.id == "harness.topstitch-left"; });
  EXPECT_TRUE(topstitched);
}

TEST(TrekkingBelt, WeighsWhatSuchBeltsWeigh) {
  // Reference: a full padded trekking belt weighs 150 to 300 g, one weighed 200 g.
  const double grams = gramsOf(designWith("endurance", {{"hip-belt", "trekking"}}), "hip-belt");
  EXPECT_GT(grams, 150);
  EXPECT_LT(grams, 300);
}

const StitchLine* stitchOf(const Pack& pack, const std::string& id) {
  const auto found = std::find_if(pack.stitch_lines.begin(), pack.stitch_lines.end(),
                                  [&](const StitchLine& line) { return line.id == id; });
  return found == pack.stitch_lines.end() ? nullptr : &*found;
}

const Tack* tackOf(const Pack& pack, const std::string& id) {
  const auto found =
      std::find_if(pack.tacks.begin(), pack.tacks.end(), [&](const Tack& tack) { return tack.id == id; });
  return found == pack.tacks.end() ? nullptr : &*found;
}

double metresOf(const Pack& pack, const std::string& id) {
  for (const Fitting& fitting : pack.fittings)
    if (fitting.id == id) return fitting.amount;
  return 0;
}

TEST(BeltWing, HasItsBindingAndItsWebbingSewnOn) {
  for (const char* belt : {"padded", "padded-pockets", "trekking", "detachable"}) {
    SCOPED_TRACE(belt);
    const Pack pack = packOf(designWith("endurance", {{"hip-belt", belt}}));
    for (const std::string side : {"left", "right"}) {
      const StitchLine* binding = stitchOf(pack, "hip-belt.binding-stitch-" + side);
      ASSERT_NE(binding, nullptr);
      // Reference: a binding is 1.03 of what it binds.
      EXPECT_NEAR(1.03 * lengthOf(pack, binding->run), 1000 * metresOf(pack, "hip-belt.binding-" + side),
                  0.1);
      const StitchLine* webbing = stitchOf(pack, "hip-belt.webbing-stitch-" + side);
      ASSERT_NE(webbing, nullptr);
      EXPECT_EQ(webbing->run.front().piece, "hip-belt.shell-" + side);
      const Tack* tip = tackOf(pack, "hip-belt.webbing-tack-" + side);
      ASSERT_NE(tip, nullptr);
      EXPECT_EQ(tip->piece, "hip-belt.shell-" + side);
    }
  }
}

TEST(TrekkingBelt, HasItsSnuggersTackedToThePackAndTheirLocksToTheWings) {
  const Pack pack = packOf(designWith("endurance", {{"hip-belt", "trekking"}}));
  for (const std::string side : {"left", "right"}) {
    const Tack *upper = tackOf(pack, "hip-belt.snugger-tack-" + side),
               *lock = tackOf(pack, "hip-belt.snugger-tab-tack-" + side);
    ASSERT_TRUE(upper != nullptr && lock != nullptr);
    EXPECT_EQ(upper->piece.rfind("body.", 0), 0U) << upper->piece;
    EXPECT_EQ(lock->piece, "hip-belt.shell-" + side);
    EXPECT_NEAR(metresOf(pack, "hip-belt.snugger-tab-" + side), 0.1, 1e-9);
  }
}

/// What comes off carries the hook, what stays is the sleeve with its loop; each tape is sewn all round.
TEST(DetachableBelt, LeavesASleeveWithLoopOnThePack) {
  const Pack pack = packOf(designWith("endurance", {{"hip-belt", "detachable"}}));
  std::map<std::string, bool> detachable;
  for (const Assembly& assembly : pack.assemblies) detachable[assembly.id] = assembly.detachable;
  const Piece* sleeve = findPiece(pack, "hip-belt.sleeve");
  const Piece* tongue = findPiece(pack, "hip-belt.tongue-cloth");
  ASSERT_TRUE(sleeve != nullptr && tongue != nullptr);
  EXPECT_FALSE(detachable.at(sleeve->assembly));
  EXPECT_TRUE(detachable.at(tongue->assembly));
  for (const Seam& seam : pack.seams) {
    const bool on_pack = seam.runs[1].front().piece.rfind("body.", 0) == 0;
    EXPECT_FALSE(on_pack && detachable.at(seam.assembly)) << seam.id << " joins the belt to the pack";
  }
  // Construction reference: a tongue of 100 x 200 with hook, which goes through its sleeve.
  EXPECT_GE(lengthOf(findEdge(*tongue, "left")->points), 100);
  EXPECT_GT(lengthOf(findEdge(*sleeve, "left")->points), lengthOf(findEdge(*tongue, "left")->points) + 10);
  EXPECT_LT(lengthOf(findEdge(*sleeve, "top")->points), lengthOf(findEdge(*tongue, "top")->points));
  for (const std::string kind : {"hook", "loop"}) {
    for (const std::string i : {"-1", "-2"}) {
      const Fitting* tape = nullptr;
      for (const Fitting& fitting : pack.fittings)
        if (fitting.id == "hip-belt." + kind + i) tape = &fitting;
      ASSERT_NE(tape, nullptr);
      EXPECT_EQ(tape->item, kind + "50");
      EXPECT_EQ(detachable.at(tape->assembly), kind == "hook");
      EXPECT_GT(tape->amount, 0.15);
      const StitchLine* line = stitchOf(pack, "hip-belt." + kind + i + "-stitch");
      ASSERT_NE(line, nullptr);
      EXPECT_NEAR(lengthOf(pack, line->run), 2 * (1000 * tape->amount + 50), 0.1);
    }
  }
  for (const char* hem : {"bottom", "top"}) EXPECT_EQ(findEdge(*tongue, hem)->finish, EdgeFinish::Hemmed);
}

TEST(WebbingBelt, IsHeldByPatchesBehindItsAnchors) {
  const Pack pack = packOf(designWith("endurance", {{"hip-belt", "webbing"}}));
  for (const std::string side : {"-left", "-right"}) {
    // Construction reference: a patch of 40 x 60 behind every load tack.
    EXPECT_NEAR(cutAreaOf(pack, "hip-belt.backing" + side), 0.0024, 1e-6);
  }
}

/// Construction reference: ceil(B / 250) pairs, their ends in the gusset's seams or, where no seam is near,
/// on a patch of 40 x 60.
TEST(CompressionStraps, ArePairsByTheHeightWithEveryEndInASeamOrOnAPatch) {
  struct Case {
    std::string id;
    double back_mm;  // given; 0: as the template has it
    int pairs;
  };
  // What is straight of a side: under 250 on a back of 380 with an arched top, 250 to 500, over 500.
  const std::vector<Case> cases{
      {"humanitarian-aid", 380, 1}, {"commuter", 0, 2}, {"endurance", 0, 2}, {"endurance", 640, 3}};
  for (const auto& [id, back_mm, expected] : cases) {
    SCOPED_TRACE(id + " " + std::to_string(back_mm));
    Design design = designWith(id, {{"compression", "side-straps"}});
    if (back_mm > 0) {
      design.choices.parameters.at("back-length") = {back_mm, By::User, false};
      design.choices.parameters.at("capacity").by = By::Solved;
    }
    const Pack pack = packOf(design);
    int straps = 0, ends = 0;
    for (const Fitting& fitting : pack.fittings)
      straps += fitting.id.rfind("compression.strap-", 0) == 0 ? 1 : 0;
    for (const Tack& tack : pack.tacks) {
      const std::string stem = "compression.tack-";
      if (tack.id.rfind(stem, 0) != 0) continue;
      ++ends;
      // "compression.tack-1-left-2" has its patch in "compression.backing-left-2-tack-1".
      const std::string end = tack.id.substr(stem.size(), 1), place = tack.id.substr(stem.size() + 1);
      const bool in_seam = distanceTo(outlineOf(*findPiece(pack, tack.piece)), tack.at) <= 6;
      const bool on_patch = findPiece(pack, "compression.backing" + place + "-tack-" + end) != nullptr;
      EXPECT_NE(in_seam, on_patch) << tack.id;
    }
    EXPECT_EQ(straps, 2 * expected);
    EXPECT_EQ(ends, 4 * expected);
  }
}

/// Construction reference: a phone pocket is 170 x 95, a radio pocket 160 x 70; they hang under the sternum
/// strap's loop, which keeps clear of them in every size.
TEST(StrapPockets, HoldAPhoneOrARadioClearOfTheSternumStrap) {
  const std::map<std::string, Vec2> backs{{"strap-phone.back", {95, 170}}, {"radio.back", {70, 160}}};
  for (const auto& [id, size] : backs) {
    const bool phone = id == "strap-phone.back";
    const Design design = designWith("eco-tourism", {{"strap-pockets", phone ? "phone" : "none"},
                                                     {"radio", phone ? "none" : "strap"},
                                                     {"sternum", "one"}});
    for (const PackSize pack_size : {PackSize::S, PackSize::M, PackSize::L}) {
      SCOPED_TRACE(id + " " + packSizeName(pack_size));
      const Pack pack = buildPack(programWorkshop().catalog, design.choices, pack_size);
      const Piece* back = findPiece(pack, id);
      ASSERT_NE(back, nullptr);
      const Box2 box = boxOf(outlineOf(*back));
      EXPECT_NEAR(box.high.x - box.low.x, size.x, 0.1);
      EXPECT_NEAR(box.high.y - box.low.y, size.y, 0.1);
      const Tack* loop = tackOf(pack, "sternum.upper-loop-left-tack-low");
      ASSERT_NE(loop, nullptr);
      for (const Mark& mark : findPiece(pack, loop->piece)->marks) {
        if (mark.name.find("hold-") == std::string::npos) continue;
        for (const Vec2& at : mark.points) EXPECT_GT(glm::distance(at, loop->at), 10) << mark.name;
      }
    }
  }
}

/// What is sewn to a strap's or wing's cloth for a pocket, in a frame along a sternum loop.
Box2 marksAlong(const Piece& cloth, const std::string& pocket, Vec2 origin, Vec2 down) {
  Box2 box{{1e9, 1e9}, {-1e9, -1e9}};
  for (const Mark& mark : cloth.marks) {
    if (mark.name.rfind(pocket, 0) != 0) continue;
    for (const Vec2& at : mark.points) {
      const Vec2 p{glm::dot(at - origin, Vec2{-down.y, down.x}), glm::dot(at - origin, down)};
      box.low = glm::min(box.low, p);
      box.high = glm::max(box.high, p);
    }
  }
  return box;
}

/// They used to lie over the lower of two sternum straps' loops.
TEST(StrapPockets, LieBesideOrUnderTheLoopsOfTwoSternumStraps) {
  constexpr double kHalfLoop = 7.5;
  const std::vector<std::pair<std::string, Options>> worn{{"eco-tourism", {{"harness", "padded"}}},
                                                          {"eco-tourism", {{"harness", "vest-harness"}}},
                                                          {"hydration", {}}};
  for (const auto& [id, options] : worn) {
    Options changes = options;
    changes["sternum"] = "two";
    changes["strap-pockets"] = "phone-whistle";
    const Design design = designWith(id, changes);
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
      const Pack pack = buildPack(programWorkshop().catalog, design.choices, size);
      for (const std::string height : {"upper", "lower"}) {
        SCOPED_TRACE(id + " " + packSizeName(size) + " " + height);
        const Tack *high = tackOf(pack, "sternum." + height + "-loop-left-tack-high"),
                   *low = tackOf(pack, "sternum." + height + "-loop-left-tack-low");
        ASSERT_TRUE(high != nullptr && low != nullptr);
        const Vec2 down = glm::normalize(low->at - high->at);
        const Box2 box = marksAlong(*findPiece(pack, high->piece), "strap-phone.", high->at, down);
        ASSERT_LT(box.low.x, box.high.x);
        // What hangs has a back that reaches 12 mm beyond the rows that hold it.
        const double beyond = findPiece(pack, "strap-phone.back") != nullptr ? 12 : 0;
        const bool beside = box.low.x > kHalfLoop || box.high.x < -kHalfLoop;
        const bool under = box.low.y - beyond > glm::distance(high->at, low->at);
        const bool above = box.high.y + beyond < 0;
        EXPECT_TRUE(beside || under || above)
            << box.low.x << " " << box.low.y << " " << box.high.x << " " << box.high.y;
      }
    }
  }
}

/// A wing used to turn under the arm as a strap does, and its pocket lay on the flank. A flask stands upright
/// in it, further out than the cloth behind and not beyond the panel: 49 thick at scale 1.
TEST(VestHarness, HoldsSoftFlasksUprightInItsPockets) {
  const Design design = designWith("eco-tourism", {{"harness", "vest-harness"}, {"flasks", "two-500"}});
  EXPECT_TRUE(isValid(violationsOf(programWorkshop(), design)));
  const Pack pack = packOf(design);
  for (const std::string side : {"left", "right"}) {
    const auto flask = std::find_if(pack.fittings.begin(), pack.fittings.end(),
                                    [&](const Fitting& one) { return one.id == "flasks.flask-" + side; });
    ASSERT_NE(flask, pack.fittings.end());
    const auto model = std::get<ModelShape>(flask->shapes.at(0).drawn());
    const Vec3 up = glm::normalize(glm::cross(model.outward, model.along));
    EXPECT_GT(up.y, 0.85) << side;
    const Piece& panel = *findPiece(pack, "harness-flask.panel-" + side);
    const Box2 cut = boxOf(outlineOf(panel));
    const Vec3 front = panel.surface((cut.low + cut.high) / 2.0);
    EXPECT_GT(glm::dot(front - model.at, model.outward), 22) << side;
  }
  Design strapped = design;
  strapped.choices.options.at("harness").value = "padded";
  const auto refused = violationsOf(programWorkshop(), strapped);
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(refused.front().rule, "flasks-need-flask-pockets");
}

TEST(PanelLoader, StandsOnTwoLayersOfCloth) {
  const Pack pack = packOf(designWith("commuter", {}));
  const Piece* inner = findPiece(pack, "body.bottom-inner");
  ASSERT_NE(inner, nullptr);
  EXPECT_EQ(inner->item, findPiece(pack, "body.bottom-gusset")->item);
  const double width = pack.parameters.at("width"), depth = pack.parameters.at("depth");
  const double area = areaOf(outlineOf(*inner));
  EXPECT_GT(area, 0.8 * width * depth);
  EXPECT_LT(area, 1.2 * width * depth);
}

TEST(RaceVest, LeavesOutTheKangarooAndTheCordsOfTheVest) {
  const Pack vest = packOf(designWith("lightweight", {{"body", "vest"}}));
  const Pack race = packOf(designWith("lightweight", {{"body", "vest-race"}}));
  EXPECT_NE(findPiece(vest, "body.kangaroo"), nullptr);
  EXPECT_EQ(findPiece(race, "body.kangaroo"), nullptr);
  EXPECT_TRUE(hasFitting(vest, "body.flask-pocket-left-cord"));
  EXPECT_FALSE(hasFitting(race, "body.flask-pocket-left-cord"));
  EXPECT_NE(findPiece(race, "body.flask-pocket-left"), nullptr);
}

}  // namespace
}  // namespace configurator
