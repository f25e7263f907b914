#include "configurator/app/pack_view.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <utility>

#include "configurator/app/view_controls.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/session/part_names.h"
#include "configurator/session/pictures.h"

namespace configurator {
namespace {

// The picture's size while the camera moves follows the machine: between these, for so many frames a second.
constexpr float kSmallestScale = 0.3f, kLargestScale = 1.0f;
constexpr float kFirstScaleInSoftware = 0.5f;
constexpr float kFewestFrames = 30, kPlentyFrames = 50;

ImTextureID textureId(unsigned name) {
  return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(name));
}

/// What a view needs its own scene for; the others share one.
std::string stageOf(const std::string& view) {
  return ProductView::has(view) || !showSame(view, PictureRequest{}.view) ? view : "";
}

}  // namespace

Result<std::unique_ptr<PackView>> PackView::make(void* (*load)(const char*)) {
  std::unique_ptr<PackView> view(new PackView);
  auto drawing = renderer::Renderer::make(load);
  if (!drawing) return failure(drawing.error().message);
  view->renderer_ = std::move(*drawing);
  if (view->renderer_->drawsInSoftware()) view->moving_scale_ = kFirstScaleInSoftware;
  return view;
}

void PackView::chooseView(const std::string& view) {
  next_view_ = view;
  product_.setApart(view == "exploded");
  if (view_ != "exploded" || product_.isTogether() || view == "exploded") showNextView();
}

void PackView::showNextView() {
  view_ = next_view_;
  turned_ = false;
  framed_ = false;
  dirty_ = true;
}

void PackView::updateFlight() {
  flying_ = staged_ == "exploded" && product_.moveParts(*renderer_);
  if (flying_) dirty_ = true;
  if (view_ != next_view_ && (product_.isTogether() || staged_ != "exploded")) showNextView();
}

void PackView::updateScene(const Session& session) {
  bool upload = stageOf(view_) != staged_;
  const bool fills = drawsFill(view_) != drawsFill(staged_) && fill_ != kNominalFill;
  const bool filling = session.shownFill() != fill_;
  const bool released = level_ == SceneLevel::Moving && !ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (session.geometryVersion() != geometry_version_ || filling || released || fills) {
    geometry_version_ = session.geometryVersion();
    fill_ = session.shownFill();
    // While the line is dragged every place of it is a scene of its own.
    level_ = filling && !released && ImGui::IsMouseDown(ImGuiMouseButton_Left) ? SceneLevel::Moving
                                                                               : SceneLevel::Still;
    if (session.figures().pack) {
      scene_ = buildScene(*session.figures().pack, session.models(),
                          {level_, drawsFill(view_) ? fill_ : kNominalFill, session.artwork()});
      upload = true;
    }
  }
  const bool recolored = session.looksVersion() != looks_version_;
  if (upload || (recolored && staged_ == "pattern")) uploadScene(session);
  if (!upload && !recolored) return;
  if (view_ == framed_view_ && !filling && !released) fade_.start(texture_, drawn_pixels_);
  fresh_ = pictures_ > 0;  // what was clicked shows at once, and then in full
  looks_version_ = session.looksVersion();
  if (const DesignColorway* colorway = findColorway(session.design(), session.shownColorway())) {
    renderer_->setAppearance(shownAppearance(session.workshop(), *colorway, scene_, view_));
  }
  dirty_ = true;
}

/// Pictures in motion have few triangles: made when the camera first moves about a scene.
void PackView::prepareMotion(const Session& session) {
  if (!moving_ || prepared_ || !staged_.empty() || !session.figures().pack) return;
  renderer_->setGeometryInMotion(
      buildScene(*session.figures().pack, session.models(),
                 {SceneLevel::Moving, drawsFill(view_) ? fill_ : kNominalFill, session.artwork()})
          .geometry);
  prepared_ = true;
}

void PackView::uploadScene(const Session& session) {
  staged_ = stageOf(view_);
  prepared_ = false;
  const bool product = ProductView::has(view_) && session.figures().pack;
  bounds_ = product ? product_.show(session, scene_, view_, *renderer_) : showIn(*renderer_, scene_, view_);
  if (product) framed_ = framed_ && turned_;
}

