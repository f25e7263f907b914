// The chosen slot's options as cards with what each would change, its parameters; or a zone's materials and
// colour.
#include <algorithm>
#include <cmath>

#include "configurator/app/figure_text.h"
#include "configurator/app/own_files_panel.h"
#include "configurator/app/panels.h"
#include "configurator/app/zone_inspector.h"
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

/// The next allowed value in a direction, or nothing at the end.
std::optional<double> neighbour(const std::vector<double>& steps, double value, int direction) {
  if (direction > 0) {
    const auto next = std::upper_bound(steps.begin(), steps.end(), value + 1e-9);
    return next == steps.end() ? std::nullopt : std::optional(*next);
  }
  const auto here = std::lower_bound(steps.begin(), steps.end(), value - 1e-9);
  return here == steps.begin() ? std::nullopt : std::optional(*(here - 1));
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
    if (drawButton(ui, direction < 0 ? "\u2212" : "+", parameter.id + (direction < 0 ? ".less" : ".more"))) {
      if (const auto next = neighbour(steps, now.value, direction))
        commands.push(ApplyEdit{parameter.id, numberText(*next, 2)});
    }
  }
  ImGui::SetCursorScreenPos({at.x, at.y + ui.px(34)});
}

/// A tick in the accent colour and the word.
void drawChosen(Ui& ui, ImVec2 at, float width) {
  const float text = textWidth(ui.fonts.small, "chosen");
  paintText(ui, ui.fonts.small, ui.theme.accent, "chosen", {at, width, true});
  const ImVec2 corner{at.x + width - text - ui.px(11), at.y + ui.px(11)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({corner.x - ui.px(4), corner.y - ui.px(4)}, corner, ui.theme.accent, ui.px(1.5f));
  list.AddLine(corner, {corner.x + ui.px(6), corner.y - ui.px(8)}, ui.theme.accent, ui.px(1.5f));
}

void drawDelta(Ui& ui, const OptionCard& card, ImVec2 at, float width) {
  if (!card.objections.empty()) return;
  if (!card.delta) {
    paintText(ui, ui.fonts.small, ui.theme.faint, "\u2026", {at, width, true});
    return;
  }
  const std::string about = card.delta->exact ? "" : "\u2248 ";
  paintText(ui, ui.fonts.small, ui.theme.text, about + moneyDelta(card.delta->unit_cost), {at, width, true});
  paintText(ui, ui.fonts.small, ui.theme.secondary, massDelta(card.delta->mass_g),
            {{at.x, at.y + ui.px(19)}, width, true});
}

/// What a card says under its name: why not, or what the option is.
std::string lineOf(const OptionCard& card) {
  if (!card.objections.empty()) return withCurvedQuotes(card.objections.front().message);
  const bool described = card.option->description.by_language.count("en") > 0;
  return described ? withCurvedQuotes(card.option->description.text()) : std::string();
}

struct CardLayout {
  float text_width = 0, line_height = 0, height = 0;
};

/// A card is as high as its text needs, 56 at least.
CardLayout layoutOf(const Ui& ui, const OptionCard& card, float width) {
  CardLayout layout;
  layout.text_width = card.objections.empty() ? width - ui.px(118) : width - ui.px(28);
  const ImFont& font = *ui.fonts.small;
  if (!lineOf(card).empty())
    layout.line_height =
        font.CalcTextSizeA(font.FontSize, 1e6f, layout.text_width, lineOf(card).c_str()).y + ui.px(2);
  layout.height = std::max(ui.px(56), ui.px(38) + layout.line_height);
  return layout;
}

/// A card of the inspector: name, why not, what it changes.
void drawCard(const OptionCard& card, Ui& ui, Commands& commands) {
  const Option& option = *card.option;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const CardLayout layout = layoutOf(ui, card, width);
  const bool blocked = !card.objections.empty();
  const bool clicked =
      ImGui::InvisibleButton((option.slot + "=" + option.id).c_str(), {width, layout.height});
  ui.record(option.slot + "=" + option.id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + width, at.y + layout.height};
  if (blocked)
    list.AddRect(at, end, ui.theme.hairline, ui.px(6));
  else
    list.AddRectFilled(at, end, ImGui::IsItemHovered() ? ui.theme.hovered : ui.theme.raised, ui.px(6));
  if (card.chosen) list.AddRect(at, end, ui.theme.accent, ui.px(6), 0, ui.px(1.5f));
  const float left = at.x + ui.px(14);
  const float top = layout.line_height > 0 ? at.y + ui.px(10) : at.y + (layout.height - ui.px(18)) / 2;
  paintText(ui, ui.fonts.body, blocked ? ui.theme.faint : ui.theme.text, option.name.text(),
            {{left, top}, layout.text_width, false});
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {left, at.y + ui.px(30)},
               blocked ? ui.theme.faint : ui.theme.secondary, lineOf(card).c_str(), nullptr,
               layout.text_width);
  const float middle = at.y + layout.height / 2;
  if (card.chosen)
    drawChosen(ui, {end.x - ui.px(104), middle - ui.px(8)}, ui.px(90));
  else
    drawDelta(ui, card, {end.x - ui.px(104), middle - ui.px(18)}, ui.px(90));
  if (blocked && ImGui::IsItemHovered() && !card.objections.front().because.empty())
    drawTooltip(ui, card.objections.front().because);
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
  ImGui::Dummy({0, ui.px(2)});
  const bool built = session.figures().pack.has_value();
  if (built) drawPictures(session, ui, commands);
  const bool of_part = built && !state.parts.empty() && drawOwnParts(session, state.parts, ui, commands);
  for (const Parameter* parameter : parametersOf(session.workshop().catalog, slot->id)) {
    drawParameter(session, *parameter, ui, commands);
  }
  for (const OptionCard& card : session.cards()) drawCard(card, ui, commands);
  if (built && !of_part) drawOwnParts(session, {}, ui, commands);
}

}  // namespace configurator
