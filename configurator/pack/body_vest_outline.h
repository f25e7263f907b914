// The flat pattern of a running vest: graded dimensions and the outlines of back body, front wing and side
// wing. Canonical half pieces: x outward from the centre line (side wing: from its rear to its front edge), y
// up from the point where neck and shoulder meet. Millimetres, seam lines.
#pragma once

#include <vector>

#include "configurator/pack/pack.h"

namespace configurator {

/// What the user may set, at size M; other sizes follow the grading.
struct VestGivens {
  double back_length_mm = 380, width_mm = 264, strap_width_mm = 72;
  double least_back_mm = 0;  ///< of every size: what hangs inside the back is not graded
};

struct VestShape {
  PackSize size = PackSize::M;
  double back_length = 380;  ///< neck-shoulder point to hem corner, along the cloth
  double neck_half = 64, neck_drop = 66, strap_width = 72;
  double back_half_arm = 122, back_half_hem = 132;
  double back_armhole = 195;  ///< depth of the armhole's end on the back
  double front_length = 360, front_width = 130, front_armhole = 228, front_lean = 28;
  double side_rear = 105, side_front = 85, side_length = 170;
  double neck_below_c7 = 55;  ///< height of the centre back neck below C7
  double hem_sag = 15;

  friend bool operator==(const VestShape&, const VestShape&) = default;
};

VestShape makeVestShape(PackSize size, const VestGivens& givens);

constexpr double kVestCornerMm = 26;  ///< how far hem and wing corners are rounded

/// Right half edges of the back body, counter-clockwise from the centre of the hem: "hem" "side" "armhole"
/// "shoulder" "neck" (ends at the centre).
std::vector<Edge> backHalfEdges(const VestShape& shape);
/// Whole back body: "hem" "side-right" "armhole-right" "shoulder-right" "neck" "shoulder-left" "armhole-left"
/// "side-left".
std::vector<Edge> backEdges(const VestShape& shape);
/// Wing with x outward: "bottom" "outer" "armhole" "shoulder" "inner".
std::vector<Edge> wingEdges(const VestShape& shape);
/// Side wing: "bottom" "front" "top" "rear".
std::vector<Edge> sideWingEdges(const VestShape& shape);
/// The same edges after a flip x -> -x, still counter-clockwise, in reverse order.
std::vector<Edge> flippedEdges(std::vector<Edge> edges);

/// Stretches of the side seams, from the start of the edge: on the back's side edge (from the hem up) and on
/// the wing's outer edge (from the bottom up).
struct SideSeam {
  double back_from = 0, back_to = 0, wing_from = 0, wing_to = 0;
};
SideSeam sideSeamOf(const VestShape& shape);

/// All outlines of one vest, drawn once.
struct VestOutlines {
  std::vector<Edge> back_half, back, wing, side;
  SideSeam seam;
};
VestOutlines outlinesOf(const VestShape& shape);

const Edge& edgeOf(const std::vector<Edge>& edges, const std::string& name);

}  // namespace configurator
