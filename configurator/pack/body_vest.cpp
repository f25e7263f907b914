// Dimensions of the vest, solved for what it is to carry, and the order in which its parts are made.
#include "configurator/pack/body_vest.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "configurator/catalog/require.h"
#include "configurator/pack/body_vest_extents.h"
#include "configurator/pack/body_vest_parts.h"

namespace configurator {
namespace {

bool isGiven(const PackDraft& draft, const std::string& parameter) {
  const auto found = draft.choices.parameters.find(parameter);
  return found != draft.choices.parameters.end() && found->second.by == By::User;
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
  for (const Promise& promise : draft.promises) {
    const double least = promise.height_mm + kVestBladderRim + VestShape().neck_drop;
    givens.least_back_mm = std::max(givens.least_back_mm, 10 * std::ceil(least / 10));
  }
  if (isGiven(draft, "back-length"))
    givens.least_back_mm = std::min(givens.least_back_mm, givens.back_length_mm);
  else
    givens.back_length_mm = std::max(givens.back_length_mm, givens.least_back_mm);
  return givens;
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
  addMeasure(draft, "G", s.strap_width);
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
  wishes.small_flasks = draft.attributeOf("flasks", "flask-ml") == "250";
  // Capacity is promised at size M; other sizes keep its depth and grow with their own body.
  const VestShape medium = makeVestShape(PackSize::M, givens);
  std::optional<double> depth;
  if (isGiven(draft, "depth")) depth = draft.parameter("depth");
  const MainFill fill = solveFill(VestFiller(medium, wishes), depth);

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
                        call.word("side", "mesh") == "mesh"};
  stateVest(build, givens);
  addVestBody(build);
  addVestMain(build);
  addVestPockets(build);
  addVestTrim(build);
  addVestPlaces(build);
  addVestMeasures(build);
}

}  // namespace configurator
