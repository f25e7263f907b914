#include "configurator/app/view_controls.h"

#include <algorithm>
#include <cmath>

#include "configurator/session/pictures.h"

namespace configurator {
namespace {

/// What shows as a word on a view's button.
std::string wordOf(const std::string& view) {
  std::string word = view == "three-quarter" ? "Three-quarter" : view;
  if (word[0] >= 'a') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

// Where the pack is seen from in one row, what is shown of it in another one above.
ViewButtons drawViewButtons(const ShownView& shown, Ui& ui, Commands& commands) {
  const ImVec2 low = ImGui::GetWindowPos();
  const auto startRow = [&](float above) {
    ImGui::SetCursorScreenPos({low.x + ui.px(14), low.y + ImGui::GetWindowHeight() - ui.px(above)});
  };
  ImGui::PushFont(ui.fonts.small);
  ui.places.push_back({"shown-view=" + (shown.by_hand ? "" : shown.view), low, low});
  const auto button = [&](const std::string& view) {
    if (drawQuietButton(ui, wordOf(view), "view." + view, view == shown.next && !shown.by_hand))
      commands.push(ChooseView{view});
    ImGui::SameLine(0, ui.px(2));
  };
  const auto isSide = [](const std::string& view) {
    return renderer::parseStandardView(view) && view != "section" && view != "night";
  };
  startRow(72);
  for (const std::string& view : drawnViews()) {
    if (!isSide(view)) button(view);
  }
  startRow(42);
  for (const std::string& view : drawnViews()) {
    if (isSide(view)) button(view);
  }
  if (drawQuietButton(ui, "Fit", "view.fit")) commands.push(ChooseView{shown.next});
  ImGui::SameLine(0, ui.px(2));
  const bool turn = drawQuietButton(ui, "Turn", "view.turn", shown.turning);
  ImGui::PopFont();
  return {ImGui::GetItemRectMax().x, turn};
}

// A thin line with a knob over the buttons: empty at its left end, stuffed at its right, a mark at nominal.
void drawFillLine(const Session& session, Ui& ui, Commands& commands) {
  constexpr double kSteps = 20;  // from empty to nominal: coarse enough that nominal is easily met again
  const ImVec2 low = ImGui::GetWindowPos();
  const float y = low.y + ImGui::GetWindowHeight() - ui.px(88);
  const float from = low.x + ui.px(58), length = ui.px(150);
  const auto placeOf = [&](double fill) {
    return from + length * static_cast<float>((fill - kEmpty) / (kStuffed - kEmpty));
  };
  paintText(ui, ui.fonts.small, ui.theme.secondary, "Fill", {{low.x + ui.px(20), y - ui.px(8)}, 0, false});
  ImGui::SetCursorScreenPos({from - ui.px(8), y - ui.px(10)});
  ImGui::InvisibleButton("fill", {length + ui.px(16), ui.px(20)});
  ui.record("view.fill");
  // Where it is let go counts too: the last move and the letting go can come in one slow frame.
  if (ImGui::IsItemActive() || ImGui::IsItemDeactivated()) {
    const double at =
        kEmpty + (kStuffed - kEmpty) * static_cast<double>((ImGui::GetIO().MousePos.x - from) / length);
    const double fill = std::clamp(std::round(at * kSteps) / kSteps, kEmpty, kStuffed);
    if (fill != session.shownFill()) commands.push(ShowFill{fill});
  }
  const int percent = static_cast<int>(std::lround(100 * session.shownFill()));
  if (ImGui::IsItemHovered()) drawTooltip(ui, "How full the pack is drawn; litres and masses stay");
  ui.places.push_back({"shown-fill=" + std::to_string(percent), low, low});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float knob = placeOf(session.shownFill());
  list.AddLine({from, y}, {from + length, y}, ui.theme.hairline, ui.px(2));
  list.AddLine({from, y}, {knob, y}, ui.theme.secondary, ui.px(2));
  const float nominal = placeOf(kNominalFill);
  list.AddLine({nominal, y - ui.px(4)}, {nominal, y + ui.px(4)}, ui.theme.secondary, ui.px(1));
  list.AddCircleFilled({knob, y}, ui.px(5), ui.theme.text, 24);
  paintText(ui, ui.fonts.small, ui.theme.secondary, std::to_string(percent) + " %",
            {{from + length + ui.px(12), y - ui.px(8)}, 0, false});
}

void drawColorways(const Session& session, float left, Ui& ui, Commands& commands) {
  const ImVec2 low = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const auto& colorways = session.design().colorways;
  float x = low.x + size.x - ui.px(16) - static_cast<float>(colorways.size()) * ui.px(28);
  if (const DesignColorway* shown = findColorway(session.design(), session.shownColorway())) {
    ui.places.push_back({"shown-colorway=" + shown->code, low, low});
    const float width = textWidth(ui.fonts.small, shown->name);
    if (x - ui.px(8) - width > left + ui.px(16)) {
      paintText(ui, ui.fonts.small, ui.theme.secondary, shown->name,
                {{x - ui.px(8) - width, low.y + size.y - ui.px(37)}, 0, false});
    }
  }
  for (const DesignColorway& colorway : colorways) {
    ImGui::SetCursorScreenPos({x, low.y + size.y - ui.px(42)});
    if (ImGui::InvisibleButton(("dot" + colorway.code).c_str(), {ui.px(26), ui.px(26)})) {
      commands.push(ShowColorway{colorway.code});
    }
    ui.record("colorway." + colorway.code);
    if (ImGui::IsItemHovered()) drawTooltip(ui, colorway.code + "  " + colorway.name);
    const ImVec2 middle{x + ui.px(13), low.y + size.y - ui.px(29)};
    const auto shell = colorway.colors.find("shell");
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool known = shell != colorway.colors.end();
    list.AddCircleFilled(middle, ui.px(8), known ? colorOfSrgb(shell->second.srgb) : ui.theme.raised, 32);
    if (colorway.code == session.shownColorway())
      list.AddCircle(middle, ui.px(11), ui.theme.accent, 32, ui.px(1.5f));
    x += ui.px(28);
  }
}

}  // namespace configurator
