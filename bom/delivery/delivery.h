// From ex-factory to the buyer's door: every leg with who pays it under the order's Incoterm, the duty and
// taxes of the market, the price at the Incoterm and the landed cost. Money per piece, each line rounded to 4
// decimals once; terminal handling at destination is two charges (documents per shipment, handling per m3),
// each rounded. What the next line is a share of is the rounded line; 1.10 x premium is kept to a billionth.
//
//   CFR = FOB + main carriage          CIF = CFR / (1 - 1.10 x premium)
//   customs value = CIF, or FOB where the market values so, + what the buyer gave (assists)
//   duty = customs value x (line + extra duties)
//   landed = FOB + carriage + insurance + duty + fees + clearance + on-carriage (+ VAT where it is lost)
//            + assists
#pragma once

#include <string>
#include <vector>

#include "bom/delivery/shipment.h"
#include "bom/delivery/tariff.h"

namespace bom {

struct CostLeg {
  std::string id;  ///< "goods", a Leg's name, "duty", "fee: ...", "vat" or "assist"
  Payer payer = Payer::Buyer;
  Money amount;
  std::string basis;
  FigureStatus status = FigureStatus::Estimate;
  bool is_cost = true;  ///< false: a VAT that its payer gets back
};

struct DutyFigure {
  std::string tariff_line;
  Ratio rate;             ///< extra duties included
  std::string valuation;  ///< "CIF" or "FOB"
  Money customs_value, amount;
  std::string basis;
};

struct Delivery {
  std::string incoterm;
  std::vector<CostLeg> legs;  ///< in the order of the journey; the first is the goods ex factory
  DutyFigure duty;
  std::vector<Freight> freights;  ///< other modes too, for comparison; the first is reckoned with
  Money price;                    ///< at the Incoterm: what the seller pays for
  Money landed;                   ///< at the buyer's door, whoever pays
  std::vector<std::string> notes;
};

/// What is delivered. `exported` are the printed lines from the gate to on board; `currency` is that of all.
struct DeliveryInput {
  const Product* product = nullptr;
  const PriceBook* book = nullptr;
  std::int64_t quantity = 1;
  Quantity piece_mass;  ///< grams
  Money ex_factory;
  struct Exported {
    Leg leg;
    Money amount;
    std::string basis;
    FigureStatus status;
  };
  std::vector<Exported> exported;
  std::string origin, market, incoterm, as_of;
  /// Ways to carry it; the first is taken.
  std::vector<Freight> freights;
  const OuterSurface* surface = nullptr;  ///< of the product
  bool proof_of_origin = false;           ///< then the lowest preference that holds takes the line's place
  Money assist;                           ///< tooling that the buyer paid, per piece; zero: none
  bool words = true;                      ///< false: bases and notes stay empty
};

/// Fails on a market, term or rate that the book lacks. REQUIRES a carton plan and a way to carry
/// it that the term can be had with.
Result<Delivery> deliver(const DeliveryInput& input);

}  // namespace bom
