// Taped seams: hot-melt tape over the joins of the body instead of binding, so that needle holes and raw
// edges keep water out. Runs after the body's seams are made; what is lapped, zipped or only basted stays as
// it is.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "configurator/pack/module_families.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kTapeOver = 1.03;      // laps at crossings, cut ends
constexpr double kBindingRatio = 1.03;  // as the body's binding is cut

using Edges = std::set<std::pair<std::string, std::string>>;

bool startsWith(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

/// A join whose raw edges would be bound: ISO 4916 class 1.01.
bool isJoin(const Seam& seam) {
  return seam.assembly == "body" && startsWith(seam.finish, "bound") && startsWith(seam.seam_class, "1.01");
}

Edges edgesOf(const Seam& seam) {
  Edges edges;
  for (const Run& run : seam.runs)
    for (const RunPart& part : run) edges.emplace(part.piece, part.edge);
  return edges;
}

struct Taped {
  Edges edges;
  std::vector<std::string> seams;
  double length_mm = 0;
};

Taped tapeJoins(Pack& pack, const std::string& width) {
  Taped taped;
  for (Seam& seam : pack.seams) {
    if (!isJoin(seam)) continue;
    taped.edges.merge(edgesOf(seam));
    taped.seams.push_back(seam.id);
    taped.length_mm += lengthOf(pack, seam.runs[0]);
    seam.finish = "taped, tape " + width;
  }
  for (Piece& piece : pack.pieces) {
    for (Edge& edge : piece.edges)
      if (taped.edges.count({piece.id, edge.name}) > 0) edge.finish = EdgeFinish::Taped;
  }
  return taped;
}

/// A seam is bound or taped, never both: the binding of taped edges goes, and its metres.
void removeBinding(Pack& pack, const Edges& taped) {
  double removed_mm = 0;
  const auto on_tape = [&](const StitchLine& line) {
    return line.operation == "B06" && !line.run.empty() &&
           taped.count({line.run.front().piece, line.run.front().edge}) > 0;
  };
  for (const StitchLine& line : pack.stitch_lines)
    if (on_tape(line)) removed_mm += lengthOf(pack, line.run);
  pack.stitch_lines.erase(std::remove_if(pack.stitch_lines.begin(), pack.stitch_lines.end(), on_tape),
                          pack.stitch_lines.end());
  const auto is_binding = [](const Fitting& fitting) { return fitting.id == "body.seam-binding"; };
  for (Fitting& fitting : pack.fittings)
    if (is_binding(fitting)) fitting.amount -= kBindingRatio * removed_mm / 1000;
  pack.fittings.erase(
      std::remove_if(pack.fittings.begin(), pack.fittings.end(),
                     [&](const Fitting& fitting) { return is_binding(fitting) && fitting.amount < 1e-3; }),
      pack.fittings.end());
}

void buildSeamTape(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Seam tape");
  const Taped taped = tapeJoins(draft.pack, "20");
  if (taped.seams.empty()) return;
  removeBinding(draft.pack, taped.edges);
  Fitting& tape = addCounted(draft, names,
                             {"tape",
                              "seam-tape",
                              call.word("item", "stape20"),
                              "seam tape",
                              0,
                              kTapeOver * taped.length_mm / 1000,
                              {}});
  tape.placement = "inside, over the joins of the body";
  addWork(draft, {names.id("taping"), "B07", call.assembly, static_cast<int>(taped.seams.size()),
                  taped.length_mm / 1000, taped.seams});
}

}  // namespace

Family seamTapeFamily() {
  FamilySpec spec;
  spec.name = "seam-tape";
  spec.parameters = {wordArgument("item"), wordArgument("name")};
  return {spec, buildSeamTape};
}

}  // namespace configurator
