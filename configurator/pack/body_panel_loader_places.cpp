// Where modules attach to a panel loader: hosts on its pieces, its seams in space, its anchors.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_panel_loader_parts.h"

namespace configurator {
namespace {

constexpr double kSeamMargin = kPanelSeamMargin;
constexpr double kStrapAnchorDrop = 50;  // below the top seam
constexpr double kStrapLowerY = 60, kHipY = 90;
constexpr double kLeastSide = 110;  // height that a side pocket needs

const Piece& pieceOf(const PanelLoaderBuild& build, const std::string& name) {
  return *findPiece(build.draft.pack, build.id(name));
}

/// The largest upright rectangle worth having inside the arched outline, and how wide that is at each height.
void addPanelHosts(const PanelLoaderBuild& build) {
  const PanelPlace at = panelPlace(build.shape->outline());
  const auto half_width = [shape = build.shape, low = at.low](double v) {
    return shape->outline().halfWidthAt(low + v) - kPanelSeamMargin;
  };
  HostPlace place{"front", {-at.half, at.low}, {1, 0}, {0, 1}, 2 * at.half, at.high - at.low, half_width};
  addHost(build.draft, pieceOf(build, "front"), place);
  place.id = "back";
  addHost(build.draft, pieceOf(build, "back"), place);
  place.id = "back-inner";
  const double lining = boxOf(outlineOf(pieceOf(build, "back-lining"))).high.y - 2;  // or its mouth
  place.height_mm = std::min(place.height_mm, lining - at.low);
  addHost(build.draft, pieceOf(build, "back-lining"), place);
}

/// A stretch of a strip on the wearer's right between two arc lengths, and its mirror image on the left.
struct SideStretch {
  std::string id, piece;
  const GussetStrip* strip = nullptr;
  double low = 0, high = 0;  // arc lengths on the right
};

void addSideHosts(const PanelLoaderBuild& build, const SideStretch& side) {
  const double around = side.strip == build.bottom.get() ? 0 : build.shape->outline().perimeter();
  const double low = side.strip->flatX(side.low);
  const double height = side.strip->flatX(side.high) - low;
  const double width =
      std::min(side.strip->widthAt(side.low), side.strip->widthAt(side.high)) - 2 * kSeamMargin;
  if (height < 30 || width < 20) return;
  const Piece& piece = pieceOf(build, side.piece);
  addHost(build.draft, piece, {"right" + side.id, {low, width / 2}, {0, -1}, {1, 0}, width, height});
  const double left = side.strip->flatX(around - side.low);
  addHost(build.draft, piece, {"left" + side.id, {left, -width / 2}, {0, 1}, {-1, 0}, width, height});
}

void addGussetHosts(const PanelLoaderBuild& build) {
  const PanelLoaderShape& shape = *build.shape;
  const PanelOutline& outline = shape.outline();
  const double height = outline.dimensions().height;
  const double start = shape.zipGussetStart();
  // A clamshell's zip ends in the bottom corner: its gusset is the hinge and no longer than that.
  const double corner = std::min(outline.cornerMiddle(0), start - kSeamMargin);
  const double stop = start + shape.dimensions().tab + kSeamMargin;
  const double shoulder = outline.rightSideAt(height);
  // Where the zip runs far down, what is left below it is too low for a pocket: then the sides are the wide
  // strip.
  const bool low_gusset = start - kSeamMargin - corner < kLeastSide;
  if (low_gusset) {
    addSideHosts(build, {"", "zip-wide", build.wide.get(), stop, shoulder});
  } else {
    addSideHosts(build, {"", "bottom-gusset", build.bottom.get(), corner, start - kSeamMargin});
    addSideHosts(build, {"-upper", "zip-wide", build.wide.get(), stop, shoulder});
  }
  const double from = build.bottom->flatX(-corner);
  const double to = build.bottom->flatX(corner);
  const double depth = shape.gussetWidthAt(corner) - 2 * kSeamMargin;
  addHost(build.draft, pieceOf(build, "bottom-gusset"),
          {"bottom", {from, -depth / 2}, {1, 0}, {0, 1}, to - from, depth});
  const double middle = build.narrow->flatX(outline.perimeter() / 2);
  const double narrow = shape.dimensions().narrow_strip;
  constexpr double kTopHalf = 60;
  addHost(build.draft, pieceOf(build, "zip-narrow"),
          {"top", {middle + kTopHalf, narrow / 2}, {-1, 0}, {0, -1}, 2 * kTopHalf, narrow});
}

/// The panel's seam between two places of its outline, in front or at the back.
SeamCurve seamCurve(const PanelLoaderShape& shape, double from, double to, bool front) {
  const PanelOutline& outline = shape.outline();
  SeamCurve curve;
  for (const double s : outline.stations(from, to, {4.5, 15})) {
    const Vec2 p = outline.at(s);
    curve.path.push_back(front ? shape.onFront(p) : shape.onBack(p));
    curve.normals.push_back(glm::normalize(Vec3{outline.outward(s), front ? 1 : -1}));
  }
  return curve;
}

void addSeamCurves(const PanelLoaderBuild& build) {
  const auto shape = build.shape;
  const double whole = shape->outline().perimeter();
  const double low = shape->outline().cornerMiddle(3) - whole;
  const double high = shape->outline().cornerMiddle(0);
  addBodySeam(build.draft, "front-seam", {build.id("front"), "seam-line", 0, -1},
              [shape, whole] { return seamCurve(*shape, 0, whole, true); });
  addBodySeam(build.draft, "back-seam", {build.id("back"), "seam-line", 0, -1}, [shape, whole] {
    // On the piece the back seam runs the other way: its frame is seen from the wearer's side.
    SeamCurve curve = seamCurve(*shape, 0, whole, false);
    std::reverse(curve.path.begin(), curve.path.end());
    std::reverse(curve.normals.begin(), curve.normals.end());
    return curve;
  });
  addBodySeam(build.draft, "bottom-seam", {build.id("front"), "bottom", 0, -1},
              [shape, low, high] { return seamCurve(*shape, low, high, true); });
}

void addAnchors(const PanelLoaderBuild& build) {
  const PanelLoaderShape& shape = *build.shape;
  const PanelOutline& outline = shape.outline();
  const double height = outline.dimensions().height;
  PackDraft& draft = build.draft;
  const double top = height - kStrapAnchorDrop;
  const double strap = std::min(strapCentre(draft), outline.halfWidthAt(top) - kSeamMargin);
  addAnchorPair(draft, "strap-top", {strap, top, 0});
  addAnchorPair(draft, "strap-bottom", {outline.halfWidthAt(kStrapLowerY), kStrapLowerY, 0});
  addAnchorPair(draft, "hip", {outline.halfWidthAt(kHipY), kHipY, 0});
  const auto side = [&](double part) {
    const double s = outline.rightSideAt(part * height);
    return shape.onGusset(s, shape.gussetWidthAt(s) / 2);
  };
  addAnchorPair(draft, "side-top", side(0.7));
  addAnchorPair(draft, "side-bottom", side(0.2));
  draft.body.anchors["haul-loop"] = Vec3{0, height, 0};
  draft.body.anchors["bladder-hanger"] = Vec3{0, height - 30, 3};
}

/// What an expansion is built on: the rims of front panel and gusset, which no seam of the body joins.
void addExpansionRing(const PanelLoaderBuild& build) {
  const auto shape = build.shape;
  ExpansionRing ring;
  ring.zip_size = build.ring_zip;
  ring.gap_mm = shape->dimensions().ring_gap;
  ring.panel = frontPanelRun(build);
  ring.gusset = gussetRun(build, true);
  ring.panel_mm2 = areaOf(outlineOf(pieceOf(build, "front")));
  ring.cloth = [shape, gap = ring.gap_mm](Vec2 p) {
    return shape->onGusset(p.x, shape->gussetWidthAt(p.x) - gap + p.y);
  };
  ring.rim_mm = shape->outline().stations(0, shape->outline().perimeter(), {});
  ring.cut_mm = {0};
  for (std::size_t i = 1; i < ring.rim_mm.size(); ++i) {
    const Vec2 from = shape->outline().at(ring.rim_mm[i - 1]);
    ring.cut_mm.push_back(ring.cut_mm.back() + glm::distance(from, shape->outline().at(ring.rim_mm[i])));
  }
  build.draft.body.expansion_ring = std::move(ring);
}

}  // namespace

PanelPlace panelPlace(const PanelOutline& outline) {
  const auto& panel = outline.dimensions();
  PanelPlace place;
  place.low = std::max(kSeamMargin, 0.3 * panel.bottom_radius);
  place.high = panel.height - std::max(kSeamMargin, 0.45 * panel.top_radius);
  place.half = std::min(outline.halfWidthAt(place.low), outline.halfWidthAt(place.high)) - kSeamMargin;
  return place;
}

bool panelHasRoom(const PanelOutline& outline, const Promise& promise) {
  const PanelPlace place = panelPlace(outline);
  const double low = place.low + promise.y_mm, high = low + promise.height_mm + kPromiseEase;
  const double half = std::min(outline.halfWidthAt(low), outline.halfWidthAt(high)) - kSeamMargin;
  return high <= place.high && 2 * half >= promise.width_mm + kPromiseEase;
}

void addPanelLoaderPlaces(const PanelLoaderBuild& build) {
  addPanelHosts(build);
  addGussetHosts(build);
  addSeamCurves(build);
  addAnchors(build);
  if (build.ring_zip > 0) addExpansionRing(build);
}

}  // namespace configurator
