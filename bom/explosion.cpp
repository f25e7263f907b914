// Rolls a product's uses up into the lines of a tree: what each place needs, and what it is cut from.
#include "bom/explosion.h"

#include <algorithm>
#include <compare>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "bom/bill_thread.h"
#include "bom/exact.h"

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
  LineKey key;
  const Item* item = nullptr;
  Quantity net;
  Quantity mass = Quantity::fromMillionths(0, Unit::Gram);
  std::vector<const std::string*> part_ids;
};

using Uses = std::vector<std::pair<LineKey, const Use*>>;
using LineSums = std::unordered_map<std::string_view, Uses>;  // by assembly
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

Result<LineKey> keyOf(const Use& use, const PriceBook& book) {
  const auto found = book.items.find(use.item);
  if (found == book.items.end())
    return failure("no item '" + use.item + "' in the price book (" + use.placement + ")");
  const Item& item = found->second;
  if (use.net.unit() != item.unit) {
    return failure("item '" + item.id + "' is bought by " + std::string(unitSymbol(item.unit)) + ", but '" +
                   use.placement + "' needs it by " + std::string(unitSymbol(use.net.unit())));
  }
  return LineKey{item.section, item.id, use.placement, use.zone, use.in_product};
}

/// REQUIRES uses that outlive the sums.
Result<LineSums> usesByAssembly(const Product& product, const std::vector<Use>& threads,
                                const PriceBook& book) {
  LineSums sums;
  for (const Assembly& assembly : product.assemblies) sums[assembly.id];
  for (const std::vector<Use>* uses : {&product.uses, &threads}) {
    for (const Use& use : *uses) {
      const auto assembly = sums.find(use.assembly);
      if (assembly == sums.end()) {
        return failure("'" + use.placement + "' of item '" + use.item + "' is in assembly '" + use.assembly +
                       "', which the product does not have");
      }
      const auto key = keyOf(use, book);
      if (!key) return tl::unexpected(key.error());
      assembly->second.emplace_back(*key, &use);
    }
  }
  return sums;
}

