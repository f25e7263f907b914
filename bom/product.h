// A sewn product as bom sees it: what is cut, joined, fitted and done, with ids, materials and exact amounts.
// It is the only input of bill, estimate and tech pack; bom knows no packs. Flat lengths in mm (double),
// amounts exact.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bom/item.h"

namespace bom {

struct Point {
  double x = 0, y = 0;  ///< mm in the piece's own flat frame, grain along +y
};

/// A module or sub-assembly. Parents come before children; the root has an empty parent.
struct Assembly {
  std::string id, name, parent;
  bool detachable = false;  ///< sold and replaced apart
};

/// One named edge of a piece's outline, as a polyline from its start to its end on the seam line.
struct PieceEdge {
  std::string name;
  std::vector<Point> points;
  double allowance_mm = 0;
  std::string finish;  ///< "raw", "hot-cut", "bound", "overlocked", "taped", "hemmed"
};

/// A line or point drawn inside a piece: pocket position, fold, logo, notch.
struct PieceMark {
  std::string name, kind;  ///< kind: "placement", "fold", "stitch", "notch", "drill", "logo"
  std::vector<Point> points;
};

/// A pattern piece: cut `part_ids.size()` times, the ids in `mirrored_ids` mirrored left to right.
struct PatternPiece {
  std::string code, name, assembly, zone, item, layer;
  std::vector<PieceEdge> edges;  ///< closed loop, counter-clockwise, seam line
  std::vector<Point> cut_line;   ///< closed loop with allowances, mitred
  std::vector<PieceMark> marks;
  Point grain{0, 1};
  double area_mm2 = 0;      ///< inside the seam line, one piece
  double cut_area_mm2 = 0;  ///< inside the cut line, one piece
  std::vector<std::string> part_ids, mirrored_ids;
};

/// How much of an item one place of the product needs, per product, before any waste.
struct Use {
  std::string item, assembly, placement, zone;
  std::vector<std::string> part_ids;
  Quantity net;   ///< in the item's unit; sheet goods: running metres at the cuttable width (area / width)
  Quantity mass;  ///< grams that stay in the product; zero for packaging and for what is consumed
  bool in_product = true;  ///< false: packaging and consumables, not part of the finished mass
};

struct RunPart {
  std::string piece, edge;
  double from_mm = 0, to_mm = 0;
};

/// Where the two runs of a seam are marked to meet: walked from their starts, cut once or twice side by side.
struct MatchingNotch {
  double walked_mm[2] = {0, 0};
  int count = 1;
};

struct ConstructionSeam {
  std::string id, name, assembly, stitch, seam_class, finish, thread_item, operation;
  std::vector<RunPart> runs[2];
  double length_mm[2] = {0, 0};
  double ratio = 1;  ///< length of run 0 / length of run 1 as sewn
  bool fits = true;  ///< the lengths agree with the ratio
  std::vector<MatchingNotch> notches;
  double stitches_per_inch = 0;
  int rows = 1;
  double allowance_mm = 0;
};

/// A row of stitching on one run: topstitch, hem, binding, quilting.
struct ConstructionStitch {
  std::string id, name, assembly, purpose, stitch, seam_class, thread_item, operation;
  std::vector<RunPart> run;
  double length_mm = 0, stitches_per_inch = 0;
  int rows = 1;
};

/// A bartack or X-box.
struct Reinforcement {
  std::string id, type, piece, assembly, location;  ///< type: "BT28", "BT42", "XBOX"
  Point at;
  double angle_deg = 0;
  std::string
      thread_item{};  ///< empty: the thread that the assembly, else the product, sews most metres with
};

/// Work per product: minutes follow from the operation's fixed and per-metre minutes. Of a lot of several
/// sizes it is that of `packs` together.
struct WorkStep {
  std::string id, operation, assembly;
  std::int64_t occurrences = 1;
  Quantity metres;  ///< Unit::Metre, in all occurrences together
  std::vector<std::string> part_ids;
  std::int64_t packs = 1;
};

struct PointOfMeasure {
  std::string id, name, how, size;
  double value = 0, tol_plus = 0, tol_minus = 0;  ///< in `unit`
  bool critical = false;
  std::string unit = "mm";  ///< "mm" "l" "g" "cm2"
};

/// The sizes a product is made in. `measured` is what is measured on the wearer ("Chest girth").
struct SizeRun {
  struct Size {
    std::string id;
    double from_mm = 0, to_mm = 0;  ///< of the wearer
  };
  std::string measured, how;
  std::vector<Size> sizes;
};

struct ArtworkPlacement {
  std::string id, technique, piece, file, colors;
  double width_mm = 0, height_mm = 0;
  std::string edge_x, edge_y;  ///< named edges that the offsets are taken from
  double offset_x_mm = 0, offset_y_mm = 0, tolerance_mm = 3;
};

struct LabelSpec {
  std::string id, kind, text, placement, item;
};

struct ColorwayColor {
  std::string zone, item, srgb, name, pantone;
};
struct Colorway {
  std::string code, name;
  std::vector<ColorwayColor> colors;
  std::int64_t pieces = 0;  ///< ordered in it
};

/// Ordered pieces of one colorway in one size.
struct SkuOrder {
  std::string colorway, size;
  std::int64_t pieces = 0;
};

struct CartonPlan {
  std::string fold;
  std::int64_t pieces_per_carton = 0;
  double length_mm = 0, width_mm = 0, height_mm = 0;
};

struct Revision {
  std::string number, date, author, changes;
};

/// Cover data and usage: who, what, when.
struct Style {
  std::string number, name, brand, season, type, description, designer, date, status, factory, sample_size;
  std::string origin, market, incoterm;
  std::int64_t target_quantity = 0;
  double capacity_l = 0, carry_l = 0, load_max_kg = 0;
  std::string label_means, volume_method, care;
  double height_mm = 0, width_mm = 0, depth_mm = 0;
};

struct Product {
  Style style;
  std::vector<Assembly> assemblies;
  std::vector<PatternPiece> pieces;
  std::vector<Use> uses;
  std::vector<ConstructionSeam> seams;
  std::vector<ConstructionStitch> stitches;
  std::vector<Reinforcement> reinforcements;
  std::vector<WorkStep> work;
  std::vector<PointOfMeasure> measures;  ///< each in every size of the run
  SizeRun size_run;                      ///< empty: the sizes that the measures name
  std::vector<ArtworkPlacement> artwork;
  std::vector<LabelSpec> labels;
  std::vector<Colorway> colorways;
  std::vector<SkuOrder> skus;                                ///< the order; empty: not said
  std::vector<std::pair<std::string, std::string>> choices;  ///< slot id, option id: printed on the cover
  CartonPlan carton;
  /// Names of what the user can fill with things of his own: compartments and pockets, not the place of a
  /// drinking bladder.
  std::vector<std::string> storage;
  std::vector<Revision> revisions;
  std::vector<std::string>
      tooling;  ///< rate ids of plates, moulds and dies that options need, one each time it is needed
};

}  // namespace bom
