// How long a quick marker takes and how long it gets: the bags, at their targets, and the ESICUP instances
// beside the best lengths known. Each is laid with the seed 1; `length`, `of_best` and `efficiency_pct` are
// the marker's.
//
// Best known: the densities of A. Elkeran, A new approach for sheet nesting problem using guided cuckoo
// search and pairwise clustering, Eur. J. Oper. Res. 231 (2013), as lengths of these instances (area / (width
// x density)). They took minutes to hours and are not what a bottom-left search of milliseconds can reach.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "bom/marker/marker.h"
#include "tests/bom/strip_file.h"

namespace {

struct Instance {
  std::string name, file;
  double best_density = 0;  ///< 0: none known
  double target_mm = 0;     ///< 0: none set
};

std::vector<Instance> instances() {
  return {{"kanken-x4", "bags/kanken_w1500_x4.strip.json", 0, 2010},
          {"daypack-x4", "bags/daypack_large_w1400_x4.strip.json", 0, 2970},
          {"rolltop-x4", "bags/rolltop_small_w1400_x4.strip.json", 0, 0},
          {"albano", "esicup/albano.json", 0.8958, 0},
          {"fu", "esicup/fu.json", 0.9241, 0},
          {"jakobs1", "esicup/jakobs1.json", 0.8910, 0},
          {"marques", "esicup/marques.json", 0.9059, 0},
          {"shapes0", "esicup/shapes0.json", 0.6879, 0},
          {"shirts", "esicup/shirts.json", 0.8896, 0},
          {"trousers", "esicup/trousers.json", 0.9100, 0}};
}

void lay(benchmark::State& state, const Instance& instance, const bom::MarkerBudget& budget) {
  const auto strip = readStrip(instance.file);
  if (!strip) {
    state.SkipWithError("no reference data (set RUCKSMITH_REFERENCE)");
    return;
  }
  bom::Marker marker;
  for (auto _ : state) {
    marker = bom::layMarker(strip->pieces, strip->cloth, budget).value_or(bom::Marker());
    benchmark::DoNotOptimize(marker);
  }
  const double efficiency = bom::markerEfficiency(marker, strip->cloth);
  state.counters["length"] = marker.length_mm;
  state.counters["efficiency_pct"] = 100 * efficiency;
  if (instance.best_density > 0) state.counters["of_best"] = instance.best_density / efficiency;
  if (instance.target_mm > 0) state.counters["of_target"] = marker.length_mm / instance.target_mm;
}

void addBenchmarks() {
  static const std::vector<Instance> kInstances = instances();
  for (const auto& [name, budget] :
       {std::pair<std::string, bom::MarkerBudget>{"quick", bom::quickMarker()},
        std::pair<std::string, bom::MarkerBudget>{"final", bom::finalMarker()}}) {
    for (const Instance& instance : kInstances) {
      auto* added = benchmark::RegisterBenchmark(
          (name + "/" + instance.name).c_str(),
          [&instance, budget = budget](benchmark::State& state) { lay(state, instance, budget); });
      added->Unit(benchmark::kMillisecond);
      if (name == "final") added->Iterations(1);
    }
  }
}

}  // namespace

int main(int count, char** words) {
  benchmark::Initialize(&count, words);
  if (benchmark::ReportUnrecognizedArguments(count, words)) return 2;
  addBenchmarks();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
