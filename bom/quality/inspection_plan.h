// What is inspected, when and how many: incoming goods by the lines of the bill (IQC), the stages of work
// (IPQC), and the finished lot by sampling (FQC).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bom/bill.h"
#include "bom/quality/sampling_plan.h"

namespace bom {

/// The finished lot: one class of defects.
struct DefectClass {
  std::string defect;  ///< "critical" "major" "minor"
  std::string aql;     ///< "0" for critical: none is accepted in the whole sample
  SamplingPlan plan;
};

struct InspectionLook {
  std::string defect, look;
};

/// One thing to look at: an item when it comes in, a stage of work, the finished lot.
struct InspectionRow {
  std::string stage;               ///< "IQC" "IPQC" "FQC"
  std::string item;                ///< of IQC
  std::vector<std::string> lines;  ///< of the bill that the item stands in, of IQC
  std::string work;                ///< stage of work, of IPQC
  std::vector<InspectionLook> looks;
};

struct InspectionPlan {
  std::int64_t lot = 0;
  std::string level;                 ///< "II"
  std::vector<DefectClass> classes;  ///< critical, major, minor
  std::int64_t sample = 0;           ///< pieces that the inspector opens: the largest of the classes
  std::int64_t man_days = 0;
  std::string booking;              ///< what to mind when the inspector is booked
  std::vector<InspectionRow> rows;  ///< IQC in the order of the bill, IPQC in that of the work, then FQC
  FigureStatus status = FigureStatus::Estimate;  ///< the weaker of preset and pieces per day
};

/// Pieces that one inspector looks at in a day.
constexpr const char* kInspectedPerDay = "inspection-pieces-per-day";

/// What is inspected and for whom.
struct InspectionOrder {
  std::int64_t lot = 1;
  const Market* market = nullptr;  ///< null: the usual preset
};

/// Every line of the bill is in exactly one IQC row. Classes and man-days stay empty where the book has no
/// preset; a lot that the sampling table does not know fails.
Result<InspectionPlan> inspectionPlan(const Product& product, const Bill& bill, const PriceBook& book,
                                      const InspectionOrder& order);

/// The finished lot alone, which is all that a price needs.
Result<InspectionPlan> finalInspection(const PriceBook& book, const InspectionOrder& order);

}  // namespace bom
