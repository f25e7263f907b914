// Reads which colours are kept in stock, and which goods are made in the order's own.
#include "bom/price_book.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/read_catalog.h"
#include "configurator/catalog/xml_shape.h"

namespace configurator {

void readColorLotSection(const XmlElement& section, CatalogReading& reading) {
  if (section.name != "color-lots") return;
  bom::ColorBook& colors = reading.catalog.prices.colors;
  reading.claim("color-lots", "tolerance", section);
  colors.tolerance = parseDecimal(section.attribute("tolerance")).value_or(0);
  colors.provenance = provenanceOf(section);
  for (const XmlElement* dyed : section.childrenNamed("dyed")) {
    reading.claim("dyed", dyed->attribute("section"), *dyed);
    colors.dyed.push_back(
        {bom::parseBillSection(dyed->attribute("section")).value_or(bom::BillSection::Shell),
         dyed->attribute("goods"), dyed->attribute("least")});
  }
  for (const XmlElement* color : section.childrenNamed("stock-color")) {
    reading.claim("stock-color", color->attribute("name"), *color);
    colors.stock.push_back(
        {color->attribute("name"), color->attribute("srgb"), wordsOf(color->attribute("goods"))});
  }
}

}  // namespace configurator
