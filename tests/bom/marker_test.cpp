// Markers of pieces whose best layout is known by hand, and what every marker has to keep: no overlap, the
// cloth's width, the grain, the spacing, the same marker each time. Overlaps are found by intersecting
// polygons, which the layout does not do.
#include "bom/marker/marker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "bom/marker/marker_svg.h"
#include "bom/marker/overlap.h"
#include "tests/bom/strip_file.h"

namespace {

using bom::Cloth;
using bom::Marker;
using bom::MarkerBudget;
using bom::MarkerPiece;
using bom::Point;

MarkerPiece rectangle(const std::string& name, double length, double width, int demand = 1) {
  return {name, {{0, 0}, {length, 0}, {length, width}, {0, width}}, demand, 0, {0, 180}};
}

Cloth clothOf(double width, double spacing = 0) {
  return {width, 0, spacing, 0};
}

Marker laid(const std::vector<MarkerPiece>& pieces, const Cloth& cloth,
            const MarkerBudget& budget = bom::quickMarker()) {
  auto marker = bom::layMarker(pieces, cloth, budget);
  if (!marker) throw std::runtime_error(marker.error().message);
  EXPECT_TRUE(bom::conflictsIn(*marker, pieces, cloth).empty());
  std::vector<int> placed(pieces.size()), mirrored(pieces.size());
  for (const bom::Placement& placement : marker->placements) {
    ++placed[placement.piece];
    mirrored[placement.piece] += placement.mirrored ? 1 : 0;
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    EXPECT_EQ(placed[i], pieces[i].demand);
    EXPECT_EQ(mirrored[i], pieces[i].mirrored);
  }
  return *marker;
}

std::string refusal(const std::vector<MarkerPiece>& pieces, double width) {
  const auto marker = bom::layMarker(pieces, clothOf(width), bom::quickMarker());
  return marker ? "" : marker.error().message;
}

TEST(Marker, RectanglesThatTileTheClothLeaveNothing) {
  // 1000 wide: a column of 4 x 250 and one of 2 x 500, 300 and 200 long.
  const std::vector<MarkerPiece> pieces{rectangle("a", 300, 250, 4), rectangle("b", 200, 500, 2)};
  const Marker marker = laid(pieces, clothOf(1000));
  EXPECT_NEAR(marker.length_mm, 500, 1e-6);
  EXPECT_NEAR(marker.pieces_mm2, 4 * 75000 + 2 * 100000, 1e-6);
  EXPECT_NEAR(bom::markerEfficiency(marker, clothOf(1000)), 1, 1e-9);
}

TEST(Marker, SmallPiecesLieInTheGapsOfLargeOnes) {
  // Two of 600 x 600 on 1000 leave 400 x 1200 free: three of 400 x 400 fill it.
  const std::vector<MarkerPiece> pieces{rectangle("a", 600, 600, 2), rectangle("b", 400, 400, 3)};
  EXPECT_NEAR(laid(pieces, clothOf(1000)).length_mm, 1200, 1e-6);
}

TEST(Marker, TrianglesOfAHalfTurnMakeARectangle) {
  // Two right triangles 400 x 300, one turned, are a rectangle 400 long and 300 wide.
  const MarkerPiece triangle{"t", {{0, 0}, {400, 0}, {0, 300}}, 2, 0, {0, 180}};
  EXPECT_NEAR(laid({triangle}, clothOf(300)).length_mm, 400, 1e-6);
}

TEST(Marker, ANapForbidsTheHalfTurn) {
  // Not turned, the second one's straight side waits for the first one's far corner: 2 x 400.
  const MarkerPiece triangle{"t", {{0, 0}, {400, 0}, {0, 300}}, 2, 0, {0}};
  const Marker marker = laid({triangle}, clothOf(300));
  EXPECT_NEAR(marker.length_mm, 800, 1e-6);
  for (const bom::Placement& placement : marker.placements) EXPECT_EQ(placement.rotation_deg, 0);
}

TEST(Marker, AMirroredPairLiesAsAPair) {
  // Not to be turned (a nap), but mirrored across the grain: back to back, 300 + 300 wide, 400 long.
  const MarkerPiece pair{"t", {{0, 0}, {400, 0}, {0, 300}}, 2, 1, {0}};
  const Marker marker = laid({pair}, clothOf(600));
  EXPECT_NEAR(marker.length_mm, 400, 1e-6);
  ASSERT_EQ(marker.placements.size(), 2U);
  EXPECT_FALSE(marker.placements[0].mirrored);
  EXPECT_TRUE(marker.placements[1].mirrored);
}

TEST(Marker, TheMirroredOutlineIsTheImageAcrossTheGrain) {
  const MarkerPiece piece{"t", {{0, 0}, {400, 0}, {0, 300}}, 1, 1, {0}};
  const std::vector<Point> outline = bom::placedOutline(piece, {0, 10, 300, 0, true});
  EXPECT_EQ(outline[1].x, 410);
  EXPECT_EQ(outline[1].y, 300);
  EXPECT_EQ(outline[2].x, 10);
  EXPECT_EQ(outline[2].y, 0);
}

TEST(Marker, QuarterTurnsAreTakenOnlyWhereTheyAreAllowed) {
  // 900 x 300 on 300: along the grain 900 long; 1000 wide, a free one turns and is 300 long.
  MarkerPiece piece = rectangle("foam", 900, 300);
  EXPECT_NEAR(laid({piece}, clothOf(1000)).length_mm, 900, 1e-6);
  piece.rotations_deg = {0, 90};
  EXPECT_NEAR(laid({piece}, clothOf(1000)).length_mm, 300, 1e-6);
}

TEST(Marker, PiecesInterlockInEachOthersNotches) {
  // A U, 300 x 300 with a notch 100 wide open to the right (x), and a bar 200 x 100 that fills it.
  const MarkerPiece u{
      "u",
      {{0, 0}, {300, 0}, {300, 100}, {100, 100}, {100, 200}, {300, 200}, {300, 300}, {0, 300}},
      1,
      0,
      {0}};
  EXPECT_NEAR(laid({u, rectangle("bar", 200, 100)}, clothOf(300)).length_mm, 300, 1e-6);
  // The same U on its back, open upwards: the bar stands in it, between its two arms.
  const MarkerPiece up{
      "u",
      {{0, 0}, {300, 0}, {300, 300}, {200, 300}, {200, 100}, {100, 100}, {100, 300}, {0, 300}},
      1,
      0,
      {0}};
  EXPECT_NEAR(laid({up, rectangle("bar", 100, 200)}, clothOf(300)).length_mm, 300, 1e-6);
}

TEST(Marker, SpacingKeepsPiecesApartButNotFromTheEdges) {
  // Two of 100 across 210 with 10 between; the third starts 10 behind them: 100 + 10 + 100.
  const std::vector<MarkerPiece> pieces{rectangle("a", 100, 100, 3)};
  EXPECT_NEAR(laid(pieces, clothOf(210, 10)).length_mm, 210, 1e-6);
  // 209 is too narrow for two: 3 x 100 + 2 x 10.
  EXPECT_NEAR(laid(pieces, clothOf(209, 10)).length_mm, 320, 1e-6);
}

TEST(Marker, SpacingHoldsForSlantedSidesToo) {
  // Two pairs, a pair being a rectangle of 400 x 300 slit along its diagonal. Square corners of
  // the room around a piece ask 8 + 8 x 400/300 = 18.67 along the roll where the slit itself needs
  // 8 x 500/300 = 13.33; 8 more between the pairs.
  const MarkerPiece triangle{"t", {{0, 0}, {400, 0}, {0, 300}}, 4, 0, {0, 180}};
  const double length = laid({triangle}, clothOf(300, 8)).length_mm;
  EXPECT_GE(length, 2 * (400 + 8 * 500.0 / 300) + 8 - 1e-3);
  EXPECT_LE(length, 2 * (400 + 8 + 8 * 400.0 / 300) + 8 + 1e-3);
}

TEST(Marker, UtilisationCountsSelvedgesAndEnds) {
  // 1000 x 900 of pieces; the roll is 1000 wide, 950 of it cuttable, 2 x 25 at the ends.
  const Cloth cloth{950, 1000, 0, 25};
  const Marker marker = laid({rectangle("a", 1000, 900)}, cloth);
  EXPECT_NEAR(bom::markerEfficiency(marker, cloth), 900.0 / 950, 1e-9);
  EXPECT_NEAR(bom::fabricUtilisation(marker, cloth), 900000.0 / (1000.0 * 1050), 1e-9);
}

TEST(Marker, NoPiecesAreAnEmptyMarker) {
  EXPECT_EQ(laid({}, clothOf(1000)).length_mm, 0);
}

TEST(Marker, RefusesWhatCannotBeLaid) {
  EXPECT_EQ(refusal({rectangle("panel", 300, 1200)}, 1000),
            "piece 'panel' is 1200 mm wide and the cloth 1000 mm");
  EXPECT_EQ(refusal({rectangle("line", 300, 0)}, 1000), "piece 'line' has no area");
  EXPECT_EQ(refusal({rectangle("none", 300, 100, 0)}, 1000), "piece 'none' is cut 0 times");
  MarkerPiece piece = rectangle("pair", 300, 100, 2);
  piece.mirrored = 3;
  EXPECT_EQ(refusal({piece}, 1000), "piece 'pair' is cut 2 times, 3 of them mirrored");
  piece = rectangle("lost", 300, 100);
  piece.rotations_deg.clear();
  EXPECT_EQ(refusal({piece}, 1000), "piece 'lost' may lie in no direction");
  piece = rectangle("nan", 300, std::nan(""));
  EXPECT_EQ(refusal({piece}, 1000), "piece 'nan' has a corner that is no number");
}

bool isSame(const Marker& a, const Marker& b) {
  return a.length_mm == b.length_mm &&
         std::equal(a.placements.begin(), a.placements.end(), b.placements.begin(), b.placements.end(),
                    [](const bom::Placement& x, const bom::Placement& y) {
                      return x.piece == y.piece && x.x == y.x && x.y == y.y &&
                             x.rotation_deg == y.rotation_deg && x.mirrored == y.mirrored;
                    });
}

/// A star of 3 to 10 corners, often not convex.
MarkerPiece randomPiece(std::mt19937_64& random) {
  const auto between = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random() % 10001) / 10000;
  };
  MarkerPiece piece;
  piece.name = "star";
  const int corners = 3 + static_cast<int>(random() % 8);
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::acos(-1.0) * (i + between(0, 0.8)) / corners, radius = between(20, 200);
    piece.outline.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  piece.demand = 1 + static_cast<int>(random() % 3);
  piece.mirrored = static_cast<int>(random() % static_cast<unsigned>(piece.demand + 1));
  if (random() % 2 == 0) piece.rotations_deg = {0, 37, 90, 180, 270};
  return piece;
}

