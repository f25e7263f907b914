// The size that a pack states, against a box round the triangles of its own body: templates and random
// designs.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/mesh_piece.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

struct Box {
  Vec3 low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};

  void take(const Vec3& p) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
};

/// The ends of a roll push in and are pulled up or clipped down: of a roll-top the upright bag counts for
/// width and depth, and what is over its middle for the height.
bool countsAcross(const Pack& pack, double top, const Vec3& p) {
  return pack.construction != "roll-top" || p.y < 0.6 * top;
}
bool countsUp(const Pack& pack, const Vec3& p) {
  return pack.construction != "roll-top" || std::abs(p.x) < 0.3 * pack.parameters.at("width");
}

/// Cloth of the body itself: of a vest its back with the pockets that make it, for its wings hug the chest.
bool isMeasured(const Pack& pack, const Piece& piece) {
  if (piece.layer == "stowed" || piece.assembly != "body") return false;
  if (pack.construction != "vest") return piece.is_body;
  return piece.id.rfind("body.back-", 0) == 0 || piece.id.rfind("body.main-", 0) == 0 ||
         piece.id.rfind("body.kangaroo", 0) == 0;
}

/// Width, height, depth.
Vec3 drawnSize(const Pack& pack) {
  std::vector<Vec3> points;
  for (const Piece& piece : pack.pieces) {
    if (!isMeasured(pack, piece)) continue;
    const PieceMesh mesh = meshPiece(piece, 8);
    points.insert(points.end(), mesh.space.begin(), mesh.space.end());
  }
  Box up, across;
  for (const Vec3& p : points)
    if (countsUp(pack, p)) up.take(p);
  for (const Vec3& p : points)
    if (countsAcross(pack, up.high.y, p)) across.take(p);
  // A vest has no back panel of its own to measure from: it stands off the wearer's back.
  const double from = pack.construction == "vest" ? -pack.back_gap_mm : across.low.z;
  return {across.high.x - across.low.x, up.high.y - up.low.y, across.high.z - from};
}

void expectStated(const Pack& pack) {
  const Vec3 drawn = drawnSize(pack);
  for (const int axis : {0, 1, 2}) {
    EXPECT_NEAR(pack.dimensions_mm[axis], drawn[axis], std::max(3.0, 0.02 * drawn[axis]))
        << pack.construction
        << (axis == 0   ? " width"
            : axis == 1 ? " height"
                        : " depth");
  }
}

TEST(StatedSize, IsThatOfTheDrawnBody) {
  for (const Design& design : templateDesigns()) {
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
      SCOPED_TRACE(design.template_id + " " + packSizeName(size));
      expectStated(buildPack(testWorkshop().catalog, design.choices, size));
    }
  }
  for (std::size_t i = 0; i < randomDesigns().size(); ++i) {
    SCOPED_TRACE("seed " + std::to_string(kRandomDesignSeed) + " design " + std::to_string(i));
    expectStated(buildPack(testWorkshop().catalog, randomDesigns()[i].choices, PackSize::M));
  }
}

}  // namespace
}  // namespace configurator
