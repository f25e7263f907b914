#include "configurator/session/pictures.h"

#include <algorithm>
#include <glm/vec4.hpp>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/pack/pack_scene_figure.h"

namespace configurator {
namespace {

float aspectOf(const PictureRequest& request) {
  return static_cast<float>(request.width) / static_cast<float>(request.height);
}

/// Middle of a mesh's box, moved by its node.
glm::vec3 middleOf(const renderer::Geometry& geometry, const renderer::Node& node) {
  const auto& positions = geometry.meshes[node.mesh].positions;
  glm::vec3 low = positions.front();
  glm::vec3 high = positions.front();
  for (const glm::vec3& p : positions) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  return glm::vec3(node.transform * glm::vec4((low + high) * 0.5f, 1.0f));
}

renderer::Camera cameraOf(const renderer::Bounds& bounds, const PictureRequest& request) {
  const auto view = renderer::parseStandardView(request.view);
  return renderer::frameView(view.value_or(renderer::StandardView::ThreeQuarter), bounds, aspectOf(request));
}

}  // namespace

const std::vector<std::string>& drawnViews() {
  static const std::vector<std::string> kViews{"front",         "back", "left",     "right",      "top",
                                               "three-quarter", "worn", "exploded", "dimensions", "pattern"};
  return kViews;
}

bool isDrawnView(std::string_view view) {
  return std::find(drawnViews().begin(), drawnViews().end(), view) != drawnViews().end();
}

bool isViewOfContract(std::string_view view) {
  static const std::vector<std::string> kLater{"x-ray", "section", "night"};
  return isDrawnView(view) || std::find(kLater.begin(), kLater.end(), view) != kLater.end();
}

bool showsWearer(std::string_view view) {
  return view == "worn";
}

bool hangsInTheAir(std::string_view view) {
  return view == "exploded" || view == "dimensions";
}

bool drawsFill(std::string_view view) {
  return view != "dimensions" && view != "pattern";
}

renderer::Bounds showIn(renderer::Renderer& renderer, const PackScene& scene, std::string_view view) {
  if (!showsWearer(view)) {
    renderer.setGeometry(scene.geometry);
    return renderer::boundsOf(scene.geometry);
  }
  const renderer::Geometry worn = wornGeometry(scene);
  renderer.setGeometry(worn);
  return renderer::boundsWithGhosts(worn);
}

std::optional<renderer::Background> parseBackground(std::string_view text) {
  if (text == "studio") return renderer::Background::Studio;
  if (text == "dark") return renderer::Background::Dark;
  if (text == "transparent") return renderer::Background::Transparent;
  return std::nullopt;
}

std::optional<double> parseFill(std::string_view text) {
  const auto percent = parseWhole(text);
  if (!percent || *percent < 0 || *percent > kMostFillPercent) return std::nullopt;
  return static_cast<double>(*percent) / 100;
}

Result<std::unique_ptr<PictureStudio>> PictureStudio::make() {
  std::unique_ptr<PictureStudio> studio(new PictureStudio);
  auto context = renderer::OffscreenContext::make();
  if (!context) return failure(context.error().message);
  studio->context_ = std::move(*context);
  auto drawing = renderer::Renderer::make();
  if (!drawing) return failure(drawing.error().message);
  studio->renderer_ = std::move(*drawing);
  return studio;
}

void PictureStudio::show(const Workshop& workshop, PackScene scene, const DesignColorway& colorway) {
  scene_ = std::move(scene);
  bounds_ = showIn(*renderer_, scene_, PictureRequest{}.view);
  stage_ = Stage::Pack;
  recolor(workshop, colorway);
}

void PictureStudio::recolor(const Workshop& workshop, const DesignColorway& colorway) {
  renderer_->setAppearance(appearanceOf(workshop.catalog, colorway, scene_.looks));
}

Result<renderer::Image> PictureStudio::draw(const PictureRequest& request) {
  stage(showsWearer(request.view) ? Stage::Worn : Stage::Pack, request.view);
  return drawFrom(cameraOf(bounds_, request), request);
}

void PictureStudio::stage(Stage wanted, std::string_view view) {
  if (wanted != stage_) bounds_ = showIn(*renderer_, scene_, view);
  stage_ = wanted;
}

Result<renderer::Image> PictureStudio::drawMoved(const std::vector<glm::vec3>& moves,
                                                 const renderer::Camera& camera,
                                                 const PictureRequest& request) {
  stage(Stage::Pack, request.view);
  renderer_->moveNodes(moves);
  auto image = drawFrom(camera, request);
  renderer_->moveNodes(std::vector<glm::vec3>(moves.size(), glm::vec3(0.0f)));
  return image;
}

Result<renderer::Image> PictureStudio::drawOther(const renderer::Geometry& geometry,
                                                 const renderer::Camera& camera,
                                                 const PictureRequest& request) {
  renderer_->setGeometry(geometry);
  stage_ = Stage::Other;
  return drawFrom(camera, request);
}

Result<renderer::Image> PictureStudio::drawFrom(const renderer::Camera& camera,
                                                const PictureRequest& request) {
  renderer::DrawSettings settings;
  settings.width = request.width;
  settings.height = request.height;
  settings.background = request.background;
  settings.shadow = settings.ground = !hangsInTheAir(request.view);
  auto image = renderer_->drawToImage(camera, settings);
  if (!image) return failure(image.error().message);
  return std::move(*image);
}

std::vector<PartAnchor> anchorsOf(const PackScene& scene, const PictureRequest& request) {
  const renderer::Geometry& geometry = scene.geometry;
  const renderer::Bounds framed = showsWearer(request.view) ? renderer::boundsWithGhosts(wornGeometry(scene))
                                                            : renderer::boundsOf(geometry);
  const renderer::Camera camera = cameraOf(framed, request);
  const glm::mat4 project =
      renderer::projectionMatrix(camera, aspectOf(request), framed) * renderer::viewMatrix(camera);
  std::vector<PartAnchor> anchors;
  for (const renderer::Node& node : geometry.nodes) {
    if (node.ghost) continue;
    const glm::vec4 clip = project * glm::vec4(middleOf(geometry, node), 1.0f);
    if (clip.w <= 0) continue;
    anchors.push_back({node.part_id, 0.5 + 0.5 * static_cast<double>(clip.x / clip.w),
                       0.5 - 0.5 * static_cast<double>(clip.y / clip.w)});
  }
  return anchors;
}

std::size_t PictureStudio::triangles() const {
  std::size_t count = 0;
  for (const renderer::Node& node : scene_.geometry.nodes) {
    count += scene_.geometry.meshes[node.mesh].indices.size() / 3;
  }
  return count;
}

}  // namespace configurator
