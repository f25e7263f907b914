// The steps in which a roll-top is put together, in order; only body_roll_top.cpp calls them. Flat frames of
// wrap and front have y = 0 where the front meets the back under the roll, so the trunk lies below and the
// collar above.
#pragma once

#include <memory>
#include <string>

#include "configurator/pack/body_box.h"
#include "configurator/pack/body_roll_top_shape.h"

namespace configurator {

struct RollTopBuild {
  const ModuleCall& call;
  PackDraft& draft;
  std::shared_ptr<const RollTopShape> shape;
  double riser = 70;         ///< height of the strip of bottom fabric round the foot; 0 = none
  bool side_straps = false;  ///< the roll's ends are clipped down at both sides, else mated over the top

  std::string id(const std::string& name) const { return call.id(name); }
  double width() const { return shape->dimensions().width; }
  double depth() const { return shape->dimensions().depth; }
  double flatY(double up) const { return up - shape->ridgeAt(); }
  /// The facing of the back: its rectangle in the wrap's flat frame.
  RoundedRectangle facing() const;
  double wrapHalf() const { return width() / 2 + depth(); }
};

void addRollTopPieces(const RollTopBuild& build);
void addRollTopSeams(const RollTopBuild& build);
void addRollTopClosure(const RollTopBuild& build);  ///< hem, stiffener, buckles and webbing
void addRollTopPlaces(const RollTopBuild& build);   ///< hosts, body seams, anchors
bool rollTopHasRoom(const RollTopShape& shape, const Promise& promise);

}  // namespace configurator
