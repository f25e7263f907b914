#include "configurator/session/body_search.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include "configurator/pack/in_parallel.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

constexpr int kMostCentres = 10;                   // from one centre to the next
constexpr int kMostRefusals = 60;                  // by geometry
constexpr int kFoundAtOnce = 8, kMostAtOnce = 64;  // by the engine
constexpr int kMostPairRounds = 12;
constexpr std::size_t kMostRegrouped = 8;  // that are built
constexpr std::int64_t kAboutRight = 33;   // a part of the whole by which cloth as elsewhere may be off
constexpr std::size_t kMostChanged = 14;   // values that are measured in pairs
constexpr std::size_t kMostKept = 4;       // designs of a body
constexpr std::int64_t kEngineSteps = 2'000'000;

std::vector<FoundFigure> allFigures() {
  return {FoundFigure::Cost, FoundFigure::Mass, FoundFigure::Litres};
}

std::size_t figurePlace(FoundFigure figure) {
  return static_cast<std::size_t>(figure);
}

/// What the sums say of a design.
FigureSums sumsOf(const SearchModel& search, const ProbedDesign& centre, const AdditiveFigures& figures,
                  const engine::Design& values) {
  FigureSums sums = centre.sums;
  for (const FoundFigure figure : allFigures())
    sums[figurePlace(figure)] += figures.sumOf(search.model(), figure, values);
  return sums;
}

bool isHopeless(const BodyAnswer& answer, std::optional<std::int64_t> hopeless) {
  return hopeless && answer.bound && *answer.bound > *hopeless;
}

}  // namespace

bool SearchGoal::isWithin(const FigureSums& sums) const {
  return (!most_cost || figureIn(sums, FoundFigure::Cost) <= *most_cost) &&
         (!most_mass || figureIn(sums, FoundFigure::Mass) <= *most_mass) &&
         (!least_litres || figureIn(sums, FoundFigure::Litres) >= *least_litres);
}

bool SearchBudget::isOver() const {
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  return stop.stop_requested() || (seconds > 0 && spent.count() > seconds);
}

engine::FinderLimits SearchBudget::limits() const {
  engine::FinderLimits limits;
  limits.steps = kEngineSteps;
  limits.stop = stop;
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  if (seconds > 0) limits.seconds = std::max(0.001, seconds - spent.count());
  return limits;
}

BodySearch::BodySearch(SearchModel& search, const DesignProbe& probe, SearchBudget budget, int body)
    : search_(search), probe_(probe), budget_(std::move(budget)), body_(body) {
  search_.focusOn(body);
}

bool BodySearch::isSound(const SearchGoal& goal, const ProbedDesign& design) const {
  return design.errors.empty() && goal.isWithin(design.sums);
}

bool BodySearch::wasCentre(const engine::Design& values) const {
  return std::find(centres_.begin(), centres_.end(), values) != centres_.end();
}

Result<std::optional<ProbedDesign>> BodySearch::build(const engine::Design& values) {
  ++built_;
  return probe_.build(values, search_.choicesOf(values));
}

AdditiveFigures& BodySearch::figuresAt(const ProbedDesign& centre) {
  for (auto& [values, figures] : measured_)
    if (values == centre.values) return figures;
  const engine::Domains domains = search_.domains({{search_.bodyVariable(), body_}});
  AdditiveFigures figures = probe_.measure(search_, domains, centre);
  built_ += figures.priced;
  return measured_.emplace_back(centre.values, std::move(figures)).second;
}

engine::FinderProblem BodySearch::problemAt(const SearchGoal& goal, const ProbedDesign& centre,
                                            const AdditiveFigures& figures) const {
  engine::FinderProblem problem;
  problem.choices = {{search_.bodyVariable(), body_}};
  problem.objective = figures.of(goal.minimise);
  const auto cap = [&](FoundFigure figure, const std::optional<std::int64_t>& most) {
    if (most) problem.caps.push_back({figures.of(figure), *most - figureIn(centre.sums, figure)});
  };
  cap(FoundFigure::Cost, goal.most_cost);
  cap(FoundFigure::Mass, goal.most_mass);
  if (goal.least_litres) {
    engine::ValueCosts less = figures.of(FoundFigure::Litres);
    for (std::int64_t& weight : less) weight = -weight;
    problem.caps.push_back(
        {std::move(less), figureIn(centre.sums, FoundFigure::Litres) - *goal.least_litres});
  }
  return problem;
}

