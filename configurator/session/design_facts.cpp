// Gathers what rules may ask of an order.
#include "configurator/session/design_facts.h"

#include "bom/cie_lab.h"

namespace configurator {
namespace {

constexpr double kMiddleLightness = 50;  // CIE L*: half as light as white to the eye

}  // namespace

RuleFacts factsOf(const Catalog& catalog, const Design& design) {
  RuleFacts facts;
  if (!design.use.empty()) facts["use"] = {design.use};
  const auto market = catalog.prices.markets.find(design.order.market);
  if (market != catalog.prices.markets.end()) {
    facts["market"] = {market->first};
    facts["region"] = {market->second.region};
    facts["sun"] = {market->second.sun};
    facts["heat"] = {market->second.heat};
    facts["humidity"] = {market->second.humidity};
  }
  for (const DesignColorway& colorway : design.colorways) {
    for (const auto& [zone, color] : colorway.colors)
      facts["ground." + zone].insert(bom::labOf(color.srgb)[0] < kMiddleLightness ? "dark" : "light");
  }
  return facts;
}

const CatalogModel& rulesOf(const Workshop& workshop, const Design& design) {
  return workshop.rules->of(workshop.catalog, factsOf(workshop.catalog, design));
}

}  // namespace configurator
