#include "configurator/app/app_frame.h"

#include <chrono>
#include <ctime>
#include <filesystem>
#include <utility>

namespace configurator {
namespace {

constexpr ImGuiWindowFlags kFixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;

/// A panel at a fixed place; `padding` in pixels on all sides.
bool beginPanel(const char* name, ImVec2 at, ImVec2 size, float padding, ImU32 color, bool scrolls) {
  ImGui::SetCursorScreenPos(at);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, color);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, padding));
  ImGuiWindowFlags flags = padding > 1 ? ImGuiWindowFlags_AlwaysUseWindowPadding : 0;
  if (!scrolls) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  const bool open = ImGui::BeginChild(name, size, false, flags);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  return open;
}

/// Today, for a design that is started now.
std::string today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  localtime_r(&now, &parts);
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(1900 + parts.tm_year) + "-" + two(1 + parts.tm_mon) + "-" + two(parts.tm_mday);
}

}  // namespace

AppFrame::AppFrame(Session& session, PackView& view, std::vector<TemplateSummary> templates)
    : session_(session), view_(view), templates_(std::move(templates)) {}

void AppFrame::say(const std::string& message, bool is_error) {
  state_.status = message;
  state_.status_is_error = is_error;
}

void AppFrame::draw(Ui& ui) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("rucksmith", nullptr, kFixed);
  if (session_.hasDesign() && !show_start_) {
    drawPanels(ui);
  } else if (beginPanel("start", {0, 0}, size, ui.px(8), ui.theme.background, true)) {
    drawStartScreen(templates_, state_, ui, commands_);
  }
  if (!session_.hasDesign() || show_start_) ImGui::EndChild();
  ImGui::End();
  browser_.draw(ui, commands_);
  drawCloseQuestion(ui);
  readKeys();
}

void AppFrame::drawPanels(Ui& ui) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const float top = ui.px(56);
  const float rail = ui.px(280);
  const float inspector = ui.px(360);
  const float drawer = ui.px(260);
  const float middle = size.x - rail - inspector;
  beginPanel("top", {0, 0}, {size.x, top}, 0, ui.theme.panel, false);
  drawTopBar(session_, state_, ui, commands_);
  ImGui::EndChild();
  beginPanel("rail", {0, top}, {rail, size.y - top}, ui.px(8), ui.theme.panel, true);
  drawSlotRail(session_, state_, ui, commands_);
  ImGui::EndChild();
  beginPanel("view", {rail, top}, {middle, size.y - top - drawer}, 0, ui.theme.background, false);
  view_.draw(session_, ui, commands_);
  ImGui::EndChild();
  beginPanel("drawer", {rail, size.y - drawer}, {middle, drawer}, ui.px(1), ui.theme.background, false);
  drawDrawer(session_, state_, ui, commands_);
  ImGui::EndChild();
  beginPanel("inspector", {size.x - inspector, top}, {inspector, size.y - top}, ui.px(16), ui.theme.panel,
             true);
  drawInspector(session_, state_, ui, commands_);
  ImGui::EndChild();
}

void AppFrame::drawCloseQuestion(Ui& ui) {
  if (!ask_close_) return;
  ImGui::OpenPopup("close");
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(20), ui.px(18)));
  if (ImGui::BeginPopupModal("close", nullptr,
                             ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize)) {
    drawText(ui, ui.fonts.strong, ui.theme.text, "The design has unsaved changes.");
    if (drawButton(ui, "Close without saving", "close.agree")) close_agreed_ = true;
    ImGui::SameLine();
    if (drawButton(ui, "Keep working", "close.cancel", true)) ask_close_ = false;
    if (!ask_close_) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

bool AppFrame::mayClose() {
  if (!session_.hasDesign() || !session_.unsaved() || close_agreed_) return true;
  ask_close_ = true;
  return false;
}

void AppFrame::readKeys() {
  const ImGuiIO& io = ImGui::GetIO();
  if (!io.KeyCtrl || io.WantTextInput || !session_.hasDesign()) return;
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
  if (pressed(ImGuiKey_Z)) commands_.push(Undo{});
  if (pressed(ImGuiKey_Y)) commands_.push(Redo{});
  if (ImGui::IsKeyPressed('S')) {
    if (session_.path().empty())
      commands_.push(Browse{BrowseFor::Save});
    else
      commands_.push(SaveFile{});
  }
  if (ImGui::IsKeyPressed('O')) commands_.push(Browse{BrowseFor::Open});
}

bool AppFrame::carryOut() {
  const std::vector<Command> list = std::exchange(commands_.list, {});
  for (const Command& command : list) {
    std::visit([this](const auto& one) { run(one); }, command);
  }
  return !list.empty();
}

void AppFrame::run(const ApplyEdit& command) {
  const auto applied = session_.apply(command.key, command.value);
  if (applied) {
    say(session_.lastError(), !session_.lastError().empty());
    return;
  }
  const Violation& first = applied.error().front();
  say(first.because.empty() ? first.message : first.because, true);
}

void AppFrame::run(const SelectSlot& command) {
  state_.zone.clear();
  session_.selectSlot(command.slot);
}

void AppFrame::run(const SelectZone& command) {
  state_.zone = command.zone;
}

void AppFrame::run(const ShowColorway& command) {
  session_.showColorway(command.code);
}

void AppFrame::run(const StartFromTemplate& command) {
  const auto started = session_.startFrom(command.id, today());
  say(started ? "" : started.error().message, !started);
  show_start_ = !started;
  view_.chooseView("three-quarter");
}

void AppFrame::run(const OpenFile& command) {
  const auto opened = session_.open(command.path);
  say(opened ? "" : opened.error().message, !opened);
  if (opened) show_start_ = false;
  view_.chooseView("three-quarter");
}

void AppFrame::run(const SaveFile& command) {
  const auto saved = command.path.empty() ? session_.save() : session_.saveAs(command.path);
  say(saved ? "Saved." : saved.error().message, !saved);
}

void AppFrame::run(const ExportFolder& command) {
  const auto written = session_.exportTo(command.path);
  if (written)
    say(std::to_string(written->files.size()) + " files in " + command.path);
  else
    say(written.error().message, true);
}

void AppFrame::run(const Undo&) {
  session_.undo();
}
void AppFrame::run(const Redo&) {
  session_.redo();
}
void AppFrame::run(const ShowStart&) {
  show_start_ = true;
}

void AppFrame::run(const Browse& command) {
  const std::filesystem::path folder = session_.path().parent_path();
  const std::string stem = session_.hasDesign() ? session_.design().template_id : "design";
  const std::string name = command.what == BrowseFor::Save     ? stem + ".ruck"
                           : command.what == BrowseFor::Export ? stem + "-export"
                                                               : "";
  browser_.open(command.what, folder, name);
}

void AppFrame::run(const ChooseView& command) {
  view_.chooseView(command.view);
}

}  // namespace configurator
