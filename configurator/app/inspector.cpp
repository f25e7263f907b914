// The chosen slot's options as cards with what each would change, its parameters; or a zone's materials and
// colour.
#include <algorithm>
#include <cmath>

#include "configurator/app/figure_text.h"
#include "configurator/app/panels.h"
#include "configurator/app/zone_inspector.h"

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

/// The next allowed value in a direction, or nothing at the end.
std::optional<double> neighbour(const std::vector<double>& steps, double value, int direction) {
  if (direction > 0) {
    const auto next = std::upper_bound(steps.begin(), steps.end(), value + 1e-9);
    return next == steps.end() ? std::nullopt : std::optional(*next);
  }
  const auto here = std::lower_bound(steps.begin(), steps.end(), value - 1e-9);
  return here == steps.begin() ? std::nullopt : std::optional(*(here - 1));
}

void drawParameter(const Session& session, const Parameter& parameter, Ui& ui, Commands& commands) {
  const Chosen<double>& chosen = session.design().choices.parameters.at(parameter.id);
  double value = chosen.value;
  if (session.figures().pack && chosen.by != By::User) {
    const auto solved = session.figures().pack->parameters.find(parameter.id);
    if (solved != session.figures().pack->parameters.end()) value = solved->second;
  }
  const std::vector<double> steps =
      allowedSteps(session.workshop().catalog, session.design().choices, parameter);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  paintText(ui, ui.fonts.body, ui.theme.text, parameter.name.text(),
            {{at.x + ui.px(2), at.y + ui.px(6)}, width * 0.45f, false});
  const std::string by = chosen.by == By::User ? "given" : "auto";
  paintText(ui, ui.fonts.small, ui.theme.faint, by, {{at.x + width * 0.46f, at.y + ui.px(8)}, 0, false});
  ImGui::SetCursorScreenPos({at.x + width - ui.px(150), at.y});
  for (const int direction : {-1, 1}) {
    if (direction > 0) {
      const std::string text =
          numberText(value, value < 20 && parameter.unit == "l" ? 1 : 0) + "\u2009" + parameter.unit;
      paintText(ui, ui.fonts.strong, ui.theme.text, text,
                {{at.x + width - ui.px(118), at.y + ui.px(6)}, ui.px(86), true});
      ImGui::SetCursorScreenPos({at.x + width - ui.px(28), at.y});
    }
    if (drawButton(ui, direction < 0 ? "\u2212" : "+", parameter.id + (direction < 0 ? ".less" : ".more"))) {
      if (const auto next = neighbour(steps, value, direction))
        commands.push(ApplyEdit{parameter.id, numberText(*next, 2)});
    }
  }
  ImGui::SetCursorScreenPos({at.x, at.y + ui.px(34)});
}

void drawDelta(Ui& ui, const OptionCard& card, ImVec2 at, float width) {
  if (card.chosen) {
    paintText(ui, ui.fonts.small, ui.theme.accent, "chosen", {at, width, true});
    return;
  }
  if (!card.objections.empty()) return;
  if (!card.delta) {
    paintText(ui, ui.fonts.small, ui.theme.faint, "\u2026", {at, width, true});
    return;
  }
  paintText(ui, ui.fonts.small, ui.theme.text, moneyDelta(card.delta->unit_cost), {at, width, true});
  paintText(ui, ui.fonts.small, ui.theme.secondary, massDelta(card.delta->mass_g),
            {{at.x, at.y + ui.px(18)}, width, true});
}

/// A card of the inspector: name, why not, what it changes.
void drawCard(const OptionCard& card, Ui& ui, Commands& commands) {
  const Option& option = *card.option;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ui.px(56);
  const bool blocked = !card.objections.empty();
  const bool clicked = ImGui::InvisibleButton((option.slot + "=" + option.id).c_str(), {width, height});
  ui.record(option.slot + "=" + option.id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + width, at.y + height};
  list.AddRectFilled(at, end, ImGui::IsItemHovered() && !blocked ? ui.theme.hovered : ui.theme.raised,
                     ui.px(6));
  if (card.chosen) list.AddRect(at, end, ui.theme.accent, ui.px(6), 0, ui.px(1.5f));
  const float text_width = width - ui.px(118);
  const bool second_line = blocked || option.description.by_language.count("en") > 0;
  paintText(ui, ui.fonts.body, blocked ? ui.theme.faint : ui.theme.text, option.name.text(),
            {{at.x + ui.px(14), at.y + (second_line ? ui.px(9) : ui.px(19))},
             blocked ? width - ui.px(28) : text_width,
             false});
  if (second_line) {
    const std::string& line = blocked ? card.objections.front().message : option.description.text();
    paintText(ui, ui.fonts.small, blocked ? ui.theme.faint : ui.theme.secondary, line,
              {{at.x + ui.px(14), at.y + ui.px(30)}, blocked ? width - ui.px(28) : text_width, false});
  }
  drawDelta(ui, card, {end.x - ui.px(104), at.y + ui.px(10)}, ui.px(90));
  if (blocked && ImGui::IsItemHovered()) {
    ImGui::SetTooltip("%s\n%s", card.objections.front().message.c_str(),
                      card.objections.front().because.c_str());
  }
  if (clicked && !card.chosen) commands.push(ApplyEdit{option.slot, option.id});
}

}  // namespace

void drawInspector(const Session& session, const PanelState& state, Ui& ui, Commands& commands) {
  if (!state.zone.empty()) {
    drawZoneInspector(session, state.zone, ui, commands);
    return;
  }
  const Slot* slot = session.workshop().catalog.findSlot(session.selectedSlot());
  if (slot == nullptr) return;
  drawText(ui, ui.fonts.strong, ui.theme.text, slot->name.text());
  for (const Parameter* parameter : parametersOf(session.workshop().catalog, slot->id)) {
    drawParameter(session, *parameter, ui, commands);
  }
  for (const OptionCard& card : session.cards()) drawCard(card, ui, commands);
}

}  // namespace configurator
