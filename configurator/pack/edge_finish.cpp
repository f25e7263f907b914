#include "configurator/pack/edge_finish.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace configurator {
namespace {

/// What is sewn along one edge.
struct Sewn {
  bool caught = false, bound = false, hemmed = false, overlocked = false;
};

bool startsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// ISO 4916: class 3 binds an edge, class 6 hems it; 7.26.01 folds an elastic into it.
bool isBinding(std::string_view seam_class) {
  return startsWith(seam_class, "3.");
}
bool isHem(std::string_view seam_class) {
  return startsWith(seam_class, "6.") || seam_class == "7.26.01";
}
bool isOverlock(std::string_view stitch) {
  return stitch == "514";
}

/// Edges by piece, each with what is sewn along it.
class SewnEdges {
 public:
  explicit SewnEdges(const Pack& pack) {
    pieces_.reserve(pack.pieces.size());
    for (const Piece& piece : pack.pieces) {
      pieces_.emplace(piece.id, Entry{&piece, sewn_.size()});
      sewn_.resize(sewn_.size() + piece.edges.size());
    }
  }

  /// What is sewn along a run's edge; null where the run follows a mark.
  Sewn* at(const RunPart& part) {
    const auto found = pieces_.find(part.piece);
    if (found == pieces_.end()) return nullptr;
    return find(found->second, part.edge);
  }
  /// The two layers of a folded piece are one edge: "inner-seam" lies in the seam of "seam".
  Sewn of(const Piece& piece, const Edge& edge) {
    constexpr std::string_view kInner = "inner-";
    const Entry& entry = pieces_.at(piece.id);
    const bool inner = startsWith(edge.name, kInner);
    const Sewn* sewn = find(entry, inner ? std::string_view(edge.name).substr(kInner.size()) : edge.name);
    return sewn != nullptr ? *sewn : *find(entry, edge.name);
  }

 private:
  struct Entry {
    const Piece* piece = nullptr;
    std::size_t first = 0;
  };

  Sewn* find(const Entry& entry, std::string_view edge) {
    for (std::size_t i = 0; i < entry.piece->edges.size(); ++i) {
      if (entry.piece->edges[i].name == edge) return &sewn_[entry.first + i];
    }
    return nullptr;
  }

  std::unordered_map<std::string_view, Entry> pieces_;
  std::vector<Sewn> sewn_;
};

void addLines(const Pack& pack, SewnEdges& edges) {
  for (const StitchLine& line : pack.stitch_lines) {
    for (const RunPart& part : line.run) {
      Sewn* sewn = edges.at(part);
      if (sewn == nullptr) continue;
      sewn->bound = sewn->bound || isBinding(line.seam_class);
      sewn->hemmed = sewn->hemmed || isHem(line.seam_class);
    }
  }
}

/// The edges that a seam runs along.
using SeamEdges = std::vector<Sewn*>;

SeamEdges addSeam(const Seam& seam, SewnEdges& edges) {
  const bool bound = isBinding(seam.seam_class) || startsWith(seam.finish, "bound");
  SeamEdges along;
  for (const Run& run : seam.runs) {
    for (const RunPart& part : run) {
      Sewn* sewn = edges.at(part);
      if (sewn == nullptr) continue;
      along.push_back(sewn);
      sewn->caught = true;
      sewn->bound = sewn->bound || bound;
      sewn->hemmed = sewn->hemmed || isHem(seam.seam_class);
      sewn->overlocked = sewn->overlocked || isOverlock(seam.stitch);
    }
  }
  return along;
}

/// A layer basted flat on an edge that is bound is bound with it.
void bindBasted(const Seam& seam, const SeamEdges& along) {
  if (!startsWith(seam.seam_class, "1.01.") || isOverlock(seam.stitch)) return;
  const bool bound = std::any_of(along.begin(), along.end(), [](const Sewn* sewn) { return sewn->bound; });
  if (!bound) return;
  for (Sewn* sewn : along) sewn->bound = true;
}

bool frays(const Piece& piece) {
  return piece.layer != "foam" && piece.layer != "board" && piece.layer != "mesh";
}

EdgeFinish finishOf(const Piece& piece, const Edge& edge, const Sewn& sewn) {
  if (edge.finish == EdgeFinish::Taped) return EdgeFinish::Taped;
  if (sewn.bound) return EdgeFinish::Bound;
  if (sewn.hemmed) return EdgeFinish::Hemmed;
  if (sewn.overlocked) return EdgeFinish::Overlocked;
  const bool hot = edge.finish == EdgeFinish::HotCut || !sewn.caught;
  return hot && frays(piece) ? EdgeFinish::HotCut : EdgeFinish::Raw;
}

}  // namespace

void finishEdges(Pack& pack) {
  SewnEdges edges(pack);
  addLines(pack, edges);
  std::vector<SeamEdges> along;
  along.reserve(pack.seams.size());
  for (const Seam& seam : pack.seams) along.push_back(addSeam(seam, edges));
  // Layers lie on layers: the second round reaches those that are basted to what the first one reached.
  for (int round = 0; round < 2; ++round)
    for (std::size_t i = 0; i < pack.seams.size(); ++i) bindBasted(pack.seams[i], along[i]);
  for (Piece& piece : pack.pieces)
    for (Edge& edge : piece.edges) edge.finish = finishOf(piece, edge, edges.of(piece, edge));
}

}  // namespace configurator
