#include "bom/plan/schedule.h"

#include <algorithm>

#include "bom/estimate_lines.h"
#include "bom/exact.h"
#include "bom/plan/calendar.h"
#include "bom/require.h"

namespace bom {
namespace {

enum class Pace { Low, Typical, High };

int paced(const DayRange& range, Pace pace) {
  return pace == Pace::Low ? range.low : pace == Pace::High ? range.high : range.typical;
}

bool happens(const ScheduleStage& stage, const ScheduleRequest& request) {
  const auto& markets = stage.markets;
  if (!markets.empty() && std::find(markets.begin(), markets.end(), request.market) == markets.end())
    return false;
  return stage.when == "always" || stage.when == "certificate" || request.conditions.count(stage.when) == 1;
}

const LineLead* slowestFor(const ScheduleStage& stage, const ScheduleRequest& request) {
  const auto& slowest = stage.materials == "made" ? request.materials.made : request.materials.stock;
  return stage.materials.empty() || !slowest ? nullptr : &*slowest;
}

/// "210D nylon: cloth dyed to order".
std::string waitsFor(const PriceBook& book, const LineLead& lead) {
  const auto item = book.items.find(lead.item);
  return (item == book.items.end() ? lead.item : item->second.name) + ": " + lead.what;
}

/// A stage with its days at one pace; one that does not happen takes none and hands its start on.
struct Step {
  const ScheduleStage* stage = nullptr;
  const LineLead* slowest = nullptr;  // the line of the bill that its days are of
  bool happens = false, critical = false;
  int days = 0;
  DayCount how;
  std::vector<std::size_t> after;
  int start = 0, end = 0, latest = 0;  // `end` is the day after the last
};

class Path {
 public:
  Path(const ScheduleRequest& request, int from)
      : request_(request), calendar_(request.book->plan, request.origin), from_(from) {}

  Result<void> walk(Pace pace) {
    const auto prepared = prepare(pace);
    if (!prepared) return prepared;
    const std::vector<std::size_t> order = inOrder();
    for (const std::size_t i : order) walkForward(steps_[i]);
    for (const Step& step : steps_) end_ = std::max(end_, step.end);
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
      walkBack(*i);
      markCritical(*i);
    }
    return {};
  }

  const std::vector<Step>& steps() const { return steps_; }
  int end() const { return end_; }

 private:
  /// How often a stage is gone through.
  Result<int> timesOf(const ScheduleStage& stage, Pace pace) const {
    if (stage.times.empty()) return 1;
    const auto rate = findRate(*request_.book, stage.times);
    if (!rate) return tl::unexpected(rate.error());
    const auto whole = [](std::int64_t millionths) { return static_cast<int>(millionths / kMillion); };
    return paced({whole(rate->low_millionths), whole(rate->typical_millionths), whole(rate->high_millionths)},
                 pace);
  }

  Result<void> prepare(Pace pace) {
    const auto& stages = request_.book->plan.stages;
    end_ = from_;
    steps_.clear();
    for (const ScheduleStage& stage : stages) {
      const auto times = timesOf(stage, pace);
      if (!times) return tl::unexpected(times.error());
      Step step{&stage, slowestFor(stage, request_), happens(stage, request_), false, 0, {}, {}, 0, 0, 0};
      if (step.happens) {
        step.days = *times * paced({stage.low, stage.typical, stage.high}, pace);
        if (stage.sewing) step.days = std::max(stage.low, paced(request_.sewing, pace));
        if (step.slowest != nullptr) step.days = paced(step.slowest->days, pace);
        step.how = {stage.place == "origin", stage.working_days};
      }
      for (const std::string& id : stage.after) {
        const auto before =
            std::find_if(stages.begin(), stages.end(), [&](const auto& one) { return one.id == id; });
        require(before != stages.end(), "a stage comes after one that the price book lacks");
        step.after.push_back(static_cast<std::size_t>(before - stages.begin()));
      }
      steps_.push_back(std::move(step));
    }
    return {};
  }

  /// Every stage after those that it waits for; else in the order of the book.
  std::vector<std::size_t> inOrder() const {
    std::vector<std::size_t> order;
    std::vector<bool> placed(steps_.size(), false);
    while (order.size() < steps_.size()) {
      const std::size_t before = order.size();
      for (std::size_t i = 0; i < steps_.size(); ++i) {
        const auto& after = steps_[i].after;
        if (placed[i] || !std::all_of(after.begin(), after.end(), [&](std::size_t j) { return placed[j]; }))
          continue;
        placed[i] = true;
        order.push_back(i);
      }
      require(order.size() > before, "stages of the schedule wait for each other in a circle");
    }
    return order;
  }

  void walkForward(Step& step) const {
    step.start = from_;
    for (const std::size_t before : step.after) step.start = std::max(step.start, steps_[before].end);
    if (step.days > 0) step.start = calendar_.firstFrom(step.start, step.how);
    step.end = calendar_.after(step.start, step.days, step.how);
  }

  void walkBack(std::size_t i) {
    int latest_end = end_;
    for (const Step& next : steps_)
      if (std::find(next.after.begin(), next.after.end(), i) != next.after.end())
        latest_end = std::min(latest_end, next.latest);
    steps_[i].latest = calendar_.latestStart(latest_end, steps_[i].days, steps_[i].how);
  }

