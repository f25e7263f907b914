#include "configurator/app/ui.h"

#include <algorithm>

#include "configurator/app/figure_text.h"

namespace configurator {

void Ui::record(const std::string& label) {
  places.push_back({label, ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
}

void drawText(const Ui&, ImFont* font, ImU32 color, const std::string& text) {
  ImGui::PushFont(font);
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

float textWidth(ImFont* font, const std::string& text) {
  return font->CalcTextSizeA(font->FontSize, 1e6f, 0, text.c_str()).x;
}

bool paintText(const Ui&, ImFont* font, ImU32 color, const std::string& text, const TextPlace& place) {
  const float size = font->FontSize;
  std::string shown = text;
  const bool whole = place.width <= 0 || textWidth(font, text) <= place.width;
  if (!whole) {
    while (!shown.empty() && textWidth(font, shown + "…") > place.width) {
      do shown.pop_back();
      while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80);
    }
    shown += "…";
  }
  ImVec2 at = place.at;
  if (place.align_right) at.x += std::max(0.0f, place.width - textWidth(font, shown));
  ImGui::GetWindowDrawList()->AddText(font, size, at, color, shown.c_str());
  return whole;
}

bool drawButton(Ui& ui, const std::string& label, const std::string& name, bool primary) {
  if (primary) {
    ImGui::PushStyleColor(ImGuiCol_Button, ui.theme.accent);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, faded(ui.theme.accent, 0.88f));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, faded(ui.theme.accent, 0.75f));
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.on_accent);
  }
  const bool clicked = ImGui::Button((label + "##" + name).c_str());
  if (primary) ImGui::PopStyleColor(4);
  ui.record(name);
  return clicked;
}

bool drawQuietButton(Ui& ui, const std::string& label, const std::string& name, bool on) {
  ImGui::PushStyleColor(ImGuiCol_Button, on ? ui.theme.raised : faded(ui.theme.raised, 0));
  ImGui::PushStyleColor(ImGuiCol_Text, on ? ui.theme.text : ui.theme.secondary);
  const bool clicked = ImGui::Button((label + "##" + name).c_str());
  ImGui::PopStyleColor(2);
  ui.record(name);
  return clicked;
}

namespace {

/// The sign of a list at the right end of its field.
void drawChevron(const Ui& ui, const WidgetPlace& field, bool open) {
  if (open) return;  // the list covers the current window's drawing
  const ImVec2 tip{field.max.x - ui.px(15), (field.min.y + field.max.y) / 2 + ui.px(2)};
  const float arm = ui.px(4);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({tip.x - arm, tip.y - arm}, tip, ui.theme.secondary, ui.px(1.5f));
  list.AddLine(tip, {tip.x + arm, tip.y - arm}, ui.theme.secondary, ui.px(1.5f));
}

}  // namespace

std::string drawCombo(Ui& ui, const std::string& name, const std::string& current,
                      const std::vector<std::string>& words, float width) {
  std::string chosen;
  ImGui::SetNextItemWidth(width);
  const bool open = ImGui::BeginCombo(("##" + name).c_str(), current.c_str(),
                                      ImGuiComboFlags_HeightLarge | ImGuiComboFlags_NoArrowButton);
  ui.record(name);
  drawChevron(ui, ui.places.back(), open);
  if (!open) return chosen;
  for (const std::string& word : words) {
    if (ImGui::Selectable(word.c_str(), word == current) && word != current) chosen = word;
    ui.record(name + "." + word);
  }
  ImGui::EndCombo();
  return chosen;
}

void drawTooltip(const Ui& ui, const std::string& text) {
  ImGui::BeginTooltip();
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushTextWrapPos(ui.px(380));
  ImGui::TextUnformatted(withCurvedQuotes(text).c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopFont();
  ImGui::EndTooltip();
}

namespace {

void endModalStyle() {
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
}

}  // namespace

bool beginModal(const Ui& ui, const char* name) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(24), ui.px(20)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
  ImGui::PushStyleColor(ImGuiCol_FrameBg, ui.theme.panel);
  ImGui::PushStyleColor(ImGuiCol_Button, ui.theme.hairline);
  const bool open = ImGui::BeginPopupModal(name, nullptr,
                                           ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize);
  if (!open) endModalStyle();
  return open;
}

void endModal() {
  ImGui::EndPopup();
  endModalStyle();
}

void drawHeading(const Ui& ui, const std::string& text) {
  ImGui::Dummy({0, ui.px(10)});
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(10));
  drawText(ui, ui.fonts.small, ui.theme.faint, text);
}

ImU32 colorOfSrgb(const std::string& srgb) {
  if (srgb.size() != 7) return IM_COL32_WHITE;
  const auto digit = [&](std::size_t i) {
    return srgb[i] <= '9' ? srgb[i] - '0' : (srgb[i] | 0x20) - 'a' + 10;
  };
  const auto channel = [&](std::size_t i) { return digit(i) * 16 + digit(i + 1); };
  return IM_COL32(channel(1), channel(3), channel(5), 255);
}

}  // namespace configurator
