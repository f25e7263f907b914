// What customs take at import: the tariff line's duty, extra duties, fees and VAT. Money per piece.
//
//   fee = base x percent, at least and at most its limits / pieces
//   VAT = (customs value x (1 + uplift) + duty + fees) x rate, / (1 - rate) where it is part of its own base
//
// Each is rounded to 4 decimals once, the uplift to a millionth. There is no line of a VAT of 0 %.
#pragma once

#include <vector>

#include "bom/delivery/delivery.h"

namespace bom {

/// Values per piece that duties and fees are a share of, in the estimate's currency.
struct ImportValues {
  Money fob, freight, cif;
  bool by_sea = true;
};

struct ImportCharges {
  DutyFigure duty;
  std::vector<CostLeg> legs;  ///< duty, fees, VAT; payers are the caller's
  std::vector<std::string> notes;
};

/// Fails when a currency of a fee is not exchanged.
Result<ImportCharges> importChargesOf(const DeliveryInput& input, const Market& market,
                                      const ImportValues& values);

}  // namespace bom
