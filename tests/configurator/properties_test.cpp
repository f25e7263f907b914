// What always holds (design.md), over the ten templates and random valid designs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <set>

#include "bom/tech_pack.h"
#include "configurator/design/design_file.h"
#include "configurator/pack/build_pack.h"
#include "configurator/pack/mesh_piece.h"
#include "configurator/pack/pack_product.h"
#include "configurator/session/dimension_findings.h"
#include "configurator/session/figures.h"
#include "configurator/session/measures.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

std::string textOf(const Design& design) {
  std::string text;
  for (const auto& [id, chosen] : design.choices.parameters)
    text += id + " " + std::to_string(chosen.value) + " ";
  for (const auto& [slot, option] : design.choices.options) text += " " + slot + "=" + option.value;
  return text;
}

/// Runs `check` on every template and every random design, and prints the seed.
template <typename Check>
void overAllDesigns(Check check) {
  testing::Test::RecordProperty("seed", static_cast<int>(kRandomDesignSeed));
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE("template " + design.template_id);
    check(design);
  }
  for (std::size_t i = 0; i < randomDesigns().size(); ++i) {
    const Design& design = randomDesigns()[i];
    SCOPED_TRACE("seed " + std::to_string(kRandomDesignSeed) + " design " + std::to_string(i) + ": " +
                 textOf(design));
    check(design);
    if (testing::Test::HasFatalFailure()) return;
  }
}

Pack packOf(const Design& design, PackSize size = PackSize::M) {
  return buildPack(testWorkshop().catalog, design.choices, size);
}

/// How often each "slot=option" occurs, each dimension that is given, and each count of them beside an
/// automatic capacity.
std::map<std::string, int> occurrences(const std::vector<Design>& designs) {
  std::map<std::string, int> counts;
  for (const Design& design : designs) {
    for (const auto& [slot, option] : design.choices.options) ++counts[slot + "=" + option.value];
    int given = 0;
    for (const char* id : {"back-length", "width", "depth"}) {
      if (design.choices.parameters.at(id).by != By::User) continue;
      ++given;
      ++counts[std::string("given ") + id];
    }
    if (design.choices.parameters.at("capacity").by == By::Solved)
      ++counts["automatic capacity, given " + std::to_string(given)];
  }
  return counts;
}

TEST(Properties, EveryOptionOccursAmongTheDesignsLookedAt) {
  if (randomDesigns().size() < 200) GTEST_SKIP() << "too few designs under the sanitizers";
  const std::map<std::string, int> counts = occurrences(randomDesigns());
  std::string never;
  for (const Option& option : testWorkshop().catalog.options) {
    const std::string key = option.slot + "=" + option.id;
    if (counts.count(key) == 0) never += " " + key;
  }
  EXPECT_EQ(never, "");
  for (const char* given : {"0", "1", "2", "3"})
    EXPECT_EQ(counts.count(std::string("automatic capacity, given ") + given), 1U) << given;
}

TEST(Properties, EveryValidDesignBuildsInEverySizeAndItsSeamsFit) {
  overAllDesigns([](const Design& design) {
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
      Pack pack;
      ASSERT_NO_THROW(pack = packOf(design, size)) << packSizeName(size);
      for (const WalkedSeam& seam : walkSeams(pack)) {
        EXPECT_TRUE(seam.ok) << packSizeName(size) << " " << seam.seam->id << ": " << seam.length_mm[0]
                             << " against " << seam.length_mm[1] << " at ratio " << seam.seam->ratio;
        // A ratio that is measured fits whatever is cut: a pocket is cut to its line.
        const bool pocket = seam.seam->id.find(".setting") != std::string::npos;
        EXPECT_TRUE(!pocket || seam.seam->ratio == 1) << seam.seam->id << " " << seam.seam->ratio;
      }
    }
  });
}

/// Loose in a channel, or stowed away: the only cloth that no seam holds.
bool mayBeLoose(const Piece& piece) {
  return piece.layer == "foam" || piece.layer == "board" || piece.zone == "cover";
}

