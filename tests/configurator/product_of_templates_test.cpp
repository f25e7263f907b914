// The product that leaves the program, over the ten templates: what it says of runs, tacks, colours and
// cartons is true of the patterns and the bill that leave with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "bom/bill.h"
#include "bom/tech_pack.h"
#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_product.h"
#include "configurator/pack/pack_product_style.h"
#include "configurator/rules/check_rules.h"
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

TEST(ProductOfTemplates, SaysWhatTheUserCanFill) {
  for (const Made& made : madeTemplates()) {
    ASSERT_EQ(made.product.storage.size(), made.pack.compartments.size()) << made.name;
    // Every template has room for more than a bladder: none is a bag around a bladder alone.
    EXPECT_FALSE(made.product.storage.empty()) << made.name;
    for (std::size_t i = 0; i < made.pack.compartments.size(); ++i)
      EXPECT_EQ(made.product.storage[i], made.pack.compartments[i].name) << made.name;
  }
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

/// Runs of a flipped part name the edges of the pattern, which draws the other side.
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

/// Those of flipped parts too, and load lifters on the back panel, not above it.
TEST(ProductOfTemplates, TacksLieOnTheirPattern) {
  for (const Made& made : madeTemplates()) {
    for (const bom::Reinforcement& tack : made.product.reinforcements) {
      EXPECT_LE(outsideBy(patternOfPart(made.product, tack.piece), tack.at), 1.0)
          << made.name << " " << tack.id << " at " << tack.at.x << ", " << tack.at.y << " of " << tack.piece;
    }
  }
}

/// The four corners of the box, not only its middle: a box half beside the cloth holds nothing.
TEST(ProductOfTemplates, XBoxesLieWhollyOnTheirPattern) {
  constexpr double kHalfDiagonal = 25 / std::numbers::sqrt2;
  for (const Made& made : madeTemplates()) {
    for (const bom::Reinforcement& tack : made.product.reinforcements) {
      if (tack.type != "XBOX") continue;
      const bom::PatternPiece& piece = patternOfPart(made.product, tack.piece);
      for (const double corner : {45, 135, 225, 315}) {
        const double turn = (corner + tack.angle_deg) * std::numbers::pi / 180;
        const bom::Point at{tack.at.x + kHalfDiagonal * std::cos(turn),
                            tack.at.y + kHalfDiagonal * std::sin(turn)};
        EXPECT_LE(outsideBy(piece, at), 0.1) << made.name << " " << tack.id << " of " << tack.piece;
      }
    }
  }
}

/// Neither holds nor shows where one is pressed onto the other. Every mark of a brand with every reflective
/// part, on the body with the least room between its pockets.
TEST(Artwork, LiesBesideWhatElseIsOnItsCloth) {
  const Catalog& catalog = testWorkshop().catalog;
  for (const Option& brand : catalog.options) {
    if (brand.slot != "branding" || brand.id == "none") continue;
    for (Design design : templateDesigns()) {
      SCOPED_TRACE(design.template_id + " " + brand.id);
      design.choices.options.at("branding").value = brand.id;
      const Pack pack = buildPack(catalog, design.choices, PackSize::M);
      EXPECT_TRUE(pack.shortfalls.empty());
      for (std::size_t i = 0; i < pack.artwork.size(); ++i) {
        for (std::size_t k = i + 1; k < pack.artwork.size(); ++k) {
          const Artwork &a = pack.artwork[i], &b = pack.artwork[k];
          const bool apart = a.piece != b.piece || a.at.x + a.width_mm <= b.at.x ||
                             b.at.x + b.width_mm <= a.at.x || a.at.y + a.height_mm <= b.at.y ||
                             b.at.y + b.height_mm <= a.at.y;
          EXPECT_TRUE(apart) << a.id << " and " << b.id << " on " << a.piece;
        }
      }
    }
  }
}

/// What is sewn along a mark needs cloth there.
TEST(ProductOfTemplates, MarksLieOnTheirPattern) {
  for (const Made& made : madeTemplates()) {
    for (const bom::PatternPiece& piece : made.product.pieces) {
      for (const bom::PieceMark& mark : piece.marks) {
        for (const bom::Point& at : mark.points)
          EXPECT_LE(outsideBy(piece, at), 1.0) << made.name << " " << piece.code << " " << mark.name;
      }
    }
  }
}

/// A colour names the item that is bought, not its series ("webbing-pes").
TEST(ProductOfTemplates, EveryColourIsOfAnItemThatItsZoneUsesAndTheThreadHasOne) {
  for (const Made& made : madeTemplates()) {
    SCOPED_TRACE(made.name);
    for (const bom::Colorway& colorway : made.product.colorways) {
      bool thread = false;
      for (const bom::ColorwayColor& color : colorway.colors) {
        const bool used = std::any_of(
            made.product.uses.begin(), made.product.uses.end(),
            [&](const bom::Use& use) { return use.zone == color.zone && use.item == color.item; });
        const bool sews = color.zone == "thread" && color.item == made.product.seams.front().thread_item;
        EXPECT_TRUE(used || sews) << colorway.code << " " << color.zone << " " << color.item;
        thread = thread || sews;
      }
      EXPECT_TRUE(thread) << colorway.code;
    }
  }
}

void expectMachineMakes(const std::string& operation, const std::string& stitch, const std::string& what) {
  if (operation.empty()) return;
  const bom::Operation& step = testWorkshop().catalog.prices.operations.at(operation);
  EXPECT_FALSE(step.stitch.empty()) << what << ": " << operation << " sews nothing";
  EXPECT_TRUE(stitch == step.stitch || stitch == step.also_makes)
      << what << ": stitch " << stitch << " is not what " << operation << " (" << step.machine << ") makes";
}

TEST(ProductOfTemplates, EverySeamIsSewnOnAMachineThatMakesItsStitch) {
  for (const Made& made : madeTemplates()) {
    for (const bom::ConstructionSeam& seam : made.product.seams)
      expectMachineMakes(seam.operation, seam.stitch, made.name + " " + seam.id);
    for (const bom::ConstructionStitch& line : made.product.stitches)
      expectMachineMakes(line.operation, line.stitch, made.name + " " + line.id);
  }
}

bom::Bill billOf(const Made& made) {
  return bom::makeBill(made.product, testWorkshop().catalog.prices, {1000, bom::Currency()}).value();
}

TEST(ProductOfTemplates, ThreadLinesOfTheBillHaveTheZoneThatColoursThem) {
  for (const Made& made : madeTemplates()) {
    for (const bom::BillLine& line : billOf(made).lines) {
      if (line.placement != "seams and tacks") continue;
      EXPECT_EQ(line.zone, "thread") << made.name << " " << line.number;
    }
  }
}

TEST(ProductOfTemplates, TheBillHasOneCartonForAsManyPacksAsTheCartonPlanHolds) {
  for (const Made& made : madeTemplates()) {
    SCOPED_TRACE(made.name);
    double cartons = 0;
    for (const bom::BillLine& line : billOf(made).lines) {
      if (line.placement == "Export carton") cartons += line.net.toDouble();
    }
    EXPECT_NEAR(cartons * static_cast<double>(made.product.carton.pieces_per_carton), 1, 1e-4);
  }
}

/// Rows of the catalog's packing rates, by hand: body, litres and pouches decide. 20 of the field-research
/// pack, with its five dividers, would weigh more than one person lifts, 18 kg: 19, and 500 x 19 / 20 in
/// steps of 20.
TEST(ProductOfTemplates, AreFoldedAndPackedAsTheirOptionsSay) {
  const std::map<std::string, int> pieces{
      {"commuter", 20},    {"eco-tourism", 20},      {"endurance", 16}, {"field-research", 19},
      {"hydration", 30},   {"humanitarian-aid", 20}, {"medical", 20},   {"modular", 20},
      {"lightweight", 50}, {"security", 20}};
  const std::map<std::string, double> heights{
      {"commuter", 500},    {"eco-tourism", 500},      {"endurance", 500}, {"field-research", 480},
      {"hydration", 450},   {"humanitarian-aid", 500}, {"medical", 500},   {"modular", 450},
      {"lightweight", 400}, {"security", 500}};
  for (const Made& made : madeTemplates()) {
    const bom::CartonPlan& carton = made.product.carton;
    EXPECT_EQ(carton.pieces_per_carton, pieces.at(made.name)) << made.name;
    EXPECT_EQ(carton.height_mm, heights.at(made.name)) << made.name;
    const bool bag = carton.fold.find("polybag") != std::string::npos;
    EXPECT_EQ(bag, made.name != "eco-tourism") << made.name << ": " << carton.fold;
  }
}

TEST(ProductOfTemplates, ACartonHoldsNoMoreThanOnePersonLifts) {
  // The commuter's row: 20 in 600 x 450 x 500, a carton of 1550 g; 18 kg are the limit.
  const Catalog& catalog = testWorkshop().catalog;
  for (const Design& design : templateDesigns()) {
    if (design.template_id != "commuter") continue;
    const Pack pack = buildPack(catalog, design.choices, PackSize::M);
    const bom::CartonPlan full = cartonOf(catalog, design, pack, 822);  // 16.44 + 1.55 = 17.99 kg
    EXPECT_EQ(full.pieces_per_carton, 20);
    EXPECT_EQ(full.height_mm, 500);
    const bom::CartonPlan heavy = cartonOf(catalog, design, pack, 1000);  // 16.45 kg for packs: 16 of them
    EXPECT_EQ(heavy.pieces_per_carton, 16);
    EXPECT_EQ(heavy.height_mm, 400);                                        // 500 x 16 / 20
    const bom::CartonPlan heavier = cartonOf(catalog, design, pack, 1300);  // 12.65: 12, 300 high
    EXPECT_EQ(heavier.pieces_per_carton, 12);
    EXPECT_EQ(heavier.height_mm, 300);
    EXPECT_EQ(cartonOf(catalog, design, pack, 20000).pieces_per_carton, 1);
  }
}

/// What is bought for a design, and how much of it.
std::vector<std::string> boughtFor(const Design& design) {
  const Catalog& catalog = testWorkshop().catalog;
  const bom::Product product = buildProduct(catalog, design, buildPack(catalog, design.choices, PackSize::M));
  const auto bill = bom::makeBill(product, catalog.prices, {1000, bom::Currency()});
  std::vector<std::string> bought;
  for (const bom::BillLine& line : bill.value().lines)
    bought.push_back(line.item + " " + std::to_string(line.gross.millionths()));
  return bought;
}

/// The materials that a zone offers besides the chosen one and that no rule forbids: the first and the last.
std::vector<Design> otherMaterials(const Design& design, const Zone& zone) {
  std::vector<Design> others;
  for (const std::string& material : testWorkshop().catalog.materialsOf(zone)) {
    Design other = design;
    if (other.choices.zones.at(zone.id).value == material) continue;
    other.choices.zones.at(zone.id).value = material;
    if (isValid(checkRules(testWorkshop().catalog, other.choices))) others.push_back(std::move(other));
  }
  if (others.size() > 2) others.erase(others.begin() + 1, others.end() - 1);
  return others;
}

bool uses(const Made& made, const std::string& zone) {
  const auto& all = made.product.uses;
  return zone == "thread" ||
         std::any_of(all.begin(), all.end(), [&](const bom::Use& use) { return use.zone == zone; });
}

/// A zone of whose things none is bought after its material is a choice that changes nothing.
TEST(ProductOfTemplates, AnotherMaterialOfAZoneChangesWhatIsBought) {
  const std::vector<Design> designs = templateDesigns();
  for (const Zone& zone : testWorkshop().catalog.zones) {
    bool offered = false, changed = false;
    for (std::size_t i = 0; i < designs.size() && !changed; ++i) {
      if (!uses(madeTemplates()[i], zone.id)) continue;
      for (const Design& other : otherMaterials(designs[i], zone)) {
        offered = true;
        changed = changed || boughtFor(other) != boughtFor(designs[i]);
      }
    }
    EXPECT_TRUE(changed || !offered) << zone.id;
  }
}

TEST(ProductOfTemplates, OffersNoMaterialWhereTheOptionsNameTheItem) {
  const Catalog& catalog = testWorkshop().catalog;
  for (const char* zone : {"logo", "seam-tape", "vessel"})
    EXPECT_EQ(catalog.materialsOf(*catalog.findZone(zone)).size(), 1u) << zone;
}

TEST(ProductOfTemplates, TellWhatIsOrderedAndWhatTheirLitresMean) {
  const std::vector<Design> designs = templateDesigns();
  for (std::size_t i = 0; i < designs.size(); ++i) {
    const Made& made = madeTemplates()[i];
    SCOPED_TRACE(made.name);
    std::int64_t pieces = 0;
    for (const bom::Colorway& colorway : made.product.colorways) pieces += colorway.pieces;
    EXPECT_EQ(pieces, totalQuantity(designs[i].order));
    const auto litres = std::count_if(made.product.measures.begin(), made.product.measures.end(),
                                      [](const auto& measure) { return measure.unit == "l"; });
    EXPECT_EQ(litres, static_cast<std::ptrdiff_t>(made.pack.volumes.size()));
    // Vests are labelled with all that they carry, box packs with what they enclose.
    const bool vest = made.pack.construction == "vest";
    EXPECT_EQ(made.product.style.label_means.rfind(vest ? "carrying volume" : "capacity", 0), 0u);
    EXPECT_EQ(made.product.style.volume_method.rfind("Enclosed compartments and open pockets", 0) == 0, vest);
  }
}

/// The least distance of a point from a piece's seam line.
double distanceToSeamLine(const bom::PatternPiece& piece, const bom::Point& p) {
  double nearest = 1e300;
  for (const bom::PieceEdge& edge : piece.edges) {
    for (std::size_t i = 1; i < edge.points.size(); ++i)
      nearest = std::min(nearest, distanceToSegment(p, edge.points[i - 1], edge.points[i]));
  }
  return nearest;
}

TEST(ProductOfTemplates, AreNowhereCutNearerToTheSeamThanTheLeastAllowance) {
  for (const Made& made : madeTemplates()) {
    for (const bom::PatternPiece& piece : made.product.pieces) {
      double least = 1e300;
      for (const bom::PieceEdge& edge : piece.edges) least = std::min(least, edge.allowance_mm);
      for (std::size_t i = 0; i < piece.cut_line.size(); ++i) {
        const bom::Point &a = piece.cut_line[i], &b = piece.cut_line[(i + 1) % piece.cut_line.size()];
        for (const double t : {0.0, 0.25, 0.5, 0.75}) {
          const bom::Point p{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
          EXPECT_GT(distanceToSeamLine(piece, p), least - 0.05)
              << made.name << " " << piece.code << " " << piece.name << " at " << p.x << ", " << p.y;
        }
      }
    }
  }
}

/// The number behind a text of a document.
double numberAfter(const std::string& document, const std::string& text) {
  const std::size_t at = document.find(text);
  if (at == std::string::npos) throw std::logic_error("no " + text);
  return std::stod(document.substr(at + text.size()));
}

/// Gross is what the packs weigh, with their bags and the carton, whatever their construction.
TEST(ProductOfTemplates, ACartonWeighsMoreThanThePacksInIt) {
  for (const Made& made : madeTemplates()) {
    bom::TechPack tech_pack;
    tech_pack.issued = "2026-11-01";
    tech_pack.program = "test";
    tech_pack.product = made.product;
    tech_pack.bill = billOf(made);
    tech_pack.book = testWorkshop().catalog.prices;
    tech_pack.edition = bom::Edition::Factory;
    const std::string xml = bom::writeTechPackXml(tech_pack);
    const double net = numberAfter(xml, "N.W. "), gross = numberAfter(xml, "gross-kg=\"");
    // The lightest carton is one of 0.85 kg.
    EXPECT_GT(gross, net + 0.85) << made.name;
    EXPECT_NEAR(net * 1000,
                tech_pack.bill.mass.toDouble() * static_cast<double>(made.product.carton.pieces_per_carton),
                10);
    EXPECT_EQ(numberAfter(xml, "G.W. "), gross);
  }
}

}  // namespace
}  // namespace configurator
