// Broken promises end the operation with a message.
#include "renderer/require.h"

#include <stdexcept>

namespace renderer {

void require(bool condition, const char* what) {
  if (!condition) throw std::logic_error(what);
}

}  // namespace renderer
