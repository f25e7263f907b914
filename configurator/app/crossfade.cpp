#include "configurator/app/crossfade.h"

#include <imgui.h>

namespace configurator {
namespace {

constexpr double kFade_s = 0.18;

}  // namespace

void Crossfade::start(unsigned texture, Pixels pixels) {
  if (texture == 0 || pixels.width == 0) return;
  before_.copy(texture, pixels.width, pixels.height);
  since_ = -1;
  goes_on_ = true;
}

float Crossfade::advance() {
  if (!goes_on_) return 0;
  if (since_ < 0) since_ = ImGui::GetTime();
  const auto passed = static_cast<float>((ImGui::GetTime() - since_) / kFade_s);
  goes_on_ = passed < 1;
  return goes_on_ ? 1 - passed * passed * (3 - 2 * passed) : 0;
}

}  // namespace configurator
