// From checked XML elements to the catalog's values. References between files are check_references.h's
// business.
#pragma once

#include <string>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/file_line.h"
#include "configurator/catalog/xml.h"

namespace configurator {

/// Where readers put what they read and what they find wrong.
struct CatalogReading {
  const std::string& file;
  Catalog& catalog;
  Problems& problems;

  FileLine at(const XmlElement& element) const { return {file, element.line}; }
  void wrong(const XmlElement& element, std::string what) { problems.add(at(element), std::move(what)); }
  /// Notes where KIND:ID stands; a problem when it already stands somewhere. Both are kept, so that nothing
  /// else seems unknown.
  void claim(const std::string& kind, const std::string& id, const XmlElement& element);
};

/// Adds one file. REQUIRES that catalogFormat() has checked `root` (what it found wrong is silenced in
/// `problems`).
void readCatalogFile(const XmlElement& root, CatalogReading reading);

/// The parts of it: one section element each.
void readChoiceSection(const XmlElement& section, CatalogReading& reading);
void readRuleSection(const XmlElement& section, CatalogReading& reading);
void readPriceSection(const XmlElement& section, CatalogReading& reading);
void readTradeSection(const XmlElement& section, CatalogReading& reading);
void readPlanSection(const XmlElement& section, CatalogReading& reading);
void readQualitySection(const XmlElement& section, CatalogReading& reading);
void readColorLotSection(const XmlElement& section, CatalogReading& reading);

/// All elements `name` below `parent` as one text; says when English is missing or a language stands twice.
LocalizedText readLocalized(const XmlElement& parent, std::string_view name, CatalogReading& reading);
/// The collapsed text of the child `name`; empty when there is none.
std::string childText(const XmlElement& parent, std::string_view name);
std::vector<std::string> childTexts(const XmlElement& parent, std::string_view name);
/// source, date and status of a row.
bom::Provenance provenanceOf(const XmlElement& element);
/// Of checked attributes: percent, and money in the element's "currency".
bom::Ratio percentOf(const XmlElement& element, std::string_view attribute);
bom::Money moneyOf(const XmlElement& element, std::string_view attribute);

}  // namespace configurator
