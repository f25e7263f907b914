// Thread per seam = the longer of its two runs x rows x metres of thread per metre of its stitch type; per
// tack the metres of its type. (Rates: thread_consumption table, kept per stitch type in the price book.)
#include "bom/bill_thread.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {

namespace {

struct Sewn {
  Quantity metres = Quantity::fromMillionths(0, Unit::Metre);
  std::vector<const std::string*> part_ids;
};

// By assembly and thread item. Points into the product.
using SewnByThread = std::map<std::pair<std::string_view, std::string_view>, Sewn>;

/// A length of stitching: what seams and single-run stitchings have in common.
struct StitchedLength {
  const std::string& id;
  const std::string& assembly;
  const std::string& stitch;
  const std::string& thread_item;
  double length_mm;
  int rows;
};

Result<const StitchType*> findStitch(const PriceBook& book, const std::string& stitch,
                                     const std::string& user) {
  const auto found = book.stitches.find(stitch);
  if (found == book.stitches.end()) {
    return failure("'" + user + "' is sewn with stitch '" + stitch + "', which the price book does not have");
  }
  return &found->second;
}

Result<void> addLength(const StitchedLength& length, const PriceBook& book, SewnByThread& sewn) {
  const auto type = findStitch(book, length.stitch, length.id);
  if (!type) return tl::unexpected(type.error());
  if (length.thread_item.empty()) return failure("'" + length.id + "' names no thread");
  require(length.rows >= 1 && length.length_mm >= 0,
          "a stitching has at least one row and no negative length");
  const Quantity metres =
      Quantity::fromDouble(length.length_mm / 1000, Unit::Metre) * std::int64_t{length.rows};
  const std::int64_t thread =
      scaleRounded(metres.millionths(), (*type)->thread_per_metre.millionths(), kMillion);
  Sewn& entry = sewn[{length.assembly, length.thread_item}];
  entry.metres = entry.metres + Quantity::fromMillionths(thread, Unit::Metre);
  entry.part_ids.push_back(&length.id);
  return {};
}

/// The threads that tacks are sewn with: in each assembly that sews any the one with most metres, in the
/// others the one with most in the whole product; that one is empty where nothing is sewn.
struct MainThreads {
  std::map<std::string_view, std::string_view> by_assembly;
  std::string_view anywhere;

  std::string_view of(std::string_view assembly) const {
    const auto found = by_assembly.find(assembly);
    return found == by_assembly.end() ? anywhere : found->second;
  }
};

MainThreads mainThreads(const SewnByThread& sewn) {
  MainThreads threads;
  std::map<std::string_view, std::int64_t> anywhere, most;
  for (const auto& [key, entry] : sewn) {
    const std::int64_t metres = entry.metres.millionths();
    anywhere[key.second] += metres;
    const auto [known, is_new] = most.try_emplace(key.first, metres);
    if (!is_new && metres <= known->second) continue;
    known->second = metres;
    threads.by_assembly[key.first] = key.second;
  }
  const auto top = std::max_element(anywhere.begin(), anywhere.end(),
                                    [](const auto& a, const auto& b) { return a.second < b.second; });
  if (top != anywhere.end()) threads.anywhere = top->first;
  return threads;
}

Result<void> addTacks(const Product& product, const PriceBook& book, SewnByThread& sewn) {
  const MainThreads threads = mainThreads(sewn);
  for (const Reinforcement& tack : product.reinforcements) {
    const auto type = findStitch(book, tack.type, tack.id);
    if (!type) return tl::unexpected(type.error());
    const std::string_view thread =
        tack.thread_item.empty() ? threads.of(tack.assembly) : std::string_view(tack.thread_item);
    if (thread.empty())
      return failure("tack '" + tack.id + "' has no thread: name one or give the product a seam");
    Sewn& entry = sewn[{tack.assembly, thread}];
    entry.metres =
        entry.metres + Quantity::fromMillionths((*type)->thread_per_tack.millionths(), Unit::Metre);
    entry.part_ids.push_back(&tack.id);
  }
  return {};
}

/// The zone that colours a thread: the one under which a colorway names the item, or none.
std::string zoneOf(const Product& product, const std::string& item) {
  for (const Colorway& colorway : product.colorways) {
    for (const ColorwayColor& color : colorway.colors) {
      if (color.item == item) return color.zone;
    }
  }
  return {};
}

Result<SewnByThread> sewnByThread(const Product& product, const PriceBook& book) {
  SewnByThread sewn;
  for (const ConstructionSeam& seam : product.seams) {
    const double length_mm = std::max(seam.length_mm[0], seam.length_mm[1]);
    const auto added =
        addLength({seam.id, seam.assembly, seam.stitch, seam.thread_item, length_mm, seam.rows}, book, sewn);
    if (!added) return tl::unexpected(added.error());
  }
  for (const ConstructionStitch& row : product.stitches) {
    const auto added =
        addLength({row.id, row.assembly, row.stitch, row.thread_item, row.length_mm, row.rows}, book, sewn);
    if (!added) return tl::unexpected(added.error());
  }
  const auto tacked = addTacks(product, book, sewn);
  if (!tacked) return tl::unexpected(tacked.error());
  return sewn;
}

Result<const Item*> threadItem(const PriceBook& book, const SewnByThread::value_type& sewn) {
  const std::string thread(sewn.first.second);
  const auto item = book.items.find(thread);
  if (item == book.items.end())
    return failure("no item '" + thread + "' (thread of '" + std::string(sewn.first.first) + "')");
  return &item->second;
}

Quantity massOf(const Sewn& sewn, const Item& thread) {
  return Quantity::fromMillionths(scaleRounded(sewn.metres.millionths(), thread.mass.millionths(), kMillion),
                                  Unit::Gram);
}

}  // namespace

Result<std::vector<Use>> threadUses(const Product& product, const PriceBook& book) {
  const auto sewn = sewnByThread(product, book);
  if (!sewn) return tl::unexpected(sewn.error());
  std::vector<Use> uses;
  uses.reserve(sewn->size());
  for (const auto& one : *sewn) {
    const auto item = threadItem(book, one);
    if (!item) return tl::unexpected(item.error());
    Use use;
    use.item = (*item)->id;
    use.assembly = one.first.first;
    use.placement = "seams and tacks";
    use.zone = zoneOf(product, use.item);
    use.part_ids.reserve(one.second.part_ids.size());
    for (const std::string* id : one.second.part_ids) use.part_ids.push_back(*id);
    use.net = one.second.metres;
    use.mass = massOf(one.second, **item);
    uses.push_back(std::move(use));
  }
  return uses;
}

Result<double> threadGrams(const Product& product, const PriceBook& book) {
  const auto sewn = sewnByThread(product, book);
  if (!sewn) return tl::unexpected(sewn.error());
  double grams = 0;
  for (const auto& one : *sewn) {
    const auto item = threadItem(book, one);
    if (!item) return tl::unexpected(item.error());
    grams += massOf(one.second, **item).toDouble();
  }
  return grams;
}

}  // namespace bom
