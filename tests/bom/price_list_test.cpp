// Price lists read from CSV and XLSX, laid over the fixture's price book, and in a bill.
#include "bom/prices/price_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bom/bill.h"
#include "bom/number_text.h"
#include "tests/bom/product_fixture.h"
#include "tests/bom/workbook_files.h"

namespace {

using bom::PriceList;
using bom::Unit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

bom::PriceBook bookWithEuro() {
  bom::PriceBook book = makePriceBook();
  book.exchange["EUR"] = {*bom::Currency::parse("EUR"), percent(80), {"table", "2026-01", {}}};
  return book;
}

bom::Result<PriceList> read(const std::string& bytes, const bom::PriceBook& book = bookWithEuro()) {
  return bom::readPriceList(bytes, "mill.csv", {&book, "2026-01-15", [](std::string_view word, const auto&) {
                                                  return word == "ny210r" ? " (did you mean \"ny210rs\"?)"
                                                                          : "";
                                                }});
}

std::vector<std::string> priced(const PriceList& list) {
  std::vector<std::string> rows;
  for (const bom::ListedPrice& one : list.prices) {
    std::string row = one.item + " row " + std::to_string(one.row) + " " + one.date;
    for (const bom::PriceStep& step : one.steps)
      row += " " + bom::formatQuantity(step.from) + ":" + bom::formatScaled(step.price.millionths(), 6) +
             std::string(step.price.currency().code());
    if (one.moq) row += " moq " + bom::formatQuantity(*one.moq);
    if (one.moq_dyed) row += " dyed " + bom::formatQuantity(*one.moq_dyed);
    if (one.lead_days) row += " days " + std::to_string(*one.lead_days);
    if (!one.supplier.empty()) row += " from " + one.supplier;
    rows.push_back(row);
  }
  return rows;
}

std::vector<std::string> problemsOf(const PriceList& list) {
  std::vector<std::string> rows;
  for (const bom::PriceListProblem& one : list.problems)
    rows.push_back(std::to_string(one.row) + " " + one.column + ": " + one.message);
  return rows;
}

TEST(PriceList, EveryCutOfExcelReadsTheSame) {
  const std::vector<std::string> wanted{
      "ny210rs row 2 2026-03-02 0:2.5EUR 1000:2.1EUR moq 300 dyed 1200 days 35 from Weber, Hof",
      "web20 row 4 2026-01-15 0:0.13USD"};
  // Germany: byte order mark, semicolons, decimal commas, CRLF.
  const auto german = read(
      "\xEF\xBB\xBFItem;Supplier;Currency;Price;Unit;From;MOQ;MOQ dyed;Lead days;Date\r\n"
      "ny210rs;Weber, Hof;EUR;2,50;m;;300;1.200;35;02.03.2026\r\n"
      "NY210RS;;EUR;2,10;m;1000;;;;\r\nweb20;;USD;0,13;;;;;;\r\n");
  ASSERT_TRUE(german) << german.error().message;
  EXPECT_THAT(problemsOf(*german), IsEmpty());
  EXPECT_EQ(priced(*german), wanted);
  // The United States: commas, quoted fields, thousands with commas; other order and words.
  const auto american = read(
      "Unit Price,Article,\"Min Qty\",CCY,MOQ,\"MOQ per color\",Lead time (days),UOM,valid from,Vendor\n"
      "2.50,ny210rs,0,EUR,300,\"1,200\",35,meter,2026-03-02,\"Weber, Hof\"\n"
      "2.10,ny210rs,\"1,000\",eur,,,,MTR,,\n"
      "0.13,web20,,usd,,,,m,,\n");
  ASSERT_TRUE(american) << american.error().message;
  EXPECT_THAT(problemsOf(*american), IsEmpty());
  EXPECT_EQ(priced(*american), wanted);
  // Tabs, as pasted; a title above the headings moves the rows.
  const auto tabbed = read("Prices, 2026\n\nitem\tprice (EUR)\tfrom\nny210rs\t2.5\t\nny210rs\t2.1\t1000\n");
  ASSERT_TRUE(tabbed) << tabbed.error().message;
  EXPECT_EQ(priced(*tabbed), (std::vector<std::string>{"ny210rs row 4 2026-01-15 0:2.5EUR 1000:2.1EUR"}));
}

TEST(PriceList, SaysEveryProblemWithItsRowAtOnce) {
  const auto list = read(
      "item,price,currency,unit,from,moq,lead days,date,colour\n"
      "ny210r,2.5,USD,m,,,,,\n"
      "web20,,USD,m,,,,,\n"
      "web20,0.1,USD,pc,,,,,\n"
      "lin210,0.7,USD,m2,,,,,\n"
      "sr20,-0.1,USD,pc,,,,,\n"
      "sr20,cheap,USD,pc,,,1.5,,\n"
      "sr20,0.1,,pc,,,,,\n"
      "sr20,0.1,CHF,pc,,,,,\n"
      "sr20,0.1,USD,pc,,x,,31.2.2026,\n"
      ",0.1,USD,,,,,,\n"
      "lblm,0.04,USD,,,,,,\n"
      "lblm,0.05,USD,,0,,,,\n"
      "pbag,0.05,USD,,,100,,,\n"
      "pbag,0.04,EUR,,100,200,,,\n");
  ASSERT_TRUE(list) << list.error().message;
  EXPECT_THAT(
      problemsOf(*list),
      ElementsAre(
          "2 item: there is no item \"ny210r\" (did you mean \"ny210rs\"?); use the item codes of the bill",
          "3 price: there is no price; state it or take the row out",
          "4 unit: web20 is bought by m, the list prices it by \"pc\"; state the price per m",
          "5 unit: lin210 is bought by m, the list prices it by \"m2\"; state the price per m of its width, "
          "1450 "
          "mm",
          "6 price: price -0.1 is negative",
          "7 price: price \"cheap\" is not a number; write digits alone, as 12.50",
          "7 lead days: lead days \"1.5\" is not a whole number up to 3650",
          "8 currency: there is no currency; state its code, as USD",
          "9 currency: there is no exchange rate for CHF; price in USD, EUR",
          "10 moq: moq \"x\" is not a number; write digits alone, as 12.50",
          "10 date: date \"31.2.2026\" is not a day; write it as 2026-03-31",
          "11 item: there is no item code; add it or take the row out",
          "13 from: lblm is priced twice from 0, in row 12 too; keep one of them",
          "15 moq: this differs from an earlier row of pbag; state it once for all its steps",
          "15 currency: the steps of pbag are in several currencies"));
  EXPECT_THAT(list->ignored_columns, ElementsAre("colour"));
}

TEST(PriceList, AFileThatIsNoListIsRefusedInWords) {
  const auto refusal = [](const std::string& bytes) {
    const auto list = read(bytes);
    return list ? "taken" : list.error().message;
  };
  EXPECT_THAT(refusal(""), HasSubstr("no columns separated by semicolon, comma or tab"));
  EXPECT_THAT(refusal("a,b\n1,2\n"), HasSubstr("no row has the headings item and price"));
  EXPECT_THAT(refusal("item,price\n"), HasSubstr("no rows below the headings"));
  EXPECT_THAT(refusal("item,price,unit price\nx,1,2\n"),
              HasSubstr("two columns mean the same: \"unit price\""));
  EXPECT_THAT(refusal("item,price\n\"x,1\n"), HasSubstr("a quote (\") is opened and never closed"));
  EXPECT_THAT(refusal("item,price\n\xE4,1\n"), HasSubstr("no text in UTF-8"));
  EXPECT_THAT(refusal("\xD0\xCF\x11\xE0\xA1\xB1"), HasSubstr("encrypted or an old .xls"));
  EXPECT_THAT(refusal("PK\x03\x04 and no more"), HasSubstr("damaged"));
  EXPECT_THAT(refusal(zipOf({{"a.txt", "x"}})),
              HasSubstr("this is no workbook: xl/workbook.xml is not in it"));
  EXPECT_THAT(refusal(zipOf(excelEntries(), 1)), HasSubstr("encrypted"));
  std::string huge = "item,price\n";
  for (int i = 0; i < bom::kMostTableRows; ++i) huge += "x,1\n";
  EXPECT_THAT(refusal(huge), HasSubstr("more than 50000 rows"));
  ZipEntries bomb = excelEntries();
  bomb.emplace_back("xl/bomb.xml", std::string((16U << 20U) + 1, ' '));
  EXPECT_THAT(refusal(zipOf(bomb)), HasSubstr("unpacked it is larger than 16 MB"));
}

TEST(PriceList, ReadsWorkbooksOfExcelAndLibreOffice) {
  // 46083 is 2026-03-02: 46023 is 2026-01-01 (25569 is 1970-01-01, 56 years with 14 leap days are 20454),
  // and January and February have 59 days: 46023 + 59 + 1 = 46083.
  const auto excel = read(zipOf(excelEntries()));
  ASSERT_TRUE(excel) << excel.error().message;
  EXPECT_THAT(problemsOf(*excel), IsEmpty());
  EXPECT_EQ(excel->sheet, "Prices 2026");
  EXPECT_THAT(priced(*excel), ElementsAre("ny210rs row 4 2026-03-02 0:1.1USD moq 500",
                                          "sr20 row 5 2026-01-15 0:0.095USD moq 100"));
  // 45657 is 2024-12-31: 46023 - 365 = 45658 is 2025-01-01.
  const auto libre = read(zipOf(libreOfficeEntries()));
  ASSERT_TRUE(libre) << libre.error().message;
  EXPECT_THAT(problemsOf(*libre), IsEmpty());
  EXPECT_THAT(priced(*libre), ElementsAre("web20 row 2 2024-12-31 0:0.12EUR"));
}

TEST(PriceList, IsLaidOverTheBook) {
  const bom::PriceBook book = bookWithEuro();
  const auto list = read(
      "item,price,currency,from,moq,lead days,supplier,date\n"
      "ny210rs,2,EUR,,60,30,mill ltd,2026-02-01\nny210rs,1.6,EUR,200,,,,\n"
      "lin210,0.65,USD,,,,Mill Ltd,\nsr20,0.09,USD,,,,Weber & Co.,\n");
  ASSERT_TRUE(list);
  const bom::PriceBook then = bom::withPriceList(book, *list);
  const bom::Item& item = then.items.at("ny210rs");
  EXPECT_EQ(item.price, bom::Money::fromMillionths(2'000'000, *bom::Currency::parse("EUR")));
  EXPECT_EQ(item.price_low, item.price);
  EXPECT_EQ(item.price_steps.size(), 2U);
  EXPECT_EQ(item.moq, amount(60, Unit::Metre));
  EXPECT_EQ(item.moq_dyed, book.items.at("ny210rs").moq_dyed);
  EXPECT_EQ(item.lead_days, 30);
  EXPECT_EQ(item.price_provenance.source, "mill.csv row 2");
  EXPECT_EQ(item.price_provenance.date, "2026-02-01");
  EXPECT_EQ(item.price_provenance.status, bom::FigureStatus::User);
  EXPECT_EQ(then.items.at("sr20").supplier, "weber-co");
  EXPECT_EQ(then.suppliers.at("weber-co").name, "Weber & Co.");
  EXPECT_EQ(then.items.at("pbag").price_provenance.status, bom::FigureStatus::Estimate);

  const auto effect = bom::effectOf(book, *list);
  ASSERT_TRUE(effect);
  ASSERT_EQ(effect->changes.size(), 3U);
  EXPECT_EQ(effect->unchanged, 0);
  // 2 EUR at 0.8 EUR per USD are 2.5 USD; (2.5 - 2.2) / 2.2 = 13.6363636 %.
  EXPECT_EQ(bom::formatPercent(*effect->changes[1].difference), "13.6363636");
  const auto again = bom::effectOf(then, *list);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->changes.empty());
  EXPECT_EQ(again->unchanged, 3);
}

