// prices: a supplier's list is looked at, taken into a design, and out again.
#include <utility>

#include "configurator/cli/commands.h"
#include "configurator/cli/json_answers.h"
#include "configurator/cli/price_answers.h"
#include "configurator/design/design_file.h"
#include "configurator/session/price_lists.h"

namespace configurator {
namespace {

bool isThere(const std::string& file) {
  std::error_code error;
  return std::filesystem::is_regular_file(file, error);
}

Reply saved(const Design& design, const Arguments& arguments, std::string answer) {
  const auto written = saveDesign(arguments.input, design);
  if (!written) return failed(ExitCode::NotReachable, written.error().message);
  return done(std::move(answer));
}

Reply removed(const Design& design, const Arguments& arguments) {
  const auto without = withoutList(design, arguments.list);
  if (!without) return failed(ExitCode::Usage, without.error().message);
  return saved(*without, arguments,
               arguments.json ? fileJson(arguments.input, std::nullopt) : arguments.input + "\n");
}

}  // namespace

Reply runPrices(const Workshop& workshop, const Arguments& arguments) {
  if (!arguments.preview && !arguments.apply && !arguments.remove)
    return failed(ExitCode::Usage, "prices: say --preview, --apply or --remove.");
  const auto design = openUnpriced(workshop, arguments);
  if (!design) return design.error();
  if (arguments.remove) return removed(*design, arguments);
  const auto preview = previewPriceList(workshop, *design, arguments.list);
  if (!preview) {
    // The other lists of the design can be what is missing.
    const bool there = isThere(arguments.list) && hasFilesOfPriceLists(*design);
    return failed(there ? ExitCode::WrongFile : ExitCode::NotReachable, preview.error().message);
  }
  std::string answer = arguments.json ? previewJson(*preview) : previewText(*preview);
  if (arguments.preview) return done(std::move(answer));
  const auto applied = withAppliedList(*design, *preview);
  if (!applied) return failed(ExitCode::WrongFile, applied.error().message);
  return saved(*applied, arguments, std::move(answer));
}

}  // namespace configurator
