// How the product is cut and sewn: pattern, construction, reinforcements and operations of a tech pack.
#include <algorithm>
#include <cmath>

#include "bom/number_text.h"
#include "bom/tech_pack_tree.h"

namespace bom {

namespace {

void addPoints(XmlElement& parent, const std::vector<Point>& points) {
  for (const Point& point : points) {
    XmlElement element = named("Point");
    putNumber(element, "x", point.x);
    putNumber(element, "y", point.y);
    parent.children.push_back(std::move(element));
  }
}

double lengthOf(const std::vector<Point>& points) {
  double length_mm = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    length_mm += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  }
  return length_mm;
}

/// The name itself, or with ".2", ".3", ... when the piece already has it: notches often share a name.
std::string uniqueName(const std::string& wanted, std::set<std::string>& taken) {
  std::string name = wanted;
  for (int i = 2; !taken.insert(name).second; ++i) name = wanted + "." + std::to_string(i);
  return name;
}

void addEdgesAndMarks(XmlElement& element, const PatternPiece& piece) {
  std::set<std::string> taken;
  for (const PieceEdge& edge : piece.edges) {
    XmlElement child = named("Edge");
    put(child, "piece", piece.code);
    put(child, "name", edge.name);
    putNumber(child, "allowance-mm", edge.allowance_mm);
    putNumber(child, "length-mm", lengthOf(edge.points));
    putIfAny(child, "finish", edge.finish);
    addPoints(child, edge.points);
    element.children.push_back(std::move(child));
    taken.insert(edge.name);
  }
  if (!piece.cut_line.empty()) {
    XmlElement cut = named("CutLine");
    addPoints(cut, piece.cut_line);
    element.children.push_back(std::move(cut));
  }
  for (const PieceMark& mark : piece.marks) {
    XmlElement child = named("Mark");
    put(child, "piece", piece.code);
    put(child, "name", uniqueName(mark.name.empty() ? mark.kind : mark.name, taken));
    put(child, "kind", mark.kind);
    addPoints(child, mark.points);
    element.children.push_back(std::move(child));
  }
}

XmlElement pieceElement(const PatternPiece& piece) {
  const std::set<std::string> mirrored(piece.mirrored_ids.begin(), piece.mirrored_ids.end());
  XmlElement element = named("Piece");
  put(element, "code", piece.code);
  put(element, "assembly", piece.assembly);
  putIfAny(element, "zone", piece.zone);
  putIfAny(element, "item", piece.item);
  putIfAny(element, "layer", piece.layer);
  put(element, "quantity", std::to_string(piece.part_ids.size()));
  put(element, "mirrored", std::to_string(mirrored.size()));
  put(element, "area-mm2", formatDouble(piece.area_mm2, 1));
  put(element, "cut-area-mm2", formatDouble(piece.cut_area_mm2, 1));
  put(element, "grain-x", formatDouble(piece.grain.x, 6));
  put(element, "grain-y", formatDouble(piece.grain.y, 6));
  addText(element, "Name", piece.name);
  for (const std::string& id : piece.part_ids) {
    XmlElement part = named("Part");
    put(part, "id", id);
    put(part, "mirrored", mirrored.contains(id) ? "true" : "false");
    element.children.push_back(std::move(part));
  }
  addEdgesAndMarks(element, piece);
  return element;
}

XmlElement runElement(const TechPackIndex& index, const char* side, const std::vector<RunPart>& run,
                      double length_mm) {
  XmlElement element = named("Run");
  put(element, "side", side);
  putNumber(element, "length-mm", length_mm);
  for (const RunPart& stretch : run) {
    XmlElement part = named("RunPart");
    putPiece(part, index, stretch.piece);
    put(part, "edge", stretch.edge);
    putNumber(part, "from-mm", stretch.from_mm);
    putNumber(part, "to-mm", stretch.to_mm);
    element.children.push_back(std::move(part));
  }
  return element;
}

XmlElement seamElement(const TechPackIndex& index, const ConstructionSeam& seam) {
  XmlElement element = named("Seam");
  put(element, "id", seam.id);
  put(element, "assembly", seam.assembly);
  putIfAny(element, "stitch", seam.stitch);
  putIfAny(element, "seam-class", seam.seam_class);
  putIfAny(element, "finish", seam.finish);
  putIfAny(element, "thread", seam.thread_item);
  putIfAny(element, "operation", seam.operation);
  putNumberIfAny(element, "stitches-per-inch", seam.stitches_per_inch);
  put(element, "rows", std::to_string(seam.rows));
  putNumber(element, "allowance-mm", seam.allowance_mm);
  put(element, "ratio", formatDouble(seam.ratio, 6));
  addText(element, "Name", seam.name);
  element.children.push_back(runElement(index, "a", seam.runs[0], seam.length_mm[0]));
  element.children.push_back(runElement(index, "b", seam.runs[1], seam.length_mm[1]));
  return element;
}

XmlElement stitchingElement(const TechPackIndex& index, const ConstructionStitch& stitching) {
  XmlElement element = named("Stitching");
  put(element, "id", stitching.id);
  put(element, "assembly", stitching.assembly);
  putIfAny(element, "stitch", stitching.stitch);
  putIfAny(element, "seam-class", stitching.seam_class);
  putIfAny(element, "thread", stitching.thread_item);
  putIfAny(element, "operation", stitching.operation);
  putNumberIfAny(element, "stitches-per-inch", stitching.stitches_per_inch);
  put(element, "rows", std::to_string(stitching.rows));
  addText(element, "Name", stitching.name);
  addText(element, "Purpose", stitching.purpose);
  element.children.push_back(runElement(index, "a", stitching.run, stitching.length_mm));
  return element;
}

/// Ids of stitch types, seam classes and operations that the product names, sorted.
struct MakingTerms {
  std::set<std::string> stitches, seam_classes, operations;
};

MakingTerms termsOf(const TechPack& pack) {
  MakingTerms terms;
  for (const ConstructionSeam& seam : pack.product.seams) {
    terms.stitches.insert(seam.stitch);
    terms.seam_classes.insert(seam.seam_class);
    terms.operations.insert(seam.operation);
  }
  for (const ConstructionStitch& stitching : pack.product.stitches) {
    terms.stitches.insert(stitching.stitch);
    terms.seam_classes.insert(stitching.seam_class);
    terms.operations.insert(stitching.operation);
  }
  for (const Reinforcement& tack : pack.product.reinforcements) terms.stitches.insert(tack.type);
  for (const WorkStep& step : pack.product.work) terms.operations.insert(step.operation);
  for (const std::string& id : terms.operations) {
    const auto operation = pack.book.operations.find(id);
    if (operation != pack.book.operations.end()) terms.stitches.insert(operation->second.stitch);
  }
  for (std::set<std::string>* ids : {&terms.stitches, &terms.seam_classes, &terms.operations}) ids->erase("");
  return terms;
}

void addTerms(XmlElement& section, const TechPack& pack) {
  const MakingTerms terms = termsOf(pack);
  for (const std::string& id : terms.stitches) {
    XmlElement element = named("StitchType");
    put(element, "id", id);
    const auto found = pack.book.stitches.find(id);
    if (found != pack.book.stitches.end()) addText(element, "Name", found->second.name);
    section.children.push_back(std::move(element));
  }
  for (const std::string& id : terms.seam_classes) {
    XmlElement element = named("SeamClass");
    put(element, "id", id);
    const auto found = pack.book.seam_classes.find(id);
    if (found != pack.book.seam_classes.end()) {
      putIfAny(element, "astm", found->second.astm);
      addText(element, "Name", found->second.name);
      addText(element, "Usage", found->second.use);
    }
    section.children.push_back(std::move(element));
  }
}

XmlElement tackElement(const TechPackIndex& index, const Reinforcement& tack) {
  XmlElement element = named("Tack");
  put(element, "id", tack.id);
  put(element, "type", tack.type);
  put(element, "assembly", tack.assembly);
  putPiece(element, index, tack.piece);
  putNumber(element, "x-mm", tack.at.x);
  putNumber(element, "y-mm", tack.at.y);
  putNumber(element, "angle-deg", tack.angle_deg);
  putIfAny(element, "thread", tack.thread_item);
  addText(element, "Location", tack.location);
  return element;
}

XmlElement operationElement(const std::string& id, const PriceBook& book) {
  XmlElement element = named("Operation");
  put(element, "id", id);
  const auto found = book.operations.find(id);
  if (found == book.operations.end()) return element;
  putIfAny(element, "stage", found->second.stage);
  putIfAny(element, "stitch", found->second.stitch);
  addText(element, "Name", found->second.name);
  addText(element, "Machine", found->second.machine);
  addText(element, "Driver", found->second.driver);
  return element;
}

Quantity minutesOf(const WorkStep& step, const PriceBook& book) {
  const auto found = book.operations.find(step.operation);
  if (found == book.operations.end()) return Quantity::fromMillionths(0, Unit::Minute);
  return standardMinutes(found->second, step);
}

}  // namespace

