// The exploded view: the parts of a pack apart, each with its name. Both fronts draw it from this.
#pragma once

#include <string>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/pack/pack_scene_exploded.h"
#include "configurator/session/callouts.h"
#include "configurator/session/fit_camera.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// A part of it with what is written beside it.
struct NamedPart {
  std::string assembly, title, note;
  std::vector<glm::vec3> points;  ///< apart: any of them may be pointed at
};

struct ExplodedView {
  std::vector<LoosePart> parts;
  std::vector<NamedPart> names;   ///< one for each assembly
  renderer::Geometry apart;       ///< the scene's geometry, every node where it stands apart
  std::vector<glm::vec3> points;  ///< to frame it by
};

ExplodedView explodedView(const Workshop& workshop, const Design& design, const Pack& pack,
                          const renderer::Geometry& geometry);

/// Where it is looked at from, and how it fills a picture between the columns of its names.
renderer::Camera explodedCamera(const ExplodedView& view, const PictureSize& size,
                                const renderer::Typeface& typeface, const PictureSizes& sizes);

/// The names with their lines as this camera sees the parts.
CalloutLayout explodedNames(const ExplodedView& view, const renderer::Camera& camera, const PictureSize& size,
                            const renderer::Typeface& typeface, const PictureSizes& sizes);

}  // namespace configurator
