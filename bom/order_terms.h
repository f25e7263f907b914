// What buyer and seller agreed besides the Incoterm.
#pragma once

#include <cstdint>
#include <string>

namespace bom {

/// The defaults are what is usual where nothing is agreed.
struct OrderTerms {
  std::string freight;              ///< "sea" "air" "express"; empty: the cheaper way by sea
  bool proof_of_origin = false;     ///< the seller proves it: a preference is reckoned with
  bool buyer_pays_tooling = false;  ///< then it is no part of the price, but an assist of the customs value
  std::int64_t tooling_over = 0;    ///< pieces that tooling and samples are spread over; 0: the order's
  std::string payment;              ///< id of the payment terms; empty: the price book's first
};

}  // namespace bom
