// Names of who set a value.
#include "configurator/catalog/choices.h"

namespace configurator {

std::string_view byName(By by) {
  switch (by) {
    case By::User:
      return "user";
    case By::Template:
      return "template";
    case By::Solved:
      return "solved";
  }
  return "user";
}

std::optional<By> parseBy(std::string_view name) {
  for (By by : {By::User, By::Template, By::Solved}) {
    if (name == byName(by)) return by;
  }
  return std::nullopt;
}

}  // namespace configurator
