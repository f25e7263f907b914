// The group "quality" of an estimate: the third party's inspection of the finished lot, and the laboratory.
// The factory's own control is a share of the price (priceShareLines).
#include "bom/estimate_lines.h"
#include "bom/quality/inspection_plan.h"

namespace bom {

namespace {

constexpr const char* kInspectorDay = "inspection-man-day-generic";
constexpr const char* kLaboratory = "lab-test-package-per-material-colour";

std::string inspectionText(const InspectionPlan& plan) {
  const DefectClass& major = plan.classes[1];
  const std::string drawn = major.plan.whole_lot && plan.sample == plan.lot
                                ? "all " + countText(plan.lot, "piece", "pieces")
                                : std::to_string(plan.sample) + " of " +
                                      countText(plan.lot, "piece", "pieces") + " (level " + plan.level +
                                      ", letter " + major.plan.code_letter + ", AQL 0/" + major.aql + "/" +
                                      plan.classes[2].aql + ")";
  return countText(plan.man_days, "man-day", "man-days") + " of third-party inspection of " + drawn;
}

}  // namespace

Result<EstimateLines> qualityLines(const EstimateBasis& basis) {
  std::vector<SpreadCost> costs;
  const auto inspection = finalInspection(basis.book(), {basis.quantity, basis.market->market});
  if (!inspection) return tl::unexpected(inspection.error());
  if (inspection->man_days > 0) {
    costs.push_back({"quality", kInspectorDay, inspection->man_days,
                     basis.say([&] { return inspectionText(*inspection); }),
                     inspection->booking.empty() ? "" : "; " + inspection->booking});
  }
  const std::int64_t samples = basis.market->paid_samples, all = basis.market->laboratory_samples;
  if (samples > 0) {
    costs.push_back({"quality", kLaboratory, samples,
                     countText(samples, "material-colour pair", "material-colour pairs"),
                     samples == all ? ""
                                    : "; the other " + std::to_string(all - samples) +
                                          " are goods off the shelf, tested by their makers"});
  }
  auto lines = spreadLines(basis, costs);
  if (!lines) return lines;
  if (inspection->man_days > 0) lines->front().status = weaker(lines->front().status, inspection->status);
  return lines;
}

}  // namespace bom
