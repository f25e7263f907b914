// What must hold of every box body, whatever was wished of it. A failure names the piece or the seam; the
// caller's SCOPED_TRACE(described(wish)) names the wish.
#pragma once

#include <map>
#include <string>

#include "box_fixture.h"

namespace configurator {

std::string described(const BoxWish& wish);

/// The litres asked for, and as many by the fixture's own triangles.
void expectHoldsItsLitres(const BuiltBox& box, double asked_l);
void expectSewsTogether(const BuiltBox& box);
/// Areas within 3 %, edges within 1 % or `edge_slack_mm`, whichever is more.
void expectAsLargeRoundAsFlat(const BuiltBox& box, double edge_slack_mm = 0);
/// Each host looks the way its name says, and its frame lies on its piece.
void expectHostsFace(const BuiltBox& box, const std::map<std::string, Vec3>& outward);

}  // namespace configurator
