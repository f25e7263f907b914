#include "bom/factory_minimum.h"

#include <optional>

#include "bom/exact.h"
#include "bom/minimum_order.h"

namespace bom {

namespace {

std::optional<std::int64_t> leastOf(const PriceBook& book, const char* rate) {
  const auto found = book.rates.find(rate);
  if (found == book.rates.end()) return std::nullopt;
  return divideRounded(found->second.typical_millionths, kMillion);
}

/// Parts of an order that have fewer pieces than `least`: "NAVY 40, BLK 60".
std::string partsBelow(const std::vector<std::string>& names, const std::vector<std::int64_t>& pieces,
                       std::int64_t least) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (pieces[i] == 0 || pieces[i] >= least) continue;
    text += (text.empty() ? "" : ", ") + names[i] + " " + std::to_string(pieces[i]);
  }
  return text;
}

void addColors(const Product& product, const PriceBook& book, std::int64_t quantity,
               std::vector<std::string>& warnings) {
  const auto least = leastOf(book, "factory-moq-color");
  if (!least || product.colorways.empty()) return;
  std::vector<std::string> names;
  for (const Colorway& colorway : product.colorways) names.push_back(colorway.code);
  const std::string below = partsBelow(names, piecesByColorway(product, quantity), *least);
  if (!below.empty())
    warnings.push_back("factories usually take " + std::to_string(*least) + " pieces of a colour; at " +
                       std::to_string(quantity) + " pieces: " + below);
}

void addSizes(const Product& product, const PriceBook& book, std::int64_t quantity,
              std::vector<std::string>& warnings) {
  const auto least = leastOf(book, "factory-moq-sku");
  const std::vector<std::int64_t> pieces = piecesBySku(product, quantity);
  if (!least || pieces.empty()) return;
  std::vector<std::string> names;
  for (const SkuOrder& sku : product.skus) names.push_back(sku.colorway + "-" + sku.size);
  const std::string below = partsBelow(names, pieces, *least);
  if (!below.empty())
    warnings.push_back("factories usually take " + std::to_string(*least) +
                       " pieces of a colour in one size; at " + std::to_string(quantity) +
                       " pieces: " + below);
}

}  // namespace

std::vector<std::string> factoryMinimumWarnings(const Product& product, const PriceBook& book,
                                                std::int64_t quantity) {
  std::vector<std::string> warnings;
  const auto style = leastOf(book, "factory-moq-style");
  if (style && quantity < *style)
    warnings.push_back("factories usually take " + std::to_string(*style) + " pieces of a style, not " +
                       std::to_string(quantity));
  addColors(product, book, quantity, warnings);
  addSizes(product, book, quantity, warnings);
  return warnings;
}

}  // namespace bom
