// Changes one value of a design. Texts come from the user, so each is checked as a file's would be.
#include "configurator/design/edit_design.h"

#include <algorithm>
#include <utility>

#include "configurator/catalog/near_word.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/split_text.h"
#include "configurator/catalog/utf8.h"
#include "configurator/catalog/xml_shape.h"
#include "configurator/design/design_format.h"

namespace configurator {

namespace {

/// One edit under way. `key` and `value` as the user wrote them.
struct Edit {
  const Catalog& catalog;
  Design design;
  std::string key, value;

  tl::unexpected<Error> refuse(const std::string& why) const { return failure(key + ": " + why); }
};

using Edited = Result<Design>;

std::vector<std::string> choiceIds(const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const Slot& slot : catalog.slots) ids.push_back(slot.id);
  for (const Parameter& parameter : catalog.parameters) ids.push_back(parameter.id);
  for (const Zone& zone : catalog.zones) ids.push_back(zone.id);
  return ids;
}

std::vector<std::string> colorwayCodes(const Design& design) {
  std::vector<std::string> codes;
  for (const DesignColorway& colorway : design.colorways) codes.push_back(colorway.code);
  return codes;
}

tl::unexpected<Error> unknownKey(const Edit& edit) {
  std::vector<std::string> keys = choiceIds(edit.catalog);
  for (const std::string& id : choiceIds(edit.catalog)) keys.push_back("pin." + id);
  for (const char* field : {"origin", "market", "incoterm", "currency", "date", "freight", "proof-of-origin",
                            "tooling-by", "tooling-over", "payment"}) {
    keys.push_back(std::string("order.") + field);
  }
  for (const char* field : {"name", "style", "season", "designer", "description"}) {
    keys.push_back(std::string("brand.") + field);
  }
  keys.emplace_back("design.name");
  return failure("unknown key \"" + edit.key + "\"" + didYouMean(edit.key, keys));
}

template <typename T>
void choose(Chosen<T>& chosen, T value) {
  chosen.value = std::move(value);
  chosen.by = By::User;
}

Edited editOption(Edit edit, const Slot& slot) {
  auto& chosen = edit.design.choices.options[slot.id];
  if (edit.value == "auto") {
    chosen = {slot.default_option, By::Solved, false};
  } else if (const auto objection = objectionToId(optionIds(edit.catalog, slot.id), edit.value,
                                                  "option of \"" + slot.id + "\"")) {
    return edit.refuse(*objection);
  } else {
    choose(chosen, edit.value);
  }
  return std::move(edit.design);
}

Edited editParameter(Edit edit, const Parameter& parameter) {
  auto& chosen = edit.design.choices.parameters[parameter.id];
  if (edit.value == "auto") {
    chosen = {parameter.default_value, By::Solved, false};
    return std::move(edit.design);
  }
  const auto number = parseDecimal(edit.value);
  if (!number) return edit.refuse("\"" + edit.value + "\" is not a number like 12.5");
  if (const auto objection = objectionToValue(parameter, *number)) return failure(*objection);
  choose(chosen, *number);
  return std::move(edit.design);
}

Edited editZone(Edit edit, const Zone& zone) {
  auto& chosen = edit.design.choices.zones[zone.id];
  if (edit.value == "auto") {
    chosen = {zone.default_item, By::Solved, false};
  } else if (const auto objection = objectionToId(edit.catalog.materialsOf(zone), edit.value,
                                                  "material of zone \"" + zone.id + "\"")) {
    return edit.refuse(*objection);
  } else {
    choose(chosen, edit.value);
  }
  return std::move(edit.design);
}

Edited editPin(Edit edit, const std::string& id) {
  if (edit.value != "yes" && edit.value != "no")
    return edit.refuse("\"" + edit.value + "\" is not yes or no");
  const bool pinned = edit.value == "yes";
  Choices& choices = edit.design.choices;
  if (edit.catalog.findSlot(id) != nullptr) {
    choices.options[id].pinned = pinned;
  } else if (edit.catalog.findParameter(id) != nullptr) {
    choices.parameters[id].pinned = pinned;
  } else if (edit.catalog.findZone(id) != nullptr) {
    choices.zones[id].pinned = pinned;
  } else {
    return edit.refuse(*objectionToId(choiceIds(edit.catalog), id, "slot, parameter or zone"));
  }
  return std::move(edit.design);
}

Edited editColor(Edit edit, const std::string& code, const std::string& zone) {
  const auto codes = colorwayCodes(edit.design);
  if (const auto objection = objectionToId(codes, code, "colorway of this design"))
    return edit.refuse(*objection);
  std::vector<std::string> zones;
  for (const Zone& one : edit.catalog.zones) zones.push_back(one.id);
  if (const auto objection = objectionToId(zones, zone, "zone")) return edit.refuse(*objection);
  const auto color = parseColor(edit.value);
  if (!color) return edit.refuse("\"" + edit.value + "\" is not a colour like #30343a");
  const auto colorway = std::find(codes.begin(), codes.end(), code) - codes.begin();
  // Name and Pantone code described the old colour.
  edit.design.colorways[static_cast<std::size_t>(colorway)].colors[zone] = {*color, "", ""};
  return std::move(edit.design);
}

Edited editKnown(Edit edit, const std::vector<std::string>& known, const std::string& what,
                 std::string Order::*field) {
  if (const auto objection = objectionToId(known, edit.value, what)) return edit.refuse(*objection);
  edit.design.order.*field = edit.value;
  return std::move(edit.design);
}

/// "auto" takes back what was agreed.
Edited editTerms(Edit edit, const std::string& field) {
  Order& order = edit.design.order;
  const std::string value = edit.value == "auto" ? "" : edit.value;
  if (field == "freight") {
    if (!value.empty()) {
      if (const auto objection = objectionToId(freightModes(), value, "way of freight"))
        return edit.refuse(*objection);
    }
    order.freight = value;
  } else if (field == "proof-of-origin") {
    if (!value.empty() && value != "yes" && value != "no")
      return edit.refuse("\"" + value + "\" is neither yes nor no");
    order.proof_of_origin = value == "yes";
  } else if (field == "tooling-by") {
    if (!value.empty() && value != "buyer" && value != "factory")
      return edit.refuse("tooling is paid by the buyer or the factory, not by \"" + value + "\"");
    order.buyer_pays_tooling = value == "buyer";
  } else if (field == "tooling-over") {
    const auto pieces = value.empty() ? std::optional<std::int64_t>(0) : parsePieces(value);
    if (!pieces) return edit.refuse("\"" + value + "\" is not " + piecesWanted());
    order.tooling_over = *pieces;
  } else if (field == "payment") {
    if (!value.empty()) {
      if (const auto objection = objectionToId(paymentIds(edit.catalog), value, "payment terms"))
        return edit.refuse(*objection);
    }
    order.payment = value;
  } else {
    return unknownKey(edit);
  }
  return std::move(edit.design);
}

Edited editOrder(Edit edit, const std::string& field) {
  if (field == "origin") return editKnown(edit, originIds(edit.catalog), "origin", &Order::origin);
  if (field == "market") return editKnown(edit, marketIds(edit.catalog), "market", &Order::market);
  if (field == "incoterm") return editKnown(edit, incoterms(), "Incoterm", &Order::incoterm);
  if (field == "currency") {
    return editKnown(edit, currencyCodes(edit.catalog), "currency with an exchange rate", &Order::currency);
  }
  if (field != "date") return editTerms(std::move(edit), field);
  if (!isDate(edit.value)) return edit.refuse("\"" + edit.value + "\" is not a day like 2026-03-31");
  edit.design.order.date = edit.value;
  return std::move(edit.design);
}

/// Lines stay sorted by colorway, then S M L, so that the way to an order does not show in its file.
void sortLines(Design& design) {
  const auto codes = colorwayCodes(design);
  const auto rank = [](const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) - all.begin();
  };
  std::stable_sort(design.order.lines.begin(), design.order.lines.end(),
                   [&](const OrderLine& a, const OrderLine& b) {
                     return std::pair(rank(codes, a.colorway), rank(orderSizes(), a.size)) <
                            std::pair(rank(codes, b.colorway), rank(orderSizes(), b.size));
                   });
}