/// Uses with one key become one sum, in the order of the keys.
std::vector<LineSum> sumsOf(Uses uses, const PriceBook& book) {
  std::stable_sort(uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<LineSum> sums;
  for (const auto& [key, use] : uses) {
    if (sums.empty() || sums.back().key != key) {
      sums.emplace_back();
      sums.back().key = key;
      sums.back().item = &book.items.find(use->item)->second;
      sums.back().net = Quantity::fromMillionths(0, sums.back().item->unit);
    }
    LineSum& sum = sums.back();
    sum.net = sum.net + use->net;
    // A use without a stated mass keeps the zero of its default unit.
    if (use->in_product && use->mass.millionths() != 0) sum.mass = sum.mass + use->mass;
    for (const std::string& id : use->part_ids) sum.part_ids.push_back(&id);
  }
  return sums;
}

Result<bool> takesTrimBreak(const Item& item) {
  if (item.break_class == "fabric") return false;
  if (item.break_class == "trim") return true;
  if (item.break_class.empty()) return !item.sheet;
  return failure("item '" + item.id + "' has break class '" + item.break_class +
                 "'; it must be fabric or trim");
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

/// Writes an assembly, its lines and its sub-assemblies in tree order.
class TreeWriter {
 public:
  TreeWriter(Children children, LineSums uses, const Consumption* consumption, Explosion& out)
      : children_(std::move(children)), uses_(std::move(uses)), consumption_(consumption), out_(out) {}

  Result<void> write() { return writeAssembly(*children_[""].front(), {"0", 0, kNoLine}); }

 private:
  struct Place {
    std::string number;
    int level;
    std::size_t parent;
  };

  std::string numberOf(std::size_t line) const {
    return line == kNoLine ? std::string() : out_.lines[line].number;
  }

  void writeHead(const Assembly& assembly, const Place& place) {
    BillLine head;
    head.number = place.number;
    head.level = place.level;
    head.parent = numberOf(place.parent);
    head.assembly = assembly.id;
    head.is_assembly = true;
    head.placement = assembly.name;
    head.mass = Quantity::fromMillionths(0, Unit::Gram);
    head.status = FigureStatus::Quote;
    out_.lines.push_back(std::move(head));
    out_.sources.push_back({nullptr, place.parent, kNoLine, false});
  }

  std::size_t lotOf(const LineSum& sum) {
    if (!sum.item->sheet || consumption_ == nullptr) return kNoLine;
    const ClothUse* use = findClothUse(*consumption_, sum.item->id, std::string(sum.key.zone));
    if (use == nullptr) return kNoLine;
    std::size_t lot = 0;
    while (lot < out_.lots.size() && out_.lots[lot].use != use) ++lot;
    if (lot == out_.lots.size()) out_.lots.push_back({use, 0});
    out_.lots[lot].net_millionths = addExact(out_.lots[lot].net_millionths, sum.net.millionths());
    return lot;
  }

  Result<void> writeLine(const Assembly& assembly, LineSum sum, const Place& place) {
    const auto trim = takesTrimBreak(*sum.item);
    if (!trim) return tl::unexpected(trim.error());
    BillLine line;
    line.number = place.number;
    line.level = place.level;
    line.parent = numberOf(place.parent);
    line.assembly = assembly.id;
    line.item = sum.item->id;
    line.placement = sum.key.placement;
    line.zone = sum.key.zone;
    line.part_ids = sortedIds(std::move(sum.part_ids));
    line.net = sum.net;
    line.mass = sum.mass;
    line.status = weaker(sum.item->price_provenance.status, sum.item->mass_provenance.status);
    if (!sum.item->price_steps.empty()) out_.stepped.push_back(out_.lines.size());
    const auto [priced, is_new] = priced_.try_emplace(sum.item, out_.items.size());
    if (is_new) out_.items.push_back(sum.item);
    out_.sources.push_back({sum.item, place.parent, lotOf(sum), *trim, priced->second, sum.net});
    out_.lines.push_back(std::move(line));
    return {};
  }

  void addToHead(std::size_t head, std::size_t below) {
    out_.lines[head].mass = out_.lines[head].mass + out_.lines[below].mass;
    out_.lines[head].status = weaker(out_.lines[head].status, out_.lines[below].status);
  }

  /// Modules of the product are "1", "2", ...; the product's own lines "0.1", ...; everything else "3.2",
  /// "3.2.1".
  Result<void> writeAssembly(const Assembly& assembly, const Place& place) {
    const std::size_t at = out_.lines.size();
    writeHead(assembly, place);
    int child = 0;
    for (LineSum& sum : sumsOf(std::move(uses_.at(assembly.id)), *out_.book)) {
      const std::size_t line = out_.lines.size();
      const auto done = writeLine(assembly, std::move(sum),
                                  {place.number + "." + std::to_string(++child), place.level + 1, at});
      if (!done) return done;
      addToHead(at, line);
    }
    int module = 0;
    for (const Assembly* sub : children_[assembly.id]) {
      const std::size_t line = out_.lines.size();
      const std::string number =
          place.level == 0 ? std::to_string(++module) : place.number + "." + std::to_string(++child);
      const auto done = writeAssembly(*sub, {number, place.level + 1, at});
      if (!done) return done;
      addToHead(at, line);
    }
    return {};
  }

  Children children_;
  LineSums uses_;
  const Consumption* consumption_;
  std::unordered_map<const Item*, std::size_t> priced_;
  Explosion& out_;
};

}  // namespace

Result<Explosion> explode(const Product& product, const PriceBook& book, const Consumption* consumption) {
  const auto ends = percentRate(book, "material-overbuy");
  if (!ends) return tl::unexpected(ends.error());
  const auto defects = percentRate(book, "production-spare-allowance");
  if (!defects) return tl::unexpected(defects.error());
  auto children = childrenByParent(product.assemblies);
  if (!children) return tl::unexpected(children.error());
  const auto threads = threadUses(product, book);
  if (!threads) return tl::unexpected(threads.error());
  auto uses = usesByAssembly(product, *threads, book);
  if (!uses) return tl::unexpected(uses.error());
  Explosion explosion;
  explosion.book = &book;
  explosion.ends = *ends;
  explosion.defects = *defects;
  const auto done = TreeWriter(std::move(*children), std::move(*uses), consumption, explosion).write();
  if (!done) return tl::unexpected(done.error());
  return explosion;
}

}  // namespace bom
