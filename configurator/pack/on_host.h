// What every module on a host needs: the host, a spot that fits, patches, seams to placement marks, lines and
// models in space. Host (u, v) in mm from the host's lower left corner. A patch keeps host (u, v) as its flat
// frame.
#pragma once

#include <string>
#include <vector>

#include "configurator/pack/draft.h"
#include "configurator/pack/family.h"

namespace configurator {

/// The host of that id, or the one that stands in for it on another body ("left" -> "side-left" ->
/// "wing-left"). REQUIRES that the body offers one of them.
Host& placeOf(PackDraft& draft, const std::string& id);

/// A rectangle on a host.
struct Spot {
  std::string host;  ///< an id that hosts has
  Vec2 at{0, 0};     ///< lower left corner
  double width_mm = 0, height_mm = 0;
};

/// What a call without its own arguments gets.
struct SpotDefaults {
  std::string host = "front";
  double width_mm = 100, height_mm = 100, x_mm = 0, y_mm = 20;
  bool centred = true;  ///< then x is an offset from the centred position
};

/// The call's rectangle, moved and shrunk so that it lies on its host. Where the call says must-hold=yes a
/// rectangle that had to be shrunk is one of the pack's shortfalls.
Spot spotOf(const ModuleCall& call, PackDraft& draft, const SpotDefaults& defaults);
/// The same, but where a pocket covers the spot, on the pocket's panel, or in the free band above or below
/// it.
Spot openSpotOf(const ModuleCall& call, PackDraft& draft, const SpotDefaults& defaults);
/// `spot` moved and shrunk into its host.
Spot fitted(const PackDraft& draft, Spot spot);
/// Says that the chosen option of `slot` is made smaller than promised, if it is by more than half a
/// millimetre.
void noteShortfall(PackDraft& draft, const std::string& slot, const Spot& promised, const Spot& room);

/// Makes a panel that lies on `host` a place of its own for later modules, `margin_mm` inside `spot`.
/// The place stays valid until the next one of the same id.
Host& offerAsHost(PackDraft& draft, const Spot& spot, const Piece& panel, double margin_mm);

/// The material chosen for a zone, written into a piece with its thickness.
void setMaterial(PackDraft& draft, Piece& piece, const std::string& zone, double size = 0);

/// A piece that lies on a host; `edges` in host (u, v). Its id, name, assembly, zone and layer are the
/// caller's.
Piece& addPatch(PackDraft& draft, const Host& host, Piece piece, double above_mm);

/// A rectangle with one radius at all four corners, as edges "bottom" "right" "top" "left".
std::vector<Edge> patchEdges(const Spot& spot, double radius_mm, double allowance_mm = 10);

/// Sews edges of a piece (a chain, in order) to marks on the host's piece that have the lengths of `placed`.
struct SewOn {
  std::string piece;
  std::vector<std::string> edges;
  std::vector<Edge> placed;  ///< host (u, v); has an edge of each name
  Seam seam;                 ///< id, name, assembly, stitch ...; its runs are filled
};
void sewOn(PackDraft& draft, const Host& host, SewOn sewing);

/// A mark on the host's piece along host (u, v) points; returns its name.
std::string markOn(PackDraft& draft, const Host& host, const Mark& mark);

/// The tack's point is in host (u, v) and becomes one of the host's piece.
void tackOn(PackDraft& draft, const Host& host, Tack tack);

/// A line on a host, and what is laid along it; points in host (u, v).
struct LineOnHost {
  Polyline points;
  double width_mm = 20, thickness_mm = 1.2, above_mm = 0.4;
};
struct ModelOnHost {
  std::string model;
  Vec2 at{0, 0}, direction{1, 0};  ///< the model's x in (u, v)
  double scale = 1, above_mm = 0.4;
};

/// A host with the pockets that lie on it by now: what a shape keeps of it until it is drawn.
class HostLayers {
 public:
  HostLayers(const PackDraft& draft, const Host& host);
  /// Above the outermost layer at host (u, v): the pocket that covers it, else the host itself.
  SurfacePoint over(Vec2 uv, double above_mm) const;
  RibbonShape ribbon(const LineOnHost& line) const;
  CordShape cord(const LineOnHost& line) const;  ///< width = diameter
  ModelShape model(const ModelOnHost& model) const;

 private:
  struct Layer {
    Surface outside;
    double lift_mm = 0;
    Vec2 origin{0, 0};
    double width_mm = 0, height_mm = 0;
  };
  Layer host_;
  std::vector<Layer> panels_;
};

/// The same as shapes.
Shape ribbonOn(const PackDraft& draft, const Host& host, LineOnHost line);
Shape cordOn(const PackDraft& draft, const Host& host, LineOnHost line);
Shape modelOn(const PackDraft& draft, const Host& host, ModelOnHost model);

/// A ribbon along a line of a piece (flat points), half of it inside.
RibbonShape ribbonAlong(const Surface& surface, const LineOnHost& line);
Shape ribbonShape(Surface surface, LineOnHost line);  ///< the same as a shape

}  // namespace configurator
