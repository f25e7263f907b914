// The configurator's one XML reader and writer, over tinyxml2 (which this file's source alone includes).
// Values in, values out: a tree of elements with their lines. What may stand where is xml_shape.h's business.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "configurator/catalog/result.h"

namespace configurator {

/// An element: attributes in file order, children in file order, all text of the element joined.
struct XmlElement {
  std::string name;
  int line = 0;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlElement> children;
  std::string text;

  bool has(std::string_view attribute) const;
  /// The attribute's value; empty when it is not there.
  const std::string& attribute(std::string_view attribute) const;
  const XmlElement* child(std::string_view name) const;
  std::vector<const XmlElement*> childrenNamed(std::string_view name) const;
  int lastLine() const;  ///< the largest line among itself and what stands in it
};

/// The root element. Refuses what is not well-formed, and for safety also document types, processing
/// instructions, control characters, invalid UTF-8 and other encodings. CR LF is read as LF; a line break
/// inside an attribute as a space. The message starts with "file:line: ".
Result<XmlElement> parseXml(std::string_view bytes, std::string_view file_name);

/// Declaration and tree, two spaces per level, LF, a newline at the end: equal trees give equal bytes. Text
/// and attributes are cleaned (utf8.h), so that the result is always well-formed. An element with children
/// has no text.
std::string writeXml(const XmlElement& root);

}  // namespace configurator
