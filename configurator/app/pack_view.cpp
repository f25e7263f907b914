#include "configurator/app/pack_view.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <utility>

#include "configurator/pack/pack_scene.h"
#include "configurator/session/pictures.h"

namespace configurator {
namespace {

constexpr float kDegreesPerPixel = 0.4f;
constexpr float kMovingScale = 0.6f;  // picture size while the camera moves

ImTextureID textureId(unsigned name) {
  return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(name));
}

/// What a view needs its own scene for; the others share one.
std::string stageOf(const std::string& view) {
  return ProductView::has(view) || !showSame(view, PictureRequest{}.view) ? view : "";
}

/// What shows as a word on a view's button.
std::string wordOf(const std::string& view) {
  std::string word = view == "three-quarter" ? "Three-quarter" : view;
  if (word[0] >= 'a') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

Result<std::unique_ptr<PackView>> PackView::make(void* (*load)(const char*)) {
  std::unique_ptr<PackView> view(new PackView);
  auto drawing = renderer::Renderer::make(load);
  if (!drawing) return failure(drawing.error().message);
  view->renderer_ = std::move(*drawing);
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
      scene_ = buildScene(*session.figures().pack, session.workshop().models,
                          {level_, drawsFill(view_) ? fill_ : kNominalFill});
      upload = true;
    }
  }
  const bool recolored = session.looksVersion() != looks_version_;
  if (upload || (recolored && staged_ == "pattern")) uploadScene(session);
  if (!upload && !recolored) return;
  looks_version_ = session.looksVersion();
  if (const DesignColorway* colorway = findColorway(session.design(), session.shownColorway())) {
    renderer_->setAppearance(shownAppearance(session.workshop(), *colorway, scene_, view_));
  }
  dirty_ = true;
}

void PackView::uploadScene(const Session& session) {
  staged_ = stageOf(view_);
  const bool product = ProductView::has(view_) && session.figures().pack;
  bounds_ = product ? product_.show(session, scene_, view_, *renderer_) : showIn(*renderer_, scene_, view_);
  if (product) framed_ = framed_ && turned_;
}

void PackView::frameScene(ImVec2 size, const Ui& ui) {
  if (ProductView::has(view_)) {
    camera_ = product_.frame(size, bounds_, ui);
  } else {
    const auto view = renderer::parseStandardView(view_);
    camera_ =
        renderer::frameView(view.value_or(renderer::StandardView::ThreeQuarter), bounds_, size.x / size.y);
  }
  framed_ = true;
}

/// The piece and the parts cut from it, whichever of both the mouse is over.
void PackView::lightPart(ImVec2 at, ImVec2 size) {
  std::vector<std::string> parts;
  if (view_ == "pattern" && ImGui::IsItemHovered() && !moving_) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float start = ProductView::sceneStart(view_, size);
    const ImVec2 in{mouse.x - at.x, mouse.y - at.y};
    parts = in.x < start ? product_.partsUnder(in)
                         : product_.withTwins(renderer_->partAt(
                               camera_, static_cast<int>(size.x - start), static_cast<int>(size.y),
                               static_cast<int>(in.x - start), static_cast<int>(in.y)));
  }
  if (product_.light(std::move(parts))) dirty_ = true;
}

void PackView::handleMouse(ImVec2 size) {
  const ImGuiIO& io = ImGui::GetIO();
  moving_ = false;
  if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
    camera_.distance_mm = std::clamp(camera_.distance_mm * std::pow(0.9f, io.MouseWheel), 150.0f, 8000.0f);
    dirty_ = true;
  }
  if (!ImGui::IsItemActive()) return;
  const ImVec2 move = io.MouseDelta;
  moving_ = true;
  if (move.x == 0 && move.y == 0) return;
  dirty_ = true;
  if (io.MouseDown[1] || io.MouseDown[2] || io.KeyShift || !ProductView::turns(view_)) {
    const float mm = 2 * camera_.distance_mm * std::tan(glm::radians(camera_.field_of_view_deg) / 2) / size.y;
    const float azimuth = glm::radians(camera_.azimuth_deg);
    camera_.target +=
        glm::vec3(-std::cos(azimuth) * move.x * mm, move.y * mm, std::sin(azimuth) * move.x * mm);
    return;
  }
  turned_ = true;
  camera_.azimuth_deg -= move.x * kDegreesPerPixel;
  camera_.elevation_deg = std::clamp(camera_.elevation_deg + move.y * kDegreesPerPixel, -89.0f, 89.0f);
}

