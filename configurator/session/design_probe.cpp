#include "configurator/session/design_probe.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/given_numbers.h"
#include "configurator/pack/in_parallel.h"
#include "configurator/session/carry.h"
#include "configurator/session/choice_state.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

std::vector<Violation> errorsAmong(const std::vector<Violation>& violations) {
  std::vector<Violation> errors;
  for (const Violation& violation : violations)
    if (violation.severity == "error") errors.push_back(violation);
  return errors;
}

}  // namespace

DesignProbe::DesignProbe(const Workshop& workshop, const Design& design, FigureRequest request,
                         std::function<void()> built)
    : workshop_(&workshop),
      unlaid_(workshop),
      design_(&design),
      request_(std::move(request)),
      built_(std::move(built)) {
  unlaid_.markers = std::make_shared<bom::KeptMarkers>();
  request_.price_only = true;
}

std::optional<ProbedDesign> DesignProbe::probed(engine::Design values, Choices choices,
                                                const Figures& figures) const {
  if (!figures.estimate || !figures.pack) return std::nullopt;
  const bom::EstimateAtQuantity& at = figures.estimate->breaks.front();
  const auto cost = unitCost(at, figures.estimate->input.incoterm);
  if (!cost) return std::nullopt;
  ProbedDesign design;
  design.values = std::move(values);
  design.choices = std::move(choices);
  design.unit_cost = *cost;
  design.mass_g = at.bill.mass.toDouble();
  design.capacity_l = figures.pack->capacity_l;
  design.carry_l = figures.pack->carry_l;
  design.label_means = figures.pack->label_means;
  design.sums = {cost->rounded(4).millionths() / 100, std::llround(design.mass_g * 1000),
                 std::llround(labelledLitres(*figures.pack) * 1000)};
  design.errors = errorsAmong(figures.violations);
  design.zones = zonesOf(*figures.pack);
  design.cloth = figures.consumption;
  if (refuses_load_) addLoadErrors(figures, design);
  design.incoterm = figures.estimate->input.incoterm;
  design.quantity = at.quantity;
  return design;
}

/// What carries the load is named with it: another harness may carry the same.
void DesignProbe::addLoadErrors(const Figures& figures, ProbedDesign& design) const {
  Design other = *design_;
  other.choices = design.choices;
  const CarryFigures carry = carryOf(*workshop_, other, *figures.pack, *figures.product);
  for (Violation& finding : loadFindingsOf(other, carry)) {
    finding.severity = "error";
    for (std::string& carrier : loadCarriersOf(workshop_->catalog)) finding.ids.push_back(std::move(carrier));
    design.errors.push_back(std::move(finding));
  }
}

Result<std::optional<ProbedDesign>> DesignProbe::build(engine::Design values, Choices choices) const {
  Design other = *design_;
  other.choices = choices;
  const auto figures = figuresOf(*workshop_, other, request_);
  if (built_) built_();
  if (!figures) return tl::unexpected(figures.error());
  return probed(std::move(values), std::move(choices), *figures);
}

std::optional<ProbedDesign> DesignProbe::about(engine::Design values, Choices choices,
                                               const ProbedDesign& like) const {
  Design other = *design_;
  other.choices = choices;
  FigureRequest request = request_;
  request.in_all_sizes = false;
  request.cloth_like = &like.cloth;
  const auto figures = figuresOf(unlaid_, other, request);
  if (built_) built_();
  if (!figures) return std::nullopt;
  return probed(std::move(values), std::move(choices), *figures);
}

/// Numbers outside what the chosen options leave go to the next one that they do.
Choices DesignProbe::inRange(Choices choices) const {
  for (const Parameter& parameter : workshop_->catalog.parameters) {
    const std::vector<double> steps = allowedSteps(workshop_->catalog, choices, parameter);
    const auto chosen = choices.parameters.find(parameter.id);
    if (steps.empty() || chosen == choices.parameters.end()) continue;
    chosen->second.value = nearestOf(steps, chosen->second.value);
  }
  return choices;
}

bool AdditiveFigures::has(const ValuePair& pair) const {
  return std::any_of(pairs.begin(), pairs.end(), [&](const ValuePair& known) {
    return known.one.variable == pair.one.variable && known.one.value == pair.one.value &&
           known.other.variable == pair.other.variable && known.other.value == pair.other.value;
  });
}

