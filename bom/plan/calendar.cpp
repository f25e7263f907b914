#include "bom/plan/calendar.h"

#include <algorithm>
#include <chrono>

#include "bom/require.h"

namespace bom {
namespace {

namespace chrono = std::chrono;

std::optional<int> digitsOf(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

bool isListed(const std::vector<std::string>& countries, const std::string& country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

}  // namespace

std::optional<int> parseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digitsOf(text.substr(0, 4)), month = digitsOf(text.substr(5, 2)),
             day = digitsOf(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const chrono::year_month_day date{chrono::year(*year), chrono::month(static_cast<unsigned>(*month)),
                                    chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return static_cast<int>(chrono::sys_days(date).time_since_epoch().count());
}

std::string dayText(int day) {
  const chrono::year_month_day date{chrono::sys_days(chrono::days(day))};
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

int weekdayOf(int day) {
  return static_cast<int>(chrono::weekday(chrono::sys_days(chrono::days(day))).c_encoding());
}

WorkCalendar::WorkCalendar(const PlanBook& plan, const std::string& country) {
  for (const Closure& closure : plan.closures) {
    if (!isListed(closure.countries, country)) continue;
    const auto from = parseDay(closure.from), until = parseDay(closure.until);
    if (from && until) closures_.push_back({*from, *until});
  }
  for (const RestDay& rest : plan.rest_days) {
    if (!rest.countries.empty() && !isListed(rest.countries, country)) continue;
    rest_weekday_ = rest.weekday;
    break;
  }
}

bool WorkCalendar::counts(int day, DayCount how) const {
  if (how.rests && weekdayOf(day) == rest_weekday_) return false;
  return !how.pauses || std::none_of(closures_.begin(), closures_.end(),
                                     [&](const Span& span) { return span.from <= day && day <= span.until; });
}

int WorkCalendar::firstFrom(int day, DayCount how) const {
  while (!counts(day, how)) ++day;
  return day;
}

int WorkCalendar::after(int day, int days, DayCount how) const {
  require(days >= 0, "work takes no fewer than 0 days");
  for (int done = 0; done < days; ++day)
    if (counts(day, how)) ++done;
  return day;
}

int WorkCalendar::latestStart(int end, int days, DayCount how) const {
  require(days >= 0, "work takes no fewer than 0 days");
  for (int left = days; left > 0;)
    if (counts(--end, how)) --left;
  return end;
}

}  // namespace bom
