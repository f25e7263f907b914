// A quote as text and as JSON, from its own digits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configurator/session/quote.h"

namespace configurator {

/// A quote opened, and what today's catalog says against it.
struct OpenedQuote {
  const Quote& quote;
  /// Nothing: the catalog could not say, and `why_not` does.
  std::optional<std::vector<QuoteChange>> changes;
  std::string why_not;
};

std::string quoteText(const OpenedQuote& opened);
std::string quoteJson(const OpenedQuote& opened);

}  // namespace configurator
