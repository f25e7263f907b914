#include "box_fixture.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "one_item_catalog.h"

namespace configurator {
namespace {

const Catalog& catalogOfOneItemPerZone() {
  static const Catalog kCatalog = [] {
    Catalog catalog =
        makeOneItemCatalog({"shell", "front-panel", "bottom", "lining", "binding", "zip", "slider", "puller",
                            "webbing", "buckle", "thread", "drawcord", "hardware"},
                           {"A", "B", "C", "D", "E", "N", "Z"});
    addItem(catalog, "cl2");
    addOptions(catalog, {{"main-closure", "zip-storm-flap", "storm-flap", "yes"},
                         {"main-closure", "roll-top-straps", "ends", "strapped"},
                         {"main-closure", "drawcord-lid", "cover", "lid"},
                         {"main-closure", "buckle-flap", "cover", "flap"}});
    return catalog;
  }();
  return kCatalog;
}

Choices choicesOf(const BoxWish& wish) {
  Choices choices = defaultChoices(catalogOfOneItemPerZone());
  choices.options["main-closure"] = {wish.closure, By::Template, false};
  setDimension(choices, "capacity", wish.capacity_l, 0);
  setDimension(choices, "back-length", wish.back_length, 480);
  setDimension(choices, "width", wish.width, 270);
  setDimension(choices, "depth", wish.depth, 150);
  setDimension(choices, "strap-width", std::nullopt, 65);
  return choices;
}

}  // namespace

BuiltBox::BuiltBox(BuildFamily build, const BoxWish& wish)
    : choices_(choicesOf(wish)), draft_(draftOf(catalogOfOneItemPerZone(), choices_, wish.size)) {
  ModuleCall call;
  call.slot = call.part = call.assembly = "body";
  call.numbers = wish.numbers;
  call.words = wish.words;
  build(call, draft_);
}

const Piece& BuiltBox::piece(const std::string& name) const {
  const Piece* found = findPiece(draft_.pack, "body." + name);
  if (found == nullptr) throw std::runtime_error("no piece " + name);
  return *found;
}

namespace {

struct Triangle {
  Vec2 a, b, c;
};

void addFine(const Surface& surface, const Triangle& t, Vec3 origin, FineMeasure& sum) {
  const Vec2 ab = t.b - t.a;
  const Vec2 ac = t.c - t.a;
  sum.flat_area += (ab.x * ac.y - ab.y * ac.x) / 2;
  const Vec3 a = surface(t.a) - origin;
  const Vec3 b = surface(t.b) - origin;
  const Vec3 c = surface(t.c) - origin;
  sum.space_area += glm::length(glm::cross(b - a, c - a)) / 2;
  sum.volume += glm::dot(a, glm::cross(b, c)) / 6;
}

/// All x where the outline crosses the height y, ascending.
std::vector<double> crossings(const Polyline& outline, double y) {
  std::vector<double> xs;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec2 a = outline[i];
    const Vec2 b = outline[(i + 1) % outline.size()];
    if ((a.y <= y) != (b.y <= y)) xs.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
  }
  std::sort(xs.begin(), xs.end());
  return xs;
}

/// Ends of the one stretch inside the outline at y; nothing when there are several.
std::optional<std::pair<double, double>> spanAt(const Polyline& outline, double y) {
  const std::vector<double> xs = crossings(outline, y);
  if (xs.size() != 2) return std::nullopt;
  return std::pair{xs.front(), xs.back()};
}

Polyline swapped(Polyline line) {
  for (Vec2& p : line) std::swap(p.x, p.y);
  return line;
}

struct Extent {
  double low, high;
};

Extent heightOf(const Polyline& outline) {
  Extent extent{outline.front().y, outline.front().y};
  for (const Vec2& p : outline) {
    extent.low = std::min(extent.low, p.y);
    extent.high = std::max(extent.high, p.y);
  }
  return extent;
}

/// Rows of quadrilaterals between the outline's left and right, or nothing when a row is several stretches
/// wide. `surface` takes the outline's coordinates.
std::optional<FineMeasure> measureRows(const Polyline& outline, const Surface& surface, Vec3 origin) {
  const auto [low, high] = heightOf(outline);
  const int rows = std::max(4, static_cast<int>(std::ceil((high - low) / 2)));
  const double inset = (high - low) * 1e-9;
  FineMeasure sum;
  for (int row = 0; row < rows; ++row) {
    const double y0 = low + inset + (high - low - 2 * inset) * row / rows;
    const double y1 = low + inset + (high - low - 2 * inset) * (row + 1) / rows;
    const auto lower = spanAt(outline, y0);
    const auto upper = spanAt(outline, y1);
    if (!lower || !upper) return std::nullopt;
    const auto [l0, r0] = *lower;
    const auto [l1, r1] = *upper;
    const int columns = std::max(2, static_cast<int>(std::ceil((r0 - l0) / 3)));
    for (int i = 0; i < columns; ++i) {
      const double s = static_cast<double>(i) / columns;
      const double t = static_cast<double>(i + 1) / columns;
      const Vec2 a{l0 + (r0 - l0) * s, y0}, b{l0 + (r0 - l0) * t, y0};
      const Vec2 c{l1 + (r1 - l1) * t, y1}, d{l1 + (r1 - l1) * s, y1};
      addFine(surface, {a, b, c}, origin, sum);
      addFine(surface, {a, c, d}, origin, sum);
    }
  }
  return sum;
}

}  // namespace

