#include "configurator/pack/pack_product_pattern.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/require.h"
#include "configurator/pack/cut_line.h"
#include "configurator/pack/part_text.h"

namespace configurator {
namespace {

constexpr double kCongruent_mm = 0.5;  // how far a line of a part may lie beside the drawing's

std::vector<bom::Point> pointsOf(const Polyline& line) {
  std::vector<bom::Point> points;
  points.reserve(line.size());
  for (const Vec2& p : line) points.push_back({p.x, p.y});
  return points;
}

bom::PatternPiece patternOf(const Piece& piece) {
  bom::PatternPiece out;
  out.code = piece.code;
  out.name = partText(piece.name);
  out.assembly = piece.assembly;
  out.zone = piece.zone;
  out.item = piece.item;
  out.layer = piece.layer;
  out.edges.reserve(piece.edges.size());
  for (const Edge& edge : piece.edges) {
    out.edges.push_back({edge.name, pointsOf(edge.points), edge.allowance_mm, edgeFinishName(edge.finish)});
  }
  const Polyline cut = cutLineOf(piece);
  out.cut_line = pointsOf(cut);
  out.grain = {piece.grain.x, piece.grain.y};
  out.area_mm2 = areaOf(outlineOf(piece));
  out.cut_area_mm2 = areaOf(cut);
  return out;
}

Polyline onPattern(const PatternPlace& place, Polyline line) {
  for (Vec2& p : line) p = onPattern(place, p);
  return line;
}

/// A line by its ends and its middle.
struct Bow {
  Vec2 front{0, 0}, middle{0, 0}, back{0, 0};
};

Bow bowOf(const Polyline& line) {
  return {line.front(), pointAlong(line, lengthOf(line) / 2), line.back()};
}

Bow reversed(const Bow& bow) {
  return {bow.back, bow.middle, bow.front};
}

/// How far apart two lines of one direction are at their ends and in the middle; `enough` or more is not told
/// apart.
double gapBetween(const Bow& a, const Polyline& b, double enough) {
  const double ends = std::max(glm::distance(a.front, b.front()), glm::distance(a.back, b.back()));
  if (ends >= enough) return enough;
  return std::max(ends, glm::distance(a.middle, pointAlong(b, lengthOf(b) / 2)));
}

constexpr double kAnyGap = 1e300;

const Mark* findMark(const Piece& piece, const std::string& name) {
  const auto found = std::find_if(piece.marks.begin(), piece.marks.end(),
                                  [&](const Mark& mark) { return mark.name == name; });
  return found == piece.marks.end() ? nullptr : &*found;
}

/// How far a part's mark is from the drawn part's mark of the same name, walked either way.
double gapBetweenMarks(const PatternPlace& place, const Mark& mark, const Mark& drawn) {
  const Bow bow = bowOf(onPattern(place, mark.points));
  return std::min(gapBetween(bow, drawn.points, kAnyGap), gapBetween(reversed(bow), drawn.points, kAnyGap));
}

/// Marks of one name on two parts are one mark of the pattern, where they lie on each other; a part's own
/// ones are drawn too. Marks of one name in two places would send a run along the wrong line.
void addMarks(const PatternPlace& place, bom::PatternPiece& pattern) {
  for (const Mark& mark : place.part->marks) {
    const Mark* drawn = place.part == place.drawn ? nullptr : findMark(*place.drawn, mark.name);
    if (drawn != nullptr && gapBetweenMarks(place, mark, *drawn) > kCongruent_mm)
      broken("mark " + mark.name + " of " + place.part->id + " lies elsewhere on " + place.drawn->id);
    if (drawn == nullptr)
      pattern.marks.push_back({mark.name, markKindName(mark.kind), pointsOf(onPattern(place, mark.points))});
  }
}

}  // namespace

PatternPlaces patternPlacesOf(const Pack& pack) {
  PatternPlaces places;
  places.reserve(pack.pieces.size());
  std::unordered_map<std::string_view, const Piece*> drawn;
  drawn.reserve(pack.pieces.size());
  for (const Piece& piece : pack.pieces) {
    const Piece* first = drawn.try_emplace(piece.code, &piece).first->second;
    PatternPlace place{&piece, first, piece.mirrored != first->mirrored, {0, 0}, {0, 0}, {0, 0}};
    if (first != &piece) {
      const Box2 own = boxOf(outlineOf(piece));
      place.low = own.low;
      place.high = own.high;
      place.drawn_low = boxOf(outlineOf(*first)).low;
    }
    places.emplace(piece.id, place);
  }
  return places;
}

Vec2 onPattern(const PatternPlace& place, Vec2 at) {
  if (place.part == place.drawn) return at;
  return place.drawn_low + Vec2{place.flipped ? place.high.x - at.x : at.x - place.low.x, at.y - place.low.y};
}

double onPattern(const PatternPlace& place, double angle_deg) {
  if (!place.flipped) return angle_deg;
  const double turned = std::fmod(180 - angle_deg, 180);
  return turned < 0 ? turned + 180 : turned;
}

const std::string& edgeOnPattern(const PatternPlace& place, const Edge& edge) {
  if (place.part == place.drawn) return edge.name;
  const Bow own = bowOf(edge.points);
  Bow bow{onPattern(place, own.front), onPattern(place, own.middle), onPattern(place, own.back)};
  if (place.flipped) bow = reversed(bow);
  const Edge* nearest = nullptr;
  double least = kAnyGap;
  for (const Edge& drawn : place.drawn->edges) {
    const double gap = gapBetween(bow, drawn.points, least);
    if (gap >= least) continue;
    least = gap;
    nearest = &drawn;
  }
  if (least > kCongruent_mm)
    broken("edge " + edge.name + " of " + place.part->id + " is not on the pattern of " + place.drawn->id);
  return nearest->name;
}

bom::RunPart onPattern(const PatternPlace& place, const RunPart& stretch) {
  const Edge* edge = findEdge(*place.part, stretch.edge);
  const Mark* mark = edge == nullptr ? findMark(*place.part, stretch.edge) : nullptr;
  require(edge != nullptr || mark != nullptr, "a run names an edge or a mark of its piece");
  const double whole = lengthOf(edge != nullptr ? edge->points : mark->points);
  bom::RunPart out{stretch.piece, stretch.edge, stretch.from_mm, stretch.to_mm < 0 ? whole : stretch.to_mm};
  bool backwards = false;
  if (edge != nullptr) {
    out.edge = edgeOnPattern(place, *edge);
    backwards = place.flipped;
  } else if (const Mark* known = findMark(*place.drawn, stretch.edge); known != nullptr && place.flipped) {
    const Bow bow = bowOf(onPattern(place, mark->points));
    backwards = gapBetween(reversed(bow), known->points, kAnyGap) < gapBetween(bow, known->points, kAnyGap);
  }
  if (backwards) {
    out.from_mm = std::max(0.0, whole - out.from_mm);
    out.to_mm = std::max(0.0, whole - out.to_mm);
  }
  return out;
}

std::vector<bom::PatternPiece> patternsOf(const Pack& pack, const PatternPlaces& places) {
  std::vector<bom::PatternPiece> patterns;
  std::unordered_map<std::string_view, std::size_t> by_code;
  by_code.reserve(pack.pieces.size());
  for (const Piece& piece : pack.pieces) {
    const auto [entry, added] = by_code.try_emplace(piece.code, patterns.size());
    if (added) patterns.push_back(patternOf(piece));
    bom::PatternPiece& pattern = patterns[entry->second];
    const PatternPlace& place = places.at(piece.id);
    pattern.part_ids.push_back(piece.id);
    if (place.flipped) pattern.mirrored_ids.push_back(piece.id);
    addMarks(place, pattern);
  }
  for (bom::PatternPiece& pattern : patterns) {
    if (!pattern.mirrored_ids.empty()) pattern.name = pairText(pattern.name);
  }
  return patterns;
}

}  // namespace configurator
