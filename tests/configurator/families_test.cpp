// Modules on hosts: what every family must keep on any host and at any size, and single families by hand
// figures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "configurator/pack/mesh_piece.h"
#include "module_fixture.h"

namespace configurator {
namespace {

std::vector<Family> sewnFamilies() {
  std::vector<Family> all = panelFamilies();
  for (const Family& family : fittingFamilies()) all.push_back(family);
  return all;
}

/// All that carry but the harnesses: their straps run free in space, from the body's anchors over a wearer.
std::vector<Family> backFamilies() {
  std::vector<Family> all = carryFamilies();
  const auto is_harness = [](const Family& family) {
    return family.spec.name == "padded-harness" || family.spec.name == "webbing-harness";
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_harness), all.end());
  return all;
}

std::vector<Family> moduleFamilies() {
  std::vector<Family> all = sewnFamilies();
  for (const Family& family : backFamilies()) all.push_back(family);
  return all;
}

bool crosses(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
  const auto side = [](Vec2 p, Vec2 q, Vec2 r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  return side(a, b, c) * side(a, b, d) < -1e-6 && side(c, d, a) * side(c, d, b) < -1e-6;
}

bool isSimple(const Polyline& outline) {
  const std::size_t n = outline.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = i + 2; k < n; ++k) {
      if (i == 0 && k == n - 1) continue;
      if (crosses(outline[i], outline[(i + 1) % n], outline[k], outline[(k + 1) % n])) return false;
    }
  }
  return true;
}

double boundaryInSpace(const Piece& piece) {
  Polyline closed = outlineOf(piece);
  closed.push_back(closed.front());
  std::vector<Vec3> points;
  for (const Vec2& p : refined(closed, 4)) points.push_back(piece.surface(p));
  return lengthOf(points);
}

void expectSoundPiece(const Piece& piece) {
  SCOPED_TRACE(piece.id);
  const Polyline outline = outlineOf(piece);
  EXPECT_GT(areaOf(outline), 0);
  EXPECT_TRUE(isSimple(outline));
  const PieceMesh mesh = meshPiece(piece, 8);
  const double bound = piece.layer == "mesh" ? 0.08 : 0.03;
  EXPECT_NEAR(spaceArea(mesh) / areaOf(outline), 1, bound);
  Polyline closed = outline;
  closed.push_back(closed.front());
  EXPECT_NEAR(boundaryInSpace(piece) / lengthOf(closed), 1, 0.01);
}

void expectFitting(const Fitting& fitting) {
  SCOPED_TRACE(fitting.id);
  EXPECT_GT(fitting.amount, 0);
  for (const Shape& shape : fitting.shapes) {
    if (const auto* ribbon = std::get_if<RibbonShape>(&shape.drawn())) {
      ASSERT_GE(ribbon->path.size(), 2u);
      ASSERT_EQ(ribbon->path.size(), ribbon->normals.size());
      for (const Vec3& normal : ribbon->normals) EXPECT_NEAR(glm::length(normal), 1, 1e-6);
    }
    if (const auto* model = std::get_if<ModelShape>(&shape.drawn())) {
      EXPECT_NEAR(glm::length(model->along), 1, 1e-6);
      EXPECT_NEAR(glm::length(model->outward), 1, 1e-6);
    }
  }
}

/// Everything that must hold for any pack made of modules.
void expectSound(const Pack& pack) {
  for (const Piece& piece : pack.pieces) {
    if (piece.id.rfind("body.", 0) != 0) expectSoundPiece(piece);
  }
  for (const WalkedSeam& walked : walkSeams(pack)) {
    EXPECT_TRUE(walked.ok) << walked.seam->id << ": " << walked.length_mm[0] << " against "
                           << walked.length_mm[1];
    EXPECT_GT(walked.length_mm[0], 0) << walked.seam->id;
  }
  for (const StitchLine& line : pack.stitch_lines) EXPECT_GT(lengthOf(pack, line.run), 0) << line.id;
  for (const Fitting& fitting : pack.fittings) expectFitting(fitting);
  for (const Compartment& space : pack.compartments) EXPECT_GT(space.capacity_l, 0) << space.id;
  std::set<std::string> ids;
  for (const Piece& piece : pack.pieces) EXPECT_TRUE(ids.insert(piece.id).second) << piece.id;
  for (const Fitting& fitting : pack.fittings) EXPECT_TRUE(ids.insert(fitting.id).second) << fitting.id;
  for (const Seam& seam : pack.seams) EXPECT_TRUE(ids.insert(seam.id).second) << seam.id;
}

/// Words that a call needs though no list of the spec gives them.
void addNeededWords(const std::string& family, ModuleCall& call) {
  if (family == "bladder") call.words["item"] = "bl15";
  if (family == "flasks") call.words["item"] = "flk5";
  if (family == "counted") call.words["item"] = "whistle";
  if (family == "finish") call.words["item"] = "fin-dwr-c0";
  if (family == "finish") call.words["zone"] = "shell";
}

