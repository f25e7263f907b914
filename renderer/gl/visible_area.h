// How much of the retroreflective parts an onlooker far off sees: pixels of an id buffer, seen without
// perspective, times the area of a pixel.
#pragma once

#include <map>
#include <string>

#include "renderer/gl/material_table.h"
#include "renderer/gl/program.h"
#include "renderer/gl/scene_buffers.h"

namespace renderer::gl {

class VisibleArea {
 public:
  Result<void> make();
  /// Square millimetres by part id; parts that show nothing are left out. All parts hide, ghosts too; one
  /// that is see-through hides its share.
  std::map<std::string, double> measure(const SceneBuffers& scene, const MaterialTable& materials,
                                        float azimuth_deg) const;

 private:
  Program program_;
};

}  // namespace renderer::gl
