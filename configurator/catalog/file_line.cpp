// Collects and sorts what is wrong with files.
#include "configurator/catalog/file_line.h"

#include <algorithm>
#include <tuple>

namespace configurator {

std::string placeText(const FileLine& at) {
  return at.file + ":" + std::to_string(at.line);
}

void Problems::add(FileLine at, std::string what) {
  const auto silent = silent_.find(at.file);
  if (silent != silent_.end()) {
    for (const auto& [first, last] : silent->second) {
      if (at.line >= first && at.line <= last) return;
    }
  }
  problems_.push_back({std::move(at), std::move(what)});
}

void Problems::silence(const std::string& file, int first_line, int last_line) {
  silent_[file].emplace_back(first_line, last_line);
}

std::vector<std::string> Problems::lines() const {
  std::vector<Problem> sorted = problems_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.at.file, a.at.line) < std::tie(b.at.file, b.at.line);
  });
  std::vector<std::string> lines;
  for (const Problem& problem : sorted) {
    std::string line = placeText(problem.at) + ": " + problem.what;
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  }
  return lines;
}

std::string Problems::text() const {
  std::string text;
  for (const std::string& line : lines()) text += (text.empty() ? "" : "\n") + line;
  return text;
}

}  // namespace configurator
