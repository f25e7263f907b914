// The running vest: it holds what it is made for, its pattern sews together, it lies on the wearer without
// strain.
#include "configurator/pack/body_vest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "configurator/pack/body_vest_outline.h"
#include "configurator/pack/mesh_piece.h"
#include "vest_fixture.h"

namespace configurator {
namespace {

VestWish wishOf(double litres) {
  VestWish wish;
  wish.capacity_l = litres;
  return wish;
}

/// Sizes, capacities, given dimensions, all words.
std::vector<VestWish> manyWishes() {
  std::vector<VestWish> wishes;
  for (const double litres : {2.0, 3.5, 5.0, 8.0, 12.0}) wishes.push_back(wishOf(litres));
  for (const PackSize size : {PackSize::S, PackSize::L}) {
    for (const double litres : {5.0, 12.0}) {
      wishes.push_back(wishOf(litres));
      wishes.back().size = size;
    }
  }
  wishes.push_back(wishOf(6));
  wishes.back().back_length = 420;
  wishes.back().width = 300;
  wishes.push_back(wishOf(5));
  wishes.back().back_length = 350;
  wishes.back().width = 240;
  wishes.push_back(wishOf(8));
  wishes.back().depth = 100;
  wishes.push_back(wishOf(8));
  wishes.back().words = {{"side", "adjusters"}, {"kangaroo", "no"}};
  wishes.back().closure = "elastic-overlap";
  wishes.push_back(wishOf(5));
  wishes.back().words = {{"flask-pockets", "no"}};
  wishes.push_back(wishOf(4));
  wishes.back().flasks = "two-250";
  return wishes;
}

std::string described(const VestWish& wish) {
  return std::string(packSizeName(wish.size)) + " " + std::to_string(wish.capacity_l) + " l " + wish.closure;
}

std::vector<Vec3> inSpace(const Piece& piece, const Polyline& line) {
  std::vector<Vec3> out;
  for (const Vec2& p : refined(line, 2)) out.push_back(piece.surface(p));
  return out;
}

Polyline stretchOfRun(const Piece& piece, const RunPart& part) {
  const Polyline& points = findEdge(piece, part.edge)->points;
  return part.to_mm < 0 ? points : stretchOf(points, part.from_mm, part.to_mm);
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

TEST(Vest, CarriesTheLitresItIsMadeFor) {
  for (double litres = 2; litres <= 12; litres += 0.5) {
    const BuiltVest vest(wishOf(litres));
    EXPECT_NEAR(vest.carriedLitres() / litres, 1, 0.02) << litres;
    EXPECT_EQ(vest.pack().label_means, "carry_l");
    EXPECT_EQ(vest.pack().construction, "vest");
  }
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

TEST(Vest, SeamsHaveEqualRuns) {
  for (const VestWish& wish : manyWishes()) {
    const BuiltVest vest(wish);
    for (const WalkedSeam& walked : walkSeams(vest.pack()))
      EXPECT_TRUE(walked.ok) << walked.seam->id << " " << walked.length_mm[0] << " " << walked.length_mm[1];
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

TEST(Vest, EveryFreeEdgeIsBoundAndNoneTwice) {
  for (const char* side : {"mesh", "adjusters"}) {
    VestWish wish = wishOf(6);
    wish.words["side"] = side;
    const BuiltVest vest(wish);
    std::map<std::string, double> covered;  // piece.edge -> mm
    const auto cover = [&](const std::vector<RunPart>& run) {
      for (const RunPart& part : run) {
        const Piece& piece = *findPiece(vest.pack(), part.piece);
        if (findEdge(piece, part.edge) != nullptr)
          covered[part.piece + "/" + part.edge] += lengthOf(stretchOfRun(piece, part));
      }
    };
    for (const Seam& seam : vest.pack().seams) {
      if (seam.id.find("basting") == std::string::npos) {
        cover(seam.runs[0]);
        cover(seam.runs[1]);
      }
    }
    for (const StitchLine& line : vest.pack().stitch_lines) cover(line.run);
    for (const Piece& piece : vest.pack().pieces) {
      const bool body = piece.id.find("back-outer") != std::string::npos ||
                        piece.id.find("wing-outer") != std::string::npos ||
                        piece.id.find("side-wing") != std::string::npos;
      if (!body) continue;
      for (const Edge& edge : piece.edges)
        EXPECT_NEAR(covered[piece.id + "/" + edge.name], lengthOf(edge.points), 1.0)
            << piece.id << "/" << edge.name;
    }
  }
}

TEST(Vest, BindingIsAsLongAsItsEdges) {
  // The reference's sum at M: neck 0.17, armholes 2 x 0.42, fronts 2 x 0.36, hem 0.28, side mesh 4 x 0.18,
  // lower ends of the wings 2 x 0.15, free sides 2 x 0.07 = 3.17 m, and 4 laps of 30.
  const BuiltVest vest(wishOf(8));
  double metres = 0;
  for (const Fitting& fitting : vest.pack().fittings) {
    if (fitting.id.find("-edge") != std::string::npos) metres += fitting.amount;
    EXPECT_GT(fitting.amount, 0) << fitting.id;
  }
  EXPECT_NEAR(metres, 3.29, 0.25);
}

TEST(Vest, SizesShareTheDepthAndGrow) {
  double before = 0;
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    VestWish wish = wishOf(8);
    wish.size = size;
    const BuiltVest vest(wish);
    const double graded = vest.carriedLitres();
    EXPECT_GT(graded, before);
    before = graded;
    VestWish medium = wishOf(8);
    EXPECT_EQ(vest.pack().parameters.at("depth"), BuiltVest(medium).pack().parameters.at("depth"));
  }
}

TEST(Vest, KeepsTheDimensionsTheUserGave) {
  VestWish wish = wishOf(6);
  wish.back_length = 420;
  wish.width = 300;
  const BuiltVest vest(wish);
  EXPECT_EQ(vest.pack().parameters.at("back-length"), 420);
  EXPECT_EQ(vest.pack().parameters.at("width"), 300);
  EXPECT_NEAR(vest.carriedLitres(), 6, 0.12);
  // The widest place of the hem is the given width.
  double low = 0, high = 0;
  for (const Vec2& p : outlineOf(vest.piece("back-outer"))) {
    low = std::min(low, p.x);
    high = std::max(high, p.x);
  }
  EXPECT_NEAR(high - low, 300, 1.5);

  VestWish deep = wishOf(8);
  deep.depth = 100;
  EXPECT_EQ(BuiltVest(deep).pack().parameters.at("depth"), 100);
  EXPECT_NEAR(BuiltVest(deep).carriedLitres(), 8, 0.16);
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
  for (const char* id : {"sternum-upper", "sternum-lower", "hip", "strap-top", "strap-bottom", "side-top",
                         "side-bottom", "flask"}) {
    const Vec3 left = vest.body().anchors.at(std::string(id) + "-left");
    const Vec3 right = vest.body().anchors.at(std::string(id) + "-right");
    EXPECT_LT(left.x, 0) << id;
    EXPECT_NEAR(left.x, -right.x, 1e-6) << id;
    EXPECT_NEAR(left.y, right.y, 1e-6) << id;
  }
  const auto& anchors = vest.body().anchors;
  EXPECT_GT(anchors.at("sternum-upper-left").y, anchors.at("sternum-lower-left").y + 60);
  EXPECT_NEAR(anchors.at("haul-loop").x, 0, 1e-9);
  EXPECT_NEAR(anchors.at("bladder-hanger").x, 0, 1e-9);
  EXPECT_GT(anchors.at("bladder-hanger").y, 200);
}

TEST(Vest, AdjustersReplaceTheSideMesh) {
  VestWish wish = wishOf(8);
  wish.words = {{"side", "adjusters"}};
  const BuiltVest vest(wish);
  EXPECT_EQ(findPiece(vest.pack(), "body.side-wing-left"), nullptr);
  int webbings = 0, locks = 0;
  for (const Fitting& fitting : vest.pack().fittings) {
    webbings += fitting.zone == "webbing";
    locks += fitting.zone == "ladder-lock";
  }
  EXPECT_EQ(webbings, 4);
  EXPECT_EQ(locks, 4);
}

TEST(Vest, PartIdsAreItsOwnAndUnique) {
  const BuiltVest vest(wishOf(8));
  std::set<std::string> ids;
  const auto add = [&](const std::string& id) {
    EXPECT_EQ(id.rfind("body.", 0), 0u) << id;
    EXPECT_TRUE(ids.insert(id).second) << id;
  };
  for (const Piece& piece : vest.pack().pieces) add(piece.id);
  for (const Seam& seam : vest.pack().seams) add(seam.id);
  for (const StitchLine& line : vest.pack().stitch_lines) add(line.id);
  for (const Tack& tack : vest.pack().tacks) add(tack.id);
  for (const Fitting& fitting : vest.pack().fittings) add(fitting.id);
}

TEST(Vest, IsTheSameEveryTime) {
  const BuiltVest one(wishOf(7.5)), other(wishOf(7.5));
  ASSERT_EQ(one.pack().pieces.size(), other.pack().pieces.size());
  for (std::size_t i = 0; i < one.pack().pieces.size(); ++i) {
    EXPECT_EQ(outlineOf(one.pack().pieces[i]), outlineOf(other.pack().pieces[i]));
    const Vec2 middle = centroidOf(outlineOf(one.pack().pieces[i]));
    EXPECT_EQ(one.pack().pieces[i].surface(middle), other.pack().pieces[i].surface(middle));
  }
}

TEST(VestOutline, ShoulderAndSideEdgesMatch) {
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    const VestShape shape = makeVestShape(size, {});
    const double back = lengthOf(edgeOf(backHalfEdges(shape), "shoulder").points);
    EXPECT_NEAR(back, lengthOf(edgeOf(wingEdges(shape), "shoulder").points), 1e-9);
    EXPECT_NEAR(back, shape.strap_width / std::cos(19 * 3.14159265358979 / 180), 0.01);
    const SideSeam at = sideSeamOf(shape);
    EXPECT_NEAR(at.back_to - at.back_from, lengthOf(edgeOf(sideWingEdges(shape), "rear").points), 1e-6);
    EXPECT_NEAR(at.wing_to - at.wing_from, lengthOf(edgeOf(sideWingEdges(shape), "front").points), 1e-6);
    EXPECT_GT(at.back_from, 5);
    EXPECT_GT(at.wing_from, 1);
  }
}

TEST(VestOutline, GradesWithTheBody) {
  const VestShape s = makeVestShape(PackSize::S, {}), m = makeVestShape(PackSize::M, {}),
                  l = makeVestShape(PackSize::L, {});
  EXPECT_EQ(m.back_length - s.back_length, 30);
  EXPECT_EQ(l.back_length - m.back_length, 30);
  EXPECT_LT(s.back_half_hem, m.back_half_hem);
  EXPECT_LT(m.back_half_hem, l.back_half_hem);
  // Half the chest girth is spanned by back, side mesh (stretched 5 %), wing and half the gap between the
  // wings.
  EXPECT_NEAR(m.back_half_arm + m.side_length / 0.95 + m.front_width + 92.0 / 2, 972.0 / 2 + 4, 1e-6);
}

}  // namespace
}  // namespace configurator
