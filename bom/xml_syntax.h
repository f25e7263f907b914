// What makes bytes XML: UTF-8, allowed characters, references, quoted attributes. Stricter than tinyxml2,
// which lets bad characters, '<' in attributes and double attributes through; it knows no elements (xml_rules
// does).
#pragma once

#include <string>
#include <string_view>

#include "bom/result.h"

namespace bom {

/// Valid UTF-8 of characters that XML 1.0 allows, without carriage returns.
bool isXmlText(std::string_view text);

/// What XML calls white space.
bool isXmlSpace(char c);

/// CRLF and CR become LF; nothing else changes.
std::string withUnixLines(std::string_view text);

/// The same document with the attributes as XML 1.0, 3.3.3 has them read: a tab or line end that stands there
/// as such is a blank, one that is written as a reference stays. Later lines keep their numbers. REQUIRES a
/// document that passes checkXmlSyntax.
std::string withPlainAttributes(std::string_view xml);

/// Fails with FILE:LINE at the first byte that is not plain XML; also refuses comments, CDATA sections,
/// processing instructions and document types, which a written document never holds.
Result<void> checkXmlSyntax(std::string_view xml, const std::string& file_name);

}  // namespace bom
