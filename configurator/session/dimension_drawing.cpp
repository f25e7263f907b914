#include "configurator/session/dimension_drawing.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <string>

#include "configurator/session/callouts.h"

namespace configurator {
namespace {

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
