#include "configurator/app/findings.h"

#include <algorithm>

#include "configurator/app/figure_text.h"

namespace configurator {
namespace {

bool names(const Violation& violation, const std::string& place) {
  return std::find(violation.ids.begin(), violation.ids.end(), place) != violation.ids.end();
}

ImU32 colorOf(const Ui& ui, const Violation& violation) {
  if (violation.severity == "error") return ui.theme.error;
  return violation.severity == "warning" ? ui.theme.warning : ui.theme.secondary;
}

/// A dot in its colour, the sentence and below it the reason.
void drawFinding(const Violation& violation, Ui& ui) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddCircleFilled({at.x + ui.px(6), at.y + ui.px(8)}, ui.px(3),
                                              colorOf(ui, violation), 12);
  ImGui::Indent(ui.px(16));
  ImGui::PushTextWrapPos(0);
  drawText(ui, ui.fonts.small, ui.theme.text, withCurvedQuotes(violation.message));
  if (!violation.because.empty())
    drawText(ui, ui.fonts.small, ui.theme.secondary, withCurvedQuotes(violation.because));
  ImGui::PopTextWrapPos();
  ImGui::Unindent(ui.px(16));
  ui.places.push_back({"finding=" + violation.rule, {}, {}});
}

}  // namespace

void drawFindings(const Session& session, const std::string& place, Ui& ui, Commands&) {
  bool any = false;
  for (const Violation& violation : session.figures().violations) {
    if (!names(violation, place)) continue;
    drawFinding(violation, ui);
    any = true;
  }
  if (any) ImGui::Dummy({0, ui.px(4)});
}

}  // namespace configurator
