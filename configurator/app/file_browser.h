// A file browser inside the window: always there, whatever the desktop offers.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"

namespace configurator {

class FileBrowser {
 public:
  /// Shows the browser in `folder` with a suggested name. `key`: what a picture or model is for.
  void open(BrowseFor what, const std::filesystem::path& folder, const std::string& name,
            const std::string& key = "");
  bool isOpen() const { return open_; }
  /// Draws while open; pushes OpenFile, SaveFile, ExportFolder or UseFile when the user decides.
  void draw(Ui& ui, Commands& commands);

 private:
  struct Entry {
    std::string name;
    bool folder = false;
  };
  void list();
  void drawEntries(Ui& ui);
  void drawButtons(Ui& ui, Commands& commands, bool entered);
  void enter(const std::filesystem::path& folder);
  /// The path that the name stands for.
  std::filesystem::path chosen() const;
  void finish(Commands& commands);

  BrowseFor what_ = BrowseFor::Open;
  std::filesystem::path folder_;
  std::string name_, key_, message_;
  std::vector<Entry> entries_;
  std::filesystem::path replacing_;  // the user was told that this file is there already
  bool open_ = false, fresh_ = false;
};

}  // namespace configurator
