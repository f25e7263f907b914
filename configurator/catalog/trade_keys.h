// What a row about trade is called where a message or a place in a file has to name it: such rows have no id.
#pragma once

#include <string>
#include <vector>

#include "bom/price_book.h"

namespace configurator {

/// "CN VN", or "all" for an empty list.
inline std::string countriesText(const std::vector<std::string>& countries) {
  std::string text;
  for (const std::string& country : countries) text += (text.empty() ? "" : " ") + country;
  return text.empty() ? "all" : text;
}

inline std::string laneKey(const bom::Lane& lane) {
  return lane.mode + " from " + countriesText(lane.origins) + " to " + countriesText(lane.markets);
}
inline std::string feeKey(const bom::ImportFee& fee) {
  return fee.market + " " + fee.name + " " + fee.period.from;
}
/// Of preferences and extra duties.
template <typename DutyRow>
std::string dutyKey(const DutyRow& row) {
  return row.name + " in " + countriesText(row.markets) + " for " + countriesText(row.origins) + " " +
         row.period.from;
}

}  // namespace configurator
