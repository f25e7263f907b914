#include "configurator/app/option_cards.h"

#include <algorithm>

#include "configurator/app/advice_words.h"
#include "configurator/app/explanation.h"
#include "configurator/app/figure_text.h"
#include "configurator/catalog/choice_hold.h"

namespace configurator {
namespace {

constexpr float kDeltaWidth = 96;
constexpr float kMassWidth = 56;          // of a difference of mass, beside a card's text
constexpr std::size_t kLongestRule = 64;  // bytes of a rule's name that a card says

/// What a card says under its name: why not, what goes along, else what the option is.
std::string lineOf(const Catalog& catalog, const ValueCard& card) {
  const std::string advice = adviceLineOf(catalog, card);
  if (!advice.empty() || card.option == nullptr) return advice;
  const bool described = card.option->description.by_language.count("en") > 0;
  return described ? withCurvedQuotes(card.option->description.text()) : std::string();
}

struct CardLayout {
  float text_width = 0, line_height = 0, height = 0;
};

/// A card is as high as its text needs, 56 at least.
CardLayout layoutOf(const Ui& ui, const std::string& line, float width) {
  CardLayout layout;
  layout.text_width = width - ui.px(kMassWidth + 32);
  const ImFont& font = *ui.fonts.small;
  if (!line.empty())
    layout.line_height =
        font.CalcTextSizeA(font.FontSize, 1e6f, layout.text_width, line.c_str()).y + ui.px(2);
  layout.height = std::max(ui.px(56), ui.px(40) + layout.line_height);
  return layout;
}

void drawFrame(const Ui& ui, const ValueCard& card, bool blocked, ImVec2 at, ImVec2 end) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool hovered = ImGui::IsItemHovered();
  if (!blocked || hovered)
    list.AddRectFilled(at, end, hovered ? ui.theme.hovered : ui.theme.raised, ui.px(6));
  if (blocked) list.AddRect(at, end, ui.theme.hairline, ui.px(6));
  if (card.present) list.AddRect(at, end, ui.theme.accent, ui.px(6), 0, ui.px(1.5f));
}

/// A rule in its author's words where they are few, else the own choices that it is about.
std::string shortReason(const Catalog& catalog, const ValueCard& card) {
  if (card.reasons.empty()) return "";
  const Reason& reason = card.reasons.front();
  const std::string& rule = reason.rules.front().name;
  if (rule.size() <= kLongestRule || reason.choices.empty()) return withCurvedQuotes(rule) + ".";
  return "Not with your " + choicesText(catalog, reason.choices) + ".";
}

std::string nameOf(const ValueCard& card) {
  return card.option == nullptr ? card.value : card.option->name.text();
}

void drawCard(const Session& session, const ValueCard& card, Ui& ui, Commands& commands) {
  const Catalog& catalog = session.workshop().catalog;
  const std::string& place = session.advice().place();
  const bool opened = isOpened(session, place, card.value);
  const std::string label = place + "=" + card.value, line = opened ? "" : lineOf(catalog, card);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const CardLayout layout = layoutOf(ui, line, width);
  const bool blocked = !card.present && !card.canBeChosen();
  const bool clicked = ImGui::InvisibleButton(label.c_str(), {width, layout.height});
  ui.record(label);
  const ImVec2 end{at.x + width, at.y + layout.height};
  drawFrame(ui, card, blocked, at, end);
  float left = at.x + ui.px(14);
  const bool one_line = line.empty() && card.present;
  const float top = one_line ? at.y + (layout.height - ui.px(18)) / 2 : at.y + ui.px(10);
  const float lock = blocked ? ui.px(18) : 0;
  if (blocked) drawLock(ui, {left, top + ui.px(3)}, ui.theme.faint);
  paintText(ui, ui.fonts.body, blocked ? ui.theme.secondary : ui.theme.text, nameOf(card),
            {{left + lock, top}, width - ui.px(kDeltaWidth + 32) - lock, false});
  ImGui::GetWindowDrawList()->AddText(ui.fonts.small, ui.fonts.small->FontSize, {left, at.y + ui.px(31)},
                                      blocked ? ui.theme.faint : ui.theme.secondary, line.c_str(), nullptr,
                                      layout.text_width);
  const float right = end.x - ui.px(kDeltaWidth + 14);
  if (card.present)
    drawPresent(session, card, ui, {right, top}, ui.px(kDeltaWidth));
  else
    drawCardDelta(ui, card, {right, top}, ui.px(kDeltaWidth));
  if (ImGui::IsItemHovered()) {
    const std::string because = blocked && !opened ? becauseOf(card) : "";
    if (!because.empty()) drawTooltip(ui, because);
    if (session.advice().attended() != card.value) commands.push(AttendCard{card.value});
  }
  if (clicked) clickCard(card, place, commands);
}

}  // namespace

