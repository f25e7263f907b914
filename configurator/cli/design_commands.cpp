// templates, new and set: making and changing designs.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/cli/advice_answers.h"
#include "configurator/cli/commands.h"
#include "configurator/cli/json_answers.h"
#include "configurator/cli/text_answers.h"
#include "configurator/design/design_file.h"
#include "configurator/session/choose_anyway.h"
#include "configurator/session/template_library.h"

namespace configurator {
namespace {

/// The only reading of the clock: the default date of a new design, in the user's time zone.
std::string today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  const auto digits = [](int value, std::size_t width) {
    const std::string text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
  };
  return digits(local.tm_year + 1900, 4) + "-" + digits(local.tm_mon + 1, 2) + "-" + digits(local.tm_mday, 2);
}

Reply saved(const Workshop& workshop, const Design& design, const std::string& path,
            const Arguments& arguments) {
  const auto written = saveDesign(path, design);
  if (!written) return failed(ExitCode::NotReachable, written.error().message);
  if (!arguments.json) return done(path + "\n");
  return done(fileJson(path, isValid(violationsOf(workshop, design))));
}

Reply unknownEdit(const EditRefusal& refusal) {
  return failed(ExitCode::Usage, refusal.message);
}

/// The shortest reason: own choices that are in the way, else the rules that would be broken.
std::string reasonOf(const Workshop& workshop, const AnywayAnswer& answer) {
  return answer.reasons.empty() ? refusalText(answer.violations)
                                : reasonText(workshop.catalog, answer.reasons.front());
}

/// Nothing that the user chose is in the way, and a way is known.
bool takesOnlyFreeValues(const AnywayAnswer& answer) {
  if (!answer.reasons.empty() || answer.ways.empty()) return false;
  const auto& changes = answer.ways.front().way.changes;
  return std::none_of(changes.begin(), changes.end(), [](const PlaceChange& change) { return change.own; });
}

Reply refused(const Workshop& workshop, const AnywayAnswer& answer) {
  const std::string offer = offerText(workshop.catalog, answer, "--anyway");
  if (takesOnlyFreeValues(answer)) {
    Reply reply =
        failed(ExitCode::Refused,
               "It can be had, but takes other parts of the template with it; nothing was changed.");
    if (answer.violations.size() == 1) reply.messages += refusalText(answer.violations);
    reply.messages += offer;
    return reply;
  }
  Reply reply = failed(ExitCode::Refused, "The change breaks rules; nothing was changed.");
  reply.messages += reasonOf(workshop, answer) + offer;
  return reply;
}

/// Errors that the design had before and has still, with what would put them right.
std::string leftText(const Workshop& workshop, const std::vector<Violation>& left, const Design& design,
                     const std::string& file) {
  if (left.empty()) return "";
  const auto answer = findAnyway(workshop, design, {}, {1});
  const bool can_mend = answer && !answer->ways.empty();
  return stillBrokenText(left) +
         (can_mend ? "To put it right: " +
                         offerText(workshop.catalog, *answer, "rucksmith set " + file + " --anyway")
                   : "");
}

std::string anywayJson(const AnywayAnswer& answer, int number, const std::string& file) {
  Json json = jsonObject();
  const PricedWay none;
  const PricedWay& way = answer.ways.empty() ? none : answer.ways[static_cast<std::size_t>(number - 1)];
  json["valid"] = answer.ways.empty() ? answer.left.empty() : way.finds.empty();
  json["file"] = file;
  json["changes"] = changesJson(way.way.changes);
  addDelta(way.delta, json);
  return jsonText(json);
}

/// The way that --repair names, from 1; which number it is not, else.
tl::expected<int, Reply> repairOf(const Arguments& arguments, const AnywayAnswer& answer) {
  const auto number =
      arguments.repair.empty() ? std::optional<std::int64_t>(1) : parseWhole(arguments.repair);
  if (!number || *number < 1 || *number > kMostWays) {
    return tl::unexpected<Reply>(
        failed(ExitCode::Usage, "--repair: \"" + arguments.repair + "\" is not 1, 2 or 3."));
  }
  const int ways = static_cast<int>(answer.ways.size());
  if (*number > std::max(ways, 1)) {
    return tl::unexpected<Reply>(
        failed(ExitCode::Usage, "--repair " + arguments.repair + ": there " +
                                    (ways == 1 ? "is 1 way" : "are " + std::to_string(ways) + " ways") +
                                    " to do it."));
  }
  return static_cast<int>(*number);
}

Reply setAnyway(const Workshop& workshop, const Arguments& arguments, const AnywayAnswer& answer) {
  if (!answer.violations.empty() && answer.ways.empty()) return refused(workshop, answer);
  const auto number = repairOf(arguments, answer);
  if (!number) return number.error();
  const Design design = answer.ways.empty()
                            ? answer.edited
                            : takenWay(answer, answer.ways[static_cast<std::size_t>(*number - 1)]);
  const std::string path = arguments.output.empty() ? arguments.input : arguments.output;
  Reply reply = saved(workshop, design, path, arguments);
  if (reply.code != ExitCode::Done) return reply;
  if (arguments.json)
    reply.output = anywayJson(answer, *number, path);
  else
    reply.output += anywayText(workshop.catalog, answer, *number);
  return reply;
}

}  // namespace

Reply runTemplates(const Workshop& workshop, const Arguments& arguments) {
  const auto templates = listTemplates(workshop);
  if (!templates) return failed(ExitCode::WrongFile, templates.error().message);
  return done(arguments.json ? templatesJson(*templates) : templatesText(*templates));
}

Reply runNew(const Workshop& workshop, const Arguments& arguments) {
  const std::string date = arguments.date.empty() ? today() : arguments.date;
  if (!isDate(date)) return failed(ExitCode::Usage, "--date: \"" + date + "\" is not a day like 2026-03-31.");
  if (const auto unknown = objectionToTemplate(workshop, arguments.input))
    return failed(ExitCode::Usage, *unknown);
  const auto design = newDesign(workshop, arguments.input, date);
  if (!design) return failed(ExitCode::WrongFile, design.error().message);
  return saved(workshop, *design, arguments.output, arguments);
}

Reply runSet(const Workshop& workshop, const Arguments& arguments) {
  std::vector<KeyValue> edits;
  for (const std::string& edit : arguments.edits) {
    const std::size_t equals = edit.find('=');
    if (equals == std::string::npos) return failed(ExitCode::Usage, "\"" + edit + "\" is not KEY=VALUE.");
    edits.push_back({edit.substr(0, equals), edit.substr(equals + 1)});
  }
  const auto design = openUnpriced(workshop, arguments);
  if (!design) return design.error();
  const AnywayLimits limits{arguments.anyway ? kMostWays : 1, arguments.anyway};
  const auto answer = findAnyway(workshop, *design, edits, limits);
  if (!answer) return unknownEdit(answer.error());
  if (arguments.anyway) return setAnyway(workshop, arguments, *answer);
  if (!answer->violations.empty()) return refused(workshop, *answer);
  const std::string path = arguments.output.empty() ? arguments.input : arguments.output;
  Reply reply = saved(workshop, answer->edited, path, arguments);
  if (reply.code == ExitCode::Done && !arguments.json)
    reply.output += leftText(workshop, answer->left, answer->edited, path);
  return reply;
}

}  // namespace configurator
