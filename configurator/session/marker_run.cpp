#include "configurator/session/marker_run.h"

#include <chrono>
#include <stop_token>
#include <utility>

#include "bom/marker/cloth_use.h"

namespace configurator {

void MarkerRun::start(const Workshop& workshop, std::vector<bom::Product> products) {
  giveUp();
  if (isLaying())
    next_ = Next{&workshop, std::move(products)};
  else
    run(workshop, std::move(products));
}

void MarkerRun::run(const Workshop& workshop, std::vector<bom::Product> products) {
  std::promise<Result<void>> promise;
  laid_ = promise.get_future();
  unwanted_ = false;
  thread_ = std::jthread([&workshop, products = std::move(products),
                          promise = std::move(promise)](const std::stop_token& given_up) mutable {
    Result<void> done;
    for (const bom::Product& product : products) {
      const auto laid = bom::consumptionOf(product, workshop.catalog.prices, *workshop.markers, given_up);
      if (!laid && done) done = failure(laid.error().message);
    }
    promise.set_value(std::move(done));
  });
}

void MarkerRun::giveUp() {
  next_.reset();
  unwanted_ = true;
  thread_.request_stop();
}

Result<bool> MarkerRun::take() {
  if (!isLaying() || laid_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
  const Result<void> laid = laid_.get();
  if (!unwanted_) return laid ? Result<bool>(true) : Result<bool>(tl::unexpected(laid.error()));
  if (next_) {
    Next next = std::move(*next_);
    next_.reset();
    run(*next.workshop, std::move(next.products));
  }
  return false;
}

Result<bool> MarkerRun::finish() {
  while (isLaying()) {
    laid_.wait();
    auto taken = take();
    if (!taken || *taken) return taken;
  }
  return false;
}

}  // namespace configurator