XmlElement patternSection(const TechPackIndex& index) {
  XmlElement section = named("Pattern");
  if (index.pack.product.pieces.empty()) {
    markNoneYet(section, "the design has no pattern pieces");
    return section;
  }
  putIfAny(section, "size", index.pack.product.style.sample_size);
  for (const PatternPiece& piece : index.pack.product.pieces) section.children.push_back(pieceElement(piece));
  return section;
}

XmlElement constructionSection(const TechPackIndex& index) {
  const Product& product = index.pack.product;
  XmlElement section = named("Construction");
  if (product.seams.empty() && product.stitches.empty()) markNoneYet(section, "the design has no seams");
  addTerms(section, index.pack);
  for (const ConstructionSeam& seam : product.seams) section.children.push_back(seamElement(index, seam));
  for (const ConstructionStitch& row : product.stitches)
    section.children.push_back(stitchingElement(index, row));
  return section;
}

XmlElement seamWalkSection(const TechPackIndex& index) {
  XmlElement section = named("SeamWalk");
  const std::vector<ConstructionSeam>& seams = index.pack.product.seams;
  if (seams.empty()) markNoneYet(section, "the design has no seams");
  for (const ConstructionSeam& seam : seams) {
    XmlElement element = named("WalkedSeam");
    put(element, "seam", seam.id);
    put(element, "ratio", formatDouble(seam.ratio, 6));
    putNumber(element, "difference-mm", seam.length_mm[0] - seam.ratio * seam.length_mm[1]);
    put(element, "ok", seam.fits ? "true" : "false");
    element.children.push_back(runElement(index, "a", seam.runs[0], seam.length_mm[0]));
    element.children.push_back(runElement(index, "b", seam.runs[1], seam.length_mm[1]));
    for (const MatchingNotch& notch : seam.notches) {
      XmlElement mark = named("MatchingNotch");
      putNumber(mark, "run-a-mm", notch.walked_mm[0]);
      putNumber(mark, "run-b-mm", notch.walked_mm[1]);
      put(mark, "cuts", std::to_string(notch.count));
      element.children.push_back(std::move(mark));
    }
    section.children.push_back(std::move(element));
  }
  return section;
}

