// What may be printed on a hang tag: a claim holds for an item only while its own supplier has a certificate
// of the right scope on file.
#pragma once

#include <string>
#include <vector>

#include "bom/bill.h"

namespace bom {

/// Who must hold which certificate on which day.
struct CertificateNeed {
  std::vector<std::string> scopes;  ///< any of
  std::string holder, covered;      ///< supplier and item, or "brand" and style number
  std::string on;                   ///< YYYY-MM-DD
};

/// Nothing when a certificate covers the need; else why none does: none on file, another holder, expired, ...
std::string objectionTo(const std::vector<Certificate>& certificates, const CertificateNeed& need);

/// An item that makes a claim, and why it may not; empty: it may.
struct ClaimedItem {
  std::string item, objection;
};

struct ClaimFinding {
  std::string claim, name, reason;
  std::vector<ClaimedItem> items;  ///< those that make it, in the order of the bill; not empty

  bool isAllowed() const;  ///< every item that makes it may
};

/// The claims that the items of a bill make by the certificates they name or by recycled material.
std::vector<ClaimFinding> claimsOf(const Bill& bill, const PriceBook& book, const std::string& on);

}  // namespace bom
