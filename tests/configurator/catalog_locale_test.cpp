// Catalogs and designs under a locale with a decimal comma: the same values, words and bytes. The locale is
// generated beside the test's binaries.
#include <gtest/gtest.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <locale>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "configurator/design/design_file.h"
#include "configurator/design/edit_design.h"
#include "configurator/rules/check_rules.h"
#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

/// Everything the three folders say about numbers, in one text.
std::string everything() {
  const Catalog catalog = parseCatalog({{"small.xml", smallCatalogText()}}).value();
  Design design = parseDesign(smallDesignText(), "ridge.ruck", catalog).value();
  design = applyEdit(catalog, design, "capacity", "7.5").value();
  std::string text = writeDesign(design);
  text += applyEdit(catalog, design, "capacity", "8.5").error().message;
  text += applyEdit(catalog, design, "capacity", "8,5").error().message;
  design.choices.parameters["capacity"].value = 19.5;
  for (const Violation& violation : checkRules(catalog, design.choices)) text += violation.message;
  text += std::to_string(catalog.prices.items.at("bladder").price.millionths());
  text += std::to_string(catalog.prices.exchange.at("EUR").per_usd.billionths());
  const auto none = [](std::string_view) { return std::optional<double>(); };
  text += Expression::constant(*Expression::parse("0.5 * 2.5 cm")->evaluate(none)).text();
  for (const WrongFile& wrong : wrongCatalogs()) {
    text += parseCatalog({{"small.xml", withMistake(smallCatalogText(), wrong)}}).error().message;
  }
  return text;
}

/// localedef answers 1 for mere warnings; what counts is whether the locale is there.
bool generateGerman(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const auto locale = folder / "de_DE.UTF-8";
  const std::string command = "localedef -i de_DE -f UTF-8 '" + locale.string() + "' >/dev/null 2>&1";
  return std::system(command.c_str()) != -1 && std::filesystem::exists(locale);
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

TEST(CatalogLocale, ADecimalCommaChangesNothing) {
  const std::string plain = everything();
  EXPECT_NE(plain.find("value=\"7.5\""), std::string::npos);
  EXPECT_NE(plain.find("4123456"
                       "923456789"
                       "12.5"),
            std::string::npos);  // price, rate, 0.5 * 25 mm
  const std::filesystem::path folder = std::filesystem::path(RUCKSMITH_BINARY_DIR) / "locales-catalog";
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
}  // namespace configurator