XmlElement reinforcementsSection(const TechPackIndex& index) {
  XmlElement section = named("Reinforcements");
  std::map<std::string, int> counts;
  for (const Reinforcement& tack : index.pack.product.reinforcements) ++counts[tack.type];
  for (const auto& [type, count] : counts) {
    XmlElement element = named("TackCount");
    put(element, "type", type);
    put(element, "count", std::to_string(count));
    section.children.push_back(std::move(element));
  }
  for (const Reinforcement& tack : index.pack.product.reinforcements) {
    section.children.push_back(tackElement(index, tack));
  }
  if (section.children.empty()) markNoneYet(section, "the design has no tacks");
  return section;
}

XmlElement operationsSection(const TechPackIndex& index) {
  const Product& product = index.pack.product;
  XmlElement section = named("Operations");
  if (product.work.empty()) {
    markNoneYet(section, "no work has been derived for this style");
  } else {
    Quantity minutes = Quantity::fromMillionths(0, Unit::Minute);
    for (const WorkStep& step : product.work) minutes = minutes + minutesOf(step, index.pack.book);
    put(section, "minutes", formatQuantity(minutes));
  }
  for (const std::string& id : termsOf(index.pack).operations) {
    section.children.push_back(operationElement(id, index.pack.book));
  }
  for (const WorkStep& step : product.work) {
    XmlElement element = named("Work");
    put(element, "id", step.id);
    put(element, "operation", step.operation);
    put(element, "assembly", step.assembly);
    put(element, "occurrences", std::to_string(step.occurrences));
    put(element, "metres", formatQuantity(step.metres));
    put(element, "minutes", formatQuantity(minutesOf(step, index.pack.book)));
    for (const std::string& part : step.part_ids) {
      XmlElement reference = named("WorkPart");
      put(reference, "part", part);
      element.children.push_back(std::move(reference));
    }
    section.children.push_back(std::move(element));
  }
  return section;
}

}  // namespace bom
