// Which of a pack's four numbers - capacity, back length, width, depth - the user gave, and which are solved.
//
// In this order each of them has its way:
// 1. What the user gave stays as it is, whatever the others come to.
// 2. The label: a capacity that the user or the template gave. Free dimensions are solved for it inside the
//    ranges that the chosen options leave them: first all in the construction's proportions, then the
//    construction's driver to the last millimetre (depth of a panel loader, back length of roll-top and
//    drawcord top, depth and then height and dome of a vest's main pocket), then whatever can still move.
//    A template's dimension is free. A body of which nothing is given may leave the ranges, as far as it can
//    be built, when its modules need the room.
// 3. capacity=auto, with a dimension left free: the label is the step next to the litres of a body that has
//    the given dimensions and for the rest its own proportions (session/solved_capacity.h); then as above. So
//    the design stands on a step of the catalog, and rules, ranges and formulas see a number like any other.
// 4. capacity=auto with all three dimensions given: the litres follow. The design keeps the next step for
//    rules and formulas; the pack and every answer say the litres that it holds.
// 5. capacity=auto with nothing given: the catalog's default, or the next step that the options take.
// What cannot be had within these bounds is a finding that says which number to change (capacity_conflict.h).
#pragma once

#include <string>

#include "configurator/catalog/choices.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// The three that capacity depends on, in the order in which they are spoken of.
inline constexpr const char* kDimensions[] = {"back-length", "width", "depth"};

bool isGiven(const Choices& choices, const std::string& parameter);

bool isCapacityAuto(const Choices& choices);

/// The litres that the capacity parameter drives.
double labelledLitres(const Pack& pack);

/// Nothing is left to be solved: all dimensions are given and no label is.
bool capacityFollows(const Choices& choices);

}  // namespace configurator
