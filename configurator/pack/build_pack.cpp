#include "configurator/pack/build_pack.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/catalog/require.h"
#include "configurator/pack/edge_finish.h"
#include "configurator/pack/family.h"
#include "configurator/pack/given_numbers.h"
#include "configurator/pack/hose.h"
#include "configurator/pack/on_host.h"
#include "configurator/pack/pack_measures.h"

namespace configurator {
namespace {

constexpr const char* kBodySlot = "body";
constexpr const char* kCapacity = "capacity";
constexpr int kMostRounds = 5;          // each takes the error down by an order of magnitude
constexpr double kCloseEnough = 0.005;  // of the asked litres; the promise is 2 %
constexpr double kLeastOfBody = 0.2;    // a body that pockets outweigh is no body: then a finding says so

std::optional<double> hostValue(const Host& host, std::string_view name) {
  if (name == "host.width") return host.width_mm;
  if (name == "host.height") return host.height_mm;
  return std::nullopt;
}

std::optional<double> bodyValue(const Body& body, std::string_view name) {
  if (name == "body.width") return body.width_mm;
  if (name == "body.height") return body.height_mm;
  if (name == "body.depth") return body.depth_mm;
  if (name == "torso.length") return body.torso.length_mm;
  if (name == "torso.chest-girth") return body.torso.chest_girth_mm;
  return std::nullopt;
}

/// What a catalog formula may name: parameters, the body, the host that the same call names.
Expression::Lookup lookupFor(PackDraft& draft, const FamilyCall& call) {
  const Host* host = nullptr;
  if (const auto word = call.arguments.find("host"); word != call.arguments.end()) {
    host = &placeOf(draft, word->second.word);
  }
  return [&draft, host](std::string_view name) -> std::optional<double> {
    if (const auto found = draft.pack.parameters.find(std::string(name));
        found != draft.pack.parameters.end()) {
      return found->second;
    }
    if (host != nullptr) {
      if (const auto value = hostValue(*host, name)) return value;
    }
    return bodyValue(draft.body, name);
  };
}

double evaluated(const Expression& expression, const Expression::Lookup& lookup, const FileLine& at) {
  const Result<double> value = expression.evaluate(lookup);
  if (!value) broken(at.file + ":" + std::to_string(at.line) + ": " + value.error().message);
  return *value;
}

ModuleCall evaluatedCall(PackDraft& draft, const std::string& slot, const FamilyCall& call) {
  ModuleCall module;
  module.slot = slot;
  module.assembly = slot;
  module.part = call.part;
  const Expression::Lookup lookup = lookupFor(draft, call);
  for (const auto& [name, argument] : call.arguments) {
    if (argument.value) {
      module.numbers[name] = evaluated(*argument.value, lookup, argument.at);
    } else {
      module.words[name] = argument.word;
    }
  }
  return module;
}

void addItemUse(PackDraft& draft, const Option& option, const ItemUse& use,
                const Expression::Lookup& lookup) {
  Fitting fitting;
  fitting.id = option.slot + "." + use.item;
  fitting.name = draft.catalog.itemOf(use.item, 0).name;
  fitting.assembly = option.slot;
  fitting.item = use.item;
  fitting.placement = use.placement;
  fitting.in_product = use.in_product;
  fitting.amount = evaluated(use.quantity, lookup, use.at);
  addFitting(draft, std::move(fitting));
}

/// Uses and operations of an option that no geometry implies.
void addExtras(PackDraft& draft, const Option& option) {
  const Expression::Lookup lookup = lookupFor(draft, FamilyCall{});
  for (const ItemUse& use : option.items) addItemUse(draft, option, use, lookup);
  for (const OperationUse& use : option.operations) {
    const int times = static_cast<int>(std::lround(evaluated(use.occurrences, lookup, use.at)));
    addWork(draft, {option.slot + "." + use.operation, use.operation, option.slot, times, 0, {}});
  }
  for (const std::string& rate : option.tooling) draft.pack.tooling.push_back(rate);
}

/// What a design chooses in one slot, and the families that build it in the order of the option's calls.
struct ChosenOption {
  const Slot* slot = nullptr;
  const Option* option = nullptr;
  std::vector<const Family*> families;
  bool in_litres = false;  ///< what a round that only asks for litres builds
};

/// Pockets whose litres follow from the body alone.
bool isPocketOnBody(std::string_view family) {
  return family == "patch-pocket" || family == "dump-pocket" || family == "side-pocket";
}

/// What may hold litres on straps or belt.
bool isOnCarrier(const FamilyCall& call) {
  if (call.family == "phone-pocket" || call.family == "flask-pockets") return true;
  const auto pockets = call.arguments.find("pockets");
  return call.family == "padded-belt" && pockets != call.arguments.end() && pockets->second.word == "yes";
}

/// Does a call close its pocket with a zip, as pockets do that say nothing of their mouth? Others are open.
bool isZipped(const FamilyCall& call) {
  const auto mouth = call.arguments.find("mouth");
  if (mouth != call.arguments.end()) return mouth->second.word == "zip";
  return call.family == "patch-pocket";
}

/// All slots in the catalog's order but the body first. Found once: every round builds from them.
std::vector<ChosenOption> chosenOptions(const Catalog& catalog, const Choices& choices) {
  std::vector<ChosenOption> all;
  for (const Slot& slot : catalog.slots) {
    const auto choice = choices.options.find(slot.id);
    if (choice == choices.options.end()) broken("the design chooses nothing for slot " + slot.id);
    const Option* option = catalog.findOption(slot.id, choice->second.value);
    require(option != nullptr, "the design chooses an option of the catalog in every slot");
    ChosenOption chosen{&slot, option, {}};
    for (const FamilyCall& call : option->calls) {
      chosen.families.push_back(findFamily(call.family));
      if (chosen.families.back() == nullptr) broken(call.at.file + ": unknown family " + call.family);
    }
    all.insert(slot.id == kBodySlot ? all.begin() : all.end(), std::move(chosen));
  }
  require(!all.empty() && all.front().slot->id == kBodySlot, "the catalog has a body slot");
  return all;
}

void buildOption(PackDraft& draft, const ChosenOption& chosen) {
  const Slot& slot = *chosen.slot;
  const Option& option = *chosen.option;
  if (option.calls.empty() && option.items.empty() && option.operations.empty()) return;
  addAssembly(draft, {slot.id, slot.name.text(), "pack", false});
  for (std::size_t i = 0; i < chosen.families.size(); ++i)
    chosen.families[i]->build(evaluatedCall(draft, slot.id, option.calls[i]), draft);
  addExtras(draft, option);
}

/// Litres of the whole pack from its compartments.
void addUpCapacity(Pack& pack) {
  pack.capacity_l = 0;
  pack.carry_l = 0;
  for (const Compartment& compartment : pack.compartments) {
    if (compartment.enclosed) pack.capacity_l += compartment.capacity_l;
    pack.carry_l += compartment.capacity_l;
  }
}

/// What the chosen options promise on the inside of the back, and how high a back they need. Their sizes name
/// no place: the body is not made yet.
std::vector<Promise> promisesOf(PackDraft& draft, const std::vector<ChosenOption>& options) {
  std::vector<Promise> promises;
  for (const ChosenOption& chosen : options) {
    if (const auto back = parseDecimal(chosen.option->attribute("least-back")))
      promises.push_back({0, *back, 0});
    for (const FamilyCall& call : chosen.option->calls) {
      const auto word = [&](const char* name) {
        const auto found = call.arguments.find(name);
        return found == call.arguments.end() ? std::string() : found->second.word;
      };
      if (word("must-hold") != "yes" || (word("host") != "back-inner" && word("host") != "bladder")) continue;
      FamilyCall sizes = call;
      sizes.arguments.erase("host");
      const ModuleCall module = evaluatedCall(draft, chosen.slot->id, sizes);
      promises.push_back({module.number("width", 0), module.number("height", 0), module.number("y", 0)});
    }
  }
  return promises;
}

/// Marks what is enough to know the litres: the body and the pockets on it. Marks nothing where one round
/// will do, and where straps or belt hold litres: then only whole packs know them.
bool markForLitres(std::vector<ChosenOption>& options) {
  const bool open_counts = options.front().option->attribute("label-means") == "carry_l";
  bool wanted = false;
  for (ChosenOption& chosen : options) {
    chosen.in_litres = &chosen == &options.front();
    for (const FamilyCall& call : chosen.option->calls) {
      if (isOnCarrier(call)) return false;
      chosen.in_litres = chosen.in_litres || isPocketOnBody(call.family);
      wanted = wanted || (isPocketOnBody(call.family) && (open_counts || isZipped(call)));
    }
  }
  return wanted;
}

/// A design with what it chooses.
struct ChosenDesign {
  const Catalog& catalog;
  const Choices& choices;
  std::vector<ChosenOption> options;
};

/// One pass over the slots.
struct Pass {
  PackSize size = PackSize::M;
  double body_litres = 0;    ///< that the body is made for
  bool only_litres = false;  ///< leaves out what does not change them
};

Pack buildOnce(const ChosenDesign& design, const Pass& pass) {
  PackDraft draft{design.catalog, design.choices, {}, {}};
  draft.pack.size = pass.size;
  for (const auto& [id, chosen] : design.choices.parameters) draft.pack.parameters[id] = chosen.value;
  draft.pack.parameters[kCapacity] = pass.body_litres;
  addAssembly(draft, {"pack", "Pack", "", false});
  draft.promises = promisesOf(draft, design.options);
  for (const ChosenOption& chosen : design.options)
    if (!pass.only_litres || chosen.in_litres) buildOption(draft, chosen);
  if (!pass.only_litres) {
    layHose(draft);
    addPackMeasures(draft);
  }
  addUpCapacity(draft.pack);
  // A pack with nothing to close has no enclosed litres to check.
  if (draft.pack.capacity_l > 0) addMeasure(draft, "Z", draft.pack.capacity_l);
  if (draft.expansion_l > 0) addMeasure(draft, "ZX", draft.pack.capacity_l + draft.expansion_l);
  return std::move(draft.pack);
}

}  // namespace

Pack buildPack(const Catalog& catalog, const Choices& choices, PackSize size) {
  // Pockets count in the litres that the label means, so the body is made for what they leave; pockets follow
  // the body, hence a few rounds. The label holds at size M; the other sizes are graded from that body.
  const double asked = choices.parameters.at(kCapacity).value;
  ChosenDesign design{catalog, choices, chosenOptions(catalog, choices)};
  const bool follows = capacityFollows(choices);
  bool only_litres = !follows && markForLitres(design.options);
  double body_litres = asked;
  for (int round = 0;;) {
    Pack pack = buildOnce(design, {PackSize::M, body_litres, only_litres});
    const double missing = asked - labelledLitres(pack);
    if (!follows && round < kMostRounds && std::abs(missing) > kCloseEnough * asked) {
      body_litres = std::max(kLeastOfBody * asked, body_litres + missing);
      ++round;
      continue;
    }
    if (only_litres) {  // now the whole of it, which has the last word
      only_litres = false;
      continue;
    }
    const double litres = labelledLitres(pack);
    if (size != PackSize::M) pack = buildOnce(design, {size, body_litres, false});
    pack.parameters[kCapacity] = isCapacityAuto(choices) ? litres : asked;
    finishEdges(pack);
    return pack;
  }
}

}  // namespace configurator
