// Composition, claims and the rules of markets, by products whose masses are easy to reckon with.
#include "bom/quality/compliance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/bom/product_fixture.h"

namespace {

using bom::ComplianceStatus;

/// A bill with one line for each item and its grams.
struct Goods {
  bom::PriceBook book;
  bom::Bill bill;
  bom::Product product;

  bom::Item& add(const std::string& id, bom::BillSection section, double grams,
                 std::vector<bom::Component> composition) {
    bom::Item item;
    item.id = id;
    item.section = section;
    item.supplier = "mill";
    item.composition = std::move(composition);
    bom::BillLine line;
    line.number = "1." + std::to_string(bill.lines.size() + 1);
    line.item = id;
    line.mass = amount(grams, bom::Unit::Gram);
    bill.lines.push_back(line);
    return book.items[id] = item;
  }

  bom::ComplianceRow judge(const bom::ComplianceRule& rule, const std::string& on,
                           const std::string& market = "DE") {
    book.quality.rules = {rule};
    bom::Market there;
    there.id = market;
    const auto rows = bom::complianceOf(product, bill, book, {&there, on});
    return rows.empty() ? bom::ComplianceRow{} : rows.front();
  }
};

/// `textile` grams of polyamide cloth and the rest of 100 g in plastic buckles.
Goods goodsWith(double textile) {
  Goods goods;
  goods.book.quality.materials = {{"PA6", {"PA6", "polyamide", "textile", false}},
                                  {"PA66", {"PA66", "polyamide", "textile", false}},
                                  {"recycled PET", {"recycled PET", "recycled polyester", "textile", true}},
                                  {"POM", {"POM", "POM", "polymer", false}},
                                  {"electronics", {"electronics", "electronics", "electronics", false}}};
  goods.add("cloth", bom::BillSection::Shell, textile, {{"PA6", percent(100)}});
  goods.add("buckle", bom::BillSection::Hardware, 100 - textile, {{"POM", percent(100)}});
  return goods;
}

bom::ComplianceRule ruleWith(const std::string& evidence, const std::string& of) {
  bom::ComplianceRule rule;
  rule.id = "rule";
  rule.where = {"any"};
  rule.document = "Paper";
  rule.reason = "Because of the law";
  rule.evidence = evidence;
  rule.of = of;
  return rule;
}

TEST(Composition, IsByMassAndJoinsWordsOfOneMaterial) {
  Goods goods = goodsWith(60);
  goods.add("lining", bom::BillSection::Lining, 100, {{"PA66", percent(70)}, {"recycled PET", percent(30)}});
  goods.add("board", bom::BillSection::Frame, 40, {{"recycled PET", percent(100)}});
  goods.add("mystery", bom::BillSection::Branding, 10, {});
  const bom::Composition composition = bom::compositionOf(goods.bill, goods.book);
  // 250 g: polyamide 60 + 70 = 130 g; recycled polyester 30 g woven and 40 g as a board, which is plastic;
  // POM 40 g; 10 g unstated. Textile 160 / 250 = 64 %, recycled 70 / 250 = 28 %.
  EXPECT_EQ(composition.mass, amount(250, bom::Unit::Gram));
  EXPECT_EQ(composition.unstated, amount(10, bom::Unit::Gram));
  EXPECT_EQ(composition.textile, percent(64));
  EXPECT_EQ(composition.recycled, percent(28));
  EXPECT_EQ(composition.parts.front().material, "polyamide");
  EXPECT_EQ(composition.parts.front().share, percent(52));
}

TEST(Compliance, OfATextileLawBeginsAtItsShareByMass) {
  bom::ComplianceRule saber = ruleWith("saber", "product");
  saber.textile_from = percent(80);
  EXPECT_EQ(goodsWith(80).judge(saber, "2026-01-01").status, ComplianceStatus::DocumentMissing);
  const bom::ComplianceRow below = goodsWith(79.9).judge(saber, "2026-01-01");
  EXPECT_EQ(below.status, ComplianceStatus::NotApplicable);
  EXPECT_EQ(below.because, "The product is 79.9 % textile by mass; it applies from 80.0 %.");
}

TEST(Compliance, HoldsFromItsFirstDayToItsLast) {
  bom::ComplianceRule rule = ruleWith("report", "product");
  rule.from = "2025-01-01";
  rule.until = "2026-12-31";
  Goods goods = goodsWith(50);
  EXPECT_EQ(goods.judge(rule, "2024-12-31").status, ComplianceStatus::NotApplicable);
  EXPECT_EQ(goods.judge(rule, "2024-12-31").because, "It applies from 2025-01-01.");
  EXPECT_EQ(goods.judge(rule, "2025-01-01").status, ComplianceStatus::DocumentMissing);
  EXPECT_EQ(goods.judge(rule, "2026-12-31").status, ComplianceStatus::DocumentMissing);
  EXPECT_EQ(goods.judge(rule, "2027-01-01").because, "It applied until 2026-12-31.");
}

TEST(Compliance, AsksForTheCeMarkOnPoweredLightsOnly) {
  bom::ComplianceRule ce = ruleWith("ce", "items");
  ce.kinds = {"electronics"};
  Goods goods = goodsWith(90);
  // An RFID-blocking lining is bought from the electronics maker, and has nothing powered in it.
  goods.add("rfid", bom::BillSection::Electronics, 5, {{"PA6", percent(100)}});
  EXPECT_EQ(goods.judge(ce, "2026-01-01").status, ComplianceStatus::NotApplicable);
  goods.add("led", bom::BillSection::Electronics, 5, {{"electronics", percent(40)}, {"POM", percent(60)}});
  const bom::ComplianceRow row = goods.judge(ce, "2026-01-01");
  EXPECT_EQ(row.status, ComplianceStatus::DocumentMissing);
  EXPECT_EQ(row.because, "Paper: led: none on file from mill.");
  goods.book.quality.certificates = {{"DoC-1", "ce", "mill", "", "2030-01-01", {"led"}}};
  EXPECT_EQ(goods.judge(ce, "2026-01-01").status, ComplianceStatus::Met);
}

TEST(Compliance, IsNotMetWithAForbiddenFinish) {
  bom::ComplianceRule pfas = ruleWith("pfas", "items");
  pfas.finishes = {"dwr-c0", "dwr-c8"};
  pfas.forbidden_finishes = {"dwr-c8"};
  Goods goods = goodsWith(90);
  EXPECT_EQ(goods.judge(pfas, "2026-01-01").status, ComplianceStatus::NotApplicable);
  goods.book.items["cloth"].finish = "dwr-c0";
  EXPECT_EQ(goods.judge(pfas, "2026-01-01").status, ComplianceStatus::DocumentMissing);
  goods.book.items["cloth"].finish = "dwr-c8";
  const bom::ComplianceRow row = goods.judge(pfas, "2026-01-01");
  EXPECT_EQ(row.status, ComplianceStatus::NotMet);
  EXPECT_EQ(row.because, "cloth has the finish dwr-c8, which is not allowed.");
}

TEST(Compliance, OfALabelNeedsOneToPrintOn) {
  bom::ComplianceRule label = ruleWith("", "");
  label.labels = {"care"};
  Goods goods = goodsWith(90);
  EXPECT_EQ(goods.judge(label, "2026-01-01").status, ComplianceStatus::NotMet);
  goods.product.labels = {{"labels.care", "care", "", "", ""}};
  EXPECT_EQ(goods.judge(label, "2026-01-01").status, ComplianceStatus::Met);
}

TEST(Compliance, OfGarmentsChildrenAndOtherMarketsIsNotOfEveryPack) {
  Goods goods = goodsWith(90);
  goods.product.style.type = "roll-top";
  bom::ComplianceRule vest = ruleWith("report", "product");
  vest.types = {"vest"};
  EXPECT_EQ(goods.judge(vest, "2026-01-01").status, ComplianceStatus::NotApplicable);
  goods.product.style.type = "vest";
  EXPECT_EQ(goods.judge(vest, "2026-01-01").status, ComplianceStatus::DocumentMissing);
  bom::ComplianceRule child = ruleWith("cpc", "product");
  child.uses = {"child"};
  EXPECT_EQ(goods.judge(child, "2026-01-01").status, ComplianceStatus::NotApplicable);
  bom::ComplianceRule saudi = ruleWith("saber", "product");
  saudi.where = {"SA"};
  EXPECT_TRUE(goods.judge(saudi, "2026-01-01", "BR").rule.empty());
  EXPECT_EQ(goods.judge(saudi, "2026-01-01", "SA").market, "SA");
}

TEST(Compliance, NamesTheStateWhoseLawItIs) {
  Goods goods = goodsWith(90);
  bom::ComplianceRule rule = ruleWith("prop65", "product");
  rule.where = {"US-CA"};
  goods.book.quality.rules = {rule};
  bom::Market states;
  states.id = "US";
  states.compliance_regions = {"US-NY", "US-CA"};
  const auto rows = bom::complianceOf(goods.product, goods.bill, goods.book, {&states, "2026-01-01"});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].market, "US-CA");
}

