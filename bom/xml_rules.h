// The grammar of a document: which elements hold which attributes and children, and which ids must be unique
// or known. One table serves the reader; the XSD says the same, and a test keeps the two equal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bom/xml_tree.h"

namespace bom {

struct XmlAttributeRule {
  std::string name, type;
  bool required = true;
};

/// A child in its place of the sequence: at least `least`; at most one unless `many`.
struct XmlChildRule {
  std::string name;
  int least = 1;
  bool many = false;
};

struct XmlElementRule {
  std::string name;
  std::vector<XmlAttributeRule> attributes;
  std::string text_type;               ///< of an element that holds text; else empty
  std::vector<XmlChildRule> children;  ///< in this order
  std::string note;                    ///< what it is, for people who read the XSD
};

/// An XSD identity constraint on the root. A selector is a path of element names below the root, or
/// ".//Name".
struct XmlKeyRule {
  enum class Kind { Key, Unique, Reference };
  Kind kind = Kind::Key;
  std::string name;
  std::string refers;  ///< the key that a reference must be found in
  std::vector<std::string> selectors;
  std::vector<std::string> fields;  ///< attributes
};

struct XmlRules {
  std::string target;  ///< namespace
  std::string root;
  std::vector<XmlElementRule> elements;
  std::vector<XmlKeyRule> keys;
};

/// A rule from one row of a table: attributes as "id:Token hero?:Token" ('?' optional), content as "#Type"
/// for text or "Name? Point*" ('?' at most one, '*' any number, '+' at least one).
struct XmlRow {
  std::string_view name, attributes, content, note;
};
XmlElementRule parseXmlRow(const XmlRow& row);

/// Everything wrong with a document, each as FILE:LINE: what, in document order; empty when it keeps the
/// rules.
std::vector<std::string> checkXmlRules(const XmlElement& root, const XmlRules& rules,
                                       const std::string& file_name);

}  // namespace bom
