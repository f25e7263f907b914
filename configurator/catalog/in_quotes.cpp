#include "configurator/catalog/in_quotes.h"

namespace configurator {

std::string inQuotes(std::string_view text) {
  constexpr std::size_t kLongest = 60;  // characters of a wrong value that a message repeats
  if (text.size() <= kLongest) return "\"" + std::string(text) + "\"";
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + std::string(text.substr(0, end)) + "…\"";
}

}  // namespace configurator
