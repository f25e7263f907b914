// Reads what turns amounts into money, into bom's own types: items, operations, origins, markets, rates …
#include "bom/number_text.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/read_catalog.h"
#include "configurator/catalog/xml_shape.h"

namespace configurator {

namespace {

// The format has checked the texts; a fallback is only met in elements whose errors are already said.
std::int64_t millionthsOf(const XmlElement& element, std::string_view attribute) {
  return bom::parseScaled(element.attribute(attribute), 6).value_or(0);
}

bom::Quantity quantityOf(const XmlElement& element, std::string_view attribute, bom::Unit unit) {
  return bom::Quantity::fromMillionths(millionthsOf(element, attribute), unit);
}

bom::Ratio factorOf(const XmlElement& element, std::string_view attribute) {
  return bom::Ratio::fromBillionths(bom::parseScaled(element.attribute(attribute), 9).value_or(0));
}

bom::Currency currencyOf(const XmlElement& element) {
  return bom::Currency::parse(element.attribute("currency")).value_or(bom::Currency());
}

void checkBounds(const XmlElement& element, std::string_view middle, CatalogReading& reading) {
  const std::int64_t value = millionthsOf(element, middle);
  const bool low_fits = !element.has("low") || millionthsOf(element, "low") <= value;
  const bool high_fits = !element.has("high") || value <= millionthsOf(element, "high");
  if (low_fits && high_fits) return;
  reading.wrong(element, "<" + element.name + ">: low, " + std::string(middle) + " and high must ascend");
}

void readMassAndPrice(const XmlElement& element, bom::Item& item, CatalogReading& reading) {
  if (const XmlElement* mass = element.child("mass")) {
    item.mass = quantityOf(*mass, "value", bom::Unit::Gram);
    item.mass_low = mass->has("low") ? quantityOf(*mass, "low", bom::Unit::Gram) : item.mass;
    item.mass_high = mass->has("high") ? quantityOf(*mass, "high", bom::Unit::Gram) : item.mass;
    item.mass_provenance = provenanceOf(*mass);
    checkBounds(*mass, "value", reading);
  }
  if (const XmlElement* price = element.child("price")) {
    item.price = moneyOf(*price, "value");
    item.price_low = price->has("low") ? moneyOf(*price, "low") : item.price;
    item.price_high = price->has("high") ? moneyOf(*price, "high") : item.price;
    item.price_provenance = provenanceOf(*price);
    checkBounds(*price, "value", reading);
  }
}

void readSheet(const XmlElement& element, bom::Item& item, CatalogReading& reading) {
  const XmlElement* sheet = element.child("sheet");
  if (sheet == nullptr) return;
  item.sheet = bom::SheetGoods{parseDecimal(sheet->attribute("cuttable-width")).value_or(0),
                               parseDecimal(sheet->attribute("thickness")).value_or(0),
                               sheet->attribute("grain") == "yes"};
  item.cutting_waste = percentOf(*sheet, "cutting-waste");
  if (item.unit != bom::Unit::Metre) {
    reading.wrong(*sheet, "sheet goods are sold by the metre: <item> needs unit=\"m\"");
  }
}

void readMakeUp(const XmlElement& element, bom::Item& item, CatalogReading& reading) {
  std::int64_t total = 0;
  for (const XmlElement* part : element.childrenNamed("composition")) {
    item.composition.push_back({part->attribute("fibre"), percentOf(*part, "share")});
    total += millionthsOf(*part, "share");
  }
  if (!item.composition.empty() && total != 100'000'000) {
    reading.wrong(element, "the <composition> of item \"" + item.id + "\" adds up to " +
                               bom::formatScaled(total, 6) + " %, not 100 %");
  }
  for (const XmlElement* property : element.childrenNamed("property")) {
    const int score = static_cast<int>(parseWhole(property->attribute("value")).value_or(0));
    if (!item.properties.emplace(property->attribute("name"), score).second) {
      reading.wrong(*property,
                    "<property> name=\"" + property->attribute("name") + "\" stands twice in one <item>");
    }
  }
}

void readItem(const XmlElement& element, CatalogReading& reading) {
  bom::Item item;
  item.id = element.attribute("id");
  item.name = childText(element, "name");
  item.category = element.attribute("category");
  item.section = bom::parseBillSection(element.attribute("section")).value_or(bom::BillSection::Shell);
  item.unit = bom::parseUnit(element.attribute("unit")).value_or(bom::Unit::Piece);
  item.family = element.attribute("family");
  if (element.has("look")) reading.catalog.look_of_item[item.id] = element.attribute("look");
  item.break_class = element.attribute("breaks");
  item.supplier = element.attribute("supplier");
  item.brand = element.attribute("brand");
  item.hs_code = element.attribute("hs");
  item.spec = childText(element, "spec");
  item.finish = childText(element, "finish");
  item.certificates = childTexts(element, "certificate");
  for (const XmlElement* tooling : element.childrenNamed("tooling"))
    item.tooling.push_back(tooling->attribute("rate"));
  item.moq = item.moq_dyed = bom::Quantity::fromMillionths(0, item.unit);
  if (const XmlElement* moq = element.child("moq")) {
    item.moq = item.moq_dyed = quantityOf(*moq, "value", item.unit);
    item.moq_provenance = provenanceOf(*moq);
    if (moq->has("dyed")) item.moq_dyed = quantityOf(*moq, "dyed", item.unit);
  }
  readMassAndPrice(element, item, reading);
  readSheet(element, item, reading);
  readMakeUp(element, item, reading);
  reading.claim("item", item.id, element);
  reading.catalog.prices.items.emplace(item.id, std::move(item));
}

void readOperation(const XmlElement& element, CatalogReading& reading) {
  bom::Operation operation;
  operation.id = element.attribute("id");
  operation.name = childText(element, "name");
  operation.stage = element.attribute("stage");
  operation.machine = element.attribute("machine");
  operation.stitch = element.attribute("stitch");
  operation.also_makes = element.attribute("also-makes");
  operation.driver = element.attribute("driver");
  operation.fixed_minutes = quantityOf(element, "fixed", bom::Unit::Minute);
  operation.minutes_per_metre = quantityOf(element, "per-metre", bom::Unit::Minute);
  operation.provenance = provenanceOf(element);
  operation.paid_by = element.attribute("paid-by");
  reading.claim("operation", operation.id, element);
  reading.catalog.prices.operations.emplace(operation.id, std::move(operation));
}

void readStitch(const XmlElement& element, CatalogReading& reading) {
  bom::StitchType stitch;
  stitch.id = element.attribute("id");
  stitch.name = childText(element, "name");
  stitch.thread_per_metre = quantityOf(element, "thread-per-metre", bom::Unit::Metre);
  stitch.thread_per_tack = quantityOf(element, "thread-per-tack", bom::Unit::Metre);
  stitch.provenance = provenanceOf(element);
  if (element.has("thread-per-metre") == element.has("thread-per-tack")) {
    reading.wrong(element, "<stitch> needs either thread-per-metre or thread-per-tack");
  }
  reading.claim("stitch", stitch.id, element);
  reading.catalog.prices.stitches.emplace(stitch.id, std::move(stitch));
}

void readSeamClass(const XmlElement& element, CatalogReading& reading) {
  bom::SeamClass seam{element.attribute("id"), childText(element, "name"), childText(element, "use"),
                      element.attribute("astm")};
  reading.claim("seam-class", seam.id, element);
  reading.catalog.prices.seam_classes.emplace(seam.id, std::move(seam));
}

void readOrigin(const XmlElement& element, CatalogReading& reading) {
  bom::Origin origin;
  origin.id = element.attribute("id");
  origin.name = childText(element, "name");
  origin.direct_labour_per_minute = moneyOf(element, "labour-per-minute");
  origin.overhead_per_minute = moneyOf(element, "overhead-per-minute");
  origin.line_efficiency = percentOf(element, "efficiency");
  origin.material_uplift = percentOf(element, "material-uplift");
  origin.provenance = provenanceOf(element);
  reading.claim("origin", origin.id, element);
  reading.catalog.prices.origins.emplace(origin.id, std::move(origin));
}

void readMarket(const XmlElement& element, CatalogReading& reading) {
  bom::Market market;
  market.id = element.attribute("id");
  market.name = childText(element, "name");
  market.region = element.attribute("region");
  market.customs_area = element.attribute("customs-area");
  market.language = element.attribute("language");
  market.currency = element.attribute("currency");
  market.imperial_units = element.attribute("units") == "imperial";
  market.vat = percentOf(element, "vat");
  market.vat_provenance = provenanceOf(element);
  market.valuation = element.attribute("valuation");
  market.other_charges = childText(element, "charges");
  market.preferences = childText(element, "preferences");
  market.compliance_regions = childTexts(element, "compliance-region");
  if (const XmlElement* climate = element.child("climate")) {
    market.sun = climate->attribute("sun");
    market.heat = climate->attribute("heat");
    market.humidity = climate->attribute("humidity");
  }
  for (const XmlElement* tariff : element.childrenNamed("tariff")) {
    market.tariff.push_back({tariff->attribute("code"), tariff->attribute("surface"),
                             percentOf(*tariff, "duty"), provenanceOf(*tariff)});
  }
  reading.claim("market", market.id, element);
  reading.catalog.prices.markets.emplace(market.id, std::move(market));
}

void readBreak(const XmlElement& element, CatalogReading& reading) {
  bom::QuantityBreak step;
  step.quantity = parseWhole(element.attribute("quantity")).value_or(0);
  step.fabric_price_factor = factorOf(element, "fabric-factor");
  step.trim_price_factor = factorOf(element, "trim-factor");
  step.line_efficiency = percentOf(element, "efficiency");
  step.margin = percentOf(element, "margin");
  step.setup_minutes = quantityOf(element, "setup-minutes", bom::Unit::Minute);
  step.provenance = provenanceOf(element);
  reading.claim("break", element.attribute("quantity"), element);
  reading.catalog.prices.breaks.push_back(std::move(step));
}

void readRate(const XmlElement& element, CatalogReading& reading) {
  bom::Rate rate{element.attribute("id"),
                 childText(element, "name"),
                 element.attribute("unit"),
                 millionthsOf(element, "low"),
                 millionthsOf(element, "typical"),
                 millionthsOf(element, "high"),
                 provenanceOf(element),
                 wordsOf(element.attribute("origins")),
                 element.attribute("driver")};
  checkBounds(element, "typical", reading);
  reading.claim("rate", rate.id, element);
  reading.catalog.prices.rates.emplace(rate.id, std::move(rate));
}

void readExchange(const XmlElement& element, CatalogReading& reading) {
  const bom::ExchangeRate rate{currencyOf(element), factorOf(element, "per-usd"), provenanceOf(element)};
  if (rate.per_usd == bom::Ratio()) reading.wrong(element, "an exchange rate is above 0");
  const std::string& code = element.attribute("currency");
  reading.claim("exchange", code, element);
  reading.catalog.prices.exchange.emplace(code, rate);
}

void readSupplier(const XmlElement& element, CatalogReading& reading) {
  bom::Supplier supplier{element.attribute("id"), childText(element, "name"), element.attribute("country"),
                         childTexts(element, "certificate"), provenanceOf(element)};
  reading.claim("supplier", supplier.id, element);
  reading.catalog.prices.suppliers.emplace(supplier.id, std::move(supplier));
}

}  // namespace

bom::Provenance provenanceOf(const XmlElement& element) {
  return {element.attribute("source"), element.attribute("date"),
          bom::parseFigureStatus(element.attribute("status")).value_or(bom::FigureStatus::Estimate)};
}

bom::Ratio percentOf(const XmlElement& element, std::string_view attribute) {
  return bom::Ratio::fromPercentMillionths(millionthsOf(element, attribute));
}

bom::Money moneyOf(const XmlElement& element, std::string_view attribute) {
  return bom::Money::fromMillionths(millionthsOf(element, attribute), currencyOf(element));
}

void readPriceSection(const XmlElement& section, CatalogReading& reading) {
  using Reader = void (*)(const XmlElement&, CatalogReading&);
  static const std::map<std::string, Reader> kReaders{{"items", readItem},
                                                      {"operations", readOperation},
                                                      {"stitches", readStitch},
                                                      {"origins", readOrigin},
                                                      {"seam-classes", readSeamClass},
                                                      {"markets", readMarket},
                                                      {"breaks", readBreak},
                                                      {"rates", readRate},
                                                      {"exchange", readExchange},
                                                      {"suppliers", readSupplier}};
  const auto reader = kReaders.find(section.name);
  if (reader == kReaders.end()) return;
  for (const XmlElement& element : section.children) reader->second(element, reading);
}

}  // namespace configurator
