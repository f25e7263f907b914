// The layers of labels: continued, compared, narrowed.
#include "configurator/rules/label_search.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace configurator::engine {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kFirstWidth = 64, kLastWidth = std::size_t{1} << 16;

}  // namespace

LabelSearch::LabelSearch(const DomainModel& model, const Diagram& diagram, const FinderProblem& problem)
    : model_(model), problem_(problem), layer_count_(diagram.layers_.size()) {
  const auto sorted = sortedChoices(model, problem.choices);
  std::vector<int> fixed(model.variableCount(), -1);
  if (sorted) {
    for (const Choice& choice : *sorted) fixed[choice.variable] = choice.value;
  }
  for (const Diagram::Layer& layer : diagram.layers_) {
    variables_.push_back(layer.variable);
    auto& nodes = edges_.emplace_back(sorted ? layer.nodeCount() : 0);
    for (std::size_t node = 0; node < nodes.size(); ++node) {
      for (int value = 0; value < layer.width; ++value) {
        const int child = layer.children[node * layer.width + value];
        const bool allowed = fixed[layer.variable] < 0 || fixed[layer.variable] == value;
        if (child >= 0 && allowed) nodes[node].push_back({value, child});
      }
      thinOut(edges_.size() - 1, nodes[node]);
    }
  }
  objective_below_ = sweep(problem.objective);
  for (const SumCap& cap : problem.caps) caps_below_.push_back(sweep(cap.weights));
}

std::int64_t LabelSearch::weightOf(const ValueCosts& weights, std::size_t level, int value) const {
  return weights[model_.firstValue(variables_[level]) + value];
}

/// Of values that lead to the same node and weigh the same the one with the least effort; what so many others
/// beat that it cannot be among the best is left out.
void LabelSearch::thinOut(std::size_t level, std::vector<Edge>& edges) const {
  const auto label = [&](const Edge& edge) {
    Label one;
    one.node = edge.child;
    one.value = edge.value;
    one.objective = weightOf(problem_.objective, level, edge.value);
    one.effort = problem_.effort.empty() ? 0 : weightOf(problem_.effort, level, edge.value);
    for (std::size_t cap = 0; cap < problem_.caps.size(); ++cap)
      one.sums[cap] = weightOf(problem_.caps[cap].weights, level, edge.value);
    return one;
  };
  std::vector<Label> labels;
  for (const Edge& edge : edges) labels.push_back(label(edge));
  leaveOutDominated(labels);
  edges.clear();
  for (const Label& one : labels) edges.push_back({one.value, one.node});
}

LabelSearch::Sums LabelSearch::sweep(const ValueCosts& weights) const {
  Sums below(layer_count_ + 1);
  below.back().assign(1, 0);
  for (std::size_t level = layer_count_; level-- > 0;) {
    below[level].assign(edges_[level].size(), kNever);
    for (std::size_t node = 0; node < edges_[level].size(); ++node) {
      for (const Edge& edge : edges_[level][node]) {
        const std::int64_t rest = below[level + 1][edge.child];
        if (rest == kNever) continue;
        below[level][node] = std::min(below[level][node], rest + weightOf(weights, level, edge.value));
      }
    }
  }
  return below;
}

/// Nothing where the label cannot become a design within the caps.
std::optional<std::int64_t> LabelSearch::boundOf(const Label& label, std::size_t level) const {
  const std::int64_t rest = objective_below_[level][label.node];
  if (rest == kNever) return std::nullopt;
  std::int64_t priced = label.objective * scale_;
  for (std::size_t cap = 0; cap < problem_.caps.size(); ++cap) {
    if (label.sums[cap] + caps_below_[cap][level][label.node] > problem_.caps[cap].limit) return std::nullopt;
    priced += prices_[cap] * label.sums[cap];
  }
  return std::max(label.objective + rest, dualBound(priced + priced_below_[level][label.node]));
}

std::vector<LabelSearch::Label> LabelSearch::continued(std::size_t level, const std::vector<Label>& labels,
                                                       std::int64_t ceiling) const {
  std::vector<Label> next;
  for (std::size_t number = 0; number < labels.size(); ++number) {
    for (const Edge& edge : edges_[level][labels[number].node]) {
      Label label = labels[number];
      label.parent = static_cast<int>(number);
      label.value = edge.value;
      label.node = edge.child;
      label.objective += weightOf(problem_.objective, level, edge.value);
      if (!problem_.effort.empty()) label.effort += weightOf(problem_.effort, level, edge.value);
      for (std::size_t cap = 0; cap < problem_.caps.size(); ++cap)
        label.sums[cap] += weightOf(problem_.caps[cap].weights, level, edge.value);
      const auto bound = boundOf(label, level + 1);
      if (!bound || *bound > ceiling) continue;
      label.bound = *bound;
      next.push_back(label);
    }
  }
  return next;
}

