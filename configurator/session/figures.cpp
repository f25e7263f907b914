#include "configurator/session/figures.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "bom/number_text.h"
#include "configurator/catalog/number_text.h"
#include "configurator/design/design_format.h"
#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_product.h"
#include "configurator/session/carry.h"
#include "configurator/session/design_facts.h"
#include "configurator/session/dimension_findings.h"
#include "configurator/session/file_findings.h"
#include "configurator/session/phone_findings.h"
#include "configurator/session/price_lists.h"

namespace configurator {
namespace {

const std::string& chosenOr(const std::string& asked, const std::string& own) {
  return asked.empty() ? own : asked;
}

bom::EstimateInput inputOf(const Design& design, const FigureRequest& request) {
  bom::EstimateInput input;
  input.quantities = request.quantities;
  if (input.quantities.empty()) input.quantities = {std::max<std::int64_t>(1, totalQuantity(design.order))};
  input.origin = chosenOr(request.origin, design.order.origin);
  input.market = chosenOr(request.market, design.order.market);
  input.incoterm = chosenOr(request.incoterm, design.order.incoterm);
  input.as_of = chosenOr(request.on, design.order.date);
  const Order& order = design.order;
  input.terms = {order.freight, order.proof_of_origin, order.buyer_pays_tooling, order.tooling_over,
                 order.payment};
  input.currency =
      bom::Currency::parse(chosenOr(request.currency, design.order.currency)).value_or(bom::Currency());
  return input;
}

/// Nothing asked is nothing to object to: then the design's own value holds.
std::optional<std::string> unknownAmong(const std::vector<std::string>& known, const std::string& id,
                                        const std::string& what) {
  return id.empty() ? std::nullopt : objectionToId(known, id, what);
}

/// A term for ships with a way of freight that is none.
void addTermFinding(const Workshop& workshop, const Design& design, std::vector<Violation>& violations) {
  const auto& terms = workshop.catalog.prices.incoterms;
  const auto term = terms.find(design.order.incoterm);
  const bool flies = !design.order.freight.empty() && design.order.freight != "sea";
  if (term == terms.end() || !term->second.sea_only || !flies) return;
  violations.push_back(
      {"term-needs-a-ship",
       "warning",
       term->first + " is a term for carriage by sea, but the order goes by " + design.order.freight +
           ": take " + term->second.instead + " (order.incoterm=" + term->second.instead + ").",
       "The price at the term and the landed cost are not reckoned until one of them changes.",
       {}});
}

/// An order that nobody could place; its figures are of one piece unless a quantity is asked for.
void addOrderFinding(const Design& design, std::vector<Violation>& violations) {
  if (totalQuantity(design.order) > 0) return;
  violations.push_back({"order-without-pieces",
                        "warning",
                        "The order has no pieces: cost and purchase are reckoned as for a single piece.",
                        "Prices, tooling and cartons depend on how many are made.",
                        {}});
}

std::optional<double> measureOf(const Pack& pack, const std::string& id) {
  for (const Measure& measure : pack.measures)
    if (measure.id == id) return measure.value_mm;
  return std::nullopt;
}

/// A vest's back grades with its wearer, but what hangs inside it does not: said where that stops it.
void addGradingFinding(const Workshop& workshop, const Design& design, const Pack& medium,
                       std::vector<Violation>& violations) {
  // Where the given back has not even the sleeve's room, that is what is said.
  if (medium.construction != "vest" || !medium.shortfalls.empty()) return;
  const Pack small = buildPack(workshop.catalog, design.choices, PackSize::S);
  const auto at_small = measureOf(small, "A"), at_medium = measureOf(medium, "A");
  constexpr double kLeastStep = 15;  // of the 30 by which backs grade
  if (!at_small || !at_medium || *at_small < *at_medium - kLeastStep) return;
  violations.push_back(
      {"back-not-graded",
       "hint",
       "The back of size S is " + bom::formatDouble(*at_small, 0) + " mm high, that of M " +
           bom::formatDouble(*at_medium, 0) + " mm.",
       "The bladder's sleeve inside it is the same in every size; with a smaller bladder S is "
       "cut shorter.",
       {"hydration"}});
}

/// What the pack itself tells.
void addPackFindings(const Workshop& workshop, const Design& design, const Pack& pack,
                     std::vector<Violation>& violations) {
  const auto add = [&](std::vector<Violation> findings) {
    violations.insert(violations.end(), std::make_move_iterator(findings.begin()),
                      std::make_move_iterator(findings.end()));
  };
  add(findingsOf(workshop.catalog, design.choices, pack));
  add(fileFindingsOf(design, pack));
  add(phoneFindingsOf(workshop.catalog, design.choices, pack));
}

/// The product with the load that its pack is good for, and what is said of the load that is intended.
void addProductAndCarry(const Workshop& workshop, const Design& design, Figures& figures) {
  figures.product = buildProduct(workshop.catalog, design, *figures.pack);
  figures.carry = carryOf(workshop, design, *figures.pack, *figures.product);
  figures.product->style.load_max_kg = figures.carry->load_max_kg;
  for (Violation& finding : loadFindingsOf(design, *figures.carry))
    figures.violations.push_back(std::move(finding));
}

/// The sizes in which pieces are ordered, but for the one that the figures are of.
std::vector<PackSize> otherSizesOf(const Design& design, PackSize own) {
  std::vector<PackSize> sizes;
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    const bool ordered = std::any_of(
        design.order.lines.begin(), design.order.lines.end(),
        [&](const OrderLine& line) { return line.quantity > 0 && line.size == packSizeName(size); });
    if (ordered && size != own) sizes.push_back(size);
  }
  return sizes;
}

Result<bom::Consumption> clothOf(const Workshop& workshop, const bom::Product& product,
                                 const bom::PriceBook& prices, const FigureRequest& request) {
  auto consumption = request.cloth_like == nullptr
                         ? bom::consumptionOf(product, prices, *workshop.markers)
                         : bom::consumptionLike(product, prices, *workshop.markers, *request.cloth_like);
  if (!consumption) return failure(consumption.error().message);
  return std::move(*consumption);
}

/// The estimate of an order in several sizes; the product's own comes first.
Result<bom::Estimate> estimateInSizes(const Workshop& workshop, const Design& design,
                                      const FigureRequest& request, Figures& figures,
                                      const bom::EstimateInput& input) {
  for (const PackSize size : otherSizesOf(design, request.size)) {
    OtherSize other{
        size, buildProduct(workshop.catalog, design, buildPack(workshop.catalog, design.choices, size)), {}};
    auto cloth = clothOf(workshop, other.product, *figures.prices, request);
    if (!cloth) return tl::unexpected(cloth.error());
    other.consumption = std::move(*cloth);
    figures.cloth_is_laid = figures.cloth_is_laid && bom::isExact(other.consumption, other.product);
    figures.other_sizes.push_back(std::move(other));
  }
  auto estimate = bom::makeEstimate(sizedProductsOf(figures), *figures.prices, input);
  if (!estimate) return failure(estimate.error().message);
  return std::move(*estimate);
}

/// The cloth that the product takes, then its bill and estimate.
Result<void> addEstimate(const Workshop& workshop, const Design& design, const FigureRequest& request,
                         Figures& figures) {
  const auto own = request.prices ? Result<SharedPrices>(request.prices) : pricesOf(workshop, design);
  if (!own) return tl::unexpected(own.error());
  figures.prices = *own;
  auto consumption = clothOf(workshop, *figures.product, *figures.prices, request);
  if (!consumption) return tl::unexpected(consumption.error());
  figures.consumption = std::move(*consumption);
  figures.cloth_is_laid = bom::isExact(figures.consumption, *figures.product);
  bom::EstimateInput input = inputOf(design, request);
  input.consumption = &figures.consumption;
  if (request.in_all_sizes && !otherSizesOf(design, request.size).empty()) {
    auto estimate = estimateInSizes(workshop, design, request, figures, input);
    if (!estimate) return tl::unexpected(estimate.error());
    figures.estimate = std::move(*estimate);
    return {};
  }
  auto estimate = bom::makeEstimate(*figures.product, *figures.prices, input);
  if (!estimate) return failure(estimate.error().message);
  figures.estimate = std::move(*estimate);
  return {};
}

}  // namespace

