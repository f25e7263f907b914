// Small questions about a design.
#include "configurator/design/design.h"

#include <algorithm>
#include <system_error>

namespace configurator {

std::int64_t totalQuantity(const Order& order) {
  std::int64_t total = 0;
  for (const OrderLine& line : order.lines) total += line.quantity;
  return total;
}

const DesignColorway* findColorway(const Design& design, std::string_view code) {
  const auto found = std::find_if(design.colorways.begin(), design.colorways.end(),
                                  [&](const DesignColorway& colorway) { return colorway.code == code; });
  return found == design.colorways.end() ? nullptr : &*found;
}

const std::vector<std::pair<std::string, double>>& partUnits() {
  static const std::vector<std::pair<std::string, double>> kUnits{
      {"mm", 1}, {"cm", 10}, {"m", 1000}, {"in", 25.4}};
  return kUnits;
}

std::filesystem::path fileOf(const Design& design, const OwnPart& part) {
  return std::filesystem::path(design.folder) / part.file;
}

std::filesystem::path priceListFileOf(const Design& design, const std::string& path) {
  return std::filesystem::path(design.folder) / path;
}

std::filesystem::path pictureFileOf(const Design& design, const std::string& file) {
  return std::filesystem::path(design.folder) / file;
}

Design movedTo(Design design, const std::filesystem::path& folder) {
  std::error_code error;
  // Through links, as the system goes when it follows "..".
  const auto full = [&](const std::filesystem::path& path) {
    return std::filesystem::weakly_canonical(path.empty() ? "." : path, error);
  };
  if (full(design.folder) != full(folder) && !error) {
    for (auto& [item, part] : design.own_parts) part.file = full(fileOf(design, part)).string();
    for (auto& [path, sha256] : design.order.price_lists) path = full(priceListFileOf(design, path)).string();
    for (auto& [part, file] : design.artwork) {
      const auto whole = full(pictureFileOf(design, file));
      file = whole.lexically_relative(full(folder)).generic_string();
    }
  }
  design.folder = folder.string();
  return design;
}

}  // namespace configurator
