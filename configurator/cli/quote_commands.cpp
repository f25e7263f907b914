// quote and quote show: issuing a quote, and opening one again.
#include <utility>

#include "configurator/catalog/read_file.h"
#include "configurator/cli/commands.h"
#include "configurator/cli/json_answers.h"
#include "configurator/cli/quote_answers.h"
#include "configurator/cli/text_answers.h"
#include "configurator/design/design_file.h"
#include "configurator/session/quote.h"

namespace configurator {

Reply runQuote(const Workshop& workshop, const Arguments& arguments) {
  if (arguments.input.empty() || arguments.output.empty())
    return failed(ExitCode::Usage,
                  "quote: a design and the quote's file are needed: quote FILE.ruck -o FILE.quote.");
  auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  request->in_all_sizes = !arguments.pack_size;
  if (request->quantities.empty()) request->quantities = breakQuantities(workshop);
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const auto figures = figuresOf(workshop, *design, *request);
  if (!figures) return failed(ExitCode::WrongFile, figures.error().message);
  if (!figures->estimate) return brokenDesign(figures->violations);
  if (!figures->valid) {
    Reply answer = failed(ExitCode::Refused, "the design breaks its rules; such a quote could not be kept.");
    answer.messages += refusalText(figures->violations);
    return answer;
  }
  const auto saved = saveFileAtomically(arguments.output, writeQuote(makeQuote(workshop, *design, *figures)));
  if (!saved) return failed(ExitCode::NotReachable, saved.error().message);
  return done(arguments.json ? fileJson(arguments.output, true) : arguments.output + "\n");
}

Reply runQuoteShow(const Arguments& arguments, const std::filesystem::path& executable) {
  const auto bytes = readFile(arguments.input);
  if (!bytes) return failed(ExitCode::NotReachable, bytes.error().message);
  const auto quote = parseQuote(*bytes, arguments.input);
  if (!quote) return failed(ExitCode::WrongFile, quote.error().message);
  OpenedQuote opened{*quote, std::nullopt, ""};
  const auto workshop = openWorkshop(executable);
  if (!workshop) {
    opened.why_not = workshop.error().message;
  } else if (auto changes = changesSince(*workshop, *quote)) {
    opened.changes = std::move(*changes);
  } else {
    opened.why_not = changes.error().message;
  }
  return done(arguments.json ? quoteJson(opened) : quoteText(opened));
}

}  // namespace configurator
