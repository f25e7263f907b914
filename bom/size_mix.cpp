#include "bom/size_mix.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "bom/bill_thread.h"
#include "bom/exact.h"
#include "bom/minimum_order.h"
#include "bom/require.h"

namespace bom {

namespace {

std::int64_t sumOf(const std::vector<std::int64_t>& pieces) {
  std::int64_t sum = 0;
  for (const std::int64_t one : pieces) sum += one;
  return sum;
}

using UseKey = std::tuple<std::string, std::string, std::string, std::string, bool>;

/// Sums of millionths over the packs of an order, in the order in which they were met.
class UseMeans {
 public:
  void take(const Use& use, std::int64_t pieces) {
    const UseKey key{use.item, use.assembly, use.placement, use.zone, use.in_product};
    const auto [at, is_new] = places_.try_emplace(key, sums_.size());
    if (is_new) {
      sums_.push_back({use, 0, 0});
      sums_.back().use.part_ids.clear();
    }
    Sum& sum = sums_[at->second];
    sum.net += multiplyExact(use.net.millionths(), pieces);
    sum.mass += multiplyExact(use.mass.millionths(), pieces);
    sum.use.part_ids.insert(sum.use.part_ids.end(), use.part_ids.begin(), use.part_ids.end());
  }

  std::vector<Use> means(std::int64_t packs) {
    std::vector<Use> uses;
    for (Sum& sum : sums_) {
      sum.use.net = Quantity::fromMillionths(divideRounded(sum.net, packs), sum.use.net.unit());
      sum.use.mass = Quantity::fromMillionths(divideRounded(sum.mass, packs), Unit::Gram);
      std::sort(sum.use.part_ids.begin(), sum.use.part_ids.end());
      sum.use.part_ids.erase(std::unique(sum.use.part_ids.begin(), sum.use.part_ids.end()),
                             sum.use.part_ids.end());
      uses.push_back(std::move(sum.use));
    }
    return uses;
  }

 private:
  struct Sum {
    Use use;
    Int128 net, mass;
  };
  std::map<UseKey, std::size_t> places_;
  std::vector<Sum> sums_;
};

/// A mean of metres of roll.
class RollMean {
 public:
  void take(Quantity metres, std::int64_t pieces) { sum_ += multiplyExact(metres.millionths(), pieces); }
  Quantity of(std::int64_t packs) const {
    return Quantity::fromMillionths(divideRounded(sum_, packs), Unit::Metre);
  }

 private:
  Int128 sum_ = 0;
};

const ClothUse* sameLot(const Consumption& consumption, const ClothLot& lot) {
  for (const ClothUse& use : consumption)
    if (use.lot.item == lot.item && use.lot.zones == lot.zones) return &use;
  return nullptr;
}

const LaidPacks* laidOf(const ClothUse& use, int packs) {
  for (const LaidPacks& laid : use.laid)
    if (laid.packs == packs) return &laid;
  return nullptr;
}

/// The mean of all sizes' markers of so many packs; nothing where one of them has none.
std::optional<LaidPacks> meanLaid(const std::vector<const ClothUse*>& uses,
                                  const std::vector<std::int64_t>& pieces, int packs) {
  RollMean marker, ends, defects;
  double length = 0, efficiency = 0, utilisation = 0;
  const auto all = static_cast<double>(sumOf(pieces));
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (pieces[i] == 0 || uses[i] == nullptr) continue;
    const LaidPacks* laid = laidOf(*uses[i], packs);
    if (laid == nullptr) return std::nullopt;
    marker.take(laid->marker, pieces[i]);
    ends.take(laid->ends, pieces[i]);
    defects.take(laid->defects, pieces[i]);
    const double share = static_cast<double>(pieces[i]) / all;
    length += laid->length_mm * share;
    efficiency += laid->efficiency * share;
    utilisation += laid->utilisation * share;
  }
  LaidPacks mean{packs, length, efficiency, utilisation, {}, {}, {}, {}};
  mean.marker = marker.of(sumOf(pieces));
  mean.ends = ends.of(sumOf(pieces));
  mean.defects = defects.of(sumOf(pieces));
  mean.gross = mean.marker + mean.ends + mean.defects;
  return mean;
}

/// Lots of any size, in the order in which they are met.
Consumption meanConsumption(const std::vector<SizedProduct>& sizes, const std::vector<std::int64_t>& pieces) {
  Consumption means;
  for (std::size_t first = 0; first < sizes.size(); ++first) {
    if (sizes[first].consumption == nullptr || pieces[first] == 0) continue;
    for (const ClothUse& use : *sizes[first].consumption) {
      if (sameLot(means, use.lot) != nullptr) continue;
      std::vector<const ClothUse*> uses;
      for (const SizedProduct& size : sizes)
        uses.push_back(size.consumption == nullptr ? nullptr : sameLot(*size.consumption, use.lot));
      ClothUse mean{use.lot, {}, use.pieces_mm2, true};
      for (const LaidPacks& laid : use.laid) {
        if (auto one = meanLaid(uses, pieces, laid.packs)) mean.laid.push_back(*one);
      }
      for (const ClothUse* one : uses) mean.exact = mean.exact && (one == nullptr || one->exact);
      if (!mean.laid.empty()) means.push_back(std::move(mean));
    }
  }
  return means;
}

void addWork(const Product& product, std::int64_t pieces, std::int64_t packs, std::vector<WorkStep>& work) {
  for (WorkStep step : product.work) {
    require(step.packs == 1, "a size's own work is of one pack");
    step.occurrences *= pieces;
    step.metres = step.metres * pieces;
    step.packs = packs;
    work.push_back(std::move(step));
  }
}

}  // namespace

Result<MixedProduct> mixSizes(const std::vector<SizedProduct>& sizes, const std::vector<std::int64_t>& pieces,
                              const PriceBook& book) {
  const std::int64_t packs = sumOf(pieces);
  require(sizes.size() == pieces.size() && packs > 0, "pieces of each size, and some of one");
  MixedProduct mixed;
  mixed.product = *sizes.front().product;
  mixed.product.work.clear();
  UseMeans uses;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (pieces[i] == 0) continue;
    const auto threads = threadUses(*sizes[i].product, book);
    if (!threads) return tl::unexpected(threads.error());
    for (const std::vector<Use>* list : {&sizes[i].product->uses, &*threads})
      for (const Use& use : *list) uses.take(use, pieces[i]);
    addWork(*sizes[i].product, pieces[i], packs, mixed.product.work);
  }
  mixed.product.uses = uses.means(packs);
  // Their thread is among the uses.
  mixed.product.seams.clear();
  mixed.product.stitches.clear();
  mixed.product.reinforcements.clear();
  mixed.consumption = meanConsumption(sizes, pieces);
  return mixed;
}

std::vector<std::int64_t> piecesBySize(const Product& product, const std::vector<std::string>& sizes,
                                       std::int64_t quantity) {
  std::vector<std::int64_t> pieces(sizes.size(), 0);
  const std::vector<std::int64_t> by_sku = piecesBySku(product, quantity);
  if (by_sku.empty()) pieces.front() = quantity;
  for (std::size_t i = 0; i < by_sku.size(); ++i) {
    const auto size = std::find(sizes.begin(), sizes.end(), product.skus[i].size);
    pieces[size == sizes.end() ? 0 : static_cast<std::size_t>(size - sizes.begin())] += by_sku[i];
  }
  return pieces;
}

}  // namespace bom
