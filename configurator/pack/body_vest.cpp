// Dimensions of the vest, solved for what it is to carry, and the order in which its parts are made.
#include "configurator/pack/body_vest.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/require.h"
#include "configurator/pack/body_vest_parts.h"

namespace configurator {
namespace {

constexpr double kLeastDepth = 20, kMostDepth = 120;
constexpr double kFlattest = 0.2, kFullest = 1.12;  // arch of the main panel, 1 as it likes to stand

bool isGiven(const PackDraft& draft, const std::string& parameter) {
  const auto found = draft.choices.parameters.find(parameter);
  return found != draft.choices.parameters.end() && found->second.by == By::User;
}

/// An option of a slot that a catalog may lack.
std::string optionIn(const PackDraft& draft, const std::string& slot) {
  const auto found = draft.choices.options.find(slot);
  return found == draft.choices.options.end() ? "" : found->second.value;
}

VestGivens givensOf(const PackDraft& draft) {
  const double litres = draft.parameter("capacity");
  VestGivens givens;
  // 2-5 l end at the ribs, 12 l a hand above the belt.
  givens.back_length_mm = isGiven(draft, "back-length")
                              ? draft.parameter("back-length")
                              : std::clamp(10 * std::round((346 + 5.0 * litres) / 10), 350.0, 410.0);
  givens.width_mm = isGiven(draft, "width")
                        ? draft.parameter("width")
                        : std::clamp(5 * std::round((248 + 3.6 * litres) / 5), 250.0, 300.0);
  givens.strap_width_mm = std::clamp(draft.parameter("strap-width"), 55.0, 85.0);
  return givens;
}

/// How full the pockets besides the main one are made.
struct PocketWishes {
  double capacity_l = 5;
  bool flask = true, kangaroo = true;
  std::string flasks;  ///< option of the slot flasks
};

BulgePtr flaskPocket(const VestShape& shape, const PocketWishes& wishes, const DrapePtr& drape) {
  const bool small = wishes.flasks == "two-250";
  BulgeShape flask;
  flask.half_bottom = flask.half_top = 0.335 * shape.front_width;
  flask.height = small ? 130 : 150;
  flask.rise = small ? 46 : 56;
  flask.rise_top = small ? 43 : 54;
  flask.corner = 28;
  flask.round = 36;
  const Vec2 at{-shape.front_lean + 0.45 * shape.front_width, -shape.front_length + 13};
  return std::make_shared<const Bulge>(flask,
                                       BulgePlace{liftedWing(drape, VestSide::Left), at, kVestPocketLift});
}

/// A shallow pocket for gels on the lower half of the flask pocket.
BulgePtr stashPocket(const BulgePtr& flask) {
  const double half = 0.36 * flask->mouth_mm() / 2;
  const BulgeShape stash{half, 1.06 * half, 78, 18, 11, 10, 20};
  const LiftedSurface base = liftedOver([flask](Vec2 p) { return flask->at(p); });
  return std::make_shared<const Bulge>(stash, BulgePlace{base, {0, 62}, 0.8});
}

BulgePtr kangarooPocket(const MainPocketPtr& main, double capacity_l) {
  BulgeShape kangaroo;
  kangaroo.half_bottom = main->panel()[0].points.back().x - 4;
  kangaroo.half_top = kangaroo.half_bottom - 12;
  kangaroo.height = std::clamp(0.62 * main->panelHeight() - 42, 56.0, 165.0);
  kangaroo.corner = 40;
  kangaroo.rise = std::clamp(5.2 * capacity_l - 2, 7.0, 60.0);
  kangaroo.rise_top = 0.6 * kangaroo.rise;
  kangaroo.round = 36;
  const LiftedSurface base = liftedPanel(main);
  return std::make_shared<const Bulge>(kangaroo, BulgePlace{base, {0, 18}, kVestPocketLift});
}

/// The main pocket's shape on a body: `height` 0..1 of what the back has room for.
MainPocketShape mainShape(const VestShape& shape, double height, double depth) {
  MainPocketShape s;
  s.half_bottom = shape.back_half_hem - 13;
  s.half_top = shape.back_half_arm - 24;
  s.bottom = -(shape.back_length - 15);
  const double highest = -(shape.neck_drop + 24);
  s.top = highest - (1 - height) * 0.4 * (highest - s.bottom);
  s.depth = depth;
  return s;
}

/// How the main pocket is filled: one number grows, first the one the user left free.
struct MainFill {
  double height = 1, depth = 50, fullness = 1;
};

/// The value in low..high at which a growing function reaches its goal (or the nearer end): false position,
/// which needs a handful of steps on a nearly straight function.
template <typename Function>
double solve(double low, double high, double goal, const Function& at) {
  double below = at(low) - goal, above = at(high) - goal;
  if (below >= 0) return low;
  if (above <= 0) return high;
  for (int i = 0; i < 20; ++i) {
    const double next = low + (high - low) * below / (below - above), value = at(next) - goal;
    if (std::abs(value) < 2e-4 * goal) return next;
    // The end that stays is given half its weight (Illinois), so that both close in.
    if (value < 0) {
      low = next;
      below = value;
      above /= 2;
    } else {
      high = next;
      above = value;
      below /= 2;
    }
  }
  return (low + high) / 2;
}

/// What one try of the solver makes.
struct VestFilling {
  MainPocketPtr main;
  VestPockets pockets;
  double litres() const { return main->volumeLitres() + pockets.litres(); }
};

/// Everything that is filled on one body.
struct VestFiller {
  VestShape shape;
  DrapePtr drape;
  PocketWishes wishes;
  BulgePtr flask, stash;
  MainFootprintPtr footprint;
  double footprint_top = 0;

