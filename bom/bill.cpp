// Prices an exploded product: waste, gross and money of each line at the break that the order quantity
// reaches. Free of the origin: what importing materials costs is the estimate's.
#include "bom/bill.h"

#include <array>
#include <map>

#include "bom/exact.h"
#include "bom/explosion.h"
#include "bom/printed_money.h"
#include "bom/require.h"

namespace bom {

namespace {

struct WastePart {
  const char* reason = nullptr;
  Quantity amount;
};
/// At most three reasons; unused ones have none.
using WasteParts = std::array<WastePart, 3>;

/// What prices and wastes of every line depend on.
struct LinePricing {
  const Explosion* explosion;
  const QuantityBreak* at;
  Currency currency;
  std::vector<const LaidPacks*> laid;    ///< of each lot
  std::map<const Item*, Int128> bought;  ///< millionths of the item's unit, where it has a ladder of prices
  std::vector<Money> prices;             ///< of the explosion's items
};

/// A line's part of its marker, by its net: what lies between pieces, ends of plies, defects.
WasteParts wasteOfMarker(const LaidPacks& laid, const ClothShare& lot, Quantity net) {
  const auto part = [&](std::int64_t millionths) {
    return Quantity::fromMillionths(scaleRounded(millionths, net.millionths(), lot.net_millionths),
                                    Unit::Metre);
  };
  const std::int64_t between = std::max<std::int64_t>(0, laid.marker.millionths() - lot.net_millionths);
  return {WastePart{"marker", part(between)},
          {"ends", part(laid.ends.millionths())},
          {"defects", part(laid.defects.millionths())}};
}

/// Sheets lose what lies between the pieces, goods by the metre lose ends, counted goods lose defects.
WasteParts wasteOf(const LinePricing& pricing, std::size_t index) {
  const Explosion& explosion = *pricing.explosion;
  const LineSource& source = explosion.sources[index];
  const Quantity net = source.net;
  if (source.lot != kNoLine && explosion.lots[source.lot].net_millionths > 0)
    return wasteOfMarker(*pricing.laid[source.lot], explosion.lots[source.lot], net);
  const Item& item = *source.item;
  if (item.sheet || item.unit == Unit::SquareMetre)
    return {WastePart{"cutting", net * item.cutting_waste}, {}, {}};
  if (item.unit == Unit::Metre || item.unit == Unit::Gram)
    return {WastePart{"ends", net * explosion.ends}, {}, {}};
  return {WastePart{"defects", net * explosion.defects}, {}, {}};
}

Quantity grossOf(const LinePricing& pricing, std::size_t index) {
  Quantity gross = pricing.explosion->sources[index].net;
  for (const WastePart& waste : wasteOf(pricing, index)) {
    if (waste.reason != nullptr) gross = gross + waste.amount;
  }
  return gross;
}

/// A supplier's ladder is what he asks: no factor on it. Below its first step the first one's price holds.
Result<Money> unitPrice(const LinePricing& pricing, const LineSource& source) {
  const Item& item = *source.item;
  const PriceBook& book = *pricing.explosion->book;
  if (item.price_steps.empty()) {
    const Ratio factor =
        source.takes_trim_break ? pricing.at->trim_price_factor : pricing.at->fabric_price_factor;
    return convertMoney(book, item.price, {factor, pricing.currency, 4});
  }
  const PriceStep* reached = &item.price_steps.front();
  for (const PriceStep& step : item.price_steps)
    if (step.from.millionths() <= pricing.bought.at(&item)) reached = &step;
  return convertMoney(book, reached->price, {Ratio::one(), pricing.currency, 4});
}

/// With what the whole order takes of items that have a ladder of prices, all lines together; each item is
/// priced once.
Result<LinePricing> linePricing(const Explosion& explosion, std::int64_t quantity, Currency currency) {
  LinePricing pricing{&explosion, &breakFor(explosion.book->breaks, quantity), currency, {}, {}, {}};
  for (const ClothShare& lot : explosion.lots) pricing.laid.push_back(&laidFor(*lot.use, quantity));
  for (const std::size_t line : explosion.stepped) {
    pricing.bought[explosion.sources[line].item] +=
        multiplyExact(grossOf(pricing, line).millionths(), quantity);
  }
  pricing.prices.resize(explosion.items.size());
  std::vector<bool> is_priced(explosion.items.size(), false);
  for (const LineSource& source : explosion.sources) {
    if (source.item == nullptr || is_priced[source.priced]) continue;
    const auto price = unitPrice(pricing, source);
    if (!price) return tl::unexpected(price.error());
    pricing.prices[source.priced] = *price;
    is_priced[source.priced] = true;
  }
  return pricing;
}

LinePrice priceLine(const LinePricing& pricing, std::size_t index) {
  LinePrice price;
  price.gross = grossOf(pricing, index);
  price.unit_price = pricing.prices[pricing.explosion->sources[index].priced];
  price.extended = printedProduct(price.unit_price, price.gross);
  return price;
}

std::vector<Waste> wasteList(const WasteParts& parts) {
  std::vector<Waste> list;
  for (const WastePart& part : parts) {
    if (part.reason != nullptr) list.push_back({part.reason, part.amount});
  }
  return list;
}

}  // namespace

const QuantityBreak& breakFor(const std::vector<QuantityBreak>& breaks, std::int64_t quantity) {
  require(!breaks.empty(), "there are no quantity breaks");
  const QuantityBreak* reached = &breaks.front();
  for (const QuantityBreak& candidate : breaks) {
    if (candidate.quantity <= quantity) reached = &candidate;
  }
  return *reached;
}

Result<void> checkOrderQuantity(std::int64_t quantity) {
  if (quantity < 1) return failure("an order has at least one piece, not " + std::to_string(quantity));
  if (quantity <= kMostPieces) return {};
  return failure("an order has at most " + std::to_string(kMostPieces) + " pieces, not " +
                 std::to_string(quantity));
}

Result<std::vector<LinePrice>> priceLines(const Explosion& explosion, std::int64_t quantity,
                                          Currency currency) {
  const auto pricing = linePricing(explosion, quantity, currency);
  if (!pricing) return tl::unexpected(pricing.error());
  LinePrice nothing;
  nothing.unit_price = nothing.extended = Money::fromMillionths(0, currency);
  std::vector<LinePrice> prices(explosion.lines.size(), nothing);
  // From the last line up: what is below an assembly comes after it.
  for (std::size_t i = prices.size(); i-- > 0;) {
    const LineSource& source = explosion.sources[i];
    if (source.item != nullptr) prices[i] = priceLine(*pricing, i);
    if (source.parent != kNoLine)
      prices[source.parent].extended = prices[source.parent].extended + prices[i].extended;
  }
  return prices;
}

Result<Bill> billOf(const Explosion& explosion, std::int64_t quantity, Currency currency) {
  const auto orderable = checkOrderQuantity(quantity);
  if (!orderable) return tl::unexpected(orderable.error());
  const auto prices = priceLines(explosion, quantity, currency);
  if (!prices) return tl::unexpected(prices.error());
  const auto pricing = linePricing(explosion, quantity, currency);
  if (!pricing) return tl::unexpected(pricing.error());
  Bill bill;
  bill.quantity = quantity;
  bill.currency = currency;
  bill.lines = explosion.lines;
  for (std::size_t i = 0; i < bill.lines.size(); ++i) {
    BillLine& line = bill.lines[i];
    line.unit_price = (*prices)[i].unit_price;
    line.extended = (*prices)[i].extended;
    if (line.is_assembly) continue;
    line.gross = (*prices)[i].gross;
    line.waste = wasteList(wasteOf(*pricing, i));
  }
  bill.mass = bill.lines.front().mass;
  bill.materials = bill.lines.front().extended;
  return bill;
}

Result<Bill> makeBill(const Product& product, const PriceBook& book, const BillRequest& request) {
  const auto orderable = checkOrderQuantity(request.quantity);
  if (!orderable) return tl::unexpected(orderable.error());
  const auto explosion = explode(product, book, request.consumption);
  if (!explosion) return tl::unexpected(explosion.error());
  return billOf(*explosion, request.quantity, request.currency);
}

}  // namespace bom