TEST(Marker, AnyPiecesLieWithoutOverlapAndTheSameEachTime) {
  std::mt19937_64 random(20260302);
  for (int round = 0; round < 16; ++round) {
    std::vector<MarkerPiece> pieces;
    for (int i = 0; i < 8; ++i) pieces.push_back(randomPiece(random));
    const Cloth cloth = clothOf(500, round % 2 == 0 ? 0 : 6);
    const MarkerBudget budget{12, static_cast<std::uint64_t>(round), {}};
    SCOPED_TRACE("round " + std::to_string(round));
    const Marker marker = laid(pieces, cloth, budget);
    EXPECT_TRUE(isSame(marker, laid(pieces, cloth, budget)));
  }
}

TEST(Marker, MoreIterationsAreNeverLonger) {
  const std::vector<MarkerPiece> pieces{rectangle("a", 310, 420, 5), rectangle("b", 130, 270, 9),
                                        rectangle("c", 520, 90, 7)};
  double before = laid(pieces, clothOf(1000), {1, 1, {}}).length_mm;
  for (const int iterations : {4, 16, 64}) {
    const double length = laid(pieces, clothOf(1000), {iterations, 1, {}}).length_mm;
    EXPECT_LE(length, before);
    before = length;
  }
}

TEST(Marker, EndsEarlyWhenToldThatItIsEnough) {
  int asked = 0;
  const MarkerBudget budget{1000, 1, [&asked] { return ++asked >= 3; }};
  const std::vector<MarkerPiece> pieces{rectangle("a", 310, 420, 5), rectangle("b", 130, 270, 9)};
  EXPECT_EQ(laid(pieces, clothOf(1000), budget).iterations, 3);
}

