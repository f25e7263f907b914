// Rolls a product's uses up into the lines of a bill: net, waste, gross, mass and money for one product at
// the break that the order quantity reaches. Free of the origin: what importing materials costs is the
// estimate's.
#include "bom/bill.h"

#include <algorithm>
#include <compare>
#include <map>
#include <set>
#include <string_view>

#include "bom/bill_thread.h"
#include "bom/exact.h"
#include "bom/require.h"

namespace bom {

namespace {

/// What makes two uses one line; its order is the order of the lines in an assembly. Points into the uses.
struct LineKey {
  BillSection section;
  std::string_view item, placement, zone;
  bool in_product;
  auto operator<=>(const LineKey&) const = default;
};

struct LineSum {
  const Item* item = nullptr;
  Quantity net;
  Quantity mass = Quantity::fromMillionths(0, Unit::Gram);
  std::vector<const std::string*> part_ids;
};

using LineSums = std::map<std::string_view, std::map<LineKey, LineSum>>;  // by assembly

/// What a marker takes of one lot, and the net of all lines that share it.
struct LotShare {
  const LaidPacks* laid = nullptr;
  std::int64_t net_millionths = 0;  ///< metres
};

struct Pricing {
  const PriceBook* book;
  const QuantityBreak* at;
  Currency currency;
  Ratio ends, defects;
  const Consumption* consumption;
  std::map<const ClothUse*, LotShare> lots;
  std::map<const Item*, Int128> bought;  ///< millionths of the item's unit, where it has a ladder of prices
};

using Children = std::map<std::string_view, std::vector<const Assembly*>>;

Result<Children> childrenByParent(const std::vector<Assembly>& assemblies) {
  Children children;
  std::set<std::string_view> known;
  for (const Assembly& assembly : assemblies) {
    if (!known.insert(assembly.id).second) return failure("assembly '" + assembly.id + "' is there twice");
    if (!assembly.parent.empty() && !known.contains(assembly.parent)) {
      return failure("assembly '" + assembly.id + "' comes before its parent '" + assembly.parent + "'");
    }
    children[assembly.parent].push_back(&assembly);
  }
  if (children[""].size() != 1)
    return failure("a product has exactly one assembly without a parent: the product itself");
  return children;
}

Result<void> addUse(const Use& use, const PriceBook& book, std::map<LineKey, LineSum>& lines) {
  const auto found = book.items.find(use.item);
  if (found == book.items.end())
    return failure("no item '" + use.item + "' in the price book (" + use.placement + ")");
  const Item& item = found->second;
  if (use.net.unit() != item.unit) {
    return failure("item '" + item.id + "' is bought by " + std::string(unitSymbol(item.unit)) + ", but '" +
                   use.placement + "' needs it by " + std::string(unitSymbol(use.net.unit())));
  }
  const LineKey key{item.section, item.id, use.placement, use.zone, use.in_product};
  auto [at, is_new] = lines.try_emplace(key);
  LineSum& sum = at->second;
  if (is_new) {
    sum.item = &item;
    sum.net = Quantity::fromMillionths(0, item.unit);
  }
  sum.net = sum.net + use.net;
  // A use without a stated mass keeps the zero of its default unit.
  if (use.in_product && use.mass.millionths() != 0) sum.mass = sum.mass + use.mass;
  for (const std::string& id : use.part_ids) sum.part_ids.push_back(&id);
  return {};
}

/// REQUIRES uses that outlive the sums.
Result<LineSums> sumUses(const Product& product, const std::vector<Use>& threads, const PriceBook& book) {
  LineSums sums;
  for (const Assembly& assembly : product.assemblies) sums[assembly.id];
  for (const std::vector<Use>* uses : {&product.uses, &threads}) {
    for (const Use& use : *uses) {
      const auto assembly = sums.find(use.assembly);
      if (assembly == sums.end()) {
        return failure("'" + use.placement + "' of item '" + use.item + "' is in assembly '" + use.assembly +
                       "', which the product does not have");
      }
      const auto added = addUse(use, book, assembly->second);
      if (!added) return tl::unexpected(added.error());
    }
  }
  return sums;
}

const ClothUse* clothUseOf(const LineKey& key, const Item& item, const Pricing& pricing) {
  if (!item.sheet || pricing.consumption == nullptr) return nullptr;
  return findClothUse(*pricing.consumption, item.id, std::string(key.zone));
}

/// The markers that the order is cut by, with what shares each.
void addLots(const LineSums& sums, std::int64_t quantity, Pricing& pricing) {
  for (const auto& [assembly, lines] : sums) {
    for (const auto& [key, sum] : lines) {
      const ClothUse* use = clothUseOf(key, *sum.item, pricing);
      if (use == nullptr) continue;
      LotShare& share = pricing.lots[use];
      share.laid = &laidFor(*use, quantity);
      share.net_millionths = addExact(share.net_millionths, sum.net.millionths());
    }
  }
}

/// A line's part of its marker, by its net: what lies between pieces, ends of plies, defects.
std::vector<Waste> wasteOfMarker(const LotShare& lot, Quantity net) {
  const auto part = [&](std::int64_t millionths) {
    return Quantity::fromMillionths(scaleRounded(millionths, net.millionths(), lot.net_millionths),
                                    Unit::Metre);
  };
  const std::int64_t between = std::max<std::int64_t>(0, lot.laid->marker.millionths() - lot.net_millionths);
  return {{"marker", part(between)},
          {"ends", part(lot.laid->ends.millionths())},
          {"defects", part(lot.laid->defects.millionths())}};
}

/// Sheets lose what lies between the pieces, goods by the metre lose ends, counted goods lose defects.
std::vector<Waste> wasteOf(const LineKey& key, const Item& item, Quantity net, const Pricing& pricing) {
  const auto lot = pricing.lots.find(clothUseOf(key, item, pricing));
  if (lot != pricing.lots.end() && lot->second.net_millionths > 0) return wasteOfMarker(lot->second, net);
  if (item.sheet || item.unit == Unit::SquareMetre) return {{"marker", net * item.cutting_waste}};
  if (item.unit == Unit::Metre || item.unit == Unit::Gram) return {{"ends", net * pricing.ends}};
  return {{"defects", net * pricing.defects}};
}

Quantity grossOf(Quantity net, const std::vector<Waste>& waste) {
  for (const Waste& part : waste) net = net + part.amount;
  return net;
}

/// What the whole order takes of items that have a ladder of prices, all lines together. REQUIRES the lots.
void addBought(const LineSums& sums, std::int64_t quantity, Pricing& pricing) {
  for (const auto& [assembly, lines] : sums) {
    for (const auto& [key, sum] : lines) {
      if (sum.item->price_steps.empty()) continue;
      const Quantity gross = grossOf(sum.net, wasteOf(key, *sum.item, sum.net, pricing));
      pricing.bought[sum.item] += multiplyExact(gross.millionths(), quantity);
    }
  }
}

Result<Ratio> breakFactor(const Item& item, const QuantityBreak& at) {
  if (item.break_class == "fabric") return at.fabric_price_factor;
  if (item.break_class == "trim") return at.trim_price_factor;
  if (item.break_class.empty()) return item.sheet ? at.fabric_price_factor : at.trim_price_factor;
  return failure("item '" + item.id + "' has break class '" + item.break_class +
                 "'; it must be fabric or trim");
}

/// A supplier's ladder is what he asks: no factor on it. Below its first step the first one's price holds.
Result<Money> unitPrice(const Item& item, const Pricing& pricing) {
  if (item.price_steps.empty()) {
    const auto factor = breakFactor(item, *pricing.at);
    if (!factor) return tl::unexpected(factor.error());
    return convertMoney(*pricing.book, item.price, {*factor, pricing.currency, 4});
  }
  const PriceStep* reached = &item.price_steps.front();
  for (const PriceStep& step : item.price_steps)
    if (step.from.millionths() <= pricing.bought.at(&item)) reached = &step;
  return convertMoney(*pricing.book, reached->price, {Ratio::one(), pricing.currency, 4});
}

std::vector<std::string> sortedIds(std::vector<const std::string*> ids) {
  std::sort(ids.begin(), ids.end(), [](const auto* a, const auto* b) { return *a < *b; });
  ids.erase(std::unique(ids.begin(), ids.end(), [](const auto* a, const auto* b) { return *a == *b; }),
            ids.end());
  std::vector<std::string> sorted;
  sorted.reserve(ids.size());
  for (const std::string* id : ids) sorted.push_back(*id);
  return sorted;
}

Result<BillLine> makeLine(const LineKey& key, LineSum sum, const Pricing& pricing) {
  const Item& item = *sum.item;
  const auto price = unitPrice(item, pricing);
  if (!price) return tl::unexpected(price.error());

  BillLine line;
  line.item = item.id;
  line.placement = key.placement;
  line.zone = key.zone;
  line.part_ids = sortedIds(std::move(sum.part_ids));
  line.net = sum.net;
  line.waste = wasteOf(key, item, sum.net, pricing);
  line.gross = grossOf(line.net, line.waste);
  line.mass = sum.mass;
  line.unit_price = *price;
  line.extended = (*price * line.gross).rounded(4);
  line.status = weaker(item.price_provenance.status, item.mass_provenance.status);
  return line;
}

/// Writes an assembly, its lines and its sub-assemblies in tree order.
class TreeWriter {
 public:
  TreeWriter(Children children, LineSums sums, Pricing pricing)
      : children_(std::move(children)), sums_(std::move(sums)), pricing_(std::move(pricing)) {}

