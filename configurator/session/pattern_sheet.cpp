#include "configurator/session/pattern_sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <map>

#include "configurator/pack/geometry.h"
#include "configurator/pack/pack_product.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/pack/part_text.h"

namespace configurator {
namespace {

using Line = std::vector<glm::vec2>;

Polyline lineOf(const std::vector<bom::Point>& points) {
  Polyline line;
  for (const bom::Point& p : points) line.emplace_back(p.x, p.y);
  return line;
}

Line drawn(const Polyline& line) {
  return {line.begin(), line.end()};
}

Vec2 nearestOn(const Polyline& outline, Vec2 p) {
  Vec2 best = outline.front();
  for (std::size_t i = 0, k = outline.size() - 1; i < outline.size(); k = i++) {
    const Vec2 a = outline[k], along = outline[i] - a;
    const double length = glm::dot(along, along);
    const Vec2 at = length > 0 ? a + along * std::clamp(glm::dot(p - a, along) / length, 0.0, 1.0) : a;
    if (glm::distance(at, p) < glm::distance(best, p)) best = at;
  }
  return best;
}

/// The cut across the allowance at a notch; where there is none, a cut into the piece.
Line notchLine(const Polyline& cut, Vec2 at) {
  constexpr double kInto_mm = 5;
  const Vec2 edge = nearestOn(cut, at);
  if (glm::distance(edge, at) > 1) return drawn({at, edge});
  const Vec2 in = centroidOf(cut) - at;
  return drawn({at, at + in * (kInto_mm / std::max(glm::length(in), 1e-3))});
}

void addMark(const bom::PieceMark& mark, const Polyline& cut, SheetPiece& piece) {
  const Polyline line = lineOf(mark.points);
  if (line.empty()) return;
  if (mark.kind == "notch")
    piece.notches.push_back(notchLine(cut, line.front()));
  else if (line.size() < 2)
    piece.drills.emplace_back(line.front());
  else
    (mark.kind == "fold" ? piece.folds : piece.lines).push_back(drawn(line));
}

/// Through the middle and well inside, at most a third of what the piece measures along it.
Line grainArrow(const Polyline& sew, Vec2 along) {
  constexpr double kStep_mm = 2, kLeast_mm = 16, kMost_mm = 120, kShare = 0.6;
  const Vec2 middle = centroidOf(sew);
  if (!isInside(sew, middle) || glm::length(along) < 1e-6) return {};
  along = glm::normalize(along);
  const auto reach = [&](Vec2 way) {
    double at = 0;
    while (at < kMost_mm && isInside(sew, middle + way * (at + kStep_mm))) at += kStep_mm;
    return at;
  };
  const double half = kShare * std::min(reach(along), reach(-along));
  if (2 * half < kLeast_mm) return {};
  return drawn({middle - along * half, middle + along * half});
}

std::vector<std::string> wordsOf(const bom::PatternPiece& pattern) {
  std::string count = "\u00d7\u2009" + std::to_string(pattern.part_ids.size());
  if (!pattern.mirrored_ids.empty()) count += ", mirrored";
  const bool several = pattern.part_ids.size() > 1;
  const auto shown = [&](const std::string& text) { return partText(several ? pairText(text) : text); };
  const std::size_t colon = pattern.name.find(": ");
  if (colon == std::string::npos) return {shown(pattern.name), count};
  return {shown(pattern.name.substr(colon + 2)), shown(pattern.name.substr(0, colon)), count};
}

SheetPiece sheetPieceOf(const bom::PatternPiece& pattern, glm::vec3 color) {
  SheetPiece piece;
  piece.part_ids = pattern.part_ids;
  piece.words = wordsOf(pattern);
  const Polyline cut = lineOf(pattern.cut_line);
  std::vector<Polyline> edges;
  for (const bom::PieceEdge& edge : pattern.edges) edges.push_back(lineOf(edge.points));
  const Polyline sew = joined(edges);
  piece.cut = drawn(cut);
  piece.sew = drawn(sew);
  for (const bom::PieceMark& mark : pattern.marks) addMark(mark, cut, piece);
  piece.grain = grainArrow(sew, {pattern.grain.x, pattern.grain.y});
  const auto channel = [](float value) { return static_cast<std::uint8_t>(std::lround(255 * value)); };
  piece.color = {channel(color.r), channel(color.g), channel(color.b)};
  return piece;
}

}  // namespace

PatternSheet patternSheet(const Workshop& workshop,
                          const std::pair<const Design&, const DesignColorway&>& shown, const Pack& pack,
                          bom::Product product) {
  addNotches(workshop.catalog, pack, product);
  PatternSheet sheet;
  sheet.heading = shown.first.name;
  std::map<std::string, std::vector<const bom::PatternPiece*>> by_item;
  std::map<std::string, double> areas;
  std::size_t pieces = 0;
  for (const bom::PatternPiece& pattern : product.pieces) {
    by_item[pattern.item].push_back(&pattern);
    areas[pattern.item] += pattern.cut_area_mm2 * static_cast<double>(pattern.part_ids.size());
    pieces += pattern.part_ids.size();
  }
  std::vector<std::string> items;
  for (const auto& [item, patterns] : by_item) items.push_back(item);
  std::stable_sort(items.begin(), items.end(),
                   [&](const std::string& a, const std::string& b) { return areas[a] > areas[b]; });
  for (const std::string& item : items) {
    std::vector<const bom::PatternPiece*>& patterns = by_item[item];
    const auto height = [](const bom::PatternPiece* pattern) {
      const Box2 box = boxOf(lineOf(pattern->cut_line));
      return box.high.y - box.low.y;
    };
    std::stable_sort(patterns.begin(), patterns.end(),
                     [&](auto* a, auto* b) { return height(a) > height(b); });
    SheetMaterial material{workshop.catalog.itemOf(item, 0).name, {}};
    for (const bom::PatternPiece* pattern : patterns) {
      const auto look = appearanceOf(workshop.catalog, shown.second, {{pattern->zone, pattern->item}});
      material.pieces.push_back(sheetPieceOf(*pattern, look.materials.front().color));
    }
    sheet.materials.push_back(std::move(material));
  }
  sheet.note = std::string("Size ") + packSizeName(pack.size) + ", " + std::to_string(product.pieces.size()) +
               " patterns, " + std::to_string(pieces) + " pieces";
  return sheet;
}

}  // namespace configurator
