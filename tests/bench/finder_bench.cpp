// How long the finder takes over the program's own catalog, with cost and mass caps: the proven optimum of
// measured sums (the engine), and the whole answer with every design built. Milliseconds.
//   build/finder_bench [questions of a template, default 12]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <vector>

#include "configurator/session/find_designs.h"
#include "tests/configurator/random_design.h"

namespace {

using namespace configurator;  // NOLINT(google-build-using-namespace): the words of every line here

double millisecondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void printTimes(const char* work, std::vector<double> times, double goal) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) { return times[static_cast<std::size_t>(share * (times.size() - 1))]; };
  std::printf("%-34s %4zu %9.1f %9.1f %9.1f", work, times.size(), at(0.5), at(0.95), at(1));
  if (goal > 0) std::printf("   p95 %g: %s", goal, at(0.95) <= goal ? "kept" : "missed");
  std::printf("\n");
}

struct Totals {
  std::vector<double> sums, fronts, whole;
  int questions = 0, proven = 0, possible = 0, answers = 0, proven_answers = 0;
};

/// Caps between what the design has and what it could have at least.
engine::FinderProblem askedOf(const AdditiveFigures& figures, const ProbedDesign& at,
                              std::mt19937_64& random) {
  engine::FinderProblem problem;
  const bool cost = random() % 2 == 0;
  problem.objective = figures.of(cost ? FoundFigure::Cost : FoundFigure::Mass);
  for (const FoundFigure figure : {FoundFigure::Cost, FoundFigure::Mass}) {
    const auto share = static_cast<std::int64_t>(20 + random() % 60);
    problem.caps.push_back({figures.of(figure), -figureIn(at.sums, figure) * share / 100});
  }
  problem.designs = 1 + static_cast<int>(random() % 3);
  return problem;
}

void benchTemplate(const Design& design, int questions, Totals& totals) {
  FigureRequest request;
  request.in_all_sizes = true;
  const DesignProbe probe(testWorkshop(), design, request);
  SearchModel search(testWorkshop(), design, {});
  const auto at = probe.build(search.rules().designOf(design.choices), design.choices);
  if (!at || !*at) return;
  const AdditiveFigures figures = probe.measure(search, search.domains({}), **at);
  std::mt19937_64 random(7);
  for (int question = 0; question < questions; ++question) {
    engine::FinderProblem problem = askedOf(figures, **at, random);
    engine::FinderAnswer answer;
    totals.sums.push_back(millisecondsOf([&] { answer = search.find(problem, {}); }));
    ++totals.questions;
    totals.proven += answer.proven ? 1 : 0;
    totals.possible += answer.designs.empty() ? 0 : 1;
  }
  engine::FinderProblem problem;
  problem.objective = figures.of(FoundFigure::Cost);
  totals.fronts.push_back(
      millisecondsOf([&] { search.findFront(problem, figures.of(FoundFigure::Mass), 9, {}); }));
  Design bound = design;
  bound.choices.options.at("body").by = By::User;
  FindRequest find;
  find.figures = request;
  find.bounds.min_capacity_l = design.choices.parameters.at("capacity").value;
  find.bounds.max_mass_g = (*at)->mass_g * 0.7;
  totals.whole.push_back(millisecondsOf([&] {
    const auto answer = findDesigns(testWorkshop(), bound, find);
    ++totals.answers;
    totals.proven_answers += answer && answer->proven ? 1 : 0;
  }));
}

}  // namespace

int main(int arguments, char** words) {
  const int questions = arguments > 1 ? std::atoi(words[1]) : 12;
  Totals totals;
  for (const Design& design : templateDesigns()) benchTemplate(design, questions, totals);
  std::printf("%-34s %4s %9s %9s %9s   goal\n", "work", "", "p50", "p95", "max");
  printTimes("optimum of sums, capped", totals.sums, 500);
  printTimes("front of sums, nine designs", totals.fronts, 0);
  printTimes("find, the body chosen", totals.whole, 0);
  std::printf("%d of %d optima proven, %d of them with a design; %d of %d finds proven\n", totals.proven,
              totals.questions, totals.possible, totals.proven_answers, totals.answers);
}
