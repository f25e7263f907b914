// One frame of the window: lays the panels out, then carries out what they asked for.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "configurator/app/commands.h"
#include "configurator/app/file_browser.h"
#include "configurator/app/pack_view.h"
#include "configurator/app/panels.h"
#include "configurator/app/question.h"
#include "configurator/app/template_pictures.h"
#include "configurator/app/window.h"
#include "configurator/session/session.h"

namespace configurator {

/// What a frame works with. REQUIRES that all of it outlives the frame.
struct AppParts {
  Session& session;
  Window& window;
  PackView& view;
  const std::vector<TemplateSummary>& templates;
};

class AppFrame {
 public:
  /// `leftovers`: what crashes left; the user is asked about each.
  AppFrame(const AppParts& parts, std::vector<Leftover> leftovers);

  void draw();
  /// Carries out the commands of the last draw; false when there were none.
  bool carryOut();
  /// True while something on screen still moves.
  bool needsFrame() const;
  /// A piece of what can wait until the user rests; false when all is done.
  bool workWhileIdle();
  /// True while files are read, markers laid or designs looked for in the background: takeDone() has to be
  /// asked now and then.
  bool worksBehind() const {
    return session_.readsParts() || session_.laysCloth() || session_.finder().isFinding();
  }
  /// Takes what is done; true when there was something.
  bool takeDone();
  /// True when the window may close; else asks about unsaved changes.
  bool mayClose();

 private:
  bool showsStart() const { return show_start_ || !session_.hasDesign(); }
  void drawPanels();
  void readKeys();
  void askAboutLeftover();
  /// Asks before `leaving` when that would lose changes; true when it may go on at once.
  bool mayLeave(const Command& leaving);
  void say(const std::string& message, bool is_error = false);
  /// Why something was not done, else what is not as it should be although it was.
  void sayOutcome(const Result<void>& done);
  void run(const ApplyEdit& command);
  void run(const ChooseValue& command);
  void run(const ExplainValue& command);
  void run(const TakeWay& command);
  void run(const TakeBack& command);
  void run(const FindBest& command);
  void run(const StopFinding& command);
  void run(const TakeDesign& command);
  void run(const AttendCard& command);
  void run(const SelectSlot& command);
  void run(const SelectZone& command);
  void run(const SelectParts& command);
  void run(const ShowColorway& command);
  void run(const ShowFill& command);
  void run(const StartFromTemplate& command);
  void run(const OpenFile& command);
  void run(const SaveFile& command);
  void run(const ExportFolder& command);
  void run(const Undo& command);
  void run(const Redo& command);
  void run(const Quit& command);
  void run(const ShowStart& command);
  void run(const LeaveStart& command);
  void run(const RecoverDesign& command);
  void run(const DiscardLeftover& command);
  void run(const Browse& command);
  void run(const UseFile& command);
  void run(const ChooseView& command);

  Session& session_;
  Window& window_;
  PackView& view_;
  const std::vector<TemplateSummary>& templates_;
  TemplatePictures pictures_;
  std::vector<Leftover> leftovers_;
  PanelState state_;
  std::filesystem::path own_files_;  // where the user's pictures and models lay last
  FileBrowser browser_;
  Question question_;
  Commands commands_;
  bool show_start_ = false;
  bool untouched_ = false;  // a template as it was started: nothing to lose
  bool close_agreed_ = false;
};

}  // namespace configurator
