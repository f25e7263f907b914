// Writes a design as a .ruck file: every value of every slot, parameter and zone, sorted by id.
#include <map>
#include <string>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/catalog/utf8.h"
#include "configurator/catalog/xml.h"
#include "configurator/design/design_file.h"
#include "configurator/design/design_format.h"

namespace configurator {

namespace {

XmlElement makeElement(std::string name, std::vector<std::pair<std::string, std::string>> attributes = {}) {
  XmlElement element;
  element.name = std::move(name);
  element.attributes = std::move(attributes);
  return element;
}

void addText(XmlElement& parent, const char* name, const std::string& text) {
  const std::string kept = trimmed(text);
  if (kept.empty()) return;
  parent.children.push_back(makeElement(name));
  parent.children.back().text = kept;
}

/// `by` always, `pinned` only where it is.
template <typename T>
void addChosen(XmlElement& element, const Chosen<T>& chosen) {
  element.attributes.emplace_back("by", byName(chosen.by));
  if (chosen.pinned) element.attributes.emplace_back("pinned", "yes");
}

XmlElement brandElement(const Brand& brand) {
  XmlElement element = makeElement("brand");
  addText(element, "name", brand.name);
  addText(element, "style", brand.style_number);
  addText(element, "season", brand.season);
  addText(element, "designer", brand.designer);
  addText(element, "description", brand.description);
  return element;
}

void addChoices(XmlElement& root, const Choices& choices) {
  XmlElement options = makeElement("choices"), parameters = makeElement("parameters"),
             zones = makeElement("zones");
  for (const auto& [slot, chosen] : choices.options) {
    options.children.push_back(makeElement("choice", {{"slot", slot}, {"option", chosen.value}}));
    addChosen(options.children.back(), chosen);
  }
  for (const auto& [id, chosen] : choices.parameters) {
    parameters.children.push_back(
        makeElement("parameter", {{"id", id}, {"value", formatNumber(chosen.value)}}));
    addChosen(parameters.children.back(), chosen);
  }
  for (const auto& [id, chosen] : choices.zones) {
    zones.children.push_back(makeElement("zone", {{"id", id}, {"item", chosen.value}}));
    addChosen(zones.children.back(), chosen);
  }
  for (XmlElement* section : {&options, &parameters, &zones}) root.children.push_back(std::move(*section));
}

/// What is as it is where nothing is said is left out.
void addOwnParts(XmlElement& root, const std::map<std::string, OwnPart>& parts) {
  if (parts.empty()) return;
  XmlElement element = makeElement("parts");
  const OwnPart usual;
  for (const auto& [item, part] : parts) {
    XmlElement one = makeElement("part", {{"item", item}, {"file", part.file}});
    if (part.unit != usual.unit) one.attributes.emplace_back("unit", part.unit);
    if (part.up != usual.up) one.attributes.emplace_back("up", part.up);
    if (part.turn_deg != usual.turn_deg) one.attributes.emplace_back("turn", std::to_string(part.turn_deg));
    element.children.push_back(std::move(one));
  }
  root.children.push_back(std::move(element));
}

void addArtwork(XmlElement& root, const std::map<std::string, std::string>& artwork) {
  if (artwork.empty()) return;
  XmlElement element = makeElement("artwork");
  for (const auto& [part, file] : artwork)
    element.children.push_back(makeElement("picture", {{"part", part}, {"file", file}}));
  root.children.push_back(std::move(element));
}

XmlElement colorwaysElement(const std::vector<DesignColorway>& colorways) {
  XmlElement element = makeElement("colorways");
  for (const DesignColorway& colorway : colorways) {
    XmlElement one = makeElement("colorway", {{"code", colorway.code}, {"name", colorway.name}});
    for (const auto& [zone, color] : colorway.colors) {
      XmlElement entry = makeElement("color", {{"zone", zone}, {"srgb", color.srgb}});
      if (!color.name.empty()) entry.attributes.emplace_back("name", color.name);
      if (!color.pantone.empty()) entry.attributes.emplace_back("pantone", color.pantone);
      one.children.push_back(std::move(entry));
    }
    element.children.push_back(std::move(one));
  }
  return element;
}

XmlElement orderElement(const Order& order) {
  XmlElement element = makeElement("order", {{"date", order.date},
                                             {"origin", order.origin},
                                             {"market", order.market},
                                             {"incoterm", order.incoterm},
                                             {"currency", order.currency}});
  // What is agreed besides is written where it is not what is usual.
  const auto agreed = [&](const char* name, const std::string& value) {
    if (!value.empty()) element.attributes.emplace_back(name, value);
  };
  agreed("freight", order.freight);
  agreed("proof-of-origin", order.proof_of_origin ? "yes" : "");
  agreed("tooling-by", order.buyer_pays_tooling ? "buyer" : "");
  agreed("tooling-over", order.tooling_over > 0 ? std::to_string(order.tooling_over) : "");
  agreed("payment", order.payment);
  for (const OrderLine& line : order.lines) {
    element.children.push_back(makeElement(
        "line",
        {{"colorway", line.colorway}, {"size", line.size}, {"quantity", std::to_string(line.quantity)}}));
  }
  for (const auto& [path, sha256] : order.price_lists) {
    element.children.push_back(makeElement("price-list", {{"sha256", sha256}}));
    element.children.back().text = trimmed(path);
  }
  return element;
}

XmlElement revisionsElement(const std::vector<DesignRevision>& revisions) {
  XmlElement element = makeElement("revisions");
  for (const DesignRevision& revision : revisions) {
    XmlElement one = makeElement("revision", {{"number", revision.number}, {"date", revision.date}});
    addText(one, "author", revision.author);
    addText(one, "changes", revision.changes);
    element.children.push_back(std::move(one));
  }
  return element;
}

}  // namespace

std::string writeDesign(const Design& design) {
  XmlElement root = makeElement("design", {{"xmlns", kDesignNamespace}, {"version", "1"}});
  addText(root, "name", design.name);
  addText(root, "template", design.template_id);
  addText(root, "use", design.use);
  root.children.push_back(brandElement(design.brand));
  addChoices(root, design.choices);
  addOwnParts(root, design.own_parts);
  addArtwork(root, design.artwork);
  root.children.push_back(colorwaysElement(design.colorways));
  root.children.push_back(orderElement(design.order));
  root.children.push_back(revisionsElement(design.revisions));
  return writeXml(root);
}

}  // namespace configurator
