// The running vest worn: it lies on the wearer without strain, closes at its seams, holds and reaches in
// space what the flat pattern says.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "configurator/pack/mesh_piece.h"
#include "vest_fixture.h"

namespace configurator {
namespace {

std::vector<Vec3> inSpace(const Piece& piece, const Polyline& line) {
  std::vector<Vec3> out;
  for (const Vec2& p : refined(line, 2)) out.push_back(piece.surface(p));
  return out;
}

/// Farthest that a point of one line is from the other.
double gapBetween(const std::vector<Vec3>& a, const std::vector<Vec3>& b) {
  double widest = 0;
  for (const Vec3& p : a) {
    double nearest = 1e9;
    for (const Vec3& q : b) nearest = std::min(nearest, glm::distance(p, q));
    widest = std::max(widest, nearest);
  }
  return widest;
}

const Polyline& placeOf(const Piece& base, const std::string& place) {
  return std::find_if(base.marks.begin(), base.marks.end(),
                      [&](const Mark& candidate) { return candidate.name == place; })
      ->points;
}

/// What closes a pocket that is sewn on a base: the base under it, and a lid over its mouth.
double pocketLitresInSpace(const Piece& pocket, const Piece& base, const std::string& place) {
  double six_times = 0;
  // Seen from a point inside, so that the millimetre between seam and base, which nothing closes, counts
  // little.
  const Vec3 inside = base.surface(centroidOf(placeOf(base, place)));
  const auto add = [&](Vec3 a, Vec3 b, Vec3 c) {
    six_times += glm::dot(a - inside, glm::cross(b - inside, c - inside));
  };
  const PieceMesh mesh = meshPiece(pocket, 5);
  for (const auto& [a, b, c] : mesh.triangles) add(mesh.space[a], mesh.space[b], mesh.space[c]);
  // Ground: levels of the place, whose ends are points of its left and right half.
  const Polyline& line = placeOf(base, place);
  const std::size_t half = line.size() / 2;
  constexpr int kAcross = 24;
  const auto ground = [&](std::size_t i, int k) {
    const Vec2 left = line[half - 1 - i], right = line[half + i];
    return base.surface(glm::mix(left, right, static_cast<double>(k) / kAcross));
  };
  for (std::size_t i = 0; i + 1 < half; ++i) {
    for (int k = 0; k < kAcross; ++k) {
      add(ground(i, k), ground(i + 1, k + 1), ground(i, k + 1));
      add(ground(i, k), ground(i + 1, k), ground(i + 1, k + 1));
    }
  }
  // Lid: from the mouth's edge to the base, from left to right.
  const Polyline& mouth = findEdge(pocket, "top")->points;
  for (int k = 0; k < kAcross; ++k) {
    const auto over = [&](int at) {
      return pocket.surface(glm::mix(mouth.back(), mouth.front(), static_cast<double>(at) / kAcross));
    };
    add(over(k), over(k + 1), ground(half - 1, k + 1));
    add(over(k), ground(half - 1, k + 1), ground(half - 1, k));
  }
  return six_times / 6e6;
}

TEST(Vest, MainPocketEnclosesItsLitres) {
  for (const VestWish& wish : manyWishes()) {
    const BuiltVest vest(wish);
    const Compartment& main = vest.pack().compartments.front();
    std::vector<PieceMesh> shell;
    for (const std::string& id : main.shell) {
      const Piece* piece = findPiece(vest.pack(), id);
      ASSERT_NE(piece, nullptr) << id;
      shell.push_back(meshPiece(*piece, 8));
    }
    EXPECT_NEAR(enclosedVolume(shell) / 1e6 / main.capacity_l, 1, 0.01) << described(wish);
    EXPECT_EQ(main.enclosed, wish.closure == "zip-top");
  }
}

TEST(Vest, OpenPocketsHoldTheirLitresOverTheirPlaces) {
  for (const VestWish& wish : manyWishes()) {
    const BuiltVest vest(wish);
    const std::pair<const char*, const char*> pockets[] = {{"flask-pocket-left", "wing-outer-left"},
                                                           {"stash-left", "flask-pocket-left"},
                                                           {"kangaroo", "main-outer"}};
    for (const auto& [pocket, base] : pockets) {
      if (findPiece(vest.pack(), std::string("body.") + pocket) == nullptr) continue;
      const auto compartment = std::find_if(
          vest.pack().compartments.begin(), vest.pack().compartments.end(),
          [&](const Compartment& candidate) { return candidate.id == std::string("body.") + pocket; });
      const Piece& piece = vest.piece(pocket);
      const double space = pocketLitresInSpace(piece, vest.piece(base), std::string(pocket) + "-place");
      // The pocket lies up to 1 mm off its base, so that neither shows through the other.
      const double between = 1e-6 * std::abs(areaOf(outlineOf(piece)));
      EXPECT_GT(space, 0.98 * compartment->capacity_l) << pocket << " " << described(wish);
      EXPECT_LT(space, 1.02 * compartment->capacity_l + between) << pocket << " " << described(wish);
    }
  }
}

TEST(Vest, ReachesAsFarAsItSays) {
  for (const VestWish& wish : manyWishes()) {
    const BuiltVest vest(wish);
    Vec3 low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
    for (const Piece& piece : vest.pack().pieces) {
      const bool on_back = piece.id.rfind("body.back-", 0) == 0 || piece.id.rfind("body.main-", 0) == 0 ||
                           piece.id.rfind("body.kangaroo", 0) == 0;
      if (!on_back || piece.layer == "stowed") continue;
      for (const Vec3& p : meshPiece(piece, 8).space) {
        low = glm::min(low, p);
        high = glm::max(high, p);
      }
    }
    const Vec3 said = vest.pack().dimensions_mm;
    EXPECT_NEAR(said.x, high.x - low.x, 5) << described(wish);
    EXPECT_NEAR(said.y, high.y - low.y, 5) << described(wish);
    EXPECT_NEAR(said.z, high.z + vest.pack().back_gap_mm, 3) << described(wish);
  }
}

TEST(Vest, FlatIsRound) {
  for (const VestWish& wish : manyWishes()) {
    const BuiltVest vest(wish);
    for (const Piece& piece : vest.pack().pieces) {
      if (piece.layer == "stowed") continue;
      const PieceMesh mesh = meshPiece(piece, 8);
      const double bound = piece.layer == "mesh" && !piece.is_body ? 0.08 : 0.03;
      EXPECT_NEAR(spaceArea(mesh) / flatArea(mesh), 1, bound) << piece.id << " " << described(wish);
      if (!piece.is_body) continue;
      for (const Edge& edge : piece.edges) {
        const double strain = lengthOf(inSpace(piece, edge.points)) / lengthOf(edge.points) - 1;
        EXPECT_LT(std::abs(strain), 0.0105) << piece.id << "." << edge.name << " " << described(wish);
      }
    }
  }
}

TEST(Vest, NeverEntersTheWearer) {
  for (const VestWish& wish : manyWishes()) {
    const BuiltVest vest(wish);
    for (const Piece& piece : vest.pack().pieces) {
      const PieceMesh mesh = meshPiece(piece, 8);
      for (const Vec3& p : mesh.space)
        ASSERT_LT(depthInside(vest.body().torso, p), 0) << piece.id << " " << described(wish);
    }
  }
}

TEST(Vest, NeighboursMeetAtTheirSeams) {
  for (const VestWish& wish : manyWishes()) {
    const BuiltVest vest(wish);
    for (const Seam& seam : vest.pack().seams) {
      const bool joins =
          seam.id.find("shoulder") != std::string::npos || seam.id.find("side-") != std::string::npos;
      if (!joins) continue;
      std::vector<Vec3> lines[2];
      for (int k = 0; k < 2; ++k) {
        const RunPart& part = seam.runs[k].front();
        const Piece& piece = *findPiece(vest.pack(), part.piece);
        lines[k] = inSpace(piece, stretchOfRun(piece, part));
      }
      EXPECT_LT(gapBetween(lines[0], lines[1]), 3) << seam.id << " " << described(wish);
      EXPECT_LT(gapBetween(lines[1], lines[0]), 3) << seam.id << " " << described(wish);
    }
  }
}

TEST(Vest, MainPocketClosesAtItsCorners) {
  const BuiltVest vest(wishOf(8));
  const Piece &gusset = vest.piece("main-gusset"), &top = vest.piece("main-top"),
              &panel = vest.piece("main-outer");
  const auto end = [](const Piece& piece, const char* edge, bool last) {
    const Polyline& points = findEdge(piece, edge)->points;
    return piece.surface(last ? points.back() : points.front());
  };
  EXPECT_LT(glm::distance(end(gusset, "end-right", false), end(top, "end-left", true)), 0.01);
  EXPECT_LT(glm::distance(end(gusset, "panel", false), end(panel, "top", false)), 0.01);
  EXPECT_LT(glm::distance(end(top, "panel", false), end(panel, "top", true)), 0.01);
}

TEST(Vest, LeftAndRightAreMirrorImages) {
  const BuiltVest vest(wishOf(8));
  int pairs = 0;
  for (const Piece& right : vest.pack().pieces) {
    if (!right.mirrored || right.layer == "stowed") continue;
    std::string id = right.id;
    id.replace(id.rfind("-right"), 6, "-left");
    const Piece* left = findPiece(vest.pack(), id);
    ASSERT_NE(left, nullptr) << id;
    EXPECT_EQ(left->code, right.code);
    EXPECT_NEAR(areaOf(outlineOf(*left)), areaOf(outlineOf(right)), 1e-6);
    for (const Vec2& p : outlineOf(right)) {
      const Vec3 a = right.surface(p), b = left->surface({-p.x, p.y});
      EXPECT_NEAR(a.x, -b.x, 1e-6);
      EXPECT_NEAR(a.y, b.y, 1e-6);
      EXPECT_NEAR(a.z, b.z, 1e-6);
    }
    ++pairs;
  }
  EXPECT_EQ(pairs, 5);  // wings outer and inner, side wing, flask pocket, stash
}

TEST(Vest, PiecesFaceOutwards) {
  const BuiltVest vest(wishOf(5));
  const auto facing = [&](const char* name) {
    const Piece& piece = vest.piece(name);
    return normalAt(piece.surface, centroidOf(outlineOf(piece)));
  };
  EXPECT_GT(facing("back-outer").z, 0.8);
  EXPECT_LT(facing("back-inner").z, -0.8);
  EXPECT_GT(facing("main-outer").z, 0.8);
  EXPECT_LT(facing("wing-outer-left").z, -0.5);
  EXPECT_GT(facing("wing-inner-right").z, 0.5);
  EXPECT_LT(facing("side-wing-left").x, -0.8);
  EXPECT_GT(facing("side-wing-right").x, 0.8);
  EXPECT_LT(facing("flask-pocket-right").z, -0.5);
  EXPECT_GT(facing("main-top").y, 0.5);
  EXPECT_LT(facing("main-gusset").y, -0.5);
}

TEST(Vest, HostsLieOnTheirPieces) {
  for (const VestWish& wish : manyWishes()) {
    const BuiltVest vest(wish);
    for (const char* id : {"front", "back", "back-inner", "wing-left", "wing-right", "strap-left",
                           "strap-right", "side-left", "side-right"}) {
      ASSERT_EQ(vest.body().hosts.count(id), 1u) << id;
      const Host& host = vest.body().hosts.at(id);
      EXPECT_GT(host.width_mm, 25) << id;
      EXPECT_GT(host.height_mm, 25) << id << " " << described(wish);
      const Piece& piece = *findPiece(vest.pack(), host.piece);
      for (const Vec2 share : {Vec2{0, 0}, Vec2{1, 0}, Vec2{1, 1}, Vec2{0, 1}, Vec2{0.5, 0.5}}) {
        const Vec2 uv = share * Vec2{host.width_mm, host.height_mm};
        EXPECT_LT(glm::distance(host.outside(uv), piece.surface(onPiece(host, uv))), 1e-6) << id;
      }
    }
    EXPECT_GT(normalAt(vest.body().hosts.at("back-inner").outside, {40, 60}).z, 0.8);
    EXPECT_LT(normalAt(vest.body().hosts.at("back").outside, {40, 60}).z, -0.8);
  }
}

TEST(Vest, AnchorsComeInPairsOnTheirSides) {
  const BuiltVest vest(wishOf(8));
  for (const char* id : {"hip", "strap-top", "strap-bottom", "side-top", "side-bottom", "flask"}) {
    const Vec3 left = vest.body().anchors.at(std::string(id) + "-left").at();
    const Vec3 right = vest.body().anchors.at(std::string(id) + "-right").at();
    EXPECT_LT(left.x, 0) << id;
    EXPECT_NEAR(left.x, -right.x, 1e-6) << id;
    EXPECT_NEAR(left.y, right.y, 1e-6) << id;
  }
  const auto& anchors = vest.body().anchors;
  const ChestLine& left = vest.body().chest_lines.at("left");
  const ChestLine& right = vest.body().chest_lines.at("right");
  const auto onChest = [](const ChestLine& line, double at) {
    return line.cloth(pointAlong(line.points, at));
  };
  for (const double at : {left.upper_mm, left.lower_mm}) {
    EXPECT_NEAR(onChest(left, at).x, -onChest(right, at).x, 1e-6);
    EXPECT_NEAR(onChest(left, at).y, onChest(right, at).y, 1e-6);
  }
  EXPECT_GT(onChest(left, left.upper_mm).y, onChest(left, left.lower_mm).y + 60);
  EXPECT_NEAR(anchors.at("haul-loop").at().x, 0, 1e-9);
  EXPECT_NEAR(anchors.at("bladder-hanger").at().x, 0, 1e-9);
  EXPECT_GT(anchors.at("bladder-hanger").at().y, 200);
}

/// Straps over the chest are cut by where the wings lie before they are draped.
TEST(Vest, ChestLinesAreRoughlyWhereTheDrapedWingHasThem) {
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    VestWish wish = wishOf(8);
    wish.size = size;
    const BuiltVest vest(wish);
    for (const char* side : {"left", "right"}) {
      const ChestLine& line = vest.body().chest_lines.at(side);
      for (const double at : {line.upper_mm, line.lower_mm}) {
        const Vec2 flat = pointAlong(line.points, at);
        const Vec3 off = line.roughly(flat) - line.cloth(flat);
        EXPECT_LT(std::abs(off.x), 8) << "size " << static_cast<int>(size) << " " << side;
        EXPECT_LT(glm::length(off), 15) << "size " << static_cast<int>(size) << " " << side;
      }
    }
  }
}

}  // namespace
}  // namespace configurator
