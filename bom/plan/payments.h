// When the buyer pays what: the shares of the price as the payment terms say, then the buyer's own legs of
// the journey and what customs take. Exact: the shares add up to the price to the last digit.
#pragma once

#include <string>
#include <vector>

#include "bom/estimate.h"
#include "bom/plan/plan_book.h"
#include "bom/plan/schedule.h"
#include "bom/result.h"

namespace bom {

/// One payment of the buyer for the whole order, rounded to the currency's minor unit.
struct CashRow {
  std::string what;  ///< "price, 30 %" or the name of a leg
  std::string date;  ///< YYYY-MM-DD
  Money amount;
  std::string basis;         ///< "on order", "7 days after bill of lading" ...
  bool of_price = false;     ///< a share of what the seller is paid
  bool recoverable = false;  ///< a VAT that the buyer gets back later
};

struct Payments {
  std::string id, name, method;  ///< of the terms
  std::vector<CashRow> rows;     ///< by day
  Money price, total;            ///< sums of the printed rows: of the seller's price, of all
  std::string in_market;         ///< the last day of the schedule
  Money tied_up;                 ///< paid until then: the most that is out before the first pack can be sold
};

/// `order` x shares; the last takes the remainder. REQUIRES shares that add up to 100 %.
std::vector<Money> splitPrice(Money order, const std::vector<PaymentShare>& shares);

/// Terms `id`, the book's first when empty. Fails on unknown terms and where the schedule lacks an event that
/// money waits for. REQUIRES a delivery.
Result<Payments> makePayments(const PriceBook& book, const std::string& id, const Schedule& schedule,
                              const EstimateAtQuantity& at);

/// Simple interest on every payment from its day until the goods are in the market:
///   sum of amount x days x `per_year` / 365, rounded once to a millionth
Money financeCost(const Payments& payments, Ratio per_year);

}  // namespace bom