  /// The last stages, and of those before a critical one the last to end. REQUIRES that all after are marked.
  void markCritical(std::size_t i) {
    Step& step = steps_[i];
    if (step.end == end_) step.critical = true;
    if (!step.critical) return;
    int ready = from_;
    for (const std::size_t before : step.after) ready = std::max(ready, steps_[before].end);
    for (const std::size_t before : step.after)
      if (steps_[before].end == ready) steps_[before].critical = true;
  }

  const ScheduleRequest& request_;
  const WorkCalendar calendar_;
  const int from_;
  std::vector<Step> steps_;
  int end_ = 0;
};

void addStages(const Path& path, const PriceBook& book, Schedule& schedule) {
  for (const Step& step : path.steps()) {
    if (!step.happens) continue;
    const int last = std::max(step.start, step.end - 1);
    const int slack = step.latest - step.start;
    PlannedStage planned{step.stage->id,
                         step.stage->name,
                         step.days,
                         dayText(step.start),
                         dayText(last),
                         slack,
                         step.critical,
                         step.stage->provenance.status,
                         ""};
    if (step.slowest != nullptr) {
      planned.waits_for = waitsFor(book, *step.slowest);
      planned.status = step.slowest->status;
    }
    schedule.stages.push_back(std::move(planned));
    for (const std::string& event : step.stage->events) schedule.events[event] = dayText(last);
  }
  const auto order = schedule.events.find("order"), shipment = schedule.events.find("shipment");
  if (order != schedule.events.end() && shipment != schedule.events.end())
    schedule.order_to_shipment = parseDay(shipment->second).value_or(0) - parseDay(order->second).value_or(0);
}

void addNotes(const ScheduleRequest& request, Schedule& schedule) {
  const PlanBook& plan = request.book->plan;
  const auto origin = request.book->origins.find(request.origin);
  const std::string name = origin == request.book->origins.end() ? request.origin : origin->second.name;
  if (!WorkCalendar(plan, request.origin).hasClosures())
    schedule.notes.push_back("no closures of factories in " + name + " are known: none is reckoned with");
  else if (schedule.starts < plan.closures_from || plan.closures_until < schedule.ends)
    schedule.notes.push_back("closures of factories are known from " + plan.closures_from + " to " +
                             plan.closures_until + ": outside of these days none is reckoned with");
}

}  // namespace

Result<Schedule> makeSchedule(const ScheduleRequest& request) {
  const auto from = parseDay(request.from);
  if (!from) return failure("'" + request.from + "' is not a day like 2026-03-31");
  const auto contingency = percentRate(*request.book, "lead-time-contingency");
  if (!contingency) return tl::unexpected(contingency.error());
  Schedule schedule;
  schedule.starts = request.from;
  Path path(request, *from);
  const auto lengthAt = [&](Pace pace, int& days) -> Result<void> {
    auto walked = path.walk(pace);
    days = path.end() - *from;
    return walked;
  };
  for (const auto& [pace, days] :
       {std::pair{Pace::Low, &schedule.days.low}, std::pair{Pace::High, &schedule.days.high},
        std::pair{Pace::Typical, &schedule.days.typical}}) {
    const auto walked = lengthAt(pace, *days);
    if (!walked) return tl::unexpected(walked.error());
  }
  addStages(path, *request.book, schedule);  // the typical walk was the last
  const int last = std::max(*from, path.end() - 1);
  schedule.ends = dayText(last);
  const std::int64_t buffer = schedule.days.typical * contingency->billionths();
  schedule.contingency_days = static_cast<int>((buffer + kBillion - 1) / kBillion);
  schedule.ends_with_contingency = dayText(last + schedule.contingency_days);
  addNotes(request, schedule);
  return schedule;
}

Result<DayRange> sewingDays(const PriceBook& book, const SewingWork& work) {
  const auto origin = book.origins.find(work.origin);
  if (origin == book.origins.end()) return failure("no origin '" + work.origin + "' in the price book");
  const auto operators = findRate(book, "line-operators");
  if (!operators) return tl::unexpected(operators.error());
  const auto minutes_per_day = findRate(book, "line-minutes-per-day");
  if (!minutes_per_day) return tl::unexpected(minutes_per_day.error());
  const auto pieces_per_line = findRate(book, "pieces-per-line");
  if (!pieces_per_line) return tl::unexpected(pieces_per_line.error());
  const std::int64_t pieces = std::max<std::int64_t>(1, pieces_per_line->typical_millionths / kMillion);
  const std::int64_t lines = (work.quantity + pieces - 1) / pieces;
  const Ratio efficiency = lineEfficiency(book, breakFor(book.breaks, work.quantity), origin->second);
  const auto daysWith = [&](std::int64_t operator_millionths) {
    // Millionths of minutes on top, millionths of operators x millionths of minutes x billionths below.
    const Int128 needed = multiplyExact(multiplyExact(work.minutes.millionths(), work.quantity),
                                        multiplyExact(kMillion, kBillion));
    const Int128 per_day = multiplyExact(
        multiplyExact(multiplyExact(operator_millionths, lines), minutes_per_day->typical_millionths),
        efficiency.billionths());
    require(per_day > 0, "a sewing line does some work in a day");
    constexpr Int128 kMostDays = 100'000;
    return static_cast<int>(std::min((needed + per_day - 1) / per_day, kMostDays));
  };
  return DayRange{daysWith(operators->high_millionths), daysWith(operators->typical_millionths),
                  daysWith(operators->low_millionths)};
}

}  // namespace bom
