#include "bom/marker/kept_markers.h"

#include <cstring>
#include <utility>

#include "bom/require.h"

namespace bom {
namespace {

class Key {
 public:
  void add(double value) { addBytes(value); }
  void add(std::int64_t value) { addBytes(value); }
  void add(const MarkerPiece& piece) {
    add(std::int64_t{piece.demand});
    add(std::int64_t{piece.mirrored});
    add(static_cast<std::int64_t>(piece.rotations_deg.size()));
    for (const double degrees : piece.rotations_deg) add(degrees);
    add(static_cast<std::int64_t>(piece.outline.size()));
    for (const Point& point : piece.outline) {
      add(point.x);
      add(point.y);
    }
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <typename Value>
  void addBytes(Value value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    bytes_.append(bytes, sizeof value);
  }
  std::string bytes_;
};

/// All that a marker depends on; names of pieces only appear in complaints.
std::string keyOf(const std::vector<MarkerPiece>& pieces, const Cloth& cloth, const MarkerBudget& budget) {
  Key key;
  key.add(cloth.cuttable_width_mm);
  key.add(cloth.spacing_mm);
  key.add(std::int64_t{budget.iterations});
  key.add(static_cast<std::int64_t>(budget.seed));
  for (const MarkerPiece& piece : pieces) key.add(piece);
  return key.take();
}

}  // namespace

Result<Marker> KeptMarkers::lay(const std::vector<MarkerPiece>& pieces, const Cloth& cloth,
                                const MarkerBudget& budget) {
  require(!budget.enough, "a marker that a clock ended is not kept");
  std::string key = keyOf(pieces, cloth, budget);
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = markers_.find(key); known != markers_.end()) return known->second;
  }
  auto marker = layMarker(pieces, cloth, budget);
  if (!marker) return marker;
  const std::lock_guard lock(mutex_);
  if (markers_.size() >= kMost) markers_.clear();
  markers_.emplace(std::move(key), *marker);
  return marker;
}

std::optional<Marker> KeptMarkers::find(const std::vector<MarkerPiece>& pieces, const Cloth& cloth,
                                        const MarkerBudget& budget) const {
  const std::lock_guard lock(mutex_);
  const auto known = markers_.find(keyOf(pieces, cloth, budget));
  if (known == markers_.end()) return std::nullopt;
  return known->second;
}

std::size_t KeptMarkers::size() const {
  const std::lock_guard lock(mutex_);
  return markers_.size();
}

}  // namespace bom
