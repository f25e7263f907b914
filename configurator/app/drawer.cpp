// The tables below the view: bill, cost, measures, checks; and the tabs to them and to others.
#include <algorithm>
#include <utility>

#include "bom/number_text.h"
#include "configurator/app/drawer_table.h"
#include "configurator/app/figure_text.h"
#include "configurator/app/panels.h"
#include "configurator/session/outlook.h"

namespace configurator {
namespace {

bool haveCommon(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::find_first_of(some.begin(), some.end(), others.begin(), others.end()) != some.end();
}

void drawAssemblyCells(const Session& session, const bom::BillLine& line, const Ui& ui) {
  const Slot* slot = session.workshop().catalog.findSlot(line.assembly);
  cell(ui,
       slot != nullptr          ? slot->name.text()
       : line.placement.empty() ? line.assembly
                                : line.placement,
       false, true);
  for (int i = 0; i < 4; ++i) cell(ui, "");
}

void drawItemCells(const Session& session, const bom::BillLine& line, const Ui& ui) {
  const auto& items = session.workshop().catalog.prices.items;
  const auto item = items.find(line.item);
  cell(ui, item == items.end() ? line.item : item->second.name);
  cell(ui, line.placement);
  cell(ui, bom::formatRounded(line.net.millionths(), 6, 3), true);
  cell(ui, bom::formatRounded(line.gross.millionths(), 6, 3), true);
  cell(ui, std::string(bom::unitSymbol(line.gross.unit())));
}

/// With a word where the price is from the user's own list.
std::string unitPriceText(const Session& session, const bom::BillLine& line) {
  const bom::Item& item = session.figures().prices->items.at(line.item);
  const bool own = item.price_provenance.status == bom::FigureStatus::User;
  return (own ? "yours " : "") + bom::formatUnitMoney(line.unit_price);
}

/// The row that follows is a button: it selects the line's parts. True where it is clicked.
bool rowButton(Ui& ui, const bom::BillLine& line, bool selected) {
  ImGui::TableNextColumn();
  if (selected) {
    ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, faded(ui.theme.accent, 0.15f));
    ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg1, faded(ui.theme.accent, 0.15f));
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  for (const ImGuiCol color : {ImGuiCol_HeaderHovered, ImGuiCol_HeaderActive})
    ImGui::PushStyleColor(color, faded(ui.theme.hovered, 0.4f));
  const bool clicked = ImGui::Selectable(("##line" + line.number).c_str(), false,
                                         ImGuiSelectableFlags_SpanAllColumns, {0, ui.px(kTableRow - 8)});
  ImGui::PopStyleColor(2);
  if (ImGui::IsItemVisible()) ui.record("line." + line.number);
  paintText(ui, line.is_assembly ? ui.fonts.small_strong : ui.fonts.small, ui.theme.text, line.number,
            {at, ImGui::GetContentRegionAvail().x, false});
  return clicked;
}

/// Lines whose parts are selected are marked, and in sight when they have just become so.
void drawBill(const Session& session, PanelState& state, Ui& ui, Commands& commands) {
  if (!session.figures().estimate) return;
  const bom::Bill& bill = session.figures().estimate->breaks.front().bill;
  if (!beginTable("bill", ui,
                  {{"No", 0.5f},
                   {"Item", 3.2f},
                   {"Placement", 2.6f},
                   {"Net", 0.9f, true},
                   {"Gross", 0.9f, true},
                   {"Unit", 0.5f},
                   {"Mass g", 0.8f, true},
                   {"Price", 0.9f, true},
                   {"Extended", 1.0f, true}})) {
    return;
  }
  std::string marked = "marked-lines=";
  for (const bom::BillLine& line : bill.lines) {
    nextRow(ui);
    const bool selected = haveCommon(line.part_ids, state.parts);
    if (rowButton(ui, line, selected) && !line.part_ids.empty()) commands.push(SelectParts{line.part_ids});
    if (selected) {
      marked += (marked.back() == '=' ? "" : " ") + line.number;
      if (std::exchange(state.shows_lines, false) && !ImGui::IsItemVisible()) ImGui::SetScrollHereY(0.3f);
    }
    if (line.is_assembly)
      drawAssemblyCells(session, line, ui);
    else
      drawItemCells(session, line, ui);
    cell(ui, bom::formatRounded(line.mass.millionths(), 6, 1), true, line.is_assembly);
    cell(ui, line.is_assembly ? "" : unitPriceText(session, line), true);
    cell(ui, bom::formatUnitMoney(line.extended), true, line.is_assembly);
  }
  state.shows_lines = false;
  ImGui::EndTable();
  ui.places.push_back({marked, {}, {}});
}

/// A leg to the buyer's door, paid by whom; a VAT that its payer gets back says so.
void drawLegRow(const bom::CostLeg& leg, Ui& ui) {
  nextRow(ui);
  cell(ui, leg.is_cost ? std::string(bom::payerName(leg.payer)) : "gets back");
  cell(ui, leg.id);
  cell(ui, leg.basis);
  cell(ui, bom::formatUnitMoney(leg.amount), true);
  cell(ui, std::string(bom::figureStatusName(leg.status)));
}

/// What the brand, the shop and the state add to the landed cost.
void drawLadder(const Session& session, Ui& ui) {
  const auto ladder = ladderOf(session.figures());
  if (!ladder) return;
  for (const bom::LadderStep& step : *ladder) {
    if (step.name == "landed") continue;
    nextRow(ui);
    cell(ui, "to the shop");
    cell(ui, step.name);
    cell(ui, step.basis);
    cell(ui, bom::formatUnitMoney(step.price), true);
    cell(ui, std::string(bom::figureStatusName(step.status)));
  }
}

void drawCost(const Session& session, Ui& ui) {
  if (!session.figures().estimate) return;
  const bom::EstimateAtQuantity& at = session.figures().estimate->breaks.front();
  if (!beginTable("cost", ui,
                  {{"Group", 1.0f},
                   {"What", 2.4f},
                   {"How it is reckoned", 4.0f},
                   {"Per pack", 1.0f, true},
                   {"Status", 0.8f}}))
    return;
  const auto total = [&](const char* name, bom::Money money) {
    nextRow(ui);
    cell(ui, name, false, true);
    cell(ui, "");
    cell(ui, "");
    cell(ui, bom::formatUnitMoney(money), true, true);
    cell(ui, "");
  };
  for (const bom::EstimateLine& line : at.lines) {
    nextRow(ui);
    cell(ui, line.group);
    cell(ui, line.name);
    cell(ui, line.basis);
    cell(ui, bom::formatUnitMoney(line.unit), true);
    cell(ui, std::string(bom::figureStatusName(line.status)));
  }
  total("Ex-factory", at.ex_factory);
  total("FOB", at.fob);
  if (at.delivery) {
    for (const bom::CostLeg& leg : at.delivery->legs) drawLegRow(leg, ui);
    total(("Price " + at.delivery->incoterm).c_str(), at.delivery->price);
    total("Landed", at.delivery->landed);
    drawLadder(session, ui);
  }
  ImGui::EndTable();
}

/// What is not measured with a tape: load, bounce, centre of mass.
void drawCarryRows(const CarryFigures& carry, Ui& ui) {
  const auto row = [&](const char* name, const std::string& how, const std::string& value) {
    nextRow(ui);
    cell(ui, "");
    cell(ui, name);
    cell(ui, how);
    cell(ui, value, true);
    cell(ui, "");
  };
  const Bounce& bounce = carry.bounce;
  const Vec3& at = carry.pack.at;
  row("Recommended load", "limited by " + carry.governing().id + ": " + carry.governing().basis,
      numberText(carry.load_max_kg, 1) + "\u2009kg");
  row("Bounce score",
      "0 sits still, 100 hangs loose; " + numberText(bounce.mass_kg, 1) + " kg, held by " +
          numberText(bounce.hold_n_per_mm, 1) + " N/mm",
      numberText(bounce.score, 0));
  row("Centre of mass, sideways", "to the right of the middle", numberText(at.x, 0));
  row("Centre of mass, height", "above the bottom seam", numberText(at.y, 0));
  row("Centre of mass, lever arm", "behind the wearer's back", numberText(carry.lever_mm, 0));
}

void drawMeasures(const Session& session, Ui& ui) {
  if (!session.figures().pack) return;
  if (!beginTable("measures", ui,
                  {{"Code", 0.5f},
                   {"Point of measure", 2.0f},
                   {"How", 4.0f},
                   {"mm", 0.8f, true},
                   {"Tolerance", 1.0f, true}}))
    return;
  for (const Measure& measure : session.figures().pack->measures) {
    nextRow(ui);
    cell(ui, measure.id);
    cell(ui, measure.name);
    cell(ui, measure.how);
    cell(ui, bom::formatDouble(measure.value_mm, 0), true);
    cell(ui,
         "+" + bom::formatDouble(measure.tol_plus_mm, 1) + " \u2212" +
             bom::formatDouble(measure.tol_minus_mm, 1),
         true);
  }
  for (const VolumeMeasure& volume : session.figures().pack->volumes) {
    nextRow(ui);
    cell(ui, volume.id);
    cell(ui, volume.name);
    cell(ui, volume.how);
    cell(ui, bom::formatDouble(volume.value_l, 1) + " l", true);
    cell(ui,
         "+" + bom::formatDouble(volume.tol_plus_l, 1) + " \u2212" +
             bom::formatDouble(volume.tol_minus_l, 1) + " l",
         true);
  }
  if (session.figures().carry) drawCarryRows(*session.figures().carry, ui);
  ImGui::EndTable();
}

/// Whole sentences, wrapped: what is wrong with given numbers takes more than a line.
void drawChecks(const Session& session, Ui& ui) {
  ImGui::BeginChild("checks");
  ImGui::Indent(ui.px(16));
  ImGui::PushTextWrapPos(ImGui::GetContentRegionMax().x - ui.px(16));
  if (session.figures().violations.empty())
    drawText(ui, ui.fonts.body, ui.theme.secondary, "The design keeps all rules.");
  for (const Violation& violation : session.figures().violations) {
    drawText(ui, ui.fonts.body, violation.severity == "error" ? ui.theme.error : ui.theme.warning,
             violation.message);
    drawText(ui, ui.fonts.small, ui.theme.secondary, violation.because);
  }
  if (session.figures().estimate) {
    for (const std::string& warning : session.figures().estimate->warnings) {
      drawText(ui, ui.fonts.body, ui.theme.warning, warning);
    }
  }
  ImGui::PopTextWrapPos();
  ImGui::Unindent(ui.px(16));
  ImGui::EndChild();
}

/// `label` is what shows of the tab `name`.
bool drawTab(Ui& ui, const char* name, const char* label, bool selected) {
  ImGui::PushFont(ui.fonts.body);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 text = ImGui::CalcTextSize(label);
  const bool clicked = ImGui::InvisibleButton(name, {text.x + ui.px(20), ui.px(32)});
  ui.record(std::string("tab.") + name);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddText({at.x + ui.px(10), at.y + ui.px(8)},
               selected || ImGui::IsItemHovered() ? ui.theme.text : ui.theme.secondary, label);
  if (selected)
    list.AddRectFilled({at.x + ui.px(10), at.y + ui.px(29)}, {at.x + ui.px(10) + text.x, at.y + ui.px(31)},
                       ui.theme.accent);
  ImGui::PopFont();
  ImGui::SameLine(0, ui.px(2));
  return clicked;
}

}  // namespace

void drawDrawer(const Session& session, PanelState& state, Ui& ui, Commands& commands) {
  struct Tab {
    const char *name, *label;
  };
  constexpr Tab tabs[] = {{"bill", "Bill"},
                          {"cost", "Cost"},
                          {"measures", "Measures"},
                          {"checks", "Checks"},
                          {"choices", "Your choices"},
                          {"find", "Find the best"}};
  ImGui::SetCursorPosX(ui.px(8));
  for (const auto& [name, label] : tabs) {
    if (drawTab(ui, name, label, state.tab == name)) state.tab = name;
  }
  ImGui::NewLine();
  if (state.tab == "bill") drawBill(session, state, ui, commands);
  if (state.tab == "cost") drawCost(session, ui);
  if (state.tab == "measures") drawMeasures(session, ui);
  if (state.tab == "checks") drawChecks(session, ui);
  if (state.tab == "choices") drawChoices(session, ui, commands);
  if (state.tab == "find") drawFind(session, state.find, ui, commands);
}

}  // namespace configurator
