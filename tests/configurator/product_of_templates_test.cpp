// The product that leaves the program, over the ten templates: what it says of runs, tacks, colours and
// cartons is true of the patterns and the bill that leave with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_product.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

struct Made {
  std::string name;
  Pack pack;
  bom::Product product;
};

const std::vector<Made>& madeTemplates() {
  static const std::vector<Made> kMade = [] {
    std::vector<Made> made;
    const Catalog& catalog = testWorkshop().catalog;
    for (const Design& design : templateDesigns()) {
      Pack pack = buildPack(catalog, design.choices, PackSize::M);
      bom::Product product = buildProduct(catalog, design, pack);
      made.push_back({design.template_id, std::move(pack), std::move(product)});
    }
    return made;
  }();
  return kMade;
}

double lengthOf(const std::vector<bom::Point>& line) {
  double length = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return length;
}

const bom::PatternPiece& patternOfPart(const bom::Product& product, const std::string& part) {
  for (const bom::PatternPiece& piece : product.pieces) {
    if (std::count(piece.part_ids.begin(), piece.part_ids.end(), part) > 0) return piece;
  }
  throw std::logic_error("no pattern of " + part);
}

const std::vector<bom::Point>& lineOf(const bom::PatternPiece& piece, const std::string& name) {
  for (const bom::PieceEdge& edge : piece.edges) {
    if (edge.name == name) return edge.points;
  }
  for (const bom::PieceMark& mark : piece.marks) {
    if (mark.name == name) return mark.points;
  }
  throw std::logic_error("no line " + name + " on " + piece.code);
}

void expectOnPattern(const bom::Product& product, const std::vector<bom::RunPart>& run, double length_mm) {
  double sum = 0;
  for (const bom::RunPart& part : run) {
    const double whole = lengthOf(lineOf(patternOfPart(product, part.piece), part.edge));
    EXPECT_LE(std::max(part.from_mm, part.to_mm), whole + 0.01) << part.piece << " " << part.edge;
    EXPECT_GE(std::min(part.from_mm, part.to_mm), 0) << part.piece << " " << part.edge;
    sum += std::abs(part.to_mm - part.from_mm);
  }
  EXPECT_NEAR(sum, length_mm, 0.01);
}

/// Bug: runs of flipped parts named edges in their own frame, on a pattern that draws the other side.
TEST(ProductOfTemplates, RunsStayOnTheEdgesOfTheirPatternAndKeepTheirLengths) {
  for (const Made& made : madeTemplates()) {
    for (const bom::ConstructionSeam& seam : made.product.seams) {
      SCOPED_TRACE(made.name + " " + seam.id);
      for (const int side : {0, 1}) expectOnPattern(made.product, seam.runs[side], seam.length_mm[side]);
    }
    for (const bom::ConstructionStitch& line : made.product.stitches) {
      SCOPED_TRACE(made.name + " " + line.id);
      expectOnPattern(made.product, line.run, line.length_mm);
    }
  }
}

/// The sides of two straps that close against each other are the same edges of the one pattern.
TEST(ProductOfTemplates, BothStrapsCloseAlongTheSameEdgesOfTheirPattern) {
  const auto commuter = std::find_if(madeTemplates().begin(), madeTemplates().end(),
                                     [](const Made& made) { return made.name == "commuter"; });
  ASSERT_NE(commuter, madeTemplates().end());
  const auto seamOf = [&](const std::string& id) -> const bom::ConstructionSeam& {
    return *std::find_if(commuter->product.seams.begin(), commuter->product.seams.end(),
                         [&](const bom::ConstructionSeam& seam) { return seam.id == id; });
  };
  const auto& left = seamOf("harness.close-left").runs[0];
  const auto& right = seamOf("harness.close-right").runs[0];
  ASSERT_EQ(left.size(), 3u);
  ASSERT_EQ(right.size(), 3u);
  // Each walks round from its own right edge, which on the flipped strap is the drawing's left one.
  EXPECT_EQ(left[0].edge, "right");
  EXPECT_EQ(right[0].edge, "left");
  EXPECT_EQ(right[1].edge, "tail");
  EXPECT_EQ(right[2].edge, "right");
  EXPECT_NEAR(right[0].from_mm, left[2].to_mm, 0.01);
  EXPECT_NEAR(right[0].to_mm, 0, 0.01);
}

double distanceToSegment(const bom::Point& p, const bom::Point& a, const bom::Point& b) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double size = dx * dx + dy * dy;
  const double t = size > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / size, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// How far a point lies outside a piece's seam line; 0 inside.
double outsideBy(const bom::PatternPiece& piece, const bom::Point& p) {
  bool inside = false;
  double nearest = 1e300;
  for (const bom::PieceEdge& edge : piece.edges) {
    for (std::size_t i = 1; i < edge.points.size(); ++i) {
      const bom::Point &a = edge.points[i - 1], &b = edge.points[i];
      nearest = std::min(nearest, distanceToSegment(p, a, b));
      if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) inside = !inside;
    }
  }
  return inside ? 0 : nearest;
}

/// Bug: tacks of flipped parts kept their own x, and load lifters were tacked above the back panel.
TEST(ProductOfTemplates, TacksLieOnTheirPattern) {
  for (const Made& made : madeTemplates()) {
    for (const bom::Reinforcement& tack : made.product.reinforcements) {
      EXPECT_LE(outsideBy(patternOfPart(made.product, tack.piece), tack.at), 1.0)
          << made.name << " " << tack.id << " at " << tack.at.x << ", " << tack.at.y << " of " << tack.piece;
    }
  }
}

}  // namespace
}  // namespace configurator
