// Pictures of a design with no window: one studio holds the GPU side, so that many views cost one upload.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/pack/reflective_area.h"
#include "configurator/session/workshop.h"
#include "renderer/camera.h"
#include "renderer/draw.h"
#include "renderer/image.h"

namespace configurator {

constexpr int kFewestPixels = 16, kMostPixels = 16384;  ///< of a picture's side

struct PictureRequest {
  std::string view = "three-quarter";
  int width = 1600, height = 1200;
  renderer::Background background = renderer::Background::Studio;
  double fill = kNominalFill;  ///< of the pack as drawn
};

/// Where a part shows in a picture: 0..1 from the top left.
struct PartAnchor {
  std::string part_id;
  double x = 0, y = 0;
};

/// The contract's views, as export writes them.
const std::vector<std::string>& drawnViews();
bool isDrawnView(std::string_view view);
/// Does a view show the figure that wears the pack?
bool showsWearer(std::string_view view);
/// What a view shows of a scene, and in which materials.
renderer::Geometry shownGeometry(const PackScene& scene, std::string_view view);
renderer::Appearance shownAppearance(const Workshop& workshop, const DesignColorway& colorway,
                                     const PackScene& scene, std::string_view view);
/// Do two views show the same triangles in the same materials?
bool showSame(std::string_view one, std::string_view other);
/// Does nothing stand on the ground in it, so that there are no shadows?
bool hangsInTheAir(std::string_view view);
/// Is it a sheet of pictures, lines and words, which drawView alone makes?
bool drawsWords(std::string_view view);
/// Can it show the pack more or less full? Figures hold at nominal fill.
bool drawsFill(std::string_view view);
/// Gives the renderer what a view shows, and returns the box that the view frames.
renderer::Bounds showIn(renderer::Renderer& renderer, const PackScene& scene, std::string_view view);
/// The light that a view is seen in.
void setLight(std::string_view view, renderer::DrawSettings& settings);
std::optional<renderer::Background> parseBackground(std::string_view text);

constexpr int kMostFillPercent = 115;
/// "60" as 0.6; whole per cent from 0 to kMostFillPercent.
std::optional<double> parseFill(std::string_view text);

/// Where every drawn part's middle shows in the picture that `request` asks for. Needs no OpenGL.
std::vector<PartAnchor> anchorsOf(const PackScene& scene, const PictureRequest& request);

class PictureStudio {
 public:
  static Result<std::unique_ptr<PictureStudio>> make();

  /// `workshop` outlives what is drawn of it.
  void show(const Workshop& workshop, PackScene scene, const DesignColorway& colorway);
  void recolor(const Workshop& workshop, const DesignColorway& colorway);
  /// REQUIRES show() before, and a view of drawnViews().
  Result<renderer::Image> draw(const PictureRequest& request);
  /// The scene with its nodes moved, by node, for one picture.
  Result<renderer::Image> drawMoved(const std::vector<glm::vec3>& moves, const renderer::Camera& camera,
                                    const PictureRequest& request);
  /// Another geometry of the scene's looks, for one picture.
  Result<renderer::Image> drawOther(const renderer::Geometry& geometry, const renderer::Camera& camera,
                                    const PictureRequest& request);
  /// What a view shows, from a camera of one's own. REQUIRES show() before.
  Result<renderer::Image> drawFrom(const renderer::Camera& camera, const PictureRequest& request);
  /// Cameras that go round what the view shows, from the view's own on.
  std::vector<renderer::Camera> camerasRound(const PictureRequest& request, int frames);
  const PackScene& scene() const { return scene_; }
  std::size_t triangles() const;
  /// What of the worn pack's reflective parts shows, counted in pictures from the eight sides. REQUIRES
  /// show() before.
  std::array<ReflectiveView, 8> reflectiveViews();

 private:
  PictureStudio() = default;
  void bring(std::string_view view);
  std::unique_ptr<renderer::OffscreenContext> context_;
  std::unique_ptr<renderer::Renderer> renderer_;
  const Workshop* workshop_ = nullptr;
  DesignColorway colorway_;
  PackScene scene_;
  renderer::Bounds bounds_;  ///< of what the renderer has
  std::string shown_;        ///< the view that the renderer has the triangles of
};

}  // namespace configurator
