// The critical path of an order: when each stage can start at the earliest and must at the latest, with the
// origin's closures pausing the work there. A stage of N days that starts on day D ends, without pauses, on
// D + N - 1; the next one starts on the day after.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "bom/plan/lead_times.h"
#include "bom/price_book.h"
#include "bom/result.h"

namespace bom {

struct ScheduleRequest {
  const PriceBook* book = nullptr;
  std::string from;  ///< YYYY-MM-DD: the first day of the first stage
  std::string origin, market;
  std::set<std::string> conditions;  ///< that hold besides "always" and "certificate"
  DayRange sewing;                   ///< of the stages whose days follow from minutes; see sewingDays
  MaterialLeads materials{};         ///< of the stages whose days follow from the bill
};

struct PlannedStage {
  std::string id, name;
  int days = 0;              ///< counted, without pauses; 0: a milestone
  std::string starts, ends;  ///< first and last day; of a milestone both are its day
  int slack = 0;             ///< calendar days that it can start later without moving the end
  bool critical = false;     ///< the end follows from it; a day of rest after it may still give it slack
  FigureStatus status = FigureStatus::Estimate;
  std::string waits_for;  ///< the line of the bill that its days are of, and why; or empty
};

struct Schedule {
  std::vector<PlannedStage> stages;  ///< those that happen, in the order of the book, typical
  std::string starts, ends;          ///< `ends`: the last day of the last stage
  DayRange days;                     ///< calendar days from start to end, both included
  int order_to_shipment = 0;  ///< calendar days between the two events, typical; 0 where one is lacking
  int contingency_days = 0;   ///< the rate "lead-time-contingency" of the typical days, rounded up
  std::string ends_with_contingency;
  std::map<std::string, std::string> events;  ///< id -> day: "order", "shipment", "delivery" ...
  std::vector<std::string> notes;             ///< what the closures do not cover
};

/// Fails on a day that does not exist and on a rate that the book lacks. REQUIRES stages without cycles.
Result<Schedule> makeSchedule(const ScheduleRequest& request);

struct SewingWork {
  Quantity minutes;  ///< standard minutes per piece
  std::int64_t quantity = 1;
  std::string origin;
};
/// Working days of the bulk by the rates "line-operators", "line-minutes-per-day" and "pieces-per-line" (a
/// large order gets more lines) and the efficiency of a line:
///   minutes x quantity / (lines x operators x minutes per day x efficiency), rounded up
/// A quick schedule has many operators, a slow one few. Fails on an origin or rate that the book lacks.
Result<DayRange> sewingDays(const PriceBook& book, const SewingWork& work);

}  // namespace bom
