#include "configurator/pack/fill_form.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace configurator {
namespace {

constexpr double kHeldBelowTop = 50;  // strap anchors under the top seam of the box bodies
constexpr double kHeldBelowC7 = 60;   // the same on a roll-top, whose back goes on into the roll
constexpr double kTrunkOverHeld = 5;  // the upright back of a roll-top over its anchors
constexpr double kSuspended = 25;     // a back further off the wearer hangs in a frame
constexpr double kBeside = 0.6;       // of the half width, where the front is measured beside its middle
constexpr int kSections = 60;

const Piece* bodyPiece(const Pack& pack, const char* name) {
  return findPiece(pack, std::string("body.") + name);
}

bool isFramed(const Pack& pack) {
  const auto of_frame = [](const auto& part) { return part.assembly == "frame"; };
  return pack.back_gap_mm > kSuspended || std::any_of(pack.pieces.begin(), pack.pieces.end(), of_frame) ||
         std::any_of(pack.fittings.begin(), pack.fittings.end(), of_frame);
}

/// Half the width of an outline about x = 0 at a height, as far as its right side goes.
double halfWidthAt(const Polyline& outline, double y) {
  double most = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec2 a = outline[i], b = outline[(i + 1) % outline.size()];
    if ((a.y - y) * (b.y - y) > 0 || a.y == b.y) continue;
    most = std::max(most, std::lerp(a.x, b.x, (y - a.y) / (b.y - a.y)));
  }
  return most;
}

struct Extent {
  double low = 0, high = 0;
};
Extent heightOf(const Piece& piece) {
  const Polyline outline = outlineOf(piece);
  const auto [low, high] =
      std::minmax_element(outline.begin(), outline.end(), [](Vec2 a, Vec2 b) { return a.y < b.y; });
  return {low->y, high->y};
}

/// Depth and dome of the front at a height of its flat, from its middle and a place beside it. The front's
/// dome is a parabola across.
BoxForm::Section sectionOf(const Piece& front, double flat_y, double half_width) {
  const Vec3 middle = front.surface({0, flat_y});
  const Vec3 beside = front.surface({kBeside * half_width, flat_y});
  BoxForm::Section section{middle.y, half_width, middle.z, 0, 0};
  section.rise = std::max(0.0, (middle.z - beside.z) / (kBeside * kBeside));
  section.depth = middle.z - section.rise;
  return section;
}

/// Straight sides stand for the outline, whether its corners are round or not: folds die out inside it.
std::optional<FillForm> panelLoader(const Pack& pack) {
  const Piece* front = bodyPiece(pack, "front");
  if (front == nullptr) return std::nullopt;
  BoxForm form;
  const Polyline outline = outlineOf(*front);
  const Extent flat = heightOf(*front);
  constexpr double kLow = 0.25, kHigh = 0.55;  // of the height: between the corners
  const double wide = halfWidthAt(outline, kLow * flat.high),
               narrow = halfWidthAt(outline, kHigh * flat.high);
  for (int i = 0; i <= kSections; ++i) {
    const double part = static_cast<double>(i) / kSections;
    const double y = flat.high * part;
    const double half = std::lerp(wide, narrow, (part - kLow) / (kHigh - kLow));
    // Near the arched top the outline is narrower than the sides: the dome is measured inside it.
    BoxForm::Section section = sectionOf(*front, y, std::max(1.0, std::min(half, halfWidthAt(outline, y))));
    section.half_width = half;
    form.sections.push_back(section);
  }
  form.height_mm = form.sections.back().y;
  form.held_mm = form.height_mm - kHeldBelowTop;
  return form;
}

std::optional<FillForm> rollTop(const Pack& pack) {
  const Piece* wrap = bodyPiece(pack, "wrap");
  const Piece* front = bodyPiece(pack, "front");
  if (wrap == nullptr || front == nullptr) return std::nullopt;
  BoxForm form;
  form.top = BoxForm::Top::Roll;
  form.held_mm = pack.c7_y_mm - kHeldBelowC7;
  form.height_mm = form.held_mm + kTrunkOverHeld;
  // Flat heights count from the ridge; the middle of a side lies between the wrap's end and the front's half.
  const double low = heightOf(*front).low;
  const double half_front = halfWidthAt(outlineOf(*front), low / 2);
  const double side = (halfWidthAt(outlineOf(*wrap), low / 2) + half_front) / 2;
  for (int i = 0; i <= kSections; ++i) {
    const double y = low * (1 - static_cast<double>(i) / kSections);
    BoxForm::Section section = sectionOf(*front, y, half_front);
    section.half_width = std::abs(wrap->surface({side, y}).x);
    section.back = std::max(0.0, wrap->surface({0, y}).z);
    section.depth = std::max(0.5, section.depth - section.back);
    form.sections.push_back(section);
  }
  return form;
}

