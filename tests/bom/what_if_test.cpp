// What moves a price and between which bounds it lies, worked by hand on the fixture at 1000 pieces
// (estimate_test.cpp): cost 3.4547 of which tooling is 1.1400; FOB 4.2079, for nothing is delivered.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "bom/number_text.h"
#include "bom/what_if/price_ladder.h"
#include "bom/what_if/sensitivity.h"
#include "bom/what_if/what_if_table.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::Driver;

bom::PriceBook bookWithDrivers() {
  bom::PriceBook book = makePriceBook();
  for (const char* id :
       {"cutting-die-set", "pattern-cad", "proto-sample-technical-pack", "print-plate", "logo-mould"})
    book.rates[id].driver = "tooling";
  return book;
}

std::string text(bom::Money money) {
  return bom::formatUnitMoney(money);
}

struct Asked {
  bom::Product product = makeProduct();
  bom::PriceBook book = bookWithDrivers();
  bom::SensitivityRequest request() const {
    bom::EstimateInput input;
    input.quantities = {1000};
    return {&product, &book, input};
  }
};

const bom::DriverEffect* effectOf(const std::vector<bom::DriverEffect>& effects, Driver driver) {
  for (const bom::DriverEffect& effect : effects)
    if (effect.driver == driver) return &effect;
  return nullptr;
}

TEST(Sensitivity, TenPercentOfADriverMovesWhatHangsOnIt) {
  const Asked asked;
  const auto effects = bom::sensitivityOf(asked.request()).value();
  // Tooling 1.1400 -> 1.2540: cost 3.5687; control / 89 = 0.0401, margin x 10 / 89 = 0.4010; + 0.3327.
  // 1.0260: cost 3.3407; 0.0375, 0.3754; + 0.3327.
  const bom::DriverEffect* tooling = effectOf(effects, Driver::Tooling);
  ASSERT_NE(tooling, nullptr);
  EXPECT_EQ(text(tooling->at_more), "4.3425");
  EXPECT_EQ(text(tooling->at_less), "4.0863");
  EXPECT_EQ(text(tooling->swing), "0.2562");
  // No rate of the fixture is freight's, nothing is landed and dollars need no rate.
  EXPECT_EQ(effectOf(effects, Driver::Freight), nullptr);
  EXPECT_EQ(effectOf(effects, Driver::Duty), nullptr);
  EXPECT_EQ(effectOf(effects, Driver::ExchangeRate), nullptr);
  EXPECT_EQ(effects.front().driver, Driver::Tooling) << "the widest first";
}

TEST(Range, AnOfferIsTakenAsItIsAndAnEstimateMayBeAFifthOff) {
  Asked asked;
  // Of the fabrics ny210rs is an estimate, lin210 is sourced: 0.2508 +- 20 %, 0.0294 +- 5 %.
  // Dear: 2.64 x 0.114 = 0.30096 -> 0.3010; 0.6825 x 0.0452 = 0.030849 -> 0.0308.
  const bom::PriceBook dear = bom::boundBook(asked.book, Driver::Fabrics, true);
  EXPECT_EQ(text(dear.items.at("ny210rs").price), "2.6400");
  EXPECT_EQ(text(dear.items.at("lin210").price), "0.6825");
  EXPECT_EQ(text(dear.items.at("web20").price), "0.1300") << "a trim";
  asked.book.items["ny210rs"].price_provenance.status = bom::FigureStatus::Quote;
  const bom::PriceBook offered = bom::boundBook(asked.book, Driver::Fabrics, true);
  EXPECT_EQ(text(offered.items.at("ny210rs").price), "2.2000");
  // Bounds that are stated hold in place of the fifth.
  asked.book.items["lin210"].price_low = dollars(0.5);
  asked.book.items["lin210"].price_high = dollars(0.9);
  EXPECT_EQ(text(bom::boundBook(asked.book, Driver::Fabrics, false).items.at("lin210").price), "0.5000");
}

TEST(Range, IndependentDoubtsAddAsSquares) {
  const Asked asked;
  const bom::PriceRange range = bom::rangeOf(asked.request()).value();
  EXPECT_EQ(text(range.typical), "4.2144");
  double below = 0, above = 0;
  for (const bom::DriverEffect& effect : range.drivers) {
    const auto away = [&](bom::Money end) {
      return static_cast<double>(end.millionths() - range.typical.millionths());
    };
    below += std::pow(away(effect.at_less), 2);
    above += std::pow(away(effect.at_more), 2);
  }
  EXPECT_NEAR(static_cast<double>(range.typical.millionths() - range.likely_low.millionths()),
              std::sqrt(below), 51);
  EXPECT_NEAR(static_cast<double>(range.likely_high.millionths() - range.typical.millionths()),
              std::sqrt(above), 51);
  EXPECT_LT(range.low, range.likely_low);
  EXPECT_LT(range.likely_high, range.high);
}

TEST(PriceLadder, MarginIsOfThePriceAndMarkupOfTheCost) {
  bom::PriceBook book = makePriceBook();
  const auto add = [&](const char* id, std::int64_t percent) {
    book.rates[id] = {id, id, "% of price", percent * 1'000'000, percent * 1'000'000, percent * 1'000'000,
                      {}};
  };
  add("brand-margin", 60);
  add("retailer-margin", 50);
  bom::Market market;
  market.vat = percent(19);
  // 10 / 0.4 = 25: 15 of 25 are 60 %, of 10 150 %. 25 / 0.5 = 50, x 1.19 = 59.5.
  const auto ladder = bom::priceLadder(book, market, dollars(10)).value();
  ASSERT_EQ(ladder.size(), 4U);
  EXPECT_EQ(text(ladder[1].price), "25.0000");
  EXPECT_EQ(ladder[1].margin, percent(60));
  EXPECT_EQ(ladder[1].markup, percent(150));
  EXPECT_EQ(text(ladder[2].price), "50.0000");
  EXPECT_EQ(text(ladder[3].price), "59.5000");
  add("brand-margin", 100);
  EXPECT_FALSE(bom::priceLadder(book, market, dollars(10)));
}

}  // namespace
