// An order in time and money: its schedule, its payments, what owning a pack costs, and the two usual routes
// side by side.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bom/plan/ownership.h"
#include "bom/plan/payments.h"
#include "bom/plan/schedule.h"

namespace bom {

struct PlanInput {
  const Product* product = nullptr;
  const PriceBook* book = nullptr;
  const EstimateInput* asked = nullptr;  ///< origin, market and day; its day is the first of the schedule
  const EstimateAtQuantity* at = nullptr;
  /// A colour is made for this order: cloth is dyed for it and dips are approved before.
  bool custom_colours = false;
  std::string payment;  ///< id of payment terms; empty: the book's first
};

/// One way to get the same order made and carried.
struct PlanRoute {
  std::string id, name;  ///< "small-batch" "volume"
  std::string freight;   ///< "sea-lcl" "sea-fcl" "air" "express"
  Money freight_cost;    ///< of the shipment, US dollars
  DayRange days;
  std::string ends;
  std::vector<std::string> only;  ///< names of the stages that the other has not
};

struct OrderPlan {
  Schedule schedule;
  Payments payments;
  Ownership ownership;
  std::vector<PlanRoute> routes;  ///< those that the freight of the order allows
};

/// Nothing where the book has no stages or the order no delivery. Fails on rates and terms that the book
/// lacks and on a day that does not exist.
Result<std::optional<OrderPlan>> makeOrderPlan(const PlanInput& input);

}  // namespace bom
