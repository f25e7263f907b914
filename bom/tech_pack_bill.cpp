// The bill of materials and the cost sheet of a tech pack: the two sections that know money, in the internal
// edition.
#include <algorithm>

#include "bom/number_text.h"
#include "bom/tech_pack_tree.h"

namespace bom {

namespace {

/// Items of the bill and of what is sewn and labelled. Not those of colours: a colour of an item that the
/// product does not use refers to nothing, and such a document is refused. Ids that the price book does not
/// have are left out for the same end.
std::set<std::string> namedItems(const TechPackIndex& index) {
  std::set<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (index.findItem(id) != nullptr) ids.insert(id);
  };
  const Product& product = index.pack.product;
  for (const BillLine& line : index.pack.bill.lines) add(line.item);
  for (const PatternPiece& piece : product.pieces) add(piece.item);
  for (const ConstructionSeam& seam : product.seams) add(seam.thread_item);
  for (const ConstructionStitch& stitching : product.stitches) add(stitching.thread_item);
  for (const Reinforcement& tack : product.reinforcements) add(tack.thread_item);
  for (const LabelSpec& label : product.labels) add(label.item);
  return ids;
}

XmlElement itemElement(const Item& item) {
  XmlElement element = named("Item");
  put(element, "id", item.id);
  put(element, "section", billSectionName(item.section));
  putIfAny(element, "category", item.category);
  put(element, "unit", unitCode(item.unit));
  put(element, "unit-mass-g", formatQuantity(item.mass));
  putIfAny(element, "hs-code", item.hs_code);
  putIfAny(element, "supplier", item.supplier);
  putIfAny(element, "family", item.family);
  putIfAny(element, "finish", item.finish);
  if (item.sheet) {
    putNumber(element, "cuttable-width-mm", item.sheet->cuttable_width_mm);
    putNumber(element, "thickness-mm", item.sheet->thickness_mm);
    put(element, "grain-locked", item.sheet->grain_locked ? "true" : "false");
  }
  if (item.moq.millionths() != 0) put(element, "moq", formatQuantity(item.moq));
  addText(element, "Name", item.name);
  addText(element, "Maker", item.brand);
  addText(element, "Specification", item.spec);
  for (const Component& component : item.composition) {
    XmlElement fibre = named("Fibre");
    put(fibre, "share-pct", formatPercent(component.share));
    fibre.text = component.fibre;
    element.children.push_back(std::move(fibre));
  }
  for (const std::string& certificate : item.certificates) addText(element, "Certificate", certificate);
  return element;
}

XmlElement lineElement(const BillLine& line, bool internal) {
  XmlElement element = named("Line");
  put(element, "number", line.number);
  put(element, "item", line.item);
  putIfAny(element, "zone", line.zone);
  put(element, "unit", unitCode(line.net.unit()));
  put(element, "net", formatQuantity(line.net));
  put(element, "gross", formatQuantity(line.gross));
  put(element, "mass-g", formatQuantity(line.mass));
  put(element, "status", figureStatusName(line.status));
  if (internal) {
    put(element, "unit-price", formatUnitMoney(line.unit_price));
    put(element, "extended", formatUnitMoney(line.extended));
  }
  addText(element, "Placement", line.placement);
  for (const Waste& waste : line.waste) {
    XmlElement lost = named("Waste");
    put(lost, "reason", waste.reason);
    put(lost, "amount", formatQuantity(waste.amount));
    element.children.push_back(std::move(lost));
  }
  for (const std::string& part : line.part_ids) {
    XmlElement reference = named("LinePart");
    put(reference, "part", part);
    element.children.push_back(std::move(reference));
  }
  return element;
}

/// The assembly at lines[at] with all that is below it; `at` ends behind it.
XmlElement assemblyElement(const TechPackIndex& index, std::size_t& at) {
  const std::vector<BillLine>& lines = index.pack.bill.lines;
  const BillLine& head = lines[at++];
  const auto& assemblies = index.pack.product.assemblies;
  const auto source = std::find_if(assemblies.begin(), assemblies.end(),
                                   [&](const Assembly& assembly) { return assembly.id == head.assembly; });
  XmlElement element = named("Assembly");
  put(element, "id", head.assembly);
  put(element, "number", head.number);
  put(element, "mass-g", formatQuantity(head.mass));
  put(element, "detachable", source != assemblies.end() && source->detachable ? "true" : "false");
  if (index.internal()) put(element, "extended", formatUnitMoney(head.extended));
  addText(element, "Name", source == assemblies.end() ? head.placement : source->name);
  while (at < lines.size() && lines[at].parent == head.number) {
    if (lines[at].is_assembly) {
      element.children.push_back(assemblyElement(index, at));
    } else {
      element.children.push_back(lineElement(lines[at++], index.internal()));
    }
  }
  return element;
}

bool isTrim(BillSection section) {
  switch (section) {
    case BillSection::Zip:
    case BillSection::Hardware:
    case BillSection::Webbing:
    case BillSection::Tape:
    case BillSection::Cord:
    case BillSection::Reflective:
    case BillSection::Hydration:
    case BillSection::Electronics:
      return true;
    default:
      return false;
  }
}

XmlElement trimElement(const TechPackIndex& index) {
  struct FittingRow {
    std::string assembly;
    std::vector<std::string> lines;
  };
  std::map<std::string, Quantity> totals;
  std::map<std::string, FittingRow> fittings;
  for (const BillLine& line : index.pack.bill.lines) {
    const Item* item = index.findItem(line.item);
    if (item != nullptr && isTrim(item->section)) {
      const auto [total, is_new] = totals.emplace(line.item, line.net);
      if (!is_new) total->second = total->second + line.net;
    }
    for (const std::string& part : line.part_ids) {
      if (!index.isFitting(part)) continue;
      FittingRow& row = fittings[part];
      if (row.lines.empty()) row.assembly = line.assembly;
      row.lines.push_back(line.number);
    }
  }
  XmlElement trim = named("Trim");
  for (const auto& [id, total] : totals) {
    XmlElement element = named("TrimItem");
    put(element, "item", id);
    put(element, "unit", unitCode(total.unit()));
    put(element, "net", formatQuantity(total));
    trim.children.push_back(std::move(element));
  }
  for (const auto& [part, row] : fittings) {
    XmlElement fitting = named("Fitting");
    put(fitting, "id", part);
    put(fitting, "assembly", row.assembly);
    for (const std::string& number : row.lines) {
      XmlElement line = named("FittingLine");
      put(line, "line", number);
      fitting.children.push_back(std::move(line));
    }
    trim.children.push_back(std::move(fitting));
  }
  if (trim.children.empty()) markNoneYet(trim, "the design uses no trims");
  return trim;
}

XmlElement breakElement(const EstimateAtQuantity& at) {
  XmlElement element = named("CostBreak");
  put(element, "quantity", std::to_string(at.quantity));
  put(element, "minutes", formatQuantity(at.minutes));
  const std::pair<const char*, Money> totals[] = {
      {"materials", at.materials}, {"labour", at.labour},         {"overhead", at.overhead},
      {"tooling", at.tooling},     {"quality", at.quality},       {"logistics", at.logistics},
      {"margin", at.margin},       {"ex-factory", at.ex_factory}, {"fob", at.fob}};
  for (const auto& [name, money] : totals) put(element, name, formatUnitMoney(money));
  put(element, "order-total", formatOrderMoney(at.order_total));
  for (const EstimateLine& line : at.lines) {
    XmlElement row = named("CostLine");
    put(row, "group", line.group);
    put(row, "amount", formatUnitMoney(line.unit));
    put(row, "status", figureStatusName(line.status));
    addText(row, "Name", line.name);
    addText(row, "Basis", line.basis);
    element.children.push_back(std::move(row));
  }
  return element;
}

}  // namespace

