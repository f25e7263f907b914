// A design's points of measure in every size of its body's size run: what the cutter and the inspector need.
// Each size is built for itself; nothing is interpolated.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// A point of measure of one size, whatever its unit.
struct SizePoint {
  std::string id, name, how;
  std::string unit = "mm";                        ///< "mm" "l" "g" "cm2"
  double value = 0, tol_plus = 0, tol_minus = 0;  ///< in `unit`
  bool critical = false;
};

struct SizeColumn {
  PackSize size = PackSize::M;
  std::vector<SizePoint> points;  ///< in the catalog's order
};

/// The sizes in their run's order; every column has the same points of measure in the same order.
struct SizeTable {
  const SizeRun* run = nullptr;  ///< of the catalog; never null
  std::vector<SizeColumn> columns;
};

/// What a pack's geometry says: lengths and volumes.
std::vector<SizePoint> pointsOf(const Pack& pack);

/// Points of measure that need more than a pack: what it weighs, what it shows at night.
using MorePoints = std::function<std::vector<SizePoint>(const Pack&)>;

/// `built` is one of the sizes, which is not built again. REQUIRES choices that can be built.
SizeTable sizeTableOf(const Catalog& catalog, const Choices& choices, const Pack& built,
                      const MorePoints& more = {});

}  // namespace configurator
