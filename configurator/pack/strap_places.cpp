#include "configurator/pack/strap_places.h"

#include <utility>

namespace configurator {
namespace {

// Sternum straps: the upper one over the breastbone's upper end, a part of the padded length, or of all of a
// bare strap's way; the lower one so far below it, measured on the strap (construction reference: 100 to
// 130).
constexpr double kUpper = 0.597, kWingUpper = 0.5, kBareUpper = 0.33;
constexpr double kApart = 105;  // mm
// Between neck and taper, of the padded length; the lower strap's loop ends here in the smallest size.
constexpr double kChestFrom = 0.34, kChestTo = 0.935;

/// A part of a length that begins where the wearer's back does, as an arc length of the strap.
double wornAt(const ShoulderStrap& strap, double part, double length_mm) {
  return strap.stand_off_mm + part * (length_mm - strap.stand_off_mm);
}

constexpr double kWingHem = 14;  // from a wing's inner edge to what is tacked along it

/// How far inwards of the centre line chest straps are held: on a wing clear of its pockets.
double chestLineInwards(const ShoulderStrap& strap, double s) {
  return strap.is_wing ? widthAt(strap.shape, s) / 2 - kWingHem : 0;
}

/// The chest part of a padded strap, from above down: along its middle, or along the inner edge of a wing.
void offerChestLine(PackDraft& draft, const ShoulderStrap& strap, const std::string& shell) {
  constexpr double kStep = 8;
  const double length = strap.shape.length_mm, from = wornAt(strap, kChestFrom, length);
  ChestLine line;
  line.piece = shell;
  for (double s = from; s <= wornAt(strap, kChestTo, length); s += kStep) {
    const Vec2 along = pointAlong(strap.centre, s + 4) - pointAlong(strap.centre, s - 4);
    const Vec2 inward = -strap.side.sign * glm::normalize(Vec2{along.y, -along.x});
    line.points.push_back(pointAlong(strap.centre, s) + chestLineInwards(strap, s) * inward);
    line.inward.push_back(inward);
  }
  line.cloth = findPiece(draft.pack, shell)->surface;
  const double upper = wornAt(strap, strap.is_wing ? kWingUpper : kUpper, length), lower = upper + kApart;
  line.to_edge_mm = widthAt(strap.shape, lower) / 2 - chestLineInwards(strap, lower);
  line.upper_mm = upper - from;
  line.lower_mm = lower - from;
  draft.body.chest_lines[strap.side.name] = std::move(line);
}

/// A place on a strap between two parts of its padded length, as wide as a part of its greatest width.
struct StrapPlace {
  const char* stem;
  double from, to, width;
};

void offerPlace(PackDraft& draft, const ShoulderStrap& strap, const std::string& shell,
                const StrapPlace& place) {
  Host host;
  host.id = strap.side.of(place.stem);
  host.piece = shell;
  const double low = wornAt(strap, place.to, strap.shape.length_mm);
  const double high = wornAt(strap, place.from, strap.shape.length_mm);
  const double at = low - 0.3 * (low - high);
  const Vec2 foot = pointAlong(strap.centre, at);
  const Vec2 head = pointAlong(strap.centre, at - 40);
  // Seen from the front the strap's upper end is up, so v runs back towards the anchor.
  host.v_axis = glm::normalize(head - foot);
  host.u_axis = {host.v_axis.y, -host.v_axis.x};
  host.width_mm = place.width * strap.shape.width_mm;
  host.height_mm = low - high;
  host.origin = foot - host.u_axis * (host.width_mm / 2) - host.v_axis * (host.height_mm * 0.3);
  const Surface cloth = findPiece(draft.pack, shell)->surface;
  host.outside = reframedSurface(cloth, {host.origin, host.u_axis, host.v_axis});
  host.lift_mm = 0.5;
  draft.body.hosts[host.id] = host;
}

}  // namespace

double shellLift(const ShoulderStrap& strap) {
  constexpr double kOverFoam = 4.5, kOverFace = 1.5;
  return strap.foam_mm > 0 ? strap.foam_mm + kOverFoam : kOverFace;
}

void offerStrap(PackDraft& draft, const ShoulderStrap& strap, const std::string& shell) {
  constexpr double kLockAbove = 3;  // the lifter's lock over the shell
  const BodyPath outer = lifted(*strap.path, shellLift(strap) + kLockAbove);
  draft.body.anchors[strap.side.of("lifter")] =
      pointAlong(outer.points, wornAt(strap, 0.24, strap.shape.length_mm));
  offerChestLine(draft, strap, shell);
  draft.body.shoulder_lines[strap.side.name] = {strap.centre, findPiece(draft.pack, shell)->surface};
  if (strap.is_wing) {
    offerPlace(draft, strap, shell, {"strap", 0.42, 0.62, 0.7});
    offerPlace(draft, strap, shell, {"strap-lower", 0.64, 0.96, 0.78});
  } else {
    offerPlace(draft, strap, shell, {"strap", 0.422, 0.725, 0.72});
    offerPlace(draft, strap, shell, {"strap-pocket", 0.675, 0.955, 0.72});
    offerPlace(draft, strap, shell, {"strap-high", 0.345, 0.52, 0.72});
  }
}

void offerBareStrap(PackDraft& draft, const ShoulderStrap& strap, double width_mm) {
  const double whole = lengthOf(strap.path->points);
  draft.body.anchors[strap.side.of("lifter")] = pointAlong(strap.path->points, wornAt(strap, 0.16, whole));
  ChestLine line;
  line.points = {{0, 0}, {0, whole}};
  line.inward = {{-strap.side.sign, 0}, {-strap.side.sign, 0}};
  line.cloth = layAlong(line.points, strap.path, 1.6);
  line.to_edge_mm = width_mm / 2;
  line.upper_mm = wornAt(strap, kBareUpper, whole);
  line.lower_mm = line.upper_mm + kApart;
  draft.body.shoulder_lines[strap.side.name] = {line.points, line.cloth};
  draft.body.chest_lines[strap.side.name] = std::move(line);
}

}  // namespace configurator
