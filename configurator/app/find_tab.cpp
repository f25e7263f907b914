// The drawer's finder: the best designs with the user's own choices kept, within bounds.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <utility>

#include "bom/number_text.h"
#include "configurator/app/advice_words.h"
#include "configurator/app/drawer_table.h"
#include "configurator/app/figure_text.h"
#include "configurator/app/panels.h"
#include "configurator/rules/rule_text.h"
#include "configurator/session/find_words.h"

namespace configurator {
namespace {

constexpr float kFieldWidth = 60;
constexpr float kEndOfForm = 215;  // what follows the bounds; on a line of its own in a narrow drawer

/// What the combo says, by FindForm::wanted.
constexpr std::pair<const char*, const char*> kWanted[] = {
    {"cost", "Least cost"}, {"mass", "Least mass"}, {"both", "Both: the trade"}};

void drawWanted(FindForm& form, Ui& ui) {
  std::string shown;
  std::vector<std::string> list;
  for (const auto& [id, words] : kWanted) {
    list.emplace_back(words);
    if (form.wanted == id) shown = words;
  }
  const std::string chosen = drawCombo(ui, "find.wanted", shown, list, ui.px(132));
  for (const auto& [id, words] : kWanted) {
    if (chosen == words) form.wanted = id;
  }
}

/// Label, number and unit in one line; the label may be empty.
void drawBound(const char* label, const std::string& unit, const char* name, std::string& text, Ui& ui) {
  ImGui::SameLine(0, ui.px(*label == '\0' ? 8 : 14));
  ImGui::AlignTextToFramePadding();
  if (*label != '\0') {
    drawText(ui, ui.fonts.small, ui.theme.secondary, label);
    ImGui::SameLine(0, ui.px(6));
  }
  ImGui::SetNextItemWidth(ui.px(kFieldWidth));
  ImGui::InputTextWithHint((std::string("##") + name).c_str(), "any", &text,
                           ImGuiInputTextFlags_CharsDecimal | ImGuiInputTextFlags_AutoSelectAll);
  ui.record(name);
  ImGui::SameLine(0, ui.px(4));
  drawText(ui, ui.fonts.small, ui.theme.secondary, unit);
}

/// False where a field holds what is no bound; an empty one is none.
template <typename Bound>
bool takeBound(const char* what, const std::string& text, const std::optional<Bound>& read,
               std::optional<Bound>& into, FindForm& form) {
  into = read;
  if (text.empty() || read) return true;
  form.objection = std::string(what) + ": \u201c" + text + "\u201d is not a number above 0, like 18.5.";
  return false;
}

std::optional<FindRequest> requestOf(const Session& session, FindForm& form) {
  form.objection.clear();
  FindRequest request;
  request.minimise = form.wanted == "mass" ? FoundFigure::Mass : FoundFigure::Cost;
  if (form.wanted == "both") request.second = FoundFigure::Mass;
  FindBounds& bounds = request.bounds;
  const auto cost = costBoundOf(form.max_cost, session.design().order.currency);
  if (!takeBound("Cost", form.max_cost, cost, bounds.max_cost, form) ||
      !takeBound("Mass", form.max_mass, boundOf(form.max_mass), bounds.max_mass_g, form) ||
      !takeBound("Litres", form.min_capacity, boundOf(form.min_capacity), bounds.min_capacity_l, form))
    return std::nullopt;
  bounds.no_new_warnings = form.no_new_warnings;
  return request;
}

void drawForm(const Session& session, FindForm& form, Ui& ui, Commands& commands) {
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, ui.theme.raised);
  ImGui::PushStyleColor(ImGuiCol_Button, ui.theme.raised);
  drawWanted(form, ui);
  drawBound("At most", session.design().order.currency, "find.max-cost", form.max_cost, ui);
  drawBound("", "g", "find.max-mass", form.max_mass, ui);
  drawBound("At least", "l", "find.min-capacity", form.min_capacity, ui);
  ImGui::SameLine(0, ui.px(14));
  if (ImGui::GetContentRegionAvail().x < ui.px(kEndOfForm)) ImGui::NewLine();
  ImGui::Checkbox("No new warnings", &form.no_new_warnings);
  ui.record("find.no-new-warnings");
  ImGui::SameLine(0, ui.px(14));
  if (session.finder().isFinding()) {
    if (drawButton(ui, "Stop", "find.stop")) commands.push(StopFinding{});
  } else if (drawButton(ui, "Find", "find.start", true)) {
    if (auto request = requestOf(session, form)) commands.push(FindBest{std::move(*request)});
  }
  ImGui::PopStyleColor(2);
  ImGui::PopFont();
}

std::string keptText(const Session& session) {
  const auto own = ownChoicesOf(session.workshop().catalog, session.design().choices);
  if (own.empty()) return "Nothing is your own choice yet, so all may change, but for what is pinned.";
  return "Your " + countedText(own.size(), "own choice") +
         " and all that is pinned stay; all else may change.";
}

std::string progressText(const Session& session) {
  const FindProgress now = session.finder().progress();
  const FindRequest& request = session.finder().request();
  std::string text = session.finder().isStopping() ? "Stopping \u2026" : "Looking \u2026";
  text += " " + countedText(static_cast<std::size_t>(session.finder().built()), "trial design") + " built";
  if (now.of_bodies > 1)
    text += ", " + std::to_string(now.bodies) + " of " + std::to_string(now.of_bodies) +
            " body constructions done";
  if (now.best) {
    const bool mass = request.minimise == FoundFigure::Mass;
    const auto currency = bom::Currency::parse(session.finder().design().order.currency);
    text +=
        ". Best so far " +
        (mass ? massText(static_cast<double>(*now.best) / 1000)
              : moneyText(bom::Money::fromMillionths(*now.best * 100, currency.value_or(bom::Currency()))));
  }
  return text + ".";
}

/// One line over the table, with all of it under the mouse.
void drawLine(const Ui& ui, ImU32 color, const std::string& text, const std::string& whole = {}) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - ui.px(16);
  paintText(ui, ui.fonts.small, color, text, {at, width, false});
  ImGui::Dummy({width, ui.px(20)});
  if (ImGui::IsItemHovered()) drawTooltip(ui, whole.empty() ? text : whole);
}

