// A window with a GL 3.3 context and ImGui in it. GLFW and ImGui's backends stay in here.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "configurator/app/key_input.h"
#include "configurator/app/ui.h"
#include "configurator/catalog/result.h"
#include "renderer/image.h"

namespace configurator {

class Window {
 public:
  static Result<std::unique_ptr<Window>> make();
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// GL function loader of this window's context.
  static void* load(const char* name);

  bool shouldClose() const;
  void keepOpen();  ///< takes back a request to close
  void close();     ///< as the user's own closing
  void setTitle(const std::string& title);
  /// A picture for ImGui to draw, first row at the top; lives as long as the window.
  ImTextureID makeTexture(const renderer::Image& image);
  /// Waits for input when `frames_pending` is 0, else only looks; nothing is drawn while idle. `wake_after_s`
  /// > 0 ends the wait after that time.
  void waitForInput(int frames_pending, double wake_after_s);
  /// Does `work` while the window's GL context is not current: a picture drawn with no window needs a context
  /// of its own, and a thread can have one only.
  void withoutContext(const std::function<void()>& work);
  /// True while keys wait for their frame.
  bool hasKeys() const;
  /// Ctrl and a letter, pressed in this frame.
  const std::vector<Shortcut>& shortcuts() const;
  /// One frame: `draw` between ImGui::NewFrame and Render.
  void frame(const std::function<void()>& draw);

  Ui& ui() { return ui_; }

 private:
  Window() = default;
  struct State;
  std::unique_ptr<State> state_;
  Ui ui_;
};

}  // namespace configurator
