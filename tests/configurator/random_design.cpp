#include "tests/configurator/random_design.h"
#include "tests/case_count.h"

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/given_numbers.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/solved_capacity.h"
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
                                 {"roll-top", "endurance"},    {"vest", "hydration"},
                                 {"vest-race", "lightweight"}};

/// Keeps the rules, holds its litres and takes its modules; all without the explanations of violationsOf.
bool isSound(const Choices& choices) {
  const Catalog& catalog = testWorkshop().catalog;
  if (!isValid(checkRules(catalog, choices))) return false;
  const Pack pack = buildPack(catalog, choices, PackSize::M);
  return holdsItsCapacity(catalog, choices, pack) && pack.shortfalls.empty();
}

class RandomDesigns {
 public:
  explicit RandomDesigns(std::uint32_t seed) : random_(seed) {}
  Design next();

 private:
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random_)];
  }
  void chooseBody(Design& design);
  void chooseOptions(Design& design);
  void chooseParameters(Design& design);
  void chooseZones(Design& design);
  /// Back length, width and depth as a user gives them, each now and then, and now and then no litres.
  void giveDimensions(Design& design);

  std::mt19937 random_;
};

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
  const bool automatic = random_() % 4 == 0;
  if (automatic) design.choices.parameters.at("capacity").by = By::Solved;
  for (const char* id : kDimensions) {
    if (random_() % (automatic ? 2 : 4) != 0) continue;
    Choices tried = design.choices;
    tried.parameters.at(id) = {pick(allowedSteps(catalog, tried, *catalog.findParameter(id))), By::User,
                               false};
    // What cannot reach its litres with this dimension, or has no room for a module, is not a valid design.
    if (!isSound(withSolvedCapacity(catalog, tried))) continue;
    design.choices = tried;
  }
  if (automatic) design.choices = withSolvedCapacity(catalog, std::move(design.choices));
}

Design RandomDesigns::next() {
  Design design;
  chooseBody(design);
  chooseZones(design);  // some options need a material that no template has
  chooseOptions(design);
  chooseParameters(design);
  chooseZones(design);
  giveDimensions(design);
  return design;
}

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

int randomDesignCount() {
  return caseCount(200, 2000);
}

const std::vector<Design>& randomDesigns() {
  static const std::vector<Design> kDesigns = [] {
    RandomDesigns random(kRandomDesignSeed);
    std::vector<Design> designs;
    for (int i = 0; i < randomDesignCount(); ++i) designs.push_back(random.next());
    return designs;
  }();
  return kDesigns;
}

}  // namespace configurator
