#include "configurator/app/window.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace configurator {
namespace {

constexpr int kWidth = 1440;
constexpr int kHeight = 900;
constexpr int kLeastWidth = 1100;
constexpr int kLeastHeight = 700;

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

/// The measure of 1440 x 900 at the scale, or what the screen has of it.
void sizeToScreen(GLFWwindow* window, float scale) {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  if (GLFWmonitor* monitor = glfwGetPrimaryMonitor())
    glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
  const auto fit = [scale](int logical, int screen) {
    const int wanted = static_cast<int>(static_cast<float>(logical) * scale);
    return screen > 0 ? std::min(wanted, screen) : wanted;
  };
  glfwSetWindowSize(window, fit(kWidth, width), fit(kHeight, height));
}

/// The whole window, in the functions of OpenGL 1.0 and its specification's numbers.
void clearTo(ImU32 color) {
  constexpr unsigned kColorBuffer = 0x4000;
  const ImVec4 parts = toVec4(color);
  reinterpret_cast<void (*)(float, float, float, float)>(glfwGetProcAddress("glClearColor"))(
      parts.x, parts.y, parts.z, parts.w);
  reinterpret_cast<void (*)(unsigned)>(glfwGetProcAddress("glClear"))(kColorBuffer);
}

}  // namespace

struct Window::State {
  GLFWwindow* window = nullptr;
  bool imgui = false;
  std::string title;
  KeyInput keys;
  std::vector<Shortcut> shortcuts;

  static void addKey(GLFWwindow* to, const KeyEvent& event) {
    static_cast<State*>(glfwGetWindowUserPointer(to))->keys.add(event);
  }
  void installKeys();
  void deliver(const KeyEvent& event);
};

void Window::State::installKeys() {
  glfwSetWindowUserPointer(window, this);
  glfwSetKeyCallback(window, [](GLFWwindow* to, int key, int scancode, int action, int modifiers) {
    const auto kind = action == GLFW_RELEASE ? KeyEvent::Kind::Up : KeyEvent::Kind::Down;
    if (action != GLFW_REPEAT) addKey(to, {kind, key, scancode, modifiers});
  });
  glfwSetCharCallback(window, [](GLFWwindow* to, unsigned code) {
    addKey(to, {KeyEvent::Kind::Character, static_cast<int>(code), 0, 0});
  });
}

void Window::State::deliver(const KeyEvent& event) {
  if (event.kind == KeyEvent::Kind::Character) {
    ImGui_ImplGlfw_CharCallback(window, static_cast<unsigned>(event.key));
    return;
  }
  const bool down = event.kind == KeyEvent::Kind::Down;
  ImGui_ImplGlfw_KeyCallback(window, event.key, event.scancode, down ? GLFW_PRESS : GLFW_RELEASE,
                             event.modifiers);
  if (!down || (event.modifiers & GLFW_MOD_CONTROL) == 0) return;
  if (const char* name = glfwGetKeyName(event.key, event.scancode))
    shortcuts.push_back({name, (event.modifiers & GLFW_MOD_SHIFT) != 0});
}

Result<std::unique_ptr<Window>> Window::make() {
  std::unique_ptr<Window> window(new Window);
  window->state_ = std::make_unique<State>();
  if (glfwInit() != GLFW_TRUE)
    return failure("No display: there is no window to open. Try: rucksmith --help");
  setHints();
  GLFWwindow* handle = glfwCreateWindow(kWidth, kHeight, "Rucksmith", nullptr, nullptr);
  if (handle == nullptr) return failure("No window with OpenGL 3.3 can be opened on this display.");
  window->state_->window = handle;
  glfwSetWindowSizeLimits(handle, kLeastWidth, kLeastHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwMakeContextCurrent(handle);
  glfwSwapInterval(1);
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  window->state_->imgui = true;
  ImGui::GetIO().IniFilename = nullptr;
  window->ui_.theme = darkTheme();
  window->ui_.metrics.scale = scaleOf(handle);
  sizeToScreen(handle, window->ui_.metrics.scale);
  window->ui_.fonts = loadFonts(window->ui_.metrics.scale);
  applyTheme(window->ui_.theme, window->ui_.metrics);
  ImGui_ImplGlfw_InitForOpenGL(handle, true);
  window->state_->installKeys();
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

void Window::close() {
  glfwSetWindowShouldClose(state_->window, GLFW_TRUE);
}

void Window::setTitle(const std::string& title) {
  if (title == state_->title) return;
  state_->title = title;
  glfwSetWindowTitle(state_->window, title.c_str());
}

void Window::withoutContext(const std::function<void()>& work) {
  glfwMakeContextCurrent(nullptr);
  work();
  glfwMakeContextCurrent(state_->window);
}

bool Window::hasKeys() const {
  return !state_->keys.empty();
}

const std::vector<Shortcut>& Window::shortcuts() const {
  return state_->shortcuts;
}

ImTextureID Window::makeTexture(const renderer::Image& image) {
  // The functions of OpenGL 1.1 that this needs and its specification's numbers.
  constexpr unsigned kTexture2d = 0x0DE1, kRgba = 0x1908, kUnsignedByte = 0x1401;
  constexpr unsigned kMinFilter = 0x2801, kMagFilter = 0x2800, kLinear = 0x2601;
  const auto generate = reinterpret_cast<void (*)(int, unsigned*)>(glfwGetProcAddress("glGenTextures"));
  const auto bind = reinterpret_cast<void (*)(unsigned, unsigned)>(glfwGetProcAddress("glBindTexture"));
  const auto parameter =
      reinterpret_cast<void (*)(unsigned, unsigned, int)>(glfwGetProcAddress("glTexParameteri"));
  using Fill = void (*)(unsigned, int, int, int, int, int, unsigned, unsigned, const void*);
  const auto fill = reinterpret_cast<Fill>(glfwGetProcAddress("glTexImage2D"));
  unsigned name = 0;
  generate(1, &name);
  bind(kTexture2d, name);
  parameter(kTexture2d, kMinFilter, kLinear);
  parameter(kTexture2d, kMagFilter, kLinear);
  fill(kTexture2d, 0, kRgba, image.width, image.height, 0, kRgba, kUnsignedByte, image.rgba.data());
  bind(kTexture2d, 0);
  return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(name));
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
  state_->shortcuts.clear();
  state_->keys.deliverFrame([&](const KeyEvent& event) { state_->deliver(event); });
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  ImGui::PushFont(ui_.fonts.body);
  draw();
  ImGui::PopFont();
  ImGui::Render();
  clearTo(ui_.theme.panel);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(state_->window);
}

}  // namespace configurator
