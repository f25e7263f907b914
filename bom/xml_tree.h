// A document as a plain tree: names, attributes in order, text or children. The only file pair that knows
// tinyxml2. Values are strings: numbers are written by number_text, never by the XML library, whose
// conversions follow the locale.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bom/result.h"

namespace bom {

struct XmlElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< in the order they are written
  std::string text;                                             ///< of an element without children
  std::vector<XmlElement> children;
  int line = 0;  ///< where it was read; 0 when it was made
};

/// The value of an attribute, or nullptr.
const std::string* findAttribute(const XmlElement& element, std::string_view name);

/// Reads a UTF-8 document of elements, attributes and text: no comments, CDATA, instructions or document
/// types. Fails with FILE:LINE and the first error.
Result<XmlElement> parseXmlTree(std::string_view xml, const std::string& file_name);

/// Reads what other programs write: comments and instructions are passed over, text beside elements is kept,
/// prefixes of names are cut off ("x:row" is "row"). Fails on what is not well-formed or nested too deep.
/// Texts may hold what isXmlText refuses.
Result<XmlElement> parseForeignXml(std::string_view xml, const std::string& file_name);

/// With declaration and indentation, the same bytes for the same tree. REQUIRES valid UTF-8 without control
/// characters.
std::string writeXmlTree(const XmlElement& root);

}  // namespace bom
