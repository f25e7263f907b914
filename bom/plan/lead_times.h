// How long the lines of a bill take to reach the factory. What a supplier asks comes before what is usual for
// the kind of goods.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bom/bill.h"

namespace bom {

struct LineLead {
  DayRange days;           ///< calendar days after the order; all 0: nothing is known, or an assembly
  bool is_made = false;    ///< in a colour of the order
  std::string item, what;  ///< ids; what: name of the row, or "offer of SUPPLIER"
  FigureStatus status = FigureStatus::Estimate;
};

/// The days that a supplier states, else the first row of the book that fits.
LineLead leadTimeOf(const Item& item, bool is_made, const PriceBook& book);

/// Which colours are made for the order: those that are no stock colours, all that can be, or none.
enum class MadeColors { AsOrdered, All, None };

/// One for each of the bill's lines. A line is made for the order where any colorway that is ordered has its
/// zone in such a colour (colorLotsOf).
std::vector<LineLead> leadTimesOf(const Product& product, const std::vector<BillLine>& lines,
                                  const PriceBook& book, MadeColors made = MadeColors::AsOrdered);

/// The slowest of lines. `days` are the most of each pace; the line is that of the most typical days.
struct MaterialLeads {
  std::optional<LineLead> stock, made;
};
MaterialLeads slowestOf(const std::vector<LineLead>& leads);

}  // namespace bom
