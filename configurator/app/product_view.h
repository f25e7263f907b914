// What the exploded, dimension and pattern views add to the 3D view: how the scene stands, from where it is
// seen, and the words and lines over it, drawn by the same code as on the command line.
#pragma once

#include <imgui.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "configurator/app/ui.h"
#include "configurator/session/dimension_drawing.h"
#include "configurator/session/exploded_view.h"
#include "configurator/session/pattern_drawing.h"
#include "configurator/session/session.h"
#include "renderer/draw.h"
#include "renderer/image_texture.h"

namespace configurator {

class ProductView {
 public:
  ProductView();
  static bool has(const std::string& view);

  /// Gives the renderer the scene as a view shows it, and returns its box. REQUIRES has(view), a built pack.
  renderer::Bounds show(const Session& session, const PackScene& scene, const std::string& view,
                        renderer::Renderer& renderer);
  /// In a picture of the region's size; `bounds` as show() returned them.
  renderer::Camera frame(ImVec2 size, const renderer::Bounds& bounds, const Ui& ui) const;
  /// Where in the region the scene is drawn: beside the pattern sheet, else all over.
  static float sceneStart(const std::string& view, ImVec2 size);
  /// May the user turn what is shown? A sheet can only be moved.
  static bool turns(const std::string& view) { return view != "dimensions"; }

  /// The parts of the exploded view fly apart, or together again.
  void setApart(bool apart);
  bool isTogether() const { return share_ == 0; }
  /// One step of that, in the renderer; true while it goes on.
  bool moveParts(renderer::Renderer& renderer);

  /// Which parts are lit, in the sheet and in the scene; true when they are others than before.
  bool light(std::vector<std::string> parts);
  const std::vector<std::string>& lit() const { return lit_; }
  /// The parts cut from the pattern piece under a point of the region.
  std::vector<std::string> partsUnder(ImVec2 at) const;
  /// All parts that are cut from one pattern with this one; of a fitting itself.
  std::vector<std::string> withTwins(const std::string& part) const;

  /// Words and lines for this camera, into a region of the window; painted again only when something changed.
  void draw(const renderer::Camera& camera, ImVec2 at, ImVec2 size, Ui& ui);

 private:
  void recordPieces(ImVec2 at, Ui& ui) const;
  renderer::LineDrawing drawingOf(const renderer::Camera& camera, const PictureSize& size, const Ui& ui);
  PictureSizes sizesIn(const PictureSize& size, const Ui& ui) const;

  std::optional<renderer::Typeface> typeface_;  ///< none where Inter is not installed: then no words
  std::string view_;
  ExplodedView exploded_;
  DimensionSheet dimensions_;
  PatternSheet pattern_;
  PatternLayout layout_;
  std::size_t nodes_ = 0;
  float share_ = 0, from_share_ = 0;
  double moving_since_ = -1;  ///< seconds; < 0: not yet
  bool apart_ = false, moving_ = false;
  std::vector<std::string> lit_;
  std::unique_ptr<renderer::ImageTexture> words_;
  bool stale_ = true;
  renderer::Camera painted_for_;
  ImVec2 painted_size_{0, 0};
};

}  // namespace configurator