TEST(Properties, EveryPieceOfClothIsSewnToAnother) {
  std::set<std::string> loose;
  overAllDesigns([&](const Design& design) {
    const Pack pack = packOf(design);
    std::set<std::string> sewn;
    for (const Seam& seam : pack.seams) {
      for (const int side : {0, 1}) {
        for (const RunPart& part : seam.runs[side]) {
          const bool other = std::any_of(seam.runs[1 - side].begin(), seam.runs[1 - side].end(),
                                         [&](const RunPart& met) { return met.piece != part.piece; });
          if (other) sewn.insert(part.piece);
        }
      }
    }
    for (const Piece& piece : pack.pieces) {
      if (!mayBeLoose(piece) && sewn.count(piece.id) == 0) loose.insert(piece.id);
    }
  });
  EXPECT_THAT(loose, testing::IsEmpty());
}

TEST(Properties, FoamIsAsThickAsTheSheetItIsCutFrom) {
  overAllDesigns([](const Design& design) {
    for (const Piece& piece : packOf(design).pieces) {
      if (piece.layer != "foam") continue;
      const bom::Item& item = testWorkshop().catalog.itemOf(piece.item, 0);
      ASSERT_TRUE(item.sheet) << piece.id;
      EXPECT_EQ(piece.thickness_mm, item.sheet->thickness_mm) << piece.id << " of " << item.name;
    }
  });
}

TEST(Properties, TheVolumeToInspectIsTheSumOfTheEnclosedCompartments) {
  overAllDesigns([](const Design& design) {
    const Pack pack = packOf(design);
    double enclosed = 0;
    for (const Compartment& compartment : pack.compartments)
      enclosed += compartment.enclosed ? compartment.capacity_l : 0;
    const bool expands = design.choices.options.at("expansion").value != "none";
    ASSERT_EQ(pack.volumes.size(), (enclosed > 0 ? 1U : 0U) + (expands ? 1U : 0U));
    if (enclosed > 0) {
      EXPECT_EQ(pack.volumes[0].id, "Z");
      EXPECT_NEAR(pack.volumes[0].value_l, enclosed, 1e-9);
    }
  });
}

double lengthInSpace(const Piece& piece, const Polyline& line) {
  std::vector<Vec3> points;
  for (const Vec2& p : refined(line, 4)) points.push_back(piece.surface(p));
  return lengthOf(points);
}

bool isStretch(const std::string& category) {
  return category == "mesh-stretch" || category == "mesh-hex" || category == "stretch-woven" ||
         category == "spacer";
}

TEST(Properties, MainPiecesKeepAreaAndEdgesFromFlatToRound) {
  overAllDesigns([](const Design& design) {
    const Pack pack = packOf(design);
    for (const Piece& piece : pack.pieces) {
      if (!piece.is_body) continue;
      const PieceMesh mesh = meshPiece(piece, 12);
      const double outline = areaOf(outlineOf(piece));
      EXPECT_NEAR(flatArea(mesh), outline, 0.002 * outline) << piece.id;
      const bool stretch = isStretch(testWorkshop().catalog.itemOf(piece.item, 0).category);
      EXPECT_NEAR(spaceArea(mesh), outline, (stretch ? 0.08 : 0.03) * outline) << piece.id;
      for (const Edge& edge : piece.edges) {
        const double flat = lengthOf(edge.points);
        EXPECT_NEAR(lengthInSpace(piece, edge.points), flat, std::max(1.0, 0.01 * flat))
            << piece.id << " " << edge.name;
      }
    }
  });
}

TEST(Properties, CapacityDrivesTheLitresItsLabelMeans) {
  overAllDesigns([](const Design& design) {
    const Pack pack = packOf(design);
    EXPECT_EQ(findingsOf(testWorkshop().catalog, design.choices, pack).size(), 0u)
        << "asked " << design.choices.parameters.at("capacity").value << " l, enclosed " << pack.capacity_l
        << " l, carried " << pack.carry_l << " l, main compartment " << pack.compartments.front().capacity_l
        << " l";
  });
}

