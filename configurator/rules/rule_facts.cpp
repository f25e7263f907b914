// Answers what rules ask of an order.
#include "configurator/rules/rule_facts.h"

#include <algorithm>

namespace configurator {

bool holds(const RuleFacts& facts, const Rule::Term& term) {
  const auto fact = facts.find(term.fact);
  if (fact == facts.end()) return false;
  return std::any_of(term.values.begin(), term.values.end(),
                     [&](const std::string& word) { return fact->second.count(word) == 1; });
}

RuleFacts askedFacts(const Catalog& catalog, const RuleFacts& facts) {
  RuleFacts asked;
  for (const Rule& rule : catalog.rules) {
    for (const auto* terms : {&rule.when, &rule.then}) {
      for (const Rule::Term& term : *terms) {
        const auto fact = facts.find(term.fact);
        if (fact == facts.end()) continue;
        for (const std::string& word : term.values) {
          if (fact->second.count(word) == 1) asked[term.fact].insert(word);
        }
      }
    }
  }
  return asked;
}

}  // namespace configurator
