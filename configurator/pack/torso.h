// The body that wears the pack: a torso of size S, M or L from measured sections (ANSUR II means of three
// size groups). Its own frame: x right, y up with C7 at `c7_y_mm`, z backwards; the back plane is at
// `back_plane_z_mm`.
#pragma once

#include <vector>

#include "configurator/pack/geometry.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// One horizontal section: superellipse |x/a|^n + |(z - centre_z)/b|^n = 1.
struct TorsoSection {
  double y = 0, a = 0, b = 0, n = 2, centre_z = 0;
};

struct Torso {
  PackSize size = PackSize::M;
  double c7_y_mm = 0;          ///< height of C7 in this torso's frame
  double back_plane_z_mm = 0;  ///< z of the chest section's rearmost point
  double length_mm = 453;      ///< C7 to iliac crest
  double chest_girth_mm = 972, neck_half_width_mm = 66, acromion_half_mm = 203;
  std::vector<TorsoSection> sections;  ///< top to bottom
};

/// A torso with C7 at height `c7_y_mm` and its back plane at z = `back_plane_z_mm`.
Torso makeTorso(PackSize size, double c7_y_mm, double back_plane_z_mm);

/// Height of the armpits.
double armpitOf(const Torso& torso);
/// The section at a height, interpolated between the measured ones.
TorsoSection sectionAt(const Torso& torso, double y);
/// Skin at lateral x and height y on the back (z up) or front side; x is clamped inside the section.
Vec3 backOfTorso(const Torso& torso, double x, double y);
Vec3 frontOfTorso(const Torso& torso, double x, double y);
/// Top of the shoulder at lateral x.
Vec3 shoulderTop(const Torso& torso, double x);
/// Outward unit normal of the skin near a point on it.
Vec3 torsoNormal(const Torso& torso, Vec3 at);
/// How deep a point lies under the skin, mm, and the unit way out; depth is roughly so, and below 0 outside.
struct UnderSkin {
  double depth = 0;
  Vec3 out{0, 0, 1};
};
UnderSkin underSkin(const Torso& torso, Vec3 at);
/// The depth of underSkin alone.
double depthInside(const Torso& torso, Vec3 at);

/// Horizontal rings of points, top to bottom, for drawing the figure; all rings have the same number of
/// points.
std::vector<std::vector<Vec3>> torsoRings(const Torso& torso, int rings, int points);

}  // namespace configurator
