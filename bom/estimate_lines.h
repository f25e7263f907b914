// The printed lines of an estimate, group by group, for one order quantity. makeEstimate puts them together.
#pragma once

#include <string>
#include <vector>

#include "bom/estimate.h"

namespace bom {

/// What every group reads.
struct EstimateBasis {
  const Costing* costing = nullptr;
  const MarketCosting* market = nullptr;
  const EstimateInput* input = nullptr;
  const Origin* origin = nullptr;
  const QuantityBreak* at = nullptr;
  const std::vector<LinePrice>* prices = nullptr;  ///< of the explosion's lines
  const Freight* freight = nullptr;                ///< null where no lane is known
  std::int64_t quantity = 1;
  const std::vector<MinimumOrder>* minimums = nullptr;

  const PriceBook& book() const { return *costing->book; }
  Currency currency() const { return input->currency; }
  /// The text, where words are asked for.
  template <typename Text>
  std::string say(const Text& text) const {
    return input->words ? std::string(text()) : std::string();
  }
};

/// The rate of the haul from factory to port.
constexpr const char* kInlandRate = "inland-factory-port";
/// Is the rate a figure of this origin, and not only a stand-in from elsewhere?
bool holdsIn(const Rate& rate, const std::string& origin);

using EstimateLines = std::vector<EstimateLine>;

/// `count` x a named price, spread over the order.
struct SpreadCost {
  const char* group;
  std::string rate;
  std::int64_t count = 1;
  std::string what;       ///< basis text before the price
  std::string note{};     ///< and after it
  std::int64_t over = 0;  ///< pieces; 0: the order's
};
Result<EstimateLine> spreadLine(const EstimateBasis& basis, const SpreadCost& cost);
Result<EstimateLines> spreadLines(const EstimateBasis& basis, const std::vector<SpreadCost>& costs);
/// "1 day", "2 days".
std::string countText(std::int64_t count, const std::string& one, const std::string& many);

/// Line efficiency at a break in an origin: break's x origin's typical / that of the break at 1000 pieces,
/// rounded once to a billionth; at most 90 %.
Ratio lineEfficiency(const PriceBook& book, const QuantityBreak& at, const Origin& origin);

/// The material of each bill section, the origin's import uplift on all of it if there is any, then what lots
/// below a supplier's minimum cost more: each its own line, unless it is nothing in 4 decimals.
Result<EstimateLines> materialLines(const EstimateBasis& basis);
/// Labour per stage and for setting the line up, then factory overhead on the same minutes. Minutes on the
/// clock = standard minutes / efficiency, of each stage to a millionth.
Result<EstimateLines> labourLines(const EstimateBasis& basis);
/// Dies, patterns, sample rounds (whole, at least one), then plates and moulds by their rate ids, spread over
/// the order or what its terms say; lines of the group "assist" where the buyer pays them.
Result<EstimateLines> toolingLines(const EstimateBasis& basis);
/// Final inspection and laboratory tests, spread over the order.
Result<EstimateLines> qualityLines(const EstimateBasis& basis);
/// What a factory asks more for an order below the least that any takes ("overhead"; the low end of the rate
/// factory-moq-style): a share of `cost`. Empty where the order is large enough, or the book lacks a rate.
Result<EstimateLines> smallOrderLines(const EstimateBasis& basis, Money cost);
/// In-house control ("quality") and the factory's margin: both are shares of the ex-factory price that they
/// are part of. `cost` is everything else in it.
Result<EstimateLines> priceShareLines(const EstimateBasis& basis, Money cost);
/// From the factory gate to on board: loading, inland haul, origin charges, and for goods that go LCL
/// (without any freight: below 15 m3) consolidation. What is paid per m3 is an estimate where its rate does
/// not hold in the origin. Empty without a carton plan.
Result<EstimateLines> logisticsLines(const EstimateBasis& basis);

/// Sentences for the whole estimate. REQUIRES one with words.
std::vector<std::string> warningsOf(const Estimate& estimate, const Costing& costing);
/// Over all quantities together: what is not an estimate, as a share of ex-factory. Materials count line by
/// line.
Ratio sourcedShare(const Estimate& estimate);

}  // namespace bom
