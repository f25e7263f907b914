#include "configurator/session/pattern_drawing.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <utility>

namespace configurator {
namespace {

using Line = std::vector<glm::vec2>;

float brightness(renderer::Ink ink) {
  return (0.30f * static_cast<float>(ink.r) + 0.59f * static_cast<float>(ink.g) +
          0.11f * static_cast<float>(ink.b)) /
         255;
}

/// Draws one piece where it lies.
struct PiecePen {
  const PlacedPiece& placed;
  float scale, hairline;
  renderer::LineDrawing& drawing;

  glm::vec2 at(glm::vec2 p) const { return placed.origin + glm::vec2(p.x, -p.y) * scale; }
  void line(const Line& mm, renderer::Ink ink, float dash, bool closed = false) const {
    renderer::DrawnLine drawn{{}, ink, hairline};
    for (const glm::vec2& p : mm) drawn.points.push_back(at(p));
    drawn.dash = dash;
    drawn.closed = closed;
    drawing.add(std::move(drawn));
  }
  void arrow(glm::vec2 tip, glm::vec2 along, renderer::Ink ink) const {
    const float length = 6 * hairline;
    const glm::vec2 end = at(tip), way(along.x, -along.y), aside(way.y, -way.x);
    drawing.add(renderer::DrawnArea{
        {{end, end - way * length + aside * (0.3f * length), end - way * length - aside * (0.3f * length)}},
        ink});
  }
};

void drawPiece(const PlacedPiece& placed, const PatternLayout& layout, const PictureInks& inks,
               renderer::LineDrawing& drawing) {
  const SheetPiece& piece = *placed.piece;
  const float hairline = 0.8f * layout.sizes.hairline;
  const PiecePen pen{placed, layout.pixels_per_mm, hairline, drawing};
  const renderer::Ink ink = brightness(piece.color) > 0.45f ? renderer::Ink{0x14, 0x16, 0x1a, 190}
                                                            : renderer::Ink{0xe8, 0xea, 0xee, 190};
  drawing.add(renderer::DrawnArea{{placed.cut}, piece.color});
  pen.line(piece.cut, inks.line, 0, true);
  renderer::Ink quiet = ink;
  quiet.a = 120;
  pen.line(piece.sew, quiet, 4 * hairline, true);
  for (const Line& line : piece.lines) pen.line(line, quiet, 1.6f * hairline);
  for (const Line& fold : piece.folds) pen.line(fold, quiet, 9 * hairline);
  for (const Line& notch : piece.notches) pen.line(notch, ink, 0);
  for (const glm::vec2& drill : piece.drills) {
    const float arm = 2.5f * hairline / layout.pixels_per_mm;
    pen.line({drill - glm::vec2(arm, 0), drill + glm::vec2(arm, 0)}, ink, 0);
    pen.line({drill - glm::vec2(0, arm), drill + glm::vec2(0, arm)}, ink, 0);
  }
  if (piece.grain.empty()) return;
  const glm::vec2 along = glm::normalize(piece.grain[1] - piece.grain[0]);
  pen.line(piece.grain, ink, 0);
  pen.arrow(piece.grain[1], along, ink);
  pen.arrow(piece.grain[0], -along, ink);
}

void drawWords(const PlacedPiece& placed, const PatternLayout& layout, const PictureInks& inks,
               renderer::LineDrawing& drawing) {
  const float size = layout.sizes.note;
  const float words = kPatternLineHeight * size * (0.4f + static_cast<float>(placed.words.size()));
  glm::vec2 at(placed.low.x, placed.high.y - words + 0.4f * kPatternLineHeight * size + size);
  for (std::size_t i = 0; i < placed.words.size(); ++i) {
    const renderer::Ink ink = i < placed.name_lines ? inks.text : inks.secondary;
    drawing.add(renderer::DrawnText{placed.words[i], at, size, ink});
    at.y += kPatternLineHeight * size;
  }
}

/// A round length of about a tenth of the picture's width, bottom right.
void drawScaleBar(const PatternLayout& layout, const PictureInks& inks, renderer::LineDrawing& drawing) {
  const float wanted = 0.1f * static_cast<float>(layout.size.width) / layout.pixels_per_mm;
  float mm = 10;
  for (const float round : {20.0f, 50.0f, 100.0f, 200.0f, 500.0f, 1000.0f}) {
    if (round <= wanted) mm = round;
  }
  const PictureSizes& sizes = layout.sizes;
  const glm::vec2 high(static_cast<float>(layout.size.width) - sizes.margin,
                       static_cast<float>(layout.size.height) - sizes.foot - sizes.margin);
  const glm::vec2 low = high - glm::vec2(mm * layout.pixels_per_mm, 0);
  const float tick = 0.3f * sizes.text;
  drawing.add(renderer::DrawnLine{{low, high}, inks.text, sizes.hairline});
  for (const glm::vec2& end : {low, 0.5f * (low + high), high})
    drawing.add(renderer::DrawnLine{{end - glm::vec2(0, tick), end}, inks.text, sizes.hairline});
  renderer::DrawnText text{std::to_string(static_cast<int>(mm)) + "\u2009mm",
                           low - glm::vec2(0.5f * sizes.text, 0), sizes.note, inks.secondary};
  text.align = renderer::TextAlign::Right;
  drawing.add(text);
}

bool isLit(const SheetPiece& piece, const std::vector<std::string>& lit) {
  return std::any_of(lit.begin(), lit.end(), [&](const std::string& part) {
    return std::find(piece.part_ids.begin(), piece.part_ids.end(), part) != piece.part_ids.end();
  });
}

/// What is lit, or how much there is.
std::string noteOf(const PatternSheet& sheet, const PatternLayout& layout,
                   const std::vector<std::string>& lit) {
  for (const PlacedPiece& placed : layout.pieces) {
    if (!isLit(*placed.piece, lit)) continue;
    std::string text;
    for (const std::string& words : placed.piece->words) text += (text.empty() ? "" : ", ") + words;
    return text;
  }
  return sheet.note;
}

}  // namespace

renderer::LineDrawing patternDrawing(const PatternSheet& sheet, const PatternLayout& layout,
                                     const PictureInks& inks, const std::vector<std::string>& lit) {
  renderer::LineDrawing drawing;
  const PictureSizes& sizes = layout.sizes;
  renderer::DrawnText heading{
      sheet.heading, {sizes.margin, sizes.margin + sizes.text}, 1.15f * sizes.text, inks.text};
  heading.strong = true;
  drawing.add(heading);
  renderer::DrawnText note{noteOf(sheet, layout, lit),
                           {static_cast<float>(layout.size.width) - sizes.margin, heading.at.y},
                           0.82f * sizes.text,
                           inks.secondary};
  note.align = renderer::TextAlign::Right;
  drawing.add(note);
  for (const PlacedHeading& one : layout.headings) {
    renderer::DrawnText text{one.text, one.at, sizes.note, inks.secondary};
    text.strong = true;
    drawing.add(text);
  }
  for (const PlacedPiece& placed : layout.pieces) {
    drawPiece(placed, layout, inks, drawing);
    drawWords(placed, layout, inks, drawing);
  }
  for (const PlacedPiece& placed : layout.pieces) {
    if (isLit(*placed.piece, lit))
      drawing.add(renderer::DrawnLine{placed.cut, inks.accent, 2 * sizes.hairline, true});
  }
  drawScaleBar(layout, inks, drawing);
  return drawing;
}

}  // namespace configurator
