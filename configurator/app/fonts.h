// Inter in the sizes of the window; ImGui's built-in face where Inter is not installed.
#pragma once

#include <imgui.h>

namespace configurator {

struct Fonts {
  ImFont* body = nullptr;          ///< 15
  ImFont* strong = nullptr;        ///< 15 semi-bold
  ImFont* small = nullptr;         ///< 13
  ImFont* small_strong = nullptr;  ///< 13 semi-bold
  ImFont* figure = nullptr;        ///< 24, live figures
  ImFont* title = nullptr;         ///< 32, start screen
};

/// Loads at the display's scale. REQUIRES an ImGui context whose atlas is not built yet.
Fonts loadFonts(float scale);

}  // namespace configurator
