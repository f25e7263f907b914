// Reads what the price book knows about delivery: terms, freight lanes, duties and fees besides the tariff.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bom/price_book.h"
#include "configurator/catalog/read_catalog.h"
#include "configurator/catalog/trade_keys.h"
#include "configurator/catalog/xml_shape.h"

namespace configurator {
namespace {

bom::Period periodOf(const XmlElement& element, CatalogReading& reading) {
  bom::Period period{element.attribute("from"), element.attribute("until")};
  if (!period.until.empty() && period.until < period.from)
    reading.wrong(element, "<" + element.name + ">: until lies before from");
  return period;
}

void readIncoterm(const XmlElement& element, CatalogReading& reading) {
  bom::Incoterm term;
  term.id = element.attribute("id");
  term.name = childText(element, "name");
  term.place = childText(element, "place");
  term.note = childText(element, "note");
  term.sea_only = element.attribute("sea-only") == "yes";
  term.instead = element.attribute("instead");
  for (int leg = 0; leg < bom::kLegs; ++leg) {
    const std::string name(bom::legName(static_cast<bom::Leg>(leg)));
    term.payers.push_back(bom::parsePayer(element.attribute(name)).value_or(bom::Payer::Buyer));
  }
  term.provenance = provenanceOf(element);
  reading.claim("incoterm", term.id, element);
  reading.catalog.prices.incoterms.emplace(term.id, std::move(term));
}

void readLane(const XmlElement& element, CatalogReading& reading) {
  bom::Lane lane{element.attribute("mode"), element.attribute("rate"), wordsOf(element.attribute("origins")),
                 wordsOf(element.attribute("markets")), element.attribute("stand-in") == "yes"};
  reading.claim("lane", laneKey(lane), element);
  reading.catalog.prices.lanes.push_back(std::move(lane));
}

void readFee(const XmlElement& element, CatalogReading& reading) {
  bom::ImportFee fee;
  fee.market = element.attribute("market");
  fee.name = childText(element, "name");
  fee.base = element.attribute("base");
  fee.percent = percentOf(element, "percent");
  if (element.has("least")) fee.least = moneyOf(element, "least");
  if (element.has("most")) fee.most = moneyOf(element, "most");
  if (element.has("least") && element.has("most") && fee.most < fee.least)
    reading.wrong(element, "<fee>: the most is less than the least");
  fee.sea_only = element.attribute("sea-only") == "yes";
  fee.period = periodOf(element, reading);
  fee.provenance = provenanceOf(element);
  reading.claim("fee", feeKey(fee), element);
  reading.catalog.prices.import_fees.push_back(std::move(fee));
}

/// A preference or an extra duty: the same row, but for what it does to the tariff line's duty.
template <typename DutyRow>
void readDuty(const XmlElement& element, std::vector<DutyRow>& rows, CatalogReading& reading) {
  DutyRow row{wordsOf(element.attribute("markets")),
              wordsOf(element.attribute("origins")),
              childText(element, "name"),
              percentOf(element, "duty"),
              periodOf(element, reading),
              provenanceOf(element)};
  reading.claim(element.name, dutyKey(row), element);
  rows.push_back(std::move(row));
}

void readPreference(const XmlElement& element, CatalogReading& reading) {
  readDuty(element, reading.catalog.prices.preferences, reading);
}

void readExtraDuty(const XmlElement& element, CatalogReading& reading) {
  readDuty(element, reading.catalog.prices.extra_duties, reading);
}

void readVatRule(const XmlElement& element, CatalogReading& reading) {
  reading.claim("vat-rule", element.attribute("market"), element);
  reading.catalog.prices.vat_rules.push_back(
      {element.attribute("market"), percentOf(element, "uplift"), element.attribute("inclusive") == "yes",
       element.attribute("recoverable") != "no", provenanceOf(element)});
}

}  // namespace

void readTradeSection(const XmlElement& section, CatalogReading& reading) {
  using Reader = void (*)(const XmlElement&, CatalogReading&);
  static const std::map<std::string, Reader> kReaders{
      {"incoterm", readIncoterm},    {"lane", readLane},  {"fee", readFee}, {"preference", readPreference},
      {"extra-duty", readExtraDuty}, {"vat", readVatRule}};
  if (section.name != "incoterms" && section.name != "lanes" && section.name != "import-rules") return;
  for (const XmlElement& element : section.children) {
    const auto reader = kReaders.find(element.name);
    if (reader != kReaders.end()) reader->second(element, reading);
  }
}

}  // namespace configurator