XmlElement billSection(const TechPackIndex& index) {
  const Bill& bill = index.pack.bill;
  XmlElement section = named("BillOfMaterials");
  put(section, "quantity", std::to_string(bill.quantity));
  put(section, "mass-g", formatQuantity(bill.mass));
  if (index.internal()) {
    put(section, "currency", bill.currency.code());
    put(section, "extended", formatUnitMoney(bill.materials));
  }
  for (const std::string& id : namedItems(index))
    section.children.push_back(itemElement(*index.findItem(id)));
  std::size_t at = 0;
  if (!bill.lines.empty()) section.children.push_back(assemblyElement(index, at));
  section.children.push_back(trimElement(index));
  return section;
}

XmlElement costSheetSection(const TechPackIndex& index) {
  XmlElement section = named("CostSheet");
  if (!index.internal()) {
    put(section, "status", "withheld");
    put(section, "reason", "the factory edition carries no prices");
    return section;
  }
  const Estimate& estimate = index.pack.estimate;
  if (estimate.breaks.empty()) {
    markNoneYet(section, "no estimate was made for this export");
    return section;
  }
  put(section, "currency", estimate.input.currency.code());
  putIfAny(section, "as-of", estimate.input.as_of);
  putIfAny(section, "origin", estimate.input.origin);
  putIfAny(section, "market", estimate.input.market);
  putIfAny(section, "incoterm", estimate.input.incoterm);
  put(section, "sourced-share-pct", formatPercent(estimate.sourced_share));
  for (const EstimateAtQuantity& at : estimate.breaks) section.children.push_back(breakElement(at));
  for (const std::string& warning : estimate.warnings) addText(section, "CostWarning", warning);
  return section;
}

}  // namespace bom
