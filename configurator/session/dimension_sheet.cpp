#include "configurator/session/dimension_sheet.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec4.hpp>
#include <optional>
#include <utility>

#include "configurator/catalog/number_text.h"

namespace configurator {
namespace {

double tenths(double mm) {
  return std::round(mm * 10) / 10;
}

constexpr float kViewGap = 0.2f;  // between two views, of the pack's height
constexpr float kAside = 0.09f;   // of a dimension line from what it measures

/// A pack turned to show one side, and shifted to its place on the sheet.
struct SheetView {
  glm::mat4 turned{1.0f};
  renderer::Bounds bounds;  ///< of all that is drawn there

  glm::vec3 place(const glm::vec3& at) const { return glm::vec3(turned * glm::vec4(at, 1.0f)); }
};

renderer::Geometry placed(renderer::Geometry geometry, const glm::mat4& where) {
  for (renderer::Node& node : geometry.nodes) node.transform = where * node.transform;
  return geometry;
}

/// Front, right side, back; the next begins where the one before ends.
std::vector<SheetView> sheetViews(const renderer::Geometry& geometry) {
  std::vector<SheetView> views;
  float at = 0;
  for (const float azimuth : {0.0f, 90.0f, 180.0f}) {
    const glm::mat4 turn = glm::rotate(glm::mat4(1.0f), glm::radians(-azimuth), glm::vec3(0, 1, 0));
    renderer::Bounds bounds = renderer::boundsOf(placed(geometry, turn));
    const glm::vec3 shift(at - bounds.min.x, 0, 0);
    at += bounds.max.x - bounds.min.x + kViewGap * (bounds.max.y - bounds.min.y);
    views.push_back(
        {glm::translate(glm::mat4(1.0f), shift) * turn, {bounds.min + shift, bounds.max + shift}});
  }
  return views;
}

renderer::Bounds bodyBounds(const Pack& pack, const renderer::Geometry& geometry) {
  renderer::Geometry body{geometry.meshes, {}};
  for (const renderer::Node& node : geometry.nodes) {
    const Piece* piece = findPiece(pack, node.part_id);
    if (piece != nullptr && piece->assembly == "body") body.nodes.push_back(node);
  }
  return renderer::boundsOf(body);
}

/// Width about the middle, height from the lowest place up, depth from the outermost place back to the
/// wearer.
void addOuterSize(const Pack& pack, const renderer::Bounds& body, const std::vector<SheetView>& views,
                  DimensionSheet& sheet) {
  const glm::vec3 size(pack.dimensions_mm);
  const glm::vec3 low(-size.x / 2, body.min.y, body.max.z - size.z), high = low + size;
  const SheetView& front = views[0];
  const SheetView& side = views[1];
  const float aside = kAside * size.y;
  const float below = front.bounds.min.y - aside - low.y;
  sheet.lines.push_back({front.place({low.x, low.y, 0}),
                         front.place({high.x, low.y, 0}),
                         {0, below, 0},
                         "W\u2002" + millimetreText(pack.dimensions_mm.x)});
  const float left = front.bounds.min.x - aside - front.place(low).x;
  sheet.lines.push_back({front.place({low.x, low.y, 0}),
                         front.place({low.x, high.y, 0}),
                         {left, 0, 0},
                         "H\u2002" + millimetreText(pack.dimensions_mm.y)});
  sheet.lines.push_back({side.place({0, low.y, high.z}),
                         side.place({0, low.y, low.z}),
                         {0, below, 0},
                         "D\u2002" + millimetreText(pack.dimensions_mm.z)});
}

const Measure* findMeasure(const Pack& pack, const std::string& id) {
  const auto found =
      std::find_if(pack.measures.begin(), pack.measures.end(), [&](const Measure& m) { return m.id == id; });
  return found == pack.measures.end() ? nullptr : &*found;
}

/// The middle line of a strap from its upper end, flat: half way across at every height.
Polyline middleLine(const Piece& strap) {
  constexpr int kSteps = 40;
  const Polyline outline = outlineOf(strap);
  const Box2 box = boxOf(outline);
  Polyline line;
  for (int i = 0; i <= kSteps; ++i) {
    const double y = glm::mix(box.low.y, box.high.y, (i + 0.01) / (kSteps + 0.02));
    double least = box.high.x, most = box.low.x;
    for (std::size_t k = 0; k < outline.size(); ++k) {
      const Vec2 a = outline[k], b = outline[(k + 1) % outline.size()];
      if ((a.y < y) == (b.y < y)) continue;
      const double x = glm::mix(a.x, b.x, (y - a.y) / (b.y - a.y));
      least = std::min(least, x);
      most = std::max(most, x);
    }
    if (least <= most) line.push_back({(least + most) / 2, y});
  }
  return line;
}

std::vector<glm::vec3> onSurface(const Piece& piece, const Polyline& line) {
  std::vector<glm::vec3> points;
  for (const Vec2& p : line) points.emplace_back(piece.surface(p));
  return points;
}

/// What measure F runs along: the padded strap, or the inner edge of a vest's front.
std::vector<glm::vec3> strapLine(const Pack& pack) {
  if (const Piece* strap = findPiece(pack, "harness.shell-right"))
    return onSurface(*strap, middleLine(*strap));
  for (const Piece& piece : pack.pieces) {
    const Edge* inner = findEdge(piece, "inner");
    if (inner != nullptr && piece.id.find("wing") != std::string::npos && piece.id.ends_with("right"))
      return onSurface(piece, inner->points);
  }
  return {};
}

/// Where a drawn part's middle is.
std::optional<glm::vec3> middleOf(const renderer::Geometry& geometry, const std::string& prefix) {
  for (const renderer::Node& node : geometry.nodes) {
    if (!node.part_id.starts_with(prefix)) continue;
    const auto& positions = geometry.meshes[node.mesh].positions;
    glm::vec3 low(1e9f), high(-1e9f), best = positions.front();
    for (const glm::vec3& p : positions) low = glm::min(low, p), high = glm::max(high, p);
    for (const glm::vec3& p : positions) {
      const glm::vec3 middle = 0.5f * (low + high);
      if (glm::distance(p, middle) < glm::distance(best, middle)) best = p;
    }
    return glm::vec3(node.transform * glm::vec4(best, 1.0f));
  }
  return std::nullopt;
}

/// One strap's length, or what it can be let out to.
struct StrapMeasure {
  const char *title, *from, *to;
  std::vector<const char*> parts;  ///< the first that is drawn is pointed at
};

void addStraps(const Pack& pack, const renderer::Geometry& geometry, const SheetView& back,
               DimensionSheet& sheet) {
  const StrapMeasure straps[] = {
      {"Sternum strap", "K", "KX", {"sternum.upper-buckle", "sternum.upper-cord", "sternum."}},
      {"Strap webbing", "J", "", {"harness.tail-left", "compression.cord-left", "compression."}},
      {"Hip belt", "M", "MX", {"hip-belt.buckle", "hip-belt.webbing-left", "hip-belt."}},
      {"Grab loop", "X", "", {"haul-loop.loop", "haul-loop.webbing", "haul-loop."}}};
  for (const StrapMeasure& strap : straps) {
    const Measure* from = findMeasure(pack, strap.from);
    const Measure* to = findMeasure(pack, strap.to);
    std::optional<glm::vec3> at;
    for (const char* part : strap.parts) {
      if (!at) at = middleOf(geometry, part);
    }
    if (from == nullptr || !at) continue;
    const std::string range =
        to == nullptr ? "" : formatNumber(tenths(from->value_mm)) + "\u2009\u2013\u2009";
    sheet.straps.push_back(
        {back.place(*at), strap.title, range + millimetreText((to == nullptr ? from : to)->value_mm)});
  }
}

/// The padded strap along its curve, and the back's length from where it is sewn on.
void addCarry(const Pack& pack, const std::vector<SheetView>& views, DimensionSheet& sheet) {
  const std::vector<glm::vec3> strap = strapLine(pack);
  const Measure* padded = findMeasure(pack, "F");
  const Measure* length = findMeasure(pack, "E");
  if (strap.size() < 2) return;
  const bool box = pack.construction != "vest";
  const SheetView& seen = box ? views[1] : views[2];
  if (padded != nullptr) {
    CurveDimension curve;
    for (const glm::vec3& p : strap) curve.line.push_back(seen.place(p));
    curve.text = "Strap\u2002" + millimetreText(padded->value_mm);
    sheet.curves.push_back(std::move(curve));
  }
  if (length == nullptr) return;
  // The end at the back is the one nearer to the body.
  const glm::vec3 anchor = strap.front().z > strap.back().z ? strap.front() : strap.back();
  const float half = static_cast<float>(pack.dimensions_mm.x) / 2;
  const glm::vec3 top = views[2].place({half, anchor.y, 0});
  const float left = views[2].bounds.min.x - 0.6f * kAside * static_cast<float>(pack.dimensions_mm.y) - top.x;
  sheet.lines.push_back({top - glm::vec3(0, static_cast<float>(length->value_mm), 0),
                         top,
                         {left, 0, 0},
                         "Back\u2002" + millimetreText(length->value_mm)});
}

std::string toleranceText(const Measure& measure) {
  const std::string plus = formatNumber(measure.tol_plus_mm), minus = formatNumber(measure.tol_minus_mm);
  return plus == minus ? "\u00b1\u2009" + plus : "+" + plus + " \u2212" + minus;
}

/// In the catalog's order, as everywhere.
void addTable(const Catalog& catalog, const Pack& pack, DimensionSheet& sheet) {
  for (const MeasureSpec& spec : catalog.measures) {
    if (const Measure* measure = findMeasure(pack, spec.id))
      sheet.table.push_back(
          {measure->id, measure->name, millimetreText(measure->value_mm), toleranceText(*measure)});
  }
}

}  // namespace

std::string millimetreText(double mm) {
  return formatNumber(tenths(mm)) + "\u2009mm";
}

DimensionSheet dimensionSheet(const Catalog& catalog, const Design& design, const Pack& pack,
                              const renderer::Geometry& geometry) {
  DimensionSheet sheet;
  sheet.heading = design.name;
  sheet.note = std::string("Size ") + packSizeName(pack.size) + ", filled";
  const std::vector<SheetView> views = sheetViews(geometry);
  sheet.geometry.meshes = geometry.meshes;
  for (const SheetView& view : views) {
    for (renderer::Node& node : placed({{}, geometry.nodes}, view.turned).nodes)
      sheet.geometry.nodes.push_back(std::move(node));
  }
  addOuterSize(pack, bodyBounds(pack, geometry), views, sheet);
  addCarry(pack, views, sheet);
  addStraps(pack, geometry, views[2], sheet);
  addTable(catalog, pack, sheet);
  return sheet;
}

}  // namespace configurator
