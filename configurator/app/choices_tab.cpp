// The drawer's list of what the user chose: each is pinned or taken back with one click, in any order.
#include "configurator/app/advice_words.h"
#include "configurator/app/figure_text.h"
#include "configurator/app/option_cards.h"
#include "configurator/app/panels.h"
#include "configurator/rules/rule_text.h"
#include "configurator/session/design_advisor.h"

namespace configurator {
namespace {

constexpr float kChoiceRow = 34;

void selectPlace(const Catalog& catalog, const std::string& place, Commands& commands) {
  if (catalog.findZone(place) != nullptr)
    commands.push(SelectZone{place});
  else if (catalog.findSlot(place) != nullptr)
    commands.push(SelectSlot{place});
  else
    commands.push(SelectSlot{catalog.findParameter(place)->group == "body" ? "body" : "harness"});
}

/// Place and value; clicked they are shown in the inspector. The buttons follow at the right.
void drawOwnChoice(const Session& session, const PlaceValue& choice, Ui& ui, Commands& commands) {
  const Catalog& catalog = session.workshop().catalog;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - ui.px(16);
  const float names = width - ui.px(170);
  const bool clicked =
      ImGui::InvisibleButton(("choice." + choice.place).c_str(), {names, ui.px(kChoiceRow - 4)});
  ui.record("choice." + choice.place);
  if (ImGui::IsItemHovered())
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + names, at.y + ui.px(kChoiceRow - 4)},
                                              faded(ui.theme.hovered, 0.6f), ui.px(6));
  const float share = names * 0.36f;
  paintText(ui, ui.fonts.small, ui.theme.secondary, placeText(catalog, choice.place),
            {{at.x + ui.px(8), at.y + ui.px(7)}, share - ui.px(12), false});
  paintText(ui, ui.fonts.body, ui.theme.text,
            withCurvedQuotes(bareValueText(catalog, choice.place, choice.value)),
            {{at.x + share, at.y + ui.px(6)}, names - share, false});
  ImGui::SetCursorScreenPos({at.x + width - ui.px(160), at.y});
  drawOwnButtons(session, choice.place, "choices.", ui, commands);
  ImGui::SetCursorScreenPos({at.x, at.y + ui.px(kChoiceRow)});
  if (clicked) selectPlace(catalog, choice.place, commands);
}

}  // namespace

void drawChoices(const Session& session, Ui& ui, Commands& commands) {
  ImGui::BeginChild("choices");
  ImGui::Indent(ui.px(16));
  ImGui::Dummy({0, ui.px(4)});
  const auto own = ownChoicesOf(session.workshop().catalog, session.design().choices);
  if (own.empty())
    drawText(ui, ui.fonts.body, ui.theme.secondary,
             "All as the template has it. What you choose is listed here.");
  for (const PlaceValue& choice : own) drawOwnChoice(session, choice, ui, commands);
  ImGui::Unindent(ui.px(16));
  ImGui::EndChild();
}

}  // namespace configurator
