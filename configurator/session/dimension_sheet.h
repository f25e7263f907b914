// The dimension sheet: the filled pack from the front, the side and the back, side by side and drawn to one
// scale, with its height, width and depth, the lengths of its straps, and all its points of measure. The
// figures are those of `show --json`, to a tenth of a millimetre.
#pragma once

#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"
#include "renderer/scene.h"

namespace configurator {

/// A straight length, and where its line stands beside it. Millimetres on the sheet.
struct LinearDimension {
  glm::vec3 from{0.0f}, to{0.0f};  ///< what is measured
  glm::vec3 aside{0.0f};           ///< from there to the dimension line
  std::string text;
};

/// A length along a curve.
struct CurveDimension {
  std::vector<glm::vec3> line;
  std::string text;
};

struct StrapNote {
  glm::vec3 at{0.0f};
  std::string title, value;
};

struct MeasureRow {
  std::string id, name, value, tolerance;
};

struct DimensionSheet {
  renderer::Geometry geometry;  ///< the pack three times
  std::vector<LinearDimension> lines;
  std::vector<CurveDimension> curves;
  std::vector<StrapNote> straps;
  std::vector<MeasureRow> table;
  std::string heading, note;
};

/// "536.4 mm": cloth is not measured more finely.
std::string millimetreText(double mm);

DimensionSheet dimensionSheet(const Catalog& catalog, const Design& design, const Pack& pack,
                              const renderer::Geometry& geometry);

}  // namespace configurator
