// Walks a tree along its grammar. Elements have one content wherever they stand, so a name finds its rule.
#include "bom/xml_rules.h"

#include <algorithm>
#include <map>

#include "bom/require.h"
#include "bom/xml_keys.h"
#include "bom/xml_values.h"

namespace bom {

namespace {

std::vector<std::string_view> wordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

XmlChildRule parseChild(std::string_view word) {
  XmlChildRule child;
  const char mark = word.back();
  if (mark == '?' || mark == '*') child.least = 0;
  child.many = mark == '*' || mark == '+';
  if (child.many || mark == '?') word.remove_suffix(1);
  child.name = word;
  return child;
}

XmlAttributeRule parseAttribute(std::string_view word) {
  const std::size_t colon = word.find(':');
  require(colon != std::string_view::npos, "an attribute's rule names its type");
  XmlAttributeRule attribute;
  attribute.type = word.substr(colon + 1);
  attribute.required = word[colon - 1] != '?';
  attribute.name = word.substr(0, attribute.required ? colon : colon - 1);
  return attribute;
}

std::string wantsText(const XmlValueType& type) {
  if (!type.wants.empty()) return std::string(type.wants);
  std::string text = "one of";
  for (const std::string_view value : type.values) text += " " + std::string(value);
  return text;
}

class Checker {
 public:
  Checker(const XmlRules& rules, const std::string& file_name)
      : file_name_(file_name), target_(rules.target) {
    for (const XmlElementRule& rule : rules.elements) by_name_.emplace(rule.name, &rule);
  }

  std::vector<std::string> check(const XmlElement& root, const std::string& root_name) {
    if (root.name != root_name) {
      report(root, "the root element must be '" + root_name + "', not '" + root.name + "'");
      return std::move(errors_);
    }
    const std::string* target = findAttribute(root, "xmlns");
    if (target == nullptr || *target != target_) report(root, "the namespace must be '" + target_ + "'");
    checkElement(root, true);
    return std::move(errors_);
  }

 private:
  void report(const XmlElement& element, const std::string& what) {
    errors_.push_back(file_name_ + ":" + std::to_string(element.line) + ": " + what);
  }

  void checkElement(const XmlElement& element, bool is_root) {
    const XmlElementRule& rule = *by_name_.at(element.name);
    checkAttributes(element, rule, is_root);
    checkText(element, rule);
    checkChildren(element, rule);
  }

  void checkAttributes(const XmlElement& element, const XmlElementRule& rule, bool is_root) {
    for (const auto& [name, value] : element.attributes) {
      if (is_root && name == "xmlns") continue;
      const auto known = std::find_if(
          rule.attributes.begin(), rule.attributes.end(),
          [&, key = std::string_view(name)](const XmlAttributeRule& r) { return r.name == key; });
      if (known == rule.attributes.end()) {
        report(element, "'" + element.name + "' has no attribute '" + name + "'");
      } else {
        checkValue(element, "attribute '" + name + "' of '" + element.name + "'", known->type, value);
      }
    }
    for (const XmlAttributeRule& attribute : rule.attributes) {
      if (attribute.required && findAttribute(element, attribute.name) == nullptr) {
        report(element, "'" + element.name + "' lacks attribute '" + attribute.name + "'");
      }
    }
  }

  void checkValue(const XmlElement& element, const std::string& where, std::string_view type_name,
                  const std::string& value) {
    const XmlValueType& type = xmlValueType(type_name);
    if (acceptsValue(type, value)) return;
    report(element, where + " is '" + value + "'; it must be " + wantsText(type));
  }

  void checkText(const XmlElement& element, const XmlElementRule& rule) {
    if (!rule.text_type.empty()) {
      if (element.children.empty()) {
        checkValue(element, "'" + element.name + "'", rule.text_type, element.text);
      } else {
        report(element, "'" + element.name + "' holds text, not elements");
      }
      return;
    }
    // Blanks are indentation where elements are expected, and wrong where nothing is.
    const bool blank = element.text.find_first_not_of(" \t\n\r") == std::string::npos;
    if (!blank) report(element, "'" + element.name + "' holds no text");
  }

  void checkChildren(const XmlElement& element, const XmlElementRule& rule) {
    if (!rule.text_type.empty()) return;
    std::size_t place = 0;
    int count = 0;
    for (const XmlElement& child : element.children) {
      const std::size_t found = placeOf(rule, child.name);
      if (found == rule.children.size()) {
        report(child, "'" + child.name + "' is not allowed in '" + element.name + "'");
        continue;
      }
      if (found < place) {
        report(child, "'" + child.name + "' stands too late in '" + element.name + "'");
      } else {
        for (; place < found; ++place, count = 0) reportMissing(element, rule.children[place], count);
        if (++count > 1 && !rule.children[place].many) {
          report(child, "'" + element.name + "' holds one '" + child.name + "' only");
        }
      }
      checkElement(child, false);
    }
    for (; place < rule.children.size(); ++place, count = 0)
      reportMissing(element, rule.children[place], count);
  }

  static std::size_t placeOf(const XmlElementRule& rule, std::string_view name) {
    const auto found = std::find_if(rule.children.begin(), rule.children.end(),
                                    [&](const XmlChildRule& child) { return child.name == name; });
    return static_cast<std::size_t>(found - rule.children.begin());
  }

  void reportMissing(const XmlElement& element, const XmlChildRule& child, int count) {
    if (count >= child.least) return;
    report(element, "'" + element.name + "' lacks a '" + child.name + "'");
  }

  const std::string& file_name_;
  const std::string& target_;
  std::map<std::string, const XmlElementRule*, std::less<>> by_name_;
  std::vector<std::string> errors_;
};

}  // namespace

XmlElementRule parseXmlRow(const XmlRow& row) {
  XmlElementRule rule;
  rule.name = row.name;
  rule.note = row.note;
  for (const std::string_view word : wordsOf(row.attributes)) rule.attributes.push_back(parseAttribute(word));
  if (row.content.starts_with('#')) {
    rule.text_type = row.content.substr(1);
  } else {
    for (const std::string_view word : wordsOf(row.content)) rule.children.push_back(parseChild(word));
  }
  return rule;
}

std::vector<std::string> checkXmlRules(const XmlElement& root, const XmlRules& rules,
                                       const std::string& file_name) {
  std::vector<std::string> errors = Checker(rules, file_name).check(root, rules.root);
  // Ids of a document with another root or a broken structure are still worth a look: all errors come at
  // once.
  if (root.name == rules.root) {
    for (std::string& error : checkXmlKeys(root, rules.keys, file_name)) errors.push_back(std::move(error));
  }
  return errors;
}

}  // namespace bom
