// Aligned columns for people. Widths count characters, not bytes.
#pragma once

#include <string>
#include <vector>

namespace configurator {

enum class Align { Left, Right };

class TextTable {
 public:
  explicit TextTable(std::vector<Align> columns) : columns_(std::move(columns)) {}

  /// REQUIRES one cell per column.
  void add(std::vector<std::string> cells);
  /// A line of dashes under the rows so far.
  void addRule();
  /// Every row on its own line, two spaces between columns, none at the end of a line.
  std::string text(const std::string& indent = "") const;

 private:
  std::vector<Align> columns_;
  std::vector<std::vector<std::string>> rows_;  // a rule is an empty row
};

}  // namespace configurator
