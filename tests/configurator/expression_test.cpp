// Formulas: values by hand arithmetic, units, and the exact words for what is wrong.
#include "configurator/catalog/expression.h"

#include <gtest/gtest.h>

#include <map>

namespace configurator {
namespace {

const std::map<std::string, double, std::less<>> kValues{
    {"width", 240}, {"host.width", 200}, {"back-length", 450}, {"capacity", 12}, {"load", 2.5}, {"count", 3}};

std::optional<double> lookUp(std::string_view name) {
  const auto found = kValues.find(name);
  return found == kValues.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Dimension> dimensionOf(std::string_view name) {
  static const std::map<std::string, Dimension, std::less<>> kDimensions{
      {"width", Dimension::Length},    {"host.width", Dimension::Length}, {"back-length", Dimension::Length},
      {"capacity", Dimension::Volume}, {"load", Dimension::Mass},         {"count", Dimension::Number}};
  const auto found = kDimensions.find(name);
  return found == kDimensions.end() ? std::nullopt : std::optional(found->second);
}

double valueOf(const std::string& text) {
  const auto formula = Expression::parse(text);
  if (!formula) throw std::logic_error(formula.error().message);
  const auto value = formula->evaluate(lookUp);
  if (!value) throw std::logic_error(value.error().message);
  return *value;
}

TEST(Expression, GivesTheValueThatHandArithmeticGives) {
  const std::vector<std::pair<std::string, double>> rows{
      {"85", 85},
      {"-3", -3},
      {"1 + 2 * 3", 7},  // product before sum
      {"(1 + 2) * 3", 9},
      {"10 - 4 - 3", 3},  // from the left
      {"24 / 4 / 2", 3},
      {"2 * -3", -6},
      {"- -3", 3},
      {"0.85 * host.width - 20 mm", 150},  // 170 - 20
      {"2 cm", 20},
      {"500 g", 0.5},  // kg
      {"1.5 kg", 1.5},
      {"3 l", 3},
      {"min(width, host.width)", 200},
      {"max(width, host.width, 230 mm)", 240},
      {"round(2.5)", 3},
      {"round(-2.5)", -3},
      {"round(width / 7)", 34},  // 34.2857
      {"back-length - width", 210},
      {"width/host.width", 1.2},
      {"1 when capacity > 10 l else 2", 1},
      {"1 when capacity < 10 l else 2", 2},
      {"1 when capacity = 12 l else 2", 1},
      {"1 when capacity != 12 l else 2", 2},
      {"1 when capacity >= 12 l and load <= 2 kg else 2", 2},
      {"1 when capacity >= 12 l or load <= 2 kg else 2", 1},
      {"1 when count = 1 else 2 when count = 2 else 3", 3},
      {"1 when (count = 1 or count = 3) and width > 200 mm else 0", 1},
      {"0.1 + 0.2", 0.1 + 0.2},
      {"1 when 0.1 + 0.2 = 0.3 else 0", 1},  // steps that differ by binary rounding are equal
      {"1 when count = 3 else 1 / 0", 1},    // the other branch is not computed
  };
  for (const auto& [text, value] : rows) EXPECT_DOUBLE_EQ(valueOf(text), value) << text;
}

TEST(Expression, SaysWhatIsWrongWithAText) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "a formula is empty"},
      {"   ", "formula \"   \": expected a number, a name or \"(\" at the end"},
      {"1 +", "formula \"1 +\": expected a number, a name or \"(\" at the end"},
      {"1 2", "formula \"1 2\": expected an operator or the end of the formula at character 3, found \"2\""},
      {"(1", "formula \"(1\": expected \")\" at the end"},
      {"1)", "formula \"1)\": expected an operator or the end of the formula at character 2, found \")\""},
      {"a -b", "formula \"a -b\": write a space on each side of \"-\" at character 3"},
      {"2-1", "formula \"2-1\": write a space on each side of \"-\" at character 2"},
      {"1.2.3", "formula \"1.2.3\": \"1.2.3\" is not a number"},
      {"5.", "formula \"5.\": \"5.\" is not a number"},
      {"20m", "formula \"20m\": \"m\" is no unit; known are mm, cm, l, g, kg"},
      {"sin(1)", "formula \"sin(1)\": unknown function \"sin\"; known are min, max, round"},
      {"min(1)", "formula \"min(1)\": min takes two values or more"},
      {"round(1, 2)", "formula \"round(1, 2)\": round takes one value"},
      {"max 1", "formula \"max 1\": expected \"(\" after max at character 5, found \"1\""},
      {"1 when 2", "formula \"1 when 2\": \"when\" needs a comparison, like \"capacity > 10 l\""},
      {"1 when a > 2", "formula \"1 when a > 2\": expected \"else\" at the end"},
      {"a > 2", "formula \"a > 2\" answers yes or no; write the numbers, like \"1 when … else 0\""},
      {"(a > 2) + 1", "formula \"(a > 2) + 1\": a comparison cannot stand in a calculation"},
      {"1 when a or b > 2 else 0",
       "formula \"1 when a or b > 2 else 0\": \"or\" stands between two comparisons"},
      {"else", "formula \"else\": expected a number, a name or \"(\" at character 1, found \"else\""},
      {"1 € 2",
       "formula \"1 € 2\": expected an operator or the end of the formula at character 3, found \"€\""},
  };
  for (const auto& [text, message] : rows) {
    const auto formula = Expression::parse(text);
    ASSERT_FALSE(formula) << text;
    EXPECT_EQ(formula.error().message, message);
  }
}

