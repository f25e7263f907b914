// See quality_plan.h.
#include "bom/quality/quality_plan.h"

#include <utility>

namespace bom {

Result<QualityPlan> qualityPlan(const Product& product, const Bill& bill, const PriceBook& book,
                                const ComplianceQuestion& question) {
  auto inspection = inspectionPlan(product, bill, book, {bill.quantity, question.market});
  if (!inspection) return tl::unexpected(inspection.error());
  QualityPlan plan;
  plan.on = question.on;
  plan.composition = compositionOf(bill, book);
  plan.inspection = std::move(*inspection);
  plan.tests = testPlan(product, bill.lines, book, question.market);
  plan.claims = claimsOf(bill, book, question.on);
  if (question.market != nullptr) plan.compliance = complianceOf(product, bill, book, question);
  return plan;
}

}  // namespace bom
