// Markers that were laid before: a design is priced at every click, but most clicks change few of its pieces.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "bom/marker/marker.h"

namespace bom {

/// Safe to use from several threads. What it gives is what layMarker gives, kept or not.
class KeptMarkers {
 public:
  /// layMarker, or what it gave before for the same pieces, cloth and budget. REQUIRES a budget without
  /// `enough`: a clock's results are not to be kept.
  Result<Marker> lay(const std::vector<MarkerPiece>& pieces, const Cloth& cloth, const MarkerBudget& budget);
  /// The marker if it is kept.
  std::optional<Marker> find(const std::vector<MarkerPiece>& pieces, const Cloth& cloth,
                             const MarkerBudget& budget) const;
  std::size_t size() const;

 private:
  static constexpr std::size_t kMost = 2'000;  ///< some 10 MB; then all are forgotten
  mutable std::mutex mutex_;
  std::map<std::string, Marker> markers_;  ///< by the bytes of all that they depend on
};

}  // namespace bom
