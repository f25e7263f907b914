// find: the best valid designs with what is fixed.
#include <optional>

#include "configurator/cli/commands.h"
#include "configurator/cli/find_answers.h"
#include "configurator/design/design_file.h"

namespace configurator {
namespace {

using Refusal = std::optional<Reply>;

Refusal wrongUse(const std::string& message) {
  return failed(ExitCode::Usage, message);
}

std::optional<FoundFigure> measureOf(const std::string& name) {
  if (name == measureName(FoundFigure::Cost)) return FoundFigure::Cost;
  if (name == measureName(FoundFigure::Mass)) return FoundFigure::Mass;
  return std::nullopt;
}

Refusal readMeasures(const Arguments& arguments, FindRequest& request) {
  const auto first = measureOf(arguments.minimise);
  if (!first) return wrongUse("--minimise: \"" + arguments.minimise + "\" is not cost or mass.");
  request.minimise = *first;
  if (arguments.and_minimise.empty()) return std::nullopt;
  request.second = measureOf(arguments.and_minimise);
  if (!request.second) return wrongUse("--and: \"" + arguments.and_minimise + "\" is not cost or mass.");
  if (request.second == first)
    return wrongUse("--and: " + arguments.and_minimise + " is minimised already; the other one is meant.");
  return std::nullopt;
}

/// A number above 0; nothing where none is given.
Refusal readAbove0(const std::string& option, const std::string& text, std::optional<double>& into) {
  if (text.empty()) return std::nullopt;
  into = boundOf(text);
  if (into) return std::nullopt;
  return wrongUse(option + ": \"" + text + "\" is not a number above 0, at most 1000000.");
}

Refusal readBounds(const Arguments& arguments, FindRequest& request) {
  if (auto wrong = readAbove0("--max-mass", arguments.max_mass, request.bounds.max_mass_g)) return wrong;
  if (auto wrong = readAbove0("--min-capacity", arguments.min_capacity, request.bounds.min_capacity_l))
    return wrong;
  std::optional<double> seconds;
  if (auto wrong = readAbove0("--seconds", arguments.seconds, seconds)) return wrong;
  request.seconds = seconds.value_or(0);
  request.bounds.no_new_warnings = arguments.no_new_warnings;
  return std::nullopt;
}

/// In the currency that is asked for, else the design's.
Refusal readMaxCost(const Arguments& arguments, const Design& design, FindRequest& request) {
  if (arguments.max_cost.empty()) return std::nullopt;
  const std::string& asked = request.figures.currency;
  request.bounds.max_cost = costBoundOf(arguments.max_cost, asked.empty() ? design.order.currency : asked);
  if (request.bounds.max_cost) return std::nullopt;
  return wrongUse("--max-cost: \"" + arguments.max_cost + "\" is not an amount like 18.50.");
}

}  // namespace

Reply runFind(const Workshop& workshop, const Arguments& arguments) {
  FindRequest request;
  if (auto wrong = readMeasures(arguments, request)) return *wrong;
  if (auto wrong = readBounds(arguments, request)) return *wrong;
  if (arguments.quantities.size() > 1)
    return failed(ExitCode::Usage,
                  "find is of one --quantity, not of " + std::to_string(arguments.quantities.size()) + ".");
  const auto figures = figureRequestOf(workshop, arguments);
  if (!figures) return figures.error();
  request.figures = *figures;
  request.figures.in_all_sizes = !arguments.pack_size;
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  if (auto wrong = readMaxCost(arguments, *design, request)) return *wrong;
  const auto answer = findDesigns(workshop, *design, request);
  if (!answer) return failed(ExitCode::WrongFile, answer.error().message);
  const FindReport report{workshop.catalog, *design, request, *answer};
  if (answer->designs.empty()) return {ExitCode::Refused, "", "rucksmith: " + nothingFoundText(report)};
  if (arguments.output.empty()) return done(arguments.json ? findJson(report) : findText(report));
  auto best = loadDesign(arguments.input, workshop.catalog);  // with the order of the file, not the asked one
  if (!best) return failed(ExitCode::NotReachable, best.error().message);
  best->choices = takenChoices(answer->designs.front());
  const auto written = saveDesign(arguments.output, *best);
  if (!written) return failed(ExitCode::NotReachable, written.error().message);
  if (arguments.json) return done(findJson(report));
  return done(findText(report) + "The best is in " + arguments.output +
              "; what differs there is your own choice now.\n");
}

}  // namespace configurator
