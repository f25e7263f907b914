// Which road is taken, and the front of two sums: the balanced box method (Boland, Charkhgard, Savelsbergh
// 2015). Between two neighbours on the front lies a box in which others may be. Its lower half is asked for
// the least first sum, then what is left of its upper half for the least second sum; each answer is on the
// front, and the boxes shrink. The largest box goes first, so that few designs are spread over all of it.
#include "configurator/rules/finder.h"

#include <algorithm>

#include "configurator/catalog/require.h"
#include "configurator/rules/bound_search.h"
#include "configurator/rules/label_search.h"

namespace configurator::engine {
namespace {

constexpr std::int64_t kNoLimit = std::int64_t{1} << 52;

/// A design of the front by its two sums, and two neighbours with what may lie between them.
struct Corner {
  std::int64_t first = 0, second = 0;
};
struct Box {
  Corner cheap, light;  ///< the one with the lesser first sum, and the one with the lesser second
  bool isEmpty() const { return light.first - cheap.first < 2 || cheap.second - light.second < 2; }
};

class FrontSearch {
 public:
  FrontSearch(Finder& finder, const FinderProblem& problem, const ValueCosts& second,
              const FinderLimits& limits)
      : finder_(finder), by_first_(problem), by_second_(problem), limits_(limits) {
    by_first_.designs = by_second_.designs = 1;
    by_first_.caps.push_back({second, kNoLimit});
    by_second_.objective = second;
    by_second_.caps.push_back({problem.objective, kNoLimit});
  }

  FinderFront run(std::size_t most) {
    front_.proven = true;
    most_ = most;
    start();
    while (front_.proven && !boxes_.empty() && front_.designs.size() < most) split(takeLargest());
    front_.all = front_.proven && boxes_.empty();
    std::sort(front_.designs.begin(), front_.designs.end(),
              [](const FoundDesign& a, const FoundDesign& b) { return a.objective < b.objective; });
    return std::move(front_);
  }

 private:
  std::optional<FoundDesign> leastFirst(std::int64_t most_second) {
    by_first_.caps.back().limit = most_second;
    return corner(by_first_);
  }
  std::optional<FoundDesign> leastSecond(std::int64_t most_first) {
    by_second_.caps.back().limit = most_first;
    auto found = corner(by_second_);
    if (found) std::swap(found->objective, found->sums.back());
    return found;
  }

  FinderAnswer ask(const FinderProblem& problem) {
    FinderLimits left = limits_;
    left.steps -= front_.steps;
    FinderAnswer answer = finder_.best(problem, left);
    front_.steps += answer.steps;
    front_.proven = front_.proven && answer.proven;
    return answer;
  }

  /// The least objective and, of the designs that have it, the least sum of the last cap.
  std::optional<FoundDesign> corner(const FinderProblem& problem) {
    const FinderAnswer first = ask(problem);
    if (first.designs.empty()) return std::nullopt;
    FinderProblem then = problem;
    then.objective = problem.caps.back().weights;
    then.caps.back() = {problem.objective, first.designs.front().objective};
    const FinderAnswer second = ask(then);
    if (second.designs.empty()) return first.designs.front();
    FoundDesign found = second.designs.front();
    std::swap(found.objective, found.sums.back());
    return found;
  }

  static Corner cornerOf(const FoundDesign& found) { return {found.objective, found.sums.back()}; }
  void addBox(const Corner& cheap, const Corner& light) {
    const Box box{cheap, light};
    if (!box.isEmpty()) boxes_.push_back(box);
  }

  void start() {
    const auto cheap = leastFirst(kNoLimit);
    if (!cheap) return;
    front_.designs.push_back(*cheap);
    const auto light = leastSecond(kNoLimit);
    if (!light || light->sums.back() >= cheap->sums.back()) return;
    whole_ = {cornerOf(*cheap), cornerOf(*light)};
    if (most_ > 1) front_.designs.push_back(*light);
    boxes_.push_back(whole_);  // also where it is empty, when the other end is not among them
    if (most_ > 1 && whole_.isEmpty()) boxes_.clear();
  }

  /// Of the whole front's width and height.
  double share(const Box& box) const {
    const auto part = [](std::int64_t piece, std::int64_t whole) {
      return static_cast<double>(piece) / static_cast<double>(whole);
    };
    return part(box.light.first - box.cheap.first, whole_.light.first - whole_.cheap.first) *
           part(box.cheap.second - box.light.second, whole_.cheap.second - whole_.light.second);
  }

  Box takeLargest() {
    const auto largest = std::max_element(boxes_.begin(), boxes_.end(),
                                          [&](const Box& a, const Box& b) { return share(a) < share(b); });
    const Box box = *largest;
    boxes_.erase(largest);
    return box;
  }

  void split(const Box& box) {
    const auto low = leastFirst(box.light.second + (box.cheap.second - box.light.second) / 2);
    if (!low || !front_.proven) return;
    if (low->objective < box.light.first) {
      front_.designs.push_back(*low);
      addBox(cornerOf(*low), box.light);
    }
    const auto high = leastSecond(low->objective - 1);
    if (!high || !front_.proven) return;
    if (high->objective == box.cheap.first) return;
    if (front_.designs.size() < most_) {
      front_.designs.push_back(*high);
      addBox(box.cheap, cornerOf(*high));
    } else {
      boxes_.push_back({box.cheap, cornerOf(*high)});  // its own corner is not among the designs
    }
  }

  Finder& finder_;
  FinderProblem by_first_, by_second_;
  const FinderLimits& limits_;
  FinderFront front_;
  std::vector<Box> boxes_;
  Box whole_;
  std::size_t most_ = 0;
};

}  // namespace

FinderAnswer Finder::best(const FinderProblem& problem, const FinderLimits& limits) {
  const auto values = static_cast<std::size_t>(model_->totalValues());
  require(problem.objective.size() == values, "the objective weighs every value");
  require(problem.effort.empty() || problem.effort.size() == values, "efforts name every value or none");
  require(problem.caps.size() <= kMostCaps, "too many caps");
  for (const SumCap& cap : problem.caps) require(cap.weights.size() == values, "a cap weighs every value");
  if (diagram_ != nullptr) return LabelSearch(*model_, *diagram_, problem).run(limits);
  if (!engine_) engine_.emplace(*model_);
  return BoundSearch(*model_, *engine_, problem).run(limits);
}

FinderFront Finder::front(const FinderProblem& problem, const ValueCosts& second, int most,
                          const FinderLimits& limits) {
  require(most > 0, "a front of no designs is none");
  return FrontSearch(*this, problem, second, limits).run(static_cast<std::size_t>(most));
}

}  // namespace configurator::engine
