// what-if, compare and the bill's reports: other orders, other designs, other ways to read.
#include <algorithm>
#include <utility>

#include "bom/number_text.h"
#include "configurator/catalog/split_text.h"
#include "configurator/cli/commands.h"
#include "configurator/cli/outlook_answers.h"
#include "configurator/cli/report_answers.h"
#include "configurator/design/design_format.h"

namespace configurator {
namespace {

std::vector<std::string> listed(const std::string& text) {
  return text.empty() ? std::vector<std::string>() : splitAt(text, ',');
}

/// Exit 2: an answer is of one quantity.
std::optional<Reply> severalQuantities(const Arguments& arguments) {
  if (arguments.quantities.size() < 2) return std::nullopt;
  return failed(ExitCode::Usage, arguments.command + " is of one --quantity, not of " +
                                     std::to_string(arguments.quantities.size()) + ".");
}

/// Lists of countries and terms; the request itself is then the design's own.
tl::expected<WhatIfLists, Reply> listsOf(const Workshop& workshop, const Arguments& arguments) {
  for (const std::string& list : {arguments.origin, arguments.market, arguments.incoterm}) {
    for (const std::string& one : listed(list))
      if (one.empty())
        return tl::unexpected<Reply>(failed(ExitCode::Usage, "\"" + list + "\" has an empty place."));
  }
  WhatIfLists lists{listed(arguments.origin), listed(arguments.market), listed(arguments.incoterm), {}};
  const auto known = [&](const std::vector<std::string>& ids, std::string FigureRequest::*field) {
    std::optional<std::string> objection;
    for (const std::string& id : ids) {
      FigureRequest request;
      request.*field = id;
      if (!objection) objection = objectionTo(workshop, request);
    }
    return objection;
  };
  for (const auto& objection :
       {known(lists.origins, &FigureRequest::origin), known(lists.markets, &FigureRequest::market),
        known(lists.incoterms, &FigureRequest::incoterm)}) {
    if (objection) return tl::unexpected<Reply>(failed(ExitCode::Usage, *objection + "."));
  }
  return lists;
}

}  // namespace

Reply runWhatIf(const Workshop& workshop, const Arguments& arguments) {
  auto lists = listsOf(workshop, arguments);
  if (!lists) return lists.error();
  Arguments own = arguments;
  own.origin = own.market = own.incoterm = "";
  auto request = figureRequestOf(workshop, own);
  if (!request) return request.error();
  request->in_all_sizes = !arguments.pack_size;
  lists->quantities = request->quantities;
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const auto figures = figuresOf(workshop, *design, *request);
  if (!figures) return failed(ExitCode::WrongFile, figures.error().message);
  if (!figures->estimate) return brokenDesign(figures->violations);
  const auto cells = whatIf(*figures, *lists);
  if (!cells) return failed(ExitCode::WrongFile, cells.error().message);
  const bom::EstimateInput& order = figures->estimate->input;
  return done(arguments.json ? whatIfJson(order, *cells, figures->valid)
                             : whatIfText(order, *cells, figures->valid));
}

Reply runTargetCost(const Workshop& workshop, const Arguments& arguments) {
  if (const auto several = severalQuantities(arguments)) return *several;
  const auto millionths = bom::parseScaled(arguments.target, 6);
  if (!millionths || *millionths <= 0)
    return failed(ExitCode::Usage, "--target: \"" + arguments.target + "\" is not an amount like 18.50.");
  auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  request->in_all_sizes = !arguments.pack_size;
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const std::string code = request->currency.empty() ? design->order.currency : request->currency;
  const auto currency = bom::Currency::parse(code).value_or(bom::Currency());
  const auto found =
      targetCost(workshop, *design, *request, bom::Money::fromMillionths(*millionths, currency));
  if (!found) return failed(ExitCode::WrongFile, found.error().message);
  return done(arguments.json ? targetJson(*found) : targetText(*found));
}

Reply runCompare(const Workshop& workshop, const Arguments& arguments) {
  if (const auto several = severalQuantities(arguments)) return *several;
  if (arguments.inputs.size() < 2 || arguments.inputs.size() > 4)
    return failed(ExitCode::Usage, "compare: two to four designs are needed, not " +
                                       std::to_string(arguments.inputs.size()) + ".");
  auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  request->in_all_sizes = !arguments.pack_size;
  std::vector<Design> designs;
  for (const std::string& file : arguments.inputs) {
    Arguments one = arguments;
    one.input = file;
    auto design = openDesign(workshop, one);
    if (!design) return design.error();
    designs.push_back(std::move(*design));
  }
  const auto comparison = compareDesigns(workshop, designs, *request);
  if (!comparison) return failed(ExitCode::WrongFile, comparison.error().message);
  return done(arguments.json ? comparisonJson(workshop, designs, *comparison, *request)
                             : comparisonText(designs, *comparison));
}

Reply runBomReport(const Workshop& workshop, const Arguments& arguments) {
  const auto objection = objectionToId(reportNames(), arguments.report, "report");
  if (objection) return failed(ExitCode::Usage, *objection + ".");
  auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  request->in_all_sizes = !arguments.pack_size;
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const auto figures = figuresOf(workshop, *design, *request);
  if (!figures) return failed(ExitCode::WrongFile, figures.error().message);
  if (!figures->estimate) return brokenDesign(figures->violations);
  auto report =
      reportAnswer({workshop, *design, *request, *figures, false, {}}, arguments.report, arguments.json);
  return report ? done(std::move(*report)) : failed(ExitCode::WrongFile, report.error().message);
}

}  // namespace configurator
