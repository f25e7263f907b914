#include "bom/plan/ownership.h"

#include <algorithm>

#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/printed_money.h"
#include "bom/require.h"

namespace bom {
namespace {

struct ShareOfLanded {
  const char* id;
  const char* name;
  const char* rate;
};
constexpr ShareOfLanded kSharesOfLanded[] = {{"warehousing", "warehousing", "warehousing"},
                                             {"after-sales", "warranty and after-sales", "after-sales"},
                                             {"defects", "cost of defects", "defects-sold"}};

Ratio percentOfMillionths(std::int64_t millionths) {
  return Ratio::fromPercentMillionths(millionths);
}

int scoreOf(const Item& item) {
  const auto abrasion = item.properties.find("abrasion"), uv = item.properties.find("uv");
  if (abrasion == item.properties.end() || uv == item.properties.end()) return -1;
  return std::min(abrasion->second, uv->second);
}

const Item* weakestOf(const Product& product, const PriceBook& book, BillSection section) {
  const Item* weakest = nullptr;
  for (const Use& use : product.uses) {
    const auto item = book.items.find(use.item);
    if (!use.in_product || item == book.items.end() || item->second.section != section) continue;
    if (scoreOf(item->second) < 0) continue;
    if (weakest == nullptr || scoreOf(item->second) < scoreOf(*weakest)) weakest = &item->second;
  }
  return weakest;
}

Money perYear(Money money, std::int64_t years_millionths) {
  return Money::fromMillionths(scaleRounded(money.millionths(), kMillion, years_millionths), money.currency())
      .rounded(4);
}

Result<void> addRateLines(const PriceBook& book, Money landed, Ownership& out) {
  for (const ShareOfLanded& one : kSharesOfLanded) {
    const auto rate = findRate(book, one.rate);
    if (!rate) return tl::unexpected(rate.error());
    const auto part = [&](std::int64_t percent_millionths) {
      return printedShare(landed, percentOfMillionths(percent_millionths));
    };
    out.lines.push_back({one.id, one.name, part(rate->low_millionths), part(rate->typical_millionths),
                         part(rate->high_millionths),
                         formatScaled(rate->typical_millionths, 6) + " % of landed",
                         rate->provenance.status});
  }
  return {};
}

Result<void> addFinanceLine(const PriceBook& book, const Payments& payments, std::int64_t quantity,
                            Ownership& out) {
  const auto rate = findRate(book, "finance-rate");
  if (!rate) return tl::unexpected(rate.error());
  const auto part = [&](std::int64_t percent_millionths) {
    return printedPart(financeCost(payments, percentOfMillionths(percent_millionths)), quantity);
  };
  out.lines.push_back({"finance", "finance until in the market", part(rate->low_millionths),
                       part(rate->typical_millionths), part(rate->high_millionths),
                       formatScaled(rate->typical_millionths, 6) + " % a year on payments until " +
                           payments.in_market + ", simple interest",
                       rate->provenance.status});
  return {};
}

Result<void> addLife(const Product& product, const PriceBook& book, Ownership& out) {
  const Item* item = weakestOuterItem(product, book);
  if (item == nullptr) return {};
  const int score = scoreOf(*item);
  const auto& lives = book.plan.lives;
  const auto life =
      std::find_if(lives.begin(), lives.end(), [&](const LifeRow& row) { return row.score == score; });
  if (life == lives.end())
    return failure("the price book has no life for materials of score " + std::to_string(score));
  out.material = item->id;
  out.score = score;
  out.life_low_millionths = life->low_millionths;
  out.life_millionths = life->typical_millionths;
  out.life_high_millionths = life->high_millionths;
  const Money landed = out.lines.front().typical;
  out.landed_per_year = perYear(landed, life->typical_millionths);
  out.total_per_year = perYear(out.typical, life->typical_millionths);
  out.per_year_low = perYear(landed, life->high_millionths);
  out.per_year_high = perYear(landed, life->low_millionths);
  return {};
}

}  // namespace

const Item* weakestOuterItem(const Product& product, const PriceBook& book) {
  const Item* shell = weakestOf(product, book, BillSection::Shell);
  return shell != nullptr ? shell : weakestOf(product, book, BillSection::Mesh);
}

Result<Ownership> makeOwnership(const Product& product, const PriceBook& book, const EstimateAtQuantity& at,
                                const Payments& payments) {
  require(at.delivery.has_value(), "ownership begins with a landed cost");
  const Money landed = at.delivery->landed;
  Ownership out;
  out.lines.push_back({"landed", "landed", landed, landed, landed, "to the buyer's door"});
  const auto shares = addRateLines(book, landed, out);
  if (!shares) return tl::unexpected(shares.error());
  const auto finance = addFinanceLine(book, payments, at.quantity, out);
  if (!finance) return tl::unexpected(finance.error());
  out.low = out.typical = out.high = Money::fromMillionths(0, landed.currency());
  for (const OwnershipLine& line : out.lines) {
    out.low = out.low + line.low;
    out.typical = out.typical + line.typical;
    out.high = out.high + line.high;
  }
  const auto lived = addLife(product, book, out);
  if (!lived) return tl::unexpected(lived.error());
  return out;
}

}  // namespace bom
