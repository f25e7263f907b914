#include "configurator/pack/carry_figures.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include "bom/number_text.h"
#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr double kGravity = 9.80665;  // m/s2
constexpr const char* kHarness = "harness";
constexpr double kTenths = 10;

std::string text(double value, int decimals = 0) {
  return bom::formatDouble(value, decimals);
}

/// kg that the shoulders may carry at `newtons`, at the worst moment of a stride, as load in the pack.
double loadFor(double newtons, double pack_kg, const CarryFacts& facts) {
  const double acceleration = kGravity + facts.constants.stride_m_s2;
  return std::max(0.0, newtons / acceleration / (1 - facts.belt_share) - pack_kg);
}

std::string reliefText(const CarryFacts& facts) {
  return facts.belt_share > 0 ? ", the belt takes " + text(100 * facts.belt_share) + " %" : "";
}

LoadLimit strapLimit(const Pack& pack, double pack_kg, const CarryFacts& facts) {
  const CarryConstants& c = facts.constants;
  const double width = bearingWidthOf(pack);
  const double newtons = 2 * width * c.bearing_length_mm * c.strap_pressure_kpa / 1000;  // mm2 x kPa / 1000
  return {"straps",
          "2 straps of " + text(width) + " x " + text(c.bearing_length_mm) + " mm at " +
              text(c.strap_pressure_kpa, 1) + " kPa, running" + reliefText(facts),
          loadFor(newtons, pack_kg, facts)};
}

double strengthOf(TackType type, const CarryConstants& constants) {
  switch (type) {
    case TackType::Bartack28:
      return constants.tack_28_n;
    case TackType::Bartack42:
      return constants.tack_42_n;
    case TackType::XBox:
      return constants.x_box_n;
  }
  return 0;
}

/// Nothing for a vest, whose wings are one with its back.
std::vector<LoadLimit> anchorLimit(const Pack& pack, double pack_kg, const CarryFacts& facts) {
  double newtons = 0;
  int tacks = 0;
  for (const Tack& tack : pack.tacks) {
    if (!tack.bears_shoulder) continue;
    newtons += strengthOf(tack.type, facts.constants);
    ++tacks;
  }
  if (tacks == 0) return {};
  const double safety = facts.constants.safety_factor;
  return {{"anchors",
           std::to_string(tacks) + " tacks of the strap anchors hold " + text(newtons) + " N, " +
               text(safety, 1) + "-fold safety, running" + reliefText(facts),
           loadFor(newtons / safety, pack_kg, facts)}};
}

std::vector<LoadLimit> classLimit(const CarryFacts& facts) {
  LoadLimit limit{"class", "", 0};
  for (const LoadClass& one : facts.classes) {
    limit.kg += one.kg;
    limit.basis += (limit.basis.empty() ? "" : " + ") + one.name + " " + text(one.kg, 1) + " kg";
  }
  if (limit.basis.empty()) return {};
  return {std::move(limit)};
}

LoadLimit litreLimit(const Pack& pack, const CarryFacts& facts) {
  const double density = facts.constants.kg_per_litre;
  return {"litres", text(pack.carry_l, 1) + " l at " + text(density, 2) + " kg/l", pack.carry_l * density};
}

}  // namespace

double bearingWidthOf(const Pack& pack) {
  bool of_cloth = pack.construction == "vest";
  for (const Piece& piece : pack.pieces)
    of_cloth = of_cloth || (piece.assembly == kHarness && (piece.layer == "foam" || piece.layer == "shell"));
  if (of_cloth) return pack.parameters.at("strap-width");
  double width = 0;
  for (const Fitting& fitting : pack.fittings) {
    if (fitting.assembly != kHarness) continue;
    for (const Shape& shape : fitting.shapes) {
      if (const auto* ribbon = std::get_if<RibbonShape>(&shape.drawn()))
        width = std::max(width, ribbon->width_mm);
    }
  }
  return width;
}

Bounce bounceOf(const MassCentre& pack, const MassCentre& load, double back_gap_mm, const CarryFacts& facts) {
  const CarryConstants& c = facts.constants;
  const MassCentre both = together(pack, load);
  Bounce bounce;
  bounce.mass_kg = both.grams / 1000;
  bounce.lever_mm = std::max(0.0, both.at.z + back_gap_mm);
  for (const Hold& hold : facts.holds) bounce.hold_n_per_mm += hold.n_per_mm;
  if (bounce.hold_n_per_mm <= 0) {
    bounce.score = 100;
    return bounce;
  }
  const double newtons = bounce.mass_kg * c.stride_m_s2 * (1 + bounce.lever_mm / c.lever_reference_mm);
  bounce.travel_mm = newtons / bounce.hold_n_per_mm;
  const double q = bounce.travel_mm / c.travel_mm;
  bounce.score = 100 * q / (1 + q);
  return bounce;
}

std::vector<LoadLimit> loadLimitsOf(const Pack& pack, double pack_kg, const CarryFacts& facts) {
  std::vector<LoadLimit> limits{strapLimit(pack, pack_kg, facts)};
  for (LoadLimit& limit : anchorLimit(pack, pack_kg, facts)) limits.push_back(std::move(limit));
  for (LoadLimit& limit : classLimit(facts)) limits.push_back(std::move(limit));
  limits.push_back(litreLimit(pack, facts));
  return limits;
}

const LoadLimit& CarryFigures::governing() const {
  return *std::min_element(limits.begin(), limits.end(),
                           [](const LoadLimit& a, const LoadLimit& b) { return a.kg < b.kg; });
}

CarryFigures carryFiguresOf(const Pack& pack, const CarryFacts& facts) {
  require(facts.belt_share >= 0 && facts.belt_share < 1, "a belt takes a part of the weight");
  CarryFigures figures;
  figures.constants = facts.constants;
  figures.pack = massCentreOf(pack, facts.masses);
  figures.load = loadCentreOf(pack, facts.load_kg);
  figures.lever_mm = figures.pack.at.z + pack.back_gap_mm;
  figures.bounce = bounceOf(figures.pack, figures.load, pack.back_gap_mm, facts);
  figures.limits = loadLimitsOf(pack, figures.pack.grams / 1000, facts);
  // A hair's breadth below a tenth is that tenth.
  figures.load_max_kg = std::floor(figures.governing().kg * kTenths + 1e-6) / kTenths;
  figures.reflective = reflectiveViewsOf(pack, facts.reflective_items);
  return figures;
}

}  // namespace configurator
