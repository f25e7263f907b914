#include "configurator/session/figures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bom/number_text.h"
#include "configurator/catalog/number_text.h"
#include "configurator/design/design_format.h"
#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_product.h"

namespace configurator {
namespace {

constexpr double kCapacityTolerance = 0.02;  // the label's litres are met within 2 %

const std::string& chosenOr(const std::string& asked, const std::string& own) { return asked.empty() ? own : asked; }

bom::EstimateInput inputOf(const Design& design, const FigureRequest& request) {
  bom::EstimateInput input;
  input.quantities = request.quantities;
  if (input.quantities.empty()) input.quantities = {std::max<std::int64_t>(1, totalQuantity(design.order))};
  input.origin = chosenOr(request.origin, design.order.origin);
  input.market = chosenOr(request.market, design.order.market);
  input.incoterm = chosenOr(request.incoterm, design.order.incoterm);
  input.as_of = chosenOr(request.on, design.order.date);
  input.currency = bom::Currency::parse(chosenOr(request.currency, design.order.currency)).value_or(bom::Currency());
  return input;
}

/// Nothing asked is nothing to object to: then the design's own value holds.
std::optional<std::string> unknownAmong(const std::vector<std::string>& known, const std::string& id,
                                        const std::string& what) {
  return id.empty() ? std::nullopt : objectionToId(known, id, what);
}

}  // namespace

std::vector<Violation> findingsOf(const Design& design, const Pack& pack) {
  const auto wanted = design.choices.parameters.find("capacity");
  if (wanted == design.choices.parameters.end()) return {};
  const double litres = pack.label_means == "carry_l" ? pack.carry_l : pack.capacity_l;
  const double main = pack.label_means == "carry_l" || pack.compartments.empty()
                          ? litres
                          : pack.compartments.front().capacity_l;
  if (std::abs(main - wanted->second.value) <= kCapacityTolerance * wanted->second.value) return {};
  return {{"capacity-not-reached", "error",
           "The given dimensions make " + bom::formatDouble(main, 1) + " l, not " +
               bom::formatDouble(wanted->second.value, 1) + " l.",
           "Capacity follows from back length, width and depth: leave at least one of them to be solved.",
           {"capacity", "back-length", "width", "depth"}}};
}

std::optional<std::string> objectionTo(const Workshop& workshop, const FigureRequest& request) {
  const Catalog& catalog = workshop.catalog;
  for (const auto& objection :
       {unknownAmong(originIds(catalog), request.origin, "origin"),
        unknownAmong(marketIds(catalog), request.market, "market"),
        unknownAmong(incoterms(), request.incoterm, "Incoterm"),
        unknownAmong(currencyCodes(catalog), request.currency, "currency with an exchange rate")}) {
    if (objection) return objection;
  }
  if (!request.on.empty() && !isDate(request.on)) return "\"" + request.on + "\" is not a day like 2026-03-31";
  for (const std::int64_t quantity : request.quantities) {
    if (quantity < 1) return "an order has at least one piece, not " + std::to_string(quantity);
  }
  return std::nullopt;
}

std::vector<Violation> violationsOf(const Workshop& workshop, const Design& design) {
  std::vector<Violation> violations = checkRules(workshop.catalog, design.choices);
  if (!isValid(violations)) return violations;
  const Pack pack = buildPack(workshop.catalog, design.choices, PackSize::M);
  for (Violation& finding : findingsOf(design, pack)) violations.push_back(std::move(finding));
  return violations;
}

std::vector<std::int64_t> breakQuantities(const Workshop& workshop) {
  std::vector<std::int64_t> quantities;
  for (const bom::QuantityBreak& at : workshop.catalog.prices.breaks) quantities.push_back(at.quantity);
  return quantities;
}

std::optional<bom::Money> unitCost(const bom::EstimateAtQuantity& at, std::string_view incoterm) {
  if (incoterm == "EXW") return at.ex_factory;
  if (incoterm == "FOB") return at.fob;
  return std::nullopt;
}

Result<Figures> figuresOf(const Workshop& workshop, const Design& design, const FigureRequest& request) {
  if (const auto objection = objectionTo(workshop, request)) return failure(*objection);
  Figures figures;
  figures.violations = checkRules(workshop.catalog, design.choices);
  figures.valid = isValid(figures.violations);
  if (!figures.valid) return figures;
  figures.pack = buildPack(workshop.catalog, design.choices, request.size);
  for (Violation& finding : findingsOf(design, *figures.pack)) figures.violations.push_back(std::move(finding));
  figures.valid = isValid(figures.violations);
  figures.product = buildProduct(workshop.catalog, design, *figures.pack);
  auto estimate = bom::makeEstimate(*figures.product, workshop.catalog.prices, inputOf(design, request));
  if (!estimate) return failure(estimate.error().message);
  figures.estimate = std::move(*estimate);
  return figures;
}

std::optional<PackSize> parsePackSize(std::string_view text) {
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    if (text == packSizeName(size)) return size;
  }
  return std::nullopt;
}

}  // namespace configurator