void PackView::updatePicture(ImVec2 size) {
  if (size.x != drawn_size_.x || size.y != drawn_size_.y) dirty_ = true;
  const bool refine = coarse_ && !moving_ && !flying_;
  if (!dirty_ && !refine) return;
  renderer::DrawSettings settings;
  const bool coarse = moving_ || flying_;
  const float scale = coarse ? kMovingScale : 1.0f;
  settings.width = std::max(16, static_cast<int>(size.x * scale));
  settings.height = std::max(16, static_cast<int>(size.y * scale));
  settings.samples = coarse ? 1 : 4;
  settings.shadow = settings.ground = !hangsInTheAir(view_);
  settings.highlighted_parts = product_.lit();
  setLight(view_, settings);
  texture_ = renderer_->drawToTexture(camera_, settings);
  ++pictures_;
  coarse_ = coarse;
  dirty_ = false;
  drawn_size_ = size;
}

// Where the pack is seen from in one row, what is shown of it in another one above.
float PackView::drawViews(Ui& ui, Commands& commands) const {
  const ImVec2 low = ImGui::GetWindowPos();
  const auto startRow = [&](float above) {
    ImGui::SetCursorScreenPos({low.x + ui.px(14), low.y + ImGui::GetWindowHeight() - ui.px(above)});
  };
  ImGui::PushFont(ui.fonts.small);
  ui.places.push_back({"shown-view=" + (turned_ ? "" : view_), low, low});
  const auto button = [&](const std::string& view) {
    if (drawQuietButton(ui, wordOf(view), "view." + view, view == next_view_ && !turned_))
      commands.push(ChooseView{view});
    ImGui::SameLine(0, ui.px(2));
  };
  const auto isSide = [](const std::string& view) {
    return renderer::parseStandardView(view) && view != "section" && view != "night";
  };
  startRow(72);
  for (const std::string& view : drawnViews()) {
    if (!isSide(view)) button(view);
  }
  startRow(42);
  for (const std::string& view : drawnViews()) {
    if (isSide(view)) button(view);
  }
  if (drawQuietButton(ui, "Fit", "view.fit")) commands.push(ChooseView{next_view_});
  ImGui::PopFont();
  return ImGui::GetItemRectMax().x;
}

