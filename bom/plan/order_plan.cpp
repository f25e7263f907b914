#include "bom/plan/order_plan.h"

#include <algorithm>

namespace bom {
namespace {

using Conditions = std::set<std::string>;

/// What has to be done besides the stages that always are.
Conditions conditionsOf(bool custom_colours, bool tooling, const std::string& freight) {
  Conditions conditions{freight};
  if (custom_colours) conditions.insert({"custom-colours", "dyed-materials"});
  if (tooling) conditions.insert("tooling");
  return conditions;
}

MaterialLeads materialsOf(const PlanInput& input, MadeColors made) {
  return slowestOf(leadTimesOf(*input.product, input.at->bill.lines, *input.book, made));
}

const Freight* cheapest(const Delivery& delivery, bool by_sea) {
  const Freight* best = nullptr;
  for (const Freight& freight : delivery.freights) {
    if (freight.mode.starts_with("sea") != by_sea) continue;
    if (best == nullptr || freight.cost < best->cost) best = &freight;
  }
  return best;
}

std::vector<std::string> namesWithout(const Schedule& one, const Schedule& other) {
  std::vector<std::string> names;
  for (const PlannedStage& stage : one.stages) {
    const bool in_both = std::any_of(other.stages.begin(), other.stages.end(),
                                     [&](const PlannedStage& same) { return same.id == stage.id; });
    if (!in_both) names.push_back(stage.name);
  }
  return names;
}

/// The small batch takes colours, materials and trims from stock and flies; volume has its colours dyed, its
/// trims made where the design has own ones, and goes by sea.
Result<std::vector<PlanRoute>> routesOf(const PlanInput& input, const ScheduleRequest& request) {
  const Freight* flown = cheapest(*input.at->delivery, false);
  const Freight* shipped = cheapest(*input.at->delivery, true);
  if (flown == nullptr || shipped == nullptr) return std::vector<PlanRoute>{};
  ScheduleRequest small = request, volume = request;
  small.conditions = conditionsOf(false, false, flown->mode);
  volume.conditions = conditionsOf(true, !input.product->tooling.empty(), shipped->mode);
  small.materials = materialsOf(input, MadeColors::None);
  volume.materials = materialsOf(input, MadeColors::All);
  const auto quick = makeSchedule(small), slow = makeSchedule(volume);
  if (!quick) return tl::unexpected(quick.error());
  if (!slow) return tl::unexpected(slow.error());
  return std::vector<PlanRoute>{{"small-batch", "small batch: stock colours and trims", flown->mode,
                                 flown->cost, quick->days, quick->ends, namesWithout(*quick, *slow)},
                                {"volume", "volume: dyed colours, own trims", shipped->mode, shipped->cost,
                                 slow->days, slow->ends, namesWithout(*slow, *quick)}};
}

}  // namespace

Result<std::optional<OrderPlan>> makeOrderPlan(const PlanInput& input) {
  if (input.book->plan.stages.empty() || !input.at->delivery) return std::nullopt;
  const auto sewing = sewingDays(*input.book, {input.at->minutes, input.at->quantity, input.asked->origin});
  if (!sewing) return tl::unexpected(sewing.error());
  ScheduleRequest request{input.book,
                          input.asked->as_of,
                          input.asked->origin,
                          input.asked->market,
                          {},
                          *sewing,
                          materialsOf(input, MadeColors::AsOrdered)};
  request.conditions = conditionsOf(input.custom_colours, !input.product->tooling.empty(),
                                    input.at->delivery->freights.front().mode);
  // Tapes and trims may be made in a colour though no cloth is.
  if (request.materials.made) request.conditions.insert("dyed-materials");
  auto schedule = makeSchedule(request);
  if (!schedule) return tl::unexpected(schedule.error());
  auto payments = makePayments(*input.book, input.payment, *schedule, *input.at);
  if (!payments) return tl::unexpected(payments.error());
  auto ownership = makeOwnership(*input.product, *input.book, *input.at, *payments);
  if (!ownership) return tl::unexpected(ownership.error());
  auto routes = routesOf(input, request);
  if (!routes) return tl::unexpected(routes.error());
  return OrderPlan{std::move(*schedule), std::move(*payments), std::move(*ownership), std::move(*routes)};
}

}  // namespace bom