/// A zip between two pieces as part of a closed shell: two triangles for each step of its band.
PieceMesh bandMesh(const RibbonShape& band) {
  PieceMesh mesh;
  for (std::size_t i = 0; i < band.path.size(); ++i) {
    const Vec3 along = band.path[std::min(i + 1, band.path.size() - 1)] - band.path[i > 0 ? i - 1 : 0];
    const Vec3 half = glm::normalize(glm::cross(along, band.normals[i])) * (band.width_mm / 2);
    mesh.space.push_back(band.path[i] - half);
    mesh.space.push_back(band.path[i] + half);
    if (i == 0) continue;
    const auto n = static_cast<std::uint32_t>(mesh.space.size());
    mesh.triangles.push_back({n - 4, n - 3, n - 1});
    mesh.triangles.push_back({n - 4, n - 1, n - 2});
  }
  return mesh;
}

/// What a cord's closed loop goes round, as a fan from its middle.
PieceMesh loopMesh(const CordShape& cord) {
  PieceMesh mesh;
  Vec3 middle{0, 0, 0};
  for (const Vec3& p : cord.path) middle += p / static_cast<double>(cord.path.size());
  mesh.space = cord.path;
  mesh.space.push_back(middle);
  const auto n = static_cast<std::uint32_t>(cord.path.size());
  for (std::uint32_t i = 1; i < n; ++i) mesh.triangles.push_back({n, i - 1, i});
  return mesh;
}

bool isLoop(const CordShape& cord) {
  return glm::distance(cord.path.front(), cord.path.back()) < 1e-6;
}

/// Sums over a mesh of its area vectors n, and of r_i n_j with r from `origin`.
struct Flux {
  Vec3 area{0, 0, 0};
  std::array<Vec3, 3> moments{};  // by i

  void add(const Flux& other, double sign) {
    area += sign * other.area;
    for (std::size_t i = 0; i < 3; ++i) moments[i] += sign * other.moments[i];
  }
  double volume() const { return (moments[0].x + moments[1].y + moments[2].z) / 3; }
  /// Of a closed surface the area vectors cancel, and r_i n_j comes to its volume where i = j, else to 0.
  double openness() const {
    constexpr double kArm = 100;
    double sum = kArm * glm::length(area);
    for (int i = 0; i < 3; ++i) {
      Vec3 off = moments[static_cast<std::size_t>(i)];
      off[i] -= volume();
      sum += glm::length(off);
    }
    return sum;
  }
};

Flux fluxOf(const PieceMesh& mesh, const Vec3& origin) {
  Flux flux;
  for (const auto& [a, b, c] : mesh.triangles) {
    const Vec3 area = glm::cross(mesh.space[b] - mesh.space[a], mesh.space[c] - mesh.space[a]) / 2.0;
    const Vec3 at = (mesh.space[a] + mesh.space[b] + mesh.space[c]) / 3.0 - origin;
    flux.area += area;
    for (int i = 0; i < 3; ++i) flux.moments[static_cast<std::size_t>(i)] += at[i] * area;
  }
  return flux;
}

/// Pieces of a shell face what is outside of them, which may be another compartment: turned so that together
/// they are closed, they enclose the volume.
double closedVolume(const std::vector<PieceMesh>& meshes) {
  Vec3 origin{0, 0, 0};
  double points = 0;
  for (const PieceMesh& mesh : meshes) {
    for (const Vec3& p : mesh.space) origin += p;
    points += static_cast<double>(mesh.space.size());
  }
  origin /= std::max(1.0, points);
  std::vector<Flux> fluxes;
  for (const PieceMesh& mesh : meshes) fluxes.push_back(fluxOf(mesh, origin));
  Flux best;
  double least = 1e300;
  for (unsigned turn = 0; turn < (1u << meshes.size()); ++turn) {
    Flux sum;
    for (std::size_t i = 0; i < fluxes.size(); ++i) sum.add(fluxes[i], (turn >> i & 1u) != 0 ? -1 : 1);
    if (sum.openness() >= least) continue;
    least = sum.openness();
    best = sum;
  }
  return std::abs(best.volume());
}

