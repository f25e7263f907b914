#include "configurator/app/app_frame.h"

#include <chrono>
#include <ctime>
#include <filesystem>
#include <utility>

#include "configurator/app/advice_words.h"
#include "configurator/session/own_files.h"
#include "configurator/session/part_names.h"

namespace configurator {
namespace {

constexpr ImGuiWindowFlags kFixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;

/// The window is cleared to the panels' colour. Without a GPU every rectangle over that costs its part of a
/// frame.
constexpr ImU32 kAsCleared = 0;

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

AppFrame::AppFrame(const AppParts& parts, std::vector<Leftover> leftovers)
    : session_(parts.session),
      window_(parts.window),
      view_(parts.view),
      templates_(parts.templates),
      pictures_(parts.window, parts.session.workshop(), parts.templates),
      leftovers_(std::move(leftovers)) {
  askAboutLeftover();
}

void AppFrame::say(const std::string& message, bool is_error) {
  state_.status = message;
  state_.status_is_error = is_error;
}

void AppFrame::sayOutcome(const Result<void>& done) {
  const std::string message = done ? session_.lastError() : done.error().message;
  say(message, !message.empty());
}

bool AppFrame::needsFrame() const {
  return !showsStart() && (view_.needsFrame() || state_.glowing);
}

bool AppFrame::workWhileIdle() {
  return showsStart() ? pictures_.drawNext() : session_.computeNextDelta();
}

bool AppFrame::takeDone() {
  const bool read = session_.takeReadParts(), laid = session_.takeLaidCloth();
  if ((read || laid) && !session_.lastError().empty()) sayOutcome({});
  const bool found = session_.takeAnswer();
  return read || laid || found;
}

void AppFrame::draw() {
  Ui& ui = window_.ui();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin("rucksmith", nullptr, kFixed | ImGuiWindowFlags_NoBackground);
  ImGui::PopStyleVar();
  if (showsStart()) {
    beginPanel("start", {0, 0}, size, ui.px(8), ui.theme.background, true);
    const std::string open = session_.hasDesign() ? session_.design().name : "";
    drawStartScreen({templates_, pictures_.byTemplate(), open}, state_, ui, commands_);
    ImGui::EndChild();
  } else {
    drawPanels();
  }
  ImGui::End();
  browser_.draw(ui, commands_);
  question_.draw(ui, commands_);
  if (!browser_.isOpen() && !question_.isOpen()) readKeys();
  const std::string title = session_.hasDesign() ? session_.design().name + " \u2013 " : "";
  window_.setTitle((session_.hasDesign() && session_.unsaved() ? "* " : "") + title + "Rucksmith");
}

void AppFrame::drawPanels() {
  Ui& ui = window_.ui();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const float top = ui.px(56);
  const float rail = ui.px(280);
  const float inspector = ui.px(360);
  const float drawer = ui.px(260);
  const float middle = size.x - rail - inspector;
  beginPanel("top", {0, 0}, {size.x, top}, 0, kAsCleared, false);
  drawTopBar(session_, state_, ui, commands_);
  ImGui::EndChild();
  beginPanel("rail", {0, top}, {rail, size.y - top}, ui.px(8), kAsCleared, true);
  drawSlotRail(session_, state_, ui, commands_);
  ImGui::EndChild();
  std::string selected = "selected-parts=";
  for (const std::string& part : state_.parts) selected += (selected.back() == '=' ? "" : " ") + part;
  ui.places.push_back({selected, {}, {}});
  beginPanel("view", {rail, top}, {middle, size.y - top - drawer}, 0, kAsCleared, false);
  view_.draw(session_, state_.parts, ui, commands_);
  drawStatus(state_, ui);
  ImGui::EndChild();
  beginPanel("drawer", {rail, size.y - drawer}, {middle, drawer}, ui.px(1), ui.theme.background, false);
  drawDrawer(session_, state_, ui, commands_);
  ImGui::EndChild();
  beginPanel("inspector", {size.x - inspector, top}, {inspector, size.y - top}, ui.px(16), kAsCleared, true);
  drawInspector(session_, state_, ui, commands_);
  ImGui::EndChild();
}

bool AppFrame::mayClose() {
  if (close_agreed_) return true;
  const bool may = mayLeave(Quit{true});
  if (may) session_.close();
  return may;
}

bool AppFrame::mayLeave(const Command& leaving) {
  if (!session_.hasDesign() || !session_.unsaved() || untouched_) return true;
  if (question_.isOpen()) return false;
  const Answer save = session_.path().empty()
                          ? Answer{"Save \u2026", "question.save", {Browse{BrowseFor::Save}}}
                          : Answer{"Save and go on", "question.save", {SaveFile{}, leaving}};
  question_.ask(
      session_.design().name + " has changes that are not saved.",
      {save, {"Discard changes", "question.discard", {leaving}}, {"Keep working", "question.stay", {}}});
  return false;
}

void AppFrame::askAboutLeftover() {
  if (leftovers_.empty()) return;
  const Leftover leftover = leftovers_.back();
  leftovers_.pop_back();
  const std::string name =
      leftover.original.empty() ? "a design that was never saved" : leftover.original.filename().string();
  question_.ask("Rucksmith ended unexpectedly. Unsaved changes of " + name + " are kept.",
                {{"Go on with them", "question.recover", {RecoverDesign{leftover}}},
                 {"Discard them", "question.discard", {DiscardLeftover{leftover}}},
                 {"Decide later", "question.later", {}}});
}

void AppFrame::readKeys() {
  for (const Shortcut& shortcut : window_.shortcuts()) {
    if (shortcut.letter == "o") commands_.push(Browse{BrowseFor::Open});
    if (shortcut.letter == "q") window_.close();
    if (shortcut.letter == "n") commands_.push(ShowStart{});
    if (showsStart() || ImGui::GetIO().WantTextInput) continue;
    if (shortcut.letter == "z" && !shortcut.shift) commands_.push(Undo{});
    if (shortcut.letter == "y" || (shortcut.letter == "z" && shortcut.shift)) commands_.push(Redo{});
    if (shortcut.letter == "e") commands_.push(Browse{BrowseFor::Export});
    if (shortcut.letter != "s") continue;
    if (session_.path().empty() || shortcut.shift)
      commands_.push(Browse{BrowseFor::Save});
    else
      commands_.push(SaveFile{});
  }
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
    untouched_ = false;
    sayOutcome({});
    return;
  }
  const Violation& first = applied.error().front();
  say(first.because.empty() ? first.message : first.because, true);
}

void AppFrame::run(const ChooseValue& command) {
  const ChoiceMade chosen = session_.choose({command.place, command.value});
  if (!chosen.made) return say("");
  untouched_ = false;
  sayOutcome({});
  if (state_.status.empty() && !chosen.along.empty())
    say("Along with it went " + changesText(session_.workshop().catalog, chosen.along, 2) + ".");
}

void AppFrame::run(const ExplainValue& command) {
  const OpenedValue* opened = session_.advice().opened();
  const PlaceValue asked{command.place, command.value};
  if (opened != nullptr && opened->asked == asked)
    session_.closeExplanation();
  else
    session_.explain(asked);
}

void AppFrame::run(const TakeWay& command) {
  const auto taken = session_.takeWay(command.number);
  if (!taken) return say(taken.error().front().message, true);
  untouched_ = false;
  sayOutcome({});
}

void AppFrame::run(const TakeBack& command) {
  const auto taken = session_.takeBack(command.place);
  if (!taken)
    return say(taken.error().empty() ? "It cannot be taken back." : taken.error().front().message, true);
  untouched_ = false;
  sayOutcome({});
  if (state_.status.empty() && !taken->empty())
    say("Taken back: " + changesText(session_.workshop().catalog, *taken, 2) + ".");
}

void AppFrame::run(const FindBest& command) {
  say("");
  session_.find(command.request);
}

void AppFrame::run(const StopFinding&) {
  session_.stopFinding();
}

void AppFrame::run(const TakeDesign& command) {
  const auto taken = session_.takeDesign(command.number);
  if (!taken) return say(taken.error().front().message, true);
  untouched_ = false;
  sayOutcome({});
  if (state_.status.empty())
    say("The found design is taken. Its changes are your own choices now; Undo gives the one before.");
}

void AppFrame::run(const AttendCard& command) {
  session_.attend(command.value);
}

void AppFrame::run(const SelectSlot& command) {
  state_.zone.clear();
  session_.selectSlot(command.slot);
}

void AppFrame::run(const SelectZone& command) {
  state_.zone = command.zone;
  session_.selectZone(command.zone);
}

void AppFrame::run(const SelectParts& command) {
  state_.parts = command.parts;
  state_.shows_lines = true;
  if (command.parts.empty() || !session_.figures().pack) return;
  const std::string slot =
      slotOfPart(session_.workshop().catalog, *session_.figures().pack, command.parts.front());
  if (!slot.empty()) run(SelectSlot{slot});
}

void AppFrame::run(const ShowColorway& command) {
  session_.showColorway(command.code);
}

void AppFrame::run(const ShowFill& command) {
  session_.showFill(command.fill);
}

void AppFrame::run(const StartFromTemplate& command) {
  if (!command.agreed && !mayLeave(StartFromTemplate{command.id, true})) return;
  const auto started = session_.startFrom(command.id, today());
  sayOutcome(started);
  if (!started) return;
  show_start_ = false;
  untouched_ = true;
  state_.parts.clear();
  view_.chooseView("three-quarter");
}

void AppFrame::run(const OpenFile& command) {
  if (!command.agreed && !mayLeave(OpenFile{command.path, true})) return;
  const auto opened = session_.open(command.path);
  sayOutcome(opened);
  if (!opened) return;
  show_start_ = false;
  untouched_ = false;
  state_.parts.clear();
  view_.chooseView("three-quarter");
}

void AppFrame::run(const Quit& command) {
  close_agreed_ = command.agreed;
  if (close_agreed_) session_.close();
  window_.close();
}

void AppFrame::run(const SaveFile& command) {
  const auto saved = command.path.empty() ? session_.save() : session_.saveAs(command.path);
  say(saved ? "Saved." : saved.error().message, !saved);
}

void AppFrame::run(const ExportFolder& command) {
  if (!command.announced) {
    say("Writing the export \u2026");
    commands_.push(ExportFolder{command.path, true});
    return;
  }
  tl::expected<Exported, ExportFailure> written;
  window_.withoutContext([&] { written = session_.exportTo(command.path); });
  if (written)
    say(std::to_string(written->files.size()) + " files are in " + command.path);
  else
    say(written.error().message, true);
}

void AppFrame::run(const Undo&) {
  session_.undo();
  sayOutcome({});
}
void AppFrame::run(const Redo&) {
  session_.redo();
  sayOutcome({});
}
void AppFrame::run(const ShowStart&) {
  say("");
  show_start_ = true;
}
void AppFrame::run(const LeaveStart&) {
  show_start_ = false;
}

void AppFrame::run(const RecoverDesign& command) {
  const auto recovered = session_.recover(command.leftover);
  sayOutcome(recovered);
  if (!recovered) return;
  show_start_ = false;
  untouched_ = false;
  state_.parts.clear();
  view_.chooseView("three-quarter");
}

void AppFrame::run(const DiscardLeftover& command) {
  if (const auto copy = RecoveryCopy::takeOver(command.leftover)) (*copy)->remove();
  askAboutLeftover();
}

void AppFrame::run(const Browse& command) {
  const std::filesystem::path folder = session_.path().parent_path();
  const std::string stem = session_.hasDesign() ? session_.design().template_id : "design";
  const std::string name = command.what == BrowseFor::Save     ? stem + ".ruck"
                           : command.what == BrowseFor::Export ? stem + "-export"
                                                               : "";
  const bool own = command.what == BrowseFor::Picture || command.what == BrowseFor::Model;
  browser_.open(command.what, own && !own_files_.empty() ? own_files_ : folder, name, command.key);
}

void AppFrame::run(const UseFile& command) {
  own_files_ = std::filesystem::path(command.path).parent_path();
  run(ApplyEdit{command.key, nameIn(session_.design(), command.path)});
}

void AppFrame::run(const ChooseView& command) {
  view_.chooseView(command.view);
}

}  // namespace configurator
