// Reads allowed combinations.
#include "configurator/catalog/rule_tables.h"

#include <algorithm>

#include "bom/prices/table.h"
#include "configurator/catalog/in_quotes.h"
#include "configurator/catalog/near_word.h"
#include "configurator/catalog/number_text.h"

namespace configurator {

namespace {

constexpr char kBetween = '|';
constexpr const char* kAny = "*";

class RuleTableReader {
 public:
  RuleTableReader(const Catalog& catalog, Rule& rule, Problems& problems)
      : catalog_(catalog), rule_(rule), problems_(problems) {}

  void read(const bom::Table& table) {
    if (table.rows.size() < 2) return wrong(1, "needs a row of places and a row of values");
    for (const bom::Cell& cell : table.rows.front().cells) {
      const bool is_known = catalog_.findSlot(cell.text) != nullptr ||
                            catalog_.findZone(cell.text) != nullptr ||
                            catalog_.findParameter(cell.text) != nullptr;
      if (!is_known) wrong(1, "there is no slot, parameter or zone " + inQuotes(cell.text));
      rule_.table.places.push_back(cell.text);
      known_.push_back(valuesOf(cell.text));
    }
    for (std::size_t row = 1; row < table.rows.size(); ++row) readRow(table.rows[row]);
  }

 private:
  void wrong(int row, const std::string& what) {
    problems_.add({rule_.table.file, row}, "rule " + inQuotes(rule_.id) + ": " + what);
  }

  std::vector<std::string> valuesOf(const std::string& place) const {
    std::vector<std::string> values;
    if (const Zone* zone = catalog_.findZone(place)) return catalog_.materialsOf(*zone);
    for (const Option* option : catalog_.optionsOf(place)) values.push_back(option->id);
    if (const Parameter* parameter = catalog_.findParameter(place)) {
      for (const double step : parameterSteps(*parameter)) values.push_back(formatNumber(step));
    }
    return values;
  }

  void readRow(const bom::TableRow& row) {
    std::vector<std::vector<std::string>> cells;
    for (std::size_t column = 0; column < known_.size(); ++column) {
      const std::string text = column < row.cells.size() ? row.cells[column].text : std::string();
      cells.push_back(text == kAny ? std::vector<std::string>() : readCell(row.number, column, text));
    }
    rule_.table.rows.push_back(std::move(cells));
  }

  std::vector<std::string> readCell(int row, std::size_t column, const std::string& text) {
    std::vector<std::string> values;
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t to = std::min(text.find(kBetween, from), text.size());
      values.push_back(bom::withoutOuterBlanks(std::string_view(text).substr(from, to - from)));
      from = to + 1;
      const auto& known = known_[column];
      if (std::find(known.begin(), known.end(), values.back()) == known.end())
        wrong(row, inQuotes(rule_.table.places[column]) + " has no " + inQuotes(values.back()) +
                       didYouMean(values.back(), known));
    }
    return values;
  }

  const Catalog& catalog_;
  Rule& rule_;
  Problems& problems_;
  std::vector<std::vector<std::string>> known_;
};

}  // namespace

void readRuleTable(const Catalog& catalog, const std::map<std::string, std::string>& tables, Rule& rule,
                   Problems& problems) {
  const std::string whose = "rule " + inQuotes(rule.id) + ": ";
  const auto file = tables.find(rule.table.file);
  if (file == tables.end()) {
    problems.add(rule.at, whose + "there is no file " + inQuotes(rule.table.file) + " beside the catalog");
    return;
  }
  const auto table = bom::readCsvTables(file->second, rule.table.file);
  if (!table || table->empty()) {
    problems.add(rule.at, whose + (table ? inQuotes(rule.table.file) + " is empty" : table.error().message));
    return;
  }
  RuleTableReader(catalog, rule, problems).read(table->front());
}

}  // namespace configurator
