// Checks what only the families know: their names, arguments, variables and units. Builds nothing.
#include <algorithm>
#include <functional>

#include "configurator/catalog/check_references.h"
#include "configurator/catalog/in_quotes.h"
#include "configurator/catalog/load_catalog.h"
#include "configurator/catalog/near_word.h"

namespace configurator {

namespace {

using Names = std::map<std::string, Dimension>;

Dimension dimensionOfUnit(const std::string& unit) {
  if (unit == "mm") return Dimension::Length;
  if (unit == "l") return Dimension::Volume;
  if (unit == "kg") return Dimension::Mass;
  return Dimension::Number;
}

Names parameterNames(const Catalog& catalog) {
  Names names;
  for (const Parameter& parameter : catalog.parameters) names[parameter.id] = dimensionOfUnit(parameter.unit);
  return names;
}

Dimension dimensionOfVariable(const FamilySpec& family, const std::string& variable) {
  const auto found = family.dimensions.find(variable);
  return found == family.dimensions.end() ? Dimension::Length : found->second;
}

/// Names of the body and the wearer, which every option's uses may take.
Names bodyNames(const std::vector<FamilySpec>& families) {
  Names names;
  for (const FamilySpec& family : families) {
    for (const std::string& variable : family.variables) {
      const bool is_body = variable.rfind("body.", 0) == 0 || variable.rfind("torso.", 0) == 0;
      if (is_body) names[variable] = dimensionOfVariable(family, variable);
    }
  }
  return names;
}

/// Checks one formula against the names it may use and the dimension its place wants.
void checkFormula(const Expression& formula, const Names& names, Dimension wanted, const std::string& whose,
                  const FileLine& at, Problems& problems) {
  if (formula.bareNumber()) return;  // takes the unit of its place
  std::vector<std::string> known;
  for (const auto& [name, dimension] : names) known.push_back(name);
  bool all_known = true;
  for (const std::string& name : formula.names()) {
    if (names.count(name) == 1) continue;
    problems.add(at, whose + "formula " + inQuotes(formula.text()) + ": unknown name " + inQuotes(name) +
                         didYouMean(name, known));
    all_known = false;
  }
  if (!all_known) return;
  const auto dimension = formula.checkUnits(
      [&](std::string_view name) -> std::optional<Dimension> { return names.at(std::string(name)); });
  if (!dimension) {
    problems.add(at, whose + dimension.error().message);
  } else if (*dimension != wanted) {
    problems.add(at, whose + "formula " + inQuotes(formula.text()) + " gives a " +
                         std::string(dimensionName(*dimension)) + ", wanted is a " +
                         std::string(dimensionName(wanted)));
  }
}

void checkWord(const FamilySpec::Parameter& parameter, const std::string& word, const std::string& whose,
               const FileLine& at, Problems& problems) {
  const auto& words = parameter.words;
  if (words.empty() || std::find(words.begin(), words.end(), word) != words.end()) return;
  problems.add(at, whose + parameter.name + " cannot be " + inQuotes(word) + didYouMean(word, words));
}

/// Arguments of one call that name each other in a circle: "a_mm, b_mm, a_mm"; empty when there is none.
std::string circleIn(const FamilyCall& call) {
  std::vector<std::string> path;
  std::string circle;
  const std::function<void(const std::string&)> follow = [&](const std::string& name) {
    const auto argument = call.arguments.find(name);
    if (!circle.empty() || argument == call.arguments.end() || !argument->second.value) return;
    const auto again = std::find(path.begin(), path.end(), name);
    if (again != path.end()) {
      for (auto step = again; step != path.end(); ++step) circle += *step + ", ";
      circle += name;
      return;
    }
    path.push_back(name);
    for (const std::string& next : argument->second.value->names()) follow(next);
    path.pop_back();
  };
  for (const auto& [name, argument] : call.arguments) follow(name);
  return circle;
}

void checkArguments(const FamilyCall& call, const FamilySpec& family, const Names& names,
                    const std::string& whose, Problems& problems) {
  std::vector<std::string> known;
  for (const auto& parameter : family.parameters) known.push_back(parameter.name);
  for (const auto& [name, argument] : call.arguments) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      problems.add(argument.at, whose + "family " + inQuotes(family.name) + " has no argument " +
                                    inQuotes(name) + didYouMean(name, known));
      continue;
    }
    const auto& parameter = family.parameters[static_cast<std::size_t>(found - known.begin())];
    if (parameter.is_word == argument.value.has_value()) {
      problems.add(argument.at,
                   whose + inQuotes(name) + " takes a " + (parameter.is_word ? "word" : "value"));
    } else if (parameter.is_word) {
      checkWord(parameter, argument.word, whose, argument.at, problems);
    } else {
      checkFormula(*argument.value, names, parameter.dimension, whose, argument.at, problems);
    }
  }
  for (const auto& parameter : family.parameters) {
    if (!parameter.required || call.arguments.count(parameter.name) == 1) continue;
    problems.add(call.at, whose + "family " + inQuotes(family.name) + " needs the argument " +
                              inQuotes(parameter.name));
  }
}

