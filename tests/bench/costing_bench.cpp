// How long costing takes: one design at seven quantities, every option of a design, 10,000 variants, a bill
// of 10,000 lines, and the same explosion as a recursive query of SQLite in memory. Budgets: 150 us; 250 ms
// exact and 16 ms about; 2 s; 20 ms; SQLite at least 20 times as long.
#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <stdexcept>
#include <string>

#include "bom/estimate.h"
#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

const Design& hydration() {
  static const Design design = templateDesign("hydration");
  return design;
}

const Figures& hydrationFigures() {
  static const Figures figures = figuresOf(programWorkshop(), hydration()).value();
  return figures;
}

bom::EstimateInput sevenQuantities() {
  bom::EstimateInput input;
  input.as_of = "2026-11-01";
  input.words = false;
  return input;
}

void repriceAtSevenQuantities(benchmark::State& state) {
  const Figures& figures = hydrationFigures();
  const auto costing =
      bom::prepareCosting(*figures.product, programWorkshop().catalog.prices, &figures.consumption).value();
  const bom::EstimateInput input = sevenQuantities();
  const auto market = bom::prepareMarket(costing, input.market);
  for (auto _ : state) benchmark::DoNotOptimize(bom::makeEstimate(costing, market, input).value());
}
BENCHMARK(repriceAtSevenQuantities)->Unit(benchmark::kMicrosecond);

/// Every other option of every slot, whether it is valid or not: the whole road of each.
int reckonOptions(const Design& design, const bom::Consumption* cloth_like) {
  int reckoned = 0;
  for (const Slot& slot : programWorkshop().catalog.slots) {
    for (const Option& option : programWorkshop().catalog.options) {
      if (option.slot != slot.id || design.choices.options.at(slot.id).value == option.id) continue;
      Design other = design;
      other.choices.options[slot.id] = {option.id, By::User, false};
      FigureRequest request;
      request.price_only = true;
      request.cloth_like = cloth_like;
      const auto figures = figuresOf(programWorkshop(), other, request);
      if (figures && figures->estimate) ++reckoned;
    }
  }
  return reckoned;
}

void allOptionsExactly(benchmark::State& state) {
  int options = 0;
  for (auto _ : state) options = reckonOptions(hydration(), nullptr);
  state.counters["options"] = options;
}
BENCHMARK(allOptionsExactly)->Unit(benchmark::kMillisecond);

void allOptionsAbout(benchmark::State& state) {
  const Figures& figures = hydrationFigures();
  int options = 0;
  for (auto _ : state) options = reckonOptions(hydration(), &figures.consumption);
  state.counters["options"] = options;
}
BENCHMARK(allOptionsAbout)->Unit(benchmark::kMillisecond);

