#include "configurator/session/choose_anyway.h"

#include <algorithm>
#include <utility>

#include "configurator/catalog/choice_hold.h"
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
  int most_ways;
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

/// What is asked for, all else free.
Choices askedAlone(const Question& question, Choices edited) {
  const auto free = [&](auto& values) {
    for (auto& entry : values) {
      const bool is_asked = std::any_of(question.asked.begin(), question.asked.end(),
                                        [&](const PlaceValue& one) { return one.place == entry.first; });
      if (!is_asked && entry.second.by == By::User) entry.second.by = By::Solved;
    }
  };
  free(edited.options);
  free(edited.parameters);
  free(edited.zones);
  return edited;
}

/// Why the user's other choices do not go with the several values that are asked for; or, where those
/// contradict each other, why: no other choice is to blame then.
void tellContradiction(const Question& question, RuleAdvisor& rules, AnywayAnswer& answer) {
  const Choices& edited = answer.edited.choices;
  if (!question.asked.empty())
    answer.reasons = rules.explainContradiction(askedAlone(question, edited), kMostReasons);
  answer.asks_contradiction = !answer.reasons.empty();
  if (answer.asks_contradiction) return;
  const auto is_asked = [&](const PlaceValue& choice) {
    return std::find(question.asked.begin(), question.asked.end(), choice) != question.asked.end();
  };
  answer.reasons = rules.explainContradiction(edited, kMostReasons);
  for (Reason& reason : answer.reasons) std::erase_if(reason.choices, is_asked);
}

void tellReasons(const Question& question, RuleAdvisor& rules, AnywayAnswer& answer) {
  if (question.asked.size() != 1) return tellContradiction(question, rules, answer);
  const PlaceValue& asked = question.asked.front();
  if (rules.stateOf(question.design.choices, asked) == engine::ValueState::blocked)
    answer.reasons = rules.explain(question.design.choices, asked, kMostReasons);
}

/// What the ways of one search may leave.
enum class Leaves { NoErrors, OldErrors };

/// Builds them in turn; the first that geometry refuses, where none is good enough.
std::optional<PricedWay> keepFitting(const Question& question, std::vector<WayOut> ways, Leaves leaves,
                                     AnywayAnswer& answer) {
  const auto comparison = AgainstPresent::make(question.workshop, question.design, {});
  std::optional<PricedWay> unfit;
  for (WayOut& way : ways) {
    PricedWay priced = tried(question, comparison, answer.edited, std::move(way));
    const bool fits =
        leaves == Leaves::NoErrors ? priced.finds.empty() : broughtBy(question, priced.finds).empty();
    if (fits)
      answer.ways.push_back(std::move(priced));
    else if (!unfit)
      unfit = std::move(priced);
    if (static_cast<int>(answer.ways.size()) == question.most_ways) break;
  }
  return answer.ways.empty() ? unfit : std::nullopt;
}

void findWaysThat(const Question& question, Leaves leaves, DesignAdvisor& advisor, AnywayAnswer& answer) {
  const Choices& edited = answer.edited.choices;
  const auto unfit =
      keepFitting(question, advisor.findWays(edited, question.asked, kMostTried), leaves, answer);
  if (!unfit) return;
  const Choices choices = unfit->choices;
  const Catalog& catalog = question.workshop.catalog;
  const UnfitWay way{edited, choices, question.asked, unfit->finds, factsOf(catalog, answer.edited)};
  keepFitting(question, fittingWays(catalog, way), leaves, answer);
}

void findWays(const Question& question, AnywayAnswer& answer) {
  DesignAdvisor advisor(question.workshop, answer.edited);  // its market and colours may be new, too
  tellReasons(question, advisor.rules(), answer);
  findWaysThat(question, Leaves::NoErrors, advisor, answer);
  const bool was_broken = !isValid(question.before);
  if (answer.ways.empty() && was_broken && !answer.violations.empty())
    findWaysThat(question, Leaves::OldErrors, advisor, answer);
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
                                                   const std::vector<KeyValue>& edits, AnywayLimits limits) {
  AnywayAnswer answer;
  answer.violations = rangeErrorsOf(workshop.catalog, edits);
  if (!answer.violations.empty()) return answer;
  auto edited = editedDesign(workshop.catalog, design, edits);
  if (!edited) return tl::unexpected<EditRefusal>(EditRefusal{edited.error().message, {}});
  answer.edited = std::move(*edited);
  const Question question{workshop,
                          design,
                          edits,
                          askedBy(workshop.catalog, edits, answer.edited.choices),
                          violationsOf(workshop, design),
                          limits.ways};
  const std::vector<Violation> after = violationsOf(workshop, answer.edited);
  // An order or a brand is changed whatever the choices contradict.
  if (edits.empty() || answer.edited.choices != design.choices)
    answer.violations = broughtBy(question, after);
  if (answer.violations.empty()) answer.left = onlyErrors(after);
  if (!answer.violations.empty() || (limits.mend_all && !answer.left.empty())) findWays(question, answer);
  return answer;
}

Design takenWay(const AnywayAnswer& answer, const PricedWay& way) {
  Design design = answer.edited;
  design.choices = way.choices;
  return design;
}

}  // namespace configurator
