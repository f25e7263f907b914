#include "configurator/session/pattern_view.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <map>
#include <set>
#include <string_view>

#include "configurator/pack/pack_product.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/pack/part_text.h"
#include "configurator/session/callouts.h"

namespace configurator {
namespace {

using Line = std::vector<glm::vec2>;

Line lineOf(const std::vector<bom::Point>& points) {
  Line line;
  for (const bom::Point& p : points) line.emplace_back(p.x, p.y);
  return line;
}

bool isInside(const Line& outline, glm::vec2 p) {
  bool inside = false;
  for (std::size_t i = 0, k = outline.size() - 1; i < outline.size(); k = i++) {
    const glm::vec2 a = outline[i], b = outline[k];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

glm::vec2 nearestOn(const Line& outline, glm::vec2 p) {
  glm::vec2 best = outline.front();
  for (std::size_t i = 0, k = outline.size() - 1; i < outline.size(); k = i++) {
    const glm::vec2 a = outline[k], along = outline[i] - a;
    const float length = glm::dot(along, along);
    const glm::vec2 at = length > 0 ? a + along * std::clamp(glm::dot(p - a, along) / length, 0.0f, 1.0f) : a;
    if (glm::distance(at, p) < glm::distance(best, p)) best = at;
  }
  return best;
}

float areaOf(const Line& outline) {
  float area = 0;
  for (std::size_t i = 0, k = outline.size() - 1; i < outline.size(); k = i++)
    area += outline[k].x * outline[i].y - outline[i].x * outline[k].y;
  return area / 2;
}

glm::vec2 centroidOf(const Line& outline) {
  glm::vec2 sum(0.0f);
  const float area = areaOf(outline);
  for (std::size_t i = 0, k = outline.size() - 1; i < outline.size(); k = i++)
    sum += (outline[k] + outline[i]) * (outline[k].x * outline[i].y - outline[i].x * outline[k].y);
  return std::abs(area) > 1e-3f ? sum / (6 * area) : outline.front();
}

/// The cut across the allowance at a notch; where there is none, a cut into the piece.
Line notchLine(const SheetPiece& piece, glm::vec2 at) {
  constexpr float kInto_mm = 5;
  const glm::vec2 edge = nearestOn(piece.cut, at);
  if (glm::distance(edge, at) > 1) return {at, edge};
  const glm::vec2 in = centroidOf(piece.cut) - at;
  return {at, at + in * (kInto_mm / std::max(glm::length(in), 1e-3f))};
}

void addMark(const bom::PieceMark& mark, SheetPiece& piece) {
  const Line line = lineOf(mark.points);
  if (line.empty()) return;
  if (mark.kind == "notch")
    piece.notches.push_back(notchLine(piece, line.front()));
  else if (line.size() < 2)
    piece.drills.push_back(line.front());
  else
    (mark.kind == "fold" ? piece.folds : piece.lines).push_back(line);
}

/// Through the middle and well inside, at most a third of what the piece measures along it.
Line grainArrow(const SheetPiece& piece, glm::vec2 along) {
  constexpr float kStep_mm = 2, kLeast_mm = 16, kMost_mm = 120, kShare = 0.6f;
  const glm::vec2 middle = centroidOf(piece.sew);
  if (!isInside(piece.sew, middle) || glm::length(along) < 1e-6f) return {};
  along = glm::normalize(along);
  const auto reach = [&](glm::vec2 way) {
    float at = 0;
    while (at < kMost_mm && isInside(piece.sew, middle + way * (at + kStep_mm))) at += kStep_mm;
    return at;
  };
  const float half = kShare * std::min(reach(along), reach(-along));
  if (2 * half < kLeast_mm) return {};
  return {middle - along * half, middle + along * half};
}

std::vector<std::string> wordsOf(const bom::PatternPiece& pattern) {
  std::string count = "\u00d7\u2009" + std::to_string(pattern.part_ids.size());
  if (!pattern.mirrored_ids.empty()) count += ", mirrored";
  const bool several = pattern.part_ids.size() > 1;
  const auto shown = [&](const std::string& text) { return partText(several ? pairText(text) : text); };
  const std::size_t colon = pattern.name.find(": ");
  if (colon == std::string::npos) return {shown(pattern.name), count};
  return {shown(pattern.name.substr(colon + 2)), shown(pattern.name.substr(0, colon)), count};
}

SheetPiece sheetPieceOf(const bom::PatternPiece& pattern, glm::vec3 color) {
  SheetPiece piece;
  piece.part_ids = pattern.part_ids;
  piece.words = wordsOf(pattern);
  piece.cut = lineOf(pattern.cut_line);
  for (const bom::PieceEdge& edge : pattern.edges) {
    for (const glm::vec2& p : lineOf(edge.points)) {
      if (piece.sew.empty() || glm::distance(piece.sew.back(), p) > 1e-4f) piece.sew.push_back(p);
    }
  }
  for (const bom::PieceMark& mark : pattern.marks) addMark(mark, piece);
  piece.grain = grainArrow(piece, {pattern.grain.x, pattern.grain.y});
  const auto channel = [](float value) { return static_cast<std::uint8_t>(std::lround(255 * value)); };
  piece.color = {channel(color.r), channel(color.g), channel(color.b)};
  return piece;
}

constexpr float kLineHeight = 1.25f;  // of words, of their size
constexpr float kWordsWidth = 11;     // longer names are broken, of their size

struct Extent {
  glm::vec2 low{1e9f}, high{-1e9f};
  glm::vec2 size() const { return high - low; }
};

Extent extentOf(const Line& line) {
  Extent extent;
  for (const glm::vec2& p : line) {
    extent.low = glm::min(extent.low, p);
    extent.high = glm::max(extent.high, p);
  }
  return extent;
}

/// A piece and its words before they have a place.
struct SheetCell {
  const SheetPiece* piece = nullptr;
  Extent extent;
  std::vector<std::string> words;  ///< broken into lines; the first are the name
  std::size_t name_lines = 0;
  float words_width = 0, words_height = 0;

  glm::vec2 sizeAt(float scale) const {
    const glm::vec2 own = extent.size() * scale;
    return {std::max(own.x, words_width), own.y + words_height};
  }
};

struct SheetGroup {
  std::string heading;
  float heading_width = 0;
  std::vector<SheetCell> cells;
};

std::vector<SheetGroup> groupsOf(const PatternSheet& sheet, const renderer::Typeface& typeface,
                                 const PictureSizes& sizes, bool with_words) {
  std::vector<SheetGroup> groups;
  for (const SheetMaterial& material : sheet.materials) {
    SheetGroup group{material.name, typeface.widthOf(material.name, sizes.note, true), {}};
    for (const SheetPiece& piece : material.pieces) {
      SheetCell cell{&piece, extentOf(piece.cut), {}, 0, 0, 0};
      for (const std::string& words : with_words ? piece.words : std::vector<std::string>()) {
        for (std::string& line : wrapped(words, kWordsWidth * sizes.note, typeface, sizes.note))
          cell.words.push_back(std::move(line));
        if (cell.name_lines == 0) cell.name_lines = cell.words.size();
      }
      for (const std::string& line : cell.words)
        cell.words_width = std::max(cell.words_width, typeface.widthOf(line, sizes.note));
      cell.words_height = kLineHeight * sizes.note * (0.4f + static_cast<float>(cell.words.size()));
      group.cells.push_back(std::move(cell));
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

/// Fills rows from left to right. Low pieces stand in columns under each other, as far as the row's first
/// piece is high.
class Rows {
 public:
  Rows(const PixelFrame& frame, float scale, PatternLayout& layout)
      : frame_(frame),
        scale_(scale),
        gap_(2 * layout.sizes.note),
        heading_(1.7f * layout.sizes.note),
        layout_(layout),
        at_(frame.low) {}

  /// A material's pieces; in the row that is begun where all of them fit there.
  void add(const SheetGroup& group) {
    if (at_.x > frame_.low.x && !fitsHere(group)) nextRow();
    columns_.clear();
    const glm::vec2 from = at_;
    layout_.headings.push_back({group.heading, {at_.x, at_.y + layout_.sizes.note}});
    for (const SheetCell& cell : group.cells) add(cell);
    if (at_.y == from.y) at_.x = std::max(at_.x, from.x + group.heading_width + gap_);
    at_.x += gap_;
  }
  float bottom() const { return at_.y + row_height_; }
  bool tooWide() const { return too_wide_; }

 private:
  struct Column {
    float x = 0, width = 0, next = 0;
  };

  void add(const SheetCell& cell) {
    const glm::vec2 size = cell.sizeAt(scale_);
    for (Column& column : columns_) {
      if (size.x > column.width || column.next + size.y > at_.y + row_height_) continue;
      place(cell, {column.x, column.next});
      column.next += size.y + 0.6f * layout_.sizes.note;
      return;
    }
    if (at_.x > frame_.low.x && at_.x + size.x > frame_.high.x) nextRow();
    too_wide_ = too_wide_ || at_.x + size.x > frame_.high.x + 0.5f;
    place(cell, {at_.x, at_.y + heading_});
    row_height_ = std::max(row_height_, heading_ + size.y);
    columns_.push_back({at_.x, size.x, at_.y + heading_ + size.y + 0.6f * layout_.sizes.note});
    at_.x += size.x + gap_;
  }
  /// Tried on a copy.
  bool fitsHere(const SheetGroup& group) const {
    PatternLayout tried;
    tried.sizes = layout_.sizes;
    Rows rows(frame_, scale_, tried);
    rows.at_ = at_;
    rows.row_height_ = row_height_;
    for (const SheetCell& cell : group.cells) rows.add(cell);
    return rows.at_.y == at_.y && at_.x + group.heading_width <= frame_.high.x;
  }
  void nextRow() {
    at_ = {frame_.low.x, at_.y + row_height_ + 1.1f * layout_.sizes.note};
    row_height_ = 0;
    columns_.clear();
  }
  void place(const SheetCell& cell, glm::vec2 low) {
    PlacedPiece placed;
    placed.piece = cell.piece;
    placed.words = cell.words;
    placed.name_lines = cell.name_lines;
    placed.low = low;
    placed.high = low + cell.sizeAt(scale_);
    placed.origin = low + glm::vec2(-cell.extent.low.x, cell.extent.high.y) * scale_;
    for (const glm::vec2& p : cell.piece->cut)
      placed.cut.push_back(placed.origin + glm::vec2(p.x, -p.y) * scale_);
    layout_.pieces.push_back(std::move(placed));
  }

  PixelFrame frame_;
  float scale_, gap_, heading_;
  PatternLayout& layout_;
  glm::vec2 at_;
  float row_height_ = 0;
  std::vector<Column> columns_;  ///< of the material in this row
  bool too_wide_ = false;
};

PixelFrame frameOf(const PictureSize& size, const PictureSizes& sizes) {
  const float top = sizes.margin + 2.2f * sizes.text;
  return {{sizes.margin, top},
          {static_cast<float>(size.width) - sizes.margin,
           static_cast<float>(size.height) - sizes.foot - sizes.margin - 1.6f * sizes.text}};
}

/// Everything at one scale; false when it does not fit.
bool fill(const std::vector<SheetGroup>& groups, PatternLayout& layout) {
  layout.pieces.clear();
  layout.headings.clear();
  const PixelFrame frame = frameOf(layout.size, layout.sizes);
  Rows rows(frame, layout.pixels_per_mm, layout);
  for (const SheetGroup& group : groups) rows.add(group);
  return rows.bottom() <= frame.high.y && !rows.tooWide();
}

/// The largest scale that fits: rows break otherwise at every scale, so that no halving finds it.
void fillLargest(const std::vector<SheetGroup>& groups, PatternLayout& layout) {
  constexpr float kMost = 6, kStep = 0.98f, kLeast = 0.01f;
  layout.pixels_per_mm = kMost;
  while (!fill(groups, layout) && layout.pixels_per_mm > kLeast) layout.pixels_per_mm *= kStep;
}

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
  const float words = kLineHeight * size * (0.4f + static_cast<float>(placed.words.size()));
  glm::vec2 at(placed.low.x, placed.high.y - words + 0.4f * kLineHeight * size + size);
  for (std::size_t i = 0; i < placed.words.size(); ++i) {
    const renderer::Ink ink = i < placed.name_lines ? inks.text : inks.secondary;
    drawing.add(renderer::DrawnText{placed.words[i], at, size, ink});
    at.y += kLineHeight * size;
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

PatternSheet patternSheet(const Workshop& workshop,
                          const std::pair<const Design&, const DesignColorway&>& shown, const Pack& pack,
                          bom::Product product) {
  addNotches(workshop.catalog, pack, product);
  PatternSheet sheet;
  sheet.heading = shown.first.name;
  std::map<std::string, std::vector<const bom::PatternPiece*>> by_item;
  std::map<std::string, double> areas;
  std::size_t pieces = 0;
  for (const bom::PatternPiece& pattern : product.pieces) {
    by_item[pattern.item].push_back(&pattern);
    areas[pattern.item] += pattern.cut_area_mm2 * static_cast<double>(pattern.part_ids.size());
    pieces += pattern.part_ids.size();
  }
  std::vector<std::string> items;
  for (const auto& [item, patterns] : by_item) items.push_back(item);
  std::stable_sort(items.begin(), items.end(),
                   [&](const std::string& a, const std::string& b) { return areas[a] > areas[b]; });
  for (const std::string& item : items) {
    std::vector<const bom::PatternPiece*>& patterns = by_item[item];
    const auto height = [](const bom::PatternPiece* pattern) {
      return extentOf(lineOf(pattern->cut_line)).size().y;
    };
    std::stable_sort(patterns.begin(), patterns.end(),
                     [&](auto* a, auto* b) { return height(a) > height(b); });
    SheetMaterial material{workshop.catalog.itemOf(item, 0).name, {}};
    for (const bom::PatternPiece* pattern : patterns) {
      const auto look = appearanceOf(workshop.catalog, shown.second, {{pattern->zone, pattern->item}});
      material.pieces.push_back(sheetPieceOf(*pattern, look.materials.front().color));
    }
    sheet.materials.push_back(std::move(material));
  }
  sheet.note = std::string("Size ") + packSizeName(pack.size) + ", " + std::to_string(product.pieces.size()) +
               " patterns, " + std::to_string(pieces) + " pieces";
  return sheet;
}

PatternLayout layOut(const PatternSheet& sheet, const PictureSize& size, const renderer::Typeface& typeface,
                     const PictureSizes& sizes) {
  PatternLayout layout;
  layout.size = size;
  layout.sizes = sizes;
  // Smaller words where they take more room than the pieces, none where they could not be read.
  constexpr float kMostWords = 0.8f, kLeastWords = 0.55f, kStep = 0.1f, kReadable = 7.5f, kEnough = 0.34f;
  float share = kMostWords;
  for (; share >= kLeastWords && share * sizes.text >= kReadable; share -= kStep) {
    layout.sizes.note = share * sizes.text;
    fillLargest(groupsOf(sheet, typeface, layout.sizes, true), layout);
    if (layout.pixels_per_mm * 1000 > kEnough * static_cast<float>(size.width)) return layout;
  }
  if (share < kLeastWords) return layout;
  layout.sizes.note = kMostWords * sizes.text;
  fillLargest(groupsOf(sheet, typeface, layout.sizes, false), layout);
  return layout;
}

std::vector<std::string> partsAt(const PatternLayout& layout, glm::vec2 at) {
  for (const PlacedPiece& placed : layout.pieces) {
    if (isInside(placed.cut, at)) return placed.piece->part_ids;
  }
  return {};
}

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
