#include "configurator/session/against_present.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/session/choice_state.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

FigureRequest forPrices(FigureRequest request) {
  request.in_all_sizes = true;
  request.price_only = true;
  return request;
}

/// A number as the pack has it, to a tenth; empty where none is built.
std::string builtNumber(const Figures& figures, const Choices& choices, const std::string& parameter) {
  const auto chosen = choices.parameters.find(parameter);
  if (!figures.pack || chosen == choices.parameters.end()) return "";
  const double value = presentValue(chosen->second, parameter, &*figures.pack).value;
  return formatNumber(std::round(value * 10) / 10);
}

}  // namespace

Result<AgainstPresent> AgainstPresent::make(const Workshop& workshop, const Design& design,
                                            FigureRequest request) {
  request = forPrices(std::move(request));
  auto now = figuresOf(workshop, design, request);
  if (!now) return failure(now.error().message);
  return AgainstPresent(workshop, design, std::move(request), std::move(*now));
}

AgainstPresent::AgainstPresent(const Workshop& workshop, const Design& design, const Figures& now)
    : workshop_(&workshop), design_(&design), request_(forPrices({})), now_(&now) {}

AgainstPresent::AgainstPresent(const Workshop& workshop, const Design& design, FigureRequest request,
                               Figures now)
    : workshop_(&workshop),
      design_(&design),
      request_(std::move(request)),
      kept_(std::make_shared<const Figures>(std::move(now))),
      now_(kept_.get()) {}

std::optional<Figures> AgainstPresent::figuresOfOther(const Design& other, bool laid) const {
  FigureRequest request = request_;
  if (!laid) request.cloth_like = &now_->consumption;
  auto figures = figuresOf(*workshop_, other, request);
  if (!figures) return std::nullopt;
  return std::move(*figures);
}

std::optional<OptionDelta> AgainstPresent::deltaTo(const Figures& then) const {
  if (!now_->estimate || !then.estimate) return std::nullopt;
  const bool same_currency = now_->estimate->input.currency == then.estimate->input.currency;
  return same_currency ? deltaBetween(*now_, then) : std::nullopt;
}

PricedWay AgainstPresent::priced(const Design& other, WayOut way, bool laid) const {
  PricedWay result{std::move(way), {}, {}, {}};
  result.choices = withSolvedCapacity(workshop_->catalog, result.way.choices);
  Design then = other;
  then.choices = result.choices;
  const auto figures = figuresOfOther(then, laid);
  if (!figures) return result;
  tellBuiltNumbers(*figures, result.choices, result.way.changes);
  if (figures->valid)
    result.delta = deltaTo(*figures);
  else
    result.finds = onlyErrors(figures->violations);
  return result;
}

void AgainstPresent::tellBuiltNumbers(const Figures& then, const Choices& other,
                                      std::vector<PlaceChange>& changes) const {
  const Choices& present = design_->choices;
  std::erase_if(changes, [&](PlaceChange& change) {
    if (!present.parameters.contains(change.place)) return false;
    if (change.own && change.to.empty()) change.to = builtNumber(then, other, change.place);
    if (change.own) return false;
    change.from = builtNumber(*now_, present, change.place);
    change.to = builtNumber(then, other, change.place);
    return change.from.empty() || change.to.empty() || change.from == change.to;
  });
}

std::vector<Violation> onlyErrors(std::vector<Violation> violations) {
  std::erase_if(violations, [](const Violation& violation) { return violation.severity != "error"; });
  return violations;
}

}  // namespace configurator
