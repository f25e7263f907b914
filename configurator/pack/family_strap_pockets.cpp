// Pockets that hang on a shoulder strap or a vest's front: for a phone, flasks, a radio, a whistle.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "configurator/pack/module_families.h"
#include "configurator/pack/pocket.h"
#include "configurator/pack/strap_room.h"

namespace configurator {
namespace {

/// A pouch wider than its strap has a back of its own, held to the strap by two rows of stitches.
Spot addBacking(PackDraft& draft, const PocketPlan& plan, const Host& strap, const Spot& wanted) {
  Piece back = makePiece(draft, plan.names, {"back", plan.zone});
  back.edges = makeEdges({wanted.at, wanted.width_mm, wanted.height_mm, plan.corner_radius_mm, 0, -1});
  const Piece& added = addPatch(draft, strap, std::move(back), 0.3);
  offerAsHost(draft, wanted, added, 0);
  const std::string host = strap.id + "/" + added.id;
  Seam rows = lappedSeam(plan.names, "holding", "S01");
  constexpr double kClear = 12, kFromEnd = 4;  // of the pocket's ends, and of the strap's
  const double in = std::min(10.0, strap.width_mm / 4);
  for (const double u : {in, strap.width_mm - in}) {
    const char* name = u < strap.width_mm / 2 ? "hold-left" : "hold-right";
    const Polyline line{{u, std::max(wanted.at.y + kClear, kFromEnd)},
                        {u, wanted.at.y + wanted.height_mm - kClear}};
    addMark(draft, plan.names.id("back"), {name, MarkKind::Stitch, line});
    rows.runs[0].push_back({plan.names.id("back"), name});
    rows.runs[1].push_back(
        {strap.piece, markOn(draft, strap, {plan.names.id(name), MarkKind::Placement, line})});
  }
  addSeam(draft, std::move(rows));
  return {host, {0, 0}, wanted.width_mm, wanted.height_mm};
}

/// Where a pocket hangs on a strap that has such places: under the sternum strap's loop; where a second loop
/// leaves nothing there to hold it, above both.
const Host& strapPlaceOf(PackDraft& draft, const std::string& id) {
  constexpr double kHeld = 30;
  const std::string stem = "strap-";
  if (id.rfind(stem, 0) == 0) {
    const std::string side = id.substr(stem.size());
    const auto place = draft.body.hosts.find("strap-pocket-" + side);
    if (place != draft.body.hosts.end())
      return hangsFrom(draft, place->second) < kHeld ? placeOf(draft, "strap-high-" + side) : place->second;
  }
  return placeOf(draft, id);
}

/// The middle of a strap's place: how it runs, which way is off it and which across, at even distances.
class StrapMiddle {
 public:
  explicit StrapMiddle(const Host& strap) {
    constexpr double kStep = 4, kBeyond = 40;  // a pocket may be longer than its strap's place
    low_ = -kBeyond;
    const int count = static_cast<int>(std::ceil((strap.height_mm + 2 * kBeyond) / kStep));
    step_ = (strap.height_mm + 2 * kBeyond) / count;
    const double middle = strap.width_mm / 2;
    for (int i = 0; i <= count; ++i) {
      const double v = low_ + i * step_;
      const SurfacePoint point = strap.outside.pointAt({middle, v});
      levels_.push_back({point.at, point.normal,
                         glm::normalize(strap.outside({middle + 4, v}) - strap.outside({middle - 4, v}))});
    }
  }

  /// `off_mm` off the place and `aside_mm` of its middle, at the height `v`.
  Vec3 at(double aside_mm, double v, double off_mm) const {
    const double place = (v - low_) / step_;
    const auto last = static_cast<double>(levels_.size()) - 2;
    const auto i = static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, last));
    const double t = place - static_cast<double>(i);
    const Level &a = levels_[i], &b = levels_[i + 1];
    return glm::mix(a.at, b.at, t) + off_mm * glm::normalize(glm::mix(a.out, b.out, t)) +
           aside_mm * glm::normalize(glm::mix(a.across, b.across, t));
  }

 private:
  struct Level {
    Vec3 at, out, across;
  };
  double low_ = 0, step_ = 1;
  std::vector<Level> levels_;
};

/// The place without the strap's bend across: what is stiff lies flat over its middle.
Host flatAcross(const Host& strap) {
  static constexpr double kStandOff = 1.8;  // its edges stay off the chest beside the strap
  Host flat = strap;
  flat.outside = lazySurface([strap] {
    return Surface([middle = StrapMiddle(strap), half = strap.width_mm / 2](Vec2 uv) {
      return middle.at(uv.x - half, uv.y, kStandOff);
    });
  });
  return flat;
}

