// What can be chosen and bought: the parsed form of assets/catalog. Data only; read once, never changed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bom/price_book.h"
#include "configurator/catalog/choices.h"
#include "configurator/catalog/expression.h"
#include "configurator/catalog/file_line.h"

namespace configurator {

/// Text in several languages; "en" is always there.
struct LocalizedText {
  std::map<std::string, std::string> by_language;
  const std::string& text(const std::string& language = "en") const;
};

/// A slot: a place for one module. Exactly one option is chosen in each; every slot has a default.
struct Slot {
  std::string id;
  LocalizedText name;
  std::string group;  ///< "body" "carry" "hydration" "closures-pockets" "organisation" "attachment"
                      ///< "visibility" "weather" "materials" "brand"
  std::string default_option;
  FileLine at;
};

/// One argument of a family call: a number expression or a word.
struct Argument {
  std::optional<Expression> value;
  std::string word;
  FileLine at;
};

/// A call of a C++ family with its arguments: what an option builds.
struct FamilyCall {
  std::string family;  ///< "patch-pocket"
  std::string part;    ///< part id prefix, "front-pocket"
  std::map<std::string, Argument> arguments;
  FileLine at;
};

/// An item that an option adds without any geometry (packaging, a print's ink), per pack.
struct ItemUse {
  std::string item, placement;
  Expression quantity;
  bool in_product = true;
  FileLine at;
};

/// An operation that an option adds without any geometry.
struct OperationUse {
  std::string operation;
  Expression occurrences;
  FileLine at;
};

struct Option {
  std::string id, slot;
  LocalizedText name, description;
  std::vector<FamilyCall> calls;
  std::vector<ItemUse> items;
  std::vector<OperationUse> operations;
  std::vector<std::string> tooling;  ///< rate ids
  std::map<std::string, std::string>
      attributes;  ///< "label-means" = "carry_l", "pack-type" = "vest", numbers as text, with their unit
  std::map<std::string, double> numbers{};  ///< those attributes that are numbers, in mm, l and kg
  std::vector<std::string> bodies;          ///< body options it is made for; empty = all
  FileLine at;

  std::string attribute(const std::string& wanted) const;  ///< empty when it says nothing of the kind
};

/// A stepped number. `ranges` narrow min..max while an option is chosen: every combination inside them
/// builds.
struct Parameter {
  struct Range {
    std::string option;  ///< option id that narrows
    double min = 0, max = 0;
    FileLine at;
    std::string
        slot;  ///< of that option; the file names it only where several slots have an option of this id
  };
  struct Step {
    double below = 0;  ///< this step holds for values below; the last one has below = max
    double step = 1;
  };
  std::string id;
  LocalizedText name;
  std::string unit;  ///< "mm" "l" "kg" "pc"
  double min = 0, max = 0, default_value = 0;
  std::vector<Step> steps;
  std::vector<Range> ranges;
  std::string group;
  FileLine at;
};

/// All values a parameter may take, ascending, inside min..max.
std::vector<double> parameterSteps(const Parameter& parameter);

/// The same material in several sizes: zip chains #3 #5 #8, webbings 15 20 25. A zone chooses the series; the
/// place decides the size.
struct Series {
  struct Member {
    double size = 0;
    std::string item;
  };
  std::string id;
  LocalizedText name;
  std::string category;
  std::vector<Member> members;  ///< ascending size, not empty
  FileLine at;
};

/// What takes a material and a colour.
struct Zone {
  std::string id;
  LocalizedText name;
  std::vector<std::string> accepts;  ///< categories of items and series
  std::string default_item;
  std::string default_color;  ///< "#rrggbb"
  FileLine at;
};

enum class RuleVerb { Needs, Excludes, OnlyWith, Prefers, Limit, Allows };

/// A law over slots, zones, parameters and the order. Where every term of `when` holds, one of `then` must
/// hold (needs, only-with, prefers, limit) or none may (excludes); for allows a row of the table must fit.
struct Rule {
  std::string id;
  RuleVerb verb = RuleVerb::Needs;
  LocalizedText name, because;
  std::string source;
  std::string severity = "error";  ///< "warning" for what can be made nevertheless: every prefers
  /// Asks of one slot or zone, of one fact of the order, or a comparison of numbers.
  struct Term {
    std::string id;                   ///< slot or zone id; empty for a fact or a comparison
    std::vector<std::string> values;  ///< option or item ids, or the fact's words: holds for any of them
    std::string attribute{};          ///< `values` are those whose attribute is one of `words`
    std::vector<std::string> words{};
    bool is_negated = false;  ///< written as not="…": `values` are all but `words`
    std::string fact{};       ///< "market" "region" "sun" "heat" "humidity" "use" "ground.ZONE"
    std::optional<Expression> test{};
  };
  std::vector<Term> when, then;
  bool absent_is_zero = false;  ///< in a law; else it does not speak where one of its names has no value
  /// Allowed combinations. A cell lists values; an empty one takes any.
  struct Table {
    std::string file;
    std::vector<std::string> places;
    std::vector<std::vector<std::vector<std::string>>> rows;
  };
  Table table{};
  struct Suggestion {
    std::string place, value;
  };
  std::optional<Suggestion> suggestion{};  ///< an edit that keeps the rule
  FileLine at;
};

/// A point of measure as the size table prints it.
struct MeasureSpec {
  std::string id, name, how;
  double tol_plus = 0, tol_minus = 0;  ///< mm; percent of the volume where `is_volume`
  bool critical = false;
  bool is_volume = false;  ///< in litres
  FileLine at;
};

/// The sizes that a body construction is made in, and the wearers whom each is for. Sizes may overlap.
struct SizeRun {
  struct Size {
    std::string id;  ///< "S" "M" "L"
    double from_mm = 0, to_mm = 0;
  };
  std::string id;
  LocalizedText name;  ///< what is measured on the wearer
  std::string how;
  std::vector<Size> sizes;  ///< ascending, not empty
  FileLine at;
};

/// A family of materials with what speaks for and against it.
struct MaterialFamily {
  std::string id;
  LocalizedText name;
  std::vector<LocalizedText> pros, cons;
  FileLine at;
};

/// How a material shows in pictures: its structure and how light falls on it. Its colour is the colorway's.
struct MaterialLook {
  std::string id;     ///< of a look that items name, or the category of those that name none
  std::string weave;  ///< one of weaveWords()
  double repeat_mm = 1, roughness = 0.55, sheen = 0, opacity = 1, metallic = 0;  ///< all but the repeat 0..1
  FileLine at;
};

struct Catalog {
  std::vector<Slot> slots;  ///< in the order of the files
  std::vector<Option> options;
  std::vector<Parameter> parameters;
  std::vector<Series> series;
  std::vector<Zone> zones;
  std::vector<Rule> rules;
  std::vector<MeasureSpec> measures;
  std::vector<SizeRun> size_runs;
  std::vector<MaterialFamily> families;
  std::vector<MaterialLook> looks;
  std::map<std::string, std::string> look_of_item;  ///< for items that name one
  bom::PriceBook prices;
  std::map<std::string, FileLine> places;  ///< where rows of `prices` stand: "item:ny210rs", "market:DE"

