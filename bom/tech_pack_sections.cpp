// Cover, pictures, colours, artwork, labels, packing, revisions and usage of a tech pack.
#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/tech_pack_tree.h"
#include "bom/xml_syntax.h"

namespace bom {

namespace {

XmlElement artworkElement(const TechPackIndex& index, const ArtworkPlacement& artwork) {
  XmlElement element = named("ArtworkPlacement");
  put(element, "id", artwork.id);
  putIfAny(element, "technique", artwork.technique);
  putPiece(element, index, artwork.piece);
  putNumber(element, "width-mm", artwork.width_mm);
  putNumber(element, "height-mm", artwork.height_mm);
  putIfAny(element, "edge-x", artwork.edge_x);
  putNumber(element, "offset-x-mm", artwork.offset_x_mm);
  putIfAny(element, "edge-y", artwork.edge_y);
  putNumber(element, "offset-y-mm", artwork.offset_y_mm);
  putNumber(element, "tolerance-mm", artwork.tolerance_mm);
  addText(element, "File", artwork.file);
  addText(element, "Colors", artwork.colors);
  return element;
}

/// A full carton: what the bill weighs, its packaging and the carton itself, which the bill has by the share
/// of one product.
Quantity grossOf(const TechPackIndex& index) {
  Quantity each = index.pack.bill.mass;
  for (const BillLine& line : index.pack.bill.lines) {
    const Item* item = index.findItem(line.item);
    if (item == nullptr || item->section != BillSection::Packaging) continue;
    const std::int64_t grams = scaleRounded(line.net.millionths(), item->mass.millionths(), kMillion);
    each = each + Quantity::fromMillionths(grams, Unit::Gram);
  }
  return each * index.pack.product.carton.pieces_per_carton;
}

/// Grams as kilograms with two decimals.
std::string kilograms(Quantity grams) {
  return formatRounded(grams.millionths() / 1000, 6, 2);
}

XmlElement cartonElement(const TechPackIndex& index) {
  const CartonPlan& carton = index.pack.product.carton;
  XmlElement element = named("Carton");
  put(element, "pieces", std::to_string(carton.pieces_per_carton));
  putNumber(element, "length-mm", carton.length_mm);
  putNumber(element, "width-mm", carton.width_mm);
  putNumber(element, "height-mm", carton.height_mm);
  const double volume_m3 = carton.length_mm * carton.width_mm * carton.height_mm / 1e9;
  put(element, "volume-m3", formatDouble(volume_m3, 6));
  put(element, "gross-kg", kilograms(grossOf(index)));
  return element;
}

/// As it is stencilled.
std::string inCapitals(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

/// What is stencilled on a carton. Blanks are for what only the shipment knows.
XmlElement cartonMarksElement(const TechPackIndex& index) {
  const CartonPlan& carton = index.pack.product.carton;
  const Style& style = index.pack.product.style;
  XmlElement marks = named("CartonMarks");
  if (carton.pieces_per_carton < 1) {
    markNoneYet(marks, "there is no carton plan");
    return marks;
  }
  addText(marks, "MainMark", style.brand);
  if (!style.number.empty()) addText(marks, "MainMark", "STYLE " + style.number);
  addText(marks, "MainMark", "P.O. NO. ______");
  addText(marks, "MainMark", "COLOUR ______");
  addText(marks, "MainMark", "QTY " + std::to_string(carton.pieces_per_carton) + " PCS");
  addText(marks, "MainMark", "CARTON NO. ___ OF ___");
  addText(marks, "SideMark", "G.W. " + kilograms(grossOf(index)) + " KG");
  const Quantity net = index.pack.bill.mass * carton.pieces_per_carton;
  addText(marks, "SideMark", "N.W. " + kilograms(net) + " KG");
  addText(marks, "SideMark",
          "MEAS. " + formatDouble(carton.length_mm, 0) + " X " + formatDouble(carton.width_mm, 0) + " X " +
              formatDouble(carton.height_mm, 0) + " MM");
  const auto origin = index.pack.book.origins.find(style.origin);
  const std::string made_in = origin == index.pack.book.origins.end() ? style.origin : origin->second.name;
  if (!made_in.empty()) addText(marks, "SideMark", "MADE IN " + inCapitals(made_in));
  return marks;
}

}  // namespace

XmlElement headerSection(const TechPackIndex& index) {
  const Product& product = index.pack.product;
  const Style& style = product.style;
  XmlElement section = named("Header");
  putIfAny(section, "date", style.date);
  if (!product.revisions.empty()) putIfAny(section, "revision", product.revisions.back().number);
  putIfAny(section, "state", style.status);
  putIfAny(section, "sample-size", style.sample_size);
  if (style.target_quantity > 0) put(section, "target-quantity", std::to_string(style.target_quantity));
  putIfAny(section, "origin", style.origin);
  putIfAny(section, "market", style.market);
  putIfAny(section, "incoterm", style.incoterm);
  if (!index.pack.drawings.empty()) put(section, "drawing", index.pack.drawings.front().id);
  addText(section, "StyleNumber", style.number);
  addText(section, "StyleName", style.name);
  addText(section, "Brand", style.brand);
  addText(section, "Season", style.season);
  addText(section, "StyleType", style.type);
  addText(section, "Description", style.description);
  addText(section, "Designer", style.designer);
  addText(section, "Factory", style.factory);
  for (const auto& [slot, option] : product.choices) {
    XmlElement choice = named("Choice");
    put(choice, "slot", slot);
    put(choice, "option", option);
    section.children.push_back(std::move(choice));
  }
  return section;
}

XmlElement drawingsSection(const TechPackIndex& index) {
  XmlElement section = named("Drawings");
  for (const Drawing& drawing : index.pack.drawings) {
    XmlElement element = named("Drawing");
    put(element, "id", drawing.id);
    put(element, "file", drawing.file);
    addText(element, "Title", drawing.title);
    for (const Anchor& anchor : drawing.anchors) {
      // A picture may show what the product does not sell, such as the wearer: no call-out leads there.
      if (!index.parts.contains(anchor.part_id)) continue;
      XmlElement mark = named("Anchor");
      put(mark, "part", anchor.part_id);
      put(mark, "x", formatDouble(anchor.x, 4));
      put(mark, "y", formatDouble(anchor.y, 4));
      const auto line = index.line_of_part.find(anchor.part_id);
      if (line != index.line_of_part.end()) put(mark, "line", line->second);
      element.children.push_back(std::move(mark));
    }
    section.children.push_back(std::move(element));
  }
  if (section.children.empty()) markNoneYet(section, "no pictures were made for this export");
  return section;
}

XmlElement assetsSection(const TechPackIndex& index) {
  XmlElement section = named("Assets");
  for (const AssetFile& asset : index.pack.assets) {
    XmlElement element = named("Asset");
    put(element, "file", asset.file);
    put(element, "kind", asset.kind);
    putIfAny(element, "colorway", asset.colorway);
    section.children.push_back(std::move(element));
  }
  if (section.children.empty()) markNoneYet(section, "no models or renderings were made for this export");
  return section;
}

XmlElement colorwaysSection(const TechPackIndex& index) {
  const Product& product = index.pack.product;
  XmlElement section = named("Colorways");
  std::set<std::string> zones;
  for (const BillLine& line : index.pack.bill.lines) zones.insert(line.zone);
  for (const PatternPiece& piece : product.pieces) zones.insert(piece.zone);
  for (const Colorway& colorway : product.colorways) {
    for (const ColorwayColor& color : colorway.colors) zones.insert(color.zone);
  }
  zones.erase("");
  if (product.colorways.empty()) markNoneYet(section, "the design has no colorways");
  for (const std::string& id : zones) {
    XmlElement zone = named("Zone");
    put(zone, "id", id);
    section.children.push_back(std::move(zone));
  }
  for (const Colorway& colorway : product.colorways) {
    XmlElement element = named("Colorway");
    put(element, "code", colorway.code);
    addText(element, "Name", colorway.name);
    for (const ColorwayColor& color : colorway.colors) {
      XmlElement child = named("Color");
      put(child, "zone", color.zone);
      putIfAny(child, "item", color.item);
      putIfAny(child, "srgb", color.srgb);
      addText(child, "Name", color.name);
      addText(child, "Pantone", color.pantone);
      element.children.push_back(std::move(child));
    }
    section.children.push_back(std::move(element));
  }
  return section;
}

XmlElement artworkSection(const TechPackIndex& index) {
  XmlElement section = named("Artwork");
  for (const ArtworkPlacement& artwork : index.pack.product.artwork) {
    section.children.push_back(artworkElement(index, artwork));
  }
  if (section.children.empty()) markNoneYet(section, "the design carries no artwork");
  return section;
}

XmlElement labelsSection(const TechPackIndex& index) {
  XmlElement section = named("Labels");
  for (const LabelSpec& label : index.pack.product.labels) {
    XmlElement element = named("Label");
    put(element, "id", label.id);
    put(element, "kind", label.kind);
    putIfAny(element, "item", label.item);
    addText(element, "LabelText", label.text);
    addText(element, "Placement", label.placement);
    section.children.push_back(std::move(element));
  }
  if (section.children.empty()) markNoneYet(section, "the design carries no labels");
  return section;
}

XmlElement packagingSection(const TechPackIndex& index) {
  XmlElement section = named("Packaging");
  addText(section, "Fold", index.pack.product.carton.fold);
  for (const BillLine& line : index.pack.bill.lines) {
    const Item* item = index.findItem(line.item);
    if (item == nullptr || item->section != BillSection::Packaging) continue;
    XmlElement element = named("PackLine");
    put(element, "line", line.number);
    section.children.push_back(std::move(element));
  }
  const CartonPlan& carton = index.pack.product.carton;
  if (carton.pieces_per_carton > 0) section.children.push_back(cartonElement(index));
  if (section.children.empty()) markNoneYet(section, "no packaging has been chosen");
  section.children.push_back(cartonMarksElement(index));
  return section;
}

XmlElement revisionsSection(const TechPackIndex& index) {
  XmlElement section = named("Revisions");
  for (const Revision& revision : index.pack.product.revisions) {
    XmlElement element = named("Revision");
    put(element, "number", revision.number);
    putIfAny(element, "date", revision.date);
    addText(element, "Author", revision.author);
    addText(element, "Changes", revision.changes);
    section.children.push_back(std::move(element));
  }
  if (section.children.empty()) markNoneYet(section, "the design has no revisions");
  return section;
}

XmlElement usageSection(const TechPackIndex& index) {
  const Style& style = index.pack.product.style;
  XmlElement section = named("UsageInfo");
  putNumberIfAny(section, "capacity-l", style.capacity_l);
  putNumberIfAny(section, "carry-l", style.carry_l);
  putNumberIfAny(section, "load-max-kg", style.load_max_kg);
  putNumberIfAny(section, "height-mm", style.height_mm);
  putNumberIfAny(section, "width-mm", style.width_mm);
  putNumberIfAny(section, "depth-mm", style.depth_mm);
  addText(section, "LabelMeans", style.label_means);
  addText(section, "VolumeMethod", style.volume_method);
  if (section.attributes.empty() && section.children.empty() && style.care.empty()) {
    markNoneYet(section, "nothing is said about use and care");
    return section;
  }
  XmlElement care = named("Care");
  care.text = withUnixLines(style.care);
  if (style.care.empty()) markNoneYet(care, "the materials of this style state no care yet");
  section.children.push_back(std::move(care));
  return section;
}

}  // namespace bom
