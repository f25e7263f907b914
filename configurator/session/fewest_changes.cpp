#include "configurator/session/fewest_changes.h"

#include <algorithm>
#include <utility>

#include "configurator/rules/rule_text.h"
#include "configurator/session/design_probe.h"
#include "configurator/session/search_model.h"

namespace configurator {
namespace {

constexpr int kMostAttempts = 8;
constexpr int kBuiltOfAttempt = 4;

class ChangeSearch {
 public:
  ChangeSearch(const Workshop& workshop, const Design& design, const FigureRequest& request, TargetCost& out)
      : workshop_(workshop),
        design_(design),
        search_(workshop, design, {std::nullopt, false, true}),
        probe_(workshop, design, request),
        out_(out) {}

  Result<void> run();

 private:
  Result<void> take(const ProbedDesign& found);
  Result<bool> attempt(std::int64_t most_cost);
  std::vector<engine::FoundDesign> fewest(std::int64_t most_cost);
  std::vector<engine::FoundDesign> cheapest();
  void forbidAll(const ProbedDesign& design);
  engine::Design withoutIdle(const ProbedDesign& found) const;
  std::int64_t target() const { return out_.target.millionths() / 100; }

  const Workshop& workshop_;
  const Design& design_;
  SearchModel search_;
  DesignProbe probe_;
  TargetCost& out_;
  std::optional<ProbedDesign> present_;
  AdditiveFigures figures_;
  std::optional<ProbedDesign> nearest_;  ///< the cheapest that was built
  std::int64_t shortfall_ = 0;           ///< by which the last attempt missed the target
};

/// By how much two designs can differ at most.
std::int64_t spreadOf(const engine::DomainModel& model, const std::vector<std::int64_t>& weights) {
  std::int64_t spread = 0;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    const auto first = weights.begin() + model.firstValue(variable);
    const auto [least, most] = std::minmax_element(first, first + model.valueCount(variable));
    spread += *most - *least;
  }
  return spread;
}

/// Every change counts first, then the price.
std::vector<engine::FoundDesign> ChangeSearch::fewest(std::int64_t most_cost) {
  engine::FinderProblem problem;
  problem.objective = figures_.of(FoundFigure::Cost);
  const engine::DomainModel& model = search_.model();
  const std::int64_t change = 1 + spreadOf(model, problem.objective);
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    for (int value = 0; value < model.valueCount(variable); ++value)
      if (value != present_->values[variable])
        problem.objective[model.firstValue(variable) + value] += change;
  }
  problem.caps.push_back(
      {figures_.of(FoundFigure::Cost), most_cost - figureIn(present_->sums, FoundFigure::Cost)});
  problem.designs = kBuiltOfAttempt;
  return search_.find(std::move(problem), {}).designs;
}

std::vector<engine::FoundDesign> ChangeSearch::cheapest() {
  engine::FinderProblem problem;
  problem.objective = figures_.of(FoundFigure::Cost);
  return search_.find(std::move(problem), {}).designs;
}

/// True when a design was built that reaches the target; it is `nearest_` then.
Result<bool> ChangeSearch::attempt(std::int64_t most_cost) {
  std::vector<engine::FoundDesign> found = fewest(most_cost);
  const bool any = !found.empty();
  if (!any) found = cheapest();
  shortfall_ = 0;
  for (const engine::FoundDesign& one : found) {
    auto built = probe_.build(one.design, search_.choicesOf(one.design));
    if (!built) return tl::unexpected(built.error());
    if (!*built) continue;
    if (!(*built)->errors.empty()) {
      forbidAll(**built);
      continue;
    }
    const std::int64_t cost = figureIn((*built)->sums, FoundFigure::Cost);
    if (shortfall_ == 0 || cost - target() < shortfall_) shortfall_ = cost - target();
    if (!nearest_ || cost < figureIn(nearest_->sums, FoundFigure::Cost)) nearest_ = **built;
    if (cost > target()) continue;
    nearest_ = **built;
    return true;
  }
  if (!any) shortfall_ = -1;  // there is nothing more to ask for
  return false;
}

/// What geometry refuses: the values that its findings name.
void ChangeSearch::forbidAll(const ProbedDesign& design) {
  for (const Violation& finding : design.errors) {
    std::vector<engine::Choice> together;
    for (const std::string& id : finding.ids) {
      const auto variable = search_.rules().findVariable(id);
      if (variable && !search_.isFixed(*variable)) together.push_back({*variable, design.values[*variable]});
    }
    for (int variable = 0; together.empty() && variable < search_.model().variableCount(); ++variable)
      together.push_back({variable, design.values[variable]});
    search_.forbid(together);
  }
}

/// Without what changes nothing: zones that nothing is made of, where the rules let them be.
engine::Design ChangeSearch::withoutIdle(const ProbedDesign& found) const {
  engine::Design values = found.values;
  for (std::size_t variable = 0; variable < values.size(); ++variable) {
    const int number = static_cast<int>(variable);
    const bool is_zone = search_.rules().kindOf(number) == Place::Zone;
    if (is_zone && !found.zones.contains(search_.model().name(number)))
      values[variable] = present_->values[variable];
  }
  return search_.rules().model().keepsAll(values) ? values : found.values;
}

/// One change after the other, the largest saving first.
Result<void> ChangeSearch::take(const ProbedDesign& found) {
  const engine::DomainModel& model = search_.model();
  const engine::Design wanted = withoutIdle(found);
  std::vector<std::pair<std::int64_t, int>> changes;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    const int value = wanted[variable];
    if (value != present_->values[variable])
      changes.emplace_back(figures_.of(FoundFigure::Cost)[model.firstValue(variable) + value], variable);
  }
  std::sort(changes.begin(), changes.end());
  engine::Design values = present_->values;
  bom::Money price = out_.now;
  for (const auto& [saving, variable] : changes) {
    values[variable] = wanted[variable];
    const auto built = probe_.build(values, search_.choicesOf(values));
    if (!built) return tl::unexpected(built.error());
    const bom::Money then = *built ? (*built)->unit_cost : price;
    const std::string& place = model.name(variable);
    const std::string value = model.valueName(variable, values[variable]);
    out_.together.push_back({changeText(workshop_.catalog, place, presentText(design_.choices, place), value),
                             {place, value},
                             then,
                             price - then});
    price = then;
  }
  return {};
}

Result<void> ChangeSearch::run() {
  out_.reached = !(out_.target < out_.now);
  const engine::Design values = search_.rules().designOf(design_.choices);
  if (out_.reached || std::count(values.begin(), values.end(), kNoValue) > 0) return {};
  auto present = probe_.build(values, design_.choices);
  if (!present) return tl::unexpected(present.error());
  if (!*present) return {};
  present_ = std::move(**present);
  figures_ = probe_.measure(search_, search_.domains({}), *present_);
  std::int64_t most_cost = target();
  for (int i = 0; i < kMostAttempts; ++i) {
    const auto reached = attempt(most_cost);
    if (!reached) return tl::unexpected(reached.error());
    out_.reached = *reached;
    if (*reached || shortfall_ < 0) break;
    most_cost -= shortfall_;
  }
  const bool helps = nearest_ && nearest_->unit_cost < out_.now;
  return helps ? take(*nearest_) : Result<void>();
}

}  // namespace

Result<void> fewestChanges(const Workshop& workshop, const Design& design, const FigureRequest& request,
                           TargetCost& out) {
  return ChangeSearch(workshop, design, request, out).run();
}

}  // namespace configurator
