// What a price hangs on, as groups of figures of the price book that move together: the drivers of a
// sensitivity and of a range.
#pragma once

#include <string>
#include <vector>

#include "bom/price_book.h"

namespace bom {

enum class Driver {
  Fabrics,
  Trims,
  Wages,
  FactoryOverhead,
  Minutes,
  Tooling,
  Quality,
  Freight,
  Duty,
  Margin,
  ExchangeRate
};
const std::vector<Driver>& allDrivers();
std::string driverName(Driver driver);  ///< "prices of fabrics"

/// The book with the driver's figures x `factor`. A better line efficiency is what fewer minutes are, so
/// minutes stand for both. Rates say whose they are (Rate::driver); what no driver has (waste, an origin's
/// uplift, the surcharge of a small order) stays.
PriceBook scaledBook(const PriceBook& book, Driver driver, Ratio factor);

/// How far a figure without bounds of its own may be off, by its status; a supplier's offer and a user's
/// figure are taken as they are.
Ratio doubtOf(FigureStatus status);

/// The book with the driver's figures at their cheap or dear end: stated bounds where there are some, else
/// the figure less or more its doubt.
PriceBook boundBook(const PriceBook& book, Driver driver, bool dear);

}  // namespace bom
