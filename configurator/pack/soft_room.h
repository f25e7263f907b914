// Where a full bladder or flask lies: on a place, under the cloth of its sleeve or pocket, whose shape it
// takes. Flat points of a room: across from its middle, up from its foot. Millimetres.
#pragma once

#include <functional>
#include <vector>

#include "configurator/pack/geometry.h"
#include "configurator/pack/surface.h"

namespace configurator {

struct SoftRoom {
  Surface floor;  ///< what it lies on
  Surface roof;   ///< the cloth over it; empty where the vessel fits under it with its own depth
  double width_mm = 0, height_mm = 0;
};

/// A room as a table of points: a model has more of them than its room has bends.
class RoomTable {
 public:
  explicit RoomTable(const SoftRoom& room);

  /// `off` the floor: 1 is the roof, or a millimetre where there is none. Above the room straight on.
  Vec3 at(Vec2 flat, double off) const;
  double depth(Vec2 flat) const;  ///< from the floor to the roof

 private:
  struct Node {
    Vec3 floor{0, 0, 0}, out{0, 0, 0};
  };
  Node nodeAt(Vec2 flat) const;

  static constexpr int kColumns = 14, kRows = 24;  // cells
  double width_, height_;
  Vec3 up_{0, 1, 0};
  std::vector<Node> nodes_;
};

/// Points of the model "soft-flask" at this scale -> space. Full it is as deep as it is drawn; it follows the
/// ribs as its pocket does, `foot_mm` over the pocket's foot.
std::function<Vec3(Vec3)> softFlask(const SoftRoom& room, double scale, double foot_mm);

/// Points of the model "bladder" -> space: as wide and tall as its sleeve, and as thick as its litres make it
/// there, pressed in by its hose. REQUIRES a roof.
std::function<Vec3(Vec3)> softBladder(const SoftRoom& room, double litres);

}  // namespace configurator
