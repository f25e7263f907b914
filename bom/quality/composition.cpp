// Mass of a line x share of each component; shares are of the whole mass, unstated goods included, so that no
// unknown part makes a claim look better than it is.
#include "bom/quality/composition.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "bom/exact.h"

namespace bom {

namespace {

bool holdsFibres(BillSection section) {
  switch (section) {
    case BillSection::Shell:
    case BillSection::Lining:
    case BillSection::Mesh:
    case BillSection::Webbing:
    case BillSection::Tape:
    case BillSection::Cord:
    case BillSection::Thread:
    case BillSection::Zip:
    case BillSection::Label:
    case BillSection::Reflective:
      return true;
    default:
      return false;
  }
}

MaterialWord materialOf(const PriceBook& book, const Item& item, const std::string& word) {
  const auto found = book.quality.materials.find(word);
  MaterialWord material =
      found == book.quality.materials.end() ? MaterialWord{word, word, "polymer", false} : found->second;
  // A polyester board or film is plastic: only what is spun counts as textile.
  if (material.kind == "textile" && !holdsFibres(item.section)) material.kind = "polymer";
  return material;
}

Ratio shareOfMass(std::int64_t part, Quantity whole) {
  if (whole.millionths() <= 0) return Ratio();
  return Ratio::fromBillionths(scaleRounded(part, kBillion, whole.millionths()));
}

}  // namespace

Composition compositionOf(const Bill& bill, const PriceBook& book) {
  std::map<std::tuple<std::string, std::string, bool>, std::int64_t> grams;
  std::int64_t all = 0, unstated = 0, textile = 0, recycled = 0;
  for (const BillLine& line : bill.lines) {
    if (line.is_assembly || line.mass.millionths() == 0) continue;
    const Item& item = book.items.at(line.item);
    all += line.mass.millionths();
    if (item.composition.empty()) unstated += line.mass.millionths();
    for (const Component& component : item.composition) {
      const MaterialWord material = materialOf(book, item, component.fibre);
      const std::int64_t part = scaleRounded(line.mass.millionths(), component.share.billionths(), kBillion);
      grams[{material.name, material.kind, material.recycled}] += part;
      if (material.kind == "textile") textile += part;
      if (material.recycled) recycled += part;
    }
  }
  Composition composition;
  composition.mass = Quantity::fromMillionths(all, Unit::Gram);
  composition.unstated = Quantity::fromMillionths(unstated, Unit::Gram);
  composition.textile = shareOfMass(textile, composition.mass);
  composition.recycled = shareOfMass(recycled, composition.mass);
  for (const auto& [key, part] : grams) {
    composition.parts.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key),
                                 Quantity::fromMillionths(part, Unit::Gram),
                                 shareOfMass(part, composition.mass)});
  }
  std::stable_sort(composition.parts.begin(), composition.parts.end(),
                   [](const auto& a, const auto& b) { return b.mass.millionths() < a.mass.millionths(); });
  return composition;
}

}  // namespace bom
