#include "configurator/app/explanation.h"

#include <algorithm>

#include "configurator/app/advice_words.h"
#include "configurator/app/figure_text.h"
#include "configurator/rules/rule_text.h"

namespace configurator {
namespace {

/// Text under the cursor, wrapped at the frame's inner edge.
struct Wrapped {
  const Ui& ui;
  float right;  ///< window x where lines end

  void say(ImFont* font, ImU32 color, const std::string& text) const {
    if (text.empty()) return;
    ImGui::PushTextWrapPos(right);
    drawText(ui, font, color, text);
    ImGui::PopTextWrapPos();
  }
};

void drawReason(const Catalog& catalog, const Reason& reason, const Ui& ui, const Wrapped& wrapped) {
  const std::string own = ownChoicesText(catalog, reason);
  wrapped.say(ui.fonts.small_strong, ui.theme.text, own.empty() ? "Whatever you choose" : own);
  for (std::size_t i = 0; i < reason.rules.size(); ++i) {
    const ModelRule& rule = reason.rules[i];
    wrapped.say(ui.fonts.small, ui.theme.text, withCurvedQuotes(rule.name) + ".");
    const bool said_again = i + 1 < reason.rules.size() && reason.rules[i + 1].because == rule.because;
    if (!said_again) wrapped.say(ui.fonts.small, ui.theme.secondary, withCurvedQuotes(rule.because));
  }
  ImGui::Dummy({0, ui.px(4)});
}

/// One change a line: the user's own first, then what goes along.
void drawChanges(const Catalog& catalog, const PricedWay& way, const Ui& ui, const Wrapped& wrapped) {
  for (const bool own : {true, false}) {
    const std::vector<PlaceChange> changes = changesOf(way.way.changes, own);
    if (changes.empty()) continue;
    const std::size_t most = own ? 12 : 3;
    wrapped.say(ui.fonts.small, own ? ui.theme.text : ui.theme.secondary,
                (own                         ? "Change your "
                 : way.way.ownChanges() == 0 ? ""
                                             : "With it ") +
                    changesText(catalog, changes, most));
    if (!own && changes.size() > most && ImGui::IsItemHovered())
      drawTooltip(ui, changesText(catalog, changes, changes.size()));
  }
  if (way.way.changes.empty()) wrapped.say(ui.fonts.small, ui.theme.secondary, "Nothing else changes.");
}

std::string deltaText(const PricedWay& way) {
  if (!way.delta) return "";
  return (way.delta->exact ? "" : "\u2248 ") + moneyDelta(way.delta->unit_cost) + "   " +
         massDelta(way.delta->mass_g);
}

void drawWay(const Session& session, std::size_t number, Ui& ui, Commands& commands) {
  const OpenedValue& opened = *session.advice().opened();
  const PricedWay& way = opened.ways[number];
  const Wrapped wrapped{ui, ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - ui.px(12)};
  drawChanges(session.workshop().catalog, way, ui, wrapped);
  ImGui::Dummy({0, ui.px(2)});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - ui.px(12);
  const std::string label = opened.asked.place.empty() ? "Make these changes" : "Choose with these changes";
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Button, ui.theme.hairline);
  const bool taken = drawButton(ui, label, "way." + std::to_string(number + 1), number == 0);
  ImGui::PopStyleColor();
  ImGui::PopFont();
  const float height = ImGui::GetItemRectSize().y;
  paintText(ui, ui.fonts.small_strong, ui.theme.text, deltaText(way),
            {{at.x, at.y + (height - ui.fonts.small->FontSize) / 2}, width, true});
  ImGui::Dummy({0, ui.px(4)});
  if (taken) commands.push(TakeWay{number});
}

/// Why geometry has something against it, where no way was found.
void drawFinds(const OpenedValue& opened, const Ui& ui, const Wrapped& wrapped) {
  if (!opened.ways.empty() || opened.finds.empty()) return;
  for (const Violation& find : opened.finds) {
    wrapped.say(ui.fonts.small, ui.theme.text, withCurvedQuotes(find.message));
    wrapped.say(ui.fonts.small, ui.theme.secondary, withCurvedQuotes(find.because));
  }
}

/// Why a number ends there, where none of the user's own choices is in the way.
void drawBound(const Session& session, const PlaceValue& asked, const Wrapped& wrapped) {
  for (const StepBound& bound : session.advice().bounds()) {
    if (bound.parameter != asked.place || bound.value != asked.value) continue;
    wrapped.say(wrapped.ui.fonts.small, wrapped.ui.theme.text, withCurvedQuotes(bound.why));
    wrapped.say(wrapped.ui.fonts.small, wrapped.ui.theme.secondary, withCurvedQuotes(bound.because));
  }
}

std::string headOf(const OpenedValue& opened) {
  if (opened.ways.empty() && !opened.untried.empty()) return "Looking for ways \u2026";
  if (opened.ways.empty())
    return opened.finds.empty() ? "No other choice would allow it."
                                : "No change of other choices makes it fit.";
  if (opened.asked.place.empty()) return "This puts it right:";
  return opened.ways.size() == 1 ? "You can have it if this changes:"
                                 : "You can have it in one of these ways:";
}

void drawInside(const Session& session, Ui& ui, Commands& commands) {
  const OpenedValue& opened = *session.advice().opened();
  const Catalog& catalog = session.workshop().catalog;
  const Wrapped wrapped{ui, ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - ui.px(12)};
  if (opened.asked.place.empty())
    wrapped.say(ui.fonts.small_strong, ui.theme.warning, "The design breaks rules of the catalog");
  for (const Reason& reason : opened.reasons) drawReason(catalog, reason, ui, wrapped);
  if (opened.reasons.empty() && opened.asked.place.empty()) {
    for (const Violation& violation : session.figures().violations) {
      if (violation.severity == "error")
        wrapped.say(ui.fonts.small, ui.theme.text, withCurvedQuotes(violation.message));
    }
  }
  if (opened.reasons.empty()) drawBound(session, opened.asked, wrapped);
  drawFinds(opened, ui, wrapped);
  wrapped.say(ui.fonts.small, ui.theme.secondary, headOf(opened));
  ImGui::Dummy({0, ui.px(2)});
  for (std::size_t i = 0; i < opened.ways.size(); ++i) drawWay(session, i, ui, commands);
}

}  // namespace

