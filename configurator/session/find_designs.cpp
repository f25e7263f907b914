#include "configurator/session/find_designs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "configurator/catalog/choice_hold.h"
#include "configurator/session/body_search.h"
#include "configurator/session/carry.h"
#include "configurator/session/design_advisor.h"

namespace configurator {
namespace {

constexpr std::size_t kMostDesigns = 3, kMostOnFront = 9;
constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();
constexpr int kMostOfBody = 8;  // on its own front
constexpr int kMostReasonsNamed = 3;
constexpr std::int64_t kLitreTolerance = 5;  // ml: what prints as 24.00 l is 24 l

/// Sums are about right: a body is given up where its best one is so much over what was built already.
std::int64_t hopelessOver(std::int64_t best) {
  return best + best / 8;
}

/// The search over all bodies.
class FindRun {
 public:
  FindRun(const Workshop& workshop, const Design& design, const FindRequest& request)
      : workshop_(workshop),
        design_(design),
        request_(request),
        search_(workshop, design, {request.bounds.min_capacity_l, request.bounds.no_new_warnings}),
        probe_(workshop, design, request.figures, request.built),
        budget_{request.seconds, request.stop} {}

  Result<FindAnswer> run();

 private:
  Result<void> readPresent();
  SearchGoal goal() const;
  std::vector<int> bodies();
  /// The best of all bodies by one figure, into `answer_`.
  template <typename Look>
  Result<void> forEachBody(Look look);
  Result<void> findBest(const SearchGoal& goal);
  Result<void> findFront(const SearchGoal& goal);
  Result<void> findFrontOf(int body_value, const SearchGoal& goal);
  Result<void> explainNothing(const SearchGoal& goal);
  void preferPresentFindings();
  Result<std::optional<std::int64_t>> leastOf(SearchGoal goal, FoundFigure figure);
  void take(const BodyAnswer& body);
  void keepFront(FoundFigure first, FoundFigure second);
  void tell(int bodies_done, std::size_t of);
  std::vector<PlaceChange> changesTo(const ProbedDesign& design) const;
  std::vector<std::string> warningsOf(const Choices& choices) const;

