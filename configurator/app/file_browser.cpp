#include "configurator/app/file_browser.h"

#include <imgui_stdlib.h>

#include <algorithm>

namespace configurator {
namespace {

const char* titleOf(BrowseFor what) {
  constexpr const char* kTitles[] = {"Open a design", "Save the design", "Export to a folder"};
  return kTitles[static_cast<int>(what)];
}

const char* verbOf(BrowseFor what) {
  constexpr const char* kVerbs[] = {"Open", "Save", "Export"};
  return kVerbs[static_cast<int>(what)];
}

}  // namespace

void FileBrowser::open(BrowseFor what, const std::filesystem::path& folder, const std::string& name) {
  what_ = what;
  name_ = name;
  open_ = true;
  fresh_ = true;
  std::error_code error;
  folder_ = std::filesystem::absolute(folder.empty() ? std::filesystem::current_path(error) : folder, error);
  list();
}

void FileBrowser::list() {
  entries_.clear();
  message_.clear();
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
    const std::string name = entry.path().filename().string();
    std::error_code ignored;
    const bool folder = entry.is_directory(ignored);
    const bool shown = folder || (what_ != BrowseFor::Export && entry.path().extension() == ".ruck");
    if (shown && name.front() != '.') entries_.push_back({name, folder});
  }
  if (error) message_ = folder_.string() + ": " + error.message();
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::pair(!a.folder, a.name) < std::pair(!b.folder, b.name);
  });
}

void FileBrowser::drawEntries(Ui& ui) {
  ImGui::BeginChild("entries", {ui.px(560), ui.px(320)});
  std::filesystem::path next;
  if (folder_.has_parent_path() && ImGui::Selectable("..  (up)")) next = folder_.parent_path();
  for (const Entry& entry : entries_) {
    const std::string label = entry.folder ? entry.name + "/" : entry.name;
    if (!ImGui::Selectable(label.c_str(), entry.name == name_)) continue;
    if (entry.folder)
      next = folder_ / entry.name;
    else
      name_ = entry.name;
  }
  ImGui::EndChild();
  if (!next.empty()) {
    folder_ = next;
    list();
  }
}

void FileBrowser::finish(Commands& commands) {
  std::filesystem::path path = folder_ / name_;
  if (what_ == BrowseFor::Save && path.extension() != ".ruck") path += ".ruck";
  if (what_ == BrowseFor::Open) commands.push(OpenFile{path.string()});
  if (what_ == BrowseFor::Save) commands.push(SaveFile{path.string()});
  if (what_ == BrowseFor::Export) commands.push(ExportFolder{path.string()});
  open_ = false;
}

void FileBrowser::draw(Ui& ui, Commands& commands) {
  if (!open_) return;
  if (fresh_) ImGui::OpenPopup("browser");
  const ImVec2 middle{ImGui::GetIO().DisplaySize.x / 2, ImGui::GetIO().DisplaySize.y / 2};
  ImGui::SetNextWindowPos(middle, ImGuiCond_Always, {0.5f, 0.5f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(20), ui.px(18)));
  if (ImGui::BeginPopupModal("browser", nullptr,
                             ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize)) {
    drawText(ui, ui.fonts.strong, ui.theme.text, titleOf(what_));
    drawText(ui, ui.fonts.small, ui.theme.secondary, folder_.string());
    drawEntries(ui);
    if (!message_.empty()) drawText(ui, ui.fonts.small, ui.theme.error, message_);
    ImGui::SetNextItemWidth(ui.px(560));
    if (fresh_) ImGui::SetKeyboardFocusHere();
    fresh_ = false;
    const bool entered = ImGui::InputText("##name", &name_, ImGuiInputTextFlags_EnterReturnsTrue);
    ui.record("browser.name");
    const bool agreed = drawButton(ui, verbOf(what_), "browser.ok", true) || entered;
    ImGui::SameLine();
    if (drawButton(ui, "Cancel", "browser.cancel")) open_ = false;
    if (agreed && !name_.empty()) finish(commands);
    if (!open_) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

}  // namespace configurator
