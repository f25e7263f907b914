#include "tests/bom/tech_pack_xsd.h"

#include <algorithm>
#include <set>

#include "bom/xml_values.h"

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string keyName(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '-');
  return name + "-key";
}

std::string simpleType(const bom::XmlValueType& type) {
  std::string text = "  <xs:simpleType name=\"" + std::string(type.name) + "\">\n";
  text += "    <xs:restriction base=\"" + std::string(type.base) + "\">\n";
  if (!type.pattern.empty()) text += "      <xs:pattern value=\"" + escaped(type.pattern) + "\"/>\n";
  for (const std::string_view value : type.values) {
    text += "      <xs:enumeration value=\"" + std::string(value) + "\"/>\n";
  }
  return text + "    </xs:restriction>\n  </xs:simpleType>\n";
}

std::string attributes(const bom::XmlElementRule& rule, const std::string& indent) {
  std::string text;
  for (const bom::XmlAttributeRule& attribute : rule.attributes) {
    text += indent + "<xs:attribute name=\"" + attribute.name + "\" type=\"t:" + attribute.type + "\"";
    text += attribute.required ? " use=\"required\"/>\n" : "/>\n";
  }
  return text;
}

std::string children(const bom::XmlElementRule& rule) {
  if (rule.children.empty()) return {};
  std::string text = "    <xs:sequence>\n";
  for (const bom::XmlChildRule& child : rule.children) {
    text += "      <xs:element name=\"" + child.name + "\" type=\"t:" + child.name + "\"";
    if (child.least == 0) text += " minOccurs=\"0\"";
    if (child.many) text += " maxOccurs=\"unbounded\"";
    text += "/>\n";
  }
  return text + "    </xs:sequence>\n";
}

std::string complexType(const bom::XmlElementRule& rule) {
  std::string text = "  <xs:complexType name=\"" + rule.name + "\">\n";
  if (!rule.note.empty()) {
    text += "    <xs:annotation><xs:documentation>" + escaped(rule.note) +
            "</xs:documentation></xs:annotation>\n";
  }
  if (rule.text_type.empty())
    return text + children(rule) + attributes(rule, "    ") + "  </xs:complexType>\n";
  text += "    <xs:simpleContent>\n      <xs:extension base=\"t:" + rule.text_type + "\"";
  const std::string inner = attributes(rule, "        ");
  text += inner.empty() ? "/>\n" : ">\n" + inner + "      </xs:extension>\n";
  return text + "    </xs:simpleContent>\n  </xs:complexType>\n";
}

std::string pathOf(const std::string& selector) {
  if (selector.starts_with(".//")) return ".//t:" + selector.substr(3);
  std::string path = "t:";
  for (const char c : selector) path += c == '/' ? std::string("/t:") : std::string(1, c);
  return path;
}

std::string constraint(const bom::XmlKeyRule& rule) {
  using Kind = bom::XmlKeyRule::Kind;
  const std::string tag = rule.kind == Kind::Key ? "key" : rule.kind == Kind::Unique ? "unique" : "keyref";
  std::string text = "    <xs:" + tag + " name=\"" + keyName(rule.name) + "\"";
  if (rule.kind == Kind::Reference) text += " refer=\"t:" + keyName(rule.refers) + "\"";
  std::string paths;
  for (const std::string& selector : rule.selectors) paths += (paths.empty() ? "" : "|") + pathOf(selector);
  text += ">\n      <xs:selector xpath=\"" + paths + "\"/>\n";
  for (const std::string& field : rule.fields) text += "      <xs:field xpath=\"@" + field + "\"/>\n";
  return text + "    </xs:" + tag + ">\n";
}

/// A simple type and an element may share a name ("Color"); XSD keeps types in one name space.
std::set<std::string> sharedNames(const bom::XmlRules& rules) {
  std::set<std::string> shared;
  for (const bom::XmlElementRule& rule : rules.elements) {
    for (const bom::XmlValueType& type : bom::xmlValueTypes()) {
      if (type.name == rule.name) shared.insert(rule.name);
    }
  }
  return shared;
}

}  // namespace

std::string writeXsd(const bom::XmlRules& rules) {
  if (!sharedNames(rules).empty())
    return "element and simple type share the name " + *sharedNames(rules).begin();
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!-- A tech pack document, version 1. XSD 1.0. Lengths in mm, areas in mm2, masses in g, amounts for "
      "one product. -->\n"
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:t=\"" +
      rules.target +
      "\"\n"
      "           targetNamespace=\"" +
      rules.target + "\" elementFormDefault=\"qualified\" version=\"1\">\n";
  text += "  <xs:element name=\"" + rules.root + "\" type=\"t:" + rules.root + "\">\n";
  for (const bom::XmlKeyRule& key : rules.keys) text += constraint(key);
  text += "  </xs:element>\n";
  for (const bom::XmlElementRule& rule : rules.elements) text += complexType(rule);
  for (const bom::XmlValueType& type : bom::xmlValueTypes()) text += simpleType(type);
  return text + "</xs:schema>\n";
}
