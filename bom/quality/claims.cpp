// See claims.h. A certificate named in an item's row is a word; only the registry covers it.
#include "bom/quality/claims.h"

#include <algorithm>
#include <set>

namespace bom {

namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool makes(const ClaimRule& claim, const Item& item, const QualityBook& book) {
  for (const std::string& word : item.certificates) {
    if (contains(claim.words, word)) return true;
  }
  if (!claim.recycled) return false;
  return std::any_of(item.composition.begin(), item.composition.end(), [&](const Component& component) {
    const auto material = book.materials.find(component.fibre);
    return material != book.materials.end() && material->second.recycled;
  });
}

std::string objectionToOne(const Certificate& certificate, const CertificateNeed& need) {
  const std::string number = "certificate " + certificate.number;
  if (certificate.holder != need.holder)
    return number + " is held by " + certificate.holder + ", not by " + need.holder;
  if (!certificate.covered.empty() && !contains(certificate.covered, need.covered))
    return number + " does not name " + need.covered;
  if (certificate.expires < need.on) return number + " expired on " + certificate.expires;
  if (need.on < certificate.from) return number + " holds from " + certificate.from;
  return "";
}

/// How near a certificate comes: an expired one of the right holder is worth more words than a stranger's.
int nearness(const Certificate& certificate, const CertificateNeed& need) {
  return (certificate.holder == need.holder ? 2 : 0) +
         (certificate.covered.empty() || contains(certificate.covered, need.covered) ? 1 : 0);
}

}  // namespace

std::string objectionTo(const std::vector<Certificate>& certificates, const CertificateNeed& need) {
  const Certificate* nearest = nullptr;
  for (const Certificate& certificate : certificates) {
    if (!contains(need.scopes, certificate.scope)) continue;
    if (objectionToOne(certificate, need).empty()) return "";
    if (nearest == nullptr || nearness(*nearest, need) < nearness(certificate, need)) nearest = &certificate;
  }
  if (nearest != nullptr) return objectionToOne(*nearest, need);
  if (need.holder == "brand") return "none on file from the brand";
  return need.holder.empty() ? "no supplier is named for it" : "none on file from " + need.holder;
}

bool ClaimFinding::isAllowed() const {
  return std::all_of(items.begin(), items.end(),
                     [](const ClaimedItem& one) { return one.objection.empty(); });
}

std::vector<ClaimFinding> claimsOf(const Bill& bill, const PriceBook& book, const std::string& on) {
  std::vector<ClaimFinding> findings;
  for (const ClaimRule& claim : book.quality.claims) {
    ClaimFinding finding{claim.id, claim.name, claim.reason, {}};
    std::set<std::string> seen;
    for (const BillLine& line : bill.lines) {
      if (line.is_assembly || !seen.insert(line.item).second) continue;
      const Item& item = book.items.at(line.item);
      if (!makes(claim, item, book.quality)) continue;
      finding.items.push_back(
          {item.id, objectionTo(book.quality.certificates, {claim.scopes, item.supplier, item.id, on})});
    }
    if (!finding.items.empty()) findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace bom
