// The few dozen choices a design is: slots, parameters, zones. Everything else is derived from them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace configurator {

/// Who set a value. A template's or solved value is current and available, not chosen.
enum class By { User, Template, Solved };
std::string_view byName(By by);  ///< "user" "template" "solved"
std::optional<By> parseBy(std::string_view name);

/// One value with who set it and whether it is pinned. `T` is an option id, a number or an item id.
template <typename T>
struct Chosen {
  T value{};
  By by = By::Template;
  bool pinned = false;
  friend bool operator==(const Chosen&, const Chosen&) = default;
};

/// Every slot, parameter and zone of the catalog has a value here once a design is loaded or made.
struct Choices {
  std::map<std::string, Chosen<std::string>> options;  ///< slot id -> option id
  std::map<std::string, Chosen<double>> parameters;    ///< parameter id -> value in the parameter's unit
  std::map<std::string, Chosen<std::string>> zones;    ///< zone id -> item id or series id
  friend bool operator==(const Choices&, const Choices&) = default;
};

}  // namespace configurator
