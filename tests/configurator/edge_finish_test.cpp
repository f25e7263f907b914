// The finish of every edge is the one that its seam or its work makes, over all templates and random designs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "configurator/pack/build_pack.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

/// What is done along one edge: finishes of seams, classes of seams and stitch lines, stitches.
struct Done {
  std::set<std::string> finishes, classes, stitches;
  bool in_seam = false;
};
using DoneByEdge = std::map<std::pair<std::string, std::string>, Done>;

DoneByEdge doneOf(const Pack& pack) {
  DoneByEdge done;
  for (const Seam& seam : pack.seams) {
    for (const Run& run : seam.runs) {
      for (const RunPart& part : run) {
        Done& one = done[{part.piece, part.edge}];
        one.finishes.insert(seam.finish);
        one.classes.insert(seam.seam_class);
        one.stitches.insert(seam.stitch);
        one.in_seam = true;
      }
    }
  }
  for (const StitchLine& line : pack.stitch_lines) {
    for (const RunPart& part : line.run) {
      Done& one = done[{part.piece, part.edge}];
      one.classes.insert("line " + line.seam_class + " " + line.purpose);
      one.stitches.insert(line.stitch);
    }
  }
  return done;
}

bool any(const std::set<std::string>& texts, const std::string& part) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

/// A binding along the edge itself, or along what it is sewn to.
bool isBoundHere(const Done& one) {
  return any(one.finishes, "bound") || any(one.classes, "line 3.");
}

/// Edges that share a seam, by one of them.
std::map<std::pair<std::string, std::string>, std::set<std::pair<std::string, std::string>>> neighboursOf(
    const Pack& pack) {
  std::map<std::pair<std::string, std::string>, std::set<std::pair<std::string, std::string>>> neighbours;
  for (const Seam& seam : pack.seams) {
    std::set<std::pair<std::string, std::string>> edges;
    for (const Run& run : seam.runs)
      for (const RunPart& part : run) edges.emplace(part.piece, part.edge);
    for (const auto& edge : edges) neighbours[edge].insert(edges.begin(), edges.end());
  }
  return neighbours;
}

void check(const Pack& pack) {
  DoneByEdge done = doneOf(pack);
  const auto neighbours = neighboursOf(pack);
  for (const Piece& piece : pack.pieces) {
    for (const Edge& edge : piece.edges) {
      SCOPED_TRACE(piece.id + "/" + edge.name + " " + edgeFinishName(edge.finish));
      const std::pair<std::string, std::string> key{piece.id, edge.name};
      const Done& one = done[key];
      bool bound_beside = isBoundHere(one);
      // A layer may be basted to a layer that is basted to the bound one.
      std::set<std::pair<std::string, std::string>> near{key};
      for (int step = 0; step < 3; ++step) {
        for (const auto& edges : std::set<std::pair<std::string, std::string>>(near)) {
          if (const auto met = neighbours.find(edges); met != neighbours.end())
            near.insert(met->second.begin(), met->second.end());
        }
      }
      for (const auto& other : near) bound_beside = bound_beside || isBoundHere(done[other]);
      const bool folded = edge.name.rfind("inner-", 0) == 0;
      switch (edge.finish) {
        case EdgeFinish::Bound:
          EXPECT_TRUE(bound_beside);
          break;
        case EdgeFinish::Hemmed:
          EXPECT_TRUE(any(one.classes, "6.0") || any(one.classes, "7.26.01"));
          break;
        case EdgeFinish::Overlocked:
          EXPECT_TRUE(any(one.stitches, "514"));
          break;
        case EdgeFinish::Raw:
          EXPECT_TRUE(one.in_seam || folded || piece.layer == "foam" || piece.layer == "board" ||
                      piece.layer == "mesh");
          EXPECT_FALSE(isBoundHere(one));
          break;
        case EdgeFinish::HotCut:
          EXPECT_TRUE(piece.layer != "foam" && piece.layer != "board" && piece.layer != "mesh");
          break;
        case EdgeFinish::Taped:
          EXPECT_TRUE(any(one.finishes, "taped"));
          break;
      }
    }
  }
}

TEST(EdgeFinish, IsMadeByWhatIsSewnAlongTheEdge) {
  for (const Design& design : templateDesigns())
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L})
      check(buildPack(testWorkshop().catalog, design.choices, size));
  for (std::size_t i = 0; i < randomDesigns().size(); ++i) {
    SCOPED_TRACE(i);
    check(buildPack(testWorkshop().catalog, randomDesigns()[i].choices, PackSize::M));
    if (testing::Test::HasFailure()) return;
  }
}

EdgeFinish finishOf(const Pack& pack, const std::string& piece, const std::string& edge) {
  return findEdge(*findPiece(pack, piece), edge)->finish;
}

/// Read off the construction notes: a panel loader is bound at its back, its mesh pocket hemmed with elastic
/// at the mouth; a vest's outline is bound and its sides are overlocked.
TEST(EdgeFinish, IsThatOfTheConstruction) {
  for (const Design& design : templateDesigns()) {
    const Pack pack = buildPack(testWorkshop().catalog, design.choices, PackSize::M);
    if (design.template_id == "commuter") {
      EXPECT_EQ(finishOf(pack, "body.back", "top"), EdgeFinish::Bound);
      EXPECT_EQ(finishOf(pack, "body.zip-wide", "zip"), EdgeFinish::Raw);  // folded to the chain
      EXPECT_EQ(finishOf(pack, "body.zip-tab-left", "left"), EdgeFinish::HotCut);
      EXPECT_EQ(finishOf(pack, "back-panel.foam", "top"), EdgeFinish::Raw);
      EXPECT_EQ(finishOf(pack, "side-pocket.panel-left", "top"), EdgeFinish::Hemmed);
    }
    if (design.template_id == "hydration") {
      EXPECT_EQ(finishOf(pack, "body.back-outer", "neck"), EdgeFinish::Bound);
      EXPECT_EQ(finishOf(pack, "body.back-inner", "neck"), EdgeFinish::Bound);
      EXPECT_EQ(finishOf(pack, "body.side-wing-left", "rear"), EdgeFinish::Overlocked);
    }
  }
}

}  // namespace
}  // namespace configurator
