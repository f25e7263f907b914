// marker: lays the pieces of a file on the roll. Needs neither a design nor the catalog.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>

#include "bom/marker/marker_svg.h"
#include "bom/marker/overlap.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/read_file.h"
#include "configurator/cli/commands.h"
#include "configurator/cli/json_marker.h"
#include "configurator/cli/text_table.h"
#include "configurator/design/design_file.h"

namespace configurator {
namespace {

constexpr std::int64_t kMostIterations = 1'000'000;
constexpr double kMostSeconds = 3600;

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

tl::expected<bom::MarkerBudget, Reply> budgetOf(const Arguments& arguments, Clock::time_point start) {
  const auto usage = [](const std::string& message) {
    return tl::unexpected<Reply>(failed(ExitCode::Usage, message));
  };
  bom::MarkerBudget budget = bom::finalMarker();
  const auto seed = parseWhole(arguments.seed);
  if (!seed || *seed < 0) return usage("--seed: \"" + arguments.seed + "\" is not a whole number from 0.");
  budget.seed = static_cast<std::uint64_t>(*seed);
  if (!arguments.iterations.empty()) {
    const auto iterations = parseWhole(arguments.iterations);
    if (!iterations || *iterations < 1 || *iterations > kMostIterations) {
      return usage("--iterations: \"" + arguments.iterations + "\" is not a whole number from 1 to " +
                   std::to_string(kMostIterations) + ".");
    }
    budget.iterations = static_cast<int>(*iterations);
  }
  if (!arguments.seconds.empty()) {
    const auto seconds = parseDecimal(arguments.seconds);
    if (!seconds || *seconds <= 0 || *seconds > kMostSeconds) {
      return usage("--seconds: \"" + arguments.seconds + "\" is not a number above 0, at most " +
                   formatNumber(kMostSeconds) + ".");
    }
    budget.iterations = std::numeric_limits<int>::max();
    budget.enough = [start, limit = *seconds] { return secondsSince(start) >= limit; };
  }
  return budget;
}

std::string rounded(double value, double steps) {
  return formatNumber(std::round(value * steps) / steps);
}

std::string markerText(const StripInstance& strip, const bom::Marker& marker, double seconds) {
  TextTable table({Align::Left, Align::Left});
  table.add({"length", rounded(marker.length_mm, 10) + " mm"});
  table.add({"width", rounded(strip.cloth.cuttable_width_mm, 10) + " mm"});
  table.add({"efficiency", rounded(100 * bom::markerEfficiency(marker, strip.cloth), 10) + " %"});
  table.add({"pieces", std::to_string(marker.placements.size()) + " of " +
                           std::to_string(strip.pieces.size()) +
                           (strip.pieces.size() == 1 ? " kind" : " kinds")});
  table.add({"searched", std::to_string(marker.iterations) +
                             (marker.iterations == 1 ? " marker" : " markers") + " in " +
                             rounded(seconds, 100) + " s"});
  return table.text();
}

}  // namespace

Reply runMarker(const Arguments& arguments) {
  const Clock::time_point start = Clock::now();
  const auto budget = budgetOf(arguments, start);
  if (!budget) return budget.error();
  const auto bytes = readFile(arguments.input);
  if (!bytes) return failed(ExitCode::NotReachable, bytes.error().message);
  const auto strip = parseStrip(*bytes, arguments.input);
  if (!strip) return failed(ExitCode::WrongFile, strip.error().message);
  const auto marker = bom::layMarker(strip->pieces, strip->cloth, *budget);
  if (!marker) return failed(ExitCode::WrongFile, arguments.input + ": " + marker.error().message + ".");
  const double seconds = secondsSince(start);
  if (!bom::conflictsIn(*marker, strip->pieces, strip->cloth).empty())
    return failed(ExitCode::InternalError, "pieces of the marker overlap.");
  if (!arguments.output.empty()) {
    const std::string svg = bom::markerSvg(*marker, strip->pieces, strip->cloth);
    const auto saved = saveFileAtomically(arguments.output, svg);
    if (!saved) return failed(ExitCode::NotReachable, saved.error().message);
  }
  if (arguments.json) return done(markerJson(*strip, *marker, seconds));
  return done(markerText(*strip, *marker, seconds) +
              (arguments.output.empty() ? "" : arguments.output + "\n"));
}

}  // namespace configurator
