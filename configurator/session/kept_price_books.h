// Price books with the lists of designs laid over the catalog's, made once and kept: a design is priced at
// every click.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "bom/price_book.h"
#include "configurator/catalog/result.h"

namespace configurator {

using SharedPrices = std::shared_ptr<const bom::PriceBook>;

/// Safe to use from several threads.
class KeptPriceBooks {
 public:
  /// The book that is kept under the key, which must say all that the book depends on, or what `make` gives.
  /// Failures are not kept.
  Result<SharedPrices> find(const std::string& key, const std::function<Result<bom::PriceBook>()>& make);

 private:
  static constexpr std::size_t kMost = 8;  ///< half a MB each; then all are forgotten
  std::mutex mutex_;
  std::map<std::string, SharedPrices> books_;
};

}  // namespace configurator
