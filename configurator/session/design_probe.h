// Cost, mass and litres of designs near one design, as whole numbers that a search can add up: what each
// value alone would change, at the marker efficiency of that design. Sums of them are about right; a design
// that is found is built to the last digit.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "configurator/session/figures.h"
#include "configurator/session/search_model.h"

namespace configurator {

enum class FoundFigure { Cost, Mass, Litres };
constexpr std::size_t kFoundFigures = 3;

/// Ten-thousandths of the currency unit, milligrams, millilitres of what the label means, by FoundFigure.
using FigureSums = std::array<std::int64_t, kFoundFigures>;

inline std::int64_t figureIn(const FigureSums& sums, FoundFigure figure) {
  return sums[static_cast<std::size_t>(figure)];
}

/// A design that was built.
struct ProbedDesign {
  engine::Design values;
  Choices choices;
  FigureSums sums{};
  bom::Money unit_cost;
  double mass_g = 0, capacity_l = 0, carry_l = 0;
  std::string label_means;
  std::vector<Violation> errors;  ///< what rules and geometry have against it
  std::set<std::string> zones;    ///< that something of it is made of
  bom::Consumption cloth;
  std::string incoterm;
  std::int64_t quantity = 0;
};

/// By DomainModel::firstValue(variable) + value: what a value adds to the design that they are measured at,
/// whose own values add 0. After all values, for each pair that was measured, 0 and what both together add to
/// the sum of the two.
struct AdditiveFigures {
  std::array<engine::ValueCosts, kFoundFigures> weights;
  std::vector<engine::Choice> unbuildable;  ///< values that could not be priced alone
  std::int64_t priced = 0;                  ///< designs that were built for it
  std::vector<ValuePair> pairs;
  bool has(const ValuePair& pair) const;
  /// The sum of a design's weights.
  std::int64_t sumOf(const engine::DomainModel& model, FoundFigure figure,
                     const engine::Design& values) const;
  const engine::ValueCosts& of(FoundFigure figure) const { return weights[static_cast<std::size_t>(figure)]; }
};

class DesignProbe {
 public:
  /// REQUIRES that all of them outlive it. `request`: what to reckon with. `built`: called after each design,
  /// from any thread.
  DesignProbe(const Workshop& workshop, const Design& design, FigureRequest request,
              std::function<void()> built = {});

  /// From now on a load above the recommended one is an error of a design, as geometry's are.
  void refuseLoadAboveRecommended() { refuses_load_ = true; }

  /// To the last digit, every marker laid. Fails as figuresOf; nothing where it cannot be built or priced.
  Result<std::optional<ProbedDesign>> build(engine::Design values, Choices choices) const;
  /// In one size, with cloth as `like` takes it. Nothing where it cannot be built or priced.
  std::optional<ProbedDesign> about(engine::Design values, Choices choices, const ProbedDesign& like) const;

  /// Every value that the search may still take.
  AdditiveFigures measure(const SearchModel& search, const engine::Domains& domains,
                          const ProbedDesign& at) const;
  /// Adds the pairs of these values that are not measured yet; returns how many there were.
  std::size_t measurePairs(const SearchModel& search, const std::vector<engine::Choice>& values,
                           const ProbedDesign& at, AdditiveFigures& figures) const;

 private:
  std::optional<ProbedDesign> probed(engine::Design values, Choices choices, const Figures& figures) const;
  void addLoadErrors(const Figures& figures, ProbedDesign& design) const;
  Choices inRange(Choices choices) const;
  /// What changes when a design is given these values together; nothing where it cannot be built.
  std::optional<FigureSums> changeBy(const SearchModel& search, const std::vector<engine::Choice>& values,
                                     const ProbedDesign& at, const AdditiveFigures& numbers) const;

  const Workshop* workshop_;
  Workshop unlaid_;  ///< the same with no marker kept: approximate figures follow from the design alone
  const Design* design_;
  FigureRequest request_;
  std::function<void()> built_;
  bool refuses_load_ = false;
};

}  // namespace configurator
