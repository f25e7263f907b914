// What panels ask for. They read the session and push commands; the app carries them out after the frame.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "configurator/session/find_designs.h"
#include "configurator/session/recovery.h"

namespace configurator {

struct ApplyEdit {
  std::string key, value;
};
/// An option, a number or a material: chosen with what goes along, or explained where something stands
/// against it.
struct ChooseValue {
  std::string place, value;
};
/// Why a value cannot be had, and the ways to have it; asked again it is closed.
struct ExplainValue {
  std::string place, value;
};
struct TakeWay {
  std::size_t number = 0;  ///< of the opened value's, from 0
};
/// Looks for the best designs; the answer shows in the drawer.
struct FindBest {
  FindRequest request;
};
/// The best so far is enough.
struct StopFinding {};
struct TakeDesign {
  std::size_t number = 0;  ///< of the found ones, from 0
};
/// One of the user's choices is given up.
struct TakeBack {
  std::string place;
};
/// The card under the mouse.
struct AttendCard {
  std::string value;
};
struct SelectSlot {
  std::string slot;
};
struct SelectZone {
  std::string zone;
};
/// Parts of the pack, and with the first one's slot what is selected at the left.
struct SelectParts {
  std::vector<std::string> parts;
};
struct ShowColorway {
  std::string code;
};
struct ShowFill {
  double fill = 1;
};
/// These three leave the present design; without `agreed` the user is asked about unsaved changes first.
struct StartFromTemplate {
  std::string id;
  bool agreed = false;
};
struct OpenFile {
  std::string path;
  bool agreed = false;
};
struct Quit {
  bool agreed = false;
};
struct SaveFile {
  std::string path;  ///< empty: where it was opened
};
struct ExportFolder {
  std::string path;
  bool announced = false;  ///< the window says already that it is being written
};
struct Undo {};
struct Redo {};
struct ShowStart {};
struct LeaveStart {};  ///< back to the design
/// What a crash left: go on with it, or give it up.
struct RecoverDesign {
  Leftover leftover;
};
struct DiscardLeftover {
  Leftover leftover;
};
/// Opens the file browser for one of its uses.
enum class BrowseFor { Open, Save, Export, Picture, Model };
struct Browse {
  BrowseFor what = BrowseFor::Open;
  std::string key = {};  ///< of a Picture or Model: what the file is for, as in ApplyEdit
};
/// A file of the user's as the value of a key.
struct UseFile {
  std::string key, path;
};
struct ChooseView {
  std::string view;
};

using Command =
    std::variant<ApplyEdit, ChooseValue, ExplainValue, TakeWay, FindBest, StopFinding, TakeDesign, TakeBack,
                 AttendCard, SelectSlot, SelectZone, SelectParts, ShowColorway, ShowFill, StartFromTemplate,
                 OpenFile, Quit, SaveFile, ExportFolder, Undo, Redo, ShowStart, LeaveStart, RecoverDesign,
                 DiscardLeftover, Browse, UseFile, ChooseView>;

struct Commands {
  std::vector<Command> list;
  template <typename T>
  void push(T command) {
    list.emplace_back(std::move(command));
  }
};

}  // namespace configurator
