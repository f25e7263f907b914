// The main pocket on the vest's back as it is cut: an outer panel, a gusset round its sides and bottom and a
// strip over its top that carries the closure. It stands on a footprint drawn on the back body. All from the
// stated dimensions; how it stands on the wearer is body_vest_main_worn.h's. Millimetres, litres.
#pragma once

#include <vector>

#include "configurator/pack/body_vest_strip.h"
#include "configurator/pack/pack.h"

namespace configurator {

struct MainPocketShape {
  double half_bottom = 116, half_top = 92;  ///< footprint on the back body
  double bottom = -380, top = -90,
         sag = 14;      ///< flat heights on the back body; the bottom's middle hangs lower
  double depth = 50;    ///< of the gusset round the bottom; its sides taper to endDepth() at the top
  double fullness = 1;  ///< of the panel's dome

  double endDepth() const;         ///< width of the top strip
  double footprintHeight() const;  ///< in the middle
  double panelHeight() const;      ///< of the outer panel, in the middle
  double dome() const;             ///< rise of the filled panel's middle over its rim
  /// Nominal fill: (mean of footprint and panel) x (mean height of the rim + 0.45 dome), the panel loader's
  /// formula.
  double litres() const;
};

/// The flat parts. Edges "bottom" "right" "top" "left" with the same number of points: the footprint in the
/// back body's flat frame, the panel in its own (x = 0 in the middle, y = 0 at the middle of the bottom).
struct MainPocketCut {
  MainPocketShape shape;
  std::vector<Edge> footprint, panel;
  StripCut gusset, top_strip;  ///< "lower" on the footprint, "upper" on the panel
};

/// How far up the main panel the kangaroo pocket starts.
constexpr double kKangarooUp = 18;

std::vector<Edge> mainFootprint(const MainPocketShape& shape);
MainPocketCut cutMainPocket(const MainPocketShape& shape);

}  // namespace configurator
