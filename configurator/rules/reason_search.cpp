// One minimal reason by leaving out part after part; all of them, shortest first, by hitting sets.
#include "configurator/rules/reason_search.h"

#include <algorithm>

#include "configurator/rules/hitting_sets.h"

namespace configurator::engine {
namespace {

std::vector<std::int8_t> marksOf(const std::vector<int>& elements, std::size_t size) {
  std::vector<std::int8_t> marks(size, 0);
  for (const int element : elements) marks[element] = 1;
  return marks;
}

}  // namespace

bool Explanation::operator==(const Explanation& other) const {
  const auto same = [](const Choice& one, const Choice& two) {
    return one.variable == two.variable && one.value == two.value;
  };
  return constraints == other.constraints &&
         std::equal(choices.begin(), choices.end(), other.choices.begin(), other.choices.end(), same);
}

ReasonSearch::ReasonSearch(const DomainModel& model)
    : model_(model),
      encoding_(encode(model, search_, Guards::one_each)),
      base_(search_.variableCount()),
      element_of_(2 * static_cast<std::size_t>(search_.variableCount()), -1) {}

void ReasonSearch::ask(const std::vector<Choice>& choices, std::optional<Literal> wanted) {
  for (const Lit lit : elements_) element_of_[lit] = -1;
  choices_ = choices;
  // Of a variable given two values both stay: they are a reason by themselves.
  std::sort(choices_.begin(), choices_.end(), [](const Choice& one, const Choice& other) {
    return one.variable != other.variable ? one.variable < other.variable : one.value < other.value;
  });
  const auto same = [](const Choice& one, const Choice& other) {
    return one.variable == other.variable && one.value == other.value;
  };
  choices_.erase(std::unique(choices_.begin(), choices_.end(), same), choices_.end());
  elements_ = encoding_.guards;
  for (const Choice& choice : choices_) {
    elements_.push_back(encoding_.values[model_.firstValue(choice.variable) + choice.value]);
  }
  for (std::size_t element = 0; element < elements_.size(); ++element) {
    element_of_[elements_[element]] = static_cast<int>(element);
  }
  wanted_.reset();
  if (wanted) wanted_ = encoding_.of(model_, *wanted);
}

bool ReasonSearch::canStand(const std::vector<std::int8_t>& elements) {
  std::vector<Lit> assumptions;
  for (std::size_t element = 0; element < elements_.size(); ++element) {
    if (elements[element] != 0) assumptions.push_back(elements_[element]);
    // Behind the constraints, so that what follows from them alone is propagated but once.
    if (wanted_ && element + 1 == encoding_.guards.size()) assumptions.push_back(*wanted_);
  }
  if (wanted_ && encoding_.guards.empty()) assumptions.insert(assumptions.begin(), *wanted_);
  if (!search_.find(assumptions, base_, has_base_ ? 0 : -1)) return false;
  base_ = search_.solution();
  has_base_ = true;
  return true;
}

std::vector<int> ReasonSearch::coreElements() {
  std::vector<int> elements;
  for (const Lit lit : search_.core()) {
    if (element_of_[lit] >= 0 && !(wanted_ && *wanted_ == lit)) elements.push_back(element_of_[lit]);
  }
  return elements;
}

/// From elements that cannot stand together. Each is left out in turn, the last first; it stays out when the
/// rest still cannot stand. A known core spares the test of what is not in it without changing the outcome.
std::vector<int> ReasonSearch::shrink(const std::vector<std::int8_t>& elements) {
  std::vector<std::int8_t> left = elements;
  std::vector<std::int8_t> core = marksOf(coreElements(), left.size());
  for (std::size_t element = left.size(); element-- > 0;) {
    if (left[element] == 0) continue;
    left[element] = 0;
    if (core[element] == 0) continue;
    if (canStand(left)) {
      left[element] = 1;
    } else {
      core = marksOf(coreElements(), left.size());
    }
  }
  std::vector<int> needed;
  for (std::size_t element = 0; element < left.size(); ++element) {
    if (left[element] != 0) needed.push_back(static_cast<int>(element));
  }
  return needed;
}

Explanation ReasonSearch::named(const std::vector<int>& elements) const {
  Explanation explanation;
  const int constraints = static_cast<int>(encoding_.guards.size());
  for (const int element : elements) {
    if (element < constraints) {
      explanation.constraints.push_back(element);
    } else {
      explanation.choices.push_back(choices_[element - constraints]);
    }
  }
  return explanation;
}

std::optional<Explanation> ReasonSearch::explain(const std::vector<Choice>& choices,
                                                 std::optional<Literal> wanted) {
  ask(choices, wanted);
  const std::vector<std::int8_t> all(elements_.size(), 1);
  if (canStand(all)) return std::nullopt;
  return named(shrink(all));
}

bool ReasonSearch::holdsInFound(int element) const {
  const int constraints = static_cast<int>(encoding_.guards.size());
  if (element < constraints) return model_.keeps(found_, element);
  const Choice& choice = choices_[element - constraints];
  return found_[choice.variable] == choice.value;
}

/// From elements that can stand: adds what can be added, and returns what must stay out.
std::vector<int> ReasonSearch::grow(std::vector<std::int8_t> elements) {
  const auto takeWhatHolds = [&] {
    found_ = designOf(model_, encoding_, base_);
    for (std::size_t element = 0; element < elements.size(); ++element) {
      if (elements[element] == 0 && holdsInFound(static_cast<int>(element))) elements[element] = 1;
    }
  };
  takeWhatHolds();
  std::vector<int> out;
  for (std::size_t element = 0; element < elements.size(); ++element) {
    if (elements[element] != 0) continue;
    elements[element] = 1;
    if (canStand(elements)) {
      takeWhatHolds();
    } else {
      elements[element] = 0;
      out.push_back(static_cast<int>(element));
    }
  }
  return out;
}

Explanations ReasonSearch::explainAll(const std::vector<Choice>& choices, std::optional<Literal> wanted,
                                      int limit) {
  ask(choices, wanted);
  Explanations explanations;
  if (canStand(std::vector<std::int8_t>(elements_.size(), 1))) {
    explanations.all = true;
    return explanations;
  }
  HittingSets proposals(std::vector<SetCost>(elements_.size(), {0, 1, 0}));
  while (static_cast<int>(explanations.found.size()) < limit) {
    const auto proposal = proposals.cheapest();
    if (!proposal) {
      explanations.all = !proposals.gaveUp();
      return explanations;
    }
    const std::vector<std::int8_t> marks = marksOf(*proposal, elements_.size());
    if (canStand(marks)) {
      proposals.mustHit(grow(marks));
    } else {
      explanations.found.push_back(named(*proposal));
      proposals.block(*proposal);
    }
  }
  return explanations;
}

}  // namespace configurator::engine
