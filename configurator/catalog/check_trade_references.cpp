// References of delivery terms, freight lanes and import rules: rates, countries, other terms.
#include <string>
#include <vector>

#include "configurator/catalog/check_references.h"
#include "configurator/catalog/in_quotes.h"
#include "configurator/catalog/trade_keys.h"

namespace configurator {
namespace {

struct TradeRow {
  const Catalog& catalog;
  Problems& problems;
  std::string kind, key;

  void say(const std::string& what) const {
    problems.add(catalog.placeOf(kind, key), kind + " " + inQuotes(key) + ": " + what);
  }
  template <typename Known>
  void expectKnown(const std::vector<std::string>& countries, const Known& known, const char* what) const {
    for (const std::string& country : countries)
      if (known.count(country) == 0) say(what + inQuotes(country) + " is unknown");
  }
  /// Of rows that hold from some origins in some markets.
  void expectCountries(const std::vector<std::string>& origins,
                       const std::vector<std::string>& markets) const {
    expectKnown(origins, catalog.prices.origins, "origin ");
    expectKnown(markets, catalog.prices.markets, "market ");
  }
};

}  // namespace

void checkTradeReferences(const Catalog& catalog, Problems& problems) {
  if (catalog.prices.markets.empty()) return;  // that is said once, where a program needs them
  const bom::PriceBook& book = catalog.prices;
  const auto row = [&](const char* kind, std::string key) {
    return TradeRow{catalog, problems, kind, std::move(key)};
  };
  for (const auto& [id, term] : book.incoterms)
    if (!term.instead.empty() && book.incoterms.count(term.instead) == 0)
      row("incoterm", id).say("the term " + inQuotes(term.instead) + " that it names instead is unknown");
  for (const bom::Lane& lane : book.lanes) {
    const TradeRow at = row("lane", laneKey(lane));
    at.expectCountries(lane.origins, lane.markets);
    if (book.rates.count(lane.rate) == 0) at.say("rate " + inQuotes(lane.rate) + " is unknown");
  }
  for (const bom::ImportFee& fee : book.import_fees) {
    const TradeRow at = row("fee", feeKey(fee));
    at.expectCountries({}, {fee.market});
    for (const bom::Money limit : {fee.least, fee.most}) {
      const std::string code(limit.currency().code());
      if (code != "USD" && book.exchange.count(code) == 0)
        at.say("currency " + inQuotes(code) + " has no exchange rate");
    }
  }
  for (const bom::Preference& one : book.preferences)
    row("preference", dutyKey(one)).expectCountries(one.origins, one.markets);
  for (const bom::ExtraDuty& one : book.extra_duties)
    row("extra-duty", dutyKey(one)).expectCountries(one.origins, one.markets);
  for (const bom::VatRule& rule : book.vat_rules)
    row("vat-rule", rule.market).expectCountries({}, {rule.market});
}

}  // namespace configurator
