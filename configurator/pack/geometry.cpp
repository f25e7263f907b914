#include "configurator/pack/geometry.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

template <typename Point>
double polylineLength(const std::vector<Point>& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += glm::distance(line[i - 1], line[i]);
  return sum;
}

template <typename Point>
Point polylinePoint(const std::vector<Point>& line, double at) {
  require(!line.empty(), "pointAlong needs a line with points");
  double left = at;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step = glm::distance(line[i - 1], line[i]);
    if (left <= step && step > 0) return glm::mix(line[i - 1], line[i], std::max(0.0, left) / step);
    left -= step;
  }
  return line.back();
}

}  // namespace

double lengthOf(const Polyline& line) {
  return polylineLength(line);
}
double lengthOf(const std::vector<Vec3>& line) {
  return polylineLength(line);
}
Vec2 pointAlong(const Polyline& line, double at) {
  return polylinePoint(line, at);
}
Vec3 pointAlong(const std::vector<Vec3>& line, double at) {
  return polylinePoint(line, at);
}

Polyline stretchOf(const Polyline& line, double from, double to) {
  require(from <= to, "a stretch runs forward");
  Polyline out{pointAlong(line, from)};
  double at = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    at += glm::distance(line[i - 1], line[i]);
    if (at > from && at < to) out.push_back(line[i]);
  }
  out.push_back(pointAlong(line, to));
  return out;
}

Polyline refined(const Polyline& line, double step) {
  Polyline out;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const int parts =
        std::max(1, static_cast<int>(std::ceil(glm::distance(line[i], line[i + 1]) / step - 1e-9)));
    for (int k = 0; k < parts; ++k)
      out.push_back(glm::mix(line[i], line[i + 1], static_cast<double>(k) / parts));
  }
  if (!line.empty()) out.push_back(line.back());
  return out;
}

Polyline reversed(Polyline line) {
  std::reverse(line.begin(), line.end());
  return line;
}

Polyline mirroredX(Polyline line) {
  for (Vec2& point : line) point.x = -point.x;
  return line;
}

double areaOf(const Polyline& outline) {
  if (outline.empty()) return 0;
  double twice = 0;
  for (std::size_t i = 0; i + 1 < outline.size(); ++i)
    twice += outline[i].x * outline[i + 1].y - outline[i + 1].x * outline[i].y;
  const Vec2 last = outline.back(), first = outline.front();
  return (twice + (last.x * first.y - first.x * last.y)) / 2;
}

Vec2 centroidOf(const Polyline& outline) {
  Vec2 sum{0, 0};
  double twice = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec2 a = outline[i];
    const Vec2 b = outline[(i + 1) % outline.size()];
    const double cross = a.x * b.y - b.x * a.y;
    sum += (a + b) * cross;
    twice += cross;
  }
  require(twice != 0, "an outline encloses an area");
  return sum / (3.0 * twice);
}

Polyline arcLine(const Arc& arc, double step) {
  const double turn = arc.to - arc.from;
  const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(turn) * arc.radius / step - 1e-9)));
  Polyline out;
  for (int i = 0; i <= parts; ++i) {
    const double angle = arc.from + turn * i / parts;
    out.push_back(arc.centre + arc.radius * Vec2{std::cos(angle), std::sin(angle)});
  }
  return out;
}

Polyline bezierLine(const Vec2 (&p)[4], int segments) {
  Polyline out;
  for (int i = 0; i <= segments; ++i) {
    const double t = static_cast<double>(i) / segments;
    const double s = 1 - t;
    out.push_back(s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3]);
  }
  return out;
}

Polyline joined(const std::vector<Polyline>& lines) {
  Polyline out;
  for (const Polyline& line : lines) {
    for (const Vec2& point : line) {
      if (out.empty() || glm::distance(out.back(), point) > 1e-6) out.push_back(point);
    }
  }
  return out;
}

bool isInside(const Polyline& outline, Vec2 p) {
  bool inside = false;
  for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
    const Vec2 a = outline[i], b = outline[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

Box2 boxOf(const Polyline& line) {
  Box2 box{line.front(), line.front()};
  for (const Vec2& p : line) {
    box.low = glm::min(box.low, p);
    box.high = glm::max(box.high, p);
  }
  return box;
}

double distanceTo(const Polyline& outline, Vec2 p) {
  double best = 1e18;  // squared
  Vec2 a = outline.empty() ? p : outline.back();
  for (const Vec2& b : outline) {
    const Vec2 d = b - a;
    const double t = std::clamp(glm::dot(p - a, d) / std::max(1e-12, glm::dot(d, d)), 0.0, 1.0);
    const Vec2 away = p - (a + t * d);
    best = std::min(best, glm::dot(away, away));
    a = b;
  }
  return std::sqrt(best);
}

}  // namespace configurator
