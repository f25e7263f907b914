// Notches over all templates, sizes and random designs: each has its partner, found again by walking the
// pieces' lines anew.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/notches.h"
#include "configurator/pack/pack_product.h"
#include "configurator/session/figures.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

/// A run as one list of points, one for each tenth of a millimetre: another road than the rule's.
struct Trace {
  std::vector<Vec2> points;
  std::vector<std::string> pieces;
};

Trace traceOf(const Pack& pack, const Run& run) {
  constexpr double kStep = 0.1;
  Trace trace;
  for (const RunPart& part : run) {
    const Piece& piece = *findPiece(pack, part.piece);
    const Polyline* line = nullptr;
    for (const Edge& edge : piece.edges)
      if (edge.name == part.edge) line = &edge.points;
    for (const Mark& mark : piece.marks)
      if (line == nullptr && mark.name == part.edge) line = &mark.points;
    Polyline walked = stretchOf(*line, std::min(part.from_mm, part.to_mm < 0 ? 1e9 : part.to_mm),
                                std::max(part.from_mm, part.to_mm < 0 ? 1e9 : part.to_mm));
    if (part.to_mm >= 0 && part.to_mm < part.from_mm) walked = reversed(walked);
    const double length = lengthOf(walked);
    for (double at = 0; at < length; at += kStep) {
      trace.points.push_back(pointAlong(walked, at));
      trace.pieces.push_back(part.piece);
    }
  }
  return trace;
}

/// How far along its run a notch's point lies, in mm; -1 when it is not on it. A run may pass a point twice,
/// so the nearest to where it should be counts.
double walkedTo(const Trace& trace, const NotchPlace& place) {
  double best = -1;
  for (std::size_t i = 0; i < trace.points.size(); ++i) {
    if (trace.pieces[i] != place.piece || glm::distance(trace.points[i], place.at) > 0.3) continue;
    const double at = 0.1 * static_cast<double>(i);
    if (best < 0 || std::abs(at - place.walked_mm) < std::abs(best - place.walked_mm)) best = at;
  }
  return best;
}

std::set<std::string> piecesOf(const Seam& seam) {
  std::set<std::string> pieces;
  for (const Run& run : seam.runs)
    for (const RunPart& part : run) pieces.insert(part.piece);
  return pieces;
}

void expectMatched(const Pack& pack, const NotchRule& rule) {
  std::map<std::string, std::vector<SeamNotch>> by_seam;
  for (const SeamNotch& notch : notchesOf(pack, rule)) by_seam[notch.seam->id].push_back(notch);
  for (const Seam& seam : pack.seams) {
    SCOPED_TRACE(seam.id);
    const double lengths[2] = {lengthOf(pack, seam.runs[0]), lengthOf(pack, seam.runs[1])};
    const bool wanted = piecesOf(seam).size() > 1 && std::min(lengths[0], lengths[1]) > 150;
    ASSERT_EQ(by_seam.count(seam.id), wanted ? 1U : 0U);
    if (!wanted) continue;
    const Trace traces[2] = {traceOf(pack, seam.runs[0]), traceOf(pack, seam.runs[1])};
    double before = 0;
    for (const SeamNotch& notch : by_seam.at(seam.id)) {
      double share[2] = {0, 0};
      for (const int side : {0, 1}) {
        const double walked = walkedTo(traces[side], notch.places[side]);
        ASSERT_GE(walked, 0) << "a notch of " << notch.places[side].piece << " is not on its run";
        share[side] = walked / lengths[side];
      }
      EXPECT_NEAR(share[0] * lengths[1], share[1] * lengths[1], 1);
      EXPECT_GE(share[0] * std::min(lengths[0], lengths[1]) - before, 30 - 1.5);
      before = share[0] * std::min(lengths[0], lengths[1]);
    }
    EXPECT_GE(std::min(lengths[0], lengths[1]) - before, 30 - 1.5);
    // No stretch of a seam is so long that it goes astray.
    EXPECT_LE(static_cast<double>(std::min(lengths[0], lengths[1])) /
                  static_cast<double>(by_seam.at(seam.id).size() + 1),
              4 * 350 / 4.0 + 1);
  }
}

TEST(Notches, MeetTheirPartnersOnEverySeamOfTheTemplatesInEverySize) {
  const NotchRule rule = notchRuleOf(testWorkshop().catalog);
  for (const Design& design : templateDesigns()) {
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
      SCOPED_TRACE(design.template_id + " " + packSizeName(size));
      expectMatched(buildPack(testWorkshop().catalog, design.choices, size), rule);
    }
  }
}

TEST(Notches, MeetTheirPartnersInRandomDesigns) {
  const NotchRule rule = notchRuleOf(testWorkshop().catalog);
  for (std::size_t i = 0; i < randomDesigns().size() / 4; ++i) {
    SCOPED_TRACE(i);
    expectMatched(buildPack(testWorkshop().catalog, randomDesigns()[i].choices, PackSize::M), rule);
    if (testing::Test::HasFatalFailure()) return;
  }
}

/// Two cuts on the back, one elsewhere: by the seams' names, which say what they join.
TEST(Notches, AreDoubleOnTheBack) {
  for (const Design& design : templateDesigns()) {
    if (design.template_id != "commuter") continue;
    const Pack pack = buildPack(testWorkshop().catalog, design.choices, PackSize::M);
    std::map<std::string, int> cuts;
    for (const SeamNotch& notch : notchesOf(pack, {})) cuts[notch.seam->id] = notch.count;
    ASSERT_TRUE(cuts.count("body.back-seam") == 1 && cuts.count("body.front-seam") == 1);
    EXPECT_EQ(cuts["body.back-seam"], 2);
    EXPECT_EQ(cuts["body.front-seam"], 1);
  }
}

/// Every notch that is cut is a mark on the outline of its pattern, and no two are in one place.
TEST(Notches, LieOnTheOutlinesOfTheirPatterns) {
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE(design.template_id);
    auto figures = figuresOf(testWorkshop(), design);
    ASSERT_TRUE(figures.has_value() && figures->product);
    bom::Product& product = *figures->product;
    addNotches(testWorkshop().catalog, *figures->pack, product);
    std::size_t cut = 0;
    for (const bom::PatternPiece& piece : product.pieces) {
      Polyline outline;
      for (const bom::PieceEdge& edge : piece.edges)
        for (std::size_t i = 0; i + 1 < edge.points.size(); ++i)
          outline.push_back({edge.points[i].x, edge.points[i].y});
      std::vector<Vec2> places;
      for (const bom::PieceMark& mark : piece.marks) {
        if (mark.kind != "notch") continue;
        const Vec2 at{mark.points.front().x, mark.points.front().y};
        EXPECT_LT(distanceTo(outline, at), 1.2) << piece.code << " " << mark.name;  // a cut of two on a curve
        for (const Vec2& other : places)
          EXPECT_GT(glm::distance(at, other), 0.5) << piece.code << " " << mark.name;
        places.push_back(at);
        ++cut;
      }
    }
    EXPECT_GT(cut, 0U);
  }
}

}  // namespace
}  // namespace configurator