void drawPresent(const Session& session, const ValueCard& card, const Ui& ui, ImVec2 at, float width) {
  const PlaceHold hold = holdOf(session.design().choices, session.advice().place());
  const bool own = hold.by == By::User;
  const char* word = own                                        ? "chosen"
                     : card.state == engine::ValueState::forced ? "only one left"
                     : hold.by == By::Template                  ? "template"
                                                                : "solved";
  const ImU32 color = own ? ui.theme.accent : ui.theme.secondary;
  const float text = textWidth(ui.fonts.small, word);
  paintText(ui, ui.fonts.small, color, word, {at, width, true});
  const ImVec2 corner{at.x + width - text - ui.px(11), at.y + ui.px(11)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({corner.x - ui.px(4), corner.y - ui.px(4)}, corner, color, ui.px(1.5f));
  list.AddLine(corner, {corner.x + ui.px(6), corner.y - ui.px(8)}, color, ui.px(1.5f));
}

void clickCard(const ValueCard& card, const std::string& place, Commands& commands) {
  if (!card.present && !card.canBeChosen())
    commands.push(ExplainValue{place, card.value});
  else
    commands.push(ChooseValue{place, card.value});
}

void drawCardDelta(const Ui& ui, const ValueCard& card, ImVec2 at, float width) {
  if (!card.delta) {
    if (!card.reckoned) paintText(ui, ui.fonts.small, ui.theme.faint, "\u2026", {at, width, true});
    return;
  }
  const bool blocked = !card.canBeChosen();
  const std::string about = card.delta->exact ? "" : "\u2248 ";
  paintText(ui, ui.fonts.small, blocked ? ui.theme.secondary : ui.theme.text,
            about + moneyDelta(card.delta->unit_cost), {at, width, true});
  paintText(ui, ui.fonts.small, blocked ? ui.theme.faint : ui.theme.secondary, massDelta(card.delta->mass_g),
            {{at.x, at.y + ui.px(19)}, width, true});
}

std::string adviceLineOf(const Catalog& catalog, const ValueCard& card) {
  if (card.present) return "";
  if (!card.finds.empty()) return withCurvedQuotes(card.finds.front().message);
  if (card.state == engine::ValueState::blocked) {
    std::string line = shortReason(catalog, card);
    const std::vector<PlaceChange> own = changesOf(card.changes, true);
    if (!own.empty())
      line +=
          (line.empty() ? "" : "\n") + std::string("Would change your ") + changesText(catalog, own, 2) + ".";
    return line;
  }
  if (card.changes.empty()) return "";
  return "With " + changesText(catalog, card.changes, 2) + ".";
}

std::string becauseOf(const ValueCard& card) {
  std::string text;
  const auto add = [&](const std::string& sentence) {
    if (!sentence.empty() && text.find(sentence) == std::string::npos)
      text += (text.empty() ? "" : "\n") + sentence;
  };
  if (!card.reasons.empty()) {
    for (const ModelRule& rule : card.reasons.front().rules) add(rule.because);
  }
  for (const Violation& find : card.finds) add(find.because);
  return text;
}

void drawOwnButtons(const Session& session, const std::string& place, const std::string& prefix, Ui& ui,
                    Commands& commands) {
  const PlaceHold hold = holdOf(session.design().choices, place);
  if (hold.by != By::User && !hold.pinned) return;
  const float left = ImGui::GetCursorPosX();
  ImGui::PushFont(ui.fonts.small);
  if (drawQuietButton(ui, hold.pinned ? "Pinned" : "Pin", prefix + place + ".pin", hold.pinned))
    commands.push(ApplyEdit{"pin." + place, hold.pinned ? "no" : "yes"});
  if (ImGui::IsItemHovered())
    drawTooltip(ui, hold.pinned ? "Changed by nothing without saying so. Click to unpin."
                                : "Let nothing change it where there is another way.");
  if (hold.by == By::User) {
    ImGui::SameLine();
    ImGui::SetCursorPosX(left + ui.px(66));
    if (drawQuietButton(ui, "Take back", prefix + place + ".back")) commands.push(TakeBack{place});
    if (ImGui::IsItemHovered()) drawTooltip(ui, "As if you had never chosen it.");
  }
  ImGui::PopFont();
}

void drawOptionCards(const Session& session, Ui& ui, Commands& commands) {
  for (const ValueCard& card : session.cards()) {
    drawCard(session, card, ui, commands);
    if (card.present) drawOwnButtons(session, session.advice().place(), "", ui, commands);
    drawExplanationOf(session, {session.advice().place(), card.value}, ui, commands);
  }
}

}  // namespace configurator