bool isHighPlace(const Host& host) {
  return host.id.rfind("strap-high-", 0) == 0;
}

bool isStrapPocketPlace(const Host& host) {
  return host.id.rfind("strap-pocket-", 0) == 0 || isHighPlace(host);
}

/// Where a pocket that is wider or longer than its strap hangs: its upper end at the upper end of the place,
/// or under a rail; then it is as much shorter. Over the collarbone it is as high as its place and narrower.
Spot hangingOn(const PackDraft& draft, const Host& strap, Vec2 size) {
  constexpr double kHighWidth = 80;
  if (isHighPlace(strap)) size = {std::min(size.x, kHighWidth), std::min(size.y, strap.height_mm)};
  const Vec2 at{(strap.width_mm - size.x) / 2, strap.height_mm - size.y};
  return {strap.id, at, size.x, hangsFrom(draft, strap) - at.y};
}

/// Hangs a pocket there: it has a back of its own.
Spot hungOn(PackDraft& draft, const PocketPlan& plan, const Host& strap, const Spot& room) {
  return addBacking(draft, plan, flatAcross(strap), room);
}

/// A pocket that a phone goes into, of 80 x 168 and 9 thick at most, is called one. On a vest, or under a
/// second sternum strap, there is room for less.
bool holdsPhone(const Spot& spot) {
  constexpr double kRound = 80 + 9, kLong = 168;
  return spot.width_mm >= kRound && spot.height_mm >= kLong;
}

void buildPhonePocket(const ModuleCall& call, PackDraft& draft) {
  const Host strap = strapPlaceOf(draft, call.word("host", "strap-left"));
  PocketPlan plan;
  plan.names = namesOf(call, "Zip pocket on the strap");
  plan.lining = true;
  plan.zip = 3;
  plan.fullness_mm = 14;
  plan.corner_radius_mm = 10;
  const Vec2 size{call.number("width", 95), call.number("height", 170)};
  ModuleCall here = call;
  here.words["host"] = strap.id;
  plan.spot = spotOf(here, draft, {strap.id, 95, 170, 0, 60});
  plan = pocketPlanOf(call, plan);
  if (isStrapPocketPlace(strap)) {
    const Spot room = hangingOn(draft, strap, size);
    if (holdsPhone(room)) plan.names.name = "Phone pocket";
    plan.spot = hungOn(draft, plan, strap, room);
  } else {
    plan.spot = besideChest(draft, plan.spot);
  }
  plan.offers_host = false;
  addPocket(draft, plan);
}

/// Webbing folded over the mouth cord at a quarter, the half and three quarters of its way, under a bartack.
void addCordGuides(PackDraft& draft, const PartNames& names, const Piece& panel, const Polyline& cord) {
  constexpr double kCut = 40, kWidth = 10, kBelow = 9;
  const Surface cloth = panel.surface;
  PartNames guide = names;
  int number = 0;
  for (const double part : {0.25, 0.5, 0.75}) {
    guide.suffix = names.suffix + "-" + std::to_string(++number);
    const Vec2 at = pointAlong(cord, part * lengthOf(cord));
    const Vec2 tack = at - Vec2{0, kBelow};
    const Shape loop = ribbonShape(cloth, {{at + Vec2{0, 3}, tack}, kWidth, 1, 4});
    addNarrow(draft, guide, {"cord-guide", "webbing", "guide of the mouth cord", kWidth, kCut, {loop}});
    addTack(draft, {guide.id("cord-guide-tack"), guide.assembly, names.id("panel"), "guide of the mouth cord",
                    TackType::Bartack28, tack, 0});
  }
}

/// The mouth of a flask pocket is drawn in round the flask's neck by a cord with a lock.
void addMouthCord(PackDraft& draft, const PartNames& names, double mouth_mm) {
  const Piece panel = *findPiece(draft.pack, names.id("panel"));
  Polyline line = findEdge(panel, "top")->points;
  for (Vec2& point : line) point.y -= 6;
  const Shape cord([cloth = panel.surface, line] {
    CordShape shape;
    for (const Vec2& at : refined(line, 16)) {
      const SurfacePoint point = cloth.pointAt(at);
      shape.path.push_back(point.at + 2.0 * point.normal);
    }
    return shape;
  });
  const Shape lock([cloth = panel.surface, end = line.back()] {
    const SurfacePoint point = cloth.pointAt(end);
    return ModelShape{"cord-lock", point.at + 2.0 * point.normal, {1, 0, 0}, point.normal, 1};
  });
  addCordGuides(draft, names, panel, line);
  addNarrow(draft, names, {"mouth-cord", "cord", "mouth cord", 3, mouth_mm + 120, {cord}});
  addCounted(draft, names, {"mouth-lock", "hardware", "cl", "cord lock", 0, 1, {lock}});
}

