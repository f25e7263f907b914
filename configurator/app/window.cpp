#include "configurator/app/window.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>
#include <string_view>

namespace configurator {
namespace {

constexpr int kWidth = 1440;
constexpr int kHeight = 900;

/// The display's scale; $RUCKSMITH_SCALE overrides it.
float scaleOf(GLFWwindow* window) {
  if (const char* text = std::getenv("RUCKSMITH_SCALE")) {
    float scale = 0;
    const std::string_view view(text);
    if (std::from_chars(view.data(), view.data() + view.size(), scale).ec == std::errc() && scale >= 0.5f &&
        scale <= 4) {
      return scale;
    }
  }
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(window, &x, &y);
  return std::clamp(x, 1.0f, 4.0f);
}

void setHints() {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
}

}  // namespace

struct Window::State {
  GLFWwindow* window = nullptr;
  bool imgui = false;
};

Result<std::unique_ptr<Window>> Window::make() {
  std::unique_ptr<Window> window(new Window);
  window->state_ = std::make_unique<State>();
  if (glfwInit() != GLFW_TRUE)
    return failure("No display: there is no window to open. Try: rucksmith --help");
  setHints();
  GLFWwindow* handle = glfwCreateWindow(kWidth, kHeight, "Rucksmith", nullptr, nullptr);
  if (handle == nullptr) return failure("No window with OpenGL 3.3 can be opened on this display.");
  window->state_->window = handle;
  glfwMakeContextCurrent(handle);
  glfwSwapInterval(1);
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  window->state_->imgui = true;
  ImGui::GetIO().IniFilename = nullptr;
  window->ui_.theme = darkTheme();
  window->ui_.metrics.scale = scaleOf(handle);
  window->ui_.fonts = loadFonts(window->ui_.metrics.scale);
  applyTheme(window->ui_.theme, window->ui_.metrics);
  ImGui_ImplGlfw_InitForOpenGL(handle, true);
  ImGui_ImplOpenGL3_Init("#version 330");
  return window;
}

Window::~Window() {
  if (!state_) return;
  if (state_->imgui) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
  }
  if (state_->window != nullptr) glfwDestroyWindow(state_->window);
  glfwTerminate();
}

void* Window::load(const char* name) {
  return reinterpret_cast<void*>(glfwGetProcAddress(name));
}

bool Window::shouldClose() const {
  return glfwWindowShouldClose(state_->window) != 0;
}

void Window::keepOpen() {
  glfwSetWindowShouldClose(state_->window, GLFW_FALSE);
}

void Window::waitForInput(int frames_pending, double wake_after_s) {
  if (frames_pending > 0)
    glfwPollEvents();
  else if (wake_after_s > 0)
    glfwWaitEventsTimeout(wake_after_s);
  else
    glfwWaitEvents();
}

void Window::frame(const std::function<void()>& draw) {
  ui_.places.clear();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  ImGui::PushFont(ui_.fonts.body);
  draw();
  ImGui::PopFont();
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(state_->window);
}

}  // namespace configurator
