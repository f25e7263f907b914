// Everything that turns amounts into money: items, operations, origins, breaks, rates, exchange rates,
// stitches.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "bom/color_book.h"
#include "bom/delivery/trade_rules.h"
#include "bom/item.h"
#include "bom/plan/plan_book.h"
#include "bom/quality/quality_book.h"
#include "bom/result.h"

namespace bom {

/// The largest order a bill or an estimate is made for: beyond it money in small currencies would not fit in
/// 64 bits.
constexpr std::int64_t kMostPieces = 1'000'000;

struct PriceBook {
  std::map<std::string, Item> items;
  std::map<std::string, Operation> operations;
  std::map<std::string, Origin> origins;
  std::map<std::string, Market> markets;
  std::vector<QuantityBreak> breaks;  ///< ascending quantity, not empty
  std::map<std::string, Rate> rates;
  std::map<std::string, ExchangeRate> exchange;
  std::map<std::string, Supplier> suppliers;
  std::map<std::string, StitchType> stitches;
  std::map<std::string, SeamClass> seam_classes;
  std::map<std::string, Incoterm> incoterms;
  std::vector<Lane> lanes;  ///< in the order of the catalog: the first that fits holds
  std::vector<ImportFee> import_fees;
  std::vector<Preference> preferences;
  std::vector<ExtraDuty> extra_duties;
  std::vector<VatRule> vat_rules;
  QualityBook quality;
  ColorBook colors;
  PlanBook plan;
};

/// What one US dollar is in `currency`. Fails when the book has no rate for it; US dollars need none.
Result<Ratio> perDollar(const PriceBook& book, Currency currency);
/// `money` x `factor` in `currency`, through US dollars, rounded once to `decimals`.
struct Conversion {
  Ratio factor = Ratio::one();
  Currency currency;
  int decimals = 4;
};
Result<Money> convertMoney(const PriceBook& book, Money money, const Conversion& conversion);

/// The rate `id`. Fails when the book lacks it; the message names it.
Result<Rate> findRate(const PriceBook& book, const std::string& id);
/// The typical value of a rate whose unit is a percentage. Fails when missing or when its unit has no '%'.
Result<Ratio> percentRate(const PriceBook& book, const std::string& id);
/// The typical value of a rate in money; the currency is the first code in its unit that the book exchanges,
/// else US dollars.
Result<Money> moneyRate(const PriceBook& book, const std::string& id);

}  // namespace bom
