#include <stdexcept>
#include "tests/models/read_model.h"
namespace models {
ForeignModel parseUvl(const std::string&, const std::string& name) { throw std::runtime_error(name + ": later"); }
}
