// A model's diagram, compiled while the user goes on working.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include "configurator/rules/diagram.h"
#include "configurator/rules/domain_model.h"

namespace configurator::engine {

/// Destroying it gives the compilation up.
class KeptDiagram {
 public:
  /// Null until it is compiled, and where it is too large; the first call starts that. Any number of threads
  /// may ask. REQUIRES the same model each time; it is copied.
  const Diagram* find(const DomainModel& model);

 private:
  std::once_flag started_;
  std::atomic<bool> is_over_ = false;
  std::optional<Diagram> diagram_;
  std::jthread thread_;  // last: it ends before what it writes to
};

}  // namespace configurator::engine
