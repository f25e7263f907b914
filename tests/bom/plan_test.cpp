// An order in time and money, by hand. 2026-03-02 is a Monday; the origin rests on Sundays and is shut on
// March 10 and 11. In each line the days that count:
//
//   quote     5 days at the buyer's            2 3 4 5 6
//   proto     4 working days after the quote   7 9 12 13            (8 Sunday, 10 11 shut)
//   dips      6 days at the origin             7 8 9 12 13 14
//   order     on the day after both            15, a Sunday
//   sewing    at least 3 working days          16 17 18
//   shipped   on the day after                 19
//   air       7 days                           19 ... 25
//   customs   2 days                           26 27                26 days in all; 10 % reserve: 3 days, 30
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "bom/number_text.h"
#include "bom/plan/calendar.h"
#include "bom/plan/order_plan.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::PlannedStage;
using bom::Schedule;
using bom::ScheduleStage;
using testing::ElementsAre;
using testing::HasSubstr;

struct Days {
  int low, typical, high;
};

ScheduleStage stageOf(const char* id, Days days, std::vector<std::string> after, const char* place) {
  ScheduleStage stage;
  stage.id = stage.name = id;
  stage.low = days.low;
  stage.typical = days.typical;
  stage.high = days.high;
  stage.after = std::move(after);
  stage.when = "always";
  stage.place = place;
  return stage;
}

void addRate(bom::PriceBook& book, const char* id, std::int64_t low, std::int64_t typical,
             std::int64_t high) {
  bom::Rate& rate = book.rates[id];
  rate.id = rate.name = id;
  rate.unit = "% of something";
  rate.low_millionths = low * 100'000;  // given in tenths
  rate.typical_millionths = typical * 100'000;
  rate.high_millionths = high * 100'000;
}

