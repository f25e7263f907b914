// References of rows about an order in time: stages that wait for others, rates, countries, events that money
// waits for, items that lead times are for.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "configurator/catalog/check_references.h"
#include "configurator/catalog/in_quotes.h"
#include "configurator/catalog/near_word.h"
#include "configurator/catalog/plan_words.h"

namespace configurator {
namespace {

// What bom/plan reckons with whatever is ordered.
constexpr const char* kRatesOfPlans[] = {"line-operators",        "line-minutes-per-day", "pieces-per-line",
                                         "lead-time-contingency", "finance-rate",         "warehousing",
                                         "after-sales",           "defects-sold"};

using Stages = std::vector<bom::ScheduleStage>;

const bom::ScheduleStage* stageOf(const Stages& stages, const std::string& id) {
  const auto found =
      std::find_if(stages.begin(), stages.end(), [&](const auto& one) { return one.id == id; });
  return found == stages.end() ? nullptr : &*found;
}

/// Whether the stage `id` waits, by however many others, for itself. `steps` bounds the way.
bool waitsFor(const Stages& stages, const std::string& from, const std::string& id, std::size_t steps) {
  const bom::ScheduleStage* stage = stageOf(stages, from);
  if (stage == nullptr || steps == 0) return false;
  return std::any_of(stage->after.begin(), stage->after.end(), [&](const std::string& before) {
    return before == id || waitsFor(stages, before, id, steps - 1);
  });
}

void checkStage(const Catalog& catalog, const bom::ScheduleStage& stage, Problems& problems) {
  const FileLine at = catalog.placeOf("stage", stage.id);
  const std::string whose = "stage " + inQuotes(stage.id) + ": ";
  const Stages& stages = catalog.prices.plan.stages;
  std::vector<std::string> known;
  for (const bom::ScheduleStage& one : stages) known.push_back(one.id);
  for (const std::string& before : stage.after)
    if (stageOf(stages, before) == nullptr)
      problems.add(at, whose + "stage " + inQuotes(before) + " is unknown" + didYouMean(before, known));
  if (waitsFor(stages, stage.id, stage.id, stages.size()))
    problems.add(at, whose + "it waits for itself, by the stages in after=");
  if (!stage.times.empty() && catalog.prices.rates.count(stage.times) == 0)
    problems.add(at, whose + "rate " + inQuotes(stage.times) + " is unknown");
  for (const std::string& market : stage.markets)
    if (catalog.prices.markets.count(market) == 0)
      problems.add(at, whose + "market " + inQuotes(market) + " is unknown");
}

/// Every row is for categories that items have and for known families, and every item has a row that is for
/// all of its category.
void checkLeadTimes(const Catalog& catalog, Problems& problems) {
  const bom::PriceBook& book = catalog.prices;
  std::set<std::string> categories, covered;
  for (const auto& [id, item] : book.items) categories.insert(item.category);
  for (const bom::LeadTime& row : book.plan.lead_times) {
    const FileLine at = catalog.placeOf("lead-time", row.id);
    const std::string whose = "lead time " + inQuotes(row.id) + ": ";
    for (const std::string& category : row.categories)
      if (categories.count(category) == 0)
        problems.add(at, whose + "no item is of the category " + inQuotes(category));
    for (const std::string& family : row.families)
      if (catalog.findFamily(family) == nullptr)
        problems.add(at, whose + "family " + inQuotes(family) + " is unknown");
    if (row.only.empty() && row.families.empty())
      covered.insert(row.categories.begin(), row.categories.end());
  }
  if (book.plan.lead_times.empty()) return;
  for (const auto& [id, item] : book.items)
    if (covered.count(item.category) == 0)
      problems.add(
          catalog.placeOf("item", id),
          "item " + inQuotes(id) + ": no <lead-time> is for all of its category " + inQuotes(item.category));
}

void checkPaymentTerms(const Catalog& catalog, const bom::PaymentTerms& terms, Problems& problems) {
  for (const bom::PaymentShare& share : terms.shares) {
    const Stages& stages = catalog.prices.plan.stages;
    const bool comes_about = std::any_of(stages.begin(), stages.end(), [&](const auto& stage) {
      return std::find(stage.events.begin(), stage.events.end(), share.event) != stage.events.end();
    });
    if (!comes_about)
      problems.add(
          catalog.placeOf("terms", terms.id),
          "payment terms " + inQuotes(terms.id) + ": no stage brings about " + inQuotes(share.event));
  }
}

}  // namespace

void checkPlan(const Catalog& catalog, Problems& problems) {
  const bom::PlanBook& plan = catalog.prices.plan;
  if (catalog.prices.markets.empty()) return;  // that is said once, where a program needs them
  for (const bom::ScheduleStage& stage : plan.stages) checkStage(catalog, stage, problems);
  for (const bom::PaymentTerms& terms : plan.payment_terms) checkPaymentTerms(catalog, terms, problems);
  checkLeadTimes(catalog, problems);
  for (const bom::Closure& closure : plan.closures) {
    const std::string key = closureKey(closure);
    const FileLine at = catalog.placeOf("closure", key);
    for (const std::string& country : closure.countries)
      if (catalog.prices.origins.count(country) == 0)
        problems.add(at, "closure " + inQuotes(key) + ": origin " + inQuotes(country) + " is unknown");
    const bool days_are_known = !plan.closures_from.empty();  // else the format has said so
    if (days_are_known && (closure.from < plan.closures_from || plan.closures_until < closure.until))
      problems.add(at, "closure " + inQuotes(key) + ": it lies outside of the days of <closures>");
  }
  if (plan.stages.empty()) return;
  const FileLine first = catalog.placeOf("stage", plan.stages.front().id);
  for (const char* rate : kRatesOfPlans)
    if (catalog.prices.rates.count(rate) == 0)
      problems.add(first, "the schedule needs the rate " + inQuotes(rate) + ", which no file has");
}

}  // namespace configurator
