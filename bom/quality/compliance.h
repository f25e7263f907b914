// What a market asks of a product on a day, and whether it is met: by what the bill says, by labels, and by
// the documents on file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bom/quality/claims.h"
#include "bom/quality/composition.h"

namespace bom {

enum class ComplianceStatus { Met, DocumentMissing, NotMet, NotApplicable };
std::string_view complianceStatusName(ComplianceStatus status);  ///< "met" "document-missing" ...

struct ComplianceRow {
  std::string rule, market;  ///< market: its id, or that of the part of it with the rule: "US-CA"
  std::string instrument, requirement, document, reference;
  std::string from, until;  ///< YYYY-MM-DD or empty
  ComplianceStatus status = ComplianceStatus::NotApplicable;
  std::string because;  ///< one sentence: why this status
};

/// What is judged, where and when. `uses`: what it is sold as beyond a pack: "child", "ppe", ...
struct ComplianceQuestion {
  const Market* market = nullptr;  ///< REQUIRED
  std::string on;                  ///< YYYY-MM-DD
  std::vector<std::string> uses{};
};

/// One row for each rule of the market, in the order of the book. A rule that begins or ended on another day,
/// or whose conditions do not hold, is not applicable and says why.
std::vector<ComplianceRow> complianceOf(const Product& product, const Bill& bill, const PriceBook& book,
                                        const ComplianceQuestion& question);

}  // namespace bom
