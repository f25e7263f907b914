// Turns a broken promise into std::logic_error, which main reports as an internal error.
#include "configurator/catalog/require.h"

#include <stdexcept>

namespace configurator {

void require(bool condition, const char* what) {
  if (!condition) throw std::logic_error(what);
}

void broken(const std::string& what) {
  throw std::logic_error(what);
}

}  // namespace configurator
