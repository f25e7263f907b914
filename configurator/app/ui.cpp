#include "configurator/app/ui.h"

#include <algorithm>

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

void paintText(const Ui&, ImFont* font, ImU32 color, const std::string& text, const TextPlace& place) {
  const float size = font->FontSize;
  const auto widthOf = [&](const std::string& part) {
    return font->CalcTextSizeA(size, 1e6f, 0, part.c_str()).x;
  };
  std::string shown = text;
  if (place.width > 0 && widthOf(shown) > place.width) {
    while (!shown.empty() && widthOf(shown + "…") > place.width) {
      do shown.pop_back();
      while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80);
    }
    shown += "…";
  }
  ImVec2 at = place.at;
  if (place.align_right) at.x += std::max(0.0f, place.width - widthOf(shown));
  ImGui::GetWindowDrawList()->AddText(font, size, at, color, shown.c_str());
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

std::string drawCombo(Ui& ui, const std::string& name, const std::string& current,
                      const std::vector<std::string>& words, float width) {
  std::string chosen;
  ImGui::SetNextItemWidth(width);
  const bool open = ImGui::BeginCombo(("##" + name).c_str(), current.c_str(), ImGuiComboFlags_HeightLarge);
  ui.record(name);
  if (!open) return chosen;
  for (const std::string& word : words) {
    if (ImGui::Selectable(word.c_str(), word == current) && word != current) chosen = word;
    ui.record(name + "." + word);
  }
  ImGui::EndCombo();
  return chosen;
}

void drawHeading(const Ui& ui, const std::string& text) {
  ImGui::Dummy({0, ui.px(4)});
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
