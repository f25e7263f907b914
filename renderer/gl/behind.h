// What is behind the scene: the studio's wall, the street by night or one colour, with the scene's shade on
// the ground.
#pragma once

#include "renderer/draw.h"
#include "renderer/gl/handles.h"
#include "renderer/gl/key_light.h"
#include "renderer/gl/night.h"
#include "renderer/gl/picture_target.h"
#include "renderer/gl/program.h"

namespace renderer::gl {

/// Where it is seen from, and what shades the ground.
struct Surroundings {
  const KeyLight& key_light;
  const Night& night;
  const Outlook& outlook;
  bool from_above;  ///< the ground shows
};

class Behind {
 public:
  Result<void> make();
  /// Fills the scene of the target, which is bound. Leaves the encoding of sRGB on.
  void draw(PictureTarget& target, const Surroundings& around, const DrawSettings& settings) const;

 private:
  void drawWall(PictureTarget& target) const;

  Program wall_, copy_;
  VertexArray no_vertices_;
};

}  // namespace renderer::gl