/// Where the sums reach no design within the limits: the one that comes nearest to them, each by its share.
std::vector<engine::FoundDesign> BodySearch::nearestToLimits(const SearchGoal& goal,
                                                             const ProbedDesign& centre,
                                                             const AdditiveFigures& figures) {
  engine::FinderProblem problem = problemAt(goal, centre, figures);
  const std::vector<std::optional<std::int64_t>> limits{goal.most_cost, goal.most_mass, goal.least_litres};
  constexpr std::int64_t kShares = 1000;
  std::size_t cap = 0;
  problem.objective.assign(problem.objective.size(), 0);
  for (const auto& limit : limits) {
    if (!limit) continue;
    const std::int64_t whole = std::max<std::int64_t>(1, std::abs(*limit) / kShares);
    const engine::ValueCosts& weights = problem.caps[cap++].weights;
    for (std::size_t value = 0; value < weights.size(); ++value)
      problem.objective[value] += weights[value] * kShares / whole;
  }
  problem.caps.clear();
  problem.designs = 1;
  return search_.find(std::move(problem), budget_.limits()).designs;
}

/// Takes what geometry refuses out of the search: the values that its findings name, in this body at this
/// capacity. False when nothing is left to name.
bool BodySearch::refuse(const ProbedDesign& design, BodyAnswer& answer) {
  for (const Violation& finding : design.errors) {
    const bool known = std::any_of(answer.findings.begin(), answer.findings.end(),
                                   [&](const Violation& one) { return one.message == finding.message; });
    if (!known) answer.findings.push_back(finding);
    std::vector<engine::Choice> together{{search_.bodyVariable(), body_}};
    const auto add = [&](const std::string& place) {
      const auto variable = search_.rules().findVariable(place);
      const bool again = variable && std::any_of(together.begin(), together.end(),
                                                 [&](const auto& one) { return one.variable == *variable; });
      if (variable && !again) together.push_back({*variable, design.values[*variable]});
    };
    for (const std::string& id : finding.ids) add(id);
    add(kCapacity);
    search_.forbid(together);
  }
  refused_ = true;
  return !design.errors.empty();
}

void BodySearch::keep(const SearchGoal& goal, ProbedDesign design, BodyAnswer& answer) const {
  if (!isSound(goal, design)) return;
  for (const ProbedDesign& one : answer.found)
    if (one.sums == design.sums) return;
  const auto place = std::upper_bound(
      answer.found.begin(), answer.found.end(), design, [&](const ProbedDesign& a, const ProbedDesign& b) {
        return figureIn(a.sums, goal.minimise) < figureIn(b.sums, goal.minimise);
      });
  answer.found.insert(place, std::move(design));
  if (answer.found.size() > kMostKept) answer.found.pop_back();
}

/// Builds what the engine found, until one of them is a better centre.
Result<BodySearch::Step> BodySearch::tryFound(const SearchGoal& goal,
                                              const std::vector<engine::FoundDesign>& found,
                                              const AdditiveFigures& figures, BodyAnswer& answer) {
  const ProbedDesign centre = *answer.centre;
  const bool sound = isSound(goal, centre);
  const auto here = probe_.about(centre.values, centre.choices, centre);
  for (const engine::FoundDesign& one : found) {
    if (wasCentre(one.design)) continue;
    const FigureSums sums = sumsOf(search_, centre, figures, one.design);
    const std::int64_t aim = figureIn(sums, goal.minimise);
    if (sound && aim >= figureIn(centre.sums, goal.minimise)) continue;
    ++built_;
    const auto about = probe_.about(one.design, search_.choicesOf(one.design), centre);
    if (!about || !here) continue;
    if (!about->errors.empty()) {
      refuse(*about, answer);
      return Step::Moved;
    }
    if (sound && figureIn(about->sums, goal.minimise) >= figureIn(here->sums, goal.minimise)) continue;
    const auto exact = build(one.design);
    if (!exact) return tl::unexpected(exact.error());
    if (!*exact) continue;
    keep(goal, **exact, answer);
    const bool better = isSound(goal, **exact) &&
                        figureIn((*exact)->sums, goal.minimise) < figureIn(centre.sums, goal.minimise);
    if (sound && !better) continue;
    for (const FoundFigure figure : allFigures())
      answer.gap[figurePlace(figure)] = std::abs(figureIn((*exact)->sums, figure) - figureIn(sums, figure));
    answer.centre = **exact;
    return Step::Moved;
  }
  return Step::Settled;
}

