// The elements of the catalog about delivery terms, freight lanes and what customs take. A change here is a
// change of assets/schemas/catalog.xsd, and the other way.
#include "bom/price_book.h"
#include "configurator/catalog/catalog_format.h"

namespace configurator {
namespace {

const std::string kPeriod = " from?:day until?:day";

std::string payers() {
  std::string attributes;
  for (int leg = 0; leg < bom::kLegs; ++leg)
    attributes += " " + std::string(bom::legName(static_cast<bom::Leg>(leg))) + ":payer";
  return attributes;
}

}  // namespace

std::vector<ElementShape> deliveryShapes() {
  return {
      {"incoterms", "", "incoterm*:incoterm", ""},
      {"incoterm", "id:code sea-only?:yes-no instead?:code" + payers() + kRowSource,
       "name:plain place:plain note?:note", ""},
      {"lanes", "", "lane*:lane", ""},
      {"lane", "mode:freight-mode rate:id origins?:countries markets?:countries stand-in?:yes-no", "", ""},
      {"import-rules", "", "fee*:import-fee preference*:preference extra-duty*:extra-duty vat*:vat-rule", ""},
      {"import-fee",
       "market:country base:fee-base percent:amount least?:amount most?:amount currency?:currency "
       "sea-only?:yes-no" +
           kPeriod + kRowSource,
       "name:plain", ""},
      {"preference", "markets:countries origins:countries duty:amount" + kPeriod + kRowSource, "name:plain",
       ""},
      {"extra-duty", "markets:countries origins?:countries duty:amount" + kPeriod + kRowSource, "name:plain",
       ""},
      {"vat-rule", "market:country uplift?:amount inclusive?:yes-no recoverable?:yes-no" + kRowSource, "",
       ""},
  };
}

}  // namespace configurator
