#include "bom/minimum_order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "bom/cie_lab.h"
#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/require.h"

namespace bom {

namespace {

constexpr const char* kSmallLot = "below-moq-surcharge-dye";

struct NearestColor {
  const StockColor* color = nullptr;
  double difference = 0;
};

/// The stock colours with their place in the colour space, and what was looked up once.
class ShadeCard {
 public:
  explicit ShadeCard(const ColorBook& book) : book_(book) {
    for (const StockColor& color : book.stock) labs_.push_back(labOf(color.srgb));
  }

  const NearestColor& nearest(const std::string& goods, const std::string& srgb) {
    const auto [at, is_new] = found_.try_emplace({goods, srgb});
    if (is_new) at->second = search(goods, labOf(srgb));
    return at->second;
  }

  bool isInStock(const std::string& goods, const std::string& srgb) {
    const NearestColor& stock = nearest(goods, srgb);
    return stock.color != nullptr && stock.difference <= book_.tolerance;
  }

 private:
  NearestColor search(const std::string& goods, const std::array<double, 3>& lab) const {
    NearestColor nearest;
    for (std::size_t i = 0; i < labs_.size(); ++i) {
      const StockColor& color = book_.stock[i];
      if (std::find(color.goods.begin(), color.goods.end(), goods) == color.goods.end()) continue;
      const double difference = std::hypot(labs_[i][0] - lab[0], labs_[i][1] - lab[1], labs_[i][2] - lab[2]);
      if (nearest.color == nullptr || difference < nearest.difference) nearest = {&color, difference};
    }
    return nearest;
  }

  const ColorBook& book_;
  std::vector<std::array<double, 3>> labs_;
  std::map<std::pair<std::string, std::string>, NearestColor> found_;
};

const ColorwayColor* colorIn(const Colorway& colorway, const std::string& zone) {
  if (zone.empty()) return nullptr;
  for (const ColorwayColor& color : colorway.colors)
    if (color.zone == zone) return &color;
  return nullptr;
}

/// Collects the lots of one item.
class LotsOfItem {
 public:
  LotsOfItem(const Item& item, const ColorBook& book, ShadeCard& card, const Product& product)
      : item_(item), card_(card), product_(product), goods_(dyedGoodsOf(book, item)) {}

  void take(std::size_t line, const std::string& zone) {
    if (goods_ == nullptr || product_.colorways.empty()) return takeAs(line, kAllColorways, nullptr);
    for (std::size_t i = 0; i < product_.colorways.size(); ++i)
      takeAs(line, i, colorIn(product_.colorways[i], zone));
  }

  void appendTo(std::vector<ColorLot>& lots) {
    for (ColorLot& lot : lots_) lots.push_back(std::move(lot));
  }

 private:
  /// A lot is one colour: the lines of all zones that have it, each with the colorways that colour it so.
  void takeAs(std::size_t line, std::size_t colorway, const ColorwayColor* color) {
    const std::string srgb = color == nullptr ? "" : color->srgb;
    for (ColorLot& lot : lots_) {
      if (lot.srgb != srgb) continue;
      add(lot, line, colorway);
      return;
    }
    lots_.push_back(newLot(color));
    add(lots_.back(), line, colorway);
  }

  void add(ColorLot& lot, std::size_t line, std::size_t colorway) { lot.taken.push_back({line, colorway}); }

  ColorLot newLot(const ColorwayColor* color) {
    ColorLot lot;
    lot.item = &item_;
    if (color == nullptr) return lot;
    lot.srgb = color->srgb;
    lot.color = color->name.empty() ? color->srgb : color->name;
    const NearestColor& nearest = card_.nearest(goods_->goods, color->srgb);
    if (nearest.color != nullptr) lot.nearest = nearest.color->name;
    if (!card_.isInStock(goods_->goods, color->srgb)) lot.made = goods_;
    return lot;
  }

