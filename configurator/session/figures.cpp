#include "configurator/session/figures.h"

#include <cmath>
#include <utility>

#include "bom/number_text.h"
#include "configurator/catalog/near_word.h"
#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_product.h"

namespace configurator {
namespace {

constexpr double kCapacityTolerance = 0.02;  // the label's litres are met within 2 %

const std::string& chosenOr(const std::string& asked, const std::string& own) { return asked.empty() ? own : asked; }

Result<bom::EstimateInput> inputOf(const Workshop& workshop, const Design& design, const FigureRequest& request) {
  bom::EstimateInput input;
  input.quantities = request.quantities;
  if (input.quantities.empty()) input.quantities = {std::max<std::int64_t>(1, totalQuantity(design.order))};
  input.origin = chosenOr(request.origin, design.order.origin);
  input.market = chosenOr(request.market, design.order.market);
  input.incoterm = chosenOr(request.incoterm, design.order.incoterm);
  input.as_of = chosenOr(request.on, design.order.date);
  const std::string& code = chosenOr(request.currency, design.order.currency);
  const auto currency = bom::Currency::parse(code);
  if (!currency) return failure("Currency " + code + " is not a code of three capital letters.");
  input.currency = *currency;
  const bom::PriceBook& prices = workshop.catalog.prices;
  if (prices.origins.count(input.origin) == 0) return failure("The catalog has no origin " + input.origin + ".");
  if (prices.markets.count(input.market) == 0) return failure("The catalog has no market " + input.market + ".");
  return input;
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

Result<Figures> figuresOf(const Workshop& workshop, const Design& design, const FigureRequest& request) {
  auto input = inputOf(workshop, design, request);
  if (!input) return failure(input.error().message);
  Figures figures;
  figures.violations = checkRules(workshop.catalog, design.choices);
  figures.valid = isValid(figures.violations);
  if (!figures.valid) return figures;
  figures.pack = buildPack(workshop.catalog, design.choices, request.size);
  for (Violation& finding : findingsOf(design, *figures.pack)) figures.violations.push_back(std::move(finding));
  figures.valid = isValid(figures.violations);
  figures.product = buildProduct(workshop.catalog, design, *figures.pack);
  auto estimate = bom::makeEstimate(*figures.product, workshop.catalog.prices, *input);
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
