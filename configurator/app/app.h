// The window: choose a template or open a file, change anything, see everything follow.
#pragma once

#include <filesystem>
#include <string>

namespace configurator {

struct AppArguments {
  std::filesystem::path executable;  ///< where the data folders are looked for
  std::string file;                  ///< a design to open, or empty
};

/// Runs until the window is closed. Returns the program's exit code: 0, 3 (a file is wrong) or 5 (no window).
/// With $RUCKSMITH_UI_PROBE set, the places of all widgets and the shown figures are written to that file
/// after every settled frame, for tests that click.
int runApp(const AppArguments& arguments);

}  // namespace configurator