TEST(ModuleFamilies, BuildWithTheirDefaultsOnAFlatBody) {
  for (const Family& family : moduleFamilies()) {
    SCOPED_TRACE(family.spec.name);
    ModuleDraft module;
    ModuleCall call = callOf("module");
    addNeededWords(family.spec.name, call);
    const std::size_t pieces = module.pack().pieces.size();
    module.build(family.spec.name, call);
    EXPECT_GT(module.pack().pieces.size() + module.pack().fittings.size(), pieces)
        << "the family adds nothing";
    expectSound(module.pack());
  }
}

TEST(ModuleFamilies, BuildWithEveryWordTheyKnow) {
  for (const Family& family : moduleFamilies()) {
    for (const FamilySpec::Parameter& parameter : family.spec.parameters) {
      for (const std::string& word : parameter.words) {
        SCOPED_TRACE(family.spec.name + " " + parameter.name + "=" + word);
        ModuleDraft module({280, 460, 150, 400});
        ModuleCall call = callOf("module");
        addNeededWords(family.spec.name, call);
        call.words[parameter.name] = word;
        if (family.spec.name == "labels" && word == "no") continue;
        module.build(family.spec.name, call);
        expectSound(module.pack());
      }
    }
  }
}

/// A random call: host, words and numbers of the spec, far beyond what options use.
ModuleCall randomCall(const Family& family, std::mt19937& random) {
  const auto uniform = [&](double low, double high) {
    return std::uniform_real_distribution<>(low, high)(random);
  };
  ModuleCall call = callOf("module");
  static const std::vector<std::string> kHosts{"front",  "left",      "back",     "back-inner",
                                               "bottom", "wing-left", "side-left"};
  for (const FamilySpec::Parameter& parameter : family.spec.parameters) {
    if (random() % 3 == 0) continue;
    if (parameter.name == "host") {
      call.words["host"] = kHosts[random() % kHosts.size()];
    } else if (parameter.is_word) {
      if (!parameter.words.empty())
        call.words[parameter.name] = parameter.words[random() % parameter.words.size()];
    } else if (parameter.name == "zip") {
      call.numbers["zip"] = random() % 2 == 0 ? 3 : 5;
    } else if (parameter.name == "scale" || parameter.dimension == Dimension::Number) {
      call.numbers[parameter.name] = std::floor(uniform(1, 7));
    } else if (parameter.name == "width" || parameter.name == "height") {
      call.numbers[parameter.name] = uniform(60, 500);
    } else if (parameter.name == "fullness" || parameter.name == "slant" ||
               parameter.name == "corner-radius") {
      call.numbers[parameter.name] = uniform(0, 40);
    } else if (parameter.name == "wing-length") {
      call.numbers["wing-length"] = uniform(150, 400);
    } else if (parameter.name == "wing-width") {
      call.numbers["wing-width"] = uniform(70, 140);
    } else if (parameter.name == "foam") {
      call.numbers["foam"] = 5;
    } else if (parameter.name == "bellows" || parameter.name == "depth" || parameter.name == "thickness") {
      call.numbers[parameter.name] = uniform(10, 50);
    } else {
      call.numbers[parameter.name] = uniform(5, 200);
    }
  }
  addNeededWords(family.spec.name, call);
  return call;
}

void expectSoundAtRandomSizes(const std::vector<Family>& families, int rounds) {
  constexpr unsigned kSeed = 20260301;
  std::mt19937 random(kSeed);
  for (int round = 0; round < rounds; ++round) {
    const Family& family = families[static_cast<std::size_t>(round) % families.size()];
    const double width = 200 + 10.0 * (random() % 16);
    // The tightest front is domed by a tenth of its width w: radius (w^2 / 4 + h^2) / 2h with h = w / 10.
    const double domed = 1.3 * width;
    const double bends[] = {0, domed, 500, -600};
    const PlainBody body{width, 350 + 10.0 * (random() % 30), 90 + 5.0 * (random() % 30),
                         bends[random() % 4]};
    const ModuleCall call = randomCall(family, random);
    std::string told = family.spec.name;
    for (const auto& [name, value] : call.numbers) told += " " + name + "=" + std::to_string(value);
    for (const auto& [name, value] : call.words) told += " " + name + "=" + value;
    SCOPED_TRACE("seed " + std::to_string(kSeed) + " round " + std::to_string(round) + " bend " +
                 std::to_string(body.bend_radius_mm) + ": " + told);
    ModuleDraft module(body);
    ASSERT_NO_THROW(module.build(family.spec.name, call));
    expectSound(module.pack());
  }
}

TEST(ModuleFamilies, KeepSeamsAndAreasForRandomSizesOnFlatAndBentHosts) {
  expectSoundAtRandomSizes(sewnFamilies(), 700);
}

TEST(ModuleFamilies, OfTheBackKeepSeamsAndAreasForRandomSizes) {
  expectSoundAtRandomSizes(backFamilies(), 200);
}

TEST(ModuleFamilies, EachArgumentNamesOneThing) {
  for (const Family& family : moduleFamilies()) {
    std::set<std::string> names;
    for (const auto& parameter : family.spec.parameters) {
      EXPECT_TRUE(names.insert(parameter.name).second) << family.spec.name << " " << parameter.name;
    }
  }
}

}  // namespace
}  // namespace configurator
