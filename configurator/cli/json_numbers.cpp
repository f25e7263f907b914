#include "configurator/cli/json_numbers.h"

#include <cmath>

#include "bom/number_text.h"

namespace configurator {
namespace {

double roundedTo(double value, double step_per_unit) {
  const double rounded = std::round(value * step_per_unit) / step_per_unit;
  return rounded == 0 ? 0 : rounded;  // no "-0.0"
}

}  // namespace

Json jsonObject() {
  return Json{{"schema", 1}};
}

std::string jsonText(const Json& json) {
  // A file name need not be UTF-8; JSON must be.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json millimetres(double value) {
  return roundedTo(value, 1e3);
}
Json squareCentimetres(double value) {
  return roundedTo(value, 1e2);
}
Json reflectiveAreas(const std::array<ReflectiveView, 8>& views) {
  Json json = Json::array();
  for (const ReflectiveView& view : views) {
    json.push_back({{"azimuth_deg", view.azimuth_deg}, {"area", squareCentimetres(view.area_cm2)}});
  }
  return json;
}
Json score(double value) {
  return roundedTo(value, 1e1);
}
Json litres(double value) {
  return roundedTo(value, 1e4);
}
Json grams(bom::Quantity mass) {
  return mass.toDouble();
}
Json amount(bom::Quantity quantity) {
  return bom::formatQuantity(quantity);
}
Json unitMoney(bom::Money money) {
  return bom::formatUnitMoney(money);
}

}  // namespace configurator
