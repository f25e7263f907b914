// Lot size -> letter (table 1) -> cell (table 2-A); an arrow is followed to the first plan in its direction,
// and that plan's sample is drawn, not that of the letter where the arrow stands.
#include "bom/quality/sampling_plan.h"

#include <algorithm>

namespace bom {

namespace {

/// The table begins at lots of 2; a lot of one piece is looked at whole, whatever the letter.
const LotRange* lotRangeOf(const QualityBook& book, std::int64_t lot) {
  if (lot == 1) lot = 2;
  for (const LotRange& range : book.lots) {
    if (range.from <= lot && (range.to == 0 || lot <= range.to)) return &range;
  }
  return nullptr;
}

/// The row whose plan holds: `at` itself or where its arrows lead. Null when they lead out of the table.
const SampleRow* rowWithPlan(const QualityBook& book, std::size_t at, const std::string& aql) {
  for (std::size_t steps = 0; steps <= book.samples.size(); ++steps) {
    if (at >= book.samples.size()) return nullptr;  // below 0 wraps round to here as well
    const SamplingCell& cell = book.samples[at].cells.at(aql);
    if (cell.kind == SamplingCell::Kind::Plan) return &book.samples[at];
    at += cell.kind == SamplingCell::Kind::Down ? 1 : static_cast<std::size_t>(-1);
  }
  return nullptr;
}

}  // namespace

Result<SamplingPlan> samplingPlan(const QualityBook& book, std::int64_t lot, const std::string& level,
                                  const std::string& aql) {
  const LotRange* range = lotRangeOf(book, lot);
  if (range == nullptr) return failure("no sampling plan for a lot of " + std::to_string(lot));
  const auto letter = range->letters.find(level);
  if (letter == range->letters.end()) return failure("no inspection level '" + level + "'");
  const auto row = std::find_if(book.samples.begin(), book.samples.end(),
                                [&](const SampleRow& one) { return one.letter == letter->second; });
  if (row == book.samples.end()) return failure("no sample for code letter '" + letter->second + "'");
  if (row->cells.count(aql) == 0) return failure("no AQL '" + aql + "' in the sampling table");
  const auto at = static_cast<std::size_t>(row - book.samples.begin());
  const SampleRow* plan = rowWithPlan(book, at, aql);
  if (plan == nullptr)
    return failure("the arrows of letter '" + letter->second + "' at AQL '" + aql + "' lead nowhere");
  const SamplingCell& cell = plan->cells.at(aql);
  const bool whole = plan->size >= lot;
  return SamplingPlan{letter->second, plan->letter, whole ? lot : plan->size,
                      cell.accept,    cell.reject,  whole};
}

}  // namespace bom
