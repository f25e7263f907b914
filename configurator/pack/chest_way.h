// The way of a strap or cord across the chest, from a slider on one shoulder strap to one on the other.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "configurator/pack/draft.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {

inline constexpr double kSliderBar = 9;  ///< from a slider's middle to the bar that holds the strap

/// The chest line of a side, "left" or "right". REQUIRES that body or harness offers it.
const ChestLine& chestLineOf(const PackDraft& draft, const std::string& side);
/// How far down a chest line its "upper" or "lower" height for straps is.
double heightOn(const ChestLine& line, const std::string& height);
/// Across the line towards the breastbone, in the piece's flat frame.
Vec2 inwardAt(const ChestLine& line, double along_mm);
/// On the strap: inward from its chest line and above the cloth, mm.
SurfacePoint onStrap(const ChestLine& line, double along_mm, Vec2 inward_and_above);

/// What a strap across the chest goes over, kept until it is drawn.
struct ChestWay {
  ChestLine left, right;
  Torso torso;
  std::string height;
};
using ChestWayPtr = std::shared_ptr<const ChestWay>;

ChestWayPtr chestWay(const PackDraft& draft, const std::string& height);

/// A line pulled tight from one slider to the other: over the inner edges of both straps and over the chest.
std::vector<Vec3> tightOver(const ChestWay& way);
/// Length of that line, known before cloth is draped.
double reachOver(const ChestWay& way);
/// The same line with the directions off the chest, points about 12 mm apart.
BodyPath overChest(const ChestWay& way);

}  // namespace configurator
