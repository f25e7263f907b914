#include "configurator/app/own_files_panel.h"

#include <filesystem>

#include "configurator/app/figure_text.h"
#include "configurator/design/design_format.h"
#include "configurator/session/own_files.h"

namespace configurator {
namespace {

BuiltDesign builtOf(const Session& session) {
  return {session.workshop().catalog, session.design(), *session.figures().pack};
}

/// What is written over the buttons of a row.
struct RowText {
  std::string name, line;
  bool wants_attention = false;
};

/// Name and state; the cursor is where the row's buttons go.
void drawRowText(Ui& ui, const RowText& text) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  paintText(ui, ui.fonts.body, ui.theme.text, text.name, {{at.x + ui.px(2), at.y}, width, false});
  paintText(ui, ui.fonts.small, text.wants_attention ? ui.theme.warning : ui.theme.secondary, text.line,
            {{at.x + ui.px(2), at.y + ui.px(21)}, width, false});
  ImGui::SetCursorScreenPos({at.x, at.y + ui.px(44)});
}

/// Opens the browser for a key's file, or takes its file away.
void drawFileButtons(const std::string& choose, const std::string& key, BrowseFor what, bool has_file, Ui& ui,
                     Commands& commands) {
  if (drawButton(ui, choose, key + ".choose")) commands.push(Browse{what, key});
  if (!has_file) return;
  ImGui::SameLine();
  if (drawButton(ui, "Remove", key + ".remove")) commands.push(ApplyEdit{key, "none"});
}

RowText textOf(const PictureRow& row) {
  if (row.name.empty()) return {"No mark for a picture", row.file + " shows nowhere", true};
  if (!row.shows)
    return {row.name, row.file.empty() ? "is cut, not printed" : row.file + " shows nowhere", true};
  return {row.name, row.file.empty() ? "No picture: the mark stands for your logo" : row.file, false};
}

std::string fileNameOf(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

/// One of few words; its edit when another is chosen.
void drawWord(const std::string& label, const std::string& key, const std::string& now,
              const std::vector<std::string>& words, Ui& ui, Commands& commands) {
  ImGui::AlignTextToFramePadding();
  drawText(ui, ui.fonts.small, ui.theme.secondary, label);
  ImGui::SameLine(0, ui.px(6));
  const std::string chosen = drawCombo(ui, key, now, words, ui.px(62));
  if (!chosen.empty()) commands.push(ApplyEdit{key, chosen});
}

/// How the file's numbers and axes are to be read.
void drawPlacing(const PartRow& row, Ui& ui, Commands& commands) {
  drawWord("Unit", row.key + ".unit", row.own->unit, partUnitNames(), ui, commands);
  ImGui::SameLine(0, ui.px(10));
  drawWord("Up", row.key + ".up", row.own->up, partAxes(), ui, commands);
  ImGui::SameLine(0, ui.px(10));
  drawWord("Turn", row.key + ".turn", std::to_string(row.own->turn_deg), partTurns(), ui, commands);
}

}  // namespace

void drawPictures(const Session& session, Ui& ui, Commands& commands) {
  for (const PictureRow& row : pictureRowsOf(builtOf(session), session.selectedSlot())) {
    RowText text = textOf(row);
    text.line = withCurvedQuotes(text.line);
    drawRowText(ui, text);
    if (row.shows || !row.file.empty())
      drawFileButtons("Choose picture \u2026", row.key, BrowseFor::Picture, !row.file.empty(), ui, commands);
    ui.places.push_back({row.key + "=" + row.file, {}, {}});
    ImGui::Dummy({0, ui.px(6)});
  }
}

bool drawOwnParts(const Session& session, const std::vector<std::string>& parts, Ui& ui, Commands& commands) {
  const auto rows = partRowsOf(builtOf(session), session.selectedSlot(), parts);
  if (rows.empty()) return false;
  ImGui::Dummy({0, ui.px(6)});
  drawText(ui, ui.fonts.small, ui.theme.secondary, "Component models");
  for (const PartRow& row : rows) {
    const std::string own = row.own == nullptr ? "" : fileNameOf(row.own->file);
    const std::string line = own.empty() ? "Drawn as in the catalog" : own;
    drawRowText(ui,
                {row.name, session.readsParts() && !own.empty() ? line + ", is being read" : line, false});
    drawFileButtons("Draw with own model \u2026", row.key, BrowseFor::Model, row.own != nullptr, ui,
                    commands);
    if (row.own != nullptr) drawPlacing(row, ui, commands);
    ui.places.push_back({row.key + "=" + own, {}, {}});
    ImGui::Dummy({0, ui.px(6)});
  }
  return true;
}

}  // namespace configurator
