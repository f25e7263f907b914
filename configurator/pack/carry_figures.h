// How a pack carries: its centre of mass, how far that hangs behind the wearer, how much it bounces and what
// load can be recommended. Pure: the pack is geometry, everything else (masses, strengths, classes) is handed
// in.
#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "configurator/pack/mass_centre.h"
#include "configurator/pack/pack.h"
#include "configurator/pack/reflective_area.h"

namespace configurator {

/// Figures of the catalog that the formulas below use.
struct CarryConstants {
  double stride_m_s2 = 0;         ///< greatest vertical acceleration of a runner's trunk, beyond gravity
  double lever_reference_mm = 0;  ///< the lever arm that doubles the pull of the mass
  double travel_mm = 0;           ///< movement at which the bounce score is 50
  double strap_pressure_kpa = 0;  ///< comfortable, averaged over the bearing length
  double bearing_length_mm = 0;   ///< of one strap on the shoulder
  double tack_28_n = 0, tack_42_n = 0, x_box_n = 0;  ///< what one stitched anchor holds
  double safety_factor = 1;
  double kg_per_litre = 0;  ///< of what is carried
};

/// How stiffly one module holds the pack to the body.
struct Hold {
  std::string name;
  double n_per_mm = 0;
};

/// What one module adds to the load that its class of pack is made for.
struct LoadClass {
  std::string name;
  double kg = 0;
};

struct CarryFacts {
  std::vector<PartMass> masses;  ///< of the bill
  std::set<std::string> reflective_items;
  std::vector<Hold> holds;
  std::vector<LoadClass> classes;
  double belt_share = 0;  ///< of the weight that a hip belt takes off the shoulders, 0 .. < 1
  double load_kg = 0;     ///< intended
  CarryConstants constants;
};

/// One reason why a load is too much.
struct LoadLimit {
  std::string id;     ///< "straps" "anchors" "class" "litres"
  std::string basis;  ///< "2 straps of 65 x 150 mm at 10 kPa, running"
  double kg = 0;      ///< of load, the pack's own mass already taken off where it counts
};

/// Bounce score = 100 q / (1 + q) with q = travel / travel_mm and
///   travel = (pack + load) x stride acceleration x (1 + lever arm / reference) / sum of holds:
/// 0 = sits still, 50 = moves by travel_mm at each stride, 100 = hangs loose.
struct Bounce {
  double mass_kg = 0;        ///< pack and intended load
  double lever_mm = 0;       ///< of both, behind the wearer's back; never below 0
  double hold_n_per_mm = 0;  ///< of all holds
  double travel_mm = 0;      ///< 0 when nothing holds it: then the score is 100
  double score = 0;          ///< 0 .. 100
};

struct CarryFigures {
  MassCentre pack;      ///< empty, as on the scale
  MassCentre load;      ///< the intended load, spread over the compartments
  double lever_mm = 0;  ///< of the empty pack: its centre behind the torso's back plane
  Bounce bounce;
  std::vector<LoadLimit> limits;  ///< those that apply, in the order named above
  double load_max_kg = 0;         ///< the least of them, down to a tenth
  std::array<ReflectiveView, 8> reflective;
  CarryConstants constants;  ///< what the formulas used

  /// The limit that decides.
  const LoadLimit& governing() const;
};

/// REQUIRES positive constants and masses that add up to more than nothing.
CarryFigures carryFiguresOf(const Pack& pack, const CarryFacts& facts);

Bounce bounceOf(const MassCentre& pack, const MassCentre& load, double back_gap_mm, const CarryFacts& facts);

/// Across the part of a strap that bears: the strap-width parameter, or the webbing of unpadded straps.
double bearingWidthOf(const Pack& pack);

std::vector<LoadLimit> loadLimitsOf(const Pack& pack, double pack_kg, const CarryFacts& facts);

}  // namespace configurator