Result<BodySearch::Step> BodySearch::step(const SearchGoal& goal, BodyAnswer& answer,
                                          std::optional<std::int64_t> hopeless) {
  const ProbedDesign centre = *answer.centre;
  AdditiveFigures& figures = figuresAt(centre);
  const std::int64_t present = figureIn(centre.sums, goal.minimise);
  int at_once = kFoundAtOnce;
  for (int round = 0; round < kMostPairRounds; ++round) {
    search_.usePairs(figures.pairs);
    engine::FinderProblem problem = problemAt(goal, centre, figures);
    problem.designs = at_once;
    const engine::FinderAnswer found = search_.find(std::move(problem), budget_.limits());
    answer.bound = found.bound ? std::optional(present + *found.bound) : std::nullopt;
    answer.proven = found.proven && figures.unbuildable.empty();
    if (isHopeless(answer, hopeless)) return Step::Settled;
    if (budget_.isOver()) return Step::Stopped;
    if (found.designs.empty() && !found.proven) return Step::Stopped;
    const auto moved =
        tryFound(goal, found.designs.empty() ? nearestToLimits(goal, centre, figures) : found.designs,
                 figures, answer);
    if (!moved || *moved != Step::Settled || found.designs.empty()) return moved;
    const bool all_built =
        static_cast<int>(found.designs.size()) < at_once || found.designs.back().objective >= 0;
    if (all_built && isSound(goal, centre)) {
      if (answer.proven) answer.bound = present;
      return Step::Settled;
    }
    if (learnPairs(centre, found.designs, figures)) continue;
    if (at_once == kMostAtOnce) break;
    at_once = kMostAtOnce;
  }
  answer.proven = false;
  return Step::Settled;
}

/// What the sums promised and nothing of it came true: the values that differ are measured in pairs. False
/// when there are no new ones.
bool BodySearch::learnPairs(const ProbedDesign& centre, const std::vector<engine::FoundDesign>& found,
                            AdditiveFigures& figures) {
  for (const engine::FoundDesign& one : found) {
    std::vector<engine::Choice> changed;
    for (int variable = 0; variable < search_.model().variableCount(); ++variable) {
      const int value = one.design[variable];
      const int at = search_.model().firstValue(variable) + value;
      const bool counts = std::any_of(figures.weights.begin(), figures.weights.end(),
                                      [&](const engine::ValueCosts& weights) { return weights[at] != 0; });
      if (value != centre.values[variable] && counts) changed.push_back({variable, value});
    }
    if (changed.size() > kMostChanged) continue;
    const std::int64_t priced = figures.priced;
    if (probe_.measurePairs(search_, changed, centre, figures) == 0) continue;
    built_ += figures.priced - priced;
    return true;
  }
  return false;
}

/// Least lots and price breaks are shared by all zones of one material, which single changes cannot show: the
/// zones that have the same one now, and all of them, are put into every other one together. And the
/// materials of the present design, with all else as it was found.
std::vector<engine::Design> BodySearch::regroupings(const ProbedDesign& centre) const {
  const engine::DomainModel& model = search_.model();
  std::map<std::string, std::vector<int>> groups;
  std::set<std::string> materials;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    const bool is_free = search_.rules().kindOf(variable) == Place::Zone && !search_.isFixed(variable);
    if (!is_free || !centre.zones.contains(model.name(variable))) continue;
    groups[model.valueName(variable, centre.values[variable])].push_back(variable);
    groups[""].push_back(variable);
    for (int value = 0; value < model.valueCount(variable); ++value)
      materials.insert(model.valueName(variable, value));
  }
  std::vector<engine::Design> designs;
  for (const auto& [name, zones] : groups) {
    for (const std::string& material : materials) {
      engine::Design values = centre.values;
      for (const int zone : zones) {
        const int value = search_.rules().valueOf(zone, material);
        if (value != kNoValue) values[zone] = value;
      }
      designs.push_back(std::move(values));
    }
  }
  engine::Design present = centre.values;
  for (const int zone : groups[""]) {
    const int value = search_.presentValues()[zone];
    if (value != kNoValue) present[zone] = value;
  }
  designs.push_back(std::move(present));
  std::sort(designs.begin(), designs.end());
  designs.erase(std::unique(designs.begin(), designs.end()), designs.end());
  std::erase_if(designs, [&](const engine::Design& values) {
    int changed = 0;  // of one alone the sums know
    for (std::size_t variable = 0; variable < values.size(); ++variable)
      changed += values[variable] != centre.values[variable] ? 1 : 0;
    return changed < 2 || !model.keepsAll(values);
  });
  return designs;
}

