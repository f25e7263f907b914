#include "configurator/app/parameter_rows.h"

#include <algorithm>

#include "configurator/app/explanation.h"
#include "configurator/app/figure_text.h"
#include "configurator/app/option_cards.h"
#include "configurator/session/choice_state.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

/// Which parameters are shown with a slot.
std::vector<const Parameter*> parametersOf(const Catalog& catalog, const std::string& slot) {
  std::vector<const Parameter*> shown;
  for (const Parameter& parameter : catalog.parameters) {
    const bool belongs =
        (slot == "body" && parameter.group == "body") || (slot == "harness" && parameter.group == "carry");
    if (belongs) shown.push_back(&parameter);
  }
  return shown;
}

/// Who decided a number.
const char* originOf(By by) {
  switch (by) {
    case By::User:
      return "given";
    case By::Template:
      return "template";
    case By::Solved:
      break;
  }
  return "solved";
}

/// Gives a number free, or holds it at the step next to what it is.
void drawAuto(const Parameter& parameter, const Chosen<double>& now, const std::vector<double>& steps, Ui& ui,
              Commands& commands) {
  const bool given = now.by == By::User;
  const bool clicked = drawQuietButton(ui, "auto", parameter.id + ".auto", !given);
  if (steps.empty()) return;
  const std::string held = numberText(nearestOf(steps, now.value), 2);
  if (ImGui::IsItemHovered())
    drawTooltip(ui, given ? "Let it follow from the other numbers."
                          : "Hold it at " + held + " " + parameter.unit + ".");
  if (clicked) commands.push(ApplyEdit{parameter.id, given ? "auto" : held});
}

struct Step {
  double from = 0;
  int direction = 1;
};

/// One step less or more. At an end the button is grey, says why and opens the way beyond.
void drawStep(const Session& session, const Parameter& parameter, const Step& step, Ui& ui,
              Commands& commands) {
  const auto& bounds = session.advice().bounds();
  const auto bound = std::find_if(bounds.begin(), bounds.end(), [&](const StepBound& one) {
    return one.parameter == parameter.id && one.direction == step.direction;
  });
  const bool ends = bound != bounds.end();
  if (ends) ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.faint);
  const bool clicked = drawButton(ui, step.direction < 0 ? "\u2212" : "+",
                                  parameter.id + (step.direction < 0 ? ".less" : ".more"));
  if (ends) ImGui::PopStyleColor();
  if (ends && ImGui::IsItemHovered() && !isOpened(session, parameter.id, bound->value))
    drawTooltip(ui, bound->because.empty() ? bound->why : bound->why + "\n" + bound->because);
  if (!clicked) return;
  if (ends) {
    if (!bound->value.empty()) commands.push(ExplainValue{parameter.id, bound->value});
    return;
  }
  const auto steps = allowedSteps(session.workshop().catalog, session.design().choices, parameter);
  if (const auto next = nextStep(steps, step.from, step.direction))
    commands.push(ChooseValue{parameter.id, numberText(*next, 2)});
}

void drawParameter(const Session& session, const Parameter& parameter, Ui& ui, Commands& commands) {
  const Figures& figures = session.figures();
  const Chosen<double> now = presentValue(session.design().choices.parameters.at(parameter.id), parameter.id,
                                          figures.pack ? &*figures.pack : nullptr);
  const std::vector<double> steps =
      allowedSteps(session.workshop().catalog, session.design().choices, parameter);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  paintText(ui, ui.fonts.body, ui.theme.text, parameter.name.text(),
            {{at.x + ui.px(2), at.y + ui.px(6)}, width - ui.px(238), false});
  paintText(ui, ui.fonts.small, ui.theme.faint, originOf(now.by),
            {{at.x + width - ui.px(234), at.y + ui.px(8)}, 0, false});
  ImGui::SetCursorScreenPos({at.x + width - ui.px(180), at.y});
  drawAuto(parameter, now, steps, ui, commands);
  ImGui::SetCursorScreenPos({at.x + width - ui.px(124), at.y});
  for (const int direction : {-1, 1}) {
    if (direction > 0) {
      const std::string text =
          numberText(now.value, now.value < 20 && parameter.unit == "l" ? 1 : 0) + "\u2009" + parameter.unit;
      paintText(ui, ui.fonts.strong, ui.theme.text, text,
                {{at.x + width - ui.px(94), at.y + ui.px(6)}, ui.px(62), true});
      ImGui::SetCursorScreenPos({at.x + width - ui.px(28), at.y});
    }
    drawStep(session, parameter, {now.value, direction}, ui, commands);
  }
  ImGui::SetCursorScreenPos({at.x, at.y + ui.px(34)});
}

}  // namespace

void drawParameterRows(const Session& session, const std::string& slot, Ui& ui, Commands& commands) {
  for (const Parameter* parameter : parametersOf(session.workshop().catalog, slot)) {
    drawParameter(session, *parameter, ui, commands);
    drawExplanation(session, parameter->id, ui, commands);
  }
}

}  // namespace configurator