  VestFiller(const VestShape& vest, const DrapePtr& sheets, const PocketWishes& wanted)
      : shape(vest), drape(sheets), wishes(wanted) {
    if (!wishes.flask) return;
    flask = flaskPocket(shape, wishes, drape);
    stash = stashPocket(flask);
  }

  /// The last footprint again while only the depth changes.
  MainFootprintPtr footprintOf(const MainPocketShape& main) {
    if (!footprint || main.top != footprint_top) footprint = makeMainFootprint(main, drape);
    footprint_top = main.top;
    return footprint;
  }

  VestFilling filled(const MainFill& fill) {
    MainPocketShape main = mainShape(shape, fill.height, fill.depth);
    main.fullness = fill.fullness;
    VestFilling out{std::make_shared<const MainPocket>(main, drape, footprintOf(main)),
                    {flask, stash, nullptr}};
    if (wishes.kangaroo) out.pockets.kangaroo = kangarooPocket(out.main, wishes.capacity_l);
    return out;
  }
};

MainFill solveFill(VestFiller filler, const PackDraft& draft) {
  const double goal = filler.wishes.capacity_l;
  const auto litres = [&](const MainFill& fill) { return filler.filled(fill).litres(); };
  const auto reached = [&](const MainFill& fill) { return std::abs(litres(fill) - goal) < 1e-3 * goal; };
  MainFill fill;
  fill.height = std::clamp(0.3 + 0.1 * goal, 0.0, 1.0);
  if (isGiven(draft, "depth")) {
    fill.depth = draft.parameter("depth");
  } else {
    fill.depth = solve(kLeastDepth, kMostDepth, goal, [&](double depth) {
      return litres({fill.height, depth, fill.fullness});
    });
    if (reached(fill)) return fill;
  }
  // The depth is held: the pocket's height takes what is missing, then the arch of its panel.
  fill.height = solve(0, 1, goal, [&](double height) { return litres({height, fill.depth, fill.fullness}); });
  if (reached(fill)) return fill;
  fill.fullness = solve(kFlattest, kFullest, goal, [&](double full) {
    return litres({fill.height, fill.depth, full});
  });
  return fill;
}

void stateVest(const VestBuild& build, const VestGivens& givens, const PlacedDrape& placed) {
  Pack& pack = build.draft.pack;
  pack.construction = "vest";
  pack.label_means = "carry_l";
  pack.c7_y_mm = placed.c7_y_mm;
  pack.back_gap_mm = kVestBackGap;
  const MainPocketShape& main = build.main->shape();
  pack.parameters["back-length"] = givens.back_length_mm;
  pack.parameters["width"] = givens.width_mm;
  pack.parameters["depth"] = main.depth;
  pack.parameters["strap-width"] = givens.strap_width_mm;
  const double back_z = build.drape->back.at({0, -build.shape.back_length / 2}).z;
  double rear = back_z;
  for (int i = 0; i <= 20; ++i)
    rear = std::max(rear, build.main->panelAt({0, build.main->panelHeight() * i / 20}).z);
  const double top = build.drape->wing.at({build.shape.strap_width / 2, -20}).y;
  pack.dimensions_mm = {2 * build.shape.back_half_hem, std::max(top, build.shape.back_length), rear - back_z};
  Body& body = build.draft.body;
  body.width_mm = 2 * build.shape.back_half_hem;
  body.height_mm = build.shape.back_length;
  body.depth_mm = main.depth;
  body.torso = makeTorso(pack.size, placed.c7_y_mm, -kVestBackGap);
}

void addVestMeasures(const VestBuild& build) {
  PackDraft& draft = build.draft;
  const VestShape& s = build.shape;
  const std::vector<Edge> half = backHalfEdges(s);
  const auto halfWidthAt = [&](double y) {
    for (const char* name : {"armhole", "side"}) {
      const Polyline& line = edgeOf(half, name).points;
      for (std::size_t i = 1; i < line.size(); ++i)
        if ((line[i - 1].y - y) * (line[i].y - y) <= 0) return line[i].x;
    }
    return s.back_half_hem;
  };
  addMeasure(draft, "A", s.back_length + s.hem_sag - s.neck_drop);
  addMeasure(draft, "B", 2 * halfWidthAt(-s.neck_drop - 50));
  addMeasure(draft, "C", 2 * halfWidthAt(-s.back_length + 50));
  addMeasure(draft, "D", build.main->shape().depth);
  addMeasure(draft, "G", s.strap_width);
  addMeasure(draft, "Z", build.main->volumeLitres());
}

}  // namespace

FamilySpec vestSpec() {
  FamilySpec spec;
  spec.name = "vest";
  spec.parameters = {{"side", true, {"mesh", "adjusters"}, Dimension::Number, false},
                     {"kangaroo", true, {"yes", "no"}, Dimension::Number, false},
                     {"flask-pockets", true, {"yes", "no"}, Dimension::Number, false}};
  return spec;
}

void buildVest(const ModuleCall& call, PackDraft& draft) {
  const VestGivens givens = givensOf(draft);
  PocketWishes wishes;
  wishes.capacity_l = draft.parameter("capacity");
  wishes.flask = call.word("flask-pockets", "yes") == "yes";
  wishes.kangaroo = call.word("kangaroo", "yes") == "yes";
  wishes.flasks = optionIn(draft, "flasks");
  // Capacity is promised at size M; other sizes keep its depth and grow with their own body.
  const VestShape medium = makeVestShape(PackSize::M, givens);
  const MainFill fill = solveFill(VestFiller(medium, placedDrape(medium).drape, wishes), draft);

  const VestShape shape = makeVestShape(draft.pack.size, givens);
  const PlacedDrape placed = placedDrape(shape);
  const VestFilling filling = VestFiller(shape, placed.drape, wishes).filled(fill);
  const VestBuild build{call,
                        draft,
                        shape,
                        placed.drape,
                        filling.main,
                        filling.pockets,
                        optionIn(draft, "main-closure") != "elastic-overlap",
                        call.word("side", "mesh") == "mesh"};
  stateVest(build, givens, placed);
  addVestBody(build);
  addVestMain(build);
  addVestPockets(build);
  addVestTrim(build);
  addVestPlaces(build);
  addVestMeasures(build);
}

}  // namespace configurator
