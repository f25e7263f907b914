// An order as a freight forwarder sees it: cartons, volume, weight, and what carrying them costs by each
// mode.
#pragma once

#include <string>
#include <vector>

#include "bom/price_book.h"
#include "bom/product.h"

namespace bom {

struct Shipment {
  std::int64_t pieces = 0, cartons = 0;
  CartonPlan carton;
  Ratio volume_m3;  ///< of whole cartons
  Ratio gross_kg;   ///< with packaging
};

/// `piece_mass` is the finished product's in grams; packaging adds the rate "packing-mass" (% of it), rounded
/// for each piece to a millionth of a gram. A carton's volume is rounded to a cm3. Fails when the book lacks
/// that rate. REQUIRES a carton plan and pieces >= 1.
Result<Shipment> shipmentOf(const CartonPlan& carton, const PriceBook& book, std::int64_t pieces,
                            Quantity piece_mass);

/// One way to carry a shipment from port to port.
struct Freight {
  std::string mode;  ///< "sea-lcl" "sea-fcl" "air" "express"
  Money cost;        ///< of the whole shipment, US dollars
  std::string basis;
  FigureStatus status = FigureStatus::Estimate;
};

struct Route {
  std::string origin, market;
  bool words = true;  ///< false: the bases stay empty
};

/// Every mode that the book has a lane for, cheapest first of the two at sea, then air, then express:
///   LCL      greater of m3 and tonnes, at least 1, x rate; at least the minimum charge
///   FCL      the cheapest containers of 20', 40' and 40' high cube that hold the cartons (cartonsIn)
///   air      greater of kg and cm3 / 6000, x rate and fuel surcharge
///   express  greater of kg and cm3 / 5000, x rate
/// Rates in other currencies are turned into US dollars first. Tonnes and kg by volume are rounded to
/// billionths, costs to millionths.
/// Fails when a rate is missing.
Result<std::vector<Freight>> freightsOf(const Shipment& shipment, const PriceBook& book, const Route& route);

}  // namespace bom
