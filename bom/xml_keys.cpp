// XSD 1.0, 3.11.4: a key has all its fields and no double; a reference with a missing field is not checked.
#include "bom/xml_keys.h"

#include <map>
#include <optional>
#include <set>

namespace bom {

namespace {

using Nodes = std::vector<const XmlElement*>;
using Value = std::vector<std::string>;

void collectDeep(const XmlElement& element, std::string_view name, Nodes& found) {
  for (const XmlElement& child : element.children) {
    if (child.name == name) found.push_back(&child);
    collectDeep(child, name, found);
  }
}

void collectPath(const XmlElement& element, std::string_view path, Nodes& found) {
  const std::size_t slash = path.find('/');
  const std::string_view step = path.substr(0, slash);
  for (const XmlElement& child : element.children) {
    if (child.name != step) continue;
    if (slash == std::string_view::npos) {
      found.push_back(&child);
    } else {
      collectPath(child, path.substr(slash + 1), found);
    }
  }
}

Nodes selected(const XmlElement& root, const XmlKeyRule& rule) {
  Nodes found;
  for (const std::string& selector : rule.selectors) {
    if (selector.starts_with(".//")) {
      collectDeep(root, std::string_view(selector).substr(3), found);
    } else {
      collectPath(root, selector, found);
    }
  }
  return found;
}

std::optional<Value> valueOf(const XmlElement& element, const std::vector<std::string>& fields) {
  Value value;
  for (const std::string& field : fields) {
    const std::string* text = findAttribute(element, field);
    if (text == nullptr) return std::nullopt;
    value.push_back(*text);
  }
  return value;
}

std::string textOf(const Value& value) {
  std::string text;
  for (const std::string& part : value) text += (text.empty() ? "" : " ") + part;
  return text;
}

std::string fieldsOf(const XmlKeyRule& rule) {
  std::string text;
  for (const std::string& field : rule.fields) text += (text.empty() ? "" : " and ") + field;
  return text;
}

}  // namespace

std::vector<std::string> checkXmlKeys(const XmlElement& root, const std::vector<XmlKeyRule>& keys,
                                      const std::string& file_name) {
  std::vector<std::string> errors;
  const auto report = [&](const XmlElement& element, const std::string& what) {
    errors.push_back(file_name + ":" + std::to_string(element.line) + ": " + what);
  };
  std::map<std::string, std::set<Value>> known;
  for (const XmlKeyRule& rule : keys) {
    if (rule.kind == XmlKeyRule::Kind::Reference) continue;
    std::set<Value>& values = known[rule.name];
    for (const XmlElement* element : selected(root, rule)) {
      const auto value = valueOf(*element, rule.fields);
      if (!value) {
        if (rule.kind == XmlKeyRule::Kind::Key)
          report(*element, "'" + element->name + "' lacks its " + fieldsOf(rule));
      } else if (!values.insert(*value).second) {
        report(*element, "'" + element->name + "' has " + fieldsOf(rule) + " '" + textOf(*value) +
                             "', which another " + rule.name + " already has");
      }
    }
  }
  for (const XmlKeyRule& rule : keys) {
    if (rule.kind != XmlKeyRule::Kind::Reference) continue;
    const std::set<Value>& values = known[rule.refers];
    for (const XmlElement* element : selected(root, rule)) {
      const auto value = valueOf(*element, rule.fields);
      if (!value || values.contains(*value)) continue;
      report(*element, "'" + element->name + "' names " + rule.refers + " '" + textOf(*value) +
                           "', which this document does not have");
    }
  }
  return errors;
}

}  // namespace bom
