#include "tests/configurator/random_design.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "configurator/rules/check_rules.h"
#include "configurator/session/figures.h"
#include "configurator/session/template_library.h"

namespace configurator {
namespace {

constexpr const char* kDate = "2026-11-01";

/// The template a random design of a body starts from: its other slots fit that body. A body that no template
/// shows takes another's place, with a closure of its own.
struct Start {
  std::string body, template_id, closure = {};
};
const std::vector<Start> kStarts{{"clamshell", "medical"},     {"drawcord", "endurance", "drawcord-lid"},
                                 {"panel-loader", "commuter"}, {"panel-loader-wide", "medical"},
                                 {"roll-top", "endurance"},    {"vest", "hydration"}};

}  // namespace

const Workshop& testWorkshop() {
  static const Workshop kWorkshop = [] {
    auto workshop = openWorkshop(std::string(RUCKSMITH_BINARY_DIR) + "/rucksmith");
    if (!workshop) throw std::runtime_error(workshop.error().message);
    return std::move(*workshop);
  }();
  return kWorkshop;
}

std::vector<Design> templateDesigns() {
  std::vector<Design> designs;
  const auto templates = listTemplates(testWorkshop());
  if (!templates) throw std::runtime_error(templates.error().message);
  for (const TemplateSummary& summary : *templates) {
    auto design = newDesign(testWorkshop(), summary.id, kDate);
    if (!design) throw std::runtime_error(design.error().message);
    designs.push_back(std::move(*design));
  }
  return designs;
}

void RandomDesigns::chooseBody(Design& design) {
  const Start& start = pick(kStarts);
  design = *newDesign(testWorkshop(), start.template_id, kDate);
  design.choices.options["body"].value = start.body;
  if (!start.closure.empty()) design.choices.options["main-closure"].value = start.closure;
}

void RandomDesigns::chooseOptions(Design& design) {
  const Catalog& catalog = testWorkshop().catalog;
  std::vector<const Slot*> slots;
  for (const Slot& slot : catalog.slots) slots.push_back(&slot);
  // Twice round: what the first round's later choices made possible can be chosen in the second.
  for (int round = 0; round < 2; ++round) {
    std::shuffle(slots.begin(), slots.end(), random_);
    for (const Slot* slot : slots) {
      if (slot->id == "body") continue;
      const Option* option = pick(catalog.optionsOf(slot->id));
      if (optionFits(catalog, design.choices, *option)) design.choices.options[slot->id].value = option->id;
    }
  }
}

void RandomDesigns::chooseParameters(Design& design) {
  const Catalog& catalog = testWorkshop().catalog;
  for (const Parameter& parameter : catalog.parameters) {
    const std::vector<double> steps = allowedSteps(catalog, design.choices, parameter);
    if (steps.empty()) throw std::runtime_error("no value is left for " + parameter.id);
    design.choices.parameters[parameter.id].value = pick(steps);
  }
}

void RandomDesigns::chooseZones(Design& design) {
  const Catalog& catalog = testWorkshop().catalog;
  for (const Zone& zone : catalog.zones) {
    const std::string before = design.choices.zones[zone.id].value;
    design.choices.zones[zone.id].value = pick(catalog.materialsOf(zone));
    if (!isValid(checkRules(catalog, design.choices))) design.choices.zones[zone.id].value = before;
  }
}

void RandomDesigns::giveDimensions(Design& design) {
  const Catalog& catalog = testWorkshop().catalog;
  for (const char* id : {"back-length", "width", "depth"}) {
    if (random_() % 4 != 0) continue;
    Chosen<double>& chosen = design.choices.parameters.at(id);
    const Chosen<double> before = chosen;
    chosen.value = pick(allowedSteps(catalog, design.choices, *catalog.findParameter(id)));
    chosen.by = By::User;
    // What cannot reach its litres with this dimension, or has no room for a module, is not a valid design.
    if (!isValid(violationsOf(testWorkshop(), design))) chosen = before;
    if (chosen.by == By::User) ++occurrences_[std::string("given ") + id];
  }
}

Design RandomDesigns::next() {
  Design design;
  chooseBody(design);
  chooseZones(design);  // some options need a material that no template has
  chooseOptions(design);
  chooseParameters(design);
  chooseZones(design);
  giveDimensions(design);
  for (const auto& [slot, option] : design.choices.options) ++occurrences_[slot + "=" + option.value];
  return design;
}

int randomDesignCount() {
  return std::getenv("RUCKSMITH_SOAK") != nullptr ? 2000 : 200;
}

}  // namespace configurator
