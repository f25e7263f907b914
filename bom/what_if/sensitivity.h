// How much a landed price moves when one driver does, and between which bounds it lies with the figures as
// doubtful as they say they are.
#pragma once

#include <string>
#include <vector>

#include "bom/estimate.h"
#include "bom/what_if/drivers.h"

namespace bom {

/// The price that is looked at: landed where it is known, else FOB. Per piece.
Money decidingPrice(const EstimateAtQuantity& at);

struct DriverEffect {
  Driver driver;
  Money at_less, at_more;  ///< the price with the driver at 90 % and at 110 %
  Money swing;             ///< how far apart those two are, never negative
};

/// Product, book and consumption as an estimate takes them; the first of the input's quantities.
struct SensitivityRequest {
  const Product* product = nullptr;
  const PriceBook* book = nullptr;
  EstimateInput input;
};

/// Every driver 10 % down and up, the widest swing first (a tornado's order); those that move nothing are
/// left out.
Result<std::vector<DriverEffect>> sensitivityOf(const SensitivityRequest& request);

struct PriceRange {
  Money low, typical, high;           ///< every figure at its cheap end, as it is, at its dear end
  Money likely_low, likely_high;      ///< drivers err independently: typical -+ root of their squares
  std::vector<DriverEffect> drivers;  ///< each driver alone at its bounds, the widest first
};
Result<PriceRange> rangeOf(const SensitivityRequest& request);

}  // namespace bom