std::int64_t AdditiveFigures::sumOf(const engine::DomainModel& model, FoundFigure figure,
                                    const engine::Design& values) const {
  std::int64_t sum = engine::sumOf(model, of(figure), values);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const bool both = values[pairs[i].one.variable] == pairs[i].one.value &&
                      values[pairs[i].other.variable] == pairs[i].other.value;
    if (both) sum += of(figure)[static_cast<std::size_t>(model.totalValues()) + 2 * i + 1];
  }
  return sum;
}

/// `numbers`: what the numbers alone change. Those that a value moves are told apart from what it changes.
std::optional<FigureSums> DesignProbe::changeBy(const SearchModel& search,
                                                const std::vector<engine::Choice>& values,
                                                const ProbedDesign& at,
                                                const AdditiveFigures& numbers) const {
  engine::Design asked = at.values;
  for (const engine::Choice& value : values) asked[value.variable] = value.value;
  Choices choices = inRange(search.choicesOf(asked));
  const engine::Design moved = search.rules().designOf(choices);
  const auto then = about(asked, std::move(choices), at);
  if (!then) return std::nullopt;
  FigureSums change = then->sums;
  for (std::size_t figure = 0; figure < kFoundFigures; ++figure) {
    for (std::size_t variable = 0; variable < moved.size(); ++variable) {
      if (moved[variable] == asked[variable] || moved[variable] == kNoValue) continue;
      const int first = search.model().firstValue(static_cast<int>(variable));
      change[figure] -= numbers.weights[figure][first + moved[variable]];
    }
  }
  return change;
}

AdditiveFigures DesignProbe::measure(const SearchModel& search, const engine::Domains& domains,
                                     const ProbedDesign& at) const {
  const engine::DomainModel& model = search.model();
  AdditiveFigures figures;
  for (engine::ValueCosts& weights : figures.weights) weights.assign(model.totalValues(), 0);
  const auto base = about(at.values, at.choices, at);
  if (!base) return figures;
  std::vector<engine::Choice> numbers, others;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    const Place kind = search.rules().kindOf(variable);
    const bool is_idle = kind == Place::Zone && !at.zones.contains(model.name(variable));
    if (is_idle || search.isFixed(variable) || search.isSolved(variable)) continue;
    for (int value = 0; value < model.valueCount(variable); ++value) {
      const auto state = domains.states[model.firstValue(variable) + value];
      if (value == at.values[variable] || state == engine::ValueState::blocked) continue;
      (kind == Place::Parameter ? numbers : others).push_back({variable, value});
    }
  }
  for (const std::vector<engine::Choice>& jobs : {numbers, others}) {
    std::vector<std::optional<FigureSums>> sums(jobs.size());
    inParallel(jobs.size(), [&](std::size_t job) { sums[job] = changeBy(search, {jobs[job]}, at, figures); });
    figures.priced += static_cast<std::int64_t>(jobs.size());
    for (std::size_t job = 0; job < jobs.size(); ++job) {
      if (!sums[job]) figures.unbuildable.push_back(jobs[job]);
      for (std::size_t figure = 0; sums[job] && figure < kFoundFigures; ++figure)
        figures.weights[figure][model.firstValue(jobs[job].variable) + jobs[job].value] =
            (*sums[job])[figure] - base->sums[figure];
    }
  }
  return figures;
}

std::size_t DesignProbe::measurePairs(const SearchModel& search, const std::vector<engine::Choice>& values,
                                      const ProbedDesign& at, AdditiveFigures& figures) const {
  const auto base = about(at.values, at.choices, at);
  std::vector<ValuePair> jobs;
  for (std::size_t other = 0; base && other < values.size(); ++other) {
    for (std::size_t one = 0; one < other; ++one)
      if (!figures.has({values[one], values[other]})) jobs.push_back({values[one], values[other]});
  }
  std::vector<std::optional<FigureSums>> sums(jobs.size());
  inParallel(jobs.size(), [&](std::size_t job) {
    sums[job] = changeBy(search, {jobs[job].one, jobs[job].other}, at, figures);
  });
  figures.priced += static_cast<std::int64_t>(jobs.size());
  for (std::size_t job = 0; job < jobs.size(); ++job) {
    const ValuePair& pair = jobs[job];
    figures.pairs.push_back(pair);
    for (std::size_t figure = 0; figure < kFoundFigures; ++figure) {
      engine::ValueCosts& weights = figures.weights[figure];
      const std::int64_t alone = weights[search.model().firstValue(pair.one.variable) + pair.one.value] +
                                 weights[search.model().firstValue(pair.other.variable) + pair.other.value];
      weights.push_back(0);
      weights.push_back(sums[job] ? (*sums[job])[figure] - base->sums[figure] - alone : 0);
    }
  }
  return jobs.size();
}

}  // namespace configurator
