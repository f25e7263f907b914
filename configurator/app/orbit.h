// The camera of the 3D view under the hand: it turns and shifts with the mouse, coasts when let go in motion,
// and flies to where it is sent.
#pragma once

#include <imgui.h>

#include "renderer/camera.h"

namespace configurator {

class Orbit {
 public:
  const renderer::Camera& camera() const { return camera_; }
  /// At once.
  void setTo(const renderer::Camera& camera);
  /// Within a quarter of a second.
  void flyTo(const renderer::Camera& camera);
  /// The pack turns without a hand, or stops.
  void setTurning(bool turning) { turning_ = turning; }
  bool turning() const { return turning_; }

  /// Mouse and wheel over the last ImGui item, a picture of this size; `may_turn`: else it only shifts. True
  /// when the hand turned it.
  bool takeMouse(ImVec2 size, bool may_turn);
  /// What goes on by itself, one frame of it.
  void advance();

  bool moved() const { return moved_; }  ///< in this frame
  bool moves() const { return held_ || flying_ || turning_ || speed_ != 0; }
  /// The mouse was pressed and let go without a drag, in this frame.
  bool clicked() const { return clicked_; }

 private:
  void shift(ImVec2 move, ImVec2 size);
  void turn(ImVec2 degrees);

  renderer::Camera camera_, from_, to_;
  double flying_since_ = 0;
  bool flying_ = false, turning_ = false, held_ = false, moved_ = false, clicked_ = false;
  float speed_ = 0;  ///< degrees a second of azimuth, when let go in motion
};

}  // namespace configurator
