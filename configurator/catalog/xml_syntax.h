// What tinyxml2 lets pass and XML 1.0 does not, found before it sees the bytes. Used by xml.cpp only.
#pragma once

#include <string>
#include <string_view>

#include "configurator/catalog/result.h"

namespace configurator {

/// A syntax error with its line.
struct XmlSyntaxError {
  int line = 0;
  std::string what;
};

/// The text with LF line ends, ready for tinyxml2; or the first error.
/// Checks characters, declaration, tags, attributes, references, comments and nesting depth; not that tags
/// pair.
tl::expected<std::string, XmlSyntaxError> prepareXml(std::string_view bytes);

}  // namespace configurator
