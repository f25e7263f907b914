// Which lead time a line of a bill has, and which line a bill waits for. The fixture's cloth ny210rs is black
// (on its shade card) and red (on none).
#include "bom/plan/lead_times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bom/plan/schedule.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::FigureStatus;
using bom::LineLead;
using bom::MadeColors;

bom::LeadTime rowOf(const char* id, std::vector<std::string> categories, const char* only,
                    bom::DayRange days) {
  return {id, std::string("row ") + id, std::move(categories), {}, only, days, {}};
}

bom::PriceBook bookWithLeadTimes() {
  bom::PriceBook book = makePriceBook();
  book.items["ny210rs"].category = "cloth";
  book.items["lin210"].category = "cloth";
  book.items["lin210"].family = "rpet";
  book.items["sr20"].category = "buckle";
  bom::LeadTime recycled = rowOf("recycled", {"cloth"}, "", {14, 20, 45});
  recycled.families = {"rpet"};
  book.plan.lead_times = {rowOf("dyed", {"cloth"}, "order-colour", {15, 25, 40}), recycled,
                          rowOf("moulded", {"buckle"}, "own-mould", {10, 18, 30}),
                          rowOf("named", {"buckle"}, "branded", {9, 11, 13}),
                          rowOf("stock", {"cloth", "buckle"}, "", {5, 8, 12})};
  book.colors.tolerance = 10;
  book.colors.stock = {{"Black", "#101214", {"cloth"}}};
  book.colors.dyed = {{bom::BillSection::Shell, "cloth", "least-lot-cloth"}};
  return book;
}

std::string textOf(const LineLead& lead) {
  return lead.what + " " + std::to_string(lead.days.low) + " " + std::to_string(lead.days.typical) + " " +
         std::to_string(lead.days.high) + (lead.is_made ? " made" : "");
}

TEST(LeadTime, IsThatOfTheFirstRowThatFits) {
  bom::PriceBook book = bookWithLeadTimes();
  bom::Item& buckle = book.items["sr20"];
  const auto lead = [&] { return textOf(bom::leadTimeOf(buckle, false, book)); };
  EXPECT_EQ(lead(), "row stock 5 8 12");
  buckle.brand = "Maker";
  EXPECT_EQ(lead(), "row named 9 11 13");
  buckle.tooling = {"buckle-mould"};
  EXPECT_EQ(lead(), "row moulded 10 18 30");
  EXPECT_EQ(textOf(bom::leadTimeOf(book.items["lin210"], false, book)), "row recycled 14 20 45");
  EXPECT_EQ(textOf(bom::leadTimeOf(book.items["ny210rs"], true, book)), "row dyed 15 25 40 made");
  EXPECT_EQ(textOf(bom::leadTimeOf(book.items["thr70"], false, book)), " 0 0 0") << "no row is for it";
}

TEST(LeadTime, OfAnOfferComesFirstWithItsOwnStatus) {
  bom::PriceBook book = bookWithLeadTimes();
  bom::Item& cloth = book.items["ny210rs"];
  cloth.lead_days = 33;
  cloth.supplier = "mill";
  cloth.price_provenance.status = FigureStatus::User;
  const LineLead lead = bom::leadTimeOf(cloth, true, book);
  EXPECT_EQ(textOf(lead), "offer of mill 33 33 33 made");
  EXPECT_EQ(lead.status, FigureStatus::User);
}

/// The lead of the line with the item.
std::string leadOf(const bom::Product& product, const bom::PriceBook& book, const std::string& item,
                   MadeColors made = MadeColors::AsOrdered) {
  const auto bill = bom::makeBill(product, book, {1000, bom::Currency(), nullptr});
  const auto leads = bom::leadTimesOf(product, bill->lines, book, made);
  EXPECT_EQ(leads.size(), bill->lines.size());
  for (std::size_t i = 0; i < leads.size(); ++i)
    if (bill->lines[i].item == item) return textOf(leads[i]);
  return "none";
}

