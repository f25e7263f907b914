// A design's points of measure in every size of its body's size run: what the cutter and the inspector need.
// Each size is built for itself; nothing is interpolated. Millimetres and litres.
#pragma once

#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// The points of measure of one size.
struct SizeColumn {
  PackSize size = PackSize::M;
  std::vector<Measure> measures;
  std::vector<VolumeMeasure> volumes;
};

/// The sizes in their run's order; every column has the same points of measure in the same order.
struct SizeTable {
  const SizeRun* run = nullptr;  ///< of the catalog; never null
  std::vector<SizeColumn> columns;
};

/// `built` is one of the sizes, which is not built again. REQUIRES choices that can be built.
SizeTable sizeTableOf(const Catalog& catalog, const Choices& choices, const Pack& built);

}  // namespace configurator
