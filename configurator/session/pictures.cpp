#include "configurator/session/pictures.h"

#include <algorithm>
#include <glm/vec4.hpp>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/pack/pack_scene_contents.h"
#include "configurator/pack/pack_scene_figure.h"
#include "configurator/session/inside_looks.h"
#include "renderer/cut_open.h"

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

/// What a view frames: a wearer, too, but not what lies in the pack.
renderer::Bounds framed(const renderer::Geometry& geometry, std::string_view view) {
  return showsWearer(view) ? renderer::boundsWithGhosts(geometry) : renderer::boundsOf(geometry);
}

/// Does a view show more or less than the pack's own scene, or in other materials?
bool showsOwn(std::string_view view) {
  return showsWearer(view) || view == "x-ray" || view == "section";
}

renderer::StandardView viewOf(const PictureRequest& request) {
  return renderer::parseStandardView(request.view).value_or(renderer::StandardView::ThreeQuarter);
}

renderer::Camera cameraOf(const renderer::Bounds& bounds, const PictureRequest& request) {
  return renderer::frameView(viewOf(request), bounds, aspectOf(request));
}

}  // namespace

const std::vector<std::string>& drawnViews() {
  static const std::vector<std::string> kViews{
      "front",    "back",       "left",    "right", "top",     "three-quarter", "worn",
      "exploded", "dimensions", "pattern", "x-ray", "section", "night"};
  return kViews;
}

bool isDrawnView(std::string_view view) {
  return std::find(drawnViews().begin(), drawnViews().end(), view) != drawnViews().end();
}

bool showsWearer(std::string_view view) {
  return view == "worn";
}

bool hangsInTheAir(std::string_view view) {
  return view == "exploded" || view == "dimensions";
}

bool drawsWords(std::string_view view) {
  return hangsInTheAir(view) || view == "pattern";
}

bool drawsFill(std::string_view view) {
  return view != "dimensions" && view != "pattern";
}

bool showSame(std::string_view one, std::string_view other) {
  return one == other || (!showsOwn(one) && !showsOwn(other));
}

renderer::Geometry shownGeometry(const PackScene& scene, std::string_view view) {
  if (showsWearer(view)) return wornGeometry(scene);
  if (view == "x-ray") return renderer::withoutDecals(geometryWithContents(scene));
  if (view == "section") {
    renderer::Cut cut;
    cut.slots = static_cast<std::uint32_t>(scene.looks.size());
    return renderer::cutOpen(renderer::withoutDecals(geometryWithContents(scene)), cut);
  }
  return scene.geometry;
}

renderer::Appearance shownAppearance(const Workshop& workshop, const DesignColorway& colorway,
                                     const PackScene& scene, std::string_view view) {
  renderer::Appearance appearance = appearanceOf(workshop.catalog, colorway, scene);
  if (view == "x-ray") return xrayAppearance(workshop.catalog, std::move(appearance), scene.looks);
  if (view == "section") return sectionAppearance(workshop.catalog, std::move(appearance), scene.looks);
  return appearance;
}

renderer::Bounds showIn(renderer::Renderer& renderer, const PackScene& scene, std::string_view view) {
  const renderer::Geometry shown = shownGeometry(scene, view);
  renderer.setGeometry(shown);
  return framed(shown, view);
}

void setLight(std::string_view view, renderer::DrawSettings& settings) {
  if (view == "night") settings.light = renderer::Light::Night;
  if (view == "x-ray") settings.light = renderer::Light::Glass;
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
  workshop_ = &workshop;
  colorway_ = colorway;
  scene_ = std::move(scene);
  shown_.clear();
  bring(PictureRequest{}.view);
}

void PictureStudio::recolor(const Workshop& workshop, const DesignColorway& colorway) {
  workshop_ = &workshop;
  colorway_ = colorway;
  renderer_->setAppearance(shownAppearance(workshop, colorway, scene_, shown_));
}

