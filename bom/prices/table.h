// A price list as rows of cells, whatever file it came from: a CSV file or a sheet of an XLSX workbook.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bom/result.h"

namespace bom {

struct Cell {
  /// Text says nothing about what it means; a workbook knows its numbers and days.
  enum class Kind { Text, Number, Day };
  Kind kind = Kind::Text;
  /// Valid UTF-8 without blanks at its ends. Of a number its digits with a point, perhaps with an exponent;
  /// of a day YYYY-MM-DD.
  std::string text;
};

struct TableRow {
  int number = 0;  ///< as the user's program counts them, from 1
  std::vector<Cell> cells;
};

struct Table {
  std::string name;  ///< of the sheet; empty for CSV
  std::vector<TableRow> rows;
};

/// More rows than any price list has; a larger table is refused.
constexpr int kMostTableRows = 50'000;
/// Columns beyond are left out.
constexpr int kMostTableColumns = 200;

/// The tables that a file may be read as: every sheet of an XLSX workbook in its order; a CSV file cut at
/// semicolons, tabs and commas. Fails on what is neither, is damaged, encrypted or too large; the message
/// begins with `file_name` and says what to do.
Result<std::vector<Table>> readTables(std::string_view bytes, const std::string& file_name);

/// CSV in UTF-8, with or without byte order mark: the ways to cut it that give more than one column.
Result<std::vector<Table>> readCsvTables(std::string_view bytes, const std::string& file_name);
/// An XLSX workbook as Excel and LibreOffice write it.
Result<std::vector<Table>> readXlsxTables(std::string_view bytes, const std::string& file_name);

/// The text without white space at its ends, no-break spaces included.
std::string withoutOuterBlanks(std::string_view text);

}  // namespace bom
