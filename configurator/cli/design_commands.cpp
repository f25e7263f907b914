// templates, new and set: making and changing designs.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/cli/commands.h"
#include "configurator/cli/json_answers.h"
#include "configurator/cli/text_answers.h"
#include "configurator/design/design_file.h"
#include "configurator/session/apply_edits.h"
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

Reply refused(const EditRefusal& refusal) {
  if (refusal.violations.empty()) return failed(ExitCode::Usage, refusal.message);
  Reply answer = failed(ExitCode::Refused, refusal.message);
  answer.messages += refusalText(refusal.violations);
  return answer;
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
  const auto edited = applyEdits(workshop, *design, edits);
  if (!edited) return refused(edited.error());
  return saved(workshop, *edited, arguments.output.empty() ? arguments.input : arguments.output, arguments);
}

}  // namespace configurator
