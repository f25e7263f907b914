#include "configurator/pack/body_box.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <mutex>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/catalog/require.h"
#include "configurator/pack/given_numbers.h"
#include "configurator/pack/lumbar_pad.h"
#include "configurator/rules/check_rules.h"

namespace configurator {
namespace {

constexpr double kStrapSpread = 80;    // inner edge to inner edge: neck base diameter x 0.6
constexpr double kBindingEase = 1.03;  // binding is cut 3 % longer than the seams it covers
constexpr double kRounding = 5;        // free dimensions that do not take the last millimetres

struct Extent {
  const char* parameter;
  double BoxDimensions::*value;
};
constexpr Extent kExtents[] = {{"back-length", &BoxDimensions::back_length},
                               {"width", &BoxDimensions::width},
                               {"depth", &BoxDimensions::depth}};

using Growing = std::function<double(double)>;

/// Where a growing function is known to be below a goal, and where it is not.
struct Bracket {
  double low = 0, high = 1;
};

/// The bracket made narrow by secants; an end that stays twice counts half (Illinois), so both close in.
/// REQUIRES below < 0 < above, the function less the goal at both ends.
Bracket narrowed(const Growing& value, double goal, Bracket known, Vec2 ends) {
  double below = ends.x, above = ends.y;
  const double close = 1e-10 * std::abs(goal), beside = 1e-10 * (known.high - known.low);
  const auto probe = [&](double at) {
    const double error = value(at) - goal;
    (error < 0 ? known.low : known.high) = at;
    return error;
  };
  for (int i = 0, kept = 0; i < 12; ++i) {
    const double at = known.low + (known.high - known.low) * below / (below - above);
    if (!(at > known.low && at < known.high)) break;
    const double error = probe(at);
    if (std::abs(error) <= close) {
      for (const double other : {at - beside, at + beside})
        if (other > known.low && other < known.high) probe(other);
      break;
    }
    (error < 0 ? below : above) = error;
    const int now = error < 0 ? 1 : -1;
    if (kept == now) (now > 0 ? above : below) /= 2;
    kept = now;
  }
  return known;
}

/// The x in low..high at which the growing function `value` reaches `goal`, or the nearer bound. Halvings, so
/// that the answer lies on a fixed grid; only those inside the narrow bracket ask the function.
double solveGrowing(const Growing& value, double goal, double low, double high) {
  const double below = value(low) - goal;
  if (below >= 0) return low;
  const double above = value(high) - goal;
  if (above <= 0) return high;
  const Bracket known = narrowed(value, goal, {low, high}, {below, above});
  for (int i = 0; i < 40; ++i) {
    const double middle = (low + high) / 2;
    const bool under = middle <= known.low || (middle < known.high && value(middle) < goal);
    (under ? low : high) = middle;
  }
  return (low + high) / 2;
}

double held(const BoxProblem& problem, const Extent& d, double value) {
  return std::clamp(value, problem.low.*d.value, problem.high.*d.value);
}

/// The problem inside the ranges that the chosen options leave, so that beside given dimensions a solved one
/// is one that could be given. A body of which nothing is given may be whatever can be built.
BoxProblem withinRanges(const PackDraft& draft, BoxProblem problem) {
  if (std::none_of(std::begin(kDimensions), std::end(kDimensions),
                   [&](const char* one) { return isGiven(draft.choices, one); }))
    return problem;
  for (const Extent& d : kExtents) {
    const Parameter* parameter = draft.catalog.findParameter(d.parameter);
    if (parameter == nullptr) continue;
    const std::vector<double> allowed = allowedSteps(draft.catalog, draft.choices, *parameter);
    if (allowed.empty()) continue;
    problem.low.*d.value = std::max(problem.low.*d.value, allowed.front());
    problem.high.*d.value = std::min(problem.high.*d.value, allowed.back());
  }
  return problem;
}

/// The least value in low..high, to a hundred-thousandth, that does for what all larger ones do for. REQUIRES
/// does(high).
double leastThatDoes(const std::function<bool(double)>& does, double low, double high) {
  if (does(low)) return low;
  while (high - low > 1e-5) {
    const double middle = (low + high) / 2;
    (does(middle) ? high : low) = middle;
  }
  return high;
}

/// The problem with its free back length and width held to what the promised modules need. They grow in
/// proportion, but not where one of them alone is short: a long sleeve asks for a long back and not for a
/// wide one. What given dimensions leave no room for stays as it is: the module then says so.
BoxProblem withRoom(const PackDraft& draft, BoxProblem problem) {
  if (draft.promises.empty()) return problem;
  const auto scaled = [&](double factor) {
    BoxDimensions box = problem.typical;
    for (const Extent& d : kExtents) {
      if (isGiven(draft.choices, d.parameter))
        box.*d.value = draft.parameter(d.parameter);
      else if (d.value != &BoxDimensions::depth)
        box.*d.value = held(problem, d, problem.typical.*d.value * factor);
    }
    return box;
  };
  const auto has_room = [&](const BoxDimensions& box) {
    return std::all_of(draft.promises.begin(), draft.promises.end(),
                       [&](const Promise& promise) { return problem.has_room(box, promise); });
  };
  constexpr double kSmallest = 0.2, kLargest = 3;
  constexpr double kTrifle = 1.003;  // how wide a body is bears a little on how high it is inside
  constexpr double kMuchLess = 0.9;
  if (!has_room(scaled(kLargest))) return problem;
  BoxDimensions least =
      scaled(leastThatDoes([&](double factor) { return has_room(scaled(factor)); }, kSmallest, kLargest));
  for (const int one : {1, 0}) {
    const Extent &d = kExtents[one], &beside = kExtents[1 - one];
    if (isGiven(draft.choices, d.parameter)) continue;
    BoxDimensions alone = least;
    if (!isGiven(draft.choices, beside.parameter))
      alone.*beside.value = held(problem, beside, kTrifle * alone.*beside.value);
    const auto does = [&](double value) {
      BoxDimensions box = alone;
      box.*d.value = value;
      return has_room(box);
    };
    alone.*d.value = leastThatDoes(does, problem.low.*d.value, least.*d.value);
    if (alone.*d.value < kMuchLess * least.*d.value) least = alone;
  }
  problem.low.back_length = std::max(problem.low.back_length, least.back_length);
  problem.low.width = std::max(problem.low.width, least.width);
  return problem;
}

}  // namespace

BoxDimensions solveBox(const PackDraft& draft, const BoxProblem& asked) {
  const BoxProblem problem = withRoom(draft, withinRanges(draft, asked));
  const double goal = draft.parameter("capacity");
  BoxDimensions solved = problem.typical;
  std::vector<Extent> free;
  for (const Extent& d : kExtents) {
    if (isGiven(draft.choices, d.parameter))
      solved.*d.value = draft.parameter(d.parameter);
    else
      free.push_back(d);
  }
  if (free.empty()) return solved;
  const auto scaled = [&](double factor) {
    BoxDimensions out = solved;
    for (const Extent& d : free) out.*d.value = held(problem, d, problem.typical.*d.value * factor);
    return out;
  };
  const auto litresAt = [&](double factor) { return problem.litres(scaled(factor)); };
  solved = scaled(solveGrowing(litresAt, goal, 0.2, 5.0));
  // The driver takes the rest; where it is held by its range or by what it must have room for, the next does.
  const auto wished =
      problem.driver == BoxProblem::Driver::Depth ? &BoxDimensions::depth : &BoxDimensions::back_length;
  const auto may_move = [&](const Extent& d) {
    return solved.*d.value > problem.low.*d.value && solved.*d.value < problem.high.*d.value;
  };
  std::stable_partition(free.begin(), free.end(), [&](const Extent& d) { return d.value == wished; });
  std::stable_partition(free.begin(), free.end(), may_move);
  for (auto d = free.begin() + 1; d != free.end(); ++d)
    solved.*d->value = held(problem, *d, kRounding * std::round(solved.*d->value / kRounding));
  for (const Extent& d : free) {
    const auto litresWith = [&](double value) {
      BoxDimensions out = solved;
      out.*d.value = value;
      return problem.litres(out);
    };
    solved.*d.value = solveGrowing(litresWith, goal, problem.low.*d.value, problem.high.*d.value);
    if (may_move(d)) break;
  }
  return solved;
}

void addHost(PackDraft& draft, const Piece& piece, const HostPlace& place) {
  require(place.width_mm > 0 && place.height_mm > 0, "a host has a width and a height");
  Host host;
  host.id = place.id;
  host.piece = piece.id;
  host.origin = place.origin;
  host.u_axis = place.u_axis;
  host.v_axis = place.v_axis;
  host.width_mm = place.width_mm;
  host.height_mm = place.height_mm;
  host.half_width_at = place.half_width_at;
  host.outside = reframedSurface(piece.surface, {place.origin, place.u_axis, place.v_axis});
  draft.body.hosts[place.id] = std::move(host);
}

void addBodySeam(PackDraft& draft, const std::string& id, RunPart run, std::function<SeamCurve()> curve) {
  // Several parts ask for the same line.
  struct Made {
    std::function<SeamCurve()> make;
    std::once_flag once;
    SeamCurve curve;
  };
  const auto made = std::make_shared<Made>();
  made->make = std::move(curve);
  draft.body.seams[id] = {id, std::move(run), [made] {
                            std::call_once(made->once, [&] { made->curve = made->make(); });
                            return made->curve;
                          }};
}

void addBinding(const ModuleCall& call, PackDraft& draft, const std::vector<BoundRun>& runs) {
  double metres = 0;
  for (const BoundRun& bound : runs) {
    StitchLine line;
    line.id = call.id(bound.name + "-binding");
    line.name = "Binding of the " + bound.name + " seam";
    line.assembly = call.assembly;
    line.purpose = "covers the raw edges inside";
    line.run = bound.run;
    line.seam_class = "3.05.01";
    line.operation = "B06";
    metres += kBindingEase * lengthOf(draft.pack, bound.run) / 1000;
    addStitchLine(draft, std::move(line));
  }
  Fitting binding;
  binding.id = call.id("seam-binding");
  binding.name = "Seam binding";
  binding.assembly = call.assembly;
  binding.zone = "binding";
  binding.item = draft.item("binding").id;
  binding.placement = "inner seams of the body";
  binding.amount = metres;
  addFitting(draft, std::move(binding));
}

/// Between the wearer's back and the back panel: padding, and the pad of a belt, whose option says how much
/// foam it asks for.
double backGap(const PackDraft& draft) {
  const auto foam = parseDecimal(draft.attributeOf("hip-belt", "lumbar-foam"));
  return kBackGap + (foam ? lumbarPadHeight(draft, *foam) : 0);
}

void standOff(PackDraft& draft, double further_mm) {
  const Torso& torso = draft.body.torso;
  draft.body.torso = makeTorso(torso.size, torso.c7_y_mm, torso.back_plane_z_mm - further_mm);
  draft.pack.back_gap_mm += further_mm;
}

void stateBox(const ModuleCall& call, PackDraft& draft, const BoxStatement& statement) {
  Pack& pack = draft.pack;
  pack.parameters["capacity"] = statement.litres;
  for (const Extent& d : kExtents) pack.parameters[d.parameter] = statement.dimensions.*d.value;
  pack.dimensions_mm = statement.outer_mm;
  pack.label_means = "capacity_l";
  pack.c7_y_mm = statement.c7_y_mm;
  pack.back_gap_mm = backGap(draft);
  pack.compartments.push_back({call.id("main"), "Main compartment", statement.litres, true, statement.shell});
  draft.body.width_mm = statement.dimensions.width;
  draft.body.height_mm = statement.dimensions.back_length;
  draft.body.depth_mm = statement.dimensions.depth;
  draft.body.torso = makeTorso(pack.size, statement.c7_y_mm, -pack.back_gap_mm);
}

void addAnchorPair(PackDraft& draft, const std::string& id, Vec3 right) {
  draft.body.anchors[id + "-right"] = right;
  draft.body.anchors[id + "-left"] = Vec3{-right.x, right.y, right.z};
}

double strapCentre(const PackDraft& draft) {
  return (kStrapSpread + draft.parameter("strap-width")) / 2;
}

}  // namespace configurator