Result<BodySearch::Step> BodySearch::regroup(const SearchGoal& goal, BodyAnswer& answer) {
  const ProbedDesign centre = *answer.centre;
  const auto here = probe_.about(centre.values, centre.choices, centre);
  if (!isSound(goal, centre) || !here) return Step::Settled;
  const std::vector<engine::Design> designs = regroupings(centre);
  std::vector<std::optional<ProbedDesign>> probed(designs.size());
  inParallel(designs.size(), [&](std::size_t at) {
    probed[at] = probe_.about(designs[at], search_.choicesOf(designs[at]), centre);
  });
  built_ += static_cast<std::int64_t>(designs.size());
  const std::int64_t now = figureIn(here->sums, goal.minimise);
  std::vector<const ProbedDesign*> promising;
  for (const auto& one : probed) {
    if (!one || !isSound(goal, *one) || wasCentre(one->values)) continue;
    if (figureIn(one->sums, goal.minimise) < now + now / kAboutRight) promising.push_back(&*one);
  }
  std::stable_sort(promising.begin(), promising.end(), [&](const ProbedDesign* a, const ProbedDesign* b) {
    return figureIn(a->sums, goal.minimise) < figureIn(b->sums, goal.minimise);
  });
  if (promising.size() > kMostRegrouped) promising.resize(kMostRegrouped);
  for (const ProbedDesign* one : promising) {
    auto exact = build(one->values);
    if (!exact) return tl::unexpected(exact.error());
    if (!*exact || !isSound(goal, **exact)) continue;
    keep(goal, **exact, answer);
    if (figureIn((*exact)->sums, goal.minimise) >= figureIn(centre.sums, goal.minimise)) continue;
    answer.centre = std::move(**exact);
    return Step::Moved;
  }
  return Step::Settled;
}

Result<BodyAnswer> BodySearch::best(const SearchGoal& goal, std::optional<std::int64_t> hopeless,
                                    const std::optional<engine::Design>& from) {
  BodyAnswer answer;
  answer.proven = true;
  centres_.clear();
  const auto start = search_.nearest({{search_.bodyVariable(), body_}}, from);
  if (!start) return answer;
  auto first = build(*start);
  if (!first) return tl::unexpected(first.error());
  if (!*first) return answer.proven = false, answer;
  answer.centre = std::move(**first);
  if (!answer.centre->errors.empty()) refuse(*answer.centre, answer);
  keep(goal, *answer.centre, answer);
  int refusals = 0;
  for (int steps = 0; steps < kMostCentres;) {
    refused_ = false;
    if (!wasCentre(answer.centre->values)) centres_.push_back(answer.centre->values);
    auto step = this->step(goal, answer, hopeless);
    if (step && *step == Step::Settled && !isHopeless(answer, hopeless)) step = regroup(goal, answer);
    if (!step) return tl::unexpected(step.error());
    if (*step == Step::Settled) return answer;
    answer.proven = false;
    if (*step == Step::Stopped) return answer;
    if (!refused_) ++steps;
    if (refused_ && ++refusals > kMostRefusals) return answer;
  }
  return answer;
}

Result<BodyAnswer> BodySearch::front(const SearchGoal& goal, FoundFigure second, const ProbedDesign& centre,
                                     int most) {
  BodyAnswer answer;
  const AdditiveFigures& figures = figuresAt(centre);
  search_.usePairs(figures.pairs);
  for (int refusals = 0; refusals <= kMostRefusals; ++refusals) {
    const engine::FinderFront front =
        search_.findFront(problemAt(goal, centre, figures), figures.of(second), most, budget_.limits());
    answer.proven = front.proven && figures.unbuildable.empty();
    answer.found.clear();
    refused_ = false;
    for (const engine::FoundDesign& one : front.designs) {
      if (budget_.isOver()) return answer.proven = false, answer;
      ++built_;
      const auto about = probe_.about(one.design, search_.choicesOf(one.design), centre);
      if (about && !about->errors.empty()) {
        refuse(*about, answer);
        break;
      }
      auto exact = build(one.design);
      if (!exact) return tl::unexpected(exact.error());
      if (*exact && isSound(goal, **exact)) answer.found.push_back(std::move(**exact));
    }
    if (!refused_) break;
  }
  return answer;
}

}  // namespace configurator
