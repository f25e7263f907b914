// A pack while it is being built: the pack so far, the body's places that modules attach to, and the choices.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/pack/pack.h"
#include "configurator/pack/soft_room.h"
#include "configurator/pack/torso.h"

namespace configurator {

/// A place on a body (or on another module) that a module can be sewn to: a rectangle in its own frame, u to
/// the right and v up as one looks at its outside, from the lower left corner.
struct Host {
  std::string
      id;  ///< "front" "back" "back-inner" "left" "right" "bottom" "top" "wing-left" "strap-right" ...
  std::string piece;                              ///< the piece that carries it
  Vec2 origin{0, 0}, u_axis{1, 0}, v_axis{0, 1};  ///< host frame in the piece's flat frame (unit axes)
  double width_mm = 0, height_mm = 0;
  Surface outside;     ///< host (u, v) -> space, on the carrying piece
  double lift_mm = 0;  ///< what already lies on it; raised by each layer added
  double reach_mm =
      0;  ///< of a pocket's panel: how high on the host under it the pocket reaches with its zip
  /// Height v -> half the width of what is really there, about u = width_mm / 2; empty: half of width_mm. An
  /// arched panel is wider low down than the upright rectangle that fits under its arch.
  std::function<double(double)> half_width_at = {};
};

/// The widest rectangle on a host between two heights, about its middle.
double widthBetween(const Host& host, double low_mm, double high_mm);

/// Host (u, v) lifted by `height` along the outward normal.
Vec3 onHost(const Host& host, Vec2 uv, double height_mm);
/// Host (u, v) in the carrying piece's flat frame.
Vec2 onPiece(const Host& host, Vec2 uv);

/// A seam line of the body in space with its place on a piece: for piping, webbing caught in seams, gussets.
struct SeamCurve {
  std::vector<Vec3> path, normals;  ///< one normal per point
};
struct BodySeam {
  std::string id;  ///< "front-seam" "back-seam" "bottom-seam"
  RunPart run;
  std::function<SeamCurve()> curve;  ///< worked out when something along it is drawn
};

/// A named point of the body. One that lies on draped cloth is worked out when it is asked for.
class Anchor {
 public:
  Anchor() = default;
  Anchor(Vec3 at) : at_(at) {}
  explicit Anchor(std::function<Vec3()> draped) : draped_(std::move(draped)) {}
  Vec3 at() const { return draped_ ? draped_() : at_; }

