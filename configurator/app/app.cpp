#include "configurator/app/app.h"

#include <imgui.h>

#include <filesystem>
#include <iostream>
#include <utility>
#include <vector>

#include "configurator/app/app_frame.h"
#include "configurator/app/frame_log.h"
#include "configurator/app/probe.h"
#include "configurator/app/window.h"
#include "configurator/catalog/read_file.h"
#include "configurator/session/recovery.h"
#include "configurator/session/session.h"

namespace configurator {
namespace {

// ImGui 1.86 needs a few frames after an event until every widget has seen it.
constexpr int kFramesPerEvent = 3;

// Between looks at what is read in the background.
constexpr double kLook_s = 0.1;

// The contract's exit codes.
constexpr int kWrongFile = 3;
constexpr int kNotReachable = 5;

/// Prints and returns the exit code.
int refuse(const std::string& message, int code) {
  std::cerr << "rucksmith: " << message << "\n";
  return code;
}

void runLoop(Window& window, AppFrame& frame, const PackView& view) {
  FrameLog log;
  int pending = kFramesPerEvent;
  while (!window.shouldClose()) {
    const bool busy = pending > 0 || frame.needsFrame() || window.hasKeys();
    window.waitForInput(busy ? 1 : 0, frame.worksBehind() ? kLook_s : 0);
    if (frame.takeDone() || !busy || window.hasKeys()) pending = kFramesPerEvent;
    log.begin();
    window.frame([&] { frame.draw(); });
    log.end(view.picturesDrawn(), view.needsFrame());
    if (frame.carryOut())
      pending = kFramesPerEvent;
    else if (pending > 0)
      --pending;
    if (pending == 0 && frame.workWhileIdle()) pending = 1;
    if (pending == 0) writeProbe(window.ui());
    if (window.shouldClose() && !frame.mayClose()) {
      window.keepOpen();
      pending = kFramesPerEvent;
    }
  }
}

}  // namespace

int runApp(const AppArguments& arguments) {
  if (const auto folders = findDataFolders(arguments.executable); !folders)
    return refuse(folders.error().message, kNotReachable);
  auto workshop = openWorkshop(arguments.executable);
  if (!workshop) return refuse(workshop.error().message, kWrongFile);
  const std::filesystem::path recovery = recoveryFolder();
  std::vector<Leftover> leftovers = findLeftovers(recovery);
  Session session(*workshop, recovery);
  if (!arguments.file.empty()) {
    if (const auto bytes = readFile(arguments.file); !bytes)
      return refuse(bytes.error().message, kNotReachable);
    const auto opened = session.open(arguments.file);
    if (!opened) return refuse(opened.error().message, kWrongFile);
  }
  auto window = Window::make();
  if (!window) return refuse(window.error().message, kNotReachable);
  auto view = PackView::make(&Window::load);
  if (!view) return refuse(view.error().message, kNotReachable);
  auto templates = listTemplates(*workshop);
  if (!templates) return refuse(templates.error().message, kWrongFile);
  AppFrame frame({session, **window, **view, *templates}, std::move(leftovers));
  runLoop(**window, frame, **view);
  return 0;
}

}  // namespace configurator