/// Why cloth that says GRS may not say so on a day, with one certificate on file; empty: it may.
std::string objectionWith(const bom::Certificate& certificate, const std::string& on) {
  Goods goods = goodsWith(90);
  goods.book.items["cloth"].certificates = {"GRS"};
  goods.book.quality.claims = {{"grs", "GRS", {"GRS"}, {"grs"}, false, ""}};
  goods.book.quality.certificates = {certificate};
  const auto claims = bom::claimsOf(goods.bill, goods.book, on);
  EXPECT_EQ(claims.size(), 1U);
  return claims.at(0).items.at(0).objection;
}

TEST(Claims, NeedAnUnexpiredCertificateOfTheScopeHeldByTheSupplier) {
  EXPECT_EQ(objectionWith({"C-1", "grs", "mill", "2026-01-01", "2026-12-31", {}}, "2026-12-31"), "");
  EXPECT_EQ(objectionWith({"C-1", "grs", "mill", "2026-01-01", "2026-12-31", {}}, "2027-01-01"),
            "certificate C-1 expired on 2026-12-31");
  EXPECT_EQ(objectionWith({"C-1", "grs", "mill", "2026-01-01", "2026-12-31", {}}, "2025-12-31"),
            "certificate C-1 holds from 2026-01-01");
  EXPECT_EQ(objectionWith({"C-1", "grs", "trader", "", "2026-12-31", {}}, "2026-06-01"),
            "certificate C-1 is held by trader, not by mill");
  EXPECT_EQ(objectionWith({"C-1", "oeko-tex-100", "mill", "", "2026-12-31", {}}, "2026-06-01"),
            "none on file from mill");
  EXPECT_EQ(objectionWith({"C-1", "grs", "mill", "", "2026-12-31", {"lining"}}, "2026-06-01"),
            "certificate C-1 does not name cloth");
}

