// Colours and sizes of the window: the only place where a colour is named.
#pragma once

#include <imgui.h>

namespace configurator {

struct Theme {
  ImU32 background, panel, raised, hovered, hairline;
  ImU32 text, secondary, faint;
  ImU32 accent, on_accent, warning, error;
};

Theme darkTheme();

/// Lengths in logical pixels; multiplied by the display's scale.
struct Metrics {
  float scale = 1;
  float of(float logical) const { return logical * scale; }
};

/// Gives ImGui's own widgets the theme's colours and the grid of 4.
void applyTheme(const Theme& theme, const Metrics& metrics);

ImVec4 toVec4(ImU32 color);
/// The same colour, `alpha` 0..1 of its own opacity.
ImU32 faded(ImU32 color, float alpha);
/// `share` 0..1 of the way from one colour to another.
ImU32 mixed(ImU32 from, ImU32 to, float share);

}  // namespace configurator
