// tinyxml2 in and out. What it lets through although XML forbids it is refused before, in xml_syntax.
#include "bom/xml_tree.h"

#include <tinyxml2.h>

#include "bom/require.h"
#include "bom/xml_syntax.h"

namespace bom {

namespace {

std::string at(const std::string& file_name, int line) {
  return file_name + ":" + std::to_string(line) + ": ";
}

bool isBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Result<XmlElement> readElement(const tinyxml2::XMLElement& source, const std::string& file_name) {
  XmlElement element;
  element.name = source.Name();
  element.line = source.GetLineNum();
  for (const auto* attribute = source.FirstAttribute(); attribute != nullptr; attribute = attribute->Next()) {
    element.attributes.emplace_back(attribute->Name(), attribute->Value());
  }
  for (const auto* node = source.FirstChild(); node != nullptr; node = node->NextSibling()) {
    if (node->ToElement() != nullptr) {
      auto child = readElement(*node->ToElement(), file_name);
      if (!child) return child;
      element.children.push_back(std::move(*child));
    } else {
      element.text += node->Value();
    }
  }
  if (element.children.empty() && !element.text.empty() && isBlank(element.text)) {
    return failure(at(file_name, element.line) + "the text of '" + element.name +
                   "' is blanks only, which the next reader would lose");
  }
  if (!element.children.empty()) {
    if (!isBlank(element.text)) {
      return failure(at(file_name, element.line) + "'" + element.name + "' mixes text with elements");
    }
    element.text.clear();
  }
  return element;
}

std::string withoutPrefix(std::string_view name) {
  return std::string(name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1));
}

XmlElement readForeignElement(const tinyxml2::XMLElement& source) {
  XmlElement element;
  element.name = withoutPrefix(source.Name());
  element.line = source.GetLineNum();
  for (const auto* attribute = source.FirstAttribute(); attribute != nullptr; attribute = attribute->Next())
    element.attributes.emplace_back(withoutPrefix(attribute->Name()), attribute->Value());
  for (const auto* node = source.FirstChild(); node != nullptr; node = node->NextSibling()) {
    if (node->ToElement() != nullptr) element.children.push_back(readForeignElement(*node->ToElement()));
    if (node->ToText() != nullptr) element.text += node->Value();
  }
  return element;
}

/// Writes tabs and line ends in attributes as references: as such they would be read as blanks.
class Printer : public tinyxml2::XMLPrinter {
 public:
  void pushAttribute(const std::string& name, const std::string& value) {
    Write((" " + name + "=\"").c_str());
    for (const char c : value) Write(written(c).c_str());
    Write("\"");
  }

 private:
  static std::string written(char c) {
    switch (c) {
      case '&':
        return "&amp;";
      case '<':
        return "&lt;";
      case '>':
        return "&gt;";
      case '"':
        return "&quot;";
      case '\'':
        return "&apos;";
      case '\t':
        return "&#9;";
      case '\n':
        return "&#10;";
      default:
        return std::string(1, c);
    }
  }
};

void printElement(const XmlElement& element, Printer& printer) {
  printer.OpenElement(element.name.c_str());
  for (const auto& [name, value] : element.attributes) printer.pushAttribute(name, value);
  if (!element.text.empty()) printer.PushText(element.text.c_str());
  for (const XmlElement& child : element.children) printElement(child, printer);
  printer.CloseElement();
}

void requireWritable(const XmlElement& element) {
  require(element.text.empty() || element.children.empty(), "an XML element has either text or children");
  require(!isBlank(element.text) || element.text.empty(),
          "XML text of blanks only would not survive a reader");
  require(isXmlText(element.text), "XML text must be UTF-8 without control characters");
  for (const auto& [name, value] : element.attributes) {
    require(isXmlText(value), "an XML attribute must be UTF-8 without control characters");
  }
  for (const XmlElement& child : element.children) requireWritable(child);
}

}  // namespace

const std::string* findAttribute(const XmlElement& element, std::string_view name) {
  for (const auto& [known, value] : element.attributes) {
    if (known == name) return &value;
  }
  return nullptr;
}

Result<XmlElement> parseXmlTree(std::string_view xml, const std::string& file_name) {
  const auto syntax = checkXmlSyntax(xml, file_name);
  if (!syntax) return tl::unexpected(syntax.error());
  tinyxml2::XMLDocument document;
  const std::string plain = withPlainAttributes(xml);
  if (document.Parse(plain.data(), plain.size()) != tinyxml2::XML_SUCCESS) {
    if (document.ErrorID() == tinyxml2::XML_ERROR_EMPTY_DOCUMENT)
      return failure(file_name + ": the file is empty");
    return failure(at(file_name, document.ErrorLineNum()) + "not well-formed XML (" + document.ErrorName() +
                   ")");
  }
  const tinyxml2::XMLElement* root = nullptr;
  for (const auto* node = document.FirstChild(); node != nullptr; node = node->NextSibling()) {
    if (node->ToDeclaration() != nullptr) continue;
    if (node->ToElement() == nullptr || root != nullptr) {
      return failure(at(file_name, node->GetLineNum()) +
                     "a document has one root element and nothing beside it");
    }
    root = node->ToElement();
  }
  if (root == nullptr) return failure(at(file_name, 1) + "there is no element in this document");
  return readElement(*root, file_name);
}

Result<XmlElement> parseForeignXml(std::string_view xml, const std::string& file_name) {
  tinyxml2::XMLDocument document;
  if (document.Parse(xml.data(), xml.size()) != tinyxml2::XML_SUCCESS || document.RootElement() == nullptr)
    return failure(file_name + ": not well-formed XML (" + document.ErrorName() + ")");
  return readForeignElement(*document.RootElement());
}

std::string writeXmlTree(const XmlElement& root) {
  requireWritable(root);
  Printer printer;
  printer.PushDeclaration("xml version=\"1.0\" encoding=\"UTF-8\"");
  printElement(root, printer);
  std::string xml(printer.CStr());
  if (xml.empty() || xml.back() != '\n') xml += '\n';
  return xml;
}

}  // namespace bom
