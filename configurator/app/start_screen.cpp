// What the window shows before there is a design: the templates, and a way to open a file.
#include <algorithm>

#include "configurator/app/figure_text.h"
#include "configurator/app/panels.h"

namespace configurator {
namespace {

void drawTemplate(const TemplateSummary& summary, ImVec2 size, Ui& ui, Commands& commands) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool clicked = ImGui::InvisibleButton(summary.id.c_str(), size);
  ui.record("template." + summary.id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + size.x, at.y + size.y};
  list.AddRectFilled(at, end, ImGui::IsItemHovered() ? ui.theme.hovered : ui.theme.panel, ui.px(6));
  const float width = size.x - ui.px(32);
  paintText(ui, ui.fonts.strong, ui.theme.text, summary.name,
            {{at.x + ui.px(16), at.y + ui.px(14)}, width, false});
  const std::string kind = summary.type + ", " + litreText(summary.capacity_l);
  paintText(ui, ui.fonts.small, ui.theme.accent, kind, {{at.x + ui.px(16), at.y + ui.px(36)}, width, false});
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x + ui.px(16), at.y + ui.px(58)},
               ui.theme.secondary, summary.description.c_str(), nullptr, width);
  if (clicked) commands.push(StartFromTemplate{summary.id});
}

}  // namespace

void drawStartScreen(const std::vector<TemplateSummary>& templates, const PanelState& state, Ui& ui,
                     Commands& commands) {
  const float margin = ui.px(56);
  ImGui::SetCursorPos({margin, ui.px(52)});
  ImGui::BeginGroup();
  drawText(ui, ui.fonts.title, ui.theme.text, "Rucksmith");
  drawText(ui, ui.fonts.body, ui.theme.secondary, "Start from a template, or open a design.");
  if (!state.status.empty())
    drawText(ui, ui.fonts.body, state.status_is_error ? ui.theme.error : ui.theme.secondary, state.status);
  if (drawButton(ui, "Open a design", "open", true)) commands.push(Browse{BrowseFor::Open});
  ImGui::Dummy({0, ui.px(12)});
  const float available = ImGui::GetWindowWidth() - 2 * margin;
  const int columns = std::max(1, static_cast<int>(available / ui.px(300)));
  const float gap = ui.px(12);
  const ImVec2 size{(available - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns),
                    ui.px(128)};
  int column = 0;
  for (const TemplateSummary& summary : templates) {
    if (column > 0) ImGui::SameLine(0, gap);
    drawTemplate(summary, size, ui, commands);
    column = (column + 1) % columns;
  }
  ImGui::EndGroup();
}

}  // namespace configurator
