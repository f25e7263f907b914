// Days by whole-number arithmetic, and on which of them a country's factories work. No clock, no time zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bom/plan/plan_book.h"

namespace bom {

/// "2026-03-31" -> days since 1970-01-01; nothing for a day that does not exist.
std::optional<int> parseDay(std::string_view text);
std::string dayText(int day);  ///< YYYY-MM-DD
int weekdayOf(int day);        ///< 0 Sunday ... 6 Saturday

/// Which days count for a stage of work.
struct DayCount {
  bool pauses = false;  ///< closures of the country do not count
  bool rests = false;   ///< nor does its weekly day of rest
};

class WorkCalendar {
 public:
  WorkCalendar(const PlanBook& plan, const std::string& country);

  bool counts(int day, DayCount how) const;
  /// The first day from `day` on that counts.
  int firstFrom(int day, DayCount how) const;
  /// The day after the last of `days` counted days from `day` on; `day` itself for none. REQUIRES days >= 0.
  int after(int day, int days, DayCount how) const;
  /// The latest day to start on, for `days` counted days to be over before `end`.
  int latestStart(int end, int days, DayCount how) const;
  /// Does the book list any closure of this country?
  bool hasClosures() const { return !closures_.empty(); }

 private:
  struct Span {
    int from, until;
  };
  std::vector<Span> closures_;
  int rest_weekday_ = -1;  // none
};

}  // namespace bom
