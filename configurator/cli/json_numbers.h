// JSON values of the figures that this program reckons. nlohmann's library is included in this folder alone.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "bom/money.h"
#include "configurator/pack/reflective_area.h"

namespace configurator {

using Json = nlohmann::ordered_json;

/// {"schema": 1}
Json jsonObject();
/// Text of an object: two spaces of indent, a line break at the end.
std::string jsonText(const Json& json);

Json millimetres(double value);        ///< to a thousandth
Json squareCentimetres(double value);  ///< to a hundredth
Json reflectiveAreas(const std::array<ReflectiveView, 8>& views);
Json score(double value);   ///< to a tenth
Json litres(double value);  ///< to a ten-thousandth
Json grams(bom::Quantity mass);
Json amount(bom::Quantity quantity);  ///< decimal string
Json unitMoney(bom::Money money);     ///< decimal string of 4 decimals

}  // namespace configurator