bom::PriceBook bookWithPlan() {
  bom::PriceBook book = makePriceBook();
  ScheduleStage proto = stageOf("proto", {3, 4, 6}, {"quote"}, "origin");
  proto.working_days = true;
  ScheduleStage dips = stageOf("dips", {5, 6, 8}, {"quote"}, "origin");
  dips.when = "custom-colours";
  ScheduleStage order = stageOf("order", {0, 0, 0}, {"proto", "dips"}, "buyer");
  order.events = {"order"};
  ScheduleStage sewing = stageOf("sewing", {3, 4, 5}, {"order"}, "origin");
  sewing.working_days = sewing.sewing = true;
  ScheduleStage shipped = stageOf("shipped", {0, 0, 0}, {"sewing"}, "origin");
  shipped.events = {"shipment", "bill-of-lading"};
  ScheduleStage air = stageOf("air", {5, 7, 10}, {"shipped"}, "transit");
  ScheduleStage sea = stageOf("sea-lcl", {20, 30, 40}, {"shipped"}, "transit");
  air.when = air.id;
  sea.when = sea.id;
  air.events = sea.events = {"arrival"};
  ScheduleStage customs = stageOf("customs", {1, 2, 4}, {"air", "sea-lcl"}, "market");
  customs.events = {"delivery"};
  // Not in the order of the journey: what waits for what tells it.
  book.plan.stages = {
      customs, stageOf("quote", {4, 5, 7}, {}, "buyer"), proto, dips, order, sewing, shipped, air, sea};
  book.plan.closures_from = "2026-01-01";
  book.plan.closures_until = "2026-12-31";
  book.plan.closures = {{{"VN", "CN"}, "Feast", "2026-03-10", "2026-03-11", {}}};
  book.plan.rest_days = {{{"BD"}, 5, {}}, {{}, 0, {}}};
  book.plan.payment_terms = {
      {"tt-30-70", "30/70", "bank transfer", {{percent(30), "order"}, {percent(70), "shipment"}}, {}},
      {"net-30", "net 30", "open account", {{percent(100), "shipment", 30}}, {}}};
  book.plan.lives = {{3, 3'000'000, 5'000'000, 7'000'000, {}}};
  addRate(book, "lead-time-contingency", 50, 100, 200);
  addRate(book, "line-operators", 200, 400, 800);
  addRate(book, "line-minutes-per-day", 4800, 4800, 4800);
  addRate(book, "pieces-per-line", 30'000, 30'000, 30'000);
  addRate(book, "finance-rate", 50, 80, 140);
  addRate(book, "warehousing", 20, 40, 80);
  addRate(book, "after-sales", 10, 20, 40);
  addRate(book, "defects-sold", 10, 25, 40);
  return book;
}

bom::ScheduleRequest requestOf(const bom::PriceBook& book, std::set<std::string> conditions) {
  return {&book, "2026-03-02", "VN", "DE", std::move(conditions), {1, 2, 5}};
}

Schedule scheduleOf(const bom::ScheduleRequest& request) {
  const auto schedule = bom::makeSchedule(request);
  if (!schedule) throw std::logic_error(schedule.error().message);
  return *schedule;
}

std::string lineOf(const Schedule& schedule, const std::string& id) {
  for (const PlannedStage& stage : schedule.stages)
    if (stage.id == id)
      return stage.starts + " " + stage.ends + " " + std::to_string(stage.days) + " " +
             std::to_string(stage.slack) + (stage.critical ? " critical" : "");
  return "none";
}

TEST(Calendar, CountsDaysAsTheCalendarOnTheWallDoes) {
  EXPECT_EQ(bom::parseDay("1970-01-01"), 0);
  EXPECT_EQ(bom::parseDay("2000-03-01"), 11017);  // 30 years: 7 leap, 10957; January 31, February 29
  EXPECT_EQ(bom::dayText(11017), "2000-03-01");
  EXPECT_EQ(bom::weekdayOf(*bom::parseDay("2026-03-02")), 1);
  for (const char* wrong : {"2026-02-29", "2026-13-01", "2026-3-01", "2026/03/01", "20x6-03-01", ""})
    EXPECT_FALSE(bom::parseDay(wrong)) << wrong;
}

TEST(Schedule, PausesAtTheOriginForClosuresAndRestDays) {
  const bom::PriceBook book = bookWithPlan();
  const Schedule schedule = scheduleOf(requestOf(book, {"custom-colours", "air"}));
  // Slack: the order may be placed on the 16th, too, so that everything before can be a day later; the proto
  // can then be made on 9 12 13 14, two days later than the 7th.
  EXPECT_EQ(lineOf(schedule, "quote"), "2026-03-02 2026-03-06 5 1 critical");
  EXPECT_EQ(lineOf(schedule, "proto"), "2026-03-07 2026-03-13 4 2");
  EXPECT_EQ(lineOf(schedule, "dips"), "2026-03-07 2026-03-14 6 1 critical");
  EXPECT_EQ(lineOf(schedule, "order"), "2026-03-15 2026-03-15 0 1 critical");
  EXPECT_EQ(lineOf(schedule, "sewing"), "2026-03-16 2026-03-18 3 0 critical");
  EXPECT_EQ(lineOf(schedule, "shipped"), "2026-03-19 2026-03-19 0 0 critical");
  EXPECT_EQ(lineOf(schedule, "air"), "2026-03-19 2026-03-25 7 0 critical");
  EXPECT_EQ(lineOf(schedule, "customs"), "2026-03-26 2026-03-27 2 0 critical");
  EXPECT_EQ(lineOf(schedule, "sea-lcl"), "none");
  EXPECT_EQ(schedule.ends, "2026-03-27");
  EXPECT_EQ(schedule.order_to_shipment, 4);
  EXPECT_EQ(schedule.contingency_days, 3);
  EXPECT_EQ(schedule.ends_with_contingency, "2026-03-30");
  EXPECT_EQ(schedule.events.at("order"), "2026-03-15");
  EXPECT_EQ(schedule.events.at("arrival"), "2026-03-25");
  EXPECT_THAT(schedule.notes, ElementsAre());
}

// Low:  quote 2-5, proto 6 7 9, dips 6 7 8 9 12, order 13, sewing 13 14 16, shipped 17, air 17-21,
// customs 22. High: quote 2-8, proto 9 12 13 14 16 17, dips 9 12-18, order 19, sewing 19 20 21 23 24, shipped
// 25,
//       air March 25 - April 3, customs April 4-7: 30 days of March and 7 of April.
TEST(Schedule, WalksThePathAtThreePaces) {
  const bom::PriceBook book = bookWithPlan();
  const Schedule schedule = scheduleOf(requestOf(book, {"custom-colours", "air"}));
  EXPECT_EQ(schedule.days.low, 21);
  EXPECT_EQ(schedule.days.typical, 26);
  EXPECT_EQ(schedule.days.high, 37);
}

TEST(Schedule, LeavesOutAStageWhoseConditionDoesNotHold) {
  const bom::PriceBook book = bookWithPlan();
  // Proto ends on the 13th; order 14; sewing 14 16 17; shipped 18; sea 30 days: March 18 - April 16; 17 18.
  const Schedule schedule = scheduleOf(requestOf(book, {"sea-lcl"}));
  EXPECT_EQ(lineOf(schedule, "dips"), "none");
  EXPECT_EQ(lineOf(schedule, "proto"), "2026-03-07 2026-03-13 4 0 critical");
  EXPECT_EQ(lineOf(schedule, "sewing"), "2026-03-14 2026-03-17 3 0 critical");
  EXPECT_EQ(lineOf(schedule, "sea-lcl"), "2026-03-18 2026-04-16 30 0 critical");
  EXPECT_EQ(schedule.ends, "2026-04-18");
}

TEST(Schedule, AsksForAStageOnlyInItsMarketsAndRepeatsIt) {
  bom::PriceBook book = bookWithPlan();
  book.plan.stages[2].markets = {"KE"};  // the proto
  EXPECT_EQ(lineOf(scheduleOf(requestOf(book, {"air"})), "proto"), "none");
  addRate(book, "rounds", 10, 20, 40);
  book.plan.stages[2].markets = {"DE"};
  book.plan.stages[2].times = "rounds";
  // 2 rounds of 4 working days: 7 9 12 13, 14 16 17 18
  EXPECT_EQ(lineOf(scheduleOf(requestOf(book, {"air"})), "proto"), "2026-03-07 2026-03-18 8 0 critical");
}

TEST(Schedule, RestsOnTheOriginsOwnDayAndSaysWhatIsNotKnown) {
  const bom::PriceBook book = bookWithPlan();
  bom::ScheduleRequest request = requestOf(book, {"air"});
  request.origin = "BD";  // rests on Fridays, no closure: proto 7 8 9 10
  const Schedule schedule = scheduleOf(request);
  EXPECT_EQ(lineOf(schedule, "proto"), "2026-03-07 2026-03-10 4 0 critical");
  EXPECT_THAT(schedule.notes, ElementsAre(HasSubstr("no closures of factories in BD are known")));
  request.origin = "VN";
  request.from = "2026-12-20";
  EXPECT_THAT(scheduleOf(request).notes,
              ElementsAre(HasSubstr("known from 2026-01-01 to 2026-12-31: outside of these days none")));
  request.from = "2026-02-30";
  EXPECT_EQ(bom::makeSchedule(request).error().message, "'2026-02-30' is not a day like 2026-03-31");
}

// 60 minutes x 1000 / (operators x 480 x 60 %): 80 operators 2.6, 40 operators 5.2, 20 operators 10.4 days.
// 9000 pieces get 3 lines: 540,000 / (3 x 40 x 480 x 60 %) = 15.6.
// At 100 pieces the line is at 40 % x 60 / 58 = 41.38 %: 6000 / (40 x 480 x 0.4138) = 0.76.
TEST(Schedule, TakesTheDaysOfSewingFromMinutesPiecesAndOperators) {
  const bom::PriceBook book = bookWithPlan();
  const bom::Quantity hour = amount(60, bom::Unit::Minute);
  const auto days = bom::sewingDays(book, {hour, 1000, "VN"});
  ASSERT_TRUE(days);
  EXPECT_EQ(days->low, 3);
  EXPECT_EQ(days->typical, 6);
  EXPECT_EQ(days->high, 11);
  EXPECT_EQ(bom::sewingDays(book, {hour, 9000, "VN"})->typical, 16);
  EXPECT_EQ(bom::sewingDays(book, {hour, 100, "VN"})->typical, 1);
  EXPECT_EQ(bom::sewingDays(book, {hour, 100, "XX"}).error().message, "no origin 'XX' in the price book");
}

/// 1000 pieces at 10.00, and the buyer's own: carriage 0.50, duty 0.30, VAT 2.00 that comes back.
bom::EstimateAtQuantity deliveredOrder() {
  bom::EstimateAtQuantity at;
  at.quantity = 1000;
  at.order_total = dollars(10'000);
  at.minutes = amount(30, bom::Unit::Minute);
  at.delivery.emplace();
  at.delivery->landed = dollars(10.8);
  at.delivery->freights = {{"air", dollars(500), "", {}}, {"sea-lcl", dollars(120), "", {}}};
  const auto add = [&](const char* id, bom::Payer payer, double each, bool is_cost) {
    at.delivery->legs.push_back({id, payer, dollars(each), "", {}, is_cost});
  };
  add("goods", bom::Payer::Seller, 10, true);
  add("main-carriage", bom::Payer::Buyer, 0.5, true);
  add("insurance", bom::Payer::None, 0.01, true);
  add("duty", bom::Payer::Buyer, 0.3, true);
  add("vat", bom::Payer::Buyer, 2, false);
  return at;
}

std::vector<std::string> rowsOf(const bom::Payments& payments) {
  std::vector<std::string> rows;
  for (const bom::CashRow& row : payments.rows)
    rows.push_back(row.date + " " + row.what + " " + bom::formatOrderMoney(row.amount) + " " + row.basis +
                   (row.recoverable ? " back" : ""));
  return rows;
}

// Interest at 8 % until March 27: 3000 x 12 days + (7000 + 500) x 8 + (300 + 2000) x 2 = 100,600 dollar days;
// x 0.08 / 365 = 22.0493150... dollars.
TEST(Payments, FallDueOnTheDaysOfTheSchedule) {
  const bom::PriceBook book = bookWithPlan();
  const Schedule schedule = scheduleOf(requestOf(book, {"custom-colours", "air"}));
  const auto payments = bom::makePayments(book, "", schedule, deliveredOrder());
  ASSERT_TRUE(payments) << payments.error().message;
  EXPECT_EQ(payments->id, "tt-30-70");
  EXPECT_THAT(
      rowsOf(*payments),
      ElementsAre("2026-03-15 price, 30 % 3000.00 on order", "2026-03-19 price, 70 % 7000.00 on shipment",
                  "2026-03-19 main-carriage 500.00 on shipment", "2026-03-25 duty 300.00 on arrival",
                  "2026-03-25 vat 2000.00 on arrival back"));
  EXPECT_EQ(payments->price, dollars(10'000));
  EXPECT_EQ(payments->total, dollars(12'800));
  EXPECT_EQ(payments->tied_up, dollars(12'800));
  EXPECT_EQ(bom::financeCost(*payments, percent(8)), dollars(22.049315));
}

// Net 30 from March 19 is April 18, after the goods are in the market: only the buyer's own legs are tied up;
// 500 x 8 + 2300 x 2 = 8600 dollar days x 0.08 / 365 = 1.8849315...
TEST(Payments, AfterTheGoodsAreInTheMarketTieNothingUp) {
  const bom::PriceBook book = bookWithPlan();
  const Schedule schedule = scheduleOf(requestOf(book, {"custom-colours", "air"}));
  const auto payments = bom::makePayments(book, "net-30", schedule, deliveredOrder());
  ASSERT_TRUE(payments) << payments.error().message;
  EXPECT_EQ(rowsOf(*payments).back(), "2026-04-18 price, 100 % 10000.00 30 days after shipment");
  EXPECT_EQ(payments->tied_up, dollars(2'800));
  EXPECT_EQ(bom::financeCost(*payments, percent(8)), dollars(1.884932));
  EXPECT_EQ(bom::makePayments(book, "barter", schedule, deliveredOrder()).error().message,
            "no payment terms 'barter' in the price book");
}

TEST(Payments, SharesAddUpToThePriceToTheLastDigit) {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    const std::int64_t cents = std::uniform_int_distribution<std::int64_t>(0, 100'000'000'000)(random);
    const bom::Money price = bom::Money::fromMillionths(cents * 10'000, bom::Currency());
    std::vector<bom::PaymentShare> shares;
    std::int64_t left = 1'000'000'000;
    while (left > 0) {
      const std::int64_t share =
          std::min(left, std::uniform_int_distribution<std::int64_t>(1, 700'000'000)(random));
      shares.push_back({bom::Ratio::fromBillionths(share), "order"});
      left -= share;
    }
    std::int64_t sum = 0;
    const auto parts = bom::splitPrice(price, shares);
    ASSERT_EQ(parts.size(), shares.size());
    for (const bom::Money part : parts) {
      EXPECT_EQ(part.millionths() % 10'000, 0) << "less than a cent";
      sum += part.millionths();
    }
    ASSERT_EQ(sum, price.millionths()) << "seed 5, round " << round;
  }
}

bom::PriceBook bookWithScores() {
  bom::PriceBook book = bookWithPlan();
  for (auto& [id, item] : book.items)
    if (item.section == bom::BillSection::Shell) item.properties = {{"abrasion", 4}, {"uv", 3}};
  return book;
}

// Landed 10.80; 4 % 0.4320, 2 % 0.2160, 2.5 % 0.2700, interest 22.049315 / 1000 = 0.0220: 11.7400.
// Low: 10.80 + 2 % 0.2160 + 1 % 0.1080 + 1 % 0.1080 + 100,600 x 0.05 / 365 / 1000 = 0.0138: 11.2458.
// High: 10.80 + 8 % 0.8640 + 4 % 0.4320 + 4 % 0.4320 + 100,600 x 0.14 / 365 / 1000 = 0.0386: 12.5666.
// A score of 3 lasts 5 years: 10.80 / 5 = 2.16 and 11.74 / 5 = 2.3480 a year; 10.8 / 7 = 1.5429, 10.8 / 3
// = 3.6.
TEST(Ownership, AddsItsPrintedLinesUpAndSpreadsThemOverTheYears) {
  const bom::PriceBook book = bookWithScores();
  const Schedule schedule = scheduleOf(requestOf(book, {"custom-colours", "air"}));
  const auto at = deliveredOrder();
  const auto owned = bom::makeOwnership(makeProduct(), book, at, *bom::makePayments(book, "", schedule, at));
  ASSERT_TRUE(owned) << owned.error().message;
  std::vector<std::string> lines;
  for (const bom::OwnershipLine& line : owned->lines)
    lines.push_back(line.id + " " + bom::formatUnitMoney(line.typical));
  EXPECT_THAT(lines, ElementsAre("landed 10.8000", "warehousing 0.4320", "after-sales 0.2160",
                                 "defects 0.2700", "finance 0.0220"));
  EXPECT_EQ(owned->low, dollars(11.2458));
  EXPECT_EQ(owned->typical, dollars(11.74));
  EXPECT_EQ(owned->high, dollars(12.5666));
  EXPECT_EQ(owned->score, 3);
  EXPECT_EQ(owned->landed_per_year, dollars(2.16));
  EXPECT_EQ(owned->total_per_year, dollars(2.348));
  EXPECT_EQ(owned->per_year_low, dollars(1.5429));
  EXPECT_EQ(owned->per_year_high, dollars(3.6));
}

// Small batch: 25 days by air, without dips (proto to the 13th, order 14, sewing 14 16 17, air 18-24, customs
// 25 26). Volume: with dips shipped on the 19th, sea March 19 - April 17, customs to April 19: 49 days.
TEST(OrderPlan, SetsTheSmallBatchBesideTheVolume) {
  const bom::PriceBook book = bookWithScores();
  const bom::Product product = makeProduct();
  bom::EstimateInput asked;
  asked.as_of = "2026-03-02";
  const auto at = deliveredOrder();
  const auto plan = bom::makeOrderPlan({&product, &book, &asked, &at, true, ""});
  ASSERT_TRUE(plan && *plan);
  EXPECT_EQ((*plan)->schedule.ends, "2026-03-27");
  ASSERT_EQ((*plan)->routes.size(), 2U);
  const bom::PlanRoute &small = (*plan)->routes[0], &volume = (*plan)->routes[1];
  EXPECT_EQ(small.days.typical, 25);
  EXPECT_EQ(small.ends, "2026-03-26");
  EXPECT_THAT(small.only, ElementsAre("air"));
  EXPECT_EQ(volume.days.typical, 49);
  EXPECT_EQ(volume.ends, "2026-04-19");
  EXPECT_THAT(volume.only, ElementsAre("dips", "sea-lcl"));
  EXPECT_EQ(volume.freight_cost, dollars(120));
}

TEST(OrderPlan, IsNothingWithoutStagesOrADelivery) {
  bom::PriceBook book = bookWithScores();
  const bom::Product product = makeProduct();
  bom::EstimateInput asked;
  asked.as_of = "2026-03-02";
  auto at = deliveredOrder();
  at.delivery.reset();
  EXPECT_FALSE(bom::makeOrderPlan({&product, &book, &asked, &at, true, ""})->has_value());
  book.plan.stages.clear();
  at = deliveredOrder();
  EXPECT_FALSE(bom::makeOrderPlan({&product, &book, &asked, &at, true, ""})->has_value());
}

}  // namespace
