#include "bom/plan/payments.h"

#include <algorithm>

#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/plan/calendar.h"
#include "bom/require.h"

namespace bom {
namespace {

constexpr std::int64_t kDaysOfYear = 365;

std::string spaced(std::string words) {
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

std::string dueText(const PaymentShare& share) {
  if (share.days == 0) return "on " + spaced(share.event);
  return std::to_string(share.days) + (share.days == 1 ? " day after " : " days after ") +
         spaced(share.event);
}

Result<std::string> dayOf(const Schedule& schedule, const std::string& event) {
  const auto found = schedule.events.find(event);
  if (found != schedule.events.end()) return found->second;
  return failure("no stage of the schedule brings about '" + event + "', which a payment waits for");
}

/// What is paid at the latest with the goods on board, and what only when they arrive.
const char* eventOfLeg(const std::string& leg) {
  for (const Leg early : {Leg::Loading, Leg::PreCarriage, Leg::ExportClearance, Leg::OriginTerminal,
                          Leg::VesselLoading, Leg::MainCarriage, Leg::Insurance})
    if (leg == legName(early)) return "shipment";
  return "arrival";
}

Result<void> addPriceRows(const PaymentTerms& terms, const Schedule& schedule, Payments& out) {
  const std::vector<Money> parts = splitPrice(out.price, terms.shares);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PaymentShare& share = terms.shares[i];
    const auto day = dayOf(schedule, share.event);
    if (!day) return tl::unexpected(day.error());
    out.rows.push_back({"price, " + formatPercent(share.share) + " %",
                        dayText(parseDay(*day).value_or(0) + share.days), parts[i], dueText(share), true,
                        false});
  }
  return {};
}

Result<void> addLegRows(const EstimateAtQuantity& at, const Schedule& schedule, Payments& out) {
  for (const CostLeg& leg : at.delivery->legs) {
    const Money amount = (leg.amount * at.quantity).roundedToMinor();
    if (leg.payer != Payer::Buyer || amount.millionths() == 0) continue;
    const std::string event = eventOfLeg(leg.id);
    const auto day = dayOf(schedule, event);
    if (!day) return tl::unexpected(day.error());
    out.rows.push_back({leg.id, *day, amount, "on " + event, false, !leg.is_cost});
  }
  return {};
}

}  // namespace

std::vector<Money> splitPrice(Money order, const std::vector<PaymentShare>& shares) {
  std::vector<Money> parts;
  Money left = order;
  for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
    parts.push_back((order * shares[i].share).roundedToMinor());
    left = left - parts.back();
  }
  if (!shares.empty()) parts.push_back(left);
  return parts;
}

Result<Payments> makePayments(const PriceBook& book, const std::string& id, const Schedule& schedule,
                              const EstimateAtQuantity& at) {
  require(at.delivery.has_value(), "payments are reckoned for a delivery");
  const auto& all = book.plan.payment_terms;
  const auto terms = id.empty() ? all.begin()
                                : std::find_if(all.begin(), all.end(),
                                               [&](const PaymentTerms& one) { return one.id == id; });
  if (terms == all.end())
    return failure(id.empty() ? "the price book has no payment terms"
                              : "no payment terms '" + id + "' in the price book");
  Payments out{terms->id, terms->name, terms->method, {}, at.order_total, {}, schedule.ends, {}};
  const auto of_price = addPriceRows(*terms, schedule, out);
  if (!of_price) return tl::unexpected(of_price.error());
  const auto of_legs = addLegRows(at, schedule, out);
  if (!of_legs) return tl::unexpected(of_legs.error());
  std::stable_sort(out.rows.begin(), out.rows.end(),
                   [](const CashRow& a, const CashRow& b) { return a.date < b.date; });
  out.total = out.tied_up = Money::fromMillionths(0, at.order_total.currency());
  for (const CashRow& row : out.rows) {
    out.total = out.total + row.amount;
    if (row.date <= out.in_market) out.tied_up = out.tied_up + row.amount;
  }
  return out;
}

Money financeCost(const Payments& payments, Ratio per_year) {
  const int end = parseDay(payments.in_market).value_or(0);
  Int128 money_days = 0;
  for (const CashRow& row : payments.rows) {
    const int days = std::max(0, end - parseDay(row.date).value_or(end));
    money_days += multiplyExact(row.amount.millionths(), days);
  }
  return Money::fromMillionths(divideRounded(multiplyExact(money_days, per_year.billionths()),
                                             static_cast<Int128>(kBillion) * kDaysOfYear),
                               payments.total.currency());
}

}  // namespace bom
