#include "bom/marker/marker_svg.h"

#include <algorithm>
#include <limits>

#include "bom/number_text.h"

namespace bom {
namespace {

std::string number(double value) {
  return formatDouble(value, 3);
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (static_cast<unsigned char>(c) >= ' ')
      out += c;
  }
  return out;
}

struct Span {
  double from = 0, to = 0;

  double length() const { return to - from; }
  double middle() const { return (from + to) / 2; }
};

/// Swaps x and y where lines across are asked instead of lines along.
Point seen(Point point, bool along) {
  return along ? point : Point{point.y, point.x};
}

/// Where a line at height `y` runs inside the outline.
std::vector<Span> spansAt(const std::vector<Point>& outline, double y, bool along) {
  std::vector<double> crossings;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point a = seen(outline[i], along), b = seen(outline[(i + 1) % outline.size()], along);
    if ((a.y > y) != (b.y > y)) crossings.push_back(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)));
  }
  std::sort(crossings.begin(), crossings.end());
  std::vector<Span> spans;
  for (std::size_t i = 1; i < crossings.size(); i += 2) spans.push_back({crossings[i - 1], crossings[i]});
  return spans;
}

/// Room for a line of text in a piece: the longest of a few lines through it, and the width around its
/// middle.
struct Room {
  Point middle;
  double length = 0, width = 0;
  bool along = true;  ///< the roll; else the text stands upright
};

Room roomAlong(const std::vector<Point>& outline, bool along) {
  constexpr int kLines = 16;
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const Point& point : outline) {
    low = std::min(low, seen(point, along).y);
    high = std::max(high, seen(point, along).y);
  }
  // From the middle outwards, so that of lines of one length the middle one is taken.
  Room room{{}, 0, 0, along};
  for (int i = 0; i < kLines; ++i) {
    const int steps = (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2);
    const double y = (low + high) / 2 + steps * (high - low) / (kLines + 2);
    for (const Span& span : spansAt(outline, y, along)) {
      if (span.length() < 1.02 * room.length) continue;
      room.length = span.length();
      room.middle = seen({span.middle(), y}, along);
    }
  }
  const Point middle = seen(room.middle, along);
  for (const Span& span : spansAt(outline, middle.x, !along)) {
    if (span.from <= middle.y && middle.y <= span.to) room.width = span.length();
  }
  return room;
}

/// Sizes follow the cloth's width, so that instances in any unit look alike.
struct Sheet {
  double length = 0, width = 0, text = 0, line = 0;

  /// Up in the marker is down in SVG.
  double y(double up) const { return width - up; }
};

std::string text(const Sheet& sheet, Point at, double size, const std::string& words,
                 const std::string& more = "") {
  return "<text x=\"" + number(at.x) + "\" y=\"" + number(sheet.y(at.y)) + "\" font-size=\"" + number(size) +
         "\"" + more + ">" + escaped(words) + "</text>\n";
}

std::string line(const Sheet& sheet, Point from, Point to, const std::string& ends) {
  return "<line x1=\"" + number(from.x) + "\" y1=\"" + number(sheet.y(from.y)) + "\" x2=\"" + number(to.x) +
         "\" y2=\"" + number(sheet.y(to.y)) + "\" stroke=\"#222\" stroke-width=\"" + number(sheet.line) +
         "\"" + ends + "/>\n";
}

std::string polygon(const Sheet& sheet, const std::vector<Point>& outline) {
  std::string points;
  for (const Point& point : outline)
    points += (points.empty() ? "" : " ") + number(point.x) + "," + number(sheet.y(point.y));
  return "<polygon points=\"" + points + "\"/>\n";
}

/// As large as there is room for it.
std::string label(const Sheet& sheet, const std::vector<Point>& outline, const std::string& name) {
  const Room along = roomAlong(outline, true), across = roomAlong(outline, false);
  const Room& room = along.length >= across.length ? along : across;
  const double letters = 0.65 * static_cast<double>(std::max<std::size_t>(name.size(), 1));
  const double size = std::min({sheet.text, 0.85 * room.length / letters, 0.6 * room.width});
  const Point at{room.middle.x, room.middle.y - size * 0.35};
  const std::string turn = room.along ? ""
                                      : " transform=\"rotate(-90 " + number(room.middle.x) + " " +
                                            number(sheet.y(room.middle.y)) + ")\"";
  return text(sheet, at, size, name, turn);
}

std::string millimetres(double value) {
  return formatDouble(value, 1) + " mm";
}

std::string dimensions(const Sheet& sheet) {
  const double off = sheet.text, both = sheet.length / 2;
  const std::string ends = " marker-start=\"url(#arrow)\" marker-end=\"url(#arrow)\"";
  std::string out = line(sheet, {0, -off}, {sheet.length, -off}, ends);
  out += text(sheet, {both, -2.2 * off}, sheet.text, millimetres(sheet.length));
  out += line(sheet, {-off, 0}, {-off, sheet.width}, ends);
  const Point at{-1.4 * off, sheet.width / 2};
  out += text(sheet, at, sheet.text, millimetres(sheet.width),
              " transform=\"rotate(-90 " + number(at.x) + " " + number(sheet.y(at.y)) + ")\"");
  return out;
}

std::string heading(const Sheet& sheet, double efficiency) {
  const double up = sheet.width + sheet.text;
  return line(sheet, {0, up}, {6 * sheet.text, up}, " marker-end=\"url(#arrow)\"") +
         text(sheet, {6.5 * sheet.text, up - 0.35 * sheet.text}, sheet.text,
              "grain; marker efficiency " + formatDouble(100 * efficiency, 1) + " %",
              " text-anchor=\"start\"");
}

std::string opening(const Sheet& sheet) {
  const double margin = 3 * sheet.text;
  const double wide = std::max(sheet.length, 26 * sheet.text) + 2 * margin;
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
         number(wide) + "mm\" height=\"" + number(sheet.width + 2 * margin) + "mm\" viewBox=\"" +
         number(-margin) + " " + number(-margin) + " " + number(wide) + " " +
         number(sheet.width + 2 * margin) +
         "\">\n<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" markerWidth=\"8\" "
         "markerHeight=\"8\" orient=\"auto-start-reverse\"><path d=\"M0 1 10 5 0 9z\"/></marker></defs>\n";
}

}  // namespace

std::string markerSvg(const Marker& marker, const std::vector<MarkerPiece>& pieces, const Cloth& cloth) {
  const double width = cloth.cuttable_width_mm;
  const Sheet sheet{marker.length_mm, width, width / 40, width / 1000};
  std::string svg = opening(sheet);
  svg += "<g stroke=\"#222\" stroke-width=\"" + number(sheet.line) +
         "\" fill=\"#fff\"><rect x=\"0\" y=\"0\" width=\"" + number(sheet.length) + "\" height=\"" +
         number(sheet.width) + "\" fill=\"#eee\"/>\n";
  std::string labels;
  for (const Placement& placement : marker.placements) {
    const MarkerPiece& piece = pieces[placement.piece];
    const std::vector<Point> outline = placedOutline(piece, placement);
    svg += polygon(sheet, outline);
    labels += label(sheet, outline, piece.name + (placement.mirrored ? " M" : ""));
  }
  svg += "</g>\n<g font-family=\"sans-serif\" text-anchor=\"middle\" fill=\"#222\">\n" + labels;
  svg += dimensions(sheet) + heading(sheet, markerEfficiency(marker, cloth));
  return svg + "</g>\n</svg>\n";
}

}  // namespace bom
