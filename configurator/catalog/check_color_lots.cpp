// References of the goods that are made in colour: the rates of their least lots.
#include "configurator/catalog/check_references.h"
#include "configurator/catalog/in_quotes.h"

namespace configurator {

void checkColorLots(const Catalog& catalog, Problems& problems) {
  for (const bom::DyedGoods& goods : catalog.prices.colors.dyed) {
    if (catalog.prices.rates.count(goods.least_lot) == 1) continue;
    const std::string section(bom::billSectionName(goods.section));
    problems.add(catalog.placeOf("dyed", section),
                 "dyed " + inQuotes(section) + ": rate " + inQuotes(goods.least_lot) + " is unknown");
  }
}

}  // namespace configurator
