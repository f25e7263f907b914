// The finder: of all designs with the given choices those with the least sum of weights, some other sums
// capped; or the front of two sums. It knows no packs and no prices: every value has whole-number weights,
// and weights add up. Complete: it goes on until what it found is proven least, and can be stopped at any
// moment with the best so far and a bound that no design is below.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include "configurator/rules/diagram.h"
#include "configurator/rules/search_engine.h"

namespace configurator::engine {

/// The sum of a design's weights is at most `limit`.
struct SumCap {
  ValueCosts weights;
  std::int64_t limit = 0;
};

/// At most so many caps, the front's own included.
constexpr std::size_t kMostCaps = 4;

/// Weights are by DomainModel::firstValue(variable) + value; negative ones are allowed. REQUIRES that the sum
/// of the largest weights of all variables stays below 2^50.
struct FinderProblem {
  std::vector<Choice> choices;
  ValueCosts objective;  ///< its sum is to be least
  std::vector<SumCap> caps;
  ValueCosts effort;  ///< of designs with equal sums the one with the least of these; may be empty
  int designs = 1;    ///< how many of the best, each with other sums than the others
};

struct FoundDesign {
  Design design;
  std::int64_t objective = 0;
  std::vector<std::int64_t> sums;  ///< of the caps
};

struct FinderProgress {
  std::optional<std::int64_t> best, bound;
  std::int64_t steps = 0;
};

struct FinderLimits {
  std::int64_t steps = 20'000'000;  ///< designs in part that are looked at: the same on every machine
  double seconds = 0;               ///< 0: as long as the steps take
  std::stop_token stop = {};
  std::function<void(const FinderProgress&)> progress = {};  ///< called now and then
};

struct FinderAnswer {
  bool proven = false;                ///< `designs` are the least there are; none: there is no design
  std::optional<std::int64_t> bound;  ///< no design has less; nothing where there is no design
  std::vector<FoundDesign> designs;   ///< the least first
  std::int64_t steps = 0;
};

/// Designs none of which is beaten in both sums by any other.
struct FinderFront {
  bool proven = false;               ///< each of them is on the front
  bool all = false;                  ///< and there are no others
  std::vector<FoundDesign> designs;  ///< ascending in the objective; the last of `sums` is the second sum
  std::int64_t steps = 0;
};

class Finder {
 public:
  /// `diagram`: of the same model, or null where it did not compile: then by search. REQUIRES that both
  /// outlive it. For one thread at a time.
  Finder(const DomainModel& model, const Diagram* diagram) : model_(&model), diagram_(diagram) {}

  FinderAnswer best(const FinderProblem& problem, const FinderLimits& limits = {});

  /// Of the objective and `second`; at most `most` designs, spread over the front. Both ends are among them.
  FinderFront front(const FinderProblem& problem, const ValueCosts& second, int most,
                    const FinderLimits& limits = {});

 private:
  const DomainModel* model_;
  const Diagram* diagram_;
  std::optional<SearchEngine> engine_;  ///< made when first needed
};

/// Sum of a design's weights.
std::int64_t sumOf(const DomainModel& model, const ValueCosts& weights, const Design& design);

}  // namespace configurator::engine
