#include "configurator/session/kept_price_books.h"

#include <utility>

namespace configurator {

Result<SharedPrices> KeptPriceBooks::find(const std::string& key,
                                          const std::function<Result<bom::PriceBook>()>& make) {
  const std::lock_guard lock(mutex_);
  if (const auto kept = books_.find(key); kept != books_.end()) return kept->second;
  auto made = make();
  if (!made) return tl::unexpected(made.error());
  if (books_.size() >= kMost) books_.clear();
  return books_[key] = std::make_shared<const bom::PriceBook>(std::move(*made));
}

}  // namespace configurator
