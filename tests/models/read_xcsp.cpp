// XCSP 2.1: domains of whole numbers, variables, and relations of allowed or forbidden tuples.
#include <tinyxml2.h>

#include <map>
#include <sstream>
#include <stdexcept>

#include "tests/models/read_model.h"

namespace models {
namespace {

using configurator::engine::DomainModel;
using configurator::engine::Table;

class XcspReader {
 public:
  explicit XcspReader(std::string name) : name_(std::move(name)) {}
  ForeignModel read(const std::string& text);

 private:
  [[noreturn]] void refuse(const tinyxml2::XMLElement* element, const std::string& what) const {
    throw std::runtime_error(name_ + ":" + std::to_string(element != nullptr ? element->GetLineNum() : 1) +
                             ": " + what);
  }
  std::string attribute(const tinyxml2::XMLElement* element, const char* key) const;
  std::string content(const tinyxml2::XMLElement* element) const {
    return element->GetText() != nullptr ? element->GetText() : "";
  }
  void readDomain(const tinyxml2::XMLElement* element);
  void readVariable(const tinyxml2::XMLElement* element);
  void readConstraint(const tinyxml2::XMLElement* element);
  std::vector<int> readRow(const std::string& text, const Table& table,
                           const tinyxml2::XMLElement* element) const;
  template <typename Read>
  void eachOf(const tinyxml2::XMLElement* root, const char* list, const char* one, Read read) const;

  std::string name_;
  DomainModel model_;
  std::map<std::string, std::vector<std::string>> domains_;
  std::map<std::string, const tinyxml2::XMLElement*> relations_;
  std::map<std::string, int> variables_;
};

std::string XcspReader::attribute(const tinyxml2::XMLElement* element, const char* key) const {
  const char* value = element->Attribute(key);
  if (value == nullptr) refuse(element, std::string("no attribute ") + key);
  return value;
}

/// Values one by one, or ranges such as 0..7.
void XcspReader::readDomain(const tinyxml2::XMLElement* element) {
  std::vector<std::string>& values = domains_[attribute(element, "name")];
  std::istringstream words(content(element));
  for (std::string word; words >> word;) {
    const std::size_t dots = word.find("..");
    if (dots == std::string::npos) {
      values.push_back(word);
      continue;
    }
    for (int value = std::stoi(word); value <= std::stoi(word.substr(dots + 2)); ++value) {
      values.push_back(std::to_string(value));
    }
  }
  if (values.empty()) refuse(element, "a domain without values");
}

void XcspReader::readVariable(const tinyxml2::XMLElement* element) {
  const auto domain = domains_.find(attribute(element, "domain"));
  if (domain == domains_.end()) refuse(element, "no such domain");
  const std::string name = attribute(element, "name");
  variables_[name] = model_.addVariable(name, domain->second);
}

std::vector<int> XcspReader::readRow(const std::string& text, const Table& table,
                                     const tinyxml2::XMLElement* element) const {
  std::vector<int> row;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (row.size() == table.variables.size()) refuse(element, "a tuple is too long");
    const int variable = table.variables[row.size()];
    int value = 0;
    while (value < model_.valueCount(variable) && model_.valueName(variable, value) != word) ++value;
    // A value that the variable does not have makes a tuple that never occurs.
    if (value == model_.valueCount(variable)) return {};
    row.push_back(value);
  }
  return row;
}

void XcspReader::readConstraint(const tinyxml2::XMLElement* element) {
  const auto relation = relations_.find(attribute(element, "reference"));
  if (relation == relations_.end()) refuse(element, "no such relation");
  Table table;
  table.allowed = attribute(relation->second, "semantics") != "conflicts";
  std::istringstream scope(attribute(element, "scope"));
  for (std::string word; scope >> word;) {
    const auto variable = variables_.find(word);
    if (variable == variables_.end()) refuse(element, "no variable " + word);
    table.variables.push_back(variable->second);
  }
  std::istringstream rows(content(relation->second));
  for (std::string text; std::getline(rows, text, '|');) {
    std::vector<int> row = readRow(text, table, relation->second);
    if (row.size() == table.variables.size()) table.rows.push_back(std::move(row));
  }
  model_.addTable(std::move(table));
}

template <typename Read>
void XcspReader::eachOf(const tinyxml2::XMLElement* root, const char* list, const char* one,
                        Read read) const {
  const tinyxml2::XMLElement* all = root->FirstChildElement(list);
  if (all == nullptr) refuse(root, std::string("no element ") + list);
  for (const auto* element = all->FirstChildElement(one); element != nullptr;
       element = element->NextSiblingElement(one)) {
    read(element);
  }
}

ForeignModel XcspReader::read(const std::string& text) {
  tinyxml2::XMLDocument document;
  if (document.Parse(text.data(), text.size()) != tinyxml2::XML_SUCCESS) refuse(nullptr, document.ErrorStr());
  const tinyxml2::XMLElement* root = document.RootElement();
  using Element = tinyxml2::XMLElement;
  eachOf(root, "domains", "domain", [&](const Element* element) { readDomain(element); });
  eachOf(root, "variables", "variable", [&](const Element* element) { readVariable(element); });
  eachOf(root, "relations", "relation",
         [&](const Element* element) { relations_[attribute(element, "name")] = element; });
  eachOf(root, "constraints", "constraint", [&](const Element* element) { readConstraint(element); });
  return {std::move(model_), 0};
}

}  // namespace

ForeignModel parseXcsp(const std::string& text, const std::string& name) {
  return XcspReader(name).read(text);
}

}  // namespace models
