// How fast the engines follow clicks through the given models, as a table in milliseconds beside the goals.
// "cpu" is the time of the thread alone: on a busy machine the clock tells of the neighbours too.
//   build/engine_bench [clicks, default 1000]
#include <time.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include "configurator/rules/diagram.h"
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

void printRow(const std::string& work, const std::string& model, const Measured& measured, double goal) {
  std::printf("%-24s %-20s %8.3f %8.3f %8.3f %8.3f %9.3f", work.c_str(), model.c_str(),
              measured.clock.at(0.5), measured.clock.at(0.95), measured.clock.at(0.99), measured.clock.at(1),
              measured.thread.at(0.95));
  if (goal > 0) std::printf("   p95 %g: %s", goal, measured.clock.at(0.95) <= goal ? "kept" : "missed");
  std::printf("\n");
  std::fflush(stdout);
}

struct Given {
  std::string name, file;
  double goal_ms;
};

void benchDomains(const Given& given, const models::ForeignModel& foreign, int count) {
  SearchEngine engine(foreign.model);
  Measured measured;
  models::RandomClicks clicks(
      foreign.model,
      [&](const auto& choices) {
        return choices.empty() ? engine.domains(choices)
                               : measured.call([&] { return engine.domains(choices); });
      },
      1);
  for (int click = 0; click < count; ++click) clicks.click();
  printRow("domains, search", given.name, measured, given.goal_ms);
  if (clicks.deadEnds() != 0) std::printf("%ld dead ends\n", static_cast<long>(clicks.deadEnds()));
}

void benchDiagram(const Given& given, const models::ForeignModel& foreign, int count) {
  Measured compiling, measured;
  const auto diagram = compiling.call([&] { return Diagram::compile(foreign.model); });
  printRow(diagram ? "compile" : "compile, given up", given.name, compiling, 0);
  if (!diagram) return;
  models::RandomClicks clicks(
      foreign.model,
      [&](const auto& choices) { return measured.call([&] { return diagram->domains(choices); }); }, 1);
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

void benchReasons(const Given& given, const models::ForeignModel& foreign, int count) {
  SearchEngine engine(foreign.model);
  models::RandomClicks clicks(
      foreign.model, [&](const auto& choices) { return engine.domains(choices); }, 1);
  Measured why, all, repairs;
  for (int click = 0; click < count; ++click) {
    clicks.click();
    const auto wanted = blockedValue(foreign.model, clicks.domains(), click);
    if (!wanted) continue;
    why.call([&] { return engine.explain(clicks.choices(), wanted); });
    repairs.call([&] { return engine.repairs(clicks.choices(), wanted, {}, 3); });
    if (click % 10 == 0) all.call([&] { return engine.explainAll(clicks.choices(), wanted, 5); });
  }
  printRow("why not, minimal", given.name, why, 10);
  printRow("why not, five shortest", given.name, all, 0);
  printRow("repairs, three", given.name, repairs, 0);
}

}  // namespace

int main(int arguments, char** words) {
  const int count = arguments > 1 ? std::atoi(words[1]) : 1000;
  std::printf("%-24s %-20s %8s %8s %8s %8s %9s   goal\n", "work", "model", "p50", "p95", "p99", "max",
              "cpu p95");
  for (const Given& given : {Given{"pc_richmond", "dimacs/pc_richmond.dimacs", 1},
                             {"automotive01", "dimacs/automotive01.dimacs", 5},
                             {"automotive2_1", "dimacs/automotive2_1.dimacs.gz", 100},
                             {"Renault medium", "renault/renault_medium.xml.gz", 1}}) {
    const auto file = models::referenceFolder() / given.file;
    if (!std::filesystem::exists(file)) {
      std::printf("%s: not here (set RUCKSMITH_REFERENCE)\n", file.c_str());
      continue;
    }
    const models::ForeignModel foreign = models::readModel(file);
    benchDomains(given, foreign, count);
    if (given.goal_ms <= 1) benchDiagram(given, foreign, count);
    if (given.name == "Renault medium") benchReasons(given, foreign, count);
  }
}
