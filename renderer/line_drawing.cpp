// Painting by FreeType's scan converter, which covers a pixel by the exact share of its area: letters, lines
// and areas all become outlines. The only file that knows FreeType.
#include "renderer/line_drawing.h"

#include <freetype/freetype.h>
#include <freetype/ftoutln.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <unordered_map>
#include <utility>

#include "renderer/require.h"

namespace renderer {
namespace {

constexpr const char* kFolder = "/usr/share/fonts/opentype/inter";  // of Debian's package fonts-inter
constexpr float kFixed = 64;                                        // FreeType's units to the pixel
constexpr std::size_t kMostPoints = 30000;  // an outline of FreeType numbers them in a short

FT_Pos fixed(float pixels) {
  return static_cast<FT_Pos>(std::lround(pixels * kFixed));
}

}  // namespace

struct Typeface::State {
  FT_Library library = nullptr;
  FT_Face faces[2] = {nullptr, nullptr};  // regular, strong
  FT_Pos digit[2] = {0, 0};               // advance of the widest, font units

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (library != nullptr) FT_Done_FreeType(library);
  }
  bool open(int which, const char* file);
  /// Loads a character's outline at its own scale, and returns its advance in font units.
  FT_Pos load(int which, char32_t code) const;
  /// The same advance, remembered.
  FT_Pos advanceOf(int which, char32_t code) const;
  float pixels(int which, FT_Pos units, float size) const {
    return size * static_cast<float>(units) / static_cast<float>(faces[which]->units_per_EM);
  }

 private:
  mutable std::unordered_map<char32_t, FT_Pos> advances_[2];
};

bool Typeface::State::open(int which, const char* file) {
  const std::string path = (std::filesystem::path(kFolder) / file).string();
  if (FT_New_Face(library, path.c_str(), 0, &faces[which]) != 0) return false;
  for (FT_ULong code = '0'; code <= '9'; ++code) {
    if (FT_Load_Char(faces[which], code, FT_LOAD_NO_SCALE) != 0) return false;
    digit[which] = std::max(digit[which], faces[which]->glyph->advance.x);
  }
  return true;
}

FT_Pos Typeface::State::load(int which, char32_t code) const {
  const FT_Face face = faces[which];
  if (FT_Load_Char(face, code, FT_LOAD_NO_SCALE) != 0) return 0;
  const FT_Pos own = face->glyph->advance.x;
  if (code < U'0' || code > U'9') return own;
  FT_Outline_Translate(&face->glyph->outline, (digit[which] - own) / 2, 0);
  return digit[which];
}

FT_Pos Typeface::State::advanceOf(int which, char32_t code) const {
  const auto [entry, added] = advances_[which].try_emplace(code, 0);
  if (added) entry->second = load(which, code);
  return entry->second;
}

namespace {

/// The characters of a UTF-8 text; what is not UTF-8 is left out.
std::u32string charactersOf(const std::string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (length == 0 || i + length > text.size()) {
      ++i;
      continue;
    }
    char32_t code = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length; ++k)
      code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    out.push_back(code);
    i += length;
  }
  return out;
}

/// Where the scan converter's spans go.
struct Canvas {
  Image& image;
  Ink ink;
};

void blend(std::uint8_t* pixel, const Ink& ink, int coverage) {
  const int over = ink.a * coverage / 255;
  const int under = pixel[3] * (255 - over) / 255;
  const int alpha = over + under;
  if (alpha == 0) return;
  const int channels[3] = {ink.r, ink.g, ink.b};
  for (int i = 0; i < 3; ++i)
    pixel[i] = static_cast<std::uint8_t>((channels[i] * over + pixel[i] * under + alpha / 2) / alpha);
  pixel[3] = static_cast<std::uint8_t>(alpha);
}

