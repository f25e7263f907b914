// The only file that includes tinyxml2. Its number conversions follow the C locale and are not used.
#include "configurator/catalog/xml.h"

#include <tinyxml2.h>

#include <algorithm>

#include "configurator/catalog/file_line.h"
#include "configurator/catalog/require.h"
#include "configurator/catalog/utf8.h"
#include "configurator/catalog/xml_syntax.h"

namespace configurator {

namespace {

const std::string kNothing;

// White space inside an attribute value reads as spaces (XML 1.0, 3.3.3).
std::string withSpaces(std::string value) {
  std::replace_if(
      value.begin(), value.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return value;
}

XmlElement makeElement(const tinyxml2::XMLElement& source) {
  XmlElement element;
  element.name = source.Name();
  element.line = source.GetLineNum();
  for (const auto* attribute = source.FirstAttribute(); attribute != nullptr; attribute = attribute->Next()) {
    element.attributes.emplace_back(attribute->Name(), withSpaces(attribute->Value()));
  }
  for (const auto* node = source.FirstChild(); node != nullptr; node = node->NextSibling()) {
    if (const auto* child = node->ToElement()) element.children.push_back(makeElement(*child));
    if (const auto* text = node->ToText()) element.text += text->Value();
  }
  return element;
}

std::string firstLineOf(const tinyxml2::XMLDocument& document) {
  switch (document.ErrorID()) {
    case tinyxml2::XML_ERROR_MISMATCHED_ELEMENT:
      return "an end tag does not match its start tag";
    case tinyxml2::XML_ERROR_EMPTY_DOCUMENT:
      return "the file is empty";
    default:
      return std::string("not well-formed XML (") + document.ErrorName() + ")";
  }
}

void appendEscaped(std::string& out, std::string_view text, bool in_attribute) {
  for (char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"' && in_attribute) {
      out += "&quot;";
    } else if ((c == '\n' || c == '\t') && in_attribute) {
      out += ' ';
    } else {
      out += c;
    }
  }
}

void appendText(std::string& out, const std::string& raw) {
  const std::string text = cleaned(raw);
  // Readers drop text that is all white space; as a reference its first character counts as text.
  const bool blank = text.find_first_not_of(" \t\n") == std::string::npos;
  if (!blank) return appendEscaped(out, text, false);
  out += "&#" + std::to_string(static_cast<int>(text[0])) + ";" + text.substr(1);
}

void appendElement(std::string& out, const XmlElement& element, std::size_t depth) {
  const std::string indent(2 * depth, ' ');
  out += indent + "<" + element.name;
  for (const auto& [name, value] : element.attributes) {
    out += " " + name + "=\"";
    appendEscaped(out, cleaned(value), true);
    out += "\"";
  }
  if (element.children.empty() && element.text.empty()) {
    out += "/>\n";
    return;
  }
  out += ">";
  if (element.children.empty()) {
    appendText(out, element.text);
  } else {
    require(element.text.empty(), "writeXml: an element with children has no text");
    out += "\n";
    for (const XmlElement& child : element.children) appendElement(out, child, depth + 1);
    out += indent;
  }
  out += "</" + element.name + ">\n";
}

}  // namespace

bool XmlElement::has(std::string_view wanted) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == wanted; });
}

const std::string& XmlElement::attribute(std::string_view wanted) const {
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == wanted; });
  return found == attributes.end() ? kNothing : found->second;
}

const XmlElement* XmlElement::child(std::string_view wanted) const {
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const auto& c) { return c.name == wanted; });
  return found == children.end() ? nullptr : &*found;
}

std::vector<const XmlElement*> XmlElement::childrenNamed(std::string_view wanted) const {
  std::vector<const XmlElement*> found;
  for (const XmlElement& element : children) {
    if (element.name == wanted) found.push_back(&element);
  }
  return found;
}

int XmlElement::lastLine() const {
  int last = line;
  for (const XmlElement& element : children) last = std::max(last, element.lastLine());
  return last;
}

Result<XmlElement> parseXml(std::string_view bytes, std::string_view file_name) {
  const auto fail = [&](int line, const std::string& what) {
    return failure(placeText({std::string(file_name), std::max(line, 1)}) + ": " + what);
  };
  const auto text = prepareXml(bytes);
  if (!text) return fail(text.error().line, text.error().what);
  tinyxml2::XMLDocument document;
  document.Parse(text->data(), text->size());
  if (document.Error()) return fail(document.ErrorLineNum(), firstLineOf(document));
  if (document.RootElement() == nullptr) return fail(1, "there is no root element");
  return makeElement(*document.RootElement());
}

std::string writeXml(const XmlElement& root) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  appendElement(out, root, 0);
  return out;
}

}  // namespace configurator
