// What an order needs of every item in every colour beside the least that is sold of it: what is left over,
// and what a small lot costs on top.
//
//   colour kept in stock      below the minimum a rest is left over; it is charged where a supplier's own
//                             offer (a price quoted or of the user) states it, else the factory keeps it
//   colour made for the order below its minimum the cheaper of
//                             surcharge of a small lot + (least lot - need, if more than 0) x price
//                             (minimum - need) x price
//   colour that nobody ordered nothing: no lot is needed
//
// The minimum is the item's moq, for colours made for the order its moq_dyed; none is stated: none holds. The
// least lot is the rate of the dyed goods, at most the minimum. Price is what the first of the lot's lines
// pays. Money is rounded to a millionth.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bom/explosion.h"

namespace bom {

/// Pieces of an order by colorway and size, spread by largest remainder over what the product says is
/// ordered; empty where it does not say.
std::vector<std::int64_t> piecesBySku(const Product& product, std::int64_t quantity);
/// Pieces of an order by colorway: sums of those by colorway and size where the product says them, else
/// spread over the colorways' pieces; evenly where they have none.
std::vector<std::int64_t> piecesByColorway(const Product& product, std::int64_t quantity);
/// `total` over `weights` by largest remainder, the earlier first where remainders are equal. REQUIRES a
/// weight above zero.
std::vector<std::int64_t> spreadByWeight(std::int64_t total, const std::vector<std::int64_t>& weights);

constexpr std::size_t kAllColorways = static_cast<std::size_t>(-1);

/// An item in one colour: where the product takes it, whatever the quantity.
struct ColorLot {
  const Item* item = nullptr;
  std::string color, srgb;          ///< empty: its colour is not chosen
  const DyedGoods* made = nullptr;  ///< made for the order; null: kept in stock
  std::string nearest;              ///< stock colour
  /// A line of the explosion that a colorway takes in this colour, or all of them (kAllColorways).
  struct Taken {
    std::size_t line, colorway;
  };
  std::vector<Taken> taken;  ///< not empty
};

/// Items in the order of their ids, colours as the bill's lines, and for each line the colorways, first name
/// them. A line has the colour of its zone. Goods that are not made in colours to order are one lot.
std::vector<ColorLot> colorLotsOf(const Product& product, const Explosion& explosion);

/// The goods of colours to order that the item is, or null where it is none.
const DyedGoods* dyedGoodsOf(const ColorBook& book, const Item& item);
/// For each line whether a colorway that is ordered takes it in a colour made for the order.
std::vector<bool> linesMadeToOrder(const Product& product, const std::vector<BillLine>& lines,
                                   const PriceBook& book);

/// The lot at one order quantity, by the gross of the mean pack where sizes are mixed. Money is of the whole
/// order.
struct MinimumOrder {
  const ColorLot* lot = nullptr;
  Quantity need, minimum;
  Quantity surplus;  ///< bought and left over
  Money cost;        ///< of surplus and surcharge, zero where nothing is charged
  std::string basis;
  /// Of the price; made for the order and below its minimum the weakest of price, surcharge and least lot.
  FigureStatus status = FigureStatus::Estimate;
};

/// One for each lot, also where the minimum is reached. Fails where the book lacks a rate.
struct MinimumOrderInput {
  const Product* product = nullptr;
  const Explosion* explosion = nullptr;
  const std::vector<ColorLot>* lots = nullptr;
  const std::vector<LinePrice>* prices = nullptr;
  std::int64_t quantity = 1;
  Currency currency;
  bool words = true;  ///< false: bases stay empty
};
Result<std::vector<MinimumOrder>> minimumOrders(const MinimumOrderInput& input);

}  // namespace bom
