// The elements of the catalog about colours kept in stock and made to order. A change here is a change of
// assets/schemas/catalog.xsd, and the other way.
#include "configurator/catalog/catalog_format.h"

namespace configurator {

std::vector<ElementShape> colorLotShapes() {
  return {
      {"color-lots", "tolerance:positive" + kRowSource, "dyed*:dyed stock-color*:stock-color", ""},
      {"dyed", "section:section goods:dyed-goods least:id", "", ""},
      {"stock-color", "name:text srgb:color goods:dyed-goods-list", "", ""},
  };
}

}  // namespace configurator
