// Technical flats: the pack from the front, the back and the right as line art, in vectors and to scale 1
// : 1. Outlines are strong, seams thin, stitching dashed; what lies behind something is not drawn.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "configurator/pack/pack.h"
#include "renderer/scene.h"

namespace configurator {

/// Their ids ("flat-front") and titles.
const std::vector<std::pair<std::string, std::string>>& flatTitles();

/// File name ("flat-front.svg") and SVG text of each. `geometry`: the pack's scene.
std::vector<std::pair<std::string, std::string>> flatDrawings(const Pack& pack,
                                                              const renderer::Geometry& geometry);

}  // namespace configurator