/// The volume that a compartment's pieces, zips and cords enclose, measured on their triangles.
double measuredLitres(const Pack& pack, const Compartment& compartment) {
  std::vector<PieceMesh> meshes;
  for (const std::string& id : compartment.shell) {
    if (const Piece* piece = findPiece(pack, id)) meshes.push_back(meshPiece(*piece, 8));
    for (const Fitting& fitting : pack.fittings) {
      for (const Shape& shape : fitting.shapes) {
        const auto* band = std::get_if<RibbonShape>(&shape.drawn());
        if (fitting.id == id && band != nullptr) meshes.push_back(bandMesh(*band));
        const auto* cord = std::get_if<CordShape>(&shape.drawn());
        if (fitting.id == id && cord != nullptr && isLoop(*cord)) meshes.push_back(loopMesh(*cord));
      }
    }
  }
  return closedVolume(meshes) / 1e6;
}

/// Property 4, on the closed mesh.
TEST(Properties, TheMainCompartmentHoldsWhatItsMeshEncloses) {
  overAllDesigns([](const Design& design) {
    const Pack pack = packOf(design);
    const Compartment& main = pack.compartments.front();
    ASSERT_FALSE(main.shell.empty());
    EXPECT_NEAR(measuredLitres(pack, main), main.capacity_l, 0.02 * main.capacity_l) << pack.construction;
  });
}

/// A closed line on a piece in the flat, and the cloth that it bounds in space: rings that shrink to its
/// middle.
struct Patch {
  Polyline ring;
  std::vector<Vec3> rim;
  PieceMesh mesh;
};

Patch patchOf(const Polyline& ring, const std::function<Vec3(Vec2)>& cloth) {
  constexpr int kRings = 12;
  Patch patch{ring, {}, {}};
  Vec2 middle{0, 0};
  for (const Vec2& p : ring) middle += p / static_cast<double>(ring.size());
  for (const Vec2& p : ring) patch.rim.push_back(cloth(p));
  const auto n = static_cast<std::uint32_t>(ring.size());
  for (int k = 0; k < kRings; ++k)
    for (const Vec2& p : ring) patch.mesh.space.push_back(cloth(glm::mix(p, middle, double(k) / kRings)));
  patch.mesh.space.push_back(cloth(middle));
  for (std::uint32_t k = 0; k < kRings; ++k) {
    for (std::uint32_t i = 0; i < n; ++i) {
      const std::uint32_t j = (i + 1) % n, at = k * n;
      const bool last = k + 1 == kRings;
      patch.mesh.triangles.push_back({at + i, at + j, last ? kRings * n : at + n + j});
      if (!last) patch.mesh.triangles.push_back({at + i, at + n + j, at + n + i});
    }
  }
  return patch;
}

/// Between two rims of as many points.
PieceMesh wallBetween(const std::vector<Vec3>& a, const std::vector<Vec3>& b) {
  PieceMesh wall;
  wall.space = a;
  wall.space.insert(wall.space.end(), b.begin(), b.end());
  const auto n = static_cast<std::uint32_t>(a.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t j = (i + 1) % n;
    wall.triangles.push_back({i, n + i, n + j});
    wall.triangles.push_back({i, n + j, j});
  }
  return wall;
}

/// The line with `count` points at even lengths, its last one left out.
Polyline evenly(const Polyline& line, int count) {
  Polyline points;
  for (int i = 0; i < count; ++i) points.push_back(pointAlong(line, lengthOf(line) * i / count));
  return points;
}

/// Round what is sewn down and back along the mouth.
Polyline closedBy(const Polyline& sewn, const Polyline& mouth) {
  Polyline ring = evenly(sewn, 120);
  const Polyline back = evenly(mouth, 30);
  ring.insert(ring.end(), back.begin(), back.end());
  return ring;
}

/// The edges or marks of a run that lies on one piece, end to end.
Polyline lineOf(const Pack& pack, const Run& run) {
  std::vector<Polyline> lines;
  for (const RunPart& part : run) {
    const Piece& piece = *findPiece(pack, part.piece);
    if (const Edge* edge = findEdge(piece, part.edge)) lines.push_back(edge->points);
    for (const Mark& mark : piece.marks)
      if (mark.name == part.edge) lines.push_back(mark.points);
  }
  return joined(lines);
}

