// All that the documents say about quality, made from one product, bill and day. It holds no price.
#pragma once

#include "bom/quality/compliance.h"
#include "bom/quality/inspection_plan.h"
#include "bom/quality/test_plan.h"

namespace bom {

struct QualityPlan {
  std::string on;  ///< YYYY-MM-DD: the day that compliance was judged for
  Composition composition;
  InspectionPlan inspection;
  TestPlan tests;
  std::vector<ClaimFinding> claims;
  std::vector<ComplianceRow> compliance;  ///< empty where the market is not known
};

/// The lot is the bill's quantity. Fails where the sampling table does not know it.
Result<QualityPlan> qualityPlan(const Product& product, const Bill& bill, const PriceBook& book,
                                const ComplianceQuestion& question);

}  // namespace bom
