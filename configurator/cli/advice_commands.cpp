// options and why: what may still be chosen, and why not.
#include "configurator/cli/advice_answers.h"
#include "configurator/cli/commands.h"

namespace configurator {

Reply runOptions(const Workshop& workshop, const Arguments& arguments) {
  const auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const std::string& place = arguments.place;
  if (!place.empty()) {
    if (const auto unknown = objectionToPlace(workshop.catalog, place))
      return failed(ExitCode::Usage, *unknown + ".");
  }
  const auto advice = adviseOn(workshop, *design, *request, {place, arguments.json});
  if (!advice) return failed(ExitCode::WrongFile, advice.error().message);
  if (arguments.json) return done(optionsJson(*advice));
  if (place.empty()) return done(optionsText(workshop.catalog, *design, *advice));
  return done(placeOptionsText(workshop.catalog, *design, *advice));
}

Reply runWhy(const Workshop& workshop, const Arguments& arguments) {
  const std::string& text = arguments.edits.front();
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return failed(ExitCode::Usage, "\"" + text + "\" is not SLOT=OPTION.");
  const PlaceValue asked{text.substr(0, equals), text.substr(equals + 1)};
  const auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  if (const auto unknown = objectionToValue(workshop, *design, asked))
    return failed(ExitCode::Usage, *unknown + ".");
  const auto answer =
      explainValue(workshop, *design, asked, *request, arguments.explain ? kAllReasons : kMostReasons);
  if (!answer) return failed(ExitCode::WrongFile, answer.error().message);
  return done(arguments.json ? whyJson(*answer)
                             : whyText(workshop.catalog, *design, asked, *answer, arguments.explain));
}

}  // namespace configurator