TEST(LeadTimes, ALineWaitsForTheColourThatIsMadeForTheOrder) {
  const bom::PriceBook book = bookWithLeadTimes();
  bom::Product product = makeProduct();
  EXPECT_EQ(leadOf(product, book, "ny210rs"), "row dyed 15 25 40 made") << "red is on no shade card";
  product.colorways[0].pieces = 500;
  EXPECT_EQ(leadOf(product, book, "ny210rs"), "row stock 5 8 12") << "nobody ordered it in red";
  EXPECT_EQ(leadOf(product, book, "ny210rs", MadeColors::All), "row dyed 15 25 40 made");
  product.colorways[0].pieces = 0;
  EXPECT_EQ(leadOf(product, book, "ny210rs", MadeColors::None), "row stock 5 8 12");
  product.colorways.clear();
  EXPECT_EQ(leadOf(product, book, "ny210rs"), "row stock 5 8 12") << "no colour is chosen";
}

TEST(LeadTimes, TheSlowestLineIsThatOfTheMostTypicalDays) {
  const bom::PriceBook book = bookWithLeadTimes();
  const bom::Product product = makeProduct();
  const auto bill = bom::makeBill(product, book, {1000, bom::Currency(), nullptr});
  const bom::MaterialLeads slowest = bom::slowestOf(bom::leadTimesOf(product, bill->lines, book));
  // From stock: recycled lining 14 20 45, buckle 5 8 12; made: the red cloth alone.
  EXPECT_EQ(slowest.stock->item, "lin210");
  EXPECT_EQ(textOf(*slowest.stock), "row recycled 14 20 45");
  EXPECT_EQ(slowest.made->item, "ny210rs");
  // A line with more low days, fewer typical ones: the range takes the most of each.
  LineLead offer;
  offer.item = "sr20";
  offer.what = "offer";
  offer.days = {19, 19, 19};
  const bom::MaterialLeads both = bom::slowestOf({*slowest.stock, offer, LineLead()});
  EXPECT_EQ(textOf(*both.stock), "row recycled 19 20 45");
  EXPECT_FALSE(both.made);
}

/// A stage of materials: 9 days of its own.
bom::ScheduleStage materialStage(const char* id, const char* materials) {
  bom::ScheduleStage stage;
  stage.id = stage.name = id;
  stage.low = stage.typical = stage.high = 9;
  stage.when = "always";
  stage.place = "buyer";
  stage.materials = materials;
  return stage;
}

TEST(Schedule, MaterialStagesLastAsLongAsTheirSlowestLine) {
  bom::PriceBook book = bookWithLeadTimes();
  book.rates["lead-time-contingency"] = {"lead-time-contingency", "", "% of days", 0, 0, 0, {}};
  book.plan.stages = {materialStage("stock", "stock"), materialStage("made", "made")};
  bom::ScheduleRequest request{&book, "2026-03-02", "VN", "DE", {}, {1, 2, 5}};
  const auto without = bom::makeSchedule(request).value();
  EXPECT_EQ(without.stages[0].days, 9) << "its own, for no line is known";
  EXPECT_EQ(without.stages[0].waits_for, "");
  LineLead offer;
  offer.item = "ny210rs";
  offer.what = "offer of mill";
  offer.days = {30, 30, 30};
  offer.status = FigureStatus::Quote;
  request.materials.stock = bom::leadTimeOf(book.items["lin210"], false, book);
  request.materials.made = offer;
  const auto with = bom::makeSchedule(request).value();
  EXPECT_EQ(with.stages[0].days, 20);
  EXPECT_EQ(with.stages[0].waits_for, "item lin210: row recycled");
  EXPECT_EQ(with.stages[0].status, FigureStatus::Estimate);
  EXPECT_EQ(with.stages[1].days, 30);
  EXPECT_EQ(with.stages[1].waits_for, "item ny210rs: offer of mill");
  EXPECT_EQ(with.stages[1].status, FigureStatus::Quote);
  // Side by side: low 30 of the offer, high 45 of the recycled cloth.
  EXPECT_EQ(with.days.low, 30);
  EXPECT_EQ(with.days.typical, 30);
  EXPECT_EQ(with.days.high, 45);
}

}  // namespace
