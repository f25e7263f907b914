#include "configurator/app/theme.h"

namespace configurator {

Theme darkTheme() {
  Theme theme{};
  theme.background = IM_COL32(0x14, 0x16, 0x1a, 255);
  theme.panel = IM_COL32(0x1b, 0x1e, 0x24, 255);
  theme.raised = IM_COL32(0x23, 0x27, 0x30, 255);
  theme.hovered = IM_COL32(0x2a, 0x2f, 0x3a, 255);
  theme.hairline = IM_COL32(0x2e, 0x33, 0x3d, 255);
  theme.text = IM_COL32(0xe8, 0xea, 0xee, 255);
  theme.secondary = IM_COL32(0x9a, 0xa3, 0xb2, 255);
  theme.faint = IM_COL32(0x7c, 0x85, 0x94, 255);
  theme.accent = IM_COL32(0xc8, 0xf0, 0x31, 255);
  theme.on_accent = IM_COL32(0x14, 0x16, 0x1a, 255);
  theme.warning = IM_COL32(0xf2, 0xb5, 0x44, 255);
  theme.error = IM_COL32(0xff, 0x6b, 0x5e, 255);
  return theme;
}

ImVec4 toVec4(ImU32 color) {
  return ImGui::ColorConvertU32ToFloat4(color);
}

ImU32 faded(ImU32 color, float alpha) {
  ImVec4 value = toVec4(color);
  value.w *= alpha;
  return ImGui::ColorConvertFloat4ToU32(value);
}

ImU32 mixed(ImU32 from, ImU32 to, float share) {
  const ImVec4 a = toVec4(from);
  const ImVec4 b = toVec4(to);
  const auto between = [share](float x, float y) { return x + (y - x) * share; };
  return ImGui::ColorConvertFloat4ToU32(
      {between(a.x, b.x), between(a.y, b.y), between(a.z, b.z), between(a.w, b.w)});
}

namespace {

void applyColors(const Theme& theme, ImGuiStyle& style) {
  const auto set = [&](ImGuiCol slot, ImU32 color) { style.Colors[slot] = toVec4(color); };
  set(ImGuiCol_Text, theme.text);
  set(ImGuiCol_TextDisabled, theme.secondary);
  set(ImGuiCol_WindowBg, theme.background);
  set(ImGuiCol_ChildBg, theme.panel);
  set(ImGuiCol_PopupBg, theme.raised);
  set(ImGuiCol_Border, theme.hairline);
  set(ImGuiCol_FrameBg, theme.raised);
  set(ImGuiCol_FrameBgHovered, theme.hovered);
  set(ImGuiCol_FrameBgActive, theme.hovered);
  set(ImGuiCol_Button, theme.raised);
  set(ImGuiCol_ButtonHovered, theme.hovered);
  set(ImGuiCol_ButtonActive, theme.hairline);
  set(ImGuiCol_Header, theme.hovered);
  set(ImGuiCol_HeaderHovered, theme.hovered);
  set(ImGuiCol_HeaderActive, theme.hairline);
  set(ImGuiCol_Separator, theme.hairline);
  set(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
  set(ImGuiCol_ScrollbarGrab, theme.hairline);
  set(ImGuiCol_ScrollbarGrabHovered, theme.faint);
  set(ImGuiCol_ScrollbarGrabActive, theme.faint);
  set(ImGuiCol_TextSelectedBg, faded(theme.accent, 0.35f));
  set(ImGuiCol_CheckMark, theme.accent);
  set(ImGuiCol_SliderGrab, theme.accent);
  set(ImGuiCol_SliderGrabActive, theme.accent);
  set(ImGuiCol_NavHighlight, theme.accent);
  set(ImGuiCol_TableHeaderBg, theme.panel);
  set(ImGuiCol_TableBorderLight, theme.hairline);
  set(ImGuiCol_TableBorderStrong, theme.hairline);
  set(ImGuiCol_TableRowBgAlt, faded(theme.raised, 0.35f));
  set(ImGuiCol_DragDropTarget, theme.accent);
  set(ImGuiCol_ResizeGrip, theme.hairline);
  set(ImGuiCol_ResizeGripHovered, theme.faint);
  set(ImGuiCol_ResizeGripActive, theme.faint);
  set(ImGuiCol_SeparatorHovered, theme.faint);
  set(ImGuiCol_SeparatorActive, theme.faint);
  set(ImGuiCol_ModalWindowDimBg, faded(theme.background, 0.7f));
}

}  // namespace

void applyTheme(const Theme& theme, const Metrics& metrics) {
  ImGuiStyle style;
  applyColors(theme, style);
  style.WindowPadding = {10, 8};  // tooltips and lists; panels have their own
  style.FramePadding = {8, 5};
  style.ItemSpacing = {8, 8};
  style.CellPadding = {8, 4};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.FrameRounding = 6;
  style.PopupRounding = 6;
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.ScaleAllSizes(metrics.scale);
  ImGui::GetStyle() = style;
}

}  // namespace configurator
