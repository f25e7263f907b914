// The 3D view in the middle of the window: an orbit camera and a cached picture that is drawn again only when
// the scene, the camera or the size changed. Coarse while moving, full quality at rest.
#pragma once

#include <imgui.h>

#include <memory>
#include <string>
#include <vector>

#include "configurator/app/commands.h"
#include "configurator/app/crossfade.h"
#include "configurator/app/orbit.h"
#include "configurator/app/product_view.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"
#include "renderer/camera.h"
#include "renderer/draw.h"

namespace configurator {

class PackView {
 public:
  /// REQUIRES a current GL context; `load` is its function loader.
  static Result<std::unique_ptr<PackView>> make(void* (*load)(const char*));

  /// Draws into the current ImGui window's whole content region, with lines round the selected parts.
  void draw(const Session& session, const std::vector<std::string>& selected, Ui& ui, Commands& commands);
  void chooseView(const std::string& view);
  /// True while the picture on screen is coarser than it should be.
  bool needsFrame() const { return coarse_ || moving_ || flying_ || fade_.goesOn(); }
  int picturesDrawn() const { return pictures_; }

 private:
  PackView() = default;
  void updateScene(const Session& session);
  void prepareMotion(const Session& session);
  void uploadScene(const Session& session);
  /// Parts of the exploded view come together before another view is shown.
  void updateFlight();
  void showNextView();
  void frameScene(ImVec2 size, const Ui& ui);
  void lightPart(ImVec2 at, ImVec2 size, const std::vector<std::string>& selected, Commands& commands);
  void moveCamera(ImVec2 size);
  void takeKeys(Commands& commands) const;
  std::string partUnderMouse(ImVec2 at, ImVec2 size);
  void touchParts(ImVec2 at, ImVec2 size, const Session& session, Ui& ui, Commands& commands);
  void goNear(const std::string& part, Commands& commands);
  void drawTouched(ImVec2 at, ImVec2 size, const std::vector<std::string>& selected);
  void followMachine();
  void updatePicture(ImVec2 size);
  void drawPicture(ImVec2 low, ImVec2 high);

  std::unique_ptr<renderer::Renderer> renderer_;
  PackScene scene_;
  renderer::Bounds bounds_;
  Orbit orbit_;
  ProductView product_;
  std::string view_ = "three-quarter", next_view_ = "three-quarter", framed_view_;
  std::string touched_;        ///< the part under the mouse
  float moving_scale_ = 0.6f;  ///< of the picture's size while the camera moves
  int geometry_version_ = -1, looks_version_ = -1;
  double fill_ = 1;
  SceneLevel level_ = SceneLevel::Still;
  bool dirty_ = true, coarse_ = false, moving_ = false, framed_ = false;
  bool turned_ = false;    ///< by hand, away from view_
  bool flying_ = false;    ///< parts move
  bool prepared_ = false;  ///< the renderer has the scene in motion
  bool fresh_ = false;     ///< no picture of the present scene and colours yet, but one of earlier ones
  std::string staged_;     ///< for which view the renderer has its scene; empty: the pack as it stands
  ImVec2 drawn_size_{0, 0};
  Crossfade::Pixels drawn_pixels_;
  Crossfade fade_;
  unsigned texture_ = 0;
  int pictures_ = 0;
};

}  // namespace configurator
