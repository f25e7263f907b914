// Where two runs of a seam are marked so that they meet when they are sewn: one rule over the finished pack.
//
// A notch stands at the same share of both runs' lengths (so a gathered or stretched side keeps its ratio):
// where the other run passes from one piece or edge to the next, where a shoulder strap is anchored beside
// the seam, in the middle of every longer seam, and at even parts of long or curved ones. Seams of the back
// have double notches, all others single ones, so that back and front are not exchanged. Nothing of it is
// sewn, weighed or paid for: it is worked out when a document is written. Millimetres.
#pragma once

#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// The figures of the rule: rates notch-... of the catalog.
struct NotchRule {
  double least_seam_mm = 150;     ///< shorter seams have none
  double quarters_from_mm = 400;  ///< from here on quarters instead of the middle
  double spacing_mm = 350;        ///< the greatest part between two notches of a very long seam
  double curve_deg = 45;          ///< a run that turns more is notched in quarters, however short
  double apart_mm = 30;           ///< nearer to another notch or to an end of the seam none is cut
  double strap_reach_mm = 60;     ///< a strap anchor this near to the seam is marked on it
  double double_gap_mm = 6;       ///< between the two cuts of a double notch
};
NotchRule notchRuleOf(const Catalog& catalog);

/// One side of a notch.
struct NotchPlace {
  std::string piece;
  double walked_mm = 0;  ///< along its run from the run's start
  Vec2 at{0, 0};         ///< on the piece's flat line
  Vec2 along{1, 0};      ///< unit direction of the run there
  bool inside = false;   ///< on a mark line inside the piece: drilled instead of cut
  bool corner = false;   ///< where the run passes to another piece or turns a corner: that is mark enough
};

/// A pair of places that meet, cut once or (`count` 2) twice beside each other.
struct SeamNotch {
  const Seam* seam = nullptr;
  int count = 1;
  NotchPlace places[2];
};

/// In the order of the pack's seams, each along its run 0. Points into `pack`.
std::vector<SeamNotch> notchesOf(const Pack& pack, const NotchRule& rule);

}  // namespace configurator
