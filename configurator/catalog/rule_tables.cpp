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
    if (!readPlaces(table.rows.front())) return;
    for (std::size_t row = 1; row < table.rows.size(); ++row) readRow(table.rows[row]);
    findUnnamed();
  }

 private:
  void wrong(int row, const std::string& what) {
    problems_.add({rule_.table.file, row}, "rule " + inQuotes(rule_.id) + ": " + what);
  }

  bool readPlaces(const bom::TableRow& heading) {
    bool all_known = true;
    const auto refuse = [&](const std::string& what) {
      wrong(heading.number, what);
      all_known = false;
    };
    std::vector<std::string>& places = rule_.table.places;
    for (const bom::Cell& cell : heading.cells) {
      const auto values = valuesOf(cell.text);
      if (values.empty()) refuse("there is no slot, parameter or zone " + inQuotes(cell.text));
      if (std::find(places.begin(), places.end(), cell.text) != places.end())
        refuse(inQuotes(cell.text) + " stands twice");
      places.push_back(cell.text);
      known_.push_back(values);
    }
    return all_known;
  }

  /// A value of the first place that stands in no row was forgotten: nothing would be allowed with it.
  void findUnnamed() {
    for (const std::string& value : known_.front()) {
      const bool is_named =
          std::any_of(rule_.table.rows.begin(), rule_.table.rows.end(), [&](const auto& row) {
            return row.front().empty() ||
                   std::find(row.front().begin(), row.front().end(), value) != row.front().end();
          });
      if (!is_named)
        wrong(1,
              inQuotes(rule_.table.places.front()) + " has " + inQuotes(value) + ", which stands in no row");
    }
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
    if (row.cells.size() > known_.size())
      wrong(row.number, "the row has more cells than the heading; | stands between values of one cell");
    std::vector<std::vector<std::string>> cells;
    for (std::size_t column = 0; column < known_.size(); ++column) {
      const std::string text = column < row.cells.size() ? row.cells[column].text : std::string();
      if (text.empty())
        wrong(row.number,
              "the cell of " + inQuotes(rule_.table.places[column]) + " is empty; * stands for any");
      cells.push_back(text == kAny || text.empty() ? std::vector<std::string>()
                                                   : readCell(row.number, column, text));
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
