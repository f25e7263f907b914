#include "configurator/pack/notches.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include "configurator/catalog/require.h"
#include "configurator/pack/surface.h"

namespace configurator {
namespace {

double figureOf(const Catalog& catalog, const std::string& id) {
  const auto rate = catalog.prices.rates.find(id);
  if (rate == catalog.prices.rates.end()) broken("the catalog has no rate " + id);
  return static_cast<double>(rate->second.typical_millionths) / 1e6;
}

using PiecesById = std::map<std::string, const Piece*>;

/// A stretch of one line, walked from `from` to `to`.
struct Leg {
  const Piece* piece = nullptr;
  const Polyline* line = nullptr;
  double from = 0, to = 0;
  bool inside = false;

  double length() const { return std::abs(to - from); }
  double placeOf(double walked) const { return from < to ? from + walked : from - walked; }
  Vec2 pointAfter(double walked) const { return pointAlong(*line, placeOf(walked)); }
};

Leg legOf(const PiecesById& pieces, const RunPart& part) {
  Leg leg;
  leg.piece = pieces.at(part.piece);
  if (const Edge* edge = findEdge(*leg.piece, part.edge)) {
    leg.line = &edge->points;
  } else {
    const auto mark = std::find_if(leg.piece->marks.begin(), leg.piece->marks.end(),
                                   [&](const Mark& candidate) { return candidate.name == part.edge; });
    require(mark != leg.piece->marks.end(), "a run names an edge or a mark of its piece");
    leg.line = &mark->points;
    leg.inside = true;
  }
  leg.from = part.from_mm;
  leg.to = part.to_mm < 0 ? configurator::lengthOf(*leg.line) : part.to_mm;
  return leg;
}

constexpr double kStep = 2;  // how far to both sides a direction is taken

/// One run of a seam, ready to be walked.
class Walk {
 public:
  Walk(const PiecesById& pieces, const Run& run) {
    for (const RunPart& part : run) legs_.push_back(legOf(pieces, part));
    for (const Leg& leg : legs_) length_ += leg.length();
  }

  double length() const { return length_; }
  const std::vector<Leg>& legs() const { return legs_; }

  NotchPlace placeAt(double walked) const {
    double before = 0;
    for (const Leg& leg : legs_) {
      if (walked > before + leg.length() && &leg != &legs_.back()) {
        before += leg.length();
        continue;
      }
      const double on_leg = std::min(walked - before, leg.length());
      NotchPlace place{leg.piece->id, walked, leg.pointAfter(on_leg), {1, 0}, leg.inside, false};
      const Vec2 step = leg.pointAfter(std::min(on_leg + kStep, leg.length())) -
                        leg.pointAfter(std::max(on_leg - kStep, 0.0));
      if (glm::length(step) > 1e-9) place.along = glm::normalize(step);
      return place;
    }
    return {};
  }

  /// Degrees that its direction changes, leg by leg.
  double turn() const {
    double sum = 0;
    for (const Leg& leg : legs_) {
      const Polyline line = stretchOf(*leg.line, std::min(leg.from, leg.to), std::max(leg.from, leg.to));
      for (std::size_t i = 2; i < line.size(); ++i)
        sum += turnBetween(line[i - 1] - line[i - 2], line[i] - line[i - 1]);
    }
    return sum;
  }

  /// Where it passes from one leg to the next, and whether that is a corner on this side.
  struct Joint {
    double walked = 0;
    bool corner = false;
  };
  std::vector<Joint> joints() const {
    std::vector<Joint> all;
    double walked = 0;
    for (std::size_t i = 1; i < legs_.size(); ++i) {
      const Leg &before = legs_[i - 1], &after = legs_[i];
      walked += before.length();
      const Vec2 in =
          before.pointAfter(before.length()) - before.pointAfter(std::max(before.length() - kStep, 0.0));
      const Vec2 out = after.pointAfter(std::min(kStep, after.length())) - after.pointAfter(0);
      // Where a run leaves its line for another place it is as good as at a corner.
      constexpr double kSamePoint = 1;
      const bool other = before.piece != after.piece ||
                         glm::distance(before.pointAfter(before.length()), after.pointAfter(0)) > kSamePoint;
      all.push_back({walked, other || turnBetween(in, out) > kCornerDeg});
    }
    return all;
  }

