// The steps in which a vest is put together, in order; only body_vest.cpp calls them.
#pragma once

#include <string>

#include "configurator/pack/body_vest_fill.h"
#include "configurator/pack/body_vest_main_worn.h"
#include "configurator/pack/draft.h"
#include "configurator/pack/family.h"

namespace configurator {

/// Pockets besides the main one: what is null is not there. Wing pockets are the left ones; the right ones
/// are their mirror images.
struct VestPockets {
  BulgePtr flask, stash, kangaroo;
};

struct VestBuild {
  const ModuleCall& call;
  PackDraft& draft;
  VestShape shape;
  VestOutlines outlines;
  DrapePtr drape;
  MainPocketPtr main;
  VestPockets pockets;
  bool zip_top = true, side_mesh = true, flask_cord = true;
  std::string id(const std::string& name) const { return call.id(name); }
  std::string id(const std::string& name, VestSide side) const {
    return call.id(name + "-" + vestSideName(side));
  }
};

// Distances of the layers from the middle of the body's cloth.
constexpr double kVestInnerLift = -1.2;  ///< body-side spacer, which grows towards the wearer
constexpr double kVestOuterLift = 0.3;
constexpr double kVestPocketLift = 1.0;

/// What a bladder sleeve leaves of the back between neckline and hem: the rim and the border of a spot,
/// twice.
constexpr double kVestBladderRim = 14;

/// Webbing of one side adjuster, with the tail that is pulled.
constexpr double kVestAdjusterMm = 250;

constexpr VestSide kVestSides[2] = {VestSide::Left, VestSide::Right};

void addVestBody(const VestBuild& build);     ///< back, wings, side wings and the seams between them
void addVestMain(const VestBuild& build);     ///< main pocket and its closure
void addVestPockets(const VestBuild& build);  ///< flask and stash pockets, kangaroo
void addVestTrim(const VestBuild& build);     ///< edge binding, tacks, side adjusters
void addVestPlaces(const VestBuild& build);   ///< hosts, body seams, anchors

/// A piece of the vest: name, zone, layer; id and item are filled in.
struct VestPiece {
  std::string name, title, zone, layer = "shell";
};
Piece makeVestPiece(const VestBuild& build, const VestPiece& spec);

/// A stretch of a run's part: `edge` of a piece of this body.
RunPart vestRun(const VestBuild& build, const std::string& piece, const std::string& edge, double from = 0,
                double to = -1);

/// A joining seam of the vest.
struct VestSeam {
  std::string name, title;
  Run runs[2];
  std::string operation, stitch = "301", seam_class = "1.01.01";
  double ratio = 1;
};
void addVestSeam(const VestBuild& build, const VestSeam& seam);

}  // namespace configurator
