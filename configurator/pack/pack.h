// What a design makes: flat pieces, seams, fittings, measures. No triangles, no masses, no prices.
// Millimetres. Space: x to the wearer's right, y up from the bottom seam, z away from the wearer's back.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "configurator/pack/geometry.h"
#include "configurator/pack/shape.h"

namespace configurator {

enum class PackSize { S, M, L };
const char* packSizeName(PackSize size);

enum class EdgeFinish { Raw, HotCut, Bound, Overlocked, Taped, Hemmed };
const char* edgeFinishName(EdgeFinish finish);

/// One named edge of an outline on the seam line, from its start to its end.
struct Edge {
  std::string name;
  Polyline points;
  double allowance_mm = 10;
  EdgeFinish finish = EdgeFinish::Raw;
};

enum class MarkKind { Placement, Fold, Stitch, Notch, Drill, Logo };
const char* markKindName(MarkKind kind);

/// A line (or one point) drawn inside a piece; seams may run along it.
struct Mark {
  std::string name;
  MarkKind kind = MarkKind::Placement;
  Polyline points;
};

/// One cut part. Left and right parts are pieces of their own with the same `code` (one pattern).
struct Piece {
  std::string id;    ///< part id, "front-pocket.bellow-left"
  std::string name;  ///< what a cutter reads
  std::string code;  ///< pattern code; parts of one code are congruent, `mirrored` ones after a flip
  bool mirrored = false;
  std::string assembly;
  std::string zone, item;
  std::string layer;        ///< "shell" "lining" "foam" "mesh" "board" "reinforcement"
  std::vector<Edge> edges;  ///< closed, counter-clockwise: each edge starts where the one before ended
  std::vector<Mark> marks;
  Vec2 grain{0, 1};
  Surface surface;  ///< never empty: where the piece ends up at nominal fill
  double thickness_mm = 0.3;
  Vec2 cell_scale{1, 1};  ///< how much coarser (> 1) or finer its triangles are than others, along x and y
  bool is_body = false;   ///< a main piece of the body: held to the tight flat-is-round bounds
};

Polyline outlineOf(const Piece& piece);  ///< closed, without repeating the first point
const Edge* findEdge(const Piece& piece, const std::string& name);

/// A chain of edges, a stretch of one, or a mark line. `to_mm` < 0 means to its end; from > to walks it
/// backwards.
struct RunPart {
  std::string piece;
  std::string edge;  ///< edge or mark name
  double from_mm = 0, to_mm = -1;
};
using Run = std::vector<RunPart>;

/// Two runs joined.
struct Seam {
  std::string id, name, assembly;
  Run runs[2];
  double ratio = 1.0;  ///< length of run 0 / length of run 1 as designed (gather, stretch)
  std::string stitch = "301", seam_class = "1.01.01", operation = "S01", finish = {};
  double stitches_per_inch = 8;
  int rows = 1;
};

/// A row of stitching on one run: topstitch, hem, binding, quilting.
struct StitchLine {
  std::string id, name, assembly, purpose;
  Run run;
  std::string stitch = "301", seam_class = "5.04.01", operation = "S03";
  double stitches_per_inch = 8;
  int rows = 1;
};

enum class TackType { Bartack28, Bartack42, XBox };
const char* tackTypeName(TackType type);  ///< "BT28" "BT42" "XBOX"

/// A bartack or X-box, on a piece.
struct Tack {
  std::string id, assembly, piece, location;
  TackType type = TackType::Bartack28;
  Vec2 at{0, 0};
  double angle_deg = 0;
  bool bears_shoulder = false;  ///< takes the pull of a shoulder strap: limits the load
};

/// Counted or measured hardware: `amount` in the item's own unit (m, m2, pc, set ...).
struct Fitting {
  std::string id, name, assembly, zone, item, placement;
  double amount = 1;
  bool in_product = true;
  std::vector<Shape> shapes = {};
};

/// Work that no piece, seam, stitch line, tack or fitting implies.
struct Work {
  std::string id, operation, assembly;
  int occurrences = 1;
  double metres = 0;
  std::vector<std::string> part_ids;
};

struct Measure {
  std::string id, name, how;
  double value_mm = 0, tol_plus_mm = 0, tol_minus_mm = 0;
  bool critical = false;
};

/// A point of measure in litres.
struct VolumeMeasure {
  std::string id, name, how;
  double value_l = 0, tol_plus_l = 0, tol_minus_l = 0;
  bool critical = false;
};

/// A space inside. `shell` names the pieces and fittings that close it, so that its volume can be measured.
struct Compartment {
  std::string id, name;
  double capacity_l = 0;
  bool enclosed = true;  ///< counts in capacity_l; else in carry_l only
  std::vector<std::string> shell;
};

struct Assembly {
  std::string id, name, parent;
  bool detachable = false;
};

/// Decoration with its technique and place: prints, embroidery, badges.
struct Artwork {
  std::string id, technique, piece;
  double width_mm = 0, height_mm = 0;
  Vec2 at{0, 0};  ///< lower-left corner on the piece
  int colors = 1;
};

struct LabelPlace {
  std::string id, kind, placement, item;
};

/// A module that promises a size and has not got the room for it. Millimetres, width and height.
struct Shortfall {
  std::string slot, name;
  Vec2 promised{0, 0}, room{0, 0};
};

/// The whole pack.
struct Pack {
  PackSize size = PackSize::M;
  std::string construction;                  ///< "vest" "panel-loader" "roll-top" "drawcord"
  std::map<std::string, double> parameters;  ///< all parameters, solved ones included
  std::vector<Assembly> assemblies;          ///< parents first; the root is "pack"
  std::vector<Piece> pieces;
  std::vector<Seam> seams;
  std::vector<StitchLine> stitch_lines;
  std::vector<Tack> tacks;
  std::vector<Fitting> fittings;
  std::vector<Work> work;
  std::vector<Measure> measures;
  std::vector<VolumeMeasure> volumes;
  std::vector<Compartment> compartments;
  std::vector<Artwork> artwork;
  std::vector<LabelPlace> labels;
  std::vector<std::string> tooling;
  std::vector<Shortfall> shortfalls;
  std::string label_means = "capacity_l";  ///< which litres the capacity parameter drives
  double capacity_l = 0, carry_l = 0;
  Vec3 dimensions_mm{0, 0, 0};  ///< width, height, depth of the filled pack
  double c7_y_mm = 0;           ///< height of the wearer's C7 above the bottom seam
  double back_gap_mm = 0;       ///< from the torso's back plane to z = 0
};

const Piece* findPiece(const Pack& pack, const std::string& id);

/// Length of a run on the flat pieces. REQUIRES that it names pieces and edges (or marks) of the pack.
double lengthOf(const Pack& pack, const Run& run);

struct WalkedSeam {
  const Seam* seam = nullptr;
  double length_mm[2] = {0, 0};
  bool ok = false;  ///< length 0 = ratio x length 1 within the larger of 1 mm and 0.5 %
};
/// "Walks the seams": does every pair of runs fit?
std::vector<WalkedSeam> walkSeams(const Pack& pack);

}  // namespace configurator
