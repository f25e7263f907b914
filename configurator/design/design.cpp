// Small questions about a design.
#include "configurator/design/design.h"

#include <algorithm>

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

}  // namespace configurator
