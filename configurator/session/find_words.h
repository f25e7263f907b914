// A search and its answer in words, as both fronts say them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "configurator/session/find_designs.h"

namespace configurator {

/// What was asked for and what was found.
struct FindReport {
  const Catalog& catalog;
  const Design& design;
  const FindRequest& request;
  const FindAnswer& answer;
};

/// "cost", "mass"
std::string measureName(FoundFigure figure);
std::string foundMoneyText(bom::Money money);                   ///< "18.5000 USD"
std::string foundGramsText(double grams);                       ///< "343.7 g"
std::string foundLitresText(const ProbedDesign& design);        ///< "18 l": what its label means
std::string enumerated(const std::vector<std::string>& parts);  ///< "a, b and c"
/// "1 change", "2 changes"
std::string countedText(std::size_t count, const std::string& what);

/// A bound as somebody types it: above 0, at most a million, beyond which nobody means a pack; nothing where
/// it is neither.
std::optional<double> boundOf(const std::string& text);
/// An amount above 0 with up to six decimals, exactly.
std::optional<bom::Money> costBoundOf(const std::string& text, const std::string& currency);

/// "at most 18.5000 USD, at least 18 l and no new warnings"; empty without bounds.
std::string boundsInWords(const FindBounds& bounds);

/// Ids of the rules that warn of a found design and not of the present one.
std::vector<std::string> newWarnings(const FindAnswer& answer, const FoundPack& found);

/// How sure it is that nothing is better. REQUIRES a design that was found. Lines, as those below.
std::string certaintyText(const FindReport& report);
/// How many designs there are to choose from.
std::string countText(const FindReport& report);
/// What could be had instead of each bound that stands in the way.
std::string insteadText(const FindReport& report);

}  // namespace configurator
