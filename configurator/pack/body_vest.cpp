// Dimensions of the vest, solved for what it is to carry, and the order in which its parts are made.
#include "configurator/pack/body_vest.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/require.h"
#include "configurator/pack/body_vest_parts.h"

namespace configurator {
namespace {

constexpr double kTypicalWidth = 264, kLeastDepth = 20, kMostDepth = 120;

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
                              : std::clamp(10 * std::round((346 + 4.4 * litres) / 10), 350.0, 400.0);
  givens.width_mm = isGiven(draft, "width") ? draft.parameter("width") : kTypicalWidth;
  givens.strap_width_mm = std::clamp(draft.parameter("strap-width"), 55.0, 85.0);
  return givens;
}

/// How full the pockets besides the main one are made.
struct PocketWishes {
  double capacity_l = 5;
  bool flask = true, kangaroo = true;
  std::string flasks;  ///< option of the slot flasks
};

VestPockets makePockets(const VestShape& shape, const PocketWishes& wishes) {
  VestPockets pockets;
  if (wishes.flask) {
    const bool small = wishes.flasks == "two-250";
    BulgeShape flask;
    flask.half_bottom = flask.half_top = 0.37 * shape.front_width;
    flask.height = small ? 130 : 150;
    flask.rise = small ? 44 : 55;
    flask.rise_top = small ? 38 : 47;
    flask.corner = 34;
    flask.round = 52;
    pockets.flask = std::make_shared<Bulge>(flask);
    pockets.flask_at = {-shape.front_lean + 0.46 * shape.front_width, -shape.front_length + 13};
    BulgeShape stash{0.27 * shape.front_width, 0.29 * shape.front_width, 74, 16, 8, 7, 16};
    pockets.stash = std::make_shared<Bulge>(stash);
    pockets.stash_at = {0, 60};
  }
  if (wishes.kangaroo) {
    BulgeShape kangaroo;
    kangaroo.half_bottom = shape.back_half_hem - 36;
    kangaroo.half_top = kangaroo.half_bottom - 12;
    kangaroo.height = 132;
    kangaroo.corner = 34;
    kangaroo.rise = std::clamp(4 + 2.2 * wishes.capacity_l, 7.0, 26.0);
    kangaroo.rise_top = 0.55 * kangaroo.rise;
    kangaroo.round = 30;
    pockets.kangaroo = std::make_shared<Bulge>(kangaroo);
    pockets.kangaroo_at = {0, 26};
  }
  return pockets;
}

/// The main pocket's shape on a body: `height` 0..1 of what the back has room for.
MainPocketShape mainShape(const VestShape& shape, double height, double depth) {
  MainPocketShape s;
  s.half_bottom = shape.back_half_hem - 16;
  s.half_top = shape.back_half_arm - 30;
  s.bottom = -(shape.back_length - 15);
  const double highest = -(shape.neck_drop + 36);
  s.top = highest - (1 - height) * 0.42 * (highest - s.bottom);
  s.depth = depth;
  return s;
}

/// How the main pocket is filled: one number grows, first the one the user left free.
struct MainFill {
  double height = 1, depth = 50, fullness = 1;
};

/// The value in low..high at which a growing function reaches its goal (or the nearer end).
template <typename Function>
double solve(double low, double high, double goal, const Function& at) {
  if (at(low) >= goal) return low;
  if (at(high) <= goal) return high;
  for (int i = 0; i < 24; ++i) {
    const double middle = (low + high) / 2;
    (at(middle) < goal ? low : high) = middle;
  }
  return (low + high) / 2;
}

MainFill solveFill(const VestShape& shape, const DrapePtr& drape, const PackDraft& draft, double goal_l) {
  MainFill fill;
  const auto litres = [&](const MainFill& f) {
    MainPocketShape s = mainShape(shape, f.height, f.depth);
    s.fullness = f.fullness;
    return MainPocket(s, drape).volumeLitres();
  };
  fill.height = std::clamp(0.45 + 0.08 * goal_l, 0.0, 1.0);
  if (isGiven(draft, "depth")) {
    fill.depth = draft.parameter("depth");
  } else {
    fill.depth = solve(kLeastDepth, kMostDepth, goal_l, [&](double depth) {
      return litres({fill.height, depth, 1});
    });
    if (std::abs(litres(fill) - goal_l) < 1e-3 * goal_l) return fill;
  }
  // The depth is held: the pocket's height takes what is missing, then the arch of its panel.
  fill.height = solve(0, 1, goal_l, [&](double height) { return litres({height, fill.depth, 1}); });
  if (std::abs(litres(fill) - goal_l) < 1e-3 * goal_l) return fill;
  fill.fullness = solve(0.25, 2.2, goal_l, [&](double fullness) {
    return litres({fill.height, fill.depth, fullness});
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
  const Vec3 inner = draft.body.anchors.at("sternum-upper-right");
  addMeasure(draft, "K", 2 * inner.x);
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
  const PlacedDrape medium_drape = placedDrape(medium);
  const double goal = wishes.capacity_l - makePockets(medium, wishes).litres();
  const MainFill fill = solveFill(medium, medium_drape.drape, draft, std::max(0.2, goal));

  const VestShape shape = makeVestShape(draft.pack.size, givens);
  const PlacedDrape placed = draft.pack.size == PackSize::M ? medium_drape : placedDrape(shape);
  MainPocketShape main = mainShape(shape, fill.height, fill.depth);
  main.fullness = fill.fullness;
  const VestBuild build{call,
                        draft,
                        shape,
                        placed.drape,
                        std::make_shared<const MainPocket>(main, placed.drape),
                        makePockets(shape, wishes),
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
