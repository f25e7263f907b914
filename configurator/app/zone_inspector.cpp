#include "configurator/app/zone_inspector.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "configurator/app/figure_text.h"

namespace configurator {
namespace {

std::string srgbText(const float (&color)[3]) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "#";
  for (const float channel : color) {
    const int value = std::lround(channel * 255);
    text += kDigits[value / 16];
    text += kDigits[value % 16];
  }
  return text;
}

void drawColor(const Session& session, const std::string& zone, Ui& ui, Commands& commands) {
  const DesignColorway* colorway = findColorway(session.design(), session.shownColorway());
  if (colorway == nullptr) return;
  const auto found = colorway->colors.find(zone);
  const std::string srgb = found == colorway->colors.end() ? "#808080" : found->second.srgb;
  const ImVec4 now = toVec4(colorOfSrgb(srgb));
  float color[3] = {now.x, now.y, now.z};
  drawText(ui, ui.fonts.small, ui.theme.secondary, "Colour in " + colorway->code + ", " + colorway->name);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  ImGui::ColorEdit3("##color", color, ImGuiColorEditFlags_DisplayHex | ImGuiColorEditFlags_PickerHueWheel);
  ui.record("color." + zone);
  const std::string text = srgbText(color);
  if (text != srgb) commands.push(ApplyEdit{"color." + colorway->code + "." + zone, text});
}

/// Bars of a material's 0..5 properties, in their alphabetical order.
void drawProperties(const Ui& ui, const bom::Item& item, ImVec2 at, float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float x = at.x;
  const float step = width / 9;
  for (const auto& [name, value] : item.properties) {
    const float height = ui.px(16) * static_cast<float>(value) / 5;
    list.AddRectFilled({x, at.y + ui.px(16) - height}, {x + step - ui.px(3), at.y + ui.px(16)},
                       ui.theme.faint, ui.px(1));
    x += step;
  }
}

struct MaterialRow {
  std::string id, name, price;
  const bom::Item* item = nullptr;
};

MaterialRow rowOf(const Catalog& catalog, const std::string& id) {
  if (const Series* series = catalog.findSeries(id)) {
    const bom::Item* first = catalog.findItem(series->members.front().item);
    return {id, series->name.text(), first == nullptr ? "" : "from " + moneyText(first->price), first};
  }
  const bom::Item* item = catalog.findItem(id);
  if (item == nullptr) return {id, id, "", nullptr};
  return {id, item->name, moneyText(item->price) + " / " + std::string(bom::unitSymbol(item->unit)), item};
}

void drawMaterial(const MaterialRow& row, const std::string& zone, bool chosen, Ui& ui, Commands& commands) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ui.px(56);
  const bool clicked = ImGui::InvisibleButton((zone + "=" + row.id).c_str(), {width, height});
  ui.record(zone + "=" + row.id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + width, at.y + height};
  list.AddRectFilled(at, end, ImGui::IsItemHovered() ? ui.theme.hovered : ui.theme.raised, ui.px(6));
  if (chosen) list.AddRect(at, end, ui.theme.accent, ui.px(6), 0, ui.px(1.5f));
  paintText(ui, ui.fonts.body, ui.theme.text, row.name,
            {{at.x + ui.px(14), at.y + ui.px(9)}, width - ui.px(28), false});
  paintText(ui, ui.fonts.small, ui.theme.secondary, row.price,
            {{at.x + ui.px(14), at.y + ui.px(31)}, width * 0.5f, false});
  if (row.item != nullptr && row.item->sheet) {
    const std::string mass = numberText(row.item->mass.toDouble(), 0) + "\u2009g/m\u00b2";
    paintText(ui, ui.fonts.small, ui.theme.secondary, mass,
              {{end.x - ui.px(180), at.y + ui.px(31)}, ui.px(70), true});
    drawProperties(ui, *row.item, {end.x - ui.px(96), at.y + ui.px(30)}, ui.px(84));
  }
  if (ImGui::IsItemHovered() && row.item != nullptr) {
    std::string text = row.item->spec;
    for (const auto& [name, value] : row.item->properties)
      text += "\n" + name + " " + std::to_string(value) + "/5";
    if (!text.empty()) drawTooltip(ui, text);
  }
  if (clicked && !chosen) commands.push(ApplyEdit{zone, row.id});
}

}  // namespace

void drawZoneInspector(const Session& session, const std::string& zone_id, Ui& ui, Commands& commands) {
  const Catalog& catalog = session.workshop().catalog;
  const Zone* zone = catalog.findZone(zone_id);
  if (zone == nullptr) return;
  drawText(ui, ui.fonts.strong, ui.theme.text, zone->name.text());
  drawColor(session, zone_id, ui, commands);
  const std::string& chosen = session.design().choices.zones.at(zone_id).value;
  // The chosen one first: the list is longer than the window.
  drawMaterial(rowOf(catalog, chosen), zone_id, true, ui, commands);
  for (const std::string& id : catalog.materialsOf(*zone)) {
    if (id != chosen) drawMaterial(rowOf(catalog, id), zone_id, false, ui, commands);
  }
}

}  // namespace configurator
