#include "configurator/cli/quote_answers.h"

#include <algorithm>
#include <utility>

#include "bom/number_text.h"
#include "configurator/cli/json_numbers.h"
#include "configurator/cli/text_table.h"

namespace configurator {
namespace {

/// A line's amounts at every quantity.
struct QuoteRow {
  std::string group, name;
  std::vector<std::string> amounts;
};

/// Lines of one group and name are one row; where a quantity has several of them, they are told apart by
/// their order.
std::vector<QuoteRow> rowsOf(const Quote& quote) {
  std::vector<QuoteRow> rows;
  for (std::size_t at = 0; at < quote.breaks.size(); ++at) {
    for (const QuotedLine& line : quote.breaks[at].lines) {
      auto row = std::find_if(rows.begin(), rows.end(), [&](const QuoteRow& one) {
        return one.group == line.group && one.name == line.name && one.amounts[at].empty();
      });
      if (row == rows.end())
        row = rows.insert(row, {line.group, line.name, std::vector<std::string>(quote.breaks.size())});
      row->amounts[at] = line.amount;
    }
  }
  return rows;
}

std::string groupTable(const Quote& quote, const std::vector<QuoteRow>& rows,
                       const std::vector<std::string>& groups) {
  std::vector<Align> columns(quote.breaks.size() + 1, Align::Right);
  columns.front() = Align::Left;
  TextTable table(std::move(columns));
  std::vector<std::string> head{groups.front() == "total" ? "pieces" : "line"};
  for (const QuotedBreak& at : quote.breaks) head.push_back(std::to_string(at.quantity));
  table.add(std::move(head));
  table.addRule();
  for (const std::string& group : groups) {
    for (const QuoteRow& row : rows) {
      if (row.group != group) continue;
      std::vector<std::string> cells{group == "total" || group == "leg" ? row.name : group + ": " + row.name};
      cells.insert(cells.end(), row.amounts.begin(), row.amounts.end());
      table.add(std::move(cells));
    }
  }
  return table.text() + "\n";
}

std::string changesText(const OpenedQuote& opened) {
  if (!opened.changes) return "What would change today cannot be said: " + opened.why_not + "\n";
  if (opened.changes->empty()) return "What would change with today's catalog: nothing.\n";
  TextTable table({Align::Left, Align::Left, Align::Right, Align::Right});
  table.add({"where", "what", "quoted", "now"});
  table.addRule();
  for (const QuoteChange& change : *opened.changes)
    table.add({change.where, change.what, change.quoted, change.now});
  return "What would change with today's catalog:\n\n" + table.text();
}

Json linesJson(const QuotedBreak& at) {
  Json lines = Json::array();
  for (const QuotedLine& line : at.lines) {
    lines.push_back({{"group", line.group},
                     {"name", line.name},
                     {"amount", line.amount},
                     {"basis", line.basis},
                     {"status", line.status}});
  }
  return lines;
}

Json billJson(const QuotedBreak& at) {
  Json lines = Json::array();
  for (const QuotedBillLine& line : at.bill) {
    lines.push_back({{"line", line.number},
                     {"item", line.item},
                     {"placement", line.placement},
                     {"unit", line.unit},
                     {"net", line.net},
                     {"gross", line.gross},
                     {"unit_price", line.unit_price},
                     {"extended", line.extended},
                     {"status", line.status}});
  }
  return lines;
}

Json changesJson(const OpenedQuote& opened) {
  if (!opened.changes) return nullptr;
  Json changes = Json::array();
  for (const QuoteChange& change : *opened.changes) {
    changes.push_back(
        {{"where", change.where}, {"what", change.what}, {"quoted", change.quoted}, {"now", change.now}});
  }
  return changes;
}

}  // namespace

std::string quoteText(const OpenedQuote& opened) {
  const Quote& quote = opened.quote;
  const QuoteTerms& terms = quote.terms;
  const std::vector<QuoteRow> rows = rowsOf(quote);
  std::string text =
      "Quote: " + quote.name + (quote.style_number.empty() ? "" : " (" + quote.style_number + ")") +
      ", size " + terms.size + ", of " + terms.date + " by " + quote.program + "\nPer pack in " +
      terms.currency + ", made in " + terms.origin + " for " + terms.market + ", " + terms.incoterm +
      ".\n\n" + groupTable(quote, rows, {"total"}) +
      groupTable(quote, rows,
                 {"materials", "labour", "overhead", "tooling", "quality", "margin", "logistics"});
  if (std::any_of(rows.begin(), rows.end(), [](const QuoteRow& row) { return row.group == "leg"; }))
    text += groupTable(quote, rows, {"leg"});
  for (const bom::Item& item : quote.items) {
    if (item.price_provenance.status == bom::FigureStatus::User)
      text += "your price: " + item.id + " (" + item.price_provenance.source + ", " +
              item.price_provenance.date + ")\n";
  }
  for (const std::string& note : quote.notes) text += "note: " + note + "\n";
  return text + "\n" + changesText(opened);
}

std::string quoteJson(const OpenedQuote& opened) {
  const Quote& quote = opened.quote;
  const QuoteTerms& terms = quote.terms;
  Json json = jsonObject();
  json["name"] = quote.name;
  json["style_number"] = quote.style_number;
  json["program"] = quote.program;
  json["as_of"] = terms.date;
  json["origin"] = terms.origin;
  json["market"] = terms.market;
  json["incoterm"] = terms.incoterm;
  json["currency"] = terms.currency;
  json["pack_size"] = terms.size;
  json["breaks"] = Json::array();
  for (const QuotedBreak& at : quote.breaks)
    json["breaks"].push_back({{"quantity", at.quantity}, {"lines", linesJson(at)}, {"bill", billJson(at)}});
  json["warnings"] = quote.notes;
  json["changes"] = changesJson(opened);
  json["why_no_changes"] = opened.changes ? Json(nullptr) : Json(opened.why_not);
  return jsonText(json);
}

}  // namespace configurator
