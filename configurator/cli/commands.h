// Runs one command: opens what it names, calls the session, answers. Every decision is the session's.
#pragma once

#include <filesystem>

#include "configurator/cli/arguments.h"
#include "configurator/cli/exit_code.h"
#include "configurator/session/figures.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// `executable` is the program's own path: the data folders are found from it.
Reply runCommand(const Arguments& arguments, const std::filesystem::path& executable);

/// Commands that need no catalog.
Reply runVerify(const Arguments& arguments);
Reply runTechPackRead(const Arguments& arguments);
Reply runMarker(const Arguments& arguments);
/// Shows a quote even where there is no catalog.
Reply runQuoteShow(const Arguments& arguments, const std::filesystem::path& executable);
/// Reads a catalog that may be broken.
Reply runCatalogCheck(const Arguments& arguments, const std::filesystem::path& executable);

Reply runTemplates(const Workshop& workshop, const Arguments& arguments);
Reply runNew(const Workshop& workshop, const Arguments& arguments);
Reply runSet(const Workshop& workshop, const Arguments& arguments);
Reply runShow(const Workshop& workshop, const Arguments& arguments);
Reply runOptions(const Workshop& workshop, const Arguments& arguments);
Reply runWhy(const Workshop& workshop, const Arguments& arguments);
Reply runFind(const Workshop& workshop, const Arguments& arguments);
Reply runBom(const Workshop& workshop, const Arguments& arguments);
Reply runBomReport(const Workshop& workshop, const Arguments& arguments);
Reply runTargetCost(const Workshop& workshop, const Arguments& arguments);
Reply runWhatIf(const Workshop& workshop, const Arguments& arguments);
Reply runCompare(const Workshop& workshop, const Arguments& arguments);
Reply runCost(const Workshop& workshop, const Arguments& arguments);
Reply runCheck(const Workshop& workshop, const Arguments& arguments);
Reply runWalk(const Workshop& workshop, const Arguments& arguments);
Reply runRender(const Workshop& workshop, const Arguments& arguments);
Reply runExport(const Workshop& workshop, const Arguments& arguments);
Reply runPrices(const Workshop& workshop, const Arguments& arguments);
Reply runQuote(const Workshop& workshop, const Arguments& arguments);

/// The design of the command's FILE: exit 5 when it cannot be read, 3 when it is wrong; the same for the
/// price lists that it names.
tl::expected<Design, Reply> openDesign(const Workshop& workshop, const Arguments& arguments);
/// The same, but its price lists may be missing: for commands that change the design.
tl::expected<Design, Reply> openUnpriced(const Workshop& workshop, const Arguments& arguments);
/// S, M or L, or exit 2.
tl::expected<PackSize, Reply> packSizeOf(const Arguments& arguments);
/// What to reckon with, or exit 2 for ids that nobody knows.
tl::expected<FigureRequest, Reply> figureRequestOf(const Workshop& workshop, const Arguments& arguments);

/// Exit 4: nothing can be drawn or measured of a design that breaks these rules.
Reply brokenDesign(const std::vector<Violation>& violations);

}  // namespace configurator