  const Workshop& workshop_;
  const Design& design_;
  const FindRequest& request_;
  SearchModel search_;
  DesignProbe probe_;
  SearchBudget budget_;
  FindAnswer answer_;
  std::vector<ProbedDesign> found_;
};

Result<void> FindRun::readPresent() {
  FigureRequest request = request_.figures;
  request.price_only = true;
  const auto figures = figuresOf(workshop_, design_, request);
  if (!figures) return tl::unexpected(figures.error());
  answer_.valid = figures->valid;
  if (!figures->estimate) return {};
  const bom::EstimateInput& input = figures->estimate->input;
  if (!unitCost(figures->estimate->breaks.front(), input.incoterm))
    return failure("the price at " + input.incoterm + " is not known");
  auto built = probe_.build(search_.rules().designOf(design_.choices), design_.choices);
  if (!built) return tl::unexpected(built.error());
  answer_.present = std::move(*built);
  return {};
}

SearchGoal FindRun::goal() const {
  SearchGoal goal;
  goal.minimise = request_.minimise;
  const FindBounds& bounds = request_.bounds;
  if (bounds.max_cost) goal.most_cost = bounds.max_cost->millionths() / 100;
  if (bounds.max_mass_g) goal.most_mass = static_cast<std::int64_t>(*bounds.max_mass_g * 1000 + 1e-6);
  if (bounds.min_capacity_l)
    goal.least_litres = std::llround(*bounds.min_capacity_l * 1000) - kLitreTolerance;
  return goal;
}

/// The present one first, then as the catalog lists them.
std::vector<int> FindRun::bodies() {
  const int variable = search_.bodyVariable();
  const engine::Domains domains = search_.domains({});
  const engine::Design present = search_.rules().designOf(design_.choices);
  std::vector<int> bodies;
  if (!domains.consistent) return bodies;
  for (int value = 0; value < search_.model().valueCount(variable); ++value) {
    if (domains.states[search_.model().firstValue(variable) + value] != engine::ValueState::blocked)
      bodies.push_back(value);
  }
  std::stable_partition(bodies.begin(), bodies.end(), [&](int body) { return body == present[variable]; });
  return bodies;
}

void FindRun::take(const BodyAnswer& body) {
  answer_.proven = answer_.proven && body.proven;
  if (body.bound) answer_.bound = std::min(answer_.bound.value_or(*body.bound), *body.bound);
  for (std::size_t figure = 0; figure < kFoundFigures; ++figure)
    answer_.gap[figure] = std::max(answer_.gap[figure], body.gap[figure]);
  found_.insert(found_.end(), body.found.begin(), body.found.end());
  for (const Violation& finding : body.findings) answer_.obstacle.findings.push_back(finding);
}

void FindRun::tell(int bodies_done, std::size_t of) {
  if (!request_.progress) return;
  FindProgress progress{bodies_done, static_cast<int>(of), {}};
  for (const ProbedDesign& one : found_) {
    const std::int64_t figure = figureIn(one.sums, request_.minimise);
    progress.best = std::min(progress.best.value_or(figure), figure);
  }
  request_.progress(progress);
}

/// Those that time does not reach are named; then nothing is proven and no bound holds.
template <typename Look>
Result<void> FindRun::forEachBody(Look look) {
  answer_.proven = true;
  const std::vector<int> all = bodies();
  for (std::size_t i = 0; i < all.size(); ++i) {
    tell(static_cast<int>(i), all.size());
    if (budget_.isOver()) {
      answer_.not_looked_at.push_back(search_.model().valueName(search_.bodyVariable(), all[i]));
      continue;
    }
    const Result<void> looked = look(all[i]);
    if (!looked) return looked;
  }
  answer_.proven = answer_.proven && answer_.not_looked_at.empty();
  if (!answer_.not_looked_at.empty()) answer_.bound.reset();
  return {};
}

Result<void> FindRun::findBest(const SearchGoal& goal) {
  std::optional<std::int64_t> best;
  std::optional<engine::Design> near_to;  // other bodies start from what the first came to
  const auto looked = forEachBody([&](int body_value) -> Result<void> {
    BodySearch body(search_, probe_, budget_, body_value);
    const auto found = body.best(goal, best ? std::optional(hopelessOver(*best)) : std::nullopt, near_to);
    if (!found) return tl::unexpected(found.error());
    if (!found->found.empty() && !near_to) near_to = found->found.front().values;
    answer_.built += body.built();
    take(*found);
    for (const ProbedDesign& one : found->found)
      best = std::min(best.value_or(figureIn(one.sums, goal.minimise)), figureIn(one.sums, goal.minimise));
    return {};
  });
  if (!looked) return looked;
  std::stable_sort(found_.begin(), found_.end(), [&](const ProbedDesign& a, const ProbedDesign& b) {
    return figureIn(a.sums, goal.minimise) < figureIn(b.sums, goal.minimise);
  });
  if (answer_.bound && best) answer_.bound = std::min(*answer_.bound, *best);
  return {};
}

/// A body's ends first, then its front by the sums at both of them.
Result<void> FindRun::findFrontOf(int body_value, const SearchGoal& goal) {
  const FoundFigure second = *request_.second;
  const auto hopeless = [&](FoundFigure figure) -> std::optional<std::int64_t> {
    if (found_.empty()) return std::nullopt;
    std::int64_t least = kNone;
    for (const ProbedDesign& one : found_) least = std::min(least, figureIn(one.sums, figure));
    return hopelessOver(least);
  };
  BodySearch body(search_, probe_, budget_, body_value);
  SearchGoal other = goal;
  other.minimise = second;
  const auto first_hopeless = hopeless(goal.minimise), second_hopeless = hopeless(second);
  auto one_end = body.best(goal, first_hopeless);
  if (!one_end) return tl::unexpected(one_end.error());
  take(*one_end);
  auto other_end = body.best(other, second_hopeless);
  if (!other_end) return tl::unexpected(other_end.error());
  other_end->bound.reset();  // of the other figure
  take(*other_end);
  for (BodyAnswer* end : {&*one_end, &*other_end}) {
    if (!end->centre || end->found.empty()) continue;
    auto front = body.front(goal, second, *end->centre, kMostOfBody);
    if (!front) return tl::unexpected(front.error());
    front->bound.reset();
    take(*front);
  }
  answer_.built += body.built();
  return {};
}

Result<void> FindRun::findFront(const SearchGoal& goal) {
  const auto looked = forEachBody([&](int body_value) { return findFrontOf(body_value, goal); });
  if (looked) keepFront(goal.minimise, *request_.second);
  return looked;
}

/// Of the built ones those that no other beats; of many, spread over the first figure.
void FindRun::keepFront(FoundFigure first, FoundFigure second) {
  std::stable_sort(found_.begin(), found_.end(), [&](const ProbedDesign& a, const ProbedDesign& b) {
    const std::pair one(figureIn(a.sums, first), figureIn(a.sums, second));
    return one < std::pair(figureIn(b.sums, first), figureIn(b.sums, second));
  });
  std::vector<ProbedDesign> front;
  for (ProbedDesign& one : found_) {
    if (front.empty() || figureIn(one.sums, second) < figureIn(front.back().sums, second))
      front.push_back(std::move(one));
  }
  // The one that is nearest to its neighbours goes first.
  while (front.size() > kMostOnFront) {
    std::size_t closest = 1;
    const auto gap = [&](std::size_t at) {
      return static_cast<double>(figureIn(front[at + 1].sums, first) - figureIn(front[at - 1].sums, first)) *
             static_cast<double>(figureIn(front[at - 1].sums, second) - figureIn(front[at + 1].sums, second));
    };
    for (std::size_t at = 2; at + 1 < front.size(); ++at)
      if (gap(at) < gap(closest)) closest = at;
    front.erase(front.begin() + static_cast<std::ptrdiff_t>(closest));
  }
  found_ = std::move(front);
}

/// The least of one figure that some design of any body has, as far as it was found.
Result<std::optional<std::int64_t>> FindRun::leastOf(SearchGoal goal, FoundFigure figure) {
  goal.minimise = figure;
  (figure == FoundFigure::Cost ? goal.most_cost : goal.most_mass).reset();
  std::optional<std::int64_t> least;
  for (const int body : bodies()) {
    if (budget_.isOver()) break;
    BodySearch search(search_, probe_, budget_, body);
    const auto found = search.best(goal, least ? std::optional(hopelessOver(*least)) : std::nullopt);
    if (!found) return tl::unexpected(found.error());
    answer_.built += search.built();
    for (const ProbedDesign& one : found->found)
      least = std::min(least.value_or(figureIn(one.sums, figure)), figureIn(one.sums, figure));
  }
  return least;
}

/// What geometry has against the present design is known to its owner; designs that were tried are not.
void FindRun::preferPresentFindings() {
  if (!answer_.present) return;
  std::vector<Violation>& tried = answer_.obstacle.findings;
  std::vector<Violation> present;
  for (const Violation& error : answer_.present->errors) {
    const bool is_geometry =
        std::any_of(tried.begin(), tried.end(), [&](const Violation& one) { return one.rule == error.rule; });
    if (is_geometry) present.push_back(error);
  }
  if (!present.empty()) tried = std::move(present);
}

/// Which bound stands in the way: the least that can be had where one of them is given up.
Result<void> FindRun::explainNothing(const SearchGoal& goal) {
  answer_.obstacle.reasons = search_.contradictions(kMostReasonsNamed);
  if (!answer_.obstacle.reasons.empty()) {
    if (goal.least_litres)
      answer_.obstacle.most_litres = SearchModel(workshop_, design_, SearchScope{}).mostLitres();
    return {};
  }
  preferPresentFindings();
  if (goal.most_cost) {
    const auto least = leastOf(goal, FoundFigure::Cost);
    if (!least) return tl::unexpected(least.error());
    answer_.obstacle.least_cost = *least;
  }
  if (goal.most_mass) {
    const auto least = leastOf(goal, FoundFigure::Mass);
    if (!least) return tl::unexpected(least.error());
    answer_.obstacle.least_mass = *least;
  }
  return {};
}

/// What the pack is made of; dimensions that nobody gave follow from it.
std::vector<PlaceChange> FindRun::changesTo(const ProbedDesign& design) const {
  std::vector<PlaceChange> changes;
  const engine::DomainModel& model = search_.model();
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    const std::string& place = model.name(variable);
    const bool is_idle = search_.rules().kindOf(variable) == Place::Zone && !design.zones.contains(place);
    const std::string from = presentText(design_.choices, place), to = presentText(design.choices, place);
    if (from != to && !is_idle && !search_.isSolved(variable))
      changes.push_back({place, from, to, false, false});
  }
  return changes;
}

/// As `check` says them: the loads that a pack carries are not reckoned while it is searched for.
std::vector<std::string> FindRun::warningsOf(const Choices& choices) const {
  Design other = design_;
  other.choices = choices;
  std::vector<std::string> rules;
  for (const Violation& violation : violationsOf(workshop_, other)) {
    const bool known = std::find(rules.begin(), rules.end(), violation.rule) != rules.end();
    if (violation.severity == "warning" && !known) rules.push_back(violation.rule);
  }
  return rules;
}

Result<FindAnswer> FindRun::run() {
  answer_.present_warnings = warningsOf(design_.choices);
  const std::vector<std::string>& warnings = answer_.present_warnings;
  const bool is_overloaded =
      std::find(warnings.begin(), warnings.end(), kLoadAboveRecommended) != warnings.end();
  if (request_.bounds.no_new_warnings && !is_overloaded) probe_.refuseLoadAboveRecommended();
  if (const auto present = readPresent(); !present) return tl::unexpected(present.error());
  answer_.fixed = search_.fixedValues();
  answer_.count = search_.count();
  const SearchGoal goal = this->goal();
  const auto searched = request_.second ? findFront(goal) : findBest(goal);
  if (!searched) return tl::unexpected(searched.error());
  answer_.out_of_time = !answer_.proven && budget_.isOver();
  const std::size_t most = request_.second ? kMostOnFront : kMostDesigns;
  for (std::size_t i = 0; i < std::min(most, found_.size()); ++i) {
    std::vector<PlaceChange> changes = changesTo(found_[i]);
    std::vector<std::string> found_warnings = warningsOf(found_[i].choices);
    answer_.designs.push_back({std::move(found_[i]), std::move(changes), std::move(found_warnings)});
  }
  if (answer_.designs.empty()) {
    if (const auto told = explainNothing(goal); !told) return tl::unexpected(told.error());
  }
  return std::move(answer_);
}

}  // namespace

Result<FindAnswer> findDesigns(const Workshop& workshop, const Design& design, const FindRequest& request) {
  return FindRun(workshop, design, request).run();
}

Choices takenChoices(const FoundPack& found) {
  Choices choices = found.design.choices;
  for (const PlaceChange& change : found.changes) makeOwn(choices, change.place);
  return choices;
}

}  // namespace configurator
