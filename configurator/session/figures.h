// The one road walked to its end for one design: rules, pack, product, bill and estimate.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bom/estimate.h"
#include "bom/marker/cloth_use.h"
#include "bom/product.h"
#include "configurator/design/design.h"
#include "configurator/pack/carry_figures.h"
#include "configurator/pack/pack.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// What to reckon with; empty fields are the design's own.
struct FigureRequest {
  PackSize size = PackSize::M;
  /// The estimate is of the order's sizes, each by its pieces; all else is of `size`. Else all pieces have
  /// it.
  bool in_all_sizes = false;
  std::vector<std::int64_t> quantities;  ///< empty: the order's total
  /// Pack, findings that make it invalid, bill and estimate; not how it carries, which costs more than all of
  /// them.
  bool price_only = false;
  std::string origin, market, incoterm, currency, on;
  /// Null: every marker is laid. Else none is: what no kept marker tells takes as much cloth as here
  /// (consumptionLike).
  const bom::Consumption* cloth_like = nullptr;
  SharedPrices prices;  ///< null: those of the design (pricesOf)
};

/// A size of the order besides the one that figures are of.
struct OtherSize {
  PackSize size = PackSize::M;
  bom::Product product;
  bom::Consumption consumption;
};

/// `pack`, `product`, `carry` and `estimate` are there where the choices can be built (isBuildable), valid or
/// not.
struct Figures {
  std::vector<Violation> violations;
  bool valid = false;
  std::optional<Pack> pack;
  std::optional<bom::Product> product;  ///< its style carries the recommended load, too
  std::optional<CarryFigures> carry;
  std::vector<OtherSize> other_sizes;  ///< the order's, where the estimate is of all
  bom::Consumption consumption;        ///< of the product's cloth
  bool cloth_is_laid = true;  ///< false: some of it is reckoned as before, and prices are about right
  std::optional<bom::Estimate> estimate;
  SharedPrices prices;  ///< what it is reckoned with; there where `estimate` is
};

/// The products of an order's sizes with their cloth, the figures' own first. REQUIRES a product.
std::vector<bom::SizedProduct> sizedProductsOf(const Figures& figures);

/// Fails on unknown origins, markets, currencies, on what the price book lacks and on price lists that cannot
/// be used; never on broken rules.
Result<Figures> figuresOf(const Workshop& workshop, const Design& design, const FigureRequest& request = {});

/// What an unknown country, Incoterm or currency or a day that does not exist is called; nothing when all is
/// known.
std::optional<std::string> objectionTo(const Workshop& workshop, const FigureRequest& request);

/// Everything `check` says of a design: its rules and, where it can be built, what geometry finds at size M.
std::vector<Violation> violationsOf(const Workshop& workshop, const Design& design);

/// The order quantities of the catalog's price breaks: what `cost` compares unless others are asked.
std::vector<std::int64_t> breakQuantities(const Workshop& workshop);

/// What one pack costs at an Incoterm: the estimate's own, EXW or FOB; nothing for others, and for terms
/// beyond FOB nothing without a carton plan.
std::optional<bom::Money> unitCost(const bom::EstimateAtQuantity& at, std::string_view incoterm);

/// That cost for the whole order, rounded once to the minor unit; nothing where one pack's is not reckoned.
std::optional<bom::Money> orderTotal(const bom::EstimateAtQuantity& at, std::string_view incoterm);

/// "S", "M" or "L".
std::optional<PackSize> parsePackSize(std::string_view text);

}  // namespace configurator