TEST(Marker, TheKankenOfFourIsShortEnough) {
  const auto strip = readStrip("bags/kanken_w1500_x4.strip.json");
  if (!strip) GTEST_SKIP() << "no reference data at " << nestingFolder();
  EXPECT_LE(laid(strip->pieces, strip->cloth).length_mm, 2010);
}

TEST(Marker, TheDaypackOfFourIsShortEnough) {
  const auto strip = readStrip("bags/daypack_large_w1400_x4.strip.json");
  if (!strip) GTEST_SKIP() << "no reference data at " << nestingFolder();
  EXPECT_LE(laid(strip->pieces, strip->cloth).length_mm, 2970);
}

TEST(Marker, IrregularPiecesOfOthersLieWithoutOverlap) {
  for (const char* name : {"fu", "jakobs1", "shapes0", "marques", "albano", "trousers", "shirts"}) {
    const auto strip = readStrip("esicup/" + std::string(name) + ".json");
    if (!strip) GTEST_SKIP() << "no reference data at " << nestingFolder();
    SCOPED_TRACE(name);
    laid(strip->pieces, strip->cloth, {4, 1, {}});
  }
}

TEST(MarkerOverlap, FindsWhatIsWrongWithAMarker) {
  using Kind = bom::MarkerConflict::Kind;
  const std::vector<MarkerPiece> pieces{rectangle("a", 100, 100, 3)};
  Marker marker;
  marker.length_mm = 300;
  // The second lies 5 mm over the first: 5 x 100 mm2; the third 2 mm over the edge of the cloth.
  marker.placements = {{0, 0, 0, 0, false}, {0, 95, 0, 0, false}, {0, 200, 402, 0, false}};
  const auto conflicts = bom::conflictsIn(marker, pieces, clothOf(500));
  ASSERT_EQ(conflicts.size(), 2U);
  EXPECT_EQ(conflicts[0].kind, Kind::Overlap);
  EXPECT_NEAR(conflicts[0].amount, 500, 1e-6);
  EXPECT_EQ(conflicts[1].kind, Kind::OffTheCloth);
  EXPECT_NEAR(conflicts[1].amount, 2, 1e-6);
  // 3 mm apart where 10 are asked.
  marker.placements = {{0, 0, 0, 0, false}, {0, 103, 0, 0, false}, {0, 0, 200, 0, false}};
  const auto near = bom::conflictsIn(marker, pieces, clothOf(500, 10));
  ASSERT_EQ(near.size(), 1U);
  EXPECT_EQ(near[0].kind, Kind::TooNear);
  EXPECT_NEAR(near[0].amount, 7, 1e-6);
}

