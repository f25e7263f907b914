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

std::vector<Violation> errorsOf(const std::vector<KeyValue>& edits, const std::vector<Violation>& before,
                                const std::vector<Violation>& after) {
  std::vector<Violation> errors;
  for (const Violation& violation : after) {
    if (violation.severity != "error") continue;
    if (!breaksAlready(before, violation) || names(violation, edits)) errors.push_back(violation);
  }
  return errors;
}

Result<Design> editedDesign(const Catalog& catalog, Design design, const std::vector<KeyValue>& edits) {
  for (const KeyValue& edit : edits) {
    auto next = applyEdit(catalog, std::move(design), edit.key, edit.value);
    if (!next) return next;
    design = std::move(*next);
  }
  return design;
}

tl::expected<Design, EditRefusal> applyEdits(const Workshop& workshop, const Design& design,
                                             const std::vector<KeyValue>& edits) {
  auto edited = editedDesign(workshop.catalog, design, edits);
  if (!edited) return tl::unexpected<EditRefusal>(EditRefusal{edited.error().message, {}});
  if (edited->choices == design.choices) return std::move(*edited);
  auto errors = errorsOf(edits, violationsOf(workshop, design), violationsOf(workshop, *edited));
  if (errors.empty()) return std::move(*edited);
  return tl::unexpected<EditRefusal>(
      EditRefusal{"The change breaks rules; nothing was changed.", std::move(errors)});
}

}  // namespace configurator
