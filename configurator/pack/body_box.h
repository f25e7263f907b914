// What the box bodies (panel loader, roll-top) share: solving their dimensions for a capacity, hosts on their
// pieces, bound seams, and where the wearer stands. Millimetres, litres.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "configurator/pack/draft.h"
#include "configurator/pack/family.h"

namespace configurator {

/// The three dimensions a user can give.
struct BoxDimensions {
  double back_length = 0, width = 0, depth = 0;
};

/// What solveBox works on. `driver` is the dimension that takes the last millimetres when it is free.
struct BoxProblem {
  enum class Driver { Depth, BackLength };
  BoxDimensions typical;    ///< the construction's proportions at the wished capacity
  BoxDimensions low, high;  ///< what can still be built
  Driver driver = Driver::Depth;
  std::function<double(const BoxDimensions&)> litres;  ///< grows with each dimension
  /// Is there room for what a chosen module promises? Once true it stays so while the back gets longer and
  /// wider.
  std::function<bool(const BoxDimensions&, const Promise&)> has_room;
};

/// Dimensions that hold the draft's capacity: those the user gave stay, the free ones grow in proportion, the
/// driver exactly. When nothing is free, or the bounds are reached, the capacity follows the dimensions.
BoxDimensions solveBox(const PackDraft& draft, const BoxProblem& problem);

/// The extra that a promised module gets beyond its size, for the border that spots keep and for rounding.
constexpr double kPromiseEase = 10;

/// A host's place on a piece, in its flat frame.
struct HostPlace {
  std::string id;
  Vec2 origin{0, 0}, u_axis{1, 0}, v_axis{0, 1};
  double width_mm = 0, height_mm = 0;
  std::function<double(double)> half_width_at = {};  ///< as Host::half_width_at
};
void addHost(PackDraft& draft, const Piece& piece, const HostPlace& place);

void addBodySeam(PackDraft& draft, const std::string& id, RunPart run, std::function<SeamCurve()> curve);

/// The box round points of a filled body.
struct PointBox {
  Vec3 low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};

  void take(Vec3 point) {
    low = glm::min(low, point);
    high = glm::max(high, point);
  }
  /// The same point on both sides of the middle.
  void takeBoth(Vec3 point) {
    take(point);
    take({-point.x, point.y, point.z});
  }
  Vec3 size() const { return high - low; }
};

/// The binding that covers the raw edges of inner seams: a stitch line (B06) for each run, and one fitting
/// with the metres of all, 3 % longer than the seams.
struct BoundRun {
  std::string name;
  Run run;
};
void addBinding(const ModuleCall& call, PackDraft& draft, const std::vector<BoundRun>& runs);

/// Writes the solved dimensions to the pack's parameters, and sets what all box bodies state alike: size of
/// the body, the torso with C7 at `c7_y_mm`, the compartment that `shell` closes.
struct BoxStatement {
  BoxDimensions dimensions;
  Vec3 outer_mm{0, 0, 0};  ///< width, height, depth of the filled body, without what is sewn on it
  double litres = 0, c7_y_mm = 0;
  std::vector<std::string> shell;
};
void stateBox(const ModuleCall& call, PackDraft& draft, const BoxStatement& statement);

/// Both points of a pair, left with x < 0. `right` has x > 0.
void addAnchorPair(PackDraft& draft, const std::string& id, Vec3 right);

/// Lateral distance of a shoulder strap's centre from the spine at its upper anchor.
double strapCentre(const PackDraft& draft);

constexpr double kBackGap = 12;  ///< padding between the wearer's back and the back panel
/// Moves the wearer further off: what lies on the back is thicker than that.
void standOff(PackDraft& draft, double further_mm);

}  // namespace configurator
