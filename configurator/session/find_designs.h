// The finder: the best valid designs with the user's own and pinned values as they are and all else free, by
// cost or by mass, within bounds; or the front of both.
//
// How it is certain. Around a design the change that each single value makes is measured, and the engine
// finds the best sum of all combinations that keep the rules (rules/finder.h): proven, but sums of single
// changes are about right only. So what is found is built to the last digit, the changes are measured anew
// there, and so on until nothing better is in sight: every design that the sums call better than the winner
// was built, and is not. That is done for each body construction, whose parts have little in common; a body
// whose best sum is far behind what was built already is left at that.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/rules/rule_advisor.h"
#include "configurator/session/design_probe.h"
#include "configurator/session/figures.h"
#include "configurator/session/search_model.h"

namespace configurator {

/// Bounds that a design keeps to the last digit. Litres are those that its label means, to five millilitres;
/// and the label says no less.
struct FindBounds {
  std::optional<bom::Money> max_cost;  ///< per pack at the order's quantity and Incoterm
  std::optional<double> max_mass_g, min_capacity_l;
  bool no_new_warnings = false;  ///< of rules that the present design keeps
};

/// Of one body after the other: what has been looked at.
struct FindProgress {
  int bodies = 0, of_bodies = 0;
  std::optional<std::int64_t> best;  ///< of what is minimised, in units of FigureSums
};

struct FindRequest {
  FigureRequest figures;
  FoundFigure minimise = FoundFigure::Cost;  ///< cost or mass
  std::optional<FoundFigure> second;         ///< with it: the front of both
  FindBounds bounds;
  double seconds = 0;  ///< 0: as long as it takes; the answer depends on the machine otherwise
  std::stop_token stop = {};
  std::function<void(const FindProgress&)> progress = {};
  std::function<void()> built =
      {};  ///< after each trial design, to the last digit or nearly; from any thread
};

struct FoundPack {
  ProbedDesign design;  ///< exact; keeps every rule and bound, geometry finds nothing against it
  std::vector<PlaceChange>
      changes;  ///< against the present design, of what the pack is made of; by the catalog
  std::vector<std::string>
      warnings;  ///< ids of the rules that warn of it, each once, in the order of `check`
};

/// The bound that nothing keeps, alone or together with others.
struct FindObstacle {
  std::vector<Reason> reasons;      ///< rules and own choices that leave nothing to choose from
  std::vector<Violation> findings;  ///< what geometry has against the present design or, where it has
                                    ///< nothing, against what could be chosen
  std::optional<std::int64_t> least_cost, least_mass;  ///< that could be had, about; where asked
  std::optional<double> most_litres;  ///< that the rules leave, where they do not leave the wanted ones
};

struct FindAnswer {
  bool valid = false;  ///< the design as it is
  std::vector<PlaceValue> fixed;
  std::optional<ProbedDesign> present;        ///< where it can be built
  std::vector<std::string> present_warnings;  ///< as FoundPack::warnings
  bool proven =
      false;  ///< every design with a better sum was built, and is no better; none: none has the sum
  std::optional<std::int64_t> bound;  ///< least sum that any design has; in units of FigureSums
  std::vector<FoundPack> designs;     ///< best first; of a front ascending in what is minimised
  FigureSums gap{};   ///< between the sums and what was built of them, at the last move of any body
  DesignCount count;  ///< designs that keep rules and litres, whatever they cost and weigh
  std::int64_t built = 0;
  bool out_of_time = false;                ///< stopped before all was looked at
  std::vector<std::string> not_looked_at;  ///< bodies, then
  FindObstacle obstacle;                   ///< where there is no design
};

/// The choices of a found design that the user takes: what it changed is the user's own from now on, and so
/// no later choice moves it unasked.
Choices takenChoices(const FoundPack& found);

/// Fails as figuresOf, and where there is no price at the Incoterm. max_cost is in the currency asked for.
Result<FindAnswer> findDesigns(const Workshop& workshop, const Design& design, const FindRequest& request);

}  // namespace configurator
