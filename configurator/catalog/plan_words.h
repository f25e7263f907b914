// The few fixed words of rows about an order in time.
#pragma once

#include <string>
#include <vector>

#include "bom/price_book.h"

namespace configurator {

/// What must hold for a stage to happen.
inline const std::vector<std::string>& stageConditions() {
  static const std::vector<std::string> kWords{"always",      "custom-colours", "dyed-materials", "tooling",
                                               "certificate", "sea-lcl",        "sea-fcl",        "air",
                                               "express"};
  return kWords;
}
/// What comes about when a stage ends.
inline const std::vector<std::string>& stageEvents() {
  static const std::vector<std::string> kWords{"order", "shipment", "bill-of-lading", "arrival", "delivery"};
  return kWords;
}
/// From Sunday on, as bom counts them.
inline const std::vector<std::string>& weekdays() {
  static const std::vector<std::string> kWords{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  return kWords;
}

/// What a closure is called where a message has to name it: it has no id.
inline std::string closureKey(const bom::Closure& closure) {
  std::string key = closure.name + " " + closure.from;
  for (const std::string& country : closure.countries) key += " " + country;
  return key;
}

}  // namespace configurator