 private:
  static constexpr double kCornerDeg = 30;

  static double turnBetween(Vec2 a, Vec2 b) {
    if (glm::length(a) < 1e-9 || glm::length(b) < 1e-9) return 0;
    return std::abs(std::atan2(a.x * b.y - a.y * b.x, glm::dot(a, b))) * 180 / std::numbers::pi;
  }

  std::vector<Leg> legs_;
  double length_ = 0;
};

/// A place along a seam, as a share of either run.
struct Share {
  double share = 0;
  bool corner[2] = {false, false};
};

/// The shares that are taken so far; what comes later keeps clear of what came before.
struct Shares {
  double apart = 0;  // as a share of the seam
  std::vector<Share> taken;

  void add(const Share& wanted) {
    if (wanted.share < apart || wanted.share > 1 - apart) return;
    for (const Share& one : taken) {
      if (std::abs(one.share - wanted.share) < apart) return;
    }
    taken.push_back(wanted);
  }
};

void addJoints(const Walk (&walks)[2], Shares& shares) {
  for (const int side : {0, 1}) {
    for (const Walk::Joint& joint : walks[side].joints()) {
      Share share{joint.walked / walks[side].length()};
      // Joints of both sides that meet are one place.
      const double clear = 1.0 / walks[side].length();
      const auto met = std::find_if(shares.taken.begin(), shares.taken.end(), [&](const Share& one) {
        return std::abs(one.share - share.share) < clear;
      });
      share.corner[side] = joint.corner;
      if (met != shares.taken.end())
        met->corner[side] = joint.corner;
      else
        shares.add(share);
    }
  }
}

/// Notches by the line they are on: how far along it.
using Known = std::map<const Polyline*, std::vector<double>>;

/// A notch that another seam has cut already serves this one too.
void addKnown(const Known& known, const Walk& walk, Shares& shares) {
  double before = 0;
  for (const Leg& leg : walk.legs()) {
    if (const auto cut = known.find(leg.line); cut != known.end()) {
      for (const double at : cut->second) {
        const double walked = leg.from < leg.to ? at - leg.from : leg.from - at;
        if (walked >= 0 && walked <= leg.length()) shares.add({(before + walked) / walk.length()});
      }
    }
    before += leg.length();
  }
}

void remember(const Walk& walk, double walked, Known& known) {
  double before = 0;
  for (const Leg& leg : walk.legs()) {
    if (walked <= before + leg.length()) {
      known[leg.line].push_back(leg.placeOf(walked - before));
      return;
    }
    before += leg.length();
  }
}

/// Anchors of shoulder straps that lie beside the seam.
void addStraps(const Pack& pack, const Walk& walk, double reach, Shares& shares) {
  double before = 0;
  for (const Leg& leg : walk.legs()) {
    for (const Tack& tack : pack.tacks) {
      if (!tack.bears_shoulder || tack.piece != leg.piece->id || leg.inside) continue;
      double nearest = reach, at = -1;
      for (double walked = 0; walked <= leg.length(); walked += 1) {
        const double gap = glm::distance(leg.pointAfter(walked), tack.at);
        if (gap < nearest) {
          nearest = gap;
          at = walked;
        }
      }
      if (at >= 0) shares.add({(before + at) / walk.length()});
    }
    before += leg.length();
  }
}

/// The number of even parts between which a seam is notched.
int partsOf(const NotchRule& rule, const Walk (&walks)[2], double length) {
  if (length > 4 * rule.spacing_mm) return 2 * static_cast<int>(std::ceil(length / (2 * rule.spacing_mm)));
  const bool curved = std::max(walks[0].turn(), walks[1].turn()) > rule.curve_deg;
  return length >= rule.quarters_from_mm || curved ? 4 : 2;
}

/// Lies on the wearer's back: faces the wearer.
bool facesWearer(const Piece& piece) {
  constexpr double kFacing = -0.7;
  return normalAt(piece.surface, centroidOf(outlineOf(piece))).z < kFacing;
}

bool joinsTwoPieces(const Seam& seam) {
  std::set<std::string> pieces;
  for (const Run& run : seam.runs)
    for (const RunPart& part : run) pieces.insert(part.piece);
  return pieces.size() > 1 && !seam.runs[0].empty() && !seam.runs[1].empty();
}

/// What notches are chosen by.
struct Choosing {
  const Pack& pack;
  const NotchRule& rule;
  Known known = {};
};

std::vector<Share> sharesOf(const Choosing& choosing, const Walk (&walks)[2]) {
  const NotchRule& rule = choosing.rule;
  const double length = std::min(walks[0].length(), walks[1].length());
  if (length <= rule.least_seam_mm) return {};
  Shares shares{rule.apart_mm / length, {}};
  addJoints(walks, shares);
  for (const Walk& walk : walks) addKnown(choosing.known, walk, shares);
  for (const Walk& walk : walks) addStraps(choosing.pack, walk, rule.strap_reach_mm, shares);
  const int parts = partsOf(rule, walks, length);
  shares.add({0.5});
  for (int i = 1; i < parts; ++i) shares.add({static_cast<double>(i) / parts});
  std::sort(shares.taken.begin(), shares.taken.end(),
            [](const Share& a, const Share& b) { return a.share < b.share; });
  return shares.taken;
}

}  // namespace

NotchRule notchRuleOf(const Catalog& catalog) {
  NotchRule rule;
  rule.least_seam_mm = figureOf(catalog, "notch-least-seam");
  rule.quarters_from_mm = figureOf(catalog, "notch-quarters-from");
  rule.spacing_mm = figureOf(catalog, "notch-spacing");
  rule.curve_deg = figureOf(catalog, "notch-curve");
  rule.apart_mm = figureOf(catalog, "notch-apart");
  rule.strap_reach_mm = figureOf(catalog, "notch-strap-reach");
  rule.double_gap_mm = figureOf(catalog, "notch-double-gap");
  return rule;
}

std::vector<SeamNotch> notchesOf(const Pack& pack, const NotchRule& rule) {
  PiecesById pieces;
  for (const Piece& piece : pack.pieces) pieces.emplace(piece.id, &piece);
  std::map<const Piece*, bool> backs;
  const auto isBack = [&](const Leg& leg) {
    const auto known = backs.find(leg.piece);
    return known != backs.end() ? known->second
                                : backs.emplace(leg.piece, facesWearer(*leg.piece)).first->second;
  };
  Choosing choosing{pack, rule};
  std::vector<SeamNotch> notches;
  for (const Seam& seam : pack.seams) {
    if (!joinsTwoPieces(seam)) continue;
    const Walk walks[2] = {Walk(pieces, seam.runs[0]), Walk(pieces, seam.runs[1])};
    const std::vector<Share> shares = sharesOf(choosing, walks);
    if (shares.empty()) continue;
    bool back = false;
    for (const Walk& walk : walks) back = back || std::any_of(walk.legs().begin(), walk.legs().end(), isBack);
    for (const Share& share : shares) {
      SeamNotch notch{&seam, back ? 2 : 1, {}};
      for (const int side : {0, 1}) {
        notch.places[side] = walks[side].placeAt(share.share * walks[side].length());
        notch.places[side].corner = share.corner[side];
        if (!share.corner[side]) remember(walks[side], notch.places[side].walked_mm, choosing.known);
      }
      notches.push_back(std::move(notch));
    }
  }
  return notches;
}

}  // namespace configurator