TEST(MarkerOverlap, CommonAreaOfOutlinesThatAreNotConvex) {
  // An L of 3 unit squares and the square over its notch's corner have a quarter in common three times.
  const std::vector<Point> l{{0, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 2}, {0, 2}};
  const std::vector<Point> square{{0.5, 0.5}, {0.5, 1.5}, {1.5, 1.5}, {1.5, 0.5}};
  EXPECT_NEAR(bom::commonArea(l, square), 0.75, 1e-12);
  EXPECT_NEAR(bom::commonArea(l, {{1, 1}, {2, 1}, {2, 2}, {1, 2}}), 0, 1e-12);
  EXPECT_NEAR(bom::commonArea(l, {{-1, -1}, {3, -1}, {3, 3}, {-1, 3}}), 3, 1e-12);
}

TEST(MarkerSvg, ShowsPiecesSizeGrainAndEfficiency) {
  std::vector<MarkerPiece> pieces{rectangle("front & back", 300, 250, 2)};
  pieces[0].mirrored = 1;
  const Cloth cloth = clothOf(500);
  const std::string svg = bom::markerSvg(laid(pieces, cloth), pieces, cloth);
  for (const char* words :
       {">front &amp; back</text>", ">front &amp; back M</text>", ">300 mm</text>", ">500 mm</text>",
        ">grain; marker efficiency 100 %</text>", "<polygon points=\"0,500 300,500 300,250 0,250\"/>"})
    EXPECT_THAT(svg, testing::HasSubstr(words));
}

}  // namespace
