// How long the road takes for one design: pack; pack, product, bill and estimate; how it carries; triangles.
// The ten templates one by one, then 200 random valid designs by their median.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "bom/estimate.h"
#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_product.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/session/carry.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

const Catalog& catalog() {
  return testWorkshop().catalog;
}

Pack packOf(const Design& design) {
  return buildPack(catalog(), design.choices, PackSize::M);
}

/// Pack, product, bill (for its mass) and the estimate of one quantity; a click in the window adds carry
/// figures and rules.
std::int64_t reckon(const Design& design) {
  const Pack pack = packOf(design);
  const bom::Product product = buildProduct(catalog(), design, pack);
  bom::EstimateInput input;
  input.quantities = {std::max<std::int64_t>(1, totalQuantity(design.order))};
  input.origin = design.order.origin;
  input.market = design.order.market;
  input.incoterm = design.order.incoterm;
  input.as_of = design.order.date;
  input.currency = bom::Currency::parse(design.order.currency).value_or(bom::Currency());
  const auto estimate = bom::makeEstimate(product, catalog().prices, input);
  return estimate ? estimate->breaks.front().bill.mass.millionths() : 0;
}

struct Counts {
  std::size_t triangles = 0, pieces = 0;
};

Counts triangulate(const Pack& pack) {
  const PackScene scene = buildScene(pack, testWorkshop().models);
  Counts counts{0, pack.pieces.size()};
  for (const renderer::Node& node : scene.geometry.nodes)
    counts.triangles += scene.geometry.meshes[node.mesh].indices.size() / 3;
  return counts;
}

/// What is timed: `prepare` is not.
struct Station {
  std::string name;
  std::function<std::function<void()>(const Design&)> prepare;
};

std::vector<Station> stations() {
  return {
      {"pack", [](const Design& design) { return [&design] { benchmark::DoNotOptimize(packOf(design)); }; }},
      {"reckon",
       [](const Design& design) { return [&design] { benchmark::DoNotOptimize(reckon(design)); }; }},
      {"carry",
       [](const Design& design) {
         return [&design, pack = packOf(design), product = buildProduct(catalog(), design, packOf(design))] {
           benchmark::DoNotOptimize(carryOf(testWorkshop(), design, pack, product));
         };
       }},
      {"triangles", [](const Design& design) {
         return [pack = packOf(design)] { benchmark::DoNotOptimize(triangulate(pack)); };
       }}};
}

void timeTemplate(benchmark::State& state, const Station& station, const Design& design) {
  const std::function<void()> work = station.prepare(design);
  for (auto _ : state) work();
  const Pack pack = packOf(design);
  state.counters["pieces"] = static_cast<double>(pack.pieces.size());
  if (station.name == "triangles")
    state.counters["triangles"] = static_cast<double>(triangulate(pack).triangles);
}

double secondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// One round over all designs; the time reported is the median design's.
void timeRandom(benchmark::State& state, const Station& station) {
  std::vector<std::function<void()>> all;
  std::size_t most = 0;
  for (const Design& design : randomDesigns()) all.push_back(station.prepare(design));
  for (auto _ : state) {
    std::vector<double> seconds;
    for (const auto& work : all) seconds.push_back(secondsOf(work));
    std::sort(seconds.begin(), seconds.end());
    state.SetIterationTime(seconds[seconds.size() / 2]);
    state.counters["p95_us"] = 1e6 * seconds[seconds.size() * 95 / 100];
  }
  if (station.name != "triangles") return;
  for (const Design& design : randomDesigns()) most = std::max(most, triangulate(packOf(design)).triangles);
  state.counters["triangles"] = static_cast<double>(most);
}

void addBenchmarks() {
  static const std::vector<Design> kTemplates = templateDesigns();
  for (const Station& station : stations()) {
    for (const Design& design : kTemplates) {
      benchmark::RegisterBenchmark(
          (station.name + "/" + design.template_id).c_str(),
          [station, &design](benchmark::State& state) { timeTemplate(state, station, design); })
          ->Unit(benchmark::kMicrosecond);
    }
    benchmark::RegisterBenchmark((station.name + "/random-median").c_str(),
                                 [station](benchmark::State& state) { timeRandom(state, station); })
        ->UseManualTime()
        ->Iterations(station.name == "triangles" ? 1 : 5)
        ->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace
}  // namespace configurator

int main(int count, char** words) {
  benchmark::Initialize(&count, words);
  if (benchmark::ReportUnrecognizedArguments(count, words)) return 2;
  configurator::addBenchmarks();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
