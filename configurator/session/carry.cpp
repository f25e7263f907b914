#include "configurator/session/carry.h"

#include <algorithm>
#include <string>
#include <utility>

#include "bom/bill_thread.h"
#include "bom/number_text.h"
#include "configurator/catalog/require.h"

namespace configurator {
namespace {

const bom::Rate* rateOf(const Catalog& catalog, const std::string& id) {
  const auto found = catalog.prices.rates.find(id);
  return found == catalog.prices.rates.end() ? nullptr : &found->second;
}

double typicalOf(const bom::Rate& rate) {
  return static_cast<double>(rate.typical_millionths) / 1e6;
}

/// A constant that the formulas cannot do without.
double constantOf(const Catalog& catalog, const std::string& id) {
  const bom::Rate* rate = rateOf(catalog, id);
  if (rate == nullptr) broken("the catalog has no rate " + id);
  return typicalOf(*rate);
}

CarryConstants constantsOf(const Catalog& catalog) {
  CarryConstants c;
  c.stride_m_s2 = constantOf(catalog, "carry-stride-acceleration");
  c.lever_reference_mm = constantOf(catalog, "carry-lever-reference");
  c.travel_mm = constantOf(catalog, "carry-travel");
  c.strap_pressure_kpa = constantOf(catalog, "carry-strap-pressure");
  c.bearing_length_mm = constantOf(catalog, "carry-bearing-length");
  c.tack_28_n = constantOf(catalog, "carry-tack-bartack-28");
  c.tack_42_n = constantOf(catalog, "carry-tack-bartack-42");
  c.x_box_n = constantOf(catalog, "carry-tack-x-box");
  c.safety_factor = constantOf(catalog, "carry-safety-factor");
  c.kg_per_litre = constantOf(catalog, "carry-load-density");
  return c;
}

void addMasses(const std::vector<bom::Use>& uses, std::vector<PartMass>& masses) {
  for (const bom::Use& use : uses) {
    const double grams = use.mass.toDouble();
    if (grams <= 0) continue;
    if (use.part_ids.empty()) masses.push_back({"", use.assembly, grams});
    const double share = grams / static_cast<double>(std::max<std::size_t>(1, use.part_ids.size()));
    for (const std::string& part : use.part_ids) masses.push_back({part, use.assembly, share});
  }
}

/// The bill's masses: what the product uses and the thread that sews it. A product without thread data is
/// refused by its bill; here it only weighs less.
std::vector<PartMass> massesOf(const Catalog& catalog, const bom::Product& product) {
  std::vector<PartMass> masses;
  addMasses(product.uses, masses);
  if (const auto threads = bom::threadUses(product, catalog.prices)) addMasses(*threads, masses);
  return masses;
}

void addModules(const Catalog& catalog, const Choices& choices, CarryFacts& facts) {
  for (const Slot& slot : catalog.slots) {
    const std::string& option = choices.options.at(slot.id).value;
    const std::string key = slot.id + "-" + option;
    const Option* chosen = catalog.chosenOption(choices, slot.id);
    const std::string name = chosen == nullptr ? key : chosen->name.text();
    if (const bom::Rate* hold = rateOf(catalog, "hold-" + key))
      facts.holds.push_back({name, typicalOf(*hold)});
    if (const bom::Rate* cap = rateOf(catalog, "load-class-" + key))
      facts.classes.push_back({name, typicalOf(*cap)});
    if (const bom::Rate* share = rateOf(catalog, "belt-share-" + key))
      facts.belt_share = typicalOf(*share) / 100;
  }
}

}  // namespace

std::set<std::string> reflectiveItemsOf(const Catalog& catalog) {
  std::set<std::string> items;
  for (const auto& [id, item] : catalog.prices.items)
    if (item.section == bom::BillSection::Reflective) items.insert(id);
  return items;
}

CarryFigures carryOf(const Workshop& workshop, const Design& design, const Pack& pack,
                     const bom::Product& product) {
  const Catalog& catalog = workshop.catalog;
  CarryFacts facts;
  facts.constants = constantsOf(catalog);
  facts.masses = massesOf(catalog, product);
  facts.load_kg = pack.parameters.at("load");
  addModules(catalog, design.choices, facts);
  facts.reflective_items = reflectiveItemsOf(catalog);
  return carryFiguresOf(pack, facts);
}

std::vector<std::string> loadCarriersOf(const Catalog& catalog) {
  std::vector<std::string> carriers{"harness", "strap-width"};
  for (const Slot& slot : catalog.slots) {
    const std::vector<const Option*> options = catalog.optionsOf(slot.id);
    const bool bears = std::any_of(options.begin(), options.end(), [&](const Option* option) {
      const std::string key = slot.id + "-" + option->id;
      return rateOf(catalog, "load-class-" + key) != nullptr ||
             rateOf(catalog, "belt-share-" + key) != nullptr;
    });
    if (bears && slot.id != carriers.front()) carriers.push_back(slot.id);
  }
  return carriers;
}

std::vector<Violation> loadFindingsOf(const Design& design, const CarryFigures& carry) {
  const auto intended = design.choices.parameters.find("load");
  if (intended == design.choices.parameters.end() || intended->second.value <= carry.load_max_kg) return {};
  const LoadLimit& limit = carry.governing();
  Violation finding{kLoadAboveRecommended, "warning", "", "", {"load"}};
  finding.message = "The intended load of " + bom::formatDouble(intended->second.value, 1) +
                    " kg is more than the recommended " + bom::formatDouble(carry.load_max_kg, 1) + " kg.";
  if (limit.id == "straps")
    finding.because = "More presses into the shoulders at each stride: " + limit.basis + ".";
  else if (limit.id == "anchors")
    finding.because = "More tears at the strap anchors at each stride: " + limit.basis + ".";
  else if (limit.id == "class")
    finding.because = "Packs of this class are not made for more: " + limit.basis + ".";
  else
    finding.because = "The compartments hold no more of what is usually carried: " + limit.basis + ".";
  return {std::move(finding)};
}

}  // namespace configurator
