#include "configurator/pack/module_trims.h"

#include <algorithm>
#include <utility>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr double kZipEnd = 25;          // runs under at each end
constexpr double kElasticRatio = 0.82;  // relaxed elastic to mouth: 0.80-0.88
constexpr double kElasticEnd = 10;
constexpr double kBindingRatio = 1.03;  // of the edge it binds

/// A slider near the start of a zip.
ModelShape sliderOn(const RibbonShape& zip, double scale) {
  const std::size_t i = std::min<std::size_t>(1, zip.path.size() - 2);
  const Vec3 along = glm::normalize(zip.path[i + 1] - zip.path[i]);
  return {"zip-slider", zip.path[i] + zip.thickness_mm * zip.normals[i], along, zip.normals[i], scale};
}

}  // namespace

PartNames namesOf(const ModuleCall& call, const std::string& name) {
  return {call.part, "", call.assembly, call.word("name", name)};
}

Piece makePiece(PackDraft& draft, const PartNames& names, const PieceOf& of) {
  Piece piece;
  piece.id = names.id(of.what);
  piece.code = names.code(of.what);
  piece.name = names.label(of.label.empty() ? of.what : of.label);
  piece.assembly = names.assembly;
  piece.layer = of.layer;
  setMaterial(draft, piece, of.zone, of.size);
  return piece;
}

Seam makeSeam(const PartNames& names, const std::string& what, const std::string& operation) {
  Seam seam;
  seam.id = names.id(what);
  seam.name = names.label(what);
  seam.assembly = names.assembly;
  seam.operation = operation;
  return seam;
}

Seam lappedSeam(const PartNames& names, const std::string& what, const std::string& operation) {
  Seam seam = makeSeam(names, what, operation);
  seam.seam_class = "2.02.03";
  seam.stitches_per_inch = 8.5;
  return seam;
}

StitchLine makeStitch(const PartNames& names, const std::string& what, const std::string& operation) {
  StitchLine line;
  line.id = names.id(what);
  line.name = names.label(what);
  line.assembly = names.assembly;
  line.purpose = what;
  line.operation = operation;
  return line;
}

double zipGap(double size) {
  return size < 4 ? 6 : size < 7 ? 8 : 11;
}

std::string zipOperation(const PackDraft& draft, double size) {
  return draft.item("zip", size).category == "zip-chain-reverse" ? "S06" : "S05";
}

void addZip(PackDraft& draft, const PartNames& names, const ZipOf& zip) {
  Fitting chain;
  chain.id = names.id(zip.what);
  chain.name = names.label(zip.what);
  chain.assembly = names.assembly;
  chain.zone = "zip";
  chain.item = draft.item("zip", zip.size).id;
  chain.amount = (zip.length_mm + 2 * kZipEnd) / 1000;
  std::vector<Shape> shapes;
  if (zip.shape) {
    chain.shapes.push_back(*zip.shape);
    shapes.emplace_back([chain_shape = *zip.shape, scale = zip.size / 5] {
      return sliderOn(std::get<RibbonShape>(chain_shape.drawn()), scale);
    });
  }
  addFitting(draft, std::move(chain));
  addCounted(draft, names, {zip.what + "-slider", "slider", "", "slider", zip.size, 1, shapes});
  addCounted(draft, names, {zip.what + "-puller", "puller", "", "puller", 0, 1, {}});
}

Fitting& addNarrow(PackDraft& draft, const PartNames& names, NarrowOf narrow) {
  Fitting fitting;
  fitting.id = names.id(narrow.what);
  fitting.name = names.label(narrow.label);
  fitting.assembly = names.assembly;
  fitting.zone = narrow.zone;
  fitting.item = draft.item(narrow.zone, narrow.size).id;
  fitting.amount = narrow.length_mm / 1000;
  fitting.shapes = std::move(narrow.shapes);
  return addFitting(draft, std::move(fitting));
}

