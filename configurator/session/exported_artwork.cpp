#include "configurator/session/exported_artwork.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "configurator/catalog/read_file.h"
#include "configurator/pack/pack_scene_artwork.h"

namespace configurator {
namespace {

constexpr std::string_view kPngStart("\x89PNG\r\n\x1a\n", 8);
constexpr std::string_view kSpaces = " \t\r\n";

bool isPng(std::string_view picture) {
  return picture.substr(0, kPngStart.size()) == kPngStart;
}

std::size_t bigEndian(std::string_view four) {
  std::size_t number = 0;
  for (const char c : four) number = number << 8 | static_cast<std::uint8_t>(c);
  return number;
}

/// A chunk is its length, its name, as many bytes and a check sum.
std::string pngWithoutNotes(std::string_view png) {
  constexpr std::size_t kAround = 12;
  std::string kept(kPngStart);
  for (std::size_t at = kPngStart.size(); at < png.size();) {
    const std::size_t left = png.size() - at;
    const std::size_t length = left < kAround ? left : kAround + bigEndian(png.substr(at, 4));
    const std::string_view name = left < kAround ? std::string_view() : png.substr(at + 4, 4);
    const bool is_note = name == "tEXt" || name == "zTXt" || name == "iTXt" || name == "eXIf";
    if (!is_note) kept += png.substr(at, length);
    at += std::min(length, left);
  }
  return kept;
}

bool isAbsolute(std::string_view value) {
  const bool drive = value.size() > 2 && value[1] == ':' && (value[2] == '\\' || value[2] == '/');
  return drive || value.starts_with('/') || value.starts_with("\\\\") || value.starts_with("file:");
}

/// An attribute of an SVG file, from the white space before its name to behind its value.
struct Attribute {
  std::size_t start = 0, end = 0;
  std::string_view value;
};

/// The one whose "=" is at `equals`; nothing where no quoted value follows.
Attribute attributeAt(std::string_view svg, std::size_t equals) {
  const std::size_t open = svg.find_first_not_of(kSpaces, equals + 1);
  if (open == std::string_view::npos || (svg[open] != '"' && svg[open] != '\'')) return {};
  const std::size_t close = svg.find(svg[open], open + 1);
  if (close == std::string_view::npos) return {};
  const std::size_t name_end = svg.find_last_not_of(kSpaces, equals - 1);
  const std::size_t space = svg.find_last_of(kSpaces, name_end);
  if (space == std::string_view::npos) return {};
  return {space, close + 1, svg.substr(open + 1, close - open - 1)};
}

std::string svgWithoutPaths(std::string_view svg) {
  std::string kept;
  std::size_t done = 0;
  for (std::size_t at = svg.find('=', 1); at != std::string_view::npos; at = svg.find('=', at)) {
    const Attribute attribute = attributeAt(svg, at);
    if (attribute.end > 0 && attribute.start >= done && isAbsolute(attribute.value)) {
      kept += svg.substr(done, attribute.start - done);
      done = attribute.end;
    }
    at = std::max(at + 1, attribute.end);
  }
  return kept + std::string(svg.substr(done));
}

}  // namespace

std::string withoutNotes(std::string_view picture) {
  return isPng(picture) ? pngWithoutNotes(picture) : svgWithoutPaths(picture);
}

Result<std::vector<ExportedPicture>> picturesToExport(const Design& design, const Pack& pack) {
  std::vector<ExportedPicture> pictures;
  for (const auto& [artwork, file] : design.artwork) {
    if (!showsPicture(pack, artwork)) continue;
    const auto bytes = readFile(pictureFileOf(design, file));
    if (!bytes) return failure("artwork " + artwork + ": " + bytes.error().message);
    const std::string module = artwork.substr(0, artwork.rfind('.'));
    pictures.push_back(
        {artwork, "artwork-" + module + (isPng(*bytes) ? ".png" : ".svg"), withoutNotes(*bytes)});
  }
  return pictures;
}

}  // namespace configurator
