// Sternum straps of whole packs: every slider and hook is held by something, and no strap runs through
// cloth or wearer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/mesh_piece.h"
#include "configurator/pack/torso.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

const Fitting* fittingOf(const Pack& pack, const std::string& id) {
  for (const Fitting& fitting : pack.fittings) {
    if (fitting.id == id) return &fitting;
  }
  return nullptr;
}

const RibbonShape& bandOf(const Pack& pack, const std::string& id) {
  const Fitting* fitting = fittingOf(pack, id);
  if (fitting == nullptr) throw std::runtime_error("no fitting " + id);
  return std::get<RibbonShape>(fitting->shapes.at(0).drawn());
}

/// The tacks whose id starts so, with their distance to the edge of the piece they are on; -1: beside it.
std::vector<double> tacksOf(const Pack& pack, const std::string& id, const std::string& piece) {
  std::vector<double> margins;
  const Polyline outline = outlineOf(*findPiece(pack, piece));
  for (const Tack& tack : pack.tacks) {
    if (tack.id.rfind(id, 0) != 0) continue;
    EXPECT_EQ(tack.piece, piece);
    margins.push_back(isInside(outline, tack.at) ? distanceTo(outline, tack.at) : -1);
  }
  return margins;
}

struct Held {
  std::string design, option, piece;
  std::vector<std::string> heights;
};

const std::vector<Held> kHeld{{"commuter", "one", "harness.shell-", {"upper"}},
                              {"commuter", "two", "harness.shell-", {"upper", "lower"}},
                              {"hydration", "one", "body.wing-outer-", {"upper"}},
                              {"hydration", "two", "body.wing-outer-", {"upper", "lower"}},
                              {"lightweight", "cords", "body.wing-outer-", {"upper", "lower"}}};

TEST(SternumStrap, IsHeldByLoopsTackedTwiceToStrapOrWing) {
  for (const Held& held : kHeld) {
    const Pack pack = packWith(held.design, {{"sternum", held.option}});
    for (const std::string& height : held.heights) {
      for (const std::string side : {"left", "right"}) {
        SCOPED_TRACE(held.design + " " + held.option + " " + height + " " + side);
        const std::string loop = "sternum." + height + "-loop-" + side;
        const Fitting* webbing = fittingOf(pack, loop);
        ASSERT_NE(webbing, nullptr);
        EXPECT_EQ(webbing->item, "web15");
        EXPECT_DOUBLE_EQ(webbing->amount, 0.07);
        // 15 mm webbing: its tacks need half of it and two millimetres.
        EXPECT_THAT(tacksOf(pack, loop, held.piece + side),
                    testing::ElementsAre(testing::Gt(9.5), testing::Gt(9.5)));
      }
    }
  }
}

TEST(SternumStrap, RunsThroughSlidersMadeForItsWidth) {
  const Options sliders{{"one", "stslide"}, {"two", "stslide15"}};
  for (const auto& [option, item] : sliders) {
    const Pack pack = packWith("hydration", {{"sternum", option}});
    ASSERT_NE(fittingOf(pack, "sternum.upper-slider-left"), nullptr) << option;
    EXPECT_EQ(fittingOf(pack, "sternum.upper-slider-left")->item, item) << option;
  }
}

TEST(SternumStrap, RidesOnBareWebbing) {
  const Pack pack = packWith("commuter", {{"harness", "webbing"}, {"sternum", "one"}});
  EXPECT_EQ(fittingOf(pack, "sternum.upper-loop-left"), nullptr);
  for (const std::string side : {"left", "right"}) {
    const Fitting* slider = fittingOf(pack, "sternum.upper-slider-" + side);
    ASSERT_NE(slider, nullptr);
    const Vec3 at = std::get<ModelShape>(slider->shapes.at(0).drawn()).at;
    double nearest = 1e9;
    const RibbonShape& strap = bandOf(pack, "harness.strap-" + side);
    for (std::size_t i = 1; i < strap.path.size(); ++i)
      nearest = std::min(nearest, glm::distance(at, (strap.path[i - 1] + strap.path[i]) / 2.0));
    EXPECT_LT(nearest, 8);
  }
}

TEST(SternumRails, AreSewnOnAndTheirTravelIsFromStopToStop) {
  for (const std::string design : {"commuter", "hydration"}) {
    const Pack pack = packWith(design, {{"sternum", "rails"}});
    const std::string piece = design == "commuter" ? "harness.shell-" : "body.wing-outer-";
    for (const std::string side : {"left", "right"}) {
      SCOPED_TRACE(design + " " + side);
      const std::string rail = "sternum.rail-" + side;
      ASSERT_NE(fittingOf(pack, rail), nullptr);
      EXPECT_EQ(fittingOf(pack, rail)->item, "strail");
      EXPECT_DOUBLE_EQ(fittingOf(pack, rail)->amount, 0.16);
      EXPECT_NEAR(lengthOf(pack, {{piece + side, rail}}), 160, 0.01);
      EXPECT_NEAR(lengthOf(bandOf(pack, rail).path), 160, 0.03 * 160) << "flat is round";
      EXPECT_THAT(tacksOf(pack, rail, piece + side), testing::ElementsAre(testing::Gt(7), testing::Gt(7)));
    }
    // The set has its buckle and both sliders.
    ASSERT_NE(fittingOf(pack, "sternum.upper-rail-set"), nullptr);
    EXPECT_EQ(fittingOf(pack, "sternum.upper-rail-set")->shapes.size(), 3U);
    EXPECT_EQ(fittingOf(pack, "sternum.upper-buckle"), nullptr);
    const auto travel = std::find_if(pack.measures.begin(), pack.measures.end(),
                                     [](const Measure& measure) { return measure.id == "L"; });
    ASSERT_NE(travel, pack.measures.end());
    EXPECT_DOUBLE_EQ(travel->value_mm, 150) << "160 less a stop of 5 at each end";
  }
}

