#include "bom/plan/lead_times.h"

#include <algorithm>

#include "bom/minimum_order.h"

namespace bom {
namespace {

bool isNamed(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool fitsItem(const LeadTime& row, const Item& item, bool is_made) {
  if (!isNamed(row.categories, item.category)) return false;
  if (!row.families.empty() && !isNamed(row.families, item.family)) return false;
  if (row.only == "order-colour") return is_made;
  if (row.only == "branded") return !item.brand.empty();
  if (row.only == "own-mould") return !item.tooling.empty();
  return true;
}

/// The more days of each pace; what is said of the line stays.
DayRange longerOf(const DayRange& a, const DayRange& b) {
  return {std::max(a.low, b.low), std::max(a.typical, b.typical), std::max(a.high, b.high)};
}

void keepSlower(std::optional<LineLead>& slowest, const LineLead& lead) {
  if (!slowest) {
    slowest = lead;
    return;
  }
  const DayRange days = longerOf(slowest->days, lead.days);
  if (lead.days.typical > slowest->days.typical) slowest = lead;
  slowest->days = days;
}

}  // namespace

LineLead leadTimeOf(const Item& item, bool is_made, const PriceBook& book) {
  LineLead lead;
  lead.is_made = is_made;
  lead.item = item.id;
  if (item.lead_days > 0) {
    lead.days = {item.lead_days, item.lead_days, item.lead_days};
    lead.what = item.supplier.empty() ? "offer" : "offer of " + item.supplier;
    lead.status = item.price_provenance.status;
    return lead;
  }
  for (const LeadTime& row : book.plan.lead_times) {
    if (!fitsItem(row, item, is_made)) continue;
    lead.days = row.days;
    lead.what = row.name;
    lead.status = row.provenance.status;
    break;
  }
  return lead;
}

std::vector<LineLead> leadTimesOf(const Product& product, const std::vector<BillLine>& lines,
                                  const PriceBook& book, MadeColors made) {
  const std::vector<bool> as_ordered = linesMadeToOrder(product, lines, book);
  std::vector<LineLead> leads;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto item = book.items.find(lines[i].item);
    if (lines[i].is_assembly || item == book.items.end()) {
      leads.emplace_back();
      continue;
    }
    const bool can_be_made = !lines[i].zone.empty() && dyedGoodsOf(book.colors, item->second) != nullptr;
    const bool is_made = made == MadeColors::AsOrdered ? as_ordered[i]
                         : made == MadeColors::All     ? can_be_made
                                                       : false;
    leads.push_back(leadTimeOf(item->second, is_made, book));
  }
  return leads;
}

MaterialLeads slowestOf(const std::vector<LineLead>& leads) {
  MaterialLeads slowest;
  for (const LineLead& lead : leads)
    if (lead.days.high > 0) keepSlower(lead.is_made ? slowest.made : slowest.stock, lead);
  return slowest;
}

}  // namespace bom
