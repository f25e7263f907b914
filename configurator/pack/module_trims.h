// Trims that many modules share: zips with slider and puller, elastic and binding at mouths, webbing cuts,
// hook and loop, tacks in pairs. Amounts are cut lengths with turn-unders. mm in, metres out.
#pragma once

#include <optional>
#include <string>

#include "configurator/pack/on_host.h"

namespace configurator {

/// Where a module's parts belong and how their ids start and end: "side-pocket" + ".panel" + "-left".
struct PartNames {
  std::string part, suffix, assembly, name;

  std::string id(const std::string& what) const { return part + "." + what + suffix; }
  std::string code(const std::string& what) const { return part + "." + what; }
  std::string label(const std::string& what) const { return name + ": " + what; }
};
PartNames namesOf(const ModuleCall& call, const std::string& name);

/// A piece with id, code, name, assembly, layer and material of its zone.
struct PieceOf {
  std::string what, zone, layer = "shell", label{};
  double size = 0;
};
Piece makePiece(PackDraft& draft, const PartNames& names, const PieceOf& of);

/// A seam or stitch line with id, name and assembly filled.
Seam makeSeam(const PartNames& names, const std::string& what, const std::string& operation);
/// Patch pocket or panel to a panel: lapped with one folded edge, 8.5 stitches per inch.
Seam lappedSeam(const PartNames& names, const std::string& what, const std::string& operation);
StitchLine makeStitch(const PartNames& names, const std::string& what, const std::string& operation);

/// A zip with one slider and puller; the opening is `length_mm`, each end runs 25 under.
struct ZipOf {
  std::string what = "zip";
  double length_mm = 200, size = 5;
  std::optional<Shape> shape{};  ///< a ribbon of two points or more
};
void addZip(PackDraft& draft, const PartNames& names, const ZipOf& zip);
/// "S05", or "S06" where the chosen zip is a reverse coil, whose film or repellent tape must not be
/// stretched.
std::string zipOperation(const PackDraft& draft, double size);
/// The gap between the folded edges on a zip: 6, 8 or 11 mm.
double zipGap(double size);

/// Narrow goods cut once: webbing, elastic, binding, hook-loop, tape. `zone` decides the item.
struct NarrowOf {
  std::string what, zone, label;
  double size = 20, length_mm = 100;
  std::vector<Shape> shapes{};
};
Fitting& addNarrow(PackDraft& draft, const PartNames& names, NarrowOf narrow);

/// One bought part of a zone (buckle, ladder lock ...) or of a fixed item.
struct CountedOf {
  std::string what, zone, item, label;
  double size = 0, amount = 1;
  std::vector<Shape> shapes{};
};
Fitting& addCounted(PackDraft& draft, const PartNames& names, CountedOf counted);

/// Sewing on narrow goods alone, which no seam, stitch line or tack of a piece stands for: bartacks 28 and
/// metres of 301. Its minutes and the thread that it eats.
struct LooseSewing {
  std::string what, label, operation;
  int tacks = 0;
  double length_mm = 0;  ///< all rows together
  std::vector<std::string> parts{};
};
void sewLoose(PackDraft& draft, const PartNames& names, const LooseSewing& sewing);

/// A bartack in host (u, v).
struct TackOf {
  std::string what, location;
  Vec2 at{0, 0};
  TackType type = TackType::Bartack28;
  double angle_deg = 0;
};
void addTackOn(PackDraft& draft, const PartNames& names, const Host& host, const TackOf& tack);

/// A backing patch 40 x 60 of lining behind a load tack, on the inside of the carrying piece.
void addBackingPatch(PackDraft& draft, const PartNames& names, const Host& host, Vec2 at);

/// Finishes a mouth edge of a piece: "elastic" (0.82 of the edge, in a fold), "binding", else a hem.
struct MouthOf {
  std::string piece, edge = "top", how = "elastic", binding_zone = "binding";
};
void finishMouth(PackDraft& draft, const PartNames& names, const MouthOf& mouth);
/// What an edge that will be finished so must have: hem and elastic 20 mm, bound edges none.
void prepareMouthEdge(Piece& piece, const std::string& edge, const std::string& how);

}  // namespace configurator
