// Cost and mass of other designs against the present one.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/rules/rule_advisor.h"
#include "configurator/session/figures.h"
#include "configurator/session/option_delta.h"

namespace configurator {

/// A way out with what it does.
struct PricedWay {
  WayOut way;
  Choices choices;               ///< as the design would have them, litres solved
  std::vector<Violation> finds;  ///< what geometry has against it
  std::optional<OptionDelta> delta;
};

/// REQUIRES that workshop and design outlive it.
class AgainstPresent {
 public:
  /// Fails as figuresOf.
  static Result<AgainstPresent> make(const Workshop& workshop, const Design& design, FigureRequest request);
  /// With figures of the present design that are there already, in all sizes of its order.
  AgainstPresent(const Workshop& workshop, const Design& design, const Figures& now);

  const Figures& now() const { return *now_; }

  /// `laid`: with markers of its own. Nothing where there are no figures.
  std::optional<Figures> figuresOfOther(const Design& other, bool laid) const;

  /// Nothing as deltaBetween, and for another currency.
  std::optional<OptionDelta> deltaTo(const Figures& then) const;

  /// The way's choices in `other`, which has the present order, or is what it asks about with another.
  PricedWay priced(const Design& other, WayOut way, bool laid) const;

  /// Numbers that nobody gave follow from the others: what is told is what is built, not what the file says.
  void tellBuiltNumbers(const Figures& then, const Choices& other, std::vector<PlaceChange>& changes) const;

 private:
  AgainstPresent(const Workshop& workshop, const Design& design, FigureRequest request, Figures now);

  const Workshop* workshop_;
  const Design* design_;
  FigureRequest request_;
  std::shared_ptr<const Figures> kept_;  ///< of make()
  const Figures* now_;
};

std::vector<Violation> onlyErrors(std::vector<Violation> violations);

}  // namespace configurator
