#include "configurator/pack/pack_measures.h"

#include <map>
#include <string>

#include "configurator/pack/part_text.h"

namespace configurator {
namespace {

void addKnown(PackDraft& draft, const std::string& id, double value) {
  if (draft.catalog.findMeasure(id) != nullptr) addMeasure(draft, id, value);
}

void addFrontPocket(PackDraft& draft) {
  const Piece* panel = findPiece(draft.pack, "front-pocket.panel");
  if (panel == nullptr) return;
  const Box2 box = boxOf(outlineOf(*panel));
  addKnown(draft, "O", box.high.y - box.low.y);
  addKnown(draft, "OW", box.high.x - box.low.x);
}

/// The same corner and edges that the artwork of the tech pack is placed by.
void addLogo(PackDraft& draft) {
  if (draft.pack.artwork.empty()) return;
  const Artwork& logo = draft.pack.artwork.front();
  const Piece* piece = findPiece(draft.pack, logo.piece);
  if (piece == nullptr) return;
  const Vec2 offset = logo.at - boxOf(outlineOf(*piece)).low;
  const auto add = [&](const char* id, double value, const Edge& from) {
    if (draft.catalog.findMeasure(id) == nullptr) return;
    addMeasure(draft, id, value);
    draft.pack.measures.back().how += " " + partText(piece->name) + ", " + from.name;
  };
  add("W", offset.x, piece->edges.back());
  add("WY", offset.y, piece->edges.front());
}

/// The allowance that most of the main pieces' edges have, those left out that end in a binding of their own.
void addSeamAllowance(PackDraft& draft) {
  std::map<double, double> lengths;
  for (const Piece& piece : draft.pack.pieces) {
    if (!piece.is_body) continue;
    for (const Edge& edge : piece.edges)
      if (edge.finish != EdgeFinish::Bound) lengths[edge.allowance_mm] += lengthOf(edge.points);
  }
  double most = 0, allowance = 0;
  for (const auto& [mm, length] : lengths) {
    if (mm <= 0 || length <= most) continue;
    most = length;
    allowance = mm;
  }
  if (most > 0) addKnown(draft, "SA", allowance);
}

}  // namespace

void addPackMeasures(PackDraft& draft) {
  addFrontPocket(draft);
  addLogo(draft);
  addSeamAllowance(draft);
}

}  // namespace configurator