// A thin line with a knob over the buttons: empty at its left end, stuffed at its right, a mark at nominal.
void PackView::drawFill(const Session& session, Ui& ui, Commands& commands) const {
  constexpr double kSteps = 20;  // from empty to nominal: coarse enough that nominal is easily met again
  const ImVec2 low = ImGui::GetWindowPos();
  const float y = low.y + ImGui::GetWindowHeight() - ui.px(88);
  const float from = low.x + ui.px(58), length = ui.px(150);
  const auto placeOf = [&](double fill) {
    return from + length * static_cast<float>((fill - kEmpty) / (kStuffed - kEmpty));
  };
  paintText(ui, ui.fonts.small, ui.theme.secondary, "Fill", {{low.x + ui.px(20), y - ui.px(8)}, 0, false});
  ImGui::SetCursorScreenPos({from - ui.px(8), y - ui.px(10)});
  ImGui::InvisibleButton("fill", {length + ui.px(16), ui.px(20)});
  ui.record("view.fill");
  // Where it is let go counts too: the last move and the letting go can come in one slow frame.
  if (ImGui::IsItemActive() || ImGui::IsItemDeactivated()) {
    const double at =
        kEmpty + (kStuffed - kEmpty) * static_cast<double>((ImGui::GetIO().MousePos.x - from) / length);
    const double fill = std::clamp(std::round(at * kSteps) / kSteps, kEmpty, kStuffed);
    if (fill != session.shownFill()) commands.push(ShowFill{fill});
  }
  const int percent = static_cast<int>(std::lround(100 * session.shownFill()));
  if (ImGui::IsItemHovered()) drawTooltip(ui, "How full the pack is drawn; litres and masses stay");
  ui.places.push_back({"shown-fill=" + std::to_string(percent), low, low});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float knob = placeOf(session.shownFill());
  list.AddLine({from, y}, {from + length, y}, ui.theme.hairline, ui.px(2));
  list.AddLine({from, y}, {knob, y}, ui.theme.secondary, ui.px(2));
  const float nominal = placeOf(kNominalFill);
  list.AddLine({nominal, y - ui.px(4)}, {nominal, y + ui.px(4)}, ui.theme.secondary, ui.px(1));
  list.AddCircleFilled({knob, y}, ui.px(5), ui.theme.text, 24);
  paintText(ui, ui.fonts.small, ui.theme.secondary, std::to_string(percent) + " %",
            {{from + length + ui.px(12), y - ui.px(8)}, 0, false});
}

void PackView::drawColorways(const Session& session, float left, Ui& ui, Commands& commands) const {
  const ImVec2 low = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const auto& colorways = session.design().colorways;
  float x = low.x + size.x - ui.px(16) - static_cast<float>(colorways.size()) * ui.px(28);
  if (const DesignColorway* shown = findColorway(session.design(), session.shownColorway())) {
    ui.places.push_back({"shown-colorway=" + shown->code, low, low});
    const float width = textWidth(ui.fonts.small, shown->name);
    if (x - ui.px(8) - width > left + ui.px(16)) {
      paintText(ui, ui.fonts.small, ui.theme.secondary, shown->name,
                {{x - ui.px(8) - width, low.y + size.y - ui.px(37)}, 0, false});
    }
  }
  for (const DesignColorway& colorway : colorways) {
    ImGui::SetCursorScreenPos({x, low.y + size.y - ui.px(42)});
    if (ImGui::InvisibleButton(("dot" + colorway.code).c_str(), {ui.px(26), ui.px(26)})) {
      commands.push(ShowColorway{colorway.code});
    }
    ui.record("colorway." + colorway.code);
    if (ImGui::IsItemHovered()) drawTooltip(ui, colorway.code + "  " + colorway.name);
    const ImVec2 middle{x + ui.px(13), low.y + size.y - ui.px(29)};
    const auto shell = colorway.colors.find("shell");
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool known = shell != colorway.colors.end();
    list.AddCircleFilled(middle, ui.px(8), known ? colorOfSrgb(shell->second.srgb) : ui.theme.raised, 32);
    if (colorway.code == session.shownColorway())
      list.AddCircle(middle, ui.px(11), ui.theme.accent, 32, ui.px(1.5f));
    x += ui.px(28);
  }
}

void PackView::draw(const Session& session, Ui& ui, Commands& commands) {
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
  handleMouse(size);
  lightPart(at, size);
  if (!scene_.geometry.nodes.empty()) updatePicture(scene);
  if (texture_ != 0) {
    ImGui::GetWindowDrawList()->AddImage(textureId(texture_), {at.x + start, at.y},
                                         {at.x + size.x, at.y + size.y}, {0, 1}, {1, 0});
  }
  if (staged_ == view_ && ProductView::has(view_)) product_.draw(camera_, at, size, ui);
  const float end = drawViews(ui, commands);
  if (drawsFill(view_)) drawFill(session, ui, commands);
  drawColorways(session, end, ui, commands);
}

}  // namespace configurator
