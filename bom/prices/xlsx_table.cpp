// XLSX workbooks as Excel and LibreOffice write them (ECMA-376 part 1, SpreadsheetML): values only, no
// formulas. Texts stand in a table of shared strings or in the cell itself; a day is a number whose style has
// a date format.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "bom/number_text.h"
#include "bom/prices/table.h"
#include "bom/prices/zip_archive.h"
#include "bom/xml_syntax.h"
#include "bom/xml_tree.h"

namespace bom {

namespace {

constexpr std::string_view kWorkbook = "xl/workbook.xml";

std::string attributeOf(const XmlElement& element, std::string_view name) {
  const std::string* value = findAttribute(element, name);
  return value == nullptr ? std::string() : *value;
}

const XmlElement* childOf(const XmlElement& element, std::string_view name) {
  for (const XmlElement& child : element.children)
    if (child.name == name) return &child;
  return nullptr;
}

std::optional<int> wholeIn(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

/// A text in one piece or in runs of different looks; the reading aid of Asian texts is none of it.
std::string textIn(const XmlElement& element) {
  std::string text;
  for (const XmlElement& child : element.children) {
    if (child.name == "t") text += child.text;
    if (child.name == "r") text += textIn(child);
  }
  return text;
}

/// Does a number format show a day? Quoted text, colours in brackets and escaped characters say nothing.
bool showsDay(std::string_view format) {
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '"' && !bracketed) quoted = !quoted;
    if (quoted) continue;
    if (c == '[') bracketed = true;
    if (c == ']') bracketed = false;
    if (bracketed) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
      continue;
    }
    if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') return true;
  }
  return false;
}

/// The formats that need no code in the file: days and days with times.
bool isBuiltInDay(int format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
         (format >= 50 && format <= 58);
}

/// Which styles of cells show days.
std::vector<bool> dayStyles(const XmlElement& styles) {
  std::set<int> day_formats;
  if (const XmlElement* formats = childOf(styles, "numFmts")) {
    for (const XmlElement& format : formats->children) {
      const auto id = wholeIn(attributeOf(format, "numFmtId"));
      if (id && showsDay(attributeOf(format, "formatCode"))) day_formats.insert(*id);
    }
  }
  std::vector<bool> days;
  if (const XmlElement* cells = childOf(styles, "cellXfs")) {
    for (const XmlElement& style : cells->children) {
      const int format = wholeIn(attributeOf(style, "numFmtId")).value_or(0);
      days.push_back(isBuiltInDay(format) || day_formats.contains(format));
    }
  }
  return days;
}

/// YYYY-MM-DD of a day counted from 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date
/// algorithms").
std::string dayText(std::int64_t days) {
  days += 719468;
  const std::int64_t era = days / 146097, of_era = days % 146097;
  const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  const std::int64_t day = of_year - (153 * shifted + 2) / 5 + 1;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  const auto padded = [](std::int64_t value, std::size_t width) {
    const std::string text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
  };
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

struct Workbook {
  std::vector<std::string> shared;
  std::vector<bool> day_styles;
  bool from_1904 = false;  ///< days count from there, as on old Macs
};

/// Serial 61 is 1900-03-01; before it the count has a 29 February that never was.
std::optional<std::string> dayOfSerial(std::string_view serial, bool from_1904) {
  const auto whole = wholeIn(serial.substr(0, serial.find('.')));
  if (!whole || *whole > 2'958'465) return std::nullopt;
  const int days = *whole + (from_1904 ? 1462 : 0);
  if (days < 61) return std::nullopt;
  return dayText(days - 25'569);
}

std::string valueText(const XmlElement& cell) {
  const XmlElement* value = childOf(cell, "v");
  return value == nullptr ? std::string() : withoutOuterBlanks(value->text);
}

Cell numberCell(const XmlElement& cell, const Workbook& book) {
  std::string text = valueText(cell);
  if (text.empty()) return {};
  const auto style = static_cast<std::size_t>(wholeIn(attributeOf(cell, "s")).value_or(0));
  if (style < book.day_styles.size() && book.day_styles[style]) {
    if (auto day = dayOfSerial(text, book.from_1904)) return {Cell::Kind::Day, std::move(*day)};
  }
  return {Cell::Kind::Number, std::move(text)};
}

Cell readCell(const XmlElement& cell, const Workbook& book) {
  const std::string type = attributeOf(cell, "t");
  if (type.empty() || type == "n") return numberCell(cell, book);
  std::string text;
  if (type == "s") {
    const auto at = wholeIn(valueText(cell));
    if (at && static_cast<std::size_t>(*at) < book.shared.size())
      text = book.shared[static_cast<std::size_t>(*at)];
  } else if (type == "inlineStr") {
    if (const XmlElement* inlined = childOf(cell, "is")) text = textIn(*inlined);
  } else if (type == "d") {
    return {Cell::Kind::Day, valueText(cell).substr(0, 10)};
  } else {
    text = valueText(cell);
  }
  return {Cell::Kind::Text, withoutOuterBlanks(text)};
}

/// Column of a reference like "AB12", from 0; nothing for other text.
std::optional<std::size_t> columnOf(std::string_view reference) {
  std::size_t column = 0, letters = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || letters == 3) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    ++letters;
  }
  return letters == 0 ? std::nullopt : std::optional(column - 1);
}

