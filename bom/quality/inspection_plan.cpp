// One delivery is one item, however many places of the product it goes to: the lines of an item share a row.
#include "bom/quality/inspection_plan.h"

#include <algorithm>

#include "bom/exact.h"
#include "bom/quality/places.h"

namespace bom {

namespace {

/// The preset that names the market; else the one for all.
const AqlPreset* presetFor(const QualityBook& book, const Market* market) {
  const AqlPreset* usual = nullptr;
  for (const AqlPreset& preset : book.presets) {
    const auto place = placeNamed(preset.where, market == nullptr ? Market{} : *market);
    if (place && *place != "any") return &preset;
    if (place && usual == nullptr) usual = &preset;
  }
  return usual;
}

std::int64_t daysFor(std::int64_t pieces, const Rate& per_day) {
  const std::int64_t each = std::max<std::int64_t>(1, divideRounded(per_day.typical_millionths, kMillion));
  return (pieces + each - 1) / each;
}

std::vector<InspectionLook> looksAt(const QualityBook& book, const std::string& stage, const auto& concerns) {
  std::vector<InspectionLook> looks;
  for (const InspectionPoint& point : book.points) {
    if (point.stage == stage && concerns(point)) looks.push_back({point.defect, point.look});
  }
  return looks;
}

void addIncoming(const Bill& bill, const PriceBook& book, std::vector<InspectionRow>& rows) {
  for (const BillLine& line : bill.lines) {
    if (line.is_assembly) continue;
    auto row = std::find_if(rows.begin(), rows.end(),
                            [&](const InspectionRow& known) { return known.item == line.item; });
    if (row == rows.end()) {
      const BillSection section = book.items.at(line.item).section;
      rows.push_back({"IQC", line.item, {}, {}, looksAt(book.quality, "IQC", [&](const auto& point) {
                        return std::find(point.sections.begin(), point.sections.end(), section) !=
                               point.sections.end();
                      })});
      row = rows.end() - 1;
      if (row->looks.empty()) row->looks.push_back({"major", "Item, amount and colour as ordered"});
    }
    row->lines.push_back(line.number);
  }
}

void addStages(const Product& product, const PriceBook& book, std::vector<InspectionRow>& rows) {
  std::vector<std::string> stages;
  for (const WorkStep& step : product.work) {
    const auto found = book.operations.find(step.operation);
    if (found == book.operations.end()) continue;
    const std::string& stage = found->second.stage;
    if (std::find(stages.begin(), stages.end(), stage) == stages.end()) stages.push_back(stage);
  }
  for (const std::string& stage : stages) {
    auto looks = looksAt(book.quality, "IPQC", [&](const auto& point) {
      return std::find(point.works.begin(), point.works.end(), stage) != point.works.end();
    });
    if (!looks.empty()) rows.push_back({"IPQC", {}, {}, stage, std::move(looks)});
  }
}

}  // namespace

Result<InspectionPlan> finalInspection(const PriceBook& book, const InspectionOrder& order) {
  InspectionPlan plan;
  plan.lot = order.lot;
  const AqlPreset* preset = presetFor(book.quality, order.market);
  if (preset == nullptr) return plan;
  plan.level = preset->level;
  plan.booking = preset->booking;
  DefectClass critical{"critical", "0", {}};
  plan.classes = {critical, {"major", preset->major, {}}, {"minor", preset->minor, {}}};
  for (std::size_t i = 1; i < plan.classes.size(); ++i) {
    auto sampling = samplingPlan(book.quality, order.lot, preset->level, plan.classes[i].aql);
    if (!sampling) return tl::unexpected(sampling.error());
    plan.classes[i].plan = *sampling;
    if (plan.sample < sampling->size) plan.classes[0].plan = *sampling;
    plan.sample = std::max(plan.sample, sampling->size);
  }
  plan.classes[0].plan.accept = 0;
  plan.classes[0].plan.reject = 1;
  const auto per_day = findRate(book, kInspectedPerDay);
  if (!per_day) return tl::unexpected(per_day.error());
  plan.man_days = daysFor(plan.sample, *per_day);
  plan.status = weaker(preset->provenance.status, per_day->provenance.status);
  return plan;
}

Result<InspectionPlan> inspectionPlan(const Product& product, const Bill& bill, const PriceBook& book,
                                      const InspectionOrder& order) {
  auto plan = finalInspection(book, order);
  if (!plan) return plan;
  addIncoming(bill, book, plan->rows);
  addStages(product, book, plan->rows);
  auto looks = looksAt(book.quality, "FQC", [](const auto&) { return true; });
  if (!looks.empty()) plan->rows.push_back({"FQC", {}, {}, {}, std::move(looks)});
  return plan;
}

}  // namespace bom
