#include "configurator/pack/pack_product.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "bom/price_book.h"
#include "configurator/catalog/require.h"
#include "configurator/pack/cut_line.h"
#include "configurator/pack/pack_product_pattern.h"
#include "configurator/pack/pack_product_style.h"
#include "configurator/pack/pack_product_work.h"
#include "configurator/pack/part_text.h"

namespace configurator {
namespace {

using bom::Quantity;
using bom::Unit;

/// Cloth: metres of roll = cut area / cuttable width; all of it but the waste stays in the pack.
bom::Use useOfPiece(const bom::Item& item, const Piece& piece, double cut_mm2) {
  if (!item.sheet) broken("piece " + piece.id + " is cut from " + item.id + ", which is no sheet goods");
  bom::Use use{item.id, piece.assembly, partText(piece.name), piece.zone, {piece.id}, {}, {}, true};
  use.net = Quantity::fromDouble(cut_mm2 / item.sheet->cuttable_width_mm / 1000.0, Unit::Metre);
  use.mass = Quantity::fromDouble(cut_mm2 * 1e-6 * item.mass.toDouble(), Unit::Gram);
  return use;
}

bom::Use useOfFitting(const bom::Item& item, const Fitting& fitting) {
  const std::string& where = fitting.placement.empty() ? fitting.name : fitting.placement;
  bom::Use use{item.id, fitting.assembly,  partText(where), fitting.zone, {fitting.id}, {},
               {},      fitting.in_product};
  use.net = Quantity::fromDouble(fitting.amount, item.unit);
  if (fitting.in_product)
    use.mass = Quantity::fromDouble(fitting.amount * item.mass.toDouble(), Unit::Gram);
  else
    use.mass = Quantity::fromMillionths(0, Unit::Gram);
  return use;
}

/// REQUIRES the product's patterns: a part that is drawn has the area of its pattern.
void addUses(const Catalog& catalog, const Pack& pack, const PatternPlaces& places, bom::Product& product) {
  product.uses.reserve(pack.pieces.size() + pack.fittings.size() + 1);
  auto pattern = product.pieces.begin();
  for (const Piece& piece : pack.pieces) {
    const bool drawn = places.at(piece.id).drawn == &piece;
    const double cut_mm2 = drawn ? (pattern++)->cut_area_mm2 : areaOf(cutLineOf(piece));
    product.uses.push_back(useOfPiece(catalog.itemOf(piece.item, 0), piece, cut_mm2));
  }
  for (const Fitting& fitting : pack.fittings) {
    product.uses.push_back(useOfFitting(catalog.itemOf(fitting.item, 0), fitting));
  }
}

std::vector<bom::RunPart> runOf(const PatternPlaces& places, const Run& run) {
  std::vector<bom::RunPart> parts;
  parts.reserve(run.size());
  for (const RunPart& part : run) parts.push_back(onPattern(places.at(part.piece), part));
  return parts;
}

/// The allowance of the first edge of a run; 0 where it runs along a mark.
double allowanceOf(const Pack& pack, const Run& run) {
  if (run.empty()) return 0;
  const Piece* piece = findPiece(pack, run.front().piece);
  const Edge* edge = piece == nullptr ? nullptr : findEdge(*piece, run.front().edge);
  return edge == nullptr ? 0 : edge->allowance_mm;
}

/// What seams and stitch lines share: the pack, where its parts are drawn, the thread they are sewn with.
struct Sewing {
  const Pack& pack;
  const PatternPlaces& places;
  std::string thread;
};

/// What a seam and a stitch line say alike of how they are sewn.
template <typename Sewn, typename Line>
Sewn sewn(const Line& line, const Sewing& sewing) {
  Sewn out;
  out.id = line.id;
  out.name = line.name;
  out.assembly = line.assembly;
  out.stitch = line.stitch;
  out.seam_class = line.seam_class;
  out.thread_item = sewing.thread;
  out.operation = line.operation;
  out.stitches_per_inch = line.stitches_per_inch;
  out.rows = line.rows;
  return out;
}

void addSeams(const Sewing& sewing, bom::Product& product) {
  const Pack& pack = sewing.pack;
  product.seams.reserve(pack.seams.size());
  for (const WalkedSeam& walked : walkSeams(pack)) {
    const Seam& seam = *walked.seam;
    auto out = sewn<bom::ConstructionSeam>(seam, sewing);
    out.finish = seam.finish;
    for (int side = 0; side < 2; ++side) {
      out.runs[side] = runOf(sewing.places, seam.runs[side]);
      out.length_mm[side] = walked.length_mm[side];
    }
    out.ratio = seam.ratio;
    out.fits = walked.ok;
    out.allowance_mm = allowanceOf(pack, seam.runs[0]);
    product.seams.push_back(std::move(out));
  }
}

void addStitches(const Sewing& sewing, bom::Product& product) {
  const Pack& pack = sewing.pack;
  product.stitches.reserve(pack.stitch_lines.size());
  for (const StitchLine& line : pack.stitch_lines) {
    auto out = sewn<bom::ConstructionStitch>(line, sewing);
    out.purpose = line.purpose;
    out.run = runOf(sewing.places, line.run);
    out.length_mm = lengthOf(pack, line.run);
    product.stitches.push_back(std::move(out));
  }
}

void addTacks(const Pack& pack, const PatternPlaces& places, bom::Product& product) {
  for (const Tack& tack : pack.tacks) {
    const PatternPlace& place = places.at(tack.piece);
    const Vec2 at = onPattern(place, tack.at);
    product.reinforcements.push_back({tack.id,
                                      tackTypeName(tack.type),
                                      tack.piece,
                                      tack.assembly,
                                      tack.location,
                                      {at.x, at.y},
                                      onPattern(place, tack.angle_deg)});
  }
}

bom::PointOfMeasure measureOf(const SizePoint& point, PackSize size) {
  return {point.id,       point.name,      point.how,      packSizeName(size), point.value,
          point.tol_plus, point.tol_minus, point.critical, point.unit};
}

void addDetails(const Pack& pack, bom::Product& product) {
  for (const SizePoint& point : pointsOf(pack)) product.measures.push_back(measureOf(point, pack.size));
  for (const Assembly& assembly : pack.assemblies) {
    product.assemblies.push_back({assembly.id, assembly.name, assembly.parent, assembly.detachable});
  }
  product.tooling = pack.tooling;
  for (const Compartment& compartment : pack.compartments) product.storage.push_back(compartment.name);
  for (const LabelPlace& label : pack.labels) {
    product.labels.push_back({label.id, label.kind, "", label.placement, label.item});
  }
}

void addArtwork(const Pack& pack, const std::map<std::string, std::string>& files,
                const PatternPlaces& places, bom::Product& product) {
  for (const Artwork& artwork : pack.artwork) {
    bom::ArtworkPlacement out;
    out.id = artwork.id;
    out.technique = artwork.technique;
    out.piece = artwork.piece;
    if (const auto file = files.find(artwork.id); file != files.end()) out.file = file->second;
    out.colors = std::to_string(artwork.colors);
    out.width_mm = artwork.width_mm;
    out.height_mm = artwork.height_mm;
    const Piece* piece = findPiece(pack, artwork.piece);
    require(piece != nullptr, "artwork lies on a piece of the pack");
    out.edge_x = edgeOnPattern(places.at(piece->id), piece->edges.back());
    out.edge_y = edgeOnPattern(places.at(piece->id), piece->edges.front());
    const Vec2 offset = artwork.at - boxOf(outlineOf(*piece)).low;
    out.offset_x_mm = offset.x;
    out.offset_y_mm = offset.y;
    product.artwork.push_back(std::move(out));
  }
}

using ItemsByZone = std::map<std::string, std::set<std::string>>;

/// The items that each zone really uses: what a colour is bought for. A finish has none of its own.
ItemsByZone itemsByZone(const Catalog& catalog, const bom::Product& product, const std::string& thread) {
  ItemsByZone items;
  for (const bom::Use& use : product.uses) {
    const bool finish = catalog.itemOf(use.item, 0).section == bom::BillSection::Finish;
    if (!use.zone.empty() && !finish) items[use.zone].insert(use.item);
  }
  if (!product.seams.empty() || !product.stitches.empty()) items["thread"].insert(thread);
  return items;
}

void addColorways(const Design& design, const ItemsByZone& zones, bom::Product& product) {
  for (const DesignColorway& colorway : design.colorways) {
    bom::Colorway out{colorway.code, colorway.name, {}};
    for (const auto& [zone, items] : zones) {
      const auto color = colorway.colors.find(zone);
      if (color == colorway.colors.end()) continue;
      for (const std::string& item : items)
        out.colors.push_back({zone, item, color->second.srgb, color->second.name, color->second.pantone});
    }
    for (const OrderLine& line : design.order.lines) {
      if (line.colorway == colorway.code) out.pieces += line.quantity;
    }
    product.colorways.push_back(std::move(out));
  }
  for (const OrderLine& line : design.order.lines)
    product.skus.push_back({line.colorway, line.size, line.quantity});
}

}  // namespace

bom::Product buildProduct(const Catalog& catalog, const Design& design, const Pack& pack) {
  bom::Product product;
  product.style = styleOf(design, pack);
  const auto thread = design.choices.zones.find("thread");
  require(thread != design.choices.zones.end(), "every design chooses a thread");
  const std::string thread_item = catalog.itemOf(thread->second.value, 0).id;
  const PatternPlaces places = patternPlacesOf(pack);
  const Sewing sewing{pack, places, thread_item};
  addDetails(pack, product);
  product.pieces = patternsOf(pack, places);
  addUses(catalog, pack, places, product);
  addSeams(sewing, product);
  addStitches(sewing, product);
  addTacks(pack, places, product);
  addArtwork(pack, design.artwork, places, product);
  product.carton = cartonOf(catalog, design, pack, packedGrams(catalog, product));
  product.uses.push_back(cartonUseOf(catalog, product.carton));
  addColorways(design, itemsByZone(catalog, product, thread_item), product);
  product.work = workOf(catalog, pack, product);
  for (const auto& [slot, option] : design.choices.options) product.choices.emplace_back(slot, option.value);
  for (const DesignRevision& revision : design.revisions) {
    product.revisions.push_back({revision.number, revision.date, revision.author, revision.changes});
  }
  return product;
}

void addSizeTable(const SizeTable& table, bom::Product& product) {
  product.size_run = {table.run->name.text(), table.run->how, {}};
  for (const SizeRun::Size& size : table.run->sizes)
    product.size_run.sizes.push_back({size.id, size.from_mm, size.to_mm});
  product.measures.clear();
  for (std::size_t i = 0; i < table.columns.front().points.size(); ++i) {
    for (const SizeColumn& column : table.columns) {
      require(column.points.size() == table.columns.front().points.size() &&
                  column.points[i].id == table.columns.front().points[i].id,
              "every size has the same points of measure");
      product.measures.push_back(measureOf(column.points[i], column.size));
    }
  }
}

}  // namespace configurator
