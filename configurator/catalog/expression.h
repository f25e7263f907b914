// The catalog's small formula language: numbers with units, dotted names, + - * /, min max, comparisons,
// `when`. "0.85 * host.width - 20 mm". A name may contain hyphens; minus needs a space on each side. Lengths
// are mm.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "configurator/catalog/result.h"

namespace configurator {

/// Dimensions a value can have; sums and comparisons need equal ones. Values are in mm, l and kg.
enum class Dimension { Number, Length, Volume, Mass };
std::string_view dimensionName(Dimension dimension);  ///< "number" "length" "volume" "mass"

class Expression {
 public:
  /// Grammar: sum, product, unary minus, (…), min(a, b…), max(a, b…), round(a), `a when cond else b`,
  /// comparisons = != < <= > >=, `and`, `or`. Units after a number: mm, cm, l, g, kg. Message without file
  /// and line.
  static Result<Expression> parse(std::string_view text);
  static Expression constant(double value);
  /// A comparison, or several joined by `and` and `or`: its value is 1 where it holds, else 0.
  static Result<Expression> parseTest(std::string_view text);

  using Lookup = std::function<std::optional<double>(std::string_view name)>;
  /// Nothing when a name is unknown (the name is in the error) or the value is not finite.
  Result<double> evaluate(const Lookup& lookup) const;

  using DimensionOf = std::function<std::optional<Dimension>(std::string_view name)>;
  /// Checks names and units without values.
  Result<Dimension> checkUnits(const DimensionOf& dimension_of) const;

  std::set<std::string> names() const;  ///< all names used, sorted
  /// The value of a bare number ("85", "-3"), which takes the unit of the place it stands in; else nothing.
  std::optional<double> bareNumber() const;
  const std::string& text() const { return text_; }

  struct Node;

 private:
  static Result<Expression> made(std::string_view text, Result<std::shared_ptr<const Node>> root);

  std::string text_;
  std::shared_ptr<const Node> root_;  // immutable, shared between copies of an option
};

}  // namespace configurator