std::string warningNames(const Catalog& catalog, const std::vector<std::string>& rules) {
  std::string text;
  for (const std::string& id : rules) {
    const auto rule = std::find_if(catalog.rules.begin(), catalog.rules.end(),
                                   [&](const Rule& one) { return one.id == id; });
    text += (text.empty() ? "" : "\n") + (rule == catalog.rules.end() ? id : rule->name.text() + ".");
  }
  return text;
}

std::string changeLines(const Catalog& catalog, const std::vector<PlaceChange>& changes) {
  std::string text;
  for (const PlaceChange& change : changes)
    text += (text.empty() ? "" : "\n") + changeText(catalog, change.place, change.from, change.to);
  return text;
}

void figureCells(const ProbedDesign& design, const Ui& ui) {
  cell(ui, bom::formatUnitMoney(design.unit_cost), true, true);
  cell(ui, numberText(design.mass_g, 1), true);
  cell(ui, foundLitresText(design), true);
}

/// A cell whose tooltip says more than the text.
void cellWithMore(const Ui& ui, const std::string& text, const std::string& more) {
  ImGui::TableNextColumn();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  paintText(ui, ui.fonts.small, ui.theme.text, text, {at, width, false});
  if (!more.empty() && ImGui::IsMouseHoveringRect(at, {at.x + width, at.y + ui.px(kTableRow - 8)}))
    drawTooltip(ui, more);
}

/// What may be done with the found ones.
struct Taking {
  std::optional<std::size_t> taken;  ///< the one that the design is now
  bool possible = false;
};

void drawTake(const Taking& taking, std::size_t number, Ui& ui, Commands& commands) {
  if (taking.taken == number) return cell(ui, "taken");
  ImGui::TableNextColumn();
  if (!taking.possible) return;
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(8), ui.px(1)));
  if (drawButton(ui, "Take it", "find.take." + std::to_string(number + 1))) commands.push(TakeDesign{number});
  ImGui::PopStyleVar();
  ImGui::PopFont();
}

void drawFoundRow(const Session& session, const FindAnswer& answer, std::size_t number, Ui& ui) {
  const Catalog& catalog = session.workshop().catalog;
  const FoundPack& found = answer.designs[number];
  nextRow(ui);
  cell(ui, std::to_string(number + 1));
  figureCells(found.design, ui);
  cellWithMore(ui,
               std::to_string(found.changes.size()) +
                   (found.changes.empty() ? "" : ": " + changesText(catalog, found.changes, 2)),
               changeLines(catalog, found.changes));
  const std::vector<std::string> warnings = newWarnings(answer, found);
  cellWithMore(ui, warnings.empty() ? "none" : countedText(warnings.size(), "new one"),
               warningNames(catalog, warnings));
}