void PackView::frameScene(ImVec2 size, const Ui& ui) {
  if (ProductView::has(view_)) {
    orbit_.setTo(product_.frame(size, bounds_, ui));
  } else {
    const auto view = renderer::parseStandardView(view_).value_or(renderer::StandardView::ThreeQuarter);
    const renderer::Camera camera = renderer::frameView(view, bounds_, size.x / size.y);
    const bool flies = pictures_ > 0 && !ProductView::has(framed_view_);
    if (flies)
      orbit_.flyTo(camera);
    else
      orbit_.setTo(camera);
  }
  framed_view_ = view_;
  framed_ = true;
  dirty_ = true;
}

/// The piece and the parts cut from it, whichever of both the mouse is over; else those selected.
void PackView::lightPart(ImVec2 at, ImVec2 size, const std::vector<std::string>& selected,
                         Commands& commands) {
  std::vector<std::string> parts;
  if (view_ == "pattern") {
    if (ImGui::IsItemHovered() && !moving_) {
      const ImVec2 mouse = ImGui::GetIO().MousePos;
      const float start = ProductView::sceneStart(view_, size);
      const ImVec2 in{mouse.x - at.x, mouse.y - at.y};
      parts = in.x < start ? product_.partsUnder(in)
                           : product_.withTwins(renderer_->partAt(
                                 orbit_.camera(), static_cast<int>(size.x - start), static_cast<int>(size.y),
                                 static_cast<int>(in.x - start), static_cast<int>(in.y)));
      if (orbit_.clicked()) commands.push(SelectParts{parts});
    }
    if (parts.empty()) {
      for (const std::string& part : selected) {
        const std::vector<std::string> twins = product_.withTwins(part);
        parts.insert(parts.end(), twins.begin(), twins.end());
      }
    }
  }
  if (product_.light(std::move(parts))) dirty_ = true;
}

void PackView::moveCamera(ImVec2 size) {
  if (orbit_.takeMouse(size, ProductView::turns(view_))) turned_ = true;
  orbit_.advance();
  moving_ = orbit_.moves();
  if (orbit_.turning()) turned_ = true;
  if (orbit_.moved()) dirty_ = true;
}

/// What a digit chooses, as long as nothing is typed in and no question is open.
void PackView::takeKeys(Commands& commands) const {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput || io.KeyCtrl || io.KeyAlt || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) return;
  for (std::size_t i = 0; i < std::min<std::size_t>(10, drawnViews().size()); ++i) {
    if (ImGui::IsKeyPressed('0' + static_cast<int>((i + 1) % 10), false))
      commands.push(ChooseView{drawnViews()[i]});
  }
}

std::string PackView::partUnderMouse(ImVec2 at, ImVec2 size) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  return renderer_->partAt(orbit_.camera(), static_cast<int>(size.x), static_cast<int>(size.y),
                           static_cast<int>(mouse.x - at.x), static_cast<int>(mouse.y - at.y));
}

/// The part under the mouse has a line round it; a click selects it, two go near to it.
void PackView::touchParts(ImVec2 at, ImVec2 size, const Session& session, Ui& ui, Commands& commands) {
  if (view_ == "pattern" || view_ == "dimensions" || !session.figures().pack) {
    touched_.clear();
    return;
  }
  const ImGuiIO& io = ImGui::GetIO();
  const bool over = ImGui::IsItemHovered() && !moving_;
  if (!over)
    touched_.clear();
  else if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || orbit_.clicked())
    touched_ = partUnderMouse(at, size);
  if (over && ImGui::IsMouseDoubleClicked(0)) {
    goNear(touched_, commands);
  } else if (orbit_.clicked()) {
    commands.push(SelectParts{touched_.empty() ? std::vector<std::string>() : std::vector{touched_}});
  }
  if (!touched_.empty()) drawTooltip(ui, partName(*session.figures().pack, touched_));
  const ImVec2 low = ImGui::GetWindowPos();
  ui.places.push_back({"touched-part=" + touched_, low, low});
}

void PackView::goNear(const std::string& part, Commands& commands) {
  constexpr float kAround = 3.2f, kNearest = 260;  // of the part's size; mm
  const renderer::Bounds extent = renderer_->partExtent(part);
  if (extent.min.x > extent.max.x) {
    commands.push(ChooseView{view_});
    return;
  }
  renderer::Camera near = orbit_.camera();
  near.target = 0.5f * (extent.min + extent.max);
  near.distance_mm = std::max(kNearest, kAround * glm::length(extent.max - extent.min));
  orbit_.flyTo(near);
  turned_ = true;
}

