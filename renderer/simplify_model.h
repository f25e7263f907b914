// Fewer triangles for a component model that is seen from afar. The only place that knows meshoptimizer.
#pragma once

#include "renderer/model.h"

namespace renderer {

/// The same parts with as few triangles as keep each within `tolerance_mm` > 0 of where it was, by the
/// quadric error that meshoptimizer estimates: a mean, so single points can be off by four times as much. A
/// part that would vanish stays as it was. Edges sharper than 48 degrees stay sharp. uvs become zero:
/// component models show no weave.
Model simplifyModel(const Model& model, float tolerance_mm);

/// Simplified within `tolerance_mm`, or within a wider one where it would have more than `triangles`; at last
/// as one part that keeps no more than the shape of its outside, which is empty where even that is too much.
Model reducedModel(const Model& model, float tolerance_mm, std::size_t triangles);

}  // namespace renderer
