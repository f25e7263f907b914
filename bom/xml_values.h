// The simple types of a document's attributes and texts: what the XSD says about each and our own check of
// the same.
#pragma once

#include <string_view>
#include <vector>

namespace bom {

struct XmlValueType {
  std::string_view name;                 ///< "PartId"
  std::string_view base;                 ///< "xs:string"
  std::string_view pattern;              ///< XSD regular expression, or empty
  std::vector<std::string_view> values;  ///< enumeration, or empty
  std::string_view wants;                ///< for messages: "a part id like front-pocket.bellow-left"
};

/// Every simple type, by name.
const std::vector<XmlValueType>& xmlValueTypes();
/// REQUIRES a type of that name.
const XmlValueType& xmlValueType(std::string_view name);
/// Whether the XSD type of that name takes `text`.
bool acceptsValue(const XmlValueType& type, std::string_view text);

}  // namespace bom
