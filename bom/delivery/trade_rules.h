// Rows of the price book about bringing goods to a market: delivery terms, freight lanes, and what customs
// take besides the duty of a tariff line. Values only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bom/item.h"

namespace bom {

enum class Payer { Seller, Buyer, None };
std::string_view payerName(Payer payer);  ///< "seller" "buyer" "none"
std::optional<Payer> parsePayer(std::string_view name);

/// What is paid between the factory's gate and the buyer's door, in the order of the journey.
enum class Leg {
  Loading,
  PreCarriage,
  ExportClearance,
  OriginTerminal,
  VesselLoading,
  MainCarriage,
  Insurance,
  DestinationTerminal,
  OnCarriage,
  Unloading,
  ImportClearance,
  DutyAndTax
};
constexpr int kLegs = 12;
std::string_view legName(Leg leg);  ///< "loading" ... "duty-and-tax"

/// A delivery term of Incoterms 2020: who pays which leg.
struct Incoterm {
  std::string id, name, place;  ///< "FOB", "Free On Board", "port of shipment"
  bool sea_only = false;
  std::string instead;  ///< the term that the ICC advises for containers, or empty where this one suits them
  std::vector<Payer> payers;  ///< one for each leg
  std::string note;
  Provenance provenance;
  Payer payerOf(Leg leg) const { return payers.at(static_cast<std::size_t>(leg)); }
};

/// Which freight rate holds from where to where. Of several the first in the book holds.
struct Lane {
  std::string mode;                           ///< "sea-lcl" "sea-20" "sea-40" "sea-40hc" "air" "express"
  std::string rate;                           ///< of the price book, USD per CBM, container or kg
  std::vector<std::string> origins, markets;  ///< empty: all
  bool stand_in = false;                      ///< a figure of another lane, for want of one
};

/// When a rule holds; days YYYY-MM-DD, both included; empty: open.
struct Period {
  std::string from, until;
  bool holdsOn(const std::string& day) const {
    return (from.empty() || from <= day) && (until.empty() || day <= until);
  }
};

/// A fee at import that has a base and perhaps limits of its own.
struct ImportFee {
  std::string market, name;
  std::string base;  ///< "cif" "fob" "duty" "freight"
  Ratio percent;
  Money least, most;  ///< per shipment; zero: none
  bool sea_only = false;
  Period period;
  Provenance provenance;
};

/// A duty that takes the place of the tariff line's, where the goods prove their origin.
struct Preference {
  std::vector<std::string> markets, origins;
  std::string name;
  Ratio duty;
  Period period;
  Provenance provenance;
};

/// A duty on top of the tariff line's.
struct ExtraDuty {
  std::vector<std::string> markets, origins;  ///< origins empty: all
  std::string name;
  Ratio duty;
  Period period;
  Provenance provenance;
};

/// How a market reckons its VAT where that is not (customs value + duty + fees) x rate.
struct VatRule {
  std::string market;
  Ratio uplift;             ///< of the customs value, added to the base
  bool inclusive = false;   ///< the tax is part of its own base: base / (1 - rate)
  bool recoverable = true;  ///< by a registered importer: then it is no cost
  Provenance provenance;
};

}  // namespace bom