 private:
  Vec3 at_{0, 0, 0};
  std::function<Vec3()> draped_;
};

/// Where chest straps are held on one shoulder strap or vest front: a line down the chest.
struct ChestLine {
  std::string piece;         ///< carries it; empty: bare webbing that a slider rides on
  Polyline points;           ///< in the piece's flat frame
  std::vector<Vec2> inward;  ///< one unit vector per point, across the line towards the breastbone
  Surface cloth;             ///< flat -> space
  /// flat -> roughly where in space (15 mm), for lengths that are cut before cloth is draped; empty: `cloth`
  Surface roughly;
  double lift_mm = 0;                 ///< what already lies on the cloth
  double to_edge_mm = 0;              ///< from the line to the inner edge
  double upper_mm = 0, lower_mm = 0;  ///< two heights for straps: how far down the line
  std::vector<Vec2> taken;            ///< stretches (from, to) along it that something is sewn to
};

/// Where an expansion zip parts a body all round, from the middle of the bottom over the wearer's right: the
/// zip, closed, spans the gap between the gusset and the front panel. No seam joins them yet.
struct ExpansionRing {
  double zip_size = 5, gap_mm = 8;
  double panel_mm2 = 0;  ///< what the front panel encloses
  Run panel, gusset;     ///< its two rims, of one length
  /// (length along the rim, mm from the gusset's rim: negative on the gusset, gap_mm at the panel) -> space.
  Surface cloth;
  /// The panel's rim as it is cut, corner by corner: lengths along the rim, and along its chords.
  std::vector<double> rim_mm, cut_mm;
};

/// Where a drinking hose comes out of the pack.
struct HosePort {
  std::string side;  ///< "left" or "right"
  Surface outside;   ///< of the host that has the slit
  Vec2 at{0, 0};     ///< the slit's middle on it
};

/// The middle of a shoulder strap from its upper anchor on, in its flat frame.
struct ShoulderLine {
  Polyline points;
  Surface cloth;
};

/// What the chosen body construction offers to modules.
struct Body {
  double width_mm = 0, height_mm = 0, depth_mm = 0;  ///< nominal outer dimensions
  std::map<std::string, Host> hosts;
  std::map<std::string, SoftRoom> rooms;  ///< by the place that they are at: "bladder", "flask-left"
  std::map<std::string, BodySeam> seams;
  std::map<std::string, ChestLine> chest_lines;        ///< "left" and "right", from the body or the harness
  std::map<std::string, ShoulderLine> shoulder_lines;  ///< "left" and "right", from a harness with straps
  std::vector<HosePort> hose_ports;
  std::string bladder;                          ///< id of its fitting; empty: none
  std::optional<ExpansionRing> expansion_ring;  ///< where the chosen option says `ring-zip`
  /// Named points, left with x < 0: "strap-top-left" (upper strap anchor on the back panel),
  /// "strap-bottom-left" (lower corner), "hip-left", "haul-loop", "bladder-hanger", "side-top-left",
  /// "side-bottom-left".
  std::map<std::string, Anchor> anchors;
  Torso torso;              ///< already moved into pack space
  double stand_off_mm = 0;  ///< how much further than padding a suspended back holds the wearer off
};

/// A module on the inside of the back whose size is its promise (a 15 inch laptop sleeve): the body is made
/// so that it has the room.
struct Promise {
  double width_mm = 0, height_mm = 0, y_mm = 0;  ///< y: how far above the host's lower rim
};

struct PackDraft {
  const Catalog& catalog;
  const Choices& choices;
  Pack pack;
  Body body;
  std::vector<Promise> promises = {};  ///< of the chosen options, known before the body is made
  double expansion_l = 0;              ///< what an expansion adds to the enclosed litres, its zip opened

  double parameter(const std::string& id) const;  ///< resolved value. REQUIRES it exists
  const std::string& optionOf(const std::string& slot) const;
  /// What the option chosen in a slot says of itself by this attribute; empty when it says nothing.
  std::string attributeOf(const std::string& slot, const std::string& name) const;
  /// The item chosen for a zone; trims that come in sizes take `size` (zip 3 5 8, webbing and buckles in mm).
  const bom::Item& item(const std::string& zone, double size = 0) const;
  /// How thick the zone's sheet is where `wished` mm are asked for: sheets come in some thicknesses only.
  double thicknessOf(const std::string& zone, double wished) const;
};

/// Adding checks ids (unique), closes nothing silently, and returns a reference valid until the next
/// addition.
Piece& addPiece(PackDraft& draft, Piece piece);
Seam& addSeam(PackDraft& draft, Seam seam);
StitchLine& addStitchLine(PackDraft& draft, StitchLine line);
Tack& addTack(PackDraft& draft, Tack tack);
Fitting& addFitting(PackDraft& draft, Fitting fitting);
void addWork(PackDraft& draft, Work work);
void addAssembly(PackDraft& draft, Assembly assembly);
void addMark(PackDraft& draft, const std::string& piece, Mark mark);
bool hasMeasure(const PackDraft& draft, const std::string& id);
/// A measure by its catalog id (point of measure), mm or l; name, how and tolerances come from the catalog.
/// REQUIRES that the pack has not got it yet.
void addMeasure(PackDraft& draft, const std::string& id, double value);

/// A rectangle's or rounded rectangle's edges "bottom" "right" "top" "left", counter-clockwise from the lower
/// left corner at `origin`; corners belong half to each neighbour, so that edges meet in the arc's middle.
struct RoundedRectangle {
  Vec2 origin{0, 0};
  double width_mm = 100, height_mm = 100;
  double bottom_radius_mm = 0, top_radius_mm = 0;
  double top_width_mm = -1;  ///< < 0: same as width_mm; else a symmetric trapezoid
};
std::vector<Edge> makeEdges(const RoundedRectangle& shape, double allowance_mm = 10,
                            EdgeFinish finish = EdgeFinish::Raw);

}  // namespace configurator