  const Item& item_;
  ShadeCard& card_;
  const Product& product_;
  const DyedGoods* goods_;
  std::vector<ColorLot> lots_;
};

std::string sizeText(Quantity quantity) {
  return formatRounded(quantity.millionths(), 6, 1) + " " + std::string(unitSymbol(quantity.unit()));
}

std::string orderMoneyText(Money money) {
  return formatScaled(money.rounded(2).millionths(), 6, 2) + " " + std::string(money.currency().code());
}

Quantity lackTo(Quantity enough, Quantity need) {
  return need < enough ? enough - need : Quantity::fromMillionths(0, need.unit());
}

/// Rates that lots made for the order are charged by, in the currency asked.
struct LotCharges {
  Money small_lot;
  FigureStatus status = FigureStatus::Estimate;
};

Result<LotCharges> lotCharges(const PriceBook& book, Currency currency) {
  const auto rate = findRate(book, kSmallLot);
  if (!rate) return tl::unexpected(rate.error());
  const auto money = moneyRate(book, kSmallLot);
  if (!money) return tl::unexpected(money.error());
  const auto own = convertMoney(book, *money, {Ratio::one(), currency, 6});
  if (!own) return tl::unexpected(own.error());
  return LotCharges{*own, rate->provenance.status};
}

class MinimumPricing {
 public:
  MinimumPricing(const MinimumOrderInput& input, const LotCharges& charges)
      : input_(input), charges_(charges), pieces_(piecesByColorway(*input.product, input.quantity)) {}

  Result<MinimumOrder> of(const ColorLot& lot) const {
    MinimumOrder order;
    order.lot = &lot;
    order.need = needOf(lot);
    // A minimum that is not stated has no unit of its own.
    const Quantity least = lot.made != nullptr ? lot.item->moq_dyed : lot.item->moq;
    order.minimum = Quantity::fromMillionths(least.millionths(), lot.item->unit);
    // A colour that nobody ordered needs no lot.
    const bool is_needed = order.need.millionths() > 0;
    order.surplus = lackTo(is_needed ? order.minimum : order.need, order.need);
    order.cost = Money::fromMillionths(0, input_.currency);
    order.status = weaker(lot.item->price_provenance.status, lot.item->moq_provenance.status);
    if (order.surplus.millionths() == 0) return order;
    if (lot.made == nullptr) {
      leftOver(order);
      return order;
    }
    const auto done = madeToOrder(order);
    if (!done) return tl::unexpected(done.error());
    return order;
  }

 private:
  Quantity needOf(const ColorLot& lot) const {
    Quantity need = Quantity::fromMillionths(0, lot.item->unit);
    for (const auto& [line, colorway] : lot.taken) {
      const std::int64_t pieces = colorway == kAllColorways ? input_.quantity : pieces_[colorway];
      need = need + (*input_.prices)[line].gross * pieces;
    }
    return need;
  }

  Money priceOf(const MinimumOrder& order) const {
    return (*input_.prices)[order.lot->taken.front().line].unit_price;
  }

  void leftOver(MinimumOrder& order) const {
    const FigureStatus minimum = order.lot->item->moq_provenance.status;
    const bool is_offer = minimum == FigureStatus::Quote || minimum == FigureStatus::User;
    if (is_offer) order.cost = priceOf(order) * order.surplus;
    if (!input_.words) return;
    order.basis = "the order needs " + sizeText(order.need) + " of at least " + sizeText(order.minimum) +
                  (is_offer ? "; the rest is paid" : "; the factory keeps the rest");
  }

  Result<void> madeToOrder(MinimumOrder& order) const {
    const auto least = findRate(*input_.explosion->book, order.lot->made->least_lot);
    if (!least) return tl::unexpected(least.error());
    const Quantity lot = Quantity::fromMillionths(
        std::min(least->typical_millionths, order.minimum.millionths()), order.need.unit());
    const Quantity rest = lackTo(lot, order.need);
    const Money small = charges_.small_lot + priceOf(order) * rest;
    const Money full = priceOf(order) * order.surplus;
    const bool takes_small = small < full;
    order.cost = takes_small ? small : full;
    order.status = weaker(weaker(order.status, charges_.status), least->provenance.status);
    if (takes_small) order.surplus = rest;
    if (!input_.words) return {};
    order.basis =
        "the order needs " + sizeText(order.need) + ", made in a colour from " + sizeText(order.minimum) +
        ": " +
        (takes_small ? "a small lot costs " + orderMoneyText(charges_.small_lot) + " more, " +
                           sizeText(rest) + " of the least lot of " + sizeText(lot) + " are left over"
                     : sizeText(order.surplus) + " are left over") +
        (order.lot->nearest.empty()
             ? ""
             : "; the nearest stock colour, " + order.lot->nearest + ", costs nothing more");
    return {};
  }

