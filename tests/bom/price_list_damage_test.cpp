// Damaged lists, byte by byte and in what the archive holds: read or refused in words, never a crash.
#include <gtest/gtest.h>

#include <random>

#include "bom/prices/price_list.h"
#include "tests/bom/product_fixture.h"
#include "tests/bom/workbook_files.h"
#include "tests/case_count.h"

namespace {

std::string damaged(std::string bytes, std::mt19937_64& random) {
  const std::size_t strikes = 1 + random() % 4;
  for (std::size_t i = 0; i < strikes && !bytes.empty(); ++i) {
    const std::size_t at = random() % bytes.size();
    const std::size_t length = random() % std::min<std::size_t>(40, bytes.size() - at + 1);
    switch (random() % 5) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, length);
        break;
      case 2:
        bytes.insert(at, bytes.substr(random() % bytes.size(), length));
        break;
      case 3:
        bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << (random() % 8U)));
        break;
      default:
        bytes.insert(at, std::string(1, ";,\t\"\n.-0<>&/=\x00\xFF\xC2"[random() % 16U]));
    }
  }
  return bytes;
}

TEST(PriceListDamage, NothingCrashesTheReader) {
  const int count = caseCount(4'000, 100'000);
  const bom::PriceBook book = makePriceBook();
  const std::string csv =
      "\xEF\xBB\xBFItem;Supplier;Currency;Price;Unit;From;MOQ;Lead days;Date;Note\r\n"
      "ny210rs;\"Weber; Hof\";USD;2,50;m;;300;35;02.03.2026;\"say \"\"yes\"\"\"\r\n"
      "ny210rs;;USD;1.234,10;m;1000;;;;\r\nweb20;;USD;0,13;;;;;3/4/2026;\r\n";
  const std::string excel = zipOf(excelEntries()), libre = zipOf(libreOfficeEntries());
  std::mt19937_64 random(20260302);
  int read = 0, refused = 0;
  for (int i = 0; i < count; ++i) {
    std::string bytes;
    if (i % 4 == 0) bytes = damaged(csv, random);
    if (i % 4 == 1) bytes = damaged(excel, random);
    if (i % 4 == 2) bytes = damaged(libre, random);
    if (i % 4 == 3) {
      ZipEntries entries = i % 8 == 3 ? excelEntries() : libreOfficeEntries();
      std::string& inner = entries[random() % entries.size()].second;
      inner = damaged(inner, random);
      bytes = zipOf(entries);
    }
    const auto list = bom::readPriceList(bytes, "list", {&book, "2026-01-15", {}});
    ++(list ? read : refused);
    if (!list) {
      ASSERT_FALSE(list.error().message.empty());
      continue;
    }
    ASSERT_TRUE(bom::effectOf(book, *list)) << "strike " << i;
  }
  EXPECT_GT(read, count / 10);
  EXPECT_GT(refused, count / 10);
}

}  // namespace
