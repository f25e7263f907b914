// show, bom, cost, check and walk: what follows from a design.
#include <utility>

#include "configurator/cli/advice_answers.h"
#include "configurator/cli/commands.h"
#include "configurator/cli/json_answers.h"
#include "configurator/cli/text_answers.h"
#include "configurator/cli/text_quality.h"
#include "configurator/session/measures.h"
#include "configurator/session/quality.h"

namespace configurator {
namespace {

/// How a command prints: as one JSON object or as text.
struct Printer {
  std::string (*json)(const DesignAnswer&);
  std::string (*text)(const DesignAnswer&);
};

Reply figuresAnswer(const Workshop& workshop, const Arguments& arguments, const FigureRequest& request,
                    const Printer& printer) {
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const auto figures = figuresOf(workshop, *design, request);
  if (!figures) return failed(ExitCode::WrongFile, figures.error().message);
  const DesignAnswer answer{workshop, *design, request, *figures, arguments.explain};
  return done(arguments.json ? printer.json(answer) : printer.text(answer));
}

/// The measures of every size of the run, or of the one size that is asked for.
SizeTable askedSizes(const Workshop& workshop, const Arguments& arguments, const Design& design,
                     const Figures& figures) {
  SizeTable table = measuresOf(workshop, design, figures);
  const PackSize asked = figures.pack->size;
  if (arguments.pack_size)
    std::erase_if(table.columns, [&](const SizeColumn& column) { return column.size != asked; });
  return table;
}

/// Below the findings of a design that breaks rules: what would put it right.
std::string wayOutText(const Workshop& workshop, const Design& design, const std::string& file) {
  const auto answer = findAnyway(workshop, design, {}, {1});
  if (!answer || answer->ways.empty()) return "";
  return "\nTo put it right: " + offerText(workshop.catalog, *answer, "rucksmith set " + file + " --anyway");
}

}  // namespace

Reply runShow(const Workshop& workshop, const Arguments& arguments) {
  auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  request->in_all_sizes = !arguments.pack_size;
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const auto figures = figuresOf(workshop, *design, *request);
  if (!figures) return failed(ExitCode::WrongFile, figures.error().message);
  DesignAnswer answer{workshop, *design, *request, *figures, arguments.explain};
  if (figures->pack) answer.sizes = askedSizes(workshop, arguments, *design, *figures);
  return done(arguments.json ? showJson(answer) : showText(answer));
}

Reply runBom(const Workshop& workshop, const Arguments& arguments) {
  if (!arguments.report.empty()) return runBomReport(workshop, arguments);
  auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  request->in_all_sizes = !arguments.pack_size;
  return figuresAnswer(workshop, arguments, *request, {bomJson, bomText});
}

Reply runCost(const Workshop& workshop, const Arguments& arguments) {
  if (!arguments.target.empty()) return runTargetCost(workshop, arguments);
  auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  request->in_all_sizes = !arguments.pack_size;
  if (request->quantities.empty()) request->quantities = breakQuantities(workshop);
  return figuresAnswer(workshop, arguments, *request, {costJson, costText});
}

Reply runCheck(const Workshop& workshop, const Arguments& arguments) {
  const auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  // A design is checked in size M, whatever size is asked for.
  FigureRequest medium = *request;
  medium.size = PackSize::M;
  const auto figures = figuresOf(workshop, *design, medium);
  const std::vector<Violation> violations = figures ? figures->violations : violationsOf(workshop, *design);
  const auto quality = qualityOf(figures ? *figures : Figures{});
  const std::string way_out =
      arguments.json || isValid(violations) ? "" : wayOutText(workshop, *design, arguments.input);
  const bom::QualityPlan* plan = quality && *quality ? &**quality : nullptr;
  Reply answer =
      done(arguments.json ? checkJson(violations, plan)
                          : checkText(violations) + way_out + (plan == nullptr ? "" : complianceText(*plan)));
  if (!isValid(violations)) answer.code = ExitCode::Refused;
  return answer;
}

Reply runWalk(const Workshop& workshop, const Arguments& arguments) {
  const auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const auto figures = figuresOf(workshop, *design, *request);
  if (!figures) return failed(ExitCode::WrongFile, figures.error().message);
  if (!figures->pack) return brokenDesign(figures->violations);
  return done(arguments.json ? walkJson(*figures->pack, figures->valid) : walkText(*figures->pack));
}

}  // namespace configurator
