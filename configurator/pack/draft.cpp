#include "configurator/pack/draft.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

template <typename T>
void requireNewId(const std::vector<T>& all, const std::string& id) {
  const bool known = std::any_of(all.begin(), all.end(), [&](const T& other) { return other.id == id; });
  if (known) broken("part id used twice: " + id);
}

bool runsCounterClockwise(const Piece& piece) {
  double twice = 0;
  for (const Edge& edge : piece.edges) {
    for (std::size_t i = 1; i < edge.points.size(); ++i)
      twice += edge.points[i - 1].x * edge.points[i].y - edge.points[i].x * edge.points[i - 1].y;
  }
  return twice > 0;
}

}  // namespace

Vec3 onHost(const Host& host, Vec2 uv, double height_mm) {
  const SurfacePoint point = host.outside.pointAt(uv);
  return point.at + (host.lift_mm + height_mm) * point.normal;
}

double widthBetween(const Host& host, double low_mm, double high_mm) {
  if (!host.half_width_at) return host.width_mm;
  constexpr int kSteps = 8;
  double half = host.half_width_at(low_mm);
  for (int i = 1; i <= kSteps; ++i) {
    half = std::min(half, host.half_width_at(low_mm + (high_mm - low_mm) * i / kSteps));
  }
  return 2 * half;
}

Vec2 onPiece(const Host& host, Vec2 uv) {
  return host.origin + uv.x * host.u_axis + uv.y * host.v_axis;
}

double PackDraft::parameter(const std::string& id) const {
  const auto found = pack.parameters.find(id);
  if (found == pack.parameters.end()) broken("the draft has no parameter " + id);
  return found->second;
}

const std::string& PackDraft::optionOf(const std::string& slot) const {
  const auto found = choices.options.find(slot);
  if (found == choices.options.end()) broken("the design chooses nothing for slot " + slot);
  return found->second.value;
}

std::string PackDraft::attributeOf(const std::string& slot, const std::string& name) const {
  const Option* option = catalog.chosenOption(choices, slot);
  return option == nullptr ? std::string() : option->attribute(name);
}

const bom::Item& PackDraft::item(const std::string& zone, double size) const {
  const auto found = choices.zones.find(zone);
  if (found == choices.zones.end()) broken("the design has no material for zone " + zone);
  return catalog.itemOf(found->second.value, size);
}

double PackDraft::thicknessOf(const std::string& zone, double wished) const {
  const bom::Item& chosen = item(zone, wished);
  return chosen.sheet && chosen.sheet->thickness_mm > 0 ? chosen.sheet->thickness_mm : wished;
}

Piece& addPiece(PackDraft& draft, Piece piece) {
  requireNewId(draft.pack.pieces, piece.id);
  if (piece.edges.empty()) broken("piece without edges: " + piece.id);
  if (!piece.surface) broken("piece without a surface: " + piece.id);
  for (std::size_t i = 0; i < piece.edges.size(); ++i) {
    const Edge& edge = piece.edges[i];
    const Edge& next = piece.edges[(i + 1) % piece.edges.size()];
    const bool meets = glm::distance(edge.points.back(), next.points.front()) < 1e-3;
    if (!meets) broken("edges of " + piece.id + " do not meet: " + edge.name + ", " + next.name);
  }
  if (!runsCounterClockwise(piece)) broken("outline not counter-clockwise: " + piece.id);
  if (piece.code.empty()) piece.code = piece.id;
  draft.pack.pieces.push_back(std::move(piece));
  return draft.pack.pieces.back();
}

Seam& addSeam(PackDraft& draft, Seam seam) {
  requireNewId(draft.pack.seams, seam.id);
  draft.pack.seams.push_back(std::move(seam));
  return draft.pack.seams.back();
}

StitchLine& addStitchLine(PackDraft& draft, StitchLine line) {
  requireNewId(draft.pack.stitch_lines, line.id);
  draft.pack.stitch_lines.push_back(std::move(line));
  return draft.pack.stitch_lines.back();
}

Tack& addTack(PackDraft& draft, Tack tack) {
  requireNewId(draft.pack.tacks, tack.id);
  draft.pack.tacks.push_back(std::move(tack));
  return draft.pack.tacks.back();
}

