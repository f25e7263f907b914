// What every panel draws with: theme, fonts, scale, and a record of where each widget was drawn this frame.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "configurator/app/fonts.h"
#include "configurator/app/theme.h"

namespace configurator {

/// Where a widget stands in window pixels.
struct WidgetPlace {
  std::string label;
  ImVec2 min, max;
};

struct Ui {
  Theme theme;
  Fonts fonts;
  Metrics metrics;
  std::vector<WidgetPlace> places;

  float px(float logical) const { return metrics.of(logical); }
  /// Remembers the last ImGui item under a name that tests can click.
  void record(const std::string& label);
};

/// Text at the cursor in one of the fonts and colours.
void drawText(const Ui& ui, ImFont* font, ImU32 color, const std::string& text);
/// Text placed by hand, cut to `width` with an ellipsis.
struct TextPlace {
  ImVec2 at;
  float width = 0;
  bool align_right = false;
};
/// True when nothing had to be cut.
bool paintText(const Ui& ui, ImFont* font, ImU32 color, const std::string& text, const TextPlace& place);
/// A plain button; `primary` is the one in the accent colour. True when clicked.
bool drawButton(Ui& ui, const std::string& label, const std::string& name, bool primary = false);
/// A button that shows no frame until the mouse is over it; `on` marks the one that holds now.
bool drawQuietButton(Ui& ui, const std::string& label, const std::string& name, bool on = false);
/// Width of a text in pixels.
float textWidth(ImFont* font, const std::string& text);
/// A combo over words; returns the newly chosen one or an empty string.
std::string drawCombo(Ui& ui, const std::string& name, const std::string& current,
                      const std::vector<std::string>& words, float width);
/// A text beside the mouse, wrapped where it is long.
void drawTooltip(const Ui& ui, const std::string& text);
/// A box in the middle of the window over everything else. endModal() only when it is open.
bool beginModal(const Ui& ui, const char* name);
void endModal();
/// "Body and capacity" over a group of rows.
void drawHeading(const Ui& ui, const std::string& text);
ImU32 colorOfSrgb(const std::string& srgb);

}  // namespace configurator