// Rows about 2 mm high, across the piece's longer way: another road than the grid cells of the renderer's
// meshes.
FineMeasure measureFinely(const Piece& piece, Vec3 origin) {
  const Polyline outline = outlineOf(piece);
  const auto upright = heightOf(outline);
  const auto level = heightOf(swapped(outline));
  if (upright.high - upright.low >= level.high - level.low) {
    if (const auto measured = measureRows(outline, piece.surface, origin)) return *measured;
  }
  const Surface turned = [&](Vec2 p) { return piece.surface({p.y, p.x}); };
  auto measured = measureRows(swapped(outline), turned, origin);
  if (!measured) throw std::runtime_error("outline of " + piece.id + " is not one stretch wide");
  measured->volume = -measured->volume;  // swapping the axes turned the triangles over
  return *measured;
}

namespace {

double volumeOfBand(const RibbonShape& band, Vec3 origin) {
  const auto corner = [&](std::size_t i, double sign) {
    const Vec3 along = band.path[std::min(i + 1, band.path.size() - 1)] - band.path[i > 0 ? i - 1 : 0];
    const Vec3 side = glm::normalize(glm::cross(along, band.normals[i]));
    return band.path[i] + sign * band.width_mm / 2 * side - origin;
  };
  double sum = 0;
  for (std::size_t i = 1; i < band.path.size(); ++i) {
    const Vec3 a = corner(i - 1, 1), b = corner(i, 1), c = corner(i, -1), d = corner(i - 1, -1);
    sum += (glm::dot(a, glm::cross(b, c)) + glm::dot(a, glm::cross(c, d))) / 6;
  }
  return sum;
}

}  // namespace

namespace {

/// What a cord's closed loop goes round, as a fan from its middle.
double volumeOfLoop(const CordShape& cord, Vec3 origin) {
  Vec3 middle{0, 0, 0};
  for (const Vec3& p : cord.path) middle += p / static_cast<double>(cord.path.size());
  double sum = 0;
  for (std::size_t i = 1; i < cord.path.size(); ++i)
    sum += glm::dot(middle - origin, glm::cross(cord.path[i - 1] - origin, cord.path[i] - origin)) / 6;
  return sum;
}

double volumeOfShape(const Shape& shape, Vec3 origin) {
  if (const auto* cord = std::get_if<CordShape>(&shape.drawn())) return volumeOfLoop(*cord, origin);
  return volumeOfBand(std::get<RibbonShape>(shape.drawn()), origin);
}

}  // namespace

double measuredLitres(const BuiltBox& box, std::size_t compartment) {
  const Vec3 origin{0, box.body().height_mm / 2, box.body().depth_mm / 2};
  const Compartment& measured = box.pack().compartments.at(compartment);
  double sum = 0;
  for (const std::string& id : measured.shell) {
    if (const Piece* piece = findPiece(box.pack(), id)) sum += measureFinely(*piece, origin).volume;
    for (const Fitting& fitting : box.pack().fittings) {
      if (fitting.id == id) sum += volumeOfShape(fitting.shapes.front(), origin);
    }
  }
  return sum / 1e6;
}

namespace {

std::vector<Vec3> edgeInSpace(const Piece& piece, const Polyline& line, double step) {
  std::vector<Vec3> out;
  for (const Vec2& p : refined(line, step)) out.push_back(piece.surface(p));
  return out;
}

/// An edge or a mark of a piece.
Polyline lineOf(const Piece& piece, const std::string& name) {
  if (const Edge* edge = findEdge(piece, name)) return edge->points;
  for (const Mark& mark : piece.marks) {
    if (mark.name == name) return mark.points;
  }
  throw std::runtime_error("no edge or mark " + name + " on " + piece.id);
}

/// The run in space, in walking order.
std::vector<Vec3> walkOf(const Pack& pack, const Run& run) {
  std::vector<Vec3> line;
  for (const RunPart& part : run) {
    const Piece& piece = *findPiece(pack, part.piece);
    const Polyline points = lineOf(piece, part.edge);
    const double to = part.to_mm < 0 ? lengthOf(points) : part.to_mm;
    Polyline stretch = stretchOf(points, std::min(part.from_mm, to), std::max(part.from_mm, to));
    if (part.from_mm > to) stretch = reversed(stretch);
    for (const Vec3& p : edgeInSpace(piece, stretch, 2.0)) line.push_back(p);
  }
  return line;
}

}  // namespace

double edgeStrain(const Piece& piece, const Edge& edge) {
  return lengthOf(edgeInSpace(piece, edge.points, 1.0)) / lengthOf(edge.points) - 1;
}

namespace {

double distanceTo(const std::vector<Vec3>& line, Vec3 p) {
  double nearest = 1e9;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Vec3 step = line[i] - line[i - 1];
    const double square = glm::dot(step, step);
    const double t = square > 0 ? std::clamp(glm::dot(p - line[i - 1], step) / square, 0.0, 1.0) : 0;
    nearest = std::min(nearest, glm::distance(p, line[i - 1] + t * step));
  }
  return nearest;
}

}  // namespace

double widestGap(const Pack& pack, const Seam& seam) {
  const std::vector<Vec3> a = walkOf(pack, seam.runs[0]);
  const std::vector<Vec3> b = walkOf(pack, seam.runs[1]);
  double widest = 0;
  for (const Vec3& p : a) widest = std::max(widest, distanceTo(b, p));
  for (const Vec3& p : b) widest = std::max(widest, distanceTo(a, p));
  return widest;
}

}  // namespace configurator
