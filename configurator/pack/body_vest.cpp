// Dimensions of the vest, solved for what it is to carry, and the order in which its parts are made.
#include "configurator/pack/body_vest.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "configurator/catalog/require.h"
#include "configurator/pack/body_vest_extents.h"
#include "configurator/pack/body_vest_parts.h"
#include "configurator/pack/given_numbers.h"
#include "configurator/rules/check_rules.h"

namespace configurator {
namespace {

VestGivens givensOf(const PackDraft& draft) {
  const double litres = draft.parameter("capacity");
  VestGivens givens;
  // 2-5 l end at the ribs, 12 l a hand above the belt.
  givens.back_length_mm = isGiven(draft.choices, "back-length")
                              ? draft.parameter("back-length")
                              : std::clamp(10 * std::round((346 + 5.0 * litres) / 10), 350.0, 410.0);
  givens.width_mm = isGiven(draft.choices, "width")
                        ? draft.parameter("width")
                        : std::clamp(5 * std::round((248 + 3.6 * litres) / 5), 250.0, 300.0);
  givens.strap_width_mm = std::clamp(draft.parameter("strap-width"), 55.0, 85.0);
  for (const Promise& promise : draft.promises) {
    const double least = promise.height_mm + kVestBladderRim + VestShape().neck_drop;
    givens.least_back_mm = std::max(givens.least_back_mm, 10 * std::ceil(least / 10));
  }
  if (isGiven(draft.choices, "back-length"))
    givens.least_back_mm = std::min(givens.least_back_mm, givens.back_length_mm);
  else
    givens.back_length_mm = std::max(givens.back_length_mm, givens.least_back_mm);
  return givens;
}

/// One step longer and wider, or with -1 shorter and narrower, where the user left it free. False where
/// nothing moves any more.
bool grow(const PackDraft& draft, double way, VestGivens& givens) {
  constexpr double kBackStep = 10, kWidthStep = 5;
  bool moved = false;
  const auto move = [&](const char* id, double by, double& value) {
    const Parameter* parameter = draft.catalog.findParameter(id);
    if (parameter == nullptr || isGiven(draft.choices, id)) return;
    const std::vector<double> allowed = allowedSteps(draft.catalog, draft.choices, *parameter);
    if (allowed.empty() || value + by < allowed.front() || value + by > allowed.back()) return;
    value += by;
    moved = true;
  };
  if (way > 0 || givens.back_length_mm - kBackStep >= givens.least_back_mm)
    move("back-length", way * kBackStep, givens.back_length_mm);
  move("width", way * kWidthStep, givens.width_mm);
  return moved;
}

/// A body with its main pocket filled.
struct FilledVest {
  VestGivens givens;
  MainFill fill;
};

/// Beside a given dimension the litres may need more body, or less, than they have by themselves.
FilledVest filledVest(const PackDraft& draft, const PocketWishes& wishes) {
  constexpr double kMet = 0.01;  // of the litres
  FilledVest vest{givensOf(draft), {}};
  std::optional<double> depth;
  if (isGiven(draft.choices, "depth")) depth = draft.parameter("depth");
  if (capacityFollows(draft.choices)) {
    vest.fill = usualFill(wishes, *depth);
    return vest;
  }
  // Capacity is promised at size M; other sizes keep its depth and grow with their own body.
  const auto excess = [&] {
    VestFiller filler(makeVestShape(PackSize::M, vest.givens), wishes);
    vest.fill = solveFill(filler, depth);
    return filler.litres(vest.fill) / wishes.capacity_l - 1;
  };
  double over = excess();
  const double way = over < 0 ? 1 : -1;
  while (over * way < -kMet && grow(draft, way, vest.givens)) over = excess();
  return vest;
}

/// The pockets besides the main one, in their places.
VestPockets pocketsOn(VestFiller& filler, const MainPocketPtr& main, const DrapePtr& drape) {
  VestPockets pockets;
  if (filler.flask()) {
    pockets.flask = std::make_shared<const Bulge>(
        *filler.flask(), BulgePlace{liftedWing(drape, VestSide::Left), filler.flaskPlace(), kVestPocketLift});
    const LiftedSurface on_flask = liftedOver([flask = pockets.flask](Vec2 p) { return flask->at(p); });
    pockets.stash = std::make_shared<const Bulge>(*filler.stash(), BulgePlace{on_flask, {0, kStashUp}, 0.8});
  }
  if (const BulgeCut* kangaroo = filler.kangarooOn(main->shape()))
    pockets.kangaroo = std::make_shared<const Bulge>(
        *kangaroo, BulgePlace{liftedPanel(main), {0, kKangarooUp}, kVestPocketLift});
  return pockets;
}

void stateVest(const VestBuild& build, const VestGivens& givens) {
  Pack& pack = build.draft.pack;
  pack.construction = "vest";
  pack.label_means = "carry_l";
  pack.c7_y_mm = c7OverHem(build.shape);
  pack.back_gap_mm = kVestBackGap;
  const MainPocketShape& main = build.main->shape();
  pack.parameters["back-length"] = givens.back_length_mm;
  pack.parameters["width"] = givens.width_mm;
  pack.parameters["depth"] = main.depth;
  pack.parameters["strap-width"] = givens.strap_width_mm;
  Body& body = build.draft.body;
  body.width_mm = 2 * build.shape.back_half_hem;
  body.height_mm = build.shape.back_length;
  body.depth_mm = main.depth;
  body.torso = makeTorso(pack.size, pack.c7_y_mm, -kVestBackGap);
  const BulgePtr& kangaroo = build.pockets.kangaroo;
  pack.dimensions_mm = vestExtents({build.shape, main, kangaroo ? &kangaroo->cut() : nullptr}, body.torso);
}

void addVestMeasures(const VestBuild& build) {
  PackDraft& draft = build.draft;
  const VestShape& s = build.shape;
  const std::vector<Edge>& half = build.outlines.back_half;
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
  addMeasure(draft, "F", lengthOf(edgeOf(build.outlines.wing, "inner").points));
  addMeasure(draft, "G", s.strap_width);
  addMeasure(draft, "H", 2 * s.neck_half);
  if (!build.side_mesh) addMeasure(draft, "J", kVestAdjusterMm);
}

}  // namespace

FamilySpec vestSpec() {
  FamilySpec spec;
  spec.name = "vest";
  spec.parameters = {{"side", true, {"mesh", "adjusters"}, Dimension::Number, false},
                     {"kangaroo", true, {"yes", "no"}, Dimension::Number, false},
                     {"flask-pockets", true, {"yes", "no"}, Dimension::Number, false},
                     {"flask-cord", true, {"yes", "no"}, Dimension::Number, false}};
  return spec;
}

void buildVest(const ModuleCall& call, PackDraft& draft) {
  PocketWishes wishes;
  wishes.capacity_l = draft.parameter("capacity");
  wishes.flask = call.word("flask-pockets", "yes") == "yes";
  wishes.kangaroo = call.word("kangaroo", "yes") == "yes";
  wishes.small_flasks = draft.attributeOf("flasks", "flask-ml") == "250";
  const auto [givens, fill] = filledVest(draft, wishes);

  const VestShape shape = makeVestShape(draft.pack.size, givens);
  const DrapePtr drape = std::make_shared<const WornVest>(shape);
  VestFiller filler(shape, wishes);
  const auto main = std::make_shared<const MainPocket>(filler.mainShape(fill), drape);
  const VestBuild build{call,
                        draft,
                        shape,
                        outlinesOf(shape),
                        drape,
                        main,
                        pocketsOn(filler, main, drape),
                        draft.attributeOf("main-closure", "opening") != "overlap",
                        call.word("side", "mesh") == "mesh",
                        call.word("flask-cord", "yes") == "yes"};
  stateVest(build, givens);
  addVestBody(build);
  addVestMain(build);
  addVestPockets(build);
  addVestTrim(build);
  addVestPlaces(build);
  addVestMeasures(build);
}

}  // namespace configurator
