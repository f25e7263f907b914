#include "configurator/session/pattern_layout.h"

#include <algorithm>
#include <glm/common.hpp>
#include <utility>

#include "configurator/pack/geometry.h"
#include "configurator/session/callouts.h"

namespace configurator {
namespace {

constexpr float kWordsWidth = 11;  // longer names are broken, of their size

struct Extent {
  glm::vec2 low{1e9f}, high{-1e9f};
  glm::vec2 size() const { return high - low; }
};

Extent extentOf(const std::vector<glm::vec2>& line) {
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
      cell.words_height = kPatternLineHeight * sizes.note * (0.4f + static_cast<float>(cell.words.size()));
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

}  // namespace

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
    if (isInside({placed.cut.begin(), placed.cut.end()}, Vec2(at))) return placed.piece->part_ids;
  }
  return {};
}

}  // namespace configurator