/// Lines round the touched part and the selected ones, over the picture and without drawing it again.
void PackView::drawTouched(ImVec2 at, ImVec2 size, const std::vector<std::string>& selected) {
  if (moving_ || flying_ || coarse_ || view_ == "pattern" || view_ == "dimensions") return;
  std::vector<std::string> parts = selected;
  if (!touched_.empty()) parts.push_back(touched_);
  const unsigned lines = renderer_->outlinesToTexture(orbit_.camera(), parts);
  if (lines == 0) return;
  ImGui::GetWindowDrawList()->AddImage(textureId(lines), at, {at.x + size.x, at.y + size.y}, {0, 1}, {1, 0});
}

/// While the camera moves: smaller pictures where frames are too few, larger ones where there are plenty.
void PackView::followMachine() {
  if (!moving_) return;
  const float frames = 1 / std::max(ImGui::GetIO().DeltaTime, 1e-3f);
  if (frames < kFewestFrames) moving_scale_ = std::max(kSmallestScale, 0.85f * moving_scale_);
  if (frames > kPlentyFrames) moving_scale_ = std::min(kLargestScale, 1.05f * moving_scale_);
}

void PackView::drawPicture(ImVec2 low, ImVec2 high) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddImage(textureId(texture_), low, high, {0, 1}, {1, 0});
  if (const float share = fade_.advance(); share > 0) {
    list.AddImage(textureId(fade_.before()), low, high, {0, 1}, {1, 0},
                  IM_COL32(255, 255, 255, static_cast<int>(255 * share)));
  }
}

void PackView::updatePicture(ImVec2 size) {
  if (size.x != drawn_size_.x || size.y != drawn_size_.y) dirty_ = true;
  const bool refine = coarse_ && !moving_ && !flying_ && !fade_.goesOn();
  if (!dirty_ && !refine) return;
  renderer::DrawSettings settings;
  const bool coarse = moving_ || flying_ || fresh_ || fade_.goesOn();
  const float scale = coarse ? moving_scale_ : 1.0f;
  settings.width = std::max(16, static_cast<int>(size.x * scale));
  settings.height = std::max(16, static_cast<int>(size.y * scale));
  settings.samples = coarse ? 1 : 4;
  settings.shadow = settings.ground = !hangsInTheAir(view_);
  settings.highlighted_parts = product_.lit();
  setLight(view_, settings);
  texture_ = renderer_->drawToTexture(orbit_.camera(), settings);
  drawn_pixels_ = {settings.width, settings.height};
  ++pictures_;
  coarse_ = coarse;
  fresh_ = false;
  dirty_ = false;
  drawn_size_ = size;
}

void PackView::draw(const Session& session, const std::vector<std::string>& selected, Ui& ui,
                    Commands& commands) {
  const ImVec2 size = ImGui::GetContentRegionAvail();
  if (size.x < 16 || size.y < 16) return;
  updateFlight();
  updateScene(session);
  const float start = ProductView::sceneStart(view_, size);
  const ImVec2 scene{size.x - start, size.y};
  if (!framed_ && !scene_.geometry.nodes.empty()) frameScene(scene, ui);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::InvisibleButton("pack-view", size,
                         ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                             ImGuiButtonFlags_MouseButtonMiddle);
  ImGui::SetItemAllowOverlap();
  ui.record("pack-view");
  moveCamera(size);
  touchParts({at.x + start, at.y}, scene, session, ui, commands);
  takeKeys(commands);
  lightPart(at, size, selected, commands);
  followMachine();
  prepareMotion(session);
  if (!scene_.geometry.nodes.empty()) updatePicture(scene);
  if (texture_ != 0)
    drawPicture({at.x + start, at.y}, {at.x + size.x, at.y + size.y});
  else
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y}, ui.theme.background);
  if (staged_ == view_ && ProductView::has(view_)) product_.draw(orbit_.camera(), at, size, ui);
  drawTouched({at.x + start, at.y}, scene, selected);
  const ViewButtons buttons = drawViewButtons({view_, next_view_, turned_, orbit_.turning()}, ui, commands);
  if (buttons.turn_clicked) orbit_.setTurning(!orbit_.turning());
  if (drawsFill(view_)) drawFillLine(session, ui, commands);
  drawColorways(session, buttons.end, ui, commands);
}

}  // namespace configurator
