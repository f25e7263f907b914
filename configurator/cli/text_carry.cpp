#include "configurator/cli/text_carry.h"

#include <cmath>
#include <string>

#include "bom/number_text.h"

namespace configurator {
namespace {

std::string text(double value, int decimals = 0) {
  return bom::formatDouble(value == 0 ? 0 : value, decimals);
}

std::string placeText(const Vec3& at) {
  return text(at.x) + ", " + text(at.y) + ", " + text(at.z) + " mm";
}

void addLoad(const CarryFigures& carry, TextTable& table) {
  const LoadLimit& governing = carry.governing();
  table.add({"load", text(carry.load_max_kg, 1) + " kg recommended, limited by " + governing.id + "; " +
                         text(carry.load.grams / 1000, 1) + " kg intended"});
  for (const LoadLimit& limit : carry.limits)
    table.add({"", limit.id + ": " + text(limit.kg, 1) + " kg (" + limit.basis + ")"});
}

void addBounce(const CarryFigures& carry, TextTable& table) {
  const Bounce& bounce = carry.bounce;
  const CarryConstants& c = carry.constants;
  table.add({"bounce", text(bounce.score) + " of 100 (0 sits still, 100 hangs loose)"});
  if (bounce.hold_n_per_mm <= 0) {
    table.add({"", "nothing holds it to the body"});
    return;
  }
  table.add({"", "travel " + text(bounce.travel_mm, 1) + " mm = " + text(bounce.mass_kg, 2) +
                     " kg with load x " + text(c.stride_m_s2, 2) + " m/s2 x (1 + lever arm with load " +
                     text(bounce.lever_mm) + " mm / " + text(c.lever_reference_mm) + " mm) / hold " +
                     text(bounce.hold_n_per_mm, 1) + " N/mm"});
  table.add({"", "score = 100 x travel / (travel + " + text(c.travel_mm) +
                     " mm); figures of the catalog, "
                     "estimates"});
}

}  // namespace

std::string reflectiveText(const std::array<ReflectiveView, 8>& views) {
  constexpr const char* kSides[] = {" behind", "", " right", "", " front", "", " left", ""};
  std::string all;
  for (std::size_t i = 0; i < views.size(); ++i)
    all += (all.empty() ? "" : ", ") + text(views[i].area_cm2) + kSides[i];
  return all + " cm2, every 45 degrees";
}

void addCarryRows(const CarryFigures& carry, TextTable& table) {
  addLoad(carry, table);
  table.add({"centre", placeText(carry.pack.at) +
                           " (right, up from the bottom, off the back) of the empty pack, " +
                           text(std::abs(carry.lever_mm)) +
                           (carry.lever_mm < 0 ? " mm before" : " mm behind") + " the wearer's back"});
  table.add({"", text(carry.bounce.lever_mm) + " mm behind the wearer's back with the intended load"});
  addBounce(carry, table);
  table.add({"reflective", reflectiveText(carry.reflective)});
}

}  // namespace configurator