/// The lid's underside or the flap, then down to where the straps end on the front panel.
void addCover(const Pack& pack, BoxForm& form) {
  const Piece* lid = bodyPiece(pack, "lid-underside");
  const Piece* flap = bodyPiece(pack, "flap");
  const Piece* cover = lid != nullptr ? lid : flap;
  if (cover == nullptr) return;
  const Extent flat = heightOf(*cover);
  constexpr int kSteps = 40;
  for (int i = 0; i <= kSteps; ++i) {
    const double part = static_cast<double>(i) / kSteps;
    // A flap's flat runs from its front edge up, a lid's from its rear edge forward.
    const double y = std::lerp(flat.low, flat.high, lid != nullptr ? part : 1 - part);
    form.cover.push_back(cover->surface({0, y}));
    form.cover.back().x = 0;
  }
  form.cover_mm = lengthOf(form.cover);
  for (const Fitting& fitting : pack.fittings) {
    if (fitting.id.rfind("body.cover-strap-lower", 0) != 0 || fitting.shapes.empty()) continue;
    const auto* strap = std::get_if<RibbonShape>(&fitting.shapes.front().drawn());
    if (strap == nullptr || strap->path.empty()) continue;
    form.cover.push_back({0, strap->path.back().y, strap->path.back().z});
    return;
  }
}

std::optional<FillForm> drawcord(const Pack& pack) {
  const Piece* front = bodyPiece(pack, "front");
  const Piece* side = bodyPiece(pack, "side-right");
  const Piece* back = bodyPiece(pack, "back");
  if (front == nullptr || side == nullptr || back == nullptr) return std::nullopt;
  BoxForm form;
  form.top = BoxForm::Top::Cord;
  form.height_mm = heightOf(*back).high;
  form.held_mm = form.height_mm - kHeldBelowTop;
  const double top = heightOf(*front).high;
  for (int i = 0; i <= kSections; ++i) {
    const double y = top * i / kSections;
    form.sections.push_back(sectionOf(*front, y, std::abs(side->surface({0, y}).x)));
  }
  addCover(pack, form);
  return form;
}

/// Across a strip round the main pocket, from the cloth to the pocket's front.
void addRungs(const Piece& strip, std::vector<VestForm::Rung>& rungs) {
  const Edge* foot = findEdge(strip, "back");
  const Edge* rim = findEdge(strip, "panel");
  if (foot == nullptr || rim == nullptr || foot->points.size() != rim->points.size()) return;
  const std::size_t n = foot->points.size();
  for (std::size_t i = 0; i + 1 < n; ++i) {
    VestForm::Rung rung{strip.surface(foot->points[i]), strip.surface(rim->points[n - 1 - i]), {}};
    // Seen from outside the strip runs from left to right, its rim above.
    const Vec3 along = strip.surface(foot->points[i + 1]) - rung.foot;
    const Vec3 out = glm::cross(along, rung.rim - rung.foot);
    if (glm::length(out) < 1e-6) continue;
    rung.out = glm::normalize(out);
    rungs.push_back(rung);
  }
}

std::optional<FillForm> vest(const Pack& pack) {
  VestForm form;
  for (const char* name :
       {"back-outer", "wing-outer-left", "wing-outer-right", "side-wing-left", "side-wing-right"}) {
    if (const Piece* piece = bodyPiece(pack, name)) form.cloth.push_back(piece);
  }
  if (form.cloth.empty()) return std::nullopt;
  for (const char* name : {"main-gusset", "main-top"})
    if (const Piece* strip = bodyPiece(pack, name)) addRungs(*strip, form.rungs);
  return form;
}

}  // namespace

std::optional<FillForm> fillFormOf(const Pack& pack) {
  if (pack.construction == "vest") return vest(pack);
  std::optional<FillForm> form;
  if (pack.construction == "panel-loader") form = panelLoader(pack);
  if (pack.construction == "roll-top") form = rollTop(pack);
  if (pack.construction == "drawcord") form = drawcord(pack);
  if (form) std::get<BoxForm>(*form).framed = isFramed(pack);
  return form;
}

}  // namespace configurator