/// By which the piece is sewn along its own edges to marks on another, or to another's edge.
const Seam* seamOf(const Pack& pack, const std::string& piece, bool to_mark) {
  for (const Seam& seam : pack.seams) {
    if (seam.runs[0].front().piece != piece) continue;
    const RunPart& met = seam.runs[1].front();
    const bool mark = findEdge(*findPiece(pack, met.piece), met.edge) == nullptr;
    const bool whole = seam.runs[0].size() == 3 || seam.runs[0].front().edge == "host";
    if (mark == to_mark && (whole || !to_mark)) return &seam;
  }
  return nullptr;
}

/// The space between a pocket's panel and the cloth behind it, its mouth closed straight.
double pocketLitres(const Pack& pack, const Compartment& pocket) {
  const Piece& panel = *findPiece(pack, pocket.shell.front());
  const bool box = pocket.shell.size() > 1;
  const Seam* down = seamOf(pack, pocket.shell.back(), true);
  const Seam* round = box ? seamOf(pack, panel.id, false) : down;
  if (down == nullptr || round == nullptr) return 0;
  const Piece& host = *findPiece(pack, down->runs[1].front().piece);
  const Polyline sewn = lineOf(pack, round->runs[0]);
  Polyline place = lineOf(pack, down->runs[1]);
  const auto away = [&](Vec2 on_host) {
    return glm::distance(host.surface(on_host), panel.surface(sewn.front()));
  };
  if (away(place.back()) < away(place.front())) place = reversed(place);
  // Layers between host and pocket are no room: the back of the pocket lies as far off as its rim does.
  const Vec2 low = pointAlong(place, lengthOf(place) / 2);
  const Piece& sewn_down = *findPiece(pack, down->runs[0].front().piece);
  const Polyline foot = lineOf(pack, down->runs[0]);
  const Vec3 off = sewn_down.surface(pointAlong(foot, lengthOf(foot) / 2)) - host.surface(low);
  const double lift = glm::dot(off, normalAt(host.surface, low));
  const Patch back = patchOf(closedBy(place, {place.back(), place.front()}),
                             [&](Vec2 p) { return host.surface(p) + lift * normalAt(host.surface, p); });
  Polyline mouth = findEdge(panel, "top")->points;
  if (glm::distance(mouth.front(), sewn.front()) < glm::distance(mouth.front(), sewn.back()))
    mouth = reversed(mouth);
  const Patch front = patchOf(closedBy(sewn, mouth), panel.surface);
  return closedVolume({back.mesh, front.mesh, wallBetween(front.rim, back.rim)}) / 1e6;
}

/// What pockets miss their mesh's litres by. A radio's back is laid over a strap that bends both ways, which
/// stretches it.
double pocketSlack(const std::string& pocket) {
  return pocket == "radio" ? 0.035 : 0.025;
}

/// Pockets, too, by another road than their own formulas, which take the curve of their host at one point.
TEST(Properties, PocketsHoldWhatTheirMeshesEnclose) {
  for (const Design& design : templateDesigns()) {
    const Pack pack = packOf(design);
    for (std::size_t i = 1; i < pack.compartments.size(); ++i) {
      const Compartment& pocket = pack.compartments[i];
      EXPECT_NEAR(pocketLitres(pack, pocket), pocket.capacity_l,
                  std::max(0.01, pocketSlack(pocket.id) * pocket.capacity_l))
          << design.template_id << " " << pocket.id;
    }
  }
}