TEST(PriceList, TheWholeOrderReachesAStepAndNoFactorIsOnIt) {
  bom::PriceBook book = bookWithEuro();
  book.breaks.clear();
  const auto breakAt = [](std::int64_t quantity, double factor) {
    return bom::QuantityBreak{
        quantity, percent(factor), percent(factor), percent(60), percent(10), amount(100, Unit::Minute), {}};
  };
  book.breaks = {breakAt(100, 150), breakAt(1000, 100)};
  // Thread stands in two lines of the product, of 1.2257 m and 1.1536 m gross a piece: 2.3793 m together.
  // 100 pieces take 237.93 m, 1000 pieces 2379.3 m.
  const auto list = read(
      "item,price,currency,from\nthr70,0.02,USD,237.93\nthr70,0.01,USD,1500\n"
      "sr20,0.09,USD,\n");
  ASSERT_TRUE(list);
  ASSERT_THAT(problemsOf(*list), IsEmpty());
  const bom::PriceBook then = bom::withPriceList(book, *list);
  const auto priceAt = [&](std::int64_t quantity, const std::string& item) {
    const auto bill = bom::makeBill(makeProduct(), then, {quantity, bom::Currency()});
    for (const bom::BillLine& line : bill->lines)
      if (line.item == item) return bom::formatUnitMoney(line.unit_price);
    return std::string("none");
  };
  EXPECT_EQ(priceAt(99, "thr70"), "0.0200") << "below the first step the first one's price holds";
  EXPECT_EQ(priceAt(100, "thr70"), "0.0200");
  EXPECT_EQ(priceAt(630, "thr70"), "0.0200") << "630 x 2.3793 m = 1498.959 m";
  EXPECT_EQ(priceAt(631, "thr70"), "0.0100")
      << "631 x 2.3793 m = 1501.3383 m; a line alone reaches 773.4167 m";
  EXPECT_EQ(priceAt(100, "sr20"), "0.0900") << "a price of a list bears no factor of a break";
  EXPECT_EQ(priceAt(100, "web20"), "0.1950") << "others do: 0.13 x 1.5";
}

}  // namespace
