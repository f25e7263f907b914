// Pictures of the templates for the start screen, drawn one after the other while the window has nothing else
// to do.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "configurator/app/window.h"
#include "configurator/session/template_library.h"
#include "renderer/draw.h"

namespace configurator {

class TemplatePictures {
 public:
  static constexpr float kAspect = 4.0f / 3.0f;

  /// REQUIRES that the window outlives the pictures.
  TemplatePictures(Window& window, const Workshop& workshop, const std::vector<TemplateSummary>& templates);

  /// Draws one more; false when all are there or cannot be drawn.
  bool drawNext();
  const std::map<std::string, ImTextureID>& byTemplate() const { return pictures_; }

 private:
  void draw(const std::string& template_id);

  Window& window_;
  const Workshop& workshop_;
  std::vector<std::string> waiting_;  // last one first
  std::unique_ptr<renderer::Renderer> renderer_;
  std::map<std::string, ImTextureID> pictures_;
};

}  // namespace configurator
