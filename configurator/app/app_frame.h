// One frame of the window: lays the panels out, then carries out what they asked for.
#pragma once

#include <string>
#include <vector>

#include "configurator/app/commands.h"
#include "configurator/app/file_browser.h"
#include "configurator/app/pack_view.h"
#include "configurator/app/panels.h"
#include "configurator/session/session.h"

namespace configurator {

class AppFrame {
 public:
  /// REQUIRES that session and view outlive the frame.
  AppFrame(Session& session, PackView& view, std::vector<TemplateSummary> templates);

  void draw(Ui& ui);
  /// Carries out the commands of the last draw; false when there were none.
  bool carryOut();
  bool needsFrame() const { return session_.hasDesign() && !show_start_ && view_.needsFrame(); }
  /// Asks once about unsaved changes; true when the window may close.
  bool mayClose();

 private:
  void drawPanels(Ui& ui);
  void drawCloseQuestion(Ui& ui);
  void readKeys();
  void say(const std::string& message, bool is_error = false);
  void run(const ApplyEdit& command);
  void run(const SelectSlot& command);
  void run(const SelectZone& command);
  void run(const ShowColorway& command);
  void run(const StartFromTemplate& command);
  void run(const OpenFile& command);
  void run(const SaveFile& command);
  void run(const ExportFolder& command);
  void run(const Undo& command);
  void run(const Redo& command);
  void run(const ShowStart& command);
  void run(const Browse& command);
  void run(const ChooseView& command);

  Session& session_;
  PackView& view_;
  std::vector<TemplateSummary> templates_;
  PanelState state_;
  FileBrowser browser_;
  Commands commands_;
  bool show_start_ = false, ask_close_ = false, close_agreed_ = false;
};

}  // namespace configurator