Edited editQuantity(Edit edit, const std::string& code, const std::string& size) {
  const auto codes = colorwayCodes(edit.design);
  if (const auto objection = objectionToId(codes, code, "colorway of this design"))
    return edit.refuse(*objection);
  if (const auto objection = objectionToId(orderSizes(), size, "size; sizes are S, M, L")) {
    return edit.refuse(*objection);
  }
  const auto pieces = parsePieces(edit.value);
  if (!pieces) return edit.refuse("\"" + edit.value + "\" is not " + piecesWanted());
  auto& lines = edit.design.order.lines;
  std::erase_if(lines, [&](const OrderLine& line) { return line.colorway == code && line.size == size; });
  if (*pieces > 0) lines.push_back({code, size, *pieces});
  sortLines(edit.design);
  return std::move(edit.design);
}

Edited editPart(Edit edit, const std::string& item) {
  if (const auto objection = objectionToId(boughtIds(edit.catalog), item, "item"))
    return edit.refuse(*objection);
  const std::string file = trimmed(edit.value);
  if (file.empty() || findUnclean(file) != std::string::npos) return edit.refuse("this is no file's name");
  if (file == "none")
    edit.design.own_parts.erase(item);
  else
    edit.design.own_parts[item].file = file;
  return std::move(edit.design);
}

