// The catalog and the templates that the program ships: they load, keep their rules and are as broad as
// promised.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "configurator/catalog/load_catalog.h"
#include "configurator/design/design_file.h"
#include "configurator/rules/check_rules.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;

const Catalog& shippedCatalog() {
  static const Catalog kCatalog = [] {
    auto catalog = loadCatalog(fs::path(RUCKSMITH_SOURCE_DIR) / "assets" / "catalog");
    if (!catalog) throw std::logic_error(catalog.error().message);
    return std::move(*catalog);
  }();
  return kCatalog;
}

std::vector<fs::path> templates() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(RUCKSMITH_SOURCE_DIR) / "templates")) {
    if (entry.path().extension() == ".ruck") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string text(const std::vector<Violation>& violations) {
  std::string joined;
  for (const Violation& violation : violations) joined += violation.rule + ": " + violation.message + "\n";
  return joined;
}

TEST(ShippedData, IsAsBroadAsPromised) {
  const Catalog& catalog = shippedCatalog();
  EXPECT_GE(catalog.slots.size(), 16U);
  EXPECT_GE(catalog.options.size(), 90U);
  EXPECT_GE(catalog.prices.items.size(), 80U);
  EXPECT_EQ(catalog.prices.operations.size(), 44U);
  EXPECT_EQ(templates().size(), 10U);
}

TEST(ShippedData, DefaultsKeepTheRules) {
  const auto violations = checkRules(shippedCatalog(), defaultChoices(shippedCatalog()));
  EXPECT_TRUE(isValid(violations)) << text(violations);
}

TEST(ShippedData, TemplatesLoadKeepTheRulesAndComeBackTheSame) {
  for (const fs::path& path : templates()) {
    const auto design = loadDesign(path, shippedCatalog());
    ASSERT_TRUE(design) << design.error().message;
    const auto violations = checkRules(shippedCatalog(), design->choices);
    EXPECT_TRUE(isValid(violations)) << path << "\n" << text(violations);
    const std::string written = writeDesign(*design);
    EXPECT_EQ(writeDesign(parseDesign(written, "again.ruck", shippedCatalog()).value()), written) << path;
  }
}

/// From any template, what stands against an option is said, and what fits really leaves a valid design.
TEST(ShippedData, OptionsThatFitLeaveValidDesigns) {
  std::size_t fitting = 0, blocked = 0;
  for (const fs::path& path : templates()) {
    const Design design = loadDesign(path, shippedCatalog()).value();
    for (const Option& option : shippedCatalog().options) {
      Choices choices = design.choices;
      choices.options[option.slot].value = option.id;
      const bool fits = optionFits(shippedCatalog(), design.choices, option);
      ++(fits ? fitting : blocked);
      const auto violations = checkRules(shippedCatalog(), choices);
      EXPECT_EQ(fits, isValid(violations)) << path << " " << option.slot << "=" << option.id;
      for (const Violation& violation : violations) {
        EXPECT_FALSE(violation.because.empty()) << violation.rule;
        EXPECT_EQ(violation.message.back(), '.') << violation.message;
      }
    }
  }
  EXPECT_GT(fitting, 500U);
  EXPECT_GT(blocked, 10U);
}

/// Every parameter, alone or under a template's options, leaves at least the template's own value.
TEST(ShippedData, TemplatesParametersLieAmongTheStepsTheirOptionsLeave) {
  for (const fs::path& path : templates()) {
    const Design design = loadDesign(path, shippedCatalog()).value();
    for (const Parameter& parameter : shippedCatalog().parameters) {
      const auto steps = allowedSteps(shippedCatalog(), design.choices, parameter);
      const double value = design.choices.parameters.at(parameter.id).value;
      EXPECT_NE(std::find(steps.begin(), steps.end(), value), steps.end()) << path << " " << parameter.id;
    }
  }
}

}  // namespace
}  // namespace configurator
