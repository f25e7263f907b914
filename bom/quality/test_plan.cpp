// Cloth is tested in every colour that the order asks for: a dye bath is another product to a laboratory.
#include "bom/quality/test_plan.h"

#include <algorithm>
#include <set>

#include "bom/quality/places.h"

namespace bom {

namespace {

template <typename Value>
bool fits(const std::vector<Value>& wanted, const Value& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool isOf(const TestMethod& method, const Item& item) {
  return !method.sections.empty() && fits(method.sections, item.section) &&
         fits(method.families, item.family) && fits(method.categories, item.category) &&
         fits(method.finishes, item.finish);
}

bool holdsIn(const TestMethod& method, const Market* market) {
  const Market nowhere;
  const Market& there = market == nullptr ? nowhere : *market;
  if (!method.where.empty() && !placeNamed(method.where, there)) return false;
  const std::vector<std::string> kLevels{"", "low", "medium", "high"};
  const auto level = [&](const std::string& word) {
    return std::find(kLevels.begin(), kLevels.end(), word) - kLevels.begin();
  };
  return level(method.sun) <= level(there.sun);
}

/// The colourways that are ordered; all of them where nothing says which.
std::vector<const Colorway*> orderedColorways(const Product& product) {
  std::vector<const Colorway*> ordered, all;
  for (const Colorway& colorway : product.colorways) {
    all.push_back(&colorway);
    if (colorway.pieces > 0) ordered.push_back(&colorway);
  }
  return ordered.empty() ? all : ordered;
}

/// The colours that the order asks for an item in; one without a name where no colourway colours it.
std::set<std::string> colorsOf(const Product& product, const std::vector<BillLine>& lines,
                               const std::string& item) {
  std::set<std::string> colors;
  for (const BillLine& line : lines) {
    if (line.item != item) continue;
    bool colored = false;
    for (const Colorway* colorway : orderedColorways(product)) {
      for (const ColorwayColor& color : colorway->colors) {
        if (color.zone != line.zone) continue;
        colors.insert(color.srgb);
        colored = true;
      }
    }
    if (!colored) colors.insert("");
  }
  return colors;
}

struct PlannedItem {
  const Item* item = nullptr;
  std::set<std::string> colors;
  bool in_laboratory = false;
};

std::vector<PlannedItem> itemsOf(const Product& product, const std::vector<BillLine>& lines,
                                 const PriceBook& book) {
  std::vector<PlannedItem> items;
  std::set<std::string> seen;
  for (const BillLine& line : lines) {
    if (line.is_assembly || !seen.insert(line.item).second) continue;
    items.push_back({&book.items.at(line.item), colorsOf(product, lines, line.item), false});
  }
  return items;
}

bool hasPart(const TestMethod& method, const std::vector<PlannedItem>& items) {
  return method.parts.empty() || std::any_of(items.begin(), items.end(), [&](const PlannedItem& one) {
           return fits(method.parts, one.item->section);
         });
}

}  // namespace

TestPlan testPlan(const Product& product, const std::vector<BillLine>& lines, const PriceBook& book,
                  const Market* market) {
  TestPlan plan;
  std::vector<PlannedItem> items = itemsOf(product, lines, book);
  for (const TestMethod& method : book.quality.tests) {
    if (!holdsIn(method, market)) continue;
    TestRow row{method, {}, 0};
    for (PlannedItem& one : items) {
      if (!isOf(method, *one.item)) continue;
      row.items.push_back(one.item->id);
      row.specimens += method.samples * static_cast<std::int64_t>(one.colors.size());
      one.in_laboratory = one.in_laboratory || method.place == "laboratory";
    }
    if (method.sections.empty() && hasPart(method, items)) row.specimens = method.samples;
    if (row.specimens > 0) plan.rows.push_back(std::move(row));
  }
  for (const PlannedItem& one : items) {
    if (!one.in_laboratory) continue;
    for (const std::string& color : one.colors) plan.laboratory_samples.emplace_back(one.item->id, color);
  }
  return plan;
}

}  // namespace bom
