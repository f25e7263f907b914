// The only file that knows librsvg and cairo.
#include "renderer/load_picture.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace renderer {
namespace {

constexpr std::size_t kMostSvgBytes = 2u << 20;  // it is drawn at once, while the window waits
constexpr std::string_view kPngStart("\x89PNG\r\n\x1a\n", 8);

struct Released {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(GError* error) const { g_error_free(error); }
};
template <typename T>
using Owned = std::unique_ptr<T, Released>;

std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

std::size_t afterSpace(std::string_view text, std::size_t at) {
  return std::min(text.size(), text.find_first_not_of(" \t\r\n\"'=(", at));
}

/// Does each `word(...` or `word=...` lead to a place in the same file, "#id", or hold its own data?
bool staysInside(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t target = afterSpace(text, at + word.size());
    if (target < text.size() && text[target] != '#') return false;
  }
  return true;
}

/// Why an SVG file is refused before anything reads it.
std::optional<std::string> objectionTo(const std::string& svg) {
  const std::string text = lowered(svg);
  const auto holds = [&](const char* word) { return text.find(word) != std::string::npos; };
  if (holds("<!entity")) return "it declares entities";
  if (holds("<script") || holds("javascript:")) return "it holds a script";
  if (holds("<foreignobject")) return "it holds a foreign object";
  if (holds("<text")) return "it holds text; turn the text into outlines";
  if (holds("<filter")) return "it holds a filter, which may take for ever; draw it without";
  if (holds("<image") || holds(":image")) return "it holds another picture; save that as PNG";
  if (holds("@import") || holds("<?xml-stylesheet") || !staysInside(text, "href") ||
      !staysInside(text, "url("))
    return "it refers to another file";
  return std::nullopt;
}

std::uint32_t bigEndian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  return value;
}

bool isAllClear(const Image& image) {
  for (std::size_t i = 3; i < image.rgba.size(); i += 4)
    if (image.rgba[i] != 0) return false;
  return true;
}

/// Cairo's pixels are whole words, blue lowest, multiplied by their cover.
Image imageOf(cairo_surface_t* surface, int width, int height) {
  cairo_surface_flush(surface);
  const unsigned char* bytes = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  Image image{width, height, {}};
  image.rgba.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  for (int y = 0; y < height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(bytes + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < width; ++x) {
      const std::uint32_t alpha = row[x] >> 24;
      for (const int shift : {16, 8, 0}) {
        const std::uint32_t color = row[x] >> shift & 0xffu;
        image.rgba.push_back(
            static_cast<std::uint8_t>(alpha == 0 ? 0 : std::min(255u, (color * 255 + alpha / 2) / alpha)));
      }
      image.rgba.push_back(static_cast<std::uint8_t>(alpha));
    }
  }
  return image;
}

/// Width and height in the file's own units, from its size or its view box.
std::optional<std::pair<double, double>> sizeOf(RsvgHandle* handle) {
  double width = 0, height = 0;
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) == 0) {
    gboolean has_width = 0, has_height = 0, has_box = 0;
    RsvgLength given_width, given_height;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &given_width, &has_height, &given_height,
                                         &has_box, &box);
    if (has_box == 0) return std::nullopt;
    width = box.width;
    height = box.height;
  }
  if (!(width > 0 && height > 0) || width / height > 200 || height / width > 200) return std::nullopt;
  return std::pair(width, height);
}

Result<Image> drawSvg(const std::string& name, const std::string& svg) {
  if (svg.size() > kMostSvgBytes)
    return failure(name + ": is larger than " + std::to_string(kMostSvgBytes >> 20) +
                   " MB; simplify the drawing");
  if (const auto objection = objectionTo(svg)) return failure(name + ": refused: " + *objection);
  GError* raw_error = nullptr;
  const Owned<RsvgHandle> handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()),
                                                           static_cast<gsize>(svg.size()), &raw_error));
  const Owned<GError> error(raw_error);
  if (!handle) return failure(name + ": is not a readable SVG file: " + (error ? error->message : ""));
  const auto size = sizeOf(handle.get());
  if (!size) return failure(name + ": the drawing has no size; give it a width and a height or a view box");
  const double scale = kDrawnPictureSide / std::max(size->first, size->second);
  const int width = std::max(1, static_cast<int>(std::lround(size->first * scale)));
  const int height = std::max(1, static_cast<int>(std::lround(size->second * scale)));
  const Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  const Owned<cairo_t> cairo(cairo_create(surface.get()));
  const RsvgRectangle whole{0, 0, static_cast<double>(width), static_cast<double>(height)};
  GError* raw_problem = nullptr;
  const bool drawn = rsvg_handle_render_document(handle.get(), cairo.get(), &whole, &raw_problem) != 0;
  const Owned<GError> problem(raw_problem);
  if (!drawn) return failure(name + ": cannot be drawn: " + (problem ? problem->message : ""));
  return imageOf(surface.get(), width, height);
}

}  // namespace

Result<Image> loadPicture(const std::filesystem::path& path) {
  const std::string name = path.string();
  std::error_code error;
  const auto bytes = std::filesystem::file_size(path, error);
  if (error || !std::filesystem::is_regular_file(path, error)) return failure(name + ": cannot be opened");
  if (bytes > kMostPictureBytes) {
    return failure(name + ": is larger than " + std::to_string(kMostPictureBytes >> 20) +
                   " MB; save the picture smaller");
  }
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file && text.empty()) return failure(name + ": cannot be opened");
  const bool png = text.compare(0, kPngStart.size(), kPngStart) == 0;
  if (!png && text.find("<svg") == std::string::npos)
    return failure(name + ": is neither a PNG nor an SVG file");
  if (png && text.size() < 24) return failure(name + ": is not a readable PNG file");
  constexpr auto kMost = static_cast<std::uint32_t>(kMostPictureSide);
  if (png && (bigEndian(text, 16) > kMost || bigEndian(text, 20) > kMost)) {
    return failure(name + ": has more than " + std::to_string(kMostPictureSide) +
                   " pixels on a side; save the picture smaller");
  }
  Result<Image> image = png ? loadPng(path) : drawSvg(name, text);
  if (image && isAllClear(*image)) return failure(name + ": shows nothing: all of it is clear");
  return image;
}

}  // namespace renderer
