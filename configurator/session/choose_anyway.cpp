#include "configurator/session/choose_anyway.h"

#include <algorithm>
#include <utility>

#include "configurator/session/design_advisor.h"
#include "configurator/session/design_facts.h"
#include "configurator/session/fit_ways.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

constexpr int kMostTried = 8;  // ways that the rules allow, until enough of them can be built

/// One question under way.
struct Question {
  const Workshop& workshop;
  const Design& design;
  const std::vector<KeyValue>& edits;
  std::vector<PlaceValue> asked;
  std::vector<Violation> before;  ///< the present design's
};

std::vector<Violation> broughtBy(const Question& question, const std::vector<Violation>& after) {
  return question.edits.empty() ? onlyErrors(after) : errorsOf(question.edits, question.before, after);
}

/// With prices where there are any, else at least built.
PricedWay tried(const Question& question, const Result<AgainstPresent>& comparison, const Design& edited,
                WayOut way) {
  if (comparison) return comparison->priced(edited, std::move(way), true);
  PricedWay result{std::move(way), {}, {}, {}};
  Design then = edited;
  then.choices = result.choices = withSolvedCapacity(question.workshop.catalog, result.way.choices);
  result.finds = onlyErrors(violationsOf(question.workshop, then));
  return result;
}

/// Why the user's other choices do not go with what is asked for.
std::vector<Reason> reasonsOf(const Question& question, RuleAdvisor& rules, const Choices& edited) {
  if (question.asked.size() == 1) {
    const PlaceValue& asked = question.asked.front();
    const bool blocked = rules.stateOf(question.design.choices, asked) == engine::ValueState::blocked;
    return blocked ? rules.explain(question.design.choices, asked, kMostReasons) : std::vector<Reason>();
  }
  const auto is_asked = [&](const PlaceValue& choice) {
    return std::find(question.asked.begin(), question.asked.end(), choice) != question.asked.end();
  };
  std::vector<Reason> reasons = rules.explainContradiction(edited, kMostReasons);
  for (Reason& reason : reasons) {
    // Where what is asked for contradicts itself, that is the reason.
    if (!std::all_of(reason.choices.begin(), reason.choices.end(), is_asked))
      std::erase_if(reason.choices, is_asked);
  }
  return reasons;
}

/// Builds them in turn; the first that geometry refuses, where none is good enough.
std::optional<PricedWay> keepFitting(const Question& question, std::vector<WayOut> ways, int limit,
                                     AnywayAnswer& answer) {
  const auto comparison = AgainstPresent::make(question.workshop, question.design, {});
  std::optional<PricedWay> unfit;
  for (WayOut& way : ways) {
    PricedWay priced = tried(question, comparison, answer.edited, std::move(way));
    if (broughtBy(question, priced.finds).empty())
      answer.ways.push_back(std::move(priced));
    else if (!unfit)
      unfit = std::move(priced);
    if (static_cast<int>(answer.ways.size()) == limit) break;
  }
  return answer.ways.empty() ? unfit : std::nullopt;
}

void findWays(const Question& question, AnywayAnswer& answer, int limit) {
  DesignAdvisor advisor(question.workshop, question.design);
  answer.reasons = reasonsOf(question, advisor.rules(), answer.edited.choices);
  const Choices& edited = answer.edited.choices;
  const auto unfit =
      keepFitting(question, advisor.findWays(edited, question.asked, kMostTried), limit, answer);
  if (!unfit) return;
  const Choices choices = unfit->choices;
  const Catalog& catalog = question.workshop.catalog;
  const UnfitWay way{edited, choices, question.asked, unfit->finds, factsOf(catalog, question.design)};
  keepFitting(question, fittingWays(catalog, way), limit, answer);
}

}  // namespace

std::vector<PlaceValue> askedBy(const Catalog& catalog, const std::vector<KeyValue>& edits,
                                const Choices& edited) {
  std::vector<PlaceValue> asked;
  for (const KeyValue& edit : edits) {
    const bool is_place = catalog.findSlot(edit.key) != nullptr ||
                          catalog.findParameter(edit.key) != nullptr || catalog.findZone(edit.key) != nullptr;
    const bool again =
        std::any_of(asked.begin(), asked.end(), [&](const auto& one) { return one.place == edit.key; });
    if (is_place && !again && holdOf(edited, edit.key).by == By::User)
      asked.push_back({edit.key, presentText(edited, edit.key)});
  }
  return asked;
}

tl::expected<AnywayAnswer, EditRefusal> findAnyway(const Workshop& workshop, const Design& design,
                                                   const std::vector<KeyValue>& edits, int limit) {
  AnywayAnswer answer;
  answer.violations = rangeErrorsOf(workshop.catalog, edits);
  if (!answer.violations.empty()) return answer;
  auto edited = editedDesign(workshop.catalog, design, edits);
  if (!edited) return tl::unexpected<EditRefusal>(EditRefusal{edited.error().message, {}});
  answer.edited = std::move(*edited);
  const Question question{workshop, design, edits, askedBy(workshop.catalog, edits, answer.edited.choices),
                          violationsOf(workshop, design)};
  if (!edits.empty() && answer.edited.choices == design.choices) return answer;
  answer.violations = broughtBy(question, violationsOf(workshop, answer.edited));
  if (!answer.violations.empty()) findWays(question, answer, limit);
  return answer;
}

Design takenWay(const AnywayAnswer& answer, const PricedWay& way) {
  Design design = answer.edited;
  design.choices = way.choices;
  return design;
}

}  // namespace configurator
