// Sweeps over a compiled diagram: up from the last variable, down from the first; where they meet stand the
// answers for every value. What is added and what is multiplied makes the question: possible, how many, how
// cheap.
#include <algorithm>
#include <limits>

#include "configurator/catalog/require.h"
#include "configurator/rules/diagram.h"

namespace configurator::engine {
namespace {

struct Possible {
  using Value = std::int8_t;
  static Value none() { return 0; }
  static Value one() { return 1; }
  static void add(Value& sum, const Value& part) { sum = static_cast<Value>(sum | part); }
  static Value times(const Value& one, const Value& other) { return static_cast<Value>(one & other); }
  static bool isNone(const Value& value) { return value == 0; }
};

struct HowMany {
  using Value = BigCount;
  static Value none() { return {}; }
  static Value one() { return BigCount(1); }
  static void add(Value& sum, const Value& part) { sum += part; }
  static Value times(const Value& one, const Value& other) { return one * other; }
  static bool isNone(const Value& value) { return value.isZero(); }
};

struct HowCheap {
  using Value = SetCost;
  static Value none() { return {std::numeric_limits<std::int64_t>::max(), 0, 0}; }
  static Value one() { return {}; }
  static void add(Value& sum, const Value& part) { sum = std::min(sum, part); }
  static Value times(const Value& one, const Value& other) {
    return isNone(one) || isNone(other) ? none() : one + other;
  }
  static bool isNone(const Value& value) { return value == none(); }
};

}  // namespace

/// `factors`: what each value's edge multiplies by, none() where the value is not allowed.
template <typename Algebra>
class DiagramSweep {
 public:
  using Value = typename Algebra::Value;

  DiagramSweep(const Diagram& diagram, const std::vector<Value>& factors)
      : diagram_(diagram), factors_(factors) {
    below_.resize(diagram.layers_.size() + 1);
    below_.back().assign(1, Algebra::one());
    for (std::size_t level = diagram.layers_.size(); level-- > 0;) sweepUp(level);
  }

  Value whole() const { return below_.front().empty() ? Algebra::none() : below_.front().front(); }

  /// For each value the sum over all designs that have it, its own variable's factors left out.
  std::vector<Value> ofEachValue() const {
    std::vector<Value> answers(diagram_.values_.totalValues(), Algebra::none());
    std::vector<Value> above(below_.front().size(), Algebra::one());
    for (std::size_t level = 0; level < diagram_.layers_.size(); ++level)
      above = sweepDown(level, above, answers);
    return answers;
  }

 private:
  void sweepUp(std::size_t level) {
    const Diagram::Layer& layer = diagram_.layers_[level];
    const Value* factor = factors_.data() + diagram_.values_.firstValue(layer.variable);
    std::vector<Value>& here = below_[level];
    here.assign(layer.nodeCount(), Algebra::none());
    const int* child = layer.children.data();
    for (Value& sum : here) {
      for (int value = 0; value < layer.width; ++value, ++child) {
        if (*child < 0 || Algebra::isNone(factor[value])) continue;
        Algebra::add(sum, Algebra::times(factor[value], below_[level + 1][*child]));
      }
    }
  }

  std::vector<Value> sweepDown(std::size_t level, const std::vector<Value>& above,
                               std::vector<Value>& answers) const {
    const Diagram::Layer& layer = diagram_.layers_[level];
    const int first = diagram_.values_.firstValue(layer.variable);
    std::vector<Value> next(below_[level + 1].size(), Algebra::none());
    const int* child = layer.children.data();
    for (const Value& so_far : above) {
      for (int value = 0; value < layer.width; ++value, ++child) {
        if (*child < 0 || Algebra::isNone(so_far)) continue;
        Algebra::add(answers[first + value], Algebra::times(so_far, below_[level + 1][*child]));
        if (Algebra::isNone(factors_[first + value])) continue;
        Algebra::add(next[*child], Algebra::times(so_far, factors_[first + value]));
      }
    }
    return next;
  }