  const Slot* findSlot(std::string_view id) const;
  const Option* findOption(std::string_view slot, std::string_view id) const;
  /// What the choices take in a slot; null when they say nothing of it or name what the catalog has not got.
  const Option* chosenOption(const Choices& choices, const std::string& slot) const;
  const Parameter* findParameter(std::string_view id) const;
  const Zone* findZone(std::string_view id) const;
  const Series* findSeries(std::string_view id) const;
  const bom::Item* findItem(std::string_view id) const;
  const MeasureSpec* findMeasure(std::string_view id) const;
  const SizeRun* findSizeRun(std::string_view id) const;
  const MaterialFamily* findFamily(std::string_view id) const;
  const MaterialLook* findLook(std::string_view id) const;
  /// The look that an item names, else its category's; null where that has none: smooth plastic.
  const MaterialLook* lookOf(const bom::Item& item) const;
  FileLine placeOf(const std::string& kind, const std::string& id) const;  ///< of a row of `prices`
  std::vector<const Option*> optionsOf(std::string_view slot) const;
  /// Whether an item or series is one that a zone may take.
  bool suits(const Zone& zone, const std::string& material) const;
  /// Items and series a zone may take, in catalog order.
  std::vector<std::string> materialsOf(const Zone& zone) const;
  /// The words of a material's attribute: family, category, look, brand, fibre, finish or certificate. Of a
  /// series those of its first member.
  std::vector<std::string> materialWords(const std::string& material, const std::string& attribute) const;
  /// Its number: a property 0..5 by name, "mass-per-area" in g/m2, "thickness" in mm.
  std::optional<double> materialNumber(const std::string& material, const std::string& attribute) const;
  /// The item for a zone's chosen item or series at a size (the nearest size of a series). REQUIRES a known
  /// id.
  const bom::Item& itemOf(std::string_view item_or_series, double size) const;
};

/// "none" "plain" "ripstop" ...: what a look's weave can be.
const std::vector<std::string>& weaveWords();

/// Default choices: every slot, parameter and zone at its catalog default, by = template.
struct Choices;
Choices defaultChoices(const Catalog& catalog);

}  // namespace configurator
