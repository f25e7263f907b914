// Reads rules as their author wrote them. What their words stand for is worked out when the whole catalog is
// read (resolve_rules.cpp).
#include <utility>

#include "configurator/catalog/read_catalog.h"
#include "configurator/catalog/xml_shape.h"

namespace configurator {

namespace {

RuleVerb verbOf(const std::string& element) {
  if (element == "excludes") return RuleVerb::Excludes;
  if (element == "only-with") return RuleVerb::OnlyWith;
  if (element == "prefers") return RuleVerb::Prefers;
  if (element == "limit") return RuleVerb::Limit;
  if (element == "allows") return RuleVerb::Allows;
  return RuleVerb::Needs;
}

std::optional<Expression> testOf(const XmlElement& element, const std::string& text,
                                 CatalogReading& reading) {
  auto test = Expression::parseTest(text);
  if (test) return std::move(*test);
  reading.wrong(element, test.error().message);
  return std::nullopt;
}

/// Is it written in one of the four ways: a place, an attribute of a place, a fact, a comparison?
bool isWellFormed(const XmlElement& element) {
  const bool is = element.has("is"), negated = element.has("not"), having = element.has("having");
  if (element.has("test")) return !is && !negated && !having && !element.has("id") && !element.has("fact");
  if (element.has("fact")) return is && !negated && !having && !element.has("id");
  return element.has("id") && is != negated && !(negated && having);
}

void readTerm(const XmlElement& element, std::vector<Rule::Term>& terms, CatalogReading& reading) {
  if (!isWellFormed(element)) {
    reading.wrong(element, "<" + element.name +
                               "> needs id=\"…\" with is=\"…\", not=\"…\" or having=\"…\" is=\"…\", or "
                               "fact=\"…\" is=\"…\", or test=\"…\"");
    return;
  }
  Rule::Term term{element.attribute("id"), wordsOf(element.attribute("is"))};
  term.fact = element.attribute("fact");
  term.attribute = element.attribute("having");
  term.is_negated = element.has("not");
  term.words = term.is_negated ? wordsOf(element.attribute("not")) : term.values;
  if (element.has("test")) {
    term.test = testOf(element, element.attribute("test"), reading);
    if (!term.test) return;
  }
  terms.push_back(std::move(term));
}

void readLaw(const XmlElement& element, Rule& rule, CatalogReading& reading) {
  const XmlElement* law = element.child("law");
  if (law == nullptr) return;
  Rule::Term term;
  term.test = testOf(*law, collapsed(law->text), reading);
  if (term.test) rule.then.push_back(std::move(term));
  rule.absent_is_zero = element.attribute("absent") == "zero";
}

void readRule(const XmlElement& element, CatalogReading& reading) {
  Rule rule;
  rule.id = element.attribute("id");
  rule.verb = verbOf(element.name);
  rule.name = readLocalized(element, "name", reading);
  rule.because = readLocalized(element, "because", reading);
  rule.source = childText(element, "source");
  if (element.has("severity")) rule.severity = element.attribute("severity");
  if (rule.verb == RuleVerb::Prefers) rule.severity = "warning";
  for (const XmlElement* term : element.childrenNamed("when")) readTerm(*term, rule.when, reading);
  for (const XmlElement* term : element.childrenNamed("then")) readTerm(*term, rule.then, reading);
  readLaw(element, rule, reading);
  rule.table.file = element.attribute("file");
  if (const XmlElement* suggest = element.child("suggest"))
    rule.suggestion = {suggest->attribute("id"), suggest->attribute("is")};
  rule.at = reading.at(element);
  reading.claim("rule", rule.id, element);
  reading.catalog.rules.push_back(std::move(rule));
}

}  // namespace

void readRuleSection(const XmlElement& section, CatalogReading& reading) {
  if (section.name != "rules") return;
  for (const XmlElement& element : section.children) readRule(element, reading);
}

}  // namespace configurator