/// Each variant has another cloth in its front panel and other amounts, and is exploded anew.
void tenThousandVariants(benchmark::State& state) {
  const bom::PriceBook& book = programWorkshop().catalog.prices;
  bom::EstimateInput input = sevenQuantities();
  input.quantities = {1000};
  bom::Product product = *hydrationFigures().product;
  for (auto _ : state) {
    for (int i = 0; i < 10'000; ++i) {
      product.uses.front().net = bom::Quantity::fromMillionths(100'000 + i, product.uses.front().net.unit());
      const auto costing = bom::prepareCosting(product, book, nullptr).value();
      bom::MarketCosting market;
      market.market = &book.markets.at(input.market);
      benchmark::DoNotOptimize(bom::makeEstimate(costing, market, input).value());
    }
  }
}
BENCHMARK(tenThousandVariants)->Unit(benchmark::kMillisecond)->Iterations(1);

/// A tree of 100 modules with 100 lines each, of items of the catalog.
const bom::Product& largeProduct() {
  static const bom::Product product = [] {
    bom::Product large = *hydrationFigures().product;
    const std::vector<bom::Use> uses = std::move(large.uses);
    large.uses.clear();
    large.seams.clear();
    large.stitches.clear();
    large.reinforcements.clear();
    large.assemblies = {{"product", "Product", "", false}};
    for (int module = 0; module < 100; ++module) {
      const std::string id = "m" + std::to_string(module);
      const std::string parent = module < 10 ? "product" : "m" + std::to_string(module / 10 - 1);
      large.assemblies.push_back({id, "Module " + id, parent, false});
      for (int line = 0; line < 100; ++line) {
        bom::Use use = uses[static_cast<std::size_t>(module * 100 + line) % uses.size()];
        use.assembly = id;
        use.placement = "place " + std::to_string(line);
        large.uses.push_back(std::move(use));
      }
    }
    return large;
  }();
  return product;
}

void billOfTenThousandLines(benchmark::State& state) {
  const bom::PriceBook& book = programWorkshop().catalog.prices;
  std::size_t lines = 0;
  for (auto _ : state) {
    const auto bill = bom::makeBill(largeProduct(), book, {1000, bom::Currency()}).value();
    lines = bill.lines.size();
  }
  state.counters["lines"] = static_cast<double>(lines);
}
BENCHMARK(billOfTenThousandLines)->Unit(benchmark::kMillisecond);

/// The prices of the exploded product again: what a click costs.
void repriceTenThousandLines(benchmark::State& state) {
  const auto explosion = bom::explode(largeProduct(), programWorkshop().catalog.prices, nullptr).value();
  for (auto _ : state) benchmark::DoNotOptimize(bom::priceLines(explosion, 1000, bom::Currency()).value());
}
BENCHMARK(repriceTenThousandLines)->Unit(benchmark::kMillisecond);

/// SQLite in memory with the same tree, uses and prices.
class Database {
 public:
  Database() {
    if (sqlite3_open(":memory:", &db_) != SQLITE_OK) throw std::runtime_error("no SQLite");
    run("CREATE TABLE assembly(id TEXT PRIMARY KEY, parent TEXT); CREATE INDEX below ON assembly(parent);"
        "CREATE TABLE use(assembly TEXT, item TEXT, net REAL); CREATE INDEX within ON use(assembly);"
        "CREATE TABLE item(id TEXT PRIMARY KEY, price REAL, waste REAL);");
    run("BEGIN");
    for (const bom::Assembly& assembly : largeProduct().assemblies)
      run("INSERT INTO assembly VALUES('" + assembly.id + "','" + assembly.parent + "')");
    for (const bom::Use& use : largeProduct().uses)
      run("INSERT INTO use VALUES('" + use.assembly + "','" + use.item + "'," +
          std::to_string(use.net.toDouble()) + ")");
    for (const auto& [id, item] : programWorkshop().catalog.prices.items)
      run("INSERT INTO item VALUES('" + id + "'," +
          std::to_string(static_cast<double>(item.price.millionths()) / 1e6) + "," +
          std::to_string(static_cast<double>(item.cutting_waste.billionths()) / 1e9) + ")");
    run("COMMIT");
    const char* query =
        "WITH RECURSIVE tree(root, id) AS (SELECT id, id FROM assembly UNION ALL "
        "SELECT tree.root, assembly.id FROM tree JOIN assembly ON assembly.parent = tree.id) "
        "SELECT tree.root, SUM(use.net * (1 + item.waste) * item.price) FROM tree "
        "JOIN use ON use.assembly = tree.id JOIN item ON item.id = use.item GROUP BY tree.root";
    if (sqlite3_prepare_v2(db_, query, -1, &query_, nullptr) != SQLITE_OK)
      throw std::runtime_error("no query");
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() {
    sqlite3_finalize(query_);
    sqlite3_close(db_);
  }

  /// The cost of every assembly with all that is below it.
  double explode() {
    double sum = 0;
    while (sqlite3_step(query_) == SQLITE_ROW) sum += sqlite3_column_double(query_, 1);
    sqlite3_reset(query_);
    return sum;
  }

 private:
  void run(const std::string& statement) {
    if (sqlite3_exec(db_, statement.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(db_));
  }
  sqlite3* db_ = nullptr;
  sqlite3_stmt* query_ = nullptr;
};

void sqliteTenThousandLines(benchmark::State& state) {
  Database database;
  for (auto _ : state) benchmark::DoNotOptimize(database.explode());
}
BENCHMARK(sqliteTenThousandLines)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace configurator

BENCHMARK_MAIN();
