// The one place where a broken promise becomes an exception.
#include "bom/require.h"

#include <stdexcept>

namespace bom {

void require(bool condition, const char* what) {
  if (!condition) throw std::logic_error(what);
}

}  // namespace bom