std::vector<bom::SizedProduct> sizedProductsOf(const Figures& figures) {
  std::vector<bom::SizedProduct> sizes{
      {std::string(packSizeName(figures.pack->size)), &*figures.product, &figures.consumption}};
  for (const OtherSize& other : figures.other_sizes)
    sizes.push_back({std::string(packSizeName(other.size)), &other.product, &other.consumption});
  return sizes;
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
  if (!request.on.empty() && !isDate(request.on))
    return "\"" + request.on + "\" is not a day like 2026-03-31";
  for (const std::int64_t quantity : request.quantities) {
    if (quantity < 1 || quantity > bom::kMostPieces) {
      return "an order has 1 to " + std::to_string(bom::kMostPieces) + " pieces, not " +
             std::to_string(quantity);
    }
  }
  return std::nullopt;
}

std::vector<Violation> violationsOf(const Workshop& workshop, const Design& design) {
  std::vector<Violation> violations =
      checkRules(workshop.catalog, design.choices, factsOf(workshop.catalog, design));
  addOrderFinding(design, violations);
  addTermFinding(workshop, design, violations);
  if (!isBuildable(workshop.catalog, violations)) return violations;
  const Pack pack = buildPack(workshop.catalog, design.choices, PackSize::M);
  addPackFindings(workshop, design, pack, violations);
  addGradingFinding(workshop, design, pack, violations);
  const CarryFigures carry = carryOf(workshop, design, pack, buildProduct(workshop.catalog, design, pack));
  for (Violation& finding : loadFindingsOf(design, carry)) violations.push_back(std::move(finding));
  return violations;
}

