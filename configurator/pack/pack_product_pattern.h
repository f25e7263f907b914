// Parts -> patterns: one drawing per code, and where every part of that code lies on it. What a part says in
// its own flat frame (edges, points, angles) is said in the drawing's frame before it leaves the program.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "bom/product.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// A part and the part of its code that is drawn: a shift, after a flip left to right where `flipped`.
struct PatternPlace {
  const Piece* part = nullptr;
  const Piece* drawn = nullptr;
  bool flipped = false;
  Vec2 low{0, 0}, high{0, 0};  ///< corners of the part's outline, where another part is drawn
  Vec2 drawn_low{0, 0};        ///< lower left corner of the drawn part's outline
};

/// By part id. Points into the pack it was made from.
using PatternPlaces = std::unordered_map<std::string_view, PatternPlace>;
PatternPlaces patternPlacesOf(const Pack& pack);

/// A point of the part's flat frame in that of the drawing.
Vec2 onPattern(const PatternPlace& place, Vec2 at);
/// A direction of the part in the drawing, in degrees; those of a flipped part come out in [0, 180).
double onPattern(const PatternPlace& place, double angle_deg);
/// The drawing's name for an edge of the part. Throws when the drawing has no edge along it: then the parts
/// are not congruent.
const std::string& edgeOnPattern(const PatternPlace& place, const Edge& edge);
/// A stretch of an edge or mark of the part, measured along the drawing's: of the same length, backwards
/// (from > to) where the drawing's line runs the other way.
bom::RunPart onPattern(const PatternPlace& place, const RunPart& stretch);

/// The patterns of a pack, the drawn part's frame, with the marks of every part of their code.
std::vector<bom::PatternPiece> patternsOf(const Pack& pack, const PatternPlaces& places);

}  // namespace configurator
