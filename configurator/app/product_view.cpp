#include "configurator/app/product_view.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "configurator/session/pictures.h"

namespace configurator {
namespace {

constexpr double kFlight_s = 0.25;
constexpr float kSheetShare = 0.64f;  // of the region, beside the scene
constexpr float kLeastWords = 10, kFoot = 108;

PictureSize pixelsOf(ImVec2 size) {
  return {std::max(kFewestPixels, static_cast<int>(size.x)),
          std::max(kFewestPixels, static_cast<int>(size.y))};
}

float eased(float share) {
  return share * share * (3 - 2 * share);
}

bool same(const renderer::Camera& a, const renderer::Camera& b) {
  return a.target == b.target && a.distance_mm == b.distance_mm && a.azimuth_deg == b.azimuth_deg &&
         a.elevation_deg == b.elevation_deg && a.field_of_view_deg == b.field_of_view_deg;
}

}  // namespace

ProductView::ProductView() : words_(std::make_unique<renderer::ImageTexture>()) {
  if (auto loaded = renderer::Typeface::load()) typeface_ = std::move(*loaded);
}

bool ProductView::has(const std::string& view) {
  return drawsWords(view);
}

renderer::Bounds ProductView::show(const Session& session, const PackScene& scene, const std::string& view,
                                   renderer::Renderer& renderer) {
  const Workshop& workshop = session.workshop();
  const Pack& pack = *session.figures().pack;
  stale_ = true;
  view_ = view;
  nodes_ = scene.geometry.nodes.size();
  if (view == "dimensions") {
    dimensions_ = dimensionSheet(workshop.catalog, session.design(), pack, scene.geometry);
    renderer.setGeometry(dimensions_.geometry);
    return renderer::boundsOf(dimensions_.geometry);
  }
  renderer.setGeometry(scene.geometry);
  if (view == "exploded") {
    exploded_ = explodedView(workshop, session.design(), pack, scene.geometry);
    renderer.moveNodes(movesOf(exploded_.parts, nodes_, eased(share_)));
    return renderer::boundsOf(exploded_.apart);
  }
  layout_ = {};
  if (const DesignColorway* colorway = findColorway(session.design(), session.shownColorway()))
    pattern_ = patternSheet(workshop, {session.design(), *colorway}, pack, *session.figures().product);
  return renderer::boundsOf(scene.geometry);
}

PictureSizes ProductView::sizesIn(const PictureSize& size, const Ui& ui) const {
  PictureSizes sizes = sizesOf(size.width, size.height, ui.px(kLeastWords));
  sizes.foot = ui.px(kFoot) - sizes.margin;
  return sizes;
}

renderer::Camera ProductView::frame(ImVec2 size, const renderer::Bounds& bounds, const Ui& ui) const {
  const PictureSize pixels = pixelsOf(size);
  if (view_ == "pattern" || !typeface_)
    return renderer::frameView(renderer::StandardView::ThreeQuarter, bounds, pixels.aspect());
  const PictureSizes sizes = sizesIn(pixels, ui);
  return view_ == "exploded" ? explodedCamera(exploded_, pixels, *typeface_, sizes)
                             : dimensionCamera(dimensions_, pixels, *typeface_, sizes);
}

float ProductView::sceneStart(const std::string& view, ImVec2 size) {
  return view == "pattern" ? std::floor(kSheetShare * size.x) : 0;
}

void ProductView::setApart(bool apart) {
  if (apart == apart_) return;
  apart_ = apart;
  from_share_ = share_;
  moving_since_ = -1;
  moving_ = true;
}

bool ProductView::moveParts(renderer::Renderer& renderer) {
  if (!moving_) return false;
  if (moving_since_ < 0) moving_since_ = ImGui::GetTime();
  const auto passed = static_cast<float>((ImGui::GetTime() - moving_since_) / kFlight_s);
  const float goal = apart_ ? 1.0f : 0.0f;
  share_ = passed >= 1 ? goal : from_share_ + (goal - from_share_) * passed;
  moving_ = passed < 1;
  renderer.moveNodes(movesOf(exploded_.parts, nodes_, eased(share_)));
  stale_ = true;
  return true;
}

bool ProductView::light(std::vector<std::string> parts) {
  if (parts == lit_) return false;
  lit_ = std::move(parts);
  stale_ = true;
  return true;
}

std::vector<std::string> ProductView::partsUnder(ImVec2 at) const {
  return view_ == "pattern" ? partsAt(layout_, {at.x, at.y}) : std::vector<std::string>();
}

std::vector<std::string> ProductView::withTwins(const std::string& part) const {
  for (const SheetMaterial& material : pattern_.materials) {
    for (const SheetPiece& piece : material.pieces) {
      if (std::find(piece.part_ids.begin(), piece.part_ids.end(), part) != piece.part_ids.end())
        return piece.part_ids;
    }
  }
  return part.empty() ? std::vector<std::string>() : std::vector<std::string>{part};
}

renderer::LineDrawing ProductView::drawingOf(const renderer::Camera& camera, const PictureSize& size,
                                             const Ui& ui) {
  const PictureInks inks = inksOf(renderer::Background::Studio);
  const PictureSizes sizes = sizesIn(size, ui);
  renderer::LineDrawing drawing;
  if (view_ == "dimensions") return dimensionDrawing(dimensions_, camera, size, *typeface_, {sizes, inks});
  if (view_ == "pattern") {
    layout_ = layOut(pattern_, size, *typeface_, sizes);
    return patternDrawing(pattern_, layout_, inks, lit_);
  }
  if (share_ == 1)
    configurator::draw(explodedNames(exploded_, camera, size, *typeface_, sizes), inks, drawing);
  return drawing;
}

void ProductView::draw(const renderer::Camera& camera, ImVec2 at, ImVec2 size, Ui& ui) {
  if (!typeface_) return;
  if (view_ == "pattern") size.x = sceneStart(view_, size);
  const bool seen_otherwise = view_ != "pattern" && !same(camera, painted_for_);
  if (stale_ || seen_otherwise || size.x != painted_size_.x || size.y != painted_size_.y) {
    const PictureSize pixels = pixelsOf(size);
    renderer::Image image =
        blankImage(pixels.width, pixels.height,
                   view_ == "pattern" ? renderer::Background::Studio : renderer::Background::Transparent);
    renderer::paint(drawingOf(camera, pixels, ui), *typeface_, image);
    words_->set(image);
    painted_for_ = camera;
    painted_size_ = size;
    stale_ = false;
  }
  ImGui::GetWindowDrawList()->AddImage(
      reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(words_->name())), at,
      {at.x + size.x, at.y + size.y});
  if (view_ == "pattern") recordPieces(at, ui);
}

void ProductView::recordPieces(ImVec2 at, Ui& ui) const {
  for (const PlacedPiece& placed : layout_.pieces) {
    const ImVec2 low{at.x + placed.low.x, at.y + placed.low.y};
    const ImVec2 high{at.x + placed.high.x, at.y + placed.high.y};
    ui.places.push_back({"pattern." + placed.piece->part_ids.front(), low, high});
  }
  std::string lit = "lit=";
  for (const std::string& part : lit_) lit += (lit.back() == '=' ? "" : " ") + part;
  ui.places.push_back({lit, at, at});
}

}  // namespace configurator
