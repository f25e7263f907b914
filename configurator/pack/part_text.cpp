#include "configurator/pack/part_text.h"

namespace configurator {
namespace {

char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string capitalised(std::string text) {
  if (!text.empty()) text.front() = capital(text.front());
  return text;
}

}  // namespace

std::string partText(const std::string& name) {
  const std::string text = capitalised(name);
  const std::size_t colon = text.find(": ");
  if (colon == std::string::npos) return text;
  const std::string module = text.substr(0, colon), part = text.substr(colon + 2);
  return capitalised(part) == module ? module : text;
}

std::string pairText(const std::string& name) {
  for (const char* side : {", left", ", right", " left", " right"}) {
    if (name.ends_with(side)) return name.substr(0, name.size() - std::string(side).size());
  }
  return name;
}

}  // namespace configurator
