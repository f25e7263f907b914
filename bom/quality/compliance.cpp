// A rule is asked in this order: its days, its conditions, what it forbids, the labels it wants, the
// documents. The first that decides gives the sentence.
#include "bom/quality/compliance.h"

#include <algorithm>
#include <set>

#include "bom/number_text.h"
#include "bom/quality/places.h"

namespace bom {

namespace {

using Words = std::vector<std::string>;

/// The facts that conditions are asked of.
struct ProductFacts {
  const Product& product;
  const PriceBook& book;
  const ComplianceQuestion& question;
  std::vector<const Item*> items;  ///< in the order of the bill
  Composition composition;
  std::vector<ClaimFinding> claims;
};

ProductFacts factsOf(const Product& product, const Bill& bill, const PriceBook& book,
                     const ComplianceQuestion& question) {
  ProductFacts facts{
      product, book, question, {}, compositionOf(bill, book), claimsOf(bill, book, question.on)};
  std::set<std::string> seen;
  for (const BillLine& line : bill.lines) {
    if (!line.is_assembly && seen.insert(line.item).second) facts.items.push_back(&book.items.at(line.item));
  }
  return facts;
}

template <typename Value>
bool has(const std::vector<Value>& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::string joinedWords(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool hasKind(const ProductFacts& facts, const Item& item, const Words& kinds) {
  return std::any_of(item.composition.begin(), item.composition.end(), [&](const Component& component) {
    const auto material = facts.book.quality.materials.find(component.fibre);
    return material != facts.book.quality.materials.end() && has(kinds, material->second.kind);
  });
}

/// Whether a rule speaks of an item: what its document must cover.
bool concerns(const ProductFacts& facts, const ComplianceRule& rule, const Item& item) {
  return (rule.sections.empty() || has(rule.sections, item.section)) &&
         (rule.items.empty() || has(rule.items, item.id)) &&
         (rule.finishes.empty() || has(rule.finishes, item.finish)) &&
         (rule.kinds.empty() || hasKind(facts, item, rule.kinds)) &&
         (item.section != BillSection::Packaging || !rule.sections.empty());
}

std::vector<const Item*> itemsConcerned(const ProductFacts& facts, const ComplianceRule& rule) {
  std::vector<const Item*> items;
  std::copy_if(facts.items.begin(), facts.items.end(), std::back_inserter(items),
               [&](const Item* item) { return concerns(facts, rule, *item); });
  return items;
}

std::vector<const ClaimFinding*> claimsConcerned(const ProductFacts& facts, const ComplianceRule& rule) {
  std::vector<const ClaimFinding*> made;
  for (const ClaimFinding& claim : facts.claims) {
    if (has(rule.claims, claim.claim)) made.push_back(&claim);
  }
  return made;
}

std::string percentText(Ratio share) {
  return formatRounded(share.billionths(), 7, 1) + " %";
}

/// Why a rule is none of this product's business, or nothing.
std::string whyNot(const ProductFacts& facts, const ComplianceRule& rule) {
  const std::string& on = facts.question.on;
  if (!rule.from.empty() && on < rule.from) return "It applies from " + rule.from + ".";
  if (!rule.until.empty() && rule.until < on) return "It applied until " + rule.until + ".";
  if (facts.composition.textile < rule.textile_from)
    return "The product is " + percentText(facts.composition.textile) + " textile by mass; it applies from " +
           percentText(rule.textile_from) + ".";
  if (!rule.types.empty() && !has(rule.types, facts.product.style.type))
    return "It is for " + joinedWords(rule.types) + ". " + rule.reason + ".";
  const bool used =
      rule.uses.empty() || std::any_of(rule.uses.begin(), rule.uses.end(),
                                       [&](const auto& use) { return has(facts.question.uses, use); });
  if (!used) return rule.reason + ".";
  const bool narrowed =
      !rule.sections.empty() || !rule.items.empty() || !rule.finishes.empty() || !rule.kinds.empty();
  if (narrowed && itemsConcerned(facts, rule).empty())
    return "Nothing in the bill is concerned. " + rule.reason + ".";
  if (!rule.claims.empty() && claimsConcerned(facts, rule).empty()) return "No such claim is made.";
  return "";
}

/// What the product itself breaks, or nothing.
std::string whatBreaks(const ProductFacts& facts, const ComplianceRule& rule) {
  for (const Item* item : facts.items) {
    if (!item->finish.empty() && has(rule.forbidden_finishes, item->finish))
      return item->id + " has the finish " + item->finish + ", which is not allowed.";
  }
  for (const std::string& kind : rule.labels) {
    const auto& labels = facts.product.labels;
    if (std::none_of(labels.begin(), labels.end(), [&](const LabelSpec& one) { return one.kind == kind; }))
      return "The product has no " + kind + " label to print it on.";
  }
  return "";
}

/// Why the documents do not suffice, or nothing.
std::string whatLacks(const ProductFacts& facts, const ComplianceRule& rule) {
  for (const ClaimFinding* claim : claimsConcerned(facts, rule)) {
    for (const ClaimedItem& item : claim->items) {
      if (!item.objection.empty()) return claim->name + ", " + item.item + ": " + item.objection + ".";
    }
  }
  if (rule.evidence.empty()) return "";
  const auto& certificates = facts.book.quality.certificates;
  if (rule.of == "product") {
    const std::string objection =
        objectionTo(certificates, {{rule.evidence}, "brand", facts.product.style.number, facts.question.on});
    return objection.empty() ? "" : rule.document + ": " + objection + ".";
  }
  Words lacking;
  std::string first;
  for (const Item* item : itemsConcerned(facts, rule)) {
    const std::string objection =
        objectionTo(certificates, {{rule.evidence}, item->supplier, item->id, facts.question.on});
    if (objection.empty()) continue;
    if (lacking.empty()) first = item->id + ": " + objection;
    lacking.push_back(item->id);
  }
  if (lacking.empty()) return "";
  const std::string more =
      lacking.size() == 1 ? "" : ", and " + std::to_string(lacking.size() - 1) + " more of the bill's items";
  return rule.document + ": " + first + more + ".";
}

ComplianceRow judged(const ProductFacts& facts, const ComplianceRule& rule, const std::string& place) {
  ComplianceRow row{rule.id,
                    place == "any" ? facts.question.market->id : place,
                    rule.instrument,
                    rule.requirement,
                    rule.document,
                    rule.reference,
                    rule.from,
                    rule.until,
                    ComplianceStatus::NotApplicable,
                    whyNot(facts, rule)};
  if (!row.because.empty()) return row;
  row.status = ComplianceStatus::NotMet;
  row.because = whatBreaks(facts, rule);
  if (!row.because.empty()) return row;
  row.status = ComplianceStatus::DocumentMissing;
  row.because = whatLacks(facts, rule);
  if (!row.because.empty()) return row;
  row.status = ComplianceStatus::Met;
  row.because = rule.reason + (rule.evidence.empty() ? "." : "; the document is on file.");
  return row;
}

}  // namespace

std::string_view complianceStatusName(ComplianceStatus status) {
  switch (status) {
    case ComplianceStatus::Met:
      return "met";
    case ComplianceStatus::DocumentMissing:
      return "document-missing";
    case ComplianceStatus::NotMet:
      return "not-met";
    case ComplianceStatus::NotApplicable:
      break;
  }
  return "not-applicable";
}

std::vector<ComplianceRow> complianceOf(const Product& product, const Bill& bill, const PriceBook& book,
                                        const ComplianceQuestion& question) {
  const ProductFacts facts = factsOf(product, bill, book, question);
  std::vector<ComplianceRow> rows;
  for (const ComplianceRule& rule : book.quality.rules) {
    const auto place = placeNamed(rule.where, *question.market);
    // The union's law is a law of its members: the market's own id says more than "EU".
    if (place)
      rows.push_back(
          judged(facts, rule, *place == question.market->customs_area ? question.market->id : *place));
  }
  return rows;
}

}  // namespace bom
