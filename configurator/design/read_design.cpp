// Reads a .ruck file strictly: the format's table first, then what only the catalog knows.
#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/catalog/read_file.h"
#include "configurator/catalog/utf8.h"
#include "configurator/catalog/xml.h"
#include "configurator/design/design_file.h"
#include "configurator/design/design_format.h"

namespace configurator {

namespace {

constexpr int kEntryDepth = 2;  // design / choices / choice: what an error in the format silences

struct Reading {
  const Catalog& catalog;
  std::string file;
  Problems& problems;

  void wrong(const XmlElement& element, std::string what) {
    problems.add({file, element.line}, std::move(what));
  }
  /// Says what stands against `id`; false when something does.
  bool known(const XmlElement& element, const std::vector<std::string>& ids, const std::string& id,
             const std::string& what) {
    const auto objection = objectionToId(ids, id, what);
    if (objection) wrong(element, *objection);
    return !objection;
  }
};

template <typename T>
std::vector<std::string> idsOf(const std::vector<T>& all) {
  std::vector<std::string> ids;
  for (const T& one : all) ids.push_back(one.id);
  return ids;
}

/// The child's text without white space at its ends; free text keeps its inner line breaks.
std::string textOf(const XmlElement& parent, std::string_view name) {
  const XmlElement* child = parent.child(name);
  return child == nullptr ? std::string() : trimmed(child->text);
}

/// The children of `section`, or none when the file leaves it out.
const std::vector<XmlElement>& entriesOf(const XmlElement& root, std::string_view section) {
  static const std::vector<XmlElement> kNone;
  const XmlElement* element = root.child(section);
  return element == nullptr ? kNone : element->children;
}

template <typename T>
Chosen<T> chosenOf(const XmlElement& element, T value) {
  return {std::move(value), parseBy(element.attribute("by")).value_or(By::Template),
          element.attribute("pinned") == "yes"};
}

/// A second entry for the same thing: which of them would count?
bool isFirst(std::set<std::string>& seen, const std::string& id, const XmlElement& element,
             Reading& reading) {
  if (seen.insert(id).second) return true;
  reading.wrong(element, "<" + element.name + "> for \"" + id + "\" stands twice");
  return false;
}

void readOptions(const XmlElement& root, Design& design, Reading& reading) {
  std::set<std::string> seen;
  for (const XmlElement& element : entriesOf(root, "choices")) {
    const std::string &slot = element.attribute("slot"), &option = element.attribute("option");
    if (!isFirst(seen, slot, element, reading)) continue;
    if (!reading.known(element, idsOf(reading.catalog.slots), slot, "slot")) continue;
    if (!reading.known(element, optionIds(reading.catalog, slot), option, "option of \"" + slot + "\""))
      continue;
    design.choices.options[slot] = chosenOf(element, option);
  }
}

void readParameters(const XmlElement& root, Design& design, Reading& reading) {
  std::set<std::string> seen;
  for (const XmlElement& element : entriesOf(root, "parameters")) {
    const std::string& id = element.attribute("id");
    if (!isFirst(seen, id, element, reading)) continue;
    if (!reading.known(element, idsOf(reading.catalog.parameters), id, "parameter")) continue;
    const double value = parseDecimal(element.attribute("value")).value_or(0);
    if (const auto objection = objectionToValue(*reading.catalog.findParameter(id), value)) {
      reading.wrong(element, *objection);
    } else {
      design.choices.parameters[id] = chosenOf(element, value);
    }
  }
}

bool isMaterial(const Catalog& catalog, const std::string& id) {
  return catalog.findItem(id) != nullptr || catalog.findSeries(id) != nullptr;
}

void readZones(const XmlElement& root, Design& design, Reading& reading) {
  std::set<std::string> seen;
  for (const XmlElement& element : entriesOf(root, "zones")) {
    const std::string &id = element.attribute("id"), &item = element.attribute("item");
    if (!isFirst(seen, id, element, reading)) continue;
    if (!reading.known(element, idsOf(reading.catalog.zones), id, "zone")) continue;
    const Zone& zone = *reading.catalog.findZone(id);
    // A zone that offers no material bought none either when it still did: its options named the item.
    if (zone.accepts.empty() && isMaterial(reading.catalog, item)) {
      design.choices.zones[id] = chosenOf(element, zone.default_item);
      continue;
    }
    const auto materials = reading.catalog.materialsOf(zone);
    if (!reading.known(element, materials, item, "material of zone \"" + id + "\"")) continue;
    design.choices.zones[id] = chosenOf(element, item);
  }
}

std::string valueOr(const XmlElement& element, std::string_view name, const std::string& otherwise) {
  const std::string& value = element.attribute(name);
  return value.empty() ? otherwise : value;
}

void readOwnParts(const XmlElement& root, Design& design, Reading& reading) {
  std::set<std::string> seen;
  for (const XmlElement& element : entriesOf(root, "parts")) {
    const std::string& item = element.attribute("item");
    if (!isFirst(seen, item, element, reading)) continue;
    if (!reading.known(element, boughtIds(reading.catalog), item, "item")) continue;
    const OwnPart usual;
    design.own_parts[item] = {
        trimmed(element.attribute("file")), valueOr(element, "unit", usual.unit),
        valueOr(element, "up", usual.up),
        static_cast<int>(parseWhole(element.attribute("turn")).value_or(usual.turn_deg))};
  }
}

void readArtwork(const XmlElement& root, Design& design, Reading& reading) {
  std::set<std::string> seen;
  for (const XmlElement& element : entriesOf(root, "artwork")) {
    const std::string& part = element.attribute("part");
    if (isFirst(seen, part, element, reading)) design.artwork[part] = element.attribute("file");
  }
}

DesignColorway readColorway(const XmlElement& element, Reading& reading) {
  DesignColorway colorway{element.attribute("code"), element.attribute("name"), {}};
  for (const Zone& zone : reading.catalog.zones) colorway.colors[zone.id] = {zone.default_color, "", ""};
  std::set<std::string> seen;
  for (const XmlElement& color : element.children) {
    const std::string& zone = color.attribute("zone");
    if (!isFirst(seen, zone, color, reading)) continue;
    if (!reading.known(color, idsOf(reading.catalog.zones), zone, "zone")) continue;
    colorway.colors[zone] = {parseColor(color.attribute("srgb")).value_or("#808080"), color.attribute("name"),
                             color.attribute("pantone")};
  }
  return colorway;
}

void readColorways(const XmlElement& root, Design& design, Reading& reading) {
  std::set<std::string> seen;
  for (const XmlElement& element : entriesOf(root, "colorways")) {
    if (!isFirst(seen, element.attribute("code"), element, reading)) continue;
    design.colorways.push_back(readColorway(element, reading));
  }
}

void readOrderLine(const XmlElement& element, Design& design, std::set<std::string>& seen, Reading& reading) {
  OrderLine line{element.attribute("colorway"), element.attribute("size"),
                 parsePieces(element.attribute("quantity")).value_or(0)};
  if (!isFirst(seen, line.colorway + " " + line.size, element, reading)) return;
  std::vector<std::string> codes;
  for (const DesignColorway& colorway : design.colorways) codes.push_back(colorway.code);
  if (!reading.known(element, codes, line.colorway, "colorway of this design")) return;
  design.order.lines.push_back(std::move(line));
}

void readOrder(const XmlElement& root, Design& design, Reading& reading) {
  const XmlElement* element = root.child("order");
  if (element == nullptr) return;
  Order& order = design.order;
  order.date = element->attribute("date");
  order.origin = element->attribute("origin");
  order.market = element->attribute("market");
  order.incoterm = element->attribute("incoterm");
  order.currency = element->attribute("currency");
  order.freight = element->attribute("freight");
  order.proof_of_origin = element->attribute("proof-of-origin") == "yes";
  order.buyer_pays_tooling = element->attribute("tooling-by") == "buyer";
  order.tooling_over = parsePieces(element->attribute("tooling-over")).value_or(0);
  order.payment = element->attribute("payment");
  // A code of the wrong length is already said by the format.
  if (order.origin.size() == 2) reading.known(*element, originIds(reading.catalog), order.origin, "origin");
  if (order.market.size() == 2) reading.known(*element, marketIds(reading.catalog), order.market, "market");
  if (order.currency.size() == 3) {
    reading.known(*element, currencyCodes(reading.catalog), order.currency, "currency with an exchange rate");
  }
  if (!order.payment.empty())
    reading.known(*element, paymentIds(reading.catalog), order.payment, "payment terms");
  std::set<std::string> seen;
  for (const XmlElement* line : element->childrenNamed("line")) readOrderLine(*line, design, seen, reading);
  if (const auto objection = objectionToTotal(order)) reading.wrong(*element, *objection);
  for (const XmlElement* list : element->childrenNamed("price-list")) {
    order.price_lists.emplace_back(trimmed(list->text), list->attribute("sha256"));
  }
}

void readRevisions(const XmlElement& root, Design& design, Reading& reading) {
  std::set<std::string> seen;
  for (const XmlElement& element : entriesOf(root, "revisions")) {
    const std::string& number = element.attribute("number");
    if (!isFirst(seen, number, element, reading)) continue;
    design.revisions.push_back(
        {number, element.attribute("date"), textOf(element, "author"), textOf(element, "changes")});
  }
}

Brand readBrand(const XmlElement& root) {
  const XmlElement* element = root.child("brand");
  if (element == nullptr) return {};
  return {textOf(*element, "name"), textOf(*element, "style"), textOf(*element, "season"),
          textOf(*element, "designer"), textOf(*element, "description")};
}

}  // namespace

Result<Design> parseDesign(std::string_view xml, std::string_view file_name, const Catalog& catalog) {
  const auto root = parseXml(xml, file_name);
  if (!root) return tl::unexpected(root.error());
  Problems problems;
  Reading reading{catalog, std::string(file_name), problems};
  if (root->name != "design") {
    return failure(placeText({reading.file, root->line}) + ": the root element is <" + root->name +
                   ">, not <design>");
  }
  designFormat().check(*root, "design", reading.file, kEntryDepth, problems);
  Design design;
  design.folder = std::filesystem::path(file_name).parent_path().string();
  design.name = textOf(*root, "name");
  design.template_id = textOf(*root, "template");
  design.use = textOf(*root, "use");
  design.brand = readBrand(*root);
  design.choices = defaultChoices(catalog);
  readOptions(*root, design, reading);
  readParameters(*root, design, reading);
  readZones(*root, design, reading);
  readOwnParts(*root, design, reading);
  readArtwork(*root, design, reading);
  readColorways(*root, design, reading);
  readOrder(*root, design, reading);
  readRevisions(*root, design, reading);
  if (!problems.empty()) return failure(problems.text());
  return design;
}

Result<Design> loadDesign(const std::filesystem::path& path, const Catalog& catalog) {
  const auto bytes = readFile(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return parseDesign(*bytes, path.string(), catalog);
}

}  // namespace configurator
