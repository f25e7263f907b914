#include "configurator/app/file_browser.h"

#include <imgui_stdlib.h>

#include <algorithm>

namespace configurator {
namespace {

constexpr float kBrowserWidth = 560;

const char* titleOf(BrowseFor what) {
  constexpr const char* kTitles[] = {"Open a design", "Save the design", "Export to a folder",
                                     "Choose a picture: PNG or SVG", "Choose a model: GLB, OBJ or STL"};
  return kTitles[static_cast<int>(what)];
}

const char* verbOf(BrowseFor what) {
  constexpr const char* kVerbs[] = {"Open", "Save", "Export", "Use", "Use"};
  return kVerbs[static_cast<int>(what)];
}

/// Which files can be chosen.
bool isFor(BrowseFor what, std::string ending) {
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
  if (what == BrowseFor::Picture) return ending == ".png" || ending == ".svg";
  if (what == BrowseFor::Model) return ending == ".glb" || ending == ".obj" || ending == ".stl";
  return what != BrowseFor::Export && ending == ".ruck";
}

}  // namespace

void FileBrowser::open(BrowseFor what, const std::filesystem::path& folder, const std::string& name,
                       const std::string& key) {
  what_ = what;
  name_ = name;
  key_ = key;
  open_ = true;
  fresh_ = true;
  replacing_.clear();
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
    const bool shown = folder || isFor(what_, entry.path().extension().string());
    if (shown && name.front() != '.') entries_.push_back({name, folder});
  }
  if (error) message_ = folder_.string() + ": " + error.message();
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::pair(!a.folder, a.name) < std::pair(!b.folder, b.name);
  });
}

void FileBrowser::enter(const std::filesystem::path& folder) {
  folder_ = folder;
  list();
}

void FileBrowser::drawEntries(Ui& ui) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.theme.panel);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(8)));
  ImGui::BeginChild("entries", {ui.px(kBrowserWidth), ui.px(300)}, false,
                    ImGuiWindowFlags_AlwaysUseWindowPadding);
  std::filesystem::path next;
  const bool has_parent = folder_.has_parent_path() && folder_ != folder_.parent_path();
  if (has_parent && ImGui::Selectable("\u2191  up", false, ImGuiSelectableFlags_DontClosePopups))
    next = folder_.parent_path();
  for (const Entry& entry : entries_) {
    const std::string label = entry.folder ? entry.name + "/" : entry.name;
    const bool clicked =
        ImGui::Selectable(label.c_str(), entry.name == name_, ImGuiSelectableFlags_DontClosePopups);
    ui.record("browser." + label);
    if (!clicked) continue;
    if (entry.folder)
      next = folder_ / entry.name;
    else
      name_ = entry.name;
  }
  if (entries_.empty()) drawText(ui, ui.fonts.small, ui.theme.secondary, "Nothing to show here.");
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  if (!next.empty()) enter(next);
}

std::filesystem::path FileBrowser::chosen() const {
  std::filesystem::path path = folder_ / name_;
  if (what_ == BrowseFor::Save && path.extension() != ".ruck") path += ".ruck";
  return path;
}

void FileBrowser::finish(Commands& commands) {
  const std::filesystem::path path = chosen();
  std::error_code error;
  const bool reads = what_ != BrowseFor::Save && what_ != BrowseFor::Export;
  if (reads && std::filesystem::is_directory(path, error)) {
    name_.clear();
    enter(path);
    return;
  }
  if (what_ == BrowseFor::Save && std::filesystem::exists(path, error) && replacing_ != path) {
    replacing_ = path;
    message_ = path.filename().string() + " is there already. Replace it?";
    return;
  }
  if (what_ == BrowseFor::Open) commands.push(OpenFile{path.string()});
  if (what_ == BrowseFor::Save) commands.push(SaveFile{path.string()});
  if (what_ == BrowseFor::Export) commands.push(ExportFolder{path.string()});
  if (what_ == BrowseFor::Picture || what_ == BrowseFor::Model) commands.push(UseFile{key_, path.string()});
  open_ = false;
}

void FileBrowser::drawButtons(Ui& ui, Commands& commands, bool entered) {
  const bool replaces = !replacing_.empty() && replacing_ == chosen();
  const bool agreed =
      drawButton(ui, replaces ? "Replace" : verbOf(what_), "browser.ok", true) || (entered && !replaces);
  ImGui::SameLine();
  const bool escaped = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
  if (drawButton(ui, "Cancel", "browser.cancel") || escaped) open_ = false;
  if (agreed && !name_.empty() && open_) finish(commands);
}

void FileBrowser::draw(Ui& ui, Commands& commands) {
  if (!open_) return;
  if (fresh_) ImGui::OpenPopup("browser");
  if (!beginModal(ui, "browser")) return;
  drawText(ui, ui.fonts.strong, ui.theme.text, titleOf(what_));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  paintText(ui, ui.fonts.small, ui.theme.secondary, folder_.string(), {at, ui.px(kBrowserWidth), false});
  ImGui::Dummy({ui.px(kBrowserWidth), ui.px(16)});
  drawEntries(ui);
  if (!message_.empty() && (replacing_.empty() || replacing_ == chosen()))
    drawText(ui, ui.fonts.small, ui.theme.warning, message_);
  ImGui::SetNextItemWidth(ui.px(kBrowserWidth));
  if (fresh_) ImGui::SetKeyboardFocusHere();
  fresh_ = false;
  const bool entered = ImGui::InputText(
      "##name", &name_, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  ui.record("browser.name");
  ui.places.push_back({"browser.text=" + name_, at, at});
  drawButtons(ui, commands, entered);
  if (!open_) ImGui::CloseCurrentPopup();
  endModal();
}

}  // namespace configurator
