#include "configurator/app/zone_inspector.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "configurator/app/explanation.h"
#include "configurator/app/figure_text.h"
#include "configurator/app/findings.h"
#include "configurator/app/option_cards.h"

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

/// Spec and properties, below a reason why it cannot be chosen.
void drawMaterialTip(const MaterialRow& row, const ValueCard& card, const Ui& ui) {
  std::string text = row.name;  // a long one is cut in the card
  if (const std::string because = becauseOf(card); !because.empty()) text += "\n" + because;
  if (row.item != nullptr) {
    if (!row.item->spec.empty()) text += "\n" + row.item->spec;
    for (const auto& [name, value] : row.item->properties)
      text += "\n" + name + " " + std::to_string(value) + "/5";
  }
  drawTooltip(ui, text);
}

/// Price, mass and properties in one line.
void drawMaterialFigures(const MaterialRow& row, const Ui& ui, ImVec2 at) {
  paintText(ui, ui.fonts.small, ui.theme.secondary, row.price, {at, ui.px(84), false});
  if (row.item == nullptr || !row.item->sheet) return;
  const std::string mass = numberText(row.item->mass.toDouble(), 0) + "\u2009g/m\u00b2";
  paintText(ui, ui.fonts.small, ui.theme.secondary, mass, {{at.x + ui.px(88), at.y}, ui.px(58), false});
  drawProperties(ui, *row.item, {at.x + ui.px(148), at.y - ui.px(1)}, ui.px(64));
}

void drawMaterial(const Session& session, const ValueCard& card, Ui& ui, Commands& commands) {
  const Catalog& catalog = session.workshop().catalog;
  const std::string& zone = session.advice().place();
  const MaterialRow row = rowOf(catalog, card.value);
  const bool opened = isOpened(session, zone, card.value);
  const std::string line = opened ? "" : adviceLineOf(catalog, card);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, text = width - ui.px(28);
  const float line_height =
      line.empty() ? 0 : ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e6f, text, line.c_str()).y;
  const float height = ui.px(line.empty() ? 56 : 60) + line_height;
  const bool clicked = ImGui::InvisibleButton((zone + "=" + row.id).c_str(), {width, height});
  ui.record(zone + "=" + row.id);
  const bool blocked = !card.present && !card.canBeChosen();
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + width, at.y + height};
  if (!blocked || hovered)
    list.AddRectFilled(at, end, hovered ? ui.theme.hovered : ui.theme.raised, ui.px(6));
  if (blocked) list.AddRect(at, end, ui.theme.hairline, ui.px(6));
  if (card.present) list.AddRect(at, end, ui.theme.accent, ui.px(6), 0, ui.px(1.5f));
  const float left = at.x + ui.px(14), lock = blocked ? ui.px(18) : 0;
  if (blocked) drawLock(ui, {left, at.y + ui.px(12)}, ui.theme.faint);
  paintText(ui, ui.fonts.body, blocked ? ui.theme.secondary : ui.theme.text, row.name,
            {{left + lock, at.y + ui.px(9)}, width - ui.px(128) - lock, false});
  drawMaterialFigures(row, ui, {left, at.y + ui.px(31)});
  const ImVec2 corner{end.x - ui.px(110), at.y + ui.px(11)};
  if (card.present)
    drawPresent(session, card, ui, corner, ui.px(96));
  else
    drawCardDelta(ui, card, corner, ui.px(96));
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {left, at.y + ui.px(52)}, ui.theme.faint,
               line.c_str(), nullptr, text);
  if (hovered) {
    if (!opened) drawMaterialTip(row, card, ui);
    if (session.advice().attended() != card.value) commands.push(AttendCard{card.value});
  }
  if (clicked) clickCard(card, zone, commands);
}

}  // namespace

void drawZoneInspector(const Session& session, const std::string& zone_id, Ui& ui, Commands& commands) {
  const Catalog& catalog = session.workshop().catalog;
  const Zone* zone = catalog.findZone(zone_id);
  if (zone == nullptr) return;
  drawText(ui, ui.fonts.strong, ui.theme.text, zone->name.text());
  drawColor(session, zone_id, ui, commands);
  drawFindings(session, zone_id, ui, commands);
  if (session.advice().place() != zone_id) return;
  // The present one first: the list is longer than the window.
  for (const bool present : {true, false}) {
    for (const ValueCard& card : session.cards()) {
      if (card.present != present) continue;
      drawMaterial(session, card, ui, commands);
      if (present) drawOwnButtons(session, zone_id, "", ui, commands);
      drawExplanationOf(session, {zone_id, card.value}, ui, commands);
    }
  }
}

}  // namespace configurator