/// REQUIRES labels of one node, `other` not after `label` in the order of leaveOutDominated.
bool LabelSearch::isNoBetter(const Label& label, const Label& other) const {
  for (std::size_t cap = 0; cap < problem_.caps.size(); ++cap)
    if (other.sums[cap] > label.sums[cap]) return false;
  return true;
}

void LabelSearch::leaveOutDominated(std::vector<Label>& labels) const {
  std::sort(labels.begin(), labels.end(), [](const Label& one, const Label& other) {
    if (one.node != other.node) return one.node < other.node;
    if (one.objective != other.objective) return one.objective < other.objective;
    if (one.sums != other.sums) return one.sums < other.sums;
    if (one.effort != other.effort) return one.effort < other.effort;
    return one.parent != other.parent ? one.parent < other.parent : one.value < other.value;
  });
  std::vector<Label> kept;
  std::size_t first = 0;  // of the node
  for (const Label& label : labels) {
    if (kept.empty() || kept.back().node != label.node) first = kept.size();
    int better = 0;
    bool same = false;
    for (std::size_t at = first; at < kept.size() && better < problem_.designs && !same; ++at) {
      if (!isNoBetter(label, kept[at])) continue;
      same = kept[at].objective == label.objective && kept[at].sums == label.sums;
      ++better;
    }
    if (better < problem_.designs && !same) kept.push_back(label);
  }
  labels = std::move(kept);
}

/// The most promising ones.
void LabelSearch::narrow(std::vector<Label>& labels, std::size_t width) {
  if (labels.size() <= width) return;
  const auto before = [](const Label& one, const Label& other) {
    if (one.bound != other.bound) return one.bound < other.bound;
    if (one.objective != other.objective) return one.objective < other.objective;
    return one.node != other.node ? one.node < other.node : one.sums < other.sums;
  };
  const auto cut = labels.begin() + static_cast<std::ptrdiff_t>(width);
  std::nth_element(labels.begin(), cut, labels.end(), before);
  for (auto at = cut; at != labels.end(); ++at) dropped_bound_ = std::min(dropped_bound_, at->bound);
  labels.erase(cut, labels.end());
}

Design LabelSearch::designOf(std::size_t last) const {
  Design design(model_.variableCount(), 0);
  auto at = static_cast<int>(last);
  for (std::size_t level = layer_count_; level-- > 0;) {
    design[variables_[level]] = steps_[level][at].value;
    at = steps_[level][at].parent;
  }
  return design;
}

/// False when it was stopped.
bool LabelSearch::pass(std::size_t width, BestDesigns& best, WorkMeter& meter) {
  dropped_bound_ = kNever;
  steps_.assign(layer_count_, {});
  std::vector<Label> labels(1);
  for (std::size_t level = 0; level < layer_count_; ++level) {
    const std::vector<Label> before = std::move(labels);
    labels = continued(level, before, best.ceiling());
    if (!meter.mayGoOn(static_cast<std::int64_t>(labels.size()) + 1)) return false;
    leaveOutDominated(labels);
    narrow(labels, width);
    for (const Label& label : labels) steps_[level].push_back({label.parent, label.value});
  }
  for (std::size_t last = 0; last < labels.size(); ++last) best.offer(designOf(last));
  return true;
}

FinderAnswer LabelSearch::run(const FinderLimits& limits) {
  FinderAnswer answer;
  WorkMeter meter(limits);
  BestDesigns best(model_, problem_);
  const bool possible = !edges_.empty() && !edges_.front().empty() && objective_below_.front()[0] != kNever;
  bool within = possible;
  for (std::size_t cap = 0; cap < problem_.caps.size(); ++cap)
    within = within && caps_below_[cap].front()[0] <= problem_.caps[cap].limit;
  if (!within) return {true, std::nullopt, {}, 0};
  proven_bound_ = objective_below_.front()[0];
  priceCaps(best);
  for (std::size_t width = kFirstWidth; width <= kLastWidth && !answer.proven; width *= 4) {
    meter.tell(best, proven_bound_);
    if (!pass(width, best, meter)) break;
    answer.proven = dropped_bound_ == kNever || dropped_bound_ >= best.ceiling();
    const std::int64_t least = best.found().empty() ? kNever : best.found().front().objective;
    proven_bound_ = std::max(proven_bound_, std::min(dropped_bound_, least));
  }
  answer.designs = best.found();
  if (!answer.proven || !answer.designs.empty()) answer.bound = proven_bound_;
  answer.steps = meter.steps();
  meter.tell(best, answer.bound);
  return answer;
}

}  // namespace configurator::engine
