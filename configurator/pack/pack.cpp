#include "configurator/pack/pack.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/require.h"

namespace configurator {

const char* packSizeName(PackSize size) {
  constexpr const char* kNames[] = {"S", "M", "L"};
  return kNames[static_cast<int>(size)];
}

const char* edgeFinishName(EdgeFinish finish) {
  constexpr const char* kNames[] = {"raw", "hot-cut", "bound", "overlocked", "taped", "hemmed"};
  return kNames[static_cast<int>(finish)];
}

const char* markKindName(MarkKind kind) {
  constexpr const char* kNames[] = {"placement", "fold", "stitch", "notch", "drill", "logo"};
  return kNames[static_cast<int>(kind)];
}

const char* tackTypeName(TackType type) {
  constexpr const char* kNames[] = {"BT28", "BT42", "XBOX"};
  return kNames[static_cast<int>(type)];
}

Polyline outlineOf(const Piece& piece) {
  Polyline outline;
  std::size_t count = 0;
  for (const Edge& edge : piece.edges) count += edge.points.size();
  outline.reserve(count);
  for (const Edge& edge : piece.edges) {
    require(edge.points.size() >= 2, "an edge has at least two points");
    outline.insert(outline.end(), edge.points.begin(), edge.points.end() - 1);
  }
  return outline;
}

const Edge* findEdge(const Piece& piece, const std::string& name) {
  const auto found = std::find_if(piece.edges.begin(), piece.edges.end(),
                                  [&](const Edge& edge) { return edge.name == name; });
  return found == piece.edges.end() ? nullptr : &*found;
}

const Piece* findPiece(const Pack& pack, const std::string& id) {
  // What is being built asks for what it has added just now.
  const auto found = std::find_if(pack.pieces.rbegin(), pack.pieces.rend(),
                                  [&](const Piece& piece) { return piece.id == id; });
  return found == pack.pieces.rend() ? nullptr : &*found;
}

namespace {

const Polyline& lineOfRunPart(const Pack& pack, const RunPart& part) {
  const Piece* piece = findPiece(pack, part.piece);
  require(piece != nullptr, "a run names a piece of the pack");
  if (const Edge* edge = findEdge(*piece, part.edge)) return edge->points;
  const auto mark = std::find_if(piece->marks.begin(), piece->marks.end(),
                                 [&](const Mark& candidate) { return candidate.name == part.edge; });
  require(mark != piece->marks.end(), "a run names an edge or a mark of its piece");
  return mark->points;
}

double lengthOfRunPart(const Pack& pack, const RunPart& part) {
  const double whole = lengthOf(lineOfRunPart(pack, part));
  const double to = part.to_mm < 0 ? whole : part.to_mm;
  require(std::max(part.from_mm, to) <= whole + 0.01, "a run stays on its edge");
  return std::abs(to - part.from_mm);
}

}  // namespace

double lengthOf(const Pack& pack, const Run& run) {
  double sum = 0;
  for (const RunPart& part : run) sum += lengthOfRunPart(pack, part);
  return sum;
}

std::vector<WalkedSeam> walkSeams(const Pack& pack) {
  std::vector<WalkedSeam> walked;
  for (const Seam& seam : pack.seams) {
    WalkedSeam result;
    result.seam = &seam;
    for (int side = 0; side < 2; ++side) result.length_mm[side] = lengthOf(pack, seam.runs[side]);
    const double wanted = seam.ratio * result.length_mm[1];
    const double tolerance = std::max(1.0, 0.005 * std::max(result.length_mm[0], wanted));
    result.ok = std::abs(result.length_mm[0] - wanted) <= tolerance;
    walked.push_back(result);
  }
  return walked;
}

}  // namespace configurator
