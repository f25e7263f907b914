// How fast the engines follow clicks through our catalog and the given models, as a table in milliseconds
// beside the goals.
// "cpu" is the time of the thread alone: on a busy machine the clock tells of the neighbours too.
//   build/engine_bench [clicks, default 1000]
#include <time.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include "configurator/rules/catalog_model.h"
#include "configurator/rules/diagram.h"
#include "configurator/rules/rule_faults.h"
#include "tests/configurator/random_design.h"
#include "tests/models/random_clicks.h"
#include "tests/models/read_model.h"
#include "tests/models/reference_models.h"

namespace {

using namespace configurator::engine;  // NOLINT(google-build-using-namespace): the words of every line here
using models::ClickTimes;

double threadMilliseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Clock and thread time of some calls.
struct Measured {
  ClickTimes clock, thread;
  template <typename Work>
  auto call(Work work) {
    const auto start = std::chrono::steady_clock::now();
    const double used = threadMilliseconds();
    auto answer = work();
    thread.milliseconds.push_back(threadMilliseconds() - used);
    clock.milliseconds.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    return answer;
  }
};

/// `share`: of the calls that the goal holds for.
void printRow(const std::string& work, const std::string& model, const Measured& measured, double goal,
              double share = 0.95) {
  std::printf("%-24s %-20s %8.3f %8.3f %8.3f %8.3f %9.3f", work.c_str(), model.c_str(),
              measured.clock.at(0.5), measured.clock.at(0.95), measured.clock.at(0.99), measured.clock.at(1),
              measured.thread.at(0.95));
  if (goal > 0) {
    std::printf("   p%.0f %g: %s", 100 * share, goal, measured.clock.at(share) <= goal ? "kept" : "missed");
  }
  std::printf("\n");
  std::fflush(stdout);
}

struct Given {
  std::string name, file;
  double goal_ms, why_goal_ms = 10;
};

void benchDomains(const Given& given, const DomainModel& model, int count) {
  SearchEngine engine(model);
  Measured measured;
  models::RandomClicks clicks(
      model,
      [&](const auto& choices) {
        return choices.empty() ? engine.domains(choices)
                               : measured.call([&] { return engine.domains(choices); });
      },
      1);
  for (int click = 0; click < count; ++click) clicks.click();
  printRow("domains, search", given.name, measured, given.goal_ms, given.file.empty() ? 0.99 : 0.95);
  if (clicks.deadEnds() != 0) std::printf("%ld dead ends\n", static_cast<long>(clicks.deadEnds()));
}

void benchDiagram(const Given& given, const DomainModel& model, int count) {
  Measured compiling, measured;
  const auto diagram = compiling.call([&] { return Diagram::compile(model); });
  printRow(diagram ? "compile" : "compile, given up", given.name, compiling, 0);
  if (!diagram) return;
  models::RandomClicks clicks(
      model, [&](const auto& choices) { return measured.call([&] { return diagram->domains(choices); }); },
      1);
  for (int click = 0; click < count; ++click) clicks.click();
  printRow("domains, diagram", given.name, measured, given.goal_ms);
  Measured changes;
  changes.call([&] { return diagram->fewestChanges(clicks.choices(), {}); });
  printRow("least changes, all values", given.name, changes, 0);
}

/// Blocked values of variables that are not chosen, one of them by the click's number.
std::optional<Literal> blockedValue(const DomainModel& model, const Domains& domains, int click) {
  std::vector<Literal> blocked;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    const int first = model.firstValue(variable), values = model.valueCount(variable);
    bool is_chosen = false;
    for (int value = 0; value < values; ++value)
      is_chosen = is_chosen || domains.states[first + value] == ValueState::chosen;
    for (int value = 0; value < values && !is_chosen; ++value) {
      if (domains.states[first + value] == ValueState::blocked) blocked.push_back({variable, value, true});
    }
  }
  if (blocked.empty()) return std::nullopt;
  return blocked[static_cast<std::size_t>(click) * 7919 % blocked.size()];
}

void benchReasons(const Given& given, const DomainModel& model, int count) {
  SearchEngine engine(model);
  models::RandomClicks clicks(
      model, [&](const auto& choices) { return engine.domains(choices); }, 1);
  Measured why, all, repairs;
  for (int click = 0; click < count; ++click) {
    clicks.click();
    const auto wanted = blockedValue(model, clicks.domains(), click);
    if (!wanted) continue;
    why.call([&] { return engine.explain(clicks.choices(), wanted); });
    repairs.call([&] { return engine.repairs(clicks.choices(), wanted, {}, 3); });
    if (click % 10 == 0) all.call([&] { return engine.explainAll(clicks.choices(), wanted, 5); });
  }
  printRow("why not, minimal", given.name, why, given.why_goal_ms);
  printRow("why not, five shortest", given.name, all, 0);
  printRow("repairs, three", given.name, repairs, 0);
}

/// Our catalog: what every click asks, and what `catalog check` asks of twice as many rules.
void benchCatalog(int count) {
  const configurator::Catalog& catalog = configurator::testWorkshop().catalog;
  const Given given{"our catalog", "", 1, 2};
  const DomainModel model = configurator::CatalogModel(catalog).model();
  benchDomains(given, model, count);
  benchDiagram(given, model, count);
  benchReasons(given, model, count);
  SearchEngine engine(model);
  Measured changes;
  models::RandomClicks clicks(
      model, [&](const auto& choices) { return engine.domains(choices); }, 1);
  for (int click = 0; click < count / 10; ++click) {
    clicks.click();
    changes.call([&] { return engine.fewestChanges(clicks.choices()); });
  }
  printRow("choose anyway, all values", given.name, changes, 5);
  configurator::Catalog large = catalog;
  for (std::size_t rule = 0; large.rules.size() < 300; ++rule) {
    large.rules.push_back(catalog.rules[rule]);
    large.rules.back().id += "-again";
  }
  Measured checking;
  for (int i = 0; i < 5; ++i) {
    checking.call([&] {
      configurator::Problems problems;
      configurator::findLargeRules(large, problems);
      configurator::findRuleFaults(large, problems);
      return problems.count();
    });
  }
  printRow("catalog check", std::to_string(large.rules.size()) + " rules", checking, 300);
}

}  // namespace

int main(int arguments, char** words) {
  const int count = arguments > 1 ? std::atoi(words[1]) : 1000;
  std::printf("%-24s %-20s %8s %8s %8s %8s %9s   goal\n", "work", "model", "p50", "p95", "p99", "max",
              "cpu p95");
  benchCatalog(count);
  for (const Given& given : {Given{"pc_richmond", "dimacs/pc_richmond.dimacs", 1},
                             {"automotive01", "dimacs/automotive01.dimacs", 5},
                             {"automotive2_1", "dimacs/automotive2_1.dimacs.gz", 100},
                             {"Renault medium", "renault/renault_medium.xml.gz", 1}}) {
    const auto file = models::referenceFolder() / given.file;
    if (!std::filesystem::exists(file)) {
      std::printf("%s: not here (set RUCKSMITH_REFERENCE)\n", file.c_str());
      continue;
    }
    const DomainModel model = models::readModel(file).model;
    benchDomains(given, model, count);
    if (given.goal_ms <= 1) benchDiagram(given, model, count);
    if (given.name == "Renault medium") benchReasons(given, model, count);
  }
}
