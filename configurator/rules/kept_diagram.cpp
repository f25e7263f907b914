#include "configurator/rules/kept_diagram.h"

#include <stop_token>
#include <utility>

namespace configurator::engine {

const Diagram* KeptDiagram::find(const DomainModel& model) {
  std::call_once(started_, [&] {
    thread_ = std::jthread([this, copy = model](const std::stop_token& given_up) {
      diagram_ = Diagram::compile(copy, {}, given_up);
      is_over_.store(true, std::memory_order_release);
    });
  });
  const bool is_there = is_over_.load(std::memory_order_acquire) && diagram_;
  return is_there ? &*diagram_ : nullptr;
}

}  // namespace configurator::engine
