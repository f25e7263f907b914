// Lays a price list over a price book and says what that changes.
#include <algorithm>

#include "bom/exact.h"
#include "bom/prices/list_columns.h"
#include "bom/prices/price_list.h"
#include "bom/require.h"

namespace bom {

namespace {

/// A supplier's id from its name: small letters and digits, hyphens between.
std::string idOfName(std::string_view name) {
  std::string id;
  bool gap = false;
  for (const char c : comparedText(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain && gap && !id.empty()) id += '-';
    gap = !plain;
    if (plain) id += c;
  }
  return id.empty() ? "supplier" : id;
}

/// The id of a supplier by its id or name; one that is not known is added.
std::string supplierIn(PriceBook& book, const std::string& name, const Provenance& provenance) {
  const std::string word = comparedText(name);
  for (const auto& [id, supplier] : book.suppliers)
    if (comparedText(id) == word || comparedText(supplier.name) == word) return id;
  std::string id = idOfName(name);
  for (int i = 2; book.suppliers.contains(id); ++i) id = idOfName(name) + "-" + std::to_string(i);
  book.suppliers[id] = {id, name, "", {}, provenance};
  return id;
}

bool sameSteps(const std::vector<PriceStep>& a, const std::vector<PriceStep>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PriceStep& x, const PriceStep& y) {
    return x.from == y.from && x.price == y.price;
  });
}

bool sameBuying(const Item& a, const Item& b) {
  return a.price == b.price && sameSteps(a.price_steps, b.price_steps) && a.moq == b.moq &&
         a.moq_dyed == b.moq_dyed && a.lead_days == b.lead_days && a.supplier == b.supplier;
}

Result<std::optional<Ratio>> differenceOf(const PriceBook& book, Money before, Money after) {
  if (before.millionths() <= 0) return std::optional<Ratio>();
  const auto now = convertMoney(book, after, {Ratio::one(), before.currency(), 6});
  if (!now) return tl::unexpected(now.error());
  return std::optional(
      Ratio::fromBillionths(scaleRounded((*now - before).millionths(), kBillion, before.millionths())));
}

}  // namespace

PriceBook withPriceList(PriceBook book, const PriceList& list) {
  for (const ListedPrice& listed : list.prices) {
    const auto found = book.items.find(listed.item);
    if (found == book.items.end()) continue;
    require(!listed.steps.empty(), "a listed price has a step");
    Item& item = found->second;
    item.price_provenance = {list.file + " row " + std::to_string(listed.row), listed.date,
                             FigureStatus::User};
    item.price_steps = listed.steps;
    item.price = item.price_low = item.price_high = listed.steps.front().price;
    if (listed.moq) item.moq = *listed.moq;
    if (listed.moq_dyed) item.moq_dyed = *listed.moq_dyed;
    if (listed.moq || listed.moq_dyed) item.moq_provenance = item.price_provenance;
    if (listed.lead_days) item.lead_days = *listed.lead_days;
    if (!listed.supplier.empty()) item.supplier = supplierIn(book, listed.supplier, item.price_provenance);
  }
  return book;
}

Result<PriceListEffect> effectOf(const PriceBook& book, const PriceList& list) {
  const PriceBook then = withPriceList(book, list);
  PriceListEffect effect;
  for (const ListedPrice& listed : list.prices) {
    const auto before = book.items.find(listed.item);
    if (before == book.items.end()) continue;
    const Item& after = then.items.at(listed.item);
    if (sameBuying(before->second, after)) {
      ++effect.unchanged;
      continue;
    }
    auto difference = differenceOf(book, before->second.price, after.price);
    if (!difference) return tl::unexpected(difference.error());
    effect.changes.push_back({listed.row, before->second, after, *difference});
  }
  return effect;
}

}  // namespace bom