Fitting& addCounted(PackDraft& draft, const PartNames& names, CountedOf counted) {
  Fitting fitting;
  fitting.id = names.id(counted.what);
  fitting.name = names.label(counted.label);
  fitting.assembly = names.assembly;
  fitting.zone = counted.zone;
  const bool fixed = !counted.item.empty();
  fitting.item =
      fixed ? draft.catalog.itemOf(counted.item, counted.size).id : draft.item(counted.zone, counted.size).id;
  fitting.amount = counted.amount;
  fitting.shapes = std::move(counted.shapes);
  return addFitting(draft, std::move(fitting));
}

void sewLoose(PackDraft& draft, const PartNames& names, const LooseSewing& sewing) {
  const auto& stitches = draft.catalog.prices.stitches;
  const double tacks = sewing.tacks * stitches.at("BT28").thread_per_tack.toDouble();
  const double metres = sewing.length_mm / 1000;
  addWork(draft, {names.id(sewing.what), sewing.operation, names.assembly, std::max(1, sewing.tacks), metres,
                  sewing.parts});
  addNarrow(draft, names,
            {sewing.what + "-thread", "thread", sewing.label, 0,
             1000 * (tacks + metres * stitches.at("301").thread_per_metre.toDouble())});
}

void addTackOn(PackDraft& draft, const PartNames& names, const Host& host, const TackOf& tack) {
  Tack placed;
  placed.id = names.id(tack.what);
  placed.assembly = names.assembly;
  placed.location = tack.location;
  placed.type = tack.type;
  placed.at = tack.at;
  placed.angle_deg = tack.angle_deg;
  tackOn(draft, host, std::move(placed));
}

void addBackingPatch(PackDraft& draft, const PartNames& names, const Host& host, Vec2 at) {
  Piece patch = makePiece(draft, names, {"backing", "lining", "reinforcement", "backing patch"});
  const Spot spot = fitted(draft, {host.id, at - Vec2{20, 30}, 40, 60});
  patch.edges = patchEdges(spot, 0, 0);
  for (Edge& edge : patch.edges) edge.finish = EdgeFinish::HotCut;
  const std::vector<Edge> placed = patch.edges;
  addPatch(draft, host, std::move(patch), -host.lift_mm - 0.8);
  sewOn(draft, host,
        {names.id("backing"),
         {"bottom", "right", "top", "left"},
         placed,
         lappedSeam(names, "backing-seam", "S03")});
}

void prepareMouthEdge(Piece& piece, const std::string& name, const std::string& how) {
  for (Edge& edge : piece.edges) {
    if (edge.name != name) continue;
    edge.allowance_mm = how == "binding" ? 0 : 20;
    edge.finish = how == "binding" ? EdgeFinish::Bound : EdgeFinish::Hemmed;
  }
}

void finishMouth(PackDraft& draft, const PartNames& names, const MouthOf& mouth) {
  const Piece* piece = findPiece(draft.pack, mouth.piece);
  require(piece != nullptr, "a mouth is an edge of a piece of the pack");
  const Edge* edge = findEdge(*piece, mouth.edge);
  require(edge != nullptr, "a mouth names an edge of its piece");
  const double length = lengthOf(edge->points);
  StitchLine line = makeStitch(names, "mouth-stitch", "S07");
  line.purpose = "pocket mouth";
  line.run = {{mouth.piece, mouth.edge}};
  const LineOnHost shape{edge->points, 14, 0.8, piece->thickness_mm + 0.2};
  if (mouth.how == "elastic") {
    line.stitch = "406";
    line.seam_class = "7.26.01";
    line.stitches_per_inch = 9;
    const double cut = kElasticRatio * length + 2 * kElasticEnd;
    addNarrow(draft, names,
              {"mouth-elastic",
               "elastic",
               "elastic in the mouth fold",
               20,
               cut,
               {ribbonShape(piece->surface, shape)}});
  } else if (mouth.how == "binding") {
    line.seam_class = "3.05.01";
    addNarrow(draft, names,
              {"mouth-binding",
               mouth.binding_zone,
               "mouth binding",
               22,
               kBindingRatio * length,
               {ribbonShape(piece->surface, shape)}});
  } else {
    line.seam_class = "6.02.01";
    line.operation = "S03";
  }
  addStitchLine(draft, std::move(line));
}

}  // namespace configurator
