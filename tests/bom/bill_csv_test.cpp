// The bill as CSV. Rows are written by hand from bill_test.cpp's table; a small reader of RFC 4180 checks the
// quoting.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "bom/tech_pack.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::Edition;
using Table = std::vector<std::vector<std::string>>;

Table parseCsv(const std::string& csv) {
  Table table(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && csv[i + 1] == '"') {
      table.back().back() += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      table.back().emplace_back();
    } else if (!quoted && c == '\r') {
      EXPECT_EQ(csv.at(++i), '\n');
      table.push_back({""});
    } else {
      table.back().back() += c;
    }
  }
  table.pop_back();
  return table;
}

TEST(BillCsv, ReadsLikeAFactorysBill) {
  const Table table = parseCsv(bom::writeBillCsv(makeTechPack(Edition::Factory)));
  EXPECT_THAT(table[0],
              testing::ElementsAre("line", "level", "parent", "section", "assembly", "placement",
                                   "material code", "description", "composition", "specification", "finish",
                                   "supplier", "nominated", "alternates approved", "brand", "colour BLK",
                                   "colour RED", "unit", "net", "waste reason", "waste %", "gross",
                                   "unit mass g", "unit mass basis", "mass g", "MOQ", "lead time days",
                                   "lead time status", "supplier country", "certificates", "recycled %",
                                   "compliance flags", "HS code", "status", "source", "change", "parts"));
  EXPECT_THAT(table[5], testing::ElementsAre(
                            "1.1", "2", "1", "shell", "body", "front panel", "ny210rs", "item ny210rs",
                            "95% PA6, 5% EL", "210 denier \"ripstop\", PU < 5 g & C0", "", "Mill, Ltd.", "",
                            "", "", "black (19-4205 TCX)", "#C0202A", "MTR", "0.1", "cutting", "14.0",
                            "0.114", "135", "g per m2", "19.58", "50", "", "", "TW", "OEKO-TEX Standard 100",
                            "0", "", "5407.42", "estimate", "price list", "", "body.front"));
  EXPECT_THAT(table[4], testing::Contains("Body"));
}

TEST(BillCsv, EveryRowHasEveryColumn) {
  for (const Edition edition : {Edition::Factory, Edition::Internal}) {
    const Table table = parseCsv(bom::writeBillCsv(makeTechPack(edition)));
    EXPECT_EQ(table.size(), 13U);  // heading, 3 assemblies, 9 lines
    for (const auto& row : table) EXPECT_EQ(row.size(), table.front().size()) << row.front();
  }
}

TEST(BillCsv, LeadTimesAreThoseOfTheGoodsOrOfAnOffer) {
  bom::TechPack pack = makeTechPack(Edition::Factory);
  pack.book.plan.lead_times = {{"cloth", "cloth", {"main-fabric"}, {}, "", {5, 8, 12}, {}}};
  pack.book.items["sr20"].lead_days = 30;
  pack.book.items["sr20"].price_provenance.status = bom::FigureStatus::Quote;
  pack.book.items["ny210rs"].category = "main-fabric";
  const Table table = parseCsv(bom::writeBillCsv(pack));
  const auto column = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(table[0].begin(), table[0].end(), name) - table[0].begin());
  };
  std::map<std::string, std::string> leads;
  for (const auto& row : table)
    leads[row.at(column("material code"))] =
        row.at(column("lead time days")) + " " + row.at(column("lead time status"));
  EXPECT_EQ(leads.at("ny210rs"), "8 estimate");
  EXPECT_EQ(leads.at("sr20"), "30 quote");
  EXPECT_EQ(leads.at("scrn"), " ") << "nothing is known of it";
}

TEST(BillCsv, PricesStandInTheInternalEditionOnly) {
  const Table table = parseCsv(bom::writeBillCsv(makeTechPack(Edition::Internal)));
  const auto column = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(table[0].begin(), table[0].end(), name) - table[0].begin());
  };
  EXPECT_EQ(table[5].at(column("unit price")), "2.2000");
  EXPECT_EQ(table[5].at(column("currency")), "USD");
  EXPECT_EQ(table[5].at(column("extended")), "0.2508");
  EXPECT_EQ(table[1].at(column("extended")), "0.7223");
  const Table factory = parseCsv(bom::writeBillCsv(makeTechPack(Edition::Factory)));
  for (const char* name : {"unit price", "currency", "extended"}) {
    EXPECT_THAT(factory[0], testing::Not(testing::Contains(name)));
  }
}

TEST(BillCsv, AFieldIsNeverRunAsAFormula) {
  bom::TechPack pack = makeTechPack(Edition::Factory);
  pack.book.items["sr20"].name = "=HYPERLINK(\"x\")";
  EXPECT_THAT(bom::writeBillCsv(pack), testing::HasSubstr("\"'=HYPERLINK(\"\"x\"\")\""));
}

}  // namespace