void checkCall(const FamilyCall& call, const std::vector<FamilySpec>& families, Names names,
               const std::string& whose, Problems& problems) {
  const auto family = std::find_if(families.begin(), families.end(),
                                   [&](const FamilySpec& f) { return f.name == call.family; });
  if (family == families.end()) {
    std::vector<std::string> known;
    for (const FamilySpec& one : families) known.push_back(one.name);
    problems.add(call.at,
                 whose + "family " + inQuotes(call.family) + " is unknown" + didYouMean(call.family, known));
    return;
  }
  const std::string circle = circleIn(call);
  if (!circle.empty()) {
    problems.add(call.at, whose + "the arguments name each other in a circle: " + circle);
    return;
  }
  for (const std::string& variable : family->variables) {
    const bool needs_host = variable.rfind("host.", 0) == 0;
    if (!needs_host || call.arguments.count("host") == 1)
      names[variable] = dimensionOfVariable(*family, variable);
  }
  checkArguments(call, *family, names, whose, problems);
}

/// A figure with neither source nor date cannot be trusted or renewed.
void checkProvenance(const bom::Provenance& figure, const std::string& what, const FileLine& at,
                     Problems& problems) {
  if (figure.source.empty()) problems.add(at, what + " has no source");
  if (figure.date.empty()) problems.add(at, what + " has no date");
}

template <typename Map>
void checkSources(const Catalog& catalog, const Map& rows, const std::string& kind, Problems& problems) {
  for (const auto& [id, row] : rows) {
    checkProvenance(row.provenance, kind + " " + inQuotes(id), catalog.placeOf(kind, id), problems);
  }
}

void checkAllSources(const Catalog& catalog, Problems& problems) {
  const bom::PriceBook& prices = catalog.prices;
  for (const auto& [id, item] : prices.items) {
    const FileLine at = catalog.placeOf("item", id);
    checkProvenance(item.mass_provenance, "the mass of item " + inQuotes(id), at, problems);
    checkProvenance(item.price_provenance, "the price of item " + inQuotes(id), at, problems);
  }
  checkSources(catalog, prices.operations, "operation", problems);
  checkSources(catalog, prices.origins, "origin", problems);
  checkSources(catalog, prices.rates, "rate", problems);
  checkSources(catalog, prices.exchange, "exchange", problems);
  checkSources(catalog, prices.suppliers, "supplier", problems);
  checkSources(catalog, prices.stitches, "stitch", problems);
  for (const auto& [id, market] : prices.markets) {
    const FileLine at = catalog.placeOf("market", id);
    checkProvenance(market.vat_provenance, "the VAT of market " + inQuotes(id), at, problems);
    for (const auto& line : market.tariff) {
      checkProvenance(line.provenance, "the duty of market " + inQuotes(id), at, problems);
    }
  }
}

}  // namespace

std::vector<std::string> checkCatalog(const Catalog& catalog, const std::vector<FamilySpec>& families) {
  Problems problems;
  checkReferences(catalog, problems);
  checkPacking(catalog, problems);
  checkAllSources(catalog, problems);
  const Names parameters = parameterNames(catalog);
  Names for_uses = bodyNames(families);
  for_uses.insert(parameters.begin(), parameters.end());
  for (const Option& option : catalog.options) {
    const std::string whose = "option " + inQuotes(option.slot + "=" + option.id) + ": ";
    for (const FamilyCall& call : option.calls) checkCall(call, families, parameters, whose, problems);
    for (const ItemUse& use : option.items) {
      checkFormula(use.quantity, for_uses, Dimension::Number, whose, use.at, problems);
    }
    for (const OperationUse& use : option.operations) {
      checkFormula(use.occurrences, for_uses, Dimension::Number, whose, use.at, problems);
    }
  }
  return problems.lines();
}

}  // namespace configurator
