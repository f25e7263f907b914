// Reads the rows of a price list. All problems are told at once: a list goes back to its supplier once.
#include "bom/prices/price_list.h"

#include <algorithm>
#include <map>
#include <utility>

#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/prices/list_columns.h"
#include "bom/prices/list_values.h"

namespace bom {

namespace {

constexpr std::int64_t kMostDollars = 10'000;    // for one unit of an item
constexpr std::int64_t kMostUnits = 10'000'000;  // that a supplier asks for at least

constexpr std::int64_t kMostLeadDays = 3650;

struct UnitWords {
  Unit unit;
  std::vector<std::string_view> words;
};

std::optional<Unit> unitOf(const std::string& text) {
  static const std::vector<UnitWords> kUnits{
      {Unit::Metre, {"m", "mtr", "mt", "metre", "metres", "meter", "meters", "lm", "lfm"}},
      {Unit::SquareMetre, {"m2", "m\xC2\xB2", "sqm", "sq m", "mtk", "square metre", "square meter"}},
      {Unit::Piece, {"pc", "pcs", "piece", "pieces", "ea", "each", "c62", "unit", "units", "stk"}},
      {Unit::Set, {"set", "sets"}},
      {Unit::Gram, {"g", "gr", "grm", "gram", "grams"}},
      {Unit::ThousandStitches, {"k", "mil", "1000 stitches"}},
      {Unit::Position, {"pos", "e48", "position", "positions"}},
      {Unit::Minute, {"min", "minute", "minutes"}}};
  const std::string word = comparedText(text);
  for (const UnitWords& unit : kUnits)
    if (std::find(unit.words.begin(), unit.words.end(), word) != unit.words.end()) return unit.unit;
  return std::nullopt;
}

/// A code in any letters, or a sign that stands for one currency alone.
std::optional<Currency> currencyOf(const std::string& text) {
  const std::string word = comparedText(text);
  if (word == "us$") return Currency();
  if (text == "\xE2\x82\xAC") return Currency::parse("EUR");
  if (text == "\xC2\xA3") return Currency::parse("GBP");
  std::string code = word;
  for (char& c : code)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return Currency::parse(code);
}

/// What one row says, read but not yet joined with the item's other rows.
struct ListRow {
  int number = 0;
  const Item* item = nullptr;
  PriceStep step;
  std::optional<Quantity> moq, moq_dyed;
  std::optional<int> lead_days;
  std::string supplier, date, note;
};

class ListReader {
 public:
  ListReader(const Table& table, ListHeading heading, const PriceListContext& context)
      : table_(table), heading_(std::move(heading)), context_(context) {
    std::vector<std::string_view> numbers, days;
    for (std::size_t i = heading_.row + 1; i < table_.rows.size(); ++i) {
      for (const ListColumn column :
           {ListColumn::Price, ListColumn::From, ListColumn::Moq, ListColumn::MoqDyed, ListColumn::LeadDays})
        numbers.push_back(cell(table_.rows[i], column).text);
      days.push_back(cell(table_.rows[i], ListColumn::Date).text);
    }
    numbers_ = numberWritingOf(numbers);
    days_ = dayWritingOf(days);
    for (const auto& [id, item] : context_.book->items) {
      ids_.push_back(id);
      by_word_.try_emplace(comparedText(id), &item);
    }
  }

