#include "configurator/catalog/split_text.h"

namespace configurator {

std::vector<std::string> splitAt(std::string_view text, char mark) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, start)) {
    parts.emplace_back(text.substr(start, at - start));
    start = at + 1;
  }
  parts.emplace_back(text.substr(start));
  return parts;
}

}  // namespace configurator
