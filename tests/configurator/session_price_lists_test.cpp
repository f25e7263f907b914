// Price lists of a design as both fronts use them: one road, one price book for each state of the lists.
#include "configurator/session/price_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bom/number_text.h"
#include "configurator/design/design_file.h"
#include "configurator/session/figures.h"
#include "configurator/session/session.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kList = "item;price;currency\nelbind;0,50;USD\n";

class PriceLists : public testing::Test {
 protected:
  PriceLists() {
    writeText(file_, kList);
    Design design = templateDesign("lightweight");
    design.folder = folder_.path().string();
    must(saveDesign(path_, applied(design)).has_value());
  }

  Design applied(const Design& design) const {
    const auto preview = previewPriceList(programWorkshop(), design, file_);
    must(preview.has_value());
    auto with = withAppliedList(design, *preview);
    must(with.has_value());
    return std::move(*with);
  }
  static std::string bindingPrice(const Figures& figures) {
    for (const bom::BillLine& line : figures.estimate->breaks.front().bill.lines)
      if (line.item == "elbind") return bom::formatUnitMoney(line.unit_price);
    return "no binding";
  }

  TestFolder folder_;
  fs::path file_ = folder_.path() / "mill.csv", path_ = folder_.path() / "t.ruck";
};

TEST_F(PriceLists, TheWindowsSessionPricesByThem) {
  Session session(programWorkshop());
  ASSERT_TRUE(session.open(path_));
  session.finishLaying();
  EXPECT_EQ(session.lastError(), "");
  EXPECT_EQ(bindingPrice(session.figures()), "0.5000");
  const auto own = ownPricesIn(session.figures().estimate->breaks.front().bill, *session.figures().prices);
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own.front()->price_provenance.source, "mill.csv row 2");
  // The price book is made once: a click finds the same one.
  const bom::PriceBook* before = session.figures().prices.get();
  ASSERT_TRUE(session.apply("order.currency", "EUR"));
  EXPECT_EQ(session.figures().prices.get(), before);
  EXPECT_NE(before, &programWorkshop().catalog.prices);
}

TEST_F(PriceLists, AListThatChangedIsSaidAndNoOtherPriceTakesItsPlace) {
  writeText(file_, std::string(kList) + "lblm;1;USD\n");
  Design design = *loadDesign(path_, programWorkshop().catalog);
  design.order.date = "2026-03-03";  // no book of an earlier test is kept for this state
  const auto figures = figuresOf(programWorkshop(), design);
  ASSERT_FALSE(figures);
  EXPECT_THAT(figures.error().message, HasSubstr("price list mill.csv is not the one that was applied"));
  EXPECT_TRUE(hasFilesOfPriceLists(design));
  fs::remove(file_);
  EXPECT_FALSE(hasFilesOfPriceLists(design));
  EXPECT_FALSE(pricesOf(programWorkshop(), design));
  const auto without = withoutList(design, file_);
  ASSERT_TRUE(without);
  EXPECT_TRUE(without->order.price_lists.empty());
  EXPECT_EQ((*pricesOf(programWorkshop(), *without)).get(), &programWorkshop().catalog.prices);
}

TEST_F(PriceLists, ADesignFindsThemFromWhereItIsSaved) {
  const auto names = [](const fs::path& path) {
    return loadDesign(path, programWorkshop().catalog)->order.price_lists.front().first;
  };
  EXPECT_EQ(names(path_), "mill.csv");
  fs::create_directories(folder_.path() / "other");
  Session session(programWorkshop());
  ASSERT_TRUE(session.open(path_));
  ASSERT_TRUE(session.saveAs(folder_.path() / "other" / "t.ruck"));
  EXPECT_EQ(names(folder_.path() / "other" / "t.ruck"), fs::canonical(file_).string());
  Session again(programWorkshop());
  ASSERT_TRUE(again.open(folder_.path() / "other" / "t.ruck"));
  EXPECT_EQ(again.lastError(), "");
  EXPECT_EQ(bindingPrice(again.figures()), "0.5000");
}

TEST_F(PriceLists, ALaterListGoesOverAnEarlierOne) {
  const fs::path later = folder_.path() / "offer.csv";
  writeText(later, "item,price,currency\nelbind,0.7,USD\n");
  const Design design = *loadDesign(path_, programWorkshop().catalog);
  const auto preview = previewPriceList(programWorkshop(), design, later);
  ASSERT_TRUE(preview);
  ASSERT_EQ(preview->effect.changes.size(), 1U);
  // From 0.5 to 0.7 are 40 %.
  EXPECT_EQ(bom::formatPercent(*preview->effect.changes.front().difference), "40");
  const auto both = withAppliedList(design, *preview);
  ASSERT_TRUE(both);
  EXPECT_EQ(both->order.price_lists.size(), 2U);
  EXPECT_EQ(bindingPrice(*figuresOf(programWorkshop(), *both)), "0.7000");
}

}  // namespace
}  // namespace configurator