  const MinimumOrderInput& input_;
  const LotCharges& charges_;
  std::vector<std::int64_t> pieces_;
};

}  // namespace

std::vector<std::int64_t> spreadByWeight(std::int64_t total, const std::vector<std::int64_t>& weights) {
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  require(sum > 0, "something has a weight");
  std::vector<std::int64_t> parts;
  std::vector<std::pair<std::int64_t, std::size_t>> remainders;  // negative: the largest sorts first
  std::int64_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Int128 product = multiplyExact(total, weights[i]);
    parts.push_back(static_cast<std::int64_t>(product / sum));
    remainders.emplace_back(-static_cast<std::int64_t>(product % sum), i);
    given += parts.back();
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; given < total; ++i, ++given) ++parts[remainders[i].second];
  return parts;
}

std::vector<std::int64_t> piecesBySku(const Product& product, std::int64_t quantity) {
  std::vector<std::int64_t> weights;
  for (const SkuOrder& sku : product.skus) weights.push_back(sku.pieces);
  const bool any = std::any_of(weights.begin(), weights.end(), [](std::int64_t one) { return one > 0; });
  return any ? spreadByWeight(quantity, weights) : std::vector<std::int64_t>();
}

std::vector<std::int64_t> piecesByColorway(const Product& product, std::int64_t quantity) {
  if (product.colorways.empty()) return {};
  if (const auto by_sku = piecesBySku(product, quantity); !by_sku.empty()) {
    std::vector<std::int64_t> pieces(product.colorways.size(), 0);
    for (std::size_t i = 0; i < by_sku.size(); ++i) {
      for (std::size_t k = 0; k < product.colorways.size(); ++k)
        if (product.colorways[k].code == product.skus[i].colorway) pieces[k] += by_sku[i];
    }
    return pieces;
  }
  std::vector<std::int64_t> weights;
  std::int64_t all = 0;
  for (const Colorway& colorway : product.colorways) {
    weights.push_back(colorway.pieces);
    all += colorway.pieces;
  }
  if (all == 0) weights.assign(weights.size(), 1);
  return spreadByWeight(quantity, weights);
}

std::vector<ColorLot> colorLotsOf(const Product& product, const Explosion& explosion) {
  ShadeCard card(explosion.book->colors);
  std::map<std::string, LotsOfItem> by_item;
  for (std::size_t i = 0; i < explosion.lines.size(); ++i) {
    const Item* item = explosion.sources[i].item;
    if (item == nullptr) continue;
    by_item.try_emplace(item->id, *item, explosion.book->colors, card, product)
        .first->second.take(i, explosion.lines[i].zone);
  }
  std::vector<ColorLot> lots;
  for (auto& [id, item] : by_item) item.appendTo(lots);
  return lots;
}

const DyedGoods* dyedGoodsOf(const ColorBook& book, const Item& item) {
  for (const DyedGoods& goods : book.dyed)
    if (goods.section == item.section) return &goods;
  return nullptr;
}

std::vector<bool> linesMadeToOrder(const Product& product, const std::vector<BillLine>& lines,
                                   const PriceBook& book) {
  std::vector<bool> made(lines.size(), false);
  if (product.colorways.empty()) return made;
  // Where nothing is said, all colorways are ordered.
  const auto pieces =
      piecesByColorway(product, static_cast<std::int64_t>(product.colorways.size()) * kMostPieces);
  ShadeCard card(book.colors);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto item = book.items.find(lines[i].item);
    const DyedGoods* goods = item == book.items.end() ? nullptr : dyedGoodsOf(book.colors, item->second);
    for (std::size_t k = 0; goods != nullptr && k < product.colorways.size(); ++k) {
      const ColorwayColor* color = colorIn(product.colorways[k], lines[i].zone);
      if (pieces[k] > 0 && color != nullptr && !card.isInStock(goods->goods, color->srgb)) made[i] = true;
    }
  }
  return made;
}

Result<std::vector<MinimumOrder>> minimumOrders(const MinimumOrderInput& input) {
  const bool any_made = std::any_of(input.lots->begin(), input.lots->end(),
                                    [](const ColorLot& lot) { return lot.made != nullptr; });
  const auto charges = any_made ? lotCharges(*input.explosion->book, input.currency) : LotCharges{};
  if (!charges) return tl::unexpected(charges.error());
  const MinimumPricing pricing(input, *charges);
  std::vector<MinimumOrder> orders;
  for (const ColorLot& lot : *input.lots) {
    auto order = pricing.of(lot);
    if (!order) return tl::unexpected(order.error());
    orders.push_back(std::move(*order));
  }
  return orders;
}

}  // namespace bom
