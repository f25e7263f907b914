// The finder's road through a compiled diagram. A label is a design in part: a way from the diagram's root to
// one of its nodes, with its sums so far. Layer after layer every label is continued by every value; at a
// node a label with no smaller sum than another one is left out, and so is one whose bound exceeds the best
// design known. The bound is that of the node below, by the sweep of diagram_sweep.cpp: for each sum alone,
// and for the objective with every cap put on it at a price (Lagrange), which is what closes the gap.
// A pass keeps only so many labels in a layer. Where none had to be dropped, what it found is proven; else
// the next pass keeps more.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "configurator/rules/best_designs.h"

namespace configurator::engine {

class LabelSearch {
 public:
  LabelSearch(const DomainModel& model, const Diagram& diagram, const FinderProblem& problem);

  FinderAnswer run(const FinderLimits& limits);

 private:
  using Sums = std::vector<std::vector<std::int64_t>>;  ///< least sum below, by layer and node

  struct Edge {
    int value = 0, child = 0;
  };
  struct Label {
    std::int64_t objective = 0, effort = 0, bound = 0;
    std::array<std::int64_t, kMostCaps> sums{};
    int node = 0, parent = 0, value = 0;
  };
  /// How a label came about; kept for all layers.
  struct Step {
    int parent = 0, value = 0;
  };

  void collectEdges();
  void thinOut(std::size_t level, std::vector<Edge>& edges) const;
  std::int64_t weightOf(const ValueCosts& weights, std::size_t level, int value) const;
  Sums sweep(const ValueCosts& weights) const;
  Design cheapestWay(const Sums& sums, const ValueCosts& weights) const;

  void priceCaps(BestDesigns& best);
  struct Dual {
    std::int64_t bound = 0;
    Design design;
  };
  ValueCosts pricedWeights(const std::vector<std::int64_t>& prices) const;
  Dual dualAt(const std::vector<std::int64_t>& prices) const;
  void improvePrice(std::size_t cap, BestDesigns& best);
  bool exceeds(std::size_t cap, const Design& design) const;
  std::int64_t dualBound(std::int64_t priced_sum) const;

  std::optional<std::int64_t> boundOf(const Label& label, std::size_t level) const;
  bool pass(std::size_t width, BestDesigns& best, WorkMeter& meter);
  std::vector<Label> continued(std::size_t level, const std::vector<Label>& labels,
                               std::int64_t ceiling) const;
  void leaveOutDominated(std::vector<Label>& labels) const;
  bool isNoBetter(const Label& label, const Label& other) const;
  void narrow(std::vector<Label>& labels, std::size_t width);
  Design designOf(std::size_t last) const;

  const DomainModel& model_;
  const FinderProblem& problem_;
  std::size_t layer_count_;
  std::vector<int> variables_;                         ///< by layer
  std::vector<std::vector<std::vector<Edge>>> edges_;  ///< by layer and node: those that are allowed
  Sums objective_below_, priced_below_;
  std::vector<Sums> caps_below_;
  std::int64_t scale_ = 1;            ///< of the objective in priced sums
  std::vector<std::int64_t> prices_;  ///< of one unit over a cap, in priced sums
  std::int64_t most_price_ = 0;
  ValueCosts priced_;
  std::vector<std::vector<Step>> steps_;  ///< by layer
  std::int64_t proven_bound_ = 0;
  std::int64_t dropped_bound_ = 0;  ///< the least of the labels that this pass dropped
};

}  // namespace configurator::engine