void drawFound(const Session& session, const FindAnswer& answer, Ui& ui, Commands& commands) {
  if (!beginTable("found", ui,
                  {{"", 0.55f},
                   {"Per pack", 0.9f, true},
                   {"Mass g", 0.8f, true},
                   {"Holds", 0.7f, true},
                   {"Changes", 4.2f},
                   {"Warnings", 1.0f},
                   {"", 0.9f}}))
    return;
  if (answer.present) {
    nextRow(ui);
    cell(ui, "Before");
    figureCells(*answer.present, ui);
    for (int i = 0; i < 3; ++i) cell(ui, "");
  }
  const Taking taking{session.takenDesign(), session.foundIsCurrent()};
  for (std::size_t i = 0; i < answer.designs.size(); ++i) {
    drawFoundRow(session, answer, i, ui);
    drawTake(taking, i, ui, commands);
  }
  ImGui::EndTable();
}

/// Why nothing was found, in whole sentences.
void drawNothing(const FindReport& report, const Ui& ui) {
  const FindObstacle& obstacle = report.answer.obstacle;
  const auto say = [&](ImU32 color, const std::string& text) {
    if (!text.empty()) drawText(ui, ui.fonts.small, color, withCurvedQuotes(text));
  };
  ImGui::PushTextWrapPos(ImGui::GetContentRegionMax().x - ui.px(16));
  const std::string asked = boundsInWords(report.request.bounds);
  drawText(
      ui, ui.fonts.body, ui.theme.warning,
      std::string(report.answer.out_of_time ? "Stopped before a design was found" : "No design was found") +
          (asked.empty() ? "" : " with " + asked) + ".");
  for (const Reason& reason : obstacle.reasons) {
    say(ui.theme.text, ownChoicesText(report.catalog, reason));
    for (const ModelRule& rule : reason.rules) say(ui.theme.text, rule.name + ".");
  }
  say(ui.theme.text, insteadText(report));
  if (obstacle.reasons.empty() && !obstacle.least_cost && !obstacle.least_mass) {
    for (const Violation& finding : obstacle.findings)
      say(ui.theme.text, finding.message + " " + finding.because);
  }
  ImGui::PopTextWrapPos();
}

void drawAnswer(const Session& session, const FinderRun::Found& found, Ui& ui, Commands& commands) {
  if (!found.answer) return drawLine(ui, ui.theme.error, found.answer.error().message);
  const FindAnswer& answer = *found.answer;
  const FindReport report{session.workshop().catalog, found.design, found.request, answer};
  if (answer.designs.empty()) return drawNothing(report, ui);
  const std::string asked = boundsInWords(found.request.bounds);
  std::string line = found.request.second ? "None of these is beaten in both"
                     : answer.proven      ? "The best"
                                          : "The best so far";
  line += (asked.empty() ? "" : ", with " + asked) + std::string(". ");
  const bool is_current = session.foundIsCurrent();
  line += is_current ? "Each was built; rest the mouse here to read how sure that is."
                     : "The design has changed since: find again to take one of them.";
  drawLine(ui, is_current ? ui.theme.secondary : ui.theme.warning, line,
           certaintyText(report) + countText(report));
  drawFound(session, answer, ui, commands);
}

}  // namespace

void drawFind(const Session& session, FindForm& form, Ui& ui, Commands& commands) {
  ImGui::BeginChild("find");
  ImGui::Indent(ui.px(16));
  ImGui::Dummy({0, ui.px(2)});
  drawForm(session, form, ui, commands);
  const FinderRun::Found* found = session.finder().found();
  if (!form.objection.empty())
    drawLine(ui, ui.theme.warning, form.objection);
  else if (session.finder().isFinding())
    drawLine(ui, ui.theme.text, progressText(session));
  else if (found == nullptr)
    drawLine(ui, ui.theme.secondary, keptText(session));
  else
    drawAnswer(session, *found, ui, commands);
  ImGui::Unindent(ui.px(16));
  ImGui::EndChild();
}

}  // namespace configurator
