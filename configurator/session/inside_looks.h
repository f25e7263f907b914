// How the views that look inside colour a pack: x-ray turns what covers into glass, section shows cut faces.
#pragma once

#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/pack/pack_scene.h"

namespace configurator {

/// Cloth as glass, so that foam, frame, dividers and vessels are seen; these in tones that tell them apart.
renderer::Appearance xrayAppearance(const Catalog& catalog, renderer::Appearance appearance,
                                    const std::vector<LookKey>& looks);

/// The appearance, followed by a material for the cut face of each: slot s + looks.size().
renderer::Appearance sectionAppearance(const Catalog& catalog, renderer::Appearance appearance,
                                       const std::vector<LookKey>& looks);

}  // namespace configurator
