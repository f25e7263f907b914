#include "configurator/session/apply_edits.h"

#include <algorithm>
#include <utility>

#include "configurator/design/edit_design.h"
#include "configurator/session/figures.h"

namespace configurator {
namespace {

bool breaksAlready(const std::vector<Violation>& before, const Violation& violation) {
  return std::any_of(before.begin(), before.end(), [&](const Violation& old) {
    return old.severity == "error" && old.rule == violation.rule;
  });
}

bool names(const Violation& violation, const std::vector<KeyValue>& edits) {
  return std::any_of(edits.begin(), edits.end(), [&](const KeyValue& edit) {
    return std::find(violation.ids.begin(), violation.ids.end(), edit.key) != violation.ids.end();
  });
}

}  // namespace

tl::expected<Design, EditRefusal> applyEdits(const Workshop& workshop, const Design& design,
                                             const std::vector<KeyValue>& edits) {
  Design edited = design;
  for (const KeyValue& edit : edits) {
    auto next = applyEdit(workshop.catalog, std::move(edited), edit.key, edit.value);
    if (!next) return tl::unexpected<EditRefusal>(EditRefusal{next.error().message, {}});
    edited = std::move(*next);
  }
  if (edited.choices == design.choices) return edited;
  const std::vector<Violation> before = violationsOf(workshop, design);
  EditRefusal refusal;
  for (Violation& violation : violationsOf(workshop, edited)) {
    if (violation.severity != "error") continue;
    if (breaksAlready(before, violation) && !names(violation, edits)) continue;
    refusal.violations.push_back(std::move(violation));
  }
  if (refusal.violations.empty()) return edited;
  refusal.message = "The change breaks rules; nothing was changed.";
  return tl::unexpected<EditRefusal>(std::move(refusal));
}

}  // namespace configurator
