// References among items, operations, origins and markets: families, suppliers, stitches, currencies.
#include <string>
#include <vector>

#include "configurator/catalog/check_references.h"
#include "configurator/catalog/in_quotes.h"
#include "configurator/catalog/near_word.h"

namespace configurator {

namespace {

// The share that bom/estimate_lines.cpp charges whatever a design is made of. Under any other rate the work
// that it is to pay for could be done unpaid.
constexpr const char* kInEveryEstimate = "qc-inhouse";

void checkCurrency(const Catalog& catalog, std::string_view code, const std::string& whose,
                   const FileLine& at, Problems& problems) {
  if (code == "USD" || catalog.prices.exchange.count(std::string(code)) == 1) return;
  problems.add(at, whose + "currency " + inQuotes(code) + " has no exchange rate");
}

void checkItem(const Catalog& catalog, const bom::Item& item, Problems& problems) {
  const FileLine at = catalog.placeOf("item", item.id);
  const std::string whose = "item " + inQuotes(item.id) + ": ";
  if (!item.family.empty() && catalog.findFamily(item.family) == nullptr) {
    std::vector<std::string> known;
    for (const MaterialFamily& family : catalog.families) known.push_back(family.id);
    problems.add(at,
                 whose + "family " + inQuotes(item.family) + " is unknown" + didYouMean(item.family, known));
  }
  const auto look = catalog.look_of_item.find(item.id);
  if (look != catalog.look_of_item.end() && catalog.findLook(look->second) == nullptr) {
    std::vector<std::string> known;
    for (const MaterialLook& one : catalog.looks) known.push_back(one.id);
    problems.add(at,
                 whose + "look " + inQuotes(look->second) + " is unknown" + didYouMean(look->second, known));
  }
  if (!item.supplier.empty() && catalog.prices.suppliers.count(item.supplier) == 0) {
    std::vector<std::string> known;
    for (const auto& [id, supplier] : catalog.prices.suppliers) known.push_back(id);
    problems.add(
        at, whose + "supplier " + inQuotes(item.supplier) + " is unknown" + didYouMean(item.supplier, known));
  }
  for (const std::string& rate : item.tooling) {
    if (catalog.prices.rates.count(rate) == 0)
      problems.add(at, whose + "rate " + inQuotes(rate) + " is unknown");
  }
  checkCurrency(catalog, item.price.currency().code(), whose, at, problems);
}

void checkOperation(const Catalog& catalog, const bom::Operation& operation, Problems& problems) {
  const FileLine at = catalog.placeOf("operation", operation.id);
  const std::string whose = "operation " + inQuotes(operation.id) + ": ";
  for (const std::string& stitch : {operation.stitch, operation.also_makes}) {
    if (!stitch.empty() && catalog.prices.stitches.count(stitch) == 0)
      problems.add(at, whose + "stitch " + inQuotes(stitch) + " is unknown");
  }
  if (operation.paid_by.empty()) return;
  if (catalog.prices.rates.count(operation.paid_by) == 0)
    problems.add(at, whose + "rate " + inQuotes(operation.paid_by) + " is unknown");
  else if (operation.paid_by != kInEveryEstimate)
    problems.add(at, whose + "rate " + inQuotes(operation.paid_by) + " cannot pay it: only " +
                         inQuotes(kInEveryEstimate) + " is in every estimate");
}

void checkBreaks(const Catalog& catalog, Problems& problems) {
  if (catalog.prices.breaks.empty()) problems.add({"catalog", 0}, "no file has a quantity <break>");
}

}  // namespace

void checkPriceReferences(const Catalog& catalog, Problems& problems) {
  for (const auto& [id, item] : catalog.prices.items) checkItem(catalog, item, problems);
  for (const auto& [id, operation] : catalog.prices.operations) {
    checkOperation(catalog, operation, problems);
  }
  for (const auto& [id, rate] : catalog.prices.rates) {
    for (const std::string& origin : rate.origins) {
      if (catalog.prices.origins.count(origin) == 1) continue;
      problems.add(catalog.placeOf("rate", id),
                   "rate " + inQuotes(id) + ": origin " + inQuotes(origin) + " is unknown");
    }
  }
  for (const auto& [id, origin] : catalog.prices.origins) {
    checkCurrency(catalog, origin.direct_labour_per_minute.currency().code(), "origin " + inQuotes(id) + ": ",
                  catalog.placeOf("origin", id), problems);
  }
  for (const auto& [id, market] : catalog.prices.markets) {
    checkCurrency(catalog, market.currency, "market " + inQuotes(id) + ": ", catalog.placeOf("market", id),
                  problems);
  }
  checkBreaks(catalog, problems);
}

}  // namespace configurator