  Result<std::vector<BillLine>> write() {
    const auto done = writeAssembly(*children_[""].front(), {"0", 0, ""});
    if (!done) return tl::unexpected(done.error());
    return std::move(lines_);
  }

 private:
  struct Place {
    std::string number;
    int level;
    std::string parent;
  };

  /// Modules of the product are "1", "2", ...; the product's own lines "0.1", ...; everything else "3.2",
  /// "3.2.1".
  Result<void> writeAssembly(const Assembly& assembly, const Place& place) {
    const std::size_t at = lines_.size();
    BillLine head;
    head.number = place.number;
    head.level = place.level;
    head.parent = place.parent;
    head.assembly = assembly.id;
    head.is_assembly = true;
    head.placement = assembly.name;
    lines_.push_back(std::move(head));

    Quantity mass = Quantity::fromMillionths(0, Unit::Gram);
    Money extended = Money::fromMillionths(0, pricing_.currency);
    FigureStatus status = FigureStatus::Quote;
    int child = 0;
    for (auto& [key, sum] : sums_.at(assembly.id)) {
      auto line = makeLine(key, std::move(sum), pricing_);
      if (!line) return tl::unexpected(line.error());
      line->number = place.number + "." + std::to_string(++child);
      line->level = place.level + 1;
      line->parent = place.number;
      line->assembly = assembly.id;
      mass = mass + line->mass;
      extended = extended + line->extended;
      status = weaker(status, line->status);
      lines_.push_back(std::move(*line));
    }
    int module = 0;
    for (const Assembly* sub : children_[assembly.id]) {
      const std::size_t sub_at = lines_.size();
      const bool top = place.level == 0;
      const std::string number =
          top ? std::to_string(++module) : place.number + "." + std::to_string(++child);
      const auto done = writeAssembly(*sub, {number, place.level + 1, place.number});
      if (!done) return done;
      mass = mass + lines_[sub_at].mass;
      extended = extended + lines_[sub_at].extended;
      status = weaker(status, lines_[sub_at].status);
    }
    lines_[at].mass = mass;
    lines_[at].extended = extended;
    lines_[at].unit_price = Money::fromMillionths(0, pricing_.currency);
    lines_[at].status = status;
    return {};
  }

