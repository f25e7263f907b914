// What the window shows before there is a design: the templates, and a way to open a file.
#include <algorithm>

#include "configurator/app/figure_text.h"
#include "configurator/app/panels.h"
#include "configurator/app/template_pictures.h"

namespace configurator {
namespace {

constexpr float kMargin = 56, kGap = 12, kCardWidth = 230, kTextHeight = 104;
constexpr int kMostColumns = 5;

void drawTemplate(const TemplateSummary& summary, const StartScreen& start, float width, Ui& ui,
                  Commands& commands) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float picture_height = width / TemplatePictures::kAspect;
  const ImVec2 size{width, picture_height + ui.px(kTextHeight)};
  const bool clicked = ImGui::InvisibleButton(summary.id.c_str(), size);
  ui.record("template." + summary.id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + size.x, at.y + size.y};
  list.AddRectFilled(at, end, ImGui::IsItemHovered() ? ui.theme.hovered : ui.theme.panel, ui.px(6));
  if (const auto picture = start.pictures.find(summary.id); picture != start.pictures.end()) {
    list.AddImageRounded(picture->second, at, {end.x, at.y + picture_height}, {0, 0}, {1, 1}, IM_COL32_WHITE,
                         ui.px(6), ImDrawFlags_RoundCornersTop);
  }
  const float left = at.x + ui.px(16);
  const float top = at.y + picture_height;
  const float text_width = size.x - ui.px(32);
  const std::string litres = litreText(summary.capacity_l);
  const float litres_width = textWidth(ui.fonts.body, litres);
  paintText(ui, ui.fonts.strong, ui.theme.text, summary.name,
            {{left, top + ui.px(14)}, text_width - litres_width - ui.px(8), false});
  paintText(ui, ui.fonts.body, ui.theme.secondary, litres, {{left, top + ui.px(14)}, text_width, true});
  list.PushClipRect({left, top}, {end.x - ui.px(16), end.y - ui.px(10)}, true);
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {left, top + ui.px(40)}, ui.theme.secondary,
               summary.description.c_str(), nullptr, text_width);
  list.PopClipRect();
  if (clicked) commands.push(StartFromTemplate{summary.id});
}

void drawTitle(const StartScreen& start, Ui& ui, Commands& commands) {
  drawText(ui, ui.fonts.title, ui.theme.text, "Rucksmith");
  drawText(ui, ui.fonts.body, ui.theme.secondary, "Start from a template, or open a design.");
  ImGui::Dummy({0, ui.px(2)});
  if (drawButton(ui, "Open a design", "open", true)) commands.push(Browse{BrowseFor::Open});
  if (start.design.empty()) return;
  ImGui::SameLine();
  if (drawButton(ui, "Back to " + start.design, "back")) commands.push(LeaveStart{});
}

}  // namespace

void drawStartScreen(const StartScreen& start, const PanelState& state, Ui& ui, Commands& commands) {
  const float margin = ui.px(kMargin);
  const float gap = ui.px(kGap);
  ImGui::SetCursorPos({margin, ui.px(44)});
  ImGui::BeginGroup();
  drawTitle(start, ui, commands);
  ImGui::Dummy({0, ui.px(8)});
  const float available = ImGui::GetWindowWidth() - 2 * margin;
  const int columns =
      std::clamp(static_cast<int>((available + gap) / (ui.px(kCardWidth) + gap)), 1, kMostColumns);
  const float width = (available - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(gap, gap));
  int column = 0;
  for (const TemplateSummary& summary : start.templates) {
    if (column > 0) ImGui::SameLine(0, gap);
    drawTemplate(summary, start, width, ui, commands);
    column = (column + 1) % columns;
  }
  ImGui::Dummy({0, ui.px(20)});
  ImGui::PopStyleVar();
  ImGui::EndGroup();
  drawStatus(state, ui);
}

}  // namespace configurator
