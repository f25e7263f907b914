// Thread per seam = the longer of its two runs x rows x metres of thread per metre of its stitch type; per
// tack the metres of its type. (Rates: thread_consumption table, kept per stitch type in the price book.)
#include "bom/bill_thread.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {

namespace {

struct Sewn {
  Quantity metres = Quantity::fromMillionths(0, Unit::Metre);
  std::vector<std::string> part_ids;
};

using SewnByThread = std::map<std::pair<std::string, std::string>, Sewn>;  // assembly, thread item

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
  entry.part_ids.push_back(length.id);
  return {};
}

/// The thread with most metres in `assembly`, or in the whole product when the assembly sews none; else
/// empty.
std::string mainThread(const SewnByThread& sewn, const std::string& assembly) {
  std::map<std::string, std::int64_t> here, anywhere;
  for (const auto& [key, entry] : sewn) {
    anywhere[key.second] += entry.metres.millionths();
    if (key.first == assembly) here[key.second] += entry.metres.millionths();
  }
  const auto& candidates = here.empty() ? anywhere : here;
  const auto most = std::max_element(candidates.begin(), candidates.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == candidates.end() ? std::string() : most->first;
}

Result<void> addTacks(const Product& product, const PriceBook& book, SewnByThread& sewn) {
  const SewnByThread seams_only = sewn;
  for (const Reinforcement& tack : product.reinforcements) {
    const auto type = findStitch(book, tack.type, tack.id);
    if (!type) return tl::unexpected(type.error());
    const std::string thread =
        tack.thread_item.empty() ? mainThread(seams_only, tack.assembly) : tack.thread_item;
    if (thread.empty())
      return failure("tack '" + tack.id + "' has no thread: name one or give the product a seam");
    Sewn& entry = sewn[{tack.assembly, thread}];
    entry.metres =
        entry.metres + Quantity::fromMillionths((*type)->thread_per_tack.millionths(), Unit::Metre);
    entry.part_ids.push_back(tack.id);
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

}  // namespace

Result<std::vector<Use>> threadUses(const Product& product, const PriceBook& book) {
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

  std::vector<Use> uses;
  for (auto& [key, entry] : sewn) {
    const auto& [assembly, thread] = key;
    const auto item = book.items.find(thread);
    if (item == book.items.end()) return failure("no item '" + thread + "' (thread of '" + assembly + "')");
    const std::int64_t grams =
        scaleRounded(entry.metres.millionths(), item->second.mass.millionths(), kMillion);
    Use use;
    use.item = thread;
    use.assembly = assembly;
    use.placement = "seams and tacks";
    use.zone = zoneOf(product, thread);
    use.part_ids = std::move(entry.part_ids);
    use.net = entry.metres;
    use.mass = Quantity::fromMillionths(grams, Unit::Gram);
    uses.push_back(std::move(use));
  }
  return uses;
}

}  // namespace bom