Edited editPartField(Edit edit, const std::string& item, const std::string& field) {
  const auto part = edit.design.own_parts.find(item);
  if (part == edit.design.own_parts.end())
    return edit.refuse("give the part a file first, part." + item + "=FILE");
  const auto choice = [&](const std::vector<std::string>& known) {
    return objectionToId(known, edit.value, field + " of a part");
  };
  if (field == "unit") {
    if (const auto objection = choice(partUnitNames())) return edit.refuse(*objection);
    part->second.unit = edit.value;
  } else if (field == "up") {
    if (const auto objection = choice(partAxes())) return edit.refuse(*objection);
    part->second.up = edit.value;
  } else if (field == "turn") {
    if (const auto objection = choice(partTurns())) return edit.refuse(*objection);
    part->second.turn_deg = static_cast<int>(parseWhole(edit.value).value_or(0));
  } else {
    return unknownKey(edit);
  }
  return std::move(edit.design);
}

/// The value as text that may stand in a design's file.
Result<std::string> textOf(const Edit& edit) {
  std::string text = trimmed(withUnixLines(edit.value));
  if (findUnclean(text) == std::string::npos) return text;
  return edit.refuse("the text contains a control character or is not UTF-8");
}

Edited editBrand(Edit edit, const std::string& field) {
  static const std::vector<std::pair<std::string, std::string Brand::*>> kFields{
      {"name", &Brand::name},
      {"style", &Brand::style_number},
      {"season", &Brand::season},
      {"designer", &Brand::designer},
      {"description", &Brand::description}};
  const auto known =
      std::find_if(kFields.begin(), kFields.end(), [&](const auto& f) { return f.first == field; });
  if (known == kFields.end()) return unknownKey(edit);
  auto text = textOf(edit);
  if (!text) return tl::unexpected(text.error());
  edit.design.brand.*(known->second) = std::move(*text);
  return std::move(edit.design);
}

/// What the catalog's options call the modules that they build.
std::vector<std::string> modulesOf(const Catalog& catalog) {
  std::vector<std::string> modules;
  for (const Option& option : catalog.options)
    for (const FamilyCall& call : option.calls) modules.push_back(call.part);
  return modules;
}

/// The key says where: "artwork.branding" is the artwork of the module whose parts begin with "branding".
Edited editArtwork(Edit edit) {
  const std::string module = edit.key.substr(edit.key.find('.') + 1);
  const std::string part = module + ".artwork";
  if (edit.value == "none") {
    edit.design.artwork.erase(part);
    return std::move(edit.design);
  }
  const std::vector<std::string> modules = modulesOf(edit.catalog);
  if (std::find(modules.begin(), modules.end(), module) == modules.end())
    return edit.refuse("\"" + module + "\" is no module" + didYouMean(module, modules));
  auto text = textOf(edit);
  if (!text) return tl::unexpected(text.error());
  if (!isRelativePath(*text))
    return edit.refuse("\"" + *text + "\" is not none or a path that begins at the design file's folder");
  edit.design.artwork[part] = std::move(*text);
  return std::move(edit.design);
}

Edited editName(Edit edit) {
  auto text = textOf(edit);
  if (!text) return tl::unexpected(text.error());
  if (text->empty()) return edit.refuse("a design needs a name");
  edit.design.name = std::move(*text);
  return std::move(edit.design);
}

}  // namespace

Result<Design> applyEdit(const Catalog& catalog, Design design, std::string_view key,
                         std::string_view value) {
  Edit edit{catalog, std::move(design), std::string(key), std::string(value)};
  if (const Slot* slot = catalog.findSlot(key)) return editOption(std::move(edit), *slot);
  if (const Parameter* parameter = catalog.findParameter(key))
    return editParameter(std::move(edit), *parameter);
  if (const Zone* zone = catalog.findZone(key)) return editZone(std::move(edit), *zone);
  const std::vector<std::string> words = splitAt(edit.key, '.');
  const std::string& head = words.front();
  if (words.size() == 2 && head == "pin") return editPin(std::move(edit), words[1]);
  if (words.size() == 2 && head == "order") return editOrder(std::move(edit), words[1]);
  if (words.size() == 2 && head == "brand") return editBrand(std::move(edit), words[1]);
  if (words.size() == 2 && head == "part") return editPart(std::move(edit), words[1]);
  if (words.size() == 3 && head == "part") return editPartField(std::move(edit), words[1], words[2]);
  if (words.size() == 2 && edit.key == "design.name") return editName(std::move(edit));
  if (words.size() >= 2 && head == "artwork") return editArtwork(std::move(edit));
  if (words.size() == 3 && head == "color") return editColor(std::move(edit), words[1], words[2]);
  if (words.size() == 4 && head == "order" && words[1] == "quantity") {
    return editQuantity(std::move(edit), words[2], words[3]);
  }
  return unknownKey(edit);
}

}  // namespace configurator