void blendSpans(int y, int count, const FT_Span* spans, void* user) {
  Canvas& canvas = *static_cast<Canvas*>(user);
  const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(canvas.image.width);
  for (int i = 0; i < count; ++i) {
    std::uint8_t* pixel = canvas.image.rgba.data() + (row + static_cast<std::size_t>(spans[i].x)) * 4;
    for (int k = 0; k < spans[i].len; ++k) blend(pixel + 4 * k, canvas.ink, spans[i].coverage);
  }
}

void fill(FT_Library library, FT_Outline& outline, Canvas canvas) {
  FT_Raster_Params params{};
  params.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
  params.gray_spans = blendSpans;
  params.user = &canvas;
  params.clip_box = {0, 0, canvas.image.width, canvas.image.height};
  FT_Outline_Render(library, &outline, &params);
}

/// Closed contours of straight lines.
class Contours {
 public:
  void add(const std::vector<glm::vec2>& contour) {
    if (contour.size() < 3 || points_.size() + contour.size() > kMostPoints) return;
    for (const glm::vec2& p : contour) points_.push_back({fixed(p.x), fixed(p.y)});
    ends_.push_back(static_cast<short>(points_.size() - 1));
  }
  bool nearlyFull() const { return points_.size() > kMostPoints - 1000; }
  void fillInto(FT_Library library, bool even_odd, const Canvas& canvas) {
    if (points_.empty()) return;
    std::vector<char> tags(points_.size(), FT_CURVE_TAG_ON);
    FT_Outline outline{};
    outline.n_points = static_cast<short>(points_.size());
    outline.n_contours = static_cast<short>(ends_.size());
    outline.points = points_.data();
    outline.contours = ends_.data();
    outline.tags = tags.data();
    outline.flags = even_odd ? FT_OUTLINE_EVEN_ODD_FILL : FT_OUTLINE_NONE;
    fill(library, outline, canvas);
    points_.clear();
    ends_.clear();
  }

 private:
  std::vector<FT_Vector> points_;
  std::vector<short> ends_;
};

/// One dash: a rectangle for every stretch and a disc where a thick line bends, all wound alike.
void addRun(const std::vector<glm::vec2>& run, float width, bool closed, Contours& contours) {
  constexpr int kDisc = 10;
  for (std::size_t i = 1; i < run.size(); ++i) {
    const glm::vec2 along = run[i] - run[i - 1];
    const float length = glm::length(along);
    if (length <= 0) continue;
    const glm::vec2 aside = glm::vec2(-along.y, along.x) * (0.5f * width / length);
    contours.add({run[i - 1] - aside, run[i] - aside, run[i] + aside, run[i - 1] + aside});
  }
  if (width < 1.5f) return;
  for (std::size_t i = closed ? 0 : 1; i + 1 < run.size(); ++i) {
    std::vector<glm::vec2> disc;
    for (int k = 0; k < kDisc; ++k) {
      const float angle = glm::radians(360.0f * static_cast<float>(k) / kDisc);
      disc.push_back(run[i] + 0.5f * width * glm::vec2(std::cos(angle), std::sin(angle)));
    }
    contours.add(disc);
  }
}

/// A line cut into dashes; the gaps are as long.
std::vector<std::vector<glm::vec2>> dashesOf(const std::vector<glm::vec2>& line, float dash) {
  std::vector<std::vector<glm::vec2>> dashes{{line.front()}};
  float left = dash;
  bool drawn = true;
  for (std::size_t i = 1; i < line.size(); ++i) {
    glm::vec2 from = line[i - 1];
    float length = glm::distance(from, line[i]);
    while (length > left) {
      from += (line[i] - from) * (left / length);
      length = glm::distance(from, line[i]);
      if (drawn)
        dashes.back().push_back(from);
      else
        dashes.push_back({from});
      drawn = !drawn;
      left = dash;
    }
    left -= length;
    if (drawn) dashes.back().push_back(line[i]);
  }
  return dashes;
}

