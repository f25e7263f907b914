// What panels ask for. They read the session and push commands; the app carries them out after the frame.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace configurator {

struct ApplyEdit {
  std::string key, value;
};
struct SelectSlot {
  std::string slot;
};
struct SelectZone {
  std::string zone;
};
struct ShowColorway {
  std::string code;
};
struct StartFromTemplate {
  std::string id;
};
struct OpenFile {
  std::string path;
};
struct SaveFile {
  std::string path;  ///< empty: where it was opened
};
struct ExportFolder {
  std::string path;
};
struct Undo {};
struct Redo {};
struct ShowStart {};
/// Opens the file browser for one of the three uses.
enum class BrowseFor { Open, Save, Export };
struct Browse {
  BrowseFor what = BrowseFor::Open;
};
struct ChooseView {
  std::string view;
};

using Command = std::variant<ApplyEdit, SelectSlot, SelectZone, ShowColorway, StartFromTemplate, OpenFile,
                             SaveFile, ExportFolder, Undo, Redo, ShowStart, Browse, ChooseView>;

struct Commands {
  std::vector<Command> list;
  template <typename T>
  void push(T command) {
    list.emplace_back(std::move(command));
  }
};

}  // namespace configurator
