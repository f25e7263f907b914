// From the gate to the door, by hand: 1000 pieces of 400 g, 50 to a carton of 0.6 x 0.45 x 0.4 m.
//
//   20 cartons x 0.108 m3 = 2.16 m3;  400 g + 8 % = 432 g, 432 kg
//   FOB        10.00 ex factory + 0.02 loading + 0.08 to the port + 0.09 clearance + 0.135 terminal
//              + 0.045 loading the ship = 10.37
//   freight    LCL 2.16 m3 x 100 = 216.00, 0.2160 each;  CFR 10.5860
//   insurance  CIF = 10.5860 / (1 - 1.1 x 0.003) = 10.586 / 0.9967 = 10.62104946;  0.0350;  CIF 10.6210
//   arrival    terminal (75 + 30 x 2.16) / 1000 = 0.1398;  on-carriage 40 x 2.16 / 1000 = 0.0864
//              unloading 5 x 2.16 / 1000 = 0.0108;  broker 150 / 1000 = 0.1500
//   duty       10 % of CIF = 1.0621;  VAT 20 % of 11.6831 = 2.33662 -> 2.3366, which its payer gets back
//   landed     10.6210 + 0.1398 + 0.0864 + 0.0108 + 0.1500 + 1.0621 = 12.0701
#include "bom/delivery/delivery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bom/estimate.h"
#include "bom/number_text.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::Delivery;
using bom::Leg;
using bom::Money;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Money dollars(double amount) {
  return Money::fromMillionths(static_cast<std::int64_t>(amount * 1e6 + 0.5), bom::Currency());
}

/// Who pays, leg by leg: s, b or n for nobody.
bom::Incoterm termOf(const char* id, const char* payers, const char* instead = "") {
  bom::Incoterm term;
  term.id = id;
  term.instead = instead;
  for (const char* at = payers; *at != 0; ++at)
    term.payers.push_back(*at == 's'   ? bom::Payer::Seller
                          : *at == 'b' ? bom::Payer::Buyer
                                       : bom::Payer::None);
  return term;
}

bom::Market marketOf(const char* id, const char* valuation, double duty_pct, double vat_pct) {
  bom::Market market;
  market.id = id;
  market.name = std::string("Market ") + id;
  market.valuation = valuation;
  market.vat = bom::Ratio::fromPercentMillionths(static_cast<std::int64_t>(vat_pct * 1e6));
  market.tariff = {{"4202 92 91",
                    "textile",
                    bom::Ratio::fromPercentMillionths(static_cast<std::int64_t>(duty_pct * 1e6)),
                    {}}};
  return market;
}