/// A small stretch pocket low on the front of a flask pocket, for gels and bars.
void addStash(const ModuleCall& call, PackDraft& draft, const PocketPlan& flask) {
  constexpr double kWidth = 0.9, kHeight = 0.6, kFullness = 24;
  PocketPlan plan;
  plan.names = namesOf(call, "Stash pocket");
  plan.names.part += "-stash";
  plan.names.suffix = flask.names.suffix;
  const Host& panel = draft.body.hosts.at(flask.spot.host + "/" + flask.names.id("panel"));
  plan.spot = {
      panel.id, {(1 - kWidth) / 2 * panel.width_mm, 0}, kWidth * panel.width_mm, kHeight * panel.height_mm};
  plan.mouth = "elastic";
  plan.zone = flask.zone;
  plan.fullness_mm = kFullness;
  plan.corner_radius_mm = 18;
  plan.mirrored = flask.mirrored;
  plan.offers_host = false;
  addPocket(draft, plan);
}

/// Where a flask stands in a pocket: half of it off the cloth behind. A vest's body has such places already.
void offerFlaskPlace(PackDraft& draft, const Side& side, const Spot& spot) {
  constexpr double kHalfFlask = 24, kFoot = 8;  // its foot over the pocket's round bottom
  const std::string id = "flask" + side.suffix;
  if (draft.body.hosts.count(id) > 0) return;
  const Host behind = draft.body.hosts.at(spot.host);
  Host place = behind;
  place.id = id;
  const Vec2 foot = spot.at + Vec2{0, kFoot};
  place.origin = onPiece(behind, foot);
  place.width_mm = spot.width_mm;
  place.height_mm = spot.height_mm - kFoot;
  place.lift_mm = kHalfFlask;
  place.outside = Surface([behind, foot](Vec2 uv) { return behind.outside(foot + uv); });
  draft.body.hosts[id] = std::move(place);
  const FlatFrame middle{spot.at + Vec2{spot.width_mm / 2, 0}};
  draft.body.rooms[id] = {offsetSurface(reframedSurface(behind.outside, middle), behind.lift_mm),
                          {},
                          spot.width_mm,
                          spot.height_mm};
}

void buildFlaskPockets(const ModuleCall& call, PackDraft& draft) {
  for (const Side& side : sidesOf(call, draft, "wing-left")) {
    const Host& host = draft.body.hosts.at(side.host);
    ModuleCall here = call;
    here.words["host"] = side.host;
    PocketPlan plan;
    plan.names = namesOf(call, "Flask pocket");
    plan.names.suffix = side.suffix;
    plan.spot = spotOf(here, draft, {side.host, host.width_mm - 16, 150});
    plan.mouth = "elastic";
    plan.zone = "pocket-mesh";
    plan.fullness_mm = 70;
    plan.corner_radius_mm = 35;
    plan = pocketPlanOf(call, plan);
    plan.mirrored = side.mirrored;
    addPocket(draft, plan);
    offerFlaskPlace(draft, side, plan.spot);
    if (call.word("cord", "yes") == "yes") addMouthCord(draft, plan.names, plan.spot.width_mm);
    if (call.word("stash", "no") == "yes") addStash(call, draft, plan);
  }
}

/// A bungee over the radio's top, through a loop at each end of the mouth. Its ends meet in the lock.
void addRadioBungee(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel) {
  constexpr double kLoopCut = 44, kLoopWidth = 10, kTackIn = 6, kBelow = 12;
  const Spot& spot = plan.spot;
  const double y = spot.at.y + spot.height_mm;
  const Shape cord([over = panel.over, spot, y] {
    CordShape shape;
    for (const double a : {0.0, 0.25, 0.5, 0.75, 1.0})
      shape.path.push_back(over({spot.at.x + a * spot.width_mm, y - kBelow + 56 * a * (1 - a)}));
    return shape;
  });
  addNarrow(draft, plan.names, {"bungee", "cord", "bungee over the radio", 3, 2 * spot.height_mm, {cord}});
  addCounted(draft, plan.names, {"bungee-lock", "hardware", "cl", "cord lock", 0, 1, {}});
  PartNames ended = plan.names;
  for (const bool right : {false, true}) {
    ended.suffix = plan.names.suffix + (right ? "-right" : "-left");
    const Vec2 at{right ? spot.at.x + spot.width_mm - kTackIn : spot.at.x + kTackIn, y - kBelow};
    const Shape loop = ribbonShape(panel.over, {{at - Vec2{0, kLoopCut / 4}, at}, kLoopWidth, 1.2, 0.6});
    addNarrow(draft, ended, {"bungee-loop", "webbing", "loop of the bungee", kLoopWidth, kLoopCut, {loop}});
    addTack(draft, {ended.id("bungee-tack"), ended.assembly, plan.names.id("panel"), "loop of the bungee",
                    TackType::Bartack28, panel.toFlat(at - Vec2{0, kLoopCut / 4 - 2}), 0});
  }
}

