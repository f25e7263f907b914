// Keys one after the other. ImGui 1.86 looks once a frame at which keys are down, so that a key pressed and
// released during one slow frame would be lost: what would be lost waits here for the next frame.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace configurator {

/// A key going down or up, or a typed character.
struct KeyEvent {
  enum class Kind { Down, Up, Character };
  Kind kind = Kind::Down;
  int key = 0;  ///< GLFW's number of the key; the code point of a character
  int scancode = 0, modifiers = 0;
};

class KeyInput {
 public:
  void add(const KeyEvent& event) { waiting_.push_back(event); }
  /// Gives `deliver` the events of one frame in order: up to the second of one key.
  void deliverFrame(const std::function<void(const KeyEvent&)>& deliver);
  bool empty() const { return waiting_.empty(); }

 private:
  std::deque<KeyEvent> waiting_;
};

/// A key press with Ctrl held, by the letter that the user's keyboard layout has on it.
struct Shortcut {
  std::string letter;  ///< lower case
  bool shift = false;
};

}  // namespace configurator
