#include "configurator/session/dimension_view.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec4.hpp>
#include <optional>

#include "configurator/catalog/number_text.h"

namespace configurator {
namespace {

/// Cloth is not measured more finely.
double tenths(double mm) {
  return std::round(mm * 10) / 10;
}

constexpr float kGap = 0.2f;     // between two views, of the pack's height
constexpr float kAside = 0.09f;  // of a dimension line from what it measures

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
    at += bounds.max.x - bounds.min.x + kGap * (bounds.max.y - bounds.min.y);
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

struct Pen {
  const PictureSizes& sizes;
  const PictureInks& inks;
  renderer::LineDrawing& drawing;

  void line(const std::vector<glm::vec2>& points, renderer::Ink ink) const {
    drawing.add(renderer::DrawnLine{points, ink, sizes.hairline});
  }
  /// A slender arrow head with its tip there.
  void arrow(glm::vec2 tip, glm::vec2 along) const {
    const float length = 0.62f * sizes.text;
    const glm::vec2 aside = glm::vec2(-along.y, along.x) * (0.17f * length);
    drawing.add(
        renderer::DrawnArea{{{tip, tip - along * length + aside, tip - along * length - aside}}, inks.text});
  }
};

void drawLinear(const LinearDimension& dimension, const Projection& project, const Pen& pen) {
  const glm::vec2 from = project(dimension.from), to = project(dimension.to);
  const glm::vec2 low = project(dimension.from + dimension.aside),
                  high = project(dimension.to + dimension.aside);
  const glm::vec2 along = glm::normalize(high - low), out = glm::normalize(low - from);
  const float gap = 0.3f * pen.sizes.text;
  pen.line({from + out * gap, low + out * gap}, pen.inks.line);
  pen.line({to + out * gap, high + out * gap}, pen.inks.line);
  pen.line({low, high}, pen.inks.text);
  pen.arrow(high, along);
  pen.arrow(low, -along);
  const bool upright = std::abs(along.y) > std::abs(along.x);
  const glm::vec2 off =
      upright ? glm::vec2(-0.45f * pen.sizes.text, 0) : glm::vec2(0, 1.15f * pen.sizes.text);
  renderer::DrawnText text{dimension.text, 0.5f * (low + high) + off, pen.sizes.text, pen.inks.text};
  text.align = renderer::TextAlign::Middle;
  text.angle_deg = upright ? 90.0f : 0.0f;
  text.strong = true;
  pen.drawing.add(text);
}

void drawCurve(const CurveDimension& curve, const Projection& project, const Pen& pen) {
  std::vector<glm::vec2> line;
  for (const glm::vec3& p : curve.line) line.push_back(project(p));
  const auto unit = [](glm::vec2 v) { return v / std::max(glm::length(v), 1e-6f); };
  const glm::vec2 first = unit(line[0] - line[1]), last = unit(line.back() - line[line.size() - 2]);
  std::vector<std::vector<glm::vec2>> strokes{line};
  for (const auto& [end, along] : {std::pair(line.front(), first), std::pair(line.back(), last)}) {
    const glm::vec2 across = glm::vec2(-along.y, along.x) * (0.45f * pen.sizes.text);
    strokes.push_back({end - across, end + across});
  }
  // Dark under light, so that it shows on cloth of any colour.
  for (const auto& stroke : strokes)
    pen.drawing.add(renderer::DrawnLine{stroke, pen.inks.paper, 3 * pen.sizes.hairline});
  for (const auto& stroke : strokes) pen.line(stroke, pen.inks.accent);
  glm::vec2 low(1e9f), high(-1e9f);
  for (const glm::vec2& p : line) low = glm::min(low, p), high = glm::max(high, p);
  renderer::DrawnText text{
      curve.text, {0.5f * (low.x + high.x), low.y - 0.9f * pen.sizes.text}, pen.sizes.text, pen.inks.text};
  text.align = renderer::TextAlign::Middle;
  text.strong = true;
  pen.drawing.add(text);
}

/// Rows of the table and where they stand; pixels.
struct TablePlace {
  glm::vec2 low{0};
  float width = 0, row = 0;
  int columns = 3, rows = 0;
  float height() const { return row * static_cast<float>(rows); }
};

constexpr float kIdWidth = 2.4f, kToleranceWidth = 4.2f, kGutter = 2;  // of the words' size

/// In as many columns as its words leave room for; none where it would crowd the drawing out.
TablePlace tablePlace(const DimensionSheet& sheet, const PictureSize& size,
                      const renderer::Typeface& typeface, const PictureSizes& sizes) {
  constexpr float kMost = 0.4f;  // of the picture's height
  float widest = 1;
  for (const MeasureRow& row : sheet.table)
    widest = std::max(widest, typeface.widthOf(row.name + "  " + row.value, sizes.note));
  widest += (kIdWidth + kToleranceWidth + kGutter) * sizes.note;
  TablePlace place;
  place.row = 1.55f * sizes.note;
  place.width = static_cast<float>(size.width) - 2 * sizes.margin;
  place.columns = std::clamp(static_cast<int>((place.width + kGutter * sizes.note) / widest), 1, 4);
  place.rows = (static_cast<int>(sheet.table.size()) + place.columns - 1) / place.columns;
  if (place.height() > kMost * static_cast<float>(size.height)) place.rows = 0;
  place.low = {sizes.margin, static_cast<float>(size.height) - sizes.foot - sizes.margin - place.height()};
  return place;
}

void drawTable(const DimensionSheet& sheet, const TablePlace& place, const Pen& pen) {
  if (place.rows == 0) return;
  const float gutter = kGutter * pen.sizes.note;
  const float width =
      (place.width - gutter * static_cast<float>(place.columns - 1)) / static_cast<float>(place.columns);
  const float size = pen.sizes.note;
  const auto word = [&](const std::string& text, glm::vec2 at, renderer::Ink ink, renderer::TextAlign align) {
    renderer::DrawnText drawn{text, at, size, ink};
    drawn.align = align;
    pen.drawing.add(drawn);
  };
  for (std::size_t i = 0; i < sheet.table.size(); ++i) {
    const std::size_t column = i / static_cast<std::size_t>(place.rows);
    const std::size_t row = i % static_cast<std::size_t>(place.rows);
    const glm::vec2 low = place.low + glm::vec2(static_cast<float>(column) * (width + gutter),
                                                static_cast<float>(row) * place.row);
    const float base = low.y + 0.5f * (place.row + size * renderer::kCapitalHeight);
    pen.line({low, low + glm::vec2(width, 0)}, pen.inks.faint);
    word(sheet.table[i].id, {low.x, base}, pen.inks.secondary, renderer::TextAlign::Left);
    word(sheet.table[i].name, {low.x + kIdWidth * size, base}, pen.inks.text, renderer::TextAlign::Left);
    word(sheet.table[i].value, {low.x + width - kToleranceWidth * size, base}, pen.inks.text,
         renderer::TextAlign::Right);
    word(sheet.table[i].tolerance, {low.x + width, base}, pen.inks.secondary, renderer::TextAlign::Right);
  }
}

std::vector<Callout> strapCallouts(const DimensionSheet& sheet, const Projection* project) {
  std::vector<Callout> callouts;
  for (const StrapNote& strap : sheet.straps)
    callouts.push_back(
        {project != nullptr ? (*project)(strap.at) : glm::vec2(0.0f), strap.title, {strap.value}});
  return callouts;
}

PixelFrame drawingFrame(const DimensionSheet& sheet, const PictureSize& size,
                        const renderer::Typeface& typeface, const PictureSizes& sizes) {
  const float column = columnWidth(strapCallouts(sheet, nullptr), typeface, sizes);
  const float heading = sizes.margin + 1.6f * sizes.text;
  return {{sizes.margin + 1.6f * sizes.text, heading + 0.5f * sizes.margin},
          {static_cast<float>(size.width) - sizes.margin - column - sizes.text,
           tablePlace(sheet, size, typeface, sizes).low.y - 1.1f * sizes.margin - sizes.text}};
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

renderer::Camera dimensionCamera(const DimensionSheet& sheet, const PictureSize& size,
                                 const renderer::Typeface& typeface, const PictureSizes& sizes) {
  renderer::Camera camera;
  camera.azimuth_deg = 0;
  camera.elevation_deg = 0;
  camera.field_of_view_deg = 3;  // as good as parallel: lengths are drawn to scale
  std::vector<glm::vec3> points = framingPoints(sheet.geometry);
  for (const LinearDimension& line : sheet.lines) {
    points.push_back(line.from + line.aside);
    points.push_back(line.to + line.aside);
  }
  return fitCamera(camera, points, drawingFrame(sheet, size, typeface, sizes), size);
}

renderer::LineDrawing dimensionDrawing(const DimensionSheet& sheet, const renderer::Camera& camera,
                                       const PictureSize& size, const renderer::Typeface& typeface,
                                       const std::pair<PictureSizes, PictureInks>& style) {
  const auto& [sizes, inks] = style;
  renderer::LineDrawing drawing;
  const Pen pen{sizes, inks, drawing};
  const Projection project(camera, renderer::boundsOf(sheet.geometry), size);
  const TablePlace table = tablePlace(sheet, size, typeface, sizes);
  renderer::DrawnText heading{
      sheet.heading, {sizes.margin, sizes.margin + sizes.text}, 1.15f * sizes.text, inks.text};
  heading.strong = true;
  drawing.add(heading);
  drawing.add(renderer::DrawnText{
      sheet.note,
      {sizes.margin + typeface.widthOf(sheet.heading, heading.size, true) + 0.7f * sizes.text, heading.at.y},
      sizes.note,
      inks.secondary});
  for (const LinearDimension& line : sheet.lines) drawLinear(line, project, pen);
  for (const CurveDimension& curve : sheet.curves) drawCurve(curve, project, pen);
  const CalloutFrame frame{0, static_cast<float>(size.width) - sizes.margin, sizes.margin,
                           table.low.y - sizes.margin, false};
  draw(layOut(strapCallouts(sheet, &project), frame, typeface, sizes), inks, drawing);
  drawTable(sheet, table, pen);
  return drawing;
}

}  // namespace configurator
