// How many pieces of a lot are drawn and how many faulty ones it may have: ISO 2859-1, single sampling,
// normal inspection.
#pragma once

#include <cstdint>
#include <string>

#include "bom/quality/quality_book.h"
#include "bom/result.h"

namespace bom {

struct SamplingPlan {
  std::string code_letter;  ///< of the lot size at the level
  std::string letter;       ///< of the plan that an arrow leads to, else the same
  std::int64_t size = 0;    ///< pieces to draw; the whole lot where the plan asks for as many or more
  std::int64_t accept = 0, reject = 1;
  bool whole_lot = false;  ///< then every piece is inspected
};

/// The plan of a lot at an inspection level ("II") and an AQL as the standard writes it ("2.5"). The accept
/// number of a plan that takes the whole lot stays the table's. Fails on lots below 1, unknown levels and
/// AQLs.
Result<SamplingPlan> samplingPlan(const QualityBook& book, std::int64_t lot, const std::string& level,
                                  const std::string& aql);

}  // namespace bom