TableRow readRow(const XmlElement& row, int number, const Workbook& book) {
  TableRow read{number, {}};
  std::size_t next = 0;
  for (const XmlElement& cell : row.children) {
    if (cell.name != "c") continue;
    const std::size_t column = columnOf(attributeOf(cell, "r")).value_or(next);
    next = column + 1;
    if (column >= kMostTableColumns) continue;
    if (read.cells.size() <= column) read.cells.resize(column + 1);
    read.cells[column] = readCell(cell, book);
  }
  return read;
}

class WorkbookReader {
 public:
  WorkbookReader(std::map<std::string, std::string> files, const std::string& file_name)
      : files_(std::move(files)), file_name_(file_name) {}

  Result<std::vector<Table>> read() {
    const auto workbook = parse(std::string(kWorkbook));
    if (!workbook) return tl::unexpected(workbook.error());
    const auto parts = readParts(*workbook);
    if (!parts) return tl::unexpected(parts.error());
    const XmlElement* sheets = childOf(*workbook, "sheets");
    std::vector<Table> tables;
    for (const XmlElement& sheet : sheets == nullptr ? std::vector<XmlElement>() : sheets->children) {
      const auto target = targets_.find(attributeOf(sheet, "id"));
      if (target == targets_.end() || !files_.contains(target->second)) continue;
      auto table = readSheet(target->second);
      if (!table) return tl::unexpected(table.error());
      table->name = attributeOf(sheet, "name");
      tables.push_back(std::move(*table));
    }
    if (tables.empty()) return failure(file_name_ + ": the workbook has no sheet");
    return tables;
  }

 private:
  /// A file of the archive; texts of workbooks are checked once here.
  Result<XmlElement> parse(const std::string& name) const {
    const auto found = files_.find(name);
    if (found == files_.end())
      return failure(file_name_ + ": this is no workbook: " + name + " is not in it");
    if (!isXmlText(withUnixLines(found->second)))
      return failure(file_name_ + ": " + name + " in it is damaged; save it again as .xlsx or as CSV");
    return parseForeignXml(found->second, file_name_ + ": " + name + " in it");
  }

  /// What the sheets refer to: their files, shared strings, styles.
  Result<void> readParts(const XmlElement& workbook) {
    const XmlElement* properties = childOf(workbook, "workbookPr");
    const std::string from_1904 = properties == nullptr ? "" : attributeOf(*properties, "date1904");
    book_.from_1904 = from_1904 == "1" || from_1904 == "true";
    const auto relations = parse("xl/_rels/workbook.xml.rels");
    if (!relations) return tl::unexpected(relations.error());
    for (const XmlElement& relation : relations->children) {
      const std::string target = attributeOf(relation, "Target"), type = attributeOf(relation, "Type");
      const std::string file = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      targets_[attributeOf(relation, "Id")] = file;
      const auto read = readPart(type, file);
      if (!read) return read;
    }
    return {};
  }

  Result<void> readPart(const std::string& type, const std::string& file) {
    const bool strings = type.ends_with("/sharedStrings"), styles = type.ends_with("/styles");
    if ((!strings && !styles) || !files_.contains(file)) return {};
    const auto part = parse(file);
    if (!part) return tl::unexpected(part.error());
    if (styles) book_.day_styles = dayStyles(*part);
    if (strings) {
      for (const XmlElement& text : part->children)
        if (text.name == "si") book_.shared.push_back(textIn(text));
    }
    return {};
  }

  Result<Table> readSheet(const std::string& file) const {
    const auto sheet = parse(file);
    if (!sheet) return tl::unexpected(sheet.error());
    Table table;
    const XmlElement* data = childOf(*sheet, "sheetData");
    if (data == nullptr) return table;
    int number = 0;
    for (const XmlElement& row : data->children) {
      if (row.name != "row") continue;
      number = wholeIn(attributeOf(row, "r")).value_or(number + 1);
      TableRow read = readRow(row, number, book_);
      // A format on whole columns leaves rows without values behind.
      if (std::all_of(read.cells.begin(), read.cells.end(), [](const Cell& c) { return c.text.empty(); }))
        continue;
      if (table.rows.size() >= static_cast<std::size_t>(kMostTableRows)) {
        return failure(file_name_ + ": more than " + std::to_string(kMostTableRows) +
                       " rows; keep the price list alone in it");
      }
      table.rows.push_back(std::move(read));
    }
    return table;
  }

  std::map<std::string, std::string> files_;
  const std::string& file_name_;
  std::map<std::string, std::string> targets_;  // of relations, by their ids
  Workbook book_;
};

}  // namespace

Result<std::vector<Table>> readXlsxTables(std::string_view bytes, const std::string& file_name) {
  auto files = readZippedXml(bytes, file_name);
  if (!files) return tl::unexpected(files.error());
  return WorkbookReader(std::move(*files), file_name).read();
}

Result<std::vector<Table>> readTables(std::string_view bytes, const std::string& file_name) {
  constexpr std::string_view kZip = "PK\x03\x04", kCompound = "\xD0\xCF\x11\xE0";
  if (bytes.starts_with(kZip)) return readXlsxTables(bytes, file_name);
  // Excel wraps an encrypted workbook in the format of its old files.
  if (bytes.starts_with(kCompound)) {
    return failure(file_name +
                   ": the workbook is encrypted or an old .xls; save it without a password as .xlsx");
  }
  return readCsvTables(bytes, file_name);
}

}  // namespace bom
