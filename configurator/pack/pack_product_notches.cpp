// Notches of the finished pack on its patterns and in its seam walk.
#include <map>
#include <utility>

#include "configurator/pack/notches.h"
#include "configurator/pack/pack_product.h"
#include "configurator/pack/pack_product_pattern.h"

namespace configurator {
namespace {

constexpr double kSamePlace_mm = 1;  // left and right parts of one pattern are notched in the same places

/// The patterns that notches are drawn on, each with what it carries so far.
class NotchedPatterns {
 public:
  NotchedPatterns(const Pack& pack, bom::Product& product, double gap)
      : places_(patternPlacesOf(pack)), gap_(gap) {
    for (bom::PatternPiece& piece : product.pieces)
      for (const std::string& part : piece.part_ids) patterns_[part] = &piece;
  }

  void add(const NotchPlace& at, int count) {
    if (at.corner) return;
    const PatternPlace& place = places_.at(at.piece);
    const Vec2 middle = onPattern(place, at.at);
    std::vector<Vec2>& known = known_[patterns_.at(at.piece)];
    for (const Vec2& other : known) {
      if (glm::distance(other, middle) < kSamePlace_mm) return;
    }
    known.push_back(middle);
    const Vec2 along = onPattern(place, at.at + at.along) - middle;
    for (int i = 0; i < count; ++i) {
      const Vec2 cut = middle + (i - (count - 1) / 2.0) * gap_ * along;
      std::string name = (at.inside ? "drill-" : "notch-") + std::to_string(known.size());
      if (count > 1) name += "-" + std::to_string(i + 1);
      patterns_.at(at.piece)->marks.push_back(
          {std::move(name), markKindName(at.inside ? MarkKind::Drill : MarkKind::Notch), {{cut.x, cut.y}}});
    }
  }

 private:
  PatternPlaces places_;
  double gap_;
  std::map<std::string, bom::PatternPiece*> patterns_;  // by part
  std::map<const bom::PatternPiece*, std::vector<Vec2>> known_;
};

}  // namespace

void addNotches(const Catalog& catalog, const Pack& pack, bom::Product& product) {
  const NotchRule rule = notchRuleOf(catalog);
  NotchedPatterns patterns(pack, product, rule.double_gap_mm);
  std::map<std::string, bom::ConstructionSeam*> seams;
  for (bom::ConstructionSeam& seam : product.seams) seams[seam.id] = &seam;
  for (const SeamNotch& notch : notchesOf(pack, rule)) {
    for (const NotchPlace& place : notch.places) patterns.add(place, notch.count);
    seams.at(notch.seam->id)
        ->notches.push_back({{notch.places[0].walked_mm, notch.places[1].walked_mm}, notch.count});
  }
}

}  // namespace configurator
