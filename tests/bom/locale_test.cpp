// Documents under a locale with a decimal comma: same bytes. The locale is generated beside the test's
// binaries.
#include <gtest/gtest.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <locale>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "bom/number_text.h"
#include "bom/prices/price_list.h"
#include "bom/tech_pack.h"
#include "tests/bom/product_fixture.h"

namespace {

std::string everything() {
  std::string text;
  for (const auto edition : {bom::Edition::Factory, bom::Edition::Internal}) {
    const bom::TechPack pack = makeTechPack(edition);
    text += bom::writeTechPackXml(pack) + bom::writeBillCsv(pack);
    for (const std::string& warning : pack.estimate.warnings) text += warning;
  }
  const bom::PriceBook book = makePriceBook();
  const auto list = bom::readPriceList("item;price;currency;from\nsr20;0,125;USD;1.000,5\n", "list.csv",
                                       {&book, "2026-01-15", {}});
  for (const bom::PriceStep& step : list->prices.at(0).steps)
    text += bom::formatUnitMoney(step.price) + bom::formatQuantity(step.from);
  return text +
         *bom::rewriteTechPackXml(bom::writeTechPackXml(makeTechPack(bom::Edition::Internal)), "x.xml") +
         bom::formatDouble(1234.5, 2) + bom::formatScaled(*bom::parseScaled("1234.5", 6), 6);
}

bool generateGerman(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const std::string command =
      "localedef -i de_DE -f UTF-8 '" + (folder / "de_DE.UTF-8").string() + "' >/dev/null 2>&1";
  // localedef answers 1 for mere warnings; what counts is whether the locale can be set.
  return std::system(command.c_str()) != -1 && std::filesystem::exists(folder / "de_DE.UTF-8");
}

/// glibc 2.36 never frees the list it makes of LOCPATH; the leak checker must not count it as ours.
bool setGerman() {
#ifdef __SANITIZE_ADDRESS__
  const __lsan::ScopedDisabler not_ours;
#endif
  if (std::setlocale(LC_ALL, "de_DE.UTF-8") == nullptr) return false;
  std::locale::global(std::locale("de_DE.UTF-8"));
  return true;
}

TEST(Locale, ADecimalCommaChangesNoByte) {
  const std::string plain = everything();
  const std::filesystem::path folder = std::filesystem::path(RUCKSMITH_BINARY_DIR) / "locales-bom";
  if (!generateGerman(folder)) GTEST_SKIP() << "no localedef or no de_DE here";
  ASSERT_EQ(setenv("LOCPATH", folder.c_str(), 1), 0);
  ASSERT_TRUE(setGerman());
  char comma[16];
  std::snprintf(comma, sizeof comma, "%.1f", 0.5);
  ASSERT_STREQ(comma, "0,5") << "the locale is not the one meant";
  const std::string german = everything();
  std::locale::global(std::locale::classic());
  std::setlocale(LC_ALL, "C");
  EXPECT_EQ(german, plain);
}

}  // namespace
