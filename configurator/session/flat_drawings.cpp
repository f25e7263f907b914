#include "configurator/session/flat_drawings.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "configurator/catalog/number_text.h"
#include "renderer/visible_lines.h"

namespace configurator {
namespace {

constexpr double kTopstitch_mm = 4;  // of a row of stitching from the edge that it follows
constexpr double kSample_mm = 3;
constexpr float kMargin_mm = 10;

/// The line that a row is sewn along, flat; a row along an edge lies inside of it.
Polyline rowOf(const Piece& piece, const RunPart& part) {
  if (const Edge* edge = findEdge(piece, part.edge)) {
    Polyline row;
    const Polyline line = refined(edge->points, kSample_mm);
    for (std::size_t i = 0; i < line.size(); ++i) {
      const Vec2 along = line[std::min(i + 1, line.size() - 1)] - line[i == 0 ? 0 : i - 1];
      const double length = glm::length(along);
      if (length > 0) row.push_back(line[i] + Vec2{-along.y, along.x} * (kTopstitch_mm / length));
    }
    return row;
  }
  for (const Mark& mark : piece.marks) {
    if (mark.name == part.edge) return refined(mark.points, kSample_mm);
  }
  return {};
}

std::vector<renderer::Line3> stitching(const Pack& pack) {
  std::vector<renderer::Line3> lines;
  for (const StitchLine& stitch : pack.stitch_lines) {
    for (const RunPart& part : stitch.run) {
      const Piece* piece = findPiece(pack, part.piece);
      if (piece == nullptr || piece->layer == "stowed") continue;
      Polyline row = rowOf(*piece, part);
      const double from = std::min(part.from_mm, part.to_mm), to = std::max(part.from_mm, part.to_mm);
      if (part.to_mm >= 0 && row.size() > 1) row = stretchOf(row, from, std::min(to, lengthOf(row)));
      lines.emplace_back();
      for (const Vec2& p : row) lines.back().emplace_back(piece->surface(p));
    }
  }
  return lines;
}

std::string numberOf(float mm) {
  const double rounded = std::round(static_cast<double>(mm) * 100) / 100;
  return formatNumber(rounded == 0 ? 0 : rounded);
}

struct Page {
  glm::vec2 low{1e9f}, high{-1e9f};

  void add(const std::vector<renderer::Line2>& lines) {
    for (const renderer::Line2& line : lines) {
      for (const glm::vec2& p : line) low = glm::min(low, p), high = glm::max(high, p);
    }
  }
};

std::string groupOf(const std::string& name, const std::string& style,
                    const std::vector<renderer::Line2>& lines, const Page& page) {
  std::string text = "  <g id=\"" + name + "\" " + style + ">\n";
  for (const renderer::Line2& line : lines) {
    text += "    <path d=\"";
    for (std::size_t i = 0; i < line.size(); ++i) {
      const glm::vec2 at(line[i].x - page.low.x + kMargin_mm, page.high.y - line[i].y + kMargin_mm);
      text += (i == 0 ? "M" : i == 1 ? " L" : " ") + numberOf(at.x) + " " + numberOf(at.y);
    }
    text += "\"/>\n";
  }
  return text + "  </g>\n";
}

std::string svgOf(const renderer::VisibleLines& lines, const std::string& title) {
  Page page;
  for (const auto* each : {&lines.outlines, &lines.edges, &lines.given}) page.add(*each);
  if (page.low.x > page.high.x) page = {{0, 0}, {0, 0}};
  const glm::vec2 size = page.high - page.low + 2 * kMargin_mm;
  const std::string width = numberOf(size.x), height = numberOf(size.y);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
         width + "mm\" height=\"" + height + "mm\" viewBox=\"0 0 " + width + " " + height +
         "\" fill=\"none\" stroke=\"#1a1d22\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n  "
         "<title>" +
         title + "</title>\n" +
         groupOf("stitching", "stroke-width=\"0.35\" stroke-dasharray=\"2.4 1.6\"", lines.given, page) +
         groupOf("seams", "stroke-width=\"0.5\"", lines.edges, page) +
         groupOf("outlines", "stroke-width=\"0.9\"", lines.outlines, page) + "</svg>\n";
}

}  // namespace

const std::vector<std::pair<std::string, std::string>>& flatTitles() {
  static const std::vector<std::pair<std::string, std::string>> kTitles{
      {"flat-front", "Technical flat, front"},
      {"flat-back", "Technical flat, back"},
      {"flat-right", "Technical flat, right side"}};
  return kTitles;
}

std::vector<std::pair<std::string, std::string>> flatDrawings(const Pack& pack,
                                                              const renderer::Geometry& geometry) {
  constexpr float kAzimuths_deg[] = {0, 180, 90};  // of flatTitles()
  const std::vector<renderer::Line3> stitches = stitching(pack);
  const renderer::Geometry bare = renderer::withoutDecals(geometry);
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& [id, title] : flatTitles()) {
    const float azimuth_deg = kAzimuths_deg[files.size()];
    files.emplace_back(id + ".svg", svgOf(renderer::visibleLines(bare, stitches, azimuth_deg), title));
  }
  return files;
}

}  // namespace configurator
