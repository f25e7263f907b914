#include "configurator/app/key_input.h"

#include <algorithm>

namespace configurator {

void KeyInput::deliverFrame(const std::function<void(const KeyEvent&)>& deliver) {
  std::vector<int> moved;
  while (!waiting_.empty()) {
    const KeyEvent event = waiting_.front();
    const bool again =
        event.kind != KeyEvent::Kind::Character && std::count(moved.begin(), moved.end(), event.key) > 0;
    if (again) return;
    waiting_.pop_front();
    if (event.kind != KeyEvent::Kind::Character) moved.push_back(event.key);
    deliver(event);
  }
}

}  // namespace configurator
