#include "configurator/app/template_pictures.h"

#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_scene.h"

namespace configurator {
namespace {

constexpr float kLogicalWidth = 256;
constexpr float kCloser = 0.86f;  // than a picture that is shown large
// A template's geometry does not depend on the day of its order.
constexpr const char* kAnyDate = "2026-01-01";

}  // namespace

TemplatePictures::TemplatePictures(Window& window, const Workshop& workshop,
                                   const std::vector<TemplateSummary>& templates)
    : window_(window), workshop_(workshop) {
  for (auto summary = templates.rbegin(); summary != templates.rend(); ++summary)
    waiting_.push_back(summary->id);
  if (auto made = renderer::Renderer::make(&Window::load))
    renderer_ = std::move(*made);
  else
    waiting_.clear();
}

bool TemplatePictures::drawNext() {
  if (waiting_.empty()) {
    renderer_.reset();
    return false;
  }
  const std::string id = waiting_.back();
  waiting_.pop_back();
  draw(id);
  return true;
}

void TemplatePictures::draw(const std::string& template_id) {
  const auto design = newDesign(workshop_, template_id, kAnyDate);
  if (!design) return;
  const Pack pack = buildPack(workshop_.catalog, design->choices, PackSize::M);
  const PackScene scene = buildScene(pack, workshop_.models);
  renderer_->setGeometry(scene.geometry);
  renderer_->setAppearance(appearanceOf(workshop_.catalog, design->colorways.front(), scene.looks));
  renderer::DrawSettings settings;
  settings.width = static_cast<int>(window_.ui().px(kLogicalWidth));
  settings.height = static_cast<int>(window_.ui().px(kLogicalWidth / kAspect));
  renderer::Camera camera =
      renderer::frameView(renderer::StandardView::ThreeQuarter, renderer::boundsOf(scene.geometry), kAspect);
  camera.distance_mm *= kCloser;
  if (const auto image = renderer_->drawToImage(camera, settings))
    pictures_[template_id] = window_.makeTexture(*image);
}

}  // namespace configurator
