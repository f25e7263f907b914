// CSV as Excel writes it in any country: which character separates is not said in the file, so that every way
// to cut it is tried, and the reader of the price list takes the one whose headings it knows.
#include <algorithm>
#include <array>
#include <optional>

#include "bom/prices/table.h"
#include "bom/xml_syntax.h"

namespace bom {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array kSeparators{';', '\t', ','};

/// Takes fields off a text, one after the other.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool atEnd() const { return at_ >= text_.size(); }

  /// One field up to its separator or line end; nothing where a quote is never closed.
  std::optional<std::string> field() {
    std::string value;
    if (!atEnd() && text_[at_] == '"') {
      ++at_;
      if (!quoted(value)) return std::nullopt;
    }
    while (!atEnd() && text_[at_] != separator_ && text_[at_] != '\n') value += text_[at_++];
    return value;
  }

  /// Steps over what ended the field; true when it was the end of the row.
  bool endsRow() {
    if (atEnd()) return true;
    return text_[at_++] == '\n';
  }

 private:
  bool quoted(std::string& value) {
    while (!atEnd()) {
      if (text_[at_] != '"') {
        value += text_[at_++];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        value += '"';
        at_ += 2;
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

struct CutTable {
  Table table;
  bool closed = true;  ///< false: a quote was not
  bool small = true;   ///< false: too many rows
  std::size_t columns = 0;
};

CutTable cutAt(std::string_view text, char separator) {
  CutTable cut;
  CsvReader reader(text, separator);
  TableRow row{1, {}};
  while (!reader.atEnd()) {
    const auto field = reader.field();
    if (!field) {
      cut.closed = false;
      return cut;
    }
    if (row.cells.size() < kMostTableColumns)
      row.cells.push_back({Cell::Kind::Text, withoutOuterBlanks(*field)});
    if (!reader.endsRow()) continue;
    cut.columns = std::max(cut.columns, row.cells.size());
    cut.table.rows.push_back(row);
    if (row.number >= kMostTableRows) {
      cut.small = reader.atEnd();
      return cut;
    }
    row = {row.number + 1, {}};
  }
  if (!row.cells.empty()) cut.table.rows.push_back(std::move(row));
  return cut;
}

/// Excel reads "sep=;" in the first line as the separator, and hides the line.
std::optional<char> statedSeparator(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  if (line.size() != 5 || !(line.starts_with("sep=") || line.starts_with("SEP="))) return std::nullopt;
  return line[4];
}

}  // namespace

std::string withoutOuterBlanks(std::string_view text) {
  constexpr std::array<std::string_view, 7> kBlanks{" ",        "\t",           "\n",          "\r",
                                                    "\xC2\xA0", "\xE2\x80\xAF", "\xEF\xBB\xBF"};
  bool again = true;
  while (again) {
    again = false;
    for (const std::string_view blank : kBlanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        again = true;
      }
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        again = true;
      }
    }
  }
  return std::string(text);
}

Result<std::vector<Table>> readCsvTables(std::string_view bytes, const std::string& file_name) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const std::string text = withUnixLines(bytes);
  if (!isXmlText(text)) {
    return failure(file_name +
                   ": this is no text in UTF-8; in Excel save it as \"CSV UTF-8\" or as a workbook (.xlsx)");
  }
  std::vector<char> separators(kSeparators.begin(), kSeparators.end());
  if (const auto stated = statedSeparator(text)) separators = {*stated};
  std::vector<Table> tables;
  bool unclosed = false;
  for (const char separator : separators) {
    CutTable cut = cutAt(text, separator);
    if (!cut.small) {
      return failure(file_name + ": more than " + std::to_string(kMostTableRows) +
                     " rows; keep the price list alone in it");
    }
    unclosed = unclosed || !cut.closed;
    if (cut.closed && cut.columns > 1) tables.push_back(std::move(cut.table));
  }
  if (!tables.empty()) return tables;
  return failure(file_name + (unclosed ? ": a quote (\") is opened and never closed"
                                       : ": there are no columns separated by semicolon, comma or tab"));
}

}  // namespace bom
