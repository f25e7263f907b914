// The slots by group, each with the option chosen in it; below them the zones with their material and colour.
#include <algorithm>
#include <utility>

#include "configurator/app/explanation.h"
#include "configurator/app/panels.h"
#include "configurator/catalog/choice_hold.h"
#include "configurator/session/choice_state.h"
#include "configurator/session/design_advisor.h"

namespace configurator {
namespace {

const std::pair<const char*, const char*> kGroups[] = {{"body", "Body and capacity"},
                                                       {"carry", "Carry"},
                                                       {"hydration", "Hydration"},
                                                       {"closures-pockets", "Closures and pockets"},
                                                       {"organisation", "Organisation"},
                                                       {"attachment", "Attachment and compression"},
                                                       {"visibility", "Visibility"},
                                                       {"weather", "Weather"},
                                                       {"materials", "Materials and colours"},
                                                       {"brand", "Brand, labels, packaging"}};

struct Row {
  std::string id, name, value;
  bool selected = false, emphasised = false;
  ImU32 swatch = 0;  ///< 0: none
  PlaceHold hold = {};
};

/// What the user chose stands out from what the template has.
ImU32 valueColor(const Ui& ui, const Row& row) {
  if (row.hold.by == By::User) return ui.theme.text;
  return row.emphasised ? ui.theme.secondary : ui.theme.faint;
}

/// A row of the rail; true when clicked.
bool drawRow(Ui& ui, const Row& row) {
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ui.px(28);
  const bool clicked = ImGui::InvisibleButton(row.id.c_str(), {width, height});
  ui.record(row.id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + width, at.y + height};
  if (row.selected)
    list.AddRectFilled(at, end, ui.theme.raised, ui.px(6));
  else if (ImGui::IsItemHovered())
    list.AddRectFilled(at, end, faded(ui.theme.hovered, 0.6f), ui.px(6));
  if (row.selected)
    list.AddRectFilled({at.x, at.y + ui.px(6)}, {at.x + ui.px(3), end.y - ui.px(6)}, ui.theme.accent,
                       ui.px(2));
  float left = at.x + ui.px(10);
  if (row.swatch != 0) {
    list.AddRectFilled({left, at.y + ui.px(8)}, {left + ui.px(12), at.y + ui.px(20)}, row.swatch, ui.px(3));
    left += ui.px(20);
  }
  // The name keeps its width and may have what the value leaves; of two long ones what is chosen is cut
  // first.
  if (row.hold.pinned) drawPin(ui, {end.x - ui.px(15), at.y + ui.px(8)}, ui.theme.secondary);
  const float right = end.x - ui.px(row.hold.pinned ? 20 : 8);
  const float room = right - left;
  const float left_by_value = room - ui.px(12) - textWidth(ui.fonts.small, row.value) - ui.px(1);
  const float name_width =
      std::min(textWidth(ui.fonts.body, row.name) + ui.px(1), std::max(room * 0.62f, left_by_value));
  const float value_left = left + name_width + ui.px(12);
  const bool named =
      paintText(ui, ui.fonts.body, ui.theme.text, row.name, {{left, at.y + ui.px(5)}, name_width, false});
  const bool whole = paintText(ui, ui.fonts.small, valueColor(ui, row), row.value,
                               {{value_left, at.y + ui.px(7)}, right - value_left, true});
  if (!(named && whole) && ImGui::IsItemHovered())
    drawTooltip(ui, named ? row.value : row.name + ": " + row.value);
  return clicked;
}

Row rowOfSlot(const Session& session, const PanelState& state, const Slot& slot) {
  Row row{slot.id, slot.name.text(), "", state.zone.empty() && session.selectedSlot() == slot.id, false, 0};
  const std::string& chosen = session.design().choices.options.at(slot.id).value;
  if (const Option* option = session.workshop().catalog.findOption(slot.id, chosen))
    row.value = option->name.text();
  row.emphasised = chosen != "none";
  row.hold = holdOf(session.design().choices, slot.id);
  return row;
}

Row rowOfZone(const Session& session, const PanelState& state, const Zone& zone) {
  Row row{zone.id, zone.name.text(), "", state.zone == zone.id, true, 0};
  const Catalog& catalog = session.workshop().catalog;
  const std::string& chosen = session.design().choices.zones.at(zone.id).value;
  row.hold = holdOf(session.design().choices, zone.id);
  const Series* series = catalog.findSeries(chosen);
  const bom::Item* item = catalog.findItem(chosen);
  row.value = series != nullptr ? series->name.text() : item != nullptr ? item->name : chosen;
  if (const auto& pack = session.figures().pack; pack && zonesOf(*pack).count(zone.id) == 0) {
    row.value = "not in this pack";
    row.emphasised = false;
  }
  if (const DesignColorway* colorway = findColorway(session.design(), session.shownColorway())) {
    if (const auto color = colorway->colors.find(zone.id); color != colorway->colors.end()) {
      row.swatch = colorOfSrgb(color->second.srgb);
    }
  }
  return row;
}

}  // namespace

void drawSlotRail(const Session& session, const PanelState& state, Ui& ui, Commands& commands) {
  const Catalog& catalog = session.workshop().catalog;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(1)));
  for (const auto& [group, title] : kGroups) {
    drawHeading(ui, title);
    for (const Slot& slot : catalog.slots) {
      if (slot.group == group && drawRow(ui, rowOfSlot(session, state, slot)))
        commands.push(SelectSlot{slot.id});
    }
    if (std::string(group) != "materials") continue;
    for (const Zone& zone : catalog.zones) {
      if (drawRow(ui, rowOfZone(session, state, zone))) commands.push(SelectZone{zone.id});
    }
  }
  ImGui::Dummy({0, ui.px(12)});
  ImGui::PopStyleVar();
}

}  // namespace configurator
