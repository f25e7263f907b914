// Random price books, much wilder than the catalog: every kind of item, break, rate and rule of trade.
#pragma once

#include "bom/price_book.h"
#include "tests/oracle/dice.h"

bom::PriceBook makeRandomBook(Dice& dice);

/// The part that brings goods to a market: terms, lanes, markets, duties, fees, VAT and their rates.
void addRandomTrade(Dice& dice, bom::PriceBook& book);
/// Colours, sampling tables and tests.
void addRandomQuality(Dice& dice, bom::PriceBook& book);

/// A rate whose typical value is between low and high.
struct RateRange {
  const char* id;
  const char* unit;
  double low = 0, high = 0;
  int decimals = 2;
};
void addRandomRate(Dice& dice, bom::PriceBook& book, const RateRange& range);

/// Ids that the random book has: origins, markets, currencies besides the dollar.
const std::vector<std::string>& oracleOrigins();
const std::vector<std::string>& oracleMarkets();
const std::vector<std::string>& oracleCurrencies();
