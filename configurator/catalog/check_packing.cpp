// Can every pack that the options make be packed? Rows of packing rates, how it is folded.
#include <string>

#include "configurator/catalog/check_references.h"
#include "configurator/catalog/number_text.h"

namespace configurator {

namespace {

constexpr const char* kRow = "packing-instead-of-";
constexpr const char* kFigures[] = {"pcs-per-carton", "carton-length", "carton-width", "carton-height"};

void checkNeeded(const Option& option, const std::string& name, Problems& problems) {
  if (!option.attribute(name).empty()) return;
  problems.add(option.at,
               "option \"" + option.slot + "=" + option.id + "\": needs the attribute \"" + name + "\"");
}

void checkRate(const Catalog& catalog, const std::string& id, const FileLine& at, const std::string& whose,
               Problems& problems) {
  if (catalog.prices.rates.count(id) == 0) problems.add(at, whose + "rate \"" + id + "\" is unknown");
}

/// The rates of every packing row that an option names.
void checkRows(const Catalog& catalog, const Option& option, Problems& problems) {
  const std::string whose = "option \"" + option.slot + "=" + option.id + "\": ";
  for (const auto& [name, value] : option.attributes) {
    if (name != "packing" && name != "packing-small" && name.rfind(kRow, 0) != 0) continue;
    for (const char* figure : kFigures)
      checkRate(catalog, "packing-" + value + "-" + figure, option.at, whose, problems);
  }
}

}  // namespace

void checkPacking(const Catalog& catalog, Problems& problems) {
  for (const Option& option : catalog.options) {
    if (option.slot == "packaging") checkNeeded(option, "fold", problems);
    if (option.slot == "body") checkNeeded(option, "packing", problems);
    if (!option.attribute("packing-small").empty()) {
      checkNeeded(option, "packing-small-below-l", problems);
      const std::string below = option.attribute("packing-small-below-l");
      if (!below.empty() && !parseDecimal(below)) {
        problems.add(option.at, "option \"" + option.slot + "=" + option.id +
                                    "\": packing-small-below-l is \"" + below + "\", no number of litres");
      }
    }
    checkRows(catalog, option, problems);
  }
}

}  // namespace configurator
