// Name and file on the left, the order in the middle, live figures on the right, the message over the view.
#include <algorithm>

#include "configurator/app/figure_text.h"
#include "configurator/app/order_fields.h"
#include "configurator/app/panels.h"

namespace configurator {
namespace {

constexpr double kGlowSeconds = 0.6;

struct Figure {
  std::string label, text;
  ImU32 color;
};

/// At the order's Incoterm, or at FOB where that cannot be reckoned.
Figure unitCostShown(const Session& session, const Ui& ui) {
  const auto& estimate = session.figures().estimate;
  if (!estimate) return {"Unit cost", "\u2013", ui.theme.text};
  const bom::EstimateAtQuantity& at = estimate->breaks.front();
  const std::string& incoterm = session.design().order.incoterm;
  const auto cost = unitCost(at, incoterm);
  const std::string about = session.figures().cloth_is_laid ? "" : "\u2248 ";
  return {"Unit cost " + (cost ? incoterm : "FOB"), about + moneyText(cost.value_or(at.fob)), ui.theme.text};
}

std::vector<Figure> figuresShown(const Session& session, const Ui& ui) {
  const Figures& figures = session.figures();
  const std::string none = "\u2013";
  std::vector<Figure> shown;
  const bool known = figures.estimate.has_value();
  shown.push_back(unitCostShown(session, ui));
  shown.push_back({"Mass", known ? massText(figures.estimate->breaks.front().bill.mass.toDouble()) : none,
                   ui.theme.text});
  const bool carries = figures.pack && figures.pack->label_means == "carry_l";
  const double litres = !figures.pack ? 0 : carries ? figures.pack->carry_l : figures.pack->capacity_l;
  shown.push_back(
      {carries ? "Carry volume" : "Capacity", figures.pack ? litreText(litres) : none, ui.theme.text});
  const auto count = figures.violations.size();
  shown.push_back(
      {"Checks",
       figures.valid ? (count == 0 ? "in order" : std::to_string(count)) : std::to_string(count) + " open",
       figures.valid ? (count == 0 ? ui.theme.text : ui.theme.warning) : ui.theme.error});
  return shown;
}

/// A figure that changed starts in the accent colour and comes back to its own.
ImU32 glowOf(const Figure& figure, PanelState& state, const Ui& ui) {
  const auto [known, is_new] = state.glows.try_emplace(figure.label, FigureGlow{figure.text, -1e9});
  FigureGlow& glow = known->second;
  if (!is_new && glow.text != figure.text) glow = {figure.text, ImGui::GetTime()};
  const double age = (ImGui::GetTime() - glow.since_s) / kGlowSeconds;
  if (age >= 1) return figure.color;
  state.glowing = true;
  return mixed(ui.theme.accent, figure.color, static_cast<float>(age));
}

/// A figure and its unit, which is smaller and quieter; returns their width without drawing when `at` is
/// null.
float paintFigure(const Ui& ui, const std::string& text, ImU32 color, const ImVec2* at) {
  const std::size_t thin = text.find("\u2009");
  const std::string number = text.substr(0, thin);
  const std::string unit = thin == std::string::npos ? "" : text.substr(thin);
  const float number_width = textWidth(ui.fonts.figure, number);
  const float gap = unit.empty() ? 0 : ui.px(2);
  if (at != nullptr) {
    paintText(ui, ui.fonts.figure, color, number, {*at, 0, false});
    paintText(ui, ui.fonts.body, ui.theme.secondary, unit,
              {{at->x + number_width + gap, at->y + ui.px(8)}, 0, false});
  }
  return number_width + gap + textWidth(ui.fonts.body, unit);
}

void drawFigures(const Session& session, PanelState& state, Ui& ui, float right) {
  const float top = ImGui::GetWindowPos().y;
  float x = right;
  std::vector<Figure> shown = figuresShown(session, ui);
  std::reverse(shown.begin(), shown.end());
  state.glowing = false;
  for (const Figure& figure : shown) {
    const float width = std::max(paintFigure(ui, figure.text, figure.color, nullptr),
                                 textWidth(ui.fonts.small, figure.label));
    x -= width;
    paintText(ui, ui.fonts.small, ui.theme.secondary, figure.label, {{x, top + ui.px(8)}, 0, false});
    const ImVec2 at{x, top + ui.px(23)};
    paintFigure(ui, figure.text, glowOf(figure, state, ui), &at);
    ui.places.push_back(
        {"figure." + figure.label + "=" + figure.text, {x, top}, {x + width, top + ui.px(48)}});
    x -= ui.px(24);
  }
}

void drawFileButtons(const Session& session, Ui& ui, Commands& commands) {
  const float gap = ui.px(2);
  if (drawQuietButton(ui, "New", "new")) commands.push(ShowStart{});
  ImGui::SameLine(0, gap);
  if (drawQuietButton(ui, "Open", "open")) commands.push(Browse{BrowseFor::Open});
  ImGui::SameLine(0, gap);
  if (drawQuietButton(ui, "Save", "save", session.unsaved())) {
    if (session.path().empty())
      commands.push(Browse{BrowseFor::Save});
    else
      commands.push(SaveFile{});
  }
  ImGui::SameLine(0, ui.px(8));
  if (drawButton(ui, "Export", "export", true)) commands.push(Browse{BrowseFor::Export});
  ImGui::SameLine(0, ui.px(20));
}

}  // namespace

void drawTopBar(const Session& session, PanelState& state, Ui& ui, Commands& commands) {
  const ImVec2 low = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const bool narrow = size.x < ui.px(1240);
  const float name_width = ui.px(narrow ? 130 : 230);
  const float left = low.x + ui.px(18);
  paintText(ui, ui.fonts.strong, ui.theme.text, session.design().name,
            {{left, low.y + ui.px(9)}, name_width, false});
  const std::string file = session.path().empty() ? "not saved yet" : session.path().filename().string();
  paintText(ui, ui.fonts.small, ui.theme.secondary,
            session.unsaved() && !session.path().empty() ? file + ", changed" : file,
            {{left, low.y + ui.px(30)}, name_width, false});
  ImGui::SetCursorScreenPos({left + name_width + ui.px(16), low.y + ui.px(14)});
  drawFileButtons(session, ui, commands);
  drawOrder(session, ui, commands);
  drawFigures(session, state, ui, low.x + size.x - ui.px(20));
  ImGui::GetWindowDrawList()->AddLine({low.x, low.y + size.y - 1}, {low.x + size.x, low.y + size.y - 1},
                                      ui.theme.hairline);
}

void drawStatus(const PanelState& state, Ui& ui) {
  ui.places.push_back({"status=" + state.status, {0, 0}, {0, 0}});
  if (state.status.empty()) return;
  const ImVec2 low = ImGui::GetWindowPos();
  const float wrap = std::min(ui.px(560), ImGui::GetWindowWidth() - ui.px(72));
  ImFont* font = ui.fonts.body;
  const ImVec2 text = font->CalcTextSizeA(font->FontSize, 1e6f, wrap, state.status.c_str());
  const ImVec2 at{low.x + (ImGui::GetWindowWidth() - text.x) / 2, low.y + ui.px(26)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 first{at.x - ui.px(16), at.y - ui.px(10)};
  const ImVec2 last{at.x + text.x + ui.px(16), at.y + text.y + ui.px(10)};
  list.AddRectFilled(first, last, ui.theme.raised, ui.px(6));
  list.AddText(font, font->FontSize, at, state.status_is_error ? ui.theme.warning : ui.theme.text,
               state.status.c_str(), nullptr, wrap);
}

}  // namespace configurator
