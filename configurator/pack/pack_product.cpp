#include "configurator/pack/pack_product.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "bom/price_book.h"
#include "configurator/catalog/require.h"
#include "configurator/pack/cut_line.h"
#include "configurator/pack/pack_product_style.h"
#include "configurator/pack/pack_product_work.h"

namespace configurator {
namespace {

using bom::Quantity;
using bom::Unit;

std::vector<bom::Point> pointsOf(const Polyline& line) {
  std::vector<bom::Point> points;
  points.reserve(line.size());
  for (const Vec2& p : line) points.push_back({p.x, p.y});
  return points;
}

bom::PatternPiece patternOf(const Piece& piece) {
  bom::PatternPiece out;
  out.code = piece.code;
  out.name = piece.name;
  out.assembly = piece.assembly;
  out.zone = piece.zone;
  out.item = piece.item;
  out.layer = piece.layer;
  for (const Edge& edge : piece.edges) {
    out.edges.push_back({edge.name, pointsOf(edge.points), edge.allowance_mm, edgeFinishName(edge.finish)});
  }
  for (const Mark& mark : piece.marks)
    out.marks.push_back({mark.name, markKindName(mark.kind), pointsOf(mark.points)});
  const Polyline cut = cutLineOf(piece);
  out.cut_line = pointsOf(cut);
  out.grain = {piece.grain.x, piece.grain.y};
  out.area_mm2 = areaOf(outlineOf(piece));
  out.cut_area_mm2 = areaOf(cut);
  return out;
}

/// Left and right end of an outline.
std::pair<double, double> reachOf(const Polyline& outline) {
  const auto [low, high] = std::minmax_element(outline.begin(), outline.end(),
                                               [](const Vec2& a, const Vec2& b) { return a.x < b.x; });
  return {low->x, high->x};
}

/// Marks that only this part of a pattern has (the right strap's own names), drawn on the pattern.
void addMarks(const Piece& piece, bool flipped, const Piece& drawn, bom::PatternPiece& pattern) {
  const auto [low, high] = reachOf(outlineOf(piece));
  const double start = reachOf(outlineOf(drawn)).first;
  for (const Mark& mark : piece.marks) {
    const bool known = std::any_of(pattern.marks.begin(), pattern.marks.end(),
                                   [&](const bom::PieceMark& other) { return other.name == mark.name; });
    if (known) continue;
    Polyline line = mark.points;
    for (Vec2& p : line) p.x = start + (flipped ? high - p.x : p.x - low);
    pattern.marks.push_back({mark.name, markKindName(mark.kind), pointsOf(line)});
  }
}

/// One pattern per code; the first part of a code is drawn, parts flipped against it are its mirrored ones.
void addPieces(const Pack& pack, bom::Product& product) {
  std::map<std::string, std::size_t> by_code;
  std::map<std::string, const Piece*> drawn;
  for (const Piece& piece : pack.pieces) {
    const auto [entry, added] = by_code.try_emplace(piece.code, product.pieces.size());
    if (added) {
      product.pieces.push_back(patternOf(piece));
      drawn[piece.code] = &piece;
    }
    bom::PatternPiece& pattern = product.pieces[entry->second];
    pattern.part_ids.push_back(piece.id);
    const bool flipped = piece.mirrored != drawn[piece.code]->mirrored;
    if (flipped) pattern.mirrored_ids.push_back(piece.id);
    if (!added) addMarks(piece, flipped, *drawn[piece.code], pattern);
  }
}

/// Cloth: metres of roll = cut area / cuttable width; all of it but the waste stays in the pack.
bom::Use useOfPiece(const bom::Item& item, const Piece& piece) {
  if (!item.sheet) broken("piece " + piece.id + " is cut from " + item.id + ", which is no sheet goods");
  const double cut_mm2 = areaOf(cutLineOf(piece));
  bom::Use use{item.id, piece.assembly, piece.name, piece.zone, {piece.id}, {}, {}, true};
  use.net = Quantity::fromDouble(cut_mm2 / item.sheet->cuttable_width_mm / 1000.0, Unit::Metre);
  use.mass = Quantity::fromDouble(cut_mm2 * 1e-6 * item.mass.toDouble(), Unit::Gram);
  return use;
}

bom::Use useOfFitting(const bom::Item& item, const Fitting& fitting) {
  bom::Use use{item.id,      fitting.assembly,  fitting.placement.empty() ? fitting.name : fitting.placement,
               fitting.zone, {fitting.id},      {},
               {},           fitting.in_product};
  use.net = Quantity::fromDouble(fitting.amount, item.unit);
  if (fitting.in_product)
    use.mass = Quantity::fromDouble(fitting.amount * item.mass.toDouble(), Unit::Gram);
  else
    use.mass = Quantity::fromMillionths(0, Unit::Gram);
  return use;
}

void addUses(const Catalog& catalog, const Pack& pack, bom::Product& product) {
  for (const Piece& piece : pack.pieces)
    product.uses.push_back(useOfPiece(catalog.itemOf(piece.item, 0), piece));
  for (const Fitting& fitting : pack.fittings) {
    product.uses.push_back(useOfFitting(catalog.itemOf(fitting.item, 0), fitting));
  }
}

std::vector<bom::RunPart> runOf(const Pack& pack, const Run& run) {
  std::vector<bom::RunPart> parts;
  for (const RunPart& part : run) {
    const double to = part.to_mm < 0
                          ? part.from_mm + lengthOf(pack, {{part.piece, part.edge, part.from_mm, -1}})
                          : part.to_mm;
    parts.push_back({part.piece, part.edge, part.from_mm, to});
  }
  return parts;
}

/// The allowance of the first edge of a run; 0 where it runs along a mark.
double allowanceOf(const Pack& pack, const Run& run) {
  if (run.empty()) return 0;
  const Piece* piece = findPiece(pack, run.front().piece);
  const Edge* edge = piece == nullptr ? nullptr : findEdge(*piece, run.front().edge);
  return edge == nullptr ? 0 : edge->allowance_mm;
}

void addSeams(const Pack& pack, const std::string& thread, bom::Product& product) {
  for (const WalkedSeam& walked : walkSeams(pack)) {
    const Seam& seam = *walked.seam;
    bom::ConstructionSeam out;
    out.id = seam.id;
    out.name = seam.name;
    out.assembly = seam.assembly;
    out.stitch = seam.stitch;
    out.seam_class = seam.seam_class;
    out.finish = seam.finish;
    out.thread_item = thread;
    out.operation = seam.operation;
    for (int side = 0; side < 2; ++side) {
      out.runs[side] = runOf(pack, seam.runs[side]);
      out.length_mm[side] = walked.length_mm[side];
    }
    out.ratio = seam.ratio;
    out.stitches_per_inch = seam.stitches_per_inch;
    out.rows = seam.rows;
    out.allowance_mm = allowanceOf(pack, seam.runs[0]);
    product.seams.push_back(std::move(out));
  }
}

void addStitches(const Pack& pack, const std::string& thread, bom::Product& product) {
  for (const StitchLine& line : pack.stitch_lines) {
    bom::ConstructionStitch out;
    out.id = line.id;
    out.name = line.name;
    out.assembly = line.assembly;
    out.purpose = line.purpose;
    out.stitch = line.stitch;
    out.seam_class = line.seam_class;
    out.thread_item = thread;
    out.operation = line.operation;
    out.run = runOf(pack, line.run);
    out.length_mm = lengthOf(pack, line.run);
    out.stitches_per_inch = line.stitches_per_inch;
    out.rows = line.rows;
    product.stitches.push_back(std::move(out));
  }
}

void addDetails(const Pack& pack, bom::Product& product) {
  for (const Tack& tack : pack.tacks) {
    product.reinforcements.push_back({tack.id,
                                      tackTypeName(tack.type),
                                      tack.piece,
                                      tack.assembly,
                                      tack.location,
                                      {tack.at.x, tack.at.y},
                                      tack.angle_deg});
  }
  for (const Measure& measure : pack.measures) {
    product.measures.push_back({measure.id, measure.name, measure.how, packSizeName(pack.size),
                                measure.value_mm, measure.tol_plus_mm, measure.tol_minus_mm,
                                measure.critical});
  }
  for (const Assembly& assembly : pack.assemblies) {
    product.assemblies.push_back({assembly.id, assembly.name, assembly.parent, assembly.detachable});
  }
  product.tooling = pack.tooling;
  for (const LabelPlace& label : pack.labels) {
    product.labels.push_back({label.id, label.kind, "", label.placement, label.item});
  }
}

void addArtwork(const Pack& pack, bom::Product& product) {
  for (const Artwork& artwork : pack.artwork) {
    bom::ArtworkPlacement out;
    out.id = artwork.id;
    out.technique = artwork.technique;
    out.piece = artwork.piece;
    out.colors = std::to_string(artwork.colors);
    out.width_mm = artwork.width_mm;
    out.height_mm = artwork.height_mm;
    const Piece* piece = findPiece(pack, artwork.piece);
    require(piece != nullptr, "artwork lies on a piece of the pack");
    out.edge_x = piece->edges.back().name;
    out.edge_y = piece->edges.front().name;
    const Polyline outline = outlineOf(*piece);
    Vec2 low = outline.front();
    for (const Vec2& p : outline) low = glm::min(low, p);
    out.offset_x_mm = artwork.at.x - low.x;
    out.offset_y_mm = artwork.at.y - low.y;
    product.artwork.push_back(std::move(out));
  }
}

void addColorways(const Design& design, const Pack& pack, bom::Product& product) {
  std::set<std::string> zones;
  for (const Piece& piece : pack.pieces) zones.insert(piece.zone);
  for (const Fitting& fitting : pack.fittings) {
    if (!fitting.zone.empty()) zones.insert(fitting.zone);
  }
  for (const DesignColorway& colorway : design.colorways) {
    bom::Colorway out{colorway.code, colorway.name, {}};
    for (const std::string& zone : zones) {
      const auto color = colorway.colors.find(zone);
      const auto material = design.choices.zones.find(zone);
      if (color == colorway.colors.end() || material == design.choices.zones.end()) continue;
      out.colors.push_back(
          {zone, material->second.value, color->second.srgb, color->second.name, color->second.pantone});
    }
    product.colorways.push_back(std::move(out));
  }
}

}  // namespace

bom::Product buildProduct(const Catalog& catalog, const Design& design, const Pack& pack) {
  bom::Product product;
  product.style = styleOf(design, pack);
  const auto thread = design.choices.zones.find("thread");
  require(thread != design.choices.zones.end(), "every design chooses a thread");
  const std::string thread_item = catalog.itemOf(thread->second.value, 0).id;
  addDetails(pack, product);
  addPieces(pack, product);
  addUses(catalog, pack, product);
  addSeams(pack, thread_item, product);
  addStitches(pack, thread_item, product);
  addArtwork(pack, product);
  addColorways(design, pack, product);
  product.work = workOf(catalog, pack, product.uses);
  for (const auto& [slot, option] : design.choices.options) product.choices.emplace_back(slot, option.value);
  product.carton = cartonOf(catalog, pack);
  for (const DesignRevision& revision : design.revisions) {
    product.revisions.push_back({revision.number, revision.date, revision.author, revision.changes});
  }
  return product;
}

}  // namespace configurator