TEST(Expression, RefusesDeepNestingAndLongTextsInsteadOfOverflowingTheStack) {
  EXPECT_EQ(Expression::parse(std::string(100000, '(')).error().message,
            "a formula is longer than 1000 characters");
  const std::string nested = std::string(60, '(') + "1" + std::string(60, ')');
  EXPECT_EQ(Expression::parse(nested).error().message,
            "formula \"" + nested + "\" is nested more than 50 deep");
  EXPECT_FALSE(Expression::parse(std::string(400, '-') + "1"));
  EXPECT_TRUE(Expression::parse(std::string(40, '(') + "1" + std::string(40, ')')));
}

TEST(Expression, NamesAnUnknownNameAndAValueThatIsNotFinite) {
  EXPECT_EQ(Expression::parse("width + hight")->evaluate(lookUp).error().message,
            "formula \"width + hight\": unknown name \"hight\"");
  EXPECT_EQ(Expression::parse("1 / (count - 3)")->evaluate(lookUp).error().message,
            "formula \"1 / (count - 3)\" has no finite value");
}

TEST(Expression, KnowsTheDimensionOfItsValue) {
  const std::vector<std::pair<std::string, Dimension>> rows{
      {"0.85 * host.width - 20 mm", Dimension::Length},
      {"width / host.width", Dimension::Number},
      {"width * host.width / 10 mm", Dimension::Length},
      {"capacity / 1 l * 5 mm", Dimension::Length},
      {"capacity - 500 g / load * 1 l", Dimension::Volume},
      {"load * 2", Dimension::Mass},
      {"max(0, width)", Dimension::Length},  // a written 0 suits every unit
      {"0 when width > 0 else 5 mm", Dimension::Length},
      {"round(width)", Dimension::Length},
      {"3", Dimension::Number},
  };
  for (const auto& [text, dimension] : rows) {
    const auto found = Expression::parse(text)->checkUnits(dimensionOf);
    ASSERT_TRUE(found) << text << ": " << found.error().message;
    EXPECT_EQ(*found, dimension) << text;
  }
}

TEST(Expression, RefusesToMixUnits) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"width - 20", "formula \"width - 20\": mixes mm and a plain number"},
      {"width + capacity", "formula \"width + capacity\": mixes mm and l"},
      {"1 when width > capacity else 2", "formula \"1 when width > capacity else 2\": mixes mm and l"},
      {"width when count = 1 else 3", "formula \"width when count = 1 else 3\": mixes mm and a plain number"},
      {"min(width, load)", "formula \"min(width, load)\": mixes mm and kg"},
      {"width * width",
       "formula \"width * width\" gives mm^2, which is neither a number, a length, a volume nor a mass"},
      {"capacity / width",
       "formula \"capacity / width\" gives mm^-1·l, which is neither a number, a length, a volume nor a "
       "mass"},
      {"depth * 2", "formula \"depth * 2\": unknown name \"depth\""},
  };
  for (const auto& [text, message] : rows) {
    const auto found = Expression::parse(text)->checkUnits(dimensionOf);
    ASSERT_FALSE(found) << text;
    EXPECT_EQ(found.error().message, message);
  }
}

TEST(Expression, ListsItsNamesOnceAndSorted) {
  EXPECT_EQ(Expression::parse("width + max(capacity, width) * a.b-c")->names(),
            (std::set<std::string>{"a.b-c", "capacity", "width"}));
  EXPECT_TRUE(Expression::parse("3 mm")->names().empty());
}

TEST(Expression, IsABareNumberOnlyWithoutUnitAndOperator) {
  EXPECT_EQ(Expression::parse("85")->bareNumber(), 85);
  EXPECT_EQ(Expression::parse("-2.5")->bareNumber(), -2.5);
  EXPECT_EQ(Expression::constant(7).bareNumber(), 7);
  for (const char* text : {"85 mm", "80 + 5", "width"})
    EXPECT_FALSE(Expression::parse(text)->bareNumber()) << text;
}

}  // namespace
}  // namespace configurator