  const Diagram& diagram_;
  const std::vector<Value>& factors_;
  std::vector<std::vector<Value>> below_;  ///< by layer and node
};

std::optional<std::vector<Choice>> Diagram::sorted(const std::vector<Choice>& choices) const {
  return sortedChoices(values_, choices);
}

Diagram::Allowed Diagram::allowedBy(const std::vector<Choice>& choices, std::optional<Literal> wanted) const {
  Allowed allowed(values_.totalValues(), 1);
  const auto demand = [&](const Literal& literal) {
    const int first = values_.firstValue(literal.variable);
    for (int value = 0; value < values_.valueCount(literal.variable); ++value) {
      if ((value == literal.value) != literal.equal) allowed[first + value] = 0;
    }
  };
  for (const Choice& choice : choices) demand({choice.variable, choice.value, true});
  if (wanted) demand(*wanted);
  return allowed;
}

Domains Diagram::domains(const std::vector<Choice>& choices, OwnChoice own) const {
  Domains none{false, std::vector<ValueState>(values_.totalValues(), ValueState::blocked)};
  for (const Choice& choice : choices)
    none.states[values_.firstValue(choice.variable) + choice.value] = ValueState::chosen;
  const auto in_order = sorted(choices);
  if (!in_order) return none;
  const Allowed allowed = allowedBy(*in_order, {});
  const DiagramSweep<Possible> sweep(*this, allowed);
  if (sweep.whole() == 0) return none;
  const std::vector<std::int8_t> each = sweep.ofEachValue();
  BitRow possible(values_.totalValues());
  for (int value = 0; value < values_.totalValues(); ++value) {
    possible.set(value, each[value] != 0 && (own == OwnChoice::taken_back || allowed[value] != 0));
  }
  return domainsOf(values_, *in_order, possible);
}

BigCount Diagram::count(const std::vector<Choice>& choices) const {
  const auto in_order = sorted(choices);
  if (!in_order) return {};
  const Allowed allowed = allowedBy(*in_order, {});
  const std::vector<BigCount> factors(allowed.begin(), allowed.end());
  return DiagramSweep<HowMany>(*this, factors).whole();
}

std::vector<BigCount> Diagram::counts(const std::vector<Choice>& choices) const {
  const auto in_order = sorted(choices);
  if (!in_order) return std::vector<BigCount>(values_.totalValues());
  const Allowed allowed = allowedBy(*in_order, {});
  const std::vector<BigCount> factors(allowed.begin(), allowed.end());
  return DiagramSweep<HowMany>(*this, factors).ofEachValue();
}

/// `own_price` stands in for `price` at the value that is asked for.
std::vector<std::optional<SetCost>> Diagram::leastFor(const Allowed& allowed,
                                                      const std::vector<SetCost>& price,
                                                      const std::vector<SetCost>& own_price) const {
  std::vector<SetCost> factors = price;
  for (int value = 0; value < values_.totalValues(); ++value) {
    if (allowed[value] == 0) factors[value] = HowCheap::none();
  }
  const std::vector<SetCost> each = DiagramSweep<HowCheap>(*this, factors).ofEachValue();
  std::vector<std::optional<SetCost>> least(each.size());
  for (std::size_t value = 0; value < each.size(); ++value) {
    if (!HowCheap::isNone(each[value])) least[value] = each[value] + own_price[value];
  }
  return least;
}

namespace {

std::vector<SetCost> pricesOf(const ValueCosts& costs, std::size_t size) {
  require(costs.empty() || costs.size() == size, "costs name every value or none");
  std::vector<SetCost> prices(size);
  for (std::size_t value = 0; value < costs.size(); ++value) prices[value].weight = costs[value];
  return prices;
}

}  // namespace

std::vector<std::optional<std::int64_t>> Diagram::cheapest(const std::vector<Choice>& choices,
                                                           const ValueCosts& costs) const {
  std::vector<std::optional<std::int64_t>> answers(values_.totalValues());
  const auto in_order = sorted(choices);
  if (!in_order) return answers;
  const std::vector<SetCost> prices = pricesOf(costs, answers.size());
  const auto least = leastFor(allowedBy(*in_order, {}), prices, prices);
  for (std::size_t value = 0; value < least.size(); ++value) {
    if (least[value]) answers[value] = least[value]->weight;
  }
  return answers;
}

/// The price of each value, and on top of it what it changes.
std::vector<SetCost> Diagram::changeCosts(const std::vector<Choice>& choices, const ValueCosts& costs) const {
  std::vector<SetCost> prices = pricesOf(costs, values_.totalValues());
  for (const Choice& choice : choices) {
    const int first = values_.firstValue(choice.variable);
    for (int value = 0; value < values_.valueCount(choice.variable); ++value) {
      if (value == choice.value) continue;
      prices[first + value] = prices[first + value] + SetCost{choice.pinned ? 1 : 0, 1, choice.weight};
    }
  }
  return prices;
}

std::vector<std::optional<SetCost>> Diagram::fewestChanges(const std::vector<Choice>& choices,
                                                           const ValueCosts& costs) const {
  const auto in_order = sorted(choices);
  require(in_order.has_value(), "a variable was chosen twice");
  return leastFor(allowedBy({}, {}), changeCosts(*in_order, costs), pricesOf(costs, values_.totalValues()));
}

/// Variable after variable the lowest value that is still as cheap.
std::optional<Design> Diagram::leastDesign(Allowed allowed, const std::vector<SetCost>& price) const {
  Design design(values_.variableCount(), 0);
  for (int variable = 0; variable < values_.variableCount(); ++variable) {
    const int first = values_.firstValue(variable), end = first + values_.valueCount(variable);
    if (std::count(allowed.begin() + first, allowed.begin() + end, 1) > 1 || variable == 0) {
      const auto least = leastFor(allowed, price, price);
      std::optional<SetCost> best;
      for (int value = first; value < end; ++value) {
        if (allowed[value] == 0 || !least[value] || (best && !(*least[value] < *best))) continue;
        best = least[value];
        design[variable] = value - first;
      }
      if (!best) return std::nullopt;
    } else {
      design[variable] = static_cast<int>(std::find(allowed.begin() + first, allowed.begin() + end, 1) -
                                          (allowed.begin() + first));
    }
    std::fill(allowed.begin() + first, allowed.begin() + end, 0);
    allowed[first + design[variable]] = 1;
  }
  return design;
}

std::optional<Design> Diagram::cheapestDesign(const std::vector<Choice>& choices, const ValueCosts& costs,
                                              std::optional<Literal> wanted) const {
  const auto in_order = sorted(choices);
  if (!in_order) return std::nullopt;
  return leastDesign(allowedBy(*in_order, wanted), pricesOf(costs, values_.totalValues()));
}

std::optional<Design> Diagram::designWithFewestChanges(const std::vector<Choice>& choices,
                                                       const ValueCosts& costs,
                                                       std::optional<Literal> wanted) const {
  auto in_order = sorted(choices);
  require(in_order.has_value(), "a variable was chosen twice");
  if (wanted)
    std::erase_if(*in_order, [&](const Choice& choice) { return choice.variable == wanted->variable; });
  return leastDesign(allowedBy({}, wanted), changeCosts(*in_order, costs));
}

}  // namespace configurator::engine
