// The shipped data on quality against the public tables, and the rules of markets on the days that they
// begin.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "bom/quality/compliance.h"
#include "bom/quality/sampling_plan.h"
#include "configurator/catalog/load_catalog.h"
#include "configurator/catalog/split_text.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;

const bom::PriceBook& shippedBook() {
  static const Catalog kCatalog = [] {
    auto catalog = loadCatalog(fs::path(RUCKSMITH_SOURCE_DIR) / "assets" / "catalog");
    if (!catalog) throw std::logic_error(catalog.error().message);
    return std::move(*catalog);
  }();
  return kCatalog.prices;
}

/// A lot that has the letter at level II, or else at another level.
std::pair<std::int64_t, std::string> lotOf(const std::string& letter) {
  for (const std::string level : {"II", "III", "S1"}) {
    for (const bom::LotRange& lot : shippedBook().quality.lots) {
      // The largest lot of the range: no sample takes the whole of it.
      if (lot.letters.at(level) == letter) return {lot.to == 0 ? 600'000 : lot.to, level};
    }
  }
  throw std::logic_error("no lot has the letter " + letter);
}

TEST(ShippedSampling, EqualsEveryCellOfTheResolvedTable) {
  const char* reference = std::getenv("RUCKSMITH_REFERENCE");
  const fs::path folder =
      reference != nullptr ? fs::path(reference) : fs::path(RUCKSMITH_SOURCE_DIR) / "../shared";
  std::ifstream file(folder / "domain" / "aql_single_normal_resolved.csv");
  if (!file) GTEST_SKIP() << "no reference data at " << folder;
  std::string line;
  std::getline(file, line);
  int cells = 0;
  while (std::getline(file, line)) {
    const auto cell = splitAt(line, ',');  // letter, AQL, effective letter, sample, Ac, Re, how
    ASSERT_GE(cell.size(), 6U) << line;
    if (cell[2].size() != 1) continue;  // no plan in that direction
    const auto [lot, level] = lotOf(cell[0]);
    const auto plan = bom::samplingPlan(shippedBook().quality, lot, level, cell[1]);
    ASSERT_TRUE(plan) << line << ": " << plan.error().message;
    EXPECT_EQ(plan->code_letter, cell[0]) << line;
    EXPECT_EQ(plan->letter, cell[2]) << line;
    EXPECT_EQ(std::to_string(plan->size), std::to_string(std::min(lot, std::stol(cell[3])))) << line;
    EXPECT_EQ(std::to_string(plan->accept), cell[4]) << line;
    EXPECT_EQ(std::to_string(plan->reject), cell[5]) << line;
    ++cells;
  }
  EXPECT_EQ(cells, 192);  // 16 letters x 12 AQLs
}

TEST(ShippedSampling, HoldsCellsOfThePublicTable) {
  // Copied by hand from MIL-STD-105E, table II-A: lot, AQL, sample, Ac.
  struct Cell {
    std::int64_t lot;
    const char* aql;
    std::int64_t size, accept;
  };
  for (const Cell& cell : {Cell{1000, "0.65", 80, 1},
                           {1000, "1.5", 80, 3},
                           {1000, "6.5", 80, 10},
                           {1000, "10", 80, 14},
                           {3000, "0.10", 125, 0},
                           {3000, "0.15", 80, 0},
                           {3000, "0.25", 200, 1},
                           {200, "0.65", 20, 0},
                           {400, "0.65", 80, 1},
                           {40, "2.5", 5, 0},
                           {60, "2.5", 20, 1},
                           {15, "6.5", 2, 0},
                           {100'000, "6.5", 200, 21}}) {
    const auto plan = bom::samplingPlan(shippedBook().quality, cell.lot, "II", cell.aql);
    ASSERT_TRUE(plan) << cell.lot << " " << cell.aql;
    EXPECT_EQ(plan->size, cell.size) << cell.lot << " " << cell.aql;
    EXPECT_EQ(plan->accept, cell.accept) << cell.lot << " " << cell.aql;
  }
}

TEST(ShippedSampling, EverySectionOfTheBillIsLookedAtWhenItComesIn) {
  std::set<bom::BillSection> seen;
  for (const bom::InspectionPoint& point : shippedBook().quality.points)
    seen.insert(point.sections.begin(), point.sections.end());
  for (const auto& [id, item] : shippedBook().items) EXPECT_EQ(seen.count(item.section), 1U) << id;
}

/// The status of a shipped rule for a vest of one cloth with a C0 water repellent.
bom::ComplianceRow judgeVest(const std::string& rule, const std::string& market, const std::string& on) {
  bom::PriceBook book = shippedBook();
  std::erase_if(book.quality.rules, [&](const bom::ComplianceRule& one) { return one.id != rule; });
  bom::Product product;
  product.style.type = "vest";
  bom::Bill bill;
  bom::BillLine line;
  line.number = "1.1";
  line.item = "ny100rs";
  line.mass = bom::Quantity::fromMillionths(100'000'000, bom::Unit::Gram);
  bill.lines = {line};
  const auto rows = bom::complianceOf(product, bill, book, {&book.markets.at(market), on});
  return rows.empty() ? bom::ComplianceRow{} : rows.front();
}

TEST(ShippedRules, BeginOnTheirDay) {
  struct Day {
    const char *rule, *market, *before, *on;
  };
  // Days of compliance_by_market.csv.
  for (const Day& day : {Day{"gpsr", "DE", "2024-12-12", "2024-12-13"},
                         {"pfhxa-clothing", "DE", "2026-10-09", "2026-10-10"},
                         {"pfhxa-textiles", "ES", "2027-10-09", "2027-10-10"},
                         {"fr-pfas-apparel", "FR", "2025-12-31", "2026-01-01"},
                         {"fr-pfas-textiles", "FR", "2029-12-31", "2030-01-01"},
                         {"dk-pfas", "DK", "2026-06-30", "2026-07-01"},
                         {"green-claims", "DE", "2026-09-26", "2026-09-27"},
                         {"ab1817-100", "US", "2024-12-31", "2025-01-01"},
                         {"ab1817-50", "US", "2026-12-31", "2027-01-01"}}) {
    EXPECT_EQ(judgeVest(day.rule, day.market, day.before).status, bom::ComplianceStatus::NotApplicable)
        << day.rule;
    EXPECT_EQ(judgeVest(day.rule, day.market, day.on).status, bom::ComplianceStatus::DocumentMissing)
        << day.rule;
  }
  EXPECT_EQ(judgeVest("ab1817-100", "US", "2027-01-01").status, bom::ComplianceStatus::NotApplicable);
}

TEST(ShippedRules, OfSaudiArabiaAreNotThoseOfSouthAmerica) {
  EXPECT_EQ(judgeVest("saber", "SA", "2026-01-01").market, "SA");
  for (const char* market : {"BR", "AR", "CO", "CL", "PE"})
    EXPECT_TRUE(judgeVest("saber", market, "2026-01-01").rule.empty()) << market;
}

TEST(ShippedRules, AskForNoCeMarkOnTextileAlone) {
  EXPECT_EQ(judgeVest("ce", "DE", "2026-01-01").status, bom::ComplianceStatus::NotApplicable);
}

}  // namespace
}  // namespace configurator
