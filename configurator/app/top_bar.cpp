// Name and file on the left, the order in the middle, live figures on the right.
#include <algorithm>
#include <cmath>

#include "configurator/app/figure_text.h"
#include "configurator/app/panels.h"
#include "configurator/design/design_file.h"

namespace configurator {
namespace {

const std::vector<std::string> kIncoterms{"EXW", "FCA", "FAS", "FOB", "CFR", "CIF",
                                          "CPT", "CIP", "DAP", "DPU", "DDP"};

template <typename T>
std::vector<std::string> keysOf(const std::map<std::string, T>& rows) {
  std::vector<std::string> keys;
  for (const auto& [key, row] : rows) keys.push_back(key);
  return keys;
}

void drawOrderCombo(Ui& ui, Commands& commands, const std::string& field, const std::string& current,
                    const std::vector<std::string>& words) {
  const std::string chosen = drawCombo(ui, "order." + field, current, words, ui.px(74));
  if (!chosen.empty()) commands.push(ApplyEdit{"order." + field, chosen});
  ImGui::SameLine(0, ui.px(6));
}

void drawOrder(const Session& session, Ui& ui, Commands& commands) {
  const Order& order = session.design().order;
  const bom::PriceBook& prices = session.workshop().catalog.prices;
  int quantity = static_cast<int>(totalQuantity(order));
  ImGui::SetNextItemWidth(ui.px(72));
  const bool entered = ImGui::InputInt("##quantity", &quantity, 0, 0, ImGuiInputTextFlags_EnterReturnsTrue);
  ui.record("order.quantity");
  if (entered && quantity > 0 && !order.lines.empty()) {
    // The order keeps its other lines; the difference goes to the largest one.
    const auto largest =
        std::max_element(order.lines.begin(), order.lines.end(),
                         [](const OrderLine& a, const OrderLine& b) { return a.quantity < b.quantity; });
    const std::int64_t line = std::max<std::int64_t>(1, largest->quantity + quantity - totalQuantity(order));
    commands.push(
        ApplyEdit{"order.quantity." + largest->colorway + "." + largest->size, std::to_string(line)});
  }
  ImGui::SameLine(0, ui.px(4));
  drawText(ui, ui.fonts.small, ui.theme.secondary, "pc");
  ImGui::SameLine(0, ui.px(12));
  drawOrderCombo(ui, commands, "origin", order.origin, keysOf(prices.origins));
  drawOrderCombo(ui, commands, "market", order.market, keysOf(prices.markets));
  drawOrderCombo(ui, commands, "incoterm", order.incoterm, kIncoterms);
  std::vector<std::string> currencies = keysOf(prices.exchange);
  if (std::find(currencies.begin(), currencies.end(), "USD") == currencies.end())
    currencies.insert(currencies.begin(), "USD");
  drawOrderCombo(ui, commands, "currency", order.currency, currencies);
}

struct Figure {
  std::string label, text;
  ImU32 color;
};

std::vector<Figure> figuresShown(const Session& session, const Ui& ui) {
  const Figures& figures = session.figures();
  const std::string none = "\u2013";
  std::vector<Figure> shown;
  const bool known = figures.estimate.has_value();
  shown.push_back(
      {"Unit cost FOB", known ? moneyText(figures.estimate->breaks.front().fob) : none, ui.theme.text});
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

void drawFigures(const Session& session, Ui& ui, float right) {
  const float top = ImGui::GetWindowPos().y;
  float x = right;
  std::vector<Figure> shown = figuresShown(session, ui);
  std::reverse(shown.begin(), shown.end());
  for (const Figure& figure : shown) {
    const float width =
        std::max(ui.fonts.figure->CalcTextSizeA(ui.fonts.figure->FontSize, 1e6f, 0, figure.text.c_str()).x,
                 ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e6f, 0, figure.label.c_str()).x);
    x -= width;
    paintText(ui, ui.fonts.small, ui.theme.secondary, figure.label, {{x, top + ui.px(8)}, 0, false});
    paintText(ui, ui.fonts.figure, figure.color, figure.text, {{x, top + ui.px(25)}, 0, false});
    ui.places.push_back(
        {"figure." + figure.label + "=" + figure.text, {x, top}, {x + width, top + ui.px(48)}});
    x -= ui.px(26);
  }
}

void drawFileButtons(const Session& session, Ui& ui, Commands& commands) {
  if (drawButton(ui, "New", "new")) commands.push(ShowStart{});
  ImGui::SameLine(0, ui.px(4));
  if (drawButton(ui, "Open", "open")) commands.push(Browse{BrowseFor::Open});
  ImGui::SameLine(0, ui.px(4));
  if (drawButton(ui, session.unsaved() ? "Save *" : "Save", "save")) {
    if (session.path().empty())
      commands.push(Browse{BrowseFor::Save});
    else
      commands.push(SaveFile{});
  }
  ImGui::SameLine(0, ui.px(4));
  if (drawButton(ui, "Export", "export", true)) commands.push(Browse{BrowseFor::Export});
  ImGui::SameLine(0, ui.px(14));
}

}  // namespace

void drawTopBar(const Session& session, const PanelState& state, Ui& ui, Commands& commands) {
  const ImVec2 low = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  paintText(ui, ui.fonts.strong, ui.theme.text, session.design().name,
            {{low.x + ui.px(16), low.y + ui.px(9)}, ui.px(190), false});
  const std::string below = !state.status.empty()    ? state.status
                            : session.path().empty() ? "from template " + session.design().template_id
                                                     : session.path().filename().string();
  paintText(ui, ui.fonts.small, state.status_is_error ? ui.theme.error : ui.theme.secondary, below,
            {{low.x + ui.px(16), low.y + ui.px(30)}, ui.px(190), false});
  ui.places.push_back({"status=" + below, low, low});
  ImGui::SetCursorScreenPos({low.x + ui.px(216), low.y + ui.px(13)});
  drawFileButtons(session, ui, commands);
  drawOrder(session, ui, commands);
  drawFigures(session, ui, low.x + size.x - ui.px(20));
  ImGui::GetWindowDrawList()->AddLine({low.x, low.y + size.y - 1}, {low.x + size.x, low.y + size.y - 1},
                                      ui.theme.hairline);
}

}  // namespace configurator
