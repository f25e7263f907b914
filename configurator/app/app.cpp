#include "configurator/app/app.h"

#include <imgui.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "configurator/app/app_frame.h"
#include "configurator/app/probe.h"
#include "configurator/app/window.h"
#include "configurator/session/session.h"

namespace configurator {
namespace {

// ImGui 1.86 needs a few frames after an event until every widget has seen it.
constexpr int kFramesPerEvent = 3;

/// Prints and returns the exit code.
int refuse(const std::string& message, int code) {
  std::cerr << "rucksmith: " << message << "\n";
  return code;
}

void runLoop(Window& window, Session& session, AppFrame& frame) {
  int pending = kFramesPerEvent;
  while (!window.shouldClose()) {
    const bool busy = pending > 0 || frame.needsFrame();
    window.waitForInput(busy ? 1 : 0, 0);
    if (!busy) pending = kFramesPerEvent;
    window.frame([&] { frame.draw(window.ui()); });
    if (frame.carryOut())
      pending = kFramesPerEvent;
    else if (pending > 0)
      --pending;
    if (pending == 0 && session.hasDesign() && session.computeNextDelta()) pending = 1;
    if (pending == 0) writeProbe(window.ui());
    if (window.shouldClose() && !frame.mayClose()) {
      window.keepOpen();
      pending = kFramesPerEvent;
    }
  }
}

}  // namespace

int runApp(const AppArguments& arguments) {
  auto workshop = openWorkshop(arguments.executable);
  if (!workshop) return refuse(workshop.error().message, 3);
  Session session(*workshop);
  if (!arguments.file.empty()) {
    const auto opened = session.open(arguments.file);
    if (!opened) return refuse(opened.error().message, 3);
  }
  auto window = Window::make();
  if (!window) return refuse(window.error().message, 5);
  auto view = PackView::make(&Window::load);
  if (!view) return refuse(view.error().message, 5);
  auto templates = listTemplates(*workshop);
  if (!templates) return refuse(templates.error().message, 3);
  AppFrame frame(session, **view, std::move(*templates));
  runLoop(**window, session, frame);
  return 0;
}

}  // namespace configurator
