// Identity constraints of a document: keys, uniqueness and references, as XSD 1.0 defines them.
#pragma once

#include <string>
#include <vector>

#include "bom/xml_rules.h"

namespace bom {

/// Each key that is missing or there twice and each reference that leads nowhere, as FILE:LINE: what.
std::vector<std::string> checkXmlKeys(const XmlElement& root, const std::vector<XmlKeyRule>& keys,
                                      const std::string& file_name);

}  // namespace bom
