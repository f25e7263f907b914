#include "configurator/cli/commands.h"

#include <array>
#include <string_view>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/catalog/read_file.h"
#include "configurator/design/design_file.h"
#include "configurator/session/price_lists.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

using RunInWorkshop = Reply (*)(const Workshop&, const Arguments&);

constexpr std::array<std::pair<std::string_view, RunInWorkshop>, 17> kCommands{{{"templates", runTemplates},
                                                                                {"new", runNew},
                                                                                {"set", runSet},
                                                                                {"show", runShow},
                                                                                {"options", runOptions},
                                                                                {"why", runWhy},
                                                                                {"find", runFind},
                                                                                {"bom", runBom},
                                                                                {"cost", runCost},
                                                                                {"check", runCheck},
                                                                                {"walk", runWalk},
                                                                                {"render", runRender},
                                                                                {"export", runExport},
                                                                                {"prices", runPrices},
                                                                                {"quote", runQuote},
                                                                                {"what-if", runWhatIf},
                                                                                {"compare", runCompare}}};

}  // namespace

Reply runCommand(const Arguments& arguments, const std::filesystem::path& executable) {
  if (arguments.command == "verify") return runVerify(arguments);
  if (arguments.command == "marker") return runMarker(arguments);
  if (arguments.command == "techpack read") return runTechPackRead(arguments);
  if (arguments.command == "catalog check") return runCatalogCheck(arguments, executable);
  if (arguments.command == "quote show") return runQuoteShow(arguments, executable);
  const auto folders = findDataFolders(executable);
  if (!folders) return failed(ExitCode::NotReachable, folders.error().message);
  const auto workshop = openWorkshop(executable);
  if (!workshop) return failed(ExitCode::WrongFile, workshop.error().message);
  for (const auto& [name, run] : kCommands) {
    if (name == arguments.command) return run(*workshop, arguments);
  }
  return failed(ExitCode::InternalError, "nothing runs the command " + arguments.command);
}

tl::expected<Design, Reply> openUnpriced(const Workshop& workshop, const Arguments& arguments) {
  const auto bytes = readFile(arguments.input);
  if (!bytes) return tl::unexpected<Reply>(failed(ExitCode::NotReachable, bytes.error().message));
  auto design = parseDesign(*bytes, arguments.input, workshop.catalog);
  if (!design) return tl::unexpected<Reply>(failed(ExitCode::WrongFile, design.error().message));
  design->choices = withSolvedCapacity(workshop.catalog, std::move(design->choices));
  return std::move(*design);
}

tl::expected<Design, Reply> openDesign(const Workshop& workshop, const Arguments& arguments) {
  auto design = openUnpriced(workshop, arguments);
  if (!design) return design;
  // Rules ask of the market, too; `what-if` lists several.
  if (workshop.catalog.prices.markets.contains(arguments.market)) design->order.market = arguments.market;
  const auto prices = pricesOf(workshop, *design);
  if (prices) return design;
  const ExitCode code = hasFilesOfPriceLists(*design) ? ExitCode::WrongFile : ExitCode::NotReachable;
  return tl::unexpected<Reply>(failed(code, prices.error().message));
}

tl::expected<PackSize, Reply> packSizeOf(const Arguments& arguments) {
  if (!arguments.pack_size) return PackSize::M;
  const auto size = parsePackSize(*arguments.pack_size);
  if (!size) {
    return tl::unexpected<Reply>(
        failed(ExitCode::Usage, "--pack-size: \"" + *arguments.pack_size + "\" is not S, M or L."));
  }
  return *size;
}

tl::expected<FigureRequest, Reply> figureRequestOf(const Workshop& workshop, const Arguments& arguments) {
  const auto size = packSizeOf(arguments);
  if (!size) return tl::unexpected<Reply>(size.error());
  FigureRequest request;
  request.size = *size;
  request.origin = arguments.origin;
  request.market = arguments.market;
  request.incoterm = arguments.incoterm;
  request.currency = arguments.currency;
  request.on = arguments.on;
  for (const std::string& text : arguments.quantities) {
    const auto quantity = parseWhole(text);
    if (!quantity) {
      return tl::unexpected<Reply>(
          failed(ExitCode::Usage, "--quantity: \"" + text + "\" is not a whole number."));
    }
    request.quantities.push_back(*quantity);
  }
  if (const auto objection = objectionTo(workshop, request)) {
    return tl::unexpected<Reply>(failed(ExitCode::Usage, *objection + "."));
  }
  return request;
}

}  // namespace configurator