  Children children_;
  LineSums sums_;
  Pricing pricing_;
  std::vector<BillLine> lines_;
};

Result<Pricing> makePricing(const PriceBook& book, const BillRequest& request) {
  const auto ends = percentRate(book, "material-overbuy");
  if (!ends) return tl::unexpected(ends.error());
  const auto defects = percentRate(book, "production-spare-allowance");
  if (!defects) return tl::unexpected(defects.error());
  return Pricing{&book,
                 &breakFor(book.breaks, request.quantity),
                 request.currency,
                 *ends,
                 *defects,
                 request.consumption,
                 {},
                 {}};
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

Result<Bill> makeBill(const Product& product, const PriceBook& book, const BillRequest& request) {
  const auto orderable = checkOrderQuantity(request.quantity);
  if (!orderable) return tl::unexpected(orderable.error());
  auto pricing = makePricing(book, request);
  if (!pricing) return tl::unexpected(pricing.error());
  auto children = childrenByParent(product.assemblies);
  if (!children) return tl::unexpected(children.error());
  const auto threads = threadUses(product, book);
  if (!threads) return tl::unexpected(threads.error());
  auto sums = sumUses(product, *threads, book);
  if (!sums) return tl::unexpected(sums.error());
  addLots(*sums, request.quantity, *pricing);
  addBought(*sums, request.quantity, *pricing);
  auto lines = TreeWriter(std::move(*children), std::move(*sums), std::move(*pricing)).write();
  if (!lines) return tl::unexpected(lines.error());

  Bill bill;
  bill.quantity = request.quantity;
  bill.currency = request.currency;
  bill.lines = std::move(*lines);
  bill.mass = bill.lines.front().mass;
  bill.materials = bill.lines.front().extended;
  return bill;
}

}  // namespace bom
