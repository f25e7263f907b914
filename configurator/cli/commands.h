// Runs one command: opens what it names, calls the session, answers. Every decision is the session's.
#pragma once

#include <filesystem>

#include "configurator/cli/arguments.h"
#include "configurator/cli/exit_code.h"
#include "configurator/session/figures.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// `executable` is the program's own path: the data folders are found from it.
Answer runCommand(const Arguments& arguments, const std::filesystem::path& executable);

/// Commands that need no catalog.
Answer runVerify(const Arguments& arguments);
Answer runTechPackRead(const Arguments& arguments);
/// Reads a catalog that may be broken.
Answer runCatalogCheck(const Arguments& arguments, const std::filesystem::path& executable);

Answer runTemplates(const Workshop& workshop, const Arguments& arguments);
Answer runNew(const Workshop& workshop, const Arguments& arguments);
Answer runSet(const Workshop& workshop, const Arguments& arguments);
Answer runShow(const Workshop& workshop, const Arguments& arguments);
Answer runBom(const Workshop& workshop, const Arguments& arguments);
Answer runCost(const Workshop& workshop, const Arguments& arguments);
Answer runCheck(const Workshop& workshop, const Arguments& arguments);
Answer runWalk(const Workshop& workshop, const Arguments& arguments);
Answer runRender(const Workshop& workshop, const Arguments& arguments);
Answer runExport(const Workshop& workshop, const Arguments& arguments);

/// The design of the command's FILE: exit 5 when it cannot be read, 3 when it is wrong.
tl::expected<Design, Answer> openDesign(const Workshop& workshop, const Arguments& arguments);
/// S, M or L, or exit 2.
tl::expected<PackSize, Answer> packSizeOf(const Arguments& arguments);
/// What to reckon with, or exit 2 for ids that nobody knows.
tl::expected<FigureRequest, Answer> figureRequestOf(const Workshop& workshop, const Arguments& arguments);

/// Exit 4: nothing can be drawn or measured of a design that breaks these rules.
Answer brokenDesign(const std::vector<Violation>& violations);

}  // namespace configurator
