#include "configurator/app/probe.h"

#include <cstdlib>
#include <string>

#include "configurator/design/design_file.h"

namespace configurator {

void writeProbe(const Ui& ui) {
  const char* path = std::getenv("RUCKSMITH_UI_PROBE");
  if (path == nullptr) return;
  static std::string last;
  std::string text;
  for (const WidgetPlace& place : ui.places) {
    const int x = static_cast<int>((place.min.x + place.max.x) / 2);
    const int y = static_cast<int>((place.min.y + place.max.y) / 2);
    text += place.label + "\t" + std::to_string(x) + "\t" + std::to_string(y) + "\n";
  }
  if (text == last) return;
  if (saveFileAtomically(path, text)) last = text;
}

}  // namespace configurator
