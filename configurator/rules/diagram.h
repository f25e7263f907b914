// The fast engine: all designs of a model as one decision diagram, compiled once. One sweep up and down
// answers for every value of every variable at once: possible, how often, how cheaply, by how few changes. A
// compiled diagram never changes, so any number of threads may ask it. Small and middling models compile
// within the limits; where one does not, SearchEngine answers alone.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "configurator/rules/big_count.h"
#include "configurator/rules/choice.h"
#include "configurator/rules/domain_model.h"
#include "configurator/rules/hitting_sets.h"

namespace configurator::engine {

struct DiagramLimits {
  int nodes = 500'000;   ///< for the finished diagram, and for what is kept while building
  double seconds = 1.0;  ///< for all orders together. What is answered does not depend on which order won
  int orders = 6;        ///< orders of the variables to try, 1 or more
};

/// What a value adds to the price of a design that has it, by DomainModel::firstValue(variable) + value.
using ValueCosts = std::vector<std::int64_t>;

/// One edge of the diagram's graph is a value; each layer is a variable.
class Diagram {
 public:
  /// Nothing when every order went over the limits or the caller asked to stop.
  static std::optional<Diagram> compile(const DomainModel& model, const DiagramLimits& limits = {},
                                        std::stop_token stop = {});

  Domains domains(const std::vector<Choice>& choices, OwnChoice own = OwnChoice::stands) const;

  /// How many designs have the choices.
  BigCount count(const std::vector<Choice>& choices = {}) const;
  /// And how many of them each value, by firstValue + value; the variable's own choice taken back.
  std::vector<BigCount> counts(const std::vector<Choice>& choices = {}) const;

  /// The least price of a design with the choices and the value, for every value; the value's own variable is
  /// free. Nothing for what is blocked. Prices add up; they may be negative.
  std::vector<std::optional<std::int64_t>> cheapest(const std::vector<Choice>& choices,
                                                    const ValueCosts& costs) const;

  /// For every value the least change of the choices that allows it: pinned choices changed, then choices
  /// changed, then the price of the design plus the weights of the changed choices. A choice of the value's
  /// own variable is changed without being counted. `costs` may be empty: nothing costs.
  std::vector<std::optional<SetCost>> fewestChanges(const std::vector<Choice>& choices,
                                                    const ValueCosts& costs) const;

  /// A design that attains it, with `wanted` (variable, value) where given: of several the one with the
  /// lowest value of the first variable, then of the second, and so on.
  std::optional<Design> cheapestDesign(const std::vector<Choice>& choices, const ValueCosts& costs,
                                       std::optional<Literal> wanted = {}) const;
  std::optional<Design> designWithFewestChanges(const std::vector<Choice>& choices, const ValueCosts& costs,
                                                std::optional<Literal> wanted = {}) const;

  std::int64_t nodeCount() const { return nodes_; }
  std::int64_t edgeCount() const { return edges_; }

 private:
  /// The nodes of one variable; children are places in the next layer, negative: no design.
  struct Layer {
    int variable = 0;
    int width = 0;
    std::vector<int> children;  ///< node after node, a child for each value
    int nodeCount() const { return static_cast<int>(children.size()) / width; }
  };
  friend class DiagramBuilder;
  friend class LabelSearch;
  template <typename Algebra>
  friend class DiagramSweep;
  using Allowed = std::vector<std::int8_t>;  ///< by value
  Diagram() = default;

  std::optional<std::vector<Choice>> sorted(const std::vector<Choice>& choices) const;
  Allowed allowedBy(const std::vector<Choice>& choices, std::optional<Literal> wanted) const;
  std::vector<SetCost> changeCosts(const std::vector<Choice>& choices, const ValueCosts& costs) const;
  std::vector<std::optional<SetCost>> leastFor(const Allowed& allowed, const std::vector<SetCost>& price,
                                               const std::vector<SetCost>& own_price) const;
  std::optional<Design> leastDesign(Allowed allowed, const std::vector<SetCost>& price) const;

  DomainModel values_;  ///< variables and values alone
  std::vector<Layer> layers_;
  std::int64_t nodes_ = 0, edges_ = 0;
};

}  // namespace configurator::engine
