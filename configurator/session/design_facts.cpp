// Gathers what rules may ask of an order.
#include "configurator/session/design_facts.h"

#include <cmath>

#include "bom/cie_lab.h"

namespace configurator {
namespace {

constexpr double kMiddleLightness = 50;  // CIE L*: half as light as white to the eye
constexpr double kLeastContrast = 25;    // CIE 1976: a mark less apart from its ground is not seen in passing

double lightnessOf(const ZoneColor& color) {
  return bom::labOf(color.srgb)[0];
}

/// Of the logo against the front panel in one colorway.
std::string logoContrast(const DesignColorway& colorway) {
  const auto logo = colorway.colors.find("logo"), ground = colorway.colors.find("front-panel");
  if (logo == colorway.colors.end() || ground == colorway.colors.end()) return "high";
  const auto mark = bom::labOf(logo->second.srgb), under = bom::labOf(ground->second.srgb);
  const double apart = std::hypot(mark[0] - under[0], mark[1] - under[1], mark[2] - under[2]);
  return apart < kLeastContrast ? "low" : "high";
}

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
      facts["ground." + zone].insert(lightnessOf(color) < kMiddleLightness ? "dark" : "light");
    facts["logo-contrast"].insert(logoContrast(colorway));
  }
  return facts;
}

const CatalogModel& rulesOf(const Workshop& workshop, const Design& design) {
  return workshop.rules->of(workshop.catalog, factsOf(workshop.catalog, design));
}

}  // namespace configurator
