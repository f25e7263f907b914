// Where something stands in a file, and the list of what is wrong with files: collected first, said all at
// once.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace configurator {

/// Where in the catalog something stands, for messages: "options.xml:41".
struct FileLine {
  std::string file;
  int line = 0;
};
std::string placeText(const FileLine& at);  ///< "options.xml:41"

/// Content errors of one or several files.
class Problems {
 public:
  void add(FileLine at, std::string what);
  /// From now on drops what is added inside these lines: their own errors are already said, and what follows
  /// from them would only confuse.
  void silence(const std::string& file, int first_line, int last_line);

  bool empty() const { return problems_.empty(); }
  std::size_t count() const { return problems_.size(); }
  /// "file:line: what", sorted by file and line; equal lines once.
  std::vector<std::string> lines() const;
  std::string text() const;  ///< the lines, one a row, no newline at the end

 private:
  struct Problem {
    FileLine at;
    std::string what;
  };
  std::vector<Problem> problems_;
  std::map<std::string, std::vector<std::pair<int, int>>> silent_;
};

}  // namespace configurator