void paintStroke(const DrawnLine& line, const Typeface::State& type, Image& image) {
  if (line.points.size() < 2) return;
  std::vector<glm::vec2> points = line.points;
  if (line.closed) points.push_back(points.front());
  const Canvas canvas{image, line.ink};
  Contours contours;
  if (line.dash <= 0) {
    addRun(points, line.width, line.closed, contours);
  } else {
    for (const auto& dash : dashesOf(points, line.dash)) {
      addRun(dash, line.width, false, contours);
      if (contours.nearlyFull()) contours.fillInto(type.library, false, canvas);
    }
  }
  contours.fillInto(type.library, false, canvas);
}

void paintStroke(const DrawnArea& area, const Typeface::State& type, Image& image) {
  Contours contours;
  for (const auto& contour : area.contours) contours.add(contour);
  contours.fillInto(type.library, true, {image, area.ink});
}

float widthOf(const Typeface::State& type, const DrawnText& text) {
  const int which = text.strong ? 1 : 0;
  FT_Pos units = 0;
  for (const char32_t code : charactersOf(text.text)) units += type.advanceOf(which, code);
  return type.pixels(which, units, text.size);
}

void paintStroke(const DrawnText& text, const Typeface::State& type, Image& image) {
  const int which = text.strong ? 1 : 0;
  const FT_Face face = type.faces[which];
  const float angle = glm::radians(text.angle_deg);
  const glm::vec2 along(std::cos(angle), -std::sin(angle));
  const float share = text.align == TextAlign::Left ? 0.0f : text.align == TextAlign::Middle ? 0.5f : 1.0f;
  glm::vec2 at = text.at - along * (share * widthOf(type, text));
  const float scale = text.size * kFixed / static_cast<float>(face->units_per_EM);
  const auto entry = [&](float value) { return static_cast<FT_Fixed>(std::lround(value * scale * 0x10000)); };
  const FT_Matrix turned{entry(along.x), entry(along.y), entry(along.y), entry(-along.x)};
  for (const char32_t code : charactersOf(text.text)) {
    const float advance = type.pixels(which, type.load(which, code), text.size);
    FT_Outline& outline = face->glyph->outline;
    FT_Outline_Transform(&outline, &turned);
    FT_Outline_Translate(&outline, fixed(at.x), fixed(at.y));
    fill(type.library, outline, {image, text.ink});
    at += along * advance;
  }
}

}  // namespace

void LineDrawing::add(DrawnLine line) {
  strokes.emplace_back(std::move(line));
}
void LineDrawing::add(DrawnArea area) {
  strokes.emplace_back(std::move(area));
}
void LineDrawing::add(DrawnText text) {
  strokes.emplace_back(std::move(text));
}

Typeface::Typeface() : state_(std::make_unique<State>()) {}
Typeface::Typeface(Typeface&&) noexcept = default;
Typeface& Typeface::operator=(Typeface&&) noexcept = default;
Typeface::~Typeface() = default;

Result<Typeface> Typeface::load() {
  Typeface typeface;
  State& state = *typeface.state_;
  if (FT_Init_FreeType(&state.library) == 0 && state.open(0, "Inter-Regular.otf") &&
      state.open(1, "Inter-SemiBold.otf"))
    return typeface;
  return failure(std::string(kFolder) + ": the typeface Inter is not there; install the package fonts-inter");
}

float Typeface::widthOf(const std::string& text, float size, bool strong) const {
  DrawnText drawn;
  drawn.text = text;
  drawn.size = size;
  drawn.strong = strong;
  return renderer::widthOf(*state_, drawn);
}

void paint(const LineDrawing& drawing, const Typeface& typeface, Image& image) {
  require(
      image.rgba.size() == static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4,
      "an image has width * height * 4 bytes");
  for (const Stroke& stroke : drawing.strokes)
    std::visit([&](const auto& one) { paintStroke(one, typeface.state(), image); }, stroke);
}

}  // namespace renderer
