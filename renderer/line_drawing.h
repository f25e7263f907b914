// Lines, areas and words in a picture: dimension lines, call-outs, outlines. Pixels from the top left, y
// down. Plain data, painted in the order of the list, without a GPU.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "renderer/image.h"
#include "renderer/result.h"

namespace renderer {

/// sRGB and opacity, 0..255.
struct Ink {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
};

struct DrawnLine {
  std::vector<glm::vec2> points;
  Ink ink;
  float width = 1;
  bool closed = false;
  float dash = 0;  ///< length of a dash and of a gap; 0: drawn through
};

/// What lies inside an odd number of the contours, which close themselves.
struct DrawnArea {
  std::vector<std::vector<glm::vec2>> contours;
  Ink ink;
};

enum class TextAlign { Left, Middle, Right };

struct DrawnText {
  std::string text;  ///< UTF-8
  glm::vec2 at{0};   ///< of the baseline: its start, middle or end
  float size = 12;   ///< of the typeface, pixels
  Ink ink;
  TextAlign align = TextAlign::Left;
  float angle_deg = 0;  ///< counter-clockwise about `at`
  bool strong = false;
};

using Stroke = std::variant<DrawnLine, DrawnArea, DrawnText>;

struct LineDrawing {
  std::vector<Stroke> strokes;

  void add(DrawnLine line);
  void add(DrawnArea area);
  void add(DrawnText text);
};

/// Inter, regular and semi-bold, digits all of one width.
class Typeface {
 public:
  static Result<Typeface> load();
  Typeface(Typeface&&) noexcept;
  Typeface& operator=(Typeface&&) noexcept;
  ~Typeface();

  /// How far a text reaches from its start to its end, pixels.
  float widthOf(const std::string& text, float size, bool strong = false) const;

  struct State;
  const State& state() const { return *state_; }

 private:
  Typeface();
  std::unique_ptr<State> state_;
};

/// Height of a capital letter as a share of the typeface's size.
inline constexpr float kCapitalHeight = 0.727f;

/// Lays the drawing over the image, anti-aliased; an image that is transparent stays so where nothing is
/// drawn.
void paint(const LineDrawing& drawing, const Typeface& typeface, Image& image);

}  // namespace renderer
