// Work that falls into independent parts, on all processors.
#pragma once

#include <cstddef>
#include <functional>

namespace configurator {

/// Calls `part` once for every number below `count`, in any order and several at a time, and returns when all
/// are done. What a part throws is thrown here, once the others have ended.
void inParallel(std::size_t count, const std::function<void(std::size_t)>& part);

}  // namespace configurator