/// How far a point lies before a piece of cloth that it is above or below; large where it is beside it.
double clearOf(const PieceMesh& mesh, Vec3 at) {
  double clear = 1e9, nearest = 6;
  for (std::size_t i = 0; i < mesh.space.size(); ++i) {
    const Vec3 from = at - mesh.space[i];
    const double above = glm::dot(from, mesh.normals[i]);
    const double aside = glm::length(from - above * mesh.normals[i]);
    if (aside >= nearest || std::abs(above) > 25) continue;
    nearest = aside;
    clear = above;
  }
  return clear;
}

TEST(SternumStrap, LiesOverStrapsAndChest) {
  for (const std::string design : {"commuter", "hydration", "modular", "lightweight"}) {
    for (const std::string option : {"one", "two", "rails"}) {
      const Pack pack = packWith(design, {{"sternum", option}});
      const bool vest = pack.construction == "vest";
      std::vector<PieceMesh> straps;
      for (const std::string side : {"left", "right"})
        straps.push_back(
            meshPiece(*findPiece(pack, (vest ? "body.wing-outer-" : "harness.shell-") + side), 6));
      const Torso torso = makeTorso(PackSize::M, pack.c7_y_mm, -pack.back_gap_mm);
      for (const std::string height : {"upper", "lower"}) {
        for (const std::string part : {"-webbing-left", "-webbing-right", "-insert"}) {
          const std::string id = "sternum." + height + part;
          if (fittingOf(pack, id) == nullptr) continue;
          SCOPED_TRACE(design + " " + option + " " + id);
          for (const Vec3& at : bandOf(pack, id).path) {
            EXPECT_LT(depthInside(torso, at), 0.5);
            for (const PieceMesh& strap : straps) EXPECT_GT(clearOf(strap, at), 0.5) << at.x;
          }
        }
      }
    }
  }
}

/// Construction reference: webbing of 350 to 450 in two halves with an elastic insert of 60, a bartack at
/// each of its four ends.
TEST(SternumStrap, IsTwoHalvesWithAnElasticInsert) {
  for (const std::string option : {"one", "two", "rails"}) {
    const Pack pack = packWith("commuter", {{"sternum", option}});
    const int straps = option == "two" ? 2 : 1;
    for (int i = 0; i < straps; ++i) {
      const std::string strap = std::string("sternum.") + (i == 0 ? "upper" : "lower");
      SCOPED_TRACE(option + " " + strap);
      const Fitting *left = fittingOf(pack, strap + "-webbing-left"),
                    *right = fittingOf(pack, strap + "-webbing-right"),
                    *insert = fittingOf(pack, strap + "-insert");
      ASSERT_TRUE(left != nullptr && right != nullptr && insert != nullptr);
      EXPECT_GE(left->amount + right->amount, 0.35);
      EXPECT_LE(left->amount + right->amount, 0.45);
      EXPECT_EQ(insert->zone, "elastic");
      EXPECT_DOUBLE_EQ(insert->amount, 0.06);
      const auto tacks = std::find_if(pack.work.begin(), pack.work.end(),
                                      [&](const Work& work) { return work.id == strap + "-tacks"; });
      ASSERT_NE(tacks, pack.work.end());
      EXPECT_EQ(tacks->operation, "B01");
      EXPECT_EQ(tacks->occurrences, 4);
      // They used to eat no thread: four tacks of 28 stitches at 0.25 m (assumption of the stitch table).
      const Fitting* thread = fittingOf(pack, strap + "-tacks-thread");
      ASSERT_NE(thread, nullptr);
      EXPECT_EQ(thread->zone, "thread");
      EXPECT_NEAR(thread->amount, 1.0, 1e-9);
    }
  }
}

/// The middle between both tacks of a sternum loop, on its strap's flat.
Vec2 loopOf(const Pack& pack, const std::string& loop) {
  Vec2 sum{0, 0};
  int tacks = 0;
  for (const Tack& tack : pack.tacks) {
    if (tack.id.rfind(loop + "-tack-", 0) != 0) continue;
    sum += tack.at;
    ++tacks;
  }
  EXPECT_EQ(tacks, 2) << loop;
  return sum / std::max(1.0, static_cast<double>(tacks));
}

/// Construction reference: two straps stand 100 to 130 apart, measured on the strap; on webbing, which has no
/// loops, straight between the sliders.
TEST(SternumStrap, TwoStandAHundredApartOrMore) {
  for (const std::string harness : {"padded", "padded-thick", "vest-harness", "unpadded", "webbing"}) {
    const Design design = designWith("commuter", {{"sternum", "two"}, {"harness", harness}});
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
      SCOPED_TRACE(harness + " " + packSizeName(size));
      const Pack pack = buildPack(programWorkshop().catalog, design.choices, size);
      for (const std::string side : {"left", "right"}) {
        if (harness != "webbing") {
          const double apart = glm::distance(loopOf(pack, "sternum.upper-loop-" + side),
                                             loopOf(pack, "sternum.lower-loop-" + side));
          EXPECT_GE(apart, 99.5);
          EXPECT_LE(apart, 130);
          continue;
        }
        const auto at = [&](const std::string& height) {
          return std::get<ModelShape>(
                     fittingOf(pack, "sternum." + height + "-slider-" + side)->shapes.at(0).drawn())
              .at;
        };
        const double slid = glm::distance(at("upper"), at("lower"));
        EXPECT_GT(slid, 96);  // the strap is a little longer between them
        EXPECT_LT(slid, 130);
      }
    }
  }
}

}  // namespace
}  // namespace configurator