bom::PriceBook bookWithTrade() {
  bom::PriceBook book = makePriceBook();
  addFreightRates(book);
  addRate(book, "export-clearance", "USD per shipment", 90'000);
  addRate(book, "vessel-loading", "USD per shipment", 45'000);
  addRate(book, "lcl", "USD per CBM", 100'000);
  addRate(book, "air", "USD per kg", 6'500);
  addRate(book, "cargo-insurance", "% of 110 % of CIF", 300);
  addRate(book, "insurance-uplift", "x CIF", 1'100);
  addRate(book, "destination-documents", "USD per shipment", 75'000);
  addRate(book, "destination-terminal", "USD per CBM", 30'000);
  addRate(book, "on-carriage", "USD per CBM", 40'000);
  addRate(book, "unloading", "USD per CBM", 5'000);
  addRate(book, "import-clearance", "USD per shipment", 150'000);
  book.lanes = {{"sea-lcl", "lcl", {}, {}, false},   {"sea-20", "box-20", {}, {}, false},
                {"sea-40", "box-40", {}, {}, false}, {"sea-40hc", "box-40hc", {}, {}, false},
                {"air", "air", {}, {}, false},       {"express", "courier", {}, {}, false}};
  // Loading, to the port, clearance, terminal, vessel; carriage, insurance; terminal, on, unloading; import.
  for (const bom::Incoterm& term :
       {termOf("EXW", "bbbbbbnbbbbb"), termOf("FCA", "sssbbbnbbbbb"), termOf("FAS", "ssssbbnbbbbb", "FCA"),
        termOf("FOB", "sssssbnbbbbb", "FCA"), termOf("CFR", "ssssssnbbbbb", "CPT"),
        termOf("CIF", "sssssssbbbbb", "CIP"), termOf("CPT", "ssssssnssbbb"), termOf("CIP", "sssssssssbbb"),
        termOf("DAP", "ssssssnssbbb"), termOf("DPU", "ssssssnsssbb"), termOf("DDP", "ssssssnssbss")})
    book.incoterms[term.id] = term;
  book.markets["XX"] = marketOf("XX", "CIF", 10, 20);
  return book;
}

struct Order {
  const char* incoterm = "FOB";
  const char* market = "XX";
  std::int64_t quantity = 1000;
  const char* origin = "VN";
  const char* day = "2026-03-02";
  bool proof_of_origin = false;
  bom::Money assist{};
};

Delivery delivered(const bom::PriceBook& book, const Order& order,
                   const bom::Product& product = makeProduct()) {
  bom::DeliveryInput input;
  input.product = &product;
  input.book = &book;
  input.quantity = order.quantity;
  input.piece_mass = bom::Quantity::fromMillionths(400'000'000, bom::Unit::Gram);
  input.ex_factory = dollars(10);
  input.exported = {{Leg::Loading, dollars(0.02), "men", bom::FigureStatus::Estimate},
                    {Leg::PreCarriage, dollars(0.08), "lorry", bom::FigureStatus::Estimate},
                    {Leg::ExportClearance, dollars(0.09), "customs", bom::FigureStatus::Estimate},
                    {Leg::OriginTerminal, dollars(0.135), "terminal", bom::FigureStatus::Estimate},
                    {Leg::VesselLoading, dollars(0.045), "crane", bom::FigureStatus::Estimate}};
  input.origin = order.origin;
  input.market = order.market;
  input.incoterm = order.incoterm;
  input.as_of = order.day;
  const auto shipment = bom::shipmentOf(product.carton, book, order.quantity, input.piece_mass);
  input.freights = bom::freightsOf(*shipment, book, {order.origin, order.market}).value();
  const bom::OuterSurface surface = bom::outerSurfaceOf(product, book);
  input.surface = &surface;
  input.proof_of_origin = order.proof_of_origin;
  input.assist = order.assist;
  auto delivery = bom::deliver(input);
  if (!delivery) throw std::runtime_error(delivery.error().message);
  return *delivery;
}

std::string printedMoney(Money money) {
  return bom::formatUnitMoney(money);
}

const bom::CostLeg& legOf(const Delivery& delivery, const std::string& id) {
  for (const bom::CostLeg& leg : delivery.legs)
    if (leg.id == id) return leg;
  throw std::runtime_error("no leg " + id);
}

/// The fixture's estimate (estimate_test.cpp) of 1000 pieces, delivered.
Delivery estimatedAt(const bom::PriceBook& book, const std::string& term) {
  bom::EstimateInput input;
  input.market = "XX";
  input.incoterm = term;
  input.quantities = {1000};
  auto estimate = bom::makeEstimate(makeProduct(), book, input);
  if (!estimate) throw std::runtime_error(estimate.error().message);
  return estimate->breaks.front().delivery.value();
}

TEST(Delivery, LegsFollowTheHandWorkedTable) {
  const Delivery delivery = delivered(bookWithTrade(), {});
  std::vector<std::string> legs;
  for (const bom::CostLeg& leg : delivery.legs)
    legs.push_back(leg.id + " " + std::string(bom::payerName(leg.payer)) + " " + printedMoney(leg.amount));
  EXPECT_THAT(legs, testing::ElementsAre("goods seller 10.0000", "loading seller 0.0200",
                                         "pre-carriage seller 0.0800", "export-clearance seller 0.0900",
                                         "origin-terminal seller 0.1350", "vessel-loading seller 0.0450",
                                         "main-carriage buyer 0.2160", "insurance none 0.0350",
                                         "destination-terminal buyer 0.1398", "on-carriage buyer 0.0864",
                                         "unloading buyer 0.0108", "import-clearance buyer 0.1500",
                                         "duty buyer 1.0621", "vat buyer 2.3366"));
  EXPECT_EQ(printedMoney(delivery.landed), "12.0701");
  EXPECT_THAT(legOf(delivery, "main-carriage").basis,
              HasSubstr("greater of 2.16 m3, 432.0 kg / 1000 and 1, x 100.00 USD"));
  EXPECT_THAT(legOf(delivery, "insurance").basis, HasSubstr("CIF = CFR 10.5860 / (1 - 1.1 x 0.3 %)"));
  EXPECT_FALSE(legOf(delivery, "vat").is_cost);
}

/// What the seller is paid for under each term; whoever pays, the goods cost the same at the door.
TEST(Delivery, PriceAtEachIncoterm) {
  const struct {
    const char* term;
    const char* price;
    const char* sum;
  } rows[] = {{"EXW", "10.0000", "goods"},
              {"FCA", "10.1900", "10 + .02 + .08 + .09"},
              {"FAS", "10.3250", "10.19 + .135"},
              {"FOB", "10.3700", "10.325 + .045"},
              {"CFR", "10.5860", "10.37 + .2160"},
              {"CIF", "10.6210", "10.586 + .0350"},
              {"CPT", "10.8122", "10.586 + .1398 + .0864"},
              {"CIP", "10.8472", "10.8122 + .0350"},
              {"DAP", "10.8122", "as CPT"},
              {"DPU", "10.8230", "10.8122 + .0108"},
              {"DDP", "12.0243", "10.8122 + .15 + 1.0621, the VAT comes back"}};
  for (const auto& row : rows) {
    const Delivery delivery = delivered(bookWithTrade(), {row.term});
    EXPECT_EQ(printedMoney(delivery.price), row.price) << row.term << ": " << row.sum;
    EXPECT_EQ(printedMoney(delivery.landed), "12.0701") << row.term;
  }
}

/// The two loadings of an estimate, each paid by the side that the term names.
TEST(Delivery, LoadingAtTheFactoryAndOfTheShipAreLegsOfTheirOwn) {
  // 0.00216 m3 x 3 = 0.0065 at the factory. Origin charges 270 / 1000 = 0.27: clearance 90 / 1000 = 0.09, the
  // ship 45 / 1000 = 0.045, the terminal keeps 0.135.
  const struct {
    const char* term;
    const char* payers;  ///< of loading at the factory and of the ship
  } rows[] = {{"EXW", "buyer buyer"},   {"FCA", "seller buyer"},  {"FAS", "seller buyer"},
              {"FOB", "seller seller"}, {"CFR", "seller seller"}, {"CIF", "seller seller"},
              {"CPT", "seller seller"}, {"CIP", "seller seller"}, {"DAP", "seller seller"},
              {"DPU", "seller seller"}, {"DDP", "seller seller"}};
  const bom::PriceBook book = bookWithTrade();
  for (const auto& row : rows) {
    const Delivery delivery = estimatedAt(book, row.term);
    const bom::CostLeg &loading = legOf(delivery, "loading"), &ship = legOf(delivery, "vessel-loading");
    EXPECT_EQ(printedMoney(loading.amount), "0.0065") << row.term;
    EXPECT_EQ(printedMoney(ship.amount), "0.0450") << row.term;
    EXPECT_EQ(std::string(payerName(loading.payer)) + " " + std::string(payerName(ship.payer)), row.payers)
        << row.term;
  }
  const Delivery fob = estimatedAt(book, "FOB");
  EXPECT_EQ(printedMoney(legOf(fob, "export-clearance").amount), "0.0900");
  EXPECT_EQ(printedMoney(legOf(fob, "origin-terminal").amount), "0.1350");
  EXPECT_EQ(legOf(fob, "origin-terminal").basis,
            "1 shipment x 270.00 USD over 1000 pieces, less 0.0900 for export-clearance, less 0.0450 for "
            "vessel-loading");
  EXPECT_EQ(legOf(fob, "vessel-loading").basis,
            "45.00 USD of: 1 shipment x 270.00 USD over 1000 pieces, less 0.0900 for export-clearance");
  // 3.8817 ex factory + 0.0065 + 0.0324 + 0.27 + 0.0238 consolidation; alongside the ship 0.045 less.
  EXPECT_EQ(printedMoney(fob.price), "4.2144");
  EXPECT_EQ(printedMoney(estimatedAt(book, "FAS").price), "4.1694");
  EXPECT_EQ(printedMoney(estimatedAt(book, "EXW").price), "3.8817");
}

TEST(Delivery, PartsOfTheOriginChargesAreNoMoreThanThey) {
  bom::PriceBook book = bookWithTrade();
  const auto amounts = [&](std::int64_t clearance, std::int64_t ship) {
    book.rates["export-clearance"].typical_millionths = clearance * 1'000'000;
    book.rates["vessel-loading"].typical_millionths = ship * 1'000'000;
    std::string text;
    for (const bom::CostLeg& leg : estimatedAt(book, "FOB").legs)
      if (leg.id == "export-clearance" || leg.id == "origin-terminal" || leg.id == "vessel-loading")
        text += leg.id.substr(0, 1) + printedMoney(leg.amount) + " ";
    return text;
  };
  // Of 0.27; the second of the terminal is the consolidation of 0.0238.
  EXPECT_EQ(amounts(200, 100), "e0.2000 o0.0000 o0.0238 v0.0700 ");
  EXPECT_EQ(amounts(300, 45), "e0.2700 o0.0000 o0.0238 ") << "a part of nothing is no leg";
  EXPECT_EQ(amounts(0, 0), "o0.2700 o0.0238 ");
}

TEST(Delivery, SaysWhichTermFitsContainersAndWhoImports) {
  EXPECT_THAT(delivered(bookWithTrade(), {"FOB"}).notes, Contains(HasSubstr("for which FCA fits")));
  EXPECT_THAT(delivered(bookWithTrade(), {"FCA"}).notes, IsEmpty());
  EXPECT_THAT(delivered(bookWithTrade(), {"DDP"}).notes,
              Contains(HasSubstr("the seller is the importer of record in Market XX")));
}

TEST(Delivery, FobValuationTakesTheGoodsOnBoard) {
  bom::PriceBook book = bookWithTrade();
  book.markets["US"] = marketOf("US", "FOB", 17.6, 0);  // 17.6 % of 10.37 = 1.82512
  const Delivery delivery = delivered(book, {"FOB", "US"});
  EXPECT_EQ(printedMoney(delivery.duty.customs_value), "10.3700");
  EXPECT_EQ(printedMoney(delivery.duty.amount), "1.8251");
  EXPECT_EQ(delivery.duty.valuation, "FOB");
}

TEST(Delivery, TheOuterSurfaceChoosesTheTariffLine) {
  bom::PriceBook book = bookWithTrade();
  const auto percent = [](std::int64_t tenths) {
    return bom::Ratio::fromPercentMillionths(tenths * 100'000);
  };
  book.markets["US"] = marketOf("US", "FOB", 0, 0);
  book.markets["US"].tariff = {{"4202.92.31.20", "textile-man-made", percent(176), {}},
                               {"4202.92.15.00", "textile-cotton", percent(63), {}},
                               {"4202.92.45.00", "plastic", percent(200), {}}};
  const auto lineOf = [&] { return delivered(book, {"FOB", "US"}).duty.tariff_line; };
  EXPECT_EQ(lineOf(), "4202.92.31.20");
  book.items["ny210rs"].composition = {{"CO", percent(900)}, {"PU", percent(100)}};
  EXPECT_EQ(lineOf(), "4202.92.15.00");
  book.items["ny210rs"].family = "tpu";
  EXPECT_EQ(lineOf(), "4202.92.45.00");
  EXPECT_THAT(delivered(book, {"FOB", "US"}).duty.basis, HasSubstr("100 % of 0.14 m2 of shell is sheeting"));
  // A market that knows textile and other alone.
  book.markets["US"].tariff = {{"A", "textile", percent(27), {}}, {"B", "other", percent(97), {}}};
  EXPECT_EQ(lineOf(), "B");
  book.items["ny210rs"].family = "nylon";
  EXPECT_EQ(lineOf(), "A");
}

TEST(Delivery, ExtraDutiesHoldFromTheirFirstToTheirLastDay) {
  bom::PriceBook book = bookWithTrade();
  const bom::Ratio tenth = percent(10), quarter = percent(25);
  book.extra_duties = {{{"XX"}, {"CN"}, "of one origin", quarter, {}, {}},
                       {{"XX"}, {}, "of all origins", tenth, {"2026-02-24", "2026-07-23"}, {}},
                       {{"YY"}, {}, "of another market", quarter, {}, {}}};
  const auto rateOn = [&](const char* origin, const char* day) {
    return bom::formatPercent(delivered(book, {"FOB", "XX", 1000, origin, day}).duty.rate);
  };
  EXPECT_EQ(rateOn("VN", "2026-02-23"), "10");
  EXPECT_EQ(rateOn("VN", "2026-02-24"), "20");
  EXPECT_EQ(rateOn("VN", "2026-07-23"), "20");
  EXPECT_EQ(rateOn("VN", "2026-07-24"), "10");
  EXPECT_EQ(rateOn("CN", "2026-02-23"), "35");
  EXPECT_EQ(rateOn("CN", "2026-02-24"), "45");
}

TEST(Delivery, APreferenceIsSaidAndNotReckonedWith) {
  bom::PriceBook book = bookWithTrade();
  book.preferences = {{{"XX"}, {"VN"}, "an agreement", bom::Ratio(), {"2026-03-02", ""}, {}}};
  const Delivery delivery = delivered(book, {});
  EXPECT_EQ(printedMoney(delivery.duty.amount), "1.0621");
  EXPECT_THAT(delivery.notes, Contains("with a proof of origin (an agreement) the duty of the line is 0 % "
                                       "instead of 10 %: 1.0621 USD less per piece"));
  EXPECT_THAT(delivered(book, {"FCA", "XX", 1000, "VN", "2026-03-01"}).notes, IsEmpty());
  EXPECT_THAT(delivered(book, {"FCA", "XX", 1000, "CN"}).notes, IsEmpty());
}

/// A market with a line for an insulated bag of textile around nothing but a drinking bladder.
bom::PriceBook bookWithBladderLine() {
  bom::PriceBook book = bookWithTrade();
  bom::TariffLine line = book.markets["XX"].tariff.front();
  line.code = "4202 92 04";
  line.surface = "bladder-only";
  line.duty = percent(7);
  book.markets["XX"].tariff.push_back(line);
  return book;
}

TEST(Delivery, ABagWithABladderIsToldOfTheLineForNothingElse) {
  bom::PriceBook book = bookWithBladderLine();
  EXPECT_THAT(delivered(book, {"FCA"}).notes, IsEmpty());
  book.items["sr20"].category = "bladder";
  bom::Product product = makeProduct();
  product.storage = {"Main compartment"};
  const Delivery delivery = delivered(book, {"FCA"}, product);
  EXPECT_THAT(
      delivery.notes,
      Contains("an insulated bag that holds a drinking bladder and nothing else falls under line 4202 "
               "92 04 at 7 %; this one is not insulated and has room for more than that"));
  EXPECT_EQ(printedMoney(delivery.duty.amount), "1.0621") << "not reckoned with";
}

TEST(Delivery, AnInsulatedBagAroundABladderAndNothingElseHasALineOfItsOwn) {
  bom::PriceBook book = bookWithBladderLine();
  book.items["sr20"].category = "bladder";
  book.items["lin210"].category = "insulation";
  bom::Product product = makeProduct();
  const Delivery delivery = delivered(book, {"FCA"}, product);
  // 7 % of 10.6210 = 0.74347
  EXPECT_EQ(delivery.duty.tariff_line, "4202 92 04");
  EXPECT_EQ(printedMoney(delivery.duty.amount), "0.7435");
  EXPECT_THAT(delivery.notes,
              Contains(HasSubstr("is reckoned under line 4202 92 04 at 7 %; a binding ruling")));
  const auto lineOf = [&] { return delivered(book, {"FCA"}, product).duty.tariff_line; };
  product.storage = {"Front pocket"};
  EXPECT_EQ(lineOf(), "4202 92 91") << "it has a pocket";
  product.storage.clear();
  book.items["lin210"].category = "lining";
  EXPECT_EQ(lineOf(), "4202 92 91") << "it is not insulated";
  book.items["lin210"].category = "insulation";
  book.items["sr20"].category = "buckle";
  EXPECT_EQ(lineOf(), "4202 92 91") << "it has no bladder";
  book.items["sr20"].category = "bladder";
  for (bom::Use& use : product.uses)
    if (use.item == "sr20") use.in_product = false;
  EXPECT_EQ(lineOf(), "4202 92 91") << "the bladder is packaging";
  product = makeProduct();
  book.items["ny210rs"].family = "tpu";
  EXPECT_EQ(lineOf(), "4202 92 91") << "the line is for an outer surface of textile";
  // A market without such a line knows the bag as any other.
  book.items["ny210rs"].family = "nylon";
  book.markets["XX"].tariff.pop_back();
  EXPECT_EQ(lineOf(), "4202 92 91");
}

TEST(Delivery, AProofOfOriginTakesTheLowestPreference) {
  bom::PriceBook book = bookWithTrade();
  book.preferences = {{{"XX"}, {"VN"}, "Agreement", percent(4), {}, {}},
                      {{"XX"}, {"VN"}, "Scheme", percent(3), {}, {}},
                      {{"XX"}, {"CN"}, "Other", percent(0), {}, {}}};
  book.extra_duties = {{{"XX"}, {}, "Extra", percent(1), {}, {}}};
  Order order;
  order.proof_of_origin = true;
  const Delivery delivery = delivered(book, order);
  // (3 + 1) % of 10.6210 = 0.42484
  EXPECT_EQ(printedMoney(delivery.duty.amount), "0.4248");
  EXPECT_THAT(delivery.duty.basis, HasSubstr("3 % Scheme instead of 10 % of line"));
  EXPECT_THAT(delivery.duty.basis, HasSubstr("+ 1 % Extra"));
  EXPECT_THAT(delivery.notes, Not(Contains(HasSubstr("proof of origin"))));
}

TEST(Delivery, AnAssistIsPartOfTheCustomsValueAndOfTheLandedCost) {
  Order order;
  order.assist = dollars(1);
  const Delivery delivery = delivered(bookWithTrade(), order);
  // 10 % of 10.6210 + 1 = 1.1621; landed 12.0701 + 1 + 0.1
  EXPECT_EQ(printedMoney(delivery.duty.amount), "1.1621");
  EXPECT_EQ(printedMoney(delivery.landed), "13.1701");
  EXPECT_EQ(printedMoney(delivery.price), "10.3700") << "FOB, without it";
}

TEST(Delivery, FeesHaveTheirOwnBaseAndLimits) {
  bom::PriceBook book = bookWithTrade();
  bom::ImportFee fee;
  fee.market = "XX";
  fee.name = "processing";
  fee.base = "fob";
  fee.percent = bom::Ratio::fromPercentMillionths(346'400);
  fee.least = dollars(32.71);
  fee.most = dollars(634.62);
  book.import_fees = {fee};
  const auto feeAt = [&](std::int64_t quantity) {
    return printedMoney(legOf(delivered(book, {"FOB", "XX", quantity}), "fee: processing").amount);
  };
  EXPECT_EQ(feeAt(1000), "0.0359");   // 0.3464 % of 10.37 = 0.035922, 35.92 in all
  EXPECT_EQ(feeAt(100), "0.3271");    // 3.59 in all: the least, 32.71 / 100
  EXPECT_EQ(feeAt(20000), "0.0317");  // 718.44 in all: the most, 634.62 / 20000
  // A limit that is nothing per piece is a limit all the same: 0.40 / 10000 = 0.00004.
  book.import_fees.front().least = dollars(0);
  book.import_fees.front().most = dollars(0.4);
  EXPECT_EQ(feeAt(10000), "0.0000");
  book.import_fees.front().period.until = "2026-03-01";
  EXPECT_EQ(delivered(book, {}).legs.size(), 14U);
}

TEST(Delivery, FeesOnCifCountInTheVat) {
  // 2.5 % of 10.6210 = 0.265525, 2 % = 0.21242; duty 35 % = 3.71735;
  // VAT 16 % of 10.6210 + 3.7174 + 0.2655 + 0.2124 = 14.8163: 2.370608
  bom::PriceBook book = bookWithTrade();
  book.markets["KE"] = marketOf("KE", "CIF", 35, 16);
  bom::ImportFee idf, rdl;
  idf.market = rdl.market = "KE";
  idf.base = rdl.base = "cif";
  idf.name = "declaration";
  rdl.name = "railway";
  idf.percent = bom::Ratio::fromPercentMillionths(2'500'000);
  rdl.percent = percent(2);
  book.import_fees = {idf, rdl};
  const Delivery delivery = delivered(book, {"FOB", "KE"});
  EXPECT_EQ(printedMoney(legOf(delivery, "fee: declaration").amount), "0.2655");
  EXPECT_EQ(printedMoney(legOf(delivery, "fee: railway").amount), "0.2124");
  EXPECT_EQ(printedMoney(legOf(delivery, "duty").amount), "3.7174");
  EXPECT_EQ(printedMoney(legOf(delivery, "vat").amount), "2.3706");
  // 10.6210 + 0.3870 at the far end + 3.7174 + 0.4779
  EXPECT_EQ(printedMoney(delivery.landed), "15.2033");
}

TEST(Delivery, VatMayBePartOfItsOwnBaseOrOfAnUpliftedOne) {
  bom::PriceBook book = bookWithTrade();
  book.markets["BR"] = marketOf("BR", "CIF", 35, 18);
  bom::VatRule inclusive;
  inclusive.market = "BR";
  inclusive.inclusive = true;
  book.markets["ZA"] = marketOf("ZA", "FOB", 30, 15);
  bom::VatRule uplifted;
  uplifted.market = "ZA";
  uplifted.uplift = percent(10);
  book.vat_rules = {inclusive, uplifted};
  // (10.6210 + 3.7174) x 0.18 / 0.82 = 3.147454
  EXPECT_EQ(printedMoney(legOf(delivered(book, {"FOB", "BR"}), "vat").amount), "3.1475");
  // duty 30 % of 10.37 = 3.1110; 15 % of 10.37 x 1.1 + 3.1110 = 14.518: 2.1777
  EXPECT_EQ(printedMoney(legOf(delivered(book, {"FOB", "ZA"}), "vat").amount), "2.1777");
}

TEST(Delivery, AVatThatIsLostIsACost) {
  bom::PriceBook book = bookWithTrade();
  bom::VatRule lost;
  lost.market = "XX";
  lost.recoverable = false;
  book.vat_rules = {lost};
  EXPECT_EQ(printedMoney(delivered(book, {}).landed), "14.4067");  // 12.0701 + 2.3366
  EXPECT_EQ(printedMoney(delivered(book, {"DDP"}).price), "14.3609");
}

TEST(Delivery, SaysWhatTheBookLacks) {
  const auto messageOf = [](const bom::PriceBook& book, const Order& order) -> std::string {
    try {
      delivered(book, order);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  };
  bom::PriceBook book = bookWithTrade();
  EXPECT_EQ(messageOf(book, {"FOB", "YY"}), "no market 'YY' in the price book");
  EXPECT_EQ(messageOf(book, {"DAT"}), "no Incoterm 'DAT' in the price book");
  book.rates.erase("on-carriage");
  EXPECT_EQ(messageOf(book, {}), "no rate 'on-carriage' in the price book");
  book = bookWithTrade();
  book.lanes.clear();
  EXPECT_EQ(messageOf(book, {}), "no freight from 'VN' to 'XX' in the price book");
}

TEST(Delivery, ATermForShipsIsNotReckonedWhereGoodsFly) {
  bom::PriceBook book = bookWithTrade();
  book.incoterms["FOB"].sea_only = true;
  bom::EstimateInput input;
  input.market = "XX";
  input.quantities = {1000};
  input.terms.freight = "air";
  const auto by_ship = bom::makeEstimate(makeProduct(), book, input).value();
  EXPECT_FALSE(by_ship.breaks.front().delivery);
  const std::string why =
      "FOB is a term for carriage by sea, but from 'VN' to 'XX' goods go by air: take FCA";
  EXPECT_EQ(by_ship.breaks.front().undelivered, why);
  EXPECT_THAT(by_ship.warnings, Contains(HasSubstr(why)));
  input.incoterm = "FCA";
  const auto by_air = bom::makeEstimate(makeProduct(), book, input).value();
  ASSERT_TRUE(by_air.breaks.front().delivery);
  EXPECT_EQ(by_air.breaks.front().delivery->freights.front().mode, "air");
  EXPECT_EQ(by_air.breaks.front().ex_factory, by_ship.breaks.front().ex_factory);
}

}  // namespace
