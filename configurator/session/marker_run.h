// Lays the markers of a product, in each of its sizes, while the user goes on working.
#pragma once

#include <future>
#include <optional>
#include <thread>
#include <vector>

#include "bom/product.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// One design at a time; the workshop keeps what is laid. Destroying it gives up at the next marker.
class MarkerRun {
 public:
  /// In place of what is being laid, once that has been given up. REQUIRES that the workshop outlives the
  /// run.
  void start(const Workshop& workshop, std::vector<bom::Product> products);
  /// Nobody wants what is being laid any more.
  void giveUp();
  /// Between start() and the take() that says that all is laid.
  bool isLaying() const { return laid_.valid(); }
  /// True once, when all markers of the last start() are kept; why not, where one cannot be laid.
  Result<bool> take();
  /// Waits for that. REQUIRES isLaying().
  Result<bool> finish();

 private:
  void run(const Workshop& workshop, std::vector<bom::Product> products);

  struct Next {
    const Workshop* workshop;
    std::vector<bom::Product> products;
  };
  std::optional<Next> next_;  ///< what to lay when what nobody wants has ended
  bool unwanted_ = false;
  std::future<Result<void>> laid_;
  std::jthread thread_;
};

}  // namespace configurator