/// Uploads what the view shows, unless the renderer has it.
void PictureStudio::bring(std::string_view view) {
  if (!shown_.empty() && showSame(view, shown_)) return;
  bounds_ = showIn(*renderer_, scene_, view);
  shown_ = view;
  renderer_->setAppearance(shownAppearance(*workshop_, colorway_, scene_, shown_));
}

Result<renderer::Image> PictureStudio::draw(const PictureRequest& request) {
  bring(request.view);
  return drawFrom(cameraOf(bounds_, request), request);
}

Result<renderer::Image> PictureStudio::drawMoved(const std::vector<glm::vec3>& moves,
                                                 const renderer::Camera& camera,
                                                 const PictureRequest& request) {
  bring(request.view);
  renderer_->moveNodes(moves);
  auto image = drawFrom(camera, request);
  renderer_->moveNodes(std::vector<glm::vec3>(moves.size(), glm::vec3(0.0f)));
  return image;
}

Result<renderer::Image> PictureStudio::drawOther(const renderer::Geometry& geometry,
                                                 const renderer::Camera& camera,
                                                 const PictureRequest& request) {
  renderer_->setGeometry(geometry);
  renderer_->setAppearance(shownAppearance(*workshop_, colorway_, scene_, request.view));
  shown_.clear();
  return drawFrom(camera, request);
}

std::vector<renderer::Camera> PictureStudio::camerasRound(const PictureRequest& request, int frames) {
  bring(request.view);
  return renderer::turntable(viewOf(request), bounds_, aspectOf(request), frames);
}

Result<renderer::Image> PictureStudio::drawFrom(const renderer::Camera& camera,
                                                const PictureRequest& request) {
  renderer::DrawSettings settings;
  settings.width = request.width;
  settings.height = request.height;
  settings.background = request.background;
  settings.shadow = settings.ground = !hangsInTheAir(request.view);
  setLight(request.view, settings);
  auto image = renderer_->drawToImage(camera, settings);
  if (!image) return failure(image.error().message);
  return std::move(*image);
}

std::vector<PartAnchor> anchorsOf(const PackScene& scene, const PictureRequest& request) {
  const renderer::Geometry geometry = shownGeometry(scene, request.view);
  const renderer::Bounds bounds = framed(geometry, request.view);
  const renderer::Camera camera = cameraOf(bounds, request);
  const glm::mat4 project =
      renderer::projectionMatrix(camera, aspectOf(request), bounds) * renderer::viewMatrix(camera);
  std::vector<PartAnchor> anchors;
  for (const renderer::Node& node : geometry.nodes) {
    // A cut face is no part of its own.
    if (node.ghost || node.decal || node.slot >= scene.looks.size()) continue;
    const glm::vec4 clip = project * glm::vec4(middleOf(geometry, node), 1.0f);
    if (clip.w <= 0) continue;
    anchors.push_back({node.part_id, 0.5 + 0.5 * static_cast<double>(clip.x / clip.w),
                       0.5 - 0.5 * static_cast<double>(clip.y / clip.w)});
  }
  return anchors;
}

std::array<ReflectiveView, 8> PictureStudio::reflectiveViews() {
  constexpr double kSquareCm = 100;
  bring("worn");
  std::array<ReflectiveView, 8> views;
  for (std::size_t i = 0; i < views.size(); ++i) {
    views[i].azimuth_deg = 45.0 * static_cast<double>(i);
    for (const auto& [part, area] : renderer_->retroreflectiveAreas(static_cast<float>(views[i].azimuth_deg)))
      views[i].area_cm2 += area / kSquareCm;
  }
  return views;
}

std::size_t PictureStudio::triangles() const {
  std::size_t count = 0;
  for (const renderer::Node& node : scene_.geometry.nodes) {
    count += scene_.geometry.meshes[node.mesh].indices.size() / 3;
  }
  return count;
}

}  // namespace configurator
