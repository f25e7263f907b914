#include "configurator/session/pictures.h"

#include <algorithm>
#include <glm/vec4.hpp>
#include <utility>

#include "configurator/catalog/number_text.h"

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

renderer::Camera cameraOf(const renderer::Geometry& geometry, const PictureRequest& request) {
  const auto view = renderer::parseStandardView(request.view);
  return renderer::frameView(view.value_or(renderer::StandardView::ThreeQuarter),
                             renderer::boundsOf(geometry), aspectOf(request));
}

}  // namespace

const std::vector<std::string>& drawnViews() {
  static const std::vector<std::string> kViews{"front", "back", "left", "right", "top", "three-quarter"};
  return kViews;
}

bool isDrawnView(std::string_view view) {
  return std::find(drawnViews().begin(), drawnViews().end(), view) != drawnViews().end();
}

bool isViewOfContract(std::string_view view) {
  static const std::vector<std::string> kLater{"worn",       "exploded", "x-ray", "section",
                                               "dimensions", "pattern",  "night"};
  return isDrawnView(view) || std::find(kLater.begin(), kLater.end(), view) != kLater.end();
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
  renderer_->setGeometry(scene_.geometry);
  recolor(workshop, colorway);
}

void PictureStudio::recolor(const Workshop& workshop, const DesignColorway& colorway) {
  renderer_->setAppearance(appearanceOf(workshop.catalog, colorway, scene_.looks));
}

Result<renderer::Image> PictureStudio::draw(const PictureRequest& request) {
  renderer::DrawSettings settings;
  settings.width = request.width;
  settings.height = request.height;
  settings.background = request.background;
  auto image = renderer_->drawToImage(cameraOf(scene_.geometry, request), settings);
  if (!image) return failure(image.error().message);
  return std::move(*image);
}

std::vector<PartAnchor> anchorsOf(const renderer::Geometry& geometry, const PictureRequest& request) {
  const renderer::Camera camera = cameraOf(geometry, request);
  const glm::mat4 project =
      renderer::projectionMatrix(camera, aspectOf(request), renderer::boundsOf(geometry)) *
      renderer::viewMatrix(camera);
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
