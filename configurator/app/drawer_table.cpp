#include "configurator/app/drawer_table.h"

namespace configurator {
namespace {

constexpr ImGuiTableFlags kTable = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                                   ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp |
                                   ImGuiTableFlags_PadOuterX;

constexpr float kLeastTableWidth = 760;  // of a table; in a narrower window it scrolls sideways

}  // namespace

bool beginTable(const char* id, const Ui& ui, std::initializer_list<Column> columns) {
  const ImVec2 size = ImGui::GetContentRegionAvail();
  const bool narrow = size.x < ui.px(kLeastTableWidth);
  const ImGuiTableFlags flags = narrow ? kTable | ImGuiTableFlags_ScrollX : kTable;
  const int count = static_cast<int>(columns.size());
  if (!ImGui::BeginTable(id, count, flags, size, narrow ? ui.px(kLeastTableWidth) : 0)) return false;
  ImGui::TableSetupScrollFreeze(narrow ? 1 : 0, 1);
  for (const Column& column : columns)
    ImGui::TableSetupColumn(column.title, ImGuiTableColumnFlags_None, column.share);
  ImGui::TableNextRow(ImGuiTableRowFlags_None, ui.px(kTableRow));
  for (const Column& column : columns) {
    ImGui::TableNextColumn();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    paintText(ui, ui.fonts.small, ui.theme.secondary, column.title, {at, width, column.right});
  }
  return true;
}

void nextRow(const Ui& ui) {
  ImGui::TableNextRow(ImGuiTableRowFlags_None, ui.px(kTableRow));
}

void cell(const Ui& ui, const std::string& text, bool right, bool strong) {
  ImGui::TableNextColumn();
  if (text.empty()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool whole =
      paintText(ui, strong ? ui.fonts.small_strong : ui.fonts.small, ui.theme.text, text, {at, width, right});
  if (!whole && ImGui::IsMouseHoveringRect(at, {at.x + width, at.y + ui.px(kTableRow - 8)}))
    drawTooltip(ui, text);
}

}  // namespace configurator