void buildRadioPocket(const ModuleCall& call, PackDraft& draft) {
  const Host host = strapPlaceOf(draft, call.word("host", "strap-left"));
  PocketPlan plan;
  plan.names = namesOf(call, "Radio pocket");
  ModuleCall here = call;
  here.words["host"] = host.id;
  plan.spot = spotOf(here, draft, {host.id, 70, 160, 0, 60});
  plan.mouth = "binding";
  plan.bellows_mm = call.number("depth", 40);
  plan.fullness_mm = 0;
  plan.corner_radius_mm = 4;
  plan = pocketPlanOf(call, plan);
  if (isStrapPocketPlace(host))
    plan.spot = hungOn(draft, plan, host,
                       hangingOn(draft, host, {call.number("width", 70), call.number("height", 160)}));
  const SwollenPanel panel = addPocket(draft, plan);
  addRadioBungee(draft, plan, panel);
}

void buildWhistle(const ModuleCall& call, PackDraft& draft) {
  constexpr double kHang = 50;  // below the strap's place, as a phone pocket does
  const PartNames names = namesOf(call, "Whistle");
  const bool pocket = call.word("pocket", "yes") == "yes";
  const std::string wanted = call.word("host", "strap-left");
  const Host host = pocket ? strapPlaceOf(draft, wanted) : placeOf(draft, wanted);
  ModuleCall here = call;
  here.words["host"] = host.id;
  Spot spot = spotOf(here, draft, {host.id, 60, 90, 0, 40});
  if (pocket) {
    PocketPlan plan;
    plan.names = names;
    plan.names.name = call.word("name", "Whistle pocket");
    plan.zone = "pocket-mesh";
    if (!isStrapPocketPlace(host))
      spot = besideChest(draft, spot);
    else if (hangsFrom(draft, host) < spot.at.y + spot.height_mm)
      spot = hungOn(draft, plan, host, hangingOn(draft, host, {spot.width_mm, host.height_mm + kHang}));
    plan.spot = spot;
    plan.mouth = "binding";
    plan.fullness_mm = 8;
    plan.corner_radius_mm = 8;
    plan.holds_volume = false;
    plan.offers_host = false;
    addPocket(draft, plan);
  }
  const Host carrier = draft.body.hosts.at(spot.host);
  const Vec2 mouth = spot.at + Vec2{spot.width_mm / 2, spot.height_mm + 6};
  // Held above the pocket, or inside a pocket that hangs under a loop.
  const Vec2 held = mouth + Vec2{0, carrier.id == host.id ? 30 : -16};
  const Shape model = modelOn(draft, carrier, {"whistle", mouth, {0, 1}});
  addNarrow(draft, names,
            {"lanyard", "cord", "lanyard", 2, 250, {cordOn(draft, carrier, {{mouth, held}, 2, 1, 1})}});
  addCounted(draft, names, {"whistle", "hardware", call.word("item", "whistle"), "whistle", 0, 1, {model}});
  addTackOn(draft, names, carrier, {"lanyard-tack", "lanyard end", held});
}

}  // namespace

Family phonePocketFamily() {
  return {moduleSpec("phone-pocket", true, pocketArguments()), buildPhonePocket};
}

Family flaskPocketsFamily() {
  auto own = pocketArguments();
  own.push_back(wordArgument("sides", {"both", "left", "right"}));
  own.push_back(wordArgument("cord", {"yes", "no"}));
  own.push_back(wordArgument("stash", {"no", "yes"}));
  return {moduleSpec("flask-pockets", false, own), buildFlaskPockets};
}

Family radioPocketFamily() {
  return {moduleSpec("radio-pocket", true, {lengthArgument("depth"), wordArgument("zone")}),
          buildRadioPocket};
}

Family whistleFamily() {
  return {moduleSpec("whistle", true, {wordArgument("pocket", {"yes", "no"}), wordArgument("item")}),
          buildWhistle};
}

}  // namespace configurator