void drawExplanation(const Session& session, const std::string& place, Ui& ui, Commands& commands) {
  const OpenedValue* opened = session.advice().opened();
  if (opened == nullptr || opened->asked.place != place) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.ChannelsSplit(2);
  list.ChannelsSetCurrent(1);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(3)));
  ImGui::BeginGroup();
  ImGui::Dummy({width, ui.px(4)});
  ImGui::Indent(ui.px(14));
  drawInside(session, ui, commands);
  ImGui::Unindent(ui.px(14));
  ImGui::EndGroup();
  ImGui::PopStyleVar();
  const ImVec2 end{at.x + width, ImGui::GetItemRectMax().y + ui.px(4)};
  list.ChannelsSetCurrent(0);
  list.AddRectFilled(at, end, ui.theme.raised, ui.px(6));
  list.AddRectFilled(at, {at.x + ui.px(3), end.y}, ui.theme.hairline, ui.px(2));
  list.ChannelsMerge();
  ui.places.push_back({"opened=" + opened->asked.place + "=" + opened->asked.value, {}, {}});
  ImGui::Dummy({0, ui.px(6)});
}

void drawExplanationOf(const Session& session, const PlaceValue& value, Ui& ui, Commands& commands) {
  if (isOpened(session, value.place, value.value)) drawExplanation(session, value.place, ui, commands);
}

bool isOpened(const Session& session, const std::string& place, const std::string& value) {
  const OpenedValue* opened = session.advice().opened();
  return opened != nullptr && opened->asked == PlaceValue{place, value};
}

void drawLock(const Ui& ui, ImVec2 at, ImU32 color) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({at.x, at.y + ui.px(5)}, {at.x + ui.px(10), at.y + ui.px(12)}, color, ui.px(1.5f));
  list.PathLineTo({at.x + ui.px(2.2f), at.y + ui.px(6)});
  list.PathArcTo({at.x + ui.px(5), at.y + ui.px(3.6f)}, ui.px(2.8f), 3.1416f, 6.2832f, 8);
  list.PathLineTo({at.x + ui.px(7.8f), at.y + ui.px(6)});
  list.PathStroke(color, 0, ui.px(1.4f));
}

void drawPin(const Ui& ui, ImVec2 at, ImU32 color) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled({at.x + ui.px(5), at.y + ui.px(4)}, ui.px(3.2f), color, 12);
  list.AddLine({at.x + ui.px(5), at.y + ui.px(6)}, {at.x + ui.px(5), at.y + ui.px(12)}, color, ui.px(1.4f));
}

}  // namespace configurator
