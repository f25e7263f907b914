#include "configurator/cli/text_quality.h"

#include <algorithm>

namespace configurator {
namespace {

using bom::ComplianceStatus;

std::string rowText(const bom::ComplianceRow& row) {
  std::string text = "  " + row.market + "  " + row.instrument;
  if (!row.from.empty()) text += " (from " + row.from + ")";
  return text + "\n    " + row.because + "\n";
}

void addRows(const bom::QualityPlan& plan, ComplianceStatus status, const std::string& heading,
             std::string& text) {
  std::string rows;
  for (const bom::ComplianceRow& row : plan.compliance) {
    if (row.status != status) continue;
    rows += rowText(row);
    if (status == ComplianceStatus::DocumentMissing) rows += "    It asks: " + row.requirement + "\n";
  }
  if (!rows.empty()) text += heading + "\n" + rows;
}

std::string claimText(const bom::ClaimFinding& claim) {
  const auto open = std::find_if(claim.items.begin(), claim.items.end(),
                                 [](const bom::ClaimedItem& one) { return !one.objection.empty(); });
  return "  " + claim.name + "\n    " + open->item + ": " + open->objection + ". " + claim.reason + ".\n";
}

}  // namespace

std::string complianceText(const bom::QualityPlan& plan) {
  if (plan.compliance.empty()) return "";
  std::string text = "\nOn " + plan.on + ". No legal advice: have the dates and limits read.\n";
  addRows(plan, ComplianceStatus::NotMet, "Not met:", text);
  addRows(plan, ComplianceStatus::DocumentMissing, "Documents to get:", text);
  std::string claims;
  for (const bom::ClaimFinding& claim : plan.claims) {
    if (!claim.isAllowed()) claims += claimText(claim);
  }
  if (!claims.empty()) text += "Not to be claimed until it is covered:\n" + claims;
  addRows(plan, ComplianceStatus::Met, "Met:", text);
  addRows(plan, ComplianceStatus::NotApplicable, "Does not apply:", text);
  return text;
}

}  // namespace configurator
