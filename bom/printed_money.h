// Money as unit lines print it: 4 decimals, rounded half away from zero once, from the exact product or
// quotient. Rounding to a millionth on the way would move one line in two hundred by its last digit.
#pragma once

#include <cstdint>

#include "bom/money.h"
#include "bom/price_book.h"
#include "bom/quantity.h"
#include "bom/ratio.h"
#include "bom/result.h"

namespace bom {

/// `whole` x `share` / `rest`. REQUIRES rest > 0.
Money printedShare(Money whole, Ratio share, Ratio rest = Ratio::one());
/// Price per unit times quantity.
Money printedProduct(Money unit_price, Quantity quantity);
/// `total` spread over so many pieces. REQUIRES over > 0.
Money printedPart(Money total, std::int64_t over);

/// What is made of a figure before it is printed.
struct Spread {
  Ratio factor = Ratio::one();
  std::int64_t over = 1;  ///< pieces, > 0
  Currency currency;
};
/// `money` x factor / pieces in another currency, through US dollars. Fails where convertMoney does.
Result<Money> printedSpread(const PriceBook& book, Money money, const Spread& spread);

}  // namespace bom