TEST(Properties, NothingIsLostOrCountedTwice) {
  overAllDesigns([](const Design& design) {
    const auto figures = figuresOf(testWorkshop(), design);
    ASSERT_TRUE(figures.has_value()) << figures.error().message;
    const bom::EstimateAtQuantity& at = figures->estimate->breaks.front();
    std::multiset<std::string> billed;
    bom::Quantity mass = bom::Quantity::fromMillionths(0, bom::Unit::Gram);
    for (const bom::BillLine& line : at.bill.lines) {
      if (line.is_assembly) continue;
      billed.insert(line.part_ids.begin(), line.part_ids.end());
      mass = mass + line.mass;
    }
    EXPECT_EQ(mass, at.bill.mass);
    for (const Piece& piece : figures->pack->pieces) EXPECT_EQ(billed.count(piece.id), 1u) << piece.id;
    for (const Fitting& fitting : figures->pack->fittings)
      EXPECT_EQ(billed.count(fitting.id), 1u) << fitting.id;
    bom::Money sum = bom::Money::fromMillionths(0, at.fob.currency());
    for (const bom::EstimateLine& line : at.lines) sum = sum + line.unit;
    EXPECT_EQ(sum.millionths(), at.fob.millionths());
  });
}

TEST(Properties, ADesignFileReadsBackToTheSameBytes) {
  overAllDesigns([](const Design& design) {
    const std::string text = writeDesign(design);
    const auto read = parseDesign(text, "design.ruck", testWorkshop().catalog);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(writeDesign(*read), text);
  });
}

bom::TechPack techPackOf(const Design& design, const Figures& figures) {
  bom::TechPack tech_pack;
  tech_pack.issued = design.order.date;
  tech_pack.program = "test";
  tech_pack.product = *figures.product;
  addSizeTable(measuresOf(testWorkshop(), design, figures), tech_pack.product);
  addNotches(testWorkshop().catalog, *figures.pack, tech_pack.product);
  tech_pack.estimate = *figures.estimate;
  tech_pack.bill = figures.estimate->breaks.front().bill;
  tech_pack.book = testWorkshop().catalog.prices;
  return tech_pack;
}

TEST(Properties, ATechPackIsTheSameEveryTimeAndReadsBackToTheSameBytes) {
  overAllDesigns([](const Design& design) {
    const auto first = figuresOf(testWorkshop(), design);
    const auto second = figuresOf(testWorkshop(), design);
    ASSERT_TRUE(first.has_value() && second.has_value());
    const std::string xml = bom::writeTechPackXml(techPackOf(design, *first));
    EXPECT_EQ(bom::writeTechPackXml(techPackOf(design, *second)), xml);
    const auto again = bom::rewriteTechPackXml(xml, "techpack.xml");
    ASSERT_TRUE(again.has_value()) << again.error().message;
    EXPECT_EQ(*again, xml);
  });
}

/// Everything of a pack that is bought, cut or done.
std::string contentOf(const Pack& pack) {
  std::string text;
  for (const Piece& piece : pack.pieces)
    text += piece.id + piece.item + std::to_string(areaOf(outlineOf(piece)));
  for (const Fitting& f : pack.fittings) text += f.id + f.item + std::to_string(f.amount);
  for (const Seam& seam : pack.seams) text += seam.id + seam.operation;
  for (const StitchLine& line : pack.stitch_lines) text += line.id + line.operation;
  for (const Tack& tack : pack.tacks) text += tack.id;
  for (const Work& work : pack.work) text += work.id + work.operation + std::to_string(work.occurrences);
  for (const std::string& rate : pack.tooling) text += rate;
  return text;
}

TEST(Properties, AnOptionIsReal) {
  const Catalog& catalog = testWorkshop().catalog;
  std::map<std::string, std::map<std::string, std::string>>
      content;  // slot -> option -> what it makes in one setting
  std::set<std::string> same;
  for (const Design& design : templateDesigns()) {
    for (const Slot& slot : catalog.slots) {
      std::map<std::string, std::string> made;
      for (const Option* option : catalog.optionsOf(slot.id)) {
        if (!optionFits(catalog, design.choices, *option)) continue;
        Design other = design;
        other.choices.options[slot.id].value = option->id;
        made[contentOf(packOf(other))] += " " + option->id;
      }
      for (const auto& [text, options] : made) {
        if (std::count(options.begin(), options.end(), ' ') > 1) same.insert(slot.id + ":" + options);
      }
    }
  }
  EXPECT_THAT(same, testing::IsEmpty());
}

}  // namespace
}  // namespace configurator
