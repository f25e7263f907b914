// Writing and reading tech pack documents. Both ends check the same rules: a document that breaks them is
// never written, and never passed on.
#include "bom/tech_pack.h"

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

std::vector<std::string> checkTechPack(const XmlElement& root, const std::string& file_name) {
  std::vector<std::string> errors = checkXmlRules(root, techPackRules(), file_name);
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
