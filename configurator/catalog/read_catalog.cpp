// Sends each section of a catalog file to its reader.
#include "configurator/catalog/read_catalog.h"

#include "configurator/catalog/xml_shape.h"

namespace configurator {

void CatalogReading::claim(const std::string& kind, const std::string& id, const XmlElement& element) {
  const auto [place, is_new] = catalog.places.emplace(kind + ":" + id, at(element));
  if (!is_new) {
    wrong(element, "<" + element.name + "> \"" + id + "\" already stands at " + placeText(place->second));
    problems.silence(file, element.line, element.lastLine());
  }
}

void readCatalogFile(const XmlElement& root, CatalogReading reading) {
  for (const XmlElement& section : root.children) {
    readChoiceSection(section, reading);
    readRuleSection(section, reading);
    readPriceSection(section, reading);
    readTradeSection(section, reading);
    readPlanSection(section, reading);
    readQualitySection(section, reading);
    readColorLotSection(section, reading);
  }
}

LocalizedText readLocalized(const XmlElement& parent, std::string_view name, CatalogReading& reading) {
  LocalizedText text;
  const auto elements = parent.childrenNamed(name);
  for (const XmlElement* element : elements) {
    const std::string language = element->has("xml:lang") ? element->attribute("xml:lang") : "en";
    if (!text.by_language.emplace(language, collapsed(element->text)).second) {
      reading.wrong(*element, "<" + element->name + "> stands twice in \"" + language + "\"");
    }
  }
  if (!elements.empty() && text.by_language.count("en") == 0) {
    reading.wrong(*elements.front(), "<" + std::string(name) + "> is missing in English (xml:lang=\"en\")");
  }
  return text;
}

std::string childText(const XmlElement& parent, std::string_view name) {
  const XmlElement* child = parent.child(name);
  return child == nullptr ? std::string() : collapsed(child->text);
}

std::vector<std::string> childTexts(const XmlElement& parent, std::string_view name) {
  std::vector<std::string> texts;
  for (const XmlElement* child : parent.childrenNamed(name)) texts.push_back(collapsed(child->text));
  return texts;
}

}  // namespace configurator