std::vector<std::int64_t> breakQuantities(const Workshop& workshop) {
  std::vector<std::int64_t> quantities;
  for (const bom::QuantityBreak& at : workshop.catalog.prices.breaks) quantities.push_back(at.quantity);
  return quantities;
}

std::optional<bom::Money> unitCost(const bom::EstimateAtQuantity& at, std::string_view incoterm) {
  if (at.delivery && at.delivery->incoterm == incoterm) return at.delivery->price;
  if (incoterm == "EXW") return at.ex_factory;
  if (incoterm == "FOB") return at.fob;
  return std::nullopt;
}

std::optional<bom::Money> orderTotal(const bom::EstimateAtQuantity& at, std::string_view incoterm) {
  const auto unit = unitCost(at, incoterm);
  if (!unit) return std::nullopt;
  return (*unit * at.quantity).roundedToMinor();
}

Result<Figures> figuresOf(const Workshop& workshop, const Design& design, const FigureRequest& request) {
  if (const auto objection = objectionTo(workshop, request)) return failure(*objection);
  Figures figures;
  figures.violations = checkRules(workshop.catalog, design.choices, factsOf(workshop.catalog, design));
  addOrderFinding(design, figures.violations);
  addTermFinding(workshop, design, figures.violations);
  figures.valid = isValid(figures.violations);
  if (!isBuildable(workshop.catalog, figures.violations)) return figures;
  figures.pack = buildPack(workshop.catalog, design.choices, request.size);
  addPackFindings(workshop, design, *figures.pack, figures.violations);
  figures.valid = isValid(figures.violations);
  if (request.price_only) {
    figures.product = buildProduct(workshop.catalog, design, *figures.pack);
  } else {
    const bool medium = request.size == PackSize::M;
    addGradingFinding(workshop, design,
                      medium ? *figures.pack : buildPack(workshop.catalog, design.choices, PackSize::M),
                      figures.violations);
    addProductAndCarry(workshop, design, figures);
  }
  const auto estimated = addEstimate(workshop, design, request, figures);
  if (!estimated) return tl::unexpected(estimated.error());
  return figures;
}

std::optional<PackSize> parsePackSize(std::string_view text) {
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    if (text == packSizeName(size)) return size;
  }
  return std::nullopt;
}

}  // namespace configurator
