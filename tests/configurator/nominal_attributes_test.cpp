// Numbers that laws take from options before anything is built, against what the geometry makes of them:
// within 10 %.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "configurator/session/measures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

constexpr double kNear = 0.1;

/// A measure of the size table of a tall pack with this option; nothing where it does not have it.
std::optional<double> measured(const Option& option, const std::string& measure) {
  Design design = templateDesign("endurance");
  for (const char* slot : {"hydration", "laptop", "dividers", "flasks", "main-access"}) {
    if (design.choices.options.count(slot) == 1) design.choices.options[slot].value = "none";
  }
  design.choices.options[option.slot].value = option.id;
  const auto figures = figuresOf(programWorkshop(), design);
  must(figures.has_value());
  must(figures->pack.has_value());
  const auto& measures = figures->pack->measures;
  const auto found =
      std::find_if(measures.begin(), measures.end(), [&](const Measure& one) { return one.id == measure; });
  return found == measures.end() ? std::nullopt : std::optional(found->value_mm);
}

struct Nominal {
  const char *slot, *attribute, *measure;
};

class NominalAttributes : public testing::TestWithParam<Nominal> {};

TEST_P(NominalAttributes, AreWhatIsBuilt) {
  const Nominal nominal = GetParam();
  int compared = 0;
  for (const Option* option : programWorkshop().catalog.optionsOf(nominal.slot)) {
    const auto number = option->numbers.find(nominal.attribute);
    if (number == option->numbers.end()) continue;
    const auto built = measured(*option, nominal.measure);
    ASSERT_TRUE(built) << option->id << " has no measure " << nominal.measure;
    EXPECT_NEAR(*built, number->second, kNear * number->second) << option->id;
    ++compared;
  }
  EXPECT_GE(compared, 4);
}

INSTANTIATE_TEST_SUITE_P(Measures, NominalAttributes,
                         testing::Values(Nominal{"hydration", "sleeve-height", "R"},
                                         Nominal{"hydration", "sleeve-width", "RW"},
                                         Nominal{"laptop", "sleeve-height", "T"}));

/// A litre of water is a kilogram.
TEST(NominalWater, IsWhatTheBladderHolds) {
  int compared = 0;
  for (const Option* option : programWorkshop().catalog.optionsOf("hydration")) {
    const auto water = option->numbers.find("water");
    if (water == option->numbers.end()) continue;
    const auto call = std::find_if(option->calls.begin(), option->calls.end(),
                                   [](const FamilyCall& one) { return one.family == "bladder"; });
    ASSERT_NE(call, option->calls.end()) << option->id;
    const auto litres = call->arguments.at("litres").value->evaluate([](auto) { return std::nullopt; });
    EXPECT_NEAR(*litres, water->second, kNear * water->second) << option->id;
    ++compared;
  }
  EXPECT_EQ(compared, 5);
}

}  // namespace
}  // namespace configurator
