// A quote: what a design costs, as it was issued. It keeps the design, the prices and figures it rests on and
// every printed line, so that it opens to the same digits whatever becomes of the catalog. Values only;
// digits are kept as printed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bom/item.h"
#include "configurator/catalog/result.h"
#include "configurator/session/figures.h"

namespace configurator {

/// What it was reckoned for.
struct QuoteTerms {
  std::string date;  ///< YYYY-MM-DD: of all dated figures, and of issue
  std::string origin, market, incoterm, currency;
  std::string size;  ///< "S", "M" or "L", or "order": the sizes of its order
};

/// A row of the price book that is no item: a rate, a duty, an exchange rate, an operation.
struct QuotedFigure {
  std::string kind, id, name, value;
  bom::Provenance provenance;
};

/// A printed line of the estimate for one pack, in the currency of the terms unless it says otherwise.
struct QuotedLine {
  std::string group;  ///< "total", "leg", or an estimate's: "materials", "labour" ...
  std::string name, amount, basis, status;
};

/// A line of the bill for one pack.
struct QuotedBillLine {
  std::string number, item, placement, unit, net, gross, unit_price, extended, status;
};

struct QuotedBreak {
  std::int64_t quantity = 0;
  std::vector<QuotedLine> lines;
  std::vector<QuotedBillLine> bill;
};

struct Quote {
  std::string program;  ///< "Rucksmith 0.1.0"
  std::string name, style_number;
  std::string design;  ///< the text of its .ruck file
  QuoteTerms terms;
  std::vector<bom::Item> items;  ///< of the bill, by id; only what they cost and where from
  std::vector<QuotedFigure> figures;
  std::vector<QuotedBreak> breaks;  ///< not empty
  std::vector<std::string> notes;
};

/// REQUIRES figures with an estimate.
Quote makeQuote(const Workshop& workshop, const Design& design, const Figures& figures);

/// The rows besides items that an estimate can rest on: those of its origin, market, term and operations, and
/// every rate.
std::vector<QuotedFigure> quotedFigures(const Figures& figures);

/// The file: XML of assets/schemas/quote.xsd, with the SHA-256 of all its bytes in which the hash itself
/// counts as zeros. Equal quotes give equal bytes.
std::string writeQuote(const Quote& quote);
/// Fails on what the schema refuses and on any changed byte.
Result<Quote> parseQuote(std::string_view bytes, const std::string& file_name);

/// A line, price or figure that is another one today.
struct QuoteChange {
  std::string where;  ///< "300 pieces" or "prices"
  std::string what, quoted, now;
};

/// The quoted design reckoned with the workshop's catalog; prices that were the user's stay as quoted. Fails,
/// saying why, when the catalog cannot reckon it any more.
Result<std::vector<QuoteChange>> changesSince(const Workshop& workshop, const Quote& quote);

}  // namespace configurator
