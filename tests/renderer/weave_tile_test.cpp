// The weave tiles: seamless, and as closed or open as they say.
#include "renderer/weave_tile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace renderer {
namespace {

std::vector<Weave> allWeaves() {
  std::vector<Weave> weaves;
  for (int i = 0; i < kWeaveCount; ++i) weaves.push_back(static_cast<Weave>(i));
  return weaves;
}

TEST(WeaveTiles, CoverAsMuchAsTheirLookSays) {
  for (const Weave weave : allWeaves()) {
    const auto tile = makeWeaveTile(weave);
    double covered = 0;
    for (std::size_t i = 3; i < tile.size(); i += 4) covered += tile[i] / 255.0;
    const std::size_t texels = tile.size() / 4;
    const double mean = covered / static_cast<double>(texels);
    EXPECT_NEAR(mean, static_cast<double>(lookOf(weave).mean_coverage), 0.04) << static_cast<int>(weave);
  }
}

// The step from the last column to the first is no greater than the greatest step inside the tile.
TEST(WeaveTiles, RepeatWithoutASeam) {
  for (const Weave weave : allWeaves()) {
    const auto tile = makeWeaveTile(weave);
    const auto at = [&](int x, int y) {
      return static_cast<int>(tile[static_cast<std::size_t>((y * kWeaveTileSize + x) * 4 + 2)]);
    };
    int inside = 0;
    int seam = 0;
    for (int y = 0; y < kWeaveTileSize; ++y) {
      for (int x = 0; x + 1 < kWeaveTileSize; ++x) {
        inside = std::max(inside, std::abs(at(x, y) - at(x + 1, y)));
        inside = std::max(inside, std::abs(at(y, x) - at(y, x + 1)));
      }
      seam = std::max(seam, std::abs(at(kWeaveTileSize - 1, y) - at(0, y)));
      seam = std::max(seam, std::abs(at(y, kWeaveTileSize - 1) - at(y, 0)));
    }
    EXPECT_LE(seam, inside + 1) << static_cast<int>(weave);
  }
}

/// X-Pac's yarns lie 22 degrees from the warp, which runs along v: two fifths sideways for each step along
/// it.
TEST(WeaveTiles, OfALaminateHasDarkYarnsAt22DegreesToTheWarp) {
  const auto tile = makeWeaveTile(Weave::XPly);
  const auto tone = [&](double u, double v) {
    const auto at = [](double x) { return static_cast<int>((x - std::floor(x)) * kWeaveTileSize); };
    return static_cast<int>(tile[static_cast<std::size_t>((at(v) * kWeaveTileSize + at(u)) * 4 + 2)]);
  };
  for (const double slant : {0.4, -0.4}) {
    EXPECT_NEAR(std::atan(std::abs(slant)) * 180 / 3.14159265, 22, 0.5);
    for (double v = 0.013; v < 1; v += 0.0517) EXPECT_LT(tone(slant * v, v), 170) << v;
  }
  EXPECT_GT(tone(0.1, 0), 185) << "between the yarns";
  EXPECT_GT(tone(0, 0.25), 185);
}

TEST(WeaveTiles, OfFilmAndPlainPlasticAreFlat) {
  for (const Weave weave : {Weave::None, Weave::Film}) {
    const auto tile = makeWeaveTile(weave);
    for (std::size_t i = 0; i < tile.size(); i += 4) {
      ASSERT_EQ(tile[i], 128);
      ASSERT_EQ(tile[i + 1], 128);
      ASSERT_EQ(tile[i + 2], 204);
    }
  }
}

}  // namespace
}  // namespace renderer