TEST(Claims, OfRecycledContentAreMadeByTheComposition) {
  Goods goods = goodsWith(50);
  goods.book.quality.claims = {{"recycled", "Recycled", {}, {"grs", "rcs"}, true, ""}};
  EXPECT_TRUE(bom::claimsOf(goods.bill, goods.book, "2026-01-01").empty());
  goods.add("mesh", bom::BillSection::Mesh, 20, {{"recycled PET", percent(100)}});
  goods.add("pocket", bom::BillSection::Lining, 20, {{"recycled PET", percent(100)}}).supplier = "other";
  goods.book.quality.certificates = {{"R-1", "rcs", "mill", "", "2026-12-31", {}}};
  const auto claims = bom::claimsOf(goods.bill, goods.book, "2026-01-01");
  ASSERT_EQ(claims.size(), 1U);
  ASSERT_EQ(claims[0].items.size(), 2U);
  EXPECT_EQ(claims[0].items[0].objection, "");
  EXPECT_EQ(claims[0].items[1].objection, "certificate R-1 is held by mill, not by other");
  EXPECT_FALSE(claims[0].isAllowed());
}

TEST(Compliance, OfGreenClaimsIsMetWhenEveryItemThatMakesOneIsCovered) {
  Goods goods = goodsWith(90);
  bom::ComplianceRule rule = ruleWith("", "");
  rule.claims = {"grs"};
  goods.book.quality.claims = {{"grs", "GRS", {"GRS"}, {"grs"}, false, ""}};
  EXPECT_EQ(goods.judge(rule, "2026-10-01").because, "No such claim is made.");
  goods.book.items["cloth"].certificates = {"GRS"};
  const bom::ComplianceRow row = goods.judge(rule, "2026-10-01");
  EXPECT_EQ(row.status, ComplianceStatus::DocumentMissing);
  EXPECT_EQ(row.because, "GRS, cloth: none on file from mill.");
  goods.book.quality.certificates = {{"C-1", "grs", "mill", "", "2026-12-31", {}}};
  EXPECT_EQ(goods.judge(rule, "2026-10-01").status, ComplianceStatus::Met);
}

}  // namespace