Fitting& addFitting(PackDraft& draft, Fitting fitting) {
  requireNewId(draft.pack.fittings, fitting.id);
  if (!(fitting.amount > 0)) broken("fitting without an amount: " + fitting.id);
  draft.pack.fittings.push_back(std::move(fitting));
  return draft.pack.fittings.back();
}

void addWork(PackDraft& draft, Work work) {
  requireNewId(draft.pack.work, work.id);
  draft.pack.work.push_back(std::move(work));
}

void addAssembly(PackDraft& draft, Assembly assembly) {
  requireNewId(draft.pack.assemblies, assembly.id);
  draft.pack.assemblies.push_back(std::move(assembly));
}

void addMark(PackDraft& draft, const std::string& piece, Mark mark) {
  const auto found = std::find_if(draft.pack.pieces.begin(), draft.pack.pieces.end(),
                                  [&](const Piece& candidate) { return candidate.id == piece; });
  if (found == draft.pack.pieces.end()) broken("mark on an unknown piece: " + piece);
  found->marks.push_back(std::move(mark));
}

bool hasMeasure(const PackDraft& draft, const std::string& id) {
  const auto among = [&](const auto& all) {
    return std::any_of(all.begin(), all.end(), [&](const auto& measure) { return measure.id == id; });
  };
  return among(draft.pack.measures) || among(draft.pack.volumes);
}

void addMeasure(PackDraft& draft, const std::string& id, double value) {
  const MeasureSpec* spec = draft.catalog.findMeasure(id);
  if (spec == nullptr) broken("unknown point of measure: " + id);
  if (hasMeasure(draft, id)) broken("point of measure twice: " + id);
  if (spec->is_volume) {
    draft.pack.volumes.push_back({id, spec->name, spec->how, value, spec->tol_plus / 100 * value,
                                  spec->tol_minus / 100 * value, spec->critical});
    return;
  }
  draft.pack.measures.push_back(
      {id, spec->name, spec->how, value, spec->tol_plus, spec->tol_minus, spec->critical});
}

namespace {

/// The rounded corner at `corner` between directions `in` (arriving) and `out` (leaving), cut in its middle.
std::pair<Polyline, Polyline> roundCorner(Vec2 corner, Vec2 in, Vec2 out, double radius) {
  if (radius < 0.01) return {{corner}, {corner}};
  const double turn = std::acos(std::clamp(glm::dot(in, out), -1.0, 1.0));
  const double cut = radius * std::tan(turn / 2);
  const Vec2 start = corner - cut * in;
  const Vec2 centre = start + radius * Vec2{-in.y, in.x};
  const double from = std::atan2(start.y - centre.y, start.x - centre.x);
  const Arc first{centre, radius, from, from + turn / 2};
  const Arc second{centre, radius, from + turn / 2, from + turn};
  return {arcLine(first), arcLine(second)};
}

}  // namespace

std::vector<Edge> makeEdges(const RoundedRectangle& shape, double allowance_mm, EdgeFinish finish) {
  const double top_width = shape.top_width_mm < 0 ? shape.width_mm : shape.top_width_mm;
  const double inset = (shape.width_mm - top_width) / 2;
  const Vec2 o = shape.origin;
  const Vec2 corners[4] = {o, o + Vec2{shape.width_mm, 0}, o + Vec2{shape.width_mm - inset, shape.height_mm},
                           o + Vec2{inset, shape.height_mm}};
  const double radii[4] = {shape.bottom_radius_mm, shape.bottom_radius_mm, shape.top_radius_mm,
                           shape.top_radius_mm};
  Vec2 sides[4];
  for (int i = 0; i < 4; ++i) sides[i] = glm::normalize(corners[(i + 1) % 4] - corners[i]);
  std::pair<Polyline, Polyline> rounds[4];
  for (int i = 0; i < 4; ++i) rounds[i] = roundCorner(corners[i], sides[(i + 3) % 4], sides[i], radii[i]);
  constexpr const char* kNames[4] = {"bottom", "right", "top", "left"};
  std::vector<Edge> edges;
  for (int i = 0; i < 4; ++i) {
    edges.push_back({kNames[i], joined({rounds[i].second, rounds[(i + 1) % 4].first}), allowance_mm, finish});
  }
  return edges;
}

}  // namespace configurator
