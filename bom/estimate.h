// What one pack costs at an order quantity: six groups and, apart from them, the factory's margin, to
// ex-factory and FOB. Exact money; a total is the sum of its printed lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bom/bill.h"
#include "bom/costing.h"
#include "bom/delivery/delivery.h"
#include "bom/order_terms.h"
#include "bom/size_mix.h"

namespace bom {

struct EstimateInput {
  std::vector<std::int64_t> quantities{100, 300, 500, 1000, 3000, 5000, 10000};
  std::string origin = "VN";
  std::string market = "DE";
  std::string incoterm = "FOB";
  Currency currency;
  std::string as_of;  ///< YYYY-MM-DD
  OrderTerms terms;
  const Consumption* consumption = nullptr;  ///< what markers of the product take (BillRequest)
  bool words = true;  ///< false: numbers only; bases, notes and bills' lines stay empty
};

/// One printed line of an estimate: what, how it was reckoned, how much per pack.
struct EstimateLine {
  std::string group;  ///< "materials" "labour" "overhead" "tooling" "quality" "logistics" "margin"
  std::string name, basis;
  Money unit;
  FigureStatus status = FigureStatus::Estimate;
  std::optional<Leg> leg{};  ///< of the journey, for lines of "logistics"
};

/// What an order needs of an item in one colour, beside the least that is sold of it (MinimumOrder).
struct MinimumRow {
  std::string item, color;  ///< color: empty where it is not chosen
  bool made = false;        ///< in this colour for the order
  Quantity need, minimum, surplus;
  Money cost;  ///< of the whole order
  std::string basis;
};

/// Money per pack, each rounded to 4 decimals so that printed lines add up.
struct EstimateAtQuantity {
  std::int64_t quantity = 0;
  std::vector<EstimateLine> lines;
  /// Tooling that the buyer pays: no part of the price.
  std::vector<EstimateLine> assists;
  Money assist;  ///< their sum
  Money materials, labour, overhead, tooling, quality, logistics, margin;
  Money ex_factory, fob;
  /// Nothing without a carton plan, or where the book has no delivery terms.
  std::optional<Delivery> delivery;
  std::string undelivered;  ///< why the term cannot be had with the way of freight, where that is why
  Money order_total;        ///< price at the Incoterm, else FOB, x quantity, rounded once to the minor unit
  Quantity minutes;         ///< standard minutes per pack, those of work that a rate pays included
  Bill bill;
  std::vector<MinimumRow> minimums;  ///< of every item and colour; empty without words
};

struct Estimate {
  EstimateInput input;
  std::vector<EstimateAtQuantity> breaks;
  std::vector<std::string> warnings;
  /// Share of the ex-factory price whose figures are sourced, quoted or the user's, over all quantities
  /// together; materials count by the lines of their bills. Zero without words.
  Ratio sourced_share;
};

Result<Estimate> makeEstimate(const Product& product, const PriceBook& book, const EstimateInput& input);

/// Of an order in several sizes; the bills are of the first that has pieces. At each quantity the groups are
/// those of its mean pack (mixSizes). input.consumption plays no part. REQUIRES a size.
Result<Estimate> makeEstimate(const std::vector<SizedProduct>& sizes, const PriceBook& book,
                              const EstimateInput& input);

/// The same of what was prepared before; input.consumption plays no part.
Result<Estimate> makeEstimate(const Costing& costing, const MarketCosting& market,
                              const EstimateInput& input);

}  // namespace bom