  void read(PriceList& list) {
    for (std::size_t i = heading_.row + 1; i < table_.rows.size(); ++i) {
      const TableRow& row = table_.rows[i];
      const bool blank =
          std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& one) { return one.text.empty(); });
      if (!blank) readRow(row);
    }
    for (auto& [item, rows] : rows_) join(rows, list);
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const auto& a, const auto& b) { return a.row < b.row; });
    list.problems = std::move(problems_);
    list.ignored_columns = heading_.ignored;
  }

 private:
  const Cell& cell(const TableRow& row, ListColumn column) const {
    static const Cell kNone;
    const auto at = heading_.at(column);
    return at && *at < row.cells.size() ? row.cells[*at] : kNone;
  }

  void wrong(int row, ListColumn column, std::string message) {
    const auto at = heading_.at(column);
    problems_.push_back({row, at ? table_.rows[heading_.row].cells[*at].text : "", std::move(message)});
  }

  void readRow(const TableRow& row) {
    const std::size_t before = problems_.size();
    ListRow read;
    read.number = row.number;
    read.item = itemOf(row);
    const auto currency = readCurrency(row);
    const auto price = readNumber(row, ListColumn::Price, "price");
    if (cell(row, ListColumn::Price).text.empty())
      wrong(row.number, ListColumn::Price, "there is no price; state it or take the row out");
    if (read.item != nullptr) {
      checkUnit(row, *read.item);
      const auto from = readNumber(row, ListColumn::From, "from");
      read.step.from = Quantity::fromMillionths(from.value_or(0), read.item->unit);
      read.moq = readAmount(row, ListColumn::Moq, "moq", read.item->unit);
      read.moq_dyed = readAmount(row, ListColumn::MoqDyed, "moq dyed", read.item->unit);
    }
    readLeadDays(row, read);
    readDate(row, read);
    read.supplier = cell(row, ListColumn::Supplier).text;
    read.note = cell(row, ListColumn::Note).text;
    if (price && currency) checkPrice(row.number, Money::fromMillionths(*price, *currency));
    for (const auto& minimum : {read.moq, read.moq_dyed}) {
      if (minimum && minimum->millionths() > kMostUnits * kMillion)
        wrong(row.number, ListColumn::Moq,
              "nobody asks for more than " + std::to_string(kMostUnits) + " at least");
    }
    if (problems_.size() > before || !price || !currency || read.item == nullptr) return;
    read.step.price = Money::fromMillionths(*price, *currency);
    rows_[read.item->id].push_back(std::move(read));
  }

  /// A price that no material has is a slip of the pen, and would not fit in an order's sums.
  void checkPrice(int row, Money price) {
    const auto dollars = convertMoney(*context_.book, price, {Ratio::one(), Currency(), 6});
    if (dollars && dollars->millionths() <= kMostDollars * kMillion) return;
    wrong(row, ListColumn::Price, "a price of more than " + std::to_string(kMostDollars) + " USD is a slip");
  }

  const Item* itemOf(const TableRow& row) {
    const std::string& code = cell(row, ListColumn::Item).text;
    if (code.empty()) {
      wrong(row.number, ListColumn::Item, "there is no item code; add it or take the row out");
      return nullptr;
    }
    const auto exact = context_.book->items.find(code);
    if (exact != context_.book->items.end()) return &exact->second;
    const auto found = by_word_.find(comparedText(code));
    if (found != by_word_.end()) return found->second;
    const std::string meant = context_.suggestion ? context_.suggestion(comparedText(code), ids_) : "";
    wrong(row.number, ListColumn::Item,
          "there is no item \"" + code + "\"" + meant + "; use the item codes of the bill");
    return nullptr;
  }

  std::optional<Currency> readCurrency(const TableRow& row) {
    const std::string& stated = cell(row, ListColumn::Currency).text;
    const std::string& text = stated.empty() ? heading_.currency : stated;
    if (text.empty()) {
      wrong(row.number, ListColumn::Currency, "there is no currency; state its code, as USD");
      return std::nullopt;
    }
    const auto currency = currencyOf(text);
    if (!currency) {
      wrong(row.number, ListColumn::Currency, "\"" + text + "\" is no currency; write its code, as USD");
      return std::nullopt;
    }
    if (!perDollar(*context_.book, *currency)) {
      wrong(row.number, ListColumn::Currency,
            "there is no exchange rate for " + std::string(currency->code()) + "; price in " +
                knownCurrencies());
      return std::nullopt;
    }
    return currency;
  }

  std::string knownCurrencies() const {
    std::string codes = "USD";
    for (const auto& [code, rate] : context_.book->exchange)
      if (code != "USD") codes += ", " + code;
    return codes;
  }

  std::optional<std::int64_t> readNumber(const TableRow& row, ListColumn column, const std::string& what) {
    const Cell& at = cell(row, column);
    if (at.text.empty()) return std::nullopt;
    const auto number = parseListNumber(at, numbers_);
    if (number) return *number;
    wrong(row.number, column, what + " " + number.error().message);
    return std::nullopt;
  }

  std::optional<Quantity> readAmount(const TableRow& row, ListColumn column, const std::string& what,
                                     Unit unit) {
    const auto number = readNumber(row, column, what);
    return number ? std::optional(Quantity::fromMillionths(*number, unit)) : std::nullopt;
  }

  void checkUnit(const TableRow& row, const Item& item) {
    const std::string& text = cell(row, ListColumn::Unit).text;
    if (text.empty()) return;
    const auto unit = unitOf(text);
    if (unit == item.unit) return;
    const std::string bought(unitSymbol(item.unit));
    wrong(row.number, ListColumn::Unit,
          item.id + " is bought by " + bought + ", the list prices it by \"" + text +
              "\"; state the price per " + bought +
              (item.sheet && unit == Unit::SquareMetre
                   ? " of its width, " + formatDouble(item.sheet->cuttable_width_mm, 0) + " mm"
                   : ""));
  }

  void readLeadDays(const TableRow& row, ListRow& read) {
    const auto days = readNumber(row, ListColumn::LeadDays, "lead days");
    if (!days) return;
    if (*days % kMillion == 0 && *days / kMillion <= kMostLeadDays) {
      read.lead_days = static_cast<int>(*days / kMillion);
      return;
    }
    wrong(row.number, ListColumn::LeadDays,
          "lead days \"" + cell(row, ListColumn::LeadDays).text + "\" is not a whole number up to " +
              std::to_string(kMostLeadDays));
  }

  void readDate(const TableRow& row, ListRow& read) {
    const Cell& at = cell(row, ListColumn::Date);
    if (at.text.empty()) return;
    auto day = parseListDay(at, days_);
    if (day)
      read.date = std::move(*day);
    else
      wrong(row.number, ListColumn::Date, "date " + day.error().message);
  }

  /// What all rows of an item must say alike where they say it.
  template <typename T>
  void agree(T& all, const T& own, const ListRow& row, ListColumn column) {
    if (own == T{}) return;
    if (all == T{}) all = own;
    if (all == own) return;
    wrong(row.number, column,
          "this differs from an earlier row of " + row.item->id + "; state it once for all its steps");
  }

  void join(std::vector<ListRow>& rows, PriceList& list) {
    const std::size_t before = problems_.size();
    ListedPrice price;
    price.item = rows.front().item->id;
    price.row = rows.front().number;
    for (const ListRow& row : rows) {
      agree(price.moq, row.moq, row, ListColumn::Moq);
      agree(price.moq_dyed, row.moq_dyed, row, ListColumn::MoqDyed);
      agree(price.lead_days, row.lead_days, row, ListColumn::LeadDays);
      agree(price.supplier, row.supplier, row, ListColumn::Supplier);
      if (row.step.price.currency() != rows.front().step.price.currency())
        wrong(row.number, ListColumn::Currency, "the steps of " + price.item + " are in several currencies");
      price.date = std::max(price.date, row.date);
      if (price.note.empty()) price.note = row.note;
    }
    addSteps(rows, price);
    if (price.date.empty()) price.date = context_.date;
    if (problems_.size() == before) list.prices.push_back(std::move(price));
  }

  void addSteps(std::vector<ListRow>& rows, ListedPrice& price) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ListRow& a, const ListRow& b) { return a.step.from < b.step.from; });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      price.steps.push_back(rows[i].step);
      if (i == 0 || !(rows[i].step.from == rows[i - 1].step.from)) continue;
      wrong(rows[i].number, ListColumn::From,
            price.item + " is priced twice from " + formatQuantity(rows[i].step.from) + ", in row " +
                std::to_string(rows[i - 1].number) + " too; keep one of them");
    }
  }

  const Table& table_;
  ListHeading heading_;
  const PriceListContext& context_;
  NumberWriting numbers_;
  DayWriting days_;
  std::vector<std::string> ids_;
  std::map<std::string, const Item*> by_word_;
  std::map<std::string, std::vector<ListRow>> rows_;
  std::vector<PriceListProblem> problems_;
};

}  // namespace

Result<PriceList> readPriceList(std::string_view bytes, const std::string& file,
                                const PriceListContext& context) {
  const auto tables = readTables(bytes, file);
  if (!tables) return tl::unexpected(tables.error());
  for (const Table& table : *tables) {
    auto heading = findListHeading(table);
    if (!heading) continue;
    if (!heading->twice.empty())
      return failure(file + ": two columns mean the same: \"" + heading->twice.front() +
                     "\" is one of them; keep one");
    PriceList list;
    list.file = file;
    list.sheet = table.name;
    ListReader(table, std::move(*heading), context).read(list);
    if (list.prices.empty() && list.problems.empty())
      return failure(file + ": there are no rows below the headings");
    return list;
  }
  return failure(file +
                 ": no row has the headings item and price; others are supplier, currency, unit, from, moq, "
                 "moq dyed, lead days, date, note");
}

}  // namespace bom
