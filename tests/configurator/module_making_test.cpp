// Modules of whole packs: can they be sewn, filled and used as they are drawn?
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

template <typename T>
const T& oneOf(const std::vector<T>& all, const std::string& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  if (found == all.end()) throw std::runtime_error("no part " + id);
  return *found;
}

/// Rows used to be cut for a rectangle under the arch and had three cells on a panel of 258 mm.
TEST(MolleFront, HasAllTheCellsThatThePanelHasRoomFor) {
  const Pack pack = packWith("modular", {});
  const Polyline front = outlineOf(*findPiece(pack, "body.front"));
  const double cells = (oneOf(pack.fittings, "grid.row-1").amount * 1000 - 24) / 38.1;
  EXPECT_NEAR(cells, std::round(cells), 1e-6);
  double top = 0;
  for (const Tack& tack : pack.tacks)
    if (tack.id.rfind("grid.", 0) == 0) top = std::max(top, tack.at.y);
  // One cell more, 10 mm beyond its tacks and the margin of the seam, would leave the panel at the top row.
  const double half = (cells + 1) * 38.1 / 2 + 10 + 8;
  EXPECT_FALSE(isInside(front, {half, top + 12.5}));
  EXPECT_TRUE(isInside(front, {half - 38.1 / 2 - 18, top + 12.5}));
}

}  // namespace
}  // namespace configurator
