// The finder's search among the designs of one body construction (find_designs.h says how it is certain).
#pragma once

#include <chrono>
#include <list>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "configurator/session/design_probe.h"
#include "configurator/session/search_model.h"

namespace configurator {

/// What is to be least, and what may not be exceeded; litres that are wanted are a limit of their negative.
struct SearchGoal {
  FoundFigure minimise = FoundFigure::Cost;
  std::optional<std::int64_t> most_cost, most_mass, least_litres;

  bool isWithin(const FigureSums& sums) const;
};

/// When to stop: by time or by command.
struct SearchBudget {
  double seconds = 0;  ///< 0: no end
  std::stop_token stop = {};
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();

  bool isOver() const;
  engine::FinderLimits limits() const;  ///< of one question to the engine
};

/// Of one body.
struct BodyAnswer {
  std::vector<ProbedDesign> found;    ///< exact, within the goal's limits, best first
  std::optional<std::int64_t> bound;  ///< nothing: no design of this body has such a sum
  bool proven = false;
  std::vector<Violation> findings;     ///< geometry's, against designs that were tried
  FigureSums gap{};                    ///< between sums and built figures, at the last move
  std::optional<ProbedDesign> centre;  ///< where the last sums were measured
};

class BodySearch {
 public:
  /// `body`: of the search's body slot. REQUIRES that search and probe outlive it.
  BodySearch(SearchModel& search, const DesignProbe& probe, SearchBudget budget, int body);

  /// Starts near `from`, or near the present design, and stops early where its best sum is over `hopeless`.
  /// Fails as DesignProbe::build.
  Result<BodyAnswer> best(const SearchGoal& goal, std::optional<std::int64_t> hopeless,
                          const std::optional<engine::Design>& from = {});
  /// Designs on the front of cost and mass by the sums at `centre`, built exactly; within the limits.
  Result<BodyAnswer> front(const SearchGoal& goal, FoundFigure second, const ProbedDesign& centre, int most);

  std::int64_t built() const { return built_; }

 private:
  enum class Step { Moved, Settled, Stopped };
  engine::FinderProblem problemAt(const SearchGoal& goal, const ProbedDesign& centre,
                                  const AdditiveFigures& figures) const;
  Result<Step> step(const SearchGoal& goal, BodyAnswer& answer, std::optional<std::int64_t> hopeless);
  Result<Step> tryFound(const SearchGoal& goal, const std::vector<engine::FoundDesign>& found,
                        const AdditiveFigures& figures, BodyAnswer& answer);
  std::vector<engine::FoundDesign> nearestToLimits(const SearchGoal& goal, const ProbedDesign& centre,
                                                   const AdditiveFigures& figures);
  /// Whole groups of zones into one material, where that is better at once.
  Result<Step> regroup(const SearchGoal& goal, BodyAnswer& answer);
  std::vector<engine::Design> regroupings(const ProbedDesign& centre) const;
  bool isSound(const SearchGoal& goal, const ProbedDesign& design) const;
  bool refuse(const ProbedDesign& design, BodyAnswer& answer);
  Result<std::optional<ProbedDesign>> build(const engine::Design& values);
  AdditiveFigures& figuresAt(const ProbedDesign& centre);
  bool learnPairs(const ProbedDesign& centre, const std::vector<engine::FoundDesign>& found,
                  AdditiveFigures& figures);
  void keep(const SearchGoal& goal, ProbedDesign design, BodyAnswer& answer) const;
  bool wasCentre(const engine::Design& values) const;

  SearchModel& search_;
  const DesignProbe& probe_;
  SearchBudget budget_;
  int body_;
  std::vector<engine::Design> centres_;
  std::list<std::pair<engine::Design, AdditiveFigures>> measured_;  ///< by where
  std::int64_t built_ = 0;
  bool refused_ = false;  ///< geometry refused one of the found: ask again
};

}  // namespace configurator
