// The steps in which a drawcord top is put together, in order; only body_drawcord.cpp calls them. Flat frames
// show the outside of each piece with y = 0 at the bottom seam, of the collar at the mouth seam.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "configurator/pack/body_box.h"
#include "configurator/pack/body_drawcord_lid_shape.h"
#include "configurator/pack/body_drawcord_shape.h"

namespace configurator {

enum class DrawcordCover { Strap, Lid, Flap };

/// A flap seen from the side, from its rear edge to the front, and a little beyond its front edge.
struct DrawcordFlapLine {
  std::vector<Vec3> points;
  double length_mm = 0;
};

struct DrawcordBuild {
  const ModuleCall& call;
  PackDraft& draft;
  std::shared_ptr<const DrawcordShape> shape;
  DrawcordCover cover = DrawcordCover::Strap;
  int straps = 1;
  std::shared_ptr<const DrawcordLidShape> lid = nullptr;   ///< where there is one
  std::shared_ptr<const DrawcordFlapLine> flap = nullptr;  ///< where there is one

  std::string id(const std::string& name) const { return call.id(name); }
  double width() const { return shape->dimensions().width; }
  double depth() const { return shape->dimensions().depth; }
  double back() const { return shape->dimensions().back_length; }
  /// x of the straps that come down over the front, from the wearer's left.
  std::vector<double> strapPlaces() const;
};

/// A piece of the body with id, assembly, zone and material; its name, edges and surface are the caller's.
Piece drawcordPiece(const DrawcordBuild& build, const std::string& name, const std::string& zone);
Seam drawcordSeam(const DrawcordBuild& build, const std::string& name, const std::string& title);
Fitting drawcordFitting(const DrawcordBuild& build, const std::string& name, const std::string& zone,
                        double size);
double edgeLength(const DrawcordBuild& build, const std::string& piece, const std::string& edge);

void addDrawcordPieces(const DrawcordBuild& build);  ///< back, lining, front, sides, bottoms
void addDrawcordSeams(const DrawcordBuild& build);   ///< their seams; needs the collar
void addDrawcordCollar(const DrawcordBuild& build);  ///< ring, tunnel, cord, its exit
void addDrawcordLid(const DrawcordBuild& build);     ///< lid with pocket, zip and hinge panel
Compartment lidPocket(const DrawcordBuild& build);
DrawcordFlapLine flapLine(const DrawcordBuild& build);
void addDrawcordFlap(const DrawcordBuild& build);  ///< two layers, turned
/// Webbing and buckles that hold the cover down, from its front rim to the front panel.
void addDrawcordStraps(const DrawcordBuild& build);
void addDrawcordPlaces(const DrawcordBuild& build);  ///< hosts, body seams, anchors

/// Where the rear edge of lid or flap is sewn: the back's upper edge in space by its flat x.
Vec3 onBackTop(const DrawcordBuild& build, double x);
/// The front rim of the cover in space at a place across, and the way the webbing leaves it.
struct CoverRim {
  Vec3 at{0, 0, 0}, away{0, -1, 0};
};
CoverRim lidRim(const DrawcordBuild& build, double x);
CoverRim flapRim(const DrawcordBuild& build, double x);
/// The front panel by its flat point, its middle at x = 0.
Vec3 onFrontPanel(const DrawcordShape& shape, Vec2 flat);
/// Height on the front panel at which the straps end; above it nothing else is sewn on.
double strapAnchorHeight(const DrawcordBuild& build);

}  // namespace configurator
