#include "configurator/session/apply_edits.h"

#include <algorithm>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/design/design_format.h"
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

tl::unexpected<EditRefusal> refusal(std::vector<Violation> violations) {
  return tl::unexpected<EditRefusal>(
      EditRefusal{"The change breaks rules; nothing was changed.", std::move(violations)});
}

}  // namespace

std::vector<Violation> errorsOf(const std::vector<KeyValue>& edits, const std::vector<Violation>& before,
                                const std::vector<Violation>& after) {
  std::vector<Violation> errors;
  for (const Violation& violation : after) {
    if (violation.severity != "error") continue;
    if (!breaksAlready(before, violation) || names(violation, edits)) errors.push_back(violation);
  }
  return errors;
}

std::vector<Violation> rangeErrorsOf(const Catalog& catalog, const std::vector<KeyValue>& edits) {
  std::vector<Violation> errors;
  for (const KeyValue& edit : edits) {
    const Parameter* parameter = catalog.findParameter(edit.key);
    const auto number = parseDecimal(edit.value);
    if (parameter == nullptr || !number) continue;
    if (auto objection = objectionToValue(*parameter, *number)) {
      errors.push_back({"range." + edit.key,
                        "error",
                        *objection + ".",
                        "Patterns exist for these steps only.",
                        {edit.key}});
    }
  }
  return errors;
}

Result<Design> editedDesign(const Catalog& catalog, Design design, const std::vector<KeyValue>& edits) {
  for (const KeyValue& edit : edits) {
    auto next = applyEdit(catalog, std::move(design), edit.key, edit.value);
    if (!next) return next;
    design = std::move(*next);
  }
  // Only now: pieces may move from one line to another.
  if (const auto objection = objectionToTotal(design.order)) return failure(*objection);
  return design;
}

tl::expected<Design, EditRefusal> applyEdits(const Workshop& workshop, const Design& design,
                                             const std::vector<KeyValue>& edits) {
  auto out_of_range = rangeErrorsOf(workshop.catalog, edits);
  if (!out_of_range.empty()) return refusal(std::move(out_of_range));
  auto edited = editedDesign(workshop.catalog, design, edits);
  if (!edited) return tl::unexpected<EditRefusal>(EditRefusal{edited.error().message, {}});
  if (edited->choices == design.choices) return std::move(*edited);
  auto errors = errorsOf(edits, violationsOf(workshop, design), violationsOf(workshop, *edited));
  if (errors.empty()) return std::move(*edited);
  return refusal(std::move(errors));
}

}  // namespace configurator
