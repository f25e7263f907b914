// Writing and reading tech pack documents. Both ends check the same rules: a document that breaks them is
// never written, and never passed on.
#include "bom/tech_pack.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "bom/tech_pack_rules.h"
#include "bom/tech_pack_tree.h"
#include "bom/xml_tree.h"

namespace bom {

namespace {

/// What the XSD cannot say: an edition for the factory carries no money.
void checkFactory(const XmlElement& element, const std::string& file_name, std::vector<std::string>& errors) {
  const auto report = [&](const std::string& what) {
    errors.push_back(file_name + ":" + std::to_string(element.line) + ": " + what +
                     " in the factory edition");
  };
  for (const auto& [name, value] : element.attributes) {
    if (name == "unit-price" || name == "extended" || name == "currency")
      report("'" + element.name + "' has " + name);
  }
  if (element.name == "CostSheet") {
    const std::string* status = findAttribute(element, "status");
    if (status == nullptr || *status != "withheld" || !element.children.empty())
      report("the cost sheet is not withheld");
  }
  for (const XmlElement& child : element.children) checkFactory(child, file_name, errors);
}

const XmlElement* childOf(const XmlElement& parent, const std::string& name) {
  const auto found = std::find_if(parent.children.begin(), parent.children.end(),
                                  [&](const XmlElement& child) { return child.name == name; });
  return found == parent.children.end() ? nullptr : &*found;
}

std::set<std::string> namedBy(const XmlElement& parent, const std::string& child, const char* attribute) {
  std::set<std::string> names;
  for (const XmlElement& one : parent.children) {
    const std::string* name = one.name == child ? findAttribute(one, attribute) : nullptr;
    if (name != nullptr) names.insert(*name);
  }
  return names;
}

/// The other thing that it cannot say: every measure has a figure in every size.
void checkSizeTable(const XmlElement& root, const std::string& file_name, std::vector<std::string>& errors) {
  const XmlElement* table = childOf(root, "Measurements");
  const XmlElement* run = table == nullptr ? nullptr : childOf(*table, "SizeRun");
  if (run == nullptr) return;
  const std::set<std::string> sizes = namedBy(*run, "Size", "id");
  for (const XmlElement& measure : table->children) {
    if (measure.name != "Measure") continue;
    const std::set<std::string> given = namedBy(measure, "SizeSpec", "size");
    for (const std::string& size : sizes) {
      if (given.count(size) == 1) continue;
      const std::string* id = findAttribute(measure, "id");
      errors.push_back(file_name + ":" + std::to_string(measure.line) + ": measure '" +
                       (id == nullptr ? "" : *id) + "' has no figure for size '" + size + "'");
    }
  }
}

std::vector<std::string> checkTechPack(const XmlElement& root, const std::string& file_name) {
  std::vector<std::string> errors = checkXmlRules(root, techPackRules(), file_name);
  checkSizeTable(root, file_name, errors);
  const std::string* edition = findAttribute(root, "edition");
  if (edition != nullptr && *edition == "factory") checkFactory(root, file_name, errors);
  return errors;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

}  // namespace

std::string writeTechPackXml(const TechPack& tech_pack) {
  const XmlElement root = buildTechPackTree(tech_pack);
  const std::vector<std::string> errors = checkTechPack(root, "techpack.xml");
  if (!errors.empty()) throw std::logic_error("this product makes no valid tech pack:\n" + joined(errors));
  return writeXmlTree(root);
}

Result<std::string> rewriteTechPackXml(std::string_view xml, std::string_view file_name) {
  const std::string file(file_name);
  const auto root = parseXmlTree(xml, file);
  if (!root) return tl::unexpected(root.error());
  const std::vector<std::string> errors = checkTechPack(*root, file);
  if (!errors.empty()) return failure(joined(errors));
  return writeXmlTree(*root);
}

}  // namespace bom
