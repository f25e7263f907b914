// Design properties 5 and 8 over random products: nothing lost, nothing counted twice, totals are sums of
// printed lines. Sums are formed here from the product and the lines, by another road than the bill's.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "bom/estimate.h"
#include "bom/number_text.h"
#include "bom/tech_pack.h"
#include "tests/bom/product_fixture.h"
#include "tests/bom/random_product.h"
#include "tests/case_count.h"

namespace {

using bom::Bill;
using bom::BillLine;
using Seed = std::uint64_t;

Seed seeds() {
  return static_cast<Seed>(caseCount(300, 100'000));
}

Bill billOf(const bom::Product& product, std::int64_t quantity) {
  auto bill = bom::makeBill(product, makePriceBook(), {quantity, bom::Currency()});
  if (!bill) throw std::runtime_error(bill.error().message);
  return *bill;
}

/// Every part id as often as the product uses it: uses, seams and tacks.
std::map<std::string, int> partsOf(const bom::Product& product) {
  std::map<std::string, int> parts;
  for (const bom::Use& use : product.uses) {
    for (const std::string& id : use.part_ids) ++parts[id];
  }
  for (const auto& seam : product.seams) ++parts[seam.id];
  for (const auto& tack : product.reinforcements) ++parts[tack.id];
  return parts;
}

TEST(RandomProducts, EveryPartIsInTheBillExactlyOnce) {
  for (Seed seed = 1; seed <= seeds(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const bom::Product product = makeRandomProduct(seed);
    std::map<std::string, int> found;
    for (const BillLine& line : billOf(product, 1000).lines) {
      for (const std::string& id : line.part_ids) ++found[id];
    }
    ASSERT_EQ(found, partsOf(product));
  }
}

TEST(RandomProducts, MassAndMoneyOfTheBillAreThoseOfItsLines) {
  for (Seed seed = 1; seed <= seeds(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Bill bill = billOf(makeRandomProduct(seed), 1000);
    std::int64_t mass = 0, money = 0;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> below;  // by parent number
    for (const BillLine& line : bill.lines) {
      below[line.parent].first += line.mass.millionths();
      below[line.parent].second += line.extended.millionths();
      if (line.is_assembly) continue;
      mass += line.mass.millionths();
      money += line.extended.millionths();
      ASSERT_EQ(line.extended.millionths() % 100, 0) << "more than 4 decimals";
      std::int64_t gross = line.net.millionths();
      for (const bom::Waste& waste : line.waste) gross += waste.amount.millionths();
      ASSERT_EQ(line.gross.millionths(), gross);
    }
    ASSERT_EQ(bill.mass.millionths(), mass);
    ASSERT_EQ(bill.materials.millionths(), money);
    for (const BillLine& line : bill.lines) {
      if (!line.is_assembly) continue;
      ASSERT_EQ(line.mass.millionths(), below[line.number].first) << line.number;
      ASSERT_EQ(line.extended.millionths(), below[line.number].second) << line.number;
    }
  }
}

TEST(RandomProducts, NetOfAnItemIsTheSumOfItsUses) {
  for (Seed seed = 1; seed <= seeds(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const bom::Product product = makeRandomProduct(seed);
    std::map<std::string, std::int64_t> used, billed;
    for (const bom::Use& use : product.uses) used[use.item] += use.net.millionths();
    // Thread, seam by seam in millionths of a metre: length x rows x 2.8, each rounded; a tack is 0.35 m.
    for (const auto& seam : product.seams) {
      const double longer = std::max(seam.length_mm[0], seam.length_mm[1]);
      used["thr70"] += std::llround(std::round(longer * 1000) * seam.rows * 2.8);
    }
    used["thr70"] += static_cast<std::int64_t>(product.reinforcements.size()) * 350'000;
    for (const BillLine& line : billOf(product, 1000).lines) {
      if (!line.is_assembly) billed[line.item] += line.net.millionths();
    }
    ASSERT_EQ(billed, used);
  }
}

TEST(RandomProducts, TheBillOfNPacksIsNTimesTheBillOfOneAtTheSameBreak) {
  for (Seed seed = 1; seed <= seeds(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const bom::Product product = makeRandomProduct(seed);
    const Bill one = billOf(product, 1000);
    const std::int64_t packs = 1000 + static_cast<std::int64_t>(seed * 37 % 2000);
    const Bill many = billOf(product, packs);
    ASSERT_EQ(one.lines.size(), many.lines.size());
    std::int64_t order = 0;
    for (std::size_t i = 0; i < one.lines.size(); ++i) {
      ASSERT_EQ(one.lines[i].gross, many.lines[i].gross);
      ASSERT_EQ(one.lines[i].extended, many.lines[i].extended);
      if (!many.lines[i].is_assembly) order += (many.lines[i].extended * packs).millionths();
    }
    ASSERT_EQ(order, (one.materials * packs).millionths());
  }
}

TEST(RandomProducts, EstimateTotalsAreSumsOfPrintedLines) {
  bom::EstimateInput input;
  input.quantities = {80, 100, 999, 1000, 7000};
  for (Seed seed = 1; seed <= seeds(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto estimate = bom::makeEstimate(makeRandomProduct(seed), makePriceBook(), input);
    ASSERT_TRUE(estimate);
    for (const bom::EstimateAtQuantity& at : estimate->breaks) {
      std::map<std::string, std::int64_t> groups;
      std::int64_t all = 0;
      for (const bom::EstimateLine& line : at.lines) {
        // What is printed is read back, so that a total of unrounded lines would show.
        const std::int64_t printed = *bom::parseScaled(bom::formatUnitMoney(line.unit), 6);
        groups[line.group] += printed;
        all += printed;
      }
      ASSERT_EQ(at.fob.millionths(), all);
      ASSERT_EQ(at.ex_factory.millionths(), all - groups["logistics"]);
      ASSERT_EQ(at.materials.millionths(), groups["materials"]);
      ASSERT_EQ(at.labour.millionths(), groups["labour"]);
      ASSERT_EQ(at.overhead.millionths(), groups["overhead"]);
      ASSERT_EQ(at.tooling.millionths(), groups["tooling"]);
      ASSERT_EQ(at.quality.millionths(), groups["quality"]);
      ASSERT_EQ(at.margin.millionths(), groups["margin"]);
    }
  }
}

TEST(RandomProducts, TechPacksReadBackToTheSameBytes) {
  for (Seed seed = 1; seed <= seeds(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    bom::TechPack pack = makeTechPack(seed % 2 == 0 ? bom::Edition::Factory : bom::Edition::Internal);
    pack.product = makeRandomProduct(seed);
    pack.bill = billOf(pack.product, 1000);
    bom::Market market;
    market.id = "DE";
    pack.quality = *bom::qualityPlan(pack.product, pack.bill, pack.book, {&market, "2026-03-01"});
    // A colour is of an item that the product uses; these products use what chance gave them.
    for (bom::Colorway& colorway : pack.product.colorways) {
      for (bom::ColorwayColor& color : colorway.colors) {
        color.item = pack.product.uses.empty() ? "" : pack.product.uses.front().item;
      }
    }
    const std::string xml = bom::writeTechPackXml(pack);
    const auto again = bom::rewriteTechPackXml(xml, "techpack.xml");
    ASSERT_TRUE(again) << again.error().message;
    ASSERT_EQ(*again, xml);
  }
}

}  // namespace
